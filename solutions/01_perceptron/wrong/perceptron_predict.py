import numpy as np

from autograder import misconception


@misconception(
    en="You forget the bias: without it every line passes through the origin.",
    es="Olvidas el sesgo: sin él, toda recta pasa por el origen.",
)
def forgets_the_bias(X, w, b):
    return step(np.asarray(X, dtype=float) @ np.asarray(w, dtype=float))


@misconception(
    en="You subtract b. It is added here: it is a bias, and the threshold is -b.",
    es="Restas b. Aquí se suma: es un sesgo, y el umbral es -b.",
)
def bias_as_threshold(X, w, b):
    return step(np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) - b)


@misconception(
    en="You return the sum z itself. The neuron's answer is yes or no: apply the step function.",
    es="Devuelves la suma z misma. La respuesta de la neurona es sí o no: aplica la función escalón.",
)
def returns_the_sum(X, w, b):
    return np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b


@misconception(
    en="You apply the step before adding the bias. The bias belongs inside the sum that is judged.",
    es="Aplicas el escalón antes de sumar el sesgo. El sesgo va dentro de la suma que se juzga.",
)
def bias_after_the_step(X, w, b):
    return step(np.asarray(X, dtype=float) @ np.asarray(w, dtype=float)) + b


@misconception(
    en="You ask for a sum greater than 0. A sum of exactly 0 must give 1.",
    es="Pides una suma mayor que 0. Una suma de exactamente 0 debe dar 1.",
)
def strictly_greater(X, w, b):
    return np.where(np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b > 0, 1.0, 0.0)


@misconception(
    en="You answer -1 for no. In this notebook the two answers are 0 and 1.",
    es="Respondes -1 para el no. En este cuaderno las dos respuestas son 0 y 1.",
)
def minus_one_for_no(X, w, b):
    return 2 * step(np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b) - 1


@misconception(
    en="You return a column (N, 1). The answer is one number per sample, with shape (N,).",
    es="Devuelves una columna (N, 1). La respuesta es un número por muestra, con forma (N,).",
)
def returns_a_column(X, w, b):
    return step(np.asarray(X, dtype=float) @ np.reshape(w, (-1, 1)) + b)


@misconception(
    en="You multiply input by weight and never sum: each sample must end with one number, not one per input.",
    es="Multiplicas entrada por peso y nunca sumas: cada muestra debe terminar en un número, no en uno por entrada.",
)
def never_sums(X, w, b):
    return step(np.asarray(X, dtype=float) * np.asarray(w, dtype=float) + b)


@misconception(
    en="You sum over the whole batch and give one answer. Sum over the inputs of each sample.",
    es="Sumas sobre todo el lote y das una sola respuesta. Suma sobre las entradas de cada muestra.",
)
def sums_over_everything(X, w, b):
    return step(np.sum(np.asarray(X, dtype=float) * np.asarray(w, dtype=float)) + b)


@misconception(
    en="You add b to every weight. It is added once to the sum, not once per input.",
    es="Sumas b a cada peso. Se suma una vez a la suma total, no una vez por entrada.",
)
def bias_in_every_weight(X, w, b):
    return step(np.asarray(X, dtype=float) @ (np.asarray(w, dtype=float) + b))


@misconception(
    en="You use squeeze, and a batch of one sample loses its axis. The shape is (N,) also when N is 1.",
    es="Usas squeeze, y un lote de una sola muestra pierde su eje. La forma es (N,) también cuando N es 1.",
)
def squeezes(X, w, b):
    return np.squeeze(step(np.asarray(X, dtype=float) @ np.reshape(w, (-1, 1)) + b))


@misconception(
    en="You return integers or booleans. The answers are float64.",
    es="Devuelves enteros o booleanos. Las respuestas son float64.",
)
def returns_integers(X, w, b):
    return (np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b >= 0).astype(int)
