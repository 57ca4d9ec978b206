"""From bytes to values; nothing in them is believed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import numpy as np

from ..errors import WireError
from . import arrays, limits

Node = Any  # a JSON value
Resolve = Callable[[list[Any]], Any]  # the body of an {"x": ..} -> what it stands for, or WireError


def decode(header: bytes, payload: bytes, resolve: Resolve | None = None) -> Any:
    """The value in a frame's two parts; WireError for anything that breaks a rule."""
    try:
        node = msgspec.json.decode(header)
    except (ValueError, RecursionError) as error:  # msgspec's own errors are ValueErrors
        raise WireError(f"a header that is not JSON ({type(error).__name__})") from None
    return _Reader(payload, resolve).value(node, 0)


_THEMSELVES = frozenset({bool, type(None)})


class _Reader:
    """Every frame passes here, so what stands for itself in a list costs no call of its own."""

    def __init__(self, payload: bytes, resolve: Resolve | None):
        self.payload, self.resolve, self.count = payload, resolve, 0

    def value(self, node: Node, depth: int) -> Any:
        kind = type(node)
        if kind in _THEMSELVES:
            return node
        if kind is str:
            if len(node) > limits.MAX_TEXT:
                raise WireError("a string that is too long")
            return node
        if kind is float:
            return node  # no literal of JSON is infinite
        if kind is int:
            return self._int(node)
        if kind is list:
            return self._list(node, depth + 1)
        self.count += 1
        if depth > limits.MAX_DEPTH:
            raise WireError("nested too deep")
        if len(node) != 1:
            raise WireError("a node without exactly one key")
        ((key, body),) = node.items()
        read = _READ.get(key)
        if read is None:
            raise WireError(f"a node of unknown kind {key[:20]!r}")
        return read(self, body, depth + 1)

    @staticmethod
    def _int(node: int) -> int:
        if not -limits.MAX_INT < node < limits.MAX_INT:
            raise WireError("an integer out of range")
        return node

    def _float(self, body: Node, depth: int) -> float:
        if body not in ("nan", "inf", "-inf"):
            raise WireError("an unknown float")
        return float(body)

    def _long(self, body: Node, depth: int) -> int:
        if type(body) is not str or not 0 < len(body) <= limits.MAX_DIGITS or not body.lstrip("-").isascii():
            raise WireError("a malformed integer")
        try:
            return int(body)
        except ValueError:
            raise WireError("a malformed integer") from None

    def _complex(self, body: Node, depth: int) -> complex:
        parts = self._list(body, depth)
        if len(parts) != 2 or any(type(p) is not float for p in parts):
            raise WireError("a malformed complex number")
        return complex(*parts)

    def _list(self, body: Node, depth: int) -> list[Any]:
        if type(body) is not list:
            raise WireError("a node whose body is not a list")
        self.count += 1 + len(body)
        if depth > limits.MAX_DEPTH or self.count > limits.MAX_NODES:
            raise WireError("nested too deep or too many values")
        return [n if type(n) in _THEMSELVES else self.value(n, depth) for n in body]

    def _tuple(self, body: Node, depth: int) -> tuple[Any, ...]:
        return tuple(self._list(body, depth))

    def _dict(self, body: Node, depth: int) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        if type(body) is not list or len(body) > limits.MAX_KEYS:
            raise WireError("a malformed dict, or one with too many keys")
        for pair in body:
            if type(pair) is not list or len(pair) != 2:
                raise WireError("a malformed dict")
            key, value = self._list(pair, depth + 1)
            try:
                if key in found:
                    raise WireError("a duplicate key")
                found[key] = value
            except TypeError:
                raise WireError("a key that cannot be one") from None
        return found

    def _object(self, body: Node, depth: int) -> dict[str, Any]:
        """A dict whose keys are all text."""
        if type(body) is not dict or len(body) > limits.MAX_KEYS:
            raise WireError("a malformed dict, or one with too many keys")
        self.count += 1 + len(body)
        if depth > limits.MAX_DEPTH or self.count > limits.MAX_NODES or any(len(k) > limits.MAX_TEXT for k in body):
            raise WireError("nested too deep or too many values")
        return {k: n if type(n) in _THEMSELVES else self.value(n, depth) for k, n in body.items()}

    def _array(self, body: Node, depth: int) -> np.ndarray:
        return arrays.read(self.payload, body)

    def _scalar(self, body: Node, depth: int) -> Any:
        array = self._array(body, depth)
        if array.shape != ():
            raise WireError("a scalar with a shape")
        return array[()]

    def _special(self, body: Node, depth: int) -> Any:
        if self.resolve is None:
            raise WireError("a reference where only data may stand")
        return self.resolve(self._list(body, depth))


_READ: Mapping[str, Callable[[_Reader, Node, int], Any]] = {
    "f": _Reader._float,
    "i": _Reader._long,
    "c": _Reader._complex,
    "t": _Reader._tuple,
    "o": _Reader._object,
    "d": _Reader._dict,
    "a": _Reader._array,
    "s": _Reader._scalar,
    "x": _Reader._special,
}
