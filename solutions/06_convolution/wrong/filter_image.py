"""Wrong answers to filter_image."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _arrays(image, kernel):
    return np.asarray(image, dtype=float), np.asarray(kernel, dtype=float)


def _filtered(image, kernel):
    rows, columns = image.shape[0] - kernel.shape[0] + 1, image.shape[1] - kernel.shape[1] + 1
    out = np.zeros((rows, columns))
    for u in range(kernel.shape[0]):
        for v in range(kernel.shape[1]):
            out += kernel[u, v] * image[u : u + rows, v : v + columns]
    return out


@misconception(
    en="You turn the kernel by 180 degrees, as mathematicians do: here the kernel is not turned.",
    es="Giras el núcleo 180 grados, como en matemática: aquí el núcleo no se gira.",
)
def turns_the_kernel(image, kernel):
    image, kernel = _arrays(image, kernel)
    return _filtered(image, kernel[::-1, ::-1])


@misconception(
    en="You transpose the kernel: its rows go over the rows of the image.",
    es="Transpones el núcleo: sus filas van sobre las filas de la imagen.",
)
def transposes_the_kernel(image, kernel):
    image, kernel = _arrays(image, kernel)
    return _filtered(image, kernel.T)


@misconception(
    en="You add a frame of zeros to keep the size: the text asks for no padding.",
    es="Agregas un marco de ceros para conservar el tamaño: el texto pide sin relleno.",
)
def keeps_the_size(image, kernel):
    image, kernel = _arrays(image, kernel)
    up, left = kernel.shape[0] // 2, kernel.shape[1] // 2
    return _filtered(np.pad(image, ((up, up), (left, left))), kernel)


@misconception(
    en="You take the mean of the products: the answer at each place is their sum.",
    es="Promedias los productos: la respuesta en cada lugar es su suma.",
)
def takes_the_mean(image, kernel):
    image, kernel = _arrays(image, kernel)
    return _filtered(image, kernel) / kernel.size


@misconception(
    en="You take absolute values: the sign says from which side the brightness comes.",
    es="Tomas valores absolutos: el signo dice de qué lado viene el brillo.",
)
def drops_the_sign(image, kernel):
    image, kernel = _arrays(image, kernel)
    return np.abs(_filtered(image, kernel))


@misconception(
    en="You cut negative answers to 0: that is a ReLU, and it comes later.",
    es="Recortas a 0 las respuestas negativas: eso es una ReLU, y viene después.",
)
def clips_negatives(image, kernel):
    image, kernel = _arrays(image, kernel)
    return np.maximum(_filtered(image, kernel), 0)


@misconception(
    en="You leave out the last place of each axis: a window fits in n - k + 1 places, not n - k.",
    es="Dejas fuera el último lugar de cada eje: una ventana cabe en n - k + 1 lugares, no en n - k.",
)
def misses_the_last_place(image, kernel):
    image, kernel = _arrays(image, kernel)
    return _filtered(image, kernel)[:-1, :-1]


@misconception(
    en="You use the kernel's height for both of its sides: a kernel need not be square.",
    es="Usas el alto del núcleo para sus dos lados: un núcleo puede no ser cuadrado.",
)
def square_windows(image, kernel):
    image, kernel = _arrays(image, kernel)
    side = kernel.shape[0]
    out = np.zeros((image.shape[0] - side + 1, image.shape[1] - side + 1))
    for i, j in np.ndindex(out.shape):
        out[i, j] = np.sum(image[i : i + side, j : j + side] * kernel)
    return out


@misconception(
    en="You use a matrix product: pixels and kernel are multiplied one by one.",
    es="Usas un producto de matrices: los píxeles y el núcleo se multiplican uno a uno.",
)
def matrix_product(image, kernel):
    image, kernel = _arrays(image, kernel)
    height, width = kernel.shape
    out = np.zeros((image.shape[0] - height + 1, image.shape[1] - width + 1))
    for i, j in np.ndindex(out.shape):
        out[i, j] = np.sum(image[i : i + height, j : j + width] @ kernel.T)
    return out


@misconception(
    en="You jump by the size of the kernel: the stride is 1 and windows overlap.",
    es="Saltas el tamaño del núcleo: el paso es 1 y las ventanas se traslapan.",
)
def tiles(image, kernel):
    image, kernel = _arrays(image, kernel)
    return _filtered(image, kernel)[:: kernel.shape[0], :: kernel.shape[1]]
