"""The only place that starts processes for student code: warm zygotes, and one child per submission."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from . import wire
from .errors import ChildDied, ChildTimedOut, SandboxError, WireError
from .language import Sentence
from .remote import Answer

KIT = Path(__file__).resolve().parent.parent
START = "import sys; sys.path.insert(0, sys.argv[1]); from autograder.child.zygote import main; main(sys.argv[2:])"
PRELOAD = {True: ["numpy", "numpy.linalg", "numpy.random"], False: ["numpy", "tensorflow", "keras"]}
STARTUP = 120.0  # seconds until a zygote must be warm
LIMITS = {"cpu": 300, "data": 4 << 30, "fsize": 64 << 20, "nofile": 256}


class Zygote:
    """A warm process without tests or solutions that forks children; `scratch` ones know only numpy."""

    def __init__(self, *, scratch: bool):
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        config = json.dumps({"scratch": scratch, "preload": PRELOAD[scratch], "locked": False})
        command = [sys.executable, "-I", "-B", "-c", START, str(KIT), str(theirs.fileno()), config]
        self._control = ours
        self._process = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=_environment()
        )
        theirs.close()
        self._children = 0
        self._receive("ready", STARTUP)

    def spawn(self) -> Child:
        """A fresh child."""
        ours, theirs = socket.socketpair()
        self._children += 1
        message = json.dumps({"do": "spawn", "id": self._children, "limits": LIMITS}).encode()
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

    def _receive(self, what: str, seconds: float) -> Any:
        self._control.settimeout(seconds)
        try:
            message = self._control.recv(1 << 16)
        except TimeoutError:
            message = b""
        if not message or what not in (reply := json.loads(message)):
            raise SandboxError(Sentence(f"The sandbox did not answer ({what}).", f"El sandbox no respondió ({what})."))
        return reply[what]

    def __enter__(self) -> Zygote:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _environment() -> dict[str, str]:
    return {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "CUDA_VISIBLE_DEVICES": "-1",
        "PYTHONHASHSEED": "0",
    }


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


class Sandbox:
    """Both kinds of zygote, each started when first needed."""

    def __init__(self) -> None:
        self._zygotes: dict[bool, Zygote] = {}

    def spawn(self, scratch: bool) -> Child:
        """A fresh child for from-scratch questions, or for those that use Keras."""
        if scratch not in self._zygotes:
            self._zygotes[scratch] = Zygote(scratch=scratch)
        return self._zygotes[scratch].spawn()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for zygote in self._zygotes.values():
            zygote.close()
