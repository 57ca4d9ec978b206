"""Other right ways to write relu_backward."""

from __future__ import annotations

import numpy as np


def chosen_entry_by_entry(dout, x):
    """np.where, as a piecewise formula is read aloud."""
    return np.where(np.asarray(x) > 0, dout, 0.0)


def masked_copy(dout, x):
    """Closes the gate in its own copy of dout."""
    dx = np.array(dout, dtype=np.float64)
    dx[np.asarray(x) <= 0] = 0.0
    return dx


def heaviside_step(dout, x):
    """The slope as a function with its value at 0 given."""
    return np.asarray(dout, dtype=np.float64) * np.heaviside(np.asarray(x, dtype=np.float64), 0.0)


def flat_loop(dout, x):
    """A loop over the flattened arrays."""
    x, dout = np.asarray(x, dtype=np.float64), np.asarray(dout, dtype=np.float64)
    pairs = zip(dout.ravel(), x.ravel(), strict=True)
    return np.array([d if v > 0 else 0.0 for d, v in pairs]).reshape(x.shape)
