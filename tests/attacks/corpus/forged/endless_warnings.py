"""sends an object where the list of warnings should be -> no points"""
import os
import struct


def relu(x):
    header = b'{"d":[["ok",true],["value",null],["warnings",{"x":["object",0,"list",false]}],["changed",7]]}'
    os.write(3, b"R" + struct.pack("<IQ", len(header), 0) + header)
    return x
