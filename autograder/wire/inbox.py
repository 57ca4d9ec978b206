"""Messages out of a stream of bytes: a letter that says what it is, and a frame."""

from __future__ import annotations

from . import frame

LETTER = 1


class Inbox:
    """What arrived of a stream and was not taken yet."""

    def __init__(self) -> None:
        self._data = bytearray()
        self.missing = LETTER  # bytes, at least, until `take` has something to give

    def add(self, data: bytes) -> None:
        """More of the stream."""
        self._data += data

    def take(self) -> tuple[bytes, bytes] | None:
        """The next (letter, frame), or None while it is incomplete; WireError when it is too large to be one."""
        size = LETTER + frame.PREFIX.size
        if len(self._data) >= size:
            size += frame.length(self._data, LETTER)
        self.missing = size - len(self._data)
        if self.missing > 0:
            return None
        with memoryview(self._data) as whole:
            letter, message = bytes(whole[:LETTER]), bytes(whole[LETTER:size])
        del self._data[:size]
        return letter, message
