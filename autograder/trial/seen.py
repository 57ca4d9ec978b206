"""What a student is shown of a case that failed: the call, and what came of it, as short text."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..outcome import Evidence
from ..remote import Call, Remote, Session

MAX_SHOWN = 400  # characters of one value


def evidence(session: Session, actual: Any = None) -> Evidence | None:
    """The call that `actual` came from, or else the last one, as text."""
    if not session.calls:
        return None
    call = next(
        (c for c in reversed(session.calls) if actual is not None and _holds(c.result, actual)), session.calls[-1]
    )
    if call.error is None:
        return Evidence(_spelled(call), shown(call.result))
    raised = f"{call.error.kind}: {call.error.message}" if call.error.message else call.error.kind
    return Evidence(_spelled(call), "", raised, call.error.line, call.error.source)


def _holds(result: Any, actual: Any) -> bool:
    return result is actual or (isinstance(result, list | tuple) and any(_holds(r, actual) for r in result))


def _spelled(call: Call) -> str:
    args, kwargs = call.arguments()
    parts = [shown(a) for a in args] + [f"{k}={shown(v)}" for k, v in kwargs.items()]
    return f"{call.name}({', '.join(parts)})"


def shown(value: Any) -> str:
    """A value as short text on few lines."""
    if isinstance(value, Remote):
        return repr(value)
    if isinstance(value, np.generic):
        return repr(value.item())
    with np.printoptions(threshold=24, edgeitems=3, precision=5, suppress=False, linewidth=100):
        text = repr(value)
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"
