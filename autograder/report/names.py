"""File names for students' pages: safe on every system, unique, and the same whenever the class is the same."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from ..outcome import Grade

RESERVED = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)")  # devices, on Windows
LONGEST = 60


def safe(name: str) -> str:
    """`name` in ASCII letters, digits, `-`, `_` and inner dots; `student` when nothing is left."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    kept = re.sub(r"[^A-Za-z0-9._]+", "-", ascii_only).strip(".-")[:LONGEST].rstrip(".-")
    return "_" + kept if RESERVED.match(kept) else kept or "student"


def file_names(grades: Sequence[Grade]) -> list[str]:
    """A file stem for each grade; students whose names look alike get a digest of their own name beside it."""
    stems = [safe(g.student) for g in grades]
    times = Counter(map(str.casefold, stems))
    used: set[str] = set()
    return [
        _unused(stem if times[stem.casefold()] == 1 else f"{stem}-{_digest(grade)}", used)
        for stem, grade in zip(stems, grades, strict=True)
    ]


def _digest(grade: Grade) -> str:
    whole = "\0".join((grade.student, grade.assignment, grade.file))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _unused(stem: str, used: set[str]) -> str:
    """`stem`, numbered when it is taken."""
    name, turn = stem, 1
    while name.casefold() in used:
        turn += 1
        name = f"{stem}-{turn}"
    used.add(name.casefold())
    return name
