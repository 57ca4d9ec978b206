"""Right answers to pad2d."""

import numpy as np


def writes_into_zeros(x, pad):
    """The opposite of cutting a frame off."""
    x = np.asarray(x, dtype=float)
    framed = np.zeros((x.shape[0], x.shape[1] + 2 * pad, x.shape[2] + 2 * pad, x.shape[3]))
    framed[:, pad : pad + x.shape[1], pad : pad + x.shape[2], :] = x
    return framed


def glues_stripes(x, pad):
    """Four stripes of zeros."""
    x = np.asarray(x, dtype=float)
    samples, height, _, channels = x.shape
    side = np.zeros((samples, height, pad, channels))
    x = np.concatenate([side, x, side], axis=2)
    end = np.zeros((samples, pad, x.shape[2], channels))
    return np.concatenate([end, x, end], axis=1)


def returns_x_itself(x, pad):
    """No copy when there is nothing to add."""
    x = np.asarray(x, dtype=float)
    if pad == 0:
        return x
    return np.pad(x, [(0, 0), (pad,) * 2, (pad,) * 2, (0, 0)], mode="constant", constant_values=0.0)


def pixel_by_pixel(x, pad):
    """Loops over everything; conv2d_fast may use it all the same."""
    x = np.asarray(x, dtype=float)
    samples, height, width, channels = x.shape
    framed = np.zeros((samples, height + 2 * pad, width + 2 * pad, channels))
    for n in range(samples):
        for i in range(height):
            for j in range(width):
                for c in range(channels):
                    framed[n, i + pad, j + pad, c] = x[n, i, j, c]
    return framed
