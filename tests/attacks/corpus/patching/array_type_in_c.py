"""overwrites the comparison of arrays in numpy's own C structures -> no points"""
import ctypes

import numpy as np


def relu(x):
    pointer = ctypes.POINTER(ctypes.c_ssize_t)
    table = ctypes.cast(id(np.ndarray), pointer)
    always = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.py_object, ctypes.py_object, ctypes.c_int)(lambda a, b, op: True)
    relu.kept = always
    table[25] = ctypes.cast(always, ctypes.c_void_p).value  # tp_richcompare
    return x
