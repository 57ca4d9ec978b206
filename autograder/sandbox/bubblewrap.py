"""The outer wall: a bubblewrap command whose file system holds the interpreter, the libraries, the kit and nothing else."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..child import kernel
from ..language import Sentence
from . import launch, seccomp

PACKAGE = Path(__file__).resolve().parent.parent
KIT, SITE, WORK, DATA = "/kit", "/site", "/work", "/data"
SCRATCH_LIBRARIES = ("numpy", "numpy.libs", "msgspec")
HELD_BACK = ("build", "checks", "report")  # parts of the kit that answers could call instead of being written
TEMPORARY = 64 << 20  # bytes of the zygote's own temporary folders
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "HOME": WORK,
    "LANG": "C.UTF-8",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",  # as many as cores would not fit in the limit on processes
    "TF_NUM_INTRAOP_THREADS": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
    "JOBLIB_MULTIPROCESSING": "0",  # it would say that it cannot
    "HDF5_USE_FILE_LOCKING": "FALSE",  # locks are not allowed here, and saving a model would fail
}


TRIAL = ["--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--ro-bind", "/", "/", "--proc", "/proc",
         "--dev", "/dev"]  # fmt: skip
WITHIN = ["unshare", "--user", "--map-root-user", "--pid", "--fork", "--mount-proc"]  # as each child does


class Bubblewrap:
    """One zygote's wall."""

    name = "bubblewrap"
    lacks: tuple[Sentence, ...] = ()
    trouble = Sentence(
        "If bubblewrap above says that it may not create namespaces, allow them "
        "(Ubuntu 24.04: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0).",
        "Si arriba bubblewrap dice que no puede crear espacios de nombres, permítelos "
        "(Ubuntu 24.04: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0).",
    )

    def __init__(self, *, scratch: bool, data: Path | None):
        self._binds = [(str(source), target) for source, target in binds(scratch=scratch, data=data)]
        self.config: dict[str, Any] = {
            "walls": "namespaces",
            "filter": seccomp.encoded(seccomp.program()),
            "work": WORK,
            "data": DATA if data is not None and data.is_dir() else "",
        }
        self._staging = tempfile.mkdtemp(prefix="autograder-") if os.geteuid() == 0 else None

    @staticmethod
    def usable() -> bool:
        """Whether bubblewrap is installed and may make namespaces, and others within them."""
        path = shutil.which("bwrap")
        return path is not None and kernel.can_clone() and _may_make_namespaces(path, shutil.which(WITHIN[0]))

    def limits(self, limits: dict[str, int]) -> dict[str, int]:
        """The same: a child's user is its own."""
        return limits

    def command(self, start: str, tail: list[str]) -> list[str]:
        """What starts the zygote, through `launch` when we are root."""
        interpreter = [os.path.realpath(sys.executable), "-I", "-B", "-c", start, f"{KIT}:{SITE}", *tail]
        if self._staging is None:
            return command(interpreter, self._binds)
        staged = [(f"{self._staging}/{number}", target) for number, (_, target) in enumerate(self._binds)]
        places = [(source, staged[number][0]) for number, (source, _) in enumerate(self._binds)]
        return launch.command("over", self._staging, places, command(interpreter, staged))

    def started(self) -> None:
        """The zygote is warm: the staging folder was an empty place to mount on, in a namespace that has moved on."""
        self.close()

    def too_much(self, child: int) -> bool:
        """Never: the kernel bounds all but the memory of many processes."""
        return False

    def close(self) -> None:
        """The zygote is gone; its files were never ours."""
        if self._staging is not None:
            os.rmdir(self._staging)
            self._staging = None


@lru_cache(maxsize=4)
def _may_make_namespaces(bwrap: str, unshare: str | None) -> bool:
    within = [unshare, *WITHIN[1:]] if unshare else []
    user = {"user": launch.ORDINARY, "group": launch.ORDINARY, "extra_groups": []} if os.geteuid() == 0 else {}
    try:
        done = subprocess.run([bwrap, *TRIAL, *within, "true"], capture_output=True, timeout=20, **user)  # type: ignore[call-overload]
    except (OSError, subprocess.SubprocessError):
        return False
    return bool(done.returncode == 0)


def binds(*, scratch: bool, data: Path | None) -> Iterator[tuple[Path, str]]:
    """(what is there, where the sandbox sees it), all read-only; later ones may lie inside earlier ones."""
    base = Path(sys.base_prefix).resolve()
    if not base.is_relative_to("/usr"):
        yield base, str(base)
    yield PACKAGE, f"{KIT}/autograder"
    libraries = Path(sysconfig.get_path("platlib"))
    if scratch:
        yield from ((libraries / n, f"{SITE}/{n}") for n in SCRATCH_LIBRARIES if (libraries / n).is_dir())
    else:
        yield libraries, SITE
    if data is not None and data.is_dir():
        yield data.resolve(), DATA


def masked() -> Iterator[str]:
    """Folders that the sandbox sees empty: other installed packages, the kit's own checks, what people share in /usr."""
    base = Path(sys.base_prefix).resolve()
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for path in {*site.getsitepackages([str(base)]), f"{base}/lib/{version}/site-packages",
                 "/usr/lib/python3/dist-packages", f"/usr/local/lib/{version}/dist-packages",
                 "/usr/src", "/usr/local/src", "/usr/local/share"}:  # fmt: skip
        if Path(path).is_dir():
            yield path
    yield from (f"{KIT}/autograder/{name}" for name in HELD_BACK)


def command(interpreter: list[str], sources: list[tuple[str, str]]) -> list[str]:
    """bwrap's arguments, with `sources` bound where the sandbox wants them, to run `interpreter`."""
    arguments = ["bwrap", "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts",
                 "--unshare-cgroup-try", "--die-with-parent", "--new-session", "--uid", "1000", "--gid", "1000",
                 "--hostname", "sandbox", "--clearenv"]  # fmt: skip
    for name, value in ENVIRONMENT.items():
        arguments += ["--setenv", name, value]
    arguments += ["--ro-bind", "/usr", "/usr"]
    for name in ("bin", "lib", "lib64"):
        if Path("/", name).is_symlink():
            arguments += ["--symlink", f"usr/{name}", f"/{name}"]
        elif Path("/", name).is_dir():
            arguments += ["--ro-bind", f"/{name}", f"/{name}"]
    arguments += [
        "--dir",
        "/etc",
        "--ro-bind-try",
        "/etc/ld.so.cache",
        "/etc/ld.so.cache",
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        "--dev-bind",
        "/dev/null",
        "/dev/zero",  # mapped, it would be memory without a limit
    ]
    for folder in ("/tmp", WORK):
        arguments += ["--size", str(TEMPORARY), "--tmpfs", folder]
    for source, target in sources:
        arguments += ["--ro-bind", source, target]
    for path in masked():
        arguments += ["--tmpfs", path]
    return [*arguments, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", WORK, "--cap-drop", "ALL", *interpreter]
