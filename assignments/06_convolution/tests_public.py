"""Public test cases of 06_convolution. / Casos de prueba públicos de 06_convolution."""

from __future__ import annotations

import numpy as np

from autograder import case
from autograder.checks import (
    architecture,
    assert_accuracy,
    assert_close,
    assert_compiled,
    assert_equal,
    assert_float64,
    assert_gradient,
    assert_layers,
    assert_raises,
    assert_shape,
    assert_unchanged,
    count_lines,
    expect,
    layer,
    predict,
    trained_weights,
)


def _close(actual, expected):
    assert_close(actual, expected, rtol=1e-5, atol=1e-5)


def _random(seed, *shape):
    return np.random.default_rng(seed).normal(size=shape)


def _apart(seed, *shape):
    """All different, 0.25 apart. / Todos distintos, separados 0.25."""
    count = int(np.prod(shape))
    return (np.random.default_rng(seed).permutation(count).reshape(shape) - count // 2) / 4


def _pair(answer):
    expect(
        isinstance(answer, (tuple, list)) and len(answer) == 2,
        en="It must return two things: (out, cache).",
        es="Debe devolver dos cosas: (out, cache).",
    )
    return answer


def _three(answer):
    expect(
        isinstance(answer, (tuple, list)) and len(answer) == 3,
        en="It must return three things: (dx, dW, db).",
        es="Debe devolver tres cosas: (dx, dW, db).",
    )
    return answer


def _long_step(f, points, i, direction, _):
    """A convolution is linear in each input: a long step is exact. / Es lineal: un paso largo es exacto."""
    ahead, behind = list(points), list(points)
    ahead[i], behind[i] = points[i] + 64 * direction, points[i] - 64 * direction
    return (f(*ahead) - f(*behind)) / 128


def _agree(actual, expected):
    array = np.asarray(actual, dtype=float) if isinstance(actual, np.ndarray) else np.zeros(0)
    return array.shape == expected.shape and np.allclose(array, expected, rtol=1e-5, atol=1e-5)


_IMAGE = np.array([[[1.0, 1.0], [2.0, 0.0], [0.0, 1.0]], [[0.0, 2.0], [1.0, 1.0], [3.0, 0.0]]])[None]
_KERNEL = np.array([[[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]]])[..., None]
_SOBEL = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])


_NINE = np.array([[1.0, 5.0, 2.0], [4.0, 3.0, 0.0], [7.0, 6.0, 8.0]])[None, :, :, None]
for _array in (_IMAGE, _KERNEL, _SOBEL, _NINE):
    _array.setflags(write=False)


def _convolution_works(conv2d_forward):
    """A wrong forward pass is blamed here. / Aquí se culpa a un paso hacia adelante incorrecto."""
    by_hand = _pair(conv2d_forward(_IMAGE, _KERNEL, [10.0], 1, 0))[0]
    jumps = _pair(conv2d_forward(np.ones((2, 3, 6, 1)), np.ones((2, 3, 1, 2)), [0.0, 1.0], 2, 1))[0]
    expected = np.array([[2.0, 3.0, 3.0], [4.0, 6.0, 6.0]])[None, :, :, None] + [0.0, 1.0] + np.zeros((2, 1, 1, 1))
    expect(
        _agree(by_hand, np.array([[[[14.0], [17.0]]]])) and _agree(jumps, expected),
        en="The mistake is in conv2d_forward, which makes the cache: fix it first.",
        es="El error está en conv2d_forward, que crea el cache: corrígela primero.",
    )


def _pooling_works(max_pool_forward):
    """A wrong forward pass is blamed here. / Aquí se culpa a un paso hacia adelante incorrecto."""
    out = _pair(max_pool_forward(_NINE, 2, 1))[0]
    expect(
        _agree(out, _plane([[5.0, 5.0], [7.0, 8.0]])),
        en="The mistake is in max_pool_forward, which makes the cache: fix it first.",
        es="El error está en max_pool_forward, que crea el cache: corrígela primero.",
    )


def _plane(rows):
    return np.array(rows, dtype=float)[None, :, :, None]


# output_size


@case(
    "output_size",
    en="the four rows of the table, done by hand",
    es="las cuatro filas de la tabla, hechas a mano",
)
def size_by_hand(output_size):
    assert_close(output_size(8, 3, 1, 0), 6)
    assert_close(output_size(8, 3, 2, 0), 3)
    assert_close(output_size(8, 3, 3, 0), 2)
    assert_close(output_size(8, 3, 2, 1), 4)


@case(
    "output_size",
    en="famous layers have their famous sizes, and the answer is an int",
    es="las capas famosas tienen sus tamaños famosos, y la respuesta es un int",
)
def size_of_famous_layers(output_size):
    for arguments, places in (
        ((28, 3, 1, 0), 26),
        ((26, 2, 2, 0), 13),
        ((28, 5, 1, 2), 28),
        ((227, 11, 4, 0), 55),
        ((55, 3, 2, 0), 27),
        ((224, 7, 2, 3), 112),
    ):
        assert_equal(output_size(*arguments), places)


