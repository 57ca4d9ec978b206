"""Hidden test cases of 02_activations: what the public ones cannot reveal."""

from __future__ import annotations

import numpy as np

from autograder import case
from autograder.checks import assert_close, assert_float64, assert_gradient, assert_stable, assert_unchanged


def _close(actual, expected):
    # 1e-6 leaves room for an answer that computes in float32 and returns float64.
    assert_close(actual, expected, rtol=1e-6, atol=1e-7)


def _exact(actual, expected):
    # Only for answers that need no sum: rounding, thresholds and floors show at any scale.
    assert_close(actual, expected, rtol=1e-6, atol=1e-20)


def _tail(actual, expected):
    # 5e-16 accepts 0.5 * (1 + tanh(x / 2)), right to the last bit of 1, and rejects a clip at 34 or less.
    assert_close(actual, expected, rtol=1e-6, atol=5e-16)


def _random(seed, *shape, scale=1.0):
    return np.random.default_rng(seed).normal(scale=scale, size=shape)


def _apart(seed, *shape):
    """Random numbers of both signs, at least 0.1 away from 0."""
    x = _random(seed, *shape)
    return x + np.copysign(0.1, x)


def _columns_first(x):
    """The same numbers laid out in memory column by column, as a transposed array is."""
    return np.asfortranarray(x)


def _p(x):
    x = np.asarray(x, dtype=np.float64)
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def _logistic(x):
    x = np.asarray(x, dtype=np.float64)
    return np.exp(-np.logaddexp(0.0, -x))


def _softmax_gradient(dout, x):
    p = _p(x)
    return np.einsum("...i,...ij->...j", dout, p[..., :, None] * (np.eye(p.shape[-1]) - p[..., None, :]))


# relu


@case(
    "relu",
    points=1,
    en="it holds with four axes, axes of size 1 and transposed arrays",
    es="se cumple con cuatro ejes, con ejes de tamaño 1 y con arreglos transpuestos",
)
def relu_four_axes(relu):
    x = _apart(101, 2, 1, 3, 5)
    _close(relu(x), np.maximum(x, 0.0))
    _close(relu(_columns_first(x[0, 0])), np.maximum(x[0, 0], 0.0))
    _close(relu(x[:1, :, :1, :1]), np.maximum(x[:1, :, :1, :1], 0.0))


@case(
    "relu",
    points=1,
    en="tiny and large inputs are treated alike: no rounding, no threshold, no ceiling",
    es="las entradas diminutas y las grandes se tratan igual: sin redondeo, sin umbral, sin tope",
)
def relu_every_scale(relu):
    x = np.array([1e-12, -1e-12, 3.123456789e-7, 1000.0, -1000.0, 654.321987])
    _exact(assert_stable(relu, x), np.array([1e-12, 0.0, 3.123456789e-7, 1000.0, 0.0, 654.321987]))


@case(
    "relu",
    points=1,
    en="an array whose entries all have the same sign is no exception",
    es="un arreglo con todas sus entradas del mismo signo no es una excepción",
)
def relu_one_sign(relu):
    x = np.abs(_apart(102, 4, 3))
    _close(relu(-x), np.zeros((4, 3)))
    _close(relu(x), x)
    _close(relu(np.zeros((1, 2))), np.zeros((1, 2)))


@case(
    "relu",
    points=1,
    en="integers, float32 and nested lists give float64 in any shape, and x stays as it was",
    es="los enteros, los float32 y las listas anidadas dan float64 en cualquier forma, y x queda como estaba",
)
def relu_other_arguments(relu):
    whole = np.array([[[-7, 2], [5, -1]], [[0, 9], [-4, -6]]])
    expected = np.array([[[0.0, 2.0], [5.0, 0.0]], [[0.0, 9.0], [0.0, 0.0]]])
    others = relu(whole.astype(np.int32)), relu(whole.astype(np.float32))
    for answer in (assert_unchanged(relu, whole), assert_unchanged(relu, whole.tolist()), *others):
        _close(answer, expected)
        assert_float64(answer)
    _close(relu([1, -2.5, 0.5]), np.array([1.0, 0.0, 0.5]))
    _close(relu((3, -1)), np.array([3.0, 0.0]))


# relu_backward


@case(
    "relu_backward",
    points=1,
    en="the gradient agrees with finite differences for a random dout",
    es="el gradiente coincide con las diferencias finitas para un dout aleatorio",
)
def relu_backward_gradient(relu_backward):
    assert_gradient(lambda x: np.maximum(x, 0.0), relu_backward, [_apart(111, 3, 4, 2)], kinks=0.0, seed=11)


