"""No attack of the corpus earns a point, disturbs a neighbour, learns a secret or leaves a process."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from autograder.outcome import Grade
from autograder.report.page import student_page
from autograder.submission import Submission
from tests.attacks.attack import Attack, corpus
from tests.attacks.conftest import HIDDEN_NUMBERS, Arena, Canaries

ATTACKS = list(corpus())
BYSTANDERS = ("ana", "bob")  # of made files: classmates who have written nothing


def sentences() -> list[object]:
    return [
        pytest.param(a, id=f"{a.family}-{a.path.stem}: {a.tries}", marks=[pytest.mark.slow] if "slow" in a.settings else [])
        for a in ATTACKS
    ]


@pytest.mark.parametrize("attack", sentences())
def test_an_attack_that(attack: Attack, arena: Arena, canaries: Canaries, tmp_path: Path) -> None:
    submissions = attack.submissions(tmp_path)
    if attack.made:
        assert {s.student for s in submissions} == attack.students
        assert len(submissions) <= 30
    for one in few(submissions):
        grade = arena.grade(one, attack.assignment, attack.seconds)
        assert grade.score <= (0 if one.student in BYSTANDERS else attack.earns)
        assert not grade.internal
        assert grade.seconds < 60
        check_secrets(grade, canaries)
    arena.check_nothing_left()
    arena.check_neighbours(attack.assignment)


def few(submissions: list[Submission]) -> list[Submission]:
    """At most three of each student: the others are like them."""
    return [s for n, s in enumerate(submissions) if sum(o.student == s.student for o in submissions[:n]) < 3]


def check_secrets(grade: Grade, canaries: Canaries) -> None:
    """What the student reads holds no secret and nothing but text."""
    for lang in ("en", "es"):
        page = student_page(grade, lang)
        for text in (page, *(n[lang] for n in grade.notes)):
            assert canaries.word not in text
            assert not any(number in text for number in HIDDEN_NUMBERS)
        assert "<script" not in page
        assert "<img" not in page
        assert not {c for c in page if unicodedata.category(c) in ("Cc", "Cf", "Cs")} - {"\n", "\t"}


def test_the_corpus_is_large_and_each_attack_says_what_it_tries() -> None:
    assert len(ATTACKS) >= 80
    assert len({a.tries for a in ATTACKS}) == len(ATTACKS)
    assert all(a.must for a in ATTACKS)
