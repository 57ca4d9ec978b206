"""The sandbox of one batch: its zygotes, each started when first needed."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from .zygote import Child, Zygote


class Sandbox:
    """Gives children for from-scratch questions and for those that use Keras; a context manager."""

    def __init__(self, *, data: Path | None = None, unsafe: bool = False) -> None:
        self._data, self.unsafe = data, unsafe
        self._zygotes: dict[bool, Zygote] = {}

    def spawn(self, scratch: bool) -> Child:
        """A fresh child."""
        if scratch not in self._zygotes:
            self._zygotes[scratch] = Zygote(scratch=scratch, data=self._data, unsafe=self.unsafe)
        return self._zygotes[scratch].spawn()

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
