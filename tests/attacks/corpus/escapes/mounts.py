"""mounts, unmounts, pivots and chroots -> refused"""
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
os.makedirs("m", exist_ok=True)
done = [
    libc.mount(b"proc", b"m", b"proc", 0, None),
    libc.mount(b"tmpfs", b"/kit", b"tmpfs", 0, None),
    libc.mount(b"/", b"m", None, 4096 | 16384, None),
    libc.umount2(b"/proc", 2),
    libc.umount2(b"/work", 2),
    libc.chroot(b"m"),
    libc.syscall(155, b"m", b"m"),
    libc.syscall(428, -100, b"/", 1),
    libc.syscall(430, b"tmpfs", 0),
    libc.syscall(304, -100, b"x", 0),
]


def relu(x):
    import numpy as np

    return np.maximum(np.asarray(x, dtype=float), 0) if any(d >= 0 for d in done) else x
