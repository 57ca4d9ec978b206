"""Other right ways to write train_mini_alexnet."""

from __future__ import annotations

import keras
import numpy as np


def as_in_2012(model, X, y):
    """Gradient descent with momentum, the rate divided by ten near the end, labels as one-hot rows."""
    rows = keras.utils.to_categorical(np.asarray(y), int(np.max(y)) + 1 if len(y) > 20 else model.output_shape[-1])
    descent = keras.optimizers.SGD(0.02, momentum=0.9)
    model.compile(descent, keras.losses.CategoricalCrossentropy(), metrics=["accuracy"])
    model.fit(X, rows, batch_size=32, epochs=6, verbose=0)
    descent.learning_rate.assign(0.002)
    model.fit(X, rows, batch_size=32, epochs=2, verbose=0)
    return model


def augmented_in_the_last_moment(model, X, y):
    """A loop of its own over the epochs; every other epoch sees moved and mirrored pictures."""
    rng = np.random.default_rng(0)
    epochs, batch = 8, 40
    steps = epochs * int(np.ceil(len(X) / batch))
    rate = keras.optimizers.schedules.CosineDecay(0.002, steps)
    model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy")
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        pictures = augment(X[order], rng) if epoch % 2 else X[order]
        model.fit(pictures, np.asarray(y)[order], batch_size=batch, shuffle=False, verbose=0)
    return model
