"""Values as bytes between the trusted side and student code: data only, from a closed table, never pickle.

A frame is `<u32 header length><u64 payload length>`, a JSON header and the raw bytes of its arrays. Nodes of the header:

    null true 7 0.5 "text" [..]     themselves          {"t": [..]}  tuple          {"d": [[k, v], ..]}  dict
    {"f": "nan"}  other floats      {"i": "2**70"}  long int (decimal digits)        {"c": [re, im]}  complex
    {"a": [dtype, shape, offset, size]}  array          {"s": [..]}  the same for a numpy scalar
    {"x": [kind, ..]}  something that only means something to the two sides: a reference, a function, a generator

Every size is checked before anything is allocated, on the side that reads. What is decoded is plain Python and plain
numpy arrays that own their memory.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from .errors import WireError

MAX_HEADER = 8 << 20  # bytes
MAX_PAYLOAD = 256 << 20  # bytes
MAX_DEPTH = 16
MAX_NODES = 200_000
MAX_TEXT = 1 << 16  # characters of one string
MAX_KEYS = 10_000  # of one dict: keys can be made to collide, so that n of them cost n²
MAX_DIGITS = 80  # of a long integer: a generator's state has 39
MAX_DIMENSIONS = 16
PREFIX = struct.Struct("<IQ")
DTYPES = {
    np.dtype(code).str.replace("=", "<"): np.dtype(code)
    for code in ("?", "i1", "<i2", "<i4", "<i8", "u1", "<u2", "<u4", "<u8", "<f2", "<f4", "<f8", "<c8", "<c16")
}

Node = Any  # a JSON value
Special = Callable[[Any], list[Any]]  # a value that is not data -> the body of its {"x": ..}, or WireError
Resolve = Callable[[list[Any]], Any]  # and back


def _refuse(value: Any) -> list[Any]:
    raise WireError(f"a value of type {type(value).__name__}")


def encode(value: Any, special: Special = _refuse) -> bytes:
    """`value` as one frame; WireError when it is neither data nor known to `special`."""
    writer = _Writer(special)
    header = _ENCODER.encode(writer.node(value, 0)).encode("utf-8", "replace")
    if len(header) > MAX_HEADER:
        raise WireError("more than fits in one message")
    return b"".join([PREFIX.pack(len(header), writer.size), header, *writer.chunks])


class _Writer:
    def __init__(self, special: Special):
        self.special, self.size, self.count = special, 0, 0
        self.chunks: list[bytes] = []

    def node(self, value: Any, depth: int) -> Node:
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            raise WireError("nested too deep or too many values")
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is str:
            return value[:MAX_TEXT]
        if kind is int:
            return value if abs(value) < 1 << 53 else self._long(value)
        if kind is float:
            return value if math.isfinite(value) else {"f": repr(value)}
        if kind is complex:
            return {"c": [self.node(value.real, depth), self.node(value.imag, depth)]}
        if kind is list:
            return [self.node(v, depth + 1) for v in value]
        if kind is tuple:
            return {"t": [self.node(v, depth + 1) for v in value]}
        if kind is dict:
            return {"d": [[self.node(k, depth + 1), self.node(v, depth + 1)] for k, v in value.items()]}
        if kind is np.ndarray and _code(value.dtype) in DTYPES:
            return {"a": self._array(value)}
        if isinstance(value, np.generic) and _code(value.dtype) in DTYPES:
            return {"s": self._array(np.asarray(value))}
        return {"x": [self.node(v, depth + 1) for v in self.special(value)]}

    @staticmethod
    def _long(value: int) -> Node:
        if value.bit_length() > 256:
            raise WireError("an integer of more than 80 digits")
        return {"i": str(value)}

    def _array(self, value: np.ndarray) -> Node:
        if self.size + value.nbytes > MAX_PAYLOAD:
            raise WireError("more than 256 MiB of arrays")
        code = _code(value.dtype)
        data = np.ascontiguousarray(value, dtype=DTYPES[code]).tobytes()
        self.chunks.append(data)
        self.size += len(data)
        return [code, list(value.shape), self.size - len(data), len(data)]


def _code(dtype: np.dtype) -> str:
    return dtype.newbyteorder("<").str if dtype.itemsize > 1 else dtype.str


def decode(header: bytes, payload: bytes, resolve: Resolve | None = None) -> Any:
    """The value in a frame's two parts; WireError for anything that breaks a rule."""
    try:
        node = _DECODER.decode(header.decode("utf-8"))
    except WireError:
        raise
    except (ValueError, RecursionError) as error:
        raise WireError(f"a header that is not JSON ({type(error).__name__})") from None
    return _Reader(payload, resolve).value(node, 0)


def _no_constant(name: str) -> Any:
    raise WireError(f"the literal {name}")


