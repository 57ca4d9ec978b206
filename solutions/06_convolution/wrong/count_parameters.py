"""Wrong answers to count_parameters."""

from __future__ import annotations

from autograder import misconception


@misconception(
    en="You leave the biases out: each filter has one.",
    es="Dejas fuera los sesgos: cada filtro tiene uno.",
)
def no_biases(kernel, channels, filters):
    return kernel**2 * channels * filters


@misconception(
    en="You count one bias for the whole layer: each filter has its own.",
    es="Cuentas un solo sesgo para toda la capa: cada filtro tiene el suyo.",
)
def one_bias(kernel, channels, filters):
    return kernel**2 * channels * filters + 1


@misconception(
    en="You count a bias per channel: a filter adds up its channels and has one bias.",
    es="Cuentas un sesgo por canal: un filtro suma sus canales y tiene un solo sesgo.",
)
def bias_per_channel(kernel, channels, filters):
    return (kernel**2 + 1) * channels * filters


@misconception(
    en="You forget the channels: a filter has one slice of the kernel for each channel.",
    es="Olvidas los canales: un filtro tiene una rebanada del núcleo por cada canal.",
)
def no_channels(kernel, channels, filters):
    return kernel**2 * filters + filters


@misconception(
    en="You forget that the kernel is a square: it has kernel times kernel positions.",
    es="Olvidas que el núcleo es un cuadrado: tiene kernel por kernel posiciones.",
)
def kernel_not_squared(kernel, channels, filters):
    return kernel * channels * filters + filters


@misconception(
    en="You count a bias per weight of the kernel's plane: each filter has one in all.",
    es="Cuentas un sesgo por cada posición del núcleo: cada filtro tiene uno en total.",
)
def bias_per_position(kernel, channels, filters):
    return kernel**2 * (channels + 1) * filters


@misconception(
    en="You count the biases by the channels that come in: there are as many as filters.",
    es="Cuentas los sesgos según los canales que entran: hay tantos como filtros.",
)
def biases_of_the_input(kernel, channels, filters):
    return kernel**2 * channels * filters + channels


@misconception(
    en="You return a float: parameters are counted with an int.",
    es="Devuelves un float: los parámetros se cuentan con un int.",
)
def counts_with_floats(kernel, channels, filters):
    return kernel**2.0 * channels * filters + filters
