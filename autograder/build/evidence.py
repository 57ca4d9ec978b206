"""Is the way a misconception fails telling enough to name it? Else another mistake may fail the same way by chance."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

import numpy as np

from .. import fingerprint
from ..outcome import MODEL, OBJECT, CaseResult, Fingerprint, Outcome
from ..remote import Call

PIECES = 3  # of evidence, at least
PASSES = 2  # cases that pass count, as far as here
DIGITS = 5  # by which two numbers are told apart
MANY = 100  # different wrong numbers of one result to look at
PLAIN = (-1.0, 0.0, 1.0)  # numbers that any mistake may give, as it may give NaN, a word, or back what it was given …
TOGETHER = 8  # … and only so many of them together, right or wrong, are one piece; of what was given, twice as many
BACK = 4  # different numbers that were given and came back, where others should, are one piece
TRIVIAL = ("plain", "given")

RAISED = Fingerprint("raised")

Piece = tuple[Hashable, ...]


@dataclass(frozen=True)
class Play:
    """One public case on one answer: how it ended, the calls it made, and the prints of what its first calls gave."""

    found: CaseResult
    calls: tuple[Call, ...]
    prints: tuple[Fingerprint, ...]


def enough(plays: Sequence[Play], right: Sequence[Play]) -> bool:
    """Whether these cases hold at least three distinct pieces of evidence, one of them a failure.

    A piece is a number where the reference gives another, another structure than the reference's, an exception about
    other sizes, the words of a failed claim, a Keras model that is made of something else, and a case that passes. What
    is always the same, as "it raised ValueError" again and again, is one piece. Where all that is wrong is plain (0, 1,
    -1, NaN, words, numbers that were given), a passed case tells only if it saw other numbers, and eight plain things together
    are one piece.
    """
    wrong: set[Piece] = set()
    plain = 0
    beside = {p.found.case: p for p in right}
    for play in plays:
        if play.found.outcome is Outcome.FAILED:
            pieces = list(_pieces(play, beside[play.found.case]))
            wrong |= set(pieces)
            plain += _seen(play, sum(kind in TRIVIAL for kind, *_ in pieces))
    telling = {piece for piece in wrong if piece[0] not in TRIVIAL}
    given = sum(kind == "given" for kind, *_ in wrong)
    only_plain = telling != wrong and not any(kind in ("number", MODEL, "raised") for kind, *_ in wrong)
    passed = sum(p.found.outcome is Outcome.PASSED and (not only_plain or _right(p, beside)) for p in plays)
    together = plain // (2 * TOGETHER if given else TOGETHER) + given // BACK
    return bool(wrong) and len(telling) + min(passed, PASSES) + together >= PIECES


def _right(play: Play, beside: Mapping[str, Play]) -> bool:
    """Whether a case saw numbers that no mistake gives by chance, and all of them right."""
    return _rich(play) and not list(_pieces(play, beside[play.found.case]))


def _rich(play: Play) -> bool:
    """Whether a case saw numbers that no mistake gives by chance."""
    return any(not np.isin(fingerprint.numbers_of(c.result), PLAIN).all() for c in play.calls if c.error is None)


def _seen(play: Play, wrong: int) -> int:
    """How many plain things a failed case compared at once.

    One that asks step by step ends at the first that is wrong: what would have come after it tells mistakes apart.
    """
    sizes = [_size(c.result) for c in play.calls if c.error is None]
    return sum(sizes) if wrong > 1 else sum(n for n in sizes if n > 1)


def _size(result: Any) -> int:
    return 1 if isinstance(result, str) else fingerprint.numbers_of(result).size


def _pieces(play: Play, right: Play) -> Iterator[Piece]:
    """What tells how a case failed from how a right answer plays it."""
    others = zip(right.calls, _prints(right), strict=True)
    for call, print_, other in zip(play.calls, _prints(play), chain(others, repeat(None)), strict=False):
        if other is not None and print_ == other[1]:
            continue
        if print_.kind == MODEL:
            yield from ((MODEL, print_.structure, n) for n in range(PIECES))
        elif call.error is not None:
            yield "raised", print_.kind, print_.structure
        elif print_.kind == OBJECT or call.result is None:
            yield from (("kind", print_.structure, n) for n in range(PIECES - 1))
        else:
            theirs = other[0].result if other and other[0].error is None else None
            yield from _of_values(call.result, theirs, _given(call))
    ended = play.found.fingerprint
    if ended and ended.kind == "claim":
        yield "words", ended.structure
    elif ended and ended.kind == "value":
        yield "words", "of a check that all questions share"


def _prints(play: Play) -> list[Fingerprint]:
    """The prints of all its calls."""
    later = play.calls[len(play.prints) :]
    return [*play.prints, *(fingerprint.of_result(c.result) if c.error is None else RAISED for c in later)]


def _given(call: Call) -> np.ndarray:
    """The numbers among a call's arguments."""
    return np.unique(fingerprint.numbers_of(list(call.arguments())) if call.request else np.zeros(0))


def _of_values(mine: Any, theirs: Any, given: np.ndarray) -> Iterator[Piece]:
    """What tells one result from the right one, `theirs`: plain things one by one, others if they differ."""
    if isinstance(mine, tuple) and isinstance(theirs, tuple) and len(mine) == len(theirs):
        for one, other in zip(mine, theirs, strict=True):
            yield from _of_values(one, other, given)
        return
    print_, right = fingerprint.of_result(mine), fingerprint.of_result(theirs)
    if print_.kind == right.kind == "text":
        yield "plain", print_.structure
        return
    if (print_.kind, print_.structure) != (right.kind, right.structure):
        yield "structure", print_.kind, print_.structure
    a, b = fingerprint.numbers_of(mine), fingerprint.numbers_of(theirs)
    if a.shape == b.shape:
        a = a[~np.isclose(a, b, rtol=1e-4, atol=1e-9, equal_nan=True)]
    elif print_.kind != right.kind:
        return
    for value in np.unique(np.round(a, DIGITS))[:MANY]:
        if value in PLAIN or not np.isfinite(value):
            yield "plain", str(value)
        elif np.isclose(given, value, rtol=1e-6, atol=10.0**-DIGITS).any():
            yield "given", float(value)
        else:
            yield "number", float(value)
