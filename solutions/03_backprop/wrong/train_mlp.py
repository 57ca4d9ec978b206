"""Wrong answers to `train_mlp`."""

import numpy as np

from autograder import misconception


def _start(sizes, seed):
    rng = np.random.default_rng(seed)
    return [(rng.standard_normal((n, m)) * np.sqrt(2 / n), np.zeros(m)) for n, m in zip(sizes[:-1], sizes[1:])]


def _gradients(params, X, y):
    logits, cache = mlp_forward(X, params)
    return mlp_backward(softmax_cross_entropy(logits, y)[1], cache)


def _descend(params, X, y, epochs, rate):
    """`epochs` steps; `rate(epoch)` is the learning rate, for all or as a pair for W and b."""
    for epoch in range(epochs):
        for_w, for_b = np.broadcast_to(rate(epoch), (2,))
        grads = _gradients(params, X, y)
        params = [(W - for_w * dW, b - for_b * db) for (W, b), (dW, db) in zip(params, grads)]
    return params


@misconception(
    en="You go up: the gradient points to where the loss grows, so subtract it.",
    es="Vas hacia arriba: el gradiente apunta hacia donde crece la pérdida, así que hay que restarlo.",
)
def goes_up(X, y, sizes, lr, epochs, seed):
    return _descend(_start(sizes, seed), X, y, epochs, lambda epoch: -lr)


@misconception(
    en="You start from zeros: all hidden units are off and equal, and they stay so. Start from random weights.",
    es="Empiezas desde ceros: todas las unidades ocultas están apagadas y son iguales, y así se quedan. Empieza con pesos "
    "al azar.",
)
def starts_at_zero(X, y, sizes, lr, epochs, seed):
    zeros = [(0 * W, b) for W, b in _start(sizes, seed)]
    return _descend(zeros, X, y, epochs, lambda epoch: lr)


@misconception(
    en="You ignore the seed: another seed has to give another start.",
    es="Ignoras la semilla: otra semilla tiene que dar otro inicio.",
)
def ignores_the_seed(X, y, sizes, lr, epochs, seed):
    return _descend(_start(sizes, 0), X, y, epochs, lambda epoch: lr)


@misconception(
    en="Your start does not come from the seed: two runs with the same seed give different results.",
    es="Tu inicio no sale de la semilla: dos corridas con la misma semilla dan resultados distintos.",
)
def never_the_same(X, y, sizes, lr, epochs, seed):
    return _descend(_start(sizes, None), X, y, epochs, lambda epoch: lr)


@misconception(
    en="You adjust the weights but never the biases: they have gradients too.",
    es="Ajustas los pesos pero nunca los sesgos: ellos también tienen gradientes.",
)
def forgets_the_biases(X, y, sizes, lr, epochs, seed):
    return _descend(_start(sizes, seed), X, y, epochs, lambda epoch: (lr, 0))


@misconception(
    en="You take one step too many: with epochs=0 the start comes back untouched.",
    es="Das un paso de más: con epochs=0 vuelve el inicio sin tocar.",
)
def one_step_too_many(X, y, sizes, lr, epochs, seed):
    return _descend(_start(sizes, seed), X, y, 2 * epochs + 1, lambda epoch: lr)


@misconception(
    en="You take one step for each sample: here an epoch is one single step with the whole batch.",
    es="Das un paso por cada muestra: aquí una época es un solo paso con el lote completo.",
)
def one_step_per_sample(X, y, sizes, lr, epochs, seed):
    params, X = _start(sizes, seed), np.asarray(X, dtype=float)
    for _ in range(epochs):
        for i in range(len(X)):
            params = _descend(params, X[i : i + 1], y[i : i + 1], 1, lambda epoch: lr)
    return params


@misconception(
    en="You divide the gradients by N again: the loss already did.",
    es="Vuelves a dividir los gradientes entre N: la pérdida ya lo hizo.",
)
def divides_again(X, y, sizes, lr, epochs, seed):
    return _descend(_start(sizes, seed), X, y, epochs, lambda epoch: lr / len(X))


@misconception(
    en="You adjust only the last layer: every layer has its share of the blame.",
    es="Ajustas solo la última capa: cada capa tiene su parte de la culpa.",
)
def adjusts_the_last_layer(X, y, sizes, lr, epochs, seed):
    params = _start(sizes, seed)
    for _ in range(epochs):
        dW, db = _gradients(params, X, y)[-1]
        params = [*params[:-1], (params[-1][0] - lr * dW, params[-1][1] - lr * db)]
    return params


@misconception(
    en="Your learning rate shrinks as the epochs go by: here it is the same in every epoch.",
    es="Tu tasa de aprendizaje disminuye con las épocas: aquí es la misma en todas.",
)
def rate_shrinks(X, y, sizes, lr, epochs, seed):
    return _descend(_start(sizes, seed), X, y, epochs, lambda epoch: lr / (2 + epoch))


@misconception(
    en="You return the start: the adjusted weights are computed but never kept for the next epoch.",
    es="Devuelves el inicio: los pesos ajustados se calculan, pero nunca se guardan para la época siguiente.",
)
def never_keeps_the_step(X, y, sizes, lr, epochs, seed):
    params = _start(sizes, seed)
    for _ in range(epochs):
        _descend(params, X, y, 1, lambda epoch: lr)
    return params
