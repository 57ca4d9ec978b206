"""What is answered the same is judged once: the same grades, from fewer judgements."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from autograder import assignment, judge, rehearsal, trial
from autograder.precedents import Precedents
from autograder.submission import Submission
from tests.test_judge import NUMPY, RELU, SCALER
from tests.test_rehearsal import ODD, graded, loaded

SOLUTIONS = Path(__file__).resolve().parent.parent / "solutions"


@pytest.fixture
def tried(monkeypatch):
    """The names of the cases that were judged, in order."""
    names: list[str] = []
    run = trial.run

    def noting(case, *more):
        names.append(case.name)
        return run(case, *more)

    monkeypatch.setattr(trial, "run", noting)
    return names


def known(one, most=1000):
    return Precedents(rehearsal.scripts(one), most)


def test_a_second_answer_with_the_same_replies_is_not_judged_again(toy, box, tried):
    one = loaded(toy)
    precedents = known(one)
    first = graded(one, box, precedents, NUMPY, RELU, SCALER)
    tried.clear()
    other = "def relu(x):\n    # another right way\n    return np.where(x > 0, x, 0 * x) + 0"
    assert graded(one, box, precedents, NUMPY, other, SCALER) == first
    relu = {c.name for c in one.questions[0].cases}
    assert not relu & set(tried) and tried, "objects without a name are asked for anew"


def test_an_answer_with_other_replies_is_judged(toy, box, tried):
    one = loaded(toy)
    precedents = known(one)
    graded(one, box, precedents, NUMPY, RELU, SCALER)
    tried.clear()
    wrong = "def relu(x):\n    return np.maximum(x, 0) + (np.ravel(x)[0] == 3)"  # wrong in one case
    assert graded(one, box, precedents, NUMPY, wrong, SCALER) == graded(one, box, Precedents(), NUMPY, wrong, SCALER)
    assert "positives_stay" in tried


@pytest.mark.parametrize("order", [1, -1])
def test_odd_answers_are_graded_the_same_after_each_other(toy, box, order):
    one = loaded(toy)
    quick = tuple(replace(c, seconds=1.0) for c in one.questions[0].cases)
    one = replace(one, questions=(replace(one.questions[0], cases=quick), *one.questions[1:]))
    precedents = known(one)
    for answer in [*ODD.values()][::order] * 2:
        cells = (NUMPY, answer, SCALER)
        assert graded(one, box, precedents, *cells) == graded(one, box, Precedents(), *cells), answer


def test_an_answer_that_writes_to_its_argument_is_always_judged(toy, box, tried):
    one = loaded(toy)
    precedents = known(one)
    cells = (NUMPY, ODD["writes to its argument"], SCALER)
    first = graded(one, box, precedents, *cells)
    tried.clear()
    assert graded(one, box, precedents, *cells) == first
    assert "negatives_become_zero" in tried


def test_what_cases_share_is_no_precedent(toy, box, tried):
    shares = "relu._session.shared.setdefault('once', relu(np.array([5.0]))); relu(np.array([7.0]))"
    one = loaded(toy, extra=shares)
    precedents = known(one)
    for _ in range(2):
        tried.clear()
        graded(one, box, precedents, NUMPY, RELU, SCALER)
        assert "extra" in tried


def test_no_more_is_kept_than_allowed(toy, box):
    one = loaded(toy)
    precedents = known(one, most=2)
    for answer in (RELU, ODD["wrong"], ODD["raises"]):
        graded(one, box, precedents, NUMPY, answer, SCALER)
    assert len(precedents) == 2


def test_wrong_and_right_answers_are_graded_the_same_by_precedent(box):
    one = assignment.load(SOLUTIONS / "02_activations")
    precedents = known(one, most=100_000)
    answers = [(q.name, v.source) for q in one.questions for v in (*q.wrong, *q.accepted)][1::6]
    for question, source in answers:
        cells = one.program({question: source})
        live = graded(one, box, Precedents(), *cells)
        assert graded(one, box, precedents, *cells) == graded(one, box, precedents, *cells) == live, source


def test_precedents_hold_for_a_whole_class(box):
    one = assignment.load(SOLUTIONS / "02_activations")
    precedents = known(one)
    cells = tuple(one.program())
    grades = [
        judge.grade(Submission(who, f"{who}.ipynb", cells), one, box.spawn, precedents=precedents)
        for who in ("ana", "luis")
    ]
    assert [g.score for g in grades] == [g.max_score for g in grades]
    assert grades[1].student == "luis" and grades[1].file == "luis.ipynb"
