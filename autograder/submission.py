"""A student's file -> the code in it. Nothing is executed, nothing but the code is believed, and a damaged file gives
what can be saved."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .language import Sentence

MAX_BYTES = 64 << 20
WEIGHTS = (".weights.h5", ".npz")  # how the names of files of trained weights end
MAX_CELLS = 2000
MAX_SOURCE = 1 << 20
CONFLICT = re.compile(r"^[ \t]*(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|).*\n?", re.MULTILINE)
PERCENT = re.compile(r"^# (?:%%|In ?\[[ \d]*\]:).*$", re.MULTILINE)  # jupytext's marks, and nbconvert's
UNKNOWN = 50  # damage whose place is not told counts as this share of the text
NO_NOTEBOOK = Sentence(
    "The archive is damaged, or holds no notebook (.ipynb or .py).",
    "El archivo comprimido está dañado o no contiene ningún cuaderno (.ipynb o .py).",
)


@dataclass(frozen=True)
class Submission:
    """The code cells of one student's file, and what had to be mended to read it."""

    student: str
    file: str
    cells: tuple[str, ...]
    notes: tuple[Sentence, ...] = ()
    shows: frozenset[int] = frozenset()  # positions of cells whose metadata say that they only show things
    weights: tuple[tuple[str, bytes], ...] = ()  # name and content of each file of trained weights beside it


def read(data: bytes, student: str, file: str) -> Submission:
    """Any bytes -> a Submission; what cannot be read becomes a note, never an error."""
    student, file = unicode(student), unicode(file)
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
    if file.endswith(".zip"):
        return Submission(student, file, (), (NO_NOTEBOOK,))
    if not text.strip():
        return Submission(student, file, (), (*notes, Sentence("The file is empty.", "El archivo está vacío.")))
    text, found = _unconflicted(text)
    if file.endswith(".py"):
        parts = (part[:MAX_SOURCE] for part in PERCENT.split(text)[:MAX_CELLS])
        return Submission(student, file, tuple(parts), (*notes, *found))
    raw, more = _cells(text)
    code = [c for c in raw[:MAX_CELLS] if isinstance(c, dict) and c.get("cell_type") == "code" and _source(c).strip()]
    shows = frozenset(n for n, c in enumerate(code) if _kind(c) in ("check", "demo"))
    return Submission(student, file, tuple(map(_source, code)), (*notes, *found, *more), shows)


def weights_of(files: Sequence[tuple[str, bytes]], question: str) -> tuple[str, bytes] | None:
    """The file of trained weights that is meant for a question: it has its name, or it is the only one."""
    named = [f for f in files if question in f[0]]
    return named[0] if named else files[0] if len(files) == 1 else None


def unicode(text: str) -> str:
    """`text` without lone surrogates, which no file and no database can hold."""
    return text.encode("utf-8", "replace").decode()


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
    """The complete cells of damaged JSON, as far as reading on does not mean to read the same text over and over."""
    decoder = json.JSONDecoder()
    opening = re.search(r'"cells"\s*:\s*\[', text)
    at = opening.end() if opening else len(text)
    found: list[Any] = []
    left = 2 * len(text)  # characters to look at
    while len(found) < MAX_CELLS and left > 0 and (at := text.find("{", at)) >= 0:
        start = at
        try:
            cell, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            left -= 1 + getattr(error, "pos", start + len(text) // UNKNOWN) - start
            at = start + 1
            continue
        left -= at - start
        if isinstance(cell, dict) and "cell_type" in cell:
            found.append(cell)
    return found


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(s for s in source if isinstance(s, str))
    return unicode(source[:MAX_SOURCE]) if isinstance(source, str) else ""
