"""What a wrong answer looks like as data: which entries are shown, which is the worst, and how small it stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.checks import CheckFailed, assert_close, assert_equal, assert_gradient, assert_shape, assert_stable
from autograder.picture import AXES, BLOCKS, COLUMNS, GRADIENT, POINTS, ROWS, SHAPES, VALUES, Picture

SMALL = 6_000  # bytes of the largest picture


def drawn(check: Callable[..., Any], *args: Any, **kwargs: Any) -> Picture | None:
    """The picture of a check that fails."""
    with pytest.raises(CheckFailed) as caught:
        check(*args, **kwargs)
    return caught.value.picture


def test_a_small_table_is_shown_whole_with_its_worst_entry() -> None:
    picture = drawn(assert_close, np.array([[3.0, 0.5, 2], [1, 0, 7]]), np.array([[0.0, 0, 2], [1, 0, 0]]))
    assert (picture.kind, picture.at, picture.worst, picture.wrong, picture.tried) == (VALUES, (1, 2), ("7", "0", "+7"), 3, 6)
    window = picture.window
    assert (window.yours, window.expected) == (("3 0.5 2", "1 0 7"), ("0 0 2", "1 0 0"))
    assert (window.difference, window.levels, window.worst) == (("+3 +0.5 ·", "· · +7"), ("210", "004"), (1, 2))
    assert (picture.map, picture.spans, picture.part, picture.curves) == (None, (), "", ())


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_is_worse_than_any_number(bad: float) -> None:
    picture = drawn(assert_close, np.array([1e6, bad, 0.0]), np.zeros(3))
    assert picture.at == (1,)
    assert picture.window.levels == ("440",)
    assert picture.window.yours[0].split()[1] in ("NaN", "inf", "-inf")


def test_equal_infinities_are_right() -> None:
    picture = drawn(assert_close, np.array([np.inf, np.nan, 1.0]), np.array([np.inf, np.nan, 2.0]))
    assert (picture.wrong, picture.at) == (1, (2,))


def test_of_more_than_two_axes_the_part_with_the_worst_entry_is_shown() -> None:
    expected = np.zeros((2, 5, 6, 3))
    actual = expected.copy()
    actual[1, 4, 2, 2], actual[0, 0, 0, 0] = 9.0, 1.0
    picture = drawn(assert_close, actual, expected)
    assert (picture.part, picture.at, picture.wrong) == ("[1, :, :, 2]", (1, 4, 2, 2), 2)
    assert (len(picture.window.rows), len(picture.window.columns), picture.window.worst) == (5, 6, (4, 2))


@pytest.mark.parametrize("at", [(0, 0), (99, 79), (40, 3)])
def test_of_a_large_table_a_window_and_a_map_hold_the_worst_entry(at: tuple[int, int]) -> None:
    expected = np.arange(8000.0).reshape(100, 80)
    actual = expected.copy()
    actual[at] += 5
    picture = drawn(assert_close, actual, expected)
    window, r, c = picture.window, *picture.window.worst
    assert (window.rows[r], window.columns[c]) == at
    assert window.difference[r].split()[c] == "+5"
    rows, columns = picture.map.block
    assert picture.map.worst == (at[0] // rows, at[1] // columns)
    assert picture.map.levels[picture.map.worst[0]][picture.map.worst[1]] == "4"
    assert sum(row.count("4") for row in picture.map.levels) == 1
    assert picture.spans[2:] == ("0", "7999")


def test_true_and_false_differ_without_a_number() -> None:
    picture = drawn(assert_close, np.array([True, False]), np.array([True, True]))
    assert picture.window.difference == ("· ≠",)
    assert picture.worst == ("False", "True", "≠")
    assert drawn(assert_equal, [False, True], [False, False]).worst == ("True", "False", "≠")


def test_lists_of_numbers_are_curves() -> None:
    (curve,) = drawn(assert_close, [3, 3, 1, 2], np.array([3, 3, 4, 4])).curves
    assert (curve.yours, curve.expected, curve.step) == ((3.0, 3.0, 1.0, 2.0), (3.0, 3.0, 4.0, 4.0), 1)
    assert drawn(assert_close, np.array([3, 3, 1, 2]), np.array([3, 3, 4, 4])).curves == ()


def test_lists_of_different_lengths_are_curves_beside_outlines() -> None:
    picture = drawn(assert_close, [3, 3], np.array([3, 3, 4, 4]))
    assert (picture.kind, picture.shape, picture.expected_shape) == (SHAPES, (2,), (4,))
    assert picture.curves[0].yours == (3.0, 3.0)


def test_a_long_row_is_a_curve_with_its_worst_entry_on_it() -> None:
    actual, expected = np.zeros(5000), np.zeros(5000)
    actual[4321] = 7.0
    (curve,) = drawn(assert_close, actual, expected).curves
    assert len(curve.yours) <= POINTS
    assert max(curve.yours) == 7.0
    assert curve.step * len(curve.yours) >= 5000


def test_two_shapes_are_outlines() -> None:
    for picture in (
        drawn(assert_shape, np.zeros((2, 3)), (3, 2)),
        drawn(assert_close, np.zeros((2, 3)), np.zeros((3, 2))),
        drawn(assert_gradient, lambda x: x**2, lambda d, x: np.zeros((2, 3)), np.ones((3, 2))),
    ):
        assert picture == Picture(SHAPES, (2, 3), (3, 2))
    assert drawn(assert_shape, np.zeros((1,) * (AXES + 1)), (1,)) is None


def test_a_wrong_gradient_is_beside_the_numerical_one() -> None:
    x = np.array([[1.0, -2.0], [0.5, 3.0]])

    def backward(dout: np.ndarray, x: np.ndarray) -> np.ndarray:
        answer = 2 * x * dout
        answer[1, 0] *= 3
        return answer

    picture = drawn(assert_gradient, lambda x: x**2, backward, x)
    assert (picture.kind, picture.at, picture.wrong, picture.tried) == (GRADIENT, (1, 0), 1, 4)
    mine, right, _ = (float(text) for text in picture.worst)
    assert mine == pytest.approx(3 * right, rel=1e-3)
    assert [row.count("·") for row in picture.window.difference] == [2, 1]


def test_of_a_large_gradient_what_was_not_tried_is_not_said_to_be_right() -> None:
    picture = drawn(assert_gradient, lambda x: x**2, lambda d, x: 3 * x * d, np.ones((40, 30)))
    assert 0 < picture.tried < 1200
    assert "?" in "".join(picture.map.levels)
    assert "0" not in "".join(picture.map.levels)


def test_a_gradient_that_is_not_finite_is_shown_alone() -> None:
    picture = drawn(assert_gradient, lambda x: x**2, lambda d, x: d * np.array([1.0, np.nan]), np.ones(2))
    assert (picture.window.expected, picture.window.difference, picture.worst) == ((), (), ("NaN",))


def test_a_result_that_should_be_finite_is_shown_alone() -> None:
    picture = drawn(assert_stable, lambda: np.array([[1.0, np.inf], [2.0, 3.0]]))
    assert (picture.window.yours, picture.window.levels, picture.wrong) == (("1 inf", "2 3"), ("04", "00"), 1)


@pytest.mark.parametrize("actual", [3.0, np.float64(3), np.array([3.0]), np.array([[3.0]])])
def test_one_number_needs_no_picture(actual: Any) -> None:
    assert drawn(assert_close, actual, np.zeros(np.shape(actual))) is None


def test_complex_numbers_are_not_drawn() -> None:
    assert drawn(assert_close, np.array([1j, 2]), np.array([1j, 3])) is None


@pytest.mark.parametrize("shape", [(2,), (3, 4), (9, 11), (1, 200), (200, 1), (3, 1, 50, 2), (2,) * AXES, (2,) * (AXES + 1)])
@pytest.mark.parametrize("dtype", ["?", "i1", "u8", "f2", "f4", "f8", "g"])
def test_whatever_comes_back_the_picture_is_small_plain_data(shape: tuple[int, ...], dtype: str) -> None:
    rng = np.random.default_rng(1)
    expected = (rng.random(shape) > 0.5).astype(dtype)
    actual = expected.copy()
    actual[rng.random(shape) > 0.5] = np.finfo(dtype).max if np.dtype(dtype).kind == "f" else 0
    actual[(0,) * len(shape)] = not expected[(0,) * len(shape)]
    picture = drawn(assert_close, actual, expected)
    if len(shape) > AXES:
        assert picture is None
        return
    data = msgspec.json.encode(picture)
    assert len(data) < SMALL
    assert msgspec.json.decode(data, type=Picture) == picture
    assert len(picture.window.rows) <= ROWS
    assert len(picture.window.columns) <= COLUMNS


@pytest.mark.parametrize("shape", [(1_000_000,), (1000, 1000), (100, 100, 100)])
def test_a_million_wrong_numbers_make_no_larger_picture(shape: tuple[int, ...]) -> None:
    picture = drawn(assert_close, np.full(shape, -1.2345e-200), np.full(shape, 9.8765e200))
    assert len(msgspec.json.encode(picture)) < SMALL
    assert len(picture.map.levels if picture.map else ()) <= BLOCKS
    assert len(msgspec.json.encode(drawn(assert_close, np.zeros(shape), np.zeros(3)))) < SMALL
    assert len(msgspec.json.encode(drawn(assert_close, [0] * 100_000, np.zeros(7)))) < SMALL


def test_numbers_have_no_spaces_and_fit_their_columns() -> None:
    odd = np.array([1e-300, -1.23456789e300, 1e5, 123456.0, -0.000123456, np.nan, -np.inf, 7])
    window = drawn(assert_close, odd, np.zeros(8)).window
    assert window.yours[0].split(" ") == ["1e-300", "-1.235e300", "1e5", "1.235e5", "-0.0001235", "NaN", "-inf", "7"]
    assert len(window.yours[0].split(" ")) == len(window.difference[0].split(" ")) == 8


def test_a_failure_inside_several_keeps_its_picture() -> None:
    picture = drawn(assert_close, (np.ones(2), np.ones(2)), (np.ones(2), np.zeros(2)))
    assert asdict(picture)["wrong"] == 2
    assert drawn(assert_equal, {"a": np.ones(2)}, {"a": np.zeros(2)}).wrong == 2


@pytest.mark.parametrize("actual", [[1, "a"], [[1], [2]], ["a", "b"], [True, 1], [10**400, 1], None])
def test_what_is_not_a_list_of_numbers_is_not_drawn(actual: Any) -> None:
    assert drawn(assert_equal, actual, [1, 2]) is None
