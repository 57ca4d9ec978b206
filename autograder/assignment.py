"""A folder that staff wrote -> Assignment; or every fault in it, each with file and line."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from . import cells, testcase, variants
from .cells import Cell
from .errors import AssignmentError, Fault, UsageError, fault
from .language import LANGUAGES, Sentence
from .testcase import TestCase
from .variants import Variant

FILES = ("notebook.py", "tests_public.py", "tests_hidden.py")
FOLDERS = ("accepted", "wrong", "data", "calibration")


@dataclass(frozen=True)
class Question:
    """What one answer cell asks for; its name is the key everywhere."""

    name: str
    cell: Cell
    cases: tuple[TestCase, ...]
    accepted: tuple[Variant, ...]
    wrong: tuple[Variant, ...]

    @property
    def from_scratch(self) -> bool:
        """Whether it is graded where TensorFlow and SciPy do not exist."""
        return self.cell.uses is None

    @property
    def points(self) -> float:
        """Points of all its cases."""
        return sum(c.points for c in self.cases)


@dataclass(frozen=True)
class Assignment:
    """One assignment, as staff wrote it."""

    name: str  # "02_activations"
    folder: Path
    cells: tuple[Cell, ...]
    questions: tuple[Question, ...]

    @property
    def stem(self) -> str:
        """The name students see on files: "activations"."""
        return re.sub(r"^\d+_", "", self.name)

    @property
    def cases(self) -> tuple[TestCase, ...]:
        """All cases, in the order of the questions."""
        return tuple(c for q in self.questions for c in q.cases)

    @cached_property
    def title(self) -> Sentence:
        """The first heading, in both languages."""

        def heading(lang: str) -> str:
            return next((c.source.split("\n")[0].lstrip("# ") for c in self.cells if c.lang == lang), self.stem)

        return Sentence(heading("en"), heading("es"))

    @cached_property
    def data(self) -> tuple[Path, ...]:
        """Files under data/, sorted: what students also receive."""
        return tuple(
            p for p in sorted((self.folder / "data").rglob("*")) if p.is_file() and "__pycache__" not in p.parts
        )

    @cached_property
    def inert(self) -> frozenset[str]:
        """Cells of the compiled notebook that only show things: unchanged, they are not run while grading."""
        demos = {cells.student(c, lang).strip() for c in self.cells if c.kind == "demo" for lang in LANGUAGES}
        checks = {cells.check_cell(q.name) for q in self.questions}
        return frozenset(demos | checks | {cells.start_cell(lang) for lang in LANGUAGES})

    def program(self, replace: dict[str, str] | None = None, stub: bool = False) -> list[str]:
        """The code of a whole submission, cell by cell: the reference, with some answers replaced, or all stubs."""
        replaced = replace or {}
        sources = []
        for cell in self.cells:
            if cell.kind in ("setup", "answer"):
                own = cells.student(cell, "en") if stub else cells.solution(cell)
                sources.append(replaced.get(cell.question or "", own))
        return sources


def find(name: str, root: Path = Path("solutions")) -> Path:
    """The folder that `name` means: a path, or the name of a folder under `root`."""
    for folder in (Path(name), root / name):
        if (folder / "notebook.py").is_file():
            return folder
    there = ", ".join(sorted(p.parent.name for p in root.glob("*/notebook.py"))) or "–"
    raise UsageError(
        Sentence(
            f"no assignment {name!r}: neither {Path(name)} nor {root / name} holds a notebook.py. There are: {there}",
            f"no existe la tarea {name!r}: ni {Path(name)} ni {root / name} tienen un notebook.py. Hay: {there}",
        )
    )


def load(folder: Path) -> Assignment:
    """Read a folder, or raise AssignmentError with every fault in it."""
    shown = f"{folder.parent.name}/{folder.name}" if folder.parent.name else folder.name
    faults = list(_layout(folder, shown))
    if any(not (folder / name).is_file() for name in FILES):
        raise AssignmentError(faults)
    parsed, found = cells.parse((folder / "notebook.py").read_text("utf-8"), f"{shown}/notebook.py")
    faults += found
    answers = [c for c in parsed if c.question]
    names = [c.question for c in answers if c.question]
    faults += _answers(answers, f"{shown}/notebook.py")
    public, found_public = testcase.read(folder / FILES[1], hidden=False, shown=f"{shown}/{FILES[1]}")
    hidden, found_hidden = testcase.read(folder / FILES[2], hidden=True, shown=f"{shown}/{FILES[2]}")
    cases = public + hidden
    faults += found_public + found_hidden + list(_cases(cases, names))
    if not found_public + found_hidden:
        faults += _uncovered(answers, cases, shown)
    others: dict[str, dict[str, tuple[Variant, ...]]] = {}
    for kind in ("accepted", "wrong"):
        others[kind], found = _variants(folder, kind, names, shown)
        faults += found
    if faults:
        raise AssignmentError(faults)
    questions = tuple(
        Question(
            name,
            cell,
            tuple(c for c in cases if c.question == name),
            others["accepted"].get(name, ()),
            others["wrong"].get(name, ()),
        )
        for name, cell in zip(names, answers, strict=True)
    )
    return Assignment(folder.resolve().name, folder, tuple(parsed), questions)


def _layout(folder: Path, shown: str) -> Iterator[Fault]:
    for name in FILES:
        if not (folder / name).is_file():
            yield fault(f"{shown}/{name}", 0, "no such file", "no existe este archivo")
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name not in (*FILES, *FOLDERS, "__pycache__") and not path.name.startswith("."):
            known = ", ".join((*FILES, *(f + "/" for f in FOLDERS)))
            yield fault(
                f"{shown}/{path.name}",
                0,
                f"not a part of an assignment; its parts are: {known}",
                f"no es parte de una tarea; sus partes son: {known}",
            )


def _answers(answers: Iterable[Cell], path: str) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for cell in answers:
        name = cell.question or ""
        if name in seen:
            yield fault(
                path,
                cell.line - 1,
                f"question {name!r} already has an answer cell at line {seen[name]}",
                f"la pregunta {name!r} ya tiene una celda de respuesta en la línea {seen[name]}",
            )
        seen.setdefault(name, cell.line - 1)
        try:
            defined = {getattr(n, "name", None) for n in ast.parse(cell.source).body}
        except SyntaxError as error:
            yield fault(
                path, cell.line + (error.lineno or 1) - 1, f"not Python: {error.msg}", f"no es Python: {error.msg}"
            )
            continue
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


def _cases(found: list[TestCase], names: list[str]) -> Iterator[Fault]:
    there = ", ".join(names)
    seen: dict[str, TestCase] = {}
    for c in found:
        if c.question not in names:
            yield fault(
                c.path,
                c.line,
                f"case {c.name!r} is for unknown question {c.question!r}; this folder has: {there}",
                f"el caso {c.name!r} es de una pregunta desconocida, {c.question!r}; esta carpeta tiene: {there}",
            )
        if c.name in seen:
            first = f"{seen[c.name].path}:{seen[c.name].line}"
            yield fault(
                c.path,
                c.line,
                f"there is a case {c.name!r} already, at {first}: give one of them another name",
                f"ya existe un caso {c.name!r}, en {first}: dale otro nombre a uno de los dos",
            )
        for need in c.needs:
            if need not in names:
                yield fault(
                    c.path,
                    c.line,
                    f"case {c.name!r} asks for {need!r}, which is no question; this folder has: {there}",
                    f"el caso {c.name!r} pide {need!r}, que no es una pregunta; esta carpeta tiene: {there}",
                )
        if c.question in names and c.question not in c.needs:
            yield fault(
                c.path,
                c.line,
                f"case {c.name!r} does not take {c.question!r} as an argument, so it cannot test it",
                f"el caso {c.name!r} no recibe {c.question!r} como argumento, así que no puede probarlo",
            )
        if c.after and (c.after not in seen or seen[c.after].question != c.question or seen[c.after].path != c.path):
            yield fault(
                c.path,
                c.line,
                f"case {c.name!r} comes after {c.after!r}, which is no earlier case of {c.question!r} in this file",
                f"el caso {c.name!r} va después de {c.after!r}, que no es un caso anterior de {c.question!r} en este archivo",
            )
        seen.setdefault(c.name, c)


def _uncovered(answers: list[Cell], cases: list[TestCase], shown: str) -> Iterator[Fault]:
    for cell in answers:
        for hidden, name in ((False, "tests_public.py"), (True, "tests_hidden.py")):
            if not any(c.question == cell.question and c.hidden is hidden for c in cases):
                yield fault(
                    f"{shown}/notebook.py",
                    cell.line - 1,
                    f"question {cell.question!r} has no case in {name}",
                    f"la pregunta {cell.question!r} no tiene casos en {name}",
                )


def _variants(
    folder: Path, kind: str, names: list[str], shown: str
) -> tuple[dict[str, tuple[Variant, ...]], list[Fault]]:
    found: dict[str, tuple[Variant, ...]] = {}
    faults: list[Fault] = []
    for path in sorted((folder / kind).glob("*.py")):
        where = f"{shown}/{kind}/{path.name}"
        if path.stem not in names:
            there = ", ".join(names)
            faults.append(
                fault(
                    where,
                    0,
                    f"no question {path.stem!r}; this folder has: {there}",
                    f"no existe la pregunta {path.stem!r}; esta carpeta tiene: {there}",
                )
            )
            continue
        parsed, wrong = variants.parse(path.read_text("utf-8"), where, path.stem, wrong=kind == "wrong")
        found[path.stem] = tuple(parsed)
        faults += wrong
    return found, faults
