"""What a batch has found so far, kept where a crash cannot lose it: graded once, never again until something changes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

import msgspec

from . import __version__
from .assignment import Assignment
from .language import Sentence
from .outcome import Grade
from .submission import Submission

GradeMany = Callable[[Sequence[Submission]], Iterable[tuple[int, Grade]]]
TABLE = "CREATE TABLE IF NOT EXISTS grades (key TEXT PRIMARY KEY, student TEXT, file TEXT, grade BLOB NOT NULL)"


class Gradebook:
    """Grades on disk by the content of submission, assignment and kit; a context manager."""

    def __init__(self, path: Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute(TABLE)

    def get(self, key: str) -> Grade | None:
        """The grade kept under `key`."""
        row = self._database.execute("SELECT grade FROM grades WHERE key = ?", (key,)).fetchone()
        return msgspec.json.decode(row[0], type=Grade) if row else None

    def put(self, key: str, grade: Grade) -> None:
        """Keep a grade; it is on disk when this returns."""
        row = (key, grade.student, grade.file, msgspec.json.encode(grade))
        self._database.execute("INSERT OR REPLACE INTO grades VALUES (?, ?, ?, ?)", row)

    def __len__(self) -> int:
        return int(self._database.execute("SELECT COUNT(*) FROM grades").fetchone()[0])

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()


def fingerprint(assignment: Assignment) -> str:
    """A hash of all that can change a grade besides the submission: the folder's files and the kit's version."""
    digest = hashlib.sha256(__version__.encode())
    for path in (
        *(assignment.folder / n for n in ("notebook.py", "tests_public.py", "tests_hidden.py")),
        *assignment.data,
    ):
        data = path.read_bytes()
        digest.update(f"{path.name}:{len(data)}:".encode() + data)
    return digest.hexdigest()


def key(submission: Submission, assignment: str) -> str:
    """The key of a submission's grade, for an assignment with that fingerprint."""
    content = msgspec.json.encode((assignment, submission.student, submission.file, submission.cells, submission.notes))
    return hashlib.sha256(content).hexdigest()


def grade_class(
    found: Sequence[Submission], assignment: Assignment, grade_many: GradeMany, book: Gradebook, unsafe: bool = False
) -> Iterator[Grade]:
    """Each submission's grade as it gets ready: at once when the book has it, else from `grade_many`, and kept.

    A grade that ended by our own fault is not kept: the next run tries again.
    """
    print_of = fingerprint(assignment) + ("unsafe" if unsafe else "")
    keys = [key(s, print_of) for s in found]
    waiting = []
    for submission, one in zip(found, keys, strict=True):
        known = book.get(one)
        if known is None:
            waiting.append((submission, one))
        else:
            yield known
    for number, grade in grade_many([s for s, _ in waiting]):
        if not grade.internal:
            book.put(waiting[number][1], grade)
        yield grade


def best_of(grades: Iterable[Grade]) -> list[Grade]:
    """One grade per student, by name: of several notebooks of one student the best counts, and a note says so."""
    grouped: dict[str, list[Grade]] = {}
    for grade in sorted(grades, key=lambda g: (g.student, g.file)):
        grouped.setdefault(grade.student, []).append(grade)
    return [_best(student, several) for student, several in grouped.items()]


def _best(student: str, grades: list[Grade]) -> Grade:
    best = max(grades, key=lambda g: g.score)
    if len(grades) == 1:
        return best
    names = ", ".join(g.file for g in grades)
    note = Sentence(
        f"{student} handed in {len(grades)} files ({names}); the best one counts.",
        f"{student} entregó {len(grades)} archivos ({names}); cuenta el mejor.",
    )
    return replace(best, notes=(*best.notes, note))
