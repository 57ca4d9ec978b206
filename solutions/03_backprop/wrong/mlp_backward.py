"""Wrong answers to `mlp_backward`."""

import numpy as np

from autograder import misconception


def _back(dlogits, cache, through):
    """Walk the reference's cache backwards; `through(blame, off, h)` is what the ReLU before a layer does."""
    grads, blame = [], dlogits
    for off, layer in reversed(cache):
        blame, dW, db = dense_backward(blame, layer)
        if off is not None:
            blame = through(blame, off, layer[0])
        grads.append((dW, db))
    return grads[::-1]


def _relu(blame, off, h):
    return np.where(off, 0, blame)


@misconception(
    en="You forget the slope of the ReLU: a unit that was off did not touch the answer and gets no blame.",
    es="Olvidas la pendiente de la ReLU: una unidad apagada no tocó la respuesta y no recibe culpa.",
)
def forgets_relu(dlogits, cache):
    return _back(dlogits, cache, lambda blame, off, h: blame)


@misconception(
    en="You apply the slope of a ReLU to the logits: there is no ReLU after the last layer.",
    es="Aplicas la pendiente de una ReLU a los logits: después de la última capa no hay ReLU.",
)
def relu_at_the_end(dlogits, cache):
    x, W, b = cache[-1][1]
    return _back(np.where(x @ W + b > 0, dlogits, 0), cache, _relu)


@misconception(
    en="You return the gradients from the last layer to the first: the list goes in the order of params.",
    es="Devuelves los gradientes de la última capa a la primera: la lista va en el orden de params.",
)
def last_layer_first(dlogits, cache):
    return _back(dlogits, cache, _relu)[::-1]


@misconception(
    en="You switch off negative blames: what counts is whether the unit was on in the forward pass, not the blame's sign.",
    es="Apagas las culpas negativas: lo que cuenta es si la unidad estaba encendida al ir hacia adelante, no el signo de "
    "la culpa.",
)
def relu_of_the_blame(dlogits, cache):
    return _back(dlogits, cache, lambda blame, off, h: np.maximum(blame, 0))


@misconception(
    en="You multiply the blame by the unit's value: ReLU's slope is 1 where the unit is on, whatever its value.",
    es="Multiplicas la culpa por el valor de la unidad: la pendiente de la ReLU es 1 donde está encendida, sea cual sea su "
    "valor.",
)
def value_for_slope(dlogits, cache):
    return _back(dlogits, cache, lambda blame, off, h: blame * h)


@misconception(
    en="You answer with finite differences: one run of the network per weight, and imprecise when the logits are large. "
    "Carry the blame back layer by layer.",
    es="Respondes con diferencias finitas: una pasada de la red por cada peso, e imprecisas cuando los logits son grandes. "
    "Lleva la culpa hacia atrás capa por capa.",
)
def finite_differences(dlogits, cache):
    x, params = cache[0][1][0], [layer[1:] for _, layer in cache]
    if sum(W.size for W, _ in params) > 60:
        raise TimeoutError  # what happens anyway, but without the wait

    def total(k, j, value):
        changed = [list(pair) for pair in params]
        changed[k][j] = value
        return np.sum(np.asarray(dlogits) * mlp_forward(x, changed)[0])

    def slopes(k, j):
        return numerical_gradient(lambda v: total(k, j, v), params[k][j], 1e-6)

    return [(slopes(k, 0), slopes(k, 1)) for k in range(len(params))]


@misconception(
    en="You divide by N in the layers: the loss already did, and its 1/N comes inside dlogits.",
    es="Divides entre N en las capas: la pérdida ya lo hizo, y su 1/N viene dentro de dlogits.",
)
def divides_again(dlogits, cache):
    return [(dW / len(dlogits), db / len(dlogits)) for dW, db in _back(dlogits, cache, _relu)]


@misconception(
    en="Your loop stops before the first layer: it needs gradients too.",
    es="Tu bucle se detiene antes de la primera capa: ella también necesita gradientes.",
)
def skips_the_first_layer(dlogits, cache):
    return _back(dlogits, cache, _relu)[1:] or _back(dlogits, cache, _relu)


@misconception(
    en="You take things out of the cache while you use it: the second call finds it spoilt.",
    es="Vas sacando cosas del cache mientras lo usas: la segunda llamada lo encuentra estropeado.",
)
def spoils_the_cache(dlogits, cache):
    answer = _back(dlogits, cache, _relu)
    for _, layer in cache:
        layer[0][...] = 0
    return answer


@misconception(
    en="You change dlogits in place: whoever called you may still need it.",
    es="Cambias dlogits en el mismo arreglo: quien te llamó tal vez todavía lo necesita.",
)
def spoils_dlogits(dlogits, cache):
    answer = _back(np.array(dlogits), cache, _relu)
    dlogits *= 0
    return answer


@misconception(
    en="Units that are off let a part of the blame through: with ReLU, none of it passes.",
    es="Las unidades apagadas dejan pasar una parte de la culpa: con ReLU no pasa nada.",
)
def leaky_slope(dlogits, cache):
    return _back(dlogits, cache, lambda blame, off, h: np.where(off, 0.01, 1) * blame)


@misconception(
    en="You return only the gradients of the weights: each layer has a pair, (dW, db).",
    es="Devuelves solo los gradientes de los pesos: cada capa tiene un par, (dW, db).",
)
def only_the_weights(dlogits, cache):
    return [dW for dW, _ in _back(dlogits, cache, _relu)]
