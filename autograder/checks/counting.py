"""How many lines of Python an answer executes: what tells a loop from an operation on whole arrays, on any machine."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..remote import Remote


def count_lines(f: Remote, *args: Any, **kwargs: Any) -> tuple[Any, int]:
    """(what `f` returns, the lines of the student's own Python that it executed).

    The log keeps what was returned alone: two answers with the same loop are alike, however many lines each has.
    """
    result, lines = f.lines(*args, **kwargs)
    calls = f._session.calls
    calls[-1] = replace(calls[-1], result=result)
    return result, lines
