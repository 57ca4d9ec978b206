"""Run as root only: show a backend its sources at paths an ordinary user can read, become that user, and start it.

Under real root the limit on processes is not enforced, so root itself never runs a sandbox. The mounts are made in a
mount namespace of this process: the machine's own file system does not change. Where even root may not mount, as in most
containers, Landlock's sources are links instead, which an ordinary user must be able to follow.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

ORDINARY = 64_242  # a user that owns nothing


def command(how: str, staging: str, binds: Sequence[tuple[str, str]], inner: list[str]) -> list[str]:
    """The command that does it: `how` is "over" (mount on the staging folder) or "beside" (on places that are in it)."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return [sys.executable, "-I", "-B", __file__, package, how, staging, json.dumps(binds), json.dumps(inner)]


def main(argv: list[str]) -> NoReturn:
    """`argv`: where the kit lies, and what `command` was given."""
    sys.path.insert(0, argv[0])
    how, staging, binds, inner = argv[1], argv[2], json.loads(argv[3]), json.loads(argv[4])
    _over(staging, binds) if how == "over" else _beside(binds)
    os.setgroups([])
    os.setgid(ORDINARY)
    os.setuid(ORDINARY)
    os.execvp(inner[0], inner)


def _over(staging: str, binds: list[list[str]]) -> None:
    from autograder.child import kernel

    _own_mounts()
    kernel.mount("tmpfs", staging, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "size=64k,mode=0755")
    for source, target in binds:
        os.mkdir(target)
        kernel.mount(source, target, None, kernel.MS_BIND | kernel.MS_REC)


def _beside(binds: list[list[str]]) -> None:
    from autograder.child import kernel

    try:
        _own_mounts()
    except PermissionError:
        link(binds)
        return
    for source, target in binds:
        os.mkdir(target)
        kernel.mount(source, target, None, kernel.MS_BIND | kernel.MS_REC)


def _own_mounts() -> None:
    from autograder.child import kernel

    kernel.unshare(kernel.NEWNS)
    kernel.mount("", "/", None, kernel.MS_REC | kernel.MS_PRIVATE)


def link(binds: Sequence[Sequence[str]]) -> None:
    """Show each source at its target by a symbolic link."""
    for source, target in binds:
        os.symlink(source, target)


if __name__ == "__main__":
    main(sys.argv[1:])
