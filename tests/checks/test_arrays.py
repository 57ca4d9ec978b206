"""Anything an answer may return becomes an array of numbers or a clear sentence, never another exception."""

from __future__ import annotations

import contextlib
import datetime
import enum
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checks import CheckFailed, assert_accuracy, assert_close, assert_equal, assert_float64, assert_shape
from autograder.checks.arrays import describe, numbers, real_numbers


class Hostile:
    """Raises whatever is asked of it."""

    def _refuse(self, *args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("do not touch")

    __array__ = __len__ = __getitem__ = __iter__ = __float__ = __int__ = __bool__ = __eq__ = __call__ = _refuse
    __repr__ = __str__ = __index__ = __lt__ = __sub__ = __add__ = __contains__ = __getattr__ = _refuse
    __hash__ = object.__hash__


class Endless:
    """A sequence that never ends."""

    def __len__(self) -> int:
        return 10**9

    def __getitem__(self, i: int) -> Endless:
        return self


class Colour(enum.IntEnum):
    RED = 1


def _cycle() -> list[Any]:
    loop: list[Any] = []
    loop.extend([loop, loop])
    return loop


def _deep() -> Any:
    value: Any = 1.0
    for _ in range(5000):
        value = [value]
    return value


NOT_NUMBERS = {
    "None": None,
    "text": "1.0",
    "bytes": b"1",
    "a dictionary": {"a": 1},
    "a set": {1},
    "a function": len,
    "a class": Hostile,
    "a hostile object": Hostile(),
    "a hostile item": [1.0, Hostile()],
    "an endless sequence": Endless(),
    "a generator": (i for i in range(3)),
    "ragged rows": [[1.0], [1.0, 2.0]],
    "arrays of different shapes": (np.zeros(2), np.zeros(3)),
    "text among numbers": [1.0, "2"],
    "None among numbers": [1.0, None],
    "an array of objects": np.array([None, 1], dtype=object),
    "an array of numbers as objects": np.array([1, 2], dtype=object),
    "a list of arrays of objects": [np.array([None], dtype=object)],
    "an array of text": np.array(["a"]),
    "text of numpy": np.str_("a"),
    "records": np.zeros(2, dtype=[("x", float)]),
    "dates": np.array(["2020-01-01"], dtype="datetime64[D]"),
    "a date": datetime.date(2020, 1, 1),
    "an integer past float64": 10**400,
    "integers past float64": [10**400, 1],
    "a huge integer beside a complex": [10**400, 1j],
    "a list that holds itself": _cycle(),
    "a list with too many levels": _deep(),
    "an ellipsis": ...,
    "NotImplemented": NotImplemented,
}


@pytest.mark.parametrize("name", NOT_NUMBERS)
def test_what_is_no_array_of_numbers_is_a_complaint_in_both_languages(name: str, hear: Any) -> None:
    value = NOT_NUMBERS[name]
    checks = [
        (numbers, value),
        (assert_close, value, np.zeros(2)),
        (assert_close, value, (np.zeros(4), np.zeros((2, 2)))),
        (assert_shape, value, (2,)),
        (assert_float64, value),
        (assert_accuracy, value, np.zeros(2), 0.5),
    ]
    for check, *args in checks:
        en, es = hear(check, *args)
        assert en.endswith((".", "?"))
        assert es.endswith((".", "?"))
        assert en != es
        assert len(en) < 200
        assert "do not touch" not in en


@pytest.mark.parametrize("name", NOT_NUMBERS)
def test_the_same_things_do_not_upset_exact_equality(name: str, hear: Any) -> None:
    value = NOT_NUMBERS[name]
    for expected in (27, "relu", [1, 3], {"a": 2}, True, 1.5, np.zeros(2)):
        en, es = hear(assert_equal, value, expected)
        assert en and es


@pytest.mark.parametrize(
    ("value", "en", "es"),
    [
        (None, "It returned None: is there a `return`?", "Devolvió None: ¿falta un `return`?"),
        ("a", "It is text (str) where numbers are expected.", "Es texto (str) donde se esperan números."),
        (Endless(), "It is an object of type `Endless` where numbers are expected.",
         "Es un objeto de tipo `Endless` donde se esperan números."),
        (lambda: 1, "It is a function that was not called where numbers are expected.",
         "Es una función que no se llamó donde se esperan números."),
        ([[1], [1, 2]], "Its rows have different lengths, so it is not an array.",
         "Sus filas tienen largos distintos, así que no es un arreglo."),
        ([1, None], "Its items should be numbers and one is None.", "Sus elementos deberían ser números y uno es None."),
        (np.array([None]), "The array's dtype is object; it should hold numbers.",
         "El dtype del arreglo es object; debería contener números."),
        (10**400, "It has an integer too large for float64.", "Tiene un entero demasiado grande para float64."),
    ],
)  # fmt: skip
def test_the_sentence_says_what_it_is(value: Any, en: str, es: str, hear: Any) -> None:
    assert hear(numbers, value) == (en, es)


def test_booleans_and_complex_numbers_are_no_real_numbers(hear: Any) -> None:
    assert hear(real_numbers, True)[0] == "It has True or False where numbers are expected."
    assert hear(real_numbers, np.array([1j]))[1] == "Tiene números complejos donde se esperan reales."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, np.array(3)),
        (2.5, np.array(2.5)),
        (True, np.array(True)),
        (np.float32(1.5), np.array(1.5)),
        ([1, 2.5], np.array([1, 2.5])),
        (((1, 2), (3, 4)), np.array([[1, 2], [3, 4]])),
        ([np.zeros(2), np.ones(2)], np.array([[0.0, 0.0], [1.0, 1.0]])),
        ([], np.zeros(0)),
        (10**30, np.array(1e30)),
        ([10**30, 1], np.array([1e30, 1.0])),
        (Colour.RED, np.array(1)),
        (np.ma.masked_array([1.0, 2.0], [True, False]), np.array([1.0, 2.0])),
    ],
)
def test_numbers_lists_and_arrays_become_arrays(value: Any, expected: np.ndarray) -> None:
    array = numbers(value)
    assert array.shape == expected.shape
    assert (array == expected).all()


