"""Numbers, indices and shapes as short text a student can read."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..language import Sentence

NOTHING = Sentence("", "")


def show(number: Any, digits: int = 6) -> str:
    """One number as short text that says its type: 3.0, 3, True, NaN, -inf."""
    if isinstance(number, (bool, np.bool_)):
        return str(bool(number))
    if isinstance(number, (int, np.integer)):
        return str(int(number)) if abs(int(number)) < 10**20 else _show_huge(int(number), digits)
    if isinstance(number, (complex, np.complexfloating)):
        return f"{complex(number):.{digits}g}"
    if np.isnan(number):
        return "NaN"
    text = f"{float(number) + 0.0:.{digits}g}"  # + 0.0: minus zero is zero
    return text if any(mark in text for mark in ".en") else f"{text}.0"


def _show_huge(number: int, digits: int) -> str:
    """An integer too long to print; one past float64's range by its power of ten."""
    try:
        return f"{float(number):.{digits}g}"
    except OverflowError:
        return f"{'-' if number < 0 else ''}10**{int(number.bit_length() * np.log10(2))}"


def show_pair(actual: Any, expected: Any) -> tuple[str, str]:
    """Two numbers with as many digits as it takes to see that they differ."""
    for digits in (6, 9, 12, 17):
        pair = show(actual, digits), show(expected, digits)
        if pair[0] != pair[1]:
            break
    return pair


def show_shape(shape: tuple[int, ...]) -> Sentence:
    """A shape; that of one number is said in words."""
    return Sentence(str(shape), str(shape)) if shape else Sentence("() (one number)", "() (un solo número)")


def show_index(index: tuple[int, ...]) -> str:
    """An index as the student would write it: [1, 0]."""
    return str(list(index))


def first_index(where: np.ndarray) -> tuple[int, ...]:
    """The index of the first True."""
    return tuple(int(i) for i in np.unravel_index(int(np.argmax(where)), where.shape))


def several(count: int) -> Sentence:
    """So many items."""
    return Sentence(f"{count} item{'' if count == 1 else 's'}", f"{count} elemento{'' if count == 1 else 's'}")
