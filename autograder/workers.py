"""Grade on all cores of this machine: one process per core, each with its own judge and its own warm sandbox."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

from . import judge
from .assignment import Assignment
from .errors import SandboxError
from .language import Sentence
from .outcome import CaseResult, Grade, Outcome, QuestionResult
from .sandbox import Sandbox
from .submission import Submission

BREAKS = 3  # times all workers may die together before submissions are graded one by one

_assignment: Assignment
_box: Sandbox


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def grade_many(
    submissions: Iterable[Submission], assignment: Assignment, jobs: int | None = None, unsafe: bool = False
) -> Iterator[tuple[int, Grade]]:
    """(position, grade) of each submission, as they get ready; a worker that dies costs a retry, nothing else."""
    waiting = dict(enumerate(submissions))
    for attempt in range(BREAKS + 1):
        size = min(jobs or cores(), len(waiting)) if attempt < BREAKS else 1
        if not waiting:
            return
        try:
            for number, grade in _pool(waiting, assignment, size, unsafe):
                del waiting[number]
                yield number, grade
        except BrokenProcessPool:
            continue
    for number, submission in waiting.items():
        yield number, _alone(submission, assignment, unsafe)


def _pool(
    waiting: dict[int, Submission], assignment: Assignment, size: int, unsafe: bool
) -> Iterator[tuple[int, Grade]]:
    context = multiprocessing.get_context("fork")  # the loaded assignment is shared, not loaded again
    with ProcessPoolExecutor(size, context, _open, (assignment, unsafe)) as pool:
        futures: dict[Future[Grade], int] = {pool.submit(_grade, s): n for n, s in waiting.items()}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _alone(submission: Submission, assignment: Assignment, unsafe: bool) -> Grade:
    """One submission in a pool of its own: if even that breaks, it is our fault, not the student's."""
    try:
        return next(_pool({0: submission}, assignment, 1, unsafe))[1]
    except BrokenProcessPool as error:
        return broken(submission, assignment, error)


def _open(assignment: Assignment, unsafe: bool) -> None:
    global _assignment, _box
    _assignment, _box = assignment, Sandbox(data=assignment.folder / "data", unsafe=unsafe)


def _grade(submission: Submission) -> Grade:
    for _ in range(2):  # a zygote that died is replaced once
        try:
            return replace(judge.grade(submission, _assignment, _box.spawn), unsafe=_box.unsafe)
        except (SandboxError, OSError) as error:
            reason: Exception = error
            _box.close()
    return broken(submission, _assignment, reason)


def broken(submission: Submission, assignment: Assignment, error: Exception) -> Grade:
    """The grade when our own machinery failed: every case INTERNAL, at no cost to the student."""
    says = Sentence(
        f"Grading failed through no fault of the student ({type(error).__name__}: {error}).",
        f"La calificación falló sin culpa del estudiante ({type(error).__name__}: {error}).",
    )
    questions = tuple(
        QuestionResult(q.name, tuple(
            CaseResult(q.name, c.name, c.claim, c.points, c.hidden, Outcome.INTERNAL, says) for c in q.cases
        )) for q in assignment.questions
    )  # fmt: skip
    return Grade(submission.student, assignment.name, submission.file, questions, submission.notes)
