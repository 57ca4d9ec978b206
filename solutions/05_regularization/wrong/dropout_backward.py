"""Wrong answers to dropout_backward, for the cache of the reference's dropout_forward: the factors."""

from __future__ import annotations

import numpy as np

from autograder import misconception


@misconception(
    en="You draw a new mask: blame goes to units that were not there. Use the one from the forward pass.",
    es="Sorteas una máscara nueva: la culpa llega a unidades que no estaban. Usa la del camino de ida.",
)
def draws_again(dout, cache):
    dout = np.asarray(dout, dtype=float)
    kept = float(np.mean(cache != 0))
    return dout * (np.random.default_rng(0).random(dout.shape) < kept) * cache.max()


@misconception(
    en="You mask but do not scale: what the forward pass multiplied, the blame multiplies too.",
    es="Enmascaras pero no escalas: lo que la ida multiplicó, la culpa también lo multiplica.",
)
def forgets_the_scale(dout, cache):
    return np.asarray(dout, dtype=float) * (cache != 0)


@misconception(
    en="You scale but do not mask: the entries that were dropped receive no blame.",
    es="Escalas pero no enmascaras: a los elementos descartados no les toca culpa.",
)
def forgets_the_mask(dout, cache):
    return np.asarray(dout, dtype=float) * cache.max()


@misconception(
    en="You return dout as it is: dropout takes part in the backward pass as well.",
    es="Devuelves dout tal cual: el abandono también participa en el camino de vuelta.",
)
def does_nothing(dout, cache):
    return np.asarray(dout, dtype=float)


@misconception(
    en="You divide where the forward pass multiplied: the derivative of factor · x is the factor.",
    es="Divides donde la ida multiplicó: la derivada de factor · x es el factor.",
)
def divides_by_the_scale(dout, cache):
    return np.asarray(dout, dtype=float) * (cache != 0) / cache.max()


@misconception(
    en="You apply the scale twice: the factor of the forward pass already contains it.",
    es="Aplicas la escala dos veces: el factor de la ida ya la contiene.",
)
def scales_twice(dout, cache):
    return np.asarray(dout, dtype=float) * cache * cache.max()


@misconception(
    en="You send the blame to the entries that were dropped, and none to those that were kept: it is the other way round.",
    es="Mandas la culpa a los elementos descartados y nada a los conservados: es al revés.",
)
def mask_upside_down(dout, cache):
    return np.asarray(dout, dtype=float) * (cache == 0) * cache.max()


@misconception(
    en="You write into dout: whoever called you still needs it. Return a new array.",
    es="Escribes en el propio dout: quien te llamó aún lo necesita. Devuelve un arreglo nuevo.",
)
def writes_into_dout(dout, cache):
    dout = np.asarray(dout, dtype=float)
    dout *= cache
    return dout


@misconception(
    en="You spoil the cache: after the first call it no longer holds the factors.",
    es="Estropeas el cache: después de la primera llamada ya no tiene los factores.",
)
def spoils_the_cache(dout, cache):
    cache *= np.asarray(dout, dtype=float)
    return cache * 1.0


@misconception(
    en="You let only positive blame pass: that is ReLU's gate by mistake. Here the sign of dout does not matter.",
    es="Dejas pasar solo la culpa positiva: eso confunde la compuerta de ReLU. Aquí el signo de dout no importa.",
)
def only_positive_blame(dout, cache):
    return np.maximum(np.asarray(dout, dtype=float), 0.0) * cache


@misconception(
    en="You average the blame over the batch: no layer divides again, each entry keeps its own.",
    es="Promedias la culpa sobre el lote: ninguna capa vuelve a dividir, cada elemento conserva la suya.",
)
def divides_by_the_batch(dout, cache):
    return np.asarray(dout, dtype=float) * cache / len(dout)
