"""The share of right predictions."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..language import Sentence
from .arrays import numbers
from .failure import CheckFailed, failed
from .text import show_pair
from .trained import of_classes


def assert_accuracy(predicted: Any, labels: Any, at_least: float) -> float:
    """At least this share of `predicted`, (N,) labels or (N, C) scores, agrees with `labels` (N,). Returns the share."""
    truth = np.asarray(labels)
    if truth.ndim != 1 or not truth.size or truth.dtype.kind not in "biuf":
        raise ValueError(f"labels must be numbers of shape (N,), N > 0, not {truth.dtype} of shape {truth.shape}")
    guess = numbers(predicted)
    n = truth.size
    if guess.shape[:1] != (n,) or guess.ndim > 2 or (guess.ndim == 2 and guess.shape[1] < 2):
        raise failed(
            predicted,
            f"The shape of the predictions is {guess.shape} and should be ({n},) or ({n}, classes).",
            f"La forma de las predicciones es {guess.shape} y debería ser ({n},) o ({n}, clases).",
        )
    if guess.dtype.kind == "c":
        raise failed(predicted, "The predictions are complex numbers.", "Las predicciones son números complejos.")
    if np.isnan(guess).any():
        raise failed(predicted, "Some predictions are NaN.", "Algunas predicciones son NaN.")
    chosen = guess.argmax(axis=1) if guess.ndim == 2 else guess
    right = int((chosen == truth).sum())
    if not right / n >= at_least:
        got, should = show_pair(right / n, float(at_least))
        says = Sentence(
            f"The accuracy is {got} ({right} of {n} right) and should be at least {should}.",
            f"La exactitud es {got} ({right} de {n} correctas) y debería ser al menos {should}.",
        )
        raise CheckFailed(says, predicted, of_classes(chosen, truth, right / n, float(at_least)))
    return right / n
