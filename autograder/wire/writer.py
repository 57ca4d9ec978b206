"""From values to bytes."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np

from ..errors import WireError
from . import frame, limits
from .arrays import Payload, crosses

Node = Any  # a JSON value
Special = Callable[[Any], list[Any]]  # a value that is not data -> the body of its {"x": ..}, or WireError


def _refuse(value: Any) -> list[Any]:
    raise WireError(f"a value of type {type(value).__name__}")


def encode(value: Any, special: Special = _refuse) -> bytes:
    """`value` as one frame; WireError when it is neither data nor known to `special`."""
    writer = _Writer(special)
    node = writer.node(value, 0)
    try:
        header = msgspec.json.encode(node)
    except UnicodeEncodeError:  # text of lone surrogates, which no file could hold
        header = json.dumps(node, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return frame.join(header, writer.payload.chunks)


def _is_text(key: Any) -> bool:
    return type(key) is str and len(key) <= limits.MAX_TEXT


class _Writer:
    def __init__(self, special: Special):
        self.special, self.payload, self.count = special, Payload(), 0

    def node(self, value: Any, depth: int) -> Node:
        self.count += 1
        if depth > limits.MAX_DEPTH or self.count > limits.MAX_NODES:
            raise WireError("nested too deep or too many values")
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is str or kind is np.str_:
            return str(value)[: limits.MAX_TEXT]
        if kind is int:
            return value if abs(value) < limits.MAX_INT else self._long(value)
        if kind is float:
            return value if math.isfinite(value) else {"f": repr(value)}
        if kind is complex:
            return {"c": [self.node(value.real, depth), self.node(value.imag, depth)]}
        if kind is list:
            return [self.node(v, depth + 1) for v in value]
        if kind is tuple:
            return {"t": [self.node(v, depth + 1) for v in value]}
        if kind is dict:
            if all(map(_is_text, value)):
                return {"o": {k: self.node(v, depth + 1) for k, v in value.items()}}
            return {"d": [[self.node(k, depth + 1), self.node(v, depth + 1)] for k, v in value.items()]}
        if kind is np.ndarray and crosses(value.dtype):
            return {"a": self.payload.add(value)}
        if isinstance(value, np.generic) and crosses(value.dtype):
            return {"s": self.payload.add(np.asarray(value))}
        return {"x": [self.node(v, depth + 1) for v in self.special(value)]}

    @staticmethod
    def _long(value: int) -> Node:
        if value.bit_length() > 256:
            raise WireError("an integer of more than 80 digits")
        return {"i": str(value)}