@case(
    "relu_backward",
    points=1,
    en="it holds with four axes, axes of size 1 and transposed arrays",
    es="se cumple con cuatro ejes, con ejes de tamaño 1 y con arreglos transpuestos",
)
def relu_backward_four_axes(relu_backward):
    x, dout = _apart(112, 2, 1, 3, 5), _random(113, 2, 1, 3, 5)
    _close(relu_backward(dout, x), np.where(x > 0.0, dout, 0.0))
    _close(relu_backward(dout[0, 0], _columns_first(x[0, 0])), np.where(x[0, 0] > 0.0, dout[0, 0], 0.0))
    _close(relu_backward(_columns_first(dout[1, 0]), x[1, 0]), np.where(x[1, 0] > 0.0, dout[1, 0], 0.0))


@case(
    "relu_backward",
    points=2,
    en="only the sign of x opens the gate, however close to 0 x is and whatever dout is",
    es="solo el signo de x abre la compuerta, por cerca que x esté de 0 y sea cual sea dout",
)
def relu_backward_gate(relu_backward):
    x = np.array([[0.0, 1e-30, -1e-30, -0.0], [1000.0, 0.0, 0.0, -1000.0]])
    dout = np.array([[4.0, -3.123456789e-7, 2.0, -6.0], [-500.0, 1e-9, -8.0, 0.0]])
    _exact(assert_stable(relu_backward, dout, x), np.array([[0.0, -3.123456789e-7, 0.0, 0.0], [-500.0, 0.0, 0.0, 0.0]]))
    _close(relu_backward(np.array([[0.0, -2.5]]), np.array([[3.0, 0.001]])), np.array([[0.0, -2.5]]))


@case(
    "relu_backward",
    points=1,
    en="integers, lists and mixed arguments give float64, and both arguments stay as they were",
    es="los enteros, las listas y los argumentos mezclados dan float64, y ambos argumentos quedan como estaban",
)
def relu_backward_other_arguments(relu_backward):
    x, dout = np.array([[0.5, -1.5], [0.0, 2.5]]), np.array([[-3, 4], [5, 7]])
    for answer in (
        assert_unchanged(relu_backward, dout, x),
        relu_backward(dout.tolist(), x),
        relu_backward(dout, x.tolist()),
    ):
        _close(answer, np.array([[-3.0, 0.0], [0.0, 7.0]]))
        assert_float64(answer)
    _close(relu_backward([0.5, 1.5, -2.5], [3, 0, 4]), np.array([0.5, 0.0, -2.5]))


# leaky_relu


@case(
    "leaky_relu",
    points=1,
    en="it holds with four axes, axes of size 1 and transposed arrays",
    es="se cumple con cuatro ejes, con ejes de tamaño 1 y con arreglos transpuestos",
)
def leaky_relu_four_axes(leaky_relu):
    x = _apart(121, 2, 1, 3, 5)
    _close(leaky_relu(x, 0.07), np.where(x > 0.0, x, 0.07 * x))
    _close(leaky_relu(_columns_first(x[1, 0]), 0.6), np.where(x[1, 0] > 0.0, x[1, 0], 0.6 * x[1, 0]))


@case(
    "leaky_relu",
    points=1,
    en="tiny and large inputs are treated alike: no rounding, no threshold, no ceiling",
    es="las entradas diminutas y las grandes se tratan igual: sin redondeo, sin umbral, sin tope",
)
def leaky_relu_every_scale(leaky_relu):
    x = np.array([1e-12, -1e-12, -3.123456789e-7, 1000.0, -1000.0])
    _exact(assert_stable(leaky_relu, x, 0.01), np.array([1e-12, -1e-14, -3.123456789e-9, 1000.0, -10.0]))


@case(
    "leaky_relu",
    points=1,
    en="each call uses the slope of that call, also when all entries have the same sign",
    es="cada llamada usa su propio slope, también cuando todas las entradas tienen el mismo signo",
)
def leaky_relu_own_slope(leaky_relu):
    x = np.abs(_apart(122, 4, 3))
    for slope in (0.9, 0.125, 0.0, 0.45, 1.0):
        _close(leaky_relu(-x, slope), -slope * x)
        _close(leaky_relu(x, slope), x)


