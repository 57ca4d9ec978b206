"""Other right answers to `softmax_cross_entropy`."""

import math

import numpy as np


def by_loops(logits, labels):
    """Sample by sample, with the math module."""
    logits = [[float(z) for z in row] for row in logits]
    loss, gradient = 0.0, []
    for row, label in zip(logits, labels):
        top = max(row)
        powers = [math.exp(max(z - top, -745.0)) for z in row]
        total = sum(powers)
        loss += (top - row[int(label)] + math.log(total)) / len(logits)
        gradient.append([(p / total - (k == label)) / len(logits) for k, p in enumerate(powers)])
    return loss, np.array(gradient)


def with_one_hot(logits, labels):
    """numpy's own log-sum-exp, and a one-hot matrix for the labels."""
    logits = np.array(logits, dtype=float)
    log_p = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    truth = (np.arange(logits.shape[1]) == np.asarray(labels)[:, None]).astype(float)
    return float(-(truth * log_p).sum(axis=1).mean()), (np.exp(log_p) - truth) / logits.shape[0]


def in_float32(logits, labels):
    """Single precision inside."""
    z = np.asarray(logits, dtype=np.float32)
    z = z - np.max(z, axis=-1, keepdims=True)
    powers = np.exp(z)
    total = powers.sum(axis=-1, keepdims=True)
    p, loss = powers / total, 0
    for i, label in enumerate(labels):
        loss = loss + np.log(total[i, 0]) - z[i, label]
        p[i, label] -= 1
    return loss / len(z), p / len(z)
