from __future__ import annotations

import subprocess
import sys

import pytest

from autograder.language import Sentence
from autograder.outcome import Evidence, Grade, Outcome
from autograder.report.notebook import as_html, as_text

from .conftest import PICTURE


@pytest.mark.parametrize("lang", ["en", "es"])
def test_hidden_evidence_is_never_shown(classroom: list[Grade], secret: str, lang: str) -> None:
    for grade in classroom:
        assert secret not in as_html(grade.questions, lang) + as_text(grade.questions, lang)


def test_what_a_student_writes_is_text_not_html(graded) -> None:
    bad = Evidence(call="<script>alert(1)</script>", raised='\u202e\x1b[31m"><img src=x onerror=y>')
    grade = graded(outcome=Outcome.FAILED, says=Sentence("<b>&", "<b>&"), evidence=bad)
    html = as_html(grade.questions[0], "en")
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html
    assert "&lt;b&gt;&amp;" in html
    assert "\u202e" not in html
    assert "\x1b" not in html


def test_html_and_text_tell_the_same(graded) -> None:
    seen = Evidence("relu(-1)", "array([[1],\n       [2]])")
    grade = graded(outcome=Outcome.FAILED, says=Sentence("it should be 0", "debería ser 0"), evidence=seen)
    html, text = (f(grade.questions[0], "es", (3, 40)) for f in (as_html, as_text))
    for part in (
        "relu",
        "0/2",
        "los negativos pasan a 0",
        "no superada",
        "relu(-1)",
        "debería ser 0",
        "3 de 40",
        "ocultas",
    ):
        assert part in html
        assert part in text


def test_rows_of_an_array_stay_under_each_other(graded) -> None:
    seen = Evidence(returned="array([[1],\n       [2]])")
    text = as_text(graded(outcome=Outcome.FAILED, evidence=seen).questions[0], "en")
    first, second = [line for line in text.splitlines() if "[1]" in line or "[2]" in line]
    assert first.index("[1]") == second.index("[2]")


def test_an_answer_not_yet_written_is_told_kindly_and_briefly(graded) -> None:
    missing = graded(outcome=Outcome.MISSING).questions[0]
    assert "Not written yet" in as_html(missing, "en")
    assert as_text(missing, "en").splitlines()[:2] == ["relu  0/2  Not written yet", ""]


def test_importing_it_needs_the_standard_library_alone() -> None:
    code = (
        "import autograder.report.notebook, sys; print(sorted({'jinja2','rich','msgspec','numpy'} & set(sys.modules)))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_a_picture_is_drawn_in_html_and_told_in_text(graded) -> None:
    grade = graded(outcome=Outcome.FAILED, evidence=Evidence(picture=PICTURE))
    html, text = as_html(grade.questions[0], "es"), as_text(grade.questions[0], "es")
    assert html.count("<svg") == html.count('role="img"') == 1
    for part in ("Tu respuesta", "Lo esperado", "Diferencia", "enmarcado", "+0.5"):
        assert part in html
        assert part in text
    assert "var(--bad)" not in html
    assert max(map(len, text.splitlines())) <= 80
