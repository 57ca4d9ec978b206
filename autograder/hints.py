"""A ladder of hints for each question: `hints.py` as staff wrote it, `hints.json` as students receive it.

A ladder has three rungs, in this order: the idea, the place to look, a small worked example. Never the answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from .cells import Cell, percent
from .errors import Fault, UsageError, fault
from .language import LANGUAGES, Sentence

SOURCE = "hints.py"
FILE = "hints.json"
NOTEBOOK, SHELL = 'hint("{}")', "autograder hint {}"  # how a hint is asked for
RUNGS = (
    Sentence("the idea", "la idea"),
    Sentence("where to look", "dónde mirar"),
    Sentence("a small example", "un ejemplo pequeño"),
)
KEYS = {"lang", "question"}


TOLD = {"told": "instructor"}  # the header of the empty code cell that may stand before the hints


@dataclass(frozen=True)
class Ladder:
    """The hints of one question, from the first to the last that should be opened."""

    question: str
    rungs: tuple[Sentence, ...]


@dataclass(frozen=True)
class Hints:
    """All that staff wrote: a ladder for every question or none at all, and whether the instructor may read who climbs."""

    ladders: tuple[Ladder, ...] = ()
    told: bool = False


NONE = Hints()


def parse(text: str, path: str, answers: Sequence[Cell]) -> tuple[Hints, list[Fault]]:
    """The hints of a percent file, in the order of `answers`, the notebook's answer cells; and all its faults."""
    raw, found = percent.split(text, path)
    names = [c.question or "" for c in answers]
    told = bool(raw) and raw[0].kind == "code" and raw[0].metadata == TOLD and not raw[0].source.strip()
    cells = []
    for one in raw[1:] if told else raw:
        found += _faults(one, path, names)
        if one.kind == "markdown" and one.metadata.get("lang") in LANGUAGES:
            cells.append(Cell("text", one.source, one.line + 1, one.metadata["lang"], one.metadata.get("question")))
    found += [*percent.pairs(cells, path), *_strangers(cells, path)]
    if not found:  # else a rung may be missing for the reason that was just given
        found += _counted(cells, path, answers)
    return Hints(tuple(Ladder(name, tuple(_rungs(cells, name))) for name in names), told), found


def _faults(one: percent.Raw, path: str, names: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with one cell by itself."""
    if one.kind != "markdown":
        yield fault(
            path,
            one.line,
            'a hint is a [markdown] cell; only an empty cell told="instructor" may stand before them',
            'una pista es una celda [markdown]; solo puede haber antes una celda vacía told="instructor"',
        )
        return
    for key in sorted(set(one.metadata) - KEYS):
        yield fault(
            path,
            one.line,
            f"unknown key {key!r}; a hint has: {', '.join(sorted(KEYS))}",
            f"clave desconocida {key!r}; una pista tiene: {', '.join(sorted(KEYS))}",
        )
    if one.metadata.get("lang") not in LANGUAGES:
        yield fault(path, one.line, 'a hint needs lang="en" or lang="es"', 'una pista necesita lang="en" o lang="es"')
    name, there = one.metadata.get("question"), ", ".join(names)
    if name is None:
        yield fault(
            path, one.line, 'a hint names its question: question="…"', 'una pista nombra su pregunta: question="…"'
        )
    elif name not in names:
        yield fault(
            path,
            one.line,
            f"a hint for unknown question {name!r}; this folder has: {there}",
            f"una pista para una pregunta desconocida, {name!r}; esta carpeta tiene: {there}",
        )
    yield from _unreadable(one, path)


def _unreadable(one: percent.Raw, path: str) -> Iterator[Fault]:
    if not one.source.strip():
        yield fault(path, one.line, "this hint is empty", "esta pista está vacía")
    for number, line in enumerate(one.source.split("\n"), one.line + 1):
        if "$" in line:
            yield fault(
                path,
                number,
                "no LaTeX in hints, which are read in a terminal too: write `x²`, `∂L/∂x`, `a / b`",
                "nada de LaTeX en las pistas, que también se leen en una terminal: escribe `x²`, `∂L/∂x`, `a / b`",
            )


def _strangers(cells: Sequence[Cell], path: str) -> Iterator[Fault]:
    """Spanish cells for another question than the English cell before them."""
    for english, spanish in pairwise(cells):
        if (english.lang, spanish.lang) == ("en", "es") and english.question != spanish.question:
            yield fault(
                path,
                spanish.line - 1,
                f"this hint is for {spanish.question!r}, the English one before it for {english.question!r}",
                f"esta pista es de {spanish.question!r}, y la que le precede en inglés, de {english.question!r}",
            )


def _counted(cells: Sequence[Cell], path: str, answers: Sequence[Cell]) -> Iterator[Fault]:
    """Questions whose ladder has not exactly one hint for each rung."""
    order = Sentence(*("; ".join(rung[lang] for rung in RUNGS) for lang in ("en", "es")))
    for answer in answers:
        there = [c for c in cells if c.lang == "en" and c.question == answer.question]
        if len(there) != len(RUNGS):
            where = (
                (path, there[-1].line - 1) if there else (path.removesuffix(SOURCE) + "notebook.py", answer.line - 1)
            )
            yield fault(
                *where,
                f"question {answer.question!r} has {len(there)} hints in {SOURCE}; a ladder has {len(RUNGS)}: {order.en}",
                f"la pregunta {answer.question!r} tiene {len(there)} pistas en {SOURCE}; una escalera tiene {len(RUNGS)}: "
                f"{order.es}",
            )


def _rungs(cells: Sequence[Cell], name: str) -> Iterator[Sentence]:
    sources = [[c.source.strip() for c in cells if c.question == name and c.lang == lang] for lang in ("en", "es")]
    return (Sentence(en, es) for en, es in zip(*sources, strict=False))


def to_json(ladders: Iterable[Ladder]) -> bytes:
    """The ladders as students receive them; nothing when there are none."""
    plain = {one.question: [{"en": rung.en, "es": rung.es} for rung in one.rungs] for one in ladders}
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode() if plain else b""


def read(folder: Path) -> dict[str, Ladder]:
    """The ladders in a student's folder, by question; none when there is no such file, UsageError when it is damaged."""
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        plain: Any = json.loads(path.read_text("utf-8"))
        return {
            name: Ladder(name, tuple(Sentence(str(r["en"]), str(r["es"])) for r in rungs))
            for name, rungs in plain.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        raise UsageError(
            Sentence(
                f"{FILE} is damaged: take it again from the folder you received.",
                f"{FILE} está dañado: vuelve a copiarlo de la carpeta que recibiste.",
            )
        ) from None
