"""Other right answers to `mlp_backward`."""

import numpy as np


def without_dense_backward(dlogits, cache):
    """All by hand, into a list that is filled from the end; pairs are lists."""
    grads, blame = [None] * len(cache), np.asarray(dlogits, dtype=float)
    for k in range(len(cache) - 1, -1, -1):
        off, (x, W, _) = cache[k]
        grads[k] = [x.T.dot(blame), blame.sum(axis=0)]
        if k > 0:
            blame = blame.dot(W.T) * (x > 0)
    return grads


def with_weights_carried(dlogits, cache):
    """Sample by sample: the blames of one sample through all the layers, added up at the end; returns a tuple."""
    totals = [(np.zeros(layer[1].shape), np.zeros(layer[1].shape[1])) for _, layer in cache]
    for n, blame in enumerate(np.asarray(dlogits, dtype=float)):
        for (dW, db), (off, (x, W, _)) in zip(totals[::-1], cache[::-1]):
            dW += np.outer(x[n], blame)
            db += blame
            blame = W @ blame
            if off is not None:
                blame = np.where(np.asarray(off)[n], 0.0, blame)
    return tuple(totals)
