"""What an assignment's folder must be like: every rule gives the faults it finds, each with file and line."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .cells import Cell
from .errors import Fault, fault
from .language import Sentence
from .testcase import TestCase

FILES = ("notebook.py", "tests_public.py", "tests_hidden.py")
OPTIONAL = ("hints.py", "equivalent.json")
FOLDERS = ("accepted", "wrong", "data", "calibration")


def layout(folder: Path, shown: str) -> Iterator[Fault]:
    """Files that are missing, and those that are no part of an assignment."""
    for name in FILES:
        if not (folder / name).is_file():
            yield fault(f"{shown}/{name}", 0, "no such file", "no existe este archivo")
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name not in (*FILES, *OPTIONAL, *FOLDERS, "__pycache__") and not path.name.startswith("."):
            known = ", ".join((*FILES, *OPTIONAL, *(f + "/" for f in FOLDERS)))
            yield fault(
                f"{shown}/{path.name}",
                0,
                f"not a part of an assignment; its parts are: {known}",
                f"no es parte de una tarea; sus partes son: {known}",
            )


def answers(found: Iterable[Cell], path: str) -> Iterator[Fault]:
    """Answer cells that are doubled, not Python, without their object, or without a solution region."""
    seen: dict[str, int] = {}
    for cell in found:
        name = cell.question or ""
        if name in seen:
            yield fault(
                path,
                cell.line - 1,
                f"question {name!r} already has an answer cell at line {seen[name]}",
                f"la pregunta {name!r} ya tiene una celda de respuesta en la línea {seen[name]}",
            )
        seen.setdefault(name, cell.line - 1)
        yield from _answer(cell, name, path)


def _answer(cell: Cell, name: str, path: str) -> Iterator[Fault]:
    try:
        defined = {getattr(n, "name", None) for n in ast.parse(cell.source).body}
    except SyntaxError as error:
        yield fault(path, cell.line + (error.lineno or 1) - 1, f"not Python: {error.msg}", f"no es Python: {error.msg}")
        return
    if name not in defined:
        yield fault(
            path,
            cell.line,
            f"the answer cell of {name!r} must define a function or class of that name",
            f"la celda de respuesta de {name!r} debe definir una función o clase con ese nombre",
        )
    if "# BEGIN SOLUTION" not in cell.source:
        yield fault(
            path,
            cell.line,
            f"the answer cell of {name!r} has no '# BEGIN SOLUTION': students would see the answer",
            f"la celda de respuesta de {name!r} no tiene '# BEGIN SOLUTION': se vería la respuesta",
        )


def cases(found: list[TestCase], names: list[str]) -> Iterator[Fault]:
    """Cases that are doubled or ask for what is not there."""
    seen: dict[str, TestCase] = {}
    for case in found:
        for wrong in (*_subject(case, names), *_place(case, seen)):
            yield Fault(case.path, case.line, wrong)
        seen.setdefault(case.name, case)


def _subject(case: TestCase, names: list[str]) -> Iterator[Sentence]:
    """What is wrong with the questions that a case is about."""
    there = ", ".join(names)
    if case.question not in names:
        yield Sentence(
            f"case {case.name!r} is for unknown question {case.question!r}; this folder has: {there}",
            f"el caso {case.name!r} es de una pregunta desconocida, {case.question!r}; esta carpeta tiene: {there}",
        )
    elif case.question not in case.needs:
        yield Sentence(
            f"case {case.name!r} does not take {case.question!r} as an argument, so it cannot test it",
            f"el caso {case.name!r} no recibe {case.question!r} como argumento, así que no puede probarlo",
        )
    for need in case.needs:
        if need not in names:
            yield Sentence(
                f"case {case.name!r} asks for {need!r}, which is no question; this folder has: {there}",
                f"el caso {case.name!r} pide {need!r}, que no es una pregunta; esta carpeta tiene: {there}",
            )


def _place(case: TestCase, seen: Mapping[str, TestCase]) -> Iterator[Sentence]:
    """What is wrong with where a case stands among those before it."""
    if namesake := seen.get(case.name):
        first = f"{namesake.path}:{namesake.line}"
        yield Sentence(
            f"there is a case {case.name!r} already, at {first}: give one of them another name",
            f"ya existe un caso {case.name!r}, en {first}: dale otro nombre a uno de los dos",
        )
    before = seen.get(case.after or "")
    if case.after and (before is None or (before.question, before.path) != (case.question, case.path)):
        yield Sentence(
            f"case {case.name!r} comes after {case.after!r}, which is no earlier case of {case.question!r} in this file",
            f"el caso {case.name!r} va después de {case.after!r}, que no es un caso anterior de {case.question!r} en este archivo",
        )


def uncovered(answers: list[Cell], found: list[TestCase], shown: str) -> Iterator[Fault]:
    """Questions without a public or without a hidden case."""
    for cell in answers:
        for hidden, name in ((False, "tests_public.py"), (True, "tests_hidden.py")):
            if not any(c.question == cell.question and c.hidden is hidden for c in found):
                yield fault(
                    f"{shown}/notebook.py",
                    cell.line - 1,
                    f"question {cell.question!r} has no case in {name}",
                    f"la pregunta {cell.question!r} no tiene casos en {name}",
                )
