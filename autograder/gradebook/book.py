"""What a batch has found so far, kept where a crash cannot lose it.

A result is kept for a submission's code × a question × all that can change that question's verdict (its cases, what
their files share, the data, the kit). So a changed case costs its own question only. Beside the results stand the grades
as they were last reported, and what people changed by hand.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from ..errors import UsageError
from ..language import Sentence
from ..outcome import Adjustment, Grade, QuestionResult
from .adjustments import adjusted

TABLES = """
CREATE TABLE IF NOT EXISTS results (
    submission TEXT, question TEXT, tests TEXT, result BLOB NOT NULL, PRIMARY KEY (submission, question, tests)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reported (place INTEGER PRIMARY KEY, grade BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS adjustments (
    student TEXT, question TEXT, points REAL NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (student, question)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
NOT_GRADED = Sentence(
    "There is no class graded in {out}: run `autograder grade` first.",
    "En {out} no hay una clase calificada: primero ejecuta `autograder grade`.",
)

Prints = Mapping[str, str]  # by question
Kept = tuple[QuestionResult, tuple[Sentence, ...]]  # a question's result, and the notes of that run


class Gradebook:
    """Results, reported grades and adjustments on disk; a context manager."""

    def __init__(self, path: Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, isolation_level=None, timeout=60)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=NORMAL")  # what a power cut takes is graded again, nothing worse
        self._database.executescript(TABLES)
        self._shared: dict[Sentence, Sentence] = {}

    def known(self, submission: str, tests: Prints) -> dict[str, Kept]:
        """The results there are for these very tests, by question."""
        rows = self._database.execute("SELECT question, tests, result FROM results WHERE submission = ?", (submission,))
        return {q: self._lean(_unpack(blob, Kept)) for q, print_of, blob in rows if tests.get(q) == print_of}

    def put(self, submission: str, tests: Prints, grade: Grade) -> None:
        """Keep a grade's results; they are kept when this returns, all of them or none."""
        rows = [(submission, q.question, tests[q.question], _pack((q, grade.notes))) for q in grade.questions]
        with self._at_once():
            self._database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", rows)

    def report(self, grades: Iterable[Grade], about: Mapping[str, str]) -> None:
        """Remember the grades of the class as they are reported now, without what people changed by hand."""
        with self._at_once():
            self._database.execute("DELETE FROM reported")
            self._database.executemany("INSERT INTO reported VALUES (NULL, ?)", ((_pack(g),) for g in grades))
            self._database.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", about.items())

    def reported(self) -> list[Grade]:
        """The grades of the last report."""
        rows = self._database.execute("SELECT grade FROM reported ORDER BY place")
        return [_unpack(blob, Grade) for (blob,) in rows]

    def about(self, name: str) -> str:
        """A fact that `report` was told."""
        row = self._database.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def adjust(self, student: str, question: str, adjustment: Adjustment | None) -> None:
        """A question of a student has these points from now on, whatever its tests say; None takes that back."""
        self._database.execute("DELETE FROM adjustments WHERE student = ? AND question = ?", (student, question))
        if adjustment:
            row = (student, question, adjustment.points, adjustment.reason)
            self._database.execute("INSERT INTO adjustments VALUES (?, ?, ?, ?)", row)

    def adjusted(self, grades: Iterable[Grade]) -> list[Grade]:
        """The grades with what people changed by hand, and a note that says so."""
        by_student: dict[str, dict[str, Adjustment]] = {}
        for student, question, points, reason in self._database.execute("SELECT * FROM adjustments"):
            by_student.setdefault(student, {})[question] = Adjustment(points, reason)
        return [adjusted(g, by_student.get(g.student, {})) for g in grades]

    def __len__(self) -> int:
        return int(self._database.execute("SELECT COUNT(DISTINCT submission) FROM results").fetchone()[0])

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def _lean(self, kept: Kept) -> Kept:
        """The same with each sentence held once: a class says few sentences many times."""
        result, notes = kept
        share = self._shared.setdefault
        cases = tuple(
            replace(c, claim=share(c.claim, c.claim), says=c.says and share(c.says, c.says)) for c in result.cases
        )
        return replace(result, cases=cases), notes

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()


def existing(out: Path) -> Gradebook:
    """The gradebook of results in `out`; UsageError when no class was graded there."""
    path = out / "gradebook.sqlite"
    if not path.is_file():
        raise UsageError(Sentence(NOT_GRADED.en.format(out=out), NOT_GRADED.es.format(out=out)))
    return Gradebook(path)


def _pack(value: object) -> bytes:
    return zlib.compress(msgspec.json.encode(value), 1)


def _unpack(blob: bytes, kind: Any) -> Any:
    return msgspec.json.decode(zlib.decompress(blob), type=kind)
