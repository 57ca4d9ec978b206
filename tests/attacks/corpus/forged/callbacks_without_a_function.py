"""calls functions that were never passed in, by every number -> no points"""
import os
import struct


def relu(x):
    for number in ("0", "-1", "true", "1e9", '"0"', "null", "[0]", '{"d":[]}'):
        for header in ('{"d":[["callback",%s],["args",[]],["kwargs",{"d":[]}]]}' % number, number):
            os.write(3, b"C" + struct.pack("<IQ", len(header), 0) + header.encode())
    return x
