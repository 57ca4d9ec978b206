"""Wrong answers to `dense_backward`."""

import numpy as np

from autograder import misconception


def _right(dout, cache):
    x, W, _ = cache
    dout = np.asarray(dout, dtype=float)
    return (dout @ W.T).reshape(x.shape), x.reshape(len(x), -1).T @ dout, dout.sum(axis=0)


@misconception(
    en="Your db is dout itself: each bias touched every sample, so its blames add up over the batch.",
    es="Tu db es el propio dout: cada sesgo tocó todas las muestras, así que sus culpas se suman sobre el lote.",
)
def db_not_added_up(dout, cache):
    dx, dW, _ = _right(dout, cache)
    return dx, dW, np.asarray(dout, dtype=float)


@misconception(
    en="Your db is a mean over the batch: it is a sum. The 1/N already comes inside dout.",
    es="Tu db es un promedio sobre el lote: es una suma. El 1/N ya viene dentro de dout.",
)
def db_is_a_mean(dout, cache):
    dx, dW, db = _right(dout, cache)
    return dx, dW, db / len(dx)


@misconception(
    en="Your db adds up over the units: add up over the samples, so that one number is left for each unit.",
    es="Tu db suma sobre las unidades: suma sobre las muestras, para que quede un número por cada unidad.",
)
def db_over_units(dout, cache):
    dx, dW, _ = _right(dout, cache)
    return dx, dW, np.asarray(dout, dtype=float).sum(axis=1)


@misconception(
    en="You divide by N once more: the loss already did, and its 1/N comes inside dout.",
    es="Divides entre N una vez más: la pérdida ya lo hizo, y su 1/N viene dentro de dout.",
)
def divides_again(dout, cache):
    dx, dW, db = _right(dout, cache)
    return dx, dW / len(dx), db / len(dx)


@misconception(
    en="Your dx is flat: give it back the shape that x had before it was flattened.",
    es="Tu dx está aplanado: devuélvele la forma que tenía x antes de aplanarla.",
)
def dx_stays_flat(dout, cache):
    dx, dW, db = _right(dout, cache)
    return dx.reshape(len(dx), -1), dW, db


@misconception(
    en="Your dW is transposed: it has the shape of W, (D, M).",
    es="Tu dW está transpuesto: tiene la forma de W, (D, M).",
)
def dw_transposed(dout, cache):
    dx, dW, db = _right(dout, cache)
    return dx, dW.T, db


@misconception(
    en="For dx you reshape W to make the product fit: it has to be transposed, which is not the same.",
    es="Para dx le haces un reshape a W para que el producto encaje: hay que transponerla, que no es lo mismo.",
)
def reshapes_for_transposes(dout, cache):
    x, W, _ = cache
    _, dW, db = _right(dout, cache)
    return (np.asarray(dout, dtype=float) @ W.reshape(W.shape[::-1])).reshape(x.shape), dW, db


@misconception(
    en="You ignore the size of the blame that arrives: each slope has to be multiplied by dout.",
    es="Ignoras el tamaño de la culpa que llega: cada pendiente tiene que multiplicarse por dout.",
)
def ignores_dout(dout, cache):
    return _right(np.ones(np.shape(dout)), cache)


@misconception(
    en="You answer with finite differences: far too slow for a network, and imprecise when the outputs are large. "
    "Write the products.",
    es="Respondes con diferencias finitas: demasiado lentas para una red, e imprecisas cuando las salidas son grandes. "
    "Escribe los productos.",
)
def finite_differences(dout, cache):
    x, W, b = cache
    dout = np.asarray(dout, dtype=float)
    if x.size + W.size > 100:
        raise TimeoutError  # what happens anyway, but without the wait
    return (
        numerical_gradient(lambda v: np.sum(dout * dense_forward(v, W, b)[0]), x, 1e-5),
        numerical_gradient(lambda v: np.sum(dout * dense_forward(x, v, b)[0]), W, 1e-5),
        numerical_gradient(lambda v: np.sum(dout * dense_forward(x, W, v)[0]), b, 1e-5),
    )


@misconception(
    en="You change dout in place: whoever called you may still need it. Make a new array.",
    es="Cambias dout en el mismo arreglo: quien te llamó tal vez todavía lo necesita. Crea un arreglo nuevo.",
)
def spoils_dout(dout, cache):
    answer = _right(dout, cache)
    dout *= 0
    return answer


@misconception(
    en="Each sample overwrites the dW of the one before: the blames of all the samples add up.",
    es="Cada muestra sobrescribe el dW de la anterior: las culpas de todas las muestras se suman.",
)
def last_sample_wins(dout, cache):
    x, W, _ = cache
    dx, dW, db = _right(dout, cache)
    for sample, blame in zip(x.reshape(len(x), -1), np.asarray(dout, dtype=float)):
        dW = np.outer(sample, blame)
    return dx, dW, db


@misconception(
    en="You return the gradients in another order: it is (dx, dW, db).",
    es="Devuelves los gradientes en otro orden: es (dx, dW, db).",
)
def another_order(dout, cache):
    dx, dW, db = _right(dout, cache)
    return dW, db, dx
