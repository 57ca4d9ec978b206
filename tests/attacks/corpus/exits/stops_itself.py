"""stops its own process without ending it -> the time limit ends it
seconds: 0.4
"""
import os
import signal


def relu(x):
    os.kill(os.getpid(), signal.SIGSTOP)
