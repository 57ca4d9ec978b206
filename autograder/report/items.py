"""Item analysis: how hard each test case was for the class, and whether it tells those who know from those who don't.

Difficulty is the share of those a case reached who passed it. Discrimination is the corrected point-biserial
correlation: between passing the case (0 or 1) and the points earned on all other cases, the case itself left out, or it
would be compared with itself (Henrysson, Psychometrika 28, 1963). It is read as in Ebel and Frisbie, Essentials of
Educational Measurement (5th ed., 1991, ch. 13): from 0.40 very good, from 0.30 reasonably good, below 0.20 poor.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..language import Sentence
from ..outcome import CaseResult, Grade, Outcome

REACHED = (Outcome.PASSED, Outcome.FAILED, Outcome.TIMED_OUT, Outcome.KILLED)
FEWEST = 10  # students that a case must have reached before its discrimination means anything

TITLE = Sentence("What each test tells you", "Qué te dice cada prueba")
NOTE = Sentence(
    "Passed: of those the test reached. Discrimination: the correlation between passing this test and the points on all "
    "the others (corrected point-biserial; read as Ebel and Frisbie, 1991). It needs at least {fewest} students.",
    "Superada: entre quienes la prueba alcanzó a evaluar. Discriminación: la correlación entre superar esta prueba y los "
    "puntos en todas las demás (biserial puntual corregida; se lee como en Ebel y Frisbie, 1991). Requiere al menos "
    "{fewest} estudiantes.",
)
PASSED = Sentence("Passed", "Superada")
DISCRIMINATION = Sentence("Discrimination", "Discriminación")
READING = Sentence("Which means", "Qué significa")

NOBODY = Sentence("nobody got this far", "nadie llegó hasta aquí")
EVERYONE = Sentence("everyone passes it: it separates nobody", "todos la superan: no distingue a nadie")
NONE_PASS = Sentence(
    "nobody passes it: read the question again", "nadie la supera: vuelve a leer la pregunta"
)
TOO_FEW = Sentence("too few students to tell", "muy pocos estudiantes para saberlo")
BANDS = (
    (0.4, Sentence("tells very well who knows", "distingue muy bien a quien sabe")),
    (0.3, Sentence("tells well who knows", "distingue bien a quien sabe")),
    (0.2, Sentence("tells a little", "distingue un poco")),
    (0.0, Sentence("tells almost nothing", "casi no distingue")),
)
BACKWARDS = Sentence(
    "those who know more fail it more often: look at it", "quienes más saben la fallan más: revísala"
)


@dataclass(frozen=True)
class Item:
    """One test case over a class; `discrimination` is None where it cannot be told."""

    question: str
    case: str
    claim: Sentence
    hidden: bool
    tried: int
    passed: int
    discrimination: float | None

    @property
    def difficulty(self) -> float:
        """The share that passed; 0 when nobody was reached."""
        return self.passed / self.tried if self.tried else 0.0

    @property
    def reading(self) -> Sentence:
        """What its numbers mean, in words."""
        if not self.tried:
            return NOBODY
        if self.passed == self.tried:
            return EVERYONE
        if not self.passed:
            return NONE_PASS
        if self.discrimination is None:
            return TOO_FEW
        return next((says for least, says in BANDS if self.discrimination >= least), BACKWARDS)


def items(grades: Iterable[Grade]) -> list[Item]:
    """Every case that anybody was given, in the order of teaching."""
    found: dict[tuple[str, str], list[tuple[CaseResult, float]]] = {}
    for grade in grades:
        cases = [c for q in grade.questions for c in q.cases]
        total = sum(c.earned for c in cases)
        for case in cases:
            found.setdefault((case.question, case.case), []).append((case, total - case.earned))
    return [_item(several) for several in _in_order(found)]


def _in_order(found: dict[tuple[str, str], list[tuple[CaseResult, float]]]) -> list[list[tuple[CaseResult, float]]]:
    """By question as they first came, public cases before hidden ones."""
    order = {question: n for n, question in enumerate(dict.fromkeys(q for q, _ in found))}
    return sorted(found.values(), key=lambda several: (order[several[0][0].question], several[0][0].hidden))


def _item(several: Sequence[tuple[CaseResult, float]]) -> Item:
    one = several[0][0]
    reached = [(c.outcome is Outcome.PASSED, rest) for c, rest in several if c.outcome in REACHED]
    passed = sum(p for p, _ in reached)
    return Item(one.question, one.case, one.claim, one.hidden, len(reached), passed, discrimination(reached))


def discrimination(reached: Sequence[tuple[bool, float]]) -> float | None:
    """The correlation of passing with the points elsewhere; None for too few students, or when either never differs."""
    passed, rest = [float(p) for p, _ in reached], [points for _, points in reached]
    if len(reached) < FEWEST or len(set(passed)) < 2 or len(set(rest)) < 2:
        return None
    return statistics.correlation(passed, rest)
