"""What values were at a moment, and whether they still are that, to the bit: of values that came over the wire."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from .. import wire

PLAIN = frozenset({int, float, complex, str, *(np.dtype(code).type for code in wire.DTYPES)})


class _Array(NamedTuple):
    """What an array held."""

    dtype: np.dtype
    shape: tuple[int, ...]
    data: bytes


class _State(NamedTuple):
    """Where a generator was."""

    state: list[Any]


def take(value: Any) -> Any:
    """All that `holds` needs to know of `value` later."""
    kind = type(value)
    if kind is np.ndarray:
        return _Array(value.dtype, value.shape, value.tobytes())
    if kind in PLAIN:
        return value
    if kind is list or kind is tuple:
        return kind([take(v) for v in value])
    if kind is dict:
        return {k: take(v) for k, v in value.items()}
    return _State(wire.generator_state(value)) if isinstance(value, np.random.Generator) else value


def holds(before: Any, value: Any) -> bool:
    """Whether `value` still is what the snapshot `before` saw."""
    kind = type(before)
    if kind is _Array:
        alike = type(value) is np.ndarray and value.dtype == before.dtype and value.shape == before.shape
        return bool(alike and value.dtype.kind != "O" and value.tobytes() == before.data)
    if kind is _State:
        return isinstance(value, np.random.Generator) and wire.generator_state(value) == before.state
    if type(value) is not kind:
        return False
    if value is before:
        return True
    if kind is list or kind is tuple:
        return len(value) == len(before) and all(map(holds, before, value))
    if kind is dict:
        return list(value) == list(before) and all(holds(before[k], value[k]) for k in before)
    return kind in PLAIN and repr(value) == repr(before)
