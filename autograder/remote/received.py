"""What came from beside the student's code, before anything of ours relies on it."""

from __future__ import annotations

import math
import warnings
from typing import Any

import numpy as np

from ..errors import AnswerError, WireError

MAX_EMPTY = 1_000_000  # the other axes of an array without entries: `tolist` and loops walk them


def text(value: Any, characters: int = 300) -> str:
    """Text of the other side, cut, without what no file could hold (lone surrogates)."""
    return value[:characters].encode("utf-8", "replace").decode() if type(value) is str else ""


def line(value: Any) -> int:
    """A line number of the other side; 0 when it is none."""
    return value if type(value) is int and 0 <= value < 1_000_000 else 0


def exception(reply: dict[str, Any]) -> AnswerError:
    """The exception that a reply tells of."""
    said = {k: text(reply.get(k)) for k in ("kind", "message", "source")}
    return AnswerError(said["kind"], said["message"], line(reply.get("line")), said["source"])


def inspect(value: Any) -> None:
    """WireError for plain data that is a trap for who handles it."""
    if type(value) is np.ndarray:
        if not value.size and math.prod(n for n in value.shape if n) > MAX_EMPTY:
            raise WireError("an array without entries and with a long axis")
    elif type(value) is str:
        if not value.isascii() and text(value, len(value)) != value:
            raise WireError("text that is not Unicode")
    elif type(value) in (list, tuple):
        for item in value:
            inspect(item)
    elif type(value) is dict:
        for pair in value.items():
            inspect(pair)


def warn(warning: Any) -> None:
    """Raise here a warning [category, message] that was raised there; to be called by what a stand-in calls."""
    if type(warning) is list and len(warning) == 2 and all(type(w) is str for w in warning):
        category = RuntimeWarning if warning[0] == "RuntimeWarning" else UserWarning
        warnings.warn(text(warning[1]), category, stacklevel=4)  # this, the session, the stand-in, the case
