"""A folder that staff wrote -> Assignment; or every fault in it, each with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from . import cells, diagnose, hints, rules, testcase, variants
from .cells import Cell
from .diagnose import Catalogue
from .errors import AssignmentError, Fault, UsageError, fault
from .hints import NONE, Hints
from .language import LANGUAGES, Sentence
from .testcase import TestCase
from .variants import Variant


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
    def carries(self) -> bool:
        """Whether it earns what it would earn if the earlier answers that it is built on were right."""
        return self.cell.carries

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
    hints: Hints = NONE

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

    def section(self, question: str) -> Sentence:
        """The headings of the notebook under which a question is taught, below the title."""
        before = self.cells[: next((n for n, c in enumerate(self.cells) if c.question == question), 0)]
        return Sentence(*(_headings([c.source for c in before if c.lang == lang]) for lang in ("en", "es")))

    @cached_property
    def data(self) -> tuple[Path, ...]:
        """Files under data/, sorted: what students also receive."""
        return tuple(
            p for p in sorted((self.folder / "data").rglob("*")) if p.is_file() and "__pycache__" not in p.parts
        )

    def in_brief(self, cases: int) -> Assignment:
        """The same, whose Keras questions have so many public cases, each tried when the one before it has passed."""
        return replace(self, questions=tuple(q if q.from_scratch else _chained(q, cases) for q in self.questions))

    @cached_property
    def inert(self) -> frozenset[str]:
        """Cells of the compiled notebook that only show things: unchanged, they are not run while grading."""
        demos = {cells.student(c, lang).strip() for c in self.cells if c.kind == "demo" for lang in LANGUAGES}
        checks = {cells.check_cell(q.name) for q in self.questions}
        return frozenset(demos | checks | {cells.start_cell(lang) for lang in LANGUAGES})

    @cached_property
    def mistakes(self) -> Catalogue:
        """The fingerprints of its misconceptions, from what it was compiled to; empty before the first build."""
        return diagnose.read(self.mistakes_file)

    @property
    def mistakes_file(self) -> Path:
        """Where the last build left them."""
        return self.folder.resolve().parent.parent / "assignments" / self.name / diagnose.FILE

    def program(self, replace: dict[str, str] | None = None, stub: bool = False) -> list[str]:
        """The code of a whole submission, cell by cell: the reference, with some answers replaced, or all stubs."""
        replaced = replace or {}
        sources = []
        for cell in self.cells:
            if cell.kind in ("setup", "answer"):
                own = cells.student(cell, "en") if stub else cells.solution(cell)
                sources.append(replaced.get(cell.question or "", own))
        return sources


def _chained(question: Question, cases: int) -> Question:
    public = [c for c in question.cases if not c.hidden][:cases]
    before = [None, *(c.name for c in public[:-1])]
    return replace(question, cases=tuple(replace(c, after=b) for c, b in zip(public, before, strict=True)))


def _headings(texts: Iterable[str]) -> str:
    """The last heading of the second level in these texts, with the last of the third below it."""
    found = ["", ""]
    for mark, heading in re.findall(r"^(##{1,2}) +(.+)$", "\n".join(texts), re.MULTILINE):
        found = [heading, ""] if mark == "##" else [found[0], heading]
    return " · ".join(filter(None, found)).replace("`", "")


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
    faults = list(rules.layout(folder, shown))
    if any(not (folder / name).is_file() for name in rules.FILES):
        raise AssignmentError(faults)
    parsed, found = cells.parse((folder / "notebook.py").read_text("utf-8"), f"{shown}/notebook.py")
    faults += found
    answers = [c for c in parsed if c.question]
    names = [c.question for c in answers if c.question]
    faults += rules.answers(answers, f"{shown}/notebook.py")
    public, found_public = testcase.read(folder / "tests_public.py", hidden=False, shown=f"{shown}/tests_public.py")
    hidden, found_hidden = testcase.read(folder / "tests_hidden.py", hidden=True, shown=f"{shown}/tests_hidden.py")
    cases = public + hidden
    faults += found_public + found_hidden + list(rules.cases(cases, names))
    if not found_public + found_hidden:
        faults += rules.uncovered(answers, cases, shown)
    others: dict[str, dict[str, tuple[Variant, ...]]] = {}
    for kind in ("accepted", "wrong"):
        others[kind], found = _variants(folder, kind, names, shown)
        faults += found
    written, found = _hints(folder, answers, shown)
    faults += found
    if faults:
        raise AssignmentError(faults)
    questions = tuple(_question(cell, cases, others) for cell in answers)
    return Assignment(folder.resolve().name, folder, tuple(parsed), questions, written)


def _question(cell: Cell, cases: list[TestCase], others: dict[str, dict[str, tuple[Variant, ...]]]) -> Question:
    name = str(cell.question)
    own = tuple(c for c in cases if c.question == name)
    return Question(name, cell, own, others["accepted"].get(name, ()), others["wrong"].get(name, ()))


def _hints(folder: Path, answers: list[Cell], shown: str) -> tuple[Hints, list[Fault]]:
    path = folder / hints.SOURCE
    if not path.is_file():
        return NONE, []
    return hints.parse(path.read_text("utf-8"), f"{shown}/{hints.SOURCE}", answers)


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
