"""Other right answers to `dense_backward`."""

import numpy as np


def by_samples(dout, cache):
    """Adds up outer products, sample by sample; returns a list."""
    x, W, b = cache
    dx, dW, db = np.zeros(x.shape), np.zeros(W.shape), np.zeros(b.shape)
    for n, blame in enumerate(np.asarray(dout, dtype=float)):
        dx[n] = W.dot(blame).reshape(x.shape[1:])
        dW += np.multiply.outer(x[n].ravel(), blame)
        db += blame
    return [dx, dW, db]


def by_einsum(dout, cache):
    """The sums of the text, as they stand."""
    x, W, _ = cache
    flat = x.reshape(x.shape[0], W.shape[0])
    dx = np.einsum("nm,dm->nd", dout, W)
    return dx.reshape(x.shape), np.einsum("nd,nm->dm", flat, dout), np.ones(len(flat)) @ dout


def in_float32(dout, cache):
    """Single precision inside."""
    x, W, _ = (np.asarray(v, dtype=np.float32) for v in cache)
    dout = np.asarray(dout, dtype=np.float32)
    return np.reshape(dout @ W.T, x.shape), x.reshape(len(x), -1).T @ dout, dout.sum(0)
