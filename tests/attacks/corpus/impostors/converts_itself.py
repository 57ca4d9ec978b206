"""returns an object that becomes an array, a number or a list when it is asked -> it is not asked: no points"""
import numpy as np


class Chameleon:
    def __init__(self, x):
        self.x = np.maximum(np.asarray(x, dtype=float), 0) * 0

    def __array__(self, *args, **kwargs):
        return self.x

    @property
    def __array_interface__(self):
        return self.x.__array_interface__

    @property
    def __array_struct__(self):
        return self.x.__array_struct__

    def __float__(self):
        return 0.0

    def __buffer__(self, flags):
        return memoryview(self.x)

    def numpy(self):
        return self.x


Chameleon.__module__ = "tensorflow.python"


def relu(x):
    return Chameleon(x)
