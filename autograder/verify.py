"""Are an assignment's own tests right? Right answers pass, wrong ones fail where they should, the stub passes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from . import reach
from .assignment import Assignment
from .language import Sentence
from .outcome import CaseResult, Grade, Outcome
from .submission import Submission
from .variants import Variant


class GradeMany(Protocol):
    """Grades submissions as `workers.grade_many` does, in any order: (position, grade)."""

    def __call__(
        self, submissions: Sequence[Submission], *, only: Sequence[frozenset[str] | None], brief: Sequence[int] = ...
    ) -> Iterable[tuple[int, Grade]]: ...


@dataclass(frozen=True)
class Trial:
    """One answer that was tried on the whole assignment."""

    kind: str  # "reference", "stub", "accepted" or "wrong"
    variant: Variant | None
    grade: Grade

    @property
    def name(self) -> str:
        """As people read it: "wrong/relu.py keeps_negatives"."""
        return f"{self.kind}/{self.variant.question}.py {self.variant.name}" if self.variant else f"the {self.kind}"

    def failed(self) -> list[CaseResult]:
        """The cases that it does not pass."""
        return [c for q in self.grade.questions for c in q.cases if c.outcome is not Outcome.PASSED]


@dataclass(frozen=True)
class _Part:
    """Some questions that one answer is tried on."""

    trial: int
    only: frozenset[str] | None  # None: all of them
    brief: int = 0  # as for `workers.grade_many`


def trials(assignment: Assignment, grade_many: GradeMany, complete: bool = False) -> list[Trial]:
    """Try the reference, the stub, and every accepted and wrong answer; each on the questions it can reach.

    Unless `complete`, time is spared where nothing is to be expected: on questions that an answer cannot reach, and on
    training, where a wrong answer to a Keras question is tried until a public case stops it, as one must, and an accepted
    one on a single case of each question that is built on it.
    """
    tried: list[tuple[str, Variant | None, list[str]]] = [
        ("reference", None, assignment.program()),
        ("stub", None, assignment.program(stub=True)),
    ]
    for question in assignment.questions:
        for kind, others in (("accepted", question.accepted), ("wrong", question.wrong)):
            tried += [(kind, v, assignment.program({question.name: v.source})) for v in others]
    parts = [p for n, (kind, v, _) in enumerate(tried) for p in _parts(n, kind == "wrong", v, assignment, complete)]
    found: dict[int, list[Grade]] = {n: [] for n in range(len(tried))}
    submissions = [Submission("author", "notebook.py", tuple(tried[p.trial][2])) for p in parts]
    for n, grade in grade_many(submissions, only=[p.only for p in parts], brief=[p.brief for p in parts]):
        found[parts[n].trial].append(grade)
    return [Trial(kind, variant, _joined(found[n], assignment)) for n, (kind, variant, _) in enumerate(tried)]


def _parts(trial: int, wrong: bool, variant: Variant | None, assignment: Assignment, complete: bool) -> Iterator[_Part]:
    if variant is None:
        yield _Part(trial, None)
        return
    own, keras = variant.question, {q.name for q in assignment.questions if not q.from_scratch}
    only = reach.of_answer(variant, wrong, assignment, complete)
    if complete or own not in keras:
        yield _Part(trial, only)
    elif wrong:
        yield _Part(trial, only, brief=len(assignment.cases))
    else:
        yield _Part(trial, only - keras | {own})
        if others := only & keras - {own}:
            yield _Part(trial, others, brief=1)


def _joined(grades: Sequence[Grade], assignment: Assignment) -> Grade:
    """The parts of one answer's grade as one."""
    results = {r.question: r for g in grades for r in g.questions}
    ordered = tuple(results[q.name] for q in assignment.questions if q.name in results)
    return replace(grades[0], questions=ordered, seconds=sum(g.seconds for g in grades))


def complaints(trial: Trial, assignment: Assignment) -> list[Sentence]:
    """What is wrong with the assignment's tests, as this trial shows; nothing when all is well."""
    found = [
        _says(
            trial,
            f"ended as INTERNAL at case {c.case!r}: {c.says}",
            f"terminó como INTERNAL en el caso {c.case!r}: {c.says}",
        )
        for c in trial.failed()
        if c.outcome is Outcome.INTERNAL
    ]
    if trial.kind == "stub":
        return found + _passes(trial)
    if trial.variant is not None and trial.kind == "wrong":
        return found + _unseen(trial, trial.variant.question) + _strays(trial, trial.variant.question, assignment)
    return found + _fails(trial)


def _passes(stub: Trial) -> list[Sentence]:
    """What is given away: cases that an empty notebook passes."""
    passed = [c for q in stub.grade.questions for c in q.cases if c.outcome is Outcome.PASSED]
    return [
        _says(stub, f"passes case {c.case!r} of {c.question!r}", f"pasa el caso {c.case!r} de {c.question!r}")
        for c in passed
    ]


def _fails(right: Trial) -> list[Sentence]:
    """Cases that are too strict: a right answer fails them."""
    return [
        _says(
            right,
            f"fails case {c.case!r} of {c.question!r}: {c.says}",
            f"falla el caso {c.case!r} de {c.question!r}: {c.says}",
        )
        for c in right.failed()
        if c.outcome is not Outcome.INTERNAL
    ]


def _unseen(wrong: Trial, question: str) -> list[Sentence]:
    """Cases that are too weak: no public one of its own question stops a wrong answer."""
    own = [c for c in wrong.failed() if c.question == question]
    if any(not c.hidden for c in own):
        return []
    only, solo = ("only hidden ones", "solo ocultos") if own else ("no case at all", "ninguno")
    return [
        _says(
            wrong,
            f"fails no public case of {question!r} ({only})",
            f"no falla ningún caso público de {question!r} ({solo})",
        )
    ]


def _strays(wrong: Trial, question: str, assignment: Assignment) -> list[Sentence]:
    """Failed cases of questions that are not built on the one that is wrong."""
    spared = reach.using(question, assignment) | {question}
    return [
        _says(
            wrong,
            f"fails case {c.case!r} of another question, {c.question!r}",
            f"falla el caso {c.case!r} de otra pregunta, {c.question!r}",
        )
        for c in wrong.failed()
        if c.question not in spared and not spared.intersection(_needs(c, assignment))
    ]


def _says(trial: Trial, en: str, es: str) -> Sentence:
    where = f"{trial.variant.path}:{trial.variant.line}: " if trial.variant else ""
    return Sentence(f"{where}{trial.name} {en}", f"{where}{trial.name} {es}")


def _needs(result: CaseResult, assignment: Assignment) -> tuple[str, ...]:
    return next(c.needs for c in assignment.cases if c.name == result.case)
