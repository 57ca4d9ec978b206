"""Wrong answers to diagnose_fit."""

from __future__ import annotations

import numpy as np

from autograder import misconception


@misconception(
    en="You call it overfitting because the validation loss is high. If the training loss is high too, nothing was learned: underfitting.",
    es="Dices sobreajuste porque la pérdida de validación es alta. Si la de entrenamiento también lo es, no aprendió nada: subajuste.",
)
def high_validation_is_overfitting(history):
    train, val, baseline = history["loss"][-1], history["val_loss"][-1], history["baseline"]
    if val > baseline / 2:
        return "overfitting"
    return "underfitting" if train > baseline / 2 else "good"


@misconception(
    en="You swap the two names: a training loss that stays high is underfitting, a gap is overfitting.",
    es="Cambias los dos nombres: una pérdida de entrenamiento que sigue alta es subajuste; una brecha es sobreajuste.",
)
def swaps_the_names(history):
    train, val, baseline = history["loss"][-1], history["val_loss"][-1], history["baseline"]
    if train > baseline / 2:
        return "overfitting"
    return "underfitting" if val - train > baseline / 5 else "good"


@misconception(
    en="You compare with fixed numbers. What is high depends on the number of classes: compare with the baseline.",
    es="Comparas con números fijos. Lo que es alto depende del número de clases: compara con baseline.",
)
def fixed_thresholds(history):
    train, val = history["loss"][-1], history["val_loss"][-1]
    if train > 1.15:
        return "underfitting"
    return "overfitting" if val - train > 0.46 else "good"


@misconception(
    en="You take the absolute value of the gap: a validation loss far below the training loss is no disease.",
    es="Tomas el valor absoluto de la brecha: una pérdida de validación muy por debajo no es una enfermedad.",
)
def absolute_gap(history):
    train, val, baseline = history["loss"][-1], history["val_loss"][-1], history["baseline"]
    if train > baseline / 2:
        return "underfitting"
    return "overfitting" if abs(val - train) > baseline / 5 else "good"


@misconception(
    en="You use the best validation loss. Overfitting shows in the last one: what matters is where the training ended.",
    es="Usas la mejor pérdida de validación. El sobreajuste se ve en la última: importa dónde terminó el entrenamiento.",
)
def best_instead_of_last(history):
    train, val, baseline = min(history["loss"]), min(history["val_loss"]), history["baseline"]
    if train > baseline / 2:
        return "underfitting"
    return "overfitting" if val - train > baseline / 5 else "good"


@misconception(
    en="You use the best validation loss. Overfitting shows in the last one: what matters is where the training ended.",
    es="Usas la mejor pérdida de validación. El sobreajuste se ve en la última: importa dónde terminó el entrenamiento.",
)
def best_validation_only(history):
    train, val, baseline = history["loss"][-1], min(history["val_loss"]), history["baseline"]
    if train > baseline / 2:
        return "underfitting"
    return "overfitting" if val - train > baseline / 5 else "good"


@misconception(
    en="You look for underfitting in the validation loss. Underfitting is not even learning the training data: the training loss tells.",
    es="Buscas el subajuste en la pérdida de validación. Subajustar es no aprender ni los datos de entrenamiento: lo dice su pérdida.",
)
def underfits_by_validation(history):
    train, val, baseline = history["loss"][-1], history["val_loss"][-1], history["baseline"]
    if val > baseline / 2:
        return "underfitting"
    return "overfitting" if val - train > baseline / 5 else "good"


@misconception(
    en="You judge the first epoch, when no network knows anything yet. Judge the last one.",
    es="Juzgas la primera época, cuando ninguna red sabe nada todavía. Juzga la última.",
)
def first_instead_of_last(history):
    train, val, baseline = history["loss"][0], history["val_loss"][0], history["baseline"]
    if train > baseline / 2:
        return "underfitting"
    return "overfitting" if val - train > baseline / 5 else "good"


@misconception(
    en="You average over all epochs, so the bad beginning counts as much as the end. Use the last epoch.",
    es="Promedias todas las épocas, así que el mal comienzo pesa tanto como el final. Usa la última época.",
)
def average_of_all_epochs(history):
    train, val, baseline = np.mean(history["loss"]), np.mean(history["val_loss"]), history["baseline"]
    if train > baseline / 2:
        return "underfitting"
    return "overfitting" if val - train > baseline / 5 else "good"


@misconception(
    en="You call any rise of the validation loss overfitting. Real curves tremble: look at the gap at the end.",
    es="A cualquier subida de la pérdida de validación la llamas sobreajuste. Las curvas reales tiemblan: mira la brecha final.",
)
def any_rise_is_overfitting(history):
    train, val, baseline = history["loss"], history["val_loss"], history["baseline"]
    if train[-1] > baseline / 2:
        return "underfitting"
    return "overfitting" if any(b > a for a, b in zip(val, val[1:])) else "good"


@misconception(
    en="You compare the end of the validation loss with its beginning. It can end far below its start and still have turned up.",
    es="Comparas el final de la pérdida de validación con su comienzo. Puede terminar muy por debajo de él y aun así haber subido.",
)
def ends_above_its_start(history):
    train, val, baseline = history["loss"][-1], history["val_loss"], history["baseline"]
    if train > baseline / 2:
        return "underfitting"
    return "overfitting" if val[-1] > val[0] else "good"


@misconception(
    en="You never look at the training loss: without it, underfitting cannot be told from overfitting.",
    es="Nunca miras la pérdida de entrenamiento: sin ella no se distingue el subajuste del sobreajuste.",
)
def only_validation(history):
    val, baseline = history["val_loss"], history["baseline"]
    if val[-1] > min(val) + baseline / 5:
        return "overfitting"
    return "good" if val[-1] < baseline / 5 else "underfitting"
