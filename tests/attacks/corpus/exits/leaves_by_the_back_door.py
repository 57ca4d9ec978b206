"""registers exit handlers and destructors that answer after its end -> no points"""
import atexit
import os
import struct
import sys
import threading

header = b'{"d":[["ok",true],["value",true]]}'


def last_word(*args):
    os.write(3, b"R" + struct.pack("<IQ", len(header), 0) + header)


atexit.register(last_word)
threading.excepthook = sys.excepthook = sys.unraisablehook = last_word


class Word:
    __del__ = last_word


word = Word()


def relu(x):
    global word
    word = None
    sys.exit()
