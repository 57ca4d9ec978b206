"""Wrong answers to leaky_relu."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _array(x):
    return np.array(x, dtype=np.float64)


@misconception(
    en="You always use 0.01: the slope is an argument and each call may bring another.",
    es="Siempre usas 0.01: slope es un argumento y cada llamada puede traer otro.",
)
def fixed_slope(x, slope):
    x = _array(x)
    return np.where(x > 0, x, 0.01 * x)


@misconception(
    en="You apply the slope to the positive side: the leak is on the negative one.",
    es="Aplicas slope al lado positivo: la fuga está en el negativo.",
)
def slope_on_the_positive_side(x, slope):
    x = _array(x)
    return np.where(x > 0, slope * x, x)


@misconception(
    en="You multiply every entry by slope: positive entries pass as they are.",
    es="Multiplicas todas las entradas por slope: las positivas pasan tal cual.",
)
def slope_everywhere(x, slope):
    return slope * _array(x)


@misconception(
    en="You compare x with slope itself: on the negative side the value is slope times x.",
    es="Comparas x con el propio slope: en el lado negativo el valor es slope por x.",
)
def slope_as_a_floor(x, slope):
    return np.maximum(_array(x), slope)


@misconception(
    en="You return a constant on the negative side: the value there is slope times x, a straight line.",
    es="Devuelves una constante en el lado negativo: ahí el valor es slope por x, una recta.",
)
def constant_leak(x, slope):
    x = _array(x)
    return np.where(x > 0, x, -slope)


@misconception(
    en="Your negative side comes out positive: slope times a negative number stays negative.",
    es="Tu lado negativo sale positivo: slope por un número negativo sigue siendo negativo.",
)
def leak_without_its_sign(x, slope):
    x = _array(x)
    return np.where(x > 0, x, slope * np.abs(x))


@misconception(
    en="You add slope times x on both sides, so the positive side grows too: it must stay x.",
    es="Sumas slope por x en ambos lados, así que el positivo también crece: debe quedar en x.",
)
def leaks_on_both_sides(x, slope):
    x = _array(x)
    return np.maximum(x, 0.0) + slope * x


@misconception(
    en="You subtract slope from negative entries: it multiplies them.",
    es="Restas slope a las entradas negativas: en realidad las multiplica.",
)
def subtracts_the_slope(x, slope):
    x = _array(x)
    return np.where(x > 0, x, x - slope)


@misconception(
    en="You erase the negative side: that is plain ReLU. Here a part of it, slope times x, gets through.",
    es="Borras el lado negativo: eso es la ReLU simple. Aquí pasa una parte, slope por x.",
)
def no_leak(x, slope):
    return np.maximum(_array(x), 0.0)


@misconception(
    en="You divide negative entries by slope: it multiplies them, and it may be 0.",
    es="Divides los valores negativos entre slope: en realidad los multiplica, y puede ser 0.",
)
def divides_by_the_slope(x, slope):
    x = _array(x)
    return np.where(x > 0, x, x / slope)


@misconception(
    en="You write into x itself: the caller still needs it to compute the gradient. Work on a copy.",
    es="Escribes en la propia x: quien llama aún la necesita para calcular el gradiente. Trabaja en una copia.",
)
def writes_into_x(x, slope):
    x = np.asarray(x, dtype=np.float64)
    x[x < 0] *= slope
    return x


@misconception(
    en="You store the answer in an array of x's own type: with integers it loses its decimals. The answer is float64.",
    es="Guardas la respuesta en un arreglo del mismo tipo que x: con enteros pierde los decimales. La respuesta es float64.",
)
def integer_box(x, slope):
    x = np.asarray(x)
    out = np.zeros_like(x)
    out[x > 0] = x[x > 0]
    out[x < 0] = slope * x[x < 0]
    return out


@misconception(
    en="You assume that x is an array: a list is also legal, so turn x into an array first.",
    es="Supones que x es un arreglo: una lista también es válida, así que primero conviértela en arreglo.",
)
def needs_an_array(x, slope):
    return (x > 0) * x + (x < 0) * x * float(slope)


@misconception(
    en="You bend the negative side with an exponential: that is ELU. Here it is a straight line, slope times x.",
    es="Curvas el lado negativo con una exponencial: eso es ELU. Aquí es una recta, slope por x.",
)
def bends_the_leak(x, slope):
    x = _array(x)
    return np.where(x > 0, x, slope * np.expm1(np.minimum(x, 0.0)))
