"""Wrong answers to build_alexnet."""

from __future__ import annotations

import keras
from keras import layers

from autograder import misconception
from autograder.layers import LocalResponseNormalization


def _network(
    n_classes, *, side=227, first="valid", filters=(96, 256, 384, 384, 256), pool=(3, 2, "valid"), flatten=True, groups=1,
    norm=LocalResponseNormalization, drops=(0.5, 0.5), relu="relu", last="softmax", thin=1, norms=(1, 2), dense="relu"
):  # fmt: skip
    still = {"kernel_initializer": "zeros"}  # drawing 62 million numbers takes most of the time, and nobody looks at them
    found = [keras.Input((side, side, 3))]
    settings = [(11, 4, first, 1), (5, 1, "same", groups), (3, thin, "same", 1), (3, thin, "same", groups), (3, thin, "same", groups)]
    for number, (size, stride, padding, parts) in enumerate(settings, 1):
        activation = relu if number in norms else "relu"
        count = filters[number - 1]
        found.append(layers.Conv2D(count, size, stride, padding, groups=parts, activation=activation, **still))
        found += [norm()] if number in norms else []
        found += [layers.ReLU()] if activation is None else []
        found += [layers.MaxPooling2D(*pool)] if number in (1, 2, 5) else []
    found += [layers.Flatten()] if flatten else []
    for rate in drops:
        found += [layers.Dense(4096, dense, **still), *([layers.Dropout(rate)] if rate else [])]
    return keras.Sequential([*found, layers.Dense(n_classes, last, **still)])


@misconception(
    en="You pad conv1: it gives 57 × 57 instead of 55. Your total is right by chance; that is why each layer is compared.",
    es="Le pones relleno a conv1: da 57 × 57 en lugar de 55. Tu total es correcto por azar; por eso se compara cada capa.",
)
def padded_first_convolution(n_classes):
    return _network(n_classes, first="same")


@misconception(
    en="You take images of 224 × 224, as the paper says. Its own sizes only fit with 227. With 1000 classes you have 50,844,008 parameters.",
    es="Tomas imágenes de 224 × 224, como dice el artículo. Sus propios tamaños solo cuadran con 227. Con 1000 clases tienes 50,844,008 parámetros.",
)
def images_of_224(n_classes):
    return _network(n_classes, side=224)


@misconception(
    en="You take images of 224 × 224 and pad conv1 to make up for it: 56 × 56. The total agrees, the network does not.",
    es="Tomas imágenes de 224 × 224 y lo compensas con relleno en conv1: 56 × 56. El total coincide, la red no.",
)
def images_of_224_padded(n_classes):
    return _network(n_classes, side=224, first="same")


@misconception(
    en="You pool in windows of 2 × 2. Sizes and total agree by chance; AlexNet's windows are 3 × 3 and overlap.",
    es="Agrupas en ventanas de 2 × 2. Los tamaños y el total coinciden por azar; las ventanas de AlexNet son de 3 × 3 y se traslapan.",
)
def pools_two_by_two(n_classes):
    return _network(n_classes, pool=(2, 2, "valid"))


@misconception(
    en="You give the pooling no stride, so Keras takes the window's, 3. AlexNet's is 2: the windows overlap.",
    es="No le das paso a la agrupación, así que Keras toma el de la ventana, 3. El de AlexNet es 2: las ventanas se traslapan.",
)
def pooling_stride_forgotten(n_classes):
    return _network(n_classes, pool=(3, None, "valid"))


@misconception(
    en="You pad the poolings, and fc6 receives 7 × 7 × 256 numbers. With 1000 classes you have 76,009,832 parameters.",
    es="Le pones relleno a las agrupaciones, y fc6 recibe 7 × 7 × 256 números. Con 1000 clases tienes 76,009,832 parámetros.",
)
def pools_with_padding(n_classes):
    return _network(n_classes, pool=(3, 2, "same"))


@misconception(
    en="You forget Flatten: the dense layers work at each place of the map by itself. With 1000 classes you have 25,678,184 parameters.",
    es="Olvidas Flatten: las capas densas trabajan en cada lugar del mapa por separado. Con 1000 clases tienes 25,678,184 parámetros.",
)
def without_flattening(n_classes):
    return _network(n_classes, flatten=False)


