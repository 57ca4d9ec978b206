"""Wrong answers to `he_init`."""

import numpy as np

from autograder import misconception


@misconception(
    en="You multiply by the variance: the numbers have to be multiplied by the standard deviation, its square root.",
    es="Multiplicas por la varianza: hay que multiplicar los números por la desviación estándar, su raíz cuadrada.",
)
def variance_for_deviation(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) * 2 / fan_in


@misconception(
    en="You forget the 2: it makes up for the half that ReLU throws away.",
    es="Olvidas el 2: compensa la mitad que la ReLU descarta.",
)
def forgets_the_two(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) / np.sqrt(fan_in)


@misconception(
    en="That is Xavier's rule: He does not look at fan_out.",
    es="Esa es la regla de Xavier: He no mira fan_out.",
)
def xavier_rule(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) * np.sqrt(2 / (fan_in + fan_out))


@misconception(
    en="You divide by fan_out: each output adds up fan_in products, so it is fan_in that counts.",
    es="Divides entre fan_out: cada salida suma fan_in productos, así que la que cuenta es fan_in.",
)
def only_fan_out(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) * np.sqrt(2 / fan_out)


@misconception(
    en="You draw uniform numbers between -s and s, with s the standard deviation: their variance is only s²/3.",
    es="Sorteas números uniformes entre -s y s, con s la desviación estándar: su varianza es apenas s²/3.",
)
def uniform_too_narrow(fan_in, fan_out, rng):
    s = np.sqrt(2 / fan_in)
    return rng.uniform(-s, s, (fan_in, fan_out))


@misconception(
    en="All your weights are positive: the mean must be 0, so draw on both sides of it.",
    es="Todos tus pesos son positivos: la media debe ser 0, así que sortea a ambos lados.",
)
def only_positive(fan_in, fan_out, rng):
    return np.abs(rng.standard_normal((fan_in, fan_out))) * np.sqrt(2 / fan_in)


@misconception(
    en="Your matrix is transposed: its shape is (fan_in, fan_out).",
    es="Tu matriz está transpuesta: su forma es (fan_in, fan_out).",
)
def transposed_shape(fan_in, fan_out, rng):
    return rng.standard_normal((fan_out, fan_in)) * np.sqrt(2 / fan_in)


@misconception(
    en="You make a generator of your own, so every call gives the same weights: use the rng that you receive.",
    es="Creas un generador propio, así que cada llamada da los mismos pesos: usa el rng que recibes.",
)
def own_generator(fan_in, fan_out, rng):
    return np.random.default_rng(42).standard_normal((fan_in, fan_out)) * np.sqrt(2 / fan_in)


@misconception(
    en="You draw from numpy's global generator: use the rng that you receive, so that the same state gives the same weights.",
    es="Sorteas con el generador global de numpy: usa el rng que recibes, para que el mismo estado dé los mismos pesos.",
)
def global_generator(fan_in, fan_out, rng):
    return np.random.randn(fan_in, fan_out) * np.sqrt(2 / fan_in)
