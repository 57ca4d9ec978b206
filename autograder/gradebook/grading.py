"""A class through the gradebook: graded once, never again until something changes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

import msgspec

from .. import carried
from ..assignment import Assignment
from ..language import Sentence
from ..outcome import CaseResult, Grade
from ..submission import Submission
from ..tested import prints
from .book import Gradebook, Kept

ADDRESS = re.compile(r"\b0x[0-9a-f]{6,16}\b")  # where an object lay: another place in every run

Only = frozenset[str] | None


class GradeMany(Protocol):
    """Grades submissions, or of each only some questions: (position, grade), as they get ready."""

    def __call__(self, submissions: Sequence[Submission], *, only: Sequence[Only]) -> Iterable[tuple[int, Grade]]:
        """As `workers.grade_many`."""


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


def key(submission: Submission) -> str:
    """A hash of what is graded of a submission: its code, what had to be mended to read it, and its weights."""
    code = msgspec.json.encode((submission.cells, submission.notes))
    files = [name.encode() + hashlib.sha256(data).digest() for name, data in submission.weights]
    return hashlib.sha256(b"".join([code, *files])).hexdigest()


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
