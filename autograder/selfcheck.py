"""What students run: `check("relu")` in the notebook, `autograder check` in a shell. Offline, from their folder alone."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from . import diagnose, hints, hosted, submission, testcase
from .child import placeholders, program
from .display import show, soften
from .errors import UsageError
from .language import Sentence
from .outcome import Grade, QuestionResult
from .testcase import TestCase

TESTS = "tests_public.py"
ABOUT = "assignment.json"


class Folder:
    """A student's folder of one assignment: its public cases, and what is known of each question."""

    def __init__(self, path: Path):
        if not (path / TESTS).is_file():
            raise UsageError(
                Sentence(
                    f"There is no {TESTS} in {path.resolve()}: keep the notebook in the folder you received.",
                    f"No hay un {TESTS} en {path.resolve()}: deja el cuaderno en la carpeta que recibiste.",
                )
            )
        self.path = path
        self.cases = testcase.load(path / TESTS)
        self.mistakes = diagnose.read(path / diagnose.FILE)
        about = path / ABOUT
        self.about: dict[str, Any] = json.loads(about.read_text("utf-8")) if about.is_file() else {}

    @property
    def questions(self) -> list[str]:
        """Names in the order of the notebook."""
        return list(dict.fromkeys(c.question for c in self.cases))

    def scratch(self, question: str) -> bool:
        """Whether the question is answered without TensorFlow."""
        return bool(self.about.get("questions", {}).get(question, {}).get("scratch", False))

    def cases_of(self, question: str) -> list[TestCase]:
        """Its cases; UsageError when there is no such question."""
        found = [c for c in self.cases if c.question == question]
        if not found:
            there = ", ".join(self.questions)
            raise UsageError(
                Sentence(
                    f"There is no question {question!r}. There are: {there}.",
                    f"No existe la pregunta {question!r}. Hay: {there}.",
                )
            )
        return found

    def check(self, question: str, names: dict[str, Any]) -> QuestionResult:
        """The public cases of one question on the functions in `names`."""
        cases = {c.name: c for c in self.cases_of(question)}
        found = tuple(hosted.run(c, names, self.scratch(question), cases) for c in cases.values())
        result = QuestionResult(question, found)
        return replace(result, diagnosis=diagnose.diagnose(result, self.mistakes.get(question, ())))

    def help(self, results: Sequence[QuestionResult], call: str) -> str:
        """`call` for a hint to the first question that went wrong; "" when none did, or there are no hints."""
        try:
            ladders = hints.read(self.path)
        except UsageError:
            return ""
        wrong = (r.question for r in results if r.score < r.max_score)
        return next((call.replace("{}", name) for name in wrong if name in ladders), "")


class Checker:
    """`check` in a student's notebook: call it with a question's name, or with nothing for all."""

    def __init__(self, lang: str, folder: Path | None = None):
        self.lang = lang
        self._folder = folder or Path()
        self._results: dict[str, QuestionResult] = {}

    def __call__(self, question: str | None = None) -> None:
        """Check one question, or all, on what the notebook defines now, and show the result."""
        from .report import notebook

        try:
            folder = Folder(self._folder)
            asked = [question] if question else folder.questions
            names = _notebook_names()
            found = [folder.check(q, names) for q in asked]
        except UsageError as error:
            print(error.says[self.lang])
            return
        self._results |= {r.question: r for r in found}
        earned = sum(r.score for r in self._results.values())
        so_far = (earned, sum(c.points for c in folder.cases))
        call = folder.help(found, hints.NOTEBOOK)
        show(notebook.as_html(found, self.lang, so_far, call), notebook.as_text(found, self.lang, so_far, call))

    def __repr__(self) -> str:
        return f'checker(lang="{self.lang}")'


def checker(lang: str = "en") -> Checker:
    """The `check` of a notebook in that language; from then on an answer not yet written is no traceback there."""
    soften(NotImplementedError, lambda error: _unwritten(str(error), lang))
    return Checker(lang)


def _unwritten(name: str, lang: str) -> str:
    """What to say when a cell needs an answer whose stub is still there; "" for any other NotImplementedError."""
    says = Sentence(
        f"`{name}` is not written yet, and this cell needs it.",
        f"`{name}` todavía no está escrita, y esta celda la necesita.",
    )
    return says[lang] if name.isidentifier() else ""


def _notebook_names() -> dict[str, Any]:
    """The names of the running notebook, or of the script that called `check`."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython and hasattr(ipython, "get_ipython") else None
    if shell is not None:
        names: dict[str, Any] = shell.user_ns
        return names
    return sys._getframe(2).f_globals


def check_file(notebook: Path, question: str | None, lang: str) -> Grade:
    """Run a notebook's code, without its demos, and its public cases."""
    folder = Folder(notebook.parent)
    asked = [question] if question else folder.questions
    for name in asked:
        folder.cases_of(name)
    read = submission.read(notebook.read_bytes(), notebook.stem, notebook.name)
    results: dict[str, QuestionResult] = {}
    notes = list(read.notes)
    for scratch in (True, False):
        chosen = [q for q in asked if folder.scratch(q) is scratch]
        if chosen:
            with _inside(notebook.parent):
                names, stumbles = _run(read, scratch)
                notes += [n for n in stumbles if n not in notes]
                results |= {q: folder.check(q, names) for q in chosen}
    return Grade(
        notebook.stem,
        str(folder.about.get("name", notebook.parent.resolve().name)),
        notebook.name,
        tuple(results[q] for q in asked),
        tuple(notes),
    )


def _run(read: submission.Submission, scratch: bool) -> tuple[dict[str, Any], list[Sentence]]:
    placeholders.install(scratch=scratch)
    names = program.fresh_names()
    notes = []
    for number, source in enumerate(read.cells, 1):
        if number - 1 not in read.shows:
            raised = program.run(source, f"<cell {number}>", names, seconds=60.0)
            notes += [program.stumble(number, *r) for r in raised]
    return names, notes


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """Work in `folder`, as a notebook does, and find modules beside it."""
    before = Path.cwd()
    os.chdir(folder)
    sys.path.insert(0, "")
    try:
        yield
    finally:
        os.chdir(before)
        sys.path.remove("")


def find_notebook(folder: Path) -> Path:
    """The notebook of a folder: the one saved last."""
    found = sorted(folder.glob("*.ipynb"), key=lambda p: (p.stat().st_mtime, p.name))
    if not found:
        raise UsageError(
            Sentence(
                f"There is no notebook in {folder.resolve()}: give its path, or go to its folder.",
                f"No hay cuadernos en {folder.resolve()}: da su ruta o ve a su carpeta.",
            )
        )
    return found[-1]
