"""Wrong answers to `xavier_init`."""

import numpy as np

from autograder import misconception


@misconception(
    en="You multiply by the variance: the numbers have to be multiplied by the standard deviation, its square root.",
    es="Multiplicas por la varianza: hay que multiplicar los números por la desviación estándar, su raíz cuadrada.",
)
def variance_for_deviation(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) * 2 / (fan_in + fan_out)


@misconception(
    en="You only use fan_in: Xavier's compromise has fan_in and fan_out in it.",
    es="Usas solo fan_in: el punto medio de Xavier lleva fan_in y fan_out.",
)
def only_fan_in(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) / np.sqrt(fan_in)


@misconception(
    en="You only use fan_out: Xavier's compromise has fan_in and fan_out in it.",
    es="Usas solo fan_out: el punto medio de Xavier lleva fan_in y fan_out.",
)
def only_fan_out(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) / np.sqrt(fan_out)


@misconception(
    en="That is He's rule, 2 / fan_in: Xavier divides by fan_in + fan_out.",
    es="Esa es la regla de He, 2 / fan_in: Xavier divide entre fan_in + fan_out.",
)
def he_rule(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) * np.sqrt(2 / fan_in)


@misconception(
    en="You forget the 2 above: it is there because fan_in + fan_out is twice their mean.",
    es="Olvidas el 2 de arriba: está ahí porque fan_in + fan_out es el doble de su promedio.",
)
def forgets_the_two(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) / np.sqrt(fan_in + fan_out)


@misconception(
    en="You draw uniform numbers between -s and s, with s the standard deviation: their variance is only s²/3.",
    es="Sorteas números uniformes entre -s y s, con s la desviación estándar: su varianza es apenas s²/3.",
)
def uniform_too_narrow(fan_in, fan_out, rng):
    s = np.sqrt(2 / (fan_in + fan_out))
    return rng.uniform(-s, s, (fan_in, fan_out))


@misconception(
    en="You use the limit of the uniform distribution, with a 6, as the standard deviation of a normal one.",
    es="Usas el límite de la distribución uniforme, el del 6, como desviación estándar de una normal.",
)
def uniform_limit_for_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) * np.sqrt(6 / (fan_in + fan_out))


@misconception(
    en="All your weights are positive: the mean must be 0, so draw on both sides of it.",
    es="Todos tus pesos son positivos: la media debe ser 0, así que sortea a ambos lados.",
)
def only_positive(fan_in, fan_out, rng):
    return rng.random((fan_in, fan_out)) * np.sqrt(6 / (fan_in + fan_out))


@misconception(
    en="Your matrix is transposed: its shape is (fan_in, fan_out).",
    es="Tu matriz está transpuesta: su forma es (fan_in, fan_out).",
)
def transposed_shape(fan_in, fan_out, rng):
    return rng.standard_normal((fan_out, fan_in)) * np.sqrt(2 / (fan_in + fan_out))


@misconception(
    en="You make a generator of your own, so every call gives the same weights: use the rng that you receive.",
    es="Creas un generador propio, así que cada llamada da los mismos pesos: usa el rng que recibes.",
)
def own_generator(fan_in, fan_out, rng):
    rng = np.random.default_rng(0)
    return rng.standard_normal((fan_in, fan_out)) * np.sqrt(2 / (fan_in + fan_out))


@misconception(
    en="You draw from numpy's global generator: use the rng that you receive, so that the same state gives the same weights.",
    es="Sorteas con el generador global de numpy: usa el rng que recibes, para que el mismo estado dé los mismos pesos.",
)
def global_generator(fan_in, fan_out, rng):
    return np.random.randn(fan_in, fan_out) * np.sqrt(2 / (fan_in + fan_out))
