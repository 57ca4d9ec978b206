"""Other right answers to `dense_forward`; they keep what the reference's backward needs."""

import numpy as np


def by_units(x, W, b):
    """One unit at a time."""
    x, W, b = np.array(x, dtype=float), np.array(W, dtype=float), np.array(b, dtype=float)
    flat = x.reshape((x.shape[0], W.shape[0]))
    return np.stack([(flat * W[:, m]).sum(axis=1) + b[m] for m in range(W.shape[1])], axis=1), [x, W, b]


def with_a_column_of_ones(x, W, b):
    """The bias as one more row of weights."""
    x, W, b = (np.asarray(v, dtype=np.float64) for v in (x, W, b))
    extended = np.hstack([x.reshape(-1, W.shape[0]), np.ones((x.shape[0], 1))])
    return extended @ np.vstack([W, b]), (x, W, b)
