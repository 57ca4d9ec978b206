"""What a failure looks like, as data of bounded size: numbers are short text already, however large the arrays were.

Made by checks, kept with the evidence of public cases alone, drawn by reports.
"""

from __future__ import annotations

from dataclasses import dataclass

ROWS, COLUMNS = 8, 10  # the largest table whose entries are all shown
CUT_ROWS, CUT_COLUMNS = 5, 6  # of the window on a larger one
BLOCKS = 24  # rows, and columns, of a map
POINTS = 60  # of a curve
AXES = 8  # of a shape; more are not drawn

VALUES, GRADIENT, SHAPES, ACCURACY, TRAINING = "values", "gradient", "shapes", "accuracy", "training"


@dataclass(frozen=True)
class Window:
    """A rectangle cut out of an array, around its worst entry; each row's numbers have a space between."""

    rows: tuple[int, ...]  # which ones, counted in the array
    columns: tuple[int, ...]
    yours: tuple[str, ...]
    expected: tuple[str, ...] = ()
    difference: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()  # of each entry a digit, 0 right to 4 the most wrong; ? where it was not tried
    worst: tuple[int, int] | None = None  # counted in the window


@dataclass(frozen=True)
class Map:
    """A whole array seen from far: the level of the worst entry of each block, "." where none was tried."""

    levels: tuple[str, ...]
    block: tuple[int, int]
    worst: tuple[int, int]


@dataclass(frozen=True)
class Curve:
    """Numbers one after another, as far as they are finite, and what they should have been or reached."""

    yours: tuple[float | None, ...]
    expected: tuple[float | None, ...] = ()
    bound: float | None = None
    name: str = ""  # "loss", "accuracy"; "" for the entries of an answer
    step: int = 1  # entries per point

    @property
    def limits(self) -> tuple[float, float]:
        """The least and the largest number to draw, never the same; what was trained is drawn from 0."""
        numbers = [n for n in (*self.yours, *self.expected, self.bound) if n is not None] + ([0.0] if self.name else [])
        low, high = min(numbers, default=0.0), max(numbers, default=0.0)
        return (low, high) if high > low else (low - 0.5, high + 0.5)


@dataclass(frozen=True)
class Picture:
    """Yours, what was expected and the difference, as much of each as can be seen at a glance."""

    kind: str
    shape: tuple[int, ...] = ()
    expected_shape: tuple[int, ...] = ()
    part: str = ""  # which part is shown of an array with more than two axes: "[1, :, :, 0]"
    at: tuple[int, ...] | None = None  # index of the worst entry
    worst: tuple[str, ...] = ()  # it, what was expected there, and the difference
    wrong: int = 0  # entries that are
    tried: int = 0  # entries in all, or those that were tried
    spans: tuple[str, ...] = ()  # least and largest of yours, then of the expected ones, when a window hides some
    window: Window | None = None
    map: Map | None = None
    curves: tuple[Curve, ...] = ()
