"""Hidden test cases of 04_optimizers; the oracles are closed forms and sums over the whole history, without a state."""

from __future__ import annotations

from math import prod

import numpy as np

from autograder import case
from autograder.checks import (
    architecture,
    assert_accuracy,
    assert_close,
    assert_compiled,
    assert_equal,
    assert_float64,
    assert_shape,
    assert_stable,
    assert_unchanged,
    expect,
    predict,
    trained_weights,
)

# The share of the other 597 digits that must be right after 1,200 are learned, and after 300, 30 of each class in order. In
# 120 seeded runs of the reference (see calibration/train_dense.csv): 0.959 ± 0.004, lowest 0.948; and 0.913 ± 0.006, lowest
# 0.896. The bounds are 10 and 8 deviations below, so by a normal law a right answer fails far less than once in 10,000. Three
# epochs reach 0.884 ± 0.007 and 0.742 ± 0.027; a validation set of the last fifth, 0.746 ± 0.003 of the sorted ones.
AT_LEAST, AT_LEAST_OF_FEW = 0.92, 0.86

NEAR = {"rtol": 1e-5, "atol": 1e-6}


def _pair(answer):
    """`answer`, when it is a tuple or list of two."""
    expect(
        isinstance(answer, (tuple, list)) and len(answer) == 2,
        en="The answer must be two things.",
        es="La respuesta debe ser dos cosas.",
    )
    return answer


def _step(optimizer, w, dw, state, numbers):
    """One step with fresh arrays; the new weights as an array of the right shape."""
    new, state = _pair(optimizer(np.array(w), np.array(dw), state, *numbers))
    assert_shape(new, np.shape(w))
    return np.asarray(new), state


def _gradients(seed, steps, *shape):
    """Gradients of very different sizes and both signs."""
    rng = np.random.default_rng(seed)
    return rng.choice([-1.0, 1.0], (steps, *shape)) * rng.uniform(0.2, 3.0, (steps, *shape))


def _faded(values, keep):
    """For each t, the sum of keep^(t - i) values_i over i = 1..t: what a state with decay remembers."""
    return [sum(keep ** (t - i) * values[i] for i in range(t + 1)) for t in range(len(values))]


def _momentum_moves(gradients, lr, beta):
    return [-lr * v for v in _faded(gradients, beta)]


def _rmsprop_moves(gradients, lr, rho, eps):
    squares = _faded(gradients**2, rho)
    return [-lr * g / (eps + ((1 - rho) * s) ** 0.5) for g, s in zip(gradients, squares, strict=True)]


def _adam_moves(gradients, lr, beta1, beta2, eps):
    """A mean whose weights add up to 1 needs no correction: divide by the sum of the weights."""
    ones = np.ones(len(gradients))
    m = [a / b for a, b in zip(_faded(gradients, beta1), _faded(ones, beta1), strict=True)]
    v = [a / b for a, b in zip(_faded(gradients**2, beta2), _faded(ones, beta2), strict=True)]
    return [-lr * a / (b**0.5 + eps) for a, b in zip(m, v, strict=True)]


def _agrees(optimizer, moves, settings, seed, steps=6):
    """Several parameters that take turns, of different shapes, each with its own gradients and its own start."""
    shapes = ((3,), (2, 4), (1,), (2, 1, 3))
    gradients = [_gradients(seed + i, steps, *shape) for i, shape in enumerate(shapes)]
    for numbers in settings:
        ws = [np.linspace(-0.5, 0.5, prod(shape)).reshape(shape) for shape in shapes]
        states, expected = [None] * len(shapes), [moves(g, *numbers) for g in gradients]
        for t in range(steps):
            for i, w in enumerate(ws):
                right = w + expected[i][t]
                ws[i], states[i] = _step(optimizer, w, gradients[i][t], states[i], numbers)
                assert_close(ws[i], right, **NEAR)


