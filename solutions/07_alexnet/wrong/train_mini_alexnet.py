"""Wrong answers to train_mini_alexnet."""

from __future__ import annotations

import keras
import numpy as np

from autograder import misconception

LOSS = "sparse_categorical_crossentropy"


def _fitted(model, X, y, loss=LOSS, rate=2e-3, epochs=4, **settings):
    model.compile(keras.optimizers.Adam(rate), loss)
    history = model.fit(X, y, batch_size=32, epochs=epochs, verbose=0, **settings)
    return model, history


@misconception(
    en="You return what fit returns, its history: return the model.",
    es="Devuelves lo que devuelve fit, su historia: devuelve el modelo.",
)
def returns_the_history(model, X, y):
    return _fitted(model, X, y, epochs=1)[1]


@misconception(
    en="You compile the model and never fit it.",
    es="Compilas el modelo y nunca lo entrenas con fit.",
)
def only_compiles(model, X, y):
    model.compile("adam", LOSS)
    return model


@misconception(
    en="You divide by 255 although the model rescales by itself: it would see the new pictures 255 times brighter.",
    es="Divides entre 255 aunque el modelo reescala por su cuenta: vería las imágenes nuevas 255 veces más brillantes.",
)
def rescales_twice(model, X, y):
    return _fitted(model, np.asarray(X) / 255, y)[0]


@misconception(
    en="You set the last pictures aside with validation_split, which takes them before shuffling: if they are sorted, the last class is never seen.",
    es="Apartas las últimas imágenes con validation_split, que las toma antes de mezclar: si están ordenadas, la última clase no se ve nunca.",
)
def never_sees_the_last_class(model, X, y):
    return _fitted(model, X, y, validation_split=0.2)[0]


@misconception(
    en="You shuffle the pictures and not the labels: each picture needs its own label.",
    es="Mezclas las imágenes y no las etiquetas: cada imagen necesita su propia etiqueta.",
)
def breaks_the_pairs(model, X, y):
    return _fitted(model, np.random.default_rng(0).permutation(X), y)[0]


@misconception(
    en="You choose the cross-entropy that wants one-hot labels: y has integers.",
    es="Eliges la entropía cruzada que quiere etiquetas one-hot: y tiene enteros.",
)
def loss_for_one_hot(model, X, y):
    return _fitted(model, X, y, "categorical_crossentropy", epochs=1)[0]


@misconception(
    en="You tell the loss that it receives logits: the network ends in a softmax.",
    es="Le dices a la pérdida que recibe logits: la red termina en un softmax.",
)
def logits_that_are_not(model, X, y):
    return _fitted(model, X, y, keras.losses.SparseCategoricalCrossentropy(from_logits=True), epochs=1)[0]


@misconception(
    en="You train a copy and return the model that was given, which learned nothing.",
    es="Entrenas una copia y devuelves el modelo que te dieron, que no aprendió nada.",
)
def trains_a_copy(model, X, y):
    _fitted(keras.models.clone_model(model), X, y, epochs=1)
    model.compile("adam", LOSS)
    return model


@misconception(
    en="Your learning rate is so large that training diverges: with Adam, start at 0.001 or 0.002.",
    es="Tu tasa de aprendizaje es tan grande que el entrenamiento diverge: con Adam, empieza en 0.001 o 0.002.",
)
def far_too_large_steps(model, X, y):
    return _fitted(model, X, y, rate=1.0, epochs=2)[0]


@misconception(
    en="You train the dense layers only, and leave the convolutions as they were drawn at random.",
    es="Entrenas solo las capas densas, y dejas las convoluciones como salieron del azar.",
)
def frozen_convolutions(model, X, y):
    for one in model.layers:
        one.trainable = isinstance(one, keras.layers.Dense)
    return _fitted(model, X, y, epochs=1)[0]
