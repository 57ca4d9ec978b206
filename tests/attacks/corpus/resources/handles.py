"""opens files, pipes and timers until nothing is left -> no points"""
import os
import select
import time

kept = []


def relu(x):
    for opening in (lambda: os.open("/dev/null", 0), os.pipe, select.epoll, lambda: os.open("/dev/ptmx", os.O_RDWR), lambda: time.timer_create(0)):
        try:
            for _ in range(10_000):
                kept.append(opening())
        except (OSError, AttributeError):
            pass
    return x
