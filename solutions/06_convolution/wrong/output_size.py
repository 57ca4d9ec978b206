"""Wrong answers to output_size."""

from __future__ import annotations

import math

from autograder import misconception


def _fits(n, kernel, pad):
    if kernel > n + 2 * pad:
        raise ValueError("the kernel does not fit")


@misconception(
    en="You round up: a window that does not fit whole does not count.",
    es="Redondeas hacia arriba: una ventana que no cabe entera no cuenta.",
)
def rounds_up(n, kernel, stride, pad):
    _fits(n, kernel, pad)
    return math.ceil((n + 2 * pad - kernel) / stride) + 1


@misconception(
    en="You round to the nearest: a window that does not fit whole does not count, so round down.",
    es="Redondeas al más cercano: una ventana que no cabe entera no cuenta, así que se redondea hacia abajo.",
)
def rounds_to_nearest(n, kernel, stride, pad):
    _fits(n, kernel, pad)
    return int((n + 2 * pad - kernel) / stride + 0.5) + 1


@misconception(
    en="You forget the place at the start: a window that fits exactly has one place, not zero.",
    es="Olvidas el lugar del comienzo: una ventana que cabe justo tiene un lugar, no cero.",
)
def forgets_the_first(n, kernel, stride, pad):
    _fits(n, kernel, pad)
    return (n + 2 * pad - kernel) // stride


@misconception(
    en="You count the pad once: there are zeros at both ends of the axis.",
    es="Cuentas el relleno una sola vez: hay ceros en los dos extremos del eje.",
)
def pads_one_end(n, kernel, stride, pad):
    if kernel > n + pad:
        raise ValueError("the kernel does not fit")
    return (n + pad - kernel) // stride + 1


@misconception(
    en="You leave the padding out: the window walks over the axis with its zeros.",
    es="Dejas fuera el relleno: la ventana recorre el eje con sus ceros.",
)
def ignores_pad(n, kernel, stride, pad):
    _fits(n, kernel, 0)
    return (n - kernel) // stride + 1


@misconception(
    en="You leave the stride out: the window jumps that many pixels each time.",
    es="Dejas fuera el paso: la ventana salta esa cantidad de píxeles cada vez.",
)
def ignores_stride(n, kernel, stride, pad):
    _fits(n, kernel, pad)
    return n + 2 * pad - kernel + 1


@misconception(
    en="You return a float: a number of places is an int, and half a place does not exist.",
    es="Devuelves un float: una cantidad de lugares es un int, y no existe medio lugar.",
)
def exact_quotient(n, kernel, stride, pad):
    _fits(n, kernel, pad)
    return (n + 2 * pad - kernel) / stride + 1


@misconception(
    en="You return a number even when no window fits: the text asks for a ValueError.",
    es="Devuelves un número aunque no quepa ninguna ventana: el texto pide un ValueError.",
)
def never_refuses(n, kernel, stride, pad):
    return (n + 2 * pad - kernel) // stride + 1


@misconception(
    en="You compare the kernel with the axis without its padding: with padding, a larger kernel may fit.",
    es="Comparas el núcleo con el eje sin su relleno: con relleno puede caber un núcleo más grande.",
)
def refuses_too_early(n, kernel, stride, pad):
    if kernel > n:
        raise ValueError("the kernel does not fit")
    return (n + 2 * pad - kernel) // stride + 1


@misconception(
    en="You refuse a kernel that fits exactly: it has one place.",
    es="Rechazas un núcleo que cabe justo: tiene un lugar.",
)
def refuses_an_exact_fit(n, kernel, stride, pad):
    if kernel >= n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return (n + 2 * pad - kernel) // stride + 1


@misconception(
    en="You return 0 when no window fits: the text asks for a ValueError, so that the mistake shows where it happens.",
    es="Devuelves 0 cuando no cabe ninguna ventana: el texto pide un ValueError, para que el error se vea donde ocurre.",
)
def answers_zero(n, kernel, stride, pad):
    return max(0, (n + 2 * pad - kernel) // stride + 1)


@misconception(
    en="You raise another kind of error: the text asks for a ValueError.",
    es="Lanzas otro tipo de error: el texto pide un ValueError.",
)
def asserts(n, kernel, stride, pad):
    assert kernel <= n + 2 * pad, "the kernel does not fit"
    return (n + 2 * pad - kernel) // stride + 1
