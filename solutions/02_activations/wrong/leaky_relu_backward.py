"""Wrong answers to leaky_relu_backward."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _arrays(dout, x):
    return np.array(dout, dtype=np.float64), np.array(x, dtype=np.float64)


@misconception(
    en="You always use 0.01: the slope is an argument and each call may bring another.",
    es="Siempre usas 0.01: slope es un argumento y cada llamada puede traer otro.",
)
def fixed_slope(dout, x, slope):
    dout, x = _arrays(dout, x)
    return np.where(x > 0, dout, 0.01 * dout)


@misconception(
    en="You block the negative side completely: that is plain ReLU. Here slope times dout gets through.",
    es="Bloqueas por completo el lado negativo: eso es la ReLU simple. Aquí pasa slope por dout.",
)
def closed_gate(dout, x, slope):
    dout, x = _arrays(dout, x)
    return dout * (x > 0)


@misconception(
    en="You apply the slope where x is positive: there dout passes whole.",
    es="Aplicas slope donde x es positiva: ahí dout pasa entero.",
)
def slope_on_the_positive_side(dout, x, slope):
    dout, x = _arrays(dout, x)
    return np.where(x > 0, slope * dout, dout)


@misconception(
    en="You multiply all of dout by slope: where x is positive it passes whole.",
    es="Multiplicas todo dout por slope: donde x es positiva pasa entero.",
)
def slope_everywhere(dout, x, slope):
    return slope * _arrays(dout, x)[0]


@misconception(
    en="You pass dout itself through leaky ReLU, so its own sign picks the side: what decides is the sign of x.",
    es="Pasas el propio dout por la ReLU con fuga, así que su signo elige el lado: lo que decide es el signo de x.",
)
def side_from_dout(dout, x, slope):
    dout, x = _arrays(dout, x)
    return np.where(dout > 0, dout, slope * dout)


@misconception(
    en="You return the slope alone: the chain rule multiplies it by dout.",
    es="Devuelves solo la pendiente: la regla de la cadena la multiplica por dout.",
)
def forgets_dout(dout, x, slope):
    return np.where(_arrays(dout, x)[1] > 0, 1.0, slope)


@misconception(
    en="On the negative side you return slope without dout: the chain rule multiplies by dout on both sides.",
    es="En el lado negativo devuelves slope sin dout: la regla de la cadena multiplica por dout en ambos lados.",
)
def forgets_dout_on_the_negative_side(dout, x, slope):
    dout, x = _arrays(dout, x)
    return np.where(x > 0, dout, slope)


@misconception(
    en="You multiply dout by the value of leaky ReLU: the chain rule asks for its slope, which is 1 or slope.",
    es="Multiplicas dout por el valor de la ReLU con fuga: la regla de la cadena pide su pendiente, que es 1 o slope.",
)
def multiplies_by_the_value(dout, x, slope):
    dout, x = _arrays(dout, x)
    return dout * np.where(x > 0, x, slope * x)


@misconception(
    en="On the negative side you return slope times x, which is the forward value: the gradient there is slope times dout.",
    es="En el lado negativo devuelves slope por x, que es el valor hacia adelante: ahí el gradiente es slope por dout.",
)
def forward_value_on_the_negative_side(dout, x, slope):
    dout, x = _arrays(dout, x)
    return np.where(x > 0, dout, slope * x)


@misconception(
    en="You turn the sign of the negative side: the line rises there too, so its slope is positive.",
    es="Cambias el signo en el lado negativo: la recta también sube ahí, así que su pendiente es positiva.",
)
def falling_leak(dout, x, slope):
    dout, x = _arrays(dout, x)
    return np.where(x > 0, dout, -slope * dout)


@misconception(
    en="You write into dout: the same array may be on its way to another branch of the network. Work on a copy.",
    es="Escribes en dout: el mismo arreglo puede ir también hacia otra rama de la red. Trabaja en una copia.",
)
def writes_into_dout(dout, x, slope):
    dout, x = np.asarray(dout, dtype=np.float64), np.asarray(x, dtype=np.float64)
    dout[x < 0] *= slope
    return dout


@misconception(
    en="You store the answer in an array of dout's own type: with integers it loses its decimals. A gradient is float64.",
    es="Guardas la respuesta en un arreglo del tipo de dout: con enteros pierde los decimales. Un gradiente es float64.",
)
def integer_box(dout, x, slope):
    dout, x = np.asarray(dout), np.asarray(x)
    out = np.zeros_like(dout)
    out[x > 0] = dout[x > 0]
    out[x < 0] = slope * dout[x < 0]
    return out
