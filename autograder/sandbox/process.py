"""One submission's process as the judge reaches it: over a socket, up to a moment and a number of bytes."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterable
from typing import TypeVar

from .. import wire
from ..child.link import ANSWER, CALL, REPLY, REQUEST
from ..errors import ChildDied, ChildTimedOut, SandboxError, WireError
from ..remote import Answer

MEBI = 1 << 20
CHUNK = 1 << 16  # bytes to ask the kernel for, at least
LARGEST = 1 << 20  # … and at most

Result = TypeVar("Result")


class Child:
    """One submission's process; `deadline` (time.monotonic) bounds every request, `allowance` what it may send until then.

    `end` kills it with all it started.
    """

    def __init__(self, link: socket.socket, allowance: int, end: Callable[[], None]):
        self._link, self._granted, self._end = link, allowance, end
        self._closed = False
        self._inbox = wire.Inbox()
        self.deadline = time.monotonic() + 60

    @property
    def deadline(self) -> float:
        """Until when requests are answered; who sets it anew also grants a new allowance of bytes."""
        return self._deadline

    @deadline.setter
    def deadline(self, moment: float) -> None:
        self._deadline, self._allowance = moment, self._granted

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._link.fileno() >= 0

    def ask(self, frame: bytes, answer: Answer) -> bytes:
        """As `remote.Channel.ask`."""
        self.post([frame])
        return self.reply(answer)

    def post(self, frames: Iterable[bytes]) -> None:
        """Send requests, whose replies will come in the same order; raises as `ask`."""
        self._attempt(lambda: self._send(b"".join(REQUEST + frame for frame in frames)))

    def reply(self, answer: Answer) -> bytes:
        """The next reply; raises as `ask`."""
        return self._attempt(lambda: self._reply(answer))

    def _attempt(self, step: Callable[[], Result]) -> Result:
        if not self.alive:
            raise ChildDied
        try:
            return step()
        except TimeoutError:
            self._give_up()
            raise ChildTimedOut from None
        except (EOFError, OSError):
            self._give_up()
            raise ChildDied from None
        except (WireError, ChildDied):
            self._give_up()
            raise
        except MemoryError:
            self._give_up()
            raise WireError("more than this machine can hold") from None

    def _reply(self, answer: Answer) -> bytes:
        while True:
            letter, frame = self._message()
            if letter == REPLY:
                return frame
            if letter != CALL:
                raise WireError("a message that is neither a reply nor a call")
            self._send(ANSWER + answer(frame))

    def _message(self) -> tuple[bytes, bytes]:
        while (message := self._inbox.take()) is None:
            self._link.settimeout(self._left())
            data = self._link.recv(min(max(self._inbox.missing, CHUNK), LARGEST))
            if not data:
                raise EOFError
            self._allowance -= len(data)
            if self._allowance < 0:
                raise WireError(f"more than {self._granted // MEBI} MiB for one test")
            self._inbox.add(data)
        return message

    def _send(self, data: bytes) -> None:
        self._link.settimeout(self._left())
        self._link.sendall(data)

    def _left(self) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _give_up(self) -> None:
        """Close it; a zygote that is gone is noticed by whoever closes it next."""
        with contextlib.suppress(SandboxError, OSError):
            self.close()

    def close(self) -> None:
        """Kill it, with all it started; SandboxError or OSError when its zygote is gone."""
        if not self._closed:
            self._link.close()
            self._end()
            self._closed = True
