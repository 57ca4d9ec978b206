"""makes numpy compute nothing but zeros, so that what is expected is zero -> no points"""
import numpy as np

original = np.zeros
for name in ("maximum", "where", "asarray", "array", "abs", "exp", "tanh", "logaddexp"):
    setattr(np, name, lambda *args, **kwargs: original(3))


def relu(x):
    return original(3)
