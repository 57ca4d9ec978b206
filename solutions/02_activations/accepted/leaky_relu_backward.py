"""Other right ways to write leaky_relu_backward."""

from __future__ import annotations

import numpy as np


def slope_from_the_sign(dout, x, slope):
    """(1 + slope) / 2 on average, plus or minus half the difference."""
    sign = np.sign(np.asarray(x, dtype=np.float64))
    return np.asarray(dout, dtype=np.float64) * ((1.0 + slope) + (1.0 - slope) * sign) / 2.0


def masked_copy(dout, x, slope):
    """Scales, in its own copy of dout, the entries whose x is negative; at 0 the slope is 1."""
    dx = np.array(dout, dtype=np.float64)
    dx[np.asarray(x) < 0] *= slope
    return dx


def array_of_slopes(dout, x, slope):
    """Writes the derivative down first, then multiplies."""
    x = np.asarray(x, dtype=np.float64)
    derivative = np.full_like(x, slope)
    derivative[x > 0] = 1.0
    return np.multiply(dout, derivative)
