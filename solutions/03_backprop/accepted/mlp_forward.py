"""Other right answers to `mlp_forward`; they keep what the reference's backward needs."""

import numpy as np


def last_layer_apart(x, params):
    """The last layer after the loop; ReLU as a product with 0 and 1."""
    *hidden, last = params
    h, off, cache = np.asarray(x, dtype=float), None, []
    for W, b in hidden:
        z, kept = dense_forward(h, W, b)
        cache.append((off, kept))
        off = ~(z > 0)
        h = z * (z > 0)
    logits, kept = dense_forward(h, *last)
    return logits, [*cache, (off, kept)]


def recursive(x, params):
    """The first layer, and then the rest of the network; without dense_forward."""
    x, W, b = np.asarray(x, dtype=float), np.asarray(params[0][0], dtype=float), np.asarray(params[0][1], dtype=float)
    z = np.dot(x, W) + b
    if len(params) == 1:
        return [z, [(None, (x, W, b))]]
    logits, rest = recursive(np.maximum(0, z), params[1:])
    return [logits, [(None, (x, W, b)), (z <= 0, rest[0][1]), *rest[1:]]]
