"""Try one test case on one submission, in any host, and say in both languages how it ended."""

from __future__ import annotations

import re
import time
import warnings
import zlib
from dataclasses import replace
from typing import Any

import numpy as np

from . import fingerprint
from .checks import CheckFailed, architecture
from .checks.trained import MODELS, with_training
from .errors import AnswerError, ChildDied, ChildLost, ChildTimedOut, SandboxError, WireError
from .language import Sentence
from .outcome import MODEL, OBJECT, CaseResult, Evidence, Fingerprint, Outcome
from .remote import Call, Remote, Session
from .testcase import TestCase

MAX_SHOWN = 400  # characters of one value

NUMBER = re.compile(  # that a sentence tells of a value: "argument 2" and "layer 3" say which
    r"(?<!argument )(?<!input )(?<!item )(?<!layer )(?<!Layer )(?<![\d.])[-+]?\d[\d.]*(e[-+]?\d+)?"
)
ENDED = Sentence(
    "Your code ended the whole process: it used too much memory, or called exit().",
    "Tu código terminó todo el proceso: usó demasiada memoria o llamó a exit().",
)
UNHELD = Sentence("What came back does not hold to this.", "Lo que devolvió no cumple esto.")
Verdict = tuple[Outcome, Sentence | None, Evidence | None]


def run(case: TestCase, session: Session, failed: frozenset[str] = frozenset()) -> CaseResult:
    """The outcome of `case`; `failed` names the cases that have not passed so far."""
    started = time.perf_counter()
    session.forget()
    seen: list[BaseException] = []
    outcome, says, evidence = _skipped(case, failed) or _verdict(case, session, seen)
    found = result(case, outcome, says, evidence, time.perf_counter() - started)
    known = outcome is Outcome.FAILED and not case.hidden and seen
    return replace(found, fingerprint=_fingerprint(seen[0], session)) if known else found


def result(
    case: TestCase,
    outcome: Outcome,
    says: Sentence | None = None,
    evidence: Evidence | None = None,
    seconds: float = 0.0,
) -> CaseResult:
    """A CaseResult for `case`."""
    return CaseResult(case.question, case.name, case.claim, case.points, case.hidden, outcome, says, evidence, seconds)


def _skipped(case: TestCase, failed: frozenset[str]) -> Verdict | None:
    if case.after not in failed:
        return None
    return (
        Outcome.SKIPPED,
        Sentence(
            "Not tried: an earlier test of this question has to pass first.",
            "No se intentó: primero debe pasar una prueba anterior de esta pregunta.",
        ),
        None,
    )


def _fingerprint(error: BaseException, session: Session) -> Fingerprint:
    """What a failure is recognised by: how it ended, and what the answer gave to each call."""
    return replace(_of_failure(error), calls=prints(session))


def prints(session: Session) -> tuple[Fingerprint, ...]:
    """What the answer gave to the first calls of the case that ran last."""
    return tuple(_of_call(c) for c in session.calls[: fingerprint.CALLS])


def _of_failure(error: BaseException) -> Fingerprint:
    """The value that was judged and the words of the sentence, or the exception."""
    if isinstance(error, CheckFailed):
        words = f"#{zlib.crc32(NUMBER.sub('', error.says.en).encode()):08x}"
        value = fingerprint.of_value(error.actual)
        return replace(value, structure=value.structure + words) if value else Fingerprint("claim", words)
    if isinstance(error, AnswerError):
        return fingerprint.of_error(error.kind, error.message)
    return Fingerprint(type(error).__name__)


def _of_call(call: Call) -> Fingerprint:
    """What one call gave; of a Keras model, what it is made of."""
    if call.error is not None:
        return fingerprint.of_error(call.error.kind, call.error.message)
    if not isinstance(call.result, Remote):
        return fingerprint.of_result(call.result)
    if call.result._kind not in MODELS:
        return Fingerprint(OBJECT, call.result._kind)
    try:
        return fingerprint.of_text(MODEL, architecture(call.result).spelled())
    except (CheckFailed, AnswerError, ChildLost, WireError) as error:
        return Fingerprint(MODEL, type(error).__name__)


