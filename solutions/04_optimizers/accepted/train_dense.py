import keras
import numpy as np


def larger_batches(model, X, y):
    """float32, batches of 48, more epochs, and a copy in an order of its own."""
    order = np.random.permutation(len(X))
    X = np.asarray(X, dtype="float32")[order] / 16.0
    model.fit(x=X, y=np.asarray(y)[order], epochs=30, batch_size=48, verbose=0)
    return model


def own_loop(model, X, y):
    """train_on_batch with this notebook's own minibatches."""
    rng = np.random.default_rng()
    scaled = np.multiply(X, 1 / 16)
    for _ in range(25):
        for some_X, some_y in minibatches(scaled, np.asarray(y, dtype=int), 32, rng):
            model.train_on_batch(some_X, some_y)
    return model


def stops_when_it_is_good(model, X, y):
    """A callback ends the training once the loss is small."""

    class Enough(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            self.model.stop_training = logs["loss"] < 0.05

    model.fit(np.asarray(X) / 16, np.asarray(y), batch_size=24, epochs=40, callbacks=[Enough()], verbose=0)
    return model
