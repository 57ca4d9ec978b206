"""What a check raises when an answer is wrong."""

from __future__ import annotations

from typing import Any

from ..language import Sentence
from ..picture import Picture


class CheckFailed(AssertionError):
    """The answer is wrong: `says` tells the student how; `actual` is the very value that was judged, or None.

    `picture` shows it beside what was expected: fit for public cases only.
    """

    def __init__(self, says: Sentence, actual: Any = None, picture: Picture | None = None):
        super().__init__(says, actual)
        self.says, self.actual, self.picture = says, actual, picture

    def __str__(self) -> str:
        return self.says.en

    def within(self, where: Sentence) -> CheckFailed:
        """The same failure, said of one part of a larger value: `where` is "In item 2 of 3:"."""
        says = Sentence(*(text[:1].lower() + text[1:] for text in (self.says.en, self.says.es)))
        return CheckFailed(where + says, self.actual, self.picture)


def failed(actual: Any, en: str, es: str) -> CheckFailed:
    """A failure about `actual`, said in both languages."""
    return CheckFailed(Sentence(en, es), actual)
