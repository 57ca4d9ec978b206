"""A class on its way through the graders: progress while it runs, what is said when it is stopped, reports at its end."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .base import console, say

if TYPE_CHECKING:
    from ..assignment import Assignment
    from ..gradebook import Gradebook, GradeMany
    from ..outcome import Grade
    from ..submission import Submission

STOPPED = 130  # the exit code of a batch that somebody stopped


@dataclass(frozen=True)
class Batch:
    """One class's submissions, and how they are to be graded."""

    assignment: Assignment
    submissions: list[Submission]
    lang: str
    unsafe: bool = False
    as_json: bool = False  # print a JSON line per student, and no table
    dask: str | None = None  # the address of a cluster's scheduler

    @property
    def about(self) -> dict[str, str]:
        """What the reports say besides grades."""
        one = self.assignment
        sections = {q.name: one.section(q.name)[self.lang] for q in one.questions}
        return {"lang": self.lang, "title": one.title[self.lang], "sections": json.dumps(sections, ensure_ascii=False)}


def run(batch: Batch, out: Path) -> int:
    """Grade it, write the results into `out` and show them; the exit code."""
    from .. import gradebook
    from ..report import terminal

    with gradebook.Gradebook(out / "gradebook.sqlite") as book:
        found = grades(batch, book)
        if found is None:
            return STOPPED
        reported = report(book, found, out, batch.about)
    if not batch.as_json:
        terminal.print_class(reported, batch.lang, console())
        say(f"Class page: {out / 'index.html'}", f"Página de la clase: {out / 'index.html'}")
    return exit_code(reported)


def grades(batch: Batch, book: Gradebook) -> list[Grade] | None:
    """The best grade of every student; None when somebody stopped it."""
    from .. import gradebook
    from ..report import progress, table

    grade_many = _graders(batch)
    found: list[Grade] = []
    with _sigterm_as_ctrl_c():
        try:
            with progress.bar(len(batch.submissions), batch.lang) as state:
                for one in gradebook.grade_class(batch.submissions, batch.assignment, grade_many, book, batch.unsafe):
                    found.append(one)
                    state.tell(one)
                    if batch.as_json:
                        click.echo(f'{table.json_line(one)[:-1]}, "progress": {state.as_json()}}}')
        except KeyboardInterrupt:
            _say_stopped(len(found), len(batch.submissions))
            return None
    return gradebook.best_of(found)


def _graders(batch: Batch) -> GradeMany:
    """A cluster, or this machine if its sandbox holds."""
    if batch.dask:
        from .. import cluster

        return partial(cluster.grade_many, assignment=batch.assignment, address=batch.dask, unsafe=batch.unsafe)
    from .. import sandbox, workers

    with sandbox.Sandbox(unsafe=batch.unsafe) as box:
        sandbox.insist(box)
        if box.backend.lacks and not batch.unsafe:
            say(
                f"The sandbox here is {box.backend.name}: `autograder doctor` says what it promises less than bubblewrap.",
                f"El sandbox aquí es {box.backend.name}: `autograder doctor` dice qué promete de menos que bubblewrap.",
                err=True,
            )
    return partial(workers.grade_many, assignment=batch.assignment, unsafe=batch.unsafe)


@contextmanager
def _sigterm_as_ctrl_c() -> Iterator[None]:
    """Batch systems end jobs with SIGTERM: what is graded is kept then also."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _say_stopped(done: int, total: int) -> None:
    say(
        f"Stopped. {done} of {total} are graded and kept: run the same command again to go on.",
        f"Detenido. {done} de {total} ya están calificados y guardados: ejecuta el mismo comando para seguir.",
        err=True,
    )


def report(book: Gradebook, found: list[Grade], out: Path, about: dict[str, str]) -> list[Grade]:
    """Write every report; returns the grades in them, which are those found with the adjustments made by hand."""
    from ..report import page

    book.report(found, about)
    adjusted = book.adjusted(found)
    sections = json.loads(about.get("sections") or "{}")
    page.write_report(adjusted, out, about["lang"], about["title"], sections)
    return adjusted


def exit_code(found: list[Grade]) -> int:
    """3 when a case ended as INTERNAL: somebody who runs the class should look."""
    return 3 if any(g.internal for g in found) else 0
