"""Exact equality of plain data."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checks import CheckFailed, assert_equal


class Text(str):
    """A subclass of text that claims to equal anything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = str.__hash__


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (27, 27),
        (np.int64(27), 27),
        (np.array(27), 27),
        ("good", "good"),
        (np.str_("good"), "good"),
        (True, True),
        (np.bool_(False), False),
        (None, None),
        (1, 1.0),
        (float("nan"), float("nan")),
        ([1, 2], (1, 2)),
        ((1, 2), [1, 2]),
        (np.array([1, 2]), [1, 2]),
        ([], []),
        ([("conv1", (55, 55, 96))], [("conv1", (55, 55, 96))]),
        ({"a": 1, "b": [2]}, {"b": (2,), "a": 1}),
        (np.array([1.0, 0.0]), np.array([1, 0])),
        ({"w": np.zeros(2)}, {"w": np.zeros(2)}),
        ([0, 1], np.array([0, 1])),
    ],
)
def test_equal_passes(actual: Any, expected: Any) -> None:
    assert_equal(actual, expected)


@pytest.mark.parametrize(
    ("actual", "expected", "en", "es"),
    [
        (26, 27, "It is 26 and should be 27.", "Es 26 y debería ser 27."),
        (27.0, 27, "It is 27.0, a float, and should be the integer 27.", "Es 27.0, un float, y debería ser el entero 27."),
        (26.5, 27, "It is 26.5, a float, and should be the integer 27.", "Es 26.5, un float, y debería ser el entero 27."),
        (True, 1, "It is True and should be 1.", "Es True y debería ser 1."),
        (1, True, "It is 1 and should be True.", "Es 1 y debería ser True."),
        (0.1 + 0.2, 0.3, "It is 0.30000000000000004 and should be 0.3.",
         "Es 0.30000000000000004 y debería ser 0.3."),
        ("bad", "good", "It is 'bad' and should be 'good'.", "Es 'bad' y debería ser 'good'."),
        ("27", 27, "It is '27' and should be 27.", "Es '27' y debería ser 27."),
        (None, 27, "It returned None: is there a `return`?", "Devolvió None: ¿falta un `return`?"),
        (3, None, "It is 3 and should be None.", "Es 3 y debería ser None."),
        ([1, 2], 3, "It is a list and should be an integer (int).", "Es una lista y debería ser un entero (int)."),
        (3, [1, 2], "It is an integer (int) and should be a list.", "Es un entero (int) y debería ser una lista."),
        ("ab", ["a", "b"], "It is text (str) and should be a list.", "Es texto (str) y debería ser una lista."),
        ([1], [1, 2], "It has 1 item and should have 2.", "Tiene 1 elemento y debería tener 2."),
        ([1, 3], [1, 2], "At [1]: it is 3 and should be 2.", "En [1]: es 3 y debería ser 2."),
        ([1, None], [1, 2], "At [1]: it is None and should be 2.", "En [1]: es None y debería ser 2."),
        ([("conv1", (54, 54))], [("conv1", (55, 55))], "At [0][1][0]: it is 54 and should be 55.",
         "En [0][1][0]: es 54 y debería ser 55."),
        ({"a": 1}, {"a": 2}, "At ['a']: it is 1 and should be 2.", "En ['a']: es 1 y debería ser 2."),
        ({}, {"a": 2}, "The key 'a' is missing.", "Falta la clave 'a'."),
        ({"a": 2, (1, 2): 3}, {"a": 2}, "The key <tuple> should not be there.", "La clave <tuple> sobra."),
        (3, {"a": 2}, "It is an integer (int) and should be a dictionary (dict).",
         "Es un entero (int) y debería ser un diccionario (dict)."),
        (np.zeros(2), 3, "It is an array and should be an integer (int).", "Es un arreglo y debería ser un entero (int)."),
        ([0, 2], np.array([0, 1]), "At index [1] your answer has 2 and it should be 1 (difference 1). 1 of 2 entries differs.",
         "En la posición [1] tu respuesta tiene 2 y debería ser 1 (diferencia 1). 1 de 2 valores difiere."),
        ({"w": 1.0}, {"w": np.zeros(2)}, "At ['w']: the shape is () (one number) and should be (2,).",
         "En ['w']: la forma es () (un solo número) y debería ser (2,)."),
    ],
)  # fmt: skip
def test_unequal_says_where_and_what(actual: Any, expected: Any, en: str, es: str, hear: Any) -> None:
    assert hear(assert_equal, actual, expected) == (en, es)


def test_the_judged_value_is_the_whole_one() -> None:
    actual = [1, [2]]
    with pytest.raises(CheckFailed) as caught:
        assert_equal(actual, [1, [3]])
    assert caught.value.actual is actual


def test_long_text_is_cut(hear: Any) -> None:
    en, _ = hear(assert_equal, "a" * 10_000, "b")
    assert len(en) < 120


def test_text_that_claims_to_equal_anything_does_not(hear: Any) -> None:
    assert hear(assert_equal, Text("bad"), "good")[0] == "It is 'bad' and should be 'good'."


def test_an_expected_value_that_is_no_plain_data_is_the_authors_error() -> None:
    with pytest.raises(TypeError, match="plain data, not set"):
        assert_equal(1, {1, 2})
