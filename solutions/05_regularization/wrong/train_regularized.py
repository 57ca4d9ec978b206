"""Wrong answers to train_regularized."""

from __future__ import annotations

import keras
import numpy as np

from autograder import misconception


def _fit(model, X, y, val, epochs=100, loss="sparse_categorical_crossentropy", **stop):
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    callbacks = [keras.callbacks.EarlyStopping(**stop)] if stop else []
    return model.fit(X, y, batch_size=32, epochs=epochs, validation_data=val, callbacks=callbacks, verbose=0)


@misconception(
    en="You stop in time but keep the last weights: ask Keras to restore the best ones.",
    es="Paras a tiempo pero te quedas con los últimos pesos: pídele a Keras que restaure los mejores.",
)
def keeps_the_last_weights(model, X, y, X_val, y_val):
    _fit(model, X, y, (X_val, y_val), monitor="val_loss", patience=5)
    return model


@misconception(
    en="You train all the epochs without early stopping: the network memorizes the false labels.",
    es="Entrenas todas las épocas sin detención temprana: la red memoriza las etiquetas falsas.",
)
def never_stops(model, X, y, X_val, y_val):
    _fit(model, X, y, (X_val, y_val), epochs=30)
    return model


@misconception(
    en="You watch the training loss: it always falls, so you never stop. Watch the validation loss.",
    es="Vigilas la pérdida de entrenamiento: siempre baja, así que nunca paras. Vigila la de validación.",
)
def watches_the_training_loss(model, X, y, X_val, y_val):
    _fit(model, X, y, (X_val, y_val), epochs=30, monitor="loss", patience=5, restore_best_weights=True)
    return model


@misconception(
    en="You return what fit returns, the history: the answer is the model.",
    es="Devuelves lo que devuelve fit, el historial: la respuesta es el modelo.",
)
def returns_the_history(model, X, y, X_val, y_val):
    return _fit(model, X, y, (X_val, y_val), epochs=1, monitor="val_loss", patience=5, restore_best_weights=True)


@misconception(
    en="You train with the validation data too: then they can no longer tell you when to stop.",
    es="Entrenas también con los datos de validación: entonces ya no pueden decirte cuándo parar.",
)
def trains_on_validation(model, X, y, X_val, y_val):
    X, y = np.concatenate([X, X_val]), np.concatenate([y, y_val])
    _fit(model, X, y, (X_val, y_val), epochs=30, monitor="val_loss", patience=5, restore_best_weights=True)
    return model


@misconception(
    en="You validate with the training data: what it memorizes looks like progress.",
    es="Validas con los datos de entrenamiento: lo que memoriza parece progreso.",
)
def validates_on_training(model, X, y, X_val, y_val):
    _fit(model, X, y, (X, y), epochs=30, monitor="val_loss", patience=5, restore_best_weights=True)
    return model


@misconception(
    en="You ask for a low accuracy: with accuracy, progress means higher. Better watch the validation loss.",
    es="Pides una exactitud baja: con la exactitud, progresar es subir. Mejor vigila la pérdida de validación.",
)
def wants_a_low_accuracy(model, X, y, X_val, y_val):
    _fit(model, X, y, (X_val, y_val), monitor="val_accuracy", mode="min", patience=2, restore_best_weights=True)
    return model


@misconception(
    en="You compile the model and never train it.",
    es="Compilas el modelo y nunca lo entrenas.",
)
def never_trains(model, X, y, X_val, y_val):
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


@misconception(
    en="You chose the cross-entropy for one-hot labels: these are integers, so take the sparse one.",
    es="Elegiste la entropía cruzada para etiquetas one-hot: estas son enteros, así que toma la dispersa (sparse).",
)
def one_hot_loss(model, X, y, X_val, y_val):
    _fit(model, X, y, (X_val, y_val), loss="categorical_crossentropy", monitor="val_loss", restore_best_weights=True)
    return model
