"""looks among all living objects for an array that could be the answer -> no points"""
import gc

import numpy as np


def relu(x):
    x = np.asarray(x)
    for one in gc.get_objects():
        for value in one.values() if type(one) is dict else one if type(one) in (list, tuple) else ():
            if type(value) is np.ndarray and value.shape == x.shape and value is not x and (value >= 0).all():
                return value
    return x
