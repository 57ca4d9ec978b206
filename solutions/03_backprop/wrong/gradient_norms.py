"""Wrong answers to `gradient_norms`."""

import numpy as np

from autograder import misconception

_VALUE = {"relu": lambda z: np.maximum(z, 0), "sigmoid": lambda z: 0.5 + 0.5 * np.tanh(z / 2), "tanh": np.tanh}
_SLOPE = {  # of the activation's value a, at z
    "relu": lambda a, z: (z > 0) * 1.0,
    "sigmoid": lambda a, z: a * (1 - a),
    "tanh": lambda a, z: 1 - a**2,
}


def _grads(params, x, labels, activation, value=_VALUE, slope=_SLOPE, at_the_end=False, averaged=True):
    """(dW, db, blame) of each layer, from the first to the last."""
    h, layers = np.asarray(x, dtype=float), []
    for k, (W, b) in enumerate(params):
        z = h @ np.asarray(W) + np.asarray(b)
        layers.append((h, z))
        h = value[activation](z) if at_the_end or k < len(params) - 1 else z
    p = np.exp(h - np.logaddexp.reduce(h, axis=1)[:, None])
    blame = p - np.eye(p.shape[1])[np.asarray(labels)]
    blame = blame / len(blame) if averaged else blame
    if at_the_end:
        blame = blame * slope[activation](h, layers[-1][1])
    grads = []
    for k in range(len(params) - 1, -1, -1):
        h = layers[k][0]
        grads.append((h.T @ blame, blame.sum(axis=0), blame))
        if k:
            blame = blame @ np.asarray(params[k][0]).T * slope[activation](h, layers[k - 1][1])
    return grads[::-1]


@misconception(
    en="You include the biases in the norm: it is the norm of dW alone.",
    es="Incluyes los sesgos en la norma: es la norma de dW y nada más.",
)
def includes_biases(params, x, labels, activation):
    return [np.sqrt(np.sum(dW**2) + np.sum(db**2)) for dW, db, _ in _grads(params, x, labels, activation)]


@misconception(
    en="You measure the weights, not their gradients: large weights may well have tiny gradients.",
    es="Mides los pesos, no sus gradientes: pesos grandes pueden tener gradientes diminutos.",
)
def norms_of_weights(params, x, labels, activation):
    return [np.linalg.norm(W) for W, _ in params]


@misconception(
    en="You forget the square root: that is the square of the norm.",
    es="Olvidas la raíz cuadrada: eso es el cuadrado de la norma.",
)
def without_root(params, x, labels, activation):
    return [np.sum(dW**2) for dW, _, _ in _grads(params, x, labels, activation)]


@misconception(
    en="You return the norms from the last layer to the first: it is the other way around.",
    es="Devuelves las normas de la última capa a la primera: es al revés.",
)
def last_layer_first(params, x, labels, activation):
    return [np.linalg.norm(dW) for dW, _, _ in _grads(params, x, labels, activation)][::-1]


@misconception(
    en="You forget the slope of the activation on the way back: that is precisely what makes blame vanish.",
    es="Olvidas la pendiente de la activación en el viaje de vuelta: es justo lo que hace que la culpa se desvanezca.",
)
def forgets_slopes(params, x, labels, activation):
    one = {activation: lambda a, z: 1.0}
    return [np.linalg.norm(dW) for dW, _, _ in _grads(params, x, labels, activation, slope=one)]


@misconception(
    en="You use the slope of the ReLU for every activation: sigmoid and tanh have slopes of their own.",
    es="Usas la pendiente de la ReLU con todas las activaciones: la sigmoide y la tanh tienen las suyas.",
)
def slope_of_relu(params, x, labels, activation):
    relu = {activation: _SLOPE["relu"]}
    return [np.linalg.norm(dW) for dW, _, _ in _grads(params, x, labels, activation, slope=relu)]


@misconception(
    en="You put z into a formula that expects the value: s (1 - s) and 1 - t² use s = sigmoid(z) and t = tanh(z).",
    es="Metes z en una fórmula que espera el valor: s (1 - s) y 1 - t² usan s = sigmoide(z) y t = tanh(z).",
)
def slope_of_z(params, x, labels, activation):
    slopes = {"relu": _SLOPE["relu"], "sigmoid": lambda a, z: z * (1 - z), "tanh": lambda a, z: 1 - z**2}
    return [np.linalg.norm(dW) for dW, _, _ in _grads(params, x, labels, activation, slope=slopes)]


@misconception(
    en="You apply the activation twice before taking its slope: the formula already expects the activation's value.",
    es="Aplicas la activación dos veces antes de tomar su pendiente: la fórmula ya espera el valor de la activación.",
)
def slope_of_the_value(params, x, labels, activation):
    slopes = {name: lambda a, z, name=name: _SLOPE[name](_VALUE[name](a), a) for name in _VALUE}
    return [np.linalg.norm(dW) for dW, _, _ in _grads(params, x, labels, activation, slope=slopes)]


@misconception(
    en="You apply the activation after the last layer too: the output is linear.",
    es="Aplicas la activación también después de la última capa: la salida es lineal.",
)
def activation_at_the_end(params, x, labels, activation):
    return [np.linalg.norm(dW) for dW, _, _ in _grads(params, x, labels, activation, at_the_end=True)]


@misconception(
    en="You forget that the loss is a mean over the batch: its gradient carries a 1/N.",
    es="Olvidas que la pérdida es un promedio sobre el lote: su gradiente lleva un 1/N.",
)
def never_divides(params, x, labels, activation):
    return [np.linalg.norm(dW) for dW, _, _ in _grads(params, x, labels, activation, averaged=False)]


@misconception(
    en="You measure the blame that reaches each layer's output: the gradient of W is that blame times the layer's input.",
    es="Mides la culpa que llega a la salida de cada capa: el gradiente de W es esa culpa por la entrada de la capa.",
)
def norms_of_the_blame(params, x, labels, activation):
    return [np.linalg.norm(blame) for _, _, blame in _grads(params, x, labels, activation)]


@misconception(
    en="You use ReLU whatever `activation` says.",
    es="Usas ReLU diga lo que diga `activation`.",
)
def always_relu(params, x, labels, activation):
    return [np.linalg.norm(dW) for dW, _, _ in _grads(params, x, labels, "relu")]


@misconception(
    en="You take the mean of the absolute values: a norm is the root of the sum of the squares.",
    es="Tomas el promedio de los valores absolutos: una norma es la raíz de la suma de los cuadrados.",
)
def mean_size(params, x, labels, activation):
    return [np.mean(np.abs(dW)) for dW, _, _ in _grads(params, x, labels, activation)]
