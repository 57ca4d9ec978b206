"""What `verify` found out, added up: which cases kill which mistakes, what each mistake is called, which mutants survive."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from . import equivalents, mutants, reach
from .assignment import Assignment
from .equivalents import Equivalent
from .language import Sentence
from .mutants import Mutant
from .outcome import CaseResult, Grade, Outcome
from .submission import Submission
from .verify import GradeMany, Trial

NAMED_SHARE = 0.95  # of wrong answers: as many should be called by their name, or their group's

UNNOTICED = (Outcome.PASSED, Outcome.SKIPPED, Outcome.INTERNAL)


class Named(enum.Enum):
    """What a wrong answer that we know is called when it is graded."""

    ITSELF = "itself"
    GROUP = "group"  # its name among others that cannot be told apart
    NOT = "not"
    WRONGLY = "wrongly"


@dataclass(frozen=True)
class Attempt:
    """One mutant, and how it was graded."""

    mutant: Mutant
    grade: Grade
    equivalent: Equivalent | None = None  # why it is no mistake, if somebody said so

    @property
    def failed(self) -> list[CaseResult]:
        """The cases that notice it."""
        return [c for q in self.grade.questions for c in q.cases if c.outcome not in UNNOTICED]

    @property
    def killed(self) -> bool:
        """Whether any case noticed."""
        return bool(self.failed)

    @property
    def called(self) -> tuple[Sentence, ...]:
        """The misconceptions that it is taken for."""
        return tuple(s for q in self.grade.questions for s in q.diagnosis)


@dataclass(frozen=True)
class Proof:
    """All that was tried on one assignment; no mutants when they were not asked for."""

    assignment: Assignment
    trials: tuple[Trial, ...]
    attempts: tuple[Attempt, ...] = ()
    known: tuple[Equivalent, ...] = ()

    def of(self, kind: str, question: str = "") -> list[Trial]:
        """The trials of a kind, "wrong" or "accepted", of one question or all."""
        return [
            t for t in self.trials if t.kind == kind and t.variant and (not question or t.variant.question == question)
        ]

    @cached_property
    def totals(self) -> Totals:
        """The whole assignment in numbers."""
        named = [called(t) for t in self.of("wrong")]
        public = sum(any(not c.hidden for c in own_failed(t)) for t in self.of("wrong"))
        return Totals(
            wrong=len(named),
            public=public,
            hidden=sum(bool(own_failed(t)) for t in self.of("wrong")) - public,
            itself=named.count(Named.ITSELF),
            group=named.count(Named.GROUP),
            wrongly=named.count(Named.WRONGLY),
            accepted=len(self.of("accepted")),
            refused=sum(bool(t.failed()) for t in self.of("accepted")),
            mutants=len(self.attempts),
            killed=sum(a.killed for a in self.attempts),
            equivalent=sum(not a.killed and a.equivalent is not None for a in self.attempts),
        )


@dataclass(frozen=True)
class Totals:
    """Counts of answers; `public` and `hidden` are of those killed by a public case, and by hidden ones alone."""

    wrong: int = 0
    public: int = 0
    hidden: int = 0
    itself: int = 0
    group: int = 0
    wrongly: int = 0
    accepted: int = 0
    refused: int = 0
    mutants: int = 0
    killed: int = 0
    equivalent: int = 0

    def __add__(self, other: Totals) -> Totals:
        return Totals(*(a + b for a, b in zip(vars(self).values(), vars(other).values(), strict=True)))

    @property
    def named(self) -> int:
        """Wrong answers called by their own name or their group's."""
        return self.itself + self.group

    @property
    def unexplained(self) -> int:
        """Mutants that survive and nobody said why."""
        return self.mutants - self.killed - self.equivalent


def own_failed(trial: Trial) -> list[CaseResult]:
    """The cases of its own question that notice an answer."""
    assert trial.variant is not None
    return [c for c in trial.failed() if c.question == trial.variant.question and c.outcome not in UNNOTICED]


def called(trial: Trial) -> Named:
    """Whether a wrong answer is called by its name."""
    assert trial.variant is not None
    diagnosis = next(q.diagnosis for q in trial.grade.questions if q.question == trial.variant.question)
    if not diagnosis:
        return Named.NOT
    if trial.variant.says not in diagnosis:
        return Named.WRONGLY
    return Named.ITSELF if len(diagnosis) == 1 else Named.GROUP


def misnamed(trials: Iterable[Trial]) -> list[Sentence]:
    """A fault for each wrong answer that is called by another one's name."""
    return [
        Sentence(
            f"{t.variant.path}:{t.variant.line}: {t.name} is diagnosed as another mistake: run `autograder build`",
            f"{t.variant.path}:{t.variant.line}: {t.name} se diagnostica como otro error: ejecuta `autograder build`",
        )
        for t in trials
        if t.kind == "wrong" and t.variant and called(t) is Named.WRONGLY
    ]


def attempts(assignment: Assignment, grade_many: GradeMany, known: Sequence[Equivalent]) -> list[Attempt]:
    """Try every mutant on the cases of its question, and then, if it lives, on those of the questions built on it."""
    found = mutants.of(assignment)
    submissions = [
        Submission("author", "notebook.py", tuple(assignment.program({m.question: m.source}))) for m in found
    ]
    grades = dict(grade_many(submissions, only=[frozenset({m.question}) for m in found]))
    scratch = {q.name for q in assignment.questions if q.from_scratch}
    alive = {
        n: frozenset(over)
        for n, m in enumerate(found)
        if not Attempt(m, grades[n]).killed and (over := reach.built_on(m.question, assignment) & scratch)
    }
    again = grade_many([submissions[n] for n in alive], only=list(alive.values()))
    grades |= {list(alive)[n]: grade for n, grade in again}
    reasons = {e.key: e for e in known}
    return [Attempt(m, grades[n], reasons.get(m.key)) for n, m in enumerate(found)]


def mutant_complaints(tried: Sequence[Attempt], known: Sequence[Equivalent], name: str) -> Iterator[Sentence]:
    """Mutants that nobody notices or explains, and explanations of nothing."""
    for one in tried:
        m = one.mutant
        if one.grade.internal:
            yield Sentence(
                f"{name}: a case of {m.question!r} ended as INTERNAL with this mutant: {m.after}",
                f"{name}: un caso de {m.question!r} terminó como INTERNAL con este mutante: {m.after}",
            )
        elif not one.killed and one.equivalent is None:
            yield Sentence(
                f"{name}: no case of {m.question!r} notices this mutant: {m.before}  →  {m.after}\n"
                f"  Add a case, or say in {equivalents.FILE} why it is no mistake.",
                f"{name}: ningún caso de {m.question!r} nota este mutante: {m.before}  →  {m.after}\n"
                f"  Agrega un caso, o di en {equivalents.FILE} por qué no es un error.",
            )
    survivors = {one.mutant.key for one in tried if not one.killed}
    for entry in known:
        if entry.key not in survivors:
            yield Sentence(
                f"{name}/{equivalents.FILE}: no mutant of {entry.question!r} survives as {entry.after!r}: take the entry out",
                f"{name}/{equivalents.FILE}: ningún mutante de {entry.question!r} sobrevive como {entry.after!r}: "
                "quita la entrada",
            )
