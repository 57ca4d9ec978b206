"""sends text with half characters that no file can hold, by hand -> nothing breaks, no points"""
import os
import struct

calls = 0
BODIES = [b'["ok",false],["kind","\\ud800"],["message","\\udfff"],["source","\\ud800"]', b'["ok",true],["value","\\ud800"]', b'["ok",true],["value",{"x":["object",0,"\\udcff",true]}]',
          b'["ok",true],["value",{"d":[["\\ud800","\\ud800"]]}]', b'["ok",true],["value",1],["warnings",[["RuntimeWarning","overflow \\ud800"]]]']  # fmt: skip


def relu(x):
    global calls
    calls += 1
    header = b'{"d":[' + BODIES[calls % len(BODIES)] + b"]}"
    os.write(3, b"R" + struct.pack("<IQ", len(header), 0) + header)
    os.read(3, 1 << 20)
    os._exit(0)


relu_backward = leaky_relu = sigmoid = softmax = lambda *args: relu(args[0])
