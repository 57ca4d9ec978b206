"""Grade on all cores of this machine: one process per core, each with its own judge and its own warm sandbox."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from . import assignment as assignments
from . import judge, rehearsal
from .assignment import Assignment
from .child import kernel
from .errors import SandboxError
from .language import Sentence
from .outcome import CaseResult, Grade, Outcome, QuestionResult
from .precedents import Precedents
from .sandbox import Sandbox
from .submission import Submission

BREAKS = 3  # times all workers may die together before submissions are graded one by one
ZYGOTES = 4  # that one submission may lose: it cannot kill its own, so somebody else did
WORTHWHILE = 20  # submissions from which on it pays to rehearse what their cases will ask
AHEAD = 4  # submissions per worker that wait in its queue: what a batch holds in memory does not grow with it

Only = frozenset[str] | None  # the questions to try; None means all
Work = tuple[Submission, Only, int]  # … and how much of them, as `brief` says

_assignment: Assignment
_box: Sandbox
_precedents: Precedents


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def grade_many(
    submissions: Sequence[Submission],
    assignment: Assignment,
    jobs: int | None = None,
    unsafe: bool = False,
    only: Sequence[Only] | None = None,
    brief: Sequence[int] | None = None,
) -> Iterator[tuple[int, Grade]]:
    """(position, grade) of each submission, as they get ready; a worker that dies costs a retry, nothing else.

    `only` has for each submission the questions to try; `brief`, where it is not 0, how many cases `Assignment.in_brief` keeps.
    """
    size = len(submissions)
    waiting = dict(enumerate(zip(submissions, only or [None] * size, brief or [0] * size, strict=True)))
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
    for number, work in waiting.items():
        yield number, _alone(work, assignment, unsafe)


def _pool(
    waiting: dict[int, Work], assignment: Assignment, size: int, unsafe: bool
) -> Iterator[tuple[int, Grade]]:
    context = multiprocessing.get_context("fork")  # the loaded assignment is shared, not loaded again
    turn = context.Value("i", 0)
    rehearse = len(waiting) >= WORTHWHILE
    with ProcessPoolExecutor(size, context, _open, (assignment, unsafe, os.getpid(), turn, rehearse)) as pool:
        futures: dict[Future[Grade], int] = {}
        numbers = iter(list(waiting))
        try:
            while True:
                while len(futures) < AHEAD * size and (number := next(numbers, None)) is not None:
                    futures[pool.submit(_grade, *waiting[number])] = number
                if not futures:
                    return
                for future in wait(futures, return_when=FIRST_COMPLETED).done:
                    yield futures.pop(future), future.result()
        except BaseException:
            _stop(pool)
            raise


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the workers now: whoever waits for what they are grading would wait for minutes."""
    for process in list((pool._processes or {}).values()):
        with contextlib.suppress(OSError):
            process.kill()
    pool.shutdown(wait=True, cancel_futures=True)


def _alone(work: Work, assignment: Assignment, unsafe: bool) -> Grade:
    """One submission in a pool of its own: if even that breaks, it is our fault, not the student's."""
    try:
        return next(_pool({0: work}, assignment, 1, unsafe))[1]
    except BrokenProcessPool as error:
        return broken(work[0], assignment, error, work[1])


def _open(assignment: Assignment, unsafe: bool, parent: int, turn: Any, rehearse: bool) -> None:
    """Begin a worker: it ends with its parent however that ends, and Ctrl-C reaches the parent alone."""
    global _assignment, _box, _precedents
    _depend_on(parent)
    if all(q.from_scratch for q in assignment.questions):  # TensorFlow on a single core sleeps half of its time
        _stay_on_one_core(turn)
    _precedents = Precedents(rehearsal.scripts(assignment) if rehearse else rehearsal.NONE)
    gc.freeze()  # what is here stays: who looks for garbage need not look at it
    _assignment, _box = assignment, Sandbox(data=assignment.folder / "data", unsafe=unsafe)


