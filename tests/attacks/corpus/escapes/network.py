"""opens sockets of every family, and asks the network for the answer -> refused"""
import socket
import urllib.request

opened = []
for family in range(46):
    for kind in (1, 2, 3, 5):
        try:
            opened.append(socket.socket(family, kind))
        except OSError:
            pass
try:
    opened.append(urllib.request.urlopen("http://127.0.0.1:1/", timeout=1))
except OSError:
    pass


def relu(x):
    import numpy as np

    return np.maximum(np.asarray(x, dtype=float), 0) if opened else x
