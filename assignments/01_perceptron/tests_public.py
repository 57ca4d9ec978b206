"""Public test cases of 01_perceptron. / Casos de prueba públicos de 01_perceptron."""

from __future__ import annotations

import numpy as np

from autograder import case
from autograder.checks import assert_close, assert_equal, assert_float64, assert_shape, assert_unchanged, expect

POINTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


def _parts(answer, count):
    """`answer`, if it is a tuple or a list of `count` things. / `answer`, si es una tupla o lista de `count` cosas."""
    right = isinstance(answer, (tuple, list)) and len(answer) == count
    expect(
        right,
        en=f"The answer must be {count} values, separated by commas in `return`.",
        es=f"La respuesta debe ser {count} valores, separados por comas en `return`.",
    )
    return answer


def _answers(bits):
    """"011" -> 0.0, 1.0, 1.0"""
    return np.array([float(bit) for bit in bits])


# step


@case("step", en="negative numbers give 0, positive numbers give 1", es="los negativos dan 0 y los positivos dan 1")
def step_signs(step):
    assert_close(step(np.array([-40.0, -0.25, 0.25, 0.75, 3.0])), np.array([0.0, 0.0, 1.0, 1.0, 1.0]), rtol=1e-6)


@case("step", en="exactly 0 gives 1", es="el 0 exacto da 1")
def step_border(step):
    assert_close(step(np.array([-1.0, 0.0, 1.0])), np.array([0.0, 1.0, 1.0]), rtol=1e-6)


@case(
    "step",
    en="integers, lists and single numbers are accepted, and the answer is float64",
    es="acepta enteros, listas y números sueltos, y responde en float64",
)
def step_takes_integers_and_lists(step):
    for z, expected in ((np.array([-2, 0, 2]), [0.0, 1.0, 1.0]), ([0.5, -0.5], [1.0, 0.0]), (-3, 0.0), (7.5, 1.0)):
        answer = step(z)
        assert_close(answer, np.array(expected), rtol=1e-6)
        assert_float64(answer)


@case(
    "step",
    en="a table (6, 8) stays (6, 8), and the argument stays as it was",
    es="una tabla (6, 8) sigue siendo (6, 8), y el argumento queda intacto",
)
def step_table(step):
    z, expected = np.arange(48.0).reshape(6, 8) / 4 - 6, np.zeros((6, 8))
    expected.flat[24:] = 1.0
    assert_close(assert_unchanged(step, z), expected, rtol=1e-6)


# perceptron_predict


@case(
    "perceptron_predict",
    en="the three days of the worked example give 0, 1, 1",
    es="los tres días del ejemplo resuelto dan 0, 1, 1",
)
def predict_worked_example(perceptron_predict):
    X = np.array([[2.0, 1.0], [2.0, 0.0], [1.0, 0.5]])
    assert_close(perceptron_predict(X, np.array([1.0, -3.0]), 0.5), np.array([0.0, 1.0, 1.0]), rtol=1e-6)


@case(
    "perceptron_predict",
    points=2,
    en="five inputs per sample: each sample has its own answer",
    es="cinco entradas por muestra: cada muestra tiene su propia respuesta",
)
def predict_five_inputs(perceptron_predict):
    # z = 0, 2, -1, -1
    X = np.array([[1, 0, 2, 0, -1], [0, 3, 0, 1, 0], [2, 2, 2, 2, 1], [-1, -2, 0, 0, 0]], dtype=float)
    w, b = np.array([1.0, 0.5, -1.5, -0.5, -1.0]), 1.0
    assert_close(perceptron_predict(X, w, b), np.array([1.0, 1.0, 0.0, 0.0]), rtol=1e-6)


@case(
    "perceptron_predict",
    en="a batch with a single sample gives shape (1,), not a bare number",
    es="un lote con una sola muestra da forma (1,), no un número suelto",
)
def predict_one_sample(perceptron_predict):
    w = np.array([0.5, -2.0, 1.0])
    assert_close(perceptron_predict(np.array([[2.0, 1.0, 0.5]]), w, 0.25), np.array([0.0]), rtol=1e-6)
    assert_close(perceptron_predict(np.array([[2.0, 0.5, 0.5]]), w, -0.25), np.array([1.0]), rtol=1e-6)