def _depend_on(parent: int) -> None:
    if sys.platform == "linux":
        kernel.prctl(kernel.PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
    if hasattr(os, "setsid"):
        os.setsid()


def _stay_on_one_core(turn: Any) -> None:
    """Judge and child answer each other by turns: on one core that costs a switch, on two a wake-up, which is dearer."""
    with turn.get_lock():
        number, turn.value = turn.value, turn.value + 1
    if hasattr(os, "sched_setaffinity"):
        free = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {free[number % len(free)]})


def _grade(submission: Submission, only: Only, brief: int) -> Grade:
    return grade(submission, _assignment.in_brief(brief) if brief else _assignment, _box, only, _precedents)


def grade(
    submission: Submission,
    assignment: Assignment,
    box: Sandbox,
    only: Only = None,
    precedents: Precedents | None = None,
) -> Grade:
    """The grade, with the children of `box`; a zygote that died is replaced, also when one death follows another."""
    for _ in range(ZYGOTES):
        try:
            found = judge.grade(submission, assignment, box.spawn, only=only, precedents=precedents)
            return replace(found, unsafe=box.unsafe)
        except (SandboxError, OSError) as error:
            reason: Exception = error
            box.close()
    return broken(submission, assignment, reason, only)


def broken(submission: Submission, assignment: Assignment, error: Exception, only: Only = None) -> Grade:
    """The grade when our own machinery failed: every case INTERNAL, at no cost to the student."""
    says = Sentence(
        f"Grading failed through no fault of the student ({type(error).__name__}: {error}).",
        f"La calificación falló sin culpa del estudiante ({type(error).__name__}: {error}).",
    )
    questions = tuple(
        QuestionResult(q.name, tuple(
            CaseResult(q.name, c.name, c.claim, c.points, c.hidden, Outcome.INTERNAL, says) for c in q.cases
        )) for q in assignment.questions if not only or q.name in only
    )  # fmt: skip
    return Grade(submission.student, assignment.name, submission.file, questions, submission.notes)


class Hand:
    """One worker in a process of its own, for a host whose threads are not ours; it is started when first needed.

    Values cross as lines of JSON: (submission, questions) one way, grades the other.
    """

    def __init__(self, folder: Path, unsafe: bool):
        self._folder, self._unsafe = folder, unsafe
        self._process: subprocess.Popen[bytes] | None = None

    def grade(self, data: bytes) -> bytes:
        """The grade of (submission, questions), all as JSON; a process that dies is replaced once, then EOFError."""
        for _ in range(2):
            try:
                process = self._process = self._process or self._start()
                assert process.stdin is not None and process.stdout is not None
                process.stdin.write(data + b"\n")
                process.stdin.flush()
                if found := process.stdout.readline():
                    return found
            except OSError:
                pass
            self.close()
        raise EOFError("the process that grades died twice")

    def _start(self) -> subprocess.Popen[bytes]:
        path = os.pathsep.join([str(Path(__file__).resolve().parent.parent), os.environ.get("PYTHONPATH", "")])
        command = [sys.executable, "-m", "autograder.workers", str(self._folder), str(int(self._unsafe))]
        environment = {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        return subprocess.Popen(
            [*command, str(os.getpid())], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )

    def close(self) -> None:
        """End it; the next submission starts another."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()


def serve(folder: Path, unsafe: bool, parent: int) -> None:
    """What a Hand starts: grade what comes on standard input until it ends."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # whatever prints, prints elsewhere
    _depend_on(parent)
    one = assignments.load(folder)
    with Sandbox(data=one.folder / "data", unsafe=unsafe) as box:
        for line in sys.stdin.buffer:
            submission, only = msgspec.json.decode(line, type=tuple[Submission, Only])
            answers.write(msgspec.json.encode(grade(submission, one, box, only)) + b"\n")


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.argv[2] == "1", int(sys.argv[3]))
