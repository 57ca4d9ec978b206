"""returns an array of objects that equal anything -> no points"""
import numpy as np


class Agreeable:
    __eq__ = lambda self, other: True
    __sub__ = __rsub__ = lambda self, other: 0.0
    __abs__ = lambda self: 0.0
    __le__ = __lt__ = lambda self, other: True
    __float__ = lambda self: 0.0


def relu(x):
    answer = np.empty(np.shape(x), dtype=object)
    answer.fill(Agreeable())
    return answer