@case(
    "perceptron_predict",
    en="lists and integers are accepted, the answer is float64, and the arguments stay as they were",
    es="acepta listas y enteros, responde en float64, y los argumentos quedan intactos",
)
def predict_lists(perceptron_predict):
    answer = perceptron_predict([[3, 1], [1, 3], [2, 2]], [2, -1], -2)
    assert_close(answer, np.array([1.0, 0.0, 1.0]), rtol=1e-6)
    assert_float64(answer)
    X, w = np.array([[3.0, -2.0], [-2.0, 3.0], [1.0, -1.0]]), np.array([0.5, 0.25])
    assert_close(assert_unchanged(perceptron_predict, X, w, -0.5), np.array([1.0, 0.0, 0.0]), rtol=1e-6)


@case(
    "perceptron_predict",
    en="48 samples at once: each yes and each no is where it should be",
    es="48 muestras a la vez: cada sí y cada no está donde debe",
)
def predict_many(perceptron_predict):
    rng = np.random.default_rng(15)
    X, w = rng.integers(-4, 5, (48, 4)) / 2, rng.integers(-4, 5, 4) / 2
    assert_close(perceptron_predict(X, w, -0.5), _answers("101110010110110011010011100000001011011001000110"), rtol=1e-6)


# perceptron_update


@case(
    "perceptron_update",
    points=2,
    en="the worked example: a missed 1 moves the weights towards x and the bias up",
    es="el ejemplo resuelto: un 1 no detectado acerca los pesos a x y sube el sesgo",
)
def update_missed(perceptron_update):
    w, b = _parts(perceptron_update(np.array([0.5, -1.0]), 0.25, np.array([1.0, 2.0]), 1, 0.25), 2)
    assert_close(w, np.array([0.75, -0.5]), rtol=1e-6)
    assert_close(b, 0.5, rtol=1e-6)


@case(
    "perceptron_update",
    points=2,
    en="a false alarm moves the weights away from x and the bias down",
    es="una falsa alarma aleja los pesos de x y baja el sesgo",
)
def update_false_alarm(perceptron_update):
    # z = 2 - 0.5 + 1 = 2.5
    w, b = _parts(perceptron_update(np.array([1.0, 0.5, -2.0]), 1.0, np.array([2.0, -1.0, 0.0]), 0, 0.5), 2)
    assert_close(w, np.array([0.0, 1.0, -2.0]), rtol=1e-6)
    assert_close(b, 0.5, rtol=1e-6)


@case(
    "perceptron_update",
    en="nothing moves when the prediction is right, and something moves when it is not",
    es="nada se mueve cuando la predicción es correcta, y algo se mueve cuando no lo es",
)
def update_only_mistakes(perceptron_update):
    x, w = np.array([1.0, 3.0]), np.array([0.5, 0.25])
    # z = 1.25 + b
    for y, b, moved in ((1, 2.0, 0), (1, -0.75, 0), (1, 1.0, 0), (0, -2.0, 0), (0, 1.0, -0.5), (1, -2.0, 0.5)):
        new_w, new_b = _parts(perceptron_update(w.copy(), b, x, y, 0.5), 2)
        assert_close(new_w, w + moved * x, rtol=1e-6)
        assert_close(new_b, b + moved, rtol=1e-6)


@case(
    "perceptron_update",
    en="z exactly 0 counts as a 1: a mistake if y is 0, right if y is 1",
    es="z exactamente 0 cuenta como un 1: es un error si y es 0, y un acierto si y es 1",
)
def update_border(perceptron_update):
    w, x = np.array([1.0, -2.0]), np.array([2.0, 0.5])
    new_w, new_b = _parts(perceptron_update(w, -1.0, x, 0, 0.5), 2)
    assert_close(new_w, np.array([0.0, -2.25]), rtol=1e-6)
    assert_close(new_b, -1.5, rtol=1e-6)
    new_w, new_b = _parts(perceptron_update(np.array([1.0, -2.0]), -1.0, x, 1, 0.5), 2)
    assert_close(new_w, np.array([1.0, -2.0]), rtol=1e-6)
    assert_close(new_b, -1.0, rtol=1e-6)


