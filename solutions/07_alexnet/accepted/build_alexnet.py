"""Other right ways to write build_alexnet."""

from __future__ import annotations

import keras
from keras import layers

from autograder.layers import LocalResponseNormalization


def functional_with_separate_activations(n_classes):
    """The functional way; each activation is a layer of its own."""
    start = keras.Input(shape=(227, 227, 3), name="photograph")
    x = start
    for number, (filters, size) in enumerate(((96, 11), (256, 5), (384, 3), (384, 3), (256, 3)), 1):
        options = {"strides": (4, 4)} if number == 1 else {"padding": "same"}
        x = layers.Activation("relu")(layers.Conv2D(filters, (size, size), name=f"conv{number}", **options)(x))
        if number < 3:
            x = LocalResponseNormalization()(x)
        if number in (1, 2, 5):
            x = layers.MaxPooling2D(pool_size=(3, 3), strides=(2, 2))(x)
    x = layers.Flatten()(x)
    for _ in range(2):
        x = layers.Dropout(0.5)(layers.ReLU()(layers.Dense(4096)(x)))
    return keras.Model(start, layers.Softmax()(layers.Dense(n_classes)(x)))


def two_models_in_one(n_classes):
    """The eye and the brain are models of their own; compiled, which nobody asked for."""
    eye = keras.Sequential([keras.layers.InputLayer(shape=(227, 227, 3))])
    eye.add(layers.Conv2D(96, 11, 4, activation=keras.activations.relu, kernel_initializer="he_normal"))
    eye.add(LocalResponseNormalization(2, 2, 0.0001, 0.75))
    eye.add(layers.MaxPool2D(3, 2, "valid"))
    eye.add(layers.Convolution2D(256, 5, padding="same", activation="relu", bias_initializer="ones"))
    eye.add(LocalResponseNormalization(2, 2, 0.0001, 0.75))
    eye.add(layers.MaxPool2D(3, 2))
    for filters in (384, 384, 256):
        eye.add(layers.Conv2D(filters, (3, 3), (1, 1), "same", activation="relu"))
    eye.add(layers.MaxPool2D(3, 2))
    brain = keras.Sequential([layers.Dense(4096, "relu"), layers.Dropout(0.5), layers.Dense(4096, "relu"), layers.Dropout(0.5)])
    model = keras.Sequential([eye, layers.Flatten(), brain, layers.Dense(n_classes, "softmax")])
    model.compile("sgd", "sparse_categorical_crossentropy")
    return model
