"""Grade many submissions, and keep what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from . import intake
from .language import Sentence
from .outcome import CaseResult, Grade, Outcome, QuestionResult
from .submission import Submission

GradeOne = Callable[[Submission], Grade]


def grade_all(found: Iterable[Submission], grade: GradeOne) -> Iterator[Grade]:
    """One grade per student, in order; of several notebooks of one student the best counts."""
    for student, files in intake.students(found).items():
        grades = [grade(one) for one in files]
        best = max(grades, key=lambda g: g.score)
        if len(files) > 1:
            names = ", ".join(one.file for one in files)
            note = Sentence(
                f"{student} handed in {len(files)} files ({names}); the best one counts.",
                f"{student} entregó {len(files)} archivos ({names}); cuenta el mejor.",
            )
            best = replace(best, notes=(*best.notes, note))
        yield best


def broken(submission: Submission, assignment: str, questions: Iterable[QuestionResult], error: Exception) -> Grade:
    """The grade of a submission on which our own machinery failed: every case INTERNAL, at no cost to the student."""
    says = Sentence(
        f"Grading failed through no fault of the student ({type(error).__name__}).",
        f"La calificación falló sin culpa del estudiante ({type(error).__name__}).",
    )
    internal = tuple(QuestionResult(q.question, tuple(_internal(c, says) for c in q.cases)) for q in questions)
    return Grade(submission.student, assignment, submission.file, internal, (*submission.notes, says))


def _internal(result: CaseResult, says: Sentence) -> CaseResult:
    return replace(result, outcome=Outcome.INTERNAL, says=says, evidence=None)
