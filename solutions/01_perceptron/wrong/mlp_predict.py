import numpy as np

from autograder import misconception


def _sums(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + b


@misconception(
    en="You forget the step in the hidden layer. Without it the two layers are one line, and XOR is out of reach.",
    es="Olvidas el escalón de la capa oculta. Sin él las dos capas son una recta, y XOR queda fuera de alcance.",
)
def linear_hidden_layer(X, W1, b1, W2, b2):
    return step(_sums(_sums(X, W1, b1), W2, b2))


@misconception(
    en="You forget the step at the output: the answer is 0 or 1, not the sum.",
    es="Olvidas el escalón de la salida: la respuesta es 0 o 1, no la suma.",
)
def returns_the_sum(X, W1, b1, W2, b2):
    return _sums(step(_sums(X, W1, b1)), W2, b2)


@misconception(
    en="You use ReLU in the hidden layer. In this network every unit is a step.",
    es="Usas ReLU en la capa oculta. En esta red todas las unidades son escalones.",
)
def relu_hidden_layer(X, W1, b1, W2, b2):
    return step(_sums(np.maximum(_sums(X, W1, b1), 0.0), W2, b2))


@misconception(
    en="You use the sigmoid in the hidden layer. In this network every unit is a step, all or nothing.",
    es="Usas la sigmoide en la capa oculta. En esta red todas las unidades son escalones, todo o nada.",
)
def sigmoid_hidden_layer(X, W1, b1, W2, b2):
    return step(_sums(1 / (1 + np.exp(-np.clip(_sums(X, W1, b1), -500, 500))), W2, b2))


@misconception(
    en="You forget the biases of the hidden layer.",
    es="Olvidas los sesgos de la capa oculta.",
)
def forgets_hidden_biases(X, W1, b1, W2, b2):
    return step(_sums(step(_sums(X, W1, 0.0)), W2, b2))


@misconception(
    en="You forget the bias of the output unit.",
    es="Olvidas el sesgo de la unidad de salida.",
)
def forgets_the_output_bias(X, W1, b1, W2, b2):
    return step(_sums(step(_sums(X, W1, b1)), W2, 0.0))


@misconception(
    en="You add the hidden biases after the step. They belong inside the sums that the step judges.",
    es="Sumas los sesgos ocultos después del escalón. Van dentro de las sumas que el escalón juzga.",
)
def hidden_biases_after_the_step(X, W1, b1, W2, b2):
    return step(_sums(step(_sums(X, W1, 0.0)) + b1, W2, b2))


@misconception(
    en="Your units ask for z > 0. A sum of exactly 0 must give 1, in both layers.",
    es="Tus unidades piden z > 0. Una suma de exactamente 0 debe dar 1, en ambas capas.",
)
def strictly_greater(X, W1, b1, W2, b2):
    return 1.0 * (_sums(1.0 * (_sums(X, W1, b1) > 0), W2, b2) > 0)


@misconception(
    en="Your hidden units answer -1 for no. Here they answer 0, so that a silent unit adds nothing.",
    es="Tus unidades ocultas responden -1 para el no. Aquí responden 0, para que una unidad callada no sume nada.",
)
def minus_one_for_no(X, W1, b1, W2, b2):
    return step(_sums(2 * step(_sums(X, W1, b1)) - 1, W2, b2))


@misconception(
    en="You return the answers of the hidden layer. The output unit must still decide over them.",
    es="Devuelves las respuestas de la capa oculta. La unidad de salida aún debe decidir sobre ellas.",
)
def returns_the_hidden_layer(X, W1, b1, W2, b2):
    return step(_sums(X, W1, b1))


@misconception(
    en="You return a column (N, 1). The answer is one number per sample, with shape (N,).",
    es="Devuelves una columna (N, 1). La respuesta es un número por muestra, con forma (N,).",
)
def returns_a_column(X, W1, b1, W2, b2):
    return step(_sums(step(_sums(X, W1, b1)), np.reshape(W2, (-1, 1)), b2))


@misconception(
    en="You use W1 transposed. Column j holds the weights of hidden unit j, so the product is X @ W1.",
    es="Usas W1 transpuesta. La columna j tiene los pesos de la unidad oculta j, así que el producto es X @ W1.",
)
def transposes_the_weights(X, W1, b1, W2, b2):
    return step(_sums(step(_sums(X, np.transpose(W1), b1)), W2, b2))


@misconception(
    en="You use squeeze, and a batch of one sample loses its axis. The shape is (N,) also when N is 1.",
    es="Usas squeeze, y un lote de una sola muestra pierde su eje. La forma es (N,) también cuando N es 1.",
)
def squeezes(X, W1, b1, W2, b2):
    return np.squeeze(step(_sums(step(_sums(X, W1, b1)), W2, b2)))