@case(
    "output_size",
    en="a kernel that fits exactly has one place, and a larger one raises ValueError",
    es="un núcleo que cabe justo tiene un lugar, y uno más grande lanza ValueError",
)
def size_when_nothing_fits(output_size):
    assert_close(output_size(5, 5, 1, 0), 1)
    assert_close(output_size(5, 7, 3, 1), 1)
    assert_raises("ValueError", output_size, 4, 5, 1, 0)
    assert_raises("ValueError", output_size, 4, 5, 2, 0)
    assert_raises("ValueError", output_size, 3, 8, 1, 2)


# pad2d


@case(
    "pad2d",
    en="the 2 × 2 image done by hand gets a frame of zeros",
    es="la imagen de 2 × 2 hecha a mano recibe un marco de ceros",
)
def pad_by_hand(pad2d):
    framed = pad2d(_plane([[1.0, 2.0], [3.0, 4.0]]), 1)
    _close(framed, _plane([[0, 0, 0, 0], [0, 1, 2, 0], [0, 3, 4, 0], [0, 0, 0, 0]]))


@case(
    "pad2d",
    en="only height and width grow, on both sides: no images and no channels are invented",
    es="solo crecen el alto y el ancho, por ambos lados: no se inventan imágenes ni canales",
)
def pad_only_height_and_width(pad2d):
    x = np.arange(1.0, 37.0).reshape(3, 2, 3, 2)
    framed = pad2d(x, 2)
    assert_shape(framed, (3, 6, 7, 2))
    _close(framed[:, 2:4, 2:5], x)
    _close(np.sum(np.abs(framed)), 666.0)


@case(
    "pad2d",
    en="with pad 0 the images stay as they are",
    es="con relleno 0 las imágenes quedan como están",
)
def pad_zero(pad2d):
    x = _random(1, 2, 3, 4, 2)
    _close(pad2d(x, 0), x)


@case(
    "pad2d",
    en="lists of integers are welcome, the answer is float64 and x is not modified",
    es="acepta listas de enteros, la respuesta es float64 y x no se modifica",
)
def pad_leaves_x_alone(pad2d):
    framed = assert_unchanged(pad2d, [[[[7]], [[8]]]], 1)
    _close(framed, _plane([[0, 0, 0], [0, 7, 0], [0, 8, 0], [0, 0, 0]]))
    assert_float64(framed)
    assert_unchanged(pad2d, _random(2, 1, 3, 2, 1), 1)


# filter_image


@case(
    "filter_image",
    en="Sobel on the image done by hand gives 40, 40, 0, and −40 when bright turns into dark",
    es="Sobel sobre la imagen hecha a mano da 40, 40, 0, y −40 cuando lo claro se vuelve oscuro",
)
def filter_by_hand(filter_image):
    image = np.array([[0.0, 0.0, 10.0, 10.0, 10.0]] * 3)
    _close(filter_image(image, _SOBEL), np.array([[40.0, 40.0, 0.0]]))
    _close(filter_image(10 - image, _SOBEL), np.array([[-40.0, -40.0, 0.0]]))


@case(
    "filter_image",
    en="a kernel with a single 1 picks the pixel under it; image and kernel need not be square",
    es="un núcleo con un solo 1 elige el píxel que tiene debajo; imagen y núcleo pueden no ser cuadrados",
)
def filter_with_a_single_one(filter_image):
    image = np.arange(30.0).reshape(5, 6)
    for height, width, row, column in ((3, 3, 0, 0), (3, 5, 2, 1), (5, 1, 1, 0), (1, 3, 0, 2)):
        kernel = np.zeros((height, width))
        kernel[row, column] = 1.0
        rows, columns = 5 - height + 1, 6 - width + 1
        _close(filter_image(image, kernel), image[row : row + rows, column : column + columns])


@case(
    "filter_image",
    en="everything under the window is multiplied and added up: no mean, no absolute value",
    es="todo lo que hay bajo la ventana se multiplica y se suma: sin promedio, sin valor absoluto",
)
def filter_adds_up(filter_image):
    image = np.array([[1, 2, 0, 0], [0, 1, 0, 3], [2, 0, 1, 0]])
    kernel = np.array([[1, 0, 2], [0, -5, 0], [0, 0, 1]])
    _close(filter_image(image, kernel), np.array([[-3.0, 2.0]]))
    _close(filter_image(image, [[1, -1, 1]]), np.array([[-1.0, 2.0], [-1.0, 4.0], [3.0, -1.0]]))


@case(
    "filter_image",
    en="when the image moves one pixel, the answer moves one pixel; the arguments are not modified",
    es="cuando la imagen se mueve un píxel, la respuesta se mueve un píxel; los argumentos no se modifican",
)
def filter_moves_with_the_image(filter_image):
    image, kernel = _random(3, 7, 9), _random(4, 3, 5)
    whole = assert_unchanged(filter_image, image, kernel)
    assert_shape(whole, (5, 5))
    _close(filter_image(image[1:, 2:], kernel), whole[1:, 2:])


