"""Wrong answers to sigmoid_backward."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _arrays(dout, x):
    return np.array(dout, dtype=np.float64), np.array(x, dtype=np.float64)


def _sigmoid(x):
    z = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, z) / (1.0 + z)


@misconception(
    en="You use x as if it were already the sigmoid's output: s(1 - s) needs s, and you get x.",
    es="Usas x como si ya fuera la salida de la sigmoide: s(1 - s) necesita s, y lo que recibes es x.",
)
def takes_x_for_the_output(dout, x):
    dout, x = _arrays(dout, x)
    return dout * x * (1.0 - x)


@misconception(
    en="You apply the sigmoid twice: x comes before the activation, so one sigmoid is enough.",
    es="Aplicas la sigmoide dos veces: x viene antes de la activación, así que basta una.",
)
def sigmoid_twice(dout, x):
    dout, x = _arrays(dout, x)
    s = _sigmoid(_sigmoid(x))
    return dout * s * (1.0 - s)


@misconception(
    en="You return the slope alone: the chain rule multiplies it by dout.",
    es="Devuelves solo la pendiente: la regla de la cadena la multiplica por dout.",
)
def forgets_dout(dout, x):
    s = _sigmoid(_arrays(dout, x)[1])
    return s * (1.0 - s)


@misconception(
    en="You multiply dout by the value of the sigmoid: the chain rule asks for its slope.",
    es="Multiplicas dout por el valor de la sigmoide: la regla de la cadena pide su pendiente.",
)
def multiplies_by_the_value(dout, x):
    dout, x = _arrays(dout, x)
    return dout * _sigmoid(x)


@misconception(
    en="You keep only the factor 1 - s: the slope of the sigmoid is s(1 - s).",
    es="Conservas solo el factor 1 - s: la pendiente de la sigmoide es s(1 - s).",
)
def half_of_the_slope(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (1.0 - _sigmoid(x))


@misconception(
    en="You use 1 - s^2, the slope of tanh: the sigmoid's is s(1 - s).",
    es="Usas 1 - s^2, la pendiente de tanh: la de la sigmoide es s(1 - s).",
)
def slope_of_tanh(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (1.0 - _sigmoid(x) ** 2)


@misconception(
    en="You use dout as if it were the sigmoid's output: dout is the gradient that arrives, s comes from x.",
    es="Usas dout como si fuera la salida de la sigmoide: dout es el gradiente que llega; s sale de x.",
)
def takes_dout_for_the_output(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (1.0 - dout) * _sigmoid(x)


@misconception(
    en="Your slope is negative: the sigmoid rises everywhere, so its slope is never below 0.",
    es="Tu pendiente es negativa: la sigmoide sube en todas partes, así que su pendiente nunca es menor que 0.",
)
def falling_slope(dout, x):
    dout, x = _arrays(dout, x)
    s = _sigmoid(x)
    return dout * s * (s - 1.0)


@misconception(
    en="Your exponential overflows for large inputs: e^1000 does not fit in a float64. A stable sigmoid avoids it.",
    es="Tu exponencial se desborda con entradas grandes: e^1000 no cabe en un float64. Una sigmoide estable lo evita.",
)
def overflows(dout, x):
    dout, x = _arrays(dout, x)
    return dout * np.exp(-x) / (1.0 + np.exp(-x)) ** 2


@misconception(
    en="You write into dout: the same array may be on its way to another branch of the network. Work on a copy.",
    es="Escribes en dout: el mismo arreglo puede ir también hacia otra rama de la red. Trabaja en una copia.",
)
def writes_into_dout(dout, x):
    dout, x = np.asarray(dout, dtype=np.float64), np.asarray(x, dtype=np.float64)
    dout *= _sigmoid(x) * (1.0 - _sigmoid(x))
    return dout


@misconception(
    en="You store the answer in an array of dout's own type: with integers it loses its decimals. A gradient is float64.",
    es="Guardas la respuesta en un arreglo del tipo de dout: con enteros pierde los decimales. Un gradiente es float64.",
)
def integer_box(dout, x):
    dout, x = np.asarray(dout), np.asarray(x)
    out = np.empty_like(dout)
    out[...] = dout * _sigmoid(x) * (1.0 - _sigmoid(x))
    return out


@misconception(
    en="You add the gradient up into one number: each entry of x gets its own.",
    es="Sumas el gradiente en un solo número: a cada elemento de x le toca el suyo.",
)
def adds_everything_up(dout, x):
    dout, x = _arrays(dout, x)
    return np.sum(dout * _sigmoid(x) * (1.0 - _sigmoid(x)))
