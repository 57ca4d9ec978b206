"""Does anything secret reach students? Every file they get is read, inside archives and notebooks too."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from .. import hints
from ..assignment import Assignment
from ..cells import regions
from ..errors import Fault
from ..language import Sentence
from . import secrets
from .secrets import Secret, Whole, squeezed

STAFF = frozenset({"tests_hidden.py", "accepted", "wrong", "calibration", "__pycache__", ".ipynb_checkpoints"})
COMPILED = frozenset({".pyc", ".pyo"})
ESCAPED = re.compile(r"\\(.)")
DEEPEST = 4  # archives in archives


def leaks(assignment: Assignment, files: Mapping[str, bytes]) -> list[Fault]:
    """Everything in `files` (path -> content) that only staff may see; empty when all is well."""
    pieces, wholes = secrets.pieces(assignment), secrets.wholes(assignment)
    home = f"assignments/{assignment.name}"
    found = {f for name, data in _opened(files) for f in _in_file(f"{home}/{name}", name, data, pieces, wholes)}
    if hints.FILE in files:
        found.update(_in_hints(f"{home}/{hints.FILE}", files[hints.FILE], secrets.expressions(assignment)))
    return sorted(found)


def _in_hints(path: str, data: bytes, formulas: list[Secret]) -> Iterator[Fault]:
    """Hints that give the answer away inside a sentence, where no line of it stands alone."""
    for text in _strings(_json(data)):
        bare = "".join(text.split())
        yield from (_fault(path, 0, s.what, s.piece) for s in formulas if s.piece in bare)


def _in_file(path: str, name: str, data: bytes, pieces: list[Secret], wholes: list[Whole]) -> Iterator[Fault]:
    yield from _forbidden(path, name, data)
    notebook = _json(data)
    raw = data.decode("utf-8", "replace")
    text = "\n".join([name, raw, *_strings(notebook)])
    text = squeezed(f"{text}\n{ESCAPED.sub(_unescaped, text)}")
    words = set(secrets.WORD.findall(text))
    for secret in pieces:
        if secret.piece in (words if secret.word else text):
            yield _fault(path, _line(raw, secret.piece), secret.what, secret.piece)
    lines = set(map(squeezed, "\n".join(_code(notebook) or [raw]).split("\n")))
    for whole in wholes:
        if whole.lines <= lines:
            first = max(whole.lines, key=len)
            yield _fault(path, _line(raw, first), whole.what, first)
    yield from _run(path, notebook)


def _fault(path: str, line: int, what: Sentence, piece: str) -> Fault:
    says = Sentence(
        f"students would read {what.en}: {piece!r}; take it out, or say it in other words",
        f"los estudiantes leerían {what.es}: {piece!r}; quítalo o dilo de otra forma",
    )
    return Fault(path, line, says)


def _forbidden(path: str, name: str, data: bytes) -> Iterator[Fault]:
    """Files whose kind or place tells that they are not for students."""
    parts = PurePosixPath(name.replace("!", "/"))
    if parts.suffix in COMPILED or (data[2:4] == b"\r\n" and 3000 <= int.from_bytes(data[:2], "little") < 4000):
        says = Sentence(
            "compiled Python, which may hold anything: delete it",
            "Python compilado, que puede contener de todo: bórralo",
        )
        yield Fault(path, 0, says)
    if found := sorted(STAFF & set(parts.parts)):
        yield Fault(path, 0, Sentence(f"{found[0]} is for staff alone", f"{found[0]} es solo para docentes"))
    for mark in (regions.BEGIN, regions.END):
        if mark.encode() in data:
            line = _line(data.decode("utf-8", "replace"), mark)
            yield Fault(path, line, Sentence(f"the mark {mark!r} was left in", f"quedó la marca {mark!r}"))


def _run(path: str, notebook: Any) -> Iterator[Fault]:
    """Cells that were run: what they printed is not the build's."""
    for number, cell in enumerate(_cells(notebook), 1):
        if cell.get("outputs") or cell.get("execution_count") is not None:
            says = Sentence(
                f"cell {number} was run: a student's notebook has no outputs",
                f"la celda {number} fue ejecutada: el cuaderno del estudiante no lleva salidas",
            )
            yield Fault(path, 0, says)


def _opened(files: Mapping[str, bytes], depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """The files, and those inside archives as `archive.zip!inner`."""
    for name, data in files.items():
        yield name, data
        if depth < DEEPEST:
            yield from _opened({f"{name}!{inner}": content for inner, content in _members(data)}, depth + 1)


def _members(data: bytes) -> list[tuple[str, bytes]]:
    """What an archive holds; nothing when it is none, or cannot be opened."""
    try:
        if data[:2] == b"\x1f\x8b":
            return [("content", gzip.decompress(data))]
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(name, archive.read(name)) for name in archive.namelist() if not name.endswith("/")]
    except (OSError, EOFError, RuntimeError, zlib.error, zipfile.BadZipFile):
        return []


def _unescaped(found: re.Match[str]) -> str:
    """What an escape stands for in a string of JSON or Python, white space being all alike."""
    return " " if found[1] in "nrt" else found[1]


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        return None


def _strings(value: Any) -> Iterator[str]:
    """All text in JSON, keys too; lines that belong together in one piece."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        yield ("" if all(v.endswith("\n") for v in value[:-1]) else "\n").join(value)
    elif isinstance(value, list):
        yield from (s for v in value for s in _strings(v))
    elif isinstance(value, dict):
        yield from (s for k, v in value.items() for s in (k, *_strings(v)))


def _cells(notebook: Any) -> list[dict[str, Any]]:
    found = notebook.get("cells") if isinstance(notebook, dict) else None
    return [c for c in found if isinstance(c, dict)] if isinstance(found, list) else []


def _code(notebook: Any) -> list[str]:
    """The text of code cells."""
    return ["\n".join(_strings(c.get("source"))) for c in _cells(notebook) if c.get("cell_type") == "code"]


def _line(raw: str, piece: str) -> int:
    """The line of a file that holds `piece`, as it is or inside a JSON string; 0 when it spans several."""
    escaped = re.escape(json.dumps(piece, ensure_ascii=False)[1:-1])
    pattern = re.compile(f"{re.escape(piece)}|{escaped}")
    return next((n for n, line in enumerate(raw.split("\n"), 1) if pattern.search(squeezed(line))), 0)