# conv2d_forward


@case(
    "conv2d_forward",
    en="the image with two channels done by hand gives 14 and 17",
    es="la imagen de dos canales hecha a mano da 14 y 17",
)
def convolution_by_hand(conv2d_forward):
    out, _ = _pair(conv2d_forward(_IMAGE, _KERNEL, np.array([10.0]), 1, 0))
    _close(out, np.array([[[[14.0], [17.0]]]]))


@case(
    "conv2d_forward",
    en="each window has its place: ones on ones count the pixels inside, for several strides and pads",
    es="cada ventana tiene su lugar: unos sobre unos cuentan los píxeles de adentro, con varios pasos y rellenos",
)
def convolution_counts_pixels(conv2d_forward):
    ones, bias = np.ones((1, 3, 4, 1)), np.zeros(1)
    square, flat = np.ones((3, 3, 1, 1)), np.ones((2, 3, 1, 1))
    _close(_pair(conv2d_forward(ones, square, bias, 1, 1))[0], _plane([[4, 6, 6, 4], [6, 9, 9, 6], [4, 6, 6, 4]]))
    _close(_pair(conv2d_forward(ones, square, bias, 2, 1))[0], _plane([[4, 6], [4, 6]]))
    _close(_pair(conv2d_forward(ones, flat, bias, 1, 0))[0], _plane([[6, 6], [6, 6]]))
    _close(_pair(conv2d_forward(ones, flat, bias, 2, 2))[0], _plane([[0, 0, 0], [2, 6, 4], [1, 3, 2]]))
    _close(_pair(conv2d_forward(ones, flat, bias, 3, 1))[0], _plane([[2, 2], [2, 2]]))


@case(
    "conv2d_forward",
    points=2,
    en="a kernel with a single 1 copies the pixels under it from its channel to its filter, "
    "with stride 1 and 2 and H ≠ W, KH ≠ KW, C ≠ F",
    es="un núcleo con un solo 1 copia los píxeles que tiene debajo, de su canal a su filtro, "
    "con paso 1 y 2 y con H ≠ W, KH ≠ KW, C ≠ F",
)
def convolution_with_a_single_one(conv2d_forward):
    x, bias = _random(5, 2, 7, 6, 3), np.zeros(2)
    for u, v, c, f in ((0, 0, 0, 0), (2, 1, 2, 1), (1, 0, 1, 0), (0, 1, 2, 0)):
        W = np.zeros((3, 2, 3, 2))
        W[u, v, c, f] = 1.0
        expected = np.zeros((2, 5, 5, 2))
        expected[..., f] = x[:, u : u + 5, v : v + 5, c]
        _close(_pair(conv2d_forward(x, W, bias, 1, 0))[0], expected)
        _close(_pair(conv2d_forward(x, W, bias, 2, 0))[0], expected[:, ::2, ::2])


@case(
    "conv2d_forward",
    en="each filter adds its own bias once, and each sample of the batch is independent of the others",
    es="cada filtro suma su propio sesgo una vez, y cada muestra del lote es independiente de las demás",
)
def convolution_bias_and_batch(conv2d_forward):
    x, W, b = _random(6, 3, 4, 5, 2), _random(7, 2, 3, 2, 4), np.array([1.0, -2.0, 0.5, 8.0])
    _close(_pair(conv2d_forward(0 * x, W, b, 1, 1))[0], np.zeros((3, 5, 5, 4)) + b)
    together = _pair(conv2d_forward(x, W, b, 1, 1))[0]
    assert_shape(together, (3, 5, 5, 4))
    for n in range(3):
        _close(_pair(conv2d_forward(x[n : n + 1], W, b, 1, 1))[0], together[n : n + 1])


@case(
    "conv2d_forward",
    en="it is linear in x and in W, gives float64, and does not modify its arguments",
    es="es lineal en x y en W, da float64 y no modifica sus argumentos",
)
def convolution_is_linear(conv2d_forward):
    x, more, W, other = _random(8, 1, 4, 6, 2), _random(9, 1, 4, 6, 2), _random(10, 3, 2, 2, 3), _random(11, 3, 2, 2, 3)
    zero = np.zeros(3)
    out = _pair(assert_unchanged(conv2d_forward, x, W, zero, 1, 1))[0]
    assert_shape(out, (1, 4, 7, 3))
    assert_float64(out)
    of_more, of_other = conv2d_forward(more, W, zero, 1, 1)[0], conv2d_forward(x, other, zero, 1, 1)[0]
    _close(conv2d_forward(2 * x + more, W, zero, 1, 1)[0], 2 * out + of_more)
    _close(conv2d_forward(x, W - 3 * other, zero, 1, 1)[0], out - 3 * of_other)


# conv2d_backward


