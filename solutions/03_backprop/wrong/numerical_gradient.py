"""Wrong answers to `numerical_gradient`."""

import numpy as np

from autograder import misconception


def _each(x, slope, dtype=float):
    x = np.array(x, dtype=dtype)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        gradient[i] = slope(x, i)
    return gradient


def _moved(x, i, h):
    other = x.copy()
    other[i] += h
    return other


@misconception(
    en="You use the forward difference, which compares x + h with x: compare x + h with x - h.",
    es="Usas la diferencia hacia adelante, que compara x + h con x: compara x + h con x - h.",
)
def forward_difference(f, x, h):
    return _each(x, lambda x, i: (f(_moved(x, i, h)) - f(x)) / h)


@misconception(
    en="You use the backward difference, which compares x with x - h: compare x + h with x - h.",
    es="Usas la diferencia hacia atrás, que compara x con x - h: compara x + h con x - h.",
)
def backward_difference(f, x, h):
    return _each(x, lambda x, i: (f(x) - f(_moved(x, i, -h))) / h)


@misconception(
    en="You divide by h: between x - h and x + h there is a distance of 2h.",
    es="Divides entre h: entre x - h y x + h hay una distancia de 2h.",
)
def divides_by_h(f, x, h):
    return _each(x, lambda x, i: (f(_moved(x, i, h)) - f(_moved(x, i, -h))) / h)


@misconception(
    en="You forget the division by 2h: a difference is not yet a slope.",
    es="Olvidas dividir entre 2h: una diferencia todavía no es una pendiente.",
)
def without_division(f, x, h):
    return _each(x, lambda x, i: f(_moved(x, i, h)) - f(_moved(x, i, -h)))


@misconception(
    en="You move all the entries at once: move one at a time, with the others where they were.",
    es="Mueves todas las entradas a la vez: mueve una por una, con las demás donde estaban.",
)
def moves_everything(f, x, h):
    x = np.array(x, dtype=float)
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))


@misconception(
    en="You do not put an entry back before you move the next one.",
    es="No devuelves una entrada a su valor antes de mover la siguiente.",
)
def never_goes_back(f, x, h):
    def slope(x, i):
        x[i] += h
        above = f(x)
        x[i] -= 2 * h
        return (above - f(x)) / (2 * h)

    return _each(x, slope)


@misconception(
    en="You add h to the caller's own x and subtract it again: rounding leaves it changed. Work on a copy, or store the "
    "old value.",
    es="Le sumas h al propio x de quien te llamó y se lo vuelves a restar: el redondeo lo deja cambiado. Trabaja sobre "
    "una copia, o guarda el valor anterior.",
)
def leaves_rounding(f, x, h):
    x = np.asarray(x) if np.asarray(x).dtype == float else np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += h
        above = f(x)
        x[i] -= 2 * h
        below = f(x)
        x[i] += h
        gradient[i] = (above - below) / (2 * h)
    return gradient


@misconception(
    en="You work in x's own type: if x holds integers, adding h changes nothing. Convert it to float.",
    es="Trabajas en el tipo de la propia x: si x tiene enteros, sumar h no cambia nada. Conviértelo a float.",
)
def keeps_integers(f, x, h):
    def slope(x, i):
        above, below = x.copy(), x.copy()
        above[i], below[i] = x[i] + h, x[i] - h
        return (f(above) - f(below)) / (2 * h)

    return _each(x, slope, np.asarray(x).dtype)


@misconception(
    en="You use a step of your own instead of the h that you receive.",
    es="Usas un paso propio en lugar del h que recibes.",
)
def ignores_h(f, x, h):
    return _each(x, lambda x, i: (f(_moved(x, i, 1e-6)) - f(_moved(x, i, -1e-6))) / 2e-6)


@misconception(
    en="Your gradient is flat: it has the shape of x.",
    es="Tu gradiente está aplanado: tiene la forma de x.",
)
def flat_answer(f, x, h):
    return _each(x, lambda x, i: (f(_moved(x, i, h)) - f(_moved(x, i, -h))) / (2 * h)).ravel()


@misconception(
    en="Your gradient has the opposite sign: it is f(x + h) minus f(x - h).",
    es="Tu gradiente tiene el signo contrario: es f(x + h) menos f(x - h).",
)
def opposite_sign(f, x, h):
    return _each(x, lambda x, i: (f(_moved(x, i, -h)) - f(_moved(x, i, h))) / (2 * h))
