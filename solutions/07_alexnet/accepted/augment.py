"""Other right ways to write augment."""

from __future__ import annotations

import numpy as np


def all_at_once(images, rng):
    """Every draw first, then one indexing for the whole batch."""
    n, h, w, _ = images.shape
    p = h // 8
    padded = np.pad(images, ((0, 0), (p, p), (p, p), (0, 0)), mode="constant")
    rows = rng.integers(2 * p + 1, size=n)[:, None] + np.arange(h)
    columns = rng.integers(2 * p + 1, size=n)[:, None] + np.arange(w)
    mirrored = rng.integers(2, size=n).astype(bool)
    columns[mirrored] = columns[mirrored, ::-1]
    return padded[np.arange(n)[:, None, None], rows[:, :, None], columns[:, None, :]]


def mirrors_first(images, rng):
    """Mirrors, then moves, one image after the other; a list becomes the batch."""
    size = images.shape[1] // 8
    moved = []
    for image in images:
        if rng.uniform() > 0.5:
            image = np.flip(image, axis=1)
        wide = np.zeros((image.shape[0] + 2 * size, image.shape[1] + 2 * size, image.shape[2]), image.dtype)
        wide[size : size + image.shape[0], size : size + image.shape[1]] = image
        r = int(rng.integers(0, 2 * size, endpoint=True))
        c = int(rng.choice(2 * size + 1))
        moved.append(wide[r : r + image.shape[0], c : c + image.shape[1]].copy())
    return np.stack(moved)


def copies_what_is_left(images, rng):
    """No border at all: what stays inside is copied onto zeros."""
    count, h, w = images.shape[:3]
    out = np.zeros_like(images)
    limit = h // 8
    down, right = rng.integers(-limit, limit + 1, size=(2, count))
    for i in range(count):
        d, r = int(down[i]), int(right[i])
        out[i, max(d, 0) : h + min(d, 0), max(r, 0) : w + min(r, 0)] = images[
            i, max(-d, 0) : h + min(-d, 0), max(-r, 0) : w + min(-r, 0)
        ]
    flip = rng.permutation(rng.random(count)) < 0.5
    out[flip] = out[flip][:, :, ::-1]
    return out
