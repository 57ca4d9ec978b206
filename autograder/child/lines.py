"""Which lines are the student's own: counted while they run, and named where one of them raised."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

STUDENT_FILES = ("<cell", "<ipython", "<stdin>")

Result = TypeVar("Result")


def count(run: Callable[[], Result]) -> tuple[Result, int]:
    """`run()` and how many lines of the student's own Python it executed; RuntimeError when these stopped the count."""
    lines = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal lines
        if not _counts(frame.f_code.co_filename):
            return None
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        result = run()
        if sys.gettrace() is not trace:
            raise RuntimeError("it stopped the count of its lines")
    finally:
        sys.settrace(before)
    return result, lines


def last(error: BaseException) -> tuple[int, str]:
    """The innermost line of the student's own that `error` came through, and its text; (0, "") when there is none."""
    line, source = 0, ""
    for frame in traceback.extract_tb(error.__traceback__):
        if _is_students(frame.filename):
            line, source = frame.lineno or 0, (frame.line or "")[:200]
    return line, source


def _is_students(file: str) -> bool:
    return file.startswith(STUDENT_FILES) or "ipykernel" in file


def _counts(file: str) -> bool:
    """Whether a line counts as the student's own: also one that `exec` runs under another name."""
    return _is_students(file) or not (os.path.isabs(file) or file.startswith("<frozen"))
