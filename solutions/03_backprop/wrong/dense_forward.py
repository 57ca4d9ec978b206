"""Wrong answers to `dense_forward`."""

import numpy as np

from autograder import misconception


def _floats(x, W, b):
    return (np.asarray(v, dtype=float) for v in (x, W, b))


@misconception(
    en="You never add the bias.",
    es="Nunca sumas el sesgo.",
)
def without_bias(x, W, b):
    x, W, b = _floats(x, W, b)
    return x.reshape(len(x), -1) @ W, (x, W, b)


@misconception(
    en="You do not flatten: each sample of shape (H, W) has to become one row of H * W numbers before the product.",
    es="No aplanas: cada muestra de forma (H, W) tiene que volverse una fila de H * W números antes del producto.",
)
def without_flattening(x, W, b):
    x, W, b = _floats(x, W, b)
    return x @ W + b, (x, W, b)


@misconception(
    en="You flatten column by column: use numpy's usual order, row by row.",
    es="Aplanas columna por columna: usa el orden usual de numpy, fila por fila.",
)
def flattens_by_columns(x, W, b):
    x, W, b = _floats(x, W, b)
    return np.stack([sample.flatten(order="F") for sample in x]) @ W + b, (x, W, b)


@misconception(
    en="Your reshape mixes numbers of different samples: the first axis, the batch, must stay as it is.",
    es="Tu reshape mezcla números de muestras distintas: el primer eje, el lote, debe quedarse como está.",
)
def mixes_samples(x, W, b):
    x, W, b = _floats(x, W, b)
    return x.reshape(-1, len(x)).T @ W + b, (x, W, b)


@misconception(
    en="You apply ReLU inside the layer: a dense layer is only the product and the bias.",
    es="Aplicas la ReLU dentro de la capa: una capa densa es solo el producto y el sesgo.",
)
def relu_inside(x, W, b):
    x, W, b = _floats(x, W, b)
    return np.maximum(x.reshape(len(x), -1) @ W + b, 0), (x, W, b)


@misconception(
    en="The result takes the integer type of x, so decimals are cut off: work in float64.",
    es="El resultado toma el tipo entero de x, así que se pierden los decimales: trabaja en float64.",
)
def keeps_integers(x, W, b):
    x = np.asarray(x)
    out = np.zeros((len(x), np.shape(W)[1]), dtype=x.dtype)
    out[:] = x.reshape(len(x), -1) @ np.asarray(W) + np.asarray(b)
    return out, tuple(_floats(x, W, b))


@misconception(
    en="You return only the output: return (out, cache).",
    es="Devuelves solo la salida: devuelve (out, cache).",
)
def only_the_output(x, W, b):
    x, W, b = _floats(x, W, b)
    return x.reshape(len(x), -1) @ W + b


@misconception(
    en="You add the bias once for each input instead of once for each unit.",
    es="Sumas el sesgo una vez por cada entrada, en lugar de una vez por cada unidad.",
)
def bias_for_each_input(x, W, b):
    x, W, b = _floats(x, W, b)
    return x.reshape(len(x), -1) @ W + b * len(W), (x, W, b)


@misconception(
    en="You divide by the number of samples: only the loss takes a mean over the batch, no layer does.",
    es="Divides entre la cantidad de muestras: solo la pérdida promedia sobre el lote, ninguna capa lo hace.",
)
def divides_by_samples(x, W, b):
    x, W, b = _floats(x, W, b)
    return (x.reshape(len(x), -1) @ W + b) / len(x), (x, W, b)


@misconception(
    en="You read W by rows, as if it were (M, D): column m of W holds the weights of unit m.",
    es="Lees W por filas, como si fuera (M, D): la columna m de W tiene los pesos de la unidad m.",
)
def weights_by_rows(x, W, b):
    x, W, b = _floats(x, W, b)
    return x.reshape(len(x), -1) @ W.reshape(W.shape[::-1]).T + b, (x, W, b)
