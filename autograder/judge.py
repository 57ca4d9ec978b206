"""Submission × Assignment -> Grade. The verdict is computed here, where no student code ever runs."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from . import diagnose, trial
from .assignment import Assignment, Question
from .child import clock, program
from .errors import ChildLost, WireError
from .language import Sentence
from .outcome import CaseResult, Grade, Outcome, QuestionResult
from .remote import Channel, Session
from .submission import Submission
from .testcase import TestCase

ATTEMPTS = 2  # times a question may lose its child before the rest of it is given up
GRACE = 5.0  # seconds of our own that a case may take on top of the answer's: a value can be a trap
MEMORY = 4 << 30  # bytes that one submission's values may cost us
MAX_NOTES = 30


class Child(Channel, Protocol):
    """A channel to a process of its own."""

    deadline: float

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""

    def close(self) -> None:
        """End it."""


Spawn = Callable[[bool], Child]  # from scratch? -> a fresh child
UNUSABLE = Sentence("The test could not use what came back.", "La prueba no pudo usar lo que devolvió.")


@dataclass(frozen=True)
class Limits:
    """Seconds: for one cell of a notebook, and for a whole submission whatever happens."""

    cell: float = 10.0
    submission: float = 180.0


def grade(
    submission: Submission,
    assignment: Assignment,
    spawn: Spawn,
    limits: Limits = Limits(),
    only: frozenset[str] | None = None,
) -> Grade:
    """The grade of one submission; `spawn` gives the children its code runs in, `only` names the questions to try."""
    started = time.monotonic()
    cells = [c for c in submission.cells if c.strip() not in assignment.inert]
    results: dict[str, QuestionResult] = {}
    notes: list[Sentence] = list(submission.notes)
    for scratch in (True, False):
        questions = [q for q in assignment.questions if q.from_scratch is scratch and (only is None or q.name in only)]
        if questions:
            stage = Stage(partial(spawn, scratch), cells, limits, started + limits.submission)
            try:
                with _bounded_memory():
                    results |= _questions(questions, stage)
            finally:
                stage.close()
            notes += [n for n in stage.notes if n not in notes]
    ordered = tuple(_diagnosed(results[q.name], assignment) for q in assignment.questions if q.name in results)
    return Grade(
        submission.student, assignment.name, submission.file, ordered, tuple(notes), time.monotonic() - started
    )


def _diagnosed(result: QuestionResult, assignment: Assignment) -> QuestionResult:
    return replace(result, diagnosis=diagnose.diagnose(result, assignment.mistakes.get(result.question, ())))


def _questions(questions: Sequence[Question], stage: Stage) -> dict[str, QuestionResult]:
    """Every public case, then every hidden one: all that a student may read is said before a hidden input is sent."""
    found: dict[str, list[CaseResult]] = {q.name: [] for q in questions}
    for hidden in (False, True):
        for question in questions:
            for case in question.cases:
                if case.hidden is hidden:
                    found[question.name].append(_case(case, stage, found[question.name]))
    return {name: QuestionResult(name, tuple(results)) for name, results in found.items()}


def _case(case: TestCase, stage: Stage, before: Sequence[CaseResult]) -> CaseResult:
    failed = frozenset(r.case for r in before if r.outcome is not Outcome.PASSED)
    session = stage.session(case.question)
    if session is None:
        return trial.result(case, *stage.why(case.question))
    found = _tried(case, session, failed, stage)
    if found.outcome is Outcome.PASSED and session.altered:
        # Once more with our own arguments out of reach: else who overwrites x decides what is expected of f(x).
        session.writes_back = False
        found = _tried(case, session, failed, stage)
        session.writes_back = True
    if found.outcome in (Outcome.TIMED_OUT, Outcome.KILLED) or not stage.alive:
        stage.drop(case.question, found.outcome)
    return found


def _tried(case: TestCase, session: Session, failed: frozenset[str], stage: Stage) -> CaseResult:
    stage.limit(case.seconds)
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


class Stage:
    """One submission's code in one kind of child, which is replaced when it is lost."""

    def __init__(self, spawn: Callable[[], Child], cells: Sequence[str], limits: Limits, deadline: float):
        self._spawn, self._cells, self._limits, self._deadline = spawn, cells, limits, deadline
        self._child: Child | None = None
        self._session: Session | None = None
        self._referee: Child | None = None
        self._fatal: set[int] = set()  # cells that took a child with them: not run again
        self._losses: dict[str, list[Outcome]] = {}  # how each question lost its children
        self.notes: list[Sentence] = []

    @property
    def alive(self) -> bool:
        """Whether there is a child that can be asked."""
        return self._child is not None and self._child.alive

    def session(self, question: str) -> Session | None:
        """The running notebook; None when the time or the question's attempts are used up."""
        if len(self._losses.get(question, ())) >= ATTEMPTS:
            return None
        while self._session is None and time.monotonic() < self._deadline:
            self._start()
        return self._session if time.monotonic() < self._deadline else None

    def why(self, question: str) -> tuple[Outcome, Sentence]:
        """Why there is no session."""
        if time.monotonic() >= self._deadline:
            return Outcome.TIMED_OUT, Sentence(
                "The time for the whole notebook was used up before this test.",
                "El tiempo para todo el cuaderno se agotó antes de esta prueba.",
            )
        return self._losses[question][-1], Sentence(
            "Not tried: this question had already stopped the process twice.",
            "No se intentó: esta pregunta ya había detenido el proceso dos veces.",
        )

    def limit(self, seconds: float) -> None:
        """Bound the next requests."""
        assert self._child is not None
        self._child.deadline = min(time.monotonic() + seconds, self._deadline)

    def referee(self) -> Session:
        """A session in a child that never sees student code, for models rebuilt from data."""
        if self._referee is None:
            self._referee = self._spawn()
        assert self._child is not None
        self._referee.deadline = self._child.deadline
        return Session(self._referee)

    def drop(self, question: str, outcome: Outcome) -> None:
        """Give the child up, which ended a case of the question so."""
        self.close()
        kept = outcome if outcome in (Outcome.TIMED_OUT, Outcome.KILLED) else Outcome.KILLED
        self._losses.setdefault(question, []).append(kept)

    def close(self) -> None:
        """End the children."""
        for child in (self._child, self._referee):
            if child is not None:
                child.close()
        self._child = self._session = self._referee = None

    def _start(self) -> None:
        self._child = self._spawn()
        session = Session(self._child)
        session.referee = self.referee
        for number, source in enumerate(self._cells, 1):
            if number in self._fatal:
                continue
            self.limit(self._limits.cell + 2)  # the child interrupts itself first, where it can
            try:
                with clock.limit(self._limits.cell + 2 + GRACE):
                    raised = session.run(source, f"<cell {number}>", self._limits.cell)
            except (ChildLost, WireError, clock.Expired):
                self._fatal.add(number)
                self._note(
                    Sentence(
                        f"Code cell {number} stopped the process and was left out.",
                        f"La celda de código {number} detuvo el proceso y se omitió.",
                    )
                )
                self.close()
                if len(self._fatal) > ATTEMPTS:
                    self._deadline = 0.0
                return
            for line, kind, message in raised:
                self._note(program.stumble(number, line, kind, message))
        self._session = session

    def _note(self, note: Sentence) -> None:
        if len(self.notes) < MAX_NOTES and note not in self.notes:
            self.notes.append(note)
