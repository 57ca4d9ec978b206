"""What grading one submission found out: an outcome per test case, and their sum."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from .language import Sentence

TOLERANCE = 2e-5  # relative, of fingerprints: an answer computed in float32 is the same answer


class Outcome(enum.Enum):
    """How one test case ended."""

    PASSED = "passed"
    FAILED = "failed"
    MISSING = "missing"  # the answer was never written
    SKIPPED = "skipped"  # a case it depends on failed
    TIMED_OUT = "timed_out"
    KILLED = "killed"  # the process that ran the answer died
    INTERNAL = "internal"  # our fault or the instructor's: it never costs a student a point

    @property
    def earns(self) -> bool:
        """Whether the case's points are given."""
        return self in (Outcome.PASSED, Outcome.INTERNAL)


@dataclass(frozen=True)
class Evidence:
    """What a failed case saw, as text fit to show: the call, what came back, or the line that raised."""

    call: str = ""  # "relu(array([-3. , -0.5]))"
    returned: str = ""  # "array([3. , 0.5])", or "" when it raised
    raised: str = ""  # "IndexError: list index out of range"
    line: int = 0  # line of the student's cell that raised
    source: str = ""  # that line


@dataclass(frozen=True)
class Fingerprint:
    """How a public case failed: with what kind of value, of which structure, and projections of its numbers.

    `telling` counts the different numbers other than 0 in the value: a coincidence in many of them is no coincidence.
    """

    kind: str  # "value", "raised IndexError", "claim"
    structure: str = ""  # "(2x3,3)"
    numbers: tuple[float, ...] = ()  # the norm, then projections of the normalised numbers
    telling: int = 0

    def matches(self, other: Fingerprint) -> bool:
        """Whether both come from the same mistake, as far as numbers tell."""
        if (self.kind, self.structure, len(self.numbers)) != (other.kind, other.structure, len(other.numbers)):
            return False
        if not self.numbers:
            return True
        size = max(abs(self.numbers[0]), abs(other.numbers[0]), 1e-300)
        norms = abs(self.numbers[0] - other.numbers[0]) / size
        apart = [abs(a - b) for a, b in zip(self.numbers[1:], other.numbers[1:], strict=True)]
        return max([norms, *apart]) <= TOLERANCE


@dataclass(frozen=True)
class CaseResult:
    """The outcome of one test case for one submission."""

    question: str
    case: str
    claim: Sentence  # the case's own sentence: "negative inputs become 0"
    points: float
    hidden: bool
    outcome: Outcome
    says: Sentence | None = None  # what went wrong, complete and kind; None when passed
    evidence: Evidence | None = None
    seconds: float = 0.0
    fingerprint: Fingerprint | None = None  # of a failed public case: by it a known mistake is recognised

    @property
    def earned(self) -> float:
        """Points this case gives."""
        return self.points if self.outcome.earns else 0.0


@dataclass(frozen=True)
class Adjustment:
    """What a person decided about a question, and why: it counts instead of what the cases give."""

    points: float
    reason: str


@dataclass(frozen=True)
class QuestionResult:
    """All cases of one question."""

    question: str
    cases: tuple[CaseResult, ...]
    diagnosis: tuple[Sentence, ...] = ()  # the misconception; several when they cannot be told apart
    adjustment: Adjustment | None = None

    @property
    def score(self) -> float:
        """Points earned, or those given by hand."""
        return self.adjustment.points if self.adjustment else sum(c.earned for c in self.cases)

    @property
    def max_score(self) -> float:
        """Points possible."""
        return sum(c.points for c in self.cases)


@dataclass(frozen=True)
class Grade:
    """One submission's result: question by question, with what happened on the way."""

    student: str
    assignment: str
    file: str
    questions: tuple[QuestionResult, ...]
    notes: tuple[Sentence, ...] = field(default=())  # about the file: damaged JSON recovered, a cell that raised …
    seconds: float = 0.0
    unsafe: bool = False  # graded without a sandbox

    @property
    def score(self) -> float:
        """Points earned."""
        return sum(q.score for q in self.questions)

    @property
    def max_score(self) -> float:
        """Points possible."""
        return sum(q.max_score for q in self.questions)

    @property
    def internal(self) -> bool:
        """Whether any case ended by our own fault or the instructor's."""
        return any(c.outcome is Outcome.INTERNAL for q in self.questions for c in q.cases)
