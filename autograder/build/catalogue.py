"""How each misconception ends the public cases: run here, shipped as fingerprints and sentences without any code."""

from __future__ import annotations

import contextlib
import hashlib
import inspect
import io
import re
import warnings
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from .. import diagnose, trial
from ..assignment import Assignment, Question
from ..cells import regions
from ..child import clock, models, program
from ..diagnose import Catalogue, Mistake
from ..outcome import Fingerprint, Outcome, QuestionResult
from ..remote import Local, Session
from ..testcase import TestCase
from ..variants import Variant
from .evidence import Play, enough

CHANCE = re.compile(r"random|rng|time|hash|id\(|shuffle")  # an answer that draws may end differently each time
TRAINS = re.compile(r"\.fit\(|train_on_batch|GradientTape")
SECONDS = 120.0
SEED = 27  # of the networks that are made on the way: the same sources give the same file


def document(assignment: Assignment) -> bytes:
    """The catalogue as a file; what the last build made from the same sources is kept, for it takes minutes to make."""
    marks = {q.name: _mark(q, assignment) for q in assignment.questions}
    known, made_of = diagnose.read(assignment.mistakes_file), diagnose.read_marks(assignment.mistakes_file)
    fresh = frozenset(name for name, mark in marks.items() if made_of.get(name) != mark)
    made = catalogue(assignment, fresh)
    return diagnose.to_json({name: made.get(name, known.get(name, ())) for name in marks}, marks)


@lru_cache(maxsize=16)
def catalogue(assignment: Assignment, only: frozenset[str] | None = None) -> Catalogue:
    """The misconceptions that can be recognised, by question: those that always end the same way, and tell enough."""
    return {
        q.name: tuple(_trained(q, assignment) if trains(q) else _mistakes(q, assignment))
        for q in assignment.questions
        if only is None or q.name in only
    }


def _mark(question: Question, assignment: Assignment) -> str:
    """A hash of what a question's mistakes are made from: its wrong answers, all public tests, the reference, the kit."""
    texts = [v.source + (f"{v.says.en} {v.says.es}" if v.says else "") for v in question.wrong]
    texts += [(assignment.folder / "tests_public.py").read_text("utf-8"), *assignment.program(), *_kit()]
    digest = hashlib.sha256("\0".join(texts).encode())
    for path in assignment.data:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def _kit() -> tuple[str, ...]:
    """The source of what makes fingerprints and of what says how a case ends."""
    own = Path(__file__).resolve().parent
    paths = [own / "catalogue.py", own / "evidence.py", own.parent / "diagnose.py", own.parent / "fingerprint.py"]
    return tuple(p.read_text("utf-8") for p in (*paths, *sorted((own.parent / "checks").glob("*.py"))))


def trains(question: Question) -> bool:
    """Whether its answer trains a Keras network."""
    return not question.from_scratch and any(TRAINS.search(body) for body in regions.bodies(question.cell.source))


def _mistakes(question: Question, assignment: Assignment) -> Iterator[Mistake]:
    with contextlib.nullcontext() if question.from_scratch else _empty_weights():
        right = played(question, None, assignment)
        for variant in question.wrong:
            plays = played(question, variant, assignment)
            if variant.says and enough(plays, right):
                known = Mistake(variant.says, {p.found.case: diagnose.end(p.found) for p in plays})
                if not CHANCE.search(variant.source) or _again(known, question, variant, assignment):
                    yield known


def _trained(question: Question, assignment: Assignment) -> Iterator[Mistake]:
    """Of a question that trains: what can be told without what was learned, which differs from run to run.

    One step of training shows it. Cases that the reference does not pass after one step judge the learning: there, what
    the calls gave counts, and not how the case ended.
    """
    with _one_step():
        right = played(question, None, assignment)
        learning = {p.found.case for p in right if p.found.outcome is not Outcome.PASSED}
        for variant in question.wrong:
            plays = played(question, variant, assignment)
            telling = [p for p in plays if p.found.case not in learning or _raised(p)]
            ends = {p.found.case: diagnose.end(p.found) if p in telling else _what_calls_gave(p) for p in plays}
            if variant.says and enough(telling, right):
                known = Mistake(variant.says, ends)
                if _again(known, question, variant, assignment):
                    yield known


def _again(known: Mistake, question: Question, variant: Variant, assignment: Assignment) -> bool:
    """Whether it ends the same way once more."""
    cases = tuple(p.found for p in played(question, variant, assignment))
    return bool(diagnose.diagnose(QuestionResult(question.name, cases), [known]))


def _raised(play: Play) -> bool:
    """Whether the answer's own code failed, which no learning excuses."""
    return bool(play.calls) and play.calls[-1].error is not None


def _what_calls_gave(play: Play) -> Fingerprint:
    print_ = diagnose.end(play.found)
    return Fingerprint(diagnose.LEARNS, "", (), print_.calls if print_ else ())


def _empty_weights() -> contextlib.AbstractContextManager[None]:
    import keras  # noqa: F401 - what starts at zero must be there

    return models.begun_at_zero()


@contextlib.contextmanager
def _one_step() -> Iterator[None]:
    """Meanwhile Keras models fit for one epoch of large batches, whatever they are asked for."""
    import keras

    fit = keras.Model.fit

    def once(self: Any, *args: Any, **kwargs: Any) -> Any:
        asked = inspect.signature(fit).bind(self, *args, **kwargs)
        asked.arguments |= {"epochs": 1, "batch_size": 256, "verbose": 0}
        return fit(*asked.args, **asked.kwargs)

    keras.Model.fit = once
    try:
        yield
    finally:
        keras.Model.fit = fit


def played(question: Question, variant: Variant | None, assignment: Assignment) -> list[Play]:
    """The public cases on the reference notebook, with one wrong answer in it if there is one."""
    if not question.from_scratch:
        import keras

        keras.utils.set_random_seed(SEED)
    names: dict[str, Any] = program.fresh_names()
    cases = [c for c in question.cases if not c.hidden]
    silent = contextlib.redirect_stdout(io.StringIO())
    with silent, contextlib.redirect_stderr(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        replaced = {question.name: variant.source} if variant else {}
        for number, source in enumerate(assignment.program(replaced), 1):
            program.run(source, f"<cell {number}>", names, SECONDS)
        return _plays(cases, Session(Local(names, guard=question.from_scratch)))


def _plays(cases: Sequence[TestCase], session: Session) -> list[Play]:
    plays: list[Play] = []
    for case in cases:
        failed = frozenset(p.found.case for p in plays if p.found.outcome is not Outcome.PASSED)
        try:
            with clock.limit(case.seconds):
                found = trial.run(case, session, failed)
        except clock.Expired:
            found = trial.result(case, *trial.late(case))
        finally:
            session.restore()
        plays.append(Play(found, tuple(session.calls), trial.prints(session)))
    return plays
