"""computes for hours in C without letting go of the interpreter -> the time limit ends it
seconds: 0.5
"""
import collections
import itertools


def relu(x):
    collections.deque(itertools.repeat(0), maxlen=0)
