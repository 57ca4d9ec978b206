import numpy as np

from autograder import misconception


@misconception(
    en="You ask for z > 0. A tie, z exactly 0, must give 1.",
    es="Pides z > 0. Un empate, z exactamente 0, debe dar 1.",
)
def strictly_greater(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


@misconception(
    en="You give a half to z = 0. The answer is yes or no, and a tie counts as yes.",
    es="Le das un medio a z = 0. La respuesta es sí o no, y un empate cuenta como sí.",
)
def half_on_the_border(z):
    return (np.sign(np.asarray(z, dtype=float)) + 1) / 2


@misconception(
    en="You answer -1 for no. In this notebook the two answers are 0 and 1.",
    es="Respondes -1 para el no. En este cuaderno las dos respuestas son 0 y 1.",
)
def minus_one_for_no(z):
    return np.where(np.asarray(z) >= 0, 1.0, -1.0)


@misconception(
    en="You keep the size of positive numbers, as ReLU does. The step forgets the size: every positive number gives 1.",
    es="Conservas el tamaño de los positivos, como ReLU. El escalón olvida el tamaño: todo positivo da 1.",
)
def keeps_the_size(z):
    return np.maximum(z, 0.0)


@misconception(
    en="You cut z to between 0 and 1, so small positive numbers stay small. The step jumps at 0: it has no ramp.",
    es="Recortas z entre 0 y 1, así los positivos pequeños siguen pequeños. El escalón salta en 0: no tiene rampa.",
)
def ramp(z):
    return np.clip(np.asarray(z, dtype=float), 0.0, 1.0)


@misconception(
    en="You put the border at 0.5. That is for probabilities; z is a sum, and its border is 0.",
    es="Pones el borde en 0.5. Eso es para probabilidades; z es una suma, y su borde es 0.",
)
def border_at_a_half(z):
    return np.where(np.asarray(z) >= 0.5, 1.0, 0.0)


@misconception(
    en="You have the two sides swapped: positive numbers must give 1 and negative ones 0.",
    es="Tienes los dos lados cambiados: los positivos deben dar 1 y los negativos 0.",
)
def sides_swapped(z):
    return np.where(np.asarray(z) <= 0, 1.0, 0.0)


@misconception(
    en="You return True and False, the result of a comparison. Convert it to the float64 numbers 1.0 and 0.0.",
    es="Devuelves True y False, el resultado de una comparación. Conviértelo en los números float64 1.0 y 0.0.",
)
def returns_booleans(z):
    return np.asarray(z) >= 0


@misconception(
    en="You return integers. The answers are float64, whatever the type of z.",
    es="Devuelves enteros. Las respuestas son float64, sea cual sea el tipo de z.",
)
def returns_integers(z):
    return np.where(np.asarray(z) >= 0, 1, 0)


@misconception(
    en="You write the answers into z itself, so the caller loses their numbers. Make a new array.",
    es="Escribes las respuestas dentro de z, y quien llamó pierde sus números. Crea un arreglo nuevo.",
)
def writes_into_its_argument(z):
    z = np.asarray(z) if np.asarray(z).dtype == float else np.array(z, dtype=float)
    yes = z >= 0
    z[~yes] = 0.0
    z[yes] = 1.0
    return z


@misconception(
    en="You use a plain `if` on z, which only works for one number. Each item of an array needs its own decision.",
    es="Usas un `if` simple sobre z, que solo sirve para un número. Cada elemento de un arreglo necesita su decisión.",
)
def only_single_numbers(z):
    if z >= 0:
        return 1.0
    return 0.0


@misconception(
    en="You give one answer for the whole array. Each item needs its own.",
    es="Das una sola respuesta para todo el arreglo. Cada elemento necesita la suya.",
)
def one_answer_for_all(z):
    return 1.0 if np.all(np.asarray(z) >= 0) else 0.0
