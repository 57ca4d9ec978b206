"""Wrong answers to softmax_backward."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _array(x):
    return np.array(x, dtype=np.float64)


def _softmax(x):
    x = _array(x)
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def _row_sum(x):
    return x.sum(axis=-1, keepdims=True)


@misconception(
    en="You use p(1 - p) as if each output depended on its own logit only: every logit moves all outputs of its row.",
    es="Usas p(1 - p), como si cada salida dependiera solo de su propio logit: cada logit mueve todas las salidas de su fila.",
)
def diagonal_only(dout, x):
    p = _softmax(x)
    return _array(dout) * p * (1.0 - p)


@misconception(
    en="You leave out the weighted average of dout: without it, raising one logit would not lower the other outputs.",
    es="Omites el promedio ponderado de dout: sin él, subir un logit no bajaría las demás salidas.",
)
def forgets_the_average(dout, x):
    return _softmax(x) * _array(dout)


@misconception(
    en="You return p minus dout: that is the gradient of the cross-entropy loss, when labels are given. Here dout arrives.",
    es="Devuelves p menos dout: ese es el gradiente de la entropía cruzada, con etiquetas. Aquí lo que llega es dout.",
)
def gradient_of_cross_entropy(dout, x):
    return _softmax(x) - _array(dout)


@misconception(
    en="You subtract the plain sum of dout: each term has to be weighted by its probability.",
    es="Restas la suma simple de dout: cada término debe ponderarse con su probabilidad.",
)
def sum_without_weights(dout, x):
    dout = _array(dout)
    return _softmax(x) * (dout - _row_sum(dout))


@misconception(
    en="You subtract the plain mean of dout: the average is weighted by the probabilities.",
    es="Restas la media simple de dout: el promedio se pondera con las probabilidades.",
)
def mean_without_weights(dout, x):
    dout = _array(dout)
    return _softmax(x) * (dout - dout.mean(axis=-1, keepdims=True))


@misconception(
    en="You subtract the average before multiplying by p: it has to be multiplied by p too.",
    es="Restas el promedio sin multiplicarlo por p: también debe multiplicarse por p.",
)
def average_outside(dout, x):
    weighted = _softmax(x) * _array(dout)
    return weighted - _row_sum(weighted)


@misconception(
    en="You average over the first axis, across the samples: each sample's average runs over its own classes.",
    es="Promedias sobre el primer eje, entre muestras: el promedio de cada muestra recorre sus propias clases.",
)
def first_axis(dout, x):
    p, dout = _softmax(x), _array(dout)
    return p * (dout - (p * dout).sum(axis=0, keepdims=True))


@misconception(
    en="You use one average for the whole array: each row has its own.",
    es="Usas un solo promedio para todo el arreglo: cada fila tiene el suyo.",
)
def one_average_for_all(dout, x):
    p, dout = _softmax(x), _array(dout)
    return p * (dout - (p * dout).sum())


@misconception(
    en="Some sum loses its axis, so it no longer lines up with the rows: keep it (keepdims) when you add up.",
    es="Alguna suma pierde su eje y ya no se alinea con las filas: consérvalo (keepdims) al sumar.",
)
def loses_the_axis(dout, x):
    p, dout = _softmax(x), _array(dout)
    return p * (dout - (p * dout).sum(axis=-1))


@misconception(
    en="You use x as if it were already the probabilities: x holds the logits, so apply softmax first.",
    es="Usas x como si ya fueran las probabilidades: x trae los logits, así que primero aplica softmax.",
)
def takes_x_for_the_output(dout, x):
    x, dout = _array(x), _array(dout)
    return x * (dout - _row_sum(x * dout))


@misconception(
    en="You apply softmax twice: x holds the logits, so one softmax is enough.",
    es="Aplicas softmax dos veces: x trae los logits, así que basta una.",
)
def softmax_twice(dout, x):
    p, dout = _softmax(_softmax(x)), _array(dout)
    return p * (dout - _row_sum(p * dout))


@misconception(
    en="You keep only the cross terms: each logit also raises its own output.",
    es="Conservas solo los términos cruzados: cada logit también sube su propia salida.",
)
def cross_terms_only(dout, x):
    p = _softmax(x)
    return -p * _row_sum(p * _array(dout))


@misconception(
    en="You add the weighted average instead of subtracting it: the gradients of a row must add up to 0.",
    es="Sumas el promedio ponderado en vez de restarlo: los gradientes de una fila deben sumar 0.",
)
def adds_the_average(dout, x):
    p, dout = _softmax(x), _array(dout)
    return p * (dout + _row_sum(p * dout))


@misconception(
    en="You return p(1 - p) and never use dout: the chain rule multiplies by it.",
    es="Devuelves p(1 - p) y nunca usas dout: la regla de la cadena lo multiplica.",
)
def forgets_dout(dout, x):
    p = _softmax(x)
    return p * (1.0 - p)


@misconception(
    en="Your softmax in here overflows for large logits: use the stable one you already wrote.",
    es="La softmax que usas aquí se desborda con logits grandes: usa la estable que ya escribiste.",
)
def overflows(dout, x):
    e, dout = np.exp(_array(x)), _array(dout)
    p = e / _row_sum(e)
    return p * (dout - _row_sum(p * dout))


@misconception(
    en="You build the Jacobian of a single vector: x may be a batch, with one Jacobian per row.",
    es="Construyes el jacobiano de un solo vector: x puede ser un lote, con un jacobiano por fila.",
)
def single_vector_only(dout, x):
    p = _softmax(x).ravel()
    return (np.diag(p) - np.outer(p, p)) @ _array(dout).ravel()


@misconception(
    en="You subtract the average inside dout itself: the same array may be on its way to another branch. Work on a copy.",
    es="Restas el promedio dentro del propio dout: el mismo arreglo puede ir también hacia otra rama. Trabaja en una copia.",
)
def writes_into_dout(dout, x):
    p, dout = _softmax(x), np.asarray(dout, dtype=np.float64)
    dout -= _row_sum(p * dout)
    return p * dout


@misconception(
    en="You store the answer in an array of dout's own type: with integers it loses its decimals. A gradient is float64.",
    es="Guardas la respuesta en un arreglo del tipo de dout: con enteros pierde los decimales. Un gradiente es float64.",
)
def integer_box(dout, x):
    p, dout = _softmax(x), np.asarray(dout)
    out = np.empty_like(dout)
    out[...] = p * (dout - _row_sum(p * dout))
    return out
