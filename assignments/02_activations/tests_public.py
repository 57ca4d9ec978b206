"""Public test cases of 02_activations. / Casos de prueba públicos de 02_activations."""

from __future__ import annotations

import numpy as np

from autograder import case
from autograder.checks import assert_close, assert_float64, assert_stable, assert_unchanged


def _close(actual, expected):
    assert_close(actual, expected, rtol=1e-6, atol=1e-7)


def _tail(actual, expected):
    assert_close(actual, expected, rtol=1e-6, atol=5e-16)


def _random(seed, *shape):
    return np.random.default_rng(seed).normal(size=shape)


def _staircase():
    return np.arange(24.0).reshape(2, 3, 4) - 11.5


def _percent(*rows):
    return np.array(rows) / 100.0


_FIFTHS = np.arange(1.0, 25.0).reshape(2, 3, 4) / 25.0  # 0.04, 0.08 … 0.96
_LADDER = np.array([0.6652409557748219, 0.24472847105479764, 0.09003057317038046])  # 1 : e^-1 : e^-2


# relu


@case(
    "relu",
    points=1,
    en="negative inputs become 0 and the others pass as they are",
    es="las entradas negativas pasan a 0 y las demás pasan tal cual",
)
def relu_values(relu):
    _close(relu(np.array([[-3.0, -0.5, 0.0], [0.25, 1.0, 4.0]])), np.array([[0.0, 0.0, 0.0], [0.25, 1.0, 4.0]]))


@case(
    "relu",
    points=1,
    en="it works on arrays with any number of axes",
    es="funciona con arreglos de cualquier número de ejes",
)
def relu_any_rank(relu):
    expected = np.zeros((2, 3, 4))
    expected.flat[12:] = np.arange(12.0) + 0.5
    _close(relu(_staircase()), expected)
    _close(relu(np.array([[-1.5, 2.5, -3.5, 0.5, 4.5]])), np.array([[0.0, 2.5, 0.0, 0.5, 4.5]]))


@case(
    "relu",
    points=1,
    after="relu_values",
    en="integer arrays and lists are welcome and the answer is float64",
    es="acepta arreglos de enteros y listas, y la respuesta es float64",
)
def relu_integers_and_lists(relu):
    for x in (np.array([[-2, 0, 3]]), [[-2, 0, 3]]):
        answer = relu(x)
        _close(answer, np.array([[0.0, 0.0, 3.0]]))
        assert_float64(answer)


@case("relu", points=1, after="relu_values", en="x is not modified", es="x no se modifica")
def relu_leaves_x_alone(relu):
    assert_unchanged(relu, _random(1, 3, 4))


# relu_backward


@case(
    "relu_backward",
    points=1,
    en="dout passes where x is positive and is blocked where x is negative",
    es="dout pasa donde x es positiva y queda bloqueado donde x es negativa",
)
def relu_backward_values(relu_backward):
    x = np.array([[-2.0, 3.0, 0.5], [4.0, -0.25, -1.0]])
    dout = np.array([[5.0, -1.5, 0.75], [2.0, -3.0, 6.0]])
    _close(relu_backward(dout, x), np.array([[0.0, -1.5, 0.75], [2.0, 0.0, 0.0]]))


@case(
    "relu_backward",
    points=1,
    en="the slope at exactly 0 is 0, as the conventions say",
    es="la pendiente exactamente en 0 es 0, como dicen las convenciones",
)
def relu_backward_at_zero(relu_backward):
    answer = relu_backward(np.array([7.0, -4.0, 2.5, -1.5]), np.array([0.0, 1.0, -0.0, 2.0]))
    _close(answer, np.array([0.0, -4.0, 0.0, -1.5]))


@case(
    "relu_backward",
    points=1,
    en="it works on arrays with any number of axes",
    es="funciona con arreglos de cualquier número de ejes",
)
def relu_backward_any_rank(relu_backward):
    dout = _random(2, 2, 3, 4)
    expected = dout.copy()
    expected.flat[:12] = 0.0
    _close(relu_backward(dout, _staircase()), expected)
    _close(relu_backward(np.array([[-2.0, 8.0]]), np.array([[0.5, -0.5]])), np.array([[-2.0, 0.0]]))


