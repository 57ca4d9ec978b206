"""takes gigabytes with one array -> it costs its own question"""
import numpy as np


def relu(x):
    return np.ones(1 << 31)


def sigmoid(x):
    return np.ones((1 << 20, 1 << 20))
