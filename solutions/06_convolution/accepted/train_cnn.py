"""Right answers to train_cnn."""

import keras
import numpy as np


def one_hot(model, X, y):
    """The other cross-entropy, with one-hot labels."""
    labels = keras.utils.to_categorical(np.asarray(y), 10)
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.002), loss="categorical_crossentropy")
    model.fit(np.asarray(X), labels, batch_size=64, epochs=5, verbose=0)
    return model


def shuffled_by_hand(model, X, y):
    """Mixes the samples itself and watches some of them, which it does train on."""
    order = np.random.default_rng(0).permutation(len(y))
    X, y = np.asarray(X, dtype="float32")[order], np.asarray(y)[order]
    model.compile("nadam", keras.losses.SparseCategoricalCrossentropy(), metrics=["sparse_categorical_accuracy"])
    model.fit(X, y, epochs=4, batch_size=min(len(y), 50), verbose=0, validation_data=(X[:10], y[:10]), shuffle=False)
    return model
