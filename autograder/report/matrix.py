"""The kill matrix of `autograder verify`: which answers each question's cases let through and which they stop."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from rich.console import Console
from rich.table import Table

from ..language import Sentence
from ..outcome import CaseResult, Grade, Outcome
from ..proof import Proof
from .words import say

TITLE = Sentence("{name}: how many cases stop each answer", "{name}: cuántas pruebas detienen cada respuesta")
COLUMNS = (
    Sentence("answer", "respuesta"),
    Sentence("public", "públicas"),
    Sentence("hidden", "ocultas"),
    Sentence("elsewhere", "en otras"),
)
MUTANTS = Sentence(
    "Mutants: {n}; noticed {killed}, explained {explained}, neither {left}",
    "Mutantes: {n}; notados {killed}, explicados {explained}, ninguno de los dos {left}",
)


class Variant(Protocol):
    """What names a tried answer."""

    @property
    def question(self) -> str: ...


class Trial(Protocol):
    """What `verify` tried."""

    @property
    def name(self) -> str: ...
    @property
    def variant(self) -> Variant | None: ...
    @property
    def grade(self) -> Grade: ...
    def failed(self) -> list[CaseResult]: ...


def print_matrix(name: str, trials: Iterable[Trial], lang: str, console: Console) -> None:
    """One row per answer: how many public and hidden cases of its question it fails, and how many of others."""
    table = Table(title=say(TITLE, lang, name=name), title_justify="left", box=None, header_style="bold")
    for number, column in enumerate(COLUMNS):
        table.add_column(column[lang], justify="right" if number else "left")
    for trial in trials:
        table.add_row(trial.name, *map(str, _counts(trial)))
    console.print(table)


def _counts(trial: Trial) -> tuple[str, str, str]:
    question = trial.variant.question if trial.variant else None
    failed = trial.failed()
    mine = [c for c in failed if question in (None, c.question)]
    cases = [c for q in trial.grade.questions if question in (None, q.question) for c in q.cases if _was_tried(c)]
    counts = [_share([c for c in cases if c.hidden is h], mine) for h in (False, True)]
    return counts[0], counts[1], str(len(failed) - len(mine))


def _was_tried(case: CaseResult) -> bool:
    return case.outcome is not Outcome.SKIPPED


def _share(cases: list[CaseResult], failed: list[CaseResult]) -> str:
    """How many of these cases failed; a dash when none was tried."""
    return f"{sum(c in failed for c in cases)}/{len(cases)}" if cases else "–"


def mutants_line(proof: Proof, lang: str) -> str:
    """How many mutants were tried, noticed and explained, in one line."""
    t = proof.totals
    return say(MUTANTS, lang, n=t.mutants, killed=t.killed, explained=t.equivalent, left=t.unexplained)
