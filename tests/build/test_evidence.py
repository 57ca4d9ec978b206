"""A mistake is only named when its failures could hardly be another's."""

from __future__ import annotations

import numpy as np

from autograder import fingerprint, wire
from autograder.build.evidence import Play
from autograder.build.evidence import enough as judged
from autograder.errors import AnswerError
from autograder.language import Sentence
from autograder.outcome import CaseResult, Fingerprint, Outcome
from autograder.remote import Call

SAYS = Sentence("a", "b")


def enough(pairs) -> bool:
    """Whether plays, each with the right one beside it, tell enough."""
    return judged([mine for mine, _ in pairs], [right for _, right in pairs])


def printed(calls) -> tuple[Fingerprint, ...]:
    return tuple(
        fingerprint.of_error(c.error.kind, c.error.message) if c.error else fingerprint.of_result(c.result) for c in calls
    )


def call(result=None, error=None) -> Call:
    return Call("f", b"", result, error)


def failed(*mine: Call, right: tuple[Call, ...] = (), name: str = "c", words: str = "#1"):
    """A case that failed with these calls, and as a right answer plays it."""
    end = CaseResult("q", name, SAYS, 1, False, Outcome.FAILED, fingerprint=Fingerprint("value", words))
    return Play(end, mine, printed(mine)), passed(*right, name=name)[0]


def passed(*calls: Call, name: str = "p"):
    play = Play(CaseResult("q", name, SAYS, 1, False, Outcome.PASSED), calls, printed(calls))
    return play, play


RIGHT = call(np.array([1.5, 2.5, 3.5]))


def test_two_wrong_numbers_and_the_words_are_enough_and_one_is_not():
    assert enough([failed(call(np.array([1.5, 2.75, 3.25])), right=(RIGHT,))])
    assert not enough([failed(call(np.array([1.5, 2.5, 3.25])), right=(RIGHT,))])


def test_passed_cases_count_but_not_alone():
    one_wrong = failed(call(np.array([1.5, 2.5, 3.25])), right=(RIGHT,))
    assert enough([one_wrong, passed(RIGHT)])
    assert not enough([passed(RIGHT, name=f"p{n}") for n in range(5)])


def test_the_same_exception_again_and_again_is_one_piece():
    error = AnswerError("ValueError", "The truth value of an array with more than one element is ambiguous.")
    assert not enough([raised(error, n) for n in range(4)])
    sizes = [AnswerError("ValueError", f"operands could not be broadcast together with shapes (2,{n}) (2,)") for n in (3, 4, 5)]
    assert enough([raised(e, n) for n, e in enumerate(sizes)])
    assert enough([raised(error, 0), passed(RIGHT), passed(RIGHT, name="p2")])


def raised(error: AnswerError, number: int):
    calls = (call(error=error),)
    end = CaseResult("q", f"c{number}", SAYS, 1, False, Outcome.FAILED, fingerprint=printed(calls)[0])
    return Play(end, calls, printed(calls)), passed(RIGHT, name=f"c{number}")[0]


def test_yes_and_no_tell_only_in_numbers_or_beside_cases_that_tell_more():
    few, many = np.array([0.0, 1.0, 1.0]), np.arange(24) % 2.0
    for right, tells in ((few, False), (many, True)):
        wrong = right.copy()
        wrong[0] = 1 - wrong[0]
        case = failed(call(wrong), right=(call(right),))
        assert enough([case, passed(call(few)), passed(call(few), name="p2")]) is tells
        assert enough([case, passed(RIGHT), passed(RIGHT, name="p2")])


def test_another_shape_is_a_piece_for_each_shape():
    cases = [
        failed(call(np.ones((n, 1))), right=(call(np.ones(n)),), name=f"c{n}")
        for n in (3, 4)
    ]  # fmt: skip
    assert enough(cases)
    assert not enough(cases[:1])


def test_a_model_that_is_made_of_something_else_is_enough_and_the_same_one_tells_nothing():
    def made(layers: str) -> Play:
        end = CaseResult("q", "c", SAYS, 1, False, Outcome.FAILED, fingerprint=Fingerprint("claim", "#2"))
        return Play(end, (call("a reference"),), (fingerprint.of_text("model", layers),))

    assert enough([(made("Dense 7"), made("Dense 8"))])
    assert not enough([(made("Dense 8"), made("Dense 8"))])


def test_an_object_of_another_class_or_none_at_all_tells_with_the_words():
    for result, print_ in (("a reference", Fingerprint("object", "History")), (None, fingerprint.of_result(None))):
        wrong, right = failed(call(result), right=(RIGHT,))
        assert enough([(Play(wrong.found, wrong.calls, (print_,)), right)])


def test_a_case_that_asks_step_by_step_tells_less_than_one_that_compares_all_at_once():
    right = tuple(call(n % 2 == 0) for n in range(24))
    one_wrong, two_wrong = list(right), list(right)
    one_wrong[5] = call(True)
    two_wrong[5] = two_wrong[7] = call(True)
    assert not enough([failed(*one_wrong[:6], right=right)])
    assert enough([failed(*two_wrong, right=right)])


def test_words_and_numbers_that_were_given_are_plain():
    sent = wire.encode({"args": [np.array([4.5, 5.5, 6.5])], "kwargs": {}}, lambda value: [])
    back = Call("f", sent, np.array([4.5, 5.5, 6.5]), None)
    other = Call("f", sent, np.array([4.75, 5.75, 6.75]), None)
    assert not enough([failed(back, right=(RIGHT,))])
    assert enough([failed(other, right=(RIGHT,))])
    assert not enough([failed(call(np.full(7, np.nan)), right=(call(np.arange(7.0) + 2.5),))])
    word = passed(call("good"))
    assert not enough([failed(call("good"), right=(call("bad"),)), word, word, word])