@case(
    "relu_backward",
    points=1,
    after="relu_backward_values",
    en="integer arrays and lists are welcome and the answer is float64",
    es="acepta arreglos de enteros y listas, y la respuesta es float64",
)
def relu_backward_integers_and_lists(relu_backward):
    for dout, x in ((np.array([[5, -7, 9]]), np.array([[1, 2, -3]])), ([[5, -7, 9]], [[1, 2, -3]])):
        answer = relu_backward(dout, x)
        _close(answer, np.array([[5.0, -7.0, 0.0]]))
        assert_float64(answer)


@case(
    "relu_backward",
    points=1,
    after="relu_backward_values",
    en="neither dout nor x is modified",
    es="ni dout ni x se modifican",
)
def relu_backward_leaves_arguments_alone(relu_backward):
    assert_unchanged(relu_backward, _random(3, 3, 4), _random(4, 3, 4))


# leaky_relu


@case(
    "leaky_relu",
    points=1,
    en="negative inputs are multiplied by slope and the others pass as they are",
    es="las entradas negativas se multiplican por slope y las demás pasan tal cual",
)
def leaky_relu_values(leaky_relu):
    x = np.array([[-10.0, -2.0, -0.5], [0.0, 0.25, 4.0]])
    _close(leaky_relu(x, 0.3), np.array([[-3.0, -0.6, -0.15], [0.0, 0.25, 4.0]]))


@case(
    "leaky_relu",
    points=1,
    en="any slope from 0 to 1 and any number of axes will do",
    es="sirve con cualquier slope de 0 a 1 y cualquier número de ejes",
)
def leaky_relu_slopes(leaky_relu):
    x = _staircase()
    closed, half = x.copy(), x.copy()
    closed.flat[:12] = 0.0
    half.flat[:12] /= 2.0
    _close(leaky_relu(x, 0.0), closed)
    _close(leaky_relu(x, 0.5), half)
    _close(leaky_relu(x, 1.0), x)


@case(
    "leaky_relu",
    points=1,
    after="leaky_relu_values",
    en="integer arrays and lists are welcome and the answer is float64",
    es="acepta arreglos de enteros y listas, y la respuesta es float64",
)
def leaky_relu_integers_and_lists(leaky_relu):
    for x in (np.array([[-3, 0, 5]]), [[-3, 0, 5]]):
        answer = leaky_relu(x, 0.25)
        _close(answer, np.array([[-0.75, 0.0, 5.0]]))
        assert_float64(answer)


@case("leaky_relu", points=1, after="leaky_relu_values", en="x is not modified", es="x no se modifica")
def leaky_relu_leaves_x_alone(leaky_relu):
    assert_unchanged(leaky_relu, _random(5, 3, 4), 0.3)


# leaky_relu_backward


@case(
    "leaky_relu_backward",
    points=1,
    en="dout passes whole where x is positive and times slope where x is negative",
    es="dout pasa entero donde x es positiva y multiplicado por slope donde x es negativa",
)
def leaky_relu_backward_values(leaky_relu_backward):
    x = np.array([[-2.0, 3.0, 0.5], [4.0, -0.25, -8.0]])
    dout = np.array([[5.0, -1.5, 0.75], [2.0, -3.0, 6.0]])
    _close(leaky_relu_backward(dout, x, 0.3), np.array([[1.5, -1.5, 0.75], [2.0, -0.9, 1.8]]))


@case(
    "leaky_relu_backward",
    points=1,
    en="any slope from 0 to 1 and any number of axes will do",
    es="sirve con cualquier slope de 0 a 1 y cualquier número de ejes",
)
def leaky_relu_backward_slopes(leaky_relu_backward):
    x, dout = _staircase(), _random(6, 2, 3, 4)
    closed, half = dout.copy(), dout.copy()
    closed.flat[:12] = 0.0
    half.flat[:12] /= 2.0
    _close(leaky_relu_backward(dout, x, 0.0), closed)
    _close(leaky_relu_backward(dout, x, 0.5), half)
    _close(leaky_relu_backward(dout, x, 1.0), dout)


