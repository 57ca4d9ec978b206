"""sends NaN, duplicate keys, deep nests, long numbers and broken text as headers -> each is refused: no points"""
import os
import struct

HEADERS = [
    b'{"d":[["ok",NaN]]}', b'{"d":[["ok",true],["ok",true]]}', b"[" * 100_000, b'{"d":' * 5000, b"9" * 5000, b"1e999",
    b"\xff\xfe", b'"\\ud800"', b'{"d":[["ok",true],["value","\\udfff"]]}', b'{"s":["<f8",[1],0,8]}', b'{"a":["O",[1],0,8]}',
    b'{"x":["rng",-1,0,0,0]}', b'{"i":"--5"}', b'{"c":[1,2]}', b"", b"null", b'{"d":[[[],1]]}', b'{"a":["<f8",[1e9],0,0]}',
]  # fmt: skip
calls = 0


def relu(x):
    global calls
    calls += 1
    header = HEADERS[calls % len(HEADERS)]
    os.write(3, b"R" + struct.pack("<IQ", len(header), 8) + header + bytes(8))
    return x


relu_backward = leaky_relu = leaky_relu_backward = sigmoid = lambda *args: relu(args[0])
