"""How far a batch is: a live bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from ..language import Sentence
from ..outcome import Grade, Outcome
from .clean import one_line

GRADING = Sentence("Grading", "Calificando")
RATE = Sentence("{rate:.0f}/s", "{rate:.0f}/s")
STUMBLED = Sentence("failures: {n}", "fallas: {n}")
SLOWEST = Sentence("slowest: {who} ({seconds:.1f} s)", "más lento: {who} ({seconds:.1f} s)")
PLAIN = Sentence("{done} of {total}, {left:.0f} s left", "{done} de {total}, faltan {left:.0f} s")
FAILURES = frozenset({Outcome.INTERNAL, Outcome.KILLED, Outcome.TIMED_OUT})
PAUSE = 30.0  # seconds between two plain lines


class State:
    """What is known of a batch; `tell` it of every finished grade."""

    def __init__(self, total: int, show: Callable[[State], None]):
        self.total, self.done, self.failures = total, 0, 0
        self.slowest: tuple[float, str] = (0.0, "")
        self._show, self._started = show, time.monotonic()

    def tell(self, grade: Grade) -> None:
        """One more is done; one with a case that hung, died or could not be graded is a failure."""
        self.done += 1
        self.failures += any(c.outcome in FAILURES for q in grade.questions for c in q.cases)
        self.slowest = max(self.slowest, (grade.seconds, one_line(grade.student)))
        self._show(self)

    @property
    def rate(self) -> float:
        """Submissions a second so far."""
        return self.done / max(time.monotonic() - self._started, 1e-3)

    @property
    def left(self) -> float:
        """Seconds until all are done, if it goes on like this."""
        return (self.total - self.done) / max(self.rate, 1e-9) if self.done else 0.0

    def text(self, lang: str) -> str:
        """Rate, failures and the slowest, as people read it."""
        parts = [RATE[lang].format(rate=self.rate), STUMBLED[lang].format(n=self.failures)]
        if self.slowest[1]:
            parts.append(SLOWEST[lang].format(who=self.slowest[1], seconds=self.slowest[0]))
        return " · ".join(parts)

    def as_json(self) -> str:
        """The same for programs."""
        slowest = {"student": self.slowest[1], "seconds": round(self.slowest[0], 3)}
        known = {"done": self.done, "total": self.total, "rate": round(self.rate, 3), "left": round(self.left, 1)}
        return json.dumps({**known, "failures": self.failures, "slowest": slowest})


@contextmanager
def bar(total: int, lang: str) -> Iterator[State]:
    """The state of a batch, shown on stderr: live on a terminal, else a line every half minute."""
    if not sys.stderr.isatty():
        yield State(total, _Plain(lang))
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
               TimeRemainingColumn(), TextColumn("{task.fields[state]}", markup=False))  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(GRADING[lang], total=total, state="")
        yield State(total, lambda state: progress.update(task, completed=state.done, state=state.text(lang)))


class _Plain:
    """Prints the state when there was silence for long."""

    def __init__(self, lang: str):
        self._lang, self._last = lang, time.monotonic()

    def __call__(self, state: State) -> None:
        if time.monotonic() - self._last >= PAUSE:
            self._last = time.monotonic()
            ahead = PLAIN[self._lang].format(done=state.done, total=state.total, left=state.left)
            print(f"{ahead} · {state.text(self._lang)}", file=sys.stderr, flush=True)
