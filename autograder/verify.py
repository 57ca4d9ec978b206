"""Are an assignment's own tests right? Right answers pass, wrong ones fail where they should, the stub passes nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from .assignment import Assignment, Question
from .cells import regions
from .language import Sentence
from .outcome import CaseResult, Grade, Outcome
from .submission import Submission
from .variants import Variant


class GradeMany(Protocol):
    """Grades submissions, of each only the questions that `only` names, in any order: (position, grade)."""

    def __call__(
        self, submissions: Sequence[Submission], *, assignment: Assignment = ..., only: Sequence[frozenset[str] | None]
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


def trials(assignment: Assignment, grade_many: GradeMany, complete: bool = False) -> list[Trial]:
    """Try the reference, the stub, and every accepted and wrong answer; each on the questions it can reach.

    Unless `complete`, wrong answers to Keras questions are tried on the public cases alone, which must stop them:
    training for the hidden ones takes most of the time.
    """
    tried: list[tuple[str, Variant | None, list[str]]] = [
        ("reference", None, assignment.program()),
        ("stub", None, assignment.program(stub=True)),
    ]
    for question in assignment.questions:
        for kind, others in (("accepted", question.accepted), ("wrong", question.wrong)):
            tried += [(kind, v, assignment.program({question.name: v.source})) for v in others]
    grades: dict[int, Grade] = {}
    for wrong in (False, True):
        numbers = [n for n, (kind, _, _) in enumerate(tried) if (kind == "wrong") is wrong]
        submissions = [Submission("author", "notebook.py", tuple(tried[n][2])) for n in numbers]
        only = [_tried_on(v, wrong, assignment) if (v := tried[n][1]) else None for n in numbers]
        cases = _without_hidden_keras(assignment) if wrong and not complete else assignment
        grades |= {numbers[n]: grade for n, grade in grade_many(submissions, assignment=cases, only=only)}
    return [Trial(kind, variant, grades[n]) for n, (kind, variant, _) in enumerate(tried)]


def _without_hidden_keras(assignment: Assignment) -> Assignment:
    """The assignment without the hidden cases of its Keras questions."""
    questions = [
        q if q.from_scratch else replace(q, cases=tuple(c for c in q.cases if not c.hidden)) for q in assignment.questions
    ]
    return replace(assignment, questions=tuple(questions))


def _tried_on(variant: Variant, wrong: bool, assignment: Assignment) -> frozenset[str]:
    """The questions to try an answer on: those it can reach, and if it is wrong not those that are built on it.

    From-scratch and Keras questions run in processes of their own, so an answer of one kind reaches only its kind and
    what uses it. An answer to a Keras question that defines nothing but itself reaches only what uses it.
    """
    own = next(q for q in assignment.questions if q.name == variant.question)
    same_kind = {q.name for q in assignment.questions if q.from_scratch is own.from_scratch}
    over = built_on(own.name, assignment)
    if not own.from_scratch and not _clashes(variant, assignment):
        return frozenset({own.name} if wrong else {own.name} | over)
    return frozenset(same_kind - over if wrong else same_kind | over)


def _clashes(variant: Variant, assignment: Assignment) -> bool:
    """Whether an answer defines a name, other than its question's, that the rest of the notebook knows."""
    defined = {n for node in ast.parse(variant.source).body for n in _bound(node)} - {variant.question}
    others = "\n".join(assignment.program({variant.question: ""}))
    return any(re.search(rf"\b{re.escape(n)}\b", others) for n in defined)


def _bound(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return set()  # the same library under the same name
    own = {node.name} if isinstance(node, ast.FunctionDef | ast.ClassDef) else set()
    return own | {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)} - _inner(node)


def _inner(node: ast.stmt) -> set[str]:
    """Names that a function or class binds for itself alone."""
    inner = node.body if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
    return {n.id for part in inner for n in ast.walk(part) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def built_on(question: str, assignment: Assignment) -> set[str]:
    """The other questions whose answers or cases use this one, directly or not."""
    found = _dependents(question, assignment)
    return found | {c.question for c in assignment.cases if found.union({question}).intersection(c.needs)} - {question}


def complaints(trial: Trial, assignment: Assignment) -> list[Sentence]:
    """What is wrong with the assignment's tests, as this trial shows; nothing when all is well."""
    failed = trial.failed()
    found = [
        _says(
            trial,
            f"ended as INTERNAL at case {c.case!r}: {c.says}",
            f"terminó como INTERNAL en el caso {c.case!r}: {c.says}",
        )
        for c in failed
        if c.outcome is Outcome.INTERNAL
    ]
    if trial.kind == "stub":
        passed = [c for q in trial.grade.questions for c in q.cases if c.outcome is Outcome.PASSED]
        return found + [
            _says(trial, f"passes case {c.case!r} of {c.question!r}", f"pasa el caso {c.case!r} de {c.question!r}")
            for c in passed
        ]
    if trial.kind != "wrong":
        return found + [
            _says(
                trial,
                f"fails case {c.case!r} of {c.question!r}: {c.says}",
                f"falla el caso {c.case!r} de {c.question!r}: {c.says}",
            )
            for c in failed
            if c.outcome is not Outcome.INTERNAL
        ]
    assert trial.variant is not None
    mine = trial.variant.question
    if not any(c.question == mine and not c.hidden for c in failed):
        only = "only hidden ones" if any(c.question == mine for c in failed) else "no case at all"
        solo = "solo ocultos" if any(c.question == mine for c in failed) else "ninguno"
        found.append(
            _says(
                trial,
                f"fails no public case of {mine!r} ({only})",
                f"no falla ningún caso público de {mine!r} ({solo})",
            )
        )
    spared = _dependents(mine, assignment)
    found += [
        _says(
            trial,
            f"fails case {c.case!r} of another question, {c.question!r}",
            f"falla el caso {c.case!r} de otra pregunta, {c.question!r}",
        )
        for c in failed
        if c.question != mine
        and c.question not in spared
        and not spared.union({mine}).intersection(_needs(c, assignment))
    ]
    return found


def _says(trial: Trial, en: str, es: str) -> Sentence:
    where = f"{trial.variant.path}:{trial.variant.line}: " if trial.variant else ""
    return Sentence(f"{where}{trial.name} {en}", f"{where}{trial.name} {es}")


def _needs(result: CaseResult, assignment: Assignment) -> tuple[str, ...]:
    return next(c.needs for c in assignment.cases if c.name == result.case)


def _dependents(question: str, assignment: Assignment) -> set[str]:
    """Questions whose reference answer uses `question`, directly or not."""
    found: set[str] = set()
    while True:
        more = {q.name for q in assignment.questions if _uses(q, {question, *found} - {q.name})} - found
        if not more:
            return found
        found |= more


def _uses(question: Question, names: set[str]) -> bool:
    text = "\n".join(regions.bodies(question.cell.source))
    return any(re.search(rf"(?<![\w.]){re.escape(n)}\b", text) for n in names)  # not a method of that name
