"""What a student may see of a result, in words ready to show; every renderer for students draws these and nothing else.

Secrecy lives here, in `_tells`: of a hidden case only its claim, outcome and points go any further, and of one that
failed by our own fault no more, for what went wrong there may quote a reference answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..language import Sentence
from ..outcome import CaseResult, Evidence, Outcome, QuestionResult
from . import words
from .clean import number, one_line, shorten
from .picture import PictureView, picture_view
from .words import say


@dataclass(frozen=True)
class Detail:
    """One labelled piece of what a case saw, such as the call; `text` is code."""

    label: str
    text: str


@dataclass(frozen=True)
class CaseView:
    """One test case as its reader sees it."""

    outcome: Outcome
    mark: str
    status: str
    claim: str
    points: str  # "2 points": what it is worth
    earned: str  # "0 of 2"
    hidden: bool
    says: tuple[str, ...]  # sentences, most important first
    details: tuple[Detail, ...]
    picture: PictureView | None = None


@dataclass(frozen=True)
class QuestionView:
    """One question as its reader sees it."""

    name: str
    earned: str
    possible: str
    fraction: float
    status: str
    written: bool
    diagnosis: str  # the mistake in words, or ""
    cases: tuple[CaseView, ...]
    carried: str = ""  # what it would earn if earlier answers were right, or ""

    @property
    def state(self) -> str:
        """`full`, `part`, `none` or `missing`: for colours, never the only sign."""
        if not self.written:
            return "missing"
        return "full" if self.fraction >= 1 else "part" if self.fraction > 0 else "none"


def fraction(earned: float, possible: float) -> float:
    """Share of the points, between 0 and 1; 0 when there are none to earn."""
    return min(1.0, max(0.0, earned / possible)) if possible > 0 else 0.0


def written(result: QuestionResult) -> bool:
    """Whether the student wrote this answer, as far as its cases tell."""
    return not result.cases or any(c.outcome is not Outcome.MISSING for c in result.cases)


def question_view(result: QuestionResult, lang: str) -> QuestionView:
    """The question's points and its cases, fit for the student."""
    return QuestionView(
        name=one_line(result.question),
        earned=number(result.score),
        possible=number(result.max_score),
        fraction=fraction(result.score, result.max_score),
        status=say(_status(result), lang),
        written=written(result),
        diagnosis=diagnosis(result, lang),
        cases=tuple(case_view(case, lang) for case in result.cases),
        carried=carried(result, lang),
    )


def diagnosis(result: QuestionResult, lang: str) -> str:
    """The misconception that was recognised, introduced; several when they cannot be told apart; "" for none."""
    if not result.diagnosis:
        return ""
    intro = words.MISTAKE if len(result.diagnosis) == 1 else words.MISTAKES
    return f"{intro[lang]} {' / '.join(one_line(s[lang]) for s in result.diagnosis)}"


def carried(result: QuestionResult, lang: str) -> str:
    """That it fails only by errors of earlier answers, and what it would earn; "" when that is not so."""
    if not result.carried:
        return ""
    sentence = words.CARRIED_COUNTS if result.carried.counts else words.CARRIED
    names = ", ".join(map(one_line, result.carried.because))
    return say(sentence, lang, names=names, score=number(result.carried.score), possible=number(result.max_score))


def case_view(case: CaseResult, lang: str) -> CaseView:
    """The case, fit for the student: nothing of a hidden case but its claim, outcome and points."""
    seen = case.evidence if _tells(case) else None
    return CaseView(
        outcome=case.outcome,
        mark=words.MARKS[case.outcome],
        status=say(words.OUTCOMES[case.outcome], lang),
        claim=one_line(case.claim[lang]),
        points=words.plural(words.POINTS, case.points, lang, number(case.points)),
        earned=say(words.OF, lang, earned=number(case.earned), possible=number(case.points)),
        hidden=case.hidden,
        says=tuple(_sentences(case, lang)),
        details=tuple(_details(seen, lang)) if seen else (),
        picture=picture_view(seen.picture, lang) if seen and seen.picture else None,
    )


def _tells(case: CaseResult) -> bool:
    """Whether a student may read what this case saw."""
    return not case.hidden and case.outcome is not Outcome.INTERNAL


def _sentences(case: CaseResult, lang: str) -> Iterator[str]:
    """What to tell about a case that did not pass; a later kind of sentence is one more line here."""
    if case.says is not None and _tells(case):
        yield shorten(case.says[lang], characters=1200, lines=20)
    elif meaning := words.MEANINGS[case.outcome][lang]:
        yield meaning


def _details(evidence: Evidence, lang: str) -> Iterator[Detail]:
    if evidence.call:
        yield Detail(say(words.CALLED, lang), shorten(evidence.call))
    if evidence.returned:
        yield Detail(say(words.RETURNED, lang), shorten(evidence.returned))
    if evidence.raised:
        yield Detail(say(words.RAISED, lang), shorten(evidence.raised))
    if evidence.source or evidence.line:
        label = say(words.LINE, lang, n=evidence.line) if evidence.line else say(words.SOURCE, lang)
        yield Detail(label, one_line(evidence.source))


def _status(result: QuestionResult) -> Sentence:
    if not written(result):
        return words.NOT_WRITTEN
    if all(c.outcome is Outcome.PASSED for c in result.cases):
        return words.FULL
    return words.PART if result.score > 0 else words.NO_POINTS
