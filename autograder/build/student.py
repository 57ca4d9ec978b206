"""The notebook a student receives: one language, a stub for every answer, a check after each."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from .. import cells, diagnose, hints
from ..assignment import Assignment
from ..cells import Cell
from .catalogue import document

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}

Face = Callable[[Cell, str], str]  # a cell, in a language -> its source


def notebook(assignment: Assignment, lang: str, face: Face = cells.student) -> dict[str, Any]:
    """The notebook in `lang`, as the JSON of nbformat 4.5: the same assignment gives the same cells and ids.

    `face` says how a cell looks: as students get it, unless the caller is a grader that wants the solutions.
    """
    return {
        "cells": list(_cells(assignment, lang, face)),
        "metadata": {"kernelspec": KERNEL, "language": lang, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def to_bytes(notebook: dict[str, Any]) -> bytes:
    """A notebook's file, byte for byte as Jupyter would save it."""
    return (json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def beside(assignment: Assignment) -> dict[str, bytes]:
    """What stands beside the notebook: public tests, what `check` must know of each question, hints, and data."""
    questions = {q.name: {"scratch": q.from_scratch} for q in assignment.questions}
    about = {"name": assignment.name, "questions": questions} | ({"tell_hints": True} if assignment.hints.told else {})
    files = {"assignment.json": (json.dumps(about, indent=2) + "\n").encode()}
    if mistakes := document(assignment):
        files[diagnose.FILE] = mistakes
    if ladders := hints.to_json(assignment.hints.ladders):
        files[hints.FILE] = ladders
    for path in (assignment.folder / "tests_public.py", *assignment.data):
        files[path.relative_to(assignment.folder).as_posix()] = path.read_bytes()
    return files


def code(source: str, name: str, metadata: dict[str, Any]) -> dict[str, Any]:
    """A code cell that was never run."""
    return {"cell_type": "code", "execution_count": None, "id": name, "metadata": metadata, "outputs": [],
            "source": source.splitlines(keepends=True)}  # fmt: skip


def tag(grade_id: str, **options: Any) -> dict[str, Any]:
    """nbgrader's metadata of a code cell, in its third schema; only what `options` says is true of it."""
    flags = {"grade": False, "locked": False, "solution": False, "task": False}
    return {"cell_type": "code", "grade_id": grade_id, "schema_version": 3} | flags | options


def _cells(assignment: Assignment, lang: str, face: Face) -> Iterator[dict[str, Any]]:
    numbers: Counter[str] = Counter()
    start = _start(assignment.cells)
    for cell in assignment.cells:
        if cell.lang not in (None, lang):
            continue
        if cell is start and cell.kind != "setup":
            yield _kit(lang)
        numbers[cell.kind] += 1
        yield _cell(cell, face(cell, lang), f"{cell.kind}-{numbers[cell.kind]}")
        if cell is start and cell.kind == "setup":
            yield _kit(lang)
        if cell.question:
            yield code(cells.check_cell(cell.question), f"{cell.question}-check", {"autograder": {"kind": "check"}})


def _cell(cell: Cell, source: str, name: str) -> dict[str, Any]:
    if cell.kind == "text":
        return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source.splitlines(keepends=True)}
    if cell.question is None:
        return code(source, name, {"autograder": {"kind": cell.kind}})
    ours = {"kind": "answer", "question": cell.question}
    return code(source, f"{cell.question}-answer", {"autograder": ours, "nbgrader": tag(cell.question, solution=True)})


def _kit(lang: str) -> dict[str, Any]:
    """The cell that defines `check` and `hint`."""
    return code(cells.start_cell(lang), "check", {"autograder": {"kind": "check"}})


def _start(parts: tuple[Cell, ...]) -> Cell | None:
    """The cell beside which `check` is defined: the first setup cell, or else the first code cell."""
    found = [c for c in parts if c.kind != "text"]
    return next((c for c in found if c.kind == "setup"), found[0] if found else None)
