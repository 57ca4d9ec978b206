"""Wrong answers to max_norm."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _array(W):
    return np.asarray(W, dtype=float)


def _norms(W):
    return np.sqrt(np.sum(W**2, axis=tuple(range(W.ndim - 1)), keepdims=True))


@misconception(
    en="You limit the rows, what goes out of each input. A unit's incoming weights are a column.",
    es="Limitas las filas, lo que sale de cada entrada. Los pesos que entran a una unidad son una columna.",
)
def limits_each_row(W, limit):
    W = _array(W)
    return W * (limit / np.maximum(np.sqrt(np.sum(W**2, axis=-1, keepdims=True)), limit))


@misconception(
    en="You measure the whole array at once: small units pay for the large ones. Each unit has its own length.",
    es="Mides el arreglo entero de una vez: las unidades pequeñas pagan por las grandes. Cada unidad tiene su propio largo.",
)
def whole_array(W, limit):
    W = _array(W)
    return W * (limit / max(np.sqrt(np.sum(W**2)), limit))


@misconception(
    en="You sum over the first axis only. In a convolution a unit sees height, width and channels: all axes but the last.",
    es="Sumas solo sobre el primer eje. En una convolución, una unidad ve alto, ancho y canales: todos los ejes menos el último.",
)
def first_axis_only(W, limit):
    W = _array(W)
    return W * (limit / np.maximum(np.sqrt(np.sum(W**2, axis=0, keepdims=True)), limit))


@misconception(
    en="You set every unit to the length of the limit: shorter ones must stay as they are.",
    es="Llevas todas las unidades al largo del límite: las más cortas deben quedar como están.",
)
def always_rescales(W, limit):
    W = _array(W)
    norms = _norms(W)
    return W * (limit / np.where(norms > 0, norms, 1.0))


@misconception(
    en="You divide by the length of a unit at zero: that gives NaN, and it should stay at zero.",
    es="Divides entre el largo de una unidad en cero: eso da NaN, y debería seguir en cero.",
)
def divides_by_zero(W, limit):
    W = _array(W)
    norms = _norms(W)
    return W * (np.minimum(norms, limit) / norms)


@misconception(
    en="You cut each weight at the limit: that bends the arrow. Shorten it whole, in the same direction.",
    es="Cortas cada peso en el límite: eso tuerce la flecha. Acórtala entera, en la misma dirección.",
)
def clips_each_weight(W, limit):
    return np.clip(_array(W), -limit, limit)


@misconception(
    en="You forgot the root: you compare the length squared with the limit.",
    es="Olvidaste la raíz: comparas el largo al cuadrado con el límite.",
)
def forgets_the_root(W, limit):
    W = _array(W)
    return W * (limit / np.maximum(_norms(W) ** 2, limit))


@misconception(
    en="You divide the long ones by their length and stop there: they end with length 1, not with the limit.",
    es="Divides las largas entre su largo y nada más: quedan con largo 1, no con el límite.",
)
def ends_at_one(W, limit):
    W = _array(W)
    norms = _norms(W)
    return np.where(norms > limit, W / np.maximum(norms, 1e-12), W)


@misconception(
    en="You measure with the sum of absolute values. The length of an arrow is the root of the sum of squares.",
    es="Mides con la suma de valores absolutos. El largo de una flecha es la raíz de la suma de cuadrados.",
)
def sum_of_absolute_values(W, limit):
    W = _array(W)
    norms = np.abs(W).sum(axis=tuple(range(W.ndim - 1)), keepdims=True)
    return W * (limit / np.maximum(norms, limit))


@misconception(
    en="You measure with the largest weight. The length of an arrow counts all of them.",
    es="Mides con el peso más grande. El largo de una flecha los cuenta a todos.",
)
def largest_weight(W, limit):
    W = _array(W)
    norms = np.abs(W).max(axis=tuple(range(W.ndim - 1)), keepdims=True)
    return W * (limit / np.maximum(norms, limit))


@misconception(
    en="You shorten the caller's own array. Return a new one and leave W as it was.",
    es="Acortas el arreglo de quien te llamó. Devuelve uno nuevo y deja W como estaba.",
)
def in_place(W, limit):
    W = _array(W)
    W *= limit / np.maximum(_norms(W), limit)
    return W


@misconception(
    en="You erase the units that are too long: they have to be shortened, not lost.",
    es="Borras las unidades demasiado largas: hay que acortarlas, no perderlas.",
)
def erases_long_units(W, limit):
    W = _array(W)
    return W * (_norms(W) <= limit)


@misconception(
    en="You take the root of the mean of the squares: with many inputs, a unit could then be far longer than the limit.",
    es="Tomas la raíz del promedio de los cuadrados: con muchas entradas, una unidad podría pasar con mucho el límite.",
)
def root_of_the_mean(W, limit):
    W = _array(W)
    norms = np.sqrt(np.mean(W**2, axis=tuple(range(W.ndim - 1)), keepdims=True))
    return W * (limit / np.maximum(norms, limit))


@misconception(
    en="You forget the root in the factor: the length is shortened to the limit, not the length squared.",
    es="Olvidas la raíz en el factor: lo que se acorta hasta el límite es el largo, no el largo al cuadrado.",
)
def squares_in_the_factor(W, limit):
    W = _array(W)
    return W * np.minimum(1.0, limit**2 / np.maximum(_norms(W) ** 2, 1e-12))


@misconception(
    en="You use one factor for all the units, that of the longest: each unit has its own.",
    es="Usas un solo factor para todas las unidades, el de la más larga: cada unidad tiene el suyo.",
)
def factor_of_the_longest(W, limit):
    W = _array(W)
    return W * (limit / max(float(_norms(W).max()), limit))
