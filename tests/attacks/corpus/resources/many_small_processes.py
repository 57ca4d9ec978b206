"""takes much memory by many processes, each of them small -> all are stopped from outside
seconds: 1
"""
import os
import time


def relu(x):
    for _ in range(24):
        if os.fork() == 0:
            kept = bytearray(os.urandom(1 << 20)) * 300
            kept[:: 4096] = bytes(len(kept[::4096]))
            time.sleep(60)
    time.sleep(60)
