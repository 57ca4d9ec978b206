"""Lock one submission's process down for good, and end it with all that it started (Linux).

`fork` and `enter` make namespaces. The order matters: the init of the new process tree is born in them, then its mounts,
limits and capabilities; the system-call filter before the last fork, so that init is no unfiltered target; then the
student's process. `enter_alone` does without namespaces, and leaves the student one process that can start no other.
"""

from __future__ import annotations

import contextlib
import fnmatch
import os
import resource
import signal
import tempfile
from collections.abc import Set
from typing import NoReturn

from . import kernel, landlock

INSIDE_UID = 1000
PRIVATE = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
OWN_STATE = [f"/proc/self/{name}" for name in ("cmdline", "maps", "stat", "statm", "status")]  # TensorFlow aborts without
MACHINE_STATE = ["/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu"]
LIMITED = ("cpu", "data", "as", "fsize", "nofile", "nproc", "stack", "sigpending")


def become_parent() -> None:
    """The zygote's own precautions: unreadable to its children, and heir to their orphans."""
    kernel.prctl(kernel.DUMPABLE, 0)
    kernel.prctl(kernel.CHILD_SUBREAPER, 1)


def fork() -> int:
    """As `os.fork`, but the child is the first process of namespaces of its own, and is to `enter` at once."""
    return kernel.clone(kernel.NEWUSER | kernel.NEWNS | kernel.NEWPID)


def enter(limits: dict[str, int], filter_program: bytes, work: str, outside: tuple[int, int]) -> None:
    """Return only in the student's process, locked down, with an empty bounded folder `work` as its own.

    `outside` are the user and the group that made the namespaces, as they are called there.
    Network, System V objects and host name are not divided anew: the zygote's are empty and bubblewrap's, and the filter
    lets nobody make a socket, a queue or a segment.
    """
    kernel.prctl(kernel.DUMPABLE, 1)  # else the kernel does not let us write our own uid_map
    kernel.prctl(kernel.PDEATHSIG, signal.SIGKILL)
    os.setsid()
    kernel.name_user(INSIDE_UID, *outside)
    _mounts(limits["disk"], work)
    os.chdir(work)
    _limit(limits)
    kernel.drop_capabilities()
    kernel.install_filter(filter_program)
    kernel.prctl(kernel.DUMPABLE, 0)  # before the fork: init must not be readable even for a moment
    student = os.fork()
    if student:
        _be_init(student)
    kernel.prctl(kernel.DUMPABLE, 1)  # but its own /proc/self it needs
    kernel.prctl(kernel.PDEATHSIG, signal.SIGKILL)


def enter_alone(limits: dict[str, int], filter_program: bytes, folders: str, readable: list[str], parent: int) -> None:
    """Without namespaces: lock this process down, with a folder named by its number in `folders` as its own."""
    kernel.prctl(kernel.PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(97)
    os.setsid()
    work = os.path.join(folders, str(os.getpid()))
    os.mkdir(work, 0o700)
    os.chdir(work)
    _limit(limits)
    kernel.drop_capabilities()
    state = [path for path in OWN_STATE + MACHINE_STATE if os.path.exists(path)]
    for path in state:
        os.open(path, os.O_PATH)  # stays open: if the kernel forgot this file's entry, the rule about it would be gone too
    landlock.restrict([*readable, *state], (work, "/dev/null"))
    kernel.install_filter(filter_program)


def all_but(folders: dict[str, list[str]]) -> list[str]:
    """What lies in the folders, without what bears one of the names (patterns) that each has."""
    return [
        os.path.join(folder, name)
        for folder, barred in folders.items()
        if os.path.isdir(folder)
        for name in sorted(os.listdir(folder))
        if not any(fnmatch.fnmatch(name, pattern) for pattern in barred)
    ]


def enter_unsafe(limits: dict[str, int], parent: str) -> None:
    """Without any protection but an own process group and a folder: for `--unsafe`."""
    os.setsid()
    os.chdir(tempfile.mkdtemp(dir=parent))
    for name in ("data", "fsize"):
        resource.setrlimit(getattr(resource, f"RLIMIT_{name.upper()}"), (limits[name], limits[name]))


def _mounts(disk: int, work: str) -> None:
    kernel.mount("", "/", None, kernel.MS_REC | kernel.MS_PRIVATE)
    for target, inodes in ((work, 2048), ("/tmp", 2048), ("/dev/shm", 256)):
        kernel.mount("tmpfs", target, "tmpfs", PRIVATE, f"size={disk},nr_inodes={inodes},mode=0700")
    kernel.mount("proc", "/proc", "proc", PRIVATE)


def _limit(limits: dict[str, int]) -> None:
    for name in LIMITED:
        kind = getattr(resource, f"RLIMIT_{name.upper()}", 11 if name == "sigpending" else None)
        if kind is not None:
            resource.setrlimit(kind, (limits[name], limits[name]))
    for kind in (resource.RLIMIT_CORE, resource.RLIMIT_MEMLOCK, 12):  # 12: RLIMIT_MSGQUEUE
        resource.setrlimit(kind, (0, 0))


def _be_init(student: int) -> NoReturn:
    """Reap orphans until the student's process ends; the kernel then ends every other one of the namespace."""
    os.closerange(3, 4096)
    while True:
        try:
            pid, _ = os.wait()
        except ChildProcessError:
            os._exit(0)
        if pid == student:
            os._exit(0)


def reap_init(pid: int) -> None:
    """Kill the first process of a namespace: it is gone only after all the others there are."""
    _kill({pid})
    _await(pid)


def reap(pid: int, others: Set[int] = frozenset()) -> None:
    """Kill a child with everything below it, and return when all of it is gone; `others` are children that live on.

    Whoever loses its parent on the way becomes our own child.
    """
    _kill(_tree(pid) | {pid})
    _await(pid)
    while orphans := _children(os.getpid()) - others:
        for one in orphans:
            _kill(_tree(one) | {one})
        for one in orphans:
            _await(one)


def _kill(doomed: set[int]) -> None:
    for one in doomed:
        with contextlib.suppress(OSError):
            os.kill(one, signal.SIGKILL)


def _await(pid: int) -> None:
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, 0)


def _children(pid: int) -> set[int]:
    found: set[int] = set()
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/children") as file:
                found |= {int(word) for word in file.read().split()}
    return found


def _tree(pid: int) -> set[int]:
    found = _children(pid)
    return found.union(*(_tree(one) for one in found))
