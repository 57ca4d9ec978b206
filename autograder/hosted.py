"""Test cases in the very process that holds the student's code: for otter-grader, nbgrader and the self-check."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from . import submission, testcase, trial
from .child import clock
from .outcome import CaseResult, Outcome
from .remote import Local, Session
from .testcase import TestCase


def prove(
    question: str,
    case: str,
    names: dict[str, Any],
    *,
    lang: str,
    source: str,
    scratch: bool = True,
    hidden: bool = False,
) -> None:
    """Run one case of the file `source` on `names`; AssertionError, in `lang`, when it does not pass.

    A case that comes after another one is only tried when that one passes. Of a hidden case only its claim is told.
    """
    cases = _cases(source, f"<tests of {question}>", hidden)
    found = run(cases[case], names, scratch, cases)
    if not found.outcome.earns:
        said = [found.claim[lang]] if hidden or found.says is None else [found.claim[lang], found.says[lang]]
        raise NotProven("\n".join(said))


@lru_cache(maxsize=64)
def _cases(source: str, path: str, hidden: bool) -> dict[str, TestCase]:
    """The cases of a file, which is read once however many of its cases are tried one by one."""
    return {c.name: c for c in testcase.parse(source, path, hidden=hidden)[0]}


class NotProven(AssertionError):
    """A case did not pass; notebooks show its sentence alone, without the lines of the test around it."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def _beside(question: str) -> tuple[str, bytes] | None:
    """The file of trained weights that lies in the working directory, as beside a notebook."""
    files = [p for p in sorted(Path().iterdir()) if p.name.endswith(submission.WEIGHTS) and p.is_file()]
    found = submission.weights_of([(p.name, b"") for p in files], question)
    return found and (found[0], Path(found[0]).read_bytes())


def run(case: TestCase, names: dict[str, Any], scratch: bool, cases: dict[str, TestCase]) -> CaseResult:
    """The outcome of a case on functions in this process; `cases` has those it may come after."""
    failed: frozenset[str] = frozenset()
    if case.after in cases and run(cases[case.after], names, scratch, cases).outcome is not Outcome.PASSED:
        failed = frozenset({case.after})
    session = Session(Local(names, guard=scratch))
    session.submitted = _beside
    try:
        with clock.limit(case.seconds):
            return trial.run(case, session, failed)
    except clock.Expired:
        return trial.result(case, *trial.late(case))
    finally:
        session.restore()
