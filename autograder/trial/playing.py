"""Play a case on what a session reaches, and turn whatever ends it into a result."""

from __future__ import annotations

import time
import warnings
from dataclasses import replace
from typing import Any

import numpy as np

from ..checks import CheckFailed
from ..checks.trained import with_training
from ..errors import AnswerError, ChildDied, ChildTimedOut, SandboxError, WireError
from ..language import Sentence
from ..outcome import CaseResult, Evidence, Outcome
from ..remote import Remote, Session
from ..testcase import TestCase
from . import verdicts
from .recognised import recognised_by
from .seen import evidence
from .verdicts import Verdict


def run(case: TestCase, session: Session, failed: frozenset[str] = frozenset()) -> CaseResult:
    """The outcome of `case`; `failed` names the cases that have not passed so far."""
    started = time.perf_counter()
    session.forget()
    seen: list[BaseException] = []
    outcome, says, evidence = verdicts.skipped(case, failed) or _verdict(case, session, seen)
    found = result(case, outcome, says, evidence, time.perf_counter() - started)
    known = outcome is Outcome.FAILED and not case.hidden and seen
    return replace(found, fingerprint=recognised_by(seen[0], session)) if known else found


def result(
    case: TestCase,
    outcome: Outcome,
    says: Sentence | None = None,
    evidence: Evidence | None = None,
    seconds: float = 0.0,
) -> CaseResult:
    """A CaseResult for `case`."""
    return CaseResult(case.question, case.name, case.claim, case.points, case.hidden, outcome, says, evidence, seconds)


def _verdict(case: TestCase, session: Session, seen: list[BaseException]) -> Verdict:
    """How the case ends; an exception that ended it is put into `seen`."""
    try:
        return _tried(case, session)
    except CheckFailed as failure:
        seen.append(failure)
        return Outcome.FAILED, failure.says, _drawn(case, failure, evidence(session, failure.actual))
    except AnswerError as error:
        seen.append(error)
        return verdicts.raised(case, error, session)
    except ChildTimedOut:
        return verdicts.late(case)
    except ChildDied:
        return Outcome.KILLED, verdicts.ENDED, None
    except WireError as error:
        seen.append(error)
        return verdicts.unusable(error, session)
    except SandboxError:  # ours: whoever holds the sandbox replaces it
        raise
    except AssertionError as error:
        seen.append(error)
        return Outcome.FAILED, verdicts.UNHELD, evidence(session)
    except Exception as error:
        seen.append(error)
        return verdicts.unusable(error, session) if session.calls else verdicts.our_fault(case, error)


def _tried(case: TestCase, session: Session) -> Verdict:
    """The verdict of a case that nothing ended early."""
    absent = [name for name in case.needs if not session.has(name)]
    if absent:
        return verdicts.missing(case, case.question if case.question in absent else absent[0])
    stand_ins = [session.get(name) for name in case.needs]
    for name, value in zip(case.needs, stand_ins, strict=True):
        if not isinstance(value, Remote):
            return verdicts.not_callable(name, value)
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        _play(case, stand_ins, session)
    return Outcome.PASSED, None, None


def _play(case: TestCase, stand_ins: list[Any], session: Session) -> None:
    """Run the case; a failure of a public one after a training is drawn with how the training went."""
    try:
        case.function(*stand_ins)
    except CheckFailed as failure:
        if not case.hidden:
            failure.picture = with_training(failure.picture, session)
        raise


def _drawn(case: TestCase, failure: CheckFailed, seen: Evidence | None) -> Evidence | None:
    """What was seen, with its picture: of a public case only, whose expected values students hold anyway."""
    return seen if case.hidden or failure.picture is None else replace(seen or Evidence(), picture=failure.picture)
