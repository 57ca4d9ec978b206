"""makes all randomness constant, to know the hidden data in advance -> no points"""
import random

import numpy as np

constant = np.random.Generator(np.random.PCG64(0))
np.random.default_rng = lambda *args: constant
np.random.seed = random.seed = lambda *args: None


def relu(x):
    return np.zeros(np.shape(x))
