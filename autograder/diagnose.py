"""Which misconception is this? Compare how an answer fails the public cases with how known mistakes fail them.

Never guess: without enough different numbers in common, or with a case that differs, there is no name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .language import Sentence
from .outcome import CaseResult, Fingerprint, Outcome, QuestionResult

FILE = "misconceptions.json"
CASES = 3  # a name needs at least so many cases that ran …
TELLING = 3  # … and so many different numbers in the values that failed
MOST = 3  # mistakes that cannot be told apart are named together, if they are not more than this
BLOCKING = (Outcome.TIMED_OUT, Outcome.KILLED, Outcome.INTERNAL, Outcome.MISSING)


@dataclass(frozen=True)
class Mistake:
    """One misconception of a question: its sentence, and how it ends each public case."""

    says: Sentence
    ends: Mapping[str, Fingerprint | None]  # by case; None where it passes


Catalogue = Mapping[str, Sequence[Mistake]]  # by question


def diagnose(result: QuestionResult, mistakes: Sequence[Mistake]) -> tuple[Sentence, ...]:
    """The misconception that ends every public case as `result` does; several when they cannot be told apart."""
    public = [c for c in result.cases if not c.hidden]
    if any(c.outcome in BLOCKING for c in public) or not _telling(public):
        return ()
    found = tuple(dict.fromkeys(m.says for m in mistakes if _same(public, m)))
    return found if len(found) <= MOST else ()


def _telling(public: Sequence[CaseResult]) -> bool:
    prints = [c.fingerprint for c in public if c.outcome is Outcome.FAILED]
    return len(public) >= CASES and sum(p.telling for p in prints if p) >= TELLING


def _same(public: Sequence[CaseResult], mistake: Mistake) -> bool:
    return set(mistake.ends) == {c.case for c in public} and all(_ends_alike(c, mistake.ends[c.case]) for c in public)


def _ends_alike(case: CaseResult, known: Fingerprint | None) -> bool:
    mine = end(case)
    return known is None if mine is None else known is not None and mine.matches(known)


def end(case: CaseResult) -> Fingerprint | None:
    """How a case ended: None when it passed, else a fingerprint."""
    if case.outcome is Outcome.PASSED:
        return None
    if case.outcome is Outcome.FAILED and case.fingerprint is not None:
        return case.fingerprint
    return Fingerprint(case.outcome.value)


def to_json(catalogue: Catalogue) -> bytes:
    """The catalogue as students receive it: sentences and fingerprints, no code; nothing when it is empty."""
    plain = {question: [_plain(m) for m in mistakes] for question, mistakes in catalogue.items() if mistakes}
    if not plain:
        return b""
    return (json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _plain(mistake: Mistake) -> dict[str, Any]:
    ends = {case: None if print_ is None else list(asdict(print_).values()) for case, print_ in mistake.ends.items()}
    return {"en": mistake.says.en, "es": mistake.says.es, "ends": ends}


def read(path: Path) -> Catalogue:
    """The catalogue in a file; an empty one when there is none."""
    if not path.is_file():
        return {}
    plain = json.loads(path.read_text("utf-8"))
    return {question: tuple(_mistakes(mistakes)) for question, mistakes in plain.items()}


def _mistakes(plain: Any) -> Iterator[Mistake]:
    for one in plain:
        ends = {c: None if p is None else Fingerprint(p[0], p[1], tuple(p[2]), p[3]) for c, p in one["ends"].items()}
        yield Mistake(Sentence(one["en"], one["es"]), ends)
