"""Wrong answers to sigmoid."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _array(x):
    return np.array(x, dtype=np.float64)


def _right(x):
    z = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, z) / (1.0 + z)


@misconception(
    en="Your exponential overflows for very negative x: e^1000 does not fit in a float64. Use the other form there.",
    es="Tu exponencial se desborda con x muy negativa: e^1000 no cabe en un float64. Usa ahí la otra forma.",
)
def overflows_on_the_left(x):
    return 1.0 / (1.0 + np.exp(-_array(x)))


@misconception(
    en="Your exponential overflows for very positive x and infinity over infinity is nan. Use the other form there.",
    es="Tu exponencial se desborda con x muy positiva, e infinito entre infinito es nan. Usa ahí la otra forma.",
)
def overflows_on_the_right(x):
    e = np.exp(_array(x))
    return e / (1.0 + e)


@misconception(
    en="np.where computes both branches for every x before choosing, so the branch you did not want overflows anyway.",
    es="np.where calcula ambas ramas para toda x antes de elegir, así que la rama que no querías se desborda igual.",
)
def computes_both_branches(x):
    x = _array(x)
    return np.where(x >= 0, 1.0 / (1.0 + np.exp(-x)), np.exp(x) / (1.0 + np.exp(x)))


@misconception(
    en="You clip x before the exponential: no warning is left, but beyond the limit the answer is wrong.",
    es="Recortas x antes de la exponencial: ya no hay advertencias, pero más allá del límite la respuesta es incorrecta.",
)
def clips_x(x):
    return _right(np.clip(_array(x), -20.0, 20.0))


@misconception(
    en="You keep the answer away from 0 with a small constant: tiny probabilities must keep their true size.",
    es="Alejas la respuesta de 0 con una constante pequeña: las probabilidades diminutas deben conservar su tamaño real.",
)
def puts_a_floor(x):
    return np.clip(_right(_array(x)), 1e-12, 1.0)


@misconception(
    en="The sign of the exponent is the wrong way round: the sigmoid must rise from 0 to 1, yours falls.",
    es="El signo del exponente está al revés: la sigmoide debe subir de 0 a 1 y la tuya baja.",
)
def falls_instead_of_rising(x):
    return _right(-_array(x))


@misconception(
    en="You leave out the 1 of the denominator: what remains is a plain exponential, which grows past 1.",
    es="Omites el 1 del denominador: lo que queda es una simple exponencial, que pasa de 1.",
)
def forgets_the_one(x):
    return np.exp(np.minimum(_array(x), 700.0))


@misconception(
    en="You return tanh, which runs from -1 to 1: the sigmoid runs from 0 to 1.",
    es="Devuelves tanh, que va de -1 a 1: la sigmoide va de 0 a 1.",
)
def returns_tanh(x):
    return np.tanh(_array(x))


@misconception(
    en="You halve and shift tanh but keep its argument: the sigmoid is twice as wide.",
    es="Reduces tanh a la mitad y la desplazas, pero conservas su argumento: la sigmoide es el doble de ancha.",
)
def tanh_of_the_wrong_width(x):
    return (1.0 + np.tanh(_array(x))) / 2.0


@misconception(
    en="You return the slope of the sigmoid, s(1 - s): that belongs to the next question.",
    es="Devuelves la pendiente de la sigmoide, s(1 - s): eso va en la pregunta siguiente.",
)
def returns_the_slope(x):
    s = _right(_array(x))
    return s * (1.0 - s)


@misconception(
    en="You ask once whether x is positive: an array holds both signs, and each entry needs its own form.",
    es="Preguntas una sola vez si x es positiva: un arreglo tiene ambos signos y cada valor necesita su propia forma.",
)
def one_if_for_all(x):
    x = _array(x)
    if x >= 0:
        return 1.0 / (1.0 + np.exp(-x))
    return np.exp(x) / (1.0 + np.exp(x))


@misconception(
    en="You store the answer in an array of x's own type: with integers every probability is cut to 0 or 1.",
    es="Guardas la respuesta en un arreglo del mismo tipo que x: con enteros toda probabilidad se corta a 0 o 1.",
)
def integer_box(x):
    x = np.asarray(x)
    out = np.empty_like(x)
    out[...] = _right(x)
    return out


@misconception(
    en="You compute inside x itself: the caller still needs it to compute the gradient. Work on a copy.",
    es="Calculas dentro de la propia x: quien llama aún la necesita para calcular el gradiente. Trabaja en una copia.",
)
def writes_into_x(x):
    x = np.asarray(x, dtype=np.float64)
    x[...] = _right(x)
    return x


@misconception(
    en="You divide by the sum over all entries: that is softmax. Each entry has its own sigmoid, alone.",
    es="Divides entre la suma de todos los valores: eso es softmax. Cada valor tiene su propia sigmoide, por separado.",
)
def normalises_together(x):
    e = np.exp(_array(x) - np.max(x))
    return e / e.sum()


@misconception(
    en="You replace the curve by straight pieces: that is the hard sigmoid. Here the exponential is wanted.",
    es="Reemplazas la curva por tramos rectos: esa es la sigmoide dura. Aquí se pide la exponencial.",
)
def straight_pieces(x):
    return np.clip(_array(x) / 6.0 + 0.5, 0.0, 1.0)