def _verdict(case: TestCase, session: Session, seen: list[BaseException]) -> Verdict:
    """How the case ends; an exception that ended it is put into `seen`."""
    try:
        return _tried(case, session)
    except CheckFailed as failure:
        seen.append(failure)
        return Outcome.FAILED, failure.says, _drawn(case, failure, evidence(session, failure.actual))
    except AnswerError as error:
        seen.append(error)
        return _raised(case, error, session)
    except ChildTimedOut:
        return late(case)
    except ChildDied:
        return Outcome.KILLED, ENDED, None
    except WireError as error:
        seen.append(error)
        return _unusable(error, session)
    except SandboxError:  # ours: whoever holds the sandbox replaces it
        raise
    except AssertionError as error:
        seen.append(error)
        return Outcome.FAILED, UNHELD, evidence(session)
    except Exception as error:
        seen.append(error)
        return _unusable(error, session) if session.calls else _our_fault(case, error)


def _tried(case: TestCase, session: Session) -> Verdict:
    """The verdict of a case that nothing ended early."""
    absent = [name for name in case.needs if not session.has(name)]
    if absent:
        return _missing(case, case.question if case.question in absent else absent[0])
    stand_ins = [session.get(name) for name in case.needs]
    for name, value in zip(case.needs, stand_ins, strict=True):
        if not isinstance(value, Remote):
            return _not_callable(name, value)
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        _play(case, stand_ins, session)
    return Outcome.PASSED, None, None


def _play(case: TestCase, stand_ins: list[Any], session: Session) -> None:
    """Run the case; a failure of a public one after a training is drawn with how the training went."""
    try:
        case.function(*stand_ins)
    except CheckFailed as failure:
        if not case.hidden:
            failure.picture = with_training(failure.picture, session)
        raise


def _drawn(case: TestCase, failure: CheckFailed, seen: Evidence | None) -> Evidence | None:
    """What was seen, with its picture: of a public case only, whose expected values students hold anyway."""
    return seen if case.hidden or failure.picture is None else replace(seen or Evidence(), picture=failure.picture)


def late(case: TestCase) -> Verdict:
    """A case that ran out of time."""
    return (
        Outcome.TIMED_OUT,
        Sentence(
            f"It did not finish within {case.seconds:g} seconds: is there a loop that never ends?",
            f"No terminó en {case.seconds:g} segundos: ¿hay un bucle que nunca acaba?",
        ),
        None,
    )


def _missing(case: TestCase, name: str) -> Verdict:
    if name == case.question:
        return Outcome.MISSING, Sentence("Not written yet.", "Todavía no está escrita."), None
    return (
        Outcome.SKIPPED,
        Sentence(
            f"Not tried: it needs `{name}`, which is not written yet.",
            f"No se intentó: necesita `{name}`, que todavía no está escrita.",
        ),
        None,
    )


def _not_callable(name: str, value: object) -> Verdict:
    says = Sentence(
        f"`{name}` is {shown(value)}, not a function: was the name used for something else?",
        f"`{name}` es {shown(value)}, no una función: ¿se usó ese nombre para otra cosa?",
    )
    return Outcome.FAILED, says, None


def _raised(case: TestCase, error: AnswerError, session: Session) -> Verdict:
    if error.kind == "NotImplementedError":
        return _missing(case, error.message if error.message.isidentifier() else case.question)
    if error.kind == "Shortcut":
        return (
            Outcome.FAILED,
            Sentence(
                f"This question is to be written from scratch: it may not use {error.message}.",
                f"Esta pregunta se escribe desde cero: no puede usar {error.message}.",
            ),
            None,
        )
    if error.kind == "NotData":
        return (
            Outcome.FAILED,
            Sentence(
                f"It returned something that cannot be compared ({error.message}).",
                f"Devolvió algo que no se puede comparar ({error.message}).",
            ),
            evidence(session),
        )
    return (
        Outcome.FAILED,
        Sentence(f"Your code raised {error.kind}.", f"Tu código lanzó {error.kind}."),
        evidence(session),
    )


def _unusable(error: Exception, session: Session) -> Verdict:
    """The case could not work with what came back: the reference's values it can, as `verify` proves."""
    return (
        Outcome.FAILED,
        Sentence(
            f"The test could not use what came back ({type(error).__name__}: {str(error)[:120]}). "
            "Are its kind, number and shape those the text asks for?",
            f"La prueba no pudo usar lo que devolvió ({type(error).__name__}: {str(error)[:120]}). "
            "¿Su tipo, cantidad y forma son los que pide el texto?",
        ),
        evidence(session),
    )


def _our_fault(case: TestCase, error: Exception) -> Verdict:
    where = f"{case.path}:{case.line}"
    return (
        Outcome.INTERNAL,
        Sentence(
            f"The test itself is broken ({where}: {type(error).__name__}: {error}); it costs you nothing.",
            f"La prueba misma está mal ({where}: {type(error).__name__}: {error}); no te cuesta nada.",
        ),
        None,
    )


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
