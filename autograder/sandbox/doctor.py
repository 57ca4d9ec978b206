"""Attack our own sandbox with harmless probes, and say which protections hold on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..errors import AnswerError, ChildDied, ChildLost, ChildTimedOut, SandboxError, WireError
from ..language import Sentence
from ..remote import Session
from .box import Sandbox

SECONDS = 10.0


@dataclass(frozen=True)
class Probe:
    """One thing student code must not be able to do; `attempt` is its code, a function `f()`."""

    name: Sentence
    attempt: str
    held: Callable[[Any], bool]  # judges what f() returned, or the exception it ended with
    quick: bool = True


@dataclass(frozen=True)
class Finding:
    """Whether one protection holds."""

    name: Sentence
    holds: bool
    saw: str


def _refused(value: Any) -> bool:
    return value == "refused" or isinstance(value, AnswerError)


def _survived(value: Any) -> bool:
    return _refused(value) or isinstance(value, ChildLost)


PROBES = (
    Probe(
        Sentence("no network", "sin red"),
        "import socket\ndef f():\n    socket.create_connection(('127.0.0.1', 9), 1)",
        lambda v: isinstance(v, AnswerError) and v.kind == "PermissionError",
    ),
    Probe(
        Sentence("no files of this machine", "sin archivos de esta máquina"),
        "import os\ndef f():\n    return [p for p in ('/home', '/root/.bashrc', '/etc/passwd', '/var', '/mnt', '/srv', '/opt') if os.path.exists(p)]",
        lambda v: v == [],
    ),
    Probe(
        Sentence("nothing writable but its own bounded folder", "nada que escribir salvo su propia carpeta limitada"),
        "def f():\n    for p in ('/usr/x', '/kit/x', '/site/x', '/etc/x', '/x', '/dev/x', '/proc/x'):\n"
        "        try:\n            open(p, 'w').close()\n            return p\n        except OSError:\n            pass\n    return 'refused'",
        _refused,
    ),
    Probe(
        Sentence("no other processes in sight", "sin otros procesos a la vista"),
        "import os\ndef f():\n    return len([p for p in os.listdir('/proc') if p.isdigit()])",
        lambda v: v == 2,
    ),
    Probe(
        Sentence("no way to other processes' memory", "sin acceso a la memoria de otros procesos"),
        "import os\ndef f():\n    os.open('/proc/1/mem', os.O_RDWR)",
        _refused,
    ),
    Probe(
        Sentence("no new namespaces", "sin espacios de nombres nuevos"),
        "import ctypes\ndef f():\n    return 'refused' if ctypes.CDLL(None).unshare(0x10000000) else 'entered'",
        _refused,
    ),
    Probe(
        Sentence("no privileges, and a filter on system calls", "sin privilegios y con filtro de llamadas al sistema"),
        "def f():\n    with open('/proc/self/status') as s:\n        lines = dict(l.split(':\\t') for l in s.read().splitlines() if ':\\t' in l)\n"
        "    return [int(lines['CapEff'], 16), lines['NoNewPrivs'], lines['Seccomp']]",
        lambda v: v == [0, "1", "2"],
    ),
    Probe(
        Sentence("no libraries that hold the answers", "sin bibliotecas que tengan las respuestas"),
        "import os, sys\ndef f():\n    return [n for n in ('scipy', 'tensorflow') for p in sys.path if os.path.isdir(os.path.join(p, n))]",
        lambda v: v == [],
    ),
    Probe(
        Sentence("bounded files", "archivos limitados"),
        "def f():\n    with open('big', 'wb') as s:\n        for _ in range(200):\n            s.write(b'0' * (1 << 20))\n    return 'wrote 200 MiB'",
        _survived,
    ),
    Probe(
        Sentence("bounded memory", "memoria limitada"),
        "import numpy as np\ndef f():\n    return float(np.ones(1 << 30).sum())",
        _survived,
        quick=False,
    ),
    Probe(
        Sentence("bounded memory of many processes together", "memoria limitada de muchos procesos juntos"),
        "import os, time\ndef f():\n    for _ in range(12):\n        if os.fork() == 0:\n            kept = bytearray(256 << 20)\n"
        "            kept[::4096] = bytes(len(kept[::4096]))\n            time.sleep(60)\n    time.sleep(2)\n    return 'kept 3 GiB'",
        _survived,
        quick=False,
    ),
    Probe(
        Sentence("no memory that counts for no process", "sin memoria que no cuente para ningún proceso"),
        "import mmap, os\ndef f():\n    for source in (-1, os.open('/dev/zero', os.O_RDWR)):\n        try:\n            mmap.mmap(source, 1 << 20)\n"
        "            return f'mapped {source}'\n        except OSError:\n            pass\n    return 'refused'",
        _refused,
    ),
    Probe(
        Sentence("bounded processes", "procesos limitados"),
        "import os, time\ndef f():\n    for n in range(1000):\n        if os.fork() == 0:\n            time.sleep(60)\n            os._exit(0)\n    return n",
        _survived,
        quick=False,
    ),
    Probe(
        Sentence("bounded time", "tiempo limitado"),
        "def f():\n    while True:\n        pass",
        lambda v: isinstance(v, ChildTimedOut),
        quick=False,
    ),
    Probe(
        Sentence(
            "an answer that stops its own process is noticed", "se nota cuando una respuesta detiene su propio proceso"
        ),
        "import os, signal\ndef f():\n    os.kill(os.getpid(), signal.SIGKILL)",
        lambda v: isinstance(v, ChildDied),
        quick=False,
    ),
)


def examine(box: Sandbox, *, quick: bool = False) -> Iterator[Finding]:
    """Try every probe in a child of its own; `quick` leaves out those that take long."""
    for probe in PROBES:
        if probe.quick or not quick:
            value = _attempt(box, probe)
            yield Finding(probe.name, probe.held(value), f"{type(value).__name__}: {value}"[:120])


def insist(box: Sandbox) -> None:
    """Return when the quick probes hold, or when the box is unsafe by the user's own wish; else SandboxError."""
    if box.unsafe:
        return
    broken = [f for f in examine(box, quick=True) if not f.holds]
    if broken:
        raise SandboxError(
            Sentence(
                "The sandbox does not hold here: "
                + "; ".join(f"{f.name.en} ({f.saw})" for f in broken)
                + ". Run `autograder doctor`.",
                "El sandbox no resiste aquí: "
                + "; ".join(f"{f.name.es} ({f.saw})" for f in broken)
                + ". Ejecuta `autograder doctor`.",
            )
        )


def _attempt(box: Sandbox, probe: Probe) -> Any:
    child = box.spawn(True)
    try:
        child.deadline = time.monotonic() + (SECONDS if probe.quick else 3.0)
        session = Session(child)
        session.run(probe.attempt, "<cell 1>", SECONDS)
        return session.get("f")()
    except (AnswerError, ChildLost, WireError) as error:
        return error
    finally:
        child.close()