@case(
    "conv2d_backward",
    en="the row done by hand: dx is 5, 57, 570, 700, dW is 19, 31, 43, db is 12",
    es="la fila hecha a mano: dx es 5, 57, 570, 700, dW es 19, 31, 43, db es 12",
)
def blame_by_hand(conv2d_backward, conv2d_forward):
    _convolution_works(conv2d_forward)
    x, W = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 10.0, 100.0])
    cache = _pair(conv2d_forward(x.reshape(1, 1, 4, 1), W.reshape(1, 3, 1, 1), [0.0], 1, 0))[1]
    answer = _three(conv2d_backward(np.array([5.0, 7.0]).reshape(1, 1, 2, 1), cache))
    dx, dW = np.array([5.0, 57.0, 570.0, 700.0]), np.array([19.0, 31.0, 43.0])
    _close(answer, (dx.reshape(1, 1, 4, 1), dW.reshape(1, 3, 1, 1), np.array([12.0])))


@case(
    "conv2d_backward",
    points=2,
    en="the blame of one place returns to the window it looked at, also with stride 2, with pad, and at a corner",
    es="la culpa de un lugar vuelve a la ventana que miró, también con paso 2, con relleno y en una esquina",
)
def blame_of_one_place(conv2d_backward, conv2d_forward):
    _convolution_works(conv2d_forward)
    x, W = _random(12, 2, 6, 5, 3), _random(13, 3, 2, 3, 4)
    for pad, places, place, window, part in (
        (0, (2, 2), (1, 0), np.s_[2:5, 0:2], np.s_[:, :]),
        (0, (2, 2), (1, 1), np.s_[2:5, 2:4], np.s_[:, :]),
        (1, (3, 3), (1, 2), np.s_[1:4, 3:5], np.s_[:, :]),
        (1, (3, 3), (0, 0), np.s_[0:2, 0:1], np.s_[1:, 1:]),
    ):
        cache = _pair(conv2d_forward(x, W, np.zeros(4), 2, pad))[1]
        dout = np.zeros((2, *places, 4))
        dout[(1, *place, 2)] = 3.0
        dx, dW, db = np.zeros(x.shape), np.zeros(W.shape), np.array([0.0, 0.0, 3.0, 0.0])
        dx[1][window] = 3.0 * W[part][..., 2]
        dW[(*part, slice(None), 2)] = 3.0 * x[1][window]
        _close(_three(conv2d_backward(dout, cache)), (dx, dW, db))


@case(
    "conv2d_backward",
    points=2,
    en="numerical differences agree with dx, dW and db at pad 0, with H ≠ W, KH ≠ KW and C ≠ F",
    es="las diferencias numéricas coinciden con dx, dW y db con relleno 0, con H ≠ W, KH ≠ KW y C ≠ F",
)
def blame_without_pad(conv2d_backward, conv2d_forward):
    _convolution_works(conv2d_forward)
    for seed, stride in ((14, 1), (15, 2)):
        assert_gradient(
            lambda x, W, b, stride=stride: _pair(conv2d_forward(x, W, b, stride, 0))[0],
            lambda dout, x, W, b, stride=stride: _three(conv2d_backward(dout, conv2d_forward(x, W, b, stride, 0)[1])),
            [_random(seed, 2, 6, 5, 3), _random(seed + 2, 3, 2, 3, 2), _random(seed + 4, 2)],
            difference=_long_step,
        )


@case(
    "conv2d_backward",
    en="numerical differences agree with pad 1 and 2, stride 2, and rows that no window reaches",
    es="las diferencias numéricas coinciden con relleno 1 y 2, paso 2, y filas a las que no llega ninguna ventana",
)
def blame_with_pad(conv2d_backward, conv2d_forward):
    _convolution_works(conv2d_forward)
    for pad in (1, 2):
        assert_gradient(
            lambda x, W, b, pad=pad: _pair(conv2d_forward(x, W, b, 2, pad))[0],
            lambda dout, x, W, b, pad=pad: _three(conv2d_backward(dout, conv2d_forward(x, W, b, 2, pad)[1])),
            [_random(20 + pad, 1, 4, 6, 2), _random(22 + pad, 3, 3, 2, 3), _random(24 + pad, 3)],
            difference=_long_step,
        )


@case(
    "conv2d_backward",
    en="it can be called twice with the same cache, dout is not modified, and the gradients are float64",
    es="puede llamarse dos veces con el mismo cache, dout no se modifica, y los gradientes son float64",
)
def blame_twice(conv2d_backward, conv2d_forward):
    _convolution_works(conv2d_forward)
    x, W = _random(28, 2, 4, 5, 2), _random(29, 2, 2, 2, 3)
    dout = _random(30, 2, 3, 4, 3)
    cache = _pair(conv2d_forward(x, W, np.zeros(3), 1, 0))[1]
    first = _three(assert_unchanged(lambda d: conv2d_backward(d, cache), dout))
    for again, before, shape in zip(_three(conv2d_backward(dout, cache)), first, (x.shape, W.shape, (3,)), strict=True):
        assert_shape(before, shape)
        assert_float64(before)
        _close(again, np.asarray(before, dtype=float))


