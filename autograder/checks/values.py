"""Checks of one returned value: its shape, its dtype, its numbers."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..language import Sentence
from ..picture import Picture
from . import pictures
from .arrays import numbers, real_numbers
from .failure import CheckFailed, failed
from .text import NOTHING, first_index, several, show_index, show_pair, show_shape

ALIKE = 1e-5  # how closely wrong numbers follow a pattern before we name it


def assert_close(actual: Any, expected: Any, rtol: float = 1e-7, atol: float = 1e-9) -> None:
    """The same shape, and every number within `atol + rtol * |expected|`.

    Equal infinities agree; NaN agrees only with NaN. Integers and floats are not told apart, True and 1 are. When
    `expected` is a tuple or list that holds arrays, `actual` must hold as many, compared one by one.
    """
    if _is_several(expected):
        return _several_close(actual, expected, rtol, atol)
    wanted = _author_numbers(expected)
    array = numbers(actual) if wanted.dtype.kind in "bc" else real_numbers(actual)
    if array.shape != wanted.shape:
        raise _misshapen(actual, array.shape, wanted.shape, pictures.of_lists(array, wanted))
    right = close(array, wanted, rtol, atol)
    if not right.all():
        drawn = pictures.of_values(array, wanted, ~right, series=isinstance(actual, (list, tuple)))
        raise CheckFailed(_difference(array, wanted, ~right) + _hint(array, wanted), actual, drawn)
    return None


def assert_shape(actual: Any, shape: tuple[int, ...] | int) -> None:
    """Exactly this shape; () is one number."""
    wanted = (shape,) if isinstance(shape, (int, np.integer)) else shape
    got, should = numbers(actual).shape, tuple(int(n) for n in wanted)
    if got != should:
        raise _misshapen(actual, got, should, pictures.of_shapes(got, should))


def assert_float64(actual: Any) -> None:
    """An array of float64, or one float; a list is neither."""
    dtype = numbers(actual).dtype
    if isinstance(actual, (list, tuple)):
        raise failed(
            actual, "It is a list and should be a float64 array.", "Es una lista y debería ser un arreglo float64."
        )
    if dtype != np.float64:
        raise failed(
            actual, f"The dtype is {dtype} and should be float64.", f"El dtype es {dtype} y debería ser float64."
        )


def close(actual: np.ndarray, expected: np.ndarray, rtol: float, atol: float) -> np.ndarray:
    """Where two numeric arrays of the same shape agree, an array of booleans."""
    kind = np.complex128 if "c" in (actual.dtype.kind, expected.dtype.kind) else np.float64
    same = (actual == expected) | (np.isnan(actual) & np.isnan(expected))
    if rtol == atol == 0:
        return np.asarray(same)
    with np.errstate(all="ignore"):
        a, e = actual.astype(kind), expected.astype(kind)
        near = np.abs(a - e) <= atol + rtol * np.abs(e)
    return np.asarray(same | (near & np.isfinite(a) & np.isfinite(e)))


def pattern(actual: np.ndarray, expected: np.ndarray) -> Sentence:
    """What wrong real numbers have in common, when it is plain: a factor, a sign, a transposition; else nothing."""
    size = float(np.abs(actual).max(initial=0.0))
    if not np.isfinite(size) or not np.isfinite(expected).all() or not 0 < size < 1e150:
        return NOTHING
    if actual.ndim == 2 and actual.shape == actual.shape[::-1] and np.abs(actual - expected.T).max() <= ALIKE * size:
        return Sentence("It is the transpose of the right one.", "Es la transpuesta de la correcta.")
    square = float(np.sum(expected * expected))
    ratio = float(np.sum(actual * expected)) / square if square else 0.0
    apart = np.abs(actual - ratio * expected).max()
    if np.count_nonzero(expected) < 2 or apart > ALIKE * size or abs(ratio - 1) < 1e-3:
        return NOTHING
    if abs(ratio + 1) < 1e-3:
        return Sentence("Every value has the opposite sign.", "Todos los valores tienen el signo contrario.")
    return Sentence(f"Every value is {ratio:.4g} times the right one.", f"Cada valor es {ratio:.4g} veces el correcto.")


def _author_numbers(expected: Any) -> np.ndarray:
    try:
        return numbers(expected)
    except CheckFailed as fault:
        raise TypeError(f"what a case expects must be numbers. {fault}") from None


def _is_several(expected: Any) -> bool:
    """Whether `expected` is several arrays rather than one array written as lists."""
    return isinstance(expected, (list, tuple)) and any(isinstance(e, np.ndarray) or _is_several(e) for e in expected)


def _several_close(actual: Any, expected: Any, rtol: float, atol: float) -> None:
    count = len(expected)
    if actual is None:
        numbers(None)
    if not isinstance(actual, (list, tuple)) and not (isinstance(actual, np.ndarray) and actual.ndim):
        raise failed(actual, f"It should be {count} arrays in a tuple or list.",
                     f"Deberían ser {count} arreglos en una tupla o lista.")  # fmt: skip
    if len(actual) != count:
        raise failed(actual, f"It has {several(len(actual)).en} and should have {count}.",
                     f"Tiene {several(len(actual)).es} y debería tener {count}.")  # fmt: skip
    for i, (item, wanted) in enumerate(zip(actual, expected, strict=True), start=1):
        where = Sentence(f"In item {i} of {count}:", f"En el elemento {i} de {count}:")
        if item is None:
            raise CheckFailed(where + Sentence("it is None.", "es None."), actual)
        try:
            assert_close(item, wanted, rtol, atol)
        except CheckFailed as fault:
            raise fault.within(where) from None


def _misshapen(actual: Any, shape: tuple[int, ...], wanted: tuple[int, ...], drawn: Picture | None) -> CheckFailed:
    got, should = show_shape(shape), show_shape(wanted)
    says = Sentence(
        f"The shape is {got.en} and should be {should.en}.", f"La forma es {got.es} y debería ser {should.es}."
    )
    if len(shape) > 1 and shape == wanted[::-1]:
        says += Sentence("It looks transposed.", "Parece transpuesta.")
    return CheckFailed(says, actual, drawn)


def _difference(actual: np.ndarray, expected: np.ndarray, wrong: np.ndarray) -> Sentence:
    """Where the numbers first differ, by how much, and how many do; NaN first, then infinities, then the rest."""
    nan, infinite = wrong & np.isnan(actual), wrong & np.isinf(actual)
    which = nan if nan.any() else infinite if infinite.any() else wrong
    index = first_index(which)
    got, should = show_pair(actual[index], expected[index])
    what = Sentence(got, got)
    if which is nan:
        what = Sentence("NaN (not a number)", "NaN (no es un número)")
    elif which is infinite:
        what = Sentence(f"{got} (infinity)", f"{got} (infinito)")
    apart = _apart(actual[index], expected[index])
    if actual.ndim == 0:
        return Sentence(f"Your answer is {what.en} and it should be {should}{apart.en}.",
                        f"Tu respuesta es {what.es} y debería ser {should}{apart.es}.")  # fmt: skip
    at = show_index(index)
    return Sentence(f"At index {at} your answer has {what.en} and it should be {should}{apart.en}.",
                    f"En la posición {at} tu respuesta tiene {what.es} y debería ser {should}{apart.es}."
                    ) + _count(which, Sentence("NaN", "NaN") if which is nan else
                               Sentence("infinite", "infinitos") if which is infinite else NOTHING)  # fmt: skip


def _apart(actual: Any, expected: Any) -> Sentence:
    """By how much two numbers differ, when that says more than they do."""
    if isinstance(expected, np.bool_) or not np.isfinite(actual) or not np.isfinite(expected):
        return NOTHING
    with np.errstate(all="ignore"):
        gap = f"{float(np.abs(np.complex128(actual) - np.complex128(expected))):.3g}"
    return Sentence(f" (difference {gap})", f" (diferencia {gap})")


def _count(which: np.ndarray, are: Sentence) -> Sentence:
    bad, total = int(which.sum()), which.size
    if total == 1:
        return NOTHING
    if are == NOTHING:
        return Sentence(f"{bad} of {total} entries differ{'s' if bad == 1 else ''}.",
                        f"{bad} de {total} valores difiere{'' if bad == 1 else 'n'}.")  # fmt: skip
    es = are.es if bad > 1 else are.es.removesuffix("s")
    return Sentence(f"{bad} of {total} entries {'is' if bad == 1 else 'are'} {are.en}.",
                    f"{bad} de {total} valores {'es' if bad == 1 else 'son'} {es}.")  # fmt: skip


def _hint(actual: np.ndarray, expected: np.ndarray) -> Sentence:
    if actual.dtype.kind not in "iuf" or expected.dtype.kind not in "iuf":
        return NOTHING
    if actual.dtype in (np.float16, np.float32) and close(actual, expected, 1e-2, 1e-4).all():
        return Sentence(f"Your answer is {actual.dtype}; work in float64.",
                        f"Tu respuesta es {actual.dtype}; trabaja en float64.")  # fmt: skip
    with np.errstate(all="ignore"):
        return pattern(actual.astype(np.float64), expected.astype(np.float64))
