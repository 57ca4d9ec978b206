"""Public test cases of 03_backprop. / Casos de prueba públicos de 03_backprop."""

from __future__ import annotations

import numpy as np

from autograder import case
from autograder.checks import (
    assert_accuracy,
    assert_close,
    assert_gradient,
    assert_shape,
    assert_stable,
    assert_unchanged,
    expect,
)

LN2, LN3, LN5 = np.log(2.0), np.log(3.0), np.log(5.0)


def _parts(answer, count=2):
    """`answer`, if it is a tuple or a list of `count` things. / `answer`, si es una tupla o lista de `count` cosas."""
    right = isinstance(answer, (tuple, list)) and len(answer) == count
    expect(
        right,
        en=f"The answer must be {count} values, separated by commas in `return`.",
        es=f"La respuesta debe ser {count} valores, separados por comas en `return`.",
    )
    return answer


def _layers(answer, count):
    """A list of `count` pairs, as one flat list. / Una lista de `count` pares, como una sola lista."""
    right = isinstance(answer, (tuple, list)) and len(answer) == count
    right = right and all(isinstance(pair, (tuple, list)) and len(pair) == 2 for pair in answer)
    expect(
        right,
        en=f"There must be a list of {count} pairs, one for each layer.",
        es=f"Debe haber una lista de {count} pares, uno por cada capa.",
    )
    return [array for pair in answer for array in pair]


def _random(*shapes, seed=0):
    rng = np.random.default_rng(seed)
    return [rng.standard_normal(shape) for shape in shapes]


def _dense_example():
    x, w = np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]])
    return x, w, np.array([0.0, 1.0, 2.0])


# mse_loss


@case("mse_loss", en="the loss of the text's example is 3.75", es="la pérdida del ejemplo del texto es 3.75")
def mse_example(mse_loss):
    pred, y = np.array([[3.0, 1], [0, 2], [1, 1], [2, 0]]), np.array([[1.0, 1], [0, 1], [2, 1], [2, 3]])
    assert_close(_parts(mse_loss(pred, y))[0], 3.75, rtol=1e-6)


@case("mse_loss", en="the gradient of the text's example is right", es="el gradiente del ejemplo del texto es correcto")
def mse_example_gradient(mse_loss):
    pred, y = np.array([[3.0, 1], [0, 2], [1, 1], [2, 0]]), np.array([[1.0, 1], [0, 1], [2, 1], [2, 3]])
    expected = np.array([[1.0, 0], [0, 0.5], [-0.5, 0], [0, -1.5]])
    assert_close(_parts(mse_loss(pred, y))[1], expected, rtol=1e-6)


@case(
    "mse_loss",
    en="a batch with every sample twice has the same loss, and half the gradient for each",
    es="un lote con cada muestra repetida tiene la misma pérdida, y la mitad de gradiente en cada una",
)
def mse_batch_twice(mse_loss):
    pred, y = np.array([[1.0, 4, -2]]), np.array([[0.0, 2, -5]])
    loss, dpred = _parts(mse_loss(np.repeat(pred, 2, axis=0), np.repeat(y, 2, axis=0)))
    assert_close(loss, 14.0, rtol=1e-6)
    assert_close(dpred, np.array([[1.0, 2, 3], [1, 2, 3]]), rtol=1e-6)


# softmax_cross_entropy


@case(
    "softmax_cross_entropy",
    en="the loss is the mean surprise of the right classes",
    es="la pérdida es la sorpresa media de las clases correctas",
)
def softmax_small_numbers(softmax_cross_entropy):
    logits = np.array([[0.0, LN2, LN5], [LN3, 0.0, 0.0]])  # 1/8 2/8 5/8, 3/5 1/5 1/5
    assert_close(_parts(softmax_cross_entropy(logits, np.array([1, 0])))[0], (np.log(4) + np.log(5 / 3)) / 2, rtol=1e-6)