# max_pool_forward


@case(
    "max_pool_forward",
    en="the two examples done by hand: one has only negative numbers in a window, the other overlaps",
    es="los dos ejemplos hechos a mano: uno tiene una ventana solo con negativos, el otro se traslapa",
)
def pool_by_hand(max_pool_forward):
    x = _plane([[1, 5, -2, -4], [4, 3, -3, -1]])
    _close(_pair(max_pool_forward(x, 2, 2))[0], _plane([[5, -1]]))
    _close(_pair(max_pool_forward(_NINE, 2, 1))[0], _plane([[5, 5], [7, 8]]))


@case(
    "max_pool_forward",
    en="each channel and each sample is pooled by itself",
    es="cada canal y cada muestra se agrupan por separado",
)
def pool_channels_and_samples(max_pool_forward):
    x = np.zeros((2, 2, 4, 3))
    x[0, :, :, 0], x[0, :, :, 1] = [[1, 2, 3, 4]] * 2, [[-5, -6, -8, -7]] * 2
    x[0, :, :, 2] = [[9, 0, 0, 0], [0, 0, 6, 0]]
    x[1] = x[0, :, ::-1] + 100
    out = _pair(max_pool_forward(x, 2, 2))[0]
    _close(out, np.array([[[[2.0, -5, 9], [4, -7, 6]]], [[[104.0, 93, 106], [102, 95, 109]]]]))


@case(
    "max_pool_forward",
    en="rows and columns that are too few for a window are left out; stride and size may differ",
    es="las filas y columnas que no alcanzan para una ventana quedan fuera; paso y tamaño pueden ser distintos",
)
def pool_leftovers(max_pool_forward):
    x = np.arange(42.0).reshape(1, 6, 7, 1)
    _close(_pair(max_pool_forward(x, 3, 2))[0], _plane([[16, 18, 20], [30, 32, 34]]))
    _close(_pair(max_pool_forward(x, 2, 3))[0], _plane([[8, 11], [29, 32]]))
    _close(_pair(max_pool_forward(-x, 4, 2))[0], _plane([[0, -2], [-14, -16]]))


@case(
    "max_pool_forward",
    en="the answer is float64, and x is not modified",
    es="la respuesta es float64, y x no se modifica",
)
def pool_leaves_x_alone(max_pool_forward):
    out = _pair(max_pool_forward([[[[3]], [[-1]]], [[[2]], [[7]]]], 1, 1))[0]
    _close(out, np.array([[[[3.0]], [[-1.0]]], [[[2.0]], [[7.0]]]]))
    assert_float64(out)
    assert_unchanged(max_pool_forward, _random(31, 2, 4, 5, 2), 2, 2)


# max_pool_backward


@case(
    "max_pool_backward",
    en="the overlapping example done by hand: the 5 won twice and receives 10 + 20",
    es="el ejemplo con traslape hecho a mano: el 5 ganó dos veces y recibe 10 + 20",
)
def winners_by_hand(max_pool_backward, max_pool_forward):
    _pooling_works(max_pool_forward)
    cache = _pair(max_pool_forward(_NINE, 2, 1))[1]
    dx = max_pool_backward(_plane([[10, 20], [30, 40]]), cache)
    _close(dx, _plane([[0, 30, 0], [0, 0, 0], [30, 0, 40]]))


@case(
    "max_pool_backward",
    points=2,
    en="in a tie the blame goes to one of the tied or is split equally: what enters a window leaves it",
    es="en un empate la culpa va a uno de los empatados o se reparte por igual: lo que entra a una ventana sale de ella",
)
def winners_tied(max_pool_backward, max_pool_forward):
    _pooling_works(max_pool_forward)
    x = _plane([[7, 7, 0, 0, -3, -3], [7, 7, 0, 0, -9, -3], [0, 2, 2, 4, 1, 5], [2, 1, 4, 2, 5, 0]])
    dout = _plane([[12, -8, 6], [3, 20, -5]])
    dx = max_pool_backward(dout, _pair(max_pool_forward(x, 2, 2))[1])
    assert_shape(dx, x.shape)
    dx = np.asarray(dx, dtype=float)
    for i, j in np.ndindex(2, 3):
        window = np.s_[0, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2, 0]
        tied, parts, blame = x[window] == x[window].max(), dx[window], dout[0, i, j, 0]
        expect(
            np.abs(parts[~tied]).sum() < 1e-5,
            en="Only a maximum of the window may receive blame.",
            es="Solo un máximo de la ventana puede recibir culpa.",
        )
        expect(
            abs(parts.sum() - blame) < 1e-4,
            en=f"A window with a tie received blame {blame:g} and gives {parts.sum():g} in all: both must be the same.",
            es=f"Una ventana con empate recibió culpa {blame:g} y entrega {parts.sum():g} en total: deben ser iguales.",
        )
        share = np.sort(np.abs(parts[tied]))
        expect(
            share[:-1].max() < 1e-5 or share[-1] - share[0] < 1e-4,
            en="A tie gives everything to one, or the same to all.",
            es="Un empate le da todo a uno, o lo mismo a todos.",
        )


