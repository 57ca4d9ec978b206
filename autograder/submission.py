"""A student's file -> the code in it. Nothing is executed, nothing but the code is believed, and a damaged file gives
what can be saved."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from .language import Sentence

MAX_BYTES = 64 << 20
MAX_CELLS = 2000
MAX_SOURCE = 1 << 20
CONFLICT = re.compile(r"^[ \t]*(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|).*\n?", re.MULTILINE)
PERCENT = re.compile(r"^# %%.*$", re.MULTILINE)


@dataclass(frozen=True)
class Submission:
    """The code cells of one student's file, and what had to be mended to read it."""

    student: str
    file: str
    cells: tuple[str, ...]
    notes: tuple[Sentence, ...] = ()
    shows: frozenset[int] = frozenset()  # positions of cells whose metadata say that they only show things


def read(data: bytes, student: str, file: str) -> Submission:
    """Any bytes -> a Submission; what cannot be read becomes a note, never an error."""
    if len(data) > MAX_BYTES:
        return Submission(
            student,
            file,
            (),
            (
                Sentence(
                    "The file is larger than 64 MiB, so it was not read.",
                    "El archivo pesa más de 64 MiB, así que no se leyó.",
                ),
            ),
        )
    text, notes = _text(data)
    if not text.strip():
        return Submission(student, file, (), (*notes, Sentence("The file is empty.", "El archivo está vacío.")))
    if file.endswith(".py"):
        return Submission(student, file, tuple(PERCENT.split(text)), notes)
    text, found = _unconflicted(text)
    raw, more = _cells(text)
    code = [c for c in raw[:MAX_CELLS] if isinstance(c, dict) and c.get("cell_type") == "code" and _source(c).strip()]
    shows = frozenset(n for n, c in enumerate(code) if _kind(c) in ("check", "demo"))
    return Submission(student, file, tuple(map(_source, code)), (*notes, *found, *more), shows)


def _kind(cell: dict[str, Any]) -> Any:
    metadata = cell.get("metadata")
    ours = metadata.get("autograder") if isinstance(metadata, dict) else None
    return ours.get("kind") if isinstance(ours, dict) else None


def _text(data: bytes) -> tuple[str, tuple[Sentence, ...]]:
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",)
    for encoding in encodings:
        try:
            return data.decode(encoding).replace("\r\n", "\n"), ()
        except UnicodeDecodeError:
            pass
    return data.decode("cp1252", "replace").replace("\r\n", "\n"), (
        Sentence(
            "The file is not UTF-8; it was read as Windows-1252.", "El archivo no es UTF-8; se leyó como Windows-1252."
        ),
    )


def _unconflicted(text: str) -> tuple[str, tuple[Sentence, ...]]:
    if not re.search(r"^[ \t]*<<<<<<< ", text, re.MULTILINE):
        return text, ()
    return CONFLICT.sub("", text), (
        Sentence(
            "Git conflict marks were removed; both versions were kept.",
            "Se quitaron marcas de conflicto de git; se dejaron ambas versiones.",
        ),
    )


def _cells(text: str) -> tuple[list[Any], tuple[Sentence, ...]]:
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        found = _recovered(text)
        return found, (
            Sentence(
                f"The file is damaged; {len(found)} cells could be recovered.",
                f"El archivo está dañado; se recuperaron {len(found)} celdas.",
            ),
        )
    if isinstance(notebook, dict):
        if isinstance(notebook.get("cells"), list):
            return notebook["cells"], ()
        if isinstance(notebook.get("worksheets"), list):
            sheets = [w.get("cells") for w in notebook["worksheets"] if isinstance(w, dict)]
            return [c for s in sheets if isinstance(s, list) for c in s], ()
    return [], (Sentence("This is not a notebook.", "Esto no es un cuaderno."),)


def _recovered(text: str) -> list[Any]:
    """The complete cells of damaged JSON."""
    decoder = json.JSONDecoder()
    start = re.search(r'"cells"\s*:\s*\[', text)
    at = start.end() if start else len(text)
    found: list[Any] = []
    tries = 0
    while len(found) < MAX_CELLS and tries < 2 * MAX_CELLS and (at := text.find("{", at)) >= 0:
        try:
            cell, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at, tries = at + 1, tries + 1
            continue
        if isinstance(cell, dict) and "cell_type" in cell:
            found.append(cell)
    return found


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(s for s in source if isinstance(s, str))
    return source[:MAX_SOURCE] if isinstance(source, str) else ""
