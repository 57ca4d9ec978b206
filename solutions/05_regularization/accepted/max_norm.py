"""Other right ways to write max_norm."""

from __future__ import annotations

import numpy as np


def as_keras_does(W, limit):
    """Clips the norms and divides by them plus a tiny number."""
    W = np.asarray(W, dtype=float)
    norms = np.sqrt(np.square(W).sum(axis=tuple(range(W.ndim))[:-1], keepdims=True))
    return W * (np.clip(norms, 0, limit) / (1e-7 + norms))


def unit_by_unit(W, limit):
    """A loop over units, with an if."""
    out = np.array(W, dtype=float)
    for unit in range(out.shape[-1]):
        length = np.linalg.norm(out[..., unit])
        if length > limit:
            out[..., unit] = out[..., unit] * limit / length
    return out


def flat_in_single_precision(W, limit):
    """Flattens all but the units, and computes in float32."""
    shape = np.shape(W)
    flat = np.array(W, dtype=np.float32).reshape(-1, shape[-1])
    norms = np.linalg.norm(flat, axis=0)
    factor = np.ones_like(norms)
    factor[norms > limit] = limit / norms[norms > limit]
    return (flat * factor).reshape(shape).astype(np.float64)


def chooses_where(W, limit):
    """Divides by zero without noise, and chooses afterwards."""
    W = np.asarray(W, dtype=float)
    lengths = np.sqrt((W * W).reshape(-1, W.shape[-1]).sum(axis=0))
    with np.errstate(all="ignore"):
        return np.where(lengths > limit, W * (limit / lengths), W)
