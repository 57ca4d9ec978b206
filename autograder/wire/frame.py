"""A frame: the lengths of its two parts, a header, a payload."""

from __future__ import annotations

import struct

from ..errors import WireError
from . import limits

PREFIX = struct.Struct("<IQ")


def join(header: bytes, chunks: list[bytes]) -> bytes:
    """A frame whose payload are `chunks`; WireError when the header is too long."""
    if len(header) > limits.MAX_HEADER:
        raise WireError("more than fits in one message")
    return b"".join([PREFIX.pack(len(header), sum(map(len, chunks))), header, *chunks])


def split(frame: bytes) -> tuple[bytes, bytes]:
    """A whole frame -> (header, payload)."""
    if len(frame) < PREFIX.size:
        raise WireError("a frame cut short")
    header, payload = PREFIX.unpack_from(frame)
    if _too_large(header, payload) or len(frame) != PREFIX.size + header + payload:
        raise WireError("a frame whose lengths differ")
    return frame[PREFIX.size : PREFIX.size + header], frame[PREFIX.size + header :]


def length(data: bytes | bytearray, start: int) -> int:
    """Bytes that follow the prefix at `start`; WireError when they are too many for a frame."""
    header, payload = PREFIX.unpack_from(data, start)
    if _too_large(header, payload):
        raise WireError("a frame that is too large")
    return int(header + payload)


def _too_large(header: int, payload: int) -> bool:
    return header > limits.MAX_HEADER or payload > limits.MAX_PAYLOAD
