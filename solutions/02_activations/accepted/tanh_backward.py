"""Other right ways to write tanh_backward."""

from __future__ import annotations

import math

import numpy as np


def product_of_two_factors(dout, x):
    """1 - t^2 as (1 - t)(1 + t)."""
    t = np.tanh(np.asarray(x, dtype=np.float64))
    return np.asarray(dout, dtype=np.float64) * (1.0 - t) * (1.0 + t)


def even_exponential(dout, x):
    """1 / cosh^2 written with an exponential that never grows."""
    z = np.exp(-2.0 * np.abs(np.asarray(x, dtype=np.float64)))
    return np.multiply(dout, 4.0 * z / (1.0 + z) ** 2)


def flat_loop(dout, x):
    """math.tanh over the flattened arrays."""
    x, dout = np.asarray(x, dtype=np.float64), np.asarray(dout, dtype=np.float64)
    slopes = [1.0 - math.tanh(value) ** 2 for value in x.ravel()]
    return dout * np.reshape(slopes, x.shape)


def in_float32(dout, x):
    """Computes in single precision and returns double."""
    t = np.tanh(np.asarray(x, dtype=np.float32))
    return (np.asarray(dout, dtype=np.float32) * (1 - t * t)).astype(np.float64)
