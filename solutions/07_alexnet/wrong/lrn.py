"""Wrong answers to lrn."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _energy(x, before, after):
    """The sum of squares from `before` channels to the left up to `after` channels to the right."""
    n = x.shape[-1]
    parts = [np.square(x[..., max(0, c - before) : c + after + 1]).sum(axis=-1) for c in range(n)]
    return np.stack(parts, axis=-1)


def _floats(x):
    return np.array(x, dtype=np.float64)


@misconception(
    en="You divide alpha by the size of the window, as Caffe and PyTorch do. The paper, TensorFlow and this course do not.",
    es="Divides alpha entre el tamaño de la ventana, como Caffe y PyTorch. El artículo, TensorFlow y este curso no.",
)
def divides_alpha_by_n(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / (k + alpha / (2 * depth_radius + 1) * _energy(x, depth_radius, depth_radius)) ** beta


@misconception(
    en="You take depth_radius for the whole window. It counts the channels on each side: radius 2 is a window of 5.",
    es="Tomas depth_radius como la ventana entera. Cuenta los canales a cada lado: radio 2 es una ventana de 5.",
)
def radius_as_window(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / (k + alpha * _energy(x, depth_radius // 2, depth_radius // 2)) ** beta


@misconception(
    en="Your window ends one channel too early: a slice does not include its end.",
    es="Tu ventana termina un canal antes: un corte no incluye su extremo final.",
)
def ends_too_early(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / (k + alpha * _energy(x, depth_radius, depth_radius - 1)) ** beta


@misconception(
    en="You look only at the channels before: the window has depth_radius channels on both sides.",
    es="Miras solo los canales anteriores: la ventana tiene depth_radius canales a ambos lados.",
)
def only_backwards(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / (k + alpha * _energy(x, depth_radius, 0)) ** beta


@misconception(
    en="You leave the channel itself out of its window: its own square belongs in the sum.",
    es="Dejas al propio canal fuera de su ventana: su cuadrado también va en la suma.",
)
def leaves_itself_out(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / (k + alpha * (_energy(x, depth_radius, depth_radius) - x**2)) ** beta


@misconception(
    en="Your window wraps around: the first channel sees the last ones. It must be cut at the ends.",
    es="Tu ventana da la vuelta: el primer canal ve a los últimos. Debe cortarse en los extremos.",
)
def wraps_around(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    energy = sum(np.roll(x**2, shift, axis=-1) for shift in range(-depth_radius, depth_radius + 1))
    return x / (k + alpha * energy) ** beta


@misconception(
    en="You let the window's start go below 0, and a negative start counts from the end: the first channels lose their window.",
    es="Dejas que el inicio de la ventana baje de 0, y un inicio negativo cuenta desde el final: los primeros canales pierden su ventana.",
)
def negative_start(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    out = np.empty_like(x)
    for c in range(x.shape[-1]):
        energy = np.square(x[..., c - depth_radius : c + depth_radius + 1]).sum(axis=-1)
        out[..., c] = x[..., c] / (k + alpha * energy) ** beta
    return out


@misconception(
    en="You fill the ends with copies of the last channel: beyond the ends there is nothing to add.",
    es="Rellenas los extremos con copias del último canal: más allá de los extremos no hay nada que sumar.",
)
def repeats_the_ends(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    n = x.shape[-1]
    padded = np.pad(x**2, [(0, 0)] * (x.ndim - 1) + [(depth_radius, depth_radius)], mode="edge")
    return x / (k + alpha * sum(padded[..., s : s + n] for s in range(2 * depth_radius + 1))) ** beta


@misconception(
    en="You put the neighbours along the width of the image. They are channels: the last axis.",
    es="Pones a los vecinos a lo ancho de la imagen. Son canales: el último eje.",
)
def across_the_width(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    axis = max(x.ndim - 2, 0)
    moved = np.moveaxis(x, axis, -1)
    return np.moveaxis(moved / (k + alpha * _energy(moved, depth_radius, depth_radius)) ** beta, -1, axis)


@misconception(
    en="You look for the channels on the second axis, where PyTorch has them. Here they are on the last one.",
    es="Buscas los canales en el segundo eje, donde los tiene PyTorch. Aquí están en el último.",
)
def channels_second(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    axis = min(1, x.ndim - 1)
    moved = np.moveaxis(x, axis, -1)
    return np.moveaxis(moved / (k + alpha * _energy(moved, depth_radius, depth_radius)) ** beta, -1, axis)


@misconception(
    en="You add up all the channels: only those within depth_radius count.",
    es="Sumas todos los canales: solo cuentan los que están a depth_radius o menos.",
)
def all_the_channels(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / (k + alpha * np.square(x).sum(axis=-1, keepdims=True)) ** beta


@misconception(
    en="You take the square root, whatever beta says.",
    es="Sacas la raíz cuadrada, diga lo que diga beta.",
)
def always_the_root(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / np.sqrt(k + alpha * _energy(x, depth_radius, depth_radius))


@misconception(
    en="You write k = 1 into your function: use the k that comes in.",
    es="Escribes k = 1 dentro de tu función: usa el k que llega.",
)
def ignores_k(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / (1.0 + alpha * _energy(x, depth_radius, depth_radius)) ** beta


@misconception(
    en="You write AlexNet's numbers into your function: use the arguments, whatever their values.",
    es="Escribes los números de AlexNet dentro de tu función: usa los argumentos, valgan lo que valgan.",
)
def only_alexnet(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / (2.0 + 1e-4 * _energy(x, 2, 2)) ** 0.75


@misconception(
    en="You raise only the sum to beta. The k is inside the parentheses too.",
    es="Elevas a beta solo la suma. El k también va dentro del paréntesis.",
)
def k_outside_the_power(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / (k + (alpha * _energy(x, depth_radius, depth_radius)) ** beta)


@misconception(
    en="You multiply k by alpha as well: only the sum has that factor.",
    es="Multiplicas también k por alpha: solo la suma lleva ese factor.",
)
def alpha_times_everything(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / (alpha * (k + _energy(x, depth_radius, depth_radius)) + 1e-30) ** beta


@misconception(
    en="You add the absolute values of the neighbours: their squares are to be added.",
    es="Sumas los valores absolutos de los vecinos: hay que sumar sus cuadrados.",
)
def forgets_the_squares(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x / (k + alpha * _energy(np.sqrt(np.abs(x)), depth_radius, depth_radius)) ** beta


@misconception(
    en="You square the sum of the neighbours: first square, then add.",
    es="Elevas al cuadrado la suma de los vecinos: primero el cuadrado, después la suma.",
)
def squares_the_sum(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    sums = [x[..., max(0, c - depth_radius) : c + depth_radius + 1].sum(axis=-1) for c in range(x.shape[-1])]
    return x / (k + alpha * np.square(np.stack(sums, axis=-1))) ** beta


@misconception(
    en="You multiply by the power instead of dividing by it: loud neighbours must turn a channel down.",
    es="Multiplicas por la potencia en vez de dividir entre ella: los vecinos fuertes deben bajarle el volumen a un canal.",
)
def multiplies(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    return x * (k + alpha * _energy(x, depth_radius, depth_radius)) ** beta


@misconception(
    en="You normalise in place: later channels see neighbours that are already divided, and the caller's x changes.",
    es="Normalizas sobre la propia x: los canales siguientes ven vecinos ya divididos, y cambia la x de quien llama.",
)
def normalises_in_place(x, depth_radius, k, alpha, beta):
    x = np.asarray(x, dtype=np.float64)
    for c in range(x.shape[-1]):
        window = x[..., max(0, c - depth_radius) : c + depth_radius + 1]
        x[..., c] /= (k + alpha * np.square(window).sum(axis=-1)) ** beta
    return x


@misconception(
    en="You expect four axes: x may also be one image, or one pixel.",
    es="Esperas cuatro ejes: x también puede ser una imagen, o un píxel.",
)
def four_axes_only(x, depth_radius, k, alpha, beta):
    x = _floats(x)
    n, h, w, c = x.shape
    return x / (k + alpha * _energy(x, depth_radius, depth_radius)) ** beta


@misconception(
    en="You store the answer in an array of x's own type: with integers all its decimals are lost.",
    es="Guardas la respuesta en un arreglo del mismo tipo que x: con enteros se pierden todos los decimales.",
)
def keeps_integers(x, depth_radius, k, alpha, beta):
    x = np.asarray(x)
    out = np.empty_like(x)
    out[...] = x / (k + alpha * _energy(x.astype(float), depth_radius, depth_radius)) ** beta
    return out
