"""Checks of what a call does besides returning: to its arguments, in warnings, in exceptions."""

from __future__ import annotations

import builtins
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from ..errors import AnswerError, AutograderError, ChildLost
from ..language import Sentence
from .arrays import is_tensor, numbers
from .failure import CheckFailed, failed
from .pictures import of_values
from .text import first_index, show_index, show_pair

LEAVES = (bool, int, float, complex, str, type(None), np.number, np.bool_)  # plain values, compared as such


def assert_unchanged(f: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Call `f` with copies of the arguments, which must afterwards be as before, arrays bit for bit. Returns f's result.

    Arrays are looked for inside lists, tuples and dicts too, whose items must also stay. Other objects are passed as
    they are.
    """
    memo: dict[int, Any] = {}
    copies = [_copied(value, memo) for value in args]
    named = {name: _copied(value, memo) for name, value in kwargs.items()}
    result = f(*copies, **named)
    for name, before, after in [
        *((str(i), *pair) for i, pair in enumerate(zip(args, copies, strict=True), start=1)),
        *((f"`{name}`", kwargs[name], named[name]) for name in kwargs),
    ]:
        for where, old, new in _changes(before, after, ""):
            raise _modified(result, name + where, old, new)
    return result


def assert_stable(f: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Call `f`: nothing warns of overflow, division by zero or an invalid operation, and its numbers are all finite.

    Underflow is allowed. Numbers are looked for in nested tuples, lists and dicts too. Returns f's result.
    """
    with warnings.catch_warnings(record=True) as caught, np.errstate(all="warn", under="ignore"):
        warnings.simplefilter("always")
        result = f(*args, **kwargs)
    for warning in caught:
        _judge_warning(result, warning)
    if not isinstance(result, (list, tuple, dict)):
        numbers(result)  # None, text and unknown objects fail here
    for array in _inexact(result, ()):
        _judge_finite(result, array)
    return result


def assert_raises(kind: str, f: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    """`f` must raise the exception of this name, "ValueError", or a built-in kind of it."""
    try:
        result = f(*args, **kwargs)
    except (AutograderError, ChildLost, CheckFailed):
        raise
    except Exception as error:
        name = error.kind if isinstance(error, AnswerError) else type(error).__name__
        if name == "NotImplementedError" != kind:
            raise  # the answer was never written
        if not _is_a(name, kind):
            says = f"It raised {name} and should raise {kind}.", f"Lanzó {name} y debería lanzar {kind}."
            raise failed(None, *says) from error
        return
    raise failed(
        result, f"It should raise {kind} and it raised nothing.", f"Debería lanzar {kind} y no lanzó ningún error."
    )


def _copied(value: Any, memo: dict[int, Any]) -> Any:
    """`value` with new arrays and containers inside; what was shared stays shared."""
    if id(value) in memo:
        return memo[id(value)]
    copy = value
    if isinstance(value, np.ndarray):
        copy = np.array(value, order="K", copy=True)
    elif isinstance(value, tuple):
        items = [_copied(item, memo) for item in value]
        copy = type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    elif isinstance(value, list):
        copy = [_copied(item, memo) for item in value]
    elif isinstance(value, dict):
        copy = {key: _copied(item, memo) for key, item in value.items()}
    memo[id(value)] = copy
    return copy


def _changes(before: Any, after: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    """Where `after` is no longer `before`: the path, and both values there."""
    for kind in (np.ndarray, dict, list, tuple):
        if not isinstance(before, kind):
            continue
        if not isinstance(after, kind) or _outline(before) != _outline(after):
            yield path, before, after
        elif kind is not np.ndarray:
            for key in before if kind is dict else range(len(before)):
                yield from _changes(before[key], after[key], f"{path}[{key!r}]")
        return
    if isinstance(before, LEAVES) and not (isinstance(after, LEAVES) and _same(before, after)):
        yield path, before, after


def _outline(value: Any) -> Any:
    """What must stay of a container itself: an array's bits, a dict's keys, a list's length."""
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype, np.asarray(value).tobytes()
    return value.keys() if isinstance(value, dict) else len(value)


def _same(before: Any, after: Any) -> bool:
    return bool(before == after) or (before != before and after != after)  # NaN is itself


def _modified(result: Any, name: str, before: Any, after: Any) -> CheckFailed:
    en, es = f"It modified its argument {name}", f"Modificó su argumento {name}"
    both = isinstance(before, np.ndarray) and isinstance(after, np.ndarray)
    if both and before.shape == after.shape and before.dtype == after.dtype and before.dtype.kind in "biufc":
        different = (before != after) & ~(np.isnan(before) & np.isnan(after))
        if different.any():
            index = first_index(different)
            old, new = show_pair(before[index], after[index])
            at_en, at_es = (
                (f"at index {show_index(index)} ", f"en la posición {show_index(index)} ") if index else ("", "")
            )
            en += f": {at_en}it had {old} and now has {new}"
            es += f": {at_es}tenía {old} y ahora tiene {new}"
    return failed(result, f"{en}. Work on a copy.", f"{es}. Trabaja sobre una copia.")


_UNSTABLE = (
    ("overflow", "It overflows: a number grows too large for float64", "Se desborda: un número crece más de lo que cabe en float64"),
    ("divide by zero", "It divides by zero, or takes the logarithm of 0", "Divide entre cero, o toma el logaritmo de 0"),
    ("invalid value", "It computes something undefined, such as 0/0", "Calcula algo indefinido, como 0/0"),
)  # fmt: skip


def _judge_warning(result: Any, warning: warnings.WarningMessage) -> None:
    text = str(warning.message).partition("\n")[0][:80]
    for words, en, es in _UNSTABLE:
        if issubclass(warning.category, RuntimeWarning) and words in text:
            raise failed(result, f"{en} (numpy warns: {text}).", f"{es} (numpy advierte: {text}).")


def _inexact(value: Any, path: tuple[int, ...]) -> Iterator[np.ndarray]:
    """Every float or complex array or number inside nested tuples, lists and dicts."""
    if isinstance(value, (list, tuple, dict)):
        if id(value) not in path:
            for item in value.values() if isinstance(value, dict) else value:
                yield from _inexact(item, (*path, id(value)))
    elif isinstance(value, (float, complex, np.ndarray, np.generic)) or is_tensor(value):
        array = np.asarray(value)
        if array.dtype.kind in "fc":
            yield array


def _judge_finite(result: Any, array: np.ndarray) -> None:
    wrong = ~np.isfinite(array)
    if not wrong.any():
        return
    index = first_index(wrong)
    en, es = "an infinite number", "un número infinito"
    if np.isnan(array[index]):
        en, es = "NaN (not a number)", "NaN (no es un número)"
    at_en, at_es = (f" at index {show_index(index)}", f" en la posición {show_index(index)}") if index else ("", "")
    says = Sentence(
        f"It has {en}{at_en}; every number should be finite.",
        f"Tiene {es}{at_es}; todos los números deberían ser finitos.",
    )
    raise CheckFailed(says, result, of_values(array, None, wrong))


def _is_a(name: str, kind: str) -> bool:
    """Whether exception `name` is `kind` or, among the built-in ones, a kind of it."""
    a, b = getattr(builtins, name, None), getattr(builtins, kind, None)
    return name == kind or (isinstance(a, type) and isinstance(b, type) and issubclass(a, b))
