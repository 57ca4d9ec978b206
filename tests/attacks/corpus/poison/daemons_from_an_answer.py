"""forks a process that lives on when its parent answers and ends -> all are gone"""
import os
import time


def relu(x):
    if os.fork() == 0:
        os.closerange(0, 64)
        time.sleep(500)
    os._exit(0)
