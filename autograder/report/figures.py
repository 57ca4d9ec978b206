"""The numbers of a class: mean, median, spread, hard questions, failed tests, and submissions to look at."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..language import Sentence
from ..outcome import CaseResult, Grade, Outcome, QuestionResult
from . import words
from .clean import plain
from .view import fraction, written

BINS = 10
FAILURES = (Outcome.FAILED, Outcome.TIMED_OUT, Outcome.KILLED)
ALARMS = (Outcome.INTERNAL, Outcome.KILLED, Outcome.TIMED_OUT)


@dataclass(frozen=True)
class Headline:
    """A class in six numbers."""

    students: int
    mean: float
    median: float
    possible: float
    full: int
    internal: int


@dataclass(frozen=True)
class Difficulty:
    """How one question went: `mean` points of `possible`, over every submission."""

    question: str
    mean: float
    possible: float
    full: int
    unwritten: int

    @property
    def fraction(self) -> float:
        """Share of its points that the class earned."""
        return fraction(self.mean, self.possible)


@dataclass(frozen=True)
class Stumble:
    """One test and how many did not pass it, among the `tried` it reached."""

    question: str
    claim: Sentence
    hidden: bool
    failed: int
    tried: int


@dataclass(frozen=True)
class Alarm:
    """One submission to look at, and why."""

    grade: Grade
    reasons: tuple[Sentence, ...]


def in_order(grades: Iterable[Grade]) -> list[Grade]:
    """Grades by student, as a reader looks them up, then assignment and file."""
    return sorted(grades, key=lambda g: (plain(g.student), g.student, g.assignment, g.file))


def headline(grades: Sequence[Grade]) -> Headline:
    """The class in six numbers; zeros when it is empty."""
    scores = [g.score for g in grades] or [0.0]
    return Headline(
        students=len(grades),
        mean=statistics.fmean(scores),
        median=statistics.median(scores),
        possible=max((g.max_score for g in grades), default=0.0),
        full=sum(g.score >= g.max_score > 0 for g in grades),
        internal=sum(g.internal for g in grades),
    )


def histogram(grades: Iterable[Grade]) -> list[int]:
    """How many grades lie in each tenth of the scale; full marks belong to the last."""
    counts = [0] * BINS
    for grade in grades:
        counts[min(BINS - 1, int(BINS * fraction(grade.score, grade.max_score) + 1e-9))] += 1
    return counts


def difficulties(grades: Sequence[Grade]) -> list[Difficulty]:
    """One entry per question, in the order of teaching."""
    found: dict[str, list[QuestionResult]] = {}
    for result in (q for grade in grades for q in grade.questions):
        found.setdefault(result.question, []).append(result)
    return [_difficulty(name, results) for name, results in found.items()]


def _difficulty(name: str, results: Sequence[QuestionResult]) -> Difficulty:
    return Difficulty(
        question=name,
        mean=statistics.fmean(r.score for r in results),
        possible=max(r.max_score for r in results),
        full=sum(r.score >= r.max_score > 0 for r in results),
        unwritten=sum(not written(r) for r in results),
    )


def stumbles(grades: Iterable[Grade], most: int = 10) -> list[Stumble]:
    """The tests that most students do not pass, worst first; unwritten and skipped answers do not count."""
    found: dict[tuple[str, str], list[CaseResult]] = {}
    for case in (c for grade in grades for q in grade.questions for c in q.cases):
        found.setdefault((case.question, case.case), []).append(case)
    failed = (s for s in map(_stumble, found.values()) if s.failed)
    return sorted(failed, key=lambda s: -s.failed)[:most]  # stable: ties stay in the order of teaching


def _stumble(cases: Sequence[CaseResult]) -> Stumble:
    failed = sum(c.outcome in FAILURES for c in cases)
    tried = failed + sum(c.outcome is Outcome.PASSED for c in cases)
    return Stumble(cases[0].question, cases[0].claim, cases[0].hidden, failed, tried)


def alarms(grades: Iterable[Grade]) -> list[Alarm]:
    """Submissions with a test that could not be graded, died or ran out of time, or with notes about the file."""
    found = (Alarm(grade, tuple(_reasons(grade))) for grade in in_order(grades))
    return [alarm for alarm in found if alarm.reasons]


def _reasons(grade: Grade) -> Iterator[Sentence]:
    for outcome in ALARMS:
        for question in grade.questions:
            yield from _alarm(question, outcome)
    yield from grade.notes


def _alarm(question: QuestionResult, outcome: Outcome) -> Iterator[Sentence]:
    """`conv2d: ran out of time (2 tests)`, and for our own faults what happened."""
    cases = [c for c in question.cases if c.outcome is outcome]
    if cases:
        tests = Sentence(*(words.plural(words.TESTS, len(cases), lang) for lang in ("en", "es")))
        label = words.OUTCOMES[outcome]
        yield Sentence(*(f"{question.question}: {label[lang]} ({tests[lang]})" for lang in ("en", "es")))
    if outcome is Outcome.INTERNAL:
        yield from dict.fromkeys(c.says for c in cases if c.says is not None)


@dataclass(frozen=True)
class Mistake:
    """A misconception that some of the class have."""

    question: str
    says: tuple[Sentence, ...]
    students: int
    lost: float  # points, all of them together


def mistakes(grades: Iterable[Grade]) -> list[Mistake]:
    """The misconceptions that were recognised, question by question, the most frequent first."""
    found: dict[tuple[str, tuple[Sentence, ...]], list[QuestionResult]] = {}
    order: dict[str, int] = {}
    for grade in grades:
        for result in grade.questions:
            order.setdefault(result.question, len(order))
            if result.diagnosis:
                found.setdefault((result.question, result.diagnosis), []).append(result)
    counted = [
        Mistake(question, says, len(results), sum(r.max_score - r.score for r in results))
        for (question, says), results in found.items()
    ]
    return sorted(counted, key=lambda m: (order[m.question], -m.students, m.says))
