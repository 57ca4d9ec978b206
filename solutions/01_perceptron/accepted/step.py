import numpy as np


def with_heaviside(z):
    return np.heaviside(np.asarray(z, dtype=float), 1.0)


def one_minus_negative(z):
    return 1.0 - np.less(z, 0)


def number_by_number(z):
    """A Python loop, then the shape again."""
    z = np.array(z, dtype=float)
    return np.array([1.0 if value >= 0 else 0.0 for value in z.ravel()]).reshape(z.shape)


def writes_into_a_copy(z):
    out = np.ones(np.shape(z))
    out[np.asarray(z) < 0] = 0.0
    return out
