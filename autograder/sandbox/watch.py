"""Stop a submission whose processes together take too much memory: the kernel's own limits count each process alone."""

from __future__ import annotations

import contextlib
import os
import signal
import threading

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


class Watch(threading.Thread):
    """Looks at the trees of a zygote's children while there are any; daemon."""

    def __init__(self, zygote: int, limit: int):
        super().__init__(name="memory watch", daemon=True)
        self._zygote, self._limit = zygote, limit
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
                if sum(map(memory, found)) > self._limit:
                    kill(found)
            pause.wait(PERIOD)


def kill(pids: set[int]) -> None:
    """SIGKILL to all of them; those that are gone already do not matter."""
    for pid in pids:
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)