@case(
    "perceptron_update",
    en="after a mistake the bias moves too, by lr times the error, wherever it starts",
    es="tras un error también se mueve el sesgo, lr por el error, empiece donde empiece",
)
def update_bias(perceptron_update):
    w, x = np.array([0.25, -0.5, 0.125]), np.array([0.5, 0.75, -1.0])
    starts = [1.75, -2.25, 3.75, -7.5, 11.0]
    ends = [_parts(perceptron_update(w, b, x, int(b < 0), 0.3), 2)[1] for b in starts]
    expect(
        any(float(end) != start for start, end in zip(starts, ends, strict=True)),
        en="Five mistakes, and the bias is what it was each time.",
        es="Cinco errores, y el sesgo quedó igual cada vez.",
    )
    assert_close(ends, np.array([1.45, -1.95, 3.45, -7.2, 10.7]), rtol=1e-6)


@case("perceptron_update", en="the arguments stay as they were", es="los argumentos quedan intactos")
def update_unchanged(perceptron_update):
    w, x = np.array([0.0, 0.5, 0.0]), np.array([1.0, 2.0, -3.0])
    new_w, _ = _parts(assert_unchanged(perceptron_update, w, 0.0, x, 0, 0.25), 2)
    assert_close(new_w, np.array([-0.25, 0.0, 0.75]), rtol=1e-6)


@case(
    "perceptron_update",
    en="integers and lists are accepted, and the new weights and bias are float64",
    es="acepta enteros y listas, y los pesos y el sesgo nuevos son float64",
)
def update_takes_integers_and_lists(perceptron_update):
    for kind in (np.array, list):
        w, b = _parts(perceptron_update(kind([0, 0, -1]), 0, kind([1, 2, 3]), 1, 0.25), 2)
        assert_close(w, np.array([0.25, 0.5, -0.25]), rtol=1e-6)
        assert_close(b, 0.25, rtol=1e-6)
        assert_float64(w)
        assert_float64(b)


# perceptron_fit


@case(
    "perceptron_fit",
    points=3,
    en="one epoch on three samples: start at zero, correct after each sample, count as you go",
    es="una época con tres muestras: empieza en cero, corrige tras cada muestra y cuenta sobre la marcha",
)
def fit_three_samples(perceptron_fit):
    # x = (1, 2), y = 0: z =  0    w = (-0.5, -1)    b = -0.5
    # x = (3, -1), y = 1: z = -1    w = (1, -1.5)     b = 0
    # x = (-2, 1), y = 0: z = -3.5  w = (1, -1.5)     b = 0
    X = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 1.0]])
    w, b, errors = _parts(perceptron_fit(X, np.array([0, 1, 0]), 0.5, 1), 3)
    assert_close(w, np.array([1.0, -1.5]), rtol=1e-6)
    assert_close(b, 0.0, rtol=1e-6)
    assert_close(errors, np.array([2]))


@case(
    "perceptron_fit",
    points=2,
    en="AND is learned: it stops after the first epoch without a mistake, and that 0 ends the list",
    es="aprende AND: se detiene tras la primera época sin errores, y ese 0 cierra la lista",
)
def fit_and(perceptron_fit):
    w, b, errors = _parts(perceptron_fit(POINTS, np.array([0, 0, 0, 1]), 1.0, 100), 3)
    assert_close(errors, np.array([2, 3, 3, 2, 1, 0]))
    assert_close(w, np.array([2.0, 1.0]), rtol=1e-6)
    assert_close(b, -3.0, rtol=1e-6)


@case(
    "perceptron_fit",
    en="XOR is never learned: all the epochs are used, none without a mistake",
    es="XOR nunca se aprende: usa todas las épocas y ninguna queda sin errores",
)
def fit_xor(perceptron_fit):
    w, b, errors = _parts(perceptron_fit(POINTS, np.array([0, 1, 1, 0]), 1.0, 7), 3)
    assert_close(errors, np.array([3, 3, 4, 4, 4, 4, 4]))
    assert_close(w, np.array([-1.0, 0.0]), rtol=1e-6)
    assert_close(b, 0.0, rtol=1e-6)