@case(
    "max_pool_backward",
    en="numerical differences agree, with windows that overlap, windows that do not touch, and leftover rows",
    es="las diferencias numéricas coinciden, con ventanas que se traslapan, que no se tocan, y filas sobrantes",
)
def winners_numerically(max_pool_backward, max_pool_forward):
    _pooling_works(max_pool_forward)
    for seed, size, stride, height, width in ((32, 2, 2, 5, 4), (33, 3, 2, 7, 6), (34, 3, 1, 4, 5), (35, 2, 3, 5, 7)):
        assert_gradient(
            lambda x, size=size, stride=stride: _pair(max_pool_forward(x, size, stride))[0],
            lambda dout, x, size=size, stride=stride: max_pool_backward(dout, max_pool_forward(x, size, stride)[1]),
            [_apart(seed, 2, height, width, 3)],
        )


@case(
    "max_pool_backward",
    en="7 and 6.999999 are not tied, negative numbers may win, and pixels that no window looks at get 0",
    es="7 y 6.999999 no empatan, los negativos pueden ganar, y los píxeles que ninguna ventana mira reciben 0",
)
def winners_by_little(max_pool_backward, max_pool_forward):
    _pooling_works(max_pool_forward)
    x = _plane([[6.999999, 7, -7, -7.000001, 8], [6, 7.000001, -8, -7.000001, 8], [9, 9, 9, 9, 9]])
    dx = max_pool_backward(_plane([[4, 5]]), _pair(max_pool_forward(x, 2, 2))[1])
    _close(dx, _plane([[0, 0, 5, 0, 0], [0, 4, 0, 0, 0], [0, 0, 0, 0, 0]]))


@case(
    "max_pool_backward",
    en="it can be called twice with the same cache, dout is not modified, and dx is float64",
    es="puede llamarse dos veces con el mismo cache, dout no se modifica, y dx es float64",
)
def winners_twice(max_pool_backward, max_pool_forward):
    _pooling_works(max_pool_forward)
    dout = _random(36, 2, 2, 3, 2)
    cache = _pair(max_pool_forward(_apart(37, 2, 5, 7, 2), 3, 2))[1]
    first = assert_unchanged(lambda d: max_pool_backward(d, cache), dout)
    assert_shape(first, (2, 5, 7, 2))
    assert_float64(first)
    _close(max_pool_backward(dout, cache), np.asarray(first, dtype=float))


# conv2d_fast


# Runs beside your code: while your lines are counted, those of pad2d and output_size are left out.
# Se ejecuta junto a tu código: mientras se cuentan tus líneas, las de pad2d y output_size quedan fuera.
_APART = """
def _apart(on):
    import sys

    def apart(function):
        def uncounted(*args, **kwargs):
            count = sys.gettrace()
            sys.settrace(None)
            try:
                return function(*args, **kwargs)
            finally:
                sys.settrace(count)

        uncounted.function = function
        return uncounted

    names = getattr(conv2d_fast, "__globals__", globals())
    for name in {"pad2d", "output_size"} & set(names):
        function = getattr(names[name], "function", names[name])
        names[name] = apart(function) if on else function

"""


def _lines(conv2d_fast, *args):
    """(out, lines). / (out, líneas)."""
    conv2d_fast._session.run(_APART + "_apart(True)", "<test>", 5.0)
    try:
        return count_lines(conv2d_fast, *args)
    finally:
        conv2d_fast._session.run("_apart(False)\ndel _apart", "<test>", 5.0)


@case(
    "conv2d_fast",
    en="the image with two channels done by hand gives 14 and 17, in a float64 array and not a pair",
    es="la imagen de dos canales hecha a mano da 14 y 17, en un arreglo float64 y no en un par",
)
def fast_by_hand(conv2d_fast):
    expect(
        not isinstance(answer := conv2d_fast(_IMAGE, _KERNEL, np.array([10.0]), 1, 0), tuple),
        en="Return only out, without a cache.",
        es="Devuelve solo out, sin cache.",
    )
    _close(answer, np.array([[[[14.0], [17.0]]]]))
    assert_float64(answer)


