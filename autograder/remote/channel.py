"""Ways to reach a server: what a channel is, and the one to a server in this very process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from ..child.serve import Server
from ..errors import WireError

Answer = Callable[[bytes], bytes]


class Channel(Protocol):
    """A way to reach a `Server`."""

    def ask(self, frame: bytes, answer: Answer) -> bytes:
        """Send a request and return its reply; meanwhile `answer` serves the functions we passed in.

        Raises ChildTimedOut or ChildDied when no reply comes, WireError when it is no reply.
        """


class Local:
    """The channel to a server in this very process."""

    def __init__(self, names: dict[str, Any], *, guard: bool = False):
        self.server = Server(names, lambda frame: self.answer(frame), guard=guard)
        self.answer: Answer = _no_callbacks

    def ask(self, frame: bytes, answer: Answer) -> bytes:
        """As `Channel.ask`."""
        self.answer = answer
        return self.server.handle(frame)


def _no_callbacks(frame: bytes) -> bytes:
    raise WireError("a call of a function while nothing was asked")
