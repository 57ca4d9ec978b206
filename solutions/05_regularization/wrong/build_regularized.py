"""Wrong answers to build_regularized."""

from __future__ import annotations

import keras
from keras.constraints import MaxNorm
from keras.layers import Dense, Dropout

from autograder import misconception


@misconception(
    en="You give Dropout the fraction kept: Keras's rate, like ours, is the fraction dropped.",
    es="Le das a Dropout la fracción que se conserva: el rate de Keras, como el nuestro, es la que se descarta.",
)
def gives_the_fraction_kept(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(1 - rate),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(1 - rate),
        Dense(n_classes, "softmax")])  # fmt: skip


@misconception(
    en="You put a Dropout after the output: it would erase the probability of the right class.",
    es="Pones un Dropout después de la salida: borraría la probabilidad de la clase correcta.",
)
def drops_the_output(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(n_classes, "softmax"), Dropout(rate)])  # fmt: skip


@misconception(
    en="You put Dropout before each hidden layer: here the pixels stay, and it comes after each of them.",
    es="Pones Dropout antes de cada capa oculta: aquí los píxeles se quedan, y va después de cada una.",
)
def drops_the_input(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dropout(rate), Dense(64, "relu", kernel_constraint=MaxNorm(limit)),
        Dropout(rate), Dense(64, "relu", kernel_constraint=MaxNorm(limit)),
        Dense(n_classes, "softmax")])  # fmt: skip


@misconception(
    en="You forgot the second Dropout: there is one after each hidden layer.",
    es="Olvidaste el segundo Dropout: hay uno después de cada capa oculta.",
)
def one_dropout(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dense(n_classes, "softmax")])  # fmt: skip


@misconception(
    en="Your rate is always 0.5: use the one that the function receives.",
    es="Tu rate siempre es 0.5: usa el que recibe la función.",
)
def fixed_rate(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(0.5),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(0.5),
        Dense(n_classes, "softmax")])  # fmt: skip


@misconception(
    en="You call MaxNorm without its limit, so Keras takes 2: give it the one that the function receives.",
    es="Llamas a MaxNorm sin su límite, y Keras usa 2: dale el que recibe la función.",
)
def default_limit(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_constraint=MaxNorm()), Dropout(rate),
        Dense(64, "relu", kernel_constraint=MaxNorm()), Dropout(rate),
        Dense(n_classes, "softmax")])  # fmt: skip


@misconception(
    en="You constrain the biases: max-norm is for the kernel, the weights that multiply the inputs.",
    es="Limitas los sesgos: la norma límite es para el núcleo, los pesos que multiplican las entradas.",
)
def limits_the_biases(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", bias_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(64, "relu", bias_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(n_classes, "softmax")])  # fmt: skip


@misconception(
    en="You limit the last layer too: the table gives it no max-norm.",
    es="Limitas también la última capa: la tabla no le pone norma límite.",
)
def limits_the_last_layer(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(n_classes, "softmax", kernel_constraint=MaxNorm(limit))])  # fmt: skip


@misconception(
    en="You use the limit as an L2 price: that pulls on all weights, and forbids none.",
    es="Usas el límite como precio de L2: eso tira de todos los pesos y no prohíbe ninguno.",
)
def price_instead_of_limit(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(limit)), Dropout(rate),
        Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(limit)), Dropout(rate),
        Dense(n_classes, "softmax")])  # fmt: skip


@misconception(
    en="Your last layer is a sigmoid: the classes exclude each other, so their probabilities must add up to 1.",
    es="Tu última capa es una sigmoide: las clases se excluyen entre sí, así que sus probabilidades deben sumar 1.",
)
def sigmoid_at_the_end(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(n_classes, "sigmoid")])  # fmt: skip


@misconception(
    en="You forgot the ReLUs: without them the three layers are one.",
    es="Olvidaste las ReLU: sin ellas, las tres capas son una sola.",
)
def no_activation(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(64, kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(n_classes, "softmax")])  # fmt: skip


@misconception(
    en="You compile here: train_regularized does that, and this function returns the model as new.",
    es="Compilas aquí: de eso se encarga train_regularized, y esta función devuelve el modelo como nuevo.",
)
def compiles_the_model(n_inputs, n_classes, rate, limit):
    model = keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(n_classes, "softmax")])  # fmt: skip
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model