@case(
    "conv2d_fast",
    en="a kernel with a single 1 copies the pixels under it, with stride and pad, H ≠ W, KH ≠ KW, C ≠ F",
    es="un núcleo con un solo 1 copia los píxeles que tiene debajo, con paso y relleno, H ≠ W, KH ≠ KW, C ≠ F",
)
def fast_with_a_single_one(conv2d_fast):
    x, b = _random(38, 2, 7, 6, 3), np.array([0.0, 5.0])
    for u, v, c, f in ((0, 0, 0, 0), (2, 1, 2, 1), (1, 0, 1, 0), (0, 1, 2, 0)):
        W = np.zeros((3, 2, 3, 2))
        W[u, v, c, f] = 1.0
        expected = np.zeros((2, 5, 5, 2)) + b
        expected[..., f] += x[:, u : u + 5, v : v + 5, c]
        _close(conv2d_fast(x, W, b, 1, 0), expected)
        _close(conv2d_fast(x, W, b, 2, 0), expected[:, ::2, ::2])
        _close(conv2d_fast(x[:, 1:6, 1:5], W, b, 1, 1)[:, 1:4, 1:4], expected[:, 1:4, 1:4])
    counts = [[0, 0, 0], [2, 6, 4], [1, 3, 2]]
    _close(conv2d_fast(np.ones((1, 3, 4, 1)), np.ones((2, 3, 1, 1)), [0.0], 2, 2), _plane(counts))


@case(
    "conv2d_fast",
    points=2,
    en="the lines of Python it executes do not grow with the batch, the height or the width",
    es="las líneas de Python que ejecuta no crecen con el lote, el alto ni el ancho",
)
def fast_counts_lines(conv2d_fast):
    W, b = _random(42, 3, 2, 2, 4), np.zeros(4)
    few, lines = _lines(conv2d_fast, _random(43, 1, 5, 4, 2), W, b, 1, 1)
    assert_shape(few, (1, 5, 5, 4))
    grown = []
    for shape, en, es in (((9, 5, 4, 2), "9 images instead of 1", "9 imágenes en lugar de 1"),
                          ((1, 21, 4, 2), "21 rows instead of 5", "21 filas en lugar de 5"),
                          ((1, 5, 20, 2), "20 columns instead of 4", "20 columnas en lugar de 4")):  # fmt: skip
        many, more = _lines(conv2d_fast, _random(44, *shape), W, b, 1, 1)
        assert_shape(many, (*shape[:2], shape[2] + 1, 4))
        grown += [(f"{more - lines} more with {en}", f"{more - lines} más con {es}")] if more > lines else []
    expect(
        not grown,
        en=f"It executes more lines of Python, {', '.join(one for one, _ in grown)}: "
        "a loop runs over them, here or in a function it calls.",
        es=f"Ejecuta más líneas de Python, {', '.join(otro for _, otro in grown)}: "
        "un bucle las recorre, aquí o en una función a la que llama.",
    )


@case(
    "conv2d_fast",
    after="fast_counts_lines",
    en="it gives what your conv2d_forward gives, for a batch, many filters, and any stride and pad",
    es="da lo mismo que tu conv2d_forward, con un lote, muchos filtros y cualquier paso y relleno",
)
def fast_equals_forward(conv2d_fast, conv2d_forward):
    _convolution_works(conv2d_forward)
    x, W, b = _random(39, 3, 8, 6, 2), _random(40, 3, 4, 2, 5), _random(41, 5)
    for stride, pad in ((1, 0), (2, 0), (1, 1), (3, 2)):
        expected = _pair(conv2d_forward(x, W, b, stride, pad))[0]
        _close(conv2d_fast(x, W, b, stride, pad), np.asarray(expected, dtype=float))


# count_parameters


@case(
    "count_parameters",
    en="the two layers done by hand: 320 on a grey image, 896 on a colour one",
    es="las dos capas hechas a mano: 320 sobre una imagen gris, 896 sobre una a color",
)
def parameters_by_hand(count_parameters):
    assert_close(count_parameters(3, 1, 32), 320)
    assert_close(count_parameters(3, 3, 32), 896)


@case(
    "count_parameters",
    en="a filter of 1 × 1 on one channel has one weight and one bias, and twice the filters have twice the parameters",
    es="un filtro de 1 × 1 sobre un canal tiene un peso y un sesgo, y el doble de filtros tiene el doble de parámetros",
)
def parameters_per_filter(count_parameters):
    assert_close(count_parameters(1, 1, 1), 2)
    assert_close(count_parameters(1, 1, 7), 14)
    assert_close(count_parameters(4, 5, 6) - 2 * count_parameters(4, 5, 3), 0)


@case(
    "count_parameters",
    en="one more channel brings one more slice of the kernel to each filter; the answer is an int",
    es="un canal más le trae a cada filtro una rebanada más del núcleo; la respuesta es un int",
)
def parameters_per_channel(count_parameters):
    assert_equal(count_parameters(5, 8, 10) - count_parameters(5, 7, 10), 250)
    assert_equal(count_parameters(2, 3, 4), 52)


# build_cnn


