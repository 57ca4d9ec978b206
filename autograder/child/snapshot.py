"""What values were at a moment, and whether they still are that, to the bit: of values that came over the wire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import wire

PLAIN = (int, float, complex, str, *(np.dtype(code).type for code in wire.DTYPES))


@dataclass(frozen=True)
class _State:
    """Where a generator was."""

    state: list[Any]


def take(value: Any) -> Any:
    """All that `holds` needs to know of `value` later."""
    kind = type(value)
    if kind is np.ndarray:
        return value.copy()
    if kind is list or kind is tuple:
        return kind([take(v) for v in value])
    if kind is dict:
        return {k: take(v) for k, v in value.items()}
    return _State(wire.generator_state(value)) if isinstance(value, np.random.Generator) else value


def holds(before: Any, value: Any) -> bool:
    """Whether `value` still is what the snapshot `before` saw."""
    kind = type(before)
    if kind is _State:
        return isinstance(value, np.random.Generator) and wire.generator_state(value) == before.state
    if type(value) is not kind:
        return False
    if kind is np.ndarray:
        alike = value.dtype == before.dtype and value.shape == before.shape and value.dtype.kind != "O"
        return bool(alike and value.tobytes() == before.tobytes())
    if kind is list or kind is tuple:
        return len(value) == len(before) and all(map(holds, before, value))
    if kind is dict:
        return list(value) == list(before) and all(holds(before[k], value[k]) for k in before)
    if value is before:
        return True
    return kind in PLAIN and repr(value) == repr(before)
