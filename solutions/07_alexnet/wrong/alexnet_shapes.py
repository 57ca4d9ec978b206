"""Wrong answers to alexnet_shapes."""

from __future__ import annotations

import math

from autograder import misconception


def _down(size, window, stride, border):
    return (size + 2 * border - window) // stride + 1


def _up(size, window, stride, border):
    return math.ceil((size + 2 * border - window) / stride) + 1


def _layers(conv=_down, pool=_down, first=(11, 4, 0), pools=(3, 2), second=2, thin=1, filters=(96, 256, 384, 384, 256)):
    def run(size):
        found, channels = [], 3
        for number, (window, stride, border) in enumerate((first, (5, 1, second), *[(3, 1, thin)] * 3), 1):
            size, channels = conv(size, window, stride, border), filters[number - 1]
            found.append((f"conv{number}", (size, size, channels)))
            if number in (1, 2, 5):
                size = pool(size, *pools, 0)
                found.append((f"pool{number}", (size, size, channels)))
        return [*found, ("fc6", (4096,)), ("fc7", (4096,)), ("fc8", (1000,))]

    return run


@misconception(
    en="You pad conv1. It has no padding: at 227 it gives 55, not 57.",
    es="Le pones relleno a conv1. No lleva: con 227 da 55, no 57.",
)
def same_first_convolution(input_size):
    return _layers(conv=lambda n, k, s, p: math.ceil(n / s) if k == 11 else _down(n, k, s, p))(input_size)


@misconception(
    en="You pad conv1 by 2, as the torchvision version does. The paper's network has no padding there.",
    es="Le pones relleno 2 a conv1, como la versión de torchvision. La red del artículo no lleva relleno ahí.",
)
def torchvision_padding(input_size):
    return _layers(first=(11, 4, 2))(input_size)


@misconception(
    en="You describe the torchvision version, with 64, 192, 384, 256 and 256 filters. The paper has 96, 256, 384, 384, 256.",
    es="Describes la versión de torchvision, con 64, 192, 384, 256 y 256 filtros. El artículo tiene 96, 256, 384, 384, 256.",
)
def torchvision_filters(input_size):
    return _layers(first=(11, 4, 2), filters=(64, 192, 384, 256, 256))(input_size)


@misconception(
    en="You round up. At 227 nobody notices; at 231 you count a window that does not fit whole.",
    es="Redondeas hacia arriba. Con 227 no se nota; con 231 cuentas una ventana que no cabe entera.",
)
def rounds_up(input_size):
    return _layers(conv=_up, pool=_up)(input_size)


@misconception(
    en="Your poolings round up, as Caffe's do. At 227 nobody notices; here a window that does not fit whole does not count.",
    es="Tus agrupaciones redondean hacia arriba, como las de Caffe. Con 227 no se nota; aquí una ventana que no cabe entera no cuenta.",
)
def pooling_rounds_up(input_size):
    return _layers(pool=_up)(input_size)


@misconception(
    en="You pool in windows of 2 × 2. At 227 the sizes agree by chance; AlexNet's windows are 3 × 3 with stride 2, and overlap.",
    es="Agrupas en ventanas de 2 × 2. Con 227 los tamaños coinciden por azar; las ventanas de AlexNet son de 3 × 3 con paso 2, y se traslapan.",
)
def two_by_two_pooling(input_size):
    return _layers(pools=(2, 2))(input_size)


@misconception(
    en="You pool with stride 3, the window's size. AlexNet's windows overlap: stride 2.",
    es="Agrupas con paso 3, el tamaño de la ventana. Las ventanas de AlexNet se traslapan: paso 2.",
)
def pooling_without_overlap(input_size):
    return _layers(pools=(3, 3))(input_size)


@misconception(
    en="You forget the + 1: from the first place to the last there is one more place than steps.",
    es="Olvidas el + 1: del primer lugar al último hay un lugar más que pasos.",
)
def forgets_plus_one(input_size):
    def less(n, k, s, p):
        return (n + 2 * p - k) // s

    return _layers(conv=less, pool=less)(input_size)


