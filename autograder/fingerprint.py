"""A failure boiled down to a few numbers: enough to recognise the same mistake again, not enough to show any answer."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from .outcome import Fingerprint

PROJECTIONS = 3
DIGITS = 6  # kept of each number
MAX_NUMBERS = 1_000_000
STRANGE = {"nan": 3.7, "inf": 5.3, "-inf": -7.9}  # what stands for numbers that are none


def of_value(value: Any) -> Fingerprint | None:
    """The fingerprint of a value that was judged wrong; None when it holds no numbers."""
    parts = list(_parts(value))
    numbers = np.concatenate([n for _, n in parts]) if parts else np.zeros(0)
    if not 0 < numbers.size <= MAX_NUMBERS:
        return None
    structure = ",".join(s for s, _ in parts)
    plain = np.nan_to_num(numbers, nan=STRANGE["nan"], posinf=STRANGE["inf"], neginf=STRANGE["-inf"])
    norm = float(np.linalg.norm(plain))
    rng = np.random.default_rng(zlib.crc32(f"{structure}:{plain.size}".encode()))
    directions = rng.normal(size=(PROJECTIONS, plain.size))
    projected = directions @ (plain / norm) if norm > 0 else np.zeros(PROJECTIONS)
    rounded = (_rounded(norm), *(round(float(p), DIGITS) for p in projected))
    different = np.unique(np.round(plain / (norm or 1.0), DIGITS))
    return Fingerprint("value", structure, rounded, int(np.count_nonzero(different)))


def _rounded(norm: float) -> float:
    return float(f"{norm:.{DIGITS}e}")


def _parts(value: Any, depth: int = 0) -> Iterator[tuple[str, np.ndarray]]:
    """(structure, numbers) of each array or number in a value."""
    if isinstance(value, list | tuple) and depth < 6:
        for one in value:
            yield from _parts(one, depth + 1)
    elif isinstance(value, np.ndarray | np.generic | int | float):
        array = np.asarray(value)
        if array.dtype.kind in "biuf":
            with np.errstate(all="ignore"):
                yield "x".join(map(str, array.shape)) or "()", array.astype(float).ravel()
