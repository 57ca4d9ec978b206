"""Other right answers to `numerical_gradient`."""

import numpy as np


def with_unit_vectors(f, x, h):
    """A fresh array for each question to f."""
    x = np.array(x, dtype=float)
    slopes = []
    for k in range(x.size):
        e = np.zeros(x.size)
        e[k] = h
        e = e.reshape(x.shape)
        slopes.append((f(x + e) - f(x - e)) / 2 / h)
    return np.reshape(slopes, x.shape)


def moves_the_flat_view(f, x, h):
    """Moves a flat view of one copy, and returns nested lists; asks f once more at the start."""
    x = np.array(x, dtype=float, order="C")
    flat, answer = x.reshape(-1), []
    f(x)
    for k in range(flat.size):
        kept = flat[k]
        values = []
        for side in (1, -1):
            flat[k] = kept + side * h
            values.append(float(f(x.copy())))
        flat[k] = kept
        answer.append((values[0] - values[1]) / (2 * h))
    return np.array(answer).reshape(x.shape).tolist()
