"""The code that graders of other makes run for one test case: a call of `autograder.hosted.prove`."""

from __future__ import annotations

from ..assignment import Question
from ..testcase import TestCase

# nbgrader looks for these words anywhere in a cell, so they may not stand in a literal as they are.
MARKS = (
    "BEGIN SOLUTION",
    "END SOLUTION",
    "BEGIN HIDDEN TESTS",
    "END HIDDEN TESTS",
    "BEGIN MARK SCHEME",
    "END MARK SCHEME",
    "AUTOTEST",
)


def prove(question: Question, case: TestCase, lang: str, names: str, source: str, function: str = "prove") -> str:
    """A call that raises AssertionError unless `case` passes on `names`; `names` and `source` are expressions."""
    options = f'lang="{lang}", scratch={question.from_scratch}, hidden={case.hidden}, source={source}'
    return f'{function}("{question.name}", "{case.name}", {names}, {options})'


def literal(text: str) -> str:
    """`text` as a Python expression: one string per line, in ASCII, because graders read files in any encoding."""
    lines = "".join(f"    {_safe(ascii(line))}\n" for line in text.splitlines(keepends=True))
    return f"(\n{lines})" if lines else '""'


def _safe(text: str) -> str:
    for mark in MARKS:
        text = text.replace(mark, f"\\x{ord(mark[0]):02x}{mark[1:]}")
    return text
