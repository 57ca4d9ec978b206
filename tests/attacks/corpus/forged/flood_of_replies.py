"""answers with hundreds of megabytes again and again -> a test's allowance ends it"""
import os
import struct


def relu(x):
    chunk = bytes(1 << 20)
    os.write(3, b"R" + struct.pack("<IQ", 4, 250 << 20) + b"null")
    for _ in range(250):
        rest = memoryview(chunk)
        while rest:
            rest = rest[os.write(3, rest) :]
    return x
