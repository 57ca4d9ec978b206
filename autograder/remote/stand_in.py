"""What a case holds instead of an object of the student's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..errors import AnswerError, WireError

if TYPE_CHECKING:
    from .session import Session

MAX_LENGTH = 10_000_000  # what a stand-in may claim as its length


class Remote:
    """Stands for an object beside the student's code: call it, read it, index it, iterate it, pass it back."""

    __slots__ = ("_callable", "_global", "_kind", "_name", "_number", "_session")
    _session: Session
    _number: int
    _kind: str
    _callable: bool
    _name: str
    _global: bool  # whether it is what the notebook calls `_name`

    def __init__(self, session: Session, number: int, kind: str, is_callable: bool, name: str = ""):
        for key, value in zip(
            ("_session", "_number", "_kind", "_callable", "_name", "_global"),
            (session, number, kind, is_callable, name or kind, False),
            strict=True,
        ):
            object.__setattr__(self, key, value)

    def _call_by(self, name: str) -> None:
        """From now on it is called by its name in the notebook: that is the same in every child."""
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_global", True)

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
