"""What every backend offers, and which one is used: the strongest that works on this machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Protocol

from ..errors import SandboxError
from ..language import Sentence
from .bubblewrap import PACKAGE, Bubblewrap
from .folders import Folder
from .landlock import Landlock

NONE = Sentence(
    "Grading runs student code in a sandbox, and there is none here: bubblewrap is missing or may not create namespaces, and this "
    "kernel has no Landlock. Install bubblewrap: `sudo apt install bubblewrap` (Debian, Ubuntu) or `sudo dnf install "
    "bubblewrap` (Fedora), and allow namespaces (Ubuntu 24.04: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0). "
    "On macOS and Windows use WSL or a Linux machine. Only if you trust every submission: --unsafe.",
    "Calificar ejecuta código de estudiantes en un sandbox, y aquí no hay ninguno: falta bubblewrap o no puede crear espacios "
    "de nombres, y este núcleo no tiene Landlock. Instala bubblewrap: `sudo apt install bubblewrap` (Debian, Ubuntu) o `sudo "
    "dnf install bubblewrap` (Fedora), y permite los espacios de nombres (Ubuntu 24.04: sudo sysctl "
    "kernel.apparmor_restrict_unprivileged_userns=0). En macOS y Windows usa WSL o una máquina Linux. Solo si confías en todas "
    "las entregas: --unsafe.",
)


class Wall(Protocol):
    """What keeps one zygote and its children in."""

    name: str
    lacks: tuple[Sentence, ...]  # what it promises less than the strongest one, in words
    trouble: Sentence  # what may help when it does not start
    config: dict[str, Any]  # what the zygote is told

    def limits(self, limits: dict[str, int]) -> dict[str, int]:
        """The limits to set on a child for these to hold."""

    def command(self, start: str, tail: list[str]) -> list[str]:
        """What starts the zygote; `start` is its program, whose arguments are the folders to import from and `tail`."""

    def started(self) -> None:
        """The zygote is warm."""

    def too_much(self, child: int) -> bool:
        """Whether a child takes more than it may, of what the kernel does not bound."""

    def close(self) -> None:
        """The zygote is gone."""


class Bare:
    """No wall at all, for `--unsafe`."""

    name = "none"
    lacks: tuple[Sentence, ...] = (Sentence("No protection at all.", "Ninguna protección."),)
    trouble = Sentence("Student code would run without a sandbox.", "El código correría sin sandbox.")

    def __init__(self, *, scratch: bool, data: Path | None):
        self._folder = Folder()
        shown = str(data.resolve()) if data is not None and data.is_dir() else ""
        self.config: dict[str, Any] = {"walls": "none", "filter": "", "work": str(self._folder.path), "data": shown}

    def limits(self, limits: dict[str, int]) -> dict[str, int]:
        """The same."""
        return limits

    def command(self, start: str, tail: list[str]) -> list[str]:
        """This interpreter, with all that is installed."""
        return [sys.executable, "-I", "-B", "-c", start, str(PACKAGE.parent), *tail]

    def started(self) -> None:
        """Nothing to do."""

    def too_much(self, child: int) -> bool:
        """Never."""
        return False

    def close(self) -> None:
        """Remove the children's folders."""
        self._folder.close()


Backend = type[Bubblewrap] | type[Landlock] | type[Bare]
WALLED: tuple[type[Bubblewrap] | type[Landlock], ...] = (Bubblewrap, Landlock)  # the strongest first


def choose(name: str | None = None) -> Backend:
    """The backend of that name, else the strongest one that is usable here; SandboxError when there is none."""
    for backend in WALLED:
        if name in (None, backend.name) and sys.platform == "linux" and backend.usable():
            return backend
    raise SandboxError(NONE)


def available() -> bool:
    """Whether any backend is usable here."""
    return sys.platform == "linux" and any(b.usable() for b in WALLED)
