"""Stand-ins for objects that live beside the student's code, and the session through which they are reached."""

from __future__ import annotations

import copy
import math
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from . import wire
from .child.serve import Server
from .errors import AnswerError, WireError

MAX_LENGTH = 10_000_000  # what a stand-in may claim as its length
MAX_EMPTY = 1_000_000  # the other axes of an array without entries: `tolist` and loops walk them
MAX_RAISED = 20  # statements of one cell to hear of

Answer = Callable[[bytes], bytes]


class Channel(Protocol):
    """A way to reach a `Server`."""

    def ask(self, frame: bytes, answer: Answer) -> bytes:
        """Send a request and return its reply; meanwhile `answer` serves the functions we passed in.

        Raises ChildTimedOut or ChildDied when no reply comes, WireError when it is no reply.
        """


class Local:
    """The channel to a server in this very process."""

    def __init__(self, names: dict[str, Any], *, guard: bool = False):
        self.server = Server(names, lambda frame: self.answer(frame), guard=guard)
        self.answer: Answer = _no_callbacks

    def ask(self, frame: bytes, answer: Answer) -> bytes:
        """As `Channel.ask`."""
        self.answer = answer
        return self.server.handle(frame)


def _no_callbacks(frame: bytes) -> bytes:
    raise WireError("a call of a function while nothing was asked")


@dataclass(frozen=True)
class Call:
    """One call that a case made: the request as it was sent, and what came back (or the exception)."""

    name: str
    request: bytes
    result: Any
    error: AnswerError | None

    def arguments(self) -> tuple[list[Any], dict[str, Any]]:
        """The arguments as they were before the call; references come back as their names."""
        sent = wire.decode(*wire.split(self.request), lambda body: Opaque(str(body[2] if len(body) > 2 else body[0])))
        return sent["args"], sent["kwargs"]


@dataclass(frozen=True)
class Opaque:
    """What stands in a printed call for an object that is not data."""

    name: str

    def __repr__(self) -> str:
        return f"<{self.name}>"


