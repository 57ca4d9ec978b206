"""The child's end of the socket: requests in the order in which they came, and their replies.

Requests may arrive before the replies to earlier ones went out. Replies that nobody waits for yet travel together.
"""

from __future__ import annotations

import socket
import time
from collections import deque

from .. import wire

REQUEST, ANSWER, REPLY, CALL = b"Q", b"A", b"R", b"C"  # the last two are ours: a reply, and a call of a function over there
CHUNK = 1 << 16  # bytes to ask the kernel for, at least
TOGETHER = 1 << 16  # bytes of replies that may wait for each other
PATIENCE = 0.002  # seconds that a reply may wait for the next one


class Link:
    """Requests, replies, and calls of functions that live on the other side."""

    def __init__(self, link: socket.socket):
        link.settimeout(None)
        self._link, self._inbox = link, wire.Inbox()
        self._requests: deque[bytes] = deque()
        self._replies: list[bytes] = []
        self._size, self._since = 0, 0.0

    def request(self) -> bytes:
        """The next request; EOFError or OSError when there will be none."""
        while not self._requests:
            self._read()
        return self._requests.popleft()

    def reply(self, frame: bytes) -> None:
        """Answer the request that was taken last."""
        if not self._replies:
            self._since = time.monotonic()
        self._replies += (REPLY, frame)
        self._size += len(frame)
        if self._size > TOGETHER or time.monotonic() - self._since > PATIENCE:
            self._flush()

    def ask(self, frame: bytes) -> bytes:
        """Call a function of the other side; requests that come meanwhile wait."""
        self._replies += (CALL, frame)
        self._flush()
        while (answer := self._read()) is None:
            pass
        return answer

    def _read(self) -> bytes | None:
        """Take one message: an answer is returned, a request is put aside."""
        while (message := self._inbox.take()) is None:
            self._flush()
            data = self._link.recv(max(CHUNK, self._inbox.missing))
            if not data:
                raise EOFError
            self._inbox.add(data)
        if message[0] == ANSWER:
            return message[1]
        self._requests.append(message[1])
        return None

    def _flush(self) -> None:
        if self._replies:
            self._link.sendall(b"".join(self._replies))
            self._replies.clear()
            self._size = 0