@case(
    "perceptron_fit",
    en="with 0 epochs: zeros and an empty list; with 1 epoch: one count; with nothing to correct: a single 0",
    es="con 0 épocas: ceros y una lista vacía; con 1 época: una sola cuenta; sin nada que corregir: un solo 0",
)
def fit_no_epochs(perceptron_fit):
    X, y = np.array([[1.0, -2.0, 0.5], [2.0, 1.0, 0.0]]), np.array([0.0, 1.0])
    # z = 0, -0.25
    for epochs, w_then, b_then, errors_then in ((0, [0.0, 0.0, 0.0], 0.0, []), (1, [0.25, 0.75, -0.125], 0.0, [2])):
        w, b, errors = _parts(perceptron_fit(X, y, 0.25, epochs), 3)
        assert_close(w, np.array(w_then), rtol=1e-6)
        assert_close(b, b_then, rtol=1e-6)
        assert_close(errors, np.array(errors_then))
    assert_close(_parts(perceptron_fit(X, np.array([1.0, 1.0]), 0.25, 3), 3)[2], np.array([0]))


@case(
    "perceptron_fit",
    en="OR as lists of integers, step 0.25: right answer in float64, and the arguments stay as they were",
    es="OR como listas de enteros, paso 0.25: respuesta correcta en float64, y los argumentos quedan intactos",
)
def fit_or_lists(perceptron_fit):
    X, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]
    for data in ((X, y), (np.array(X), np.array(y))):
        w, b, errors = _parts(assert_unchanged(perceptron_fit, *data, 0.25, 50), 3)
        assert_close(w, np.array([0.25, 0.25]), rtol=1e-6)
        assert_float64(w)
        assert_close(b, -0.25, rtol=1e-6)
        assert_close(errors, np.array([2, 2, 1, 0]))


# compose_linear


@case(
    "compose_linear",
    points=2,
    en="2 inputs, 3 hidden, 1 output: the same numbers as by hand",
    es="2 entradas, 3 ocultas, 1 salida: los mismos números que a mano",
)
def compose_by_hand(compose_linear):
    W1, b1 = np.array([[1.0, 0.0, 2.0], [-1.0, 3.0, 1.0]]), np.array([1.0, -1.0, 1.0])
    W2, b2 = np.array([[2.0], [1.0], [-2.0]]), np.array([4.0])
    W, b = _parts(compose_linear(W1, b1, W2, b2), 2)
    assert_close(W, np.array([[-2.0], [-1.0]]), rtol=1e-6)
    assert_close(b, np.array([3.0]), rtol=1e-6)


@case(
    "compose_linear",
    points=2,
    en="the one layer gives what the two layers give, for any inputs",
    es="la capa única da lo mismo que las dos capas, con cualquier entrada",
)
def compose_agrees(compose_linear):
    rng = np.random.default_rng(3)
    layers = [rng.integers(-8, 9, shape) / 4 for shape in ((4, 3), (3,), (3, 2), (2,))]
    W, b = _parts(compose_linear(*layers), 2)
    assert_shape(W, (4, 2))
    assert_shape(b, (2,))
    for x in rng.integers(-8, 9, (6, 4)) / 4:
        after_one = layers[1] + x.dot(layers[0])
        assert_close(b + x.dot(W), layers[3] + after_one.dot(layers[2]), rtol=1e-6)


@case(
    "compose_linear",
    en="the first bias passes through the second layer",
    es="el primer sesgo pasa por la segunda capa",
)
def compose_first_bias(compose_linear):
    W2, b2 = np.array([[1.0, 0.0, 5.0], [0.0, 2.0, -1.0]]), np.array([0.5, 0.25, -1.0])
    W, b = _parts(compose_linear(np.array([[1.0, 1.0]]), np.array([10.0, 100.0]), W2, b2), 2)
    assert_close(b, np.array([10.5, 200.25, -51.0]), rtol=1e-6)
    assert_close(W, np.array([[1.0, 2.0, 4.0]]), rtol=1e-6)


