"""Wrong answers to `clip_by_global_norm`."""

import numpy as np

from autograder import misconception


def _arrays(grads):
    return [(np.asarray(dW, dtype=float), np.asarray(db, dtype=float)) for dW, db in grads]


def _norm(grads):
    return np.sqrt(sum(np.sum(dW**2) + np.sum(db**2) for dW, db in grads))


def _times(grads, factor):
    return [(factor * dW, factor * db) for dW, db in grads]


@misconception(
    en="You clip each array on its own: the norm is that of all the arrays together, and the factor the same for all.",
    es="Recortas cada arreglo por su cuenta: la norma es la de todos los arreglos juntos, y el factor el mismo para todos.",
)
def each_array_alone(grads, max_norm):
    def clip(array):
        return array * min(1.0, max_norm / max(np.linalg.norm(array), 1e-12))

    grads = _arrays(grads)
    return [(clip(dW), clip(db)) for dW, db in grads], _norm(grads)


@misconception(
    en="You clip each layer on its own: the norm is that of all the layers together, and the factor the same for all.",
    es="Recortas cada capa por su cuenta: la norma es la de todas las capas juntas, y el factor el mismo para todas.",
)
def each_layer_alone(grads, max_norm):
    grads = _arrays(grads)
    clipped = [_times([pair], min(1.0, max_norm / max(_norm([pair]), 1e-12)))[0] for pair in grads]
    return clipped, _norm(grads)


@misconception(
    en="You cut each number at the limit: that changes the direction of the step.",
    es="Cortas cada número en el límite: eso cambia la dirección del paso.",
)
def each_number_alone(grads, max_norm):
    grads = _arrays(grads)
    return [(np.clip(dW, -max_norm, max_norm), np.clip(db, -max_norm, max_norm)) for dW, db in grads], _norm(grads)


@misconception(
    en="You rescale even when the norm is within the limit: then nothing should change.",
    es="Reescalas aunque la norma esté dentro del límite: en ese caso no debe cambiar nada.",
)
def always_rescales(grads, max_norm):
    grads = _arrays(grads)
    norm = _norm(grads)
    return _times(grads, max_norm / max(norm, 1e-12)), norm


@misconception(
    en="You return the norm after clipping: return the one from before, which is worth watching.",
    es="Devuelves la norma después de recortar: devuelve la de antes, que es la que vale la pena vigilar.",
)
def norm_afterwards(grads, max_norm):
    grads = _arrays(grads)
    norm = _norm(grads)
    clipped = _times(grads, max_norm / norm if norm > max_norm else 1.0)
    return clipped, _norm(clipped)


@misconception(
    en="You forget the square root of the norm.",
    es="Olvidas la raíz cuadrada de la norma.",
)
def without_root(grads, max_norm):
    grads = _arrays(grads)
    norm = _norm(grads) ** 2
    return _times(grads, max_norm / norm if norm > max_norm else 1.0), norm


@misconception(
    en="You leave the biases out of the norm: every dW and every db counts.",
    es="Dejas los sesgos fuera de la norma: cuenta cada dW y cada db.",
)
def norm_without_biases(grads, max_norm):
    grads = _arrays(grads)
    norm = _norm([(dW, 0 * db) for dW, db in grads])
    return _times(grads, max_norm / norm if norm > max_norm else 1.0), norm


@misconception(
    en="You shorten the weights' gradients but not the biases': all of them shrink by the same factor.",
    es="Acortas los gradientes de los pesos pero no los de los sesgos: todos se reducen con el mismo factor.",
)
def biases_stay_long(grads, max_norm):
    grads = _arrays(grads)
    norm = _norm(grads)
    factor = max_norm / norm if norm > max_norm else 1.0
    return [(factor * dW, db) for dW, db in grads], norm


@misconception(
    en="You add up the norms of the arrays: add up their squares, and take one root at the end.",
    es="Sumas las normas de los arreglos: suma sus cuadrados y saca una sola raíz al final.",
)
def sum_of_norms(grads, max_norm):
    grads = _arrays(grads)
    norm = sum(np.linalg.norm(a) for pair in grads for a in pair)
    return _times(grads, max_norm / norm if norm > max_norm else 1.0), norm


@misconception(
    en="You divide by the norm even when it is 0.",
    es="Divides entre la norma aunque sea 0.",
)
def divides_by_zero(grads, max_norm):
    grads = _arrays(grads)
    norm = _norm(grads)
    return _times(grads, np.minimum(1.0, max_norm / norm)), norm


@misconception(
    en="You shrink the arrays you received: make new ones, whoever called you may still need the old.",
    es="Encoges los arreglos que recibiste: crea otros nuevos, quien te llamó tal vez todavía necesita los suyos.",
)
def shrinks_in_place(grads, max_norm):
    norm = _norm(_arrays(grads))
    if norm > max_norm:
        for pair in grads:
            for array in pair:
                array *= max_norm / norm
    return grads, norm


@misconception(
    en="You return only the clipped gradients: return (grads, norm).",
    es="Devuelves solo los gradientes recortados: devuelve (grads, norm).",
)
def only_the_gradients(grads, max_norm):
    grads = _arrays(grads)
    norm = _norm(grads)
    return _times(grads, max_norm / norm if norm > max_norm else 1.0)
