"""sends itself alarms and terminations, thousands of them -> no points"""
import os
import signal

for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1, signal.SIGXCPU):
    signal.signal(number, lambda *args: None)


def relu(x):
    for _ in range(5000):
        os.kill(os.getpid(), signal.SIGUSR1)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    return x
