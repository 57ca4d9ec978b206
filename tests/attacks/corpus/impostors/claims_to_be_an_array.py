"""returns an object whose __class__ says ndarray -> no points"""
import numpy as np


class Liar:
    __class__ = np.ndarray
    dtype, ndim = np.dtype(float), 1

    def __init__(self, x):
        self.shape = np.shape(x)

    def tobytes(self):
        return b""

    def __eq__(self, other):
        return True


def relu(x):
    return Liar(x)
