"""Wrong answers to build_mini_alexnet."""

from __future__ import annotations

import keras
from keras import layers

from autograder import misconception
from autograder.layers import LocalResponseNormalization


def _mini(
    input_shape, n_classes, *, rescale=True, bias=False, momentum=0.9, order="norm relu", first=(11, 4, "valid"), pool=(3, 2),
    filters=(12, 32, 48, 48, 32), units=512, rate=0.5, normed=(1, 2, 3, 4, 5), last="softmax", norm=None
):  # fmt: skip
    norm = norm or (lambda: layers.BatchNormalization(momentum=momentum))
    found = [keras.Input(input_shape), *([layers.Rescaling(1 / 255)] if rescale else [])]
    for number, (size, stride, padding) in enumerate([first, (5, 1, "same"), *[(3, 1, "same")] * 3], 1):
        found.append(layers.Conv2D(filters[number - 1], size, stride, padding, use_bias=bias))
        parts = {"norm": norm, "relu": layers.ReLU}
        found += [parts[word]() for word in order.split() if word != "norm" or number in normed]
        found += [layers.MaxPooling2D(*pool)] if number in (1, 2, 5) else []
    found.append(layers.Flatten())
    for _ in range(2):
        found += [layers.Dense(units, "relu"), layers.Dropout(rate)]
    return keras.Sequential([*found, layers.Dense(n_classes, last)])


@misconception(
    en="You keep the biases of the convolutions, and have 347,882 parameters. Batch normalisation takes them away and adds its own.",
    es="Conservas los sesgos de las convoluciones, y tienes 347,882 parámetros. La normalización por lotes los quita y pone los suyos.",
)
def convolutions_with_bias(input_shape, n_classes):
    return _mini(input_shape, n_classes, bias=True)


@misconception(
    en="You use local response normalisation, as in the large network, and have 347,194 parameters. Here it is batch normalisation, in all five.",
    es="Usas normalización de respuesta local, como en la red grande, y tienes 347,194 parámetros. Aquí es normalización por lotes, en las cinco.",
)
def local_response(input_shape, n_classes):
    return _mini(input_shape, n_classes, norm=LocalResponseNormalization, normed=(1, 2), bias=True, order="relu norm")


@misconception(
    en="You normalise only the first two convolutions. Here all five have batch normalisation.",
    es="Normalizas solo las dos primeras convoluciones. Aquí las cinco llevan normalización por lotes.",
)
def only_two_normalised(input_shape, n_classes):
    return _mini(input_shape, n_classes, normed=(1, 2))


@misconception(
    en="You normalise after the ReLU. Here batch normalisation stands between the convolution and its ReLU.",
    es="Normalizas después de la ReLU. Aquí la normalización por lotes va entre la convolución y su ReLU.",
)
def relu_before_norm(input_shape, n_classes):
    return _mini(input_shape, n_classes, order="relu norm")


@misconception(
    en="You keep Keras's momentum of 0.99. Its averages remember 100 steps, and our training has some 200: give 0.9.",
    es="Dejas el momentum de Keras, 0.99. Sus promedios recuerdan 100 pasos, y nuestro entrenamiento tiene unos 200: dale 0.9.",
)
def slow_averages(input_shape, n_classes):
    return _mini(input_shape, n_classes, momentum=0.99)


@misconception(
    en="You forget to rescale: the pictures go from 0 to 255, and the network itself brings them to 0 to 1.",
    es="Olvidas reescalar: las imágenes van de 0 a 255, y la propia red las lleva al rango de 0 a 1.",
)
def without_rescaling(input_shape, n_classes):
    return _mini(input_shape, n_classes, rescale=False)


@misconception(
    en="You divide the dropout rate by 8 too. Sizes shrink; half of the units is still half.",
    es="También divides entre 8 la tasa de abandono. Los tamaños se achican; la mitad de las unidades sigue siendo la mitad.",
)
def eighth_of_the_dropout(input_shape, n_classes):
    return _mini(input_shape, n_classes, rate=0.5 / 8)


@misconception(
    en="You leave the dense layers at 4096 units: they are divided by 8 too.",
    es="Dejas las capas densas en 4096 unidades: también se dividen entre 8.",
)
def full_dense_layers(input_shape, n_classes):
    return _mini(input_shape, n_classes, units=4096)


@misconception(
    en="You shrink the first kernel. Kernels, strides and poolings stay as they are; only filters and units are divided.",
    es="Achicas el primer núcleo. Los núcleos, pasos y agrupaciones quedan como están; solo se dividen los filtros y las unidades.",
)
def smaller_first_kernel(input_shape, n_classes):
    return _mini(input_shape, n_classes, first=(5, 4, "same"))


@misconception(
    en="You pool in windows of 2 × 2: as in the large network, they are 3 × 3 with stride 2.",
    es="Agrupas en ventanas de 2 × 2: como en la red grande, son de 3 × 3 con paso 2.",
)
def small_poolings(input_shape, n_classes):
    return _mini(input_shape, n_classes, pool=(2, 2))


@misconception(
    en="Your network only takes pictures of 67 × 67: use input_shape.",
    es="Tu red solo recibe imágenes de 67 × 67: usa input_shape.",
)
def ignores_input_shape(input_shape, n_classes):
    return _mini((67, 67, 3), n_classes)


@misconception(
    en="Your network always has ten classes: use n_classes.",
    es="Tu red siempre tiene diez clases: usa n_classes.",
)
def ignores_n_classes(input_shape, n_classes):
    return _mini(input_shape, 10)


@misconception(
    en="Your output has no softmax, so it gives scores and not probabilities.",
    es="Tu salida no tiene softmax, así que da puntajes y no probabilidades.",
)
def mini_scores_only(input_shape, n_classes):
    return _mini(input_shape, n_classes, last=None)


@misconception(
    en="You freeze the convolutions (trainable=False), as one does with a network trained by others. This one starts at random: all of it learns.",
    es="Congelas las convoluciones (trainable=False), como se hace con una red que otros entrenaron. Esta empieza al azar: toda aprende.",
)
def mini_freezes_the_convolutions(input_shape, n_classes):
    model = _mini(input_shape, n_classes)
    for one in model.layers:
        one.trainable = not isinstance(one, layers.Conv2D)
    return model


@misconception(
    en="You freeze batch normalisation (trainable=False): its scale and its averages would never learn.",
    es="Congelas la normalización por lotes (trainable=False): su escala y sus promedios nunca aprenderían.",
)
def freezes_the_normalisation(input_shape, n_classes):
    return _mini(input_shape, n_classes, norm=lambda: layers.BatchNormalization(momentum=0.9, trainable=False))
