"""The code of our probes, each a function `f()` that runs as student code.

PLANTED in it is the path of a file of the judge's, which anybody may read; that it changes, or that a process is left,
is noticed from outside.
"""

NETWORK = """
import socket
def f():
    socket.create_connection(('127.0.0.1', 9), 1)
"""
READS = """
import os
def f():
    for path in (PLANTED, '/etc/passwd', '/etc/hostname', '/root/.bashrc', '/proc/1/environ'):
        try:
            with open(path) as s:
                return s.read()
        except OSError:
            pass
    for path in ('/home', '/var', '/mnt', '/srv', os.path.dirname(PLANTED)):
        try:
            return [path, os.listdir(path)]
        except OSError:
            pass
    return 'refused'
"""
SEES = """
import os
def f():
    paths = (PLANTED, '/home', '/root/.bashrc', '/etc/passwd', '/var', '/mnt', '/srv', '/opt')
    return [p for p in paths if os.path.exists(p)]
"""
WRITES = """
def f():
    for path in (PLANTED, '/usr/x', '/kit/x', '/site/x', '/etc/x', '/x', '/dev/x', '/proc/x', '../x'):
        try:
            open(path, 'a').close()
            return path
        except OSError:
            pass
    return 'refused'
"""
CHANGES = """
import os
def f():
    for change in (lambda p: os.chmod(p, 0o600), lambda p: os.utime(p, (0, 0)), lambda p: os.truncate(p, 0), os.unlink,
                   lambda p: os.rename(p, p + 'x'), lambda p: os.link(p, 'mine'), lambda p: os.symlink('x', p + 'y')):
        try:
            change(PLANTED)
        except OSError:
            pass
    return os.path.exists('mine')
"""
PROCESSES = """
import os
def f():
    return len([p for p in os.listdir('/proc') if p.isdigit()])
"""
MEMORY = """
import os
def f():
    os.open(f'/proc/{os.getppid()}/mem', os.O_RDWR)
"""
SIGNALS = """
import os
def f():
    os.kill(os.getppid(), 0)
"""
NAMESPACES = """
import ctypes
def f():
    return 'refused' if ctypes.CDLL(None).unshare(0x10000000) else 'entered'
"""
PRIVILEGES = """
import ctypes, os, struct
def f():
    libc = ctypes.CDLL(None)
    capabilities = ctypes.create_string_buffer(24)
    asked = libc.capget(ctypes.create_string_buffer(struct.pack('<Ii', 0x20080522, 0)), capabilities)
    try:
        os.memfd_create('x')
        filtered = False
    except PermissionError:
        filtered = True
    return [asked, any(capabilities.raw), libc.prctl(39, 0, 0, 0, 0), filtered, os.getuid() != 0]
"""
LIBRARIES = """
import os, sys
def f():
    return [n for n in ('scipy', 'tensorflow') for p in sys.path if os.path.isdir(os.path.join(p, n))]
"""
FILE = """
def f():
    with open('big', 'wb') as s:
        for _ in range(200):
            s.write(b'0' * (1 << 20))
    return 'wrote 200 MiB'
"""
DISK = """
import time
def f():
    for n in range(20):
        with open(f'part{n}', 'wb') as s:
            for _ in range(20):
                s.write(b'0' * (1 << 20))
    time.sleep(1)
    return 'wrote 400 MiB'
"""
LARGE = """
import numpy as np
def f():
    return float(np.ones(1 << 30).sum())
"""
MANY_LARGE = """
import os, time
def f():
    full, say = os.pipe()
    for _ in range(12):
        if os.fork() == 0:
            kept = bytearray(256 << 20)
            kept[::4096] = bytes(len(kept[::4096]))
            os.write(say, b'x')
            time.sleep(60)
    for _ in range(12):
        os.read(full, 1)
    time.sleep(1)
    return 'kept 3 GiB'
"""
UNCOUNTED = """
import mmap, os
def f():
    for source in (lambda: -1, lambda: os.open('/dev/zero', os.O_RDWR)):
        try:
            mmap.mmap(source(), 1 << 20)
            return 'mapped'
        except OSError:
            pass
    return 'refused'
"""
FORKS = """
import os, time
def f():
    for n in range(1000):
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
    return n
"""
THREADS = """
import threading, time
def f():
    threading.stack_size(65536)
    for n in range(3000):
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    time.sleep(1)
    return n
"""
ENDLESS = """
def f():
    while True:
        pass
"""
DIES = """
import os, signal
def f():
    try:
        os.kill(os.getpid(), signal.SIGKILL)
    finally:
        os._exit(9)
"""
