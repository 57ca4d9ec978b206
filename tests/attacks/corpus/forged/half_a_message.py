"""sends the beginning of a message and waits -> the case's time limit ends it
seconds: 0.4
"""
import os
import struct
import time


def relu(x):
    os.write(3, b"R" + struct.pack("<IQ", 5000, 0) + b"{")
    time.sleep(1000)
