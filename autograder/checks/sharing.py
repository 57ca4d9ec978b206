"""What several cases look at, made once: a large network takes seconds to build, and a training longer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from ..errors import AnswerError
from ..remote import Call, Remote, Session
from .failure import CheckFailed


@dataclass(frozen=True)
class Made:
    """What came of it once: a result, or how it failed; and the calls that it took."""

    result: Any
    error: AnswerError | CheckFailed | None
    calls: tuple[Call, ...]


def shared(make: Callable[..., Any]) -> Callable[..., Any]:
    """`make(answer, …)`, run once while a notebook runs: each case that asks again sees the same result, or failure.

    For what cases only look at: who trains a shared network changes it for the others. It is made anew when the process
    was lost, and where every case has a notebook of its own.
    """

    @wraps(make)
    def look(*answers: Remote) -> Any:
        session = answers[0]._session
        key = (make, *(a._number for a in answers))
        made: Made | None = session.shared.get(key)
        if made is None:
            made = _make(make, answers, session)
            if not session.altered:  # else the case is tried once more, with our arguments out of the answer's reach
                session.shared[key] = made
        else:
            session.calls += made.calls
            session.used = True
        if made.error is not None:
            raise made.error.with_traceback(None)
        return made.result

    return look


def _make(make: Callable[..., Any], answers: tuple[Remote, ...], session: Session) -> Made:
    before = len(session.calls)
    try:
        result, error = make(*answers), None
    except (AnswerError, CheckFailed) as failure:
        result, error = None, failure
    return Made(result, error, tuple(session.calls[before:]))
