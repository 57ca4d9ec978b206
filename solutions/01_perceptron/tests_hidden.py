"""Hidden test cases of 01_perceptron; every oracle is written with plain loops, and every sum in them is exact."""

from __future__ import annotations

from itertools import product

import numpy as np

from autograder import case
from autograder.checks import (
    assert_close,
    assert_equal,
    assert_float64,
    assert_shape,
    assert_stable,
    assert_unchanged,
    expect,
)


def _eighths(rng, *shape, top=16):
    """Multiples of 1/8 from -top/8 to top/8: their sums and products are exact in float64 and in float32."""
    return rng.integers(-top, top + 1, shape) / 8


def _weighted_sum(x, w, b):
    return sum((float(xi) * float(wi) for xi, wi in zip(x, w, strict=True)), float(b))


def _fires(x, w, b):
    return 1.0 if _weighted_sum(x, w, b) >= 0 else 0.0


def _corrected(w, b, x, y, lr):
    error = float(y) - _fires(x, w, b)
    return [wi + lr * error * xi for wi, xi in zip(w, x, strict=True)], b + lr * error, error != 0


def _fitted(X, y, lr, epochs):
    w, b, errors = [0.0] * len(X[0]), 0.0, []
    for _ in range(epochs):
        errors.append(0)
        for x, label in zip(X, y, strict=True):
            w, b, wrong = _corrected(w, b, x, label, lr)
            errors[-1] += wrong
        if not errors[-1]:
            break
    return np.array(w), b, errors


def _network(X, W1, b1, W2, b2):
    hidden = [[_fires(x, W1[:, unit], b1[unit]) for unit in range(len(b1))] for x in X]
    return np.array([_fires(h, W2, b2) for h in hidden])


def _parts(answer, count):
    """`answer`, when it is a tuple or list of `count` things."""
    right = isinstance(answer, (tuple, list)) and len(answer) == count
    expect(right, en=f"The answer must be {count} values.", es=f"La respuesta debe ser {count} valores.")
    return answer


def _array(value, *shape):
    """`value` as a float array of this shape, judged before any arithmetic with it."""
    assert_shape(value, shape)
    return np.asarray(value, dtype=float)


def _counts(errors):
    """The errors per epoch as a float array of one axis."""
    listed = isinstance(errors, (list, tuple, np.ndarray)) and np.ndim(errors) == 1
    expect(listed, en="The errors per epoch must be a list.", es="Los errores por época deben ser una lista.")
    return _array(errors, len(errors))


# step


@case(
    "step",
    points=2,
    en="a number very close to 0 still has its sign, and negative zero is zero",
    es="un número muy cercano a 0 conserva su signo, y el cero negativo es cero",
)
def step_near_zero(step):
    assert_close(step(np.array([-1e-30, 1e-30, -0.0, -1e-6, 0.0])), np.array([0.0, 1.0, 1.0, 0.0, 1.0]), rtol=1e-6)


@case(
    "step",
    points=2,
    en="arrays of any number of axes are accepted, and very large numbers raise no warning",
    es="acepta arreglos con cualquier número de ejes, y los números muy grandes no dan advertencias",
)
def step_any_shape(step):
    z = np.arange(-7.5, 10.5, 3.0).reshape(2, 1, 3)
    assert_close(step(z), np.array([[[0.0, 0.0, 0.0]], [[1.0, 1.0, 1.0]]]), rtol=1e-6)
    assert_close(assert_stable(step, np.array([[1000.0], [-1000.0]])), np.array([[1.0], [0.0]]), rtol=1e-6)


# perceptron_predict


@case(
    "perceptron_predict",
    points=2,
    en="it agrees with a weighted sum done input by input, for several sizes",
    es="coincide con una suma ponderada hecha entrada por entrada, con varios tamaños",
)
def predict_agrees(perceptron_predict):
    rng = np.random.default_rng(101)
    for samples, inputs in ((9, 4), (5, 7), (6, 1), (2, 3)):
        X, w, b = _eighths(rng, samples, inputs), _eighths(rng, inputs), 0.125
        w[0] = 2.0
        X[0], X[1] = [-3.0] + [0.0] * (inputs - 1), [3.0] + [0.0] * (inputs - 1)
        assert_close(perceptron_predict(X, w, b), np.array([_fires(x, w, b) for x in X]), rtol=1e-6)


