"""Wrong answers to conv2d_forward."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _arrays(*values):
    return tuple(np.asarray(v, dtype=float) for v in values)


def _frame(x, pad):
    return np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def _places(n, kernel, stride, pad):
    if kernel > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return (n + 2 * pad - kernel) // stride + 1


def _convolved(x, W, stride, pad):
    padded = _frame(x, pad)
    rows, columns = _places(x.shape[1], W.shape[0], stride, pad), _places(x.shape[2], W.shape[1], stride, pad)
    out = np.zeros((len(x), rows, columns, W.shape[3]))
    for i, j in np.ndindex(rows, columns):
        patch = padded[:, i * stride : i * stride + W.shape[0], j * stride : j * stride + W.shape[1]]
        out[:, i, j] = np.tensordot(patch, W, axes=3)
    return out


@misconception(
    en="You turn the kernel by 180 degrees: in deep learning it is not turned.",
    es="Giras el núcleo 180 grados: en aprendizaje profundo no se gira.",
)
def turns_the_kernel(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return _convolved(x, W[::-1, ::-1], stride, pad) + b, (x, W, stride, pad)


@misconception(
    en="You add the bias once per channel: it is added once per place and filter.",
    es="Sumas el sesgo una vez por canal: se suma una vez por lugar y filtro.",
)
def bias_per_channel(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return _convolved(x, W, stride, pad) + x.shape[3] * b, (x, W, stride, pad)


@misconception(
    en="You forget the bias.",
    es="Olvidas el sesgo.",
)
def no_bias(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return _convolved(x, W, stride, pad), (x, W, stride, pad)


@misconception(
    en="Your window starts at (i, j): with a stride it starts at (i, j) times the stride.",
    es="Tu ventana empieza en (i, j): con un paso, empieza en (i, j) por el paso.",
)
def starts_without_stride(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    out = _convolved(x, W, 1, pad)
    rows, columns = _places(x.shape[1], W.shape[0], stride, pad), _places(x.shape[2], W.shape[1], stride, pad)
    return out[:, :rows, :columns] + b, (x, W, stride, pad)


@misconception(
    en="Your window ends one stride after its start: it is as large as the kernel, whatever the stride.",
    es="Tu ventana termina un paso después de su comienzo: mide lo que el núcleo, sea cual sea el paso.",
)
def window_of_the_stride(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    padded = _frame(x, pad)
    rows, columns = _places(x.shape[1], W.shape[0], stride, pad), _places(x.shape[2], W.shape[1], stride, pad)
    out = np.zeros((len(x), rows, columns, len(b)))
    for i, j in np.ndindex(rows, columns):
        patch = padded[:, i * stride : (i + 1) * stride, j * stride : (j + 1) * stride]
        part = W[: patch.shape[1], : patch.shape[2]]
        patch = patch[:, : part.shape[0], : part.shape[1]]
        out[:, i, j] = np.tensordot(patch, part, axes=3) + b
    return out, (x, W, stride, pad)


@misconception(
    en="You exchange height and width: images and kernels need not be square.",
    es="Confundes el alto con el ancho: las imágenes y los núcleos pueden no ser cuadrados.",
)
def exchanges_height_and_width(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    rows, columns = _places(x.shape[2], W.shape[0], stride, pad), _places(x.shape[1], W.shape[1], stride, pad)
    padded = _frame(x, pad)
    out = np.zeros((len(x), rows, columns, len(b)))
    for i, j in np.ndindex(rows, columns):
        patch = padded[:, i * stride : i * stride + W.shape[0], j * stride : j * stride + W.shape[1]]
        if patch.shape[1:3] == W.shape[:2]:
            out[:, i, j] = np.tensordot(patch, W, axes=3) + b
    return out, (x, W, stride, pad)


@misconception(
    en="You leave the padding out: the window walks over the image with its frame.",
    es="Dejas fuera el relleno: la ventana recorre la imagen con su marco.",
)
def ignores_pad(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return _convolved(x, W, stride, 0) + b, (x, W, stride, pad)


@misconception(
    en="You only jump along the rows: the stride holds for both axes.",
    es="Solo saltas a lo largo de las filas: el paso vale para los dos ejes.",
)
def strides_one_axis(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return _convolved(x, W, 1, pad)[:, ::stride] + b, (x, W, stride, pad)


@misconception(
    en="You count a place even where the window does not fit whole.",
    es="Cuentas un lugar incluso donde la ventana no cabe entera.",
)
def rounds_up(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    short = [(stride - (n + 2 * pad - k) % stride) % stride for n, k in zip(x.shape[1:3], W.shape[:2])]
    larger = np.pad(x, ((0, 0), (0, short[0]), (0, short[1]), (0, 0)))
    return _convolved(larger, W, stride, pad) + b, (x, W, stride, pad)


@misconception(
    en="You do not add up the channels: each filter sums over the whole block, all its channels.",
    es="No sumas los canales: cada filtro suma sobre el bloque entero, con todos sus canales.",
)
def first_channel_only(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return _convolved(x[..., :1], W[:, :, :1], stride, pad) + b, (x, W, stride, pad)


@misconception(
    en="You put the filters before the places: the output is (N, OH, OW, F).",
    es="Pones los filtros antes que los lugares: la salida es (N, OH, OW, F).",
)
def filters_first(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return (_convolved(x, W, stride, pad) + b).transpose(0, 3, 1, 2), (x, W, stride, pad)


@misconception(
    en="You only fill in the first image of the batch.",
    es="Solo llenas la primera imagen del lote.",
)
def first_image_only(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    out = _convolved(x, W, stride, pad) + b
    out[1:] = 0
    return out, (x, W, stride, pad)


@misconception(
    en="You use the first filter for all the maps: each filter has its own kernel.",
    es="Usas el primer filtro para todos los mapas: cada filtro tiene su propio núcleo.",
)
def one_filter_for_all(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return _convolved(x, W[..., :1], stride, pad) + b, (x, W, stride, pad)


@misconception(
    en="Your walk ends one place too early: the last start is n + 2 · pad − kernel, included.",
    es="Tu recorrido termina un lugar antes: el último comienzo es n + 2 · pad − kernel, incluido.",
)
def skips_the_last_start(x, W, b, stride, pad):
    x, W, b = (np.asarray(v, dtype=float) for v in (x, W, b))
    KH, KW, _, F = W.shape
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    height, width = padded.shape[1:3]
    out = np.zeros((len(x), (height - KH) // stride + 1, (width - KW) // stride + 1, F))
    for top in range(0, height - KH, stride):
        for left in range(0, width - KW, stride):
            patch = padded[:, top : top + KH, left : left + KW]
            out[:, top // stride, left // stride] = np.tensordot(patch, W, axes=3) + b
    return out, (x, W, stride, pad)


@misconception(
    en="You add the bias only where the whole window is inside the image: every place gets it once.",
    es="Sumas el sesgo solo donde la ventana entera está dentro de la imagen: cada lugar lo recibe una vez.",
)
def no_bias_on_the_frame(x, W, b, stride, pad):
    x, W, b = (np.asarray(v, dtype=float) for v in (x, W, b))
    KH, KW, _, F = W.shape
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    out = np.zeros((len(x), (padded.shape[1] - KH) // stride + 1, (padded.shape[2] - KW) // stride + 1, F))
    for i, j in np.ndindex(out.shape[1:3]):
        top, left = i * stride, j * stride
        inside = pad <= top <= padded.shape[1] - pad - KH and pad <= left <= padded.shape[2] - pad - KW
        out[:, i, j] = np.tensordot(padded[:, top : top + KH, left : left + KW], W, axes=3) + b * inside
    return out, (x, W, stride, pad)


@misconception(
    en="You flatten patches and kernels in different orders: sliding_window_view puts the channels before the window.",
    es="Aplanas los parches y los núcleos en distinto orden: sliding_window_view pone los canales antes de la ventana.",
)
def flattens_in_another_order(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    windows = np.lib.stride_tricks.sliding_window_view(_frame(x, pad), W.shape[:2], axis=(1, 2))[:, ::stride, ::stride]
    return windows.reshape(*windows.shape[:3], -1) @ W.reshape(-1, len(b)) + b, (x, W, stride, pad)


@misconception(
    en="You fill the frame with copies of the border: the frame is made of zeros.",
    es="Llenas el marco con copias del borde: el marco es de ceros.",
)
def repeats_the_border(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="edge")
    return _convolved(padded, W, stride, 0) + b, (x, W, stride, pad)
