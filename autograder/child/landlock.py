"""Landlock (Linux 5.13 and later): this process and all it starts give up files, TCP and other processes, for good.

Only what a rule names stays allowed; see landlock(7). Nothing here can be deleted or renamed even where writing is
allowed: so what lies in the writable folder is all that was ever written, and can be added up.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable

from . import kernel

CREATE, ADD, RESTRICT = 444, 445, 446  # the same numbers on every processor
ASK_VERSION, PATH_BENEATH = 1, 1
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, MAKE_DIR, MAKE_REG, MAKE_SYM = 1, 2, 4, 8, 1 << 7, 1 << 8, 1 << 12
TRUNCATE = 1 << 14
ON_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE
READ = READ_FILE | READ_DIR
WRITE = WRITE_FILE | TRUNCATE | MAKE_DIR | MAKE_REG | MAKE_SYM
FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}  # by version
TCP = 3  # bind and connect, from version 4
SCOPES = 3  # abstract sockets and signals, from version 6
SIGNALS_FROM = 6


def version() -> int:
    """What this kernel knows of Landlock: 0 when it has none or does not use it."""
    if sys.platform != "linux":
        return 0
    return max(0, int(kernel.libc.syscall(CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(ASK_VERSION))))


def restrict(readable: Iterable[str], writable: Iterable[str]) -> None:
    """Leave this process these files and folders and what is in them; OSError when the kernel refuses.

    Paths that do not exist are passed over. The process must have no other thread.
    """
    known = version()
    handled = FILE_RIGHTS[min(known, max(FILE_RIGHTS))] if known else 0
    rules = _create(handled, known)
    try:
        for path in readable:
            _allow(rules, path, READ & handled)
        for path in writable:
            _allow(rules, path, (READ | WRITE) & handled)
        kernel.prctl(kernel.NO_NEW_PRIVS, 1)
        _syscall(RESTRICT, "landlock", ctypes.c_int(rules), ctypes.c_uint32(0))
    finally:
        os.close(rules)


def _create(handled: int, known: int) -> int:
    """A set of rules that forbids all that this kernel can forbid."""
    fields = (handled, *((TCP,) if known >= 4 else ()), *((SCOPES,) if known >= SIGNALS_FROM else ()))
    attributes = struct.pack(f"={len(fields)}Q", *fields)
    return _syscall(
        CREATE, "landlock", ctypes.c_char_p(attributes), ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0)
    )


def _allow(rules: int, path: str, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        allowed = rights if os.path.isdir(path) else rights & ON_FILES
        rule = ctypes.c_char_p(struct.pack("=Qi", allowed, place))
        _syscall(ADD, f"landlock {path}", ctypes.c_int(rules), ctypes.c_int(PATH_BENEATH), rule, ctypes.c_uint32(0))
    finally:
        os.close(place)


def _syscall(number: int, what: str, *arguments: object) -> int:
    result = int(kernel.libc.syscall(ctypes.c_long(number), *arguments))
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result
