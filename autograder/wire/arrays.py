"""Arrays: raw bytes in the payload, and a node [dtype, shape, offset, size] that says how to read them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ..errors import WireError
from . import limits

DTYPES = {
    np.dtype(code).str.replace("=", "<"): np.dtype(code)
    for code in ("?", "i1", "<i2", "<i4", "<i8", "u1", "<u2", "<u4", "<u8", "<f2", "<f4", "<f8", "<c8", "<c16")
}
_CODES = {form: code for code, dtype in DTYPES.items() for form in (dtype, dtype.newbyteorder("S"))}


def crosses(dtype: np.dtype) -> bool:
    """Whether arrays of this dtype are data."""
    return dtype in _CODES


class Payload:
    """The arrays of a frame that is being written."""

    def __init__(self) -> None:
        self.chunks: list[bytes] = []
        self.size = 0

    def add(self, array: np.ndarray) -> list[Any]:
        """Its node; WireError when there is no room left. Its dtype must cross."""
        if self.size + array.nbytes > limits.MAX_PAYLOAD:
            raise WireError("more than 256 MiB of arrays")
        code = _CODES[array.dtype]
        data = array.astype(DTYPES[code], copy=False).tobytes()
        self.chunks.append(data)
        self.size += len(data)
        return [code, list(array.shape), self.size - len(data), len(data)]


def read(payload: bytes, node: Any) -> np.ndarray:
    """The array that a node tells of, with its own memory; WireError for a node that breaks a rule."""
    if type(node) is not list or len(node) != 4:
        raise WireError("a malformed array")
    code, shape, offset, size = node
    dtype = DTYPES.get(code) if type(code) is str else None
    if dtype is None:
        raise WireError("an array of unknown dtype")
    if type(shape) is not list or len(shape) > limits.MAX_DIMENSIONS:
        raise WireError("an array with a malformed shape")
    for axis in shape:
        if type(axis) is not int or not 0 <= axis <= limits.MAX_PAYLOAD:
            raise WireError("an array with a malformed shape")
    if type(offset) is not int or type(size) is not int or offset < 0 or not 0 <= size <= len(payload) - offset:
        raise WireError("an array outside its payload")
    if math.prod(shape) * dtype.itemsize != size:
        raise WireError("an array whose shape and size differ")
    return np.ndarray(shape, dtype, payload, offset).copy()
