"""One submission's code in one kind of child, for as long as it lives and again when it is lost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from .child import clock, program
from .errors import AnswerError, ChildLost, WireError
from .language import Sentence
from .outcome import Outcome
from .remote import Ahead, Pipe, Script, Session
from .submission import weights_of
from .testcase import TestCase

ATTEMPTS = 2  # times a question may lose its child before the rest of it is given up
GRACE = 5.0  # seconds of our own that a case may take on top of the answer's: a value can be a trap
MAX_NOTES = 30


class Child(Pipe, Protocol):
    """A channel to a process of its own."""

    deadline: float

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""

    def close(self) -> None:
        """End it."""


@dataclass(frozen=True)
class Limits:
    """Seconds: for one cell of a notebook, and for a whole submission whatever happens."""

    cell: float = 10.0
    submission: float = 180.0


class Stage:
    """One submission's code in one kind of child, which is replaced when it is lost."""

    def __init__(
        self,
        spawn: Callable[[], Child],
        cells: Sequence[str],
        limits: Limits,
        deadline: float,
        weights: Sequence[tuple[str, bytes]] = (),
    ):
        self._spawn, self.cells, self._limits, self._deadline = spawn, cells, limits, deadline
        self._weights = weights
        self._given: dict[str, Callable[..., Any]] = {}  # right answers to earlier questions, in place of the student's
        self._child: Child | None = None
        self._session: Session | None = None
        self._ahead: Ahead | None = None
        self._referee: Child | None = None
        self._fatal: set[int] = set()  # cells that took a child with them: not run again
        self._losses: dict[str, list[Outcome]] = {}  # how each question lost its children
        self.notes: list[Sentence] = []

    def again(self, given: dict[str, Callable[..., Any]]) -> Stage:
        """Another stage for the same notebook, with some of its names replaced."""
        other = Stage(self._spawn, self.cells, self._limits, self._deadline, self._weights)
        other._given, other._fatal = given, set(self._fatal)
        return other

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

    def read_ahead(self, question: str, script: Script, needs: Iterable[str]) -> None:
        """Send what the question's cases will ask, which are tried next; `needs` are the names that they take."""
        session = self.session(question)
        if session is None or self._ahead is None or not script:
            return
        self.limit(self._limits.cell)
        try:
            if all(session.has(name) for name in needs):
                self._ahead.send(script)
        except AnswerError:
            return
        except (ChildLost, WireError):  # whoever asks next gets a new child
            self.close()

    def begin(self, case: TestCase) -> None:
        """The next requests are this case's: bound them."""
        assert self._ahead is not None
        self.limit(case.seconds)
        self._ahead.begin(case.name)

    @property
    def transcript(self) -> bytes | None:
        """A digest of all that the case was answered; None when that was nothing, or more than was sent ahead."""
        return self._ahead.transcript if self._ahead is not None else None

    def transcripts(self) -> Iterator[bytes]:
        """The same, after each reply to what was sent ahead for the case."""
        assert self._ahead is not None and self._session is not None
        return self._ahead.transcripts(self._session.answer)

    @property
    def misled(self) -> bool:
        """Whether the child was lost with requests of other cases under way too."""
        return self._ahead is not None and self._ahead.misled

    def pass_over(self) -> None:
        """The case is over: what was sent ahead for it and not asked for is no case's; nor is a child lost to it."""
        if self._ahead is not None and not self._ahead.end():
            self.close()

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
        if self._referee is None or not self._referee.alive:
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
        self._child = self._session = self._ahead = self._referee = None

    def _start(self) -> None:
        self._child = self._spawn()
        self._ahead = Ahead(self._child)
        session = Session(self._ahead)
        session.referee, session.note = self.referee, self._note
        session.submitted = partial(weights_of, self._weights)
        for number, source in enumerate(self.cells, 1):
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
        for name, function in self._given.items():
            session.put(name, function)
        self._session = session

    def _note(self, note: Sentence) -> None:
        if len(self.notes) < MAX_NOTES and note not in self.notes:
            self.notes.append(note)
