"""What a failed check carries."""

from __future__ import annotations

import pickle

import pytest

from autograder.checks import CheckFailed
from autograder.checks.failure import failed
from autograder.language import Sentence


def test_a_failed_check_is_an_assertion_error_with_a_sentence_in_both_languages() -> None:
    value = [1]
    failure = failed(value, "It is wrong.", "Está mal.")
    assert isinstance(failure, AssertionError)
    assert failure.says == Sentence("It is wrong.", "Está mal.")
    assert failure.actual is value
    assert str(failure) == "It is wrong."


def test_it_survives_a_trip_to_another_process() -> None:
    failure = pickle.loads(pickle.dumps(failed([1], "It is wrong.", "Está mal.")))
    assert (failure.says.es, failure.actual) == ("Está mal.", [1])


def test_said_of_a_part_it_reads_as_one_sentence() -> None:
    part = failed(3, "The shape is wrong.", "La forma está mal.").within(Sentence("In item 1 of 2:", "En el 1 de 2:"))
    assert part.says == Sentence("In item 1 of 2: the shape is wrong.", "En el 1 de 2: la forma está mal.")
    assert part.actual == 3


def test_the_judged_value_may_be_absent() -> None:
    with pytest.raises(CheckFailed) as caught:
        raise CheckFailed(Sentence("No.", "No."))
    assert caught.value.actual is None
