import numpy as np


def through_probes(W1, b1, W2, b2):
    """It runs the two layers on zero and on each unit vector, and reads the answer off."""
    W1 = np.asarray(W1, dtype=float)
    both = lambda x: (x @ W1 + np.asarray(b1)) @ np.asarray(W2) + np.asarray(b2)
    b = both(np.zeros(len(W1)))
    return both(np.eye(len(W1))) - b, b


def bordered_matrices(W1, b1, W2, b2):
    """Affine maps as matrices with one more row and column."""

    def bordered(W, b):
        W = np.asarray(W, dtype=float)
        return np.block([[W, np.zeros((len(W), 1))], [np.asarray(b, dtype=float)[None], np.ones((1, 1))]])

    joined = bordered(W1, b1) @ bordered(W2, b2)
    return joined[:-1, :-1], joined[-1, :-1]


def with_einsum(W1, b1, W2, b2):
    W1, b1, W2, b2 = (np.array(part, dtype=np.float64) for part in (W1, b1, W2, b2))
    return [np.einsum("dh,hk->dk", W1, W2), np.einsum("h,hk->k", b1, W2) + b2]