@misconception(
    en="You limit the rows: in a Dense layer the weights that come into a unit are a column, axis 0.",
    es="Limitas las filas: en una capa Dense los pesos que entran a una unidad son una columna, el eje 0.",
)
def limits_the_rows(n_inputs, n_classes, rate, limit):
    def hidden():
        return keras.layers.Dense(64, activation="relu", kernel_constraint=keras.constraints.MaxNorm(limit, axis=1))

    parts = [hidden(), keras.layers.Dropout(rate), hidden(), keras.layers.Dropout(rate)]
    return keras.Sequential([keras.Input((n_inputs,)), *parts, keras.layers.Dense(n_classes, activation="softmax")])


@misconception(
    en="You limit the biases as well as the kernel: max-norm is for the weights that multiply the inputs.",
    es="Limitas los sesgos además del núcleo: la norma límite es para los pesos que multiplican las entradas.",
)
def limits_the_biases_too(n_inputs, n_classes, rate, limit):
    def hidden():
        both = keras.constraints.MaxNorm(limit)
        return keras.layers.Dense(64, activation="relu", kernel_constraint=both, bias_constraint=both)

    parts = [hidden(), keras.layers.Dropout(rate), hidden(), keras.layers.Dropout(rate)]
    return keras.Sequential([keras.Input((n_inputs,)), *parts, keras.layers.Dense(n_classes, activation="softmax")])


@misconception(
    en="You add an L2 price to the limit: the table has max-norm only.",
    es="Agregas un precio L2 al límite: la tabla solo lleva norma límite.",
)
def price_and_limit(n_inputs, n_classes, rate, limit):
    def hidden():
        limited = keras.constraints.MaxNorm(limit)
        return keras.layers.Dense(64, activation="relu", kernel_constraint=limited, kernel_regularizer="l2")

    parts = [hidden(), keras.layers.Dropout(rate), hidden(), keras.layers.Dropout(rate)]
    return keras.Sequential([keras.Input((n_inputs,)), *parts, keras.layers.Dense(n_classes, activation="softmax")])


@misconception(
    en="You freeze the network (trainable = False): it would keep the random weights that it starts with.",
    es="Congelas la red (trainable = False): se quedaría con los pesos al azar con los que empieza.",
)
def freezes_the_network(n_inputs, n_classes, rate, limit):
    model = keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(rate),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit)), Dropout(rate), Dense(n_classes, "softmax")])  # fmt: skip
    model.trainable = False
    return model


@misconception(
    en="You freeze the hidden layers (trainable=False), as one does with a network trained by others. This one starts at random: all of it learns.",
    es="Congelas las capas ocultas (trainable=False), como se hace con una red que otros entrenaron. Esta empieza al azar: toda aprende.",
)
def freezes_the_hidden_layers(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit), trainable=False), Dropout(rate),
        Dense(64, "relu", kernel_constraint=MaxNorm(limit), trainable=False), Dropout(rate),
        Dense(n_classes, "softmax")])  # fmt: skip


@misconception(
    en="You forgot the max-norm: the two hidden layers have one, with the limit that the function receives.",
    es="Olvidaste la norma límite: las dos capas ocultas llevan una, con el límite que recibe la función.",
)
def without_a_limit(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu"), Dropout(rate), Dense(64, "relu"), Dropout(rate), Dense(n_classes, "softmax")])  # fmt: skip


@misconception(
    en="You use UnitNorm, which makes every unit as long as 1. MaxNorm only shortens those that pass the limit.",
    es="Usas UnitNorm, que deja a cada unidad con longitud 1. MaxNorm solo acorta las que pasan del límite.",
)
def unit_norm(n_inputs, n_classes, rate, limit):
    return keras.Sequential([keras.Input((n_inputs,)),
        Dense(64, "relu", kernel_constraint=keras.constraints.UnitNorm()), Dropout(rate),
        Dense(64, "relu", kernel_constraint=keras.constraints.UnitNorm()), Dropout(rate),
        Dense(n_classes, "softmax")])  # fmt: skip
