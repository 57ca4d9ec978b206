"""sends out-of-band bytes, descriptors and shutdowns over the socket -> no points"""
import array
import socket


def relu(x):
    link = socket.socket(fileno=3)
    try:
        link.send(b"!", socket.MSG_OOB)
    except OSError:
        pass
    try:
        link.sendmsg([b"R"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2] * 60))])
    except OSError:
        pass
    link.shutdown(socket.SHUT_RDWR)
    return x
