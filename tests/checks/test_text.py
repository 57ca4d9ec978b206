"""Numbers, indices and shapes as students read them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checks.text import first_index, show, show_index, show_pair, show_shape


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (3, "3"),
        (3.0, "3.0"),
        (-0.0, "0.0"),
        (0.1 + 0.2, "0.3"),
        (1e-9, "1e-09"),
        (True, "True"),
        (np.bool_(False), "False"),
        (np.int64(-7), "-7"),
        (np.float32(0.5), "0.5"),
        (1 + 2j, "1+2j"),
        (np.nan, "NaN"),
        (-np.inf, "-inf"),
        (10**30, "1e+30"),
        (-(10**400), "-10**400"),
        (10**6000, "10**6000"),
    ],
    ids=range(15),
)
def test_a_number_is_short_and_shows_its_type(number: Any, text: str) -> None:
    assert show(number) == text


def test_two_numbers_get_the_digits_that_tell_them_apart() -> None:
    assert show_pair(0.5, 0.25) == ("0.5", "0.25")
    assert show_pair(1.0000000012, 1.0) == ("1.0000000012", "1.0")
    assert show_pair(1.0, 1.0) == ("1.0", "1.0")


def test_a_shape_of_one_number_is_said_in_words() -> None:
    assert show_shape((3, 1)).es == "(3, 1)"
    assert (show_shape(()).en, show_shape(()).es) == ("() (one number)", "() (un solo número)")


def test_an_index_is_the_first_in_reading_order() -> None:
    where = np.array([[False, False], [True, True]])
    assert show_index(first_index(where)) == "[1, 0]"
    assert first_index(np.array(True)) == ()
