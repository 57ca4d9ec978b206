"""opens and reads the memory of every other process -> refused"""
import ctypes
import os


def relu(x):
    for pid in (1, os.getppid(), 2, 3, 0):
        for name in ("mem", "maps", "environ", "root/tmp", "cwd", "fd", "stack", "syscall", "auxv"):
            path = f"/proc/{pid}/{name}"
            try:
                raise ValueError(str(os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(200)))
            except OSError:
                pass
    buffer = ctypes.create_string_buffer(64)
    if ctypes.CDLL(None).process_vm_readv(1, buffer, 1, buffer, 1, 0) > 0:
        raise ValueError("read the memory of process 1")
    return x
