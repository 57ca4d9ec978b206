"""Wrong answers to dropout_forward."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _array(x):
    return np.asarray(x, dtype=float)


def _done(x, factor):
    factor = np.broadcast_to(factor, x.shape) * 1.0
    return x * factor, factor


@misconception(
    en="You swap keeping and dropping: rate is the fraction dropped, and you keep that fraction.",
    es="Cambias conservar por descartar: rate es la fracción que se descarta, y tú conservas esa fracción.",
)
def keeps_the_rate(x, rate, training, rng):
    x = _array(x)
    return _done(x, (rng.random(x.shape) < rate) / rate if training and rate else 1.0)


@misconception(
    en="You drop the right fraction but do not scale what stays: the next layer would receive less while training.",
    es="Descartas la fracción correcta pero no escalas lo que queda: la capa siguiente recibiría menos al entrenar.",
)
def does_not_scale(x, rate, training, rng):
    x = _array(x)
    return _done(x, (rng.random(x.shape) >= rate) if training else 1.0)


@misconception(
    en="You divide by rate. What stays is divided by 1 − rate, the fraction kept.",
    es="Divides entre rate. Lo que queda se divide entre 1 − rate, la fracción conservada.",
)
def divides_by_rate(x, rate, training, rng):
    x = _array(x)
    return _done(x, (rng.random(x.shape) >= rate) / rate if training and rate else 1.0)


@misconception(
    en="You multiply what stays by 1 − rate: that makes it smaller still. Divide.",
    es="Multiplicas lo que queda por 1 − rate: así se hace todavía más pequeño. Divide.",
)
def multiplies_by_the_fraction_kept(x, rate, training, rng):
    x = _array(x)
    return _done(x, (rng.random(x.shape) >= rate) * (1 - rate) if training else 1.0)


@misconception(
    en="You draw from the bell curve: there, the share of numbers above rate is not 1 − rate. Draw uniformly from 0 to 1.",
    es="Sorteas con la campana de Gauss: ahí la proporción por encima de rate no es 1 − rate. Sortea uniforme de 0 a 1.",
)
def draws_from_the_bell_curve(x, rate, training, rng):
    x = _array(x)
    return _done(x, (rng.standard_normal(x.shape) >= rate) / (1 - rate) if training and rate else 1.0)


@misconception(
    en="You divide before you compare: `draw >= rate / (1 - rate)` is another fraction. You need parentheses.",
    es="Divides antes de comparar: `draw >= rate / (1 - rate)` es otra fracción. Te faltan paréntesis.",
)
def divides_before_comparing(x, rate, training, rng):
    x = _array(x)
    return _done(x, (rng.random(x.shape) >= rate / (1 - rate)) if training else 1.0)


@misconception(
    en="You drop at inference too: with training=False nothing is dropped.",
    es="Descartas también en la inferencia: con training=False no se descarta nada.",
)
def always_drops(x, rate, training, rng):
    x = _array(x)
    rng = rng if rng is not None else np.random.default_rng()
    return _done(x, (rng.random(x.shape) >= rate) / (1 - rate))


@misconception(
    en="You scale at inference: that was the old dropout. The inverted one scales while training and leaves inference alone.",
    es="Escalas en la inferencia: eso era el abandono antiguo. El invertido escala al entrenar y deja la inferencia en paz.",
)
def scales_at_inference(x, rate, training, rng):
    x = _array(x)
    return _done(x, (rng.random(x.shape) >= rate) if training else 1 - rate)


@misconception(
    en="You scale at inference: that was the old dropout. The inverted one scales while training and leaves inference alone.",
    es="Escalas en la inferencia: eso era el abandono antiguo. El invertido escala al entrenar y deja la inferencia en paz.",
)
def scales_at_inference_beside_the_cache(x, rate, training, rng):
    x = _array(x)
    if not training:
        return x * (1 - rate), np.ones(x.shape)
    return _done(x, rng.random(x.shape) >= rate)


@misconception(
    en="You draw once per column, for the whole batch: each entry has its own draw.",
    es="Sorteas una vez por columna, para todo el lote: cada elemento tiene su propio sorteo.",
)
def same_columns_for_all(x, rate, training, rng):
    x = _array(x)
    return _done(x, (rng.random(x.shape[1:]) >= rate) / (1 - rate) if training else 1.0)


@misconception(
    en="You draw once per row: whole samples disappear. Each entry has its own draw.",
    es="Sorteas una vez por fila: desaparecen muestras enteras. Cada elemento tiene su propio sorteo.",
)
def whole_rows(x, rate, training, rng):
    x = _array(x)
    return _done(x, (rng.random(x.shape[:1] + (1,) * (x.ndim - 1)) >= rate) / (1 - rate) if training else 1.0)


@misconception(
    en="You make one single draw for the whole array: everything stays or everything falls.",
    es="Haces un solo sorteo para todo el arreglo: o queda todo o cae todo.",
)
def a_single_draw(x, rate, training, rng):
    x = _array(x)
    return _done(x, (rng.random() >= rate) / (1 - rate) if training else 1.0)


@misconception(
    en="You assume that x has two axes: it may have any number of them.",
    es="Supones que x tiene dos ejes: puede tener cualquier número.",
)
def two_axes_only(x, rate, training, rng):
    x = _array(x)
    n, d = x.shape
    return _done(x, (rng.random((n, d)) >= rate) / (1 - rate) if training else 1.0)


@misconception(
    en="You make your own generator with a fixed seed: the same units are missing in every call. Use rng.",
    es="Creas tu propio generador con semilla fija: en cada llamada faltan las mismas unidades. Usa rng.",
)
def fixed_seed(x, rate, training, rng):
    x = _array(x)
    return _done(x, (np.random.default_rng(0).random(x.shape) >= rate) / (1 - rate) if training else 1.0)


@misconception(
    en="You take the randomness from np.random and ignore rng: nobody can repeat your result.",
    es="Sacas el azar de np.random e ignoras rng: nadie puede repetir tu resultado.",
)
def ignores_rng(x, rate, training, rng):
    x = _array(x)
    return _done(x, (np.random.random(x.shape) >= rate) / (1 - rate) if training else 1.0)


@misconception(
    en="You write into x: the caller still needs it. Work on a new array.",
    es="Escribes en la propia x: quien te llamó aún la necesita. Trabaja en un arreglo nuevo.",
)
def writes_into_x(x, rate, training, rng):
    x = np.asarray(x, dtype=float)
    factor = (rng.random(x.shape) >= rate) / (1 - rate) if training else np.ones(x.shape)
    x *= factor
    return x, factor


@misconception(
    en="You use rate as if it were always 0.5: obey the rate that comes.",
    es="Usas rate como si siempre fuera 0.5: obedece el rate que llega.",
)
def always_a_half(x, rate, training, rng):
    x = _array(x)
    return _done(x, (rng.random(x.shape) >= 0.5) / 0.5 if training and rate else 1.0)


@misconception(
    en="You drop an exact number of entries: each entry has its own draw, and how many fall varies.",
    es="Descartas una cantidad exacta de elementos: cada elemento tiene su propio sorteo, y varía cuántos caen.",
)
def drops_an_exact_number(x, rate, training, rng):
    x = _array(x)
    factor = np.ones(x.size)
    if training:
        factor /= 1 - rate
        factor[rng.permutation(x.size)[: round(rate * x.size)]] = 0.0
    return _done(x, factor.reshape(x.shape))


@misconception(
    en="You divide by the fraction that happened to stay: the scale is always 1 / (1 − rate).",
    es="Divides entre la fracción que por azar se conservó: la escala siempre es 1 / (1 − rate).",
)
def divides_by_what_stayed(x, rate, training, rng):
    x = _array(x)
    if not training:
        return _done(x, np.ones(x.shape))
    kept = rng.random(x.shape) >= rate
    return _done(x, kept / max(float(kept.mean()), 1e-9))


@misconception(
    en="You drop whole maps of an image: each entry has its own draw.",
    es="Descartas mapas enteros de una imagen: cada elemento tiene su propio sorteo.",
)
def whole_maps(x, rate, training, rng):
    x = _array(x)
    if not training:
        return _done(x, np.ones(x.shape))
    shape = (len(x), *[1] * (x.ndim - 2), x.shape[-1]) if x.ndim > 2 else x.shape
    return _done(x, np.broadcast_to((rng.random(shape) >= rate) / (1 - rate), x.shape).copy())


@misconception(
    en="You copy the generator and draw from the copy: rng does not go on, and the next call repeats the same draw.",
    es="Copias el generador y sorteas con la copia: rng no avanza, y la siguiente llamada repite el mismo sorteo.",
)
def draws_from_a_copy(x, rate, training, rng):
    import copy

    x = _array(x)
    if not training:
        return _done(x, np.ones(x.shape))
    return _done(x, (copy.deepcopy(rng).random(x.shape) >= rate) / (1 - rate))
