"""Exact equality of plain data: integers, text, booleans, None, and lists, tuples and dicts of them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ..language import Sentence
from ..picture import Picture
from .arrays import describe, numbers
from .failure import CheckFailed
from .pictures import of_lists, of_values
from .text import several, show
from .values import assert_close

LONGEST = 60  # characters of text to quote
KINDS = ({bool}, {int}, {float}, {int, float})  # of a list's items, when they can be drawn
PLAIN = (bool, int, float, complex, str, type(None))


def assert_equal(actual: Any, expected: Any) -> None:
    """Exactly `expected`: 3.0 is not the integer 3, nor is True 1; a list may be a tuple or an array.

    Where a float is expected an integer of that value will do; where an array is expected, its shape and values count
    and its dtype does not.
    """
    try:
        _equal(actual, expected, "")
    except CheckFailed as fault:
        raise CheckFailed(fault.says, actual, fault.picture or _drawn(actual, expected)) from None


def _drawn(actual: Any, expected: Any) -> Picture | None:
    """Two lists of plain numbers, or of True and False, beside each other."""
    both = [np.array(v) if isinstance(v, (list, tuple)) and set(map(type, v)) in KINDS else None for v in (actual, expected)]
    mine, right = both
    if mine is None or right is None or "O" in (mine.dtype.kind, right.dtype.kind):
        return None
    return of_values(mine, right, mine != right) if mine.shape == right.shape else of_lists(mine, right)


def _equal(actual: Any, expected: Any, path: str) -> None:
    if isinstance(expected, np.ndarray) and expected.ndim:
        return _arrays_equal(actual, expected, path)
    actual, expected = _plain(actual), _plain(expected)
    if actual is None and expected is not None and not path:
        numbers(None)  # the sentence about a missing return
    if isinstance(expected, (list, tuple)):
        return _items_equal(actual, expected, path)
    if isinstance(expected, dict):
        return _dicts_equal(actual, expected, path)
    if type(expected) not in PLAIN:
        raise TypeError(f"assert_equal compares plain data, not {type(expected).__name__}")
    if not _same(actual, expected):
        raise _at(path, *_differ(actual, expected))
    return None


def _same(actual: Any, expected: Any) -> bool:
    if type(expected) is float and type(actual) in (int, float):
        return bool(actual == expected) or (math.isnan(expected) and type(actual) is float and math.isnan(actual))
    return type(actual) is type(expected) and bool(actual == expected)


def _plain(value: Any) -> Any:
    """numpy's scalars and 0-d arrays, and subclasses of Python's own types, as those types."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.item() if value.ndim == 0 and value.dtype.kind in "biufcU" else value
    if type(value) in PLAIN:
        return value
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, float):
        return float.__float__(value)
    return str.__str__(value) if isinstance(value, str) else value


def _arrays_equal(actual: Any, expected: np.ndarray, path: str) -> None:
    try:
        assert_close(actual, expected, rtol=0, atol=0)
    except CheckFailed as fault:
        raise _at(path, fault.says.en, fault.says.es, fault.picture) from None


def _items_equal(actual: Any, expected: Any, path: str) -> None:
    if isinstance(actual, np.ndarray) and actual.ndim:
        actual = actual.tolist()
    if not isinstance(actual, (list, tuple)):
        raise _at(path, *_differ(actual, expected))
    if len(actual) != len(expected):
        count = several(len(actual))
        raise _at(path, f"It has {count.en} and should have {len(expected)}.",
                  f"Tiene {count.es} y debería tener {len(expected)}.")  # fmt: skip
    for i, (item, wanted) in enumerate(zip(actual, expected, strict=True)):
        _equal(item, wanted, f"{path}[{i}]")


def _dicts_equal(actual: Any, expected: dict[Any, Any], path: str) -> None:
    if not isinstance(actual, dict):
        raise _at(path, *_differ(actual, expected))
    for key in expected:
        if key not in actual:
            raise _at(path, f"The key {_quote(key)} is missing.", f"Falta la clave {_quote(key)}.")
    for key in actual:
        if key not in expected:
            raise _at(path, f"The key {_quote(key)} should not be there.", f"La clave {_quote(key)} sobra.")
    for key, wanted in expected.items():
        _equal(actual[key], wanted, f"{path}[{_quote(key)}]")


def _differ(actual: Any, expected: Any) -> tuple[str, str]:
    """What came and what should have, in both languages."""
    if type(actual) not in PLAIN or type(expected) not in PLAIN:
        got, should = describe(actual), describe(expected)
        return f"It is {got.en} and should be {should.en}.", f"Es {got.es} y debería ser {should.es}."
    got_text, should_text = _quote(actual), _quote(expected)
    if type(expected) is int and type(actual) is float:
        return (f"It is {got_text}, a float, and should be the integer {should_text}.",
                f"Es {got_text}, un float, y debería ser el entero {should_text}.")  # fmt: skip
    return f"It is {got_text} and should be {should_text}.", f"Es {got_text} y debería ser {should_text}."


def _at(path: str, en: str, es: str, picture: Picture | None = None) -> CheckFailed:
    fault = CheckFailed(Sentence(en, es), None, picture)
    return fault.within(Sentence(f"At {path}:", f"En {path}:")) if path else fault


def _quote(value: Any) -> str:
    if isinstance(value, str):
        return repr(value if len(value) <= LONGEST else value[:LONGEST] + "…")
    if isinstance(value, float) and math.isfinite(value):
        return repr(value)
    if isinstance(value, (bool, int, float, complex)):
        return show(value)
    return "None" if value is None else f"<{type(value).__name__}>"
