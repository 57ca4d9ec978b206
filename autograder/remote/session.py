"""A conversation with the server beside the student's code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from .. import wire
from ..errors import AnswerError, WireError
from ..language import Sentence
from . import received
from .arguments import Overwritten, copied, differ, write_back
from .call import Call
from .channel import Channel
from .stand_in import Remote

MAX_RAISED = 20  # statements of one cell to hear of


class Session:
    """A conversation with one server: its names as values or stand-ins, and a log of the calls made."""

    def __init__(self, channel: Channel):
        self._channel = channel
        self._functions: list[Callable[..., Any]] = []
        self._lasting: list[Callable[..., Any]] = []  # those that stay from case to case
        self._stand_ins: dict[str, Remote] = {}
        self.calls: list[Call] = []
        self.used = False  # whether a case asked for more than names
        self.altered = False  # whether an answer changed our arguments, other than by drawing from a generator
        self.writes_back = True  # whether such changes reach our own objects
        self._overwritten = Overwritten()
        self.referee: Callable[[], Session] = lambda: self  # a session without student code, where there can be one
        self.submitted: Callable[[str], tuple[str, bytes] | None] = lambda question: None  # a file of trained weights
        self.note: Callable[[Sentence], None] = lambda note: None  # takes what the student should know
        self.shared: dict[Any, Any] = {}  # what cases of this notebook made once and look at together

    def predict(self, layers: list[Any], input_shape: list[int], weights: list[np.ndarray], x: np.ndarray) -> Any:
        """What a Keras model made of this data predicts for `x`: to be asked of a referee."""
        request = {"do": "predict", "layers": layers, "input_shape": input_shape, "weights": weights, "x": x}
        return self._request(request)["value"]

    def read_weights(self, name: str, data: bytes, layers: list[Any]) -> Any:
        """The arrays of a file of trained weights, for these layers: to be asked of a referee."""
        request = {"do": "read_weights", "name": name, "data": np.frombuffer(data, np.uint8), "layers": layers}
        return self._request(request)["value"]

    def has(self, name: str) -> bool:
        """Whether the notebook defines `name`."""
        return name in self._stand_ins or "absent" not in self._look_up(name)

    def knows(self, names: Iterable[str]) -> bool:
        """Whether all these were asked for already and are objects that stay on the other side."""
        return all(name in self._stand_ins for name in names)

    def get(self, name: str) -> Any:
        """The value of `name`, or a stand-in for it."""
        return self._stand_ins[name] if name in self._stand_ins else self._look_up(name)["value"]

    def put(self, name: str, function: Callable[..., Any]) -> None:
        """From now on `name` means this function of ours, to the notebook as to the cases."""
        self._lasting.append(function)
        self._functions[:] = self._lasting
        self._stand_ins.pop(name, None)
        self._request({"do": "put", "name": name, "value": function})

    def _look_up(self, name: str) -> dict[str, Any]:
        """What the notebook says of `name`; a stand-in is asked for once, however many cases need it."""
        reply = self._request({"do": "get", "name": name})
        if isinstance(reply["value"], Remote):
            reply["value"]._call_by(name)
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
        return [
            (received.line(line), received.text(kind, 80), received.text(message)) for line, kind, message in raised
        ]

    def forget(self) -> None:
        """Drop the log and the functions passed in: a new case begins."""
        self.calls.clear()
        self._functions[:] = self._lasting
        self.used = self.altered = False

    def restore(self) -> None:
        """Undo what answers did to our arguments: those that outlive a case would reach the next submission."""
        self._overwritten.restore()

    def call(self, remote: Remote, args: tuple[Any, ...], kwargs: dict[str, Any], do: str = "call") -> Any:
        """Call a stand-in; arguments that the other side changed are changed here also."""
        given = [list(args), kwargs]
        target = {"name": remote._name} if remote._global else {"target": remote}
        request = wire.encode({"do": do, **target, "args": given[0], "kwargs": kwargs}, self._special)
        self.used = True
        try:
            reply = self._send(request)
        except AnswerError as error:
            self.calls.append(Call(remote._name, request, None, error))
            raise
        self.calls.append(Call(remote._name, request, reply["value"], None))
        if "changed" in reply:
            self.altered |= differ(given, reply["changed"])
            self._overwritten.keep(given)
            write_back(given if self.writes_back else copied(given), reply["changed"])
        found = reply.get("warnings")
        for warning in found if type(found) is list else ():
            received.warn(warning)
        return reply["value"]

    def request(self, do: str, remote: Remote, **more: Any) -> dict[str, Any]:
        """Any other operation on a stand-in."""
        self.used = True
        return self._request({"do": do, "target": remote, **more})

    def _request(self, request: dict[str, Any]) -> dict[str, Any]:
        return self._send(wire.encode(request, self._special))

    def _send(self, request: bytes) -> dict[str, Any]:
        reply = self._read(self._channel.ask(request, self.answer))
        if type(reply) is not dict or type(reply.get("ok")) is not bool:
            raise WireError("a malformed reply")
        if reply["ok"]:
            reply.setdefault("value", None)
            received.inspect(reply)
            return reply
        raise received.exception(reply)

    def _read(self, frame: bytes) -> Any:
        """What a frame of the other side says; WireError whatever is wrong with it."""
        try:
            return wire.decode(*wire.split(frame), self._resolve)
        except WireError:
            raise
        except Exception as error:  # whatever their bytes made us do is no fault of the case that asked
            raise WireError(f"a message that ended in {type(error).__name__}") from None

    def answer(self, frame: bytes) -> bytes:
        """Serve a call of one of the functions we passed in."""
        asked = self._read(frame)
        received.inspect(asked)
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
            return Remote(self, body[1], received.text(body[2], 80), body[3] is True)
        if len(body) == 2 and body[0] == "array" and type(body[1]) is np.ndarray:
            return body[1]
        if len(body) == 2 and body[0] == "function" and type(body[1]) is int and 0 <= body[1] < len(self._functions):
            return self._functions[body[1]]
        if body[0] == "rng":
            return wire.set_generator(np.random.default_rng(0), body)
        raise WireError("a malformed reference")
