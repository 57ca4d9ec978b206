"""sends SIGKILL to every process there is -> only its own die, no points"""
import os
import signal

for number in (-1, 1, 2, os.getppid(), 0):
    try:
        os.kill(number, signal.SIGKILL)
    except OSError:
        pass
