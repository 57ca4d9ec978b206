"""Wrong answers to l2_penalty."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _arrays(weights):
    return [np.asarray(w, dtype=float) for w in weights]


@misconception(
    en="You left out the ½ in the penalty, so it no longer fits your gradient.",
    es="Omitiste el ½ en la penalización, así que ya no corresponde a tu gradiente.",
)
def no_half(weights, lam):
    weights = _arrays(weights)
    return lam * sum(np.sum(w**2) for w in weights), [lam * w for w in weights]


@misconception(
    en="Your gradient is 2λW: with the ½ in the penalty, the 2 of the derivative cancels.",
    es="Tu gradiente es 2λW: con el ½ en la penalización, el 2 de la derivada se cancela.",
)
def gradient_doubled(weights, lam):
    weights = _arrays(weights)
    return lam / 2 * sum(np.sum(w**2) for w in weights), [2 * lam * w for w in weights]


@misconception(
    en="You put the ½ into the gradient too: the derivative of λ/2 · W² is λW.",
    es="Pusiste el ½ también en el gradiente: la derivada de λ/2 · W² es λW.",
)
def gradient_halved(weights, lam):
    weights = _arrays(weights)
    return lam / 2 * sum(np.sum(w**2) for w in weights), [lam / 2 * w for w in weights]


@misconception(
    en="You add the absolute values: that is L1. L2 adds the squares.",
    es="Sumas los valores absolutos: eso es L1. L2 suma los cuadrados.",
)
def absolute_values(weights, lam):
    weights = _arrays(weights)
    return lam / 2 * sum(np.sum(np.abs(w)) for w in weights), [lam / 2 * np.sign(w) for w in weights]


@misconception(
    en="You take the root, the length of the weights: the penalty is the sum of the squares itself.",
    es="Sacas la raíz, el largo de los pesos: la penalización es la suma misma de los cuadrados.",
)
def takes_the_root(weights, lam):
    weights = _arrays(weights)
    return lam / 2 * np.sqrt(sum(np.sum(w**2) for w in weights)), [lam * w for w in weights]


@misconception(
    en="You take the mean of the squares: a larger layer should cost more. Add them up.",
    es="Tomas el promedio de los cuadrados: una capa más grande debe costar más. Súmalos.",
)
def means_instead_of_sums(weights, lam):
    weights = _arrays(weights)
    return lam / 2 * sum(np.mean(w**2) for w in weights), [lam * w / w.size for w in weights]


@misconception(
    en="You divide by the number of rows, as if it were a batch: these are weights, not samples.",
    es="Divides entre el número de filas, como si fuera un lote: son pesos, no muestras.",
)
def divides_by_rows(weights, lam):
    weights = _arrays(weights)
    return lam / 2 * sum(np.sum(w**2) / len(w) for w in weights), [lam * w / len(w) for w in weights]


@misconception(
    en="You count only the last layer: the penalty adds up all of them.",
    es="Cuentas solo la última capa: la penalización las suma todas.",
)
def only_the_last(weights, lam):
    weights = _arrays(weights)
    for w in weights:
        penalty = lam / 2 * np.sum(w**2)
    return penalty, [lam * w for w in weights]


@misconception(
    en="You return one penalty per layer: it is one number, the sum over all layers.",
    es="Devuelves una penalización por capa: es un solo número, la suma de todas las capas.",
)
def one_per_layer(weights, lam):
    weights = _arrays(weights)
    return [lam / 2 * np.sum(w**2) for w in weights], [lam * w for w in weights]


@misconception(
    en="Your gradient has a minus sign, as if it were the step. The gradient itself points towards larger weights.",
    es="Tu gradiente lleva un signo menos, como si fuera el paso. El gradiente mismo apunta hacia pesos mayores.",
)
def negative_gradient(weights, lam):
    weights = _arrays(weights)
    return lam / 2 * sum(np.sum(w**2) for w in weights), [-lam * w for w in weights]


@misconception(
    en="You multiply the weights in place: the caller's weights have changed. Make new arrays.",
    es="Multiplicas los pesos en su lugar: cambiaste los pesos de quien te llamó. Crea arreglos nuevos.",
)
def in_place(weights, lam):
    weights = _arrays(weights)
    penalty = lam / 2 * sum(np.sum(w**2) for w in weights)
    for w in weights:
        w *= lam
    return penalty, weights


@misconception(
    en="You square λ together with the weights: it multiplies the sum just once.",
    es="Elevas λ al cuadrado junto con los pesos: multiplica a la suma una sola vez.",
)
def squares_lambda(weights, lam):
    weights = _arrays(weights)
    return sum(np.sum((lam * w) ** 2) for w in weights) / 2, [lam**2 * w for w in weights]
