"""Run as root only: show bubblewrap its sources at paths an ordinary user can read, become that user, and start it.

Under real root the limit on processes is not enforced, so root itself never runs bubblewrap. The mounts are made in a
mount namespace of this process: the machine's own file system does not change.
"""

from __future__ import annotations

import json
import os
import sys
from typing import NoReturn

ORDINARY = 64_242  # a user that owns nothing


def main(argv: list[str]) -> NoReturn:
    """`argv`: a staging folder, and as JSON the binds [[source, target], …] and the command with `{n}` for source n."""
    staging, binds, command = argv[0], json.loads(argv[1]), json.loads(argv[2])
    sys.path.insert(0, argv[3])
    from autograder.child import kernel

    kernel.unshare(kernel.NEWNS)
    kernel.mount("", "/", None, kernel.MS_REC | kernel.MS_PRIVATE)
    kernel.mount("tmpfs", staging, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "size=64k,mode=0755")
    for number, (source, _) in enumerate(binds):
        target = os.path.join(staging, str(number))
        os.mkdir(target)
        kernel.mount(source, target, None, kernel.MS_BIND | kernel.MS_REC)
    os.setgroups([])
    os.setgid(ORDINARY)
    os.setuid(ORDINARY)
    os.execvp(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
