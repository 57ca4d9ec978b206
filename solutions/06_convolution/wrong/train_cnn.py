"""Wrong answers to train_cnn."""

from __future__ import annotations

import keras
import numpy as np

from autograder import misconception

LOSS = "sparse_categorical_crossentropy"


@misconception(
    en="You return what fit returns, its history: return the model.",
    es="Devuelves lo que devuelve fit, su historia: devuelve el modelo.",
)
def returns_the_history(model, X, y):
    model.compile("adam", LOSS)
    return model.fit(X, y, epochs=5, verbose=0)


@misconception(
    en="You compile the model and never fit it.",
    es="Compilas el modelo y nunca lo entrenas con fit.",
)
def only_compiles(model, X, y):
    model.compile("adam", LOSS)
    return model


@misconception(
    en="You divide by 255 again: X already goes from 0 to 1, and the new images are on that scale.",
    es="Vuelves a dividir entre 255: X ya va de 0 a 1, y las imágenes nuevas están en esa escala.",
)
def scales_twice(model, X, y):
    model.compile("adam", LOSS)
    model.fit(np.asarray(X) / 255, y, epochs=5, verbose=0)
    return model


@misconception(
    en="You set the last samples aside with validation_split: X is sorted, so the last digits are never learned.",
    es="Apartas las últimas muestras con validation_split: X está ordenado, así que los últimos dígitos no se aprenden nunca.",
)
def never_sees_the_last_digits(model, X, y):
    model.compile("adam", LOSS)
    model.fit(X, y, epochs=5, validation_split=0.2, verbose=0)
    return model


@misconception(
    en="You shuffle the images and not the labels: each image needs its own label.",
    es="Mezclas las imágenes y no las etiquetas: cada imagen necesita su propia etiqueta.",
)
def breaks_the_pairs(model, X, y):
    model.compile("adam", LOSS)
    model.fit(np.random.default_rng(0).permutation(X), y, epochs=5, verbose=0)
    return model


@misconception(
    en="You choose the cross-entropy that wants one-hot labels: y has integers.",
    es="Eliges la entropía cruzada que quiere etiquetas one-hot: y tiene enteros.",
)
def loss_for_one_hot(model, X, y):
    model.compile("adam", "categorical_crossentropy")
    model.fit(X, y, epochs=5, verbose=0)
    return model


@misconception(
    en="You tell the loss that it receives logits: the network ends in a softmax.",
    es="Le dices a la pérdida que recibe logits: la red termina en un softmax.",
)
def logits_that_are_not(model, X, y):
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    model.fit(X, y, epochs=5, verbose=0)
    return model
