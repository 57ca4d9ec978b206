"""The kernel calls that Python's standard library lacks, through libc (Linux)."""

from __future__ import annotations

import ctypes
import os
import signal
import struct
from typing import Any

NEWNS, NEWUSER, NEWPID = 0x20000, 0x10000000, 0x20000000
CLONE = {"x86_64": 56, "aarch64": 220}  # the number of clone(2) where its first argument are the flags
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = (
    1,
    2,
    4,
    8,
    32,
    4096,
    16384,
    1 << 18,
)
PDEATHSIG, DUMPABLE, SECCOMP, CAPBSET_DROP, CHILD_SUBREAPER, NO_NEW_PRIVS, CAP_AMBIENT = 1, 4, 22, 24, 36, 38, 47
CAPABILITY_VERSION = 0x20080522
AMBIENT_CLEAR_ALL = 4
FILTER = 2

libc: Any = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
_holding_the_interpreter: Any = ctypes.PyDLL(None, use_errno=True) if os.name == "posix" else None
if libc is not None:
    libc.prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]


def _check(result: int, what: str) -> None:
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")


def prctl(option: int, *values: int) -> None:
    """prctl(2); OSError when the kernel refuses."""
    _check(libc.prctl(option, *(*values, 0, 0, 0, 0)[:4]), f"prctl {option}")


def unshare(flags: int) -> None:
    """unshare(2): leave the named namespaces for new ones."""
    _check(libc.unshare(ctypes.c_int(flags)), "unshare")


def can_clone() -> bool:
    """Whether `clone` knows this processor."""
    return os.name == "posix" and os.uname().machine in CLONE


def clone(namespaces: int) -> int:
    """clone(2): fork into new namespaces; returns 0 in the child, which has no threads and is to fork before it gets any.

    Unlike `os.fork` it tells neither Python nor libc: they would do twice what the child's own fork makes them do.
    """
    flags = ctypes.c_ulong(namespaces | signal.SIGCHLD)
    pid = int(_holding_the_interpreter.syscall(CLONE[os.uname().machine], flags, *[ctypes.c_ulong(0)] * 4))
    _check(min(pid, 0), "clone")
    return pid


def mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    """mount(2)."""
    text = [s.encode() if s else None for s in (source, target, kind, options)]
    _check(libc.mount(text[0], text[1], text[2], ctypes.c_ulong(flags), text[3]), f"mount {target}")


def name_user(uid: int, outside_uid: int, outside_gid: int) -> None:
    """In a new user namespace: the user who made it, outside called so, is called `uid`."""
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{uid} {outside_uid} 1"),
        ("gid_map", f"{uid} {outside_gid} 1"),
    ):
        file = os.open(f"/proc/self/{name}", os.O_WRONLY)
        os.write(file, text.encode())
        os.close(file)


def drop_capabilities() -> None:
    """Give up every capability, for good."""
    for number in range(64):
        try:
            prctl(CAPBSET_DROP, number)
        except OSError:
            break
    prctl(CAP_AMBIENT, AMBIENT_CLEAR_ALL)
    header = ctypes.create_string_buffer(struct.pack("<Ii", CAPABILITY_VERSION, 0))
    _check(libc.capset(header, ctypes.create_string_buffer(24)), "capset")


def install_filter(program: bytes) -> None:
    """Install a compiled seccomp filter on this process and all it will start."""
    prctl(NO_NEW_PRIVS, 1)
    code = ctypes.create_string_buffer(program, len(program))
    pointer = ctypes.create_string_buffer(struct.pack("@HxxxxxxP", len(program) // 8, ctypes.addressof(code)))
    _check(libc.prctl(SECCOMP, FILTER, ctypes.addressof(pointer), 0, 0), "seccomp")