@case(
    "perceptron_predict",
    points=2,
    en="a sample's answer does not depend on the other samples of the batch nor on their order",
    es="la respuesta de una muestra no depende de las otras muestras del lote ni de su orden",
)
def predict_samples_are_independent(perceptron_predict):
    X, w, b = np.array([[4.0, -1.0], [-4.0, 1.0], [0.5, 0.5], [-6.0, 9.0]]), np.array([1.0, 0.5]), -0.75
    expected = np.array([1.0, 0.0, 1.0, 0.0])
    for order in ([0, 1, 2, 3], [3, 1, 0, 2], [2], [1, 1, 0]):
        assert_close(perceptron_predict(X[order], w, b), expected[order], rtol=1e-6)


@case(
    "perceptron_predict",
    en="only the sign of the weighted sum matters, not its size, and the bias counts as it is",
    es="solo importa el signo de la suma ponderada, no su tamaño, y el sesgo cuenta tal cual",
)
def predict_scale(perceptron_predict):
    X, w = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 4.0], [2.0, -1.0, 0.5]]), np.array([1.0, -1.0, 0.5])
    for scale in (2.0**-12, 1.0, 2.0**12):
        assert_close(perceptron_predict(X, scale * w, scale * -1.0), np.array([0.0, 1.0, 1.0]), rtol=1e-6)
        assert_close(perceptron_predict(X, scale * -w, scale * 1.0), np.array([1.0, 1.0, 0.0]), rtol=1e-6)


# perceptron_update


@case(
    "perceptron_update",
    points=3,
    en="after a mistake the weighted sum of that sample moves to the right side by lr times (|x| squared + 1)",
    es="tras un error, la suma ponderada de esa muestra se mueve hacia el lado correcto lr por (|x| al cuadrado + 1)",
)
def update_moves_the_sum(perceptron_update):
    rng = np.random.default_rng(102)
    for inputs, lr in ((5, 0.25), (1, 0.5), (3, 4.0)):
        x, w = _eighths(rng, inputs), _eighths(rng, inputs)
        for b, y in ((-64.0, 1), (64.0, 0), (64.0, 1), (-64.0, 0)):
            new_w, new_b = _parts(perceptron_update(w.copy(), b, x, y, lr), 2)
            moved = _weighted_sum(x, _array(new_w, inputs), _array(new_b)) - _weighted_sum(x, w, b)
            assert_close(moved, (y - (b > 0)) * lr * (float((x**2).sum()) + 1), rtol=1e-6)


@case(
    "perceptron_update",
    points=3,
    en="many corrections in a row, each from the result of the one before",
    es="muchas correcciones seguidas, cada una a partir del resultado de la anterior",
)
def update_in_a_row(perceptron_update):
    rng = np.random.default_rng(103)
    w, b = _eighths(rng, 3), -0.25
    ours, our_b = list(w), b
    for lr, y in product((0.25, 1.0), (1, 0, 0, 1, 0)):
        x = _eighths(rng, 3)
        ours, our_b, _ = _corrected(ours, our_b, x, y, lr)
        w, b = _parts(perceptron_update(w, b, x, y, lr), 2)
        assert_close(w, np.array(ours), rtol=1e-6)
        assert_close(b, our_b, rtol=1e-6)