def _branches(optimizer, moves, numbers, seed):
    """From one state, go on in two ways and come back: an old state is as good as new."""
    first, other = _gradients(seed, 5, 4), _gradients(seed + 1, 5, 4)
    other[:3] = first[:3]
    w, state = np.zeros(4), None
    for dw in first[:3]:
        w, state = _step(optimizer, w, dw, state, numbers)
    for gradients in (first, other, first):
        here, there = w, state
        for t in (3, 4):
            right = here + moves(gradients, *numbers)[t]
            here, there = _step(optimizer, here, gradients[t], there, numbers)
            assert_close(here, right, **NEAR)


def _descends(optimizer, numbers, steps, share):
    """On a bowl the loss falls to a small share of what it was."""
    curvature, w, state = np.array([1.0, 6.0, 3.0]), np.array([4.0, -2.0, 1.0]), None
    before = float(curvature @ w**2)
    for _ in range(steps):
        w, state = _step(optimizer, w, curvature * w, state, numbers)
    expect(
        float(curvature @ w**2) < share * before,
        en="The loss of a simple bowl did not fall as it should.",
        es="La pérdida de un tazón simple no bajó como debía.",
    )


# sgd


@case(
    "sgd",
    points=2,
    en="on a bowl every step multiplies each weight by 1 minus lr times its curvature",
    es="en un tazón cada paso multiplica cada peso por 1 menos lr por su curvatura",
)
def sgd_geometric(sgd):
    curvature, start = np.array([[1.0, 2.0], [5.0, 9.0], [0.5, 0.0]]), np.array([[3.0, -1.0], [2.0, 4.0], [-6.0, 1.5]])
    for lr in (0.125, 0.01, 0.2):
        w, state = start, None
        for _ in range(8):
            w, state = _step(sgd, w, curvature * w, state, (lr,))
        assert_close(w, start * (1 - lr * curvature) ** 8, **NEAR)


@case(
    "sgd",
    points=2,
    en="each entry moves on its own and the weights themselves play no part; integers and nested lists are accepted",
    es="cada elemento se mueve por su cuenta y los pesos mismos no influyen; acepta enteros y listas anidadas",
)
def sgd_entries(sgd):
    for w in ([[5, -3], [0, 100], [7, 7]], [[0, 0], [0, 0], [0, 0]]):
        for kind in (list, np.array):
            new, _ = _pair(assert_unchanged(sgd, kind(w), kind([[1, 0], [0, -1], [4, 1000]]), None, 0.125))
            assert_close(new, np.array(w) - np.array([[0.125, 0.0], [0.0, -0.125], [0.5, 125.0]]), **NEAR)
            assert_float64(new)


# fit


@case(
    "fit",
    points=2,
    en="on a tilted bowl the whole path agrees with the exact solution, whatever the number of steps",
    es="en un tazón inclinado el camino entero coincide con la solución exacta, con cualquier cantidad de pasos",
)
def fit_exact_path(fit):
    turn = np.array([[0.6, -0.8, 0.0], [0.8, 0.6, 0.0], [0.0, 0.0, 1.0]])
    curvature, centre, start = np.array([1.0, 4.0, 0.5]), np.array([1.0, -2.0, 0.25]), [3, 0, -1]
    A = turn @ np.diag(curvature) @ turn.T
    for steps in (1, 9, 2):
        w, path = _pair(
            fit(
                lambda w: A @ (np.asarray(w, dtype=float) - centre),
                list(start),
                lambda w, dw, state: (np.asarray(w, dtype=float) - 0.25 * np.asarray(dw), state),
                steps,
            )
        )
        factors = (1 - 0.25 * curvature) ** np.arange(steps + 1)[:, None]
        expected = centre + (factors * (turn.T @ (np.array(start) - centre))) @ turn.T
        assert_close(path, expected, **NEAR)
        assert_close(w, expected[-1], **NEAR)