@case(
    "softmax_cross_entropy",
    en="the gradient is probability minus truth, divided by the number of samples",
    es="el gradiente es probabilidad menos verdad, dividido entre el número de muestras",
)
def softmax_small_numbers_gradient(softmax_cross_entropy):
    logits = np.array([[0.0, LN2, LN5], [LN3, 0.0, 0.0]])
    dlogits = _parts(softmax_cross_entropy(logits, np.array([1, 0])))[1]
    assert_close(dlogits, np.array([[1 / 8, -6 / 8, 5 / 8], [-2 / 5, 1 / 5, 1 / 5]]) / 2, rtol=1e-6)


@case(
    "softmax_cross_entropy",
    points=2,
    en="logits of 1000 and -1000 give the right finite loss, without warnings",
    es="los logits de 1000 y -1000 dan la pérdida finita correcta, sin advertencias",
)
def softmax_large(softmax_cross_entropy):
    for label, expected in ((0, 0.0), (1, 1000.0), (2, 2000.0)):
        answer = assert_stable(softmax_cross_entropy, np.array([[1000.0, 0.0, -1000.0]]), np.array([label]))
        assert_close(_parts(answer)[0], expected, rtol=1e-6, atol=1e-6)


@case(
    "softmax_cross_entropy",
    en="one sample near 1000 and another near -1000 do not disturb each other",
    es="una muestra cerca de 1000 y otra cerca de -1000 no se estorban",
)
def softmax_levels(softmax_cross_entropy):
    logits = np.array([[1000.0, 1000.0, 1000.0, 1000.0], [-1000.0, -1000.0, -1000.0, -1000.0]])
    loss, dlogits = _parts(assert_stable(softmax_cross_entropy, logits, np.array([3, 0])))
    assert_close(loss, 2 * LN2, rtol=1e-6)
    assert_close(dlogits, np.array([[1.0, 1, 1, -3], [-3, 1, 1, 1]]) / 8, rtol=1e-6)


# binary_cross_entropy


