"""The outer wall: a bubblewrap command whose file system holds the interpreter, the libraries, the kit and nothing else."""

from __future__ import annotations

import shutil
import site
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
KIT, SITE, WORK, DATA = "/kit", "/site", "/work", "/data"
SCRATCH_LIBRARIES = ("numpy", "numpy.libs")
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


def available() -> bool:
    """Whether bubblewrap is installed."""
    return shutil.which("bwrap") is not None


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
