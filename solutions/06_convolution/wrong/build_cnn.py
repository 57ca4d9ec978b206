"""Wrong answers to build_cnn."""

from __future__ import annotations

import keras

from autograder import misconception


def _network(*layers, size=(28, 28, 1)):
    return keras.Sequential([keras.Input(size), *layers])


def _conv(filters=32, size=3, **settings):
    return keras.layers.Conv2D(filters, size, **({"activation": "relu"} | settings))


def _dense(units=128, activation="relu"):
    return keras.layers.Dense(units, activation=activation)


@misconception(
    en="You pad the convolution: the class's network uses none, and its maps are 26 × 26.",
    es="Le pones relleno a la convolución: la red de la clase no lleva, y sus mapas son de 26 × 26.",
)
def same_padding():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    return _network(_conv(padding="same"), pool, flat, _dense(), _dense(10, "softmax"))


@misconception(
    en="You forget Flatten: the dense layers work on each place by itself, and the output still has places.",
    es="Olvidas Flatten: las capas densas trabajan en cada lugar por separado, y la salida todavía tiene lugares.",
)
def no_flatten():
    return _network(_conv(), keras.layers.MaxPooling2D(2), _dense(), _dense(10, "softmax"))


@misconception(
    en="You average each map instead of flattening it: Flatten keeps all 5,408 numbers.",
    es="Promedias cada mapa en lugar de aplanarlo: Flatten conserva los 5,408 números.",
)
def averages_the_maps():
    pool, mean = keras.layers.MaxPooling2D(2), keras.layers.GlobalAveragePooling2D()
    return _network(_conv(), pool, mean, _dense(), _dense(10, "softmax"))


@misconception(
    en="You use a sigmoid per digit: the ten answers compete, so use softmax.",
    es="Usas una sigmoide por dígito: las diez respuestas compiten, así que usa softmax.",
)
def sigmoid_output():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    return _network(_conv(), pool, flat, _dense(), _dense(10, "sigmoid"))


@misconception(
    en="Your last layer has no softmax: its outputs are not probabilities.",
    es="Tu última capa no tiene softmax: sus salidas no son probabilidades.",
)
def no_softmax():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    return _network(_conv(), pool, flat, _dense(), _dense(10, None))


@misconception(
    en="Your convolution has no ReLU: without it, it is one more linear step.",
    es="Tu convolución no tiene ReLU: sin ella es un paso lineal más.",
)
def no_relu_after_convolution():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    return _network(_conv(activation=None), pool, flat, _dense(), _dense(10, "softmax"))


@misconception(
    en="Your hidden dense layer has no ReLU: two linear layers in a row are one.",
    es="Tu capa densa oculta no tiene ReLU: dos capas lineales seguidas son una sola.",
)
def no_relu_in_dense():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    return _network(_conv(), pool, flat, _dense(128, None), _dense(10, "softmax"))


@misconception(
    en="You leave the pooling out.",
    es="Dejas fuera la agrupación.",
)
def no_pooling():
    return _network(_conv(), keras.layers.Flatten(), _dense(), _dense(10, "softmax"))


@misconception(
    en="You pool by averages: the class's network uses max pooling.",
    es="Agrupas con promedios: la red de la clase usa agrupación máxima.",
)
def average_pooling():
    pool, flat = keras.layers.AveragePooling2D(2), keras.layers.Flatten()
    return _network(_conv(), pool, flat, _dense(), _dense(10, "softmax"))


@misconception(
    en="You exchange the number of filters and the size of the kernel: there are 32 filters of 3 × 3.",
    es="Confundes la cantidad de filtros con el tamaño del núcleo: son 32 filtros de 3 × 3.",
)
def three_filters():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    return _network(_conv(3, 5), pool, flat, _dense(), _dense(10, "softmax"))


@misconception(
    en="You leave the hidden dense layer of 128 units out.",
    es="Dejas fuera la capa densa oculta de 128 unidades.",
)
def no_hidden_layer():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    return _network(_conv(), pool, flat, _dense(10, "softmax"))


@misconception(
    en="Your input has three channels: these digits are grey, they have one.",
    es="Tu entrada tiene tres canales: estos dígitos son grises, tienen uno.",
)
def colour_input():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    return _network(_conv(), pool, flat, _dense(), _dense(10, "softmax"), size=(28, 28, 3))


@misconception(
    en="You put the batch into the input's shape: keras.Input takes the shape of one image.",
    es="Pones el lote en la forma de la entrada: keras.Input recibe la forma de una imagen.",
)
def batch_in_the_input():
    conv, flat = keras.layers.Conv2D(32, 3, activation="relu"), keras.layers.Flatten()
    return _network(conv, flat, _dense(), _dense(10, "softmax"), size=(32, 28, 28, 1))


@misconception(
    en="You return None: end with return model.",
    es="Devuelves None: termina con return model.",
)
def returns_nothing():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    _network(_conv(), pool, flat, _dense(), _dense(10, "softmax"))


@misconception(
    en="You pool before the convolution: the table looks at the image first and forgets afterwards.",
    es="Agrupas antes de la convolución: la tabla primero mira la imagen y después olvida.",
)
def pools_first():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    return _network(pool, _conv(), flat, _dense(), _dense(10, "softmax"))


@misconception(
    en="You pool with stride 1: windows of 2 × 2 that do not overlap jump by 2, and halve the map.",
    es="Agrupas con paso 1: las ventanas de 2 × 2 que no se traslapan saltan de 2 en 2, y reducen el mapa a la mitad.",
)
def pools_with_stride_one():
    pool, flat = keras.layers.MaxPooling2D(2, strides=1), keras.layers.Flatten()
    return _network(_conv(), pool, flat, _dense(), _dense(10, "softmax"))


@misconception(
    en="You apply softmax twice: the second one makes all the probabilities almost alike.",
    es="Aplicas softmax dos veces: la segunda deja todas las probabilidades casi iguales.",
)
def softmax_twice():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    return _network(_conv(), pool, flat, _dense(), _dense(10, "softmax"), keras.layers.Softmax())


@misconception(
    en="You freeze the convolution (trainable=False), as one does with a network trained by others. This one starts at random: all of it learns.",
    es="Congelas la convolución (trainable=False), como se hace con una red que otros entrenaron. Esta empieza al azar: toda aprende.",
)
def freezes_the_convolution():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    return _network(_conv(trainable=False), pool, flat, _dense(), _dense(10, "softmax"))


@misconception(
    en="You freeze the whole network (trainable = False): it would keep the random weights that it starts with.",
    es="Congelas toda la red (trainable = False): se quedaría con los pesos al azar con los que empieza.",
)
def freezes_everything():
    pool, flat = keras.layers.MaxPooling2D(2), keras.layers.Flatten()
    model = _network(_conv(), pool, flat, _dense(), _dense(10, "softmax"))
    model.trainable = False
    return model
