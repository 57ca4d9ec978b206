"""Warm zygotes, each of which forks one child per submission."""

from __future__ import annotations

import json
import socket
import subprocess
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

from ..errors import SandboxError
from ..language import Sentence
from . import watch
from .bubblewrap import ENVIRONMENT
from .process import MEBI, Child
from .walls import Bare, Wall, choose

START = (
    "import sys; sys.path[:0] = sys.argv[1].split(':'); "
    "from autograder.child.zygote import main; main(sys.argv[2:])"
)  # fmt: skip
PRELOAD = {True: ["numpy", "numpy.linalg", "numpy.random"], False: ["numpy", "tensorflow", "keras"]}
STARTUP = 120.0  # seconds until a zygote must be warm
LIMITS = {
    True: {"data": 1024 * MEBI, "as": 3584 * MEBI, "nproc": 32},
    False: {"data": 3072 * MEBI, "as": 8192 * MEBI, "nproc": 64},
}
TOGETHER = {True: 1536 * MEBI, False: 4096 * MEBI}  # memory of all processes of a submission
ALLOWANCE = {True: 64 * MEBI, False: 512 * MEBI}  # bytes that a child may send before its deadline is set anew
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
        return Child(ours, self.allowance, partial(self.reap, self._children))

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
