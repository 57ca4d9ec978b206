"""Other right ways to write sigmoid."""

from __future__ import annotations

import math

import numpy as np


def two_masks(x):
    """Each formula only where its exponential is small."""
    x = np.asarray(x, dtype=np.float64)
    out = np.empty_like(x)
    right = x >= 0
    out[right] = 1.0 / (1.0 + np.exp(-x[right]))
    small = np.exp(x[~right])
    out[~right] = small / (1.0 + small)
    return out


def half_a_tanh(x):
    """A tanh, half as tall and twice as wide."""
    return 0.5 * (1.0 + np.tanh(0.5 * np.asarray(x, dtype=np.float64)))


def through_its_logarithm(x):
    """log sigmoid(x) = -log(1 + e^-x), which numpy computes without overflow."""
    return np.exp(-np.logaddexp(0.0, -np.asarray(x, dtype=np.float64)))


def one_number_at_a_time(x):
    """math.exp inside np.vectorize."""

    def one(value):
        z = math.exp(-abs(value))
        return (1.0 if value >= 0 else z) / (1.0 + z)

    return np.vectorize(one, otypes=[np.float64])(np.asarray(x, dtype=np.float64))


def warnings_silenced(x):
    """The plain formula is right at both ends once infinity is expected: 1 / (1 + inf) is 0."""
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-np.asarray(x, dtype=np.float64)))


def in_float32(x):
    """Computes in single precision and returns double."""
    x = np.asarray(x, dtype=np.float32)
    z = np.exp(-np.abs(x))
    return (np.where(x >= 0, np.float32(1), z) / (1 + z)).astype(np.float64)