@case(
    "leaky_relu",
    points=1,
    en="integers, float32 and nested lists give float64 in any shape, and x stays as it was",
    es="los enteros, los float32 y las listas anidadas dan float64 en cualquier forma, y x queda como estaba",
)
def leaky_relu_other_arguments(leaky_relu):
    whole = np.array([[[-7, 2], [5, -1]], [[0, 9], [-4, -6]]])
    expected = np.array([[[-1.4, 2.0], [5.0, -0.2]], [[0.0, 9.0], [-0.8, -1.2]]])
    single = leaky_relu(whole.astype(np.float32), 0.2)
    for answer in (assert_unchanged(leaky_relu, whole, 0.2), assert_unchanged(leaky_relu, whole.tolist(), 0.2), single):
        _close(answer, expected)
        assert_float64(answer)
    _close(leaky_relu([1, -2.5, 0.5], 0.2), np.array([1.0, -0.5, 0.5]))


# leaky_relu_backward


@case(
    "leaky_relu_backward",
    points=1,
    en="the gradient agrees with finite differences for a random dout",
    es="el gradiente coincide con las diferencias finitas para un dout aleatorio",
)
def leaky_relu_backward_gradient(leaky_relu_backward):
    assert_gradient(
        lambda x: np.where(x > 0.0, x, 0.37 * x),
        lambda dout, x: leaky_relu_backward(dout, x, 0.37),
        [_apart(131, 3, 4, 2)],
        kinks=0.0,
        seed=12,
    )


@case(
    "leaky_relu_backward",
    points=1,
    en="it holds with four axes, axes of size 1 and transposed arrays",
    es="se cumple con cuatro ejes, con ejes de tamaño 1 y con arreglos transpuestos",
)
def leaky_relu_backward_four_axes(leaky_relu_backward):
    x, dout = _apart(132, 2, 1, 3, 5), _random(133, 2, 1, 3, 5)
    expected = np.where(x > 0.0, dout, 0.07 * dout)
    _close(leaky_relu_backward(dout, x, 0.07), expected)
    _close(leaky_relu_backward(dout[0, 0], _columns_first(x[0, 0]), 0.07), expected[0, 0])
    _close(leaky_relu_backward(_columns_first(dout[1, 0]), x[1, 0], 0.07), expected[1, 0])


@case(
    "leaky_relu_backward",
    points=1,
    en="only the sign of x and the slope of the call matter, however close to 0 x is and whatever dout is",
    es="solo importan el signo de x y el slope de la llamada, por cerca que x esté de 0 y sea cual sea dout",
)
def leaky_relu_backward_gate(leaky_relu_backward):
    x, dout = np.array([1e-30, -1e-30, 1000.0, -1000.0, -0.5]), np.array([-2.0, 4.0, 3.123456789e-7, -5e-7, 0.0])
    for slope in (0.9, 0.125, 0.0, 1.0):
        expected = np.array([-2.0, 4.0 * slope, 3.123456789e-7, -5e-7 * slope, 0.0])
        _exact(assert_stable(leaky_relu_backward, dout, x, slope), expected)


@case(
    "leaky_relu_backward",
    points=1,
    en="integers, lists and mixed arguments give float64, and both arguments stay as they were",
    es="los enteros, las listas y los argumentos mezclados dan float64, y ambos argumentos quedan como estaban",
)
def leaky_relu_backward_other_arguments(leaky_relu_backward):
    x, dout = np.array([[0.5, -1.5], [-0.25, 2.5]]), np.array([[-3, 4], [5, 7]])
    for answer in (
        assert_unchanged(leaky_relu_backward, dout, x, 0.3),
        leaky_relu_backward(dout.tolist(), x, 0.3),
        leaky_relu_backward(dout, x.tolist(), 0.3),
    ):
        _close(answer, np.array([[-3.0, 1.2], [1.5, 7.0]]))
        assert_float64(answer)
    _close(leaky_relu_backward([0.5, 1.5, -2.5], [3, -2, 4], 0.3), np.array([0.5, 0.45, -2.5]))


# sigmoid


@case(
    "sigmoid",
    points=2,
    en="it holds with four axes, axes of size 1 and transposed arrays",
    es="se cumple con cuatro ejes, con ejes de tamaño 1 y con arreglos transpuestos",
)
def sigmoid_four_axes(sigmoid):
    x = _random(141, 2, 1, 3, 5, scale=3.0)
    _close(sigmoid(x), _logistic(x))
    _close(sigmoid(_columns_first(x[0, 0])), _logistic(x[0, 0]))
    _close(sigmoid(x[:1, :, :1, :1]), _logistic(x[:1, :, :1, :1]))