@case(
    "fit",
    points=2,
    en="weights, gradient and state go to the optimizer as they are, and a second walk starts afresh with None",
    es="los pesos, el gradiente y el estado llegan al optimizador tal cual, y otra caminata empieza de nuevo con None",
)
def fit_hands_over(fit):
    seen, slopes = [], np.array([[1.0, 2.0], [-4.0, 0.5], [0.0, 0.0], [8.0, -1.0]])

    def slope(w):
        return slopes[len(seen) % 4]

    def optimizer(w, dw, state):
        seen.append((np.array(w, dtype=float), np.array(dw, dtype=float), state))
        count = 0 if state is None else state["count"]
        return np.asarray(w, dtype=float) + (count + 1) * np.asarray(dw, dtype=float), {"count": count + 1}

    for _ in range(2):
        seen.clear()
        start = np.array([10.0, -10.0])
        w, path = _pair(assert_unchanged(fit, slope, start, optimizer, 4))
        places = start + np.concatenate([np.zeros((1, 2)), np.cumsum(slopes * np.arange(1, 5)[:, None], axis=0)])
        assert_close(path, places, **NEAR)
        assert_close(w, places[-1], **NEAR)
        assert_close(np.array([w for w, _, _ in seen]), places[:-1], **NEAR)
        assert_close(np.array([dw for _, dw, _ in seen]), slopes, **NEAR)
        expect(
            [state for _, _, state in seen] == [None, {"count": 1}, {"count": 2}, {"count": 3}],
            en="The optimizer did not receive its own states in order, None first.",
            es="El optimizador no recibió sus propios estados en orden, primero None.",
        )


@case(
    "fit",
    en="it walks to the last step, also where the slope is zero, and with 0 steps it asks for nothing",
    es="camina hasta el último paso, también donde la pendiente es cero, y con 0 pasos no pide nada",
)
def fit_does_not_stop(fit):
    asked = []

    def flat(w):
        asked.append(w)
        return np.zeros(2)

    def optimizer(w, dw, state):
        return np.asarray(w, dtype=float) + (3 if len(asked) == 5 else 0), None

    for steps, last in ((6, 3.0), (0, 0.0)):
        asked.clear()
        w, path = _pair(fit(flat, np.array([0.0, 1.0]), optimizer, steps))
        assert_shape(path, (steps + 1, 2))
        assert_close(w, np.array([last, 1 + last]), **NEAR)
        assert_close(np.asarray(path)[-1], np.array([last, 1 + last]), **NEAR)
        assert_close(np.asarray(path)[0], np.array([0.0, 1.0]), **NEAR)
        assert_equal(len(asked), steps)


# momentum


@case(
    "momentum",
    points=3,
    en="several parameters that take turns agree with the sum of all their old gradients, each faded by beta",
    es="varios parámetros que se turnan coinciden con la suma de todos sus gradientes anteriores, cada uno atenuado por beta",
)
def momentum_agrees(momentum):
    _agrees(momentum, _momentum_moves, ((0.5, 0.8), (0.125, 0.25), (1.0, 0.0)), 401)


@case(
    "momentum",
    points=2,
    en="a constant gradient: the velocity follows the geometric sum towards 1 / (1 - beta)",
    es="un gradiente constante: la velocidad sigue la suma geométrica hacia 1 / (1 - beta)",
)
def momentum_geometric(momentum):
    for lr, beta in ((0.25, 0.9), (0.5, 0.5)):
        w, state, g = np.zeros(2), None, np.array([1.0, -3.0])
        for t in range(1, 21):
            before = w
            w, state = _step(momentum, w, g, state, (lr, beta))
            assert_close(w - before, -lr * g * (1 - beta**t) / (1 - beta), **NEAR)


@case(
    "momentum",
    points=2,
    en="an old state may be used again: two ways to go on from it do not disturb each other",
    es="un estado viejo se puede usar otra vez: dos maneras de seguir desde él no se estorban",
)
def momentum_branches(momentum):
    _branches(momentum, _momentum_moves, (0.25, 0.75), 411)
    _descends(momentum, (0.05, 0.5), 60, 0.01)


# rmsprop


@case(
    "rmsprop",
    points=3,
    en="several parameters that take turns agree with the faded mean of all their squared gradients",
    es="varios parámetros que se turnan coinciden con el promedio atenuado de todos sus gradientes al cuadrado",
)
def rmsprop_agrees(rmsprop):
    _agrees(rmsprop, _rmsprop_moves, ((0.5, 0.9, 1e-8), (0.25, 0.5, 0.25), (2.0, 0.75, 1.0)), 421)