@misconception(
    en="You forget the padding of conv2: it keeps the size.",
    es="Olvidas el relleno de conv2: conserva el tamaño.",
)
def second_without_padding(input_size):
    return _layers(second=0)(input_size)


@misconception(
    en="You forget the padding of conv3, conv4 and conv5: they keep the size.",
    es="Olvidas el relleno de conv3, conv4 y conv5: conservan el tamaño.",
)
def third_without_padding(input_size):
    return _layers(thin=0)(input_size)


@misconception(
    en="You count the padding once: it is added on both sides.",
    es="Cuentas el relleno una sola vez: se agrega en ambos lados.",
)
def padding_once(input_size):
    return _layers(conv=lambda n, k, s, p: (n + p - k) // s + 1)(input_size)


@misconception(
    en="You always answer for 227 × 227: use input_size.",
    es="Siempre respondes para 227 × 227: usa input_size.",
)
def always_227(input_size):
    return _layers()(227)


@misconception(
    en="You put the batch into the shapes: here a shape has no batch axis.",
    es="Pones el lote en las formas: aquí una forma no lleva el eje del lote.",
)
def with_the_batch(input_size):
    return [(name, (None, *shape)) for name, shape in _layers()(input_size)]


@misconception(
    en="You put the channels first, as PyTorch does. Here they are last: (height, width, channels).",
    es="Pones los canales primero, como PyTorch. Aquí van al final: (alto, ancho, canales).",
)
def channels_first(input_size):
    return [(name, (shape[-1], *shape[:-1])) for name, shape in _layers()(input_size)]


@misconception(
    en="Your sizes are floats: divide with //, which gives whole numbers and rounds down.",
    es="Tus tamaños son floats: divide con //, que da números enteros y redondea hacia abajo.",
)
def decimal_sizes(input_size):
    def true_division(n, k, s, p):
        return (n + 2 * p - k) / s + 1

    return _layers(conv=true_division, pool=true_division)(input_size)


@misconception(
    en="You leave the poolings out of the list: what comes out of them is asked too.",
    es="Dejas las agrupaciones fuera de la lista: también se pide lo que sale de ellas.",
)
def without_poolings(input_size):
    return [pair for pair in _layers()(input_size) if not pair[0].startswith("pool")]


@misconception(
    en="You list the 9,216 numbers that go into fc6. What is asked is what comes out: 4096.",
    es="Anotas los 9,216 números que entran en fc6. Se pide lo que sale: 4096.",
)
def inputs_of_the_dense_layers(input_size):
    found = _layers()(input_size)
    side = found[7][1][0]
    return [*found[:8], ("fc6", (side * side * 256,)), ("fc7", (4096,)), ("fc8", (4096,))]


@misconception(
    en="You write the dense shapes as plain numbers: (4096) is 4096. With a comma, (4096,), it is a shape.",
    es="Escribes las formas densas como simples números: (4096) es 4096. Con una coma, (4096,), es una forma.",
)
def dense_without_comma(input_size):
    return [(name, shape if len(shape) > 1 else shape[0]) for name, shape in _layers()(input_size)]


@misconception(
    en="You number the poolings 1, 2, 3: here each one is named after the convolution before it, so the last is pool5.",
    es="Numeras las agrupaciones 1, 2, 3: aquí cada una lleva el número de la convolución anterior, así que la última es pool5.",
)
def third_pooling(input_size):
    return [("pool3" if name == "pool5" else name, shape) for name, shape in _layers()(input_size)]


@misconception(
    en="Your pooling halves the channels too: it works in each channel by itself.",
    es="Tu agrupación también deja la mitad de los canales: actúa en cada canal por separado.",
)
def pooling_halves_channels(input_size):
    return [(n, (*s[:2], s[2] // 2) if n.startswith("pool") else s) for n, s in _layers()(input_size)]


@misconception(
    en="You give every convolution stride 4: only conv1 has it.",
    es="Le das paso 4 a todas las convoluciones: solo conv1 lo tiene.",
)
def stride_four_everywhere(input_size):
    return _layers(conv=lambda n, k, s, p: max(1, (n + 2 * p - k) // 4 + 1), pool=lambda n, *rest: max(1, _down(n, *rest)))(
        input_size
    )