class Session:
    """A conversation with one server: its names as values or stand-ins, and a log of the calls made."""

    def __init__(self, channel: Channel):
        self._channel = channel
        self._functions: list[Callable[..., Any]] = []
        self._stand_ins: dict[str, Remote] = {}
        self.calls: list[Call] = []
        self.used = False  # whether a case asked for more than names
        self.altered = False  # whether an answer changed our arguments, other than by drawing from a generator
        self.writes_back = True  # whether such changes reach our own objects
        self._overwritten: list[tuple[list[Any], Any]] = []  # (our arguments, a copy of what they were)
        self.referee: Callable[[], Session] = lambda: self  # a session without student code, where there can be one

    def predict(self, layers: list[Any], input_shape: list[int], weights: list[np.ndarray], x: np.ndarray) -> Any:
        """What a Keras model made of this data predicts for `x`: to be asked of a referee."""
        request = {"do": "predict", "layers": layers, "input_shape": input_shape, "weights": weights, "x": x}
        return self._request(request)["value"]

    def has(self, name: str) -> bool:
        """Whether the notebook defines `name`."""
        return name in self._stand_ins or "absent" not in self._look_up(name)

    def get(self, name: str) -> Any:
        """The value of `name`, or a stand-in for it."""
        return self._stand_ins[name] if name in self._stand_ins else self._look_up(name)["value"]

    def _look_up(self, name: str) -> dict[str, Any]:
        """What the notebook says of `name`; a stand-in is asked for once, however many cases need it."""
        reply = self._request({"do": "get", "name": name})
        if isinstance(reply["value"], Remote):
            object.__setattr__(reply["value"], "_name", name)
            self._stand_ins[name] = reply["value"]
        return reply

    def run(self, source: str, label: str, seconds: float) -> list[tuple[int, str, str]]:
        """Run one cell; returns (line, exception, message) for each statement that raised."""
        pieces = [source[n : n + wire.MAX_TEXT] for n in range(0, len(source), wire.MAX_TEXT)]
        try:
            value = self._request({"do": "run", "source": pieces, "label": label, "seconds": seconds})["value"]
        except AnswerError as error:  # not even the cell's own try and except could run: out of memory, mostly
            return [(error.line, error.kind, error.message)]
        if type(value) is not list:
            raise WireError("a malformed reply")
        raised = [r for r in value[:MAX_RAISED] if type(r) is list and len(r) == 3]
        return [(_line(line), _text(kind, 80), _text(message)) for line, kind, message in raised]

    def forget(self) -> None:
        """Drop the log and the functions passed in: a new case begins."""
        self.calls.clear()
        self._functions.clear()
        self.used = self.altered = False

    def restore(self) -> None:
        """Undo what answers did to our arguments: those that outlive a case would reach the next submission."""
        while self._overwritten:
            _write_back(*self._overwritten.pop())

    def call(self, remote: Remote, args: tuple[Any, ...], kwargs: dict[str, Any], do: str = "call") -> Any:
        """Call a stand-in; arguments that the other side changed are changed here also."""
        given = [list(args), kwargs]
        request = wire.encode({"do": do, "target": remote, "args": given[0], "kwargs": kwargs}, self._special)
        self.used = True
        try:
            reply = self._send(request)
        except AnswerError as error:
            self.calls.append(Call(remote._name, request, None, error))
            raise
        self.calls.append(Call(remote._name, request, reply["value"], None))
        if "changed" in reply:
            self.altered |= wire.encode(given, _blank) != wire.encode(reply["changed"], _blank)
            self._overwritten.append((given, _copied(given, generators=True)))
            _write_back(given if self.writes_back else _copied(given), reply["changed"])
        found = reply.get("warnings")
        for warning in found if type(found) is list else ():
            _warn(warning)
        return reply["value"]

    def request(self, do: str, remote: Remote, **more: Any) -> dict[str, Any]:
        """Any other operation on a stand-in."""
        self.used = True
        return self._request({"do": do, "target": remote, **more})

    def _request(self, request: dict[str, Any]) -> dict[str, Any]:
        return self._send(wire.encode(request, self._special))

    def _send(self, request: bytes) -> dict[str, Any]:
        reply = self._read(self._channel.ask(request, self._answer))
        if type(reply) is not dict or type(reply.get("ok")) is not bool:
            raise WireError("a malformed reply")
        if reply["ok"]:
            reply.setdefault("value", None)
            _inspect(reply)
            return reply
        text = {k: _text(reply.get(k)) for k in ("kind", "message", "source")}
        raise AnswerError(text["kind"], text["message"], _line(reply.get("line")), text["source"])

    def _read(self, frame: bytes) -> Any:
        """What a frame of the other side says; WireError whatever is wrong with it."""
        try:
            return wire.decode(*wire.split(frame), self._resolve)
        except WireError:
            raise
        except Exception as error:  # whatever their bytes made us do is no fault of the case that asked
            raise WireError(f"a message that ended in {type(error).__name__}") from None

    def _answer(self, frame: bytes) -> bytes:
        """Serve a call of one of the functions we passed in."""
        asked = self._read(frame)
        _inspect(asked)
        try:
            function = self._functions[asked["callback"]]
            reply = {"ok": True, "value": function(*asked["args"], **asked["kwargs"])}
        except AssertionError as error:  # a check inside our function: its words may quote what is expected
            reply = {"ok": False, "kind": type(error).__name__, "message": ""}
        except Exception as error:
            reply = {"ok": False, "kind": type(error).__name__, "message": str(error)[:300]}
        return wire.encode(reply, self._special)

    def _special(self, value: Any) -> list[Any]:
        if isinstance(value, Remote):
            return ["object", value._number]
        if isinstance(value, np.random.Generator):
            return wire.generator_state(value)
        if callable(value):
            if not any(value is f for f in self._functions):
                self._functions.append(value)
            return ["function", next(n for n, f in enumerate(self._functions) if f is value)]
        raise WireError(f"a value of type {type(value).__name__}")

    def _resolve(self, body: list[Any]) -> Any:
        if not body or type(body[0]) is not str:
            raise WireError("a malformed reference")
        if len(body) == 4 and body[0] == "object" and type(body[1]) is int:
            return Remote(self, body[1], _text(body[2], 80), body[3] is True)
        if len(body) == 2 and body[0] == "array" and type(body[1]) is np.ndarray:
            return body[1]
        if len(body) == 2 and body[0] == "function" and type(body[1]) is int and 0 <= body[1] < len(self._functions):
            return self._functions[body[1]]
        if body[0] == "rng":
            return wire.set_generator(np.random.default_rng(0), body)
        raise WireError("a malformed reference")


