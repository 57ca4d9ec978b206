"""A million mutated frames and notebooks: a value or a WireError from each frame, a submission from each notebook.

    python -m tests.fuzz [--count 1000000] [--seed 0]

Too long for the tests, which try some thousand. Nothing may raise anything else, and memory stays bounded: the process gives
itself a limit. What fails is printed with its seed and written to a file, so that it can become a test.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np

from autograder import submission, wire
from autograder.errors import AnswerError, WireError
from autograder.remote import Session

MEMORY = 2 << 30  # bytes of address space on top of what the libraries took
FRAMES = 0.7  # share of the count; the others are notebooks

VALUES = (
    {"ok": True, "value": np.arange(6.0).reshape(2, 3), "warnings": [["RuntimeWarning", "overflow"]]},
    {"ok": True, "value": [1, 2.5, None, "ñ", (1, 2), {"a": np.ones((2, 2), "f4"), "b": math.nan, (3, "k"): 1 << 70}]},
    {"ok": False, "kind": "ValueError", "message": "m", "line": 3, "source": "x = 1"},
    {"ok": True, "value": None, "changed": [[np.zeros(3, "u1"), np.float32(2)], {"key": 1 + 2j}]},
    {"callback": 0, "args": [np.random.default_rng(1)], "kwargs": {}},
)
INTERESTING = [b"[", b"]", b"{", b"}", b'"', b",", b":", b"null", b"true", b"-1", b"1e999", b"NaN", b"9" * 90, b"\xff", b"\x00",
               b'{"a":', b'{"x":["object",0,"f",true]}', b'{"d":[["ok",true]]}', b'{"t":[]}', b"\\ud800", b"<f8", b"|O"]  # fmt: skip


def special(value: object) -> list[object]:
    """Generators as they cross."""
    assert isinstance(value, np.random.Generator)
    return wire.generator_state(value)


def notebooks() -> list[bytes]:
    """Notebooks of both formats, as students hand them in."""
    cells = [
        {"cell_type": "code", "id": "a", "metadata": {"autograder": {"kind": "answer"}}, "source": ["def relu(x):\n", "    return x"],
         "outputs": [{"output_type": "stream", "name": "stdout", "text": "ñ"}], "execution_count": 3},
        {"cell_type": "markdown", "metadata": {}, "source": "# Título"},
        {"cell_type": "code", "metadata": {}, "source": "import numpy as np\nrelu(np.zeros(3))", "outputs": []},
    ]  # fmt: skip
    new = {"cells": cells, "metadata": {"kernelspec": {"name": "python3"}}, "nbformat": 4, "nbformat_minor": 5}
    old = {"worksheets": [{"cells": [{"cell_type": "code", "input": "x = 1", "outputs": []}]}], "nbformat": 3}
    return [json.dumps(new, indent=1).encode(), json.dumps(new).encode("utf-16"), json.dumps(old).encode(), b"# %%\nx = 1\n# %%\ny = 2"]


def mutated(data: bytes, rng: random.Random) -> bytes:
    """`data` with one to six changes: bytes flipped, cut, doubled, moved, or replaced by what parsers dislike."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(changed) + 1)
        until = min(len(changed), at + rng.choice((0, 1, 1, 2, 4, 16, 64)))
        piece = bytes(changed[at:until])
        changed[at:until] = rng.choice((
            b"", piece * 2, piece[::-1], rng.randbytes(rng.randint(1, 8)), rng.choice(INTERESTING), rng.choice(INTERESTING) * 200,
        ))  # fmt: skip
    return bytes(changed)


class Reply:
    """A channel whose other side says whatever it is told."""

    def __init__(self) -> None:
        self.frame = b""

    def ask(self, frame: bytes, answer: Callable[[bytes], bytes]) -> bytes:
        """As `remote.Channel.ask`; every reply is also tried as a call of one of our functions."""
        wire.decode(*wire.split(answer(self.frame)))
        return self.frame


def frame(rng: random.Random, seeds: list[bytes], channel: Reply, session: Session) -> str:
    """Read one mutated frame as the judge does; how it ended."""
    channel.frame = _framed(mutated(rng.choice(seeds), rng), rng)
    try:
        session.get(f"name{rng.random()}")
    except (WireError, AnswerError) as error:
        return type(error).__name__
    return "value"


def _framed(data: bytes, rng: random.Random) -> bytes:
    """As it is, or with lengths that fit again: else few mutations of the middle get past the first check."""
    if rng.random() < 0.3 or len(data) <= wire.PREFIX.size:
        return data
    body = data[wire.PREFIX.size :]
    header = min(len(body), max(0, (body.rfind(b"}") + 1) or len(body)))
    return wire.PREFIX.pack(header, len(body) - header) + body


def notebook(rng: random.Random, seeds: list[bytes]) -> str:
    """Read one mutated notebook; which kind of submission it gave."""
    read = submission.read(mutated(rng.choice(seeds), rng), "ana", rng.choice(("a.ipynb", "a.py", "a.zip")))
    assert all(type(c) is str for c in read.cells)
    return "cells" if read.cells else "no cells"


def main() -> int:
    """Exit code 1 when anything unexpected was raised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    frames, papers, channel = [wire.encode(v, special) for v in VALUES], notebooks(), Reply()
    ended: Counter[str] = Counter()
    started = time.monotonic()
    for number in range(given.count):
        rng = random.Random(given.seed * 1_000_003 + number)
        try:
            if rng.random() < FRAMES:
                ended["frame: " + frame(rng, frames, channel, Session(channel))] += 1
            else:
                ended["notebook: " + notebook(rng, papers)] += 1
        except BaseException as error:  # whatever it is, it should not be
            ended["unexpected"] += 1
            Path(f"fuzz-{number}.bin").write_bytes(channel.frame)
            print(f"{number} (seed {given.seed}): {type(error).__name__}: {error}", file=sys.stderr)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{given.count} in {time.monotonic() - started:.0f} s, at most {peak} MiB: {dict(sorted(ended.items()))}")
    return 1 if ended["unexpected"] else 0


if __name__ == "__main__":
    sys.exit(main())
