"""How far a batch is: a live bar on a terminal, silence elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from ..language import Sentence
from ..outcome import Grade

GRADING = Sentence("Grading", "Calificando")
STATE = Sentence("{rate:.0f}/s · slowest: {slowest}", "{rate:.0f}/s · más lento: {slowest}")


@contextmanager
def bar(total: int, lang: str) -> Iterator[Callable[[Grade], None]]:
    """A function to call with every finished grade; the bar is on stderr and only when that is a terminal."""
    console = Console(stderr=True)
    if not sys.stderr.isatty():
        yield lambda grade: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
               TimeRemainingColumn(), TextColumn("{task.fields[state]}"))  # fmt: skip
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(GRADING[lang], total=total, state="")
        slowest: list[Grade] = []

        def tell(grade: Grade) -> None:
            slowest[:] = [max([*slowest, grade], key=lambda g: g.seconds)]
            done = progress.tasks[0]
            rate = (done.completed + 1) / (done.elapsed or 1.0)
            name = f"{slowest[0].student} ({slowest[0].seconds:.1f} s)"
            progress.update(task, advance=1, state=STATE[lang].format(rate=rate, slowest=name))

        yield tell
