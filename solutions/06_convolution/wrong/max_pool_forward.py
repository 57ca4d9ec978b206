"""Wrong answers to max_pool_forward."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _pooled(x, size, stride, function=np.max, width=None):
    width = width or size
    rows, columns = (x.shape[1] - size) // stride + 1, (x.shape[2] - size) // stride + 1
    out = np.zeros((len(x), rows, columns, x.shape[3]))
    for i, j in np.ndindex(rows, columns):
        out[:, i, j] = function(x[:, i * stride : i * stride + width, j * stride : j * stride + width], axis=(1, 2))
    return out


@misconception(
    en="You start the search at 0: in a window where all are negative, the largest is negative.",
    es="Empiezas la búsqueda en 0: en una ventana donde todos son negativos, el mayor es negativo.",
)
def starts_at_zero(x, size, stride):
    x = np.asarray(x, dtype=float)
    return np.maximum(_pooled(x, size, stride), 0), (x, size, stride)


@misconception(
    en="You compare absolute values: the largest is the largest, with its sign.",
    es="Comparas valores absolutos: el mayor es el mayor, con su signo.",
)
def largest_in_size(x, size, stride):
    x = np.asarray(x, dtype=float)
    return _pooled(np.abs(x), size, stride), (x, size, stride)


@misconception(
    en="You average the window: this is max pooling.",
    es="Promedias la ventana: esta es la agrupación máxima.",
)
def averages_the_window(x, size, stride):
    x = np.asarray(x, dtype=float)
    return _pooled(x, size, stride, np.mean), (x, size, stride)


@misconception(
    en="You take the stride for the size: they are two different arguments, and windows may overlap.",
    es="Tomas el tamaño como paso: son dos argumentos distintos, y las ventanas pueden traslaparse.",
)
def jumps_by_the_size(x, size, stride):
    x = np.asarray(x, dtype=float)
    return _pooled(x, size, size), (x, size, stride)


@misconception(
    en="Your window is as large as the stride: its side is size.",
    es="Tu ventana mide lo que el paso: su lado es size.",
)
def window_of_the_stride(x, size, stride):
    x = np.asarray(x, dtype=float)
    return _pooled(x, size, stride, width=stride), (x, size, stride)


@misconception(
    en="Your windows start at (i, j): they start at (i, j) times the stride.",
    es="Tus ventanas empiezan en (i, j): empiezan en (i, j) por el paso.",
)
def starts_without_stride(x, size, stride):
    x = np.asarray(x, dtype=float)
    rows, columns = (x.shape[1] - size) // stride + 1, (x.shape[2] - size) // stride + 1
    larger = np.pad(x, ((0, 0), (0, rows), (0, columns), (0, 0)), mode="edge")
    return _pooled(larger, size, 1)[:, :rows, :columns], (x, size, stride)


@misconception(
    en="You take the maximum over the channels: each channel is pooled by itself.",
    es="Tomas el máximo entre canales: cada canal se agrupa por separado.",
)
def pools_channels(x, size, stride):
    x = np.asarray(x, dtype=float)
    out = _pooled(x, size, stride)
    return np.zeros_like(out) + out.max(axis=3, keepdims=True), (x, size, stride)


@misconception(
    en="You take the maximum over the batch: each image is pooled by itself.",
    es="Tomas el máximo sobre el lote: cada imagen se agrupa por separado.",
)
def pools_the_batch(x, size, stride):
    x = np.asarray(x, dtype=float)
    out = _pooled(x, size, stride)
    return np.zeros_like(out) + out.max(axis=0), (x, size, stride)


@misconception(
    en="You also pool the rows and columns that are left over: a window that does not fit whole does not count.",
    es="También agrupas las filas y columnas que sobran: una ventana que no cabe entera no cuenta.",
)
def rounds_up(x, size, stride):
    x = np.asarray(x, dtype=float)
    short = [(stride - (n - size) % stride) % stride for n in x.shape[1:3]]
    larger = np.pad(x, ((0, 0), (0, short[0]), (0, short[1]), (0, 0)), constant_values=-np.inf)
    return _pooled(larger, size, stride), (x, size, stride)


@misconception(
    en="You exchange rows and columns: images need not be square.",
    es="Confundes filas y columnas: las imágenes pueden no ser cuadradas.",
)
def exchanges_rows_and_columns(x, size, stride):
    x = np.asarray(x, dtype=float)
    return _pooled(x, size, stride).transpose(0, 2, 1, 3), (x, size, stride)
