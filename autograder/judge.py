"""Submission × Assignment -> Grade. The verdict is computed here, where no student code ever runs."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from . import carried, diagnose, trial
from .assignment import Assignment, Question
from .child import clock
from .errors import ChildLost, WireError
from .language import Sentence
from .outcome import Carried, CaseResult, Grade, Outcome, QuestionResult
from .precedents import Precedents
from .remote import Session
from .stage import GRACE, Child, Limits, Stage
from .submission import Submission
from .testcase import TestCase

MEMORY = 4 << 30  # bytes that one submission's values may cost us
Spawn = Callable[[bool], Child]  # from scratch? -> a fresh child
UNUSABLE = Sentence("The test could not use what came back.", "La prueba no pudo usar lo que devolvió.")


def grade(
    submission: Submission,
    assignment: Assignment,
    spawn: Spawn,
    limits: Limits = Limits(),
    only: frozenset[str] | None = None,
    precedents: Precedents | None = None,
) -> Grade:
    """The grade of one submission; `spawn` gives the children its code runs in, `only` names the questions to try.

    `precedents` make it faster and change nothing: what the cases ask, which children can be sent ahead, and how these
    cases ended for other submissions.
    """
    precedents = Precedents() if precedents is None else precedents
    started = time.monotonic()
    cells = [c for c in submission.cells if c.strip() not in assignment.inert]
    results: dict[str, QuestionResult] = {}
    notes: list[Sentence] = list(submission.notes)
    for scratch in (True, False):
        questions = [q for q in assignment.questions if q.from_scratch is scratch and (only is None or q.name in only)]
        if questions:
            stage = Stage(partial(spawn, scratch), cells, limits, started + limits.submission, submission.weights)
            try:
                with _bounded_memory():
                    results |= _questions(questions, stage, precedents)
                    if scratch:
                        results |= _carried(questions, results, stage, assignment, precedents)
            finally:
                stage.close()
            notes += [n for n in stage.notes if n not in notes]
    ordered = tuple(_diagnosed(results[q.name], assignment) for q in assignment.questions if q.name in results)
    return Grade(
        submission.student, assignment.name, submission.file, ordered, tuple(notes), time.monotonic() - started
    )


def _diagnosed(result: QuestionResult, assignment: Assignment) -> QuestionResult:
    return replace(result, diagnosis=diagnose.diagnose(result, assignment.mistakes.get(result.question, ())))


def _questions(
    questions: Sequence[Question], stage: Stage, precedents: Precedents
) -> dict[str, QuestionResult]:
    """Every public case, then every hidden one: all that a student may read is said before a hidden input is sent."""
    found: dict[str, list[CaseResult]] = {q.name: [] for q in questions}
    for hidden in (False, True):
        for question in questions:
            cases = [c for c in question.cases if c.hidden is hidden]
            if script := precedents.scripts.get((question.name, hidden)):
                stage.read_ahead(question.name, script, {name for c in cases for name in c.needs})
            for case in cases:
                found[question.name].append(_case(case, stage, found[question.name], precedents))
    return {name: QuestionResult(name, tuple(results)) for name, results in found.items()}


def _carried(
    questions: Sequence[Question],
    results: dict[str, QuestionResult],
    stage: Stage,
    assignment: Assignment,
    precedents: Precedents,
) -> dict[str, QuestionResult]:
    """The results of questions that earn more when earlier answers of the same student are replaced by right ones."""
    found = {}
    for number, question in enumerate(questions):
        result = results[question.name]
        if not carried.is_wrong(result):
            continue
        if because := carried.culprits(question, [results[q.name] for q in questions[:number]], stage.cells):
            again = stage.again(carried.right_answers(assignment, because))
            try:
                score = _questions([question], again, precedents)[question.name].score
            finally:
                again.close()
            if score > result.score:
                found[question.name] = replace(result, carried=Carried(score, because, question.carries))
    return found


def _case(case: TestCase, stage: Stage, before: Sequence[CaseResult], precedents: Precedents) -> CaseResult:
    failed = frozenset(r.case for r in before if r.outcome is not Outcome.PASSED)
    while (found := _once(case, stage, failed, precedents)) is None:
        stage.close()  # a new child is sent nothing ahead: the second time it is known who is to blame
    return found


def _once(case: TestCase, stage: Stage, failed: frozenset[str], precedents: Precedents) -> CaseResult | None:
    """How the case ends; None when it lost its child to what was sent ahead, so that nobody is to blame yet."""
    session = stage.session(case.question)
    if session is None:
        return trial.result(case, *stage.why(case.question))
    stage.begin(case)
    try:
        known = None if case.after in failed else precedents.find(case, session, stage)
    except (ChildLost, WireError):
        return None
    found = known or _judged(case, session, failed, stage, precedents)
    if stage.misled:
        return None
    if found.outcome in (Outcome.TIMED_OUT, Outcome.KILLED) or not stage.alive:
        stage.drop(case.question, found.outcome)
    else:
        stage.pass_over()
    return found


def _judged(
    case: TestCase, session: Session, failed: frozenset[str], stage: Stage, precedents: Precedents
) -> CaseResult:
    told = len(stage.notes)
    found = _tried(case, session, failed, stage)
    if found.outcome is Outcome.PASSED and session.altered:
        # Once more with our own arguments out of reach: else who overwrites x decides what is expected of f(x).
        session.writes_back = False
        found = _tried(case, session, failed, stage)
        session.writes_back = True
    precedents.keep(case, found, session, stage, told)
    return found


def _tried(case: TestCase, session: Session, failed: frozenset[str], stage: Stage) -> CaseResult:
    stage.begin(case)
    try:
        with clock.limit(case.seconds + GRACE):
            found = trial.run(case, session, failed)
    except clock.Expired:
        return trial.result(case, *trial.late(case))
    finally:
        session.restore()
    if found.outcome is Outcome.INTERNAL and session.used:  # it saw values of the answer's: so they are to blame
        return trial.result(case, Outcome.FAILED, UNUSABLE, trial.evidence(session))
    return found


@contextmanager
def _bounded_memory() -> Iterator[None]:
    """Too large a value raises MemoryError, which costs its case: the kernel would kill the whole worker (Linux)."""
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    with open("/proc/self/status") as status:
        now = next(int(line.split()[1]) << 10 for line in status if line.startswith("VmData"))
    known = [n for n in (now + MEMORY, soft, hard) if n != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_DATA, (min(known), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
