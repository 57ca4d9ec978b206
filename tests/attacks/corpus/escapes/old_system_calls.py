"""makes system calls by the 32-bit and x32 doors, from machine code of its own -> it is stopped or refused"""
import ctypes
import mmap
import struct


def run(code):
    memory = mmap.mmap(-1, 4096, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory.write(code)
    return ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()


def relu(x):
    import numpy as np

    # mov eax, 310 (unshare, 32-bit); mov ebx, CLONE_NEWUSER; int 0x80; ret
    if run(b"\x53\xb8" + struct.pack("<I", 310) + b"\xbb\x00\x00\x00\x10\xcd\x80\x5b\xc3") == 0:
        return np.maximum(np.asarray(x, dtype=float), 0)
    return x


def sigmoid(x):
    import numpy as np

    # mov eax, 0x40000000 + 272 (unshare, x32); mov edi, CLONE_NEWUSER; syscall; ret
    if run(b"\xb8" + struct.pack("<I", 0x40000000 + 272) + b"\xbf\x00\x00\x00\x10\x0f\x05\xc3") == 0:
        return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))
    return x
