from __future__ import annotations

import statistics

from autograder.language import Sentence
from autograder.outcome import Grade, Outcome
from autograder.report.figures import alarms, difficulties, headline, histogram, in_order, stumbles


def test_the_headline_agrees_with_the_grades(classroom: list[Grade]) -> None:
    head, scores = headline(classroom), [g.score for g in classroom]
    assert (head.students, head.possible) == (25, 72)
    assert (head.mean, head.median) == (statistics.mean(scores), statistics.median(scores))
    assert head.full == scores.count(72) > 0
    assert head.internal == sum(g.internal for g in classroom) == 1


def test_an_empty_class_has_zeros() -> None:
    head = headline([])
    assert (head.students, head.mean, head.median, head.full, head.internal) == (0, 0, 0, 0, 0)
    assert (sum(histogram([])), difficulties([]), stumbles([]), alarms([])) == (0, [], [], [])


def test_a_grade_without_points_is_not_full_marks(graded) -> None:
    assert headline([graded(points=0)]).full == 0


def test_every_grade_is_in_the_histogram_and_full_marks_in_its_last_bar(graded, classroom: list[Grade]) -> None:
    assert sum(histogram(classroom)) == 25
    assert histogram([graded(), graded(outcome=Outcome.FAILED)]) == [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]


def test_difficulty_counts_full_marks_and_answers_never_written(graded) -> None:
    outcomes = [Outcome.PASSED, Outcome.FAILED, Outcome.MISSING, Outcome.PASSED]
    (relu,) = difficulties([graded(str(i), outcome=o) for i, o in enumerate(outcomes)])
    assert (relu.question, relu.mean, relu.possible, relu.full, relu.unwritten) == ("relu", 1.0, 2, 2, 1)
    assert relu.fraction == 0.5


def test_failed_tests_count_those_who_were_reached(graded) -> None:
    every = [graded(str(i), outcome=o) for i, o in enumerate(Outcome)]
    (stumble,) = stumbles(every)
    assert (stumble.failed, stumble.tried) == (3, 4)
    assert stumbles([graded()]) == []


def test_the_test_failed_most_comes_first(classroom: list[Grade]) -> None:
    failed = [s.failed for s in stumbles(classroom)]
    assert failed == sorted(failed, reverse=True)
    assert len(failed) == 10


def test_alarms_are_what_somebody_should_look_at(graded) -> None:
    quiet = [graded(o.value, outcome=o) for o in (Outcome.PASSED, Outcome.FAILED, Outcome.MISSING, Outcome.SKIPPED)]
    assert alarms(quiet) == []
    ours = Sentence("the reference raised", "la referencia lanzó")
    loud = [
        graded("d", notes=(Sentence("cut", "cortado"),)),
        graded("c", outcome=Outcome.TIMED_OUT),
        graded("b", outcome=Outcome.KILLED),
        graded("a", outcome=Outcome.INTERNAL, says=ours),
    ]
    assert [[r.en for r in alarm.reasons] for alarm in alarms(loud)] == [
        ["relu: could not be graded (1 test)", "the reference raised"],
        ["relu: stopped abruptly (1 test)"],
        ["relu: ran out of time (1 test)"],
        ["cut"],
    ]


def test_the_order_does_not_depend_on_the_order_given(classroom: list[Grade]) -> None:
    assert in_order(classroom) == in_order(reversed(classroom))
    names = [g.student for g in in_order(classroom)]
    assert names.index("Natalia Escobar") < names.index("Óscar Trujillo") < names.index("Paula Restrepo")
