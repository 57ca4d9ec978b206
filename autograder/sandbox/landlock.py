"""The second backend, for machines that forbid namespaces: Landlock, a stricter filter, limits, and a look every 30 ms.

One process per submission: it may start threads, but no process and no program. So nothing can be left running, and what
the limits of one process bound is all there is. Its folder is on the machine's disk: what is written there can neither
be deleted nor renamed, so that its size can be added up from outside.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..child import landlock
from ..language import Sentence
from . import bubblewrap, launch, seccomp, watch
from .folders import Folder

SPARE = 1000  # threads that this user may start on the machine besides those there are: the hard stop for thread bombs
MAX_ENTRIES = 2048  # files and folders that a submission may make
SYSTEM = ("/usr/lib/locale", "/usr/share/zoneinfo", "/etc/ld.so.cache", "/etc/localtime",
          "/dev/urandom", "/dev/random")  # fmt: skip
PLAIN = (  # START without what is installed beside the interpreter: there it cannot be masked
    "import sys; sys.path[:] = [p for p in sys.path if not p.endswith(('site-packages', 'dist-packages'))]; "
)


class Landlock:
    """One zygote's wall. Its libraries are shown under neutral names in `staging`, which also holds the children's folders."""

    name = "landlock"
    lacks: tuple[Sentence, ...] = (
        Sentence(
            "Student code cannot open or list files of this machine, but can ask whether a file exists whose name it guesses.",
            "El código de estudiantes no puede abrir ni listar archivos de esta máquina, pero sí preguntar si existe un archivo cuyo nombre adivine.",
        ),
        Sentence(
            "It shares this machine's process numbers and host name: it can ask whether a number is in use, and do nothing to that process.",
            "Comparte los números de proceso y el nombre de esta máquina: puede preguntar si un número está en uso, y nada más.",
        ),
        Sentence(
            "Disk space, files and threads are bounded by a look every 30 ms, not by the kernel: they can be exceeded for that long.",
            "El espacio en disco, los archivos y los hilos se limitan mirando cada 30 ms, no en el núcleo: durante ese tiempo se pueden exceder.",
        ),
        Sentence(
            "Stricter than bubblewrap: no new processes or programs, no renaming (so no TensorFlow checkpoints), no /tmp; deleting and changing permissions do nothing.",
            "Más estricto que bubblewrap: sin procesos ni programas nuevos, sin renombrar (ni checkpoints de TensorFlow), sin /tmp; borrar y cambiar permisos no hace nada.",
        ),
    )
    trouble = Sentence(
        "Python, its libraries and this kit must be readable by every user of the machine.",
        "Python, sus bibliotecas y este kit deben ser legibles para todos los usuarios de la máquina.",
    )

    def __init__(self, *, scratch: bool, data: Path | None):
        self._root = os.geteuid() == 0
        self._folder = Folder()
        self._staging = self._folder.path
        self._folders = self._staging / "work"
        self._binds = [(str(source), str(self._staging / target)) for source, target in _binds(scratch, data)]
        self._prepare()
        self.config: dict[str, Any] = {
            "walls": "landlock",
            "filter": seccomp.encoded(seccomp.alone(landlock.version() >= landlock.SIGNALS_FROM)),
            "work": str(self._folders),
            "data": str(self._staging / "data") if data is not None and data.is_dir() else "",
            "readable": list(self._readable(scratch)),
            "partly": self._partly(),
        }

    @staticmethod
    def usable() -> bool:
        """Whether this kernel has it."""
        return landlock.version() > 0

    def limits(self, limits: dict[str, int]) -> dict[str, int]:
        """The limits of a child, whose user has other processes too."""
        self._threads, self._disk = limits["nproc"], limits["disk"]
        return limits | {"nproc": watch.threads_of(launch.ORDINARY if self._root else os.getuid()) + SPARE}

    def command(self, start: str, tail: list[str]) -> list[str]:
        """What starts the zygote, through `launch` when we are root."""
        path = f"{self._staging}/kit:{self._staging}/site"
        inner = [self._shown(Path(sys.executable).resolve()), "-I", "-B", "-c", PLAIN + start, path, *tail]
        if not self._root:
            return inner
        return launch.command("beside", str(self._staging), self._binds, inner)

    def started(self) -> None:
        """The zygote is warm."""

    def too_much(self, child: int) -> bool:
        """Whether a child has too many threads or takes too much of the disk."""
        return watch.threads(child) > self._threads or watch.disk(self._folders / str(child), MAX_ENTRIES) > self._disk

    def close(self) -> None:
        """Remove what is left on the disk."""
        self._folder.close()

    def _prepare(self) -> None:
        """The empty places for what the zygote sees: filled by `launch` when we are root, else links."""
        self._staging.chmod(0o755)
        self._folders.mkdir(0o700)
        for _, target in self._binds:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
        if self._root:
            os.chown(self._folders, launch.ORDINARY, launch.ORDINARY)
        else:
            launch.link(self._binds)

    def _readable(self, scratch: bool) -> Iterator[str]:
        """All that a child may read, as the zygote sees it; its own folder comes on top."""
        yield from SYSTEM
        for folder in ("/lib", "/usr/lib"):
            yield f"{folder}/{sysconfig.get_config_var('MULTIARCH')}"
        base = Path(sys.base_prefix).resolve()
        yield from (self._shown(path) for path in sorted((base / "lib").glob("lib*.so*")) if base != Path("/usr"))
        yield from (target for _, target in self._binds if target.startswith((f"{self._staging}/site", f"{self._staging}/data")))
        if scratch:
            yield str(self._staging / "site")


    def _partly(self) -> dict[str, tuple[str, ...]]:
        """Folders of which a child may read all but what bears such a name: other installed packages, the kit's own checks."""
        standard = {Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib")}
        return {
            "/usr/lib64": ("python*",),
            str(self._staging / "kit" / "autograder"): bubblewrap.HELD_BACK,
            **{self._shown(path): ("site-packages", "dist-packages", "test") for path in standard},
        }

    def _shown(self, path: Path) -> str:
        """Where the zygote sees something of Python's own installation."""
        base = Path(sys.base_prefix).resolve()
        staged = any(source == str(base) for source, _ in self._binds) and path.is_relative_to(base)
        return str(self._staging / "base" / path.relative_to(base) if staged else path)


def _binds(scratch: bool, data: Path | None) -> Iterator[tuple[Path, str]]:
    """As bubblewrap's, with targets that lie in the staging folder."""
    for source, target in bubblewrap.binds(scratch=scratch, data=data):
        yield source, "base" if target == str(source) else target.lstrip("/")