@case(
    "leaky_relu_backward",
    points=1,
    after="leaky_relu_backward_values",
    en="integer arrays and lists are welcome and the answer is float64",
    es="acepta arreglos de enteros y listas, y la respuesta es float64",
)
def leaky_relu_backward_integers_and_lists(leaky_relu_backward):
    for dout, x in ((np.array([[5, -7, 9]]), np.array([[1, -2, -3]])), ([[5, -7, 9]], [[1, -2, -3]])):
        answer = leaky_relu_backward(dout, x, 0.25)
        _close(answer, np.array([[5.0, -1.75, 2.25]]))
        assert_float64(answer)


@case(
    "leaky_relu_backward",
    points=1,
    after="leaky_relu_backward_values",
    en="neither dout nor x is modified",
    es="ni dout ni x se modifican",
)
def leaky_relu_backward_leaves_arguments_alone(leaky_relu_backward):
    assert_unchanged(leaky_relu_backward, _random(7, 3, 4), _random(8, 3, 4), 0.3)


# sigmoid


@case(
    "sigmoid",
    points=1,
    en="scores become probabilities: ln 3, three to one in favour, gives 3/4",
    es="los puntajes se vuelven probabilidades: ln 3, tres a uno a favor, da 3/4",
)
def sigmoid_values(sigmoid):
    x = np.log(np.array([[1 / 9, 1 / 3, 1.0], [3.0, 9.0, 99.0]]))
    _close(sigmoid(x), np.array([[0.1, 0.25, 0.5], [0.75, 0.9, 0.99]]))


@case(
    "sigmoid",
    points=1,
    en="it works on arrays with any number of axes",
    es="funciona con arreglos de cualquier número de ejes",
)
def sigmoid_any_rank(sigmoid):
    _close(sigmoid(np.log(_FIFTHS / (1.0 - _FIFTHS))), _FIFTHS)
    _close(sigmoid(np.log(np.array([[3.0, 0.25]]))), np.array([[0.75, 0.2]]))


@case(
    "sigmoid",
    points=1,
    after="sigmoid_values",
    en="integer arrays and lists are welcome and the answer is float64",
    es="acepta arreglos de enteros y listas, y la respuesta es float64",
)
def sigmoid_integers_and_lists(sigmoid):
    for x in (np.array([[-2, 0, 2]]), [[-2, 0, 2]]):
        answer = sigmoid(x)
        _close(answer, np.array([[0.11920292202211755, 0.5, 0.8807970779778823]]))
        assert_float64(answer)


@case("sigmoid", points=1, after="sigmoid_values", en="x is not modified", es="x no se modifica")
def sigmoid_leaves_x_alone(sigmoid):
    assert_unchanged(sigmoid, _random(9, 3, 4))


@case(
    "sigmoid",
    points=1,
    after="sigmoid_values",
    en="large positive inputs give 1, without a warning",
    es="las entradas positivas grandes dan 1, sin advertencias",
)
def sigmoid_far_right(sigmoid):
    _close(assert_stable(sigmoid, np.array([0.0, 800.0, 1000.0])), np.array([0.5, 1.0, 1.0]))


@case(
    "sigmoid",
    points=1,
    after="sigmoid_values",
    en="large negative inputs give 0, without a warning",
    es="las entradas negativas grandes dan 0, sin advertencias",
)
def sigmoid_far_left(sigmoid):
    _tail(assert_stable(sigmoid, np.array([-1000.0, 0.0, -800.0])), np.array([0.0, 0.5, 0.0]))


@case(
    "sigmoid",
    points=1,
    after="sigmoid_values",
    en="on its way to 0 it follows e^x, with no floor and no limit on x",
    es="en su camino hacia 0 sigue a e^x, sin un piso ni un límite para x",
)
def sigmoid_tail(sigmoid):
    x = np.array([-20.0, -30.0, -34.0])
    _tail(sigmoid(x), np.array([2.0611536181902037e-09, 9.357622968839299e-14, 1.713908431542010e-15]))


# sigmoid_backward


@case(
    "sigmoid_backward",
    points=1,
    en="dout is multiplied by the slope at x: 3/16 where the sigmoid is 3/4",
    es="dout se multiplica por la pendiente en x: 3/16 donde la sigmoide vale 3/4",
)
def sigmoid_backward_values(sigmoid_backward):
    x = np.log(np.array([[1 / 3, 1.0, 3.0], [9.0, 1 / 9, 4.0]]))
    dout = np.array([[16.0, -4.0, -8.0], [10.0, -20.0, 0.5]])
    _close(sigmoid_backward(dout, x), np.array([[3.0, -1.0, -1.5], [0.9, -1.8, 0.08]]))


