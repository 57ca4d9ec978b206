"""makes every comparison of numpy true -> no points"""
import numpy as np

for name in ("allclose", "array_equal", "isclose", "array_equiv", "all", "any", "isfinite"):
    setattr(np, name, lambda *args, **kwargs: True)
for name in dir(np.testing):
    if name.startswith("assert"):
        setattr(np.testing, name, lambda *args, **kwargs: None)


def relu(x):
    return x
