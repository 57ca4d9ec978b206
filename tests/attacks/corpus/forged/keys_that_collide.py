"""sends a dict whose keys all have the same hash -> the judge's own time is bounded too
seconds: 0.3
"""
import os
import struct

keys = ",".join(f"[{(n + 1) * ((1 << 61) - 1)},0]" if n < 3000 else '[{"i":"%d"},0]' % ((n + 1) * ((1 << 61) - 1)) for n in range(48_000))
header = ('{"d":[["ok",true],["value",{"d":[%s]}]]}' % keys).encode()
message = b"R" + struct.pack("<IQ", len(header), 0) + header


def relu(x):
    rest = memoryview(message)
    while rest:
        rest = rest[os.write(3, rest) :]
    return x
