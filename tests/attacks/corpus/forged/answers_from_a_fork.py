"""leaves a forked process behind that answers in its place -> no points"""
import os
import struct

if os.fork() == 0:
    header = b'{"d":[["ok",true],["value",true]]}'
    while True:
        try:
            if os.read(3, 1 << 16):
                os.write(3, b"R" + struct.pack("<IQ", len(header), 0) + header)
        except OSError:
            os._exit(0)
