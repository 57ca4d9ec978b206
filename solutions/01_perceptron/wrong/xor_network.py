import numpy as np

from autograder import misconception


@misconception(
    en="Your network computes OR: with both inputs at 1, XOR answers 0.",
    es="Tu red calcula OR: con ambas entradas en 1, XOR responde 0.",
)
def computes_or():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([1.0, 1.0]), -0.5


@misconception(
    en="Your network computes NAND: with both inputs at 0, XOR answers 0.",
    es="Tu red calcula NAND: con ambas entradas en 0, XOR responde 0.",
)
def computes_nand():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([1.0, -3.0]), 1.5


@misconception(
    en="Your network answers the opposite of XOR. Turn the output unit around.",
    es="Tu red responde lo contrario de XOR. Invierte la unidad de salida.",
)
def computes_the_opposite():
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5]), np.array([-1.0, -1.0]), 1.5


@misconception(
    en="Your network computes AND: OR and AND together are still AND. One hidden unit must say *not* both.",
    es="Tu red calcula AND: OR y AND juntos siguen siendo AND. Una unidad oculta debe decir que *no* son ambos.",
)
def joins_or_with_and():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([1.0, 1.0]), -1.5


@misconception(
    en="A border of yours touches a point, and you count on z > 0. A sum of exactly 0 answers 1: leave some room.",
    es="Un borde tuyo toca un punto, y cuentas con z > 0. Una suma de exactamente 0 responde 1: deja algo de espacio.",
)
def made_for_strictly_greater():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.0]), np.array([1.0, -1.0]), -0.5


@misconception(
    en="This is the well-known solution with ReLU units. Yours are step units, which forget the size of the sum.",
    es="Esta es la conocida solución con unidades ReLU. Las tuyas son escalones, que olvidan el tamaño de la suma.",
)
def made_for_relu():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -1.0]), np.array([1.0, -2.0]), 0.0


@misconception(
    en="You wrote W1 with one row per unit. Column j belongs to hidden unit j: its shape is (2, H).",
    es="Escribiste W1 con una fila por unidad. La columna j es de la unidad oculta j: su forma es (2, H).",
)
def one_row_per_unit():
    return np.array([[1.0, 1.0], [-1.0, -1.0]]), np.array([-0.5, 1.5]), np.array([1.0, 1.0]), -1.5


@misconception(
    en="All your weights are zero: every hidden unit sees the same, and every point gets the same answer.",
    es="Todos tus pesos son cero: cada unidad oculta ve lo mismo, y cada punto recibe la misma respuesta.",
)
def all_zeros():
    return np.zeros((2, 2)), np.zeros(2), np.zeros(2), 0.0


@misconception(
    en="Your two hidden units are the same line twice. Two different lines are needed.",
    es="Tus dos unidades ocultas son la misma recta dos veces. Se necesitan dos rectas distintas.",
)
def the_same_unit_twice():
    return np.array([[1.0, 2.0], [1.0, 2.0]]), np.array([-0.5, -1.0]), np.array([1.0, 1.0]), -1.5


@misconception(
    en="Your W2 is a column (H, 1), or b2 is an array. There is one output: W2 is (H,) and b2 is a number.",
    es="Tu W2 es una columna (H, 1), o b2 es un arreglo. Hay una sola salida: W2 es (H,) y b2 es un número.",
)
def output_as_a_column():
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5]), np.array([[1.0], [1.0]]), np.array([-1.5])
