"""Arguments that an answer changed: made equal to what it left, and put back when the case is over."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

from .. import wire


class Overwritten:
    """Our own objects that calls changed, with what they were."""

    def __init__(self) -> None:
        self._kept: list[tuple[Any, Any]] = []

    def keep(self, ours: Any) -> None:
        """To be called before `ours` is written to."""
        self._kept.append((ours, copied(ours, generators=True)))

    def restore(self) -> None:
        """Make all as they were, the latest first."""
        while self._kept:
            write_back(*self._kept.pop())


def differ(ours: Any, theirs: Any) -> bool:
    """Whether data in them differs; how far a generator was drawn from does not count."""
    return wire.encode(ours, _blank) != wire.encode(theirs, _blank)


def _blank(value: Any) -> list[Any]:
    """What is no data, as good as absent."""
    return []


def copied(value: Any, generators: bool = False) -> Any:
    """`value` with new arrays, containers and, if asked for, generators."""
    if type(value) is np.ndarray:
        return value.copy(order="K")
    if generators and isinstance(value, np.random.Generator):
        return copy.deepcopy(value)
    if type(value) in (list, tuple):
        return type(value)(copied(v, generators) for v in value)
    return {k: copied(v, generators) for k, v in value.items()} if type(value) is dict else value


def write_back(ours: Any, theirs: Any) -> None:
    """Make `ours` equal to `theirs` in place, as far as plain data goes."""
    if type(ours) is np.ndarray and type(theirs) is np.ndarray:
        if ours.shape == theirs.shape and ours.dtype == theirs.dtype and ours.flags.writeable:
            ours[...] = theirs
    elif isinstance(ours, np.random.Generator) and isinstance(theirs, np.random.Generator):
        _advance(ours, theirs)
    elif type(ours) is dict and type(theirs) is dict:
        _rewrite(ours, theirs)
    elif type(ours) in (list, tuple) and type(theirs) is type(ours):
        for mine, value in zip(ours, theirs, strict=False):
            write_back(mine, value)
        if type(ours) is list:
            _replace(ours, theirs)


def _advance(ours: np.random.Generator, theirs: np.random.Generator) -> None:
    """Move our generator to where theirs is, on its own stream: another stream could hold nothing but zeros."""
    mine, state = ours.bit_generator.state, theirs.bit_generator.state
    if mine["bit_generator"] == state["bit_generator"] and mine["state"]["inc"] == state["state"]["inc"]:
        ours.bit_generator.state = state


def _rewrite(ours: dict[Any, Any], theirs: dict[Any, Any]) -> None:
    for key in set(ours) - set(theirs):
        del ours[key]
    for key, value in theirs.items():
        if key in ours and _fits(ours[key], value):
            write_back(ours[key], value)
        else:
            ours[key] = value


def _replace(ours: list[Any], theirs: list[Any]) -> None:
    """Give a list the other one's length and items; those that were written to in place stay the same objects."""
    items = [mine if _fits(mine, value) else value for mine, value in zip(ours, theirs, strict=False)]
    items += theirs[len(ours) :]
    if len(items) != len(ours) or any(new is not mine for new, mine in zip(items, ours, strict=True)):
        ours[:] = items


def _fits(ours: Any, theirs: Any) -> bool:
    """Whether `ours` can be updated in place to equal `theirs`."""
    if type(ours) is np.ndarray:
        return type(theirs) is np.ndarray and ours.shape == theirs.shape and ours.dtype == theirs.dtype
    return type(ours) is type(theirs) and isinstance(ours, list | dict | tuple | np.random.Generator)