@case(
    "perceptron_update",
    points=2,
    en="an input that is 0 leaves its weight alone, but the bias always takes part; labels may be 0.0 and 1.0",
    es="una entrada que vale 0 no mueve su peso, pero el sesgo siempre participa; las etiquetas pueden ser 0.0 y 1.0",
)
def update_zero_inputs(perceptron_update):
    w = np.array([3.0, -1.0, 0.5, 0.25])
    for x, y, b, moved in (
        ([0.0, 0.0, 0.0, 0.0], 1.0, -0.5, 2.0),
        ([0.0, 0.0, 0.0, 0.0], 0.0, 0.0, -2.0),
        ([0.0, 4.0, 0.0, 0.0], 1.0, 1.0, 2.0),
    ):
        new_w, new_b = _parts(perceptron_update(w.copy(), b, np.array(x), np.float64(y), 2.0), 2)
        assert_close(new_w, w + moved * np.array(x), rtol=1e-6)
        assert_close(new_b, b + moved, rtol=1e-6)


# perceptron_fit


@case(
    "perceptron_fit",
    points=3,
    en="separable data is learned, with no more mistakes than the theorem allows, (R / gamma) squared",
    es="los datos separables se aprenden, sin más errores que los que permite el teorema, (R / gamma) al cuadrado",
)
def fit_mistake_bound(perceptron_fit):
    rng = np.random.default_rng(104)
    for inputs in (5, 2):
        true = np.append(_eighths(rng, inputs), 0.25)
        X = _eighths(rng, 60, inputs)
        margin = np.column_stack([X, np.ones(60)]) @ true / np.linalg.norm(true)
        X, margin = X[np.abs(margin) > 0.4], margin[np.abs(margin) > 0.4]
        bound = (1 + (X**2).sum(axis=1).max()) / np.abs(margin).min() ** 2
        w, b, errors = _parts(perceptron_fit(X, (margin > 0).astype(int), 0.5, int(bound) + 2), 3)
        w, b, errors = _array(w, inputs), _array(b), _counts(errors)
        assert_equal([_fires(x, w, b) for x in X], [float(m > 0) for m in margin])
        assert_close(errors[-1:], np.zeros(1))
        expect(
            0 < errors.sum() <= bound,
            en="The number of mistakes must be between 1 and (R / gamma) squared.",
            es="El número de errores debe estar entre 1 y (R / gamma) al cuadrado.",
        )


@case(
    "perceptron_fit",
    points=3,
    en="samples are taken in the order given, each epoch from the weights of the one before, to the last epoch",
    es="las muestras se toman en el orden dado, cada época sigue con los pesos de la anterior, hasta la última época",
)
def fit_in_order(perceptron_fit):
    rng = np.random.default_rng(105)
    X, y = _eighths(rng, 8, 3), np.array([0, 1, 1, 0, 0, 1, 0, 1])
    for order in (slice(None), slice(None, None, -1)):
        expected_w, expected_b, expected_errors = _fitted(X[order], y[order], 0.25, 5)
        w, b, errors = _parts(perceptron_fit(X[order], y[order], 0.25, 5), 3)
        assert_close(errors, np.array(expected_errors))
        assert_close(w, expected_w, rtol=1e-6)
        assert_close(b, expected_b, rtol=1e-6)


@case(
    "perceptron_fit",
    points=2,
    en="a single class, a single sample and a single input are legal too",
    es="una sola clase, una sola muestra y una sola entrada también son legales",
)
def fit_single(perceptron_fit):
    for X, y, w_then, b_then, errors_then in (
        ([[2.0], [-1.0], [0.5]], [1, 1, 1], [0.0], 0.0, [0]),
        ([[2.0], [-1.0], [0.5]], [0, 0, 0], [-0.5], -1.0, [2, 0]),
        ([[1.0, -3.0]], [0], [-0.5, 1.5], -0.5, [1, 0]),
    ):
        w, b, errors = _parts(perceptron_fit(np.array(X), np.array(y), 0.5, 9), 3)
        assert_close(w, np.array(w_then), rtol=1e-6)
        assert_close(b, b_then, rtol=1e-6)
        assert_close(errors, np.array(errors_then))


