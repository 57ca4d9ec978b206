"""Are an assignment's own tests right? Right answers pass, wrong ones fail where they should, the stub passes nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeGuard

from .assignment import Assignment, Question
from .cells import regions
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


SETTERS = {"setattr", "globals", "exec", "seed", "set_seed", "set_random_seed", "seterr", "simplefilter", "filterwarnings"}


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
    only = _tried_on(variant, wrong, assignment, complete)
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


def _tried_on(variant: Variant, wrong: bool, assignment: Assignment, complete: bool) -> frozenset[str]:
    """The questions to try an answer on: those it can reach, and if it is wrong not those that are built on it.

    From-scratch and Keras questions run in processes of their own, so an answer of one kind reaches only its kind and
    what uses it; one that changes nothing outside itself, only what uses it.
    """
    own = next(q for q in assignment.questions if q.name == variant.question)
    same_kind = {q.name for q in assignment.questions if q.from_scratch is own.from_scratch}
    over = built_on(own.name, assignment)
    if not complete and not _reaches_out(variant, assignment):
        same_kind = {own.name}
    return frozenset(same_kind - over if wrong else same_kind | over)


def _reaches_out(variant: Variant, assignment: Assignment) -> bool:
    """Whether an answer may change something outside itself: a name that the rest of the notebook knows, or a library."""
    tree = ast.parse(variant.source)
    defined = {n for node in tree.body for n in _bound(node)} - {variant.question}
    others = "\n".join(assignment.program({variant.question: ""}))
    nodes = list(ast.walk(tree))
    own = {n.arg for n in nodes if isinstance(n, ast.arg)} | {n.id for n in nodes if _stores(n)}
    clashes = any(re.search(rf"\b{re.escape(n)}\b", others) for n in defined)
    return clashes or any(_is_change(n, own) for n in nodes)


def _stores(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _is_change(node: ast.AST, own: set[str]) -> bool:
    """Whether it sets what belongs to others: a global, a part of what is not among its `own` names, a library's settings."""
    if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
        root: ast.AST = node
        while isinstance(root, ast.Attribute | ast.Subscript):
            root = root.value
        return not (isinstance(root, ast.Name) and root.id in own)
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return name in SETTERS
    return isinstance(node, ast.Global)


def _bound(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return set()  # the same library under the same name
    own = {node.name} if isinstance(node, ast.FunctionDef | ast.ClassDef) else set()
    return own | {n.id for n in ast.walk(node) if _stores(n)} - _inner(node)


def _inner(node: ast.stmt) -> set[str]:
    """Names that a function or class binds for itself alone."""
    inner = node.body if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
    return {n.id for part in inner for n in ast.walk(part) if _stores(n)}


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
