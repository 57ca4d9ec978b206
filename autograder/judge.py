"""Submission × Assignment -> Grade. The verdict is computed here, where no student code ever runs."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from . import trial
from .assignment import Assignment, Question
from .child import program
from .errors import ChildLost, WireError
from .language import Sentence
from .outcome import CaseResult, Grade, Outcome, QuestionResult
from .remote import Channel, Session
from .submission import Submission

ATTEMPTS = 2  # times a question may lose its child before the rest of it is given up


class Child(Channel, Protocol):
    """A channel to a process of its own."""

    deadline: float

    def close(self) -> None:
        """End it."""


Spawn = Callable[[bool], Child]  # from scratch? -> a fresh child


@dataclass(frozen=True)
class Limits:
    """Seconds: for one cell of a notebook, and for a whole submission whatever happens."""

    cell: float = 10.0
    submission: float = 180.0


def grade(submission: Submission, assignment: Assignment, spawn: Spawn, limits: Limits = Limits()) -> Grade:
    """The grade of one submission; `spawn` gives the children its code runs in."""
    started = time.monotonic()
    cells = [c for c in submission.cells if c.strip() not in assignment.inert]
    results: dict[str, QuestionResult] = {}
    notes: list[Sentence] = list(submission.notes)
    for scratch in (True, False):
        questions = [q for q in assignment.questions if q.from_scratch is scratch]
        if questions:
            stage = Stage(partial(spawn, scratch), cells, limits, started + limits.submission)
            try:
                results |= {q.name: _question(q, stage) for q in questions}
            finally:
                stage.close()
            notes += [n for n in stage.notes if n not in notes]
    ordered = tuple(results[q.name] for q in assignment.questions)
    return Grade(
        submission.student, assignment.name, submission.file, ordered, tuple(notes), time.monotonic() - started
    )


def _question(question: Question, stage: Stage) -> QuestionResult:
    stage.lost = 0
    found: list[CaseResult] = []
    for case in question.cases:
        failed = frozenset(r.case for r in found if r.outcome is not Outcome.PASSED)
        session = stage.session()
        if session is None:
            found.append(trial.result(case, *stage.why()))
            continue
        stage.limit(case.seconds)
        found.append(trial.run(case, session, failed))
        if found[-1].outcome in (Outcome.TIMED_OUT, Outcome.KILLED):
            stage.drop(found[-1].outcome)
    return QuestionResult(question.name, tuple(found))


class Stage:
    """One submission's code in one kind of child, which is replaced when it is lost."""

    def __init__(self, spawn: Callable[[], Child], cells: Sequence[str], limits: Limits, deadline: float):
        self._spawn, self._cells, self._limits, self._deadline = spawn, cells, limits, deadline
        self._child: Child | None = None
        self._session: Session | None = None
        self._fatal: set[int] = set()  # cells that took a child with them: not run again
        self.lost = 0  # children lost in the current question
        self._loss = Outcome.KILLED  # how the last one was lost
        self.notes: list[Sentence] = []

    def session(self) -> Session | None:
        """The running notebook; None when the time or the attempts are used up."""
        while self._session is None and self.lost < ATTEMPTS and time.monotonic() < self._deadline:
            self._start()
        return self._session if time.monotonic() < self._deadline else None

    def why(self) -> tuple[Outcome, Sentence]:
        """Why there is no session."""
        if time.monotonic() >= self._deadline:
            return Outcome.TIMED_OUT, Sentence(
                "The time for the whole notebook was used up before this test.",
                "El tiempo para todo el cuaderno se agotó antes de esta prueba.",
            )
        return self._loss, Sentence(
            "Not tried: this question had already stopped the process twice.",
            "No se intentó: esta pregunta ya había detenido el proceso dos veces.",
        )

    def limit(self, seconds: float) -> None:
        """Bound the next requests."""
        assert self._child is not None
        self._child.deadline = min(time.monotonic() + seconds, self._deadline)

    def drop(self, outcome: Outcome) -> None:
        """Give the child up, which ended its case so."""
        self.close()
        self._loss = outcome
        self.lost += 1

    def close(self) -> None:
        """End the child, if any."""
        if self._child is not None:
            self._child.close()
        self._child = self._session = None

    def _start(self) -> None:
        self._child = self._spawn()
        session = Session(self._child)
        for number, source in enumerate(self._cells, 1):
            if number in self._fatal:
                continue
            self.limit(self._limits.cell + 2)  # the child interrupts itself first, where it can
            try:
                raised = session.run(source, f"<cell {number}>", self._limits.cell)
            except (ChildLost, WireError):
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
        if note not in self.notes:
            self.notes.append(note)
