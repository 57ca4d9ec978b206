from __future__ import annotations

import csv
import json
import random

import pytest

from autograder.errors import UsageError
from autograder.language import Sentence
from autograder.outcome import Evidence, Grade, Outcome
from autograder.report.table import csv_text, grades_from_json, harmless, json_line, results_json, write_csv

from .conftest import PICTURE


def test_the_csv_holds_a_row_per_grade_and_a_column_per_question(classroom: list[Grade], tmp_path) -> None:
    write_csv(classroom, tmp_path / "grades.csv")
    with open(tmp_path / "grades.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:5] == ["student", "assignment", "score", "max_score", "relu"]
    for row, grade in zip(rows, classroom, strict=True):
        assert (row["student"], float(row["score"])) == (grade.student, grade.score)
        assert {q.question: q.score for q in grade.questions} == {k: float(v) for k, v in list(row.items())[4:]}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "\u200b=", " =", "\x1b[1m=", "\n+"])
def test_no_cell_is_a_formula(graded, start: str) -> None:
    (row,) = list(csv.reader(csv_text([graded(start + 'HYPERLINK("http://bad")')]).splitlines()))[1:]
    assert row[0].startswith("'")
    assert "\n" not in row[0]


def test_an_ordinary_name_keeps_its_look() -> None:
    assert harmless("Ana-María O'Neill") == "Ana-María O'Neill"


def test_every_field_is_quoted(graded) -> None:
    text = csv_text([graded('Say "hi", Ana')])
    assert text.splitlines() == [
        '"student","assignment","score","max_score","relu"',
        '"Say ""hi"", Ana","02_activations","2","2","2"',
    ]


def test_a_question_a_submission_does_not_have_is_left_empty(graded) -> None:
    empty = Grade("Bo", "02_activations", "b.ipynb", ())
    assert csv_text([graded("Ana"), empty]).splitlines()[2] == '"Bo","02_activations","0","0",""'


def test_an_empty_class_has_a_heading(tmp_path) -> None:
    assert csv_text([]) == '"student","assignment","score","max_score"\n'


def test_json_keeps_grades_exactly(classroom: list[Grade], graded) -> None:
    odd = graded(
        "\ud800\x1b[31m\u202e<script>",
        outcome=Outcome.KILLED,
        points=1 / 3,
        says=Sentence("ñ \x00", "☃"),
        evidence=Evidence(returned='"\\\n', line=2),
        notes=(Sentence("a", "b"),),
        unsafe=True,
    )
    grades = [*classroom, odd]
    assert grades_from_json(results_json(grades)) == grades


def test_json_is_plain_ascii_and_the_same_each_time(classroom: list[Grade]) -> None:
    assert results_json(classroom) == results_json(grades_from_json(results_json(classroom)))
    assert max(results_json(classroom)) < 128


def test_a_line_of_json_is_one_line(graded) -> None:
    line = json_line(graded("two\nlines"))
    assert "\n" not in line
    assert json.loads(line)["student"] == "two\nlines"


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b'{"format": 99, "grades": []}', b'{"format": 1, "grades": [{}]}', b"\xff"]
)
def test_what_we_did_not_write_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(UsageError, match=r"results\.json"):
        grades_from_json(data)


def test_random_damage_never_gives_another_error(classroom: list[Grade]) -> None:
    chance, whole = random.Random(1), results_json(classroom[:1])
    for _ in range(200):
        data = bytearray(whole)
        data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            grades_from_json(bytes(data))
        except UsageError:
            continue


def test_a_picture_is_kept_and_results_without_one_are_still_read(graded) -> None:
    grade = graded(outcome=Outcome.FAILED, evidence=Evidence("f()", picture=PICTURE))
    data = results_json([grade])
    assert grades_from_json(data) == [grade]
    plain = json.loads(data)
    del plain["grades"][0]["questions"][0]["cases"][0]["evidence"]["picture"]
    (older,) = grades_from_json(json.dumps(plain).encode())
    assert older.questions[0].cases[0].evidence == Evidence("f()")
