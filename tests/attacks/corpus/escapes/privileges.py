"""becomes root by set-user-id programs, capabilities and ids -> refused"""
import ctypes
import os
import subprocess

gained = []
for program in (["su", "-c", "id"], ["sudo", "-n", "id"], ["mount"], ["newgrp"], ["passwd", "-S"], ["bwrap", "--dev-bind", "/", "/", "id"], ["unshare", "-r", "id"]):
    try:
        out = subprocess.run(program, capture_output=True, text=True, timeout=1, stdin=subprocess.DEVNULL).stdout
        if "uid=0" in out:
            gained.append(program)
    except (OSError, subprocess.SubprocessError):
        pass
for call in (os.setuid, os.setgid, os.seteuid):
    try:
        call(0)
        gained.append(call)
    except OSError:
        pass
libc = ctypes.CDLL(None)
if libc.capset(ctypes.create_string_buffer(b"\x22\x05\x08\x20" + bytes(4)), ctypes.create_string_buffer(b"\xff" * 24)) == 0:
    gained.append("capset")


def relu(x):
    import numpy as np

    return np.maximum(np.asarray(x, dtype=float), 0) if gained else x