@misconception(
    en="You copied the torchvision version: 64, 192, 384, 256 and 256 filters, 61,100,840 parameters. The paper's are 96, 256, 384, 384, 256.",
    es="Copiaste la versión de torchvision: 64, 192, 384, 256 y 256 filtros, 61,100,840 parámetros. Los del artículo son 96, 256, 384, 384, 256.",
)
def torchvision_network(n_classes):
    return _network(n_classes, filters=(64, 192, 384, 256, 256))


@misconception(
    en="You use batch normalisation, which came three years later and learns: 62,379,752 parameters. AlexNet has local response normalisation.",
    es="Usas normalización por lotes, que llegó tres años después y sí aprende: 62,379,752 parámetros. AlexNet lleva normalización de respuesta local.",
)
def batch_normalised(n_classes):
    return _network(n_classes, norm=layers.BatchNormalization)


@misconception(
    en="Your network always has ten classes, 58,322,314 parameters: use n_classes.",
    es="Tu red siempre tiene diez clases, 58,322,314 parámetros: usa n_classes.",
)
def always_ten_classes(n_classes):
    return _network(10)


@misconception(
    en="You give 5 as the radius: it looks at 11 channels. A window of 5 has radius 2.",
    es="Das 5 como radio: mira 11 canales. Una ventana de 5 tiene radio 2.",
)
def radius_five(n_classes):
    return _network(n_classes, norm=lambda: LocalResponseNormalization(depth_radius=5))


@misconception(
    en="You normalise before the ReLU. In AlexNet it comes after: it compares the answers, not the sums.",
    es="Normalizas antes de la ReLU. En AlexNet va después: compara las respuestas, no las sumas.",
)
def normalises_before_relu(n_classes):
    return _network(n_classes, relu=None)


@misconception(
    en="You normalise after every convolution: in AlexNet only the first two have it.",
    es="Normalizas después de todas las convoluciones: en AlexNet solo las dos primeras la llevan.",
)
def normalises_everywhere(n_classes):
    return _network(n_classes, norms=(1, 2, 3, 4, 5))


@misconception(
    en="You use two groups: the question asks for all channels connected. With groups there are 60,965,224 parameters.",
    es="Usas dos grupos: la pregunta pide todos los canales conectados. Con grupos hay 60,965,224 parámetros.",
)
def in_two_groups(n_classes):
    return _network(n_classes, groups=2)


@misconception(
    en="You drop units once: both dense layers of 4096 have their dropout.",
    es="Pones abandono una sola vez: ambas capas densas de 4096 llevan el suyo.",
)
def drops_once(n_classes):
    return _network(n_classes, drops=(0.5, None))


@misconception(
    en="Your output has no softmax, so it gives scores and not probabilities.",
    es="Tu salida no tiene softmax, así que da puntajes y no probabilidades.",
)
def scores_only(n_classes):
    return _network(n_classes, last=None)


@misconception(
    en="Your dense layers have no ReLU: without it, three linear layers in a row are one.",
    es="Tus capas densas no tienen ReLU: sin ella, tres capas lineales seguidas son una sola.",
)
def linear_dense_layers(n_classes):
    return _network(n_classes, dense=None)


@misconception(
    en="You freeze the convolutions (trainable=False), as one does with a network trained by others. This one starts at random: all of it learns.",
    es="Congelas las convoluciones (trainable=False), como se hace con una red que otros entrenaron. Esta empieza al azar: toda aprende.",
)
def freezes_the_convolutions(n_classes):
    model = _network(n_classes)
    for one in model.layers:
        one.trainable = not isinstance(one, layers.Conv2D)
    return model


@misconception(
    en="You pool before you normalise. In AlexNet the normalisation comes first, right after the ReLU, and then the pooling.",
    es="Agrupas antes de normalizar. En AlexNet la normalización va primero, justo después de la ReLU, y luego la agrupación.",
)
def pools_before_normalising(n_classes):
    found = _network(n_classes).layers
    found[1], found[2], found[4], found[5] = found[2], found[1], found[5], found[4]
    return keras.Sequential([keras.Input((227, 227, 3)), *(one.__class__.from_config(one.get_config()) for one in found)])


@misconception(
    en="You freeze the whole network (trainable = False): it would keep the random weights that it starts with.",
    es="Congelas toda la red (trainable = False): se quedaría con los pesos al azar con los que empieza.",
)
def freezes_everything(n_classes):
    model = _network(n_classes)
    model.trainable = False
    return model
