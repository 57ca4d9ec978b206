"""Right answers to max_pool_backward."""

import numpy as np


def first_of_the_tied(dout, cache):
    """A tie goes to the first one."""
    x, size, stride = cache
    dx = np.zeros(x.shape)
    for n, i, j, c in np.ndindex(dout.shape):
        window = x[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        u, v = np.unravel_index(np.argmax(window), window.shape)
        dx[n, i * stride + u, j * stride + v, c] += dout[n, i, j, c]
    return dx


def last_of_the_tied(dout, cache):
    """A tie goes to the last one; all the windows at once."""
    x, size, stride = cache
    dout = np.asarray(dout, dtype=float)
    n, i, j, c = np.indices(dout.shape)
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))[:, ::stride, ::stride]
    winner = size * size - 1 - windows.reshape(*dout.shape, -1)[..., ::-1].argmax(axis=-1)
    dx = np.zeros_like(x)
    np.add.at(dx, (n, i * stride + winner // size, j * stride + winner % size, c), dout)
    return dx


def random_of_the_tied(dout, cache):
    """A tie goes to any of them: which one depends on the place, and may differ between windows."""
    x, size, stride = cache
    dx = np.zeros_like(x)
    for n, i, j, c in np.ndindex(dout.shape):
        window = x[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        tied = np.argwhere(window == window.max())
        u, v = tied[(i + 2 * j + c) % len(tied)]
        dx[n, i * stride + u, j * stride + v, c] += dout[n, i, j, c]
    return dx


def over_the_window(dout, cache):
    """Split equally, with shifted images."""
    x, size, stride = cache
    rows, columns = dout.shape[1:3]
    views = [
        np.s_[:, u : u + (rows - 1) * stride + 1 : stride, v : v + (columns - 1) * stride + 1 : stride]
        for u in range(size)
        for v in range(size)
    ]
    best = np.max([x[view] for view in views], axis=0)
    tied = sum((x[view] == best).astype(float) for view in views)
    dx = np.zeros(x.shape)
    for view in views:
        dx[view] += (x[view] == best) * dout / tied
    return dx


def splits_some_and_picks_in_others(dout, cache):
    """Splits a tie of an even number of pixels, and gives any other tie to its first one."""
    x, size, stride = cache
    dx = np.zeros_like(x)
    for n, i, j, c in np.ndindex(dout.shape):
        window = np.s_[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        tied = x[window] == x[window].max()
        if tied.sum() % 2 == 1:
            tied = tied & (np.cumsum(tied).reshape(tied.shape) == 1)
        dx[window] += dout[n, i, j, c] * tied / tied.sum()
    return dx


def in_single_precision(dout, cache):
    """Computes in float32, where the largest index of a flat array wins."""
    x, size, stride = cache
    dx = np.zeros(x.size, dtype=np.float32)
    places = np.arange(x.size).reshape(x.shape)
    both = (x.astype(np.float32), places)
    views = [np.lib.stride_tricks.sliding_window_view(a, (size, size), axis=(1, 2)) for a in both]
    values, places = (v[:, ::stride, ::stride].reshape(*dout.shape, -1) for v in views)
    winners = np.where(values == values.max(axis=-1, keepdims=True), places, -1).max(axis=-1)
    np.add.at(dx, winners.ravel(), np.asarray(dout, dtype=np.float32).ravel())
    return dx.reshape(x.shape).astype(float)
