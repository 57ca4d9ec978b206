"""sends a reference whose kind is an array, to break the judge and be excused -> the case fails: no points"""
import os
import struct


def relu(x):
    header = b'{"d":[["ok",true],["value",{"x":[{"a":["<f8",[3],0,24]},1,"x",true]}]]}'
    os.write(3, b"R" + struct.pack("<IQ", len(header), 24) + header + bytes(24))
    return x


relu_backward = leaky_relu = sigmoid = softmax = relu