@case(
    "perceptron_fit",
    points=2,
    en="from zero, the learning rate changes the scale of the answer, not the mistakes; two calls agree",
    es="desde cero, la tasa de aprendizaje cambia la escala de la respuesta, no los errores; dos llamadas coinciden",
)
def fit_learning_rate(perceptron_fit):
    rng = np.random.default_rng(106)
    X, y = _eighths(rng, 7, 4), np.array([1, 0, 1, 0, 0, 1, 0])
    expected_w, expected_b, expected_errors = _fitted(X, y, 1.0, 3)
    for lr in (2.0**-6, 8.0, 2.0**-6):
        w, b, errors = _parts(perceptron_fit(X, y, lr, 3), 3)
        assert_close(errors, np.array(expected_errors))
        assert_close(w, lr * expected_w, rtol=1e-6)
        assert_close(b, lr * expected_b, rtol=1e-6)


@case(
    "perceptron_fit",
    en="the limit of epochs may come one epoch before success, or exactly with it",
    es="el límite de épocas puede llegar una época antes del éxito, o justo con él",
)
def fit_limit(perceptron_fit):
    X, y = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([1, 1, 1, 0])
    for epochs, errors_then in ((5, [1, 3, 3, 2, 1]), (6, [1, 3, 3, 2, 1, 0]), (2, [1, 3])):
        answer = _parts(perceptron_fit(X, y, 2.0, epochs), 3)
        assert_close(answer[2], np.array(errors_then))


# compose_linear


@case(
    "compose_linear",
    points=2,
    en="three layers: joining the first two first or the last two first gives the same layer",
    es="tres capas: unir primero las dos primeras o primero las dos últimas da la misma capa",
)
def compose_three_layers(compose_linear):
    rng = np.random.default_rng(107)
    first, second, third = ([_eighths(rng, *pair), _eighths(rng, pair[1])] for pair in ((3, 5), (5, 2), (2, 4)))
    left = _parts(compose_linear(*_parts(compose_linear(*first, *second), 2), *third), 2)
    right = _parts(compose_linear(*first, *_parts(compose_linear(*second, *third), 2)), 2)
    x = _eighths(rng, 3)
    out = ((x @ first[0] + first[1]) @ second[0] + second[1]) @ third[0] + third[1]
    for W, b in (left, right):
        assert_close(x @ _array(W, 3, 4) + _array(b, 4), out, rtol=1e-6)


@case(
    "compose_linear",
    points=2,
    en="a hidden layer narrower than input and output: every entry is a sum over the hidden units",
    es="una capa oculta más angosta que la entrada y la salida: cada valor de W es una suma sobre las unidades ocultas",
)
def compose_bottleneck(compose_linear):
    rng = np.random.default_rng(108)
    for inputs, hidden, outputs in ((6, 2, 5), (4, 1, 3)):
        W1, b1, W2, b2 = (_eighths(rng, *s) for s in ((inputs, hidden), (hidden,), (hidden, outputs), (outputs,)))
        expected = [[sum(W1[i, h] * W2[h, k] for h in range(hidden)) for k in range(outputs)] for i in range(inputs)]
        expected_b = [b2[k] + sum(b1[h] * W2[h, k] for h in range(hidden)) for k in range(outputs)]
        W, b = _parts(assert_unchanged(compose_linear, W1, b1, W2, b2), 2)
        assert_close(W, np.array(expected), rtol=1e-6)
        assert_close(b, np.array(expected_b), rtol=1e-6)


@case(
    "compose_linear",
    points=2,
    en="a single input and a single output keep the shapes (1, 1) and (1,), with nothing cut or bent on the way",
    es="una sola entrada y una sola salida conservan las formas (1, 1) y (1,), sin cortar ni doblar nada en el camino",
)
def compose_single(compose_linear):
    W, b = _parts(
        compose_linear(
            np.array([[-2.0, 4.0, -0.5, 1.0]]),
            np.array([-3.0, 0.5, -1.0, 0.0]),
            np.array([[1.5], [-1.0], [2.0], [-8.0]]),
            np.array([0.25]),
        ),
        2,
    )
    assert_close(W, np.array([[-16.0]]), rtol=1e-6)
    assert_close(b, np.array([-6.75]), rtol=1e-6)
    assert_float64(W)


# xor_network


