"""What a mistake is recognised by: how its case ended, and what the answer gave to each call."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace

from .. import fingerprint
from ..checks import CheckFailed, architecture
from ..checks.trained import MODELS
from ..errors import AnswerError, ChildLost, WireError
from ..outcome import MODEL, OBJECT, Fingerprint
from ..remote import Call, Remote, Session

NUMBER = re.compile(  # that a sentence tells of a value: "argument 2" and "layer 3" say which
    r"(?<!argument )(?<!input )(?<!item )(?<!layer )(?<!Layer )(?<![\d.])[-+]?\d[\d.]*(e[-+]?\d+)?"
)


def recognised_by(error: BaseException, session: Session) -> Fingerprint:
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
