"""Wrong answers to `mlp_forward`."""

import numpy as np

from autograder import misconception


def _run(x, params, between):
    """The reference's cache: for each layer, where its input was cut, and what the dense layer kept."""
    cache, off = [], None
    for k, (W, b) in enumerate(params):
        if k:
            x, off = between(x), x <= 0
        x, layer = dense_forward(x, W, b)
        cache.append((off, layer))
    return x, cache


def _relu(z):
    return np.where(z > 0, z, 0)


@misconception(
    en="You apply ReLU after the last layer too: logits must be free to be negative.",
    es="Aplicas la ReLU también después de la última capa: los logits deben poder ser negativos.",
)
def relu_at_the_end(x, params):
    logits, cache = _run(x, params, _relu)
    return _relu(logits), cache


@misconception(
    en="There is no ReLU between your layers: without it, any number of layers is worth only one.",
    es="No hay ReLU entre tus capas: sin ella, cualquier cantidad de capas vale por una sola.",
)
def without_relu(x, params):
    return _run(x, params, lambda z: z)


@misconception(
    en="You return probabilities: logits do not go through softmax here, the loss does that.",
    es="Devuelves probabilidades: aquí los logits no pasan por softmax, de eso se encarga la pérdida.",
)
def softmax_at_the_end(x, params):
    logits, cache = _run(x, params, _relu)
    return np.exp(logits - np.logaddexp.reduce(logits, axis=1)[:, None]), cache


@misconception(
    en="You apply ReLU to the input x: negative inputs are information too. It goes only between layers.",
    es="Aplicas la ReLU a la entrada x: las entradas negativas también son información. Va solo entre las capas.",
)
def relu_on_the_input(x, params):
    return _run(_relu(np.asarray(x, dtype=float)), params, _relu)


@misconception(
    en="You never add the biases.",
    es="Nunca sumas los sesgos.",
)
def without_biases(x, params):
    return _run(x, [(W, np.zeros(np.shape(b))) for W, b in params], _relu)


@misconception(
    en="You skip the last layer: your loop ends one layer too early.",
    es="Te saltas la última capa: tu bucle termina una capa antes.",
)
def skips_the_last_layer(x, params):
    return _run(x, params[:-1] or params, _relu)


@misconception(
    en="You use the sigmoid between the layers: here it is ReLU.",
    es="Usas la sigmoide entre las capas: aquí es ReLU.",
)
def sigmoid_between(x, params):
    return _run(x, params, lambda z: 0.5 + 0.5 * np.tanh(z / 2))


@misconception(
    en="You apply ReLU only after the first layer: it goes after every layer but the last.",
    es="Aplicas la ReLU solo después de la primera capa: va después de cada capa, menos la última.",
)
def relu_only_once(x, params):
    seen = []

    def first_time(z):
        seen.append(z)
        return _relu(z) if len(seen) == 1 else z

    return _run(x, params, first_time)


@misconception(
    en="Negative values turn positive between your layers: ReLU makes them 0, it does not flip their sign.",
    es="Entre tus capas los valores negativos se vuelven positivos: la ReLU los hace 0, no les cambia el signo.",
)
def absolute_value(x, params):
    return _run(x, params, np.abs)


@misconception(
    en="You always use two layers: params may hold any number of them.",
    es="Siempre usas dos capas: params puede tener cualquier cantidad.",
)
def always_two_layers(x, params):
    return _run(x, [params[0], params[-1]], _relu)
