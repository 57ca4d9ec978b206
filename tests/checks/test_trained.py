"""How a training is drawn: who was taken for whom, and the way of loss and accuracy."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.checks import CheckFailed, assert_accuracy
from autograder.checks.trained import CLASSES, OTHER, of_training
from autograder.picture import ACCURACY, POINTS, Curve, Picture


def drawn(predicted: object, labels: object, at_least: float = 0.99) -> Picture:
    with pytest.raises(CheckFailed) as caught:
        assert_accuracy(predicted, labels, at_least)
    return caught.value.picture


def test_too_few_right_answers_show_the_classes_that_were_confused() -> None:
    picture = drawn(np.array([0, 1, 1, 1, 2]), np.array([0, 1, 2, 2, 2]))
    assert (picture.kind, picture.worst, picture.wrong, picture.tried) == (ACCURACY, ("0.6", "0.99"), 2, 5)
    assert picture.window.yours == ("1 0 0", "0 1 0", "0 2 1")
    assert (picture.window.levels, picture.window.worst) == (("000", "000", "040"), (2, 1))


def test_predictions_that_are_no_class_have_a_column_of_their_own() -> None:
    window = drawn([0.5, 7, 1], np.array([0, 1, 1])).window
    assert window.columns == (0, 1, OTHER)
    assert window.yours == ("0 0 1", "0 1 1")


def test_with_too_many_classes_or_none_that_are_whole_only_the_share_is_told() -> None:
    many = np.arange(CLASSES + 1)
    assert drawn(many + 1, many) == Picture(ACCURACY, (11,), worst=("0", "0.99"), wrong=11)
    assert drawn([0.0, 0.0], np.array([0.5, 1.5])).window is None


def test_loss_and_accuracy_are_curves_and_the_accuracy_has_its_bound() -> None:
    history = {"val_loss": [9.0], "sparse_categorical_accuracy": [0.1, 0.5], "loss": [2.3, float("nan")], "lr": [1.0]}
    assert of_training(history, 0.9) == (
        Curve((2.3, None), name="loss"),
        Curve((0.1, 0.5), bound=0.9, name="accuracy"),
    )


@pytest.mark.parametrize("odd", ["x" * 99, 7, [], {}, None, np.zeros(3)])
def test_what_holds_no_list_of_numbers_is_no_curve(odd: object) -> None:
    assert of_training({"loss": odd, 7: [1.0]}) == ()


def test_whatever_a_model_recorded_a_curve_is_short_and_finite() -> None:
    odd = [1e400, 10**400, "x", [1.0], None, True, np.float32(1.5), np.array(2.5)]
    (curve,) = of_training({"loss": odd})
    assert curve.yours == (None, None, None, None, None, None, 1.5, 2.5)
    (long,) = of_training({"loss": [1.0] * 1_000_000})
    assert len(long.yours) <= POINTS
