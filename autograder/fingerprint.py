"""A result boiled down to a few numbers: enough to recognise the same mistake again, not enough to show any answer."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from .outcome import TUPLE, Fingerprint

PROJECTIONS = 3
DIGITS = 6  # kept of each number
MAX_NUMBERS = 10_000_000
MANY = 50_000  # of more numbers, so many are looked at, at equal distances
CALLS = 12  # of each case: its first ones
LONGEST = 40  # characters of a structure
NOTHING = 1e-12  # as small as this, numbers are what rounding leaves
STRANGE = {"nan": 3.7, "inf": 5.3, "-inf": -7.9}  # what stands for numbers that are none
TOPICS = (  # of numpy's own messages, whose words differ from version to version and from function to function
    ("truth", r"truth value of an array"),
    ("broadcast", r"broadcast"),
    ("product", r"size (?P<right>\d+) is different from (?P<left>\d+)"),
    ("product", r"(?P<left>\d+) \(dim \d+\) != (?P<right>\d+) \(dim"),
    ("index", r"out of bounds"),
    ("reshape", r"cannot reshape"),
    ("attribute", r"has no attribute '(\w+)'"),
    ("operand", r"unsupported operand|not supported between|bad operand"),
    ("ragged", r"inhomogeneous|setting an array element"),
    ("unpack", r"values to unpack"),
    ("join", r"concatenat|all the input array"),
    ("einsum", r"einstein sum|einsum"),
    ("arguments", r"positional argument|unexpected keyword|argument of type"),
)
OWN = ("NameError", "UnboundLocalError", "SyntaxError", "RecursionError", "ImportError", "ModuleNotFoundError")


def of_value(value: Any) -> Fingerprint | None:
    """The fingerprint of a value that was judged wrong; None when it holds no numbers."""
    parts = list(_parts(value))
    numbers = np.concatenate([np.zeros(0), *(n for _, n in parts)])
    if not 0 < numbers.size <= MAX_NUMBERS:
        return None
    structure = _short(",".join(s for s, _ in parts))
    numbers = numbers[:: 1 + numbers.size // MANY]
    plain = np.nan_to_num(numbers, nan=STRANGE["nan"], posinf=STRANGE["inf"], neginf=STRANGE["-inf"])
    norm = float(np.linalg.norm(plain))
    norm = norm if norm > NOTHING else 0.0
    rng = np.random.default_rng(zlib.crc32(f"{structure}:{plain.size}".encode()))
    directions = rng.normal(size=(PROJECTIONS, plain.size))
    projected = directions @ (plain / norm) if norm > 0 else np.zeros(PROJECTIONS)
    rounded = (_rounded(norm), *(round(float(p), DIGITS) for p in projected))
    return Fingerprint("value", structure, rounded)


def numbers_of(value: Any) -> np.ndarray:
    """All the numbers in a value, one after another."""
    return np.concatenate([np.zeros(0), *(n for _, n in _parts(value))])


def of_result(result: Any) -> Fingerprint:
    """The fingerprint of what a call returned; of a tuple its parts, whose first one is what matters most."""
    if isinstance(result, tuple) and result:
        return Fingerprint(TUPLE, "", (), tuple(of_result(part) for part in result[:CALLS]))
    if isinstance(result, str):
        return of_text("text", result)
    return of_value(result) or Fingerprint("other", type(result).__name__)


def of_error(kind: str, message: str) -> Fingerprint:
    """The fingerprint of an exception: its kind, and what it is about and which sizes it names if numpy raised it.

    Other words are the student's own. One that comes from a slip of the pen, as a misspelt name, is like no other.
    """
    if kind in OWN:
        return of_text(f"raised {kind}", message)
    for topic, words in TOPICS:
        if found := re.search(words, message):
            groups = found.groupdict()
            about = [groups["left"], groups["right"]] if groups else [*found.groups(), *re.findall(r"\d+", message)]
            return Fingerprint(f"raised {kind}", _short(f"{topic}:{','.join(about)}"))
    return Fingerprint(f"raised {kind}")


def of_text(kind: str, text: str) -> Fingerprint:
    """The fingerprint of something that is all words: only the very same has the same."""
    return Fingerprint(kind, f"{zlib.crc32(text.encode()):08x}")


def _short(structure: str) -> str:
    return structure if len(structure) <= LONGEST else f"{zlib.crc32(structure.encode()):08x}"


def _rounded(norm: float) -> float:
    return float(f"{norm:.{DIGITS}e}")


def _parts(value: Any, depth: int = 0) -> Iterator[tuple[str, np.ndarray]]:
    """(structure, numbers) of each array or number in a value."""
    if isinstance(value, list | tuple) and depth < 6:
        for one in value:
            yield from _parts(one, depth + 1)
    elif isinstance(value, dict) and depth < 6:
        for name in sorted(map(str, value)):
            yield name, np.zeros(0)
        for _, one in sorted((str(k), v) for k, v in value.items()):
            yield from _parts(one, depth + 1)
    elif isinstance(value, np.ndarray | np.generic | int | float):
        array = np.asarray(value)
        if array.dtype.kind in "biuf":
            with np.errstate(all="ignore"):
                mark = "b" if array.dtype.kind == "b" else ""
                yield mark + ("x".join(map(str, array.shape)) or "()"), array.astype(float).ravel()
