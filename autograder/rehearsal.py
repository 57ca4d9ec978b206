"""What cases ask, known before they ask it: the calls with which each begins, whoever answers them.

The author's own answers are tried in this process, twice: as they are, and with every number that they return moved a
little. A call belongs to the script if both times the same bytes were asked, without functions or objects in them, and
if no other answer to the same question stands in it: nothing that depends on an answer, or gives one away, is sent ahead.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from . import carried, trial, wire
from .assignment import Assignment, Question
from .child import clock
from .errors import WireError
from .remote import Answer, Local, Script, Session
from .testcase import TestCase

Scripts = Mapping[tuple[str, bool], Script]  # of a question's public and of its hidden cases
Exchange = tuple[bytes, bytes]  # a request and its reply
NONE: Scripts = {}
MOST = 1 << 16  # bytes of one script: it must fit into the socket while nobody reads
SECONDS = 0.05  # that rehearsing one case may take
CALLS = ("call", "count_lines")


def scripts(assignment: Assignment) -> Scripts:
    """The scripts of all from-scratch questions."""
    names = [q.name for q in assignment.questions if q.from_scratch]
    answers = carried.right_answers(assignment, names)
    moved = {name: _moving(answer) for name, answer in answers.items()}
    return {
        (question.name, hidden): _script(question, hidden, answers, moved)
        for question in assignment.questions
        if question.from_scratch
        for hidden in (False, True)
    }


def _script(question: Question, hidden: bool, answers: dict[str, Any], moved: dict[str, Any]) -> Script:
    cases = [c for c in question.cases if c.hidden is hidden]
    exact, other = ([_exchanges(case, names) for case in cases] for names in (answers, moved))
    found = [_common(a, b) for a, b in zip(exact, other, strict=True)]
    return _fitting([(c.name, own) for c, own in zip(cases, _discreet(found, exact), strict=True)])


def _exchanges(case: TestCase, answers: dict[str, Any]) -> list[Exchange]:
    """What a case asked and was answered, as far as it begins with calls of the notebook's names with plain data."""
    heard = _Heard(dict(answers))
    session = Session(heard)
    for name in case.needs:
        session.has(name)
    heard.exchanges.clear()
    try:
        with clock.limit(SECONDS):
            trial.run(case, session)
    except clock.Expired:  # it trains: next to that, waiting for each other costs nothing
        return []
    finally:
        session.restore()
    end = next((n for n, (request, _) in enumerate(heard.exchanges) if not _is_plain(request)), None)
    return heard.exchanges[:end]


class _Heard(Local):
    """A channel to answers in this process, which notes down what passes."""

    def __init__(self, names: dict[str, Any]):
        super().__init__(names)
        self.exchanges: list[Exchange] = []

    def ask(self, frame: bytes, answer: Answer) -> bytes:
        """As `Channel.ask`."""
        reply = super().ask(frame, answer)
        self.exchanges.append((frame, reply))
        return reply


def _is_plain(request: bytes) -> bool:
    try:
        asked = wire.decode(*wire.split(request), _only_generators)
    except WireError:
        return False
    return asked["do"] in CALLS and "name" in asked


def _only_generators(body: list[Any]) -> Any:
    if body[0] != "rng":
        raise WireError("not plain")
    return None


def _common(exact: Sequence[Exchange], moved: Sequence[Exchange]) -> list[bytes]:
    """The requests with which both begin."""
    found = []
    for (request, _), (other, _) in zip(exact, moved, strict=False):
        if request != other:
            break
        found.append(request)
    return found


def _discreet(requests: list[list[bytes]], exchanges: list[list[Exchange]]) -> Iterator[list[bytes]]:
    """The same, each up to the first request in which an answer to another one stands."""
    answers = [(request, _arrays(reply)) for own in exchanges for request, reply in own]
    for own in requests:
        end = next((n for n, request in enumerate(own) if _tells(request, answers)), None)
        yield own[:end]


def _tells(request: bytes, answers: list[tuple[bytes, list[np.ndarray]]]) -> bool:
    """Whether an array of the request is the answer to another request, which does not hold it already."""
    sent = _arrays(request)
    return any(
        _among(array, found) and not _among(array, _arrays(other))
        for other, found in answers
        if other != request
        for array in sent
    )


def _among(array: np.ndarray, others: list[np.ndarray]) -> bool:
    return any(array.shape == o.shape and np.allclose(array, o, rtol=1e-6, atol=0, equal_nan=True) for o in others)


def _arrays(frame: bytes) -> list[np.ndarray]:
    """The arrays and lists of numbers in a frame, of more than one and not all the same number, laid flat."""
    flat = [np.ravel(np.asarray(a)) for a in _numbers(wire.decode(*wire.split(frame), lambda body: body[1:]))]
    return [a for a in flat if a.size > 1 and a.dtype.kind in "biufc" and not (a == a[0]).all()]


def _numbers(value: Any) -> Iterator[Any]:
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _numbers(item)
    elif isinstance(value, list | tuple):
        with contextlib.suppress(ValueError):  # lists of unequal lengths are no array
            yield np.asarray(value)
        for item in value:
            yield from _numbers(item)


def _fitting(script: Script) -> Script:
    """As many cases as fit together."""
    found, size = [], 0
    for case, requests in script:
        size += sum(map(len, requests))
        if size > MOST:
            break
        if requests:
            found.append((case, tuple(requests)))
    return tuple(found)


def _moving(answer: Any) -> Any:
    """A function whose numbers are a few units of the last place off; a class stays what it is."""
    if isinstance(answer, type):
        return answer
    return lambda *args, **kwargs: _moved(answer(*args, **kwargs))


def _moved(value: Any) -> Any:
    if isinstance(value, np.ndarray | np.floating | float):
        kind = np.asarray(value).dtype
        if kind.kind != "f":
            return value
        moved = value * kind.type(1 + 8 * np.finfo(kind).eps)
        return moved if isinstance(value, np.ndarray) else type(value)(moved)
    if type(value) in (list, tuple):
        return type(value)(_moved(v) for v in value)
    return {k: _moved(v) for k, v in value.items()} if type(value) is dict else value

