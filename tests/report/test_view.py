from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from autograder.language import Sentence
from autograder.outcome import Carried, Evidence, Grade, Outcome, QuestionResult
from autograder.report.view import case_view, fraction, question_view, written

from .conftest import PICTURE

SEEN = Evidence("relu(-1)", "-1", "IndexError: out", 3, "  return x[9]")
WRONG = Sentence("it is -1, not 0", "es -1, no 0")


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_of_a_hidden_case_nothing_but_claim_outcome_and_points_is_seen(graded, outcome: Outcome, lang: str) -> None:
    told = graded(hidden=True, outcome=outcome, says=WRONG, evidence=SEEN, seconds=9.75)
    bare = graded(hidden=True, outcome=outcome)
    assert question_view(told.questions[0], lang) == question_view(bare.questions[0], lang)


def test_our_own_fault_quotes_nothing_to_a_student(graded) -> None:
    view = case_view(graded(outcome=Outcome.INTERNAL, says=WRONG, evidence=SEEN).questions[0].cases[0], "en")
    assert view.says == ("This is not your fault, and it costs you no points.",)
    assert view.details == ()
    assert view.earned == "2 of 2"


def test_a_public_failure_shows_the_call_what_came_back_and_the_line(graded) -> None:
    view = case_view(graded(outcome=Outcome.FAILED, says=WRONG, evidence=SEEN).questions[0].cases[0], "en")
    assert [(d.label, d.text) for d in view.details] == [
        ("You ran", "relu(-1)"),
        ("It returned", "-1"),
        ("It raised", "IndexError: out"),
        ("Line 3 of your cell", "return x[9]"),
    ]
    assert view.says == ("it is -1, not 0",)
    assert (view.mark, view.earned, view.points) == ("✗", "0 of 2", "2 points")


def test_a_line_without_number_or_text_still_reads_well(graded) -> None:
    def labels(evidence: Evidence) -> list[str]:
        return [d.label for d in case_view(graded(evidence=evidence).questions[0].cases[0], "es").details]

    assert labels(Evidence(source="return x")) == ["La línea"]
    assert labels(Evidence(line=4)) == ["Línea 4 de tu celda"]
    assert labels(Evidence()) == []


def test_an_outcome_without_a_sentence_of_its_own_says_what_it_means(graded) -> None:
    assert case_view(graded(outcome=Outcome.TIMED_OUT).questions[0].cases[0], "en").says[0].startswith("Your code took")
    assert case_view(graded(outcome=Outcome.FAILED).questions[0].cases[0], "en").says == ()


@pytest.mark.parametrize(
    ("outcomes", "state", "status"),
    [
        ([Outcome.PASSED, Outcome.PASSED], "full", "Full marks"),
        ([Outcome.PASSED, Outcome.FAILED], "part", "Partial marks"),
        ([Outcome.FAILED, Outcome.SKIPPED], "none", "No points yet"),
        ([Outcome.MISSING, Outcome.MISSING], "missing", "Not written yet"),
    ],
)
def test_a_question_says_how_it_stands(graded, outcomes: list[Outcome], state: str, status: str) -> None:
    cases = tuple(graded(outcome=o).questions[0].cases[0] for o in outcomes)
    view = question_view(QuestionResult("relu", cases), "en")
    assert (view.state, view.status) == (state, status)


def test_a_question_without_cases_counts_as_written() -> None:
    assert written(QuestionResult("relu", ()))


def test_what_a_student_prints_is_cleaned_and_cut(graded) -> None:
    loud = Evidence(call="\x1b[2J" + "x" * 5000, raised="\u202eError")
    details = case_view(graded(outcome=Outcome.FAILED, evidence=loud).questions[0].cases[0], "en").details
    assert details[0].text == "x" * 600 + " …"
    assert details[1].text == "Error"


def test_a_share_is_between_nothing_and_all() -> None:
    assert [fraction(*x) for x in ((0, 0), (1, 4), (5, 4), (-1, 4))] == [0.0, 0.25, 1.0, 0.0]


def test_no_field_of_a_grade_is_changed_by_looking(classroom: list[Grade]) -> None:
    before = [dataclasses.asdict(g) for g in classroom]
    for grade in classroom:
        _ = [question_view(q, "es") for q in grade.questions]
    assert [dataclasses.asdict(g) for g in classroom] == before


def test_a_picture_is_seen_of_a_public_failure_alone(graded) -> None:
    seen = Evidence(picture=PICTURE)
    cases = {
        (outcome, hidden): graded(outcome=outcome, hidden=hidden, evidence=seen).questions[0].cases[0]
        for outcome in (Outcome.FAILED, Outcome.INTERNAL)
        for hidden in (False, True)
    }
    assert [key for key, case in cases.items() if case_view(case, "en").picture] == [(Outcome.FAILED, False)]


def test_an_error_carried_forward_is_said_with_what_it_would_earn():
    result = QuestionResult("mean", (), carried=Carried(8, ("total", "count")))
    assert question_view(result, "en").carried.startswith("This comes from an earlier answer (total, count): with a right one")
    assert "valdría 8 de 0" in question_view(result, "es").carried
    counted = replace(result, carried=replace(result.carried, counts=True))
    assert "so it earns" in question_view(counted, "en").carried and counted.score == 8
    assert question_view(QuestionResult("mean", ()), "en").carried == ""
