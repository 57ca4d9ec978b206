"""What grading one submission found out: an outcome per test case, and their sum."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, field

from .language import Sentence
from .picture import Picture

TUPLE, MODEL, OBJECT = "tuple", "model", "object"  # kinds of fingerprints: several values, a Keras model, any other object
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
    picture: Picture | None = None  # never of a hidden case: it may hold what was expected


@dataclass(frozen=True)
class Fingerprint:
    """How a public case failed, or what one call gave: which kind of value, of which structure, projections of its numbers.

    `calls` are the prints of what the answer gave to the case's calls, in order; of a tuple, those of its parts.
    """

    kind: str  # "value", "raised IndexError", "claim"
    structure: str = ""  # "(2x3,3)"
    numbers: tuple[float, ...] = ()  # the norm, then projections of the normalised numbers
    calls: tuple[Fingerprint, ...] = ()

    def matches(self, other: Fingerprint) -> bool:
        """Whether both come from the same mistake, as far as numbers tell."""
        if (self.kind, self.structure, len(self.numbers)) != (other.kind, other.structure, len(other.numbers)):
            return False
        if self.kind == TUPLE:
            return self._matches_parts(other)
        if len(self.calls) != len(other.calls) or not all(map(Fingerprint.matches, self.calls, other.calls)):
            return False
        if not self.numbers:
            return True
        size = max(abs(self.numbers[0]), abs(other.numbers[0]), 1e-300)
        norms = abs(self.numbers[0] - other.numbers[0]) / size
        apart = [abs(a - b) for a, b in zip(self.numbers[1:], other.numbers[1:], strict=True)]
        return max([norms, *apart]) <= TOLERANCE

    def _matches_parts(self, other: Fingerprint) -> bool:
        """Whether the first parts match, and those others that are built alike: a cache may be built in any way."""
        pairs = list(zip(self.calls, other.calls, strict=False))
        alike = [(a, b) for a, b in pairs[1:] if (a.kind, a.structure) == (b.kind, b.structure)]
        return all(a.matches(b) for a, b in [*pairs[:1], *alike])


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
class Carried:
    """What a question would earn if the earlier answers that it is built on were right."""

    score: float
    because: tuple[str, ...]  # the earlier questions
    counts: bool = False  # whether the assignment lets it count


@dataclass(frozen=True)
class QuestionResult:
    """All cases of one question."""

    question: str
    cases: tuple[CaseResult, ...]
    diagnosis: tuple[Sentence, ...] = ()  # the misconception; several when they cannot be told apart
    adjustment: Adjustment | None = None
    carried: Carried | None = None  # when earlier errors of the same student are what it fails by

    @property
    def score(self) -> float:
        """Points earned, or those given by hand."""
        if self.adjustment:
            return self.adjustment.points
        earned = sum(c.earned for c in self.cases)
        return max(earned, self.carried.score) if self.carried and self.carried.counts else earned

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


def question_names(grades: Iterable[Grade]) -> list[str]:
    """Every question of these grades once, in the order of teaching."""
    return list(dict.fromkeys(q.question for grade in grades for q in grade.questions))
