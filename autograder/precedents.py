"""How cases ended before: what is asked the same and answered the same, byte for byte, ends the same way.

A case computes its verdict from the replies to what it asks and from nothing else. So of the many answers to a question
that are right, or wrong in the same way, only the first is judged; of the others it is enough to read what they reply.
"""

from __future__ import annotations

from collections import OrderedDict

from . import rehearsal
from .outcome import CaseResult, Outcome
from .rehearsal import Scripts
from .remote import Session
from .stage import Stage
from .testcase import TestCase

UNSURE = (Outcome.TIMED_OUT, Outcome.KILLED, Outcome.INTERNAL)  # not for the replies alone
MOST = 4096  # results that are kept: the one that was not needed for the longest time makes room


class Precedents:
    """What the cases of one assignment ask (`scripts`), and their results by all that they were answered."""

    def __init__(self, scripts: Scripts = rehearsal.NONE, most: int | None = None):
        self.scripts, self._most = scripts, MOST if most is None else most
        self._known: OrderedDict[tuple[str, str, bytes], CaseResult] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def find(self, case: TestCase, session: Session, stage: Stage) -> CaseResult | None:
        """How the case ends, from the replies to what was sent ahead for it; they stay for the case to ask for.

        Raises as `Channel.ask` when the child is lost meanwhile.
        """
        if not session.knows(case.needs):  # the case ends by that, before it asks anything
            return None
        for transcript in stage.transcripts():
            key = (case.question, case.name, transcript)
            if found := self._known.get(key):
                self._known.move_to_end(key)
                return found
        return None

    def keep(self, case: TestCase, found: CaseResult, session: Session, stage: Stage, told: int) -> None:
        """Remember how the case just ended, if what it was answered says all; `told` is the number of notes before it.

        An answer that wrote to its argument is tried twice, and what cases share one of them does not ask for.
        """
        if (transcript := stage.transcript) is None or found.outcome in UNSURE:
            return
        if len(stage.notes) == told and not session.altered and not session.shared:
            self._known[case.question, case.name, transcript] = found
            if len(self._known) > self._most:
                self._known.popitem(last=False)
