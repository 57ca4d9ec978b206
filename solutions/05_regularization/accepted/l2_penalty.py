"""Other right ways to write l2_penalty."""

from __future__ import annotations

import numpy as np


def one_weight_at_a_time(weights, lam):
    """Plain loops."""
    weights = [np.array(w, dtype=float) for w in weights]
    total = 0.0
    for w in weights:
        for value in w.ravel():
            total += 0.5 * lam * value * value
    return total, [np.array([lam * v for v in w.ravel()]).reshape(w.shape) for w in weights]


def as_one_long_vector(weights, lam):
    """All the weights in a row, and cut again at the end; a list instead of a tuple."""
    weights = [np.asarray(w, dtype=float) for w in weights]
    row = np.concatenate([w.ravel() for w in weights])
    ends = np.cumsum([w.size for w in weights])[:-1]
    return [lam * (row @ row) / 2, [g.reshape(w.shape) for g, w in zip(np.split(lam * row, ends), weights)]]


def in_single_precision(weights, lam):
    """Norms, in float32 until the end."""
    weights = [np.asarray(w, dtype=np.float32) for w in weights]
    price = sum(np.linalg.norm(w.ravel()) ** 2 for w in weights)
    return np.float64(lam * price / 2), [(np.float32(lam) * w).astype(np.float64) for w in weights]