@case(
    "compose_linear",
    en="lists and integers are accepted, the answers are float64, and the arguments stay as they were",
    es="acepta listas y enteros, responde en float64, y los argumentos quedan intactos",
)
def compose_lists(compose_linear):
    arguments = [[1, 2], [3, 4], [5, 6]], [1, -1], [[1, 0, 2, -1], [0, 1, 1, 3]], [0, 0, 7, 0]
    for given in (arguments, tuple(np.array(a) for a in arguments)):
        W, b = _parts(assert_unchanged(compose_linear, *given), 2)
        assert_close(W, np.array([[1.0, 2.0, 4.0, 5.0], [3.0, 4.0, 10.0, 9.0], [5.0, 6.0, 16.0, 13.0]]), rtol=1e-6)
        assert_close(b, np.array([1.0, -1.0, 8.0, -4.0]), rtol=1e-6)
        assert_float64(W)
        assert_float64(b)


# xor_network


def _numbers(value):
    """`value` as an array of floats. / `value` como arreglo de números."""
    try:
        return np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        expect(False, en="W1, b1, W2 and b2 must be numbers.", es="W1, b1, W2 y b2 deben ser números.")
        raise


def _active_units(network):
    """Which hidden units answer 1, for each of POINTS. / Qué unidades ocultas responden 1 en cada punto."""
    W1, b1 = (_numbers(part) for part in _parts(network, 4)[:2])
    fits = W1.ndim == 2 and W1.shape[0] == 2 and b1.size == W1.shape[1]
    expect(fits, en="W1 must be (2, H), and b1 (H,).", es="W1 debe ser (2, H), y b1 (H,).")
    return [b1.ravel() + x.dot(W1) >= 0 for x in POINTS]


def _truth_table(network):
    """What the network answers on POINTS. / Lo que responde la red en los cuatro puntos."""
    active = _active_units(network)
    W2, b2 = (_numbers(part).ravel() for part in network[2:])
    fits = W2.size == active[0].size and b2.size == 1
    expect(fits, en="W2 must be (H,), and b2 one number.", es="W2 debe ser (H,), y b2 un número.")
    return [int(W2[units].sum() + b2[0] >= 0) for units in active]


@case(
    "xor_network",
    en="four parts: W1 (2, H), b1 (H,), W2 (H,), b2 a number, and hidden units that see different things",
    es="cuatro partes: W1 (2, H), b1 (H,), W2 (H,), b2 un número, y unidades ocultas que ven cosas distintas",
)
def xor_shapes(xor_network):
    network = xor_network()
    kinds = {tuple(unit) for unit in np.transpose(_active_units(network)) if 0 < unit.sum() < 4}
    hidden = _numbers(network[0]).shape[1]
    for part, shape in zip(network, ((2, hidden), (hidden,), (hidden,), ()), strict=True):
        assert_shape(part, shape)
    expect(
        len(kinds) > 1,
        en="At least two hidden units must split the four points, each in its own way.",
        es="Al menos dos unidades ocultas deben separar los cuatro puntos, cada una a su manera.",
    )


@case(
    "xor_network",
    en="(1, 0) gives 1 and (1, 1) gives 0: it is not OR",
    es="(1, 0) da 1 y (1, 1) da 0: no es OR",
)
def xor_is_not_or(xor_network):
    assert_equal(_truth_table(xor_network())[2:], [1, 0])


@case(
    "xor_network",
    en="(0, 0) gives 0 and (0, 1) gives 1: it is not NAND",
    es="(0, 0) da 0 y (0, 1) da 1: no es NAND",
)
def xor_is_not_nand(xor_network):
    assert_equal(_truth_table(xor_network())[:2], [0, 1])


