"""reports that a cell raised on line 'abc', to break the batch -> nothing breaks, no points"""
import os
import struct

for text in ('[["abc",1,2]]', '[[{"f":"nan"},[],{"d":[]}]]', '{"t":[]}', "null", '[[1e300,"x","y"]]'):
    header = ('{"d":[["ok",true],["value",%s]]}' % text).encode()
    os.write(3, b"R" + struct.pack("<IQ", len(header), 0) + header)