def _xor_parts(network):
    """The four parts as float arrays that fit together; W2 and b2 may carry an extra axis here."""
    W1, b1, W2, b2 = _parts(network, 4)
    hidden = np.size(b1)
    assert_shape(W1, (2, hidden))
    try:
        rest = [np.asarray(part, float).reshape(shape) for part, shape in ((b1, hidden), (W2, hidden), (b2, ()))]
        return [_array(W1, 2, hidden), *rest]
    except (TypeError, ValueError):
        expect(False, en="The four parts must fit together.", es="Las cuatro partes deben encajar entre sí.")
        raise


@case(
    "xor_network",
    points=3,
    en="every call gives a network that computes XOR: the answer does not depend on luck",
    es="cada llamada da una red que calcula XOR: la respuesta no depende de la suerte",
)
def xor_every_time(xor_network):
    points = list(product((0.0, 1.0), repeat=2))
    for _ in range(5):
        W1, b1, W2, b2 = _xor_parts(xor_network())
        assert_equal([int(v) for v in _network(points, W1, b1, W2, b2)], [0, 1, 1, 0])


@case(
    "xor_network",
    points=2,
    en="all its numbers are finite, and they compute XOR",
    es="todos sus números son finitos, y con ellos calcula XOR",
)
def xor_finite(xor_network):
    parts = _xor_parts(xor_network())
    for part in parts:
        expect(np.isfinite(part), en="Every number must be finite.", es="Todos los números deben ser finitos.")
    assert_equal([int(v) for v in _network(product((1.0, 0.0), repeat=2), *parts)], [0, 1, 1, 0])


# mlp_predict


@case(
    "mlp_predict",
    points=3,
    en="it agrees with a network computed unit by unit, for several sizes",
    es="coincide con una red calculada unidad por unidad, con varios tamaños",
)
def mlp_agrees(mlp_predict):
    rng = np.random.default_rng(109)
    for samples, inputs, hidden in ((7, 3, 5), (6, 5, 2), (9, 1, 4)):
        X, W1, b1 = _eighths(rng, samples, inputs), _eighths(rng, inputs, hidden), _eighths(rng, hidden)
        W2 = _eighths(rng, hidden)
        sums = [_weighted_sum([_fires(x, W1[:, u], b1[u]) for u in range(hidden)], W2, 0.0) for x in X]
        b2 = -(min(sums) + max(sums)) / 2
        expected = _network(X, W1, b1, W2, b2)
        for bias in (b2, np.float64(b2), np.array(b2)):
            assert_close(mlp_predict(X, W1, b1, W2, bias), expected, rtol=1e-6)


@case(
    "mlp_predict",
    en="one hidden unit is legal, and only its yes or no reaches the output",
    es="una sola unidad oculta es legal, y solo su sí o no llega a la salida",
)
def mlp_one_hidden_unit(mlp_predict):
    X = np.array([[0.25, 1.0, 0.0, 2.0], [8.0, 1.0, 8.0, 0.0], [-1.0, 0.0, 0.0, 0.5]])
    W1, b1 = np.array([[1.0], [-1.0], [2.0], [0.5]]), np.array([-0.25])
    assert_close(mlp_predict(X, W1, b1, np.array([-4.0]), 3.0), np.array([0.0, 0.0, 1.0]), rtol=1e-6)


@case(
    "mlp_predict",
    points=2,
    en="four half-planes make a diamond: inside and on its border 1, outside 0, however far",
    es="cuatro semiplanos forman un rombo: adentro y en el borde 1, afuera 0, por lejos que sea",
)
def mlp_diamond(mlp_predict):
    X = np.array([[0.0, 0.0], [0.25, -0.5], [1.0, 0.0], [-0.5, -0.5], [0.75, 0.5], [-1.125, 0.0], [1000.0, -1000.0]])
    W1 = np.array([[1.0, 1.0, -1.0, -1.0], [1.0, -1.0, 1.0, -1.0]])
    inside = (np.abs(X).sum(axis=1) <= 1).astype(float)
    assert_close(assert_stable(mlp_predict, X, W1, np.ones(4), np.ones(4), -4.0), inside, rtol=1e-6)