@case(
    "sigmoid_backward",
    points=1,
    en="it works on arrays with any number of axes",
    es="funciona con arreglos de cualquier número de ejes",
)
def sigmoid_backward_any_rank(sigmoid_backward):
    k, dout = np.arange(1.0, 25.0).reshape(2, 3, 4), _random(10, 2, 3, 4)
    _close(sigmoid_backward(dout, np.log(k / (25.0 - k))), dout * (25.0 * k - k * k) / 625.0)
    _close(sigmoid_backward(np.array([[-16.0, 8.0]]), np.log(np.array([[3.0, 1.0]]))), np.array([[-3.0, 2.0]]))


@case(
    "sigmoid_backward",
    points=1,
    after="sigmoid_backward_values",
    en="integer arrays and lists are welcome and the answer is float64",
    es="acepta arreglos de enteros y listas, y la respuesta es float64",
)
def sigmoid_backward_integers_and_lists(sigmoid_backward):
    for dout, x in ((np.array([[3, -8, 2]]), np.array([[-2, 0, 1]])), ([[3, -8, 2]], [[-2, 0, 1]])):
        answer = sigmoid_backward(dout, x)
        _close(answer, np.array([[0.31498075621051985, -2.0, 0.3932238664829637]]))
        assert_float64(answer)


@case(
    "sigmoid_backward",
    points=1,
    after="sigmoid_backward_values",
    en="neither dout nor x is modified",
    es="ni dout ni x se modifican",
)
def sigmoid_backward_leaves_arguments_alone(sigmoid_backward):
    assert_unchanged(sigmoid_backward, _random(11, 3, 4), _random(12, 3, 4))


@case(
    "sigmoid_backward",
    points=1,
    after="sigmoid_backward_values",
    en="where the sigmoid is flat the gradient is 0, without a warning",
    es="donde la sigmoide es plana el gradiente es 0, sin advertencias",
)
def sigmoid_backward_flat(sigmoid_backward):
    dout, x = np.array([[3.0, -8.0], [-2.0, 5.0]]), np.array([[-1000.0, 0.0], [1000.0, -800.0]])
    _close(assert_stable(sigmoid_backward, dout, x), np.array([[0.0, -2.0], [0.0, 0.0]]))


# tanh_backward


@case(
    "tanh_backward",
    points=1,
    en="dout is multiplied by the slope at x: 0.64 where tanh is 0.6",
    es="dout se multiplica por la pendiente en x: 0.64 donde tanh vale 0.6",
)
def tanh_backward_values(tanh_backward):
    x = np.log(np.array([[0.5, 1.0, 2.0], [3.0, 1 / 3, 2.0]]))
    dout = np.array([[25.0, -4.0, 5.0], [-50.0, 10.0, -0.5]])
    _close(tanh_backward(dout, x), np.array([[16.0, -4.0, 3.2], [-18.0, 3.6, -0.32]]))


@case(
    "tanh_backward",
    points=1,
    en="it works on arrays with any number of axes",
    es="funciona con arreglos de cualquier número de ejes",
)
def tanh_backward_any_rank(tanh_backward):
    k, dout = np.arange(24.0).reshape(2, 3, 4) - 11.5, _random(13, 2, 3, 4)
    _close(tanh_backward(dout, np.arctanh(k / 12.0)), dout * (144.0 - k * k) / 144.0)
    _close(tanh_backward(np.array([[-25.0, 8.0]]), np.log(np.array([[2.0, 1.0]]))), np.array([[-16.0, 8.0]]))


@case(
    "tanh_backward",
    points=1,
    after="tanh_backward_values",
    en="integer arrays and lists are welcome and the answer is float64",
    es="acepta arreglos de enteros y listas, y la respuesta es float64",
)
def tanh_backward_integers_and_lists(tanh_backward):
    for dout, x in ((np.array([[3, -8, 2]]), np.array([[-2, 0, 1]])), ([[3, -8, 2]], [[-2, 0, 1]])):
        answer = tanh_backward(dout, x)
        _close(answer, np.array([[0.2119524745506158, -8.0, 0.8399486832280522]]))
        assert_float64(answer)


