"""The two decorators authors write: a test case is one claim, a misconception is a wrong answer with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Anything = TypeVar("Anything", bound=Any)

SECONDS = 5.0  # a case's time limit unless it says otherwise


def case(
    question: str, *, points: float = 1, en: str, es: str, after: str | None = None, seconds: float = SECONDS
) -> Callable[[Anything], Anything]:
    """Mark a function as a test case of `question`: one claim, said in both languages.

    The function's argument names are looked up among the names the student's notebook defines. `after` names an
    earlier case of the same question: when that one fails, this one is skipped. `seconds` is its time limit.
    """
    del question, points, en, es, after, seconds  # read from the source, with line numbers, by `autograder.assignment`
    return lambda function: function


case.__test__ = False  # type: ignore[attr-defined]  # not a test, whatever pytest may think of names


def misconception(*, en: str, es: str) -> Callable[[Anything], Anything]:
    """Mark a function or class as a wrong answer students really write, and say what is wrong with it."""
    del en, es
    return lambda wrong: wrong
