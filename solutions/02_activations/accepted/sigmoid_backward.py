"""Other right ways to write sigmoid_backward."""

from __future__ import annotations

import numpy as np


def even_formula(dout, x):
    """The slope is even, so only |x| matters; no sigmoid needed."""
    z = np.exp(-np.abs(np.asarray(x, dtype=np.float64)))
    return np.asarray(dout, dtype=np.float64) * z / (1.0 + z) ** 2


def quarter_of_a_tanh_slope(dout, x):
    """sigmoid(x) is a tanh of x / 2, so its slope is a quarter of that tanh's."""
    t = np.tanh(np.asarray(x, dtype=np.float64) / 2.0)
    return np.asarray(dout, dtype=np.float64) * (1.0 - t**2) / 4.0


def sigmoid_times_its_mirror(dout, x):
    """1 - sigmoid(x) is sigmoid(-x)."""
    x = np.asarray(x, dtype=np.float64)
    return np.asarray(dout, dtype=np.float64) * np.exp(-np.logaddexp(0.0, -x) - np.logaddexp(0.0, x))


def output_minus_its_square(dout, x):
    """s - s^2, entry by entry in a loop."""
    x, dout = np.asarray(x, dtype=np.float64), np.asarray(dout, dtype=np.float64)
    dx = np.zeros(x.shape)
    for index, value in np.ndenumerate(x):
        s = (1.0 + np.tanh(value / 2.0)) / 2.0
        dx[index] = dout[index] * (s - s * s)
    return dx