@case(
    "sigmoid",
    points=2,
    en="large inputs of either sign, together or apart, give the right answer without a warning",
    es="las entradas grandes de cualquier signo, juntas o por separado, dan la respuesta correcta sin advertencias",
)
def sigmoid_large(sigmoid):
    for x in ([[-710.0, 710.0], [1000.0, -1000.0], [0.0, -745.0]], [[-1000.0, -400.0]], [[400.0, 1000.0, 90.0]]):
        _tail(assert_stable(sigmoid, np.array(x)), (np.sign(x) + 1.0) / 2.0)
    answer = assert_stable(sigmoid, np.array([1000, -1000, 0]))
    _tail(answer, np.array([1.0, 0.0, 0.5]))
    assert_float64(answer)


@case(
    "sigmoid",
    points=2,
    en="small probabilities keep their size: no rounding, no floor, no limit on x",
    es="las probabilidades pequeñas conservan su tamaño: sin redondeo, sin piso, sin límite para x",
)
def sigmoid_small(sigmoid):
    x = np.array([[-12.5, -18.0], [-27.25, -33.5]])
    _tail(sigmoid(x), _logistic(x))


@case(
    "sigmoid",
    points=1,
    en="integers, float32 and nested lists give float64 in any shape, and x stays as it was",
    es="los enteros, los float32 y las listas anidadas dan float64 en cualquier forma, y x queda como estaba",
)
def sigmoid_other_arguments(sigmoid):
    whole = np.array([[[-7, 2], [5, -1]], [[0, 9], [-4, -6]]])
    single = sigmoid(whole.astype(np.float32))
    for answer in (assert_unchanged(sigmoid, whole), assert_unchanged(sigmoid, whole.tolist()), single):
        _close(answer, _logistic(whole))
        assert_float64(answer)
    _close(sigmoid([1, -2.5, 0.5]), _logistic([1.0, -2.5, 0.5]))


# sigmoid_backward


@case(
    "sigmoid_backward",
    points=1,
    en="the gradient agrees with finite differences for a random dout",
    es="el gradiente coincide con las diferencias finitas para un dout aleatorio",
)
def sigmoid_backward_gradient(sigmoid_backward):
    assert_gradient(_logistic, sigmoid_backward, [_random(151, 3, 4, 2, scale=2.0)], seed=13)


@case(
    "sigmoid_backward",
    points=1,
    en="it holds with four axes, axes of size 1 and transposed arrays",
    es="se cumple con cuatro ejes, con ejes de tamaño 1 y con arreglos transpuestos",
)
def sigmoid_backward_four_axes(sigmoid_backward):
    x, dout = _random(152, 2, 1, 3, 5, scale=2.0), _random(153, 2, 1, 3, 5)
    expected = dout * _logistic(x) * _logistic(-x)
    _close(sigmoid_backward(dout, x), expected)
    _close(sigmoid_backward(dout[0, 0], _columns_first(x[0, 0])), expected[0, 0])
    _close(sigmoid_backward(_columns_first(dout[1, 0]), x[1, 0]), expected[1, 0])


@case(
    "sigmoid_backward",
    points=2,
    en="in the flat parts the slope gets small but is neither negative, nor cut off, nor a source of warnings",
    es="en las partes planas la pendiente se hace pequeña, pero ni es negativa, ni se recorta, ni causa advertencias",
)
def sigmoid_backward_saturated(sigmoid_backward):
    x, dout = np.array([[-12.5, -18.0], [-25.0, -31.5]]), np.array([[2.0, -3.0], [1.5, -2.0]])
    _tail(assert_stable(sigmoid_backward, dout, x), dout * _logistic(x) * _logistic(-x))
    wide = np.array([-1000.0, 1000.0, 710.0, -710.0, 40.0, -355.0])
    _close(assert_stable(sigmoid_backward, np.linspace(-3.0, 4.0, 6), wide), np.zeros(6))


@case(
    "sigmoid_backward",
    points=1,
    en="integers, lists and mixed arguments give float64, and both arguments stay as they were",
    es="los enteros, las listas y los argumentos mezclados dan float64, y ambos argumentos quedan como estaban",
)
def sigmoid_backward_other_arguments(sigmoid_backward):
    x, dout = np.array([[0.5, -1.5], [0.0, 2.5]]), np.array([[-3, 4], [0, 7]])
    for answer in (
        assert_unchanged(sigmoid_backward, dout, x),
        sigmoid_backward(dout.tolist(), x),
        sigmoid_backward(dout, x.tolist()),
    ):
        _close(answer, dout * _logistic(x) * _logistic(-x))
        assert_float64(answer)
    between = np.array([0.25, 0.75, 1.0])
    _close(sigmoid_backward([2.0, -3.0, 4.0], between), [2.0, -3.0, 4.0] * _logistic(between) * _logistic(-between))


