"""Wrong answers to softmax."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _array(x):
    return np.array(x, dtype=np.float64)


def _right(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@misconception(
    en="You take the exponential of the raw logits: e^1000 overflows. Subtract each row's maximum first.",
    es="Calculas la exponencial de los logits tal como llegan: e^1000 se desborda. Resta antes el máximo de cada fila.",
)
def forgets_the_shift(x):
    e = np.exp(_array(x))
    return e / e.sum(axis=-1, keepdims=True)


@misconception(
    en="You normalise along the first axis, across the samples: each sample's classes are on the last axis.",
    es="Normalizas a lo largo del primer eje, entre muestras: las clases de cada muestra están en el último eje.",
)
def first_axis(x):
    x = _array(x)
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=0)


@misconception(
    en="You fix the axis at 1: that is the last one only when there are two axes.",
    es="Fijas el eje en 1: ese es el último solo cuando hay dos ejes.",
)
def second_axis(x):
    x = _array(x)
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@misconception(
    en="You divide by the sum over the whole array: each row on its own must add up to 1.",
    es="Divides entre la suma de todo el arreglo: cada fila por sí sola debe sumar 1.",
)
def one_sum_for_all(x):
    x = _array(x)
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum()


@misconception(
    en="Your row sums lose their axis, so they no longer line up with the rows: keep it when you add up.",
    es="Tus sumas por fila pierden su eje y ya no se alinean con las filas: consérvalo al sumar.",
)
def loses_the_axis(x):
    x = _array(x)
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1)


@misconception(
    en="You subtract the maximum of the whole array: a row far below it turns into 0 divided by 0. Each row needs its own.",
    es="Restas el máximo de todo el arreglo: una fila muy por debajo queda en 0 entre 0. Cada fila necesita el suyo.",
)
def one_maximum_for_all(x):
    x = _array(x)
    e = np.exp(x - x.max())
    return e / e.sum(axis=-1, keepdims=True)


@misconception(
    en="Your search for the maximum starts at 0, so a row of very negative logits is not shifted at all.",
    es="Tu búsqueda del máximo empieza en 0, así que una fila de logits muy negativos no se desplaza.",
)
def maximum_starts_at_zero(x):
    x = _array(x)
    e = np.exp(x - x.max(axis=-1, keepdims=True, initial=0.0))
    return e / e.sum(axis=-1, keepdims=True)


@misconception(
    en="You subtract the mean: the largest logit can still be far above it and overflow. The maximum is what makes it safe.",
    es="Restas la media: el logit mayor puede quedar muy por encima y desbordarse. Lo que protege es el máximo.",
)
def subtracts_the_mean(x):
    x = _array(x)
    e = np.exp(x - x.mean(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@misconception(
    en="You divide the logits by their maximum: that changes the probabilities. Subtracting it does not.",
    es="Divides los logits entre su máximo: eso cambia las probabilidades. Restarlo no las cambia.",
)
def divides_by_the_maximum(x):
    x = _array(x)
    e = np.exp(x / (np.abs(x).max(axis=-1, keepdims=True) + 1e-12))
    return e / e.sum(axis=-1, keepdims=True)


@misconception(
    en="You clip the logits so that nothing overflows: beyond the limit different logits look the same.",
    es="Recortas los logits para que nada se desborde: más allá del límite, logits distintos parecen iguales.",
)
def clips_the_logits(x):
    return _right(np.clip(_array(x), -500.0, 500.0))


@misconception(
    en="You keep the probabilities away from 0 with a small constant: they must keep their true size, and sum to 1.",
    es="Alejas las probabilidades de 0 con una constante pequeña: deben conservar su tamaño real y sumar 1.",
)
def puts_a_floor(x):
    return np.clip(_right(_array(x)), 1e-12, 1.0)


@misconception(
    en="You divide the logits by their sum without the exponential: negative logits would give negative probabilities.",
    es="Divides los logits entre su suma sin la exponencial: los logits negativos darían probabilidades negativas.",
)
def forgets_the_exponential(x):
    x = _array(x)
    return x / (x.sum(axis=-1, keepdims=True) + 1e-12)


@misconception(
    en="You return the exponentials without dividing: probabilities have to add up to 1.",
    es="Devuelves las exponenciales sin dividir: las probabilidades deben sumar 1.",
)
def forgets_to_normalise(x):
    x = _array(x)
    return np.exp(x - x.max(axis=-1, keepdims=True))


@misconception(
    en="You give everything to the largest logit: softmax is the soft version, the others keep their share.",
    es="Le das todo al logit mayor: softmax es la versión suave, los demás conservan su parte.",
)
def winner_takes_all(x):
    x = _array(x)
    return np.eye(x.shape[-1])[x.argmax(axis=-1)]


@misconception(
    en="You apply the sigmoid to each logit: softmax makes the classes of a row compete, and their sum is 1.",
    es="Aplicas la sigmoide a cada logit: softmax pone a competir las clases de una fila, y su suma es 1.",
)
def independent_sigmoids(x):
    return 0.5 * (1.0 + np.tanh(0.5 * _array(x)))


@misconception(
    en="You return the logarithms of the probabilities: the question asks for the probabilities.",
    es="Devuelves los logaritmos de las probabilidades: la pregunta pide las probabilidades.",
)
def stays_in_logarithms(x):
    x = _array(x)
    return x - np.logaddexp.reduce(x, axis=-1, keepdims=True)


@misconception(
    en="You subtract the maximum inside x itself: the caller's logits change. Work on a copy.",
    es="Restas el máximo dentro de la propia x: cambian los logits de quien llama. Trabaja en una copia.",
)
def writes_into_x(x):
    x = np.asarray(x, dtype=np.float64)
    x -= x.max(axis=-1, keepdims=True)
    return _right(x)


@misconception(
    en="You store the answer in an array of x's own type: with integers every probability is cut to 0 or 1.",
    es="Guardas la respuesta en un arreglo del mismo tipo que x: con enteros toda probabilidad se corta a 0 o 1.",
)
def integer_box(x):
    x = np.asarray(x)
    out = np.empty_like(x)
    out[...] = _right(x)
    return out
