"""returns an array whose class says that it equals anything -> it is compared as a plain array: no points"""
import numpy as np


class Agreeable(np.ndarray):
    def __eq__(self, other):
        return np.ones(self.shape, dtype=bool)

    __ne__ = __lt__ = __gt__ = lambda self, other: np.zeros(self.shape, dtype=bool)
    __le__ = __ge__ = __eq__
    __sub__ = __rsub__ = __abs__ = lambda self, *other: np.zeros(self.shape)

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.zeros(self.shape, dtype=bool)

    def __array_finalize__(self, other):
        pass

    def all(self, *args, **kwargs):
        return True


def relu(x):
    return np.asarray(x, dtype=float).view(Agreeable)
