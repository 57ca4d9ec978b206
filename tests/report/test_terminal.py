from __future__ import annotations

import io

import pytest
from rich.console import Console

from autograder.language import Sentence
from autograder.outcome import Evidence, Grade, Outcome
from autograder.report.terminal import print_class, print_grade

from .conftest import PICTURE


def _printed(show, what, lang: str = "en", width: int = 80, encoding: str = "utf-8", **more: object) -> str:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, newline="")
    show(what, lang, Console(file=file, width=width, **more))
    file.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_hidden_evidence_is_never_printed_to_a_student(classroom: list[Grade], secret: str, lang: str) -> None:
    for grade in classroom:
        text = _printed(print_grade, grade, lang)
        assert secret not in text
        assert grade.questions[0].question in text


def test_a_failure_shows_what_happened_in_order(graded) -> None:
    seen = Evidence("relu(-1)", "-1", "", 3, "return x")
    text = _printed(
        print_grade, graded(outcome=Outcome.FAILED, says=Sentence("it should be 0", "debería ser 0"), evidence=seen)
    )
    parts = [
        "relu  0/2",
        "✗ negatives become 0",
        "relu(-1)",
        "-1",
        "Line 3",
        "it should be 0",
        "So far: 0 of 2 points.",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "Hidden tests will also" in text


def test_outcomes_differ_without_colour(graded) -> None:
    texts = {_printed(print_grade, graded(outcome=outcome)) for outcome in Outcome}
    assert len(texts) == len(Outcome)
    assert not any("\x1b" in text for text in texts)


def test_what_a_student_writes_is_neither_markup_nor_a_terminal_command(graded) -> None:
    bad = Evidence(call="[bold]x[/bold][link=http://bad]y", raised="\x1b]0;title\x07[red]Boom")
    text = _printed(print_grade, graded("[blink]", outcome=Outcome.FAILED, evidence=bad), force_terminal=False)
    assert "[bold]x[/bold][link=http://bad]y" in text
    assert "[red]Boom" in text
    assert "title" not in text


def test_marks_are_ascii_where_the_terminal_cannot_show_more(graded) -> None:
    assert "x negatives become 0" in _printed(print_grade, graded(outcome=Outcome.FAILED), encoding="cp1252")


def test_notes_and_unsafe_grading_are_told(graded) -> None:
    text = _printed(print_grade, graded(notes=(Sentence("cut short", "cortado"),), unsafe=True))
    assert "cut short" in text
    assert "Graded without a sandbox" in text


@pytest.mark.parametrize("width", [80, 120])
def test_the_class_fits_with_every_student_question_and_number(classroom: list[Grade], width: int) -> None:
    text = _printed(print_class, classroom, "es", width)
    assert max(map(len, text.splitlines())) <= width
    for grade in classroom:
        assert grade.student in text
        for question in grade.questions:
            assert question.question in text
    assert "Estudiantes: 25" in text
    assert "Promedio: 48.8 de 72" in text
    assert "Sin poder evaluar (!): 1" in text
    assert "60!" in text


def test_an_unsafe_class_and_an_empty_class_say_so(graded) -> None:
    assert "Graded without a sandbox" in _printed(print_class, [graded(unsafe=True)])
    assert _printed(print_class, []).strip() == "No submissions yet."


def test_a_submission_without_a_question_leaves_its_place_empty(graded) -> None:
    assert "Bo" in _printed(print_class, [graded("Ana"), Grade("Bo", "a", "f", ())])


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_a_picture_fits_in_80_columns_of_any_terminal(graded, encoding: str) -> None:
    grade = graded(outcome=Outcome.FAILED, evidence=Evidence(picture=PICTURE))
    text = _printed(print_grade, grade, encoding=encoding)
    assert "[+7]" in text
    assert "is framed" in text
    assert max(map(len, text.splitlines())) <= 80
    assert ("·" in text) is (encoding == "utf-8")
    assert "\x1b" not in text
