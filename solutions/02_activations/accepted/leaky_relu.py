"""Other right ways to write leaky_relu."""

from __future__ import annotations

import numpy as np


def larger_of_the_two_lines(x, slope):
    """Right because slope is never above 1."""
    x = np.asarray(x, dtype=np.float64)
    return np.maximum(x, slope * x)


def sum_of_the_two_halves(x, slope):
    """The positive half plus slope times the negative half."""
    x = np.asarray(x, dtype=np.float64)
    return np.clip(x, 0.0, None) + slope * np.clip(x, None, 0.0)


def masked_copy(x, slope):
    """Scales the negative entries of its own copy."""
    out = np.array(x, dtype=np.float64)
    out[out < 0] *= slope
    return out


def index_by_index(x, slope):
    """A loop over every index of an array of any rank."""
    x = np.asarray(x, dtype=np.float64)
    out = np.empty(x.shape)
    for index in np.ndindex(*x.shape):
        out[index] = x[index] if x[index] > 0 else slope * x[index]
    return out
