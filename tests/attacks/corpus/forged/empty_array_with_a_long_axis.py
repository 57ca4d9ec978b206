"""returns an array without entries and with an axis of 2**28, which a list of it would fill the memory with -> no points
on: sandpit
"""
import numpy as np


def count(items):
    return np.zeros((1 << 28, 0))


def centre(x):
    return np.zeros((0, 1 << 27, 1))
