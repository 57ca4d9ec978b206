"""A jupytext percent file -> cells, with the file's line of each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import Fault, fault
from ..language import LANGUAGES, Sentence
from . import bilingual, regions

HEADER = re.compile(r"^# %%( |$)")
KEYS = {"text": {"lang"}, "code": {"kind", "question", "uses", "carried"}}
KINDS = ("setup", "demo")
USES = ("keras",)
NO_LANGUAGE = Sentence('a text cell needs lang="en" or lang="es"', 'una celda de texto necesita lang="en" o lang="es"')
NO_PURPOSE = Sentence(
    'a code cell needs either question="…" or kind="setup" or kind="demo"',
    'una celda de código necesita question="…", o bien kind="setup" o kind="demo"',
)
MISUSED = Sentence(
    'uses="…" may only be uses="keras", on an answer cell',
    'uses="…" solo puede ser uses="keras", en una celda de respuesta',
)
NOT_CARRIED = Sentence(
    'carried="…" may only be carried="counted", on the answer cell of a from-scratch question',
    'carried="…" solo puede ser carried="counted", en la celda de respuesta de una pregunta desde cero',
)
OUTSIDE = Sentence(
    'a solution region outside an answer cell: add question="…" to its header',
    'una región de solución fuera de una celda de respuesta: agrega question="…"',
)


@dataclass(frozen=True)
class Cell:
    """One cell of an author's notebook; `line` is where its source starts in the file."""

    kind: str  # "text", "setup", "demo" or "answer"
    source: str
    line: int
    lang: str | None = None
    question: str | None = None
    uses: str | None = None
    carries: bool = False  # carried="counted": an error of an earlier answer costs nothing here


@dataclass(frozen=True)
class Raw:
    """One cell as it stands in a percent file; `line` is that of its header."""

    kind: str  # "markdown" or "code", or whatever stands there instead
    source: str
    metadata: dict[str, str]
    line: int


def parse(text: str, path: str) -> tuple[list[Cell], list[Fault]]:
    """The cells of an author's notebook, and everything wrong with them."""
    raw, found = split(text, path)
    cells: list[Cell] = []
    for one in raw:
        cell, faults = _cell(one, path)
        found += faults
        if cell:
            cells.append(cell)
    return cells, found + pairs(cells, path)


def split(text: str, path: str) -> tuple[list[Raw], list[Fault]]:
    """The cells of a percent file, read by jupytext."""
    import jupytext  # slow to import, and only staff need it

    starts = [n for n, line in enumerate(text.split("\n"), 1) if HEADER.match(line)]
    notebook = jupytext.reads(text, fmt="py:percent")
    if len(starts) != len(notebook.cells):
        return [], [fault(path, 1, "text before the first '# %%' cell", "hay texto antes de la primera celda '# %%'")]
    return [
        Raw(c.cell_type, c.source, {k: v for k, v in c.metadata.items() if k != "lines_to_next_cell"}, line)
        for line, c in zip(starts, notebook.cells, strict=True)
    ], []


def _cell(raw: Raw, path: str) -> tuple[Cell | None, list[Fault]]:
    if wrong := _header(raw):
        return None, [Fault(path, raw.line, wrong)]
    first = raw.line + 1
    if raw.kind == "markdown":
        return Cell("text", raw.source, first, lang=raw.metadata["lang"]), []
    question, uses = raw.metadata.get("question"), raw.metadata.get("uses")
    found = []
    if uses is not None and (uses not in USES or question is None):
        found.append(Fault(path, raw.line, MISUSED))
    carries = raw.metadata.get("carried")
    if carries is not None and (carries != "counted" or question is None or uses is not None):
        found.append(Fault(path, raw.line, NOT_CARRIED))
    found += regions.faults(raw.source, path, first) + bilingual.faults(raw.source, path, first)
    if question is None and (inside := regions.hidden_lines(raw.source)):
        found.append(Fault(path, first + min(inside) - 1, OUTSIDE))
    return Cell(raw.metadata.get("kind") or "answer", raw.source, first, None, question, uses, carries is not None), found


def _header(raw: Raw) -> Sentence | None:
    """Why nothing can be made of a cell, if so: its kind, a key, or what it is for."""
    if raw.kind not in ("markdown", "code"):
        return Sentence(
            f"a cell is [markdown] or code, not {raw.kind!r}", f"una celda es [markdown] o código, no {raw.kind!r}"
        )
    keys = KEYS["text" if raw.kind == "markdown" else "code"]
    if unknown := sorted(set(raw.metadata) - keys):
        known = ", ".join(sorted(keys))
        return Sentence(
            f"unknown key {unknown[0]!r}; this cell may have: {known}",
            f"clave desconocida {unknown[0]!r}; esta celda puede tener: {known}",
        )
    if raw.kind == "markdown":
        return None if raw.metadata.get("lang") in LANGUAGES else NO_LANGUAGE
    role = raw.metadata.get("kind")
    fits = role in KINDS if raw.metadata.get("question") is None else role is None
    return None if fits else NO_PURPOSE


def pairs(cells: list[Cell], path: str) -> list[Fault]:
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
