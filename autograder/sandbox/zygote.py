"""Warm zygotes, one child per submission, and the socket between a child and the judge."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from .. import wire
from ..errors import ChildDied, ChildTimedOut, SandboxError, WireError
from ..language import Sentence
from ..remote import Answer
from . import watch
from .bubblewrap import ENVIRONMENT
from .walls import Bare, Wall, choose

START = (
    "import sys; sys.path[:0] = sys.argv[1].split(':'); "
    "from autograder.child.zygote import main; main(sys.argv[2:])"
)  # fmt: skip
PRELOAD = {True: ["numpy", "numpy.linalg", "numpy.random"], False: ["numpy", "tensorflow", "keras"]}
STARTUP = 120.0  # seconds until a zygote must be warm
MEBI = 1 << 20
LIMITS = {
    True: {"data": 1024 * MEBI, "as": 3584 * MEBI, "nproc": 32},
    False: {"data": 3072 * MEBI, "as": 8192 * MEBI, "nproc": 64},
}
TOGETHER = {True: 1536 * MEBI, False: 4096 * MEBI}  # memory of all processes of a submission
ALLOWANCE = {True: 64 * MEBI, False: 512 * MEBI}  # bytes that a child may send before its deadline is set anew
CHUNK = 1 << 14  # bytes to ask the kernel for, at least
COMMON = {
    "cpu": 300,
    "fsize": 32 * MEBI,
    "nofile": 128,
    "stack": 64 * MEBI,
    "sigpending": 256,
    "disk": 48 * MEBI,
}

NO_START = Sentence(
    "The sandbox did not start ({what}, {name}). {trouble} Then run `autograder doctor`.",
    "El sandbox no arrancó ({what}, {name}). {trouble} Después ejecuta `autograder doctor`.",
)


class Zygote:
    """A warm process without tests or solutions that forks children; `scratch` ones know only numpy.

    `data` is a folder whose files children see as `data/`. `unsafe` starts it without any wall; else `backend` is the
    name of a wall, or None for the strongest that is usable here. `pid` is its process.
    """

    def __init__(self, *, scratch: bool, data: Path | None = None, unsafe: bool = False, backend: str | None = None):
        kind = Bare if unsafe else choose(backend)
        self._wall: Wall = kind(scratch=scratch, data=data)
        self._limits = self._wall.limits(LIMITS[scratch] | COMMON)
        self.allowance = ALLOWANCE[scratch]
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._children, self._alive = 0, 0
        self._watch: watch.Watch | None = None
        config = self._wall.config | {"scratch": scratch, "preload": PRELOAD[scratch]}
        self._process = subprocess.Popen(
            self._wall.command(START, [str(theirs.fileno()), json.dumps(config)]),
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=ENVIRONMENT,
        )
        theirs.close()
        try:
            self._receive("ready", STARTUP)
        except SandboxError:
            self.close()
            raise
        self._wall.started()
        self.pid = _last(self._process.pid)
        if not unsafe:
            self._watch = watch.Watch(self.pid, TOGETHER[scratch], self._wall.too_much)

    def spawn(self) -> Child:
        """A fresh child."""
        ours, theirs = socket.socketpair()
        self._children += 1
        message = json.dumps({"do": "spawn", "id": self._children, "limits": self._limits}).encode()
        socket.send_fds(self._control, [message], [theirs.fileno()])
        theirs.close()
        self._count(1)
        return Child(self, self._children, ours)

    def reap(self, number: int) -> None:
        """Kill a child with all it started, and wait until it is gone; again does no harm."""
        self._control.send(json.dumps({"do": "reap", "id": number}).encode())
        while self._receive("reaped", 30.0) != number:
            pass  # the answer to a request whose sender was interrupted
        self._count(-1)

    def left(self) -> set[int]:
        """Processes below the zygote."""
        return watch.children(self.pid)

    def _count(self, change: int) -> None:
        self._alive += change
        if self._watch:
            self._watch.look(self._alive > 0)

    def close(self) -> None:
        """End the zygote."""
        if self._watch:
            self._watch.close()
        self._control.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._wall.close()

    def _receive(self, what: str, seconds: float) -> Any:
        self._control.settimeout(seconds)
        try:
            message = self._control.recv(1 << 16)
        except TimeoutError:
            message = b""
        if not message or what not in (reply := json.loads(message)):
            raise SandboxError(self._no_start(what))
        return reply[what]

    def _no_start(self, what: str) -> Sentence:
        name, trouble = self._wall.name, self._wall.trouble
        return Sentence(
            NO_START.en.format(what=what, name=name, trouble=trouble.en),
            NO_START.es.format(what=what, name=name, trouble=trouble.es),
        )

    def __enter__(self) -> Zygote:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _last(pid: int) -> int:
    """The zygote itself, below bubblewrap's own processes."""
    while below := watch.children(pid):
        pid = min(below)
    return pid


class Child:
    """One submission's process, reached over a socket; `deadline` (time.monotonic) bounds every request."""

    def __init__(self, zygote: Zygote, number: int, link: socket.socket):
        self._zygote, self._number, self._link = zygote, number, link
        self._closed = False
        self._unread = memoryview(b"")  # received, and not asked for yet
        self.deadline = time.monotonic() + 60

    @property
    def deadline(self) -> float:
        """Until when requests are answered; who sets it anew also grants a new allowance of bytes."""
        return self._deadline

    @deadline.setter
    def deadline(self, moment: float) -> None:
        self._deadline, self._allowance = moment, self._zygote.allowance

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._link.fileno() >= 0

    def ask(self, frame: bytes, answer: Answer) -> bytes:
        """As `remote.Channel.ask`."""
        if not self.alive:
            raise ChildDied
        try:
            self._send(frame)
            while (tag := self._receive(1)) == b"C":
                self._send(answer(wire.read(self._receive)))
            if tag != b"R":
                raise WireError("a message that is neither a reply nor a call") if tag else ChildDied
            return wire.read(self._receive)
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

    def _send(self, data: bytes) -> None:
        self._link.settimeout(self._left())
        self._link.sendall(data)

    def _receive(self, size: int) -> bytes:
        """1 to `size` bytes, or none at the end; a short reply costs one system call however it is read."""
        if not self._unread:
            self._link.settimeout(self._left())
            data = self._link.recv(max(size, CHUNK))
            self._allowance -= len(data)
            if self._allowance < 0:
                raise WireError(f"more than {self._zygote.allowance // MEBI} MiB for one test")
            self._unread = memoryview(data)
        wanted, self._unread = self._unread[:size], self._unread[size:]
        return wanted.tobytes()

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
            self._zygote.reap(self._number)
            self._closed = True
