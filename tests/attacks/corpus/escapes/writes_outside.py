"""writes over the kit, the libraries, the data and the devices, also through links and /proc -> refused"""
import ctypes
import os

written = []
os.symlink("/kit/autograder/wire/frame.py", "link")
for path in ("link", "/kit/autograder/child/serve.py", "/proc/self/root/kit/x", "/proc/self/cwd/../kit/x", "/site/numpy/__init__.py", "data/x", "/data/x",
             "/usr/lib/x", "/etc/ld.so.preload", "/dev/x", "/dev/mem", "/dev/kmem", "/dev/sda", "/dev/tty", "/dev/console", "/proc/1/mem"):  # fmt: skip
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT))
        written.append(path)
    except OSError:
        pass
for act in (lambda: os.rename("/kit", "/kit2"), lambda: os.chmod("/kit", 0o777), lambda: os.link("/kit/autograder/wire/frame.py", "hard"), lambda: os.mkdir("/x"), lambda: os.utime("/kit/autograder/wire/frame.py")):
    try:
        act()
        written.append(act)
    except OSError:
        pass
libc = ctypes.CDLL(None)
page = id(os) & ~4095
if libc.syscall(425, 1, 0) >= 0:
    written.append("ring")


def relu(x):
    import numpy as np

    return np.maximum(np.asarray(x, dtype=float), 0) if written else x
