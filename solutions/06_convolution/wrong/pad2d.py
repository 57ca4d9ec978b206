"""Wrong answers to pad2d."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _array(x):
    return np.asarray(x, dtype=float)


@misconception(
    en="You pad every axis: a frame on the batch invents images, and on the channels it invents colours.",
    es="Rellenas todos los ejes: un marco en el lote inventa imágenes, y en los canales inventa colores.",
)
def pads_every_axis(x, pad):
    return np.pad(_array(x), pad)


@misconception(
    en="You pad the last two axes: here images are (N, H, W, C), so the last one holds channels.",
    es="Rellenas los dos últimos ejes: aquí las imágenes son (N, H, W, C), así que el último tiene canales.",
)
def channels_first(x, pad):
    return np.pad(_array(x), ((0, 0), (0, 0), (pad, pad), (pad, pad)))


@misconception(
    en="You pad the first two axes: the first one is the batch, and height and width come after it.",
    es="Rellenas los dos primeros ejes: el primero es el lote, y después vienen el alto y el ancho.",
)
def pads_the_batch(x, pad):
    return np.pad(_array(x), ((pad, pad), (pad, pad), (0, 0), (0, 0)))


@misconception(
    en="You add zeros only at the end: a frame has zeros on both sides of each axis.",
    es="Agregas ceros solo al final: un marco tiene ceros a ambos lados de cada eje.",
)
def pads_one_side(x, pad):
    return np.pad(_array(x), ((0, 0), (0, pad), (0, pad), (0, 0)))


@misconception(
    en="You share the pad between both sides: pad is the width of the frame on each side.",
    es="Repartes el relleno entre los dos lados: pad es el ancho del marco en cada lado.",
)
def halves_the_pad(x, pad):
    before, after = pad // 2, pad - pad // 2
    return np.pad(_array(x), ((0, 0), (before, after), (before, after), (0, 0)))


@misconception(
    en="You repeat the border of the image: the frame is made of zeros.",
    es="Repites el borde de la imagen: el marco es de ceros.",
)
def repeats_the_border(x, pad):
    return np.pad(_array(x), ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="edge")


@misconception(
    en="You pad the rows only: the frame goes around height and width.",
    es="Rellenas solo las filas: el marco rodea el alto y el ancho.",
)
def pads_the_height(x, pad):
    return np.pad(_array(x), ((0, 0), (pad, pad), (0, 0), (0, 0)))


@misconception(
    en="You index with pad:-pad, which at pad 0 is 0:-0, an empty slice.",
    es="Usas el corte pad:-pad, que con relleno 0 es 0:-0, un corte vacío.",
)
def empty_slice_at_zero(x, pad):
    x = _array(x)
    framed = np.zeros((x.shape[0], x.shape[1] + 2 * pad, x.shape[2] + 2 * pad, x.shape[3]))
    framed[:, pad:-pad, pad:-pad] = x
    return framed


@misconception(
    en="You lose the channels: the answer has as many channels as x.",
    es="Pierdes los canales: la respuesta tiene tantos canales como x.",
)
def drops_channels(x, pad):
    return np.pad(_array(x)[..., :1], ((0, 0), (pad, pad), (pad, pad), (0, 0)))


@misconception(
    en="You keep the type of x: images of integers must become float64.",
    es="Conservas el tipo de x: las imágenes de enteros deben pasar a float64.",
)
def keeps_integers(x, pad):
    return np.pad(np.asarray(x), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