class Remote:
    """Stands for an object beside the student's code: call it, read it, index it, iterate it, pass it back."""

    __slots__ = ("_callable", "_kind", "_name", "_number", "_session")
    _session: Session
    _number: int
    _kind: str
    _callable: bool
    _name: str

    def __init__(self, session: Session, number: int, kind: str, is_callable: bool, name: str = ""):
        for key, value in zip(
            ("_session", "_number", "_kind", "_callable", "_name"),
            (session, number, kind, is_callable, name or kind),
            strict=True,
        ):
            object.__setattr__(self, key, value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._session.call(self, args, kwargs)

    def lines(self, *args: Any, **kwargs: Any) -> tuple[Any, int]:
        """Call it and count the lines of the student's own Python that it executes: (result, lines)."""
        result, count = self._session.call(self, args, kwargs, "count_lines")
        return result, int(count)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = self._session.request("attr", self, name=name)["value"]
        if isinstance(value, Remote):
            object.__setattr__(value, "_name", f"{self._name}.{name}")
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{self!r} lives beside the student's code: its attributes can only be read")

    def __getitem__(self, key: Any) -> Any:
        return self._session.request("item", self, key=key)["value"]

    def __iter__(self) -> Iterator[Any]:
        iterator = self._session.request("iter", self)["value"]
        while "over" not in (reply := self._session.request("next", iterator)):
            yield reply["value"]

    def __next__(self) -> Any:
        reply = self._session.request("next", self)
        if "over" in reply:
            raise StopIteration
        return reply["value"]

    def __len__(self) -> int:
        try:
            size = self._session.request("len", self)["value"]
        except AnswerError as error:
            raise TypeError(str(error)) from None  # what list() and friends expect of objects without a length
        if type(size) is not int or not 0 <= size <= MAX_LENGTH:
            raise WireError("a length that is no number, or too large")
        return size

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"<{self._kind}>"


def _text(value: Any, characters: int = 300) -> str:
    """Text of the other side, cut, without what no file could hold (lone surrogates)."""
    return value[:characters].encode("utf-8", "replace").decode() if type(value) is str else ""


def _line(value: Any) -> int:
    """A line number of the other side; 0 when it is none."""
    return value if type(value) is int and 0 <= value < 1_000_000 else 0


def _inspect(value: Any) -> None:
    """WireError for plain data that is a trap for who handles it."""
    if type(value) is np.ndarray:
        if not value.size and math.prod(n for n in value.shape if n) > MAX_EMPTY:
            raise WireError("an array without entries and with a long axis")
    elif type(value) is str:
        if not value.isascii() and _text(value, len(value)) != value:
            raise WireError("text that is not Unicode")
    elif type(value) in (list, tuple):
        for item in value:
            _inspect(item)
    elif type(value) is dict:
        for pair in value.items():
            _inspect(pair)


def _warn(warning: Any) -> None:
    if type(warning) is list and len(warning) == 2 and all(type(w) is str for w in warning):
        category = RuntimeWarning if warning[0] == "RuntimeWarning" else UserWarning
        warnings.warn(_text(warning[1]), category, stacklevel=4)


def _blank(value: Any) -> list[Any]:
    """What is no data, as good as absent."""
    return []


def _copied(value: Any, generators: bool = False) -> Any:
    """`value` with new arrays, containers and, if asked for, generators."""
    if type(value) is np.ndarray or (generators and isinstance(value, np.random.Generator)):
        return copy.deepcopy(value)
    if type(value) in (list, tuple):
        return type(value)(_copied(v, generators) for v in value)
    return {k: _copied(v, generators) for k, v in value.items()} if type(value) is dict else value


def _write_back(ours: Any, theirs: Any) -> None:
    """Make `ours` equal to `theirs` in place, as far as plain data goes."""
    if type(ours) is np.ndarray and type(theirs) is np.ndarray:
        if ours.shape == theirs.shape and ours.dtype == theirs.dtype and ours.flags.writeable:
            ours[...] = theirs
    elif isinstance(ours, np.random.Generator) and isinstance(theirs, np.random.Generator):
        _advance(ours, theirs)
    elif type(ours) is dict and type(theirs) is dict:
        for key in set(ours) - set(theirs):
            del ours[key]
        for key, value in theirs.items():
            if key in ours and _is_container(ours[key], value):
                _write_back(ours[key], value)
            else:
                ours[key] = value
    elif type(ours) in (list, tuple) and type(theirs) is type(ours):
        for mine, value in zip(ours, theirs, strict=False):
            _write_back(mine, value)
        if type(ours) is list and (
            len(ours) != len(theirs) or any(not _is_container(a, b) for a, b in zip(ours, theirs, strict=True))
        ):
            ours[:] = [a if _is_container(a, b) else b for a, b in zip(ours, theirs, strict=False)] + theirs[
                len(ours) :
            ]


def _advance(ours: np.random.Generator, theirs: np.random.Generator) -> None:
    """Move our generator to where theirs is, on its own stream: another stream could hold nothing but zeros."""
    mine, state = ours.bit_generator.state, theirs.bit_generator.state
    if mine["bit_generator"] == state["bit_generator"] and mine["state"]["inc"] == state["state"]["inc"]:
        ours.bit_generator.state = state


def _is_container(ours: Any, theirs: Any) -> bool:
    """Whether `ours` can be updated in place to equal `theirs`."""
    if type(ours) is np.ndarray:
        return type(theirs) is np.ndarray and ours.shape == theirs.shape and ours.dtype == theirs.dtype
    return type(ours) is type(theirs) and isinstance(ours, list | dict | tuple | np.random.Generator)
