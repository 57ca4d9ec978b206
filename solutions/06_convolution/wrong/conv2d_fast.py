"""Wrong answers to conv2d_fast."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _arrays(*values):
    return tuple(np.asarray(v, dtype=float) for v in values)


def _windows(x, W, stride, pad):
    """(N, OH, OW, C, KH, KW)."""
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    return np.lib.stride_tricks.sliding_window_view(padded, W.shape[:2], axis=(1, 2))[:, ::stride, ::stride]


@misconception(
    en="You call conv2d_forward: it is right, but its loops are still there.",
    es="Llamas a conv2d_forward: está bien, pero sus bucles siguen ahí.",
)
def calls_the_slow_one(x, W, b, stride, pad):
    return conv2d_forward(x, W, b, stride, pad)[0]


@misconception(
    en="You loop over the images of the batch: all of them can be done at once.",
    es="Recorres con un bucle las imágenes del lote: se pueden hacer todas a la vez.",
)
def loops_over_the_batch(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return np.stack([np.einsum("ijcuv,uvcf->ijf", _windows(one[None], W, stride, pad)[0], W) + b for one in x])


@misconception(
    en="You loop over the rows of the output: all the places can be done at once.",
    es="Recorres con un bucle las filas de la salida: todos los lugares se pueden hacer a la vez.",
)
def loops_over_rows(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    windows = _windows(x, W, stride, pad)
    out = np.zeros((*windows.shape[:3], len(b)))
    for i in range(out.shape[1]):
        out[:, i] = np.einsum("njcuv,uvcf->njf", windows[:, i], W) + b
    return out


@misconception(
    en="You loop over the columns of the output: all the places can be done at once.",
    es="Recorres con un bucle las columnas de la salida: todos los lugares se pueden hacer a la vez.",
)
def loops_over_columns(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    windows = _windows(x, W, stride, pad)
    return np.stack([np.einsum("nicuv,uvcf->nif", windows[:, :, j], W) + b for j in range(windows.shape[2])], axis=2)


@misconception(
    en="Your patches come from a loop over the places: only the product is vectorized.",
    es="Tus parches salen de un bucle sobre los lugares: solo el producto está vectorizado.",
)
def loops_to_collect_patches(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    windows = _windows(x, W, stride, pad).transpose(0, 1, 2, 4, 5, 3)
    patches = []
    for place in np.ndindex(windows.shape[:3]):
        patches.append(windows[place].ravel())
    return (np.array(patches) @ W.reshape(-1, len(b)) + b).reshape(*windows.shape[:3], len(b))


@misconception(
    en="You hide the loop in a function that numpy calls once per place: it is still Python.",
    es="Escondes el bucle en una función que numpy llama una vez por lugar: sigue siendo Python.",
)
def hides_the_loop(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    windows = _windows(x, W, stride, pad).transpose(0, 1, 2, 4, 5, 3)
    patches = windows.reshape(*windows.shape[:3], -1)
    return np.apply_along_axis(lambda patch: patch @ W.reshape(-1, len(b)) + b, 3, patches)


@misconception(
    en="Your patches and your kernels are flattened in different orders: sliding_window_view puts the channels before the window.",
    es="Tus parches y tus núcleos se aplanan en órdenes distintos: sliding_window_view pone los canales antes que la ventana.",
)
def flattens_in_another_order(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    windows = _windows(x, W, stride, pad)
    return windows.reshape(*windows.shape[:3], -1) @ W.reshape(-1, len(b)) + b


@misconception(
    en="You exchange rows and columns of the window when you flatten it.",
    es="Confundes las filas y las columnas de la ventana al aplanarla.",
)
def transposes_the_window(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    windows = _windows(x, W, stride, pad).transpose(0, 1, 2, 5, 4, 3)
    return windows.reshape(*windows.shape[:3], -1) @ W.reshape(-1, len(b)) + b


@misconception(
    en="You keep the windows of stride 1: with a stride, keep one place of every stride.",
    es="Te quedas con las ventanas de paso 1: con un paso mayor, quédate con un lugar de cada stride.",
)
def ignores_stride(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return np.einsum("nijcuv,uvcf->nijf", _windows(x, W, 1, pad), W) + b


@misconception(
    en="You leave the padding out.",
    es="Dejas fuera el relleno.",
)
def ignores_pad(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return np.einsum("nijcuv,uvcf->nijf", _windows(x, W, stride, 0), W) + b


@misconception(
    en="You forget the bias.",
    es="Olvidas el sesgo.",
)
def no_bias(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return np.einsum("nijcuv,uvcf->nijf", _windows(x, W, stride, pad), W)


@misconception(
    en="You give the product another order: its rows are images and places, and its columns are filters.",
    es="Le das otro orden al producto: sus filas son imágenes y lugares, y sus columnas son filtros.",
)
def reshapes_filters_first(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    windows = _windows(x, W, stride, pad)
    samples, rows, columns = windows.shape[:3]
    product = np.einsum("nijcuv,uvcf->nijf", windows, W) + b
    return product.reshape(samples, len(b), rows, columns).transpose(0, 2, 3, 1)


@misconception(
    en="You return a cache: only out is asked for.",
    es="Devuelves un cache: solo se pide out.",
)
def returns_a_cache(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    return np.einsum("nijcuv,uvcf->nijf", _windows(x, W, stride, pad), W) + b, (x, W, stride, pad)


@misconception(
    en="You wrote the loops on one line: a list comprehension runs over the places all the same.",
    es="Escribiste los bucles en una sola línea: una lista por comprensión recorre los lugares igual.",
)
def loops_on_one_line(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    padded = pad2d(x, pad)
    KH, KW = W.shape[:2]
    tops, lefts = (range(0, n - k + 1, stride) for n, k in zip(padded.shape[1:3], (KH, KW), strict=True))
    rows = [[np.tensordot(padded[:, i : i + KH, j : j + KW], W, axes=3) + b for j in lefts] for i in tops]
    return np.array(rows).transpose(2, 0, 1, 3)


@misconception(
    en="Your function calls itself on each half of the batch: that is a loop over the images too.",
    es="Tu función se llama a sí misma con cada mitad del lote: eso también es un bucle sobre las imágenes.",
)
def halves_the_batch(x, W, b, stride, pad):
    x, W, b = _arrays(x, W, b)
    if len(x) == 1:
        return np.einsum("nijcuv,uvcf->nijf", _windows(x, W, stride, pad), W) + b
    half = len(x) // 2
    return np.concatenate([halves_the_batch(part, W, b, stride, pad) for part in (x[:half], x[half:])])
