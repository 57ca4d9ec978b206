"""announces four gigabytes -> they are never waited for"""
import os
import struct


def relu(x):
    os.write(3, b"R" + struct.pack("<IQ", 10, (1 << 64) - 1) + b"{}")
    return x


def sigmoid(x):
    os.write(3, b"R" + struct.pack("<IQ", (1 << 32) - 1, 0) + b"{}")
    return x
