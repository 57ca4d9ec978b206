"""returns a masked array, whose comparisons are masked away -> no points"""
import numpy as np


def relu(x):
    return np.ma.masked_all(np.shape(x))


def sigmoid(x):
    return np.ma.array(np.zeros(np.shape(x)), mask=True)