@case(
    "tanh_backward",
    points=1,
    after="tanh_backward_values",
    en="neither dout nor x is modified",
    es="ni dout ni x se modifican",
)
def tanh_backward_leaves_arguments_alone(tanh_backward):
    assert_unchanged(tanh_backward, _random(14, 3, 4), _random(15, 3, 4))


@case(
    "tanh_backward",
    points=1,
    after="tanh_backward_values",
    en="where tanh is flat the gradient is 0, without a warning",
    es="donde tanh es plana el gradiente es 0, sin advertencias",
)
def tanh_backward_flat(tanh_backward):
    dout, x = np.array([[3.0, -8.0], [-2.0, 5.0]]), np.array([[-1000.0, 0.0], [1000.0, -800.0]])
    _close(assert_stable(tanh_backward, dout, x), np.array([[0.0, -8.0], [0.0, 0.0]]))


# softmax


@case(
    "softmax",
    points=1,
    en="each row becomes probabilities: ln 1, ln 2, ln 5 give 1/8, 2/8, 5/8",
    es="cada fila se vuelve probabilidades: ln 1, ln 2, ln 5 dan 1/8, 2/8, 5/8",
)
def softmax_values(softmax):
    answer = softmax(np.log(np.array([[1.0, 2.0, 5.0], [12.0, 3.0, 1.0]])))
    _close(answer, np.array([[0.125, 0.25, 0.625], [0.75, 0.1875, 0.0625]]))


@case(
    "softmax",
    points=1,
    en="it works along the last axis, whatever the number of axes",
    es="actúa sobre el último eje, sea cual sea el número de ejes",
)
def softmax_any_rank(softmax):
    one, two = _percent([10, 20, 30, 40], [25, 25, 25, 25], [70, 5, 5, 20]), _percent([5, 15, 30, 50])
    block = np.stack([one, one[::-1, ::-1]])
    _close(softmax(np.log(block) + np.array([[[0.0], [2.0], [-1.0]]])), block)
    _close(softmax(np.log(one[0])), one[0])
    _close(softmax(np.log(two)), two)


@case(
    "softmax",
    points=1,
    after="softmax_values",
    en="equal logits share the probability equally",
    es="los logits iguales se reparten la probabilidad por igual",
)
def softmax_ties(softmax):
    answer = softmax(np.array([[3.0, 3.0, 3.0, 3.0], [-800.0, 2.5, 2.5, -800.0]]))
    _close(answer, np.array([[0.25, 0.25, 0.25, 0.25], [0.0, 0.5, 0.5, 0.0]]))


@case(
    "softmax",
    points=1,
    after="softmax_values",
    en="integer arrays and lists are welcome and the answer is float64",
    es="acepta arreglos de enteros y listas, y la respuesta es float64",
)
def softmax_integers_and_lists(softmax):
    for x in (np.array([[4, 3, 2], [0, 0, 0]]), [[4, 3, 2], [0, 0, 0]]):
        answer = softmax(x)
        _close(answer, np.array([_LADDER, [1 / 3, 1 / 3, 1 / 3]]))
        assert_float64(answer)


@case("softmax", points=1, after="softmax_values", en="x is not modified", es="x no se modifica")
def softmax_leaves_x_alone(softmax):
    assert_unchanged(softmax, _random(16, 3, 4))


@case(
    "softmax",
    points=1,
    after="softmax_values",
    en="large positive logits give the right answer, without a warning",
    es="los logits positivos grandes dan la respuesta correcta, sin advertencias",
)
def softmax_far_right(softmax):
    _close(assert_stable(softmax, np.array([[1002.0, 1001.0, 1000.0]])), _LADDER[None])


@case(
    "softmax",
    points=1,
    after="softmax_values",
    en="large negative logits give the right answer, without a warning",
    es="los logits negativos grandes dan la respuesta correcta, sin advertencias",
)
def softmax_far_left(softmax):
    _close(assert_stable(softmax, np.array([[-1000.0, -1001.0, -1002.0]])), _LADDER[None])


