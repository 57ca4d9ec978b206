"""leaves messages in keyrings, abstract sockets, queues and locks -> refused"""
import ctypes
import fcntl
import socket

libc = ctypes.CDLL(None, use_errno=True)
done = []
if libc.syscall(248, b"user", b"autograder", b"message", 7, -4) >= 0:
    done.append("add_key")
if libc.syscall(240, b"/autograder", 0o102, 0o666, None) >= 0:
    done.append("mq_open")
for call in (29, 64, 68):  # shmget semget msgget
    if libc.syscall(call, 0x1234, 4096, 0o1666) >= 0:
        done.append(call)
try:
    socket.socket(socket.AF_UNIX).bind("\0autograder")
    done.append("socket")
except OSError:
    pass
try:
    fcntl.flock(open("/kit/autograder/wire/frame.py"), fcntl.LOCK_EX)
    done.append("flock")
except OSError:
    pass


def relu(x):
    import numpy as np

    return np.maximum(np.asarray(x, dtype=float), 0) if done else x
