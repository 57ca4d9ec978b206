"""Stop Python code that takes too long, from inside its own process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Expired(BaseException):
    """The time is over; no `except Exception` of the code that is stopped catches this."""


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raise Expired in the body after `seconds`, where the platform and the thread allow it; else do not interrupt."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: Any) -> None:
        raise Expired

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
