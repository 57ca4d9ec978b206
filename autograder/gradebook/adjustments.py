"""What people change by hand: it counts instead of what the tests give, and a note says so."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..errors import UsageError
from ..language import Sentence
from ..outcome import Adjustment, Grade, QuestionResult


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


def adjusted(grade: Grade, adjustments: Mapping[str, Adjustment]) -> Grade:
    """The grade with these adjustments, by question, and a note about each."""
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
