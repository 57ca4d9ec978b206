"""Wrong answers to alexnet_parameters."""

from __future__ import annotations

from autograder import misconception

NAMES = ("conv1", "conv2", "conv3", "conv4", "conv5", "fc6", "fc7", "fc8")


def _counts(grouped, *, filters=(96, 256, 384, 384, 256), split=(2, 4, 5), numbers=9216, classes=1000, bias=1, window=None):
    """The eight counts of a network that may differ from AlexNet."""
    found, channels = {}, 3
    for number, (size, count) in enumerate(zip((11, 5, 3, 3, 3), filters), 1):
        seen = channels // 2 if grouped and number in split else channels
        found[f"conv{number}"] = (window or (lambda k: k * k))(size) * seen * count + bias * count
        channels = count
    for name, (seen, units) in {"fc6": (numbers, 4096), "fc7": (4096, 4096), "fc8": (4096, classes)}.items():
        found[name] = seen * units + bias * units
    return found


@misconception(
    en="You forget the biases: one per filter, and one per dense unit. Your total is 62,367,776.",
    es="Olvidas los sesgos: uno por filtro, y uno por unidad densa. Tu total es 62,367,776.",
)
def without_biases(grouped):
    return _counts(grouped, bias=0)


@misconception(
    en="You forget that each kernel has a slice for every channel that comes in.",
    es="Olvidas que cada núcleo tiene una rebanada por cada canal que entra.",
)
def forgets_the_channels(grouped):
    dense = _counts(grouped)
    sizes = {"conv1": (11, 96), "conv2": (5, 256), "conv3": (3, 384), "conv4": (3, 384), "conv5": (3, 256)}
    return dense | {name: size * size * count + count for name, (size, count) in sizes.items()}


@misconception(
    en="You count the side of the kernel once: a kernel of 11 × 11 has 121 weights per channel.",
    es="Cuentas el lado del núcleo una sola vez: un núcleo de 11 × 11 tiene 121 pesos por canal.",
)
def kernel_side_once(grouped):
    return _counts(grouped, window=lambda k: k)


@misconception(
    en="You feed fc6 with 5 × 5 × 256 numbers, the maps of a 224 × 224 image without padding. Your total, 50,844,008, tells it.",
    es="Le das a fc6 5 × 5 × 256 números, los mapas de una imagen de 224 × 224 sin relleno. Tu total, 50,844,008, lo delata.",
)
def from_224(grouped):
    return _counts(grouped, numbers=5 * 5 * 256)


@misconception(
    en="You feed fc6 with 7 × 7 × 256 numbers: padded poolings, or 224 with padding and 2 × 2 poolings. Your total, 76,009,832, tells it.",
    es="Le das a fc6 7 × 7 × 256 números: agrupaciones con relleno, o 224 con relleno y agrupaciones de 2 × 2. Tu total, 76,009,832, lo delata.",
)
def padded_poolings(grouped):
    return _counts(grouped, numbers=7 * 7 * 256)


@misconception(
    en="You forget pool5: fc6 receives 6 × 6 × 256 numbers, not 13 × 13 × 256.",
    es="Olvidas pool5: fc6 recibe 6 × 6 × 256 números, no 13 × 13 × 256.",
)
def without_last_pooling(grouped):
    return _counts(grouped, numbers=13 * 13 * 256)


@misconception(
    en="You feed fc6 with 256 numbers, one per channel, as a network without Flatten. Your total, 25,678,184, tells it.",
    es="Le das a fc6 256 números, uno por canal, como una red sin Flatten. Tu total, 25,678,184, lo delata.",
)
def without_flatten(grouped):
    return _counts(grouped, numbers=256)


@misconception(
    en="You count the torchvision version: 64, 192, 384, 256 and 256 filters, 61,100,840 in all. The paper has 96, 256, 384, 384, 256.",
    es="Cuentas la versión de torchvision: 64, 192, 384, 256 y 256 filtros, 61,100,840 en total. El artículo tiene 96, 256, 384, 384, 256.",
)
def torchvision_counts(grouped):
    return _counts(grouped, filters=(64, 192, 384, 256, 256))


@misconception(
    en="You count ten classes, and your total is 58,322,314. Here there are 1000.",
    es="Cuentas diez clases, y tu total es 58,322,314. Aquí son 1000.",
)
def ten_classes(grouped):
    return _counts(grouped, classes=10)


@misconception(
    en="You count batch normalisation for local response normalisation: 62,379,752. The latter learns nothing.",
    es="Cuentas normalización por lotes en lugar de normalización de respuesta local: 62,379,752. Esta última no aprende nada.",
)
def normalisation_that_learns(grouped):
    counts = _counts(grouped)
    return counts | {"conv1": counts["conv1"] + 4 * 96, "conv2": counts["conv2"] + 4 * 256}


@misconception(
    en="You ignore the groups: with grouped=True, conv2, conv4 and conv5 see only half of the channels.",
    es="Ignoras los grupos: con grouped=True, conv2, conv4 y conv5 ven solo la mitad de los canales.",
)
def ignores_groups(grouped):
    return _counts(False)


@misconception(
    en="You put conv3 into groups too: its filters see the maps of both cards.",
    es="También pones conv3 en grupos: sus filtros ven los mapas de ambas tarjetas.",
)
def groups_third_too(grouped):
    return _counts(grouped, split=(2, 3, 4, 5))


@misconception(
    en="You halve the biases of the grouped layers. There are as many filters as before, each with its bias.",
    es="Dejas la mitad de los sesgos en las capas con grupos. Hay tantos filtros como antes, cada uno con su sesgo.",
)
def halves_the_biases(grouped):
    counts = _counts(False)
    return {name: n // 2 if grouped and name in ("conv2", "conv4", "conv5") else n for name, n in counts.items()}


@misconception(
    en="You halve both the channels and the filters, and count only one of the two cards.",
    es="Dejas la mitad de los canales y la mitad de los filtros, y cuentas una sola de las dos tarjetas.",
)
def only_one_card(grouped):
    counts = _counts(False)
    for name, filters in (("conv2", 256), ("conv4", 384), ("conv5", 256)) if grouped else ():
        counts[name] = (counts[name] - filters) // 4 + filters // 2
    return counts


@misconception(
    en="You have it the wrong way round: grouped=True means fewer connections, so fewer numbers.",
    es="Lo tienes al revés: grouped=True significa menos conexiones, y por lo tanto menos números.",
)
def the_wrong_way_round(grouped):
    return _counts(not grouped)


@misconception(
    en="You multiply by the places of the map. A convolution uses the same weights at every place: they count once.",
    es="Multiplicas por los lugares del mapa. Una convolución usa los mismos pesos en todos los lugares: cuentan una vez.",
)
def once_per_place(grouped):
    sides = dict(zip(NAMES, (55, 27, 13, 13, 13, 1, 1, 1)))
    return {name: n * sides[name] ** 2 for name, n in _counts(grouped).items()}


@misconception(
    en="You return the total. What is asked is a dict with one count per layer: a total proves nothing.",
    es="Devuelves el total. Se pide un dict con una cuenta por capa: un total no demuestra nada.",
)
def only_the_total(grouped):
    return sum(_counts(grouped).values())


@misconception(
    en="You list the poolings with 0. The dict has only the eight layers that learn.",
    es="Anotas las agrupaciones con 0. El dict tiene solo las ocho capas que aprenden.",
)
def poolings_with_zero(grouped):
    return _counts(grouped) | {"pool1": 0, "pool2": 0, "pool5": 0}
