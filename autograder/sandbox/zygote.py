"""Warm zygotes, one child per submission, and the socket between a child and the judge."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from .. import wire
from ..errors import ChildDied, ChildTimedOut, SandboxError, WireError
from ..language import Sentence
from ..remote import Answer
from . import bubblewrap, launch, seccomp

START = (
    "import sys; sys.path[:0] = sys.argv[1].split(':'); "
    "from autograder.child.zygote import main; main(sys.argv[2:])"
)  # fmt: skip
PRELOAD = {True: ["numpy", "numpy.linalg", "numpy.random"], False: ["numpy", "tensorflow", "keras"]}
STARTUP = 120.0  # seconds until a zygote must be warm
MEBI = 1 << 20
LIMITS = {
    True: {"data": 1024 * MEBI, "as": 3584 * MEBI},
    False: {"data": 3072 * MEBI, "as": 8192 * MEBI},
}
COMMON = {
    "cpu": 300,
    "fsize": 32 * MEBI,
    "nofile": 128,
    "nproc": 64,
    "stack": 64 * MEBI,
    "sigpending": 256,
    "disk": 48 * MEBI,
}

NO_BUBBLEWRAP = Sentence(
    "Grading runs student code in a sandbox, and bubblewrap is not installed here: `sudo apt install bubblewrap` "
    "(Debian, Ubuntu) or `sudo dnf install bubblewrap` (Fedora). On macOS and Windows use WSL or a Linux machine. "
    "Only if you trust every submission: --unsafe.",
    "Calificar ejecuta código de estudiantes en un sandbox, y aquí no está instalado bubblewrap: `sudo apt install "
    "bubblewrap` (Debian, Ubuntu) o `sudo dnf install bubblewrap` (Fedora). En macOS y Windows usa WSL o una máquina "
    "Linux. Solo si confías en todas las entregas: --unsafe.",
)
NO_START = Sentence(
    "The sandbox did not start ({what}). If bubblewrap above says that it may not create namespaces, allow them "
    "(Ubuntu 24.04: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0), then run `autograder doctor`.",
    "El sandbox no arrancó ({what}). Si arriba bubblewrap dice que no puede crear espacios de nombres, permítelos "
    "(Ubuntu 24.04: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0) y ejecuta `autograder doctor`.",
)


class Zygote:
    """A warm process without tests or solutions that forks children; `scratch` ones know only numpy.

    `data` is a folder whose files children see as `data/`. `unsafe` starts it without any wall.
    """

    def __init__(self, *, scratch: bool, data: Path | None = None, unsafe: bool = False):
        self._limits = LIMITS[scratch] | COMMON
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._children = 0
        self._staging = tempfile.mkdtemp(prefix="autograder-") if unsafe or os.geteuid() == 0 else None
        config = {
            "scratch": scratch,
            "preload": PRELOAD[scratch],
            "filter": "" if unsafe else base64.b64encode(seccomp.program()).decode(),
            "work": self._staging if unsafe else bubblewrap.WORK,
            "data": (str(data.resolve()) if unsafe else bubblewrap.DATA) if data is not None and data.is_dir() else "",
        }
        if not unsafe and not bubblewrap.available():
            raise SandboxError(NO_BUBBLEWRAP)
        inner = [os.path.realpath(sys.executable), "-I", "-B", "-c", START]
        tail = [str(theirs.fileno()), json.dumps(config)]
        if unsafe:
            command = [sys.executable, *inner[1:], str(bubblewrap.PACKAGE.parent), *tail]
        else:
            binds = list(bubblewrap.binds(scratch=scratch, data=data))
            command = self._walled([*inner, f"{bubblewrap.KIT}:{bubblewrap.SITE}", *tail], binds)
        self._process = subprocess.Popen(
            command,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=bubblewrap.ENVIRONMENT,
        )
        theirs.close()
        self._receive("ready", STARTUP)

    def _walled(self, interpreter: list[str], binds: list[tuple[Path, str]]) -> list[str]:
        """The command that starts `interpreter` in bubblewrap, through `launch` when we are root."""
        if self._staging is None:
            return bubblewrap.command(interpreter, [(str(source), target) for source, target in binds])
        staged = [(f"{self._staging}/{number}", target) for number, (_, target) in enumerate(binds)]
        arguments = [self._staging, json.dumps([[str(s), t] for s, t in binds]),
                     json.dumps(bubblewrap.command(interpreter, staged)), str(bubblewrap.PACKAGE.parent)]  # fmt: skip
        return [sys.executable, "-I", "-B", launch.__file__, *arguments]

    def spawn(self) -> Child:
        """A fresh child."""
        ours, theirs = socket.socketpair()
        self._children += 1
        message = json.dumps({"do": "spawn", "id": self._children, "limits": self._limits}).encode()
        socket.send_fds(self._control, [message], [theirs.fileno()])
        theirs.close()
        return Child(self, self._children, ours)

    def reap(self, number: int) -> None:
        """Kill a child with all it started, and wait until it is gone."""
        self._control.send(json.dumps({"do": "reap", "id": number}).encode())
        self._receive("reaped", 30.0)

    def close(self) -> None:
        """End the zygote."""
        self._control.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._staging:
            shutil.rmtree(self._staging, ignore_errors=True)

    def _receive(self, what: str, seconds: float) -> Any:
        self._control.settimeout(seconds)
        try:
            message = self._control.recv(1 << 16)
        except TimeoutError:
            message = b""
        if not message or what not in (reply := json.loads(message)):
            raise SandboxError(Sentence(NO_START.en.format(what=what), NO_START.es.format(what=what)))
        return reply[what]

    def __enter__(self) -> Zygote:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Child:
    """One submission's process, reached over a socket; `deadline` (time.monotonic) bounds every request."""

    def __init__(self, zygote: Zygote, number: int, link: socket.socket):
        self._zygote, self._number, self._link = zygote, number, link
        self._closed = False
        self.deadline = time.monotonic() + 60

    def ask(self, frame: bytes, answer: Answer) -> bytes:
        """As `remote.Channel.ask`."""
        if self._closed:
            raise ChildDied
        try:
            self._send(frame)
            while (tag := self._receive(1)) == b"C":
                self._send(answer(wire.read(self._receive)))
            if tag != b"R":
                raise WireError("a message that is neither a reply nor a call") if tag else ChildDied
            return wire.read(self._receive)
        except TimeoutError:
            self.close()
            raise ChildTimedOut from None
        except (EOFError, OSError):
            self.close()
            raise ChildDied from None
        except WireError:
            self.close()
            raise

    def _send(self, data: bytes) -> None:
        self._link.settimeout(self._left())
        self._link.sendall(data)

    def _receive(self, size: int) -> bytes:
        self._link.settimeout(self._left())
        return self._link.recv(size)

    def _left(self) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def close(self) -> None:
        """Kill it, with all it started."""
        if not self._closed:
            self._closed = True
            self._link.close()
            self._zygote.reap(self._number)
