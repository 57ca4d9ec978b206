"""Wrong answers to relu."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _array(x):
    return np.array(x, dtype=np.float64)


@misconception(
    en="You drop the minus sign of negative inputs: ReLU turns them into 0, not into positive numbers.",
    es="Les quitas el signo a las entradas negativas: ReLU las convierte en 0, no en números positivos.",
)
def drops_the_sign(x):
    return np.abs(_array(x))


@misconception(
    en="You keep the negative half and erase the positive one: it is the other way round.",
    es="Conservas la mitad negativa y borras la positiva: es al revés.",
)
def keeps_the_negative_half(x):
    return np.minimum(_array(x), 0.0)


@misconception(
    en="You return 1 for positive inputs: that is ReLU's slope. Its value there is x itself.",
    es="Devuelves 1 para las entradas positivas: esa es la pendiente de ReLU. Su valor ahí es la propia x.",
)
def returns_the_slope(x):
    return (_array(x) > 0).astype(np.float64)


@misconception(
    en="You use Python's own max, which compares two whole objects and picks one; here each entry is compared with 0.",
    es="Usas el max de Python, que compara dos objetos completos y elige uno; aquí cada valor se compara con 0.",
)
def compares_whole_objects(x):
    return max(0.0, _array(x))


@misconception(
    en="You write the zeros into x itself: the caller still needs x to compute the gradient. Work on a copy.",
    es="Escribes los ceros en la propia x: quien llama aún la necesita para calcular el gradiente. Trabaja en una copia.",
)
def writes_into_x(x):
    x = np.asarray(x, dtype=np.float64)
    x[x < 0] = 0.0
    return x


@misconception(
    en="You select the positive entries, so the others disappear and the shape is lost: they must stay, as 0.",
    es="Seleccionas los valores positivos, así que los demás desaparecen y se pierde la forma: deben quedarse, como 0.",
)
def removes_entries(x):
    x = _array(x)
    return x[x > 0]


@misconception(
    en="Integers go in and integers come out: the answer must be float64 whatever the type of x.",
    es="Entran enteros y salen enteros: la respuesta debe ser float64 sea cual sea el tipo de x.",
)
def stays_in_integers(x):
    return np.maximum(x, 0)


@misconception(
    en="You assume that x is an array: a list is also legal, so turn x into an array first.",
    es="Supones que x es un arreglo: una lista también es válida, así que primero conviértela en arreglo.",
)
def needs_an_array(x):
    return x * (x > 0.0) + 0.0


@misconception(
    en="You let a little of the negative side through: that is leaky ReLU. Here negative inputs give exactly 0.",
    es="Dejas pasar un poco del lado negativo: eso es la ReLU con fuga. Aquí las entradas negativas dan exactamente 0.",
)
def leaks(x):
    x = _array(x)
    return np.where(x > 0, x, 0.01 * x)


@misconception(
    en="You put a ceiling at 1: ReLU has no upper limit; large inputs pass as they are.",
    es="Pones un techo en 1: ReLU no tiene límite superior; las entradas grandes pasan tal cual.",
)
def has_a_ceiling(x):
    return np.clip(_array(x), 0.0, 1.0)


@misconception(
    en="You decide once for the whole array: each entry has to be decided on its own.",
    es="Decides una sola vez para todo el arreglo: cada valor se decide por separado.",
)
def decides_once(x):
    x = _array(x)
    return x if x.sum() > 0 else np.zeros_like(x)


@misconception(
    en="Your loops walk over rows and columns only: x may have any number of axes.",
    es="Tus bucles solo recorren filas y columnas: x puede tener cualquier número de ejes.",
)
def rows_and_columns_only(x):
    x = _array(x)
    rows, columns = x.shape
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = max(0.0, x[i, j])
    return out


@misconception(
    en="You shift all entries until none is negative: ReLU leaves positive entries where they are.",
    es="Desplazas todos los valores hasta que ninguno sea negativo: ReLU deja los positivos donde están.",
)
def shifts_everything(x):
    x = _array(x)
    return x - min(x.min(), 0.0)


@misconception(
    en="You compute softplus, a rounded ReLU: at 0 it gives ln 2, while ReLU gives exactly 0.",
    es="Calculas softplus, una ReLU redondeada: en 0 da ln 2, mientras que ReLU da exactamente 0.",
)
def rounds_the_corner(x):
    return np.logaddexp(0.0, _array(x))
