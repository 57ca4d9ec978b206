"""Other right answers to `clip_by_global_norm`."""

import numpy as np


def one_long_vector(grads, max_norm):
    """All the numbers in one vector; the arrays themselves come back when nothing changes."""
    everything = np.concatenate([np.ravel(array) for pair in grads for array in pair])
    norm = float(np.linalg.norm(everything))
    if norm <= max_norm:
        return list(grads), norm
    return [[np.multiply(array, max_norm / norm) for array in pair] for pair in grads], norm


def as_in_pytorch(grads, max_norm):
    """A small number under the bar, as torch.nn.utils.clip_grad_norm_ has it."""
    squares = 0.0
    for dW, db in grads:
        squares += np.sum(np.square(dW)) + np.sum(np.square(db))
    norm = squares**0.5
    factor = min(1.0, max_norm / (norm + 1e-6))
    return tuple((np.asarray(dW) * factor, np.asarray(db) * factor) for dW, db in grads), norm