@case(
    "rmsprop",
    points=2,
    en="tiny gradients: eps is added to the root, outside, and damps them",
    es="gradientes diminutos: eps se suma a la raíz, por fuera, y los amortigua",
)
def rmsprop_eps(rmsprop):
    g = np.array([0.001, -0.02, 0.5])
    for rho, eps in ((0.75, 0.1), (0.96, 0.1), (0.75, 1e-3)):
        w, state = np.zeros(3), None
        for t in range(1, 5):
            before = w
            w, state = _step(rmsprop, w, g, state, (10.0, rho, eps))
            assert_close(w - before, -10.0 * g / (np.abs(g) * np.sqrt(1 - rho**t) + eps), **NEAR)


@case(
    "rmsprop",
    points=3,
    en="an old state may be used again, and the loss of a bowl falls",
    es="un estado viejo se puede usar otra vez, y la pérdida de un tazón baja",
)
def rmsprop_branches(rmsprop):
    _branches(rmsprop, _rmsprop_moves, (0.25, 0.75, 0.1), 431)
    _descends(rmsprop, (0.05, 0.9, 1e-8), 90, 0.01)
    w, state = np.array([[2.0, -1.0]]), None
    for dw in ([[0.0, 0.0]], [[0.0, 1.0]], [[0.0, 0.0]]):
        w, state = _pair(assert_stable(rmsprop, np.asarray(w), np.array(dw), state, 1.0, 0.75, 1e-8))
    assert_close(w, np.array([[2.0, -3.0]]), **NEAR)


# adam


@case(
    "adam",
    points=4,
    en="several parameters that take turns agree with weighted means of all their old gradients and squares",
    es="varios parámetros que se turnan coinciden con promedios ponderados de todos sus gradientes y cuadrados anteriores",
)
def adam_agrees(adam):
    _agrees(adam, _adam_moves, ((0.5, 0.9, 0.999, 1e-8), (0.25, 0.5, 0.75, 0.25), (1.0, 0.8, 0.6, 1e-6)), 441)


@case(
    "adam",
    points=2,
    en="tiny gradients: eps is added at the end, outside the root and after the correction",
    es="gradientes diminutos: eps se suma al final, fuera de la raíz y después de la corrección",
)
def adam_eps(adam):
    g = np.array([0.001, -0.02, 0.5])
    for beta1, beta2, eps in ((0.9, 0.999, 0.1), (0.5, 0.75, 1e-3)):
        w, state = np.zeros(3), None
        for t in range(1, 8):
            w, state = _step(adam, w, g, state, (10.0, beta1, beta2, eps))
            assert_close(w, -10.0 * t * g / (np.abs(g) + eps), **NEAR)


@case(
    "adam",
    points=2,
    en="many steps: the correction dies away by itself, and the loss of a bowl falls",
    es="muchos pasos: la corrección se apaga sola, y la pérdida de un tazón baja",
)
def adam_many_steps(adam):
    w, state = np.zeros(2), None
    for _ in range(150):
        w, state = _step(adam, w, [2.0, -0.25], state, (0.5, 0.9, 0.99, 1e-8))
    assert_close(w, np.array([-75.0, 75.0]), **NEAR)
    w, state = _step(adam, np.zeros(2), [-2.0, 0.25], state, (0.5, 0.9, 0.99, 1e-8))
    assert_close(w, np.array([-0.4, 0.4]), rtol=1e-4)
    _descends(adam, (0.1, 0.8, 0.99, 1e-8), 150, 0.01)


@case(
    "adam",
    points=2,
    en="an old state may be used again: two ways to go on from it do not disturb each other",
    es="un estado viejo se puede usar otra vez: dos maneras de seguir desde él no se estorban",
)
def adam_branches(adam):
    _branches(adam, _adam_moves, (0.25, 0.75, 0.875, 0.1), 451)
    w, state = np.array([[2.0, -1.0]]), None
    for dw in ([[0.0, 0.0]], [[0.0, 0.0]], [[0.0, 0.0]]):
        w, state = _pair(assert_stable(adam, np.asarray(w), np.array(dw), state, 1.0, 0.9, 0.999, 1e-8))
    assert_close(w, np.array([[2.0, -1.0]]), **NEAR)


