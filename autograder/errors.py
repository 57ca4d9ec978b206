"""Everything this package raises on purpose.

AutograderError            its message is complete and fit to show to a person
├── AssignmentError        the author's folder is wrong: every fault at once, each with file and line
├── SubmissionError        a student's file cannot be read at all
├── UsageError             the command line asks for something that is not there
└── SandboxError           our own machinery, or this machine's; never the student's fault
    └── WireError          bytes that are not one of our frames

AnswerError                the student's code raised; carries what, where and in which words
ChildLost                  the child that ran the student's code is gone
├── ChildTimedOut          it did not answer in time and was stopped
└── ChildDied              it died by itself: out of memory, exit, a crash
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .language import Sentence


class AutograderError(Exception):
    """A fault to show to a person, in both languages."""

    def __init__(self, says: Sentence):
        super().__init__(says.en)
        self.says = says


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in an author's folder: where, what, and what to do."""

    path: str
    line: int
    says: Sentence

    def text(self, lang: str) -> str:
        """The fault as one line, `path:line: sentence`; line 0 stands for the whole file."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.says[lang]}"


def fault(path: str, line: int, en: str, es: str) -> Fault:
    """A Fault from its two sentences."""
    return Fault(path, line, Sentence(en, es))


class AssignmentError(AutograderError):
    """An author's folder is wrong; `faults` lists all of it."""

    def __init__(self, faults: Iterable[Fault]):
        self.faults = tuple(sorted(faults))
        super().__init__(Sentence(*("\n".join(f.text(lang) for f in self.faults) for lang in ("en", "es"))))


class SubmissionError(AutograderError):
    """A student's file cannot be read at all."""


class UsageError(AutograderError):
    """The command line asks for something that is not there."""


class SandboxError(AutograderError):
    """Our own machinery failed, or this machine lacks what it needs."""


class WireError(SandboxError):
    """Bytes or values that are not one of our frames; `why` says which rule they break."""

    def __init__(self, why: str):
        super().__init__(Sentence(f"not plain data: {why}", f"no son datos simples: {why}"))
        self.why = why


class AnswerError(Exception):
    """The student's code raised.

    `kind` is the exception's type name, `message` its text, `line` the line of the student's cell that raised it
    (0 when unknown) and `source` that line's text.
    """

    def __init__(self, kind: str, message: str = "", line: int = 0, source: str = ""):
        super().__init__(f"{kind}: {message}" if message else kind)
        self.kind, self.message, self.line, self.source = kind, message, line, source


class ChildLost(Exception):
    """The child that ran the student's code is gone."""


class ChildTimedOut(ChildLost):
    """It did not answer in time and was stopped."""


class ChildDied(ChildLost):
    """It died by itself: out of memory, exit, a crash."""
