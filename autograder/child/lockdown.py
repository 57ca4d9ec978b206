"""Lock a process down for good, with the kernel's own means (Linux)."""

from __future__ import annotations

import os
import resource
import signal
import tempfile
import time


def hide_from_neighbours() -> None:
    pass


def enter(limits: dict[str, int], *, namespaces: bool) -> None:
    os.setsid()
    os.chdir(tempfile.mkdtemp(prefix="autograder-"))
    for name in ("cpu", "data", "fsize", "nofile"):
        if name in limits:
            resource.setrlimit(getattr(resource, f"RLIMIT_{name.upper()}"), (limits[name], limits[name]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def reap(pid: int) -> None:
    if pid:
        try:
            os.killpg(pid, signal.SIGKILL)
        except OSError:
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        time.sleep(0)
