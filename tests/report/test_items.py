"""Item analysis agrees with numpy, and says in words what its numbers mean."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.language import Sentence
from autograder.outcome import CaseResult, Grade, Outcome, QuestionResult
from autograder.report import items
from autograder.report.page import class_page

SAYS = Sentence("a claim", "una afirmación")


def student(name: str, *passes: bool, outcome: Outcome = Outcome.FAILED) -> Grade:
    cases = tuple(
        CaseResult("q", f"c{n}", SAYS, 1.0 + n, n == 2, Outcome.PASSED if p else outcome) for n, p in enumerate(passes)
    )
    return Grade(name, "a", "f", (QuestionResult("q", cases),))


def classroom(size: int = 40) -> list[Grade]:
    rng = np.random.default_rng(3)
    able = rng.random(size)
    return [student(f"s{n}", *(rng.random(3) < a)) for n, a in enumerate(able)]


def test_discrimination_is_the_correlation_with_the_points_elsewhere():
    grades = classroom()
    passed = np.array([[c.outcome is Outcome.PASSED for c in g.questions[0].cases] for g in grades], float)
    points = passed * [1.0, 2.0, 3.0]
    for n, item in enumerate(items.items(grades)):
        rest = points.sum(axis=1) - points[:, n]
        assert item.discrimination == pytest.approx(np.corrcoef(passed[:, n], rest)[0, 1])
        assert item.difficulty == pytest.approx(passed[:, n].mean())


def test_whoever_a_case_did_not_reach_does_not_count():
    grades = [*classroom(), *(student(f"u{n}", False, False, False, outcome=Outcome.MISSING) for n in range(9))]
    assert [i.tried for i in items.items(grades)] == [40, 40, 40]


@pytest.mark.parametrize(
    ("passes", "words"),
    [
        ([(True, True)] * 12, "everyone passes"),
        ([(False, True)] * 12, "nobody passes"),
        ([(True, True), (False, False)] * 2, "too few"),
        ([(True, True), (False, False)] * 8, "very well"),
        ([(True, False), (False, True)] * 8, "look at it"),
        ([], ""),
    ],
)
def test_numbers_are_read_aloud(passes, words):
    found = items.items([student(str(n), *p) for n, p in enumerate(passes)])
    assert words in (found[0].reading.en if found else "")


def test_a_case_that_never_ran_is_said_to_be_unreached():
    (item, _) = items.items([student("a", False, False, outcome=Outcome.MISSING)])
    assert (item.difficulty, item.discrimination, item.reading) == (0.0, None, items.NOBODY)


@pytest.mark.parametrize(("lang", "title"), [("en", "What each test tells you"), ("es", "Qué te dice cada prueba")])
def test_the_class_page_has_the_table(lang, title):
    html = class_page(classroom(), "t", lang)
    assert title in html
    assert "1991" in html


def test_the_class_page_says_which_section_to_revisit(classroom_with_mistake):
    html = class_page(classroom_with_mistake, "t", "es", sections={"q": "2. Una neurona"})
    assert "Sección para repasar" in html
    assert "2. Una neurona" in html
    assert "Sección para repasar" not in class_page(classroom_with_mistake, "t", "es")


@pytest.fixture
def classroom_with_mistake() -> list[Grade]:
    grade = student("a", False, True)
    wrong = QuestionResult("q", grade.questions[0].cases, (Sentence("You forget it.", "Lo olvidas."),))
    return [Grade("a", "a", "f", (wrong,))]