def _int(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise WireError("an integer of more than 80 digits")
    return int(digits)


def _single_key(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) != 1:
        raise WireError("a node without exactly one key")
    return dict(pairs)


class _Reader:
    def __init__(self, payload: bytes, resolve: Resolve | None):
        self.payload, self.resolve, self.count = payload, resolve, 0

    def value(self, node: Node, depth: int) -> Any:
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            raise WireError("nested too deep or too many values")
        if node is None or type(node) in (bool, int, float):
            return self._number(node)
        if type(node) is str:
            if len(node) > MAX_TEXT:
                raise WireError("a string that is too long")
            return node
        if type(node) is list:
            return [self.value(n, depth + 1) for n in node]
        ((key, body),) = node.items()
        read = _READ.get(key)
        if read is None:
            raise WireError(f"a node of unknown kind {key[:20]!r}")
        return read(self, body, depth + 1)

    @staticmethod
    def _number(node: Any) -> Any:
        if type(node) is float and not math.isfinite(node):
            raise WireError("a number out of range")
        return node

    def _float(self, body: Node, depth: int) -> float:
        if body not in ("nan", "inf", "-inf"):
            raise WireError("an unknown float")
        return float(body)

    def _long(self, body: Node, depth: int) -> int:
        if type(body) is not str or not 0 < len(body) <= MAX_DIGITS or not body.lstrip("-").isascii():
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
        return [self.value(n, depth) for n in body]

    def _tuple(self, body: Node, depth: int) -> tuple[Any, ...]:
        return tuple(self._list(body, depth))

    def _dict(self, body: Node, depth: int) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        pairs = self._list(body, depth)
        if len(pairs) > MAX_KEYS:
            raise WireError("a dict with too many keys")
        for pair in pairs:
            if type(pair) is not list or len(pair) != 2:
                raise WireError("a malformed dict")
            try:
                if pair[0] in found:
                    raise WireError("a duplicate key")
                found[pair[0]] = pair[1]
            except TypeError:
                raise WireError("a key that cannot be one") from None
        return found

    def _array(self, body: Node, depth: int) -> np.ndarray:
        if type(body) is not list or len(body) != 4:
            raise WireError("a malformed array")
        code, shape, offset, size = body
        dtype = DTYPES.get(code) if type(code) is str else None
        if dtype is None:
            raise WireError("an array of unknown dtype")
        if type(shape) is not list or len(shape) > MAX_DIMENSIONS or any(type(n) is not int or n < 0 for n in shape):
            raise WireError("an array with a malformed shape")
        if (
            type(offset) is not int
            or type(size) is not int
            or offset < 0
            or size < 0
            or offset + size > len(self.payload)
        ):
            raise WireError("an array outside its payload")
        if math.prod(shape) * dtype.itemsize != size or max(shape, default=0) > MAX_PAYLOAD:
            raise WireError("an array whose shape and size differ")
        return np.frombuffer(self.payload, dtype, size // dtype.itemsize, offset).reshape(shape).copy()

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
    "d": _Reader._dict,
    "a": _Reader._array,
    "s": _Reader._scalar,
    "x": _Reader._special,
}


_ENCODER = json.JSONEncoder(allow_nan=False, separators=(",", ":"))
_DECODER = json.JSONDecoder(parse_constant=_no_constant, object_pairs_hook=_single_key, parse_int=_int)


def split(frame: bytes) -> tuple[bytes, bytes]:
    """A whole frame -> (header, payload)."""
    if len(frame) < PREFIX.size:
        raise WireError("a frame cut short")
    header, payload = PREFIX.unpack_from(frame)
    if header > MAX_HEADER or payload > MAX_PAYLOAD or len(frame) != PREFIX.size + header + payload:
        raise WireError("a frame whose lengths differ")
    return frame[PREFIX.size : PREFIX.size + header], frame[PREFIX.size + header :]


def read(receive: Callable[[int], bytes]) -> bytes:
    """One whole frame from `receive(n)`, which returns 1 to n bytes, or b"" at the end (EOFError)."""
    prefix = _exactly(receive, PREFIX.size)
    header, payload = PREFIX.unpack(prefix)
    if header > MAX_HEADER or payload > MAX_PAYLOAD:
        raise WireError("a frame that is too large")
    return prefix + _exactly(receive, header + payload)


def _exactly(receive: Callable[[int], bytes], size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        more = receive(min(1 << 20, size - len(data)))
        if not more:
            raise EOFError
        data += more
    return bytes(data)


def generator_state(generator: np.random.Generator) -> list[Any]:
    """A PCG64 generator as data: ["rng", state, inc, has_uint32, uinteger]."""
    state = generator.bit_generator.state
    if state["bit_generator"] != "PCG64":
        raise WireError("a generator that is not PCG64")
    return ["rng", state["state"]["state"], state["state"]["inc"], state["has_uint32"], state["uinteger"]]


def set_generator(generator: np.random.Generator, body: list[Any]) -> np.random.Generator:
    """Put `generator` into the state that `generator_state` gave."""
    if len(body) != 5 or any(type(n) is not int or n < 0 for n in body[1:]):
        raise WireError("a malformed generator")
    try:
        generator.bit_generator.state = {
            "bit_generator": "PCG64",
            "state": {"state": body[1], "inc": body[2]},
            "has_uint32": body[3],
            "uinteger": body[4],
        }
    except (ValueError, OverflowError):
        raise WireError("a malformed generator") from None
    return generator
