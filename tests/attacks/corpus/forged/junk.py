"""writes random bytes to every descriptor -> no points"""
import os


def relu(x):
    for number in range(16):
        try:
            os.write(number, os.urandom(50_000))
        except OSError:
            pass
    return x