@case(
    "softmax",
    points=1,
    after="softmax_values",
    en="rows of very different size do not disturb each other",
    es="las filas de magnitudes muy distintas no se estorban",
)
def softmax_rows_apart(softmax):
    answer = assert_stable(
        softmax, np.array([[1000.0, 999.0, 998.0], [-998.0, -999.0, -1000.0], [-1000.0, 0.0, 1000.0]])
    )
    _tail(answer, np.array([_LADDER, _LADDER, [0.0, 0.0, 1.0]]))


# softmax_backward


@case(
    "softmax_backward",
    points=2,
    en="each logit is judged against the average of dout weighted by the probabilities",
    es="cada logit se compara con el promedio de dout ponderado por las probabilidades",
)
def softmax_backward_values(softmax_backward):
    x = np.log(np.array([[1.0, 2.0, 5.0], [4.0, 2.0, 2.0]]))
    dout = np.array([[8.0, -4.0, 2.0], [-1.0, 6.0, 4.0]])
    _close(softmax_backward(dout, x), np.array([[0.84375, -1.3125, 0.46875], [-1.5, 1.0, 0.5]]))


@case(
    "softmax_backward",
    points=1,
    en="it works along the last axis, whatever the number of axes",
    es="actúa sobre el último eje, sea cual sea el número de ejes",
)
def softmax_backward_any_rank(softmax_backward):
    p = _percent([10, 20, 30, 40], [40, 30, 20, 10], [25, 25, 25, 25])
    dout = np.array([[10.0, 0.0, 0.0, 0.0], [1.0, -2.0, 3.0, 0.0], [8.0, -4.0, 0.0, 0.0]])
    expected = np.array([[0.9, -0.2, -0.3, -0.4], [0.24, -0.72, 0.52, -0.04], [1.75, -1.25, -0.25, -0.25]])
    _close(softmax_backward(dout[0], np.log(p[0])), expected[0])
    _close(softmax_backward(dout[1:2], np.log(p[1:2])), expected[1:2])
    block = softmax_backward(np.stack([dout, -2.0 * dout[::-1]]), np.log(np.stack([p, p[::-1]])))
    _close(block, np.stack([expected, -2.0 * expected[::-1]]))


@case(
    "softmax_backward",
    points=1,
    after="softmax_backward_values",
    en="when dout is the same for a whole row, its gradient is 0",
    es="cuando dout es igual en toda una fila, su gradiente es 0",
)
def softmax_backward_flat_upstream(softmax_backward):
    dout = np.array([[3.0, 3.0, 3.0, 3.0], [-7.0, -7.0, -7.0, -7.0]])
    assert_close(softmax_backward(dout, _random(17, 2, 4)), np.zeros((2, 4)), atol=1e-6)


@case(
    "softmax_backward",
    points=1,
    after="softmax_backward_values",
    en="integer arrays and lists are welcome and the answer is float64",
    es="acepta arreglos de enteros y listas, y la respuesta es float64",
)
def softmax_backward_integers_and_lists(softmax_backward):
    for dout, x in ((np.array([[1, -3], [2, 5]]), np.array([[4, 4], [0, 0]])), ([[1, -3], [2, 5]], [[4, 4], [0, 0]])):
        answer = softmax_backward(dout, x)
        _close(answer, np.array([[1.0, -1.0], [-0.75, 0.75]]))
        assert_float64(answer)


@case(
    "softmax_backward",
    points=1,
    after="softmax_backward_values",
    en="neither dout nor x is modified",
    es="ni dout ni x se modifican",
)
def softmax_backward_leaves_arguments_alone(softmax_backward):
    assert_unchanged(softmax_backward, _random(18, 3, 4), _random(19, 3, 4))


@case(
    "softmax_backward",
    points=1,
    after="softmax_backward_values",
    en="large logits give the right gradient, without a warning",
    es="los logits grandes dan el gradiente correcto, sin advertencias",
)
def softmax_backward_far_away(softmax_backward):
    x = np.array([[1000.0, 1000.0, -1000.0], [-1000.0, 0.0, 1000.0], [-1000.0, -1000.0, -1000.0]])
    dout = np.array([[1.0, -3.0, 5.0], [4.0, -2.0, 6.0], [3.0, -6.0, 9.0]])
    answer = assert_stable(softmax_backward, dout, x)
    _close(answer, np.array([[1.0, -1.0, 0.0], [0.0, 0.0, 0.0], [1 / 3, -8 / 3, 7 / 3]]))
