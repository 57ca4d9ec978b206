"""Which misconception is this? Compare how an answer fails the public cases with how known mistakes fail them.

Never guess: the build keeps only mistakes whose failures tell enough, and with a case that differs there is no name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .language import Sentence
from .outcome import CaseResult, Fingerprint, Outcome, QuestionResult

FILE = "misconceptions.json"
MOST = 4  # mistakes that cannot be told apart are named together, if they are not more than this
MARKS = "made of"  # the key, which no question can have, of what the catalogue was made from
LEARNS = "learns"  # how a case ends that depends on what a network has learned: as it may; only its calls tell
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
    if any(c.outcome in BLOCKING for c in public) or all(c.outcome is Outcome.PASSED for c in public):
        return ()
    found = tuple(dict.fromkeys(m.says for m in mistakes if _same(public, m)))
    return found if len(found) <= MOST else ()


def _same(public: Sequence[CaseResult], mistake: Mistake) -> bool:
    return set(mistake.ends) == {c.case for c in public} and all(_ends_alike(c, mistake.ends[c.case]) for c in public)


def _ends_alike(case: CaseResult, known: Fingerprint | None) -> bool:
    mine = end(case)
    if known is not None and known.kind == LEARNS:
        return mine is None or replace(mine, kind=LEARNS, structure="", numbers=()).matches(known)
    return known is None if mine is None else known is not None and mine.matches(known)


def end(case: CaseResult) -> Fingerprint | None:
    """How a case ended: None when it passed, else a fingerprint."""
    if case.outcome is Outcome.PASSED:
        return None
    if case.outcome is Outcome.FAILED and case.fingerprint is not None:
        return case.fingerprint
    return Fingerprint(case.outcome.value)


def to_json(catalogue: Catalogue, marks: Mapping[str, str] | None = None) -> bytes:
    """The catalogue as students receive it: sentences and fingerprints, no code; nothing when it is empty.

    `marks` says of each question what it was made from, so that the next build makes only what has changed.
    """
    questions = [f"{_dumped(MARKS)}: {_dumped(dict(marks))}"] if marks else []
    questions += [
        f"{_dumped(question)}: [\n" + ",\n".join(_dumped(_plain(m)) for m in catalogue[question]) + "\n]"
        for question in sorted(catalogue)
        if catalogue[question]
    ]
    return ("{\n" + ",\n".join(questions) + "\n}\n").encode() if any(catalogue.values()) else b""


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _plain(mistake: Mistake) -> dict[str, Any]:
    ends = {case: None if print_ is None else _listed(print_) for case, print_ in mistake.ends.items()}
    return {"en": mistake.says.en, "es": mistake.says.es, "ends": ends}


def _listed(print_: Fingerprint) -> list[Any]:
    return [print_.kind, print_.structure, print_.numbers, *([list(map(_listed, print_.calls))] if print_.calls else [])]


def read(path: Path) -> Catalogue:
    """The catalogue in a file; an empty one when there is none, or one that this version does not know."""
    try:
        plain = json.loads(path.read_text("utf-8"))
        return {question: tuple(_mistakes(mistakes)) for question, mistakes in plain.items() if question != MARKS}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, IndexError):
        return {}


def read_marks(path: Path) -> dict[str, str]:
    """What each question of the catalogue in a file was made from; nothing when there is no such file."""
    try:
        marks = json.loads(path.read_text("utf-8"))[MARKS]
        return {str(question): str(mark) for question, mark in marks.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, IndexError):
        return {}


def _mistakes(plain: Any) -> Iterator[Mistake]:
    for one in plain:
        ends = {case: None if print_ is None else _unlisted(print_) for case, print_ in one["ends"].items()}
        yield Mistake(Sentence(one["en"], one["es"]), ends)


def _unlisted(plain: Any) -> Fingerprint:
    kind, structure, numbers, *calls = plain
    return Fingerprint(kind, structure, tuple(numbers), tuple(map(_unlisted, calls[0] if calls else ())))
