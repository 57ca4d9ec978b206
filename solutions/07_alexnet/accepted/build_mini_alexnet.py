"""Other right ways to write build_mini_alexnet."""

from __future__ import annotations

import keras
from keras import layers


def functional(input_shape, n_classes):
    """The functional way, with names for the settings and activation layers of both kinds."""
    x = start = layers.Input(shape=tuple(input_shape))
    x = layers.Rescaling(scale=1.0 / 255.0)(x)
    for filters, kernel_size, pooled in ((96, 11, True), (256, 5, True), (384, 3, False), (384, 3, False), (256, 3, True)):
        first = kernel_size == 11
        x = layers.Conv2D(
            filters // 8, kernel_size, strides=4 if first else 1, padding="valid" if first else "same", use_bias=False
        )(x)
        x = layers.BatchNormalization(momentum=0.9)(x)
        x = layers.Activation("relu")(x)
        if pooled:
            x = layers.MaxPooling2D(pool_size=3, strides=2)(x)
    x = layers.Flatten()(x)
    for _ in range(2):
        x = layers.Dropout(0.5)(layers.Dense(512, activation="relu")(x))
    return keras.Model(start, layers.Dense(n_classes, activation="softmax")(x))


def layer_by_layer(input_shape, n_classes):
    """Adds one layer after the other, blocks as small models."""
    model = keras.Sequential()
    model.add(keras.Input(input_shape))
    model.add(layers.Rescaling(1 / 255, offset=0))
    for size, filters, after in zip((11, 5, 3, 3, 3), (12, 32, 48, 48, 32), (1, 1, 0, 0, 1)):
        block = keras.Sequential(
            [
                layers.Conv2D(filters, size, (4, 4) if size == 11 else 1, "same" if size < 11 else "valid", use_bias=False),
                layers.BatchNormalization(momentum=0.9, epsilon=1e-5),
                layers.Activation(keras.activations.relu),
            ]
        )
        model.add(block)
        if after:
            model.add(layers.MaxPool2D(3, 2))
    for one in (layers.Flatten(), layers.Dense(512), layers.ReLU(), layers.Dropout(0.5), layers.Dense(512), layers.ReLU()):
        model.add(one)
    model.add(layers.Dropout(rate=0.5))
    model.add(layers.Dense(n_classes))
    model.add(layers.Softmax())
    return model
