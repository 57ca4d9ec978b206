"""From whatever an answer returned to an array of numbers.

Only types that are known to be data are converted: nothing is called, iterated or asked of an unknown object.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Any

import numpy as np

from ..language import Sentence
from .failure import CheckFailed, failed

DEPTH = 32  # more levels of lists than any array here has
NUMERIC = "biufc"  # dtype kinds: bool, integers, floats, complex


def numbers(value: Any) -> np.ndarray:
    """`value` as an array of booleans, integers, floats or complex numbers; CheckFailed when it is none of these."""
    if value is None:
        raise failed(None, "It returned None: is there a `return`?", "Devolvió None: ¿falta un `return`?")
    array = _from_list(value) if isinstance(value, (list, tuple)) else _from_one(value)
    if array.dtype == object and not isinstance(value, np.ndarray):
        array = _huge_integers(array, value)
    if array.dtype.kind not in NUMERIC:
        raise failed(
            value,
            f"The array's dtype is {array.dtype}; it should hold numbers.",
            f"El dtype del arreglo es {array.dtype}; debería contener números.",
        )
    return array


def real_numbers(value: Any) -> np.ndarray:
    """`value` as an array of integers or floats; True and False, and complex numbers, are refused."""
    array = numbers(value)
    if array.dtype.kind == "b":
        raise failed(
            value, "It has True or False where numbers are expected.", "Tiene True o False donde se esperan números."
        )
    if array.dtype.kind == "c":
        raise failed(
            value,
            "It has complex numbers where real ones are expected.",
            "Tiene números complejos donde se esperan reales.",
        )
    return array


def is_tensor(value: Any) -> bool:
    """Whether `value` is TensorFlow's or Keras's own kind of array."""
    return type(value).__module__.partition(".")[0] in ("tensorflow", "keras") and hasattr(value, "numpy")


def describe(value: Any) -> Sentence:
    """What kind of thing `value` is, for "It is …"; never its contents."""
    for kinds, en, es in _KINDS:
        if isinstance(value, kinds):
            return Sentence(en, es)
    if type(value).__module__.startswith("autograder"):  # a stand-in for an object of the student's
        return Sentence("an object", "un objeto")
    name = type(value).__name__
    return Sentence(f"an object of type `{name}`", f"un objeto de tipo `{name}`")


_KINDS: tuple[tuple[Any, str, str], ...] = (
    (type(None), "None", "None"),
    ((bool, np.bool_), "True or False (bool)", "True o False (bool)"),
    ((int, np.integer), "an integer (int)", "un entero (int)"),
    ((float, np.floating), "a decimal number (float)", "un número decimal (float)"),
    ((complex, np.complexfloating), "a complex number", "un número complejo"),
    (str, "text (str)", "texto (str)"),
    (list, "a list", "una lista"),
    (tuple, "a tuple", "una tupla"),
    (dict, "a dictionary (dict)", "un diccionario (dict)"),
    (np.ndarray, "an array", "un arreglo"),
    (
        (types.FunctionType, types.BuiltinFunctionType, types.MethodType),
        "a function that was not called",
        "una función que no se llamó",
    ),
)


def _is_numeric(value: Any) -> bool:
    """Whether `value` is one number or an array of them."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.dtype.kind in NUMERIC
    return isinstance(value, (bool, int, float, complex)) or is_tensor(value)


def _from_one(value: Any) -> np.ndarray:
    if not isinstance(value, np.ndarray) and not _is_numeric(value):
        what = describe(value)
        raise failed(value, f"It is {what.en} where numbers are expected.", f"Es {what.es} donde se esperan números.")
    try:
        return np.asarray(value)
    except (TypeError, ValueError, AttributeError, NotImplementedError):  # a symbolic tensor has no values
        raise failed(value, "It has no values to compare.", "No tiene valores que comparar.") from None


def _from_list(value: Any) -> np.ndarray:
    for leaf in _leaves(value, value, ()):
        if not _is_numeric(leaf):
            what = describe(leaf)
            raise failed(
                value,
                f"Its items should be numbers and one is {what.en}.",
                f"Sus elementos deberían ser números y uno es {what.es}.",
            )
    try:
        return np.array(value)
    except OverflowError:
        raise _too_large(value) from None
    except (TypeError, ValueError):
        raise failed(
            value,
            "Its rows have different lengths, so it is not an array.",
            "Sus filas tienen largos distintos, así que no es un arreglo.",
        ) from None


def _leaves(value: Any, whole: Any, path: tuple[int, ...]) -> Iterator[Any]:
    """Everything inside nested lists and tuples."""
    if not isinstance(value, (list, tuple)):
        yield value
        return
    if id(value) in path or len(path) >= DEPTH:
        raise failed(whole, "It is a list with too many levels.", "Es una lista con demasiados niveles.")
    for item in value:
        yield from _leaves(item, whole, (*path, id(value)))


def _huge_integers(array: np.ndarray, value: Any) -> np.ndarray:
    """Python integers past 64 bits as floats; those past float64's range fail."""
    try:
        return array.astype(np.float64)
    except OverflowError:
        raise _too_large(value) from None
    except (TypeError, ValueError):
        raise failed(value, "It should hold real numbers.", "Debería contener números reales.") from None


def _too_large(value: Any) -> CheckFailed:
    return failed(value, "It has an integer too large for float64.", "Tiene un entero demasiado grande para float64.")
