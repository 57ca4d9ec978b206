"""attaches to other processes by ptrace, pidfd and process_vm_writev -> refused"""
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.restype = ctypes.c_long
done = [libc.ptrace(16, pid, 0, 0) for pid in (1, os.getppid())] + [libc.ptrace(0x4206, 1, 0, 0)]
buffer = ctypes.create_string_buffer(64)
done += [libc.syscall(call, 1, buffer, 1, buffer, 1, 0) - 1 for call in (310, 311)]
done += [libc.syscall(434, 1, 0), libc.syscall(438, 3, 0, 0), libc.syscall(312, 1, 1, 0, 0, 0), libc.syscall(440, 3, buffer, 1, 4, 0)]


def relu(x):
    import numpy as np

    return np.maximum(np.asarray(x, dtype=float), 0) if any(d >= 0 for d in done) else x