@case(
    "build_cnn",
    en="it takes images of 28 × 28 × 1 and gives 10 probabilities for each, which add up to 1",
    es="recibe imágenes de 28 × 28 × 1 y da 10 probabilidades para cada una, que suman 1",
)
def cnn_takes_digits(build_cnn):
    model = build_cnn()
    made = architecture(model)
    for what, got, should in (("input", made.input_shape, (28, 28, 1)), ("output", made.output_shapes[-1], (10,))):
        which = {"input": "entrada", "output": "salida"}[what]
        expect(
            got == should,
            en=f"The model's {what} has shape {got} and should have {should}, without the batch.",
            es=f"La {which} del modelo tiene forma {got} y debería tener {should}, sin el lote.",
        )
    scores = predict(model, np.random.default_rng(45).random((3, 28, 28, 1)))
    expect(
        (scores >= 0).all() and np.allclose(scores.sum(axis=1), 1, atol=1e-4),
        en="The 10 outputs of an image are probabilities: none is negative, and they add up to 1.",
        es="Las 10 salidas de una imagen son probabilidades: ninguna es negativa, y suman 1.",
    )


@case(
    "build_cnn",
    en="it begins with the convolution and the pooling of the table",
    es="empieza con la convolución y la agrupación de la tabla",
)
def cnn_begins(build_cnn):
    made = architecture(build_cnn())
    kinds = [one.kind for one in made.layers[:2]]
    expect(
        kinds == ["Conv2D", "MaxPooling2D"],
        en=f"The first two layers are {', '.join(kinds)}, and should be Conv2D and MaxPooling2D.",
        es=f"Las dos primeras capas son {', '.join(kinds)}, y deberían ser Conv2D y MaxPooling2D.",
    )
    table = (((26, 26, 32), 320), ((13, 13, 32), 0))
    for number, (shape, parameters) in enumerate(table, 1):
        got, count = made.output_shapes[number - 1], made.parameters[number - 1]
        expect(
            (got, count) == (shape, parameters),
            en=f"Layer {number} gives {got} and has {count} parameters; it should give {shape} and have {parameters}.",
            es=f"La capa {number} da {got} y tiene {count} parámetros; debería dar {shape} y tener {parameters}.",
        )


@case(
    "build_cnn",
    points=2,
    en="all the layers of the table, in its order, with their units and activations",
    es="todas las capas de la tabla, en su orden, con sus unidades y activaciones",
)
def cnn_layers(build_cnn):
    assert_layers(
        build_cnn(),
        [
            layer("Conv2D", filters=32, kernel_size=3, strides=1, padding="valid", activation="relu", use_bias=True),
            layer("MaxPooling2D", pool_size=2, strides=2, padding="valid"),
            layer("Flatten"),
            layer("Dense", units=128, activation="relu", use_bias=True),
            layer("Dense", units=10, activation="softmax", use_bias=True),
        ],
        input_shape=(28, 28, 1),
    )


# train_cnn


def _bands(count, seed):
    """Noisy images sorted by class: a bright band, lower for each class. / Una banda clara, más abajo en cada clase."""
    labels = np.sort(np.arange(count) % 10)
    images = 0.5 * np.random.default_rng(seed).random((count, 28, 28, 1))
    for image, label in zip(images, labels, strict=True):
        image[4 + 2 * label : 6 + 2 * label, 4:24] += 0.4
    return images, labels


@case(
    "train_cnn",
    seconds=60,
    en="it returns the model that it received, compiled with a loss that fits, and trained; X and y stay as they are",
    es="devuelve el modelo que recibió, compilado con una pérdida adecuada y entrenado; X e y quedan como están",
)
def training_returns_the_model(train_cnn, build_cnn):
    X, y = _bands(20, 46)
    model = build_cnn()
    before = trained_weights(model)
    trained = assert_unchanged(train_cnn, model, X, y)
    after = trained_weights(trained)
    assert_compiled(trained, loss=("sparse_categorical_crossentropy", "categorical_crossentropy"))
    expect(
        any(not np.array_equal(a, b) for a, b in zip(before, after, strict=True)),
        en="The model that came back has the same weights as before: it was not trained.",
        es="El modelo que volvió tiene los mismos pesos que antes: no se entrenó.",
    )
    expect(
        all(np.array_equal(a, b) for a, b in zip(after, trained_weights(model), strict=True)),
        en="The model that came back is not the one that was given.",
        es="El modelo que volvió no es el que se le dio.",
    )


@case(
    "train_cnn",
    points=2,
    seconds=60,
    en="it learns to find a bright band, from 300 images from 0 to 1 sorted by class, and is tried on new ones",
    es="aprende a encontrar una banda clara, con 300 imágenes de 0 a 1 ordenadas por clase, y se prueba con nuevas",
)
def training_finds_bands(train_cnn, build_cnn):
    trained = train_cnn(build_cnn(), *_bands(300, 47))
    X, y = _bands(100, 48)
    assert_accuracy(predict(trained, X), y, at_least=0.9)


@case(
    "train_cnn",
    seconds=60,
    en="labels of any kind of integer are welcome, also when there are fewer images than a batch",
    es="acepta etiquetas de cualquier tipo de entero, también cuando hay menos imágenes que un lote",
)
def training_on_few_images(train_cnn, build_cnn):
    X, y = _bands(7, 49)
    scores = predict(train_cnn(build_cnn(), X.astype(np.float32), y.astype(np.uint8)), X)
    assert_shape(scores, (7, 10))
