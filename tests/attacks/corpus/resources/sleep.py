"""sleeps in answers -> the time limit ends them
seconds: 0.4
"""
import time


def relu(x):
    time.sleep(10_000)
