"""Answer requests about the names a notebook defines: call this, read that. Values cross as data (`autograder.wire`).

The same server runs in the sandbox, behind a socket, and in the student's own process (`autograder check`, otter,
nbgrader), behind a function call: so an answer means the same in all four hosts.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from .. import wire
from ..errors import WireError
from . import lines, placeholders, program, snapshot

Ask = Callable[[bytes], bytes]  # sends a frame to the other side and returns its answer
MAX_WARNINGS = 20


class Server:
    """One notebook's names and the objects its code has handed out by reference."""

    def __init__(self, names: dict[str, Any], ask: Ask, *, guard: bool = False):
        """`guard` refuses from-scratch answers that use a library which holds the answer."""
        self.names, self.ask, self.guard = names, ask, guard
        self.objects: list[Any] = []
        self.got: dict[str, Any] = {}  # what names meant when they were asked for: code may give them another meaning

    def handle(self, frame: bytes) -> bytes:
        """One request -> one reply; never raises for what student code does."""
        try:
            request = wire.decode(*wire.split(frame), self._resolve)
            reply = getattr(self, "do_" + request["do"])(request)
        except Exception as error:
            reply = _raised(error)
        try:
            return wire.encode(reply, self._special)
        except (WireError, RecursionError) as error:
            return wire.encode({"ok": False, "kind": "NotData", "message": str(error), "line": 0, "source": ""})

    # requests

    def do_run(self, request: dict[str, Any]) -> dict[str, Any]:
        """Run one cell; its source may come in pieces."""
        source = "".join(request["source"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            raised = program.run(source, request["label"], self.names, request["seconds"])
        return {"ok": True, "value": [list(r) for r in raised]}

    def do_get(self, request: dict[str, Any]) -> dict[str, Any]:
        """A name's value, or that there is none."""
        if request["name"] not in self.names:
            return {"ok": True, "value": None, "absent": True}
        value = self.got[request["name"]] = self.names[request["name"]]
        return {"ok": True, "value": value if _is_data(value) else _Handle(value)}

    def do_put(self, request: dict[str, Any]) -> dict[str, Any]:
        """Give a name a function of the other side."""
        self.names[request["name"]] = request["value"]
        return {"ok": True, "value": None}

    def do_call(self, request: dict[str, Any]) -> dict[str, Any]:
        """Call an object; with the result come its warnings and the arguments it changed."""
        return self._call(request, lambda run: run())

    def do_count_lines(self, request: dict[str, Any]) -> dict[str, Any]:
        """As `do_call`, for (value, lines of the student's own Python that were executed)."""
        return self._call(request, lines.count)

    def do_outline(self, request: dict[str, Any]) -> dict[str, Any]:
        """As `do_call`, where the networks it makes start at zero: they are only looked at."""
        from . import models

        with models.begun_at_zero():
            return self.do_call(request)

    def _call(self, request: dict[str, Any], how: Callable[[Callable[[], Any]], Any]) -> dict[str, Any]:
        target = self.got[request["name"]] if "name" in request else request["target"]
        args, kwargs = request["args"], request["kwargs"]
        if self.guard and (library := placeholders.shortcut(target)):
            raise placeholders.Shortcut(library)
        before = snapshot.take([args, kwargs])
        with warnings.catch_warnings(record=True) as caught, np.errstate(all="warn", under="ignore"):
            warnings.simplefilter("always")
            value = how(lambda: target(*args, **kwargs))
        reply = {"ok": True, "value": value}
        if caught:
            reply["warnings"] = [[w.category.__name__, str(w.message)[:200]] for w in caught[:MAX_WARNINGS]]
        if not snapshot.holds(before, [args, kwargs]):
            reply["changed"] = [args, kwargs]
        return reply

    def do_attr(self, request: dict[str, Any]) -> dict[str, Any]:
        """An attribute of an object."""
        if request["name"].startswith("_"):
            raise AttributeError(request["name"])
        return {"ok": True, "value": getattr(request["target"], request["name"])}

    def do_item(self, request: dict[str, Any]) -> dict[str, Any]:
        """`object[key]`."""
        return {"ok": True, "value": request["target"][request["key"]]}

    def do_iter(self, request: dict[str, Any]) -> dict[str, Any]:
        """`iter(object)`."""
        return {"ok": True, "value": iter(request["target"])}

    def do_next(self, request: dict[str, Any]) -> dict[str, Any]:
        """`next(object)`, or that it is over."""
        try:
            return {"ok": True, "value": next(request["target"])}
        except StopIteration:
            return {"ok": True, "value": None, "over": True}

    def do_len(self, request: dict[str, Any]) -> dict[str, Any]:
        """`len(object)`."""
        return {"ok": True, "value": len(request["target"])}

    def do_model(self, request: dict[str, Any]) -> dict[str, Any]:
        """A Keras model without its weights, as data."""
        from . import models

        return {"ok": True, "value": models.describe(request["target"])}

    def do_weights(self, request: dict[str, Any]) -> dict[str, Any]:
        """The weights of a Keras model."""
        from . import models

        return {"ok": True, "value": models.weights(request["target"])}

    def do_predict(self, request: dict[str, Any]) -> dict[str, Any]:
        """What a model rebuilt from data predicts: asked of a referee, which holds no student code."""
        from . import referee

        value = referee.predict(request["layers"], request["input_shape"], request["weights"], request["x"])
        return {"ok": True, "value": value}

    def do_read_weights(self, request: dict[str, Any]) -> dict[str, Any]:
        """The arrays of a file of trained weights: asked of a referee too."""
        from . import weights

        data = request["data"].tobytes()
        return {"ok": True, "value": weights.read(data, request["name"], request["layers"])}

    # values that are not data

    def _special(self, value: Any) -> list[Any]:
        if isinstance(value, _Function):
            return ["function", value.number]
        if isinstance(value, np.random.Generator) and isinstance(value.bit_generator, np.random.PCG64):
            return wire.generator_state(value)
        if isinstance(value, _Handle):
            value = value.value
        array = _as_array(value)
        if array is not None:
            return ["array", array]
        number = next((n for n, known in enumerate(self.objects) if known is value), len(self.objects))
        if number == len(self.objects):
            self.objects.append(value)
        return ["object", number, type(value).__name__[:80], callable(value)]

    def _resolve(self, body: list[Any]) -> Any:
        if body[0] == "function":
            return _Function(self, body[1])
        if body[0] == "rng":
            return wire.set_generator(np.random.default_rng(0), body)
        return self.objects[body[1]]


class _Handle:
    """Wraps what must cross by reference even if it looks like data."""

    def __init__(self, value: Any):
        self.value = value


class _Function:
    """A function of the other side: calling it asks that side."""

    def __init__(self, server: Server, number: int):
        self.server, self.number = server, number

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        question = wire.encode({"callback": self.number, "args": list(args), "kwargs": kwargs}, self.server._special)
        reply = wire.decode(*wire.split(self.server.ask(question)), self.server._resolve)
        if not reply["ok"]:
            raise RuntimeError(f"the function you were given raised {reply['kind']}: {reply['message']}")
        return reply["value"]


def _is_data(value: Any) -> bool:
    try:
        wire.encode(value)
        return True
    except WireError:
        return False


def _as_array(value: Any) -> np.ndarray | None:
    """Arrays of other makers (TensorFlow's, numpy's subclasses) as plain ones."""
    if isinstance(value, np.ndarray):
        array = np.array(value, copy=True, subok=False)
    elif type(value).__module__.partition(".")[0] in ("tensorflow", "keras") and hasattr(value, "numpy"):
        array = np.asarray(value.numpy())
    else:
        return None
    return array if wire.crosses(array.dtype) else None


def _raised(error: BaseException) -> dict[str, Any]:
    line, source = lines.last(error)
    try:
        message = str(error)[:300]
    except Exception:
        message = ""
    return {"ok": False, "kind": type(error).__name__[:80], "message": message, "line": line, "source": source}
