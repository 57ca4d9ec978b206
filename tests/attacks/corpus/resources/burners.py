"""leaves as many busy processes behind as it may -> honest work nearby is not late, and none of them is left
seconds: 0.6
"""
import os

for _ in range(60):
    try:
        if os.fork() == 0:
            while True:
                pass
    except OSError:
        break


def relu(x):
    while True:
        pass
