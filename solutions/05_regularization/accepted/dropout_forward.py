"""Other right ways to write dropout_forward; their cache is what the reference's dropout_backward multiplies by."""

from __future__ import annotations

import numpy as np


def tosses_coins(x, rate, training, rng):
    """Binomial draws."""
    x = np.array(x, dtype=float)
    if not training or rate == 0:
        return x, np.ones_like(x)
    keep = rng.binomial(1, 1 - rate, size=x.shape)
    return x * keep / (1 - rate), keep / (1 - rate)


def chooses(x, rate, training, rng):
    """Draws factors from a bag of two."""
    x = np.asarray(x, dtype=float)
    factor = rng.choice([0.0, 1 / (1 - rate)], size=x.size, p=[rate, 1 - rate]).reshape(x.shape) if training else 1.0
    return x * factor, np.broadcast_to(factor, x.shape).copy()


def one_entry_at_a_time(x, rate, training, rng):
    """A loop, where small draws stay."""
    out = np.array(x, dtype=float)
    factor = np.ones(out.shape)
    if training:
        for index in np.ndindex(out.shape):
            factor[index] = 1 / (1 - rate) if rng.uniform(0, 1) < 1 - rate else 0.0
    return out * factor, factor


def with_a_generator_of_its_own(x, rate, training, rng):
    """Takes one number from rng, seeds a new generator with it, and computes in float32."""
    x = np.asarray(x, dtype=np.float32)
    mask = np.ones(x.shape, dtype=np.float32)
    if training:
        mine = np.random.default_rng(int(rng.integers(2**63)))
        mask = (mine.random(x.shape, dtype=np.float32) > rate).astype(np.float32) if rate else mask
        mask /= np.float32(1 - rate)
    return (x * mask).astype(np.float64), mask.astype(np.float64)


def waiting_times(x, rate, training, rng):
    """Exponential waiting times: those longer than -ln(1 - rate) are a share of 1 - rate."""
    x = np.asarray(x, dtype=float)
    if not training or rate == 0:
        return +x, np.ones(x.shape)
    factor = (rng.exponential(size=x.shape) > -np.log1p(-rate)) / (1 - rate)
    return [x * factor, factor]
