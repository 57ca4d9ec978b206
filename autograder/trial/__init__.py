"""One test case on one submission, in any host, and in both languages how it ended."""

from .playing import result, run
from .recognised import prints
from .seen import evidence, shown
from .verdicts import late

__all__ = ["evidence", "late", "prints", "result", "run", "shown"]
