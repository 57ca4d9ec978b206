"""The kernel calls that Python's standard library lacks, through libc (Linux)."""

from __future__ import annotations

import ctypes
import os
import struct
from typing import Any

NEWNS, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET = 0x20000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000
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


def _check(result: int, what: str) -> None:
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")


def prctl(option: int, *values: int) -> None:
    """prctl(2); OSError when the kernel refuses."""
    four = [ctypes.c_ulong(v) for v in (*values, 0, 0, 0, 0)[:4]]
    _check(libc.prctl(ctypes.c_int(option), *four), f"prctl {option}")


def unshare(flags: int) -> None:
    """unshare(2): leave the named namespaces for new ones."""
    _check(libc.unshare(ctypes.c_int(flags)), "unshare")


def mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    """mount(2)."""
    text = [s.encode() if s else None for s in (source, target, kind, options)]
    _check(libc.mount(text[0], text[1], text[2], ctypes.c_ulong(flags), text[3]), f"mount {target}")


def own_user_namespace(uid: int) -> None:
    """Enter a new user namespace in which the present user is called `uid`."""
    outside_uid, outside_gid = os.getuid(), os.getgid()
    unshare(NEWUSER)
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{uid} {outside_uid} 1"),
        ("gid_map", f"{uid} {outside_gid} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


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
    _check(libc.prctl(ctypes.c_int(SECCOMP), ctypes.c_ulong(FILTER), pointer), "seccomp")
