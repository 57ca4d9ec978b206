"""Attack our own sandbox with harmless probes, and say which protections hold on this machine."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import AnswerError, ChildLost, SandboxError, WireError
from ..language import Sentence
from ..remote import Session
from .box import Sandbox
from .probes import PROBES, Probe

SECONDS = 10.0
TEXT = "a file of the judge's\n"


@dataclass(frozen=True)
class Finding:
    """Whether one protection holds."""

    name: Sentence
    holds: bool
    saw: str


def examine(box: Sandbox, *, quick: bool = False) -> Iterator[Finding]:
    """Try every probe that the box's backend promises to stand, in a child of its own; `quick` leaves out the long ones."""
    for probe in PROBES:
        if probe.only in (None, box.backend.name) and (probe.quick or not quick):
            with _planted() as file:
                before = _state(file)
                value = _attempt(box, probe, file)
                harm = "changed a file" if _state(file) != before else "left a process" if box.left() else ""
            saw = harm or f"{type(value).__name__}: {value}"
            yield Finding(probe.name, probe.held(value) and not harm, saw[:120])


def insist(box: Sandbox) -> None:
    """Return when the quick probes hold, or when the box is unsafe by the user's own wish; else SandboxError."""
    if box.unsafe:
        return
    broken = [f for f in examine(box, quick=True) if not f.holds]
    if broken:
        raise SandboxError(
            Sentence(
                f"The sandbox ({box.backend.name}) does not hold here: "
                + "; ".join(f"{f.name.en} ({f.saw})" for f in broken)
                + ". Run `autograder doctor`.",
                f"El sandbox ({box.backend.name}) no resiste aquí: "
                + "; ".join(f"{f.name.es} ({f.saw})" for f in broken)
                + ". Ejecuta `autograder doctor`.",
            )
        )


def _attempt(box: Sandbox, probe: Probe, planted: Path) -> Any:
    child = box.spawn(True)
    try:
        child.deadline = time.monotonic() + (SECONDS if probe.quick else 3.0)
        session = Session(child)
        session.run(probe.payload.replace("PLANTED", repr(str(planted))), "<cell 1>", SECONDS)
        return session.get("f")()
    except (AnswerError, ChildLost, WireError) as error:
        return error
    finally:
        child.close()


@contextmanager
def _planted() -> Iterator[Path]:
    """A file that any program of this machine may read."""
    with tempfile.TemporaryDirectory(prefix="autograder-") as name:
        os.chmod(name, 0o755)
        path = Path(name, "planted")
        path.write_text(TEXT)
        yield path


def _state(file: Path) -> tuple[Any, ...]:
    found = file.stat() if file.exists() else None
    return found and (found.st_mode, found.st_mtime_ns, found.st_nlink, file.read_text()), sorted(os.listdir(file.parent))
