"""Temporary folders that end with their process, however that ends: each is locked, and who comes next removes the unlocked."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from multiprocessing.util import Finalize
from pathlib import Path

PREFIX = "autograder-live-"
LOCK = "lock"


class Folder:
    """A fresh folder of ours."""

    def __init__(self) -> None:
        _sweep(Path(tempfile.gettempdir()))
        made = Path(tempfile.mkdtemp(prefix="autograder-"))
        lock = os.open(made / LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        _lock(lock)
        self.path = made.rename(made.with_name(made.name.replace("autograder-", PREFIX)))  # never seen without its lock
        self._end = Finalize(None, _remove, (self.path, lock), exitpriority=1)  # workers end without closing anything

    def close(self) -> None:
        """Remove it with all that is in it; again does no harm."""
        self._end()


def _remove(path: Path, lock: int) -> None:
    shutil.rmtree(path, ignore_errors=True)
    os.close(lock)


def _lock(descriptor: int) -> None:
    """Lock it, or OSError when another process has it locked (not on Windows, where there is no sandbox either)."""
    import fcntl

    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sweep(place: Path) -> None:
    """Remove the folders of processes that were killed."""
    for path in place.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            lock = os.open(path / LOCK, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
            try:
                if os.fstat(lock).st_uid == os.geteuid():
                    _lock(lock)
                    shutil.rmtree(path, ignore_errors=True)
            finally:
                os.close(lock)
