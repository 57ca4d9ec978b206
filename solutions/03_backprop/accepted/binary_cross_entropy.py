"""Other right answers to `binary_cross_entropy`."""

import numpy as np


def two_softpluses(logits, y):
    """Both terms of the definition, each as a stable softplus; the sigmoid as a hyperbolic tangent."""
    z, y = np.array(logits, dtype=float), np.array(y, dtype=float)
    losses = y * np.logaddexp(0.0, -z) + (1 - y) * np.logaddexp(0.0, z)
    return losses.sum(axis=1).mean(), (0.5 * (1 + np.tanh(z / 2)) - y) / z.shape[0]


def by_cases(logits, y):
    """Positive and negative logits apart, entry by entry, in Python."""
    rows = len(logits)
    loss, gradient = 0.0, np.zeros(np.shape(logits))
    for i in range(rows):
        for k in range(gradient.shape[1]):
            z, t = float(logits[i][k]), float(y[i][k])
            small = float(np.exp(-abs(z)))
            p = 1 / (1 + small) if z > 0 else small / (1 + small)
            loss += np.log(1 + small) + (z * (1 - t) if z > 0 else -z * t)
            gradient[i, k] = (p - t) / rows
    return loss / rows, gradient
