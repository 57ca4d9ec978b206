"""What a wrong answer looks like beside the right one: pictures of bounded size, whatever the answer's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from .. import picture as made
from ..picture import Curve, Map, Picture, Window

SERIES = 4  # numbers that a list needs to be drawn as a curve
STEPS = 4  # levels of wrongness
LARGEST = 1e300  # larger numbers are not drawn in curves


def of_shapes(shape: tuple[int, ...], expected: tuple[int, ...]) -> Picture | None:
    """The outlines of two arrays of different shapes; None when they have too many axes."""
    return Picture(made.SHAPES, shape, expected) if max(len(shape), len(expected)) <= made.AXES else None


def of_lists(actual: np.ndarray, expected: np.ndarray) -> Picture | None:
    """Two sequences of different lengths: their outlines, and their curves."""
    drawn = of_shapes(actual.shape, expected.shape)
    if drawn is None or not all(a.ndim == 1 and a.dtype.kind in "biuf" for a in (actual, expected)):
        return drawn
    if max(actual.size, expected.size) < SERIES or min(actual.size, expected.size) < 1:
        return drawn
    step = -(-max(actual.size, expected.size) // made.POINTS)
    curve = Curve(points(actual[::step]), points(expected[::step]), step=step)
    return Picture(made.SHAPES, actual.shape, expected.shape, curves=(curve,))


def of_values(
    actual: np.ndarray,
    expected: np.ndarray | None,
    wrong: np.ndarray,
    *,
    kind: str = made.VALUES,
    tried: np.ndarray | None = None,
    series: bool = False,
) -> Picture | None:
    """`actual` beside `expected`, and where it is `wrong`; all of one shape.

    Where `tried` is False nothing is known of what was expected. A `series` is drawn as a curve however short it is.
    None for a single number, for complex ones, and for more axes than can be told.
    """
    kinds = actual.dtype.kind + (expected.dtype.kind if expected is not None else "")
    if actual.size < 2 or actual.ndim > made.AXES or "c" in kinds:
        return None
    whole = _compared(actual, expected, wrong, np.ones(actual.shape, bool) if tried is None else tried)
    at = tuple(int(n) for n in np.unravel_index(int(np.argmax(whole.badness)), actual.shape))
    part = _part(actual.shape, at)
    table, place = whole.part(part), _place(at, part)
    return Picture(
        kind,
        actual.shape,
        part=f"[{', '.join(':' if isinstance(n, slice) else str(n) for n in part)}]" if actual.ndim > 2 else "",
        at=at,
        worst=whole.entry(at),
        wrong=int(whole.wrong.sum()),
        tried=int(whole.known.sum()),
        spans=_spans(actual, expected) if table.is_cut else (),
        window=_window(table, place),
        map=_map(table, place),
        curves=_series(whole, series),
    )


@dataclass(frozen=True)
class Compared:
    """Arrays of one shape: yours, the expected one, their difference, and which entries are wrong, how much, and known."""

    yours: np.ndarray
    expected: np.ndarray | None
    gap: np.ndarray
    wrong: np.ndarray
    known: np.ndarray
    badness: np.ndarray  # 0 where right or not known; infinite where no number says how wrong

    def part(self, index: tuple[int | slice, ...]) -> Compared:
        """The same of a part, as rows and columns; a part with one axis is a row."""
        arrays: dict[str, Any] = {k: None if a is None else np.atleast_2d(a[index]) for k, a in vars(self).items()}
        return Compared(**arrays)

    @property
    def is_cut(self) -> bool:
        """Whether this table is too large to show all of it."""
        rows, columns = self.yours.shape
        return bool(rows > made.ROWS or columns > made.COLUMNS)

    def entry(self, at: tuple[int, ...]) -> tuple[str, ...]:
        """One entry as text: yours, and when it was compared the expected one and the difference."""
        if self.expected is None:
            return (brief(self.yours[at]),)
        return brief(self.yours[at]), brief(self.expected[at]) if self.known[at] else "?", self.difference(at)

    def difference(self, at: tuple[int, ...]) -> str:
        """One entry of the difference as text: "·" where there is none."""
        if not self.known[at]:
            return "?"
        if not self.wrong[at]:
            return "·"
        return "≠" if self.yours.dtype.kind == "b" else signed(self.gap[at])


def _compared(yours: np.ndarray, expected: np.ndarray | None, wrong: np.ndarray, known: np.ndarray) -> Compared:
    with np.errstate(all="ignore"):
        mine = yours.astype(np.float64)
        gap = np.asarray(mine - (mine if expected is None else expected.astype(np.float64)))  # NaN where not finite
    bad = np.asarray(wrong & known)
    return Compared(yours, expected, gap, bad, known, np.where(bad, np.where(np.isfinite(gap), np.abs(gap), np.inf), 0.0))


# the part of an array that is shown


def _part(shape: tuple[int, ...], at: tuple[int, ...]) -> tuple[int | slice, ...]:
    """The two neighbouring axes that hold most, at the worst entry of the others."""
    sizes = [a * b for a, b in pairwise(shape)]
    first = max(range(len(sizes)), key=lambda k: sizes[k]) if sizes else 0
    return tuple(slice(None) if k in (first, first + 1) else n for k, n in enumerate(at))


def _place(at: tuple[int, ...], part: tuple[int | slice, ...]) -> tuple[int, int]:
    """Row and column of the worst entry in the table."""
    inside = [n for n, k in zip(at, part, strict=True) if isinstance(k, slice)]
    return (0, inside[0]) if len(inside) == 1 else (inside[0], inside[1])


def _around(place: int, count: int, most: int) -> range:
    """At most so many of `count`, with `place` in their middle where that can be."""
    start = min(max(0, place - most // 2), max(0, count - most))
    return range(start, min(count, start + most))


def _window(table: Compared, place: tuple[int, int]) -> Window:
    most = (made.CUT_ROWS, made.CUT_COLUMNS) if table.is_cut else (made.ROWS, made.COLUMNS)
    rows, columns = (_around(*axis) for axis in zip(place, table.yours.shape, most, strict=True))
    shown = table.part((slice(rows.start, rows.stop), slice(columns.start, columns.stop)))
    places = [[(r, c) for c in range(len(columns))] for r in range(len(rows))]
    return Window(
        tuple(rows),
        tuple(columns),
        rows_of([[brief(shown.yours[p]) for p in row] for row in places]),
        () if shown.expected is None else rows_of([[shown.entry(p)[1] for p in row] for row in places]),
        () if shown.expected is None else rows_of([[shown.difference(p) for p in row] for row in places]),
        levels(shown.badness, shown.known, table.badness.max()),
        (place[0] - rows.start, place[1] - columns.start),
    )


def rows_of(cells: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Each row's numbers with a space between."""
    return tuple(" ".join(row) for row in cells)


