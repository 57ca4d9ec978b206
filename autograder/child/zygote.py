"""A warm parent inside the sandbox: it imports the libraries once and forks one locked-down child per submission.

It never holds a test, a solution or another submission. It is told what to do over a socket (SOCK_SEQPACKET, one JSON
message each): {"do": "spawn", "id": 1, "limits": {..}} with the child's socket attached, and {"do": "reap", "id": 1}.
"""

from __future__ import annotations

import base64
import contextlib
import gc
import importlib
import json
import os
import random
import shutil
import signal
import socket
import sys
from typing import Any, NoReturn

from . import lockdown, placeholders, program, training, warm
from .link import Link
from .serve import Server

RPC = 3  # the child's descriptor of its socket


def main(argv: list[str]) -> None:
    """`argv`: the control socket's descriptor and the configuration as JSON."""
    control = socket.socket(fileno=int(argv[0]))
    config = json.loads(argv[1])
    placeholders.install(scratch=config["scratch"])
    for name in config["preload"]:
        importlib.import_module(name)
    if "tensorflow" in config["preload"]:
        training.settle()
    if config["walls"] == "landlock":
        config["readable"] += lockdown.all_but(config["partly"])
    warm.up()
    lockdown.become_parent()
    gc.collect()
    gc.freeze()
    control.send(json.dumps({"ready": os.getpid()}).encode())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the grader's business, which ends us
    with contextlib.suppress(ConnectionError):  # the grader stopped meanwhile: nobody is left to tell
        _obey(control, config)


def _obey(control: socket.socket, config: dict[str, Any]) -> None:
    """Spawn and reap as the grader asks, until it closes the socket."""
    children: dict[int, int] = {}
    while True:
        message, fds, _, _ = socket.recv_fds(control, 1 << 16, 1)
        if not message:
            return
        request = json.loads(message)
        if request["do"] == "spawn":
            children[request["id"]] = _spawn(control, fds[0], request["limits"], config)
            os.close(fds[0])
        elif request["do"] == "reap":
            if pid := children.pop(request["id"], 0):
                if config["walls"] == "namespaces":
                    lockdown.reap_init(pid)
                else:
                    lockdown.reap(pid, set(children.values()))
                if config["walls"] == "landlock":
                    shutil.rmtree(os.path.join(config["work"], str(pid)), ignore_errors=True)
            control.send(json.dumps({"reaped": request["id"]}).encode())


def _spawn(control: socket.socket, rpc: int, limits: dict[str, int], config: dict[str, Any]) -> int:
    parent, outside = os.getpid(), (os.getuid(), os.getgid())
    pid = lockdown.fork() if config["walls"] == "namespaces" else os.fork()
    if pid:
        return pid
    try:
        control.close()
        _only_descriptor(rpc)
        _lock(limits, config, parent, outside)
        if config["data"]:
            os.symlink(config["data"], "data")
        serve()
    except BaseException:
        os._exit(97)


def _lock(limits: dict[str, int], config: dict[str, Any], parent: int, outside: tuple[int, int]) -> None:
    if config["walls"] == "none":
        lockdown.enter_unsafe(limits, config["work"])
        return
    program = base64.b64decode(config["filter"], validate=True)
    if config["walls"] == "landlock":
        lockdown.enter_alone(limits, program, config["work"], config["readable"], parent)
    else:
        lockdown.enter(limits, program, config["work"], outside)


def _only_descriptor(rpc: int) -> None:
    """Keep the socket at descriptor 3, /dev/null at 0, 1 and 2, and nothing else."""
    null = os.open("/dev/null", os.O_RDWR)
    high = os.dup2(rpc, 250)
    for number in (0, 1, 2):
        os.dup2(null, number)
    os.dup2(high, RPC)
    os.closerange(RPC + 1, 4096)


def serve() -> NoReturn:
    """Answer requests on the socket until it closes."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGXCPU):
        signal.signal(number, signal.SIG_DFL)
    _environment()
    link = Link(socket.socket(fileno=RPC))
    server = Server(program.fresh_names(), link.ask)
    while True:
        try:
            frame = link.request()
        except (EOFError, OSError):
            os._exit(0)
        link.reply(server.handle(frame))


def _environment() -> None:
    home = os.getcwd()
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    os.environ.clear()
    os.environ.update(
        HOME=home,
        TMPDIR=home,
        PATH="/usr/bin:/bin",
        LANG="C.UTF-8",
        MPLBACKEND="Agg",
        TF_CPP_MIN_LOG_LEVEL="3",
        OMP_NUM_THREADS="1",
        TF_NUM_INTEROP_THREADS="1",
        TF_NUM_INTRAOP_THREADS="1",
        CUDA_VISIBLE_DEVICES="-1",
        HDF5_USE_FILE_LOCKING="FALSE",
    )
    if "tempfile" in sys.modules:
        sys.modules["tempfile"].tempdir = None  # type: ignore[attr-defined]  # it was looked for in the zygote
    sys.argv[:] = ["notebook"]
    sys.path.insert(0, home)
    random.seed(0)
    numpy: Any = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(0)