# tanh_backward


@case(
    "tanh_backward",
    points=1,
    en="the gradient agrees with finite differences for a random dout",
    es="el gradiente coincide con las diferencias finitas para un dout aleatorio",
)
def tanh_backward_gradient(tanh_backward):
    assert_gradient(np.tanh, tanh_backward, [_random(161, 3, 4, 2)], seed=14)


@case(
    "tanh_backward",
    points=1,
    en="it holds with four axes, axes of size 1 and transposed arrays",
    es="se cumple con cuatro ejes, con ejes de tamaño 1 y con arreglos transpuestos",
)
def tanh_backward_four_axes(tanh_backward):
    x, dout = _random(162, 2, 1, 3, 5), _random(163, 2, 1, 3, 5)
    expected = dout / np.cosh(x) ** 2
    _close(tanh_backward(dout, x), expected)
    _close(tanh_backward(dout[0, 0], _columns_first(x[0, 0])), expected[0, 0])
    _close(tanh_backward(_columns_first(dout[1, 0]), x[1, 0]), expected[1, 0])


@case(
    "tanh_backward",
    points=2,
    en="in the flat parts the slope gets small but is neither negative, nor cut off, nor a source of warnings",
    es="en las partes planas la pendiente se hace pequeña, pero ni es negativa, ni se recorta, ni causa advertencias",
)
def tanh_backward_saturated(tanh_backward):
    x, dout = np.array([[-4.5, 5.25, -6.0], [7.0, -8.0, 3.75]]), np.array([[20.0, -30.0, 15.0], [-25.0, 40.0, 0.0]])
    assert_close(assert_stable(tanh_backward, dout, x), dout / np.cosh(x) ** 2, rtol=1e-6, atol=2e-5)
    wide = np.array([-1000.0, 1000.0, 400.0, -710.0, 20.0, -355.0])
    _close(assert_stable(tanh_backward, np.linspace(-3.0, 4.0, 6), wide), np.zeros(6))


@case(
    "tanh_backward",
    points=1,
    en="integers, lists and mixed arguments give float64, and both arguments stay as they were",
    es="los enteros, las listas y los argumentos mezclados dan float64, y ambos argumentos quedan como estaban",
)
def tanh_backward_other_arguments(tanh_backward):
    x, dout = np.array([[0.5, -1.5], [0.0, 2.5]]), np.array([[-3, 4], [0, 7]])
    for answer in (
        assert_unchanged(tanh_backward, dout, x),
        tanh_backward(dout.tolist(), x),
        tanh_backward(dout, x.tolist()),
    ):
        _close(answer, dout / np.cosh(x) ** 2)
        assert_float64(answer)
    between = np.array([-0.5, 0.25, 1.0])
    _close(tanh_backward([2.0, -3.0, 4.0], between), [2.0, -3.0, 4.0] / np.cosh(between) ** 2)


# softmax


@case(
    "softmax",
    points=2,
    en="it holds with four axes, batches with as many rows as classes, a single row and a single class",
    es="se cumple con cuatro ejes, lotes con tantas filas como clases, una sola fila y una sola clase",
)
def softmax_four_axes(softmax):
    x = _random(171, 2, 1, 3, 5, scale=2.0)
    _close(softmax(x), _p(x))
    for part in (x[0, 0, :3, :3], x[0, 0, :1], x[0, :, :, :1], x[1, 0, 0], _columns_first(x[1, 0])):
        _close(softmax(part), _p(part))


@case(
    "softmax",
    points=2,
    en="each row is shifted by its own amount, and adding a constant to a row changes nothing",
    es="cada fila se desplaza por su cuenta, y sumar una constante a una fila no cambia nada",
)
def softmax_shift(softmax):
    x = np.array([[0.5, -1.25, 2.0, 0.0], [1.0, 3.5, -2.0, 0.75], [-0.5, -0.25, -3.0, -1.5]])
    shift = np.array([[[0.0], [996.0], [-996.0]], [[-720.0], [-50.0], [705.0]]])
    _close(assert_stable(softmax, x + shift), np.broadcast_to(_p(x), (2, 3, 4)))
    _close(assert_stable(softmax, np.array([-1000.0, 1000.0])), np.array([0.0, 1.0]))
    whole = np.array([[1000, -1000, 1000], [-1000, -1000, -1000]])
    _close(assert_stable(softmax, whole), np.array([[0.5, 0.0, 0.5], [1 / 3, 1 / 3, 1 / 3]]))


