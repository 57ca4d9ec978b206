"""holds memory shared by no file, and drops it from every count -> it cannot be had
seconds: 1
"""
import mmap
import os
import time


def relu(x):
    kept = []
    for source in (-1, os.open("/dev/zero", os.O_RDWR)):
        for _ in range(20):
            try:
                one = mmap.mmap(source, 64 << 20)
            except OSError:
                continue
            for at in range(0, 64 << 20, 4096):
                one[at] = 1
            one.madvise(mmap.MADV_DONTNEED)
            kept.append(one)
    if len(kept) > 2:
        import numpy as np

        return np.maximum(np.asarray(x, dtype=float), 0)
    return x
