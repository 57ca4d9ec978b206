import numpy as np

from autograder import misconception


def _arrays(*parts):
    return [np.array(part, dtype=float) for part in parts]


@misconception(
    en="You multiply the matrices in the other order. x meets W1 first, so W1 stands on the left.",
    es="Multiplicas las matrices en el otro orden. x se encuentra primero con W1, así que W1 va a la izquierda.",
)
def other_order(W1, b1, W2, b2):
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W2 @ W1, b1 @ W2 + b2


@misconception(
    en="You add the two biases. The first one passes through the second layer: it is multiplied by W2.",
    es="Sumas los dos sesgos. El primero pasa por la segunda capa: se multiplica por W2.",
)
def adds_the_biases(W1, b1, W2, b2):
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b1.sum() + b2


@misconception(
    en="You forget the first bias. It passes through the second layer and is part of the joined one.",
    es="Olvidas el primer sesgo. Pasa por la segunda capa y es parte del sesgo conjunto.",
)
def forgets_the_first_bias(W1, b1, W2, b2):
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b2


@misconception(
    en="You forget the second bias: it is added at the end, as it is.",
    es="Olvidas el segundo sesgo: se suma al final, tal cual.",
)
def forgets_the_second_bias(W1, b1, W2, b2):
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b1 @ W2


@misconception(
    en="You put a step between the layers. Then they are not linear, and no single layer can do the same.",
    es="Pones un escalón entre las capas. Entonces no son lineales, y ninguna capa única puede hacer lo mismo.",
)
def step_in_between(W1, b1, W2, b2):
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return step(W1) @ W2, step(b1) @ W2 + b2


@misconception(
    en="You return the weights transposed. Their shape is (D, K): inputs first, outputs last.",
    es="Devuelves los pesos transpuestos. Su forma es (D, K): primero las entradas, al final las salidas.",
)
def weights_transposed(W1, b1, W2, b2):
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return (W1 @ W2).T, b1 @ W2 + b2


@misconception(
    en="You multiply both biases by W2. Only the first passes through the second layer.",
    es="Multiplicas ambos sesgos por W2. Solo el primero pasa por la segunda capa.",
)
def both_biases_through(W1, b1, W2, b2):
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, (b1 + b2.sum()) @ W2


@misconception(
    en="Your bias has the shape (1, K). It is one number per output: (K,).",
    es="Tu sesgo tiene la forma (1, K). Es un número por salida: (K,).",
)
def bias_as_a_row(W1, b1, W2, b2):
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b1[None, :] @ W2 + b2


@misconception(
    en="You pass the first bias through the sum of each row of W2. It goes through W2 as one more sample: b1 @ W2.",
    es="Pasas el primer sesgo por la suma de cada fila de W2. Pasa por W2 como una muestra más: b1 @ W2.",
)
def bias_through_row_sums(W1, b1, W2, b2):
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b1 @ W2.sum(axis=1) + b2