@case(
    "xor_network",
    points=2,
    en="(0, 0), (0, 1), (1, 0), (1, 1) give 0, 1, 1, 0",
    es="(0, 0), (0, 1), (1, 0), (1, 1) dan 0, 1, 1, 0",
)
def xor_truth_table(xor_network):
    assert_equal(_truth_table(xor_network()), [0, 1, 1, 0])


# mlp_predict

# 3 inputs, 2 hidden units / 3 entradas, 2 unidades ocultas
W1, B1 = np.array([[1.0, -2.0], [0.5, 1.0], [-1.0, 0.0]]), np.array([-0.5, 0.25])
W2, B2 = np.array([2.0, -1.0]), -0.5


@case(
    "mlp_predict",
    points=2,
    en="three inputs, two hidden units, five samples: the same as by hand",
    es="tres entradas, dos unidades ocultas, cinco muestras: lo mismo que a mano",
)
def mlp_by_hand(mlp_predict):
    # h = (1, 0), (0, 1), (1, 1), (0, 0), (0, 1); z = 1.5, -1.5, 0.5, -0.5, -1.5
    X = np.array([[2.0, 0.0, 1.0], [0.0, 0.0, 1.0], [1.0, 2.0, -5.0], [1.0, 1.0, 3.0], [-1.0, 2.0, -0.25]])
    assert_close(mlp_predict(X, W1, B1, W2, B2), np.array([1.0, 0.0, 1.0, 0.0, 0.0]), rtol=1e-6)


@case(
    "mlp_predict",
    en="one step function after each layer: strong hidden units count no more than weak ones",
    es="una función escalón tras cada capa: una unidad oculta fuerte no cuenta más que una débil",
)
def mlp_hidden_step(mlp_predict):
    # z = (100, 0.5, -1), (1.25, -100.5, -1)
    X, b = np.array([[10.0, 1.0], [0.125, -100.0]]), np.array([0.0, -0.5, -1.0])
    W = np.array([[10.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    assert_close(mlp_predict(X, W, b, np.array([-1.0, 1.5, 9.0]), 0.0), np.array([1.0, 0.0]), rtol=1e-6)


@case(
    "mlp_predict",
    en="z exactly 0 gives 1, in the hidden layer and at the output",
    es="z exactamente 0 da 1, en la capa oculta y en la salida",
)
def mlp_border(mlp_predict):
    # z = (0, 1), (2, -1)
    X, W, b = np.array([[1.0], [3.0]]), np.array([[1.0, -1.0]]), np.array([-1.0, 2.0])
    assert_close(mlp_predict(X, W, b, np.array([1.0, 1.0]), -1.5), np.array([1.0, 0.0]), rtol=1e-6)
    assert_close(mlp_predict(X, W, b, np.array([1.0, -2.0]), -1.0), np.array([0.0, 1.0]), rtol=1e-6)


@case(
    "mlp_predict",
    en="one sample gives shape (1,); lists are accepted, the answer is float64, and the arguments stay as they were",
    es="una muestra da forma (1,); acepta listas, responde en float64, y los argumentos quedan intactos",
)
def mlp_lists(mlp_predict):
    answer = assert_unchanged(mlp_predict, np.array([[2.0, 0.0, 1.0]]), W1, B1, W2, B2)
    assert_close(answer, np.array([1.0]), rtol=1e-6)
    answer = mlp_predict([[0, 0, 1]], [[2, -4], [1, 2], [-2, 0]], [-1, 1], [4, -2], -1)
    assert_close(answer, np.array([0.0]), rtol=1e-6)
    assert_float64(answer)


@case(
    "mlp_predict",
    en="60 samples at once, four hidden units: each yes and each no is where it should be",
    es="60 muestras a la vez, cuatro unidades ocultas: cada sí y cada no está donde debe",
)
def mlp_many(mlp_predict):
    rng = np.random.default_rng(2204)
    X, W, b, w = (rng.integers(low, 1 - low, shape) / 2 for low, shape in ((-4, (60, 3)), (-4, (3, 4)), (-3, 4), (-4, 4)))
    expected = _answers("110001011110000100001100000011001100000101110111110100110000")
    assert_close(mlp_predict(X, W, b, w, -0.5), expected, rtol=1e-6)
