"""The share of right predictions."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checks import assert_accuracy

LABELS = np.array([0, 1, 2, 1])
SCORES = np.eye(3)[LABELS]


@pytest.mark.parametrize("predicted", [LABELS, LABELS.tolist(), LABELS.astype(float), SCORES, SCORES * -1 + 2 * SCORES])
def test_all_right_is_one(predicted: Any) -> None:
    assert assert_accuracy(predicted, LABELS, 1.0) == 1.0


def test_exactly_the_threshold_is_enough(hear: Any) -> None:
    assert assert_accuracy([0, 1, 2, 0], LABELS, 0.75) == 0.75
    assert hear(assert_accuracy, [0, 1, 2, 0], LABELS, 0.76) == (
        "The accuracy is 0.75 (3 of 4 right) and should be at least 0.76.",
        "La exactitud es 0.75 (3 de 4 correctas) y debería ser al menos 0.76.",
    )


def test_true_and_false_are_labels_one_and_zero() -> None:
    assert assert_accuracy(np.array([True, False]), [1, 0], 1.0) == 1.0


@pytest.mark.parametrize("shape", [(3,), (4, 1), (5, 3), (4, 3, 1), ()])
def test_predictions_of_another_shape_are_refused(shape: tuple[int, ...], hear: Any) -> None:
    en, es = hear(assert_accuracy, np.zeros(shape), LABELS, 0.0)
    assert en == f"The shape of the predictions is {shape} and should be (4,) or (4, classes)."
    assert es == f"La forma de las predicciones es {shape} y debería ser (4,) o (4, clases)."


def test_nan_and_complex_predictions_are_refused(hear: Any) -> None:
    scores = SCORES.copy()
    scores[2, 0] = np.nan
    assert hear(assert_accuracy, scores, LABELS, 0.0) == ("Some predictions are NaN.", "Algunas predicciones son NaN.")
    assert hear(assert_accuracy, SCORES * 1j, LABELS, 0.0)[0] == "The predictions are complex numbers."


@pytest.mark.parametrize("labels", [[], [[0, 1]], ["a"], SCORES])
def test_labels_that_are_no_labels_are_the_authors_error(labels: Any) -> None:
    with pytest.raises(ValueError, match="labels must be numbers"):
        assert_accuracy([0], labels, 0.5)
