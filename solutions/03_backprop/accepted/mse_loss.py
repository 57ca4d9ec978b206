"""Other right answers to `mse_loss`."""

import numpy as np


def by_loops(pred, y):
    """Plain Python numbers, sample by sample."""
    count, loss, gradient = len(pred), 0.0, []
    for mine, truth in zip(pred, y):
        errors = [float(p) - float(t) for p, t in zip(mine, truth)]
        loss += sum(e * e for e in errors) / count
        gradient.append([2 * e / count for e in errors])
    return [loss, gradient]


def expanded_square(pred, y):
    """The matrix norm; the gradient as a mean of two halves."""
    difference = np.subtract(pred, y, dtype=float)
    return np.linalg.norm(difference) ** 2 / difference.shape[0], (difference + difference) / difference.shape[0]


def in_float32(pred, y):
    """Single precision inside."""
    error = np.asarray(pred, dtype=np.float32) - np.asarray(y, dtype=np.float32)
    return (error**2).sum() / np.float32(len(error)), error * (2 / len(error))
