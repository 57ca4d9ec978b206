"""Run the zygote's own code once before any fork, so that no child pays for what happens only the first time.

Python compiles, specialises and caches as it goes, and numpy looks up the loop of each operation: what the zygote has
done already, its children inherit. Nothing here is a question or an answer of an assignment.
"""

from __future__ import annotations

import gc
import linecache
from typing import Any

import numpy as np

from .. import wire
from . import program
from .serve import Server

ROUNDS = 12  # Python specialises a piece of code after it ran eight times or so
LABEL = "<warm>"
CELL = '''
import numpy as np

def plain(x, scale=1.0):
    """Most operations of an answer written with numpy."""
    x = np.asarray(x, dtype=float)
    y = np.where(x > 0, x, scale * np.exp(-np.abs(x))) + np.maximum(x, 0) - np.tanh(x) / (1 + x**2)
    y = y - y.max(axis=-1, keepdims=True) + y.sum(axis=-1, keepdims=True) + np.zeros_like(x)
    return y * (x >= 0).astype(x.dtype)

def several(x, scale):
    return plain(x), (x, {"scale": scale}), [x.shape, 1, None, True, "text"]

def failing(x):
    raise ValueError("on purpose")

class Thing:
    def __init__(self):
        self.best, self.wait = None, 0
    def step(self, value):
        self.best = value
        return value
'''


def up() -> None:
    """Play a short notebook and questions about it; no library but numpy computes anything."""
    for _ in range(ROUNDS):
        server = Server(program.fresh_names(), lambda frame: frame)
        _ask(server, {"do": "run", "source": [CELL], "label": LABEL, "seconds": 10.0})
        for name in ("plain", "several", "failing", "Thing", "absent"):
            _ask(server, {"do": "get", "name": name})
        for name in ("plain", "several", "failing", "Thing"):
            _call(server, name)
    linecache.cache.pop(LABEL, None)
    gc.collect()


def _call(server: Server, name: str) -> None:
    whole, single = np.arange(6), np.linspace(-1, 1, 6, dtype=np.float32).reshape(2, 3)
    for x in (single.astype(float), single, whole, [[1.0, -2.0]], 0.5, np.float64(1), np.zeros((2, 3, 2, 2))):
        _ask(server, {"do": "call", "name": name, "args": [x], "kwargs": {"scale": 0.1}})
        _ask(server, {"do": "call", "name": name, "args": [x], "kwargs": {}})


def _ask(server: Server, request: dict[str, Any]) -> None:
    wire.decode(*wire.split(server.handle(wire.encode(request))), lambda body: body)
