"""What a batch has found so far, kept where a crash cannot lose it: graded once, never again until something changes.

A result is kept for a submission's code × a question × all that can change that question's verdict (its cases, what
their files share, the data, the kit). So a changed case costs its own question only. Beside the results stand the grades
as they were last reported, and what people changed by hand.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

import msgspec

from . import carried
from .assignment import Assignment
from .errors import UsageError
from .language import Sentence
from .outcome import Adjustment, CaseResult, Grade, QuestionResult
from .submission import Submission
from .tested import prints

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
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,16}\b")  # where an object lay: another place in every run
NOT_GRADED = Sentence(
    "There is no class graded in {out}: run `autograder grade` first.",
    "En {out} no hay una clase calificada: primero ejecuta `autograder grade`.",
)

Only = frozenset[str] | None
Prints = Mapping[str, str]  # by question
Kept = tuple[QuestionResult, tuple[Sentence, ...]]  # a question's result, and the notes of that run


class GradeMany(Protocol):
    """Grades submissions, or of each only some questions: (position, grade), as they get ready."""

    def __call__(self, submissions: Sequence[Submission], *, only: Sequence[Only]) -> Iterable[tuple[int, Grade]]:
        """As `workers.grade_many`."""


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
        return [_adjusted(g, by_student.get(g.student, {})) for g in grades]

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


def find(grades: Iterable[Grade], student: str, question: str) -> Grade:
    """The student's grade, which has that question; UsageError, with the names there are, when there is none."""
    names = {g.student: g for g in grades}
    if student not in names:
        near = ", ".join(difflib.get_close_matches(student, names, 5, 0.3)) or "–"
        raise UsageError(
            Sentence(f"There is no student {student!r}. Near it: {near}.", f"No existe {student!r}. Parecidos: {near}.")
        )
    there = [q.question for q in names[student].questions]
    if question not in there:
        listed = ", ".join(there)
        raise UsageError(
            Sentence(
                f"There is no question {question!r}. There are: {listed}.",
                f"No existe la pregunta {question!r}. Hay: {listed}.",
            )
        )
    return names[student]


def _pack(value: object) -> bytes:
    return zlib.compress(msgspec.json.encode(value), 1)


def _unpack(blob: bytes, kind: Any) -> Any:
    return msgspec.json.decode(zlib.decompress(blob), type=kind)


def key(submission: Submission) -> str:
    """A hash of what is graded of a submission: its code, what had to be mended to read it, and its weights."""
    code = msgspec.json.encode((submission.cells, submission.notes))
    files = [name.encode() + hashlib.sha256(data).digest() for name, data in submission.weights]
    return hashlib.sha256(b"".join([code, *files])).hexdigest()


def grade_class(
    found: Sequence[Submission], assignment: Assignment, grade_many: GradeMany, book: Gradebook, unsafe: bool = False
) -> Iterator[Grade]:
    """Each submission's grade as it gets ready: at once when the book has it, else from `grade_many`, and kept.

    Of a submission whose results are known in part, only the other questions are graded. A grade that ended by our own
    fault is not kept: the next run tries again.
    """
    tests = prints(assignment, unsafe)
    waiting: list[tuple[Submission, str, frozenset[str]]] = []
    for submission in found:
        one = key(submission)
        known = book.known(one, tests)
        if missing := frozenset(tests) - frozenset(known):
            waiting.append((submission, one, missing | _touched(assignment, missing, known)))
        else:
            yield _whole(submission, assignment, known, unsafe)
    only = [None if len(missing) == len(tests) else missing for _, _, missing in waiting]
    for number, grade in grade_many([s for s, _, _ in waiting], only=only):
        submission, one, missing = waiting[number]
        grade = steady(grade)
        if not grade.internal:
            book.put(one, tests, grade)
        fresh = {q.question: (q, grade.notes) for q in grade.questions}
        known = fresh if len(missing) == len(tests) else book.known(one, tests) | fresh
        yield replace(_whole(submission, assignment, known, unsafe), seconds=grade.seconds)


