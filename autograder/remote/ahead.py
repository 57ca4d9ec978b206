"""Requests sent before their cases make them, so that the two processes need not wait for each other call by call.

What a case gets is the reply to exactly the request that it makes, byte for byte. Where it makes another one, or a child
is lost while requests of several cases are under way, the case is to be tried again with a child that was sent nothing.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from ..errors import ChildLost, WireError
from .channel import Answer, Channel

NOTHING = bytes(hashlib.sha256().digest_size)  # the transcript of no reply
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
        self._transcript = NOTHING  # of what this case was answered
        self._alone = True  # whether it asked for nothing but what was sent ahead
        self.misled = False  # whether the child was lost with requests of several cases under way: nobody's fault yet

    def send(self, script: Script) -> None:
        """Send these requests now; raises as `ask`."""
        requests = [(case, request) for case, own in script for request in own]
        self._pipe.post([request for _, request in requests])
        self._sent += requests

    def begin(self, case: str) -> None:
        """The next requests are this case's."""
        self._case, self._transcript, self._alone = case, NOTHING, True

    @property
    def transcript(self) -> bytes | None:
        """A digest of all that this case was answered; None when that was nothing, or more than was sent ahead."""
        return self._transcript if self._alone and self._transcript != NOTHING else None

    def transcripts(self, answer: Answer) -> Iterator[bytes]:
        """The same after each reply to what was sent for this case, all of which stay to be asked for; raises as `ask`."""
        transcript, number = NOTHING, 0
        while reply := self._kept_reply(number, answer):
            transcript = _longer(transcript, reply)
            yield transcript
            number += 1

    def _kept_reply(self, number: int, answer: Answer) -> bytes:
        """Of this case's kept replies one of the first, or the next that is to come; nothing when there is none."""
        if number >= len(self._kept.get(self._case, ())):
            if not self._sent or self._sent[0][0] != self._case:
                return b""
            self._read(answer)
        return self._kept[self._case][number][1]

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
        own = self._kept.get(self._case)
        if not own and self._sent and self._sent[0] == (self._case, frame):
            self._read(answer)
            own = self._kept[self._case]
        if own and own[0][0] == frame:
            reply = own.popleft()[1]
            self._transcript = _longer(self._transcript, reply)
            return reply
        self._alone = False
        while self._sent:
            self._read(answer)
        self._kept.pop(self._case, None)  # made in another order: these are no replies to what is asked from here on
        return self._pipe.ask(frame, answer)

    def _read(self, answer: Answer) -> None:
        """As `_next`, for a case; the loss of the child is nobody's fault yet."""
        try:
            self._next(answer)
        except (ChildLost, WireError):
            self.misled = True
            raise

    def _next(self, answer: Answer) -> None:
        """Read the oldest reply that is still to come, and keep it for its case."""
        reply = self._pipe.reply(answer)
        case, request = self._sent.popleft()
        self._kept.setdefault(case, deque()).append((request, reply))


def _longer(transcript: bytes, reply: bytes) -> bytes:
    return hashlib.sha256(transcript + reply).digest()


def _no_functions(frame: bytes) -> bytes:
    raise WireError("a call of a function while nothing was asked")
