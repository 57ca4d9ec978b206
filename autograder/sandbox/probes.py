"""Harmless attacks on our own sandbox, one for each protection that it promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..errors import AnswerError, ChildDied, ChildLost, ChildTimedOut
from ..language import Sentence
from . import payloads


@dataclass(frozen=True)
class Probe:
    """One thing student code must not be able to do; `payload` is the code that tries it.

    `only` is the one backend that promises it, or None: what the other lacks, it says in words.
    """

    name: Sentence
    payload: str
    held: Callable[[Any], bool]  # judges what f() returned, or the exception it ended with
    quick: bool = True
    only: str | None = None


REFUSALS = ("PermissionError", "FileNotFoundError", "OSError", "BlockingIOError", "MemoryError", "_ArrayMemoryError",
            "RuntimeError")  # fmt: skip


def _refused(value: Any) -> bool:
    """Not merely broken: a probe that fails by a mistake of its own shows nothing."""
    return value == "refused" or (isinstance(value, AnswerError) and value.kind in REFUSALS)


def _survived(value: Any) -> bool:
    return _refused(value) or isinstance(value, ChildLost)


PROBES = (
    Probe(
        Sentence("no network", "sin red"),
        payloads.NETWORK,
        lambda v: isinstance(v, AnswerError) and v.kind == "PermissionError",
    ),
    Probe(Sentence("no reading of this machine's files", "sin leer archivos de esta máquina"), payloads.READS, _refused),
    Probe(
        Sentence("no files of this machine in sight", "sin archivos de esta máquina a la vista"),
        payloads.SEES,
        lambda v: v == [],
        only="bubblewrap",
    ),
    Probe(
        Sentence("nothing writable but its own bounded folder", "nada que escribir salvo su propia carpeta limitada"),
        payloads.WRITES,
        _refused,
    ),
    Probe(
        Sentence(
            "no changes to other files' names, permissions or times",
            "sin cambios en nombres, permisos o fechas de otros archivos",
        ),
        payloads.CHANGES,
        lambda v: v is False,
    ),
    Probe(
        Sentence("no other processes in sight", "sin otros procesos a la vista"),
        payloads.PROCESSES,
        lambda v: v == 2,
        only="bubblewrap",
    ),
    Probe(
        Sentence("no way to other processes' memory", "sin acceso a la memoria de otros procesos"), payloads.MEMORY, _refused
    ),
    Probe(
        Sentence("no signals to other processes", "sin señales a otros procesos"), payloads.SIGNALS, _refused, only="landlock"
    ),
    Probe(Sentence("no new namespaces", "sin espacios de nombres nuevos"), payloads.NAMESPACES, _refused),
    Probe(
        Sentence("no privileges, and a filter on system calls", "sin privilegios y con filtro de llamadas al sistema"),
        payloads.PRIVILEGES,
        lambda v: v == [0, False, 1, True, True],
    ),
    Probe(
        Sentence("no libraries that hold the answers", "sin bibliotecas que tengan las respuestas"),
        payloads.LIBRARIES,
        lambda v: v == [],
    ),
    Probe(Sentence("bounded files", "archivos limitados"), payloads.FILE, _survived),
    Probe(
        Sentence("bounded disk space of many files together", "espacio en disco limitado para muchos archivos juntos"),
        payloads.DISK,
        _survived,
        quick=False,
    ),
    Probe(Sentence("bounded memory", "memoria limitada"), payloads.LARGE, _survived, quick=False),
    Probe(
        Sentence("bounded memory of many processes together", "memoria limitada de muchos procesos juntos"),
        payloads.MANY_LARGE,
        _survived,
        quick=False,
    ),
    Probe(
        Sentence("no memory that counts for no process", "sin memoria que no cuente para ningún proceso"),
        payloads.UNCOUNTED,
        _refused,
    ),
    Probe(Sentence("bounded processes", "procesos limitados"), payloads.FORKS, _survived, quick=False),
    Probe(Sentence("bounded threads", "hilos limitados"), payloads.THREADS, _survived, quick=False),
    Probe(
        Sentence("bounded time", "tiempo limitado"), payloads.ENDLESS, lambda v: isinstance(v, ChildTimedOut), quick=False
    ),
    Probe(
        Sentence(
            "an answer that stops its own process is noticed", "se nota cuando una respuesta detiene su propio proceso"
        ),
        payloads.DIES,
        lambda v: isinstance(v, ChildDied),
        quick=False,
    ),
)  # fmt: skip