def _touched(assignment: Assignment, missing: frozenset[str], known: Mapping[str, Kept]) -> frozenset[str]:
    """Known questions to grade again with `missing` ones: an error carried forward is seen only when both are tried."""
    scratch = {q.name for q in assignment.questions if q.from_scratch}
    return frozenset(n for n in scratch & known.keys() if carried.is_wrong(known[n][0])) if missing & scratch else frozenset()


def _whole(submission: Submission, assignment: Assignment, known: Mapping[str, Kept], unsafe: bool) -> Grade:
    ordered = [known[q.name] for q in assignment.questions if q.name in known]
    notes = tuple(dict.fromkeys(n for _, several in ordered for n in several)) or submission.notes
    return Grade(
        submission.student, assignment.name, submission.file, tuple(r for r, _ in ordered), notes, unsafe=unsafe
    )


def steady(grade: Grade) -> Grade:
    """The grade without what differs from run to run: seconds of cases, and where objects lay in memory."""
    questions = tuple(replace(q, cases=tuple(map(_steady, q.cases))) for q in grade.questions)
    return replace(grade, questions=questions, notes=tuple(map(_unaddressed, grade.notes)))


def _steady(case: CaseResult) -> CaseResult:
    seen = case.evidence
    if seen:
        texts: dict[str, Any] = {
            name: ADDRESS.sub("0x…", getattr(seen, name)) for name in ("call", "returned", "raised", "source")
        }
        seen = replace(seen, **texts)
    return replace(case, seconds=0.0, says=case.says and _unaddressed(case.says), evidence=seen)


def _unaddressed(sentence: Sentence) -> Sentence:
    return Sentence(ADDRESS.sub("0x…", sentence.en), ADDRESS.sub("0x…", sentence.es))


def best_of(grades: Iterable[Grade]) -> list[Grade]:
    """One grade per student, by name: of several notebooks of one student the best counts, and a note says so."""
    grouped: dict[str, list[Grade]] = {}
    for grade in sorted(grades, key=lambda g: (g.student, g.file)):
        grouped.setdefault(grade.student, []).append(replace(grade, seconds=0.0))
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


def _adjusted(grade: Grade, adjustments: Mapping[str, Adjustment]) -> Grade:
    if not adjustments:
        return grade
    questions = tuple(replace(q, adjustment=adjustments.get(q.question)) for q in grade.questions)
    notes = [_by_hand(q) for q in questions if q.adjustment]
    return replace(grade, questions=questions, notes=(*grade.notes, *notes))


def _by_hand(result: QuestionResult) -> Sentence:
    assert result.adjustment is not None
    tests, points = f"{sum(c.earned for c in result.cases):g}", f"{result.adjustment.points:g}"
    reason = result.adjustment.reason
    return Sentence(
        f"{result.question}: {points} points given by hand, where the tests give {tests}. Reason: {reason}",
        f"{result.question}: {points} puntos puestos a mano, donde las pruebas dan {tests}. Motivo: {reason}",
    )


@dataclass(frozen=True)
class Change:
    """What a regrade changes for one student; None where there is no grade."""

    student: str
    before: Grade | None
    after: Grade | None

    @property
    def scores(self) -> tuple[float | None, float | None]:
        """Points before and after."""
        return (self.before.score if self.before else None), (self.after.score if self.after else None)

    @property
    def questions(self) -> list[tuple[str, float, float]]:
        """(question, points before, points after) where they differ."""
        was = {q.question: q.score for q in self.before.questions} if self.before else {}
        now = {q.question: q.score for q in self.after.questions} if self.after else {}
        names = dict.fromkeys([*was, *now])
        return [(n, was.get(n, 0.0), now.get(n, 0.0)) for n in names if was.get(n, 0.0) != now.get(n, 0.0)]


def changes(before: Iterable[Grade], after: Iterable[Grade]) -> list[Change]:
    """The students whose grade differs in anything that is reported, by name."""
    was, now = ({g.student: g for g in grades} for grades in (before, after))
    return [Change(s, was.get(s), now.get(s)) for s in sorted(was.keys() | now.keys()) if was.get(s) != now.get(s)]
