"""The log of a session: what was called, with what, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .. import wire
from ..errors import AnswerError


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
