"""sends an endless message byte by byte, each in time -> the case's time limit ends it
seconds: 0.4
"""
import os
import struct
import time


def relu(x):
    os.write(3, b"R" + struct.pack("<IQ", 8_000_000, 0))
    while True:
        os.write(3, b" ")
        time.sleep(0.01)
