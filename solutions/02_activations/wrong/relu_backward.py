"""Wrong answers to relu_backward."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _arrays(dout, x):
    return np.array(dout, dtype=np.float64), np.array(x, dtype=np.float64)


@misconception(
    en="You use slope 1 at x = 0: the convention of this notebook is 0 there.",
    es="Usas pendiente 1 en x = 0: la convención de este cuaderno es 0 ahí.",
)
def open_at_zero(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (x >= 0)


@misconception(
    en="You let half of dout through at x = 0: the convention of this notebook is slope 0 there.",
    es="Dejas pasar la mitad de dout en x = 0: la convención de este cuaderno es pendiente 0 ahí.",
)
def half_open_at_zero(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (1.0 + np.sign(x)) / 2.0


@misconception(
    en="You write into dout: the same array may be on its way to another branch of the network. Work on a copy.",
    es="Escribes en dout: el mismo arreglo puede ir también hacia otra rama de la red. Trabaja en una copia.",
)
def writes_into_dout(dout, x):
    dout, x = np.asarray(dout, dtype=np.float64), np.asarray(x, dtype=np.float64)
    dout[x <= 0] = 0.0
    return dout


@misconception(
    en="You write the slopes into x: the caller may still need x. Work on a copy.",
    es="Escribes las pendientes en x: quien llama puede necesitarla todavía. Trabaja en una copia.",
)
def writes_into_x(dout, x):
    dout, x = np.asarray(dout, dtype=np.float64), np.asarray(x, dtype=np.float64)
    x[x <= 0] = 0.0
    x[x > 0] = 1.0
    return dout * x


@misconception(
    en="You block dout by its own sign: what opens the gate is the sign of x. A negative gradient passes an open gate.",
    es="Bloqueas dout según su propio signo: lo que abre la compuerta es el signo de x. Un gradiente negativo también pasa.",
)
def gate_from_dout(dout, x):
    dout, x = _arrays(dout, x)
    return np.maximum(dout, 0.0)


@misconception(
    en="You block dout also where dout itself is negative: only the sign of x counts.",
    es="Bloqueas dout también donde el propio dout es negativo: solo cuenta el signo de x.",
)
def two_gates(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (x > 0) * (dout > 0)


@misconception(
    en="You return the slope alone: the chain rule multiplies it by dout.",
    es="Devuelves solo la pendiente: la regla de la cadena la multiplica por dout.",
)
def forgets_dout(dout, x):
    return (_arrays(dout, x)[1] > 0).astype(np.float64)


@misconception(
    en="You multiply dout by the value of ReLU: the chain rule asks for its slope, which is 1 or 0.",
    es="Multiplicas dout por el valor de ReLU: la regla de la cadena pide su pendiente, que es 1 o 0.",
)
def multiplies_by_the_value(dout, x):
    dout, x = _arrays(dout, x)
    return dout * np.maximum(x, 0.0)


@misconception(
    en="You multiply dout by x: the chain rule asks for the slope at x, which is 1 or 0.",
    es="Multiplicas dout por x: la regla de la cadena pide la pendiente en x, que es 1 o 0.",
)
def multiplies_by_x(dout, x):
    dout, x = _arrays(dout, x)
    return dout * x


@misconception(
    en="Your gate is the wrong way round: dout passes where x is positive.",
    es="Tu compuerta está al revés: dout pasa donde x es positiva.",
)
def inverted_gate(dout, x):
    dout, x = _arrays(dout, x)
    return dout * (x < 0)


@misconception(
    en="You select the entries that pass, so the others disappear and the shape is lost: they must stay, as 0.",
    es="Seleccionas los valores que pasan, así que los demás desaparecen y se pierde la forma: deben quedarse, como 0.",
)
def removes_entries(dout, x):
    dout, x = _arrays(dout, x)
    return dout[x > 0]


@misconception(
    en="Integers go in and integers come out: a gradient is always float64.",
    es="Entran enteros y salen enteros: un gradiente siempre es float64.",
)
def stays_in_integers(dout, x):
    return np.where(np.asarray(x) > 0, dout, 0)


@misconception(
    en="You assume that x is an array: a list is also legal, so turn both arguments into arrays first.",
    es="Supones que x es un arreglo: una lista también es válida, así que primero convierte ambos argumentos en arreglos.",
)
def needs_an_array(dout, x):
    return dout * (x > 0) * 1.0


@misconception(
    en="You pass dout on untouched: where x is negative ReLU is flat, so nothing may pass there.",
    es="Dejas pasar dout intacto: donde x es negativa ReLU es plana, así que ahí no debe pasar nada.",
)
def passes_everything(dout, x):
    return _arrays(dout, x)[0]
