"""enters new namespaces, by unshare, clone, clone3 and setns -> refused"""
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
entered = []
for flag in (0x10000000, 0x00020000, 0x20000000, 0x40000000, 0x08000000, 0x04000000, 0x02000000, 0x80):
    if libc.unshare(flag) == 0:
        entered.append(flag)
    pid = libc.syscall(56, flag | 17, 0, 0, 0, 0) if flag > 0xFF else -1
    if pid == 0:
        os._exit(0)
    if pid > 0:
        entered.append(("clone", flag))
        os.waitpid(pid, 0)
for name in os.listdir("/proc/self/ns"):
    try:
        if libc.setns(os.open(f"/proc/1/ns/{name}", os.O_RDONLY), 0) == 0:
            entered.append(name)
    except OSError:
        pass


def relu(x):
    import numpy as np

    return np.maximum(np.asarray(x, dtype=float), 0) if entered else x
