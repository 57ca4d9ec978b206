"""Right answers to conv2d_backward."""

import numpy as np


def every_loop(dout, cache):
    """Samples, places and filters, one by one."""
    x, W, stride, pad = cache
    samples, rows, columns, filters = dout.shape
    KH, KW = W.shape[0], W.shape[1]
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dpadded, dW, db = np.zeros(padded.shape), np.zeros(W.shape), np.zeros(filters)
    for n in range(samples):
        for i in range(rows):
            for j in range(columns):
                for f in range(filters):
                    top, left = i * stride, j * stride
                    blame = dout[n, i, j, f]
                    dpadded[n, top : top + KH, left : left + KW, :] += W[:, :, :, f] * blame
                    dW[:, :, :, f] += padded[n, top : top + KH, left : left + KW, :] * blame
                    db[f] += blame
    if pad > 0:
        return dpadded[:, pad:-pad, pad:-pad, :], dW, db
    return dpadded, dW, db


def over_the_kernel(dout, cache):
    """One matrix product per position of the kernel; a list of gradients."""
    x, W, stride, pad = cache
    dout = np.asarray(dout, dtype=float)
    _, rows, columns, filters = dout.shape
    padded = pad2d(x, pad)
    dpadded, dW = np.zeros_like(padded), np.zeros_like(W)
    for u in range(W.shape[0]):
        for v in range(W.shape[1]):
            seen = np.s_[:, u : u + (rows - 1) * stride + 1 : stride, v : v + (columns - 1) * stride + 1 : stride]
            dW[u, v] = np.einsum("nijc,nijf->cf", padded[seen], dout)
            dpadded[seen] += dout @ W[u, v].T
    height, width = x.shape[1:3]
    return [dpadded[:, pad : height + pad, pad : width + pad], dW, dout.reshape(-1, filters).sum(axis=0)]


def convolves_backward(dout, cache):
    """dx as the convolution of dout, spread by the stride, with the kernel turned by 180 degrees."""
    x, W, stride, pad = cache
    KH, KW = W.shape[:2]
    height, width = x.shape[1] + 2 * pad, x.shape[2] + 2 * pad
    spread = np.zeros((len(x), height + KH - 1, width + KW - 1, W.shape[3]))
    spread[:, KH - 1 : KH - 1 + dout.shape[1] * stride : stride, KW - 1 : KW - 1 + dout.shape[2] * stride : stride][
        :, : dout.shape[1], : dout.shape[2]
    ] = dout
    windows = np.lib.stride_tricks.sliding_window_view(spread, (KH, KW), axis=(1, 2))
    dpadded = np.einsum("nijfuv,uvcf->nijc", windows, W[::-1, ::-1])
    patches = np.lib.stride_tricks.sliding_window_view(pad2d(x, pad), (KH, KW), axis=(1, 2))[:, ::stride, ::stride]
    dW = np.einsum("nijcuv,nijf->uvcf", patches, dout)
    return dpadded[:, pad : pad + x.shape[1], pad : pad + x.shape[2]], dW, np.einsum("nijf->f", dout)


def in_single_precision(dout, cache):
    """Never makes the frame, and computes in float32."""
    x, W, stride, pad = cache
    pixels, kernels, dout = (np.asarray(v, dtype=np.float32) for v in (x, W, dout))
    dx, dW = np.zeros_like(pixels), np.zeros_like(kernels)
    for i, j, u, v in np.ndindex(*dout.shape[1:3], *W.shape[:2]):
        row, column = i * stride + u - pad, j * stride + v - pad
        if 0 <= row < x.shape[1] and 0 <= column < x.shape[2]:
            dx[:, row, column] += dout[:, i, j] @ kernels[u, v].T
            dW[u, v] += pixels[:, row, column].T @ dout[:, i, j]
    return dx.astype(float), dW.astype(float), dout.astype(float).sum(axis=(0, 1, 2))
