"""Stop a submission that takes too much of what the kernel's own limits do not add up: memory of all its processes
together and, without namespaces, threads and disk."""

from __future__ import annotations

import contextlib
import math
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

PERIOD = 0.03  # seconds between two looks
COUNTED = ("RssAnon", "RssShmem", "VmSwap")


def children(pid: int) -> set[int]:
    """The processes that `pid` started and that are still there."""
    found: set[int] = set()
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/children") as file:
                found |= {int(word) for word in file.read().split()}
    return found


def tree(pid: int) -> set[int]:
    """`pid` and everything below it."""
    return {pid}.union(*(tree(one) for one in children(pid)))


def memory(pid: int) -> int:
    """Bytes that only this process and its relatives hold: no files, and swapped pages too."""
    with contextlib.suppress(OSError), open(f"/proc/{pid}/status") as file:
        return sum(int(line.split()[1]) << 10 for line in file if line.startswith(COUNTED))
    return 0


def threads(pid: int) -> int:
    """How many threads a process has."""
    with contextlib.suppress(OSError), open(f"/proc/{pid}/status") as file:
        return next((int(line.split()[1]) for line in file if line.startswith("Threads")), 0)
    return 0


def threads_of(uid: int) -> int:
    """How many threads a user has on this machine."""
    found = 0
    for name in os.listdir("/proc"):
        with contextlib.suppress(OSError):
            if name.isdigit() and os.stat(f"/proc/{name}").st_uid == uid:
                found += threads(int(name))
    return found


def disk(folder: Path, most: int) -> float:
    """Bytes of disk that lie below a folder; infinite when they cannot be counted, or in more than `most` entries."""
    found, folders, entries = 0, [os.fspath(folder)], 0
    while folders:
        try:
            with os.scandir(folders.pop()) as inside:
                for entry in inside:
                    entries += 1
                    found += entry.stat(follow_symlinks=False).st_blocks * 512
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    if entries > most:
                        return math.inf
        except FileNotFoundError:
            continue
        except OSError:
            return math.inf
    return found


class Watch(threading.Thread):
    """Looks at the trees of a zygote's children while there are any; daemon.

    A tree ends that holds more than `limit` bytes of memory, or whose child is `too_much`.
    """

    def __init__(self, zygote: int, limit: int, too_much: Callable[[int], bool]):
        super().__init__(name="memory watch", daemon=True)
        self._zygote, self._limit, self._too_much = zygote, limit, too_much
        self._wanted, self._over = threading.Event(), False
        self.start()

    def look(self, wanted: bool) -> None:
        """Whether there is anything to look at."""
        self._wanted.set() if wanted else self._wanted.clear()

    def close(self) -> None:
        """End the thread."""
        self._over = True
        self._wanted.set()
        self.join()

    def run(self) -> None:
        """Until closed."""
        pause = threading.Event()
        while self._wanted.wait() and not self._over:
            for child in children(self._zygote):
                found = tree(child)
                if sum(map(memory, found)) > self._limit or self._too_much(child):
                    kill(found)
            pause.wait(PERIOD)


def kill(pids: set[int]) -> None:
    """SIGKILL to all of them; those that are gone already do not matter."""
    for pid in pids:
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)
