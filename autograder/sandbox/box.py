"""The sandbox of one batch: its zygotes, each started when first needed."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from .process import Child
from .walls import Backend, Bare, choose
from .zygote import Zygote


class Sandbox:
    """Gives children for from-scratch questions and for those that use Keras; a context manager.

    `backend` is the name of a wall, for tests and measurements; None takes the strongest that is usable here.
    """

    def __init__(self, *, data: Path | None = None, unsafe: bool = False, backend: str | None = None) -> None:
        self._data, self.unsafe, self._name = data, unsafe, backend
        self._zygotes: dict[bool, Zygote] = {}

    @property
    def backend(self) -> Backend:
        """The wall it uses; SandboxError when there is none here."""
        return Bare if self.unsafe else choose(self._name)

    def spawn(self, scratch: bool) -> Child:
        """A fresh child."""
        if scratch not in self._zygotes:
            self._zygotes[scratch] = Zygote(scratch=scratch, data=self._data, unsafe=self.unsafe, backend=self._name)
        return self._zygotes[scratch].spawn()

    def left(self) -> set[int]:
        """Processes of children that have been closed: there must be none while no other child is open."""
        return set().union(*(zygote.left() for zygote in self._zygotes.values()))

    def close(self) -> None:
        """End the zygotes; the next spawn starts new ones."""
        while self._zygotes:
            self._zygotes.popitem()[1].close()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
