"""Wrong answers to conv2d_backward."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _frame(x, pad):
    return np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def _cut(dpadded, x, pad):
    return dpadded[:, pad : pad + x.shape[1], pad : pad + x.shape[2]]


def _window(i, j, W, stride):
    return np.s_[:, i * stride : i * stride + W.shape[0], j * stride : j * stride + W.shape[1]]


def _blame(dout, cache):
    """(dx with its frame, dW, db), right."""
    x, W, stride, pad = cache
    padded = _frame(x, pad)
    dpadded, dW = np.zeros_like(padded), np.zeros_like(W)
    for i, j in np.ndindex(dout.shape[1:3]):
        window = _window(i, j, W, stride)
        dW += np.tensordot(padded[window], dout[:, i, j], axes=(0, 0))
        dpadded[window] += np.tensordot(dout[:, i, j], W, axes=(1, 3))
    return dpadded, dW, dout.sum(axis=(0, 1, 2))


@misconception(
    en="You cut the frame with pad:-pad, which at pad 0 is 0:-0, an empty slice.",
    es="Recortas el marco con pad:-pad, que con relleno 0 es 0:-0, un corte vacío.",
)
def empty_slice_at_zero(dout, cache):
    dpadded, dW, db = _blame(dout, cache)
    pad = cache[3]
    return dpadded[:, pad:-pad, pad:-pad], dW, db


@misconception(
    en="You always cut a frame of one pixel: its width is pad, which may be 0 or 2.",
    es="Siempre recortas un marco de un píxel: su ancho es pad, que puede ser 0 o 2.",
)
def cuts_one_pixel(dout, cache):
    dpadded, dW, db = _blame(dout, cache)
    return dpadded[:, 1:-1, 1:-1], dW, db


@misconception(
    en="You return dx with its frame: dx has the shape of x.",
    es="Devuelves dx con su marco: dx tiene la forma de x.",
)
def keeps_the_frame(dout, cache):
    return _blame(dout, cache)


@misconception(
    en="You assign dx where windows overlap: a pixel adds up the blame of all its windows.",
    es="Asignas dx donde las ventanas se traslapan: un píxel suma la culpa de todas sus ventanas.",
)
def overwrites_dx(dout, cache):
    x, W, stride, pad = cache
    _, dW, db = _blame(dout, cache)
    dpadded = np.zeros_like(_frame(x, pad))
    for i, j in np.ndindex(dout.shape[1:3]):
        dpadded[_window(i, j, W, stride)] = np.tensordot(dout[:, i, j], W, axes=(1, 3))
    return _cut(dpadded, x, pad), dW, db


@misconception(
    en="You assign dW at each place: a weight adds up the blame of all the places.",
    es="Asignas dW en cada lugar: un peso suma la culpa de todos los lugares.",
)
def overwrites_dw(dout, cache):
    x, W, stride, pad = cache
    dpadded, dW, db = _blame(dout, cache)
    padded = _frame(x, pad)
    for i, j in np.ndindex(dout.shape[1:3]):
        dW = np.tensordot(padded[_window(i, j, W, stride)], dout[:, i, j], axes=(0, 0))
    return _cut(dpadded, x, pad), dW, db


@misconception(
    en="Your windows start at (i, j): with a stride they start at (i, j) times the stride, in the backward pass too.",
    es="Tus ventanas empiezan en (i, j): con un paso empiezan en (i, j) por el paso, también hacia atrás.",
)
def ignores_stride(dout, cache):
    x, W, _, pad = cache
    dpadded, dW, db = _blame(dout, (x, W, 1, pad))
    return _cut(dpadded, x, pad), dW, db


@misconception(
    en="You turn the kernel when you stamp it: each place returns the kernel as it was applied.",
    es="Giras el núcleo al estamparlo: cada lugar devuelve el núcleo tal como se aplicó.",
)
def turns_the_kernel(dout, cache):
    x, W, stride, pad = cache
    dpadded = _blame(dout, (x, W[::-1, ::-1], stride, pad))[0]
    _, dW, db = _blame(dout, cache)
    return _cut(dpadded, x, pad), dW, db


@misconception(
    en="You convolve dout as if the stride were 1: with a larger stride its places are farther apart in the image.",
    es="Convolucionas dout como si el paso fuera 1: con un paso mayor, sus lugares están más separados en la imagen.",
)
def full_convolution_without_spreading(dout, cache):
    x, W, stride, pad = cache
    _, dW, db = _blame(dout, cache)
    if stride == 1:
        return _cut(_blame(dout, cache)[0], x, pad), dW, db
    KH, KW = W.shape[:2]
    wide = np.pad(dout, ((0, 0), (KH - 1, KH - 1), (KW - 1, KW - 1), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(wide, (KH, KW), axis=(1, 2))
    full = np.einsum("nijfuv,uvcf->nijc", windows, W[::-1, ::-1])
    dx = np.zeros_like(x)
    part = _cut(full, x, pad)[:, : x.shape[1], : x.shape[2]]
    dx[:, : part.shape[1], : part.shape[2]] = part
    return dx, dW, db


@misconception(
    en="You add up db over the batch only: a bias has one number per filter, added over images and places.",
    es="Sumas db solo sobre el lote: el sesgo tiene un número por filtro, sumado sobre imágenes y lugares.",
)
def db_of_the_batch(dout, cache):
    dpadded, dW, _ = _blame(dout, cache)
    return _cut(dpadded, cache[0], cache[3]), dW, dout.sum(axis=0)


@misconception(
    en="You keep the first places axis in db: it was written for channels-first arrays.",
    es="Conservas en db el primer eje de lugares: eso sirve para arreglos con los canales primero.",
)
def db_channels_first(dout, cache):
    dpadded, dW, _ = _blame(dout, cache)
    return _cut(dpadded, cache[0], cache[3]), dW, dout.sum(axis=(0, 2, 3))


@misconception(
    en="You take means: the gradients are sums, the batch's 1/N already came inside dout.",
    es="Promedias: los gradientes son sumas, el 1/N del lote ya venía dentro de dout.",
)
def divides_by_the_batch(dout, cache):
    dpadded, dW, db = _blame(dout, cache)
    return _cut(dpadded, cache[0], cache[3]), dW / len(dout), db / len(dout)


@misconception(
    en="You average db over the places: it is the sum of dout.",
    es="Promedias db sobre los lugares: es la suma de dout.",
)
def averages_db(dout, cache):
    dpadded, dW, _ = _blame(dout, cache)
    return _cut(dpadded, cache[0], cache[3]), dW, dout.mean(axis=(0, 1, 2))


@misconception(
    en="You only use the last image for dW: it adds up over the batch.",
    es="Para dW solo usas la última imagen: se suma sobre el lote.",
)
def dw_of_one_image(dout, cache):
    x, W, stride, pad = cache
    dpadded, _, db = _blame(dout, cache)
    dW = _blame(dout[-1:], (x[-1:], W, stride, pad))[1]
    return _cut(dpadded, x, pad), dW, db


@misconception(
    en="You compute dW from the image without its frame: the windows were taken from the padded image.",
    es="Calculas dW con la imagen sin su marco: las ventanas se tomaron de la imagen con relleno.",
)
def dw_without_pad(dout, cache):
    x, W, stride, pad = cache
    dpadded, _, db = _blame(dout, cache)
    shifted = np.pad(x, ((0, 0), (0, 2 * pad), (0, 2 * pad), (0, 0)))
    return _cut(dpadded, x, pad), _blame(dout, (shifted, W, stride, 0))[1], db


@misconception(
    en="You exchange rows and columns of the places: OH and OW may differ.",
    es="Confundes las filas y las columnas de los lugares: OH y OW pueden ser distintos.",
)
def exchanges_rows_and_columns(dout, cache):
    x, W, stride, pad = cache
    dpadded, dW, db = _blame(dout.transpose(0, 2, 1, 3), (x.transpose(0, 2, 1, 3), W, stride, pad))
    return _cut(dpadded.transpose(0, 2, 1, 3), x, pad), dW, db


@misconception(
    en="You spoil the cache: your backward function adds into arrays of the cache, and a second call starts from there.",
    es="Estropeas el cache: tu función hacia atrás suma en arreglos del cache, y una segunda llamada parte de ahí.",
)
def spoils_the_cache(dout, cache):
    x, W, stride, pad = cache
    dpadded, dW, db = _blame(dout, cache)
    W[...] = dW
    return _cut(dpadded, x, pad), W, db


@misconception(
    en="You cut the frame on one side only: dx begins pad rows and pad columns into the padded array.",
    es="Recortas el marco de un solo lado: dx empieza pad filas y pad columnas adentro del arreglo con relleno.",
)
def cuts_one_side(dout, cache):
    x, W, stride, pad = cache
    KH, KW = W.shape[:2]
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dpadded, dW = np.zeros_like(padded), np.zeros_like(W)
    for i, j in np.ndindex(dout.shape[1:3]):
        window = np.s_[:, i * stride : i * stride + KH, j * stride : j * stride + KW]
        dW += np.tensordot(padded[window], dout[:, i, j], axes=(0, 0))
        dpadded[window] += np.tensordot(dout[:, i, j], W, axes=(1, 3))
    return dpadded[:, : x.shape[1], : x.shape[2]], dW, dout.sum(axis=(0, 1, 2))