# minibatches


def _collect(batches):
    """The batches as a list of pairs of arrays, each judged."""
    expect(
        batches is not None and not isinstance(batches, (str, int, float)),
        en="The answer must be a list, or a generator, of pairs.",
        es="La respuesta debe ser una lista, o un generador, de pares.",
    )
    pairs = []
    for pair in batches:
        pair = [np.asarray(part) for part in pair]
        expect(
            len(pair) == 2 and all(part.ndim for part in pair) and len(pair[0]) == len(pair[1]),
            en="Each item must be a pair with as many samples as labels.",
            es="Cada elemento debe ser un par con tantas muestras como etiquetas.",
        )
        pairs.append(pair)
        expect(len(pairs) < 500, en="There is no end of batches.", es="Los minilotes no se acaban nunca.")
    return pairs


@case(
    "minibatches",
    points=3,
    en="for any N and any batch size: full batches, a short last one if need be, every pair once",
    es="con cualquier N y cualquier tamaño: minilotes llenos, el último más corto si hace falta, cada par una vez",
)
def minibatches_any_size(minibatches):
    for n, size in ((1, 1), (1, 4), (12, 3), (13, 3), (14, 3), (5, 5), (5, 6), (33, 32), (17, 100), (70, 64)):
        images = np.random.default_rng(n).random((n, 2, 2, 3))
        images[:, 0, 0, 0] = np.arange(n)
        labels = np.stack([np.arange(n), 7 * np.arange(n) + 1], axis=1)
        pairs = _collect(assert_unchanged(minibatches, images, labels, size, np.random.default_rng(size)))
        sizes = [size] * (n // size) + [n % size] * (n % size > 0)
        assert_equal([len(some_y) for _, some_y in pairs], sizes)
        order = np.concatenate([some_y for _, some_y in pairs])[:, 0].astype(int)
        assert_close(np.sort(order), np.arange(n))
        assert_close(np.concatenate([some_y for _, some_y in pairs]), labels[order])
        assert_close(np.concatenate([some_X for some_X, _ in pairs]), images[order], **NEAR)


@case(
    "minibatches",
    points=2,
    en="every sample may land in any batch, with about the same frequency",
    es="cada muestra puede caer en cualquier minilote, más o menos con la misma frecuencia",
)
def minibatches_fair(minibatches):
    rounds, n, size = 300, 6, 2
    X, y = np.arange(6.0)[:, None], np.arange(6)
    counts, together, places = np.zeros(n), 0, np.zeros((n, n))
    for seed in range(rounds):
        labels = [some_y for _, some_y in _collect(minibatches(X, y, size, np.random.default_rng([seed, 4])))]
        assert_shape(labels[0], (size,))
        counts[labels[0]] += 1
        together += abs(int(labels[0][0]) - int(labels[0][1])) == 1
        places[np.concatenate(labels), np.arange(n)] += 1
    # first batch: 100 of 300 expected, deviation 8.2; neighbours: 100 of 300; one place: 50 of 300, deviation 6.5
    expect(
        np.abs(counts - 100).max() < 50 and abs(together - 100) < 50 and np.abs(places - 50).max() < 42,
        en="Some samples land in the same place far too often: the shuffle is not fair.",
        es="Algunas muestras caen en el mismo lugar demasiado a menudo: la barajada no es pareja.",
    )


@case(
    "minibatches",
    points=2,
    en="the order comes from rng and from nothing else, and the generator moves on: the next epoch is another",
    es="el orden sale de rng y de nada más, y el generador avanza: la época siguiente es otra",
)
def minibatches_epochs(minibatches):
    y, orders = np.arange(50), []
    rng, twin = np.random.default_rng(9), np.random.default_rng(9)
    for _ in range(3):
        before = rng.bit_generator.state
        answer = minibatches(y * 2.0, y, 8, rng)
        orders.append(np.concatenate([some_y for _, some_y in _collect(answer)]))
        again = np.concatenate([some_y for _, some_y in _collect(minibatches(y * 2.0, y, 8, twin))])
        assert_close(again, orders[-1])
        expect(
            rng.bit_generator.state != before or not isinstance(answer, (list, tuple)),  # a lazy one draws later
            en="The generator is where it was, so all epochs would be alike.",
            es="El generador quedó donde estaba, así que todas las épocas serían iguales.",
        )
        rng.random(5), twin.random(5)
    expect(
        not any(np.array_equal(orders[i], orders[i - 1]) for i in range(3)),
        en="Two epochs have the same order.",
        es="Dos épocas tienen el mismo orden.",
    )


# build_dense


@case(
    "build_dense",
    points=2,
    seconds=30,
    en="the number of parameters and the probabilities fit the inputs and classes that were asked for",
    es="la cantidad de parámetros y las probabilidades corresponden a las entradas y clases pedidas",
)
def build_counts(build_dense):
    X = np.random.default_rng(471).normal(0.0, 3.0, (9, 30))
    for n_inputs, n_classes in ((30, 6), (5, 2)):
        model = build_dense(n_inputs, n_classes, "adam")
        made = architecture(model)
        assert_close(made.total_parameters, (n_inputs + 1) * 100 + 101 * n_classes)
        answer = predict(model, X[:, :n_inputs])
        assert_close(answer.sum(axis=1), np.ones(9), rtol=1e-4)
        W1, b1, W2, b2 = (w.astype(float) for w in trained_weights(model))
        hidden = X[:, :n_inputs].dot(W1) + b1
        scores = np.exp((hidden * (hidden > 0)).dot(W2) + b2)
        assert_close(answer, scores / scores.sum(axis=1, keepdims=True), rtol=1e-3, atol=1e-5)


@case(
    "build_dense",
    points=2,
    seconds=30,
    en="every call builds a network of its own, with its own random start, compiled as it was asked for",
    es="cada llamada construye su propia red, con su propio inicio al azar, compilada como se pidió",
)
def build_anew(build_dense):
    models = [build_dense(20, 5, optimizer) for optimizer in ("adam", "rmsprop")]
    kernels = [trained_weights(model)[0] for model in models]
    expect(
        not np.array_equal(*kernels) and all(k.std() > 0.001 for k in kernels),
        en="Two networks have the same starting weights, or they do not start at random.",
        es="Dos redes tienen los mismos pesos iniciales, o no empiezan al azar.",
    )
    for model, optimizer in zip(models, ("adam", "rmsprop"), strict=True):
        assert_compiled(model, loss="sparse_categorical_crossentropy", optimizer=optimizer, metrics="accuracy")


# train_dense


def _digits():
    """The students' 1,200 digits, and the other 597."""
    from autograder.datasets import digits

    return digits("students"), digits("hidden")


def _sorted(X, y, each):
    """The first few of each class, class by class."""
    order = np.concatenate([np.flatnonzero(y == label)[:each] for label in range(10)])
    return X[order], y[order]


@case(
    "train_dense",
    points=3,
    seconds=60,
    en="digits that it has never seen are read: at least 92 % of 597, divided by 16, are right",
    es="lee dígitos que nunca ha visto: acierta al menos el 92 % de 597, divididos entre 16",
)
def train_reads_digits(train_dense, build_dense):
    (X, y), (new, labels) = _digits()
    model = train_dense(build_dense(64, 10, "adam"), X, y)
    assert_accuracy(predict(model, new / 16), labels, at_least=AT_LEAST)


@case(
    "train_dense",
    points=2,
    seconds=60,
    after="train_reads_digits",
    en="the order of the samples and the optimizer may be others: 300 digits sorted by class, with RMSprop",
    es="el orden de las muestras y el optimizador pueden ser otros: 300 dígitos ordenados por clase, con RMSprop",
)
def train_reads_sorted_digits(train_dense, build_dense):
    known, (new, labels) = _digits()
    model = train_dense(build_dense(64, 10, "rmsprop"), *_sorted(*known, each=30))
    assert_accuracy(predict(model, new / 16), labels, at_least=AT_LEAST_OF_FEW)
