"""Right answers to conv2d_fast."""

import numpy as np


def over_the_kernel(x, W, b, stride, pad):
    """One matrix product per position of the kernel."""
    x, W, b = (np.asarray(v, dtype=float) for v in (x, W, b))
    padded = pad2d(x, pad)
    rows = output_size(x.shape[1], W.shape[0], stride, pad)
    columns = output_size(x.shape[2], W.shape[1], stride, pad)
    out = np.zeros((len(x), rows, columns, len(b)))
    for u in range(W.shape[0]):
        for v in range(W.shape[1]):
            seen = padded[:, u : u + stride * (rows - 1) + 1 : stride, v : v + stride * (columns - 1) + 1 : stride]
            out += seen @ W[u, v]
    return out + b


def strided(x, W, b, stride, pad):
    """The windows by hand-made strides, and einsum."""
    x, W, b = (np.asarray(v, dtype=float) for v in (x, W, b))
    padded = np.ascontiguousarray(np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0))))
    KH, KW = W.shape[:2]
    rows, columns = (padded.shape[1] - KH) // stride + 1, (padded.shape[2] - KW) // stride + 1
    sn, sh, sw, sc = padded.strides
    windows = np.lib.stride_tricks.as_strided(
        padded, (len(x), rows, columns, KH, KW, x.shape[3]), (sn, sh * stride, sw * stride, sh, sw, sc)
    )
    return np.einsum("nijuvc,uvcf->nijf", windows, W, optimize=True) + b


def indexed(x, W, b, stride, pad):
    """im2col with arrays of indices."""
    x, W, b = (np.asarray(v, dtype=float) for v in (x, W, b))
    KH, KW, C, F = W.shape
    padded = pad2d(x, pad)
    i = stride * np.arange((padded.shape[1] - KH) // stride + 1)[:, None] + np.arange(KH)
    j = stride * np.arange((padded.shape[2] - KW) // stride + 1)[:, None] + np.arange(KW)
    patches = padded[:, i[:, None, :, None], j[None, :, None, :]]
    return patches.reshape(len(x), len(i), len(j), KH * KW * C) @ W.reshape(KH * KW * C, F) + b


def with_columns_and_output_size(x, W, b, stride, pad):
    """A buffer of patches, filled by a loop over the kernel; output_size says its shape."""
    x, W, b = (np.asarray(v, dtype=float) for v in (x, W, b))
    KH, KW, C, F = W.shape
    rows, columns = output_size(x.shape[1], KH, stride, pad), output_size(x.shape[2], KW, stride, pad)
    padded = pad2d(x, pad)
    patches = np.empty((len(x), rows, columns, KH, KW, C))
    for u in range(KH):
        for v in range(KW):
            seen = padded[:, u : u + stride * rows : stride, v : v + stride * columns : stride]
            patches[:, :, :, u, v] = seen[:, :rows, :columns]
    return np.tensordot(patches, W, axes=3) + b


def by_fourier(x, W, b, stride, pad):
    """Products of Fourier transforms."""
    x, W, b = (np.asarray(v, dtype=float) for v in (x, W, b))
    padded = pad2d(x, pad)
    size = padded.shape[1:3]
    seen, kernels = np.fft.rfft2(padded, size, axes=(1, 2)), np.fft.rfft2(W, size, axes=(0, 1))
    out = np.fft.irfft2(np.einsum("nijc,ijcf->nijf", seen, kernels.conj()), size, axes=(1, 2))
    return out[:, : size[0] - len(W) + 1 : stride, : size[1] - W.shape[1] + 1 : stride] + b
