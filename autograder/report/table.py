"""Grades as data: a CSV for spreadsheets and an exact JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from ..errors import UsageError
from ..language import Sentence
from ..outcome import Grade, question_names
from .clean import clean, number, one_line

FORMAT = 1
FORMULA = tuple("=+-@\t\r＝＋－＠")  # what makes a spreadsheet run a cell's text, and the full-width twins of it
UNREADABLE = Sentence(
    "results.json: not a file that this version wrote", "results.json: no es un archivo escrito por esta versión"
)


def write_csv(grades: Sequence[Grade], path: Path) -> None:
    """Write student, assignment, score, max_score and a column per question; nothing in it runs as a formula."""
    path.write_bytes(csv_text(grades).encode())


def csv_text(grades: Sequence[Grade]) -> str:
    """The table of `write_csv`; every field quoted."""
    names = question_names(grades)
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(harmless(name) for name in ["student", "assignment", "score", "max_score", *names])
    writer.writerows(_row(grade, names) for grade in grades)
    return out.getvalue()


def harmless(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula."""
    shown = one_line(text)
    return "'" + shown if text.startswith(FORMULA) or clean(text).lstrip().startswith(FORMULA) else shown


def _row(grade: Grade, names: Sequence[str]) -> list[str]:
    scores = {q.question: number(q.score) for q in grade.questions}
    fixed = [harmless(grade.student), harmless(grade.assignment), number(grade.score), number(grade.max_score)]
    return fixed + [scores.get(name, "") for name in names]


def results_json(grades: Iterable[Grade]) -> bytes:
    """Grades as JSON, everything in them kept; ASCII only, so no character in it can act on a terminal."""
    data = {"format": FORMAT, "grades": [_data(grade) for grade in grades]}
    return (json.dumps(data, indent=1) + "\n").encode()


def _data(grade: Grade) -> object:
    """The grade as plain data; points become floats, so that a grade read back is written with the same bytes."""
    return msgspec.to_builtins(msgspec.convert(msgspec.to_builtins(grade), Grade))


def json_line(grade: Grade) -> str:
    """One grade as one line of JSON, for programs that read grades as they come."""
    return json.dumps(_data(grade))


def grades_from_json(data: bytes) -> list[Grade]:
    """The grades that `results_json` wrote, equal to what it was given. Raises UsageError on anything else."""
    try:
        kept = json.loads(data)
        if kept["format"] != FORMAT:
            raise ValueError(kept["format"])
        return msgspec.convert(kept["grades"], list[Grade])
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(UNREADABLE) from error
