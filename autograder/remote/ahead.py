"""Requests sent before their cases make them, so that the two processes need not wait for each other call by call.

What a case gets is the reply to exactly the request that it makes, byte for byte. Where it makes another one, or a child
is lost while requests of several cases are under way, the case is to be tried again with a child that was sent nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import Protocol

from ..errors import ChildLost, WireError
from .channel import Answer, Channel

Script = Sequence[tuple[str, Sequence[bytes]]]  # of some cases, in order: the requests with which each begins


class Pipe(Channel, Protocol):
    """A channel on which a request may be sent before the reply to the last one was read."""

    def post(self, frames: Iterable[bytes]) -> None:
        """Send requests; raises as `ask`."""

    def reply(self, answer: Answer) -> bytes:
        """The reply to the oldest request that has none; raises as `ask`."""


class Ahead:
    """A channel to a child that is sent requests ahead of the cases that make them."""

    def __init__(self, pipe: Pipe):
        self._pipe = pipe
        self._sent: deque[tuple[str, bytes]] = deque()  # whose replies are still to be read
        self._kept: dict[str, deque[tuple[bytes, bytes]]] = {}  # read already: of each case, requests and replies
        self._case = ""
        self.misled = False  # whether the child was lost with requests of several cases under way: nobody's fault yet

    def send(self, script: Script) -> None:
        """Send these requests now; raises as `ask`."""
        requests = [(case, request) for case, own in script for request in own]
        self._pipe.post([request for _, request in requests])
        self._sent += requests

    def begin(self, case: str) -> None:
        """The next requests are this case's."""
        self._case = case

    def end(self) -> bool:
        """The case is over: pass over what it did not ask for. False when that lost the child."""
        self._kept.pop(self._case, None)
        try:
            while self._sent and self._sent[0][0] == self._case:
                self._next(_no_functions)
        except (ChildLost, WireError):
            return False
        self._kept.pop(self._case, None)
        return True

    def ask(self, frame: bytes, answer: Answer) -> bytes:
        """As `Channel.ask`."""
        try:
            own = self._kept.get(self._case)
            if not own and self._sent and self._sent[0] == (self._case, frame):
                self._next(answer)
                own = self._kept[self._case]
            if own and own[0][0] == frame:
                return own.popleft()[1]
            while self._sent:
                self._next(answer)
        except (ChildLost, WireError):
            self.misled = True
            raise
        self._kept.pop(self._case, None)  # made in another order: these are no replies to what is asked from here on
        return self._pipe.ask(frame, answer)

    def _next(self, answer: Answer) -> None:
        """Read the oldest reply that is still to come, and keep it for its case."""
        reply = self._pipe.reply(answer)
        case, request = self._sent.popleft()
        self._kept.setdefault(case, deque()).append((request, reply))


def _no_functions(frame: bytes) -> bytes:
    raise WireError("a call of a function while nothing was asked")
