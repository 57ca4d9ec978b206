"""answers the next guess at each call of the same test, as if it were told the result -> no points"""
import numpy as np

calls = 0


def relu(x):
    global calls
    calls += 1
    x = np.asarray(x, dtype=float)
    return [x, -x, np.abs(x), np.zeros_like(x), np.ones_like(x)][calls % 5]