def levels(badness: np.ndarray, known: np.ndarray, largest: float | None = None) -> tuple[str, ...]:
    """0 right, then 1 to 4 by quarters of the largest finite difference; what is not finite is 4."""
    finite = badness[np.isfinite(badness)]
    top = largest if largest is not None and math.isfinite(largest) else float(finite.max(initial=0.0))
    share = np.clip(np.where(np.isfinite(badness), badness / (top or 1.0), 1.0), 0.0, 1.0)
    level = np.where(badness > 0, np.minimum(STEPS, 1 + (share * STEPS).astype(int)), 0)
    return tuple("".join(str(n) if k else "?" for n, k in zip(*pair, strict=True)) for pair in zip(level, known, strict=True))


def _map(table: Compared, place: tuple[int, int]) -> Map | None:
    """The whole table in blocks, when it is more than a window and not a row."""
    rows, columns = table.badness.shape
    if rows == 1 or not table.is_cut:
        return None
    block = -(-rows // made.BLOCKS), -(-columns // made.BLOCKS)
    starts = np.arange(0, rows, block[0]), np.arange(0, columns, block[1])
    worst = np.maximum.reduceat(np.maximum.reduceat(table.badness, starts[0], axis=0), starts[1], axis=1)
    seen = np.logical_or.reduceat(np.logical_or.reduceat(table.known, starts[0], axis=0), starts[1], axis=1)
    return Map(levels(worst, seen), block, (place[0] // block[0], place[1] // block[1]))


def _spans(actual: np.ndarray, expected: np.ndarray | None) -> tuple[str, ...]:
    both = [actual] if expected is None else [actual, expected]
    return tuple(text for a in both for text in _span(a[np.isfinite(a)] if a.dtype.kind == "f" else a))


def _span(finite: np.ndarray) -> tuple[str, str]:
    return (brief(finite.min()), brief(finite.max())) if finite.size else ("NaN", "NaN")


# curves


def _series(whole: Compared, series: bool) -> tuple[Curve, ...]:
    """A row as a curve, when it is a series or too long for a window; each point is the worst of its step."""
    size = whole.yours.size
    if whole.yours.ndim != 1 or whole.expected is None or size < (SERIES if series else made.COLUMNS + 1):
        return ()
    step = -(-size // made.POINTS)
    chosen = [k + int(np.argmax(whole.badness[k : k + step])) for k in range(0, size, step)]
    wanted = np.where(whole.known, whole.expected, np.nan)
    return (Curve(points(whole.yours[chosen]), points(wanted[chosen]), step=step),)


def points(numbers: np.ndarray) -> tuple[float | None, ...]:
    """The numbers of a curve; None for those that are not finite."""
    return tuple(point(float(n)) for n in numbers)


def point(number: float) -> float | None:
    """A number in six digits, when it can be drawn."""
    return float(f"{number:.6g}") if abs(number) < LARGEST else None


# numbers as short text


def brief(number: Any) -> str:
    """A number in at most nine characters: -1.234e-5, 12, NaN, True."""
    if isinstance(number, (bool, np.bool_)):
        return str(bool(number))
    if isinstance(number, (int, np.integer)) and abs(int(number)) < 10**6:
        return str(int(number))
    return _short(f"{float(number) + 0.0:.4g}")


def signed(number: Any) -> str:
    """A difference with its sign."""
    return _short(f"{float(number):+.3g}")


def _short(text: str) -> str:
    if "nan" in text:
        return "NaN"
    mantissa, e, power = text.partition("e")
    return f"{mantissa}e{int(power)}" if e else text
