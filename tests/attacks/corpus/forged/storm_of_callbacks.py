"""calls a function of the test for ever -> the case's time limit ends it
on: sandpit
seconds: 0.5
"""
import numpy as np


def descend(gradient, w, steps):
    while True:
        w = gradient(np.zeros(1))
