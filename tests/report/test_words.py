from __future__ import annotations

import string
from collections.abc import Iterator

import pytest

from autograder.language import Sentence
from autograder.outcome import Outcome
from autograder.report import words


def _sentences(thing: object) -> Iterator[Sentence]:
    if isinstance(thing, Sentence):
        yield thing
    elif isinstance(thing, (tuple, dict)):
        for part in thing.values() if isinstance(thing, dict) else thing:
            yield from _sentences(part)


ALL = [s for thing in vars(words).values() for s in _sentences(thing)]


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_exists_in_both_languages_with_the_same_places() -> None:
    assert len(ALL) > 50
    for sentence in ALL:
        assert bool(sentence.en) == bool(sentence.es)
        assert _places(sentence.en) == _places(sentence.es), sentence


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_mark_a_name_and_a_meaning(outcome: Outcome) -> None:
    assert words.MARKS[outcome] in words.ASCII_MARKS
    assert words.OUTCOMES[outcome].en
    assert outcome in words.MEANINGS


def test_outcomes_can_be_told_apart_by_their_words_alone() -> None:
    for lang in ("en", "es"):
        assert len({s[lang] for s in words.OUTCOMES.values()}) == len(Outcome)


def test_one_is_singular_and_all_else_is_plural() -> None:
    assert [words.plural(words.POINTS, n, "es") for n in (0, 1, 1.5)] == ["0 puntos", "1 punto", "1.5 puntos"]


def test_braces_in_a_value_are_not_places() -> None:
    assert words.say(words.OF, "en", earned="{possible}", possible="{0}") == "{possible} of {0}"