@case(
    "softmax",
    points=2,
    en="small probabilities keep their size: no rounding, no floor, no limit on x",
    es="las probabilidades pequeñas conservan su tamaño: sin redondeo, sin piso, sin límite para x",
)
def softmax_small(softmax):
    _tail(softmax(np.array([[0.0, -30.0, -22.0]])), _p([[0.0, -30.0, -22.0]]))
    _tail(assert_stable(softmax, np.array([[0.0, -800.0], [30.0, 3.0]])), _p([[0.0, -800.0], [30.0, 3.0]]))


@case(
    "softmax",
    points=2,
    en="integers, float32 and nested lists give float64 in any shape, and x stays as it was",
    es="los enteros, los float32 y las listas anidadas dan float64 en cualquier forma, y x queda como estaba",
)
def softmax_other_arguments(softmax):
    whole = np.array([[[-7, 2], [5, -1]], [[0, 9], [-4, -6]], [[3, 3], [-2, -2]]])
    single = softmax(whole.astype(np.float32))
    for answer in (assert_unchanged(softmax, whole), assert_unchanged(softmax, whole.tolist()), single):
        _close(answer, _p(whole))
        assert_float64(answer)
    _close(softmax([1, -2.5, 0.5]), _p([1.0, -2.5, 0.5]))


# softmax_backward


@case(
    "softmax_backward",
    points=2,
    en="the gradient agrees with finite differences for a random dout",
    es="el gradiente coincide con las diferencias finitas para un dout aleatorio",
)
def softmax_backward_gradient(softmax_backward):
    assert_gradient(_p, softmax_backward, [_random(181, 3, 5, scale=1.5)], seed=15)
    assert_gradient(_p, softmax_backward, [_random(182, 2, 3, 4)], seed=16)


@case(
    "softmax_backward",
    points=2,
    en="it holds with four axes, batches with as many rows as classes, a single row and a single class",
    es="se cumple con cuatro ejes, lotes con tantas filas como clases, una sola fila y una sola clase",
)
def softmax_backward_four_axes(softmax_backward):
    x, dout = _random(183, 2, 1, 3, 5), _random(184, 2, 1, 3, 5, scale=3.0)
    _close(softmax_backward(dout, x), _softmax_gradient(dout, x))
    for part in ((0, 0, slice(3), slice(3)), (0, 0, slice(1)), (0, slice(1), slice(3), slice(1)), (1, 0, 0)):
        _close(softmax_backward(dout[part], x[part]), _softmax_gradient(dout[part], x[part]))
    turned = softmax_backward(dout[0, 0], _columns_first(x[0, 0]))
    _close(turned, _softmax_gradient(dout[0, 0], x[0, 0]))


@case(
    "softmax_backward",
    points=2,
    en="rows of very different size give the right gradient without a warning, and adding a constant to dout changes nothing",
    es="filas de magnitudes muy distintas dan el gradiente correcto sin advertencias, y sumar una constante a dout no cambia nada",
)
def softmax_backward_apart(softmax_backward):
    x = np.array([[0.5, -1.25, 2.0, 0.0], [1.0, 3.5, -2.0, 0.75], [-0.5, -0.25, -3.0, -1.5]])
    dout, shift = _random(185, 3, 4), np.array([[0.0], [996.0], [-996.0]])
    expected = _softmax_gradient(dout, x)
    _close(assert_stable(softmax_backward, dout, x + shift), expected)
    _close(softmax_backward(dout + np.array([[2.0], [-1.0], [4.0]]), x), expected)


@case(
    "softmax_backward",
    points=1,
    en="integers, lists and mixed arguments give float64, and both arguments stay as they were",
    es="los enteros, las listas y los argumentos mezclados dan float64, y ambos argumentos quedan como estaban",
)
def softmax_backward_other_arguments(softmax_backward):
    x, dout = np.array([[0.5, -1.5, 0.25], [0.0, 2.5, 1.0]]), np.array([[-3, 4, 1], [5, 7, 0]])
    for answer in (
        assert_unchanged(softmax_backward, dout, x),
        softmax_backward(dout.tolist(), x),
        softmax_backward(dout, x.tolist()),
    ):
        _close(answer, _softmax_gradient(dout, x))
        assert_float64(answer)
