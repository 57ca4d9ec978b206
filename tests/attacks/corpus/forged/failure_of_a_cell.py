"""reports that running a cell failed altogether -> nothing breaks, no points"""
import os
import struct

for text in ('["kind","Boom"]', '["kind",7]', '["kind","NotImplementedError"],["message","relu"]', '["line",{"f":"inf"}]'):
    header = ('{"d":[["ok",false],%s]}' % text).encode()
    os.write(3, b"R" + struct.pack("<IQ", len(header), 0) + header)
