"""Numbers, shapes and dtypes: what passes, what fails, and in which words."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.checks import CheckFailed, assert_close, assert_float64, assert_shape
from autograder.checks.values import close, pattern


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (1.0, 1.0),
        (1, 1.0),
        (np.int32(2), 2),
        (np.array(2.0), 2.0),
        ([1.0, 2.0], np.array([1.0, 2.0])),
        (np.array([1, 2]), [1.0, 2.0]),
        (np.array([1.0 + 5e-8]), np.array([1.0])),
        (np.array([5e-10]), np.array([0.0])),
        (np.array([np.inf, -np.inf, np.nan]), np.array([np.inf, -np.inf, np.nan])),
        (np.zeros((0, 3)), np.zeros((0, 3))),
        (np.array([True, False]), np.array([True, False])),
        (np.array([1j]), np.array([1j])),
        (np.array([1.0]), np.array([1 + 0j])),
        ((np.zeros(2), 3.0), [np.zeros(2), 3.0]),
        ([(np.zeros((2, 3)), np.zeros(3))], [(np.zeros((2, 3)), np.zeros(3))]),
        (np.zeros((2, 3)), [np.zeros(3), np.zeros(3)]),
    ],
)
def test_equal_within_tolerance_passes(actual: Any, expected: Any) -> None:
    assert_close(actual, expected)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (np.array([1.0 + 2e-7]), np.array([1.0])),
        (np.array([2e-9]), np.array([0.0])),
        (np.array([np.inf]), np.array([-np.inf])),
        (np.array([np.inf]), np.array([1e300])),
        (np.array([1e300]), np.array([np.inf])),
        (np.array([np.nan]), np.array([0.0])),
        (np.array([0.0]), np.array([np.nan])),
        (np.array([1.7e308]), np.array([-1.7e308])),
        (np.array([True]), np.array([1.0])),
        (1.0 + 0j, 1.0),
        (np.array([1.0]), 1.0),
        (1.0, np.array([1.0])),
        (np.zeros((3, 1)), np.zeros(3)),
        (np.zeros(0), np.zeros(1)),
    ],
)
def test_different_fails(actual: Any, expected: Any) -> None:
    with pytest.raises(CheckFailed) as caught:
        assert_close(actual, expected)
    assert caught.value.actual is actual


def test_the_author_sets_the_tolerances() -> None:
    assert_close(1.05, 1.0, rtol=0.1)
    assert_close(1e-3, 0.0, atol=1e-2)
    with pytest.raises(CheckFailed):
        assert_close(1.0 + 1e-12, 1.0, rtol=0, atol=0)


def test_a_difference_says_where_what_and_how_many(hear: Any) -> None:
    actual, expected = np.array([[1.0, 2.0, 3.0], [3.0, 5.0, 7.0]]), np.array([[1.0, 2.0, 3.0], [0.0, 5.0, 6.5]])
    en, es = hear(assert_close, actual, expected)
    assert en == "At index [1, 0] your answer has 3.0 and it should be 0.0 (difference 3). 2 of 6 entries differ."
    assert (
        es == "En la posición [1, 0] tu respuesta tiene 3.0 y debería ser 0.0 (diferencia 3). 2 de 6 valores difieren."
    )


def test_one_entry_that_differs_is_singular(hear: Any) -> None:
    en, es = hear(assert_close, np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 4.0]))
    assert en.endswith("1 of 3 entries differs.")
    assert es.endswith("1 de 3 valores difiere.")


def test_one_number_has_no_index(hear: Any) -> None:
    en, es = hear(assert_close, 3.0, 0.5)
    assert en == "Your answer is 3.0 and it should be 0.5 (difference 2.5)."
    assert es == "Tu respuesta es 3.0 y debería ser 0.5 (diferencia 2.5)."


def test_a_small_difference_shows_enough_digits(hear: Any) -> None:
    en, _ = hear(assert_close, 0.12345671, 0.12345675)
    assert en == "Your answer is 0.12345671 and it should be 0.12345675 (difference 4e-08)."


def test_nan_has_its_own_sentence_and_comes_first(hear: Any) -> None:
    en, es = hear(assert_close, np.array([9.0, np.nan, np.inf]), np.array([1.0, 0.5, 2.0]))
    assert en == "At index [1] your answer has NaN (not a number) and it should be 0.5. 1 of 3 entries is NaN."
    assert es == "En la posición [1] tu respuesta tiene NaN (no es un número) y debería ser 0.5. 1 de 3 valores es NaN."
    assert hear(assert_close, np.nan, 0.5)[0] == "Your answer is NaN (not a number) and it should be 0.5."


def test_infinity_has_its_own_sentence(hear: Any) -> None:
    en, es = hear(assert_close, np.array([9.0, -np.inf, np.inf]), np.array([1.0, 0.5, 2.0]))
    assert en == "At index [1] your answer has -inf (infinity) and it should be 0.5. 2 of 3 entries are infinite."
    assert (
        es == "En la posición [1] tu respuesta tiene -inf (infinito) y debería ser 0.5. 2 de 3 valores son infinitos."
    )


def test_shapes_come_before_values(hear: Any) -> None:
    assert hear(assert_close, np.ones(3), np.zeros((3, 1))) == (
        "The shape is (3,) and should be (3, 1).",
        "La forma es (3,) y debería ser (3, 1).",
    )
    en, es = hear(assert_close, np.zeros(1), 0.0)
    assert en == "The shape is (1,) and should be () (one number)."
    assert es == "La forma es (1,) y debería ser () (un solo número)."


def test_a_transposed_shape_is_pointed_out(hear: Any) -> None:
    en, es = hear(assert_shape, np.zeros((2, 3)), (3, 2))
    assert en == "The shape is (2, 3) and should be (3, 2). It looks transposed."
    assert es.endswith("Parece transpuesta.")


@pytest.mark.parametrize(
    ("wrong", "en", "es"),
    [
        (lambda e: 2 * e, "Every value is 2 times the right one.", "Cada valor es 2 veces el correcto."),
        (lambda e: e / 5, "Every value is 0.2 times the right one.", "Cada valor es 0.2 veces el correcto."),
        (lambda e: -e, "Every value has the opposite sign.", "Todos los valores tienen el signo contrario."),
        (lambda e: e.T, "It is the transpose of the right one.", "Es la transpuesta de la correcta."),
        (lambda e: (e * (1 + 1e-6)).astype(np.float32), "Your answer is float32; work in float64.",
         "Tu respuesta es float32; trabaja en float64."),
    ],
)  # fmt: skip
def test_what_all_wrong_values_share_is_named(wrong: Any, en: str, es: str, hear: Any) -> None:
    expected = np.array([[1.1, 2.3, 0.0], [3.7, -4.1, 5.9], [0.3, 0.2, 0.1]])
    heard = hear(assert_close, wrong(expected), expected)
    assert heard[0].endswith(en)
    assert heard[1].endswith(es)


def test_nothing_is_named_that_does_not_hold() -> None:
    expected = np.array([1.0, 2.0, 3.0])
    for actual in ([2.0, 4.0, 6.5], [1.0, 2.0, 4.0], [0.0, 0.0, 0.0], [2.0, 3.0, 4.0], [np.inf, 2.0, 3.0]):
        assert pattern(np.array(actual), expected).en == ""
    assert pattern(np.array([5.0, 0.0]), np.array([1.0, 0.0])).en == ""
    assert pattern(np.array(2.0), np.array(1.0)).en == ""


def test_several_arrays_are_compared_one_by_one(hear: Any) -> None:
    right = (np.zeros((2, 3)), np.zeros(3))
    assert hear(assert_close, (np.zeros((2, 3)), np.zeros((1, 3))), right) == (
        "In item 2 of 2: the shape is (1, 3) and should be (3,).",
        "En el elemento 2 de 2: la forma es (1, 3) y debería ser (3,).",
    )
    assert hear(assert_close, (None, np.zeros(3)), right)[1] == "En el elemento 1 de 2: es None."
    assert hear(assert_close, right[:1], right)[0] == "It has 1 item and should have 2."
    assert hear(assert_close, 3.0, right)[0] == "It should be 2 arrays in a tuple or list."
    assert hear(assert_close, None, right)[0] == "It returned None: is there a `return`?"


def test_a_failure_in_a_part_keeps_the_very_part_that_failed() -> None:
    part = np.ones(3)
    with pytest.raises(CheckFailed) as caught:
        assert_close((np.zeros(2), part), (np.zeros(2), np.zeros(3)))
    assert caught.value.actual is part


@pytest.mark.parametrize("expected", [None, "a", object(), [1, "b"], [[1], [1, 2]], np.array([None])])
def test_an_expected_value_that_is_no_number_is_the_authors_error(expected: Any) -> None:
    with pytest.raises(TypeError, match="what a case expects must be numbers"):
        assert_close(1.0, expected)


def test_a_difference_past_the_largest_number_is_said_all_the_same(hear: Any) -> None:
    assert "(difference inf)" in hear(assert_close, 1.7e308, -1.7e308)[0]
    assert "(difference" in hear(assert_close, 1.7e308 + 1.7e308j, 0j)[0]


def test_large_arrays_stay_short(hear: Any) -> None:
    en, es = hear(assert_close, np.random.default_rng(0).normal(size=(500, 500)), np.zeros((500, 500)))
    assert "250000 of 250000 entries differ." in en
    assert len(en) < 200 and len(es) < 200


def test_shape_takes_numbers_tuples_and_lists() -> None:
    assert_shape(np.zeros((2, 3)), (2, 3))
    assert_shape(np.zeros(3), 3)
    assert_shape([[1, 2, 3]], (1, 3))
    assert_shape(2.0, ())
    for value in (np.zeros((3, 2)), np.zeros(6), 1.0):
        with pytest.raises(CheckFailed):
            assert_shape(value, (2, 3))


def test_float64_is_an_array_or_a_float() -> None:
    for value in (np.zeros(3), 1.0, np.float64(2.0), np.zeros(())):
        assert_float64(value)


@pytest.mark.parametrize(
    ("value", "en", "es"),
    [
        (np.zeros(3, dtype=np.float32), "The dtype is float32 and should be float64.",
         "El dtype es float32 y debería ser float64."),
        (np.array([1, 2]), "The dtype is int64 and should be float64.", "El dtype es int64 y debería ser float64."),
        (True, "The dtype is bool and should be float64.", "El dtype es bool y debería ser float64."),
        ([1.0], "It is a list and should be a float64 array.", "Es una lista y debería ser un arreglo float64."),
        (None, "It returned None: is there a `return`?", "Devolvió None: ¿falta un `return`?"),
    ],
)  # fmt: skip
def test_other_dtypes_are_named(value: Any, en: str, es: str, hear: Any) -> None:
    assert hear(assert_float64, value) == (en, es)


finite = hnp.arrays(np.float64, (3,), elements=st.floats(allow_nan=True, allow_infinity=True))


@settings(max_examples=200, deadline=None)
@given(finite, finite, st.sampled_from([(1e-7, 1e-9), (0, 0), (0.1, 0.0)]))
def test_numpy_agrees_on_what_is_close(
    actual: np.ndarray, expected: np.ndarray, tolerance: tuple[float, float]
) -> None:
    rtol, atol = tolerance
    oracle = np.isclose(actual, expected, rtol=rtol, atol=atol, equal_nan=True)
    assert (close(actual, expected, rtol, atol) == oracle).all()


def test_large_integers_are_exact_when_the_tolerance_is_zero() -> None:
    assert not close(np.array([2**53 + 1]), np.array([2**53]), 0, 0).any()
