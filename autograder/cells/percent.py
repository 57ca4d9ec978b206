"""A jupytext percent file -> cells, with the file's line of each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import Fault, fault
from ..language import LANGUAGES
from . import bilingual, regions

HEADER = re.compile(r"^# %%( |$)")
KEYS = {"text": {"lang"}, "code": {"kind", "question", "uses"}}
KINDS = ("setup", "demo")
USES = ("keras",)


@dataclass(frozen=True)
class Cell:
    """One cell of an author's notebook; `line` is where its source starts in the file."""

    kind: str  # "text", "setup", "demo" or "answer"
    source: str
    line: int
    lang: str | None = None
    question: str | None = None
    uses: str | None = None


def parse(text: str, path: str) -> tuple[list[Cell], list[Fault]]:
    """The cells of a percent file, read by jupytext, and everything wrong with them."""
    import jupytext  # slow to import, and only staff need it

    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines, 1) if HEADER.match(line)]
    notebook = jupytext.reads(text, fmt="py:percent")
    if len(starts) != len(notebook.cells):
        return [], [fault(path, 1, "text before the first '# %%' cell", "hay texto antes de la primera celda '# %%'")]
    cells: list[Cell] = []
    found: list[Fault] = []
    for start, raw in zip(starts, notebook.cells, strict=True):
        metadata = {k: v for k, v in raw.metadata.items() if k != "lines_to_next_cell"}
        cell, faults = _cell(raw.cell_type, raw.source, metadata, start, path)
        found += faults
        if cell:
            cells.append(cell)
    return cells, found + _pairs(cells, path)


def _cell(kind: str, source: str, metadata: dict[str, str], start: int, path: str) -> tuple[Cell | None, list[Fault]]:
    def say(en: str, es: str) -> Fault:
        return fault(path, start, en, es)

    keys = KEYS["text" if kind == "markdown" else "code"]
    if kind not in ("markdown", "code"):
        return None, [
            say(f"a cell is [markdown] or code, not {kind!r}", f"una celda es [markdown] o código, no {kind!r}")
        ]
    if unknown := sorted(set(metadata) - keys):
        known = ", ".join(sorted(keys))
        return None, [
            say(
                f"unknown key {unknown[0]!r}; this cell may have: {known}",
                f"clave desconocida {unknown[0]!r}; esta celda puede tener: {known}",
            )
        ]
    if kind == "markdown":
        if metadata.get("lang") not in LANGUAGES:
            return None, [
                say('a text cell needs lang="en" or lang="es"', 'una celda de texto necesita lang="en" o lang="es"')
            ]
        return Cell("text", source, start + 1, lang=metadata["lang"]), []
    question, uses, role = metadata.get("question"), metadata.get("uses"), metadata.get("kind")
    if (question is None) == (role is None) or (role is not None and role not in KINDS):
        return None, [
            say(
                'a code cell needs either question="…" or kind="setup" or kind="demo"',
                'una celda de código necesita question="…", o bien kind="setup" o kind="demo"',
            )
        ]
    found = []
    if uses is not None and (uses not in USES or question is None):
        found.append(
            say(
                'uses="…" may only be uses="keras", on an answer cell',
                'uses="…" solo puede ser uses="keras", en una celda de respuesta',
            )
        )
    first = start + 1
    found += regions.faults(source, path, first) + bilingual.faults(source, path, first)
    if question is None and (inside := regions.hidden_lines(source)):
        found.append(
            fault(
                path,
                first + min(inside) - 1,
                'a solution region outside an answer cell: add question="…" to its header',
                'una región de solución fuera de una celda de respuesta: agrega question="…"',
            )
        )
    return Cell(role or "answer", source, first, question=question, uses=uses), found


def _pairs(cells: list[Cell], path: str) -> list[Fault]:
    """Text cells come in pairs: English, then Spanish."""
    found = []
    waiting: Cell | None = None
    for cell in [*cells, Cell("end", "", 0)]:
        if waiting and cell.lang != "es":
            found.append(
                fault(
                    path,
                    waiting.line - 1,
                    "this English text has no Spanish cell right after it",
                    "a este texto en inglés no le sigue su celda en español",
                )
            )
        if cell.lang == "es" and not waiting:
            found.append(
                fault(
                    path,
                    cell.line - 1,
                    "this Spanish text has no English cell right before it",
                    "a este texto en español no le precede su celda en inglés",
                )
            )
        waiting = cell if cell.lang == "en" else None
    return found
