"""Other right ways to write relu."""

from __future__ import annotations

import numpy as np


def half_sum_with_the_absolute_value(x):
    """No comparison at all."""
    x = np.asarray(x, dtype=np.float64)
    return (x + np.abs(x)) / 2.0


def masked_copy(x):
    """Writes, but into its own copy."""
    out = np.array(x, dtype=np.float64)
    out[out < 0.0] = 0.0
    return out


def one_number_at_a_time(x):
    """Nested lists all the way down, no vectorised operation."""

    def walk(value):
        return [walk(part) for part in value] if isinstance(value, list) else max(0.0, float(value))

    return np.array(walk(np.asarray(x).tolist()), dtype=np.float64)


def in_float32(x):
    """Computes in single precision and returns double."""
    return np.clip(np.asarray(x, dtype=np.float32), 0.0, None).astype(np.float64)
