"""Other right ways to write train_regularized."""

from __future__ import annotations

import keras
import numpy as np


def a_patient_one(model, X, y, X_val, y_val):
    """Objects instead of names, a patience of 8, a min_delta."""
    model.compile(keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy())
    stop = keras.callbacks.EarlyStopping("val_loss", min_delta=1e-3, patience=8, restore_best_weights=True)
    model.fit(X, y, 32, epochs=100, verbose=0, callbacks=stop, validation_data=(X_val, y_val), shuffle=True)
    return model


def one_epoch_at_a_time(model, X, y, X_val, y_val):
    """Watches by itself, and restores with set_weights."""
    X, y, X_val, y_val = (np.asarray(a) for a in (X, y, X_val, y_val))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    best, kept, waited = np.inf, model.get_weights(), 0
    for epoch in range(100):
        history = model.fit(
            X, y, batch_size=32, validation_data=(X_val, y_val), verbose=0, epochs=epoch + 1, initial_epoch=epoch
        )
        loss = history.history["val_loss"][0]
        best, kept, waited = (loss, model.get_weights(), 0) if loss < best else (best, kept, waited + 1)
        if waited == 5:
            break
    model.set_weights(kept)
    return model
