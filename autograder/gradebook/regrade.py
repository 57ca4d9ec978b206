"""What changes for whom when a class is graded again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..outcome import Grade


@dataclass(frozen=True)
class Change:
    """What a regrade changes for one student; None where there is no grade."""

    student: str
    before: Grade | None
    after: Grade | None

    @property
    def scores(self) -> tuple[float | None, float | None]:
        """Points before and after."""
        return (self.before.score if self.before else None), (self.after.score if self.after else None)

    @property
    def questions(self) -> list[tuple[str, float, float]]:
        """(question, points before, points after) where they differ."""
        was = {q.question: q.score for q in self.before.questions} if self.before else {}
        now = {q.question: q.score for q in self.after.questions} if self.after else {}
        names = dict.fromkeys([*was, *now])
        return [(n, was.get(n, 0.0), now.get(n, 0.0)) for n in names if was.get(n, 0.0) != now.get(n, 0.0)]


def changes(before: Iterable[Grade], after: Iterable[Grade]) -> list[Change]:
    """The students whose grade differs in anything that is reported, by name."""
    was, now = ({g.student: g for g in grades} for grades in (before, after))
    return [Change(s, was.get(s), now.get(s)) for s in sorted(was.keys() | now.keys()) if was.get(s) != now.get(s)]