@case(
    "binary_cross_entropy",
    en="the loss sums over the questions and is the mean over the samples",
    es="la pérdida suma sobre las preguntas y promedia sobre las muestras",
)
def binary_small_numbers(binary_cross_entropy):
    logits = np.array([[LN3, -LN3, 0.0], [0.0, LN3, 2 * LN2]])  # 3/4 1/4 1/2, 1/2 3/4 4/5
    y = np.array([[1.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
    expected = (np.log(4 / 3) + np.log(4) + LN2 + LN2 + np.log(4) + LN5) / 2
    assert_close(_parts(binary_cross_entropy(logits, y))[0], expected, rtol=1e-6)


@case(
    "binary_cross_entropy",
    en="the gradient is probability minus truth, divided by the number of samples",
    es="el gradiente es probabilidad menos verdad, dividido entre el número de muestras",
)
def binary_small_numbers_gradient(binary_cross_entropy):
    logits = np.array([[LN3, -LN3, 0.0], [0.0, LN3, 2 * LN2]])
    y = np.array([[1.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
    dlogits = _parts(binary_cross_entropy(logits, y))[1]
    assert_close(dlogits, np.array([[-0.25, -0.75, 0.5], [-0.5, 0.75, 0.8]]) / 2, rtol=1e-6)


@case(
    "binary_cross_entropy",
    points=2,
    en="logits of 1000 and -1000 give the right finite answer, without warnings",
    es="los logits de 1000 y -1000 dan la respuesta finita correcta, sin advertencias",
)
def binary_large(binary_cross_entropy):
    logits = np.array([[1000.0, -1000.0, 1000.0], [-1000.0, 1000.0, -1000.0]])
    y = np.array([[1.0, 0.0, 0.0], [1.0, 1.0, 0.0]])
    loss, dlogits = _parts(assert_stable(binary_cross_entropy, logits, y))
    assert_close(loss, 1000.0, rtol=1e-6)
    assert_close(dlogits, np.array([[0.0, 0, 0.5], [-0.5, 0, 0]]), rtol=1e-6)


@case(
    "binary_cross_entropy",
    en="truths in between are used as they are: when the probability equals the truth, the gradient is 0",
    es="las verdades intermedias se usan como son: si la probabilidad es igual a la verdad, el gradiente es 0",
)
def binary_soft(binary_cross_entropy):
    loss, dlogits = _parts(binary_cross_entropy(np.array([[-LN3, LN3]]), np.array([[0.25, 0.5]])))
    assert_close(loss, 0.25 * np.log(4) + 0.75 * np.log(4 / 3) + 0.5 * np.log(16 / 3), rtol=1e-6)
    assert_close(dlogits, np.array([[0.0, 0.25]]), rtol=1e-6, atol=1e-7)


# dense_forward


@case(
    "dense_forward",
    en="the layer of the text's example gives [5, 3, 1] for its first sample",
    es="la capa del ejemplo del texto da [5, 3, 1] para su primera muestra",
)
def dense_example(dense_forward):
    assert_close(_parts(dense_forward(*_dense_example()))[0], np.array([[5.0, 3, 1], [2, 2, 2]]), rtol=1e-6)


@case(
    "dense_forward",
    en="a batch of small images is flattened, sample by sample and in numpy's usual order",
    es="un lote de imágenes pequeñas se aplana, muestra por muestra y en el orden usual de numpy",
)
def dense_images(dense_forward):
    x, w, b = _random((2, 3, 4), (12, 5), 5, seed=1)
    expected = np.einsum("nij,ijm->nm", x, w.reshape(3, 4, 5)) + b
    assert_close(_parts(dense_forward(x, w, b))[0], expected, rtol=1e-5, atol=1e-6)


@case(
    "dense_forward",
    en="integers and lists are accepted, decimals are kept, and the arguments stay as they were",
    es="acepta enteros y listas, conserva los decimales, y los argumentos quedan como estaban",
)
def dense_kinds(dense_forward):
    w = np.array([[0.5], [0.25]])
    out, _ = _parts(assert_unchanged(dense_forward, np.array([[1, 1], [3, 1], [0, 2]]), w, np.array([10])))
    assert_close(out, np.array([[10.75], [11.75], [10.5]]), rtol=1e-6)
    assert_close(_parts(dense_forward([[1, 1]], [[0.5], [0.25]], [10]))[0], np.array([[10.75]]), rtol=1e-6)
    assert_unchanged(dense_forward, *_dense_example())


# dense_backward


@case(
    "dense_backward",
    en="the gradients of the text's example are right",
    es="los gradientes del ejemplo del texto son correctos",
)
def dense_back_example(dense_backward, dense_forward):
    _, cache = _parts(dense_forward(*_dense_example()))
    dx, dw, db = _parts(dense_backward(np.array([[1.0, -2, 3], [1, 1, 1]]), cache), 3)
    assert_close(dx, np.array([[-2.0, 0], [0, 3]]), rtol=1e-6)
    assert_close(dw, np.array([[1.0, -2, 3], [3, -3, 7]]), rtol=1e-6)
    assert_close(db, np.array([2.0, -1, 4]), rtol=1e-6)


@case(
    "dense_backward",
    points=2,
    en="dx, dW and db agree with small changes of x, W and b, also for images",
    es="dx, dW y db coinciden con cambios pequeños de x, W y b, también con imágenes",
)
def dense_back_gradient(dense_backward, dense_forward):
    def forward(x, w, b):
        return np.einsum("nij,ijm->nm", x, w.reshape(2, 3, 4)) + b

    def backward(dout, x, w, b):
        return _parts(dense_backward(dout, _parts(dense_forward(x, w, b))[1]), 3)

    assert_gradient(forward, backward, _random((5, 2, 3), (6, 4), 4, seed=2))


@case(
    "dense_backward",
    en="called twice with the same cache it gives the same, and dout stays as it was",
    es="llamada dos veces con el mismo cache da lo mismo, y dout queda como estaba",
)
def dense_back_twice(dense_backward, dense_forward):
    x, w, b, dout = _random((3, 2), (2, 4), 4, (3, 4), seed=3)
    _, cache = _parts(dense_forward(x, w, b))
    first = _parts(assert_unchanged(lambda d: dense_backward(d, cache), dout), 3)
    again = _parts(dense_backward(dout, cache), 3)
    for one, two, shape in zip(first, again, ((3, 2), (2, 4), (4,))):
        assert_shape(one, shape)
        assert_close(two, one, rtol=1e-6)


@case(
    "dense_backward",
    en="the gradients stay exact when the biases are enormous: they do not depend on b",
    es="los gradientes siguen exactos cuando los sesgos son enormes: no dependen de b",
)
def dense_back_large_bias(dense_backward, dense_forward):
    x, w, b = _dense_example()
    _, cache = _parts(dense_forward(x, w, b + 1e12))
    dx, dw, db = _parts(dense_backward(np.array([[1.0, -2, 3], [1, 1, 1]]), cache), 3)
    assert_close(dx, np.array([[-2.0, 0], [0, 3]]), rtol=1e-6)
    assert_close(dw, np.array([[1.0, -2, 3], [3, -3, 7]]), rtol=1e-6)
    assert_close(db, np.array([2.0, -1, 4]), rtol=1e-6)


# numerical_gradient


@case(
    "numerical_gradient",
    points=2,
    en="for x³ the answer is 3x² + h², as central differences give",
    es="para x³ la respuesta es 3x² + h², como dan las diferencias centrales",
)
def numerical_cubic(numerical_gradient):
    x = np.array([[2.0, -1.0, 0.5], [0.0, 3.0, -2.0]])
    for h in (0.1, 0.5):
        assert_close(numerical_gradient(lambda v: float(np.sum(np.asarray(v) ** 3)), x, h), 3 * x**2 + h**2, rtol=1e-5)


@case(
    "numerical_gradient",
    en="only one entry moves at a time, and the others are at their own values",
    es="solo se mueve una entrada a la vez, y las demás están en su valor",
)
def numerical_product(numerical_gradient):
    x = np.array([2.0, 3.0, 5.0, 7.0])
    gradient = numerical_gradient(lambda v: float(np.prod(v)), x, 0.25)
    assert_close(gradient, np.array([105.0, 70.0, 42.0, 30.0]), rtol=1e-6)


@case(
    "numerical_gradient",
    en="x is bit for bit as before when the function returns",
    es="x queda bit a bit como antes cuando la función termina",
)
def numerical_unchanged(numerical_gradient):
    x = np.array([[0.1, 0.7], [1e-3, 1 / 3], [1e5, -0.3]])
    gradient = assert_unchanged(lambda v: numerical_gradient(lambda u: float(np.sum(u)), v, 0.3), x)
    assert_close(gradient, np.ones((3, 2)), rtol=1e-5)


@case("numerical_gradient", en="x may be an array of integers", es="x puede ser un arreglo de enteros")
def numerical_integers(numerical_gradient):
    x = np.array([[1, -2, 4]])
    gradient = numerical_gradient(lambda v: float(np.sum(np.asarray(v) ** 2)), x, 1e-3)
    assert_close(gradient, np.array([[2.0, -4.0, 8.0]]), rtol=1e-6)


# mlp_forward


@case(
    "mlp_forward",
    en="the network of the text's example gives logits [-1, 0]",
    es="la red del ejemplo del texto da los logits [-1, 0]",
)
def mlp_example(mlp_forward):
    assert_close(_parts(mlp_forward(np.array([[1.0, 2.0]]), _example()))[0], np.array([[-1.0, 0.0]]), rtol=1e-6)


def _example():
    first = (np.array([[1.0, -1, 0], [0, 1, -2]]), np.array([0.0, 0, 1]))
    return [first, (np.array([[1.0, -1], [2, 0], [5, 3]]), np.array([-4.0, 1]))]


@case(
    "mlp_forward",
    en="one single layer is just a dense layer: negative inputs and negative logits stay",
    es="una sola capa es solo una capa densa: las entradas y los logits negativos se conservan",
)
def mlp_one_layer(mlp_forward):
    x, w, b = _dense_example()
    logits, _ = _parts(mlp_forward(-x, [(w, b)]))
    assert_close(logits, np.array([[-5.0, -1, 3], [-2, 0, 2]]), rtol=1e-6)


@case(
    "mlp_forward",
    en="three layers of different widths give the right logits",
    es="tres capas de anchos distintos dan los logits correctos",
)
def mlp_three_layers(mlp_forward):
    x, *p = _random((6, 4), (4, 7), 7, (7, 5), 5, (5, 3), 3, seed=4)
    params = [(p[0], p[1]), (p[2], p[3]), (p[4], p[5])]
    assert_close(_parts(mlp_forward(x, params))[0], _three(x, *p), rtol=1e-5, atol=1e-6)


def _three(x, w1, b1, w2, b2, w3, b3):
    return np.fmax(np.fmax(x @ w1 + b1, 0) @ w2 + b2, 0) @ w3 + b3


# mlp_backward


@case(
    "mlp_backward",
    en="the gradients of the text's example are right",
    es="los gradientes del ejemplo del texto son correctos",
)
def mlp_back_example(mlp_backward, mlp_forward):
    _, cache = _parts(mlp_forward(np.array([[1.0, 2.0]]), _example()))
    expected = [[[2.0, 2, 0], [4, 4, 0]], [2.0, 2, 0], [[1.0, -1], [1, -1], [0, 0]], [1.0, -1]]
    for got, right in zip(_layers(mlp_backward(np.array([[1.0, -1.0]]), cache), 2), expected):
        assert_close(got, np.array(right), rtol=1e-6)


@case(
    "mlp_backward",
    points=3,
    en="the gradients of three layers agree with small changes of every W and b",
    es="los gradientes de tres capas coinciden con cambios pequeños de cada W y b",
)
def mlp_back_gradient(mlp_backward, mlp_forward):
    x, *p = _random((5, 4), (4, 6), 6, (6, 3), 3, (3, 2), 2, seed=5)

    def backward(dout, *q):
        _, cache = _parts(mlp_forward(x, [(q[0], q[1]), (q[2], q[3]), (q[4], q[5])]))
        return _layers(mlp_backward(dout, cache), 3)

    def to_kink(w1, b1, w2, b2, w3, b3):
        first = x @ w1 + b1
        return min(np.abs(first).min(), np.abs(np.fmax(first, 0) @ w2 + b2).min())

    assert_gradient(lambda *q: _three(x, *q), backward, p, kinks=to_kink)


@case(
    "mlp_backward",
    en="called twice with the same cache it gives the same, and dlogits stays as it was",
    es="llamada dos veces con el mismo cache da lo mismo, y dlogits queda como estaba",
)
def mlp_back_twice(mlp_backward, mlp_forward):
    x, w1, b1, w2, b2, dlogits = _random((4, 3), (3, 5), 5, (5, 2), 2, (4, 2), seed=6)
    _, cache = _parts(mlp_forward(x, [(w1, b1), (w2, b2)]))
    first = _layers(assert_unchanged(lambda d: mlp_backward(d, cache), dlogits), 2)
    again = _layers(mlp_backward(dlogits, cache), 2)
    for one, two, array in zip(first, again, (w1, b1, w2, b2)):
        assert_shape(one, array.shape)
        assert_close(two, one, rtol=1e-6)


@case(
    "mlp_backward",
    en="the gradients stay exact when the last biases are enormous: they do not depend on them",
    es="los gradientes siguen exactos cuando los últimos sesgos son enormes: no dependen de ellos",
)
def mlp_back_large_bias(mlp_backward, mlp_forward):
    (w1, b1), (w2, b2) = _example()
    _, cache = _parts(mlp_forward(np.array([[1.0, 2.0]]), [(w1, b1), (w2, b2 + 1e12)]))
    expected = [[[2.0, 2, 0], [4, 4, 0]], [2.0, 2, 0], [[1.0, -1], [1, -1], [0, 0]], [1.0, -1]]
    for got, right in zip(_layers(mlp_backward(np.array([[1.0, -1.0]]), cache), 2), expected):
        assert_close(got, np.array(right), rtol=1e-6)


# train_mlp


@case(
    "train_mlp",
    en="with epochs=0 it returns a start with the right shapes, and the same seed gives the same start",
    es="con epochs=0 devuelve un inicio con las formas correctas, y la misma semilla da el mismo inicio",
)
def train_start(train_mlp):
    x, y = _random((4, 3))[0], np.array([0, 1, 0, 1])
    one, two, other = (_layers(train_mlp(x, y, [3, 5, 4, 2], 0.1, 0, seed), 3) for seed in (7, 7, 8))
    for a, b, shape in zip(one, two, ((3, 5), (5,), (5, 4), (4,), (4, 2), (2,))):
        assert_shape(a, shape)
        assert_close(b, a, rtol=1e-6)
    same = all(np.array_equal(a, b) for a, b in zip(one, other))
    expect(not same, en="Another seed gives the same start.", es="Otra semilla da el mismo inicio.")


@case(
    "train_mlp",
    points=2,
    en="one epoch is exactly one gradient step with the whole batch, for the weights and for the biases",
    es="una época es exactamente un paso de gradiente con el lote completo, para los pesos y para los sesgos",
)
def train_one_step(train_mlp):
    x, y, lr = _random((6, 3), seed=8)[0], np.array([2, 0, 3, 1, 3, 3]), 0.3

    def loss(w, b):
        z = x @ w + b
        return np.mean(np.log(np.sum(np.exp(z), axis=1)) - z[np.arange(6), y])

    w, b = _layers(train_mlp(x, y, [3, 4], lr, 0, 5), 1)
    assert_shape(w, (3, 4))
    assert_shape(b, (4,))
    after = _layers(train_mlp(x, y, [3, 4], lr, 1, 5), 1)
    dw, db = np.zeros((3, 4)), np.zeros(4)
    for i in np.ndindex(3, 4):
        e = np.zeros((3, 4))
        e[i] = 1e-5
        dw[i] = (loss(w + e, b) - loss(w - e, b)) / 2e-5
    for k in range(4):
        e = np.zeros(4)
        e[k] = 1e-5
        db[k] = (loss(w, b + e) - loss(w, b - e)) / 2e-5
    assert_close(after[0], w - lr * dw, rtol=1e-5, atol=1e-6)
    assert_close(after[1], b - lr * db, rtol=1e-5, atol=1e-6)


@case(
    "train_mlp",
    en="one epoch moves the W and the b of every layer",
    es="una época mueve la W y el b de todas las capas",
)
def train_moves_all(train_mlp):
    x, y = _random((12, 3), seed=10)[0], np.arange(12) % 2
    start, after = (_layers(train_mlp(x, y, [3, 8, 7, 2], 0.5, epochs, 4), 3) for epochs in (0, 1))
    for k, (one, two) in enumerate(zip(start, after)):
        expect(
            not np.array_equal(one, two),
            en=f"The {'b' if k % 2 else 'W'} of layer {k // 2 + 1} of 3 did not move.",
            es=f"{'El b' if k % 2 else 'La W'} de la capa {k // 2 + 1} de 3 no se movió.",
        )


@case(
    "train_mlp",
    en="it learns to tell small numbers from large ones, which is impossible without biases",
    es="aprende a distinguir números pequeños de grandes, lo que es imposible sin sesgos",
)
def train_needs_biases(train_mlp):
    x, y = np.array([[1.0], [1.25], [2.75], [3.0], [3.25]]), np.array([0, 0, 1, 1, 1])
    w, b = _layers(train_mlp(x, y, [1, 2], 1.0, 100, 0), 1)
    assert_accuracy(x @ np.asarray(w) + np.asarray(b), y, at_least=1.0)


@case(
    "train_mlp",
    points=2,
    en="with a hidden layer it separates a disc from the ring around it",
    es="con una capa oculta separa un disco del anillo que lo rodea",
)
def train_ring(train_mlp):
    angle = np.arange(24) * 2.4
    radius = np.where(np.arange(24) % 2, 0.5, 2.0)
    x, y = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1), np.arange(24) % 2
    w1, b1, w2, b2 = _layers(train_mlp(x, y, [2, 20, 2], 1.0, 100, 1), 2)
    assert_accuracy(np.fmax(x @ w1 + b1, 0) @ w2 + b2, y, at_least=0.9)


# xavier_init


def _spread(init, fan_in, fan_out, std):
    """Right size, mean near 0, right spread. / Forma correcta, media cerca de 0, dispersión correcta."""
    w = init(fan_in, fan_out, np.random.default_rng(fan_in))
    assert_shape(w, (fan_in, fan_out))
    w = np.asarray(w)
    expect(np.all(np.isfinite(w)), en="Some weights are not finite.", es="Algunos pesos no son finitos.")
    expect(abs(w.mean()) < 0.05 * std, en="The mean is not near 0.", es="La media no está cerca de 0.")
    expect(
        0.95 * std < w.std() < 1.05 * std,
        en=f"The standard deviation is {w.std():.4f} and should be near {std:.4f}.",
        es=f"La desviación estándar es {w.std():.4f} y debería estar cerca de {std:.4f}.",
    )


@case(
    "xavier_init",
    en="300 inputs and 100 outputs: standard deviation 0.0707",
    es="300 entradas y 100 salidas: desviación estándar 0.0707",
)
def xavier_tall(xavier_init):
    _spread(xavier_init, 300, 100, 0.005**0.5)


@case(
    "xavier_init",
    en="80 inputs and 420 outputs: standard deviation 0.0632",
    es="80 entradas y 420 salidas: desviación estándar 0.0632",
)
def xavier_wide(xavier_init):
    _spread(xavier_init, 80, 420, 0.004**0.5)


@case(
    "xavier_init",
    en="the numbers come from rng: the same state gives the same weights, a second call gives others",
    es="los números salen de rng: el mismo estado da los mismos pesos, una segunda llamada da otros",
)
def xavier_rng(xavier_init):
    _uses_generator(xavier_init)


def _uses_generator(init):
    rng = np.random.default_rng(11)
    one, two = init(4, 6, rng), init(4, 6, rng)
    assert_shape(one, (4, 6))
    assert_close(init(4, 6, np.random.default_rng(11)), one, rtol=1e-6)
    expect(
        not np.array_equal(one, two),
        en="Two calls with the same generator gave the same numbers.",
        es="Dos llamadas con el mismo generador dieron los mismos números.",
    )


# he_init


@case(
    "he_init",
    en="300 inputs and 100 outputs: standard deviation 0.0816",
    es="300 entradas y 100 salidas: desviación estándar 0.0816",
)
def he_tall(he_init):
    _spread(he_init, 300, 100, (2 / 300) ** 0.5)


@case(
    "he_init",
    en="80 inputs and 420 outputs: standard deviation 0.1581",
    es="80 entradas y 420 salidas: desviación estándar 0.1581",
)
def he_wide(he_init):
    _spread(he_init, 80, 420, 0.025**0.5)


@case(
    "he_init",
    en="the numbers come from rng: the same state gives the same weights, a second call gives others",
    es="los números salen de rng: el mismo estado da los mismos pesos, una segunda llamada da otros",
)
def he_rng(he_init):
    _uses_generator(he_init)


# gradient_norms


@case(
    "gradient_norms",
    en="the network of the text's example gives [0.25, 0.354]",
    es="la red del ejemplo del texto da [0.25, 0.354]",
)
def norms_example(gradient_norms):
    zero = np.array([0.0])
    params = [(np.array([[0.0]]), zero), (np.array([[0.0, 2.0]]), np.array([0.0, -1.0]))]
    norms = gradient_norms(params, np.array([[1.0]]), np.array([0]), "sigmoid")
    assert_close(norms, np.array([0.25, 0.125**0.5]), rtol=1e-5)


def _norms(activation):
    """Norms by central differences, of three layers. / Normas por diferencias centrales, con tres capas."""
    x, *p = _random((5, 3), (3, 4), 4, (4, 2), 2, (2, 3), 3, seed=9)
    labels = np.array([2, 0, 1, 1, 0])

    def loss(w1, b1, w2, b2, w3, b3):
        z = activation(activation(x @ w1 + b1) @ w2 + b2) @ w3 + b3
        return np.mean(np.log(np.sum(np.exp(z), axis=1)) - z[np.arange(5), labels])

    norms = []
    for k in (0, 2, 4):
        slopes = []
        for i in np.ndindex(p[k].shape):
            up, down = [a.copy() for a in p], [a.copy() for a in p]
            up[k][i] += 1e-5
            down[k][i] -= 1e-5
            slopes.append((loss(*up) - loss(*down)) / 2e-5)
        norms.append(np.linalg.norm(slopes))
    return [(p[0], p[1]), (p[2], p[3]), (p[4], p[5])], x, labels, np.array(norms)


@case(
    "gradient_norms",
    en="relu: the three norms agree with small changes of the weights",
    es="relu: las tres normas coinciden con cambios pequeños de los pesos",
)
def norms_relu(gradient_norms):
    params, x, labels, expected = _norms(lambda z: np.fmax(z, 0))
    assert_close(gradient_norms(params, x, labels, "relu"), expected, rtol=1e-5)


@case(
    "gradient_norms",
    en="sigmoid: the three norms agree with small changes of the weights",
    es="sigmoid: las tres normas coinciden con cambios pequeños de los pesos",
)
def norms_sigmoid(gradient_norms):
    params, x, labels, expected = _norms(lambda z: np.exp(-np.logaddexp(0, -z)))
    assert_close(gradient_norms(params, x, labels, "sigmoid"), expected, rtol=1e-5)


@case(
    "gradient_norms",
    en="tanh: the three norms agree with small changes of the weights",
    es="tanh: las tres normas coinciden con cambios pequeños de los pesos",
)
def norms_tanh(gradient_norms):
    params, x, labels, expected = _norms(np.tanh)
    assert_close(gradient_norms(params, x, labels, "tanh"), expected, rtol=1e-5)


# clip_by_global_norm


def _thirteen():
    return [(np.array([[3.0], [0.0]]), np.array([4.0])), (np.array([[0.0, 12.0]]), np.array([0.0, 0.0]))]


@case(
    "clip_by_global_norm",
    en="the text's example, of norm 13, is halved when the limit is 6.5, in new arrays",
    es="el ejemplo del texto, de norma 13, se reduce a la mitad cuando el límite es 6.5, en arreglos nuevos",
)
def clip_example(clip_by_global_norm):
    clipped, _ = _parts(assert_unchanged(clip_by_global_norm, _thirteen(), 6.5))
    for got, right in zip(_layers(clipped, 2), ([[1.5], [0.0]], [2.0], [[0.0, 6.0]], [0.0, 0.0])):
        assert_close(got, np.array(right), rtol=1e-5)


@case(
    "clip_by_global_norm",
    en="two layers of global norm 8 with limit 2: every number of every array becomes a quarter",
    es="dos capas de norma global 8 con límite 2: cada número de cada arreglo queda en la cuarta parte",
)
def clip_layers(clip_by_global_norm):
    rng = np.random.default_rng(2093)
    grads = [(rng.integers(-9, 10, (n, m)) / 4, rng.integers(-9, 10, m) / 4) for n, m in ((3, 4), (4, 2))]
    clipped, _ = _parts(assert_unchanged(clip_by_global_norm, grads, 2.0))
    for got, whole in zip(_layers(clipped, 2), [part for pair in grads for part in pair]):
        assert_close(got, whole / 4, rtol=1e-5)


@case(
    "clip_by_global_norm",
    en="the second value is the norm before clipping, above the limit or below it",
    es="el segundo valor es la norma antes de recortar, por encima del límite o por debajo",
)
def clip_norm(clip_by_global_norm):
    norms = [_parts(clip_by_global_norm(_thirteen(), limit))[1] for limit in (0.5, 2.75, 6.5, 9.25, 20.0)]
    assert_close(norms, np.full(5, 13.0), rtol=1e-6)


@case(
    "clip_by_global_norm",
    en="gradients within the limit come back as they were",
    es="los gradientes dentro del límite vuelven como estaban",
)
def clip_within(clip_by_global_norm):
    for limit in (13.5, 1000.0):
        clipped, _ = _parts(clip_by_global_norm(_thirteen(), limit))
        for got, right in zip(_layers(clipped, 2), ([[3.0], [0.0]], [4.0], [[0.0, 12.0]], [0.0, 0.0])):
            assert_close(got, np.array(right), rtol=1e-6)


@case(
    "clip_by_global_norm",
    en="gradients that are all zero come back as zeros, without warnings",
    es="los gradientes que son todos cero vuelven como ceros, sin advertencias",
)
def clip_zero(clip_by_global_norm):
    clipped, norm = _parts(assert_stable(clip_by_global_norm, [(np.zeros((2, 3)), np.zeros(3))], 1.0))
    dw, db = _layers(clipped, 1)
    assert_close(dw, np.zeros((2, 3)))
    assert_close(db, np.zeros(3))
    assert_close(norm, 0.0)