def test_a_tensor_is_its_values() -> None:
    fake = type("EagerTensor", (), {"__module__": "tensorflow.python", "__array__": lambda self, *a, **k: np.ones(2)})
    fake.numpy = lambda self: np.ones(2)  # type: ignore[attr-defined]
    assert_close(fake(), np.ones(2))


def test_a_tensor_without_values_is_a_complaint(hear: Any) -> None:
    def refuse(self: Any, *args: Any, **kwargs: Any) -> Any:
        raise NotImplementedError("symbolic")

    fake = type("SymbolicTensor", (), {"__module__": "keras.src", "__array__": refuse, "numpy": refuse})
    assert hear(numbers, fake()) == ("It has no values to compare.", "No tiene valores que comparar.")


def test_a_stand_in_is_called_an_object_and_nothing_is_asked_of_it() -> None:
    remote = type("Remote", (Hostile,), {"__module__": "autograder.remote"})
    assert describe(remote()).es == "un objeto"


leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=2**1000, max_value=2**1100),
    st.floats(),
    st.complex_numbers(),
    st.text(max_size=3),
    st.builds(np.zeros, st.integers(0, 3)),
    st.builds(lambda n: np.array([None] * n, dtype=object), st.integers(0, 2)),
)
anything = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple))


@settings(max_examples=300, deadline=None)
@given(anything, st.sampled_from([0.0, np.zeros(2), np.zeros((1, 2)), np.zeros(0), (np.zeros(1), np.zeros(2)), 1j]))
def test_whatever_comes_back_comparing_it_passes_or_fails_as_a_check(value: Any, expected: Any) -> None:
    for check, wanted in ((assert_close, expected), (assert_equal, 3)):
        with contextlib.suppress(CheckFailed):
            check(value, wanted)
