"""Wrong answers to tanh_backward."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _arrays(dout, x):
    return np.array(dout, dtype=np.float64), np.array(x, dtype=np.float64)


@misconception(
    en="You use x as if it were already tanh's output: 1 - t^2 needs t, and you get x.",
    es="Usas x como si ya fuera la salida de tanh: 1 - t^2 necesita t, y lo que recibes es x.",
)
def takes_x_for_the_output(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (1.0 - x**2)


@misconception(
    en="You apply tanh twice: x comes before the activation, so one tanh is enough.",
    es="Aplicas tanh dos veces: x viene antes de la activación, así que basta una.",
)
def tanh_twice(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (1.0 - np.tanh(np.tanh(x)) ** 2)


@misconception(
    en="You forget the square: the slope is 1 - t^2, which is the same for x and for -x.",
    es="Olvidas el cuadrado: la pendiente es 1 - t^2, que es igual para x y para -x.",
)
def forgets_the_square(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (1.0 - np.tanh(x))


@misconception(
    en="You square the whole difference, (1 - t)^2: only t is squared.",
    es="Elevas al cuadrado toda la diferencia, (1 - t)^2: solo t va al cuadrado.",
)
def squares_the_difference(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (1.0 - np.tanh(x)) ** 2


@misconception(
    en="You use t(1 - t), the sigmoid's slope: tanh's is 1 - t^2.",
    es="Usas t(1 - t), la pendiente de la sigmoide: la de tanh es 1 - t^2.",
)
def slope_of_the_sigmoid(dout, x):
    dout, x = _arrays(dout, x)
    return dout * np.tanh(x) * (1.0 - np.tanh(x))


@misconception(
    en="You return the slope alone: the chain rule multiplies it by dout.",
    es="Devuelves solo la pendiente: la regla de la cadena la multiplica por dout.",
)
def forgets_dout(dout, x):
    return 1.0 - np.tanh(_arrays(dout, x)[1]) ** 2


@misconception(
    en="You multiply dout by the value of tanh: the chain rule asks for its slope.",
    es="Multiplicas dout por el valor de tanh: la regla de la cadena pide su pendiente.",
)
def multiplies_by_the_value(dout, x):
    dout, x = _arrays(dout, x)
    return dout * np.tanh(x)


@misconception(
    en="Your slope is negative: tanh rises everywhere, so its slope is never below 0.",
    es="Tu pendiente es negativa: tanh sube en todas partes, así que su pendiente nunca es menor que 0.",
)
def falling_slope(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (np.tanh(x) ** 2 - 1.0)


@misconception(
    en="You build tanh from exponentials, and they overflow for large inputs. numpy's own tanh does not.",
    es="Construyes tanh con exponenciales, y se desbordan con entradas grandes. La tanh de numpy no.",
)
def overflowing_exponentials(dout, x):
    dout, x = _arrays(dout, x)
    t = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
    return dout * (1.0 - t**2)


@misconception(
    en="You divide by cosh squared, and cosh overflows for large inputs. Use a form in which nothing grows.",
    es="Divides entre cosh al cuadrado, y cosh se desborda con entradas grandes. Usa una forma en la que nada crezca.",
)
def overflowing_cosh(dout, x):
    dout, x = _arrays(dout, x)
    return dout / np.cosh(x) ** 2


@misconception(
    en="You write into dout: the same array may be on its way to another branch of the network. Work on a copy.",
    es="Escribes en dout: el mismo arreglo puede ir también hacia otra rama de la red. Trabaja en una copia.",
)
def writes_into_dout(dout, x):
    dout, x = np.asarray(dout, dtype=np.float64), np.asarray(x, dtype=np.float64)
    dout *= 1.0 - np.tanh(x) ** 2
    return dout


@misconception(
    en="You compute tanh inside x itself: the caller may still need x. Work on a copy.",
    es="Calculas tanh dentro de la propia x: quien llama puede necesitarla todavía. Trabaja en una copia.",
)
def writes_into_x(dout, x):
    dout, x = np.asarray(dout, dtype=np.float64), np.asarray(x, dtype=np.float64)
    np.tanh(x, out=x)
    return dout * (1.0 - x**2)


@misconception(
    en="You store the answer in an array of dout's own type: with integers it loses its decimals. A gradient is float64.",
    es="Guardas la respuesta en un arreglo del tipo de dout: con enteros pierde los decimales. Un gradiente es float64.",
)
def integer_box(dout, x):
    dout, x = np.asarray(dout), np.asarray(x)
    out = np.empty_like(dout)
    out[...] = dout * (1.0 - np.tanh(x) ** 2)
    return out
