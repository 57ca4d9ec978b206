"""returns NaN, infinity, nothing, text and empty arrays -> no points"""
import numpy as np


def relu(x):
    return np.full(np.shape(x), np.nan)


def relu_backward(dout, x):
    return np.full(np.shape(x), np.inf)


def leaky_relu(x, slope):
    return None


def sigmoid(x):
    return "0.5"


def softmax(x):
    return np.zeros((0, *np.shape(x)))


def tanh_backward(dout, x):
    return b"", {}, set(), ...
