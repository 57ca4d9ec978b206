"""How each misconception ends the public cases: run here, shipped as fingerprints and sentences without any code."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
from functools import lru_cache
from typing import Any

from .. import diagnose, hosted
from ..assignment import Assignment, Question
from ..child import program
from ..diagnose import Catalogue, Mistake
from ..outcome import CaseResult, QuestionResult
from ..variants import Variant

CHANCE = re.compile(r"random|rng|time|hash|id\(")  # an answer that draws may end differently each time
SECONDS = 120.0


@lru_cache(maxsize=16)
def catalogue(assignment: Assignment) -> Catalogue:
    """The misconceptions that can be recognised, by question: those that always end the same way, with numbers to tell.

    Questions that train or build networks are left out: what comes back differs from run to run.
    """
    return {q.name: tuple(_mistakes(q, assignment)) for q in assignment.questions if q.from_scratch}


def _mistakes(question: Question, assignment: Assignment) -> list[Mistake]:
    found = []
    for variant in question.wrong:
        result = _tried(question, variant, assignment)
        again = _tried(question, variant, assignment) if CHANCE.search(variant.source) else result
        mistake = Mistake(variant.says, {c.case: diagnose.end(c) for c in result.cases}) if variant.says else None
        if mistake and diagnose.diagnose(again, [mistake]):
            found.append(mistake)
    return found


def _tried(question: Question, variant: Variant, assignment: Assignment) -> QuestionResult:
    """The public cases on the reference notebook with one wrong answer in it."""
    names: dict[str, Any] = program.fresh_names()
    cases = {c.name: c for c in question.cases if not c.hidden}
    silent = contextlib.redirect_stdout(io.StringIO())
    with silent, contextlib.redirect_stderr(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number, source in enumerate(assignment.program({question.name: variant.source}), 1):
            program.run(source, f"<cell {number}>", names, SECONDS)
        results: list[CaseResult] = [hosted.run(c, names, True, cases) for c in cases.values()]
    return QuestionResult(question.name, tuple(results))
