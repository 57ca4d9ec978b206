"""A picture as inline SVG: no styles, scripts or ids of its own, so that it can stand in any page or notebook.

Legible without colour: the numbers are printed, darker means more wrong, and the worst entry has a thick frame in the
colour of the text, which follows the page's light or dark theme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from .. import picture as made
from ..picture import Map, Window
from . import words
from .chart import Box, curve_box, gauge_box, line, outline_boxes, rect, squares, text
from .picture import PictureView, cells, class_name, narrowed, spelled
from .words import say

WIDTH = 560  # a row of panels
GAP = 20
CELL, CHARACTER = 24, 7.4  # height of an entry, width of one of its characters
SHADES = {"1": 0.12, "2": 0.26, "3": 0.42, "4": 0.6}
SQUARE = 11  # of a map


def figure(view: PictureView, colour: str = "var(--bad)") -> str:
    """The picture with its caption, as HTML; `colour` shades what is wrong."""
    caption = f'<figcaption style="opacity:.8;font-size:12.5px">{escape(view.caption)}</figcaption>'
    return f'<figure style="margin:.6em 0 .3em;overflow-x:auto">{svg(view, colour)}{caption}</figure>'


def svg(view: PictureView, colour: str = "var(--bad)") -> str:
    """The drawing alone, described for those who cannot see it."""
    body, width, height = _arranged(list(_boxes(view, colour)))
    return (
        f'<svg class="picture" role="img" aria-label="{escape(view.description)}" '
        f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'style="display:block;max-width:none" fill="currentColor" font-size="12.5" '
        f'font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,monospace">{body}</svg>'
    )


def _boxes(view: PictureView, colour: str) -> Iterator[Box]:
    picture, window = view.picture, view.picture.window
    if picture.kind == made.ACCURACY:
        yield gauge_box(float(picture.worst[0]), float(picture.worst[1]), view.lang, colour)
    if picture.map:
        yield _map(picture.map, f"{say(words.ERROR_MAP, view.lang)}: {view.labels[2].lower()}", colour)
    if picture.kind == made.SHAPES:
        shapes = (picture.shape, picture.expected_shape)
        titles = [f"{label} {spelled(shape)}" for label, shape in zip(view.labels, shapes, strict=False)]
        yield from outline_boxes(titles, shapes)
    elif window and picture.kind == made.ACCURACY:
        yield _classes(window, view.lang, colour)
    elif window and len(picture.shape) == 1:
        yield _strip(window, view.labels, colour)
    elif window:
        yield from _panels(window, view.labels, colour)
    for curve in picture.curves:
        yield curve_box(curve, view.labels, view.lang, colour)


def _arranged(boxes: Sequence[Box]) -> tuple[str, float, float]:
    """Boxes from left to right, in as many rows as they need."""
    x = y = tallest = widest = 0.0
    parts = []
    for box in boxes:
        if x and x + box.width > WIDTH:
            x, y, tallest = 0.0, y + tallest + 14, 0.0
        parts.append(f'<g transform="translate({x:.0f} {y:.0f})">{box.body}</g>')
        x, tallest = x + box.width + GAP, max(tallest, box.height)
        widest = max(widest, x - GAP)
    return "".join(parts), widest + 2, y + tallest + 2


@dataclass(frozen=True)
class Grid:
    """A table of numbers to draw: with `levels`, its wrong entries are shaded; without, they are bold in `bold`."""

    rows: Sequence[str]
    columns: Sequence[str]
    cells: Sequence[Sequence[str]]
    shade: Sequence[str] = ()
    bold: Sequence[str] = ()
    worst: tuple[int, int] | None = None
    cell: float = 30.0  # width of an entry

    @property
    def margin(self) -> float:
        """Width of the names of the rows."""
        return 7.0 * max(map(len, self.rows), default=0) + 8

    def box(self, title: str, colour: str) -> Box:
        """The table under its title."""
        width = self.margin + self.cell * len(self.columns)
        top = 40 if title else 18
        height = top + CELL * len(self.cells)
        body = [text(self.margin, 13, title, weight=600, sans=True)] if title else []
        body += [
            text(self.margin + self.cell * (c + 0.5), top - 7, name, anchor="middle", faint=True, size=11)
            for c, name in enumerate(self.columns)
        ]
        for r, name in enumerate(self.rows):
            body.append(text(self.margin - 6, top + CELL * (r + 0.5) + 4, name, anchor="end", faint=True, size=11))
            body += self._row(r, top + CELL * r, colour)
        body.append(rect(self.margin, top, width - self.margin, CELL * len(self.cells), line=0.35))
        body += self._frame(top)
        return Box("".join(body), max(width, self.margin + 7.2 * len(title)), height)

    def _row(self, r: int, y: float, colour: str) -> Iterator[str]:
        if r:
            yield line(self.margin, y, self.margin + self.cell * len(self.columns), y)
        for c, entry in enumerate(self.cells[r]):
            x = self.margin + self.cell * c
            shade = SHADES.get(self.shade[r][c], 0.0) if self.shade else 0.0
            if shade:
                yield rect(x, y, self.cell, CELL, fill=colour, opacity=shade)
            bold = bool(self.bold) and self.bold[r][c] in SHADES
            yield text(x + self.cell - 7, y + 16.5, minus(entry), anchor="end", weight=700 if bold else 400,
                       faint=entry in ("·", "?"))  # fmt: skip

    def _frame(self, top: float) -> Iterator[str]:
        if self.worst:
            r, c = self.worst
            yield rect(self.margin + self.cell * c, top + CELL * r, self.cell, CELL, line=1.0, stroke=2.5)


def cell_width(numbers: Sequence[str]) -> float:
    """How wide an entry must be to hold any of these."""
    return max(30.0, CHARACTER * max(map(len, numbers), default=1) + 10)


def minus(number: str) -> str:
    """A number with the sign that is as wide as a plus."""
    return number.replace("-", "−")


def _names(numbers: Iterable[int]) -> list[str]:
    return [str(n) for n in numbers]


def _panels(window: Window, labels: tuple[str, str, str], colour: str) -> Iterator[Box]:
    """Yours, the expected and the difference, each a table."""
    window = _fitting(window, 24)
    rows, columns = _names(window.rows), _names(window.columns)
    for label, numbers, wide in zip(labels, (window.yours, window.expected, window.difference), _widths(window), strict=True):
        if numbers:
            mine, apart = numbers is window.yours, numbers is window.difference
            alone = not window.expected
            shade, bold = window.levels if apart or alone else (), window.levels if mine else ()
            yield Grid(rows, columns, cells(numbers), shade, bold, window.worst, wide).box(label, colour)


def _widths(window: Window) -> list[float]:
    """How wide the entries of each panel are: as narrow as can be where all fit side by side, else all alike."""
    each = [cell_width(" ".join(rows).split()) for rows in (window.yours, window.expected, window.difference)]
    margin = 7.0 * len(str(window.rows[-1])) + 8
    beside = sum(margin + wide * len(window.columns) + GAP for wide in each) - GAP
    return each if beside <= WIDTH else [max(each)] * 3


def _fitting(window: Window, margin: float) -> Window:
    """As many columns as there is room for."""
    return narrowed(window, int((WIDTH - margin) / cell_width(_numbers(window))))


def _numbers(window: Window) -> list[str]:
    return " ".join([*window.yours, *window.expected, *window.difference]).split()


def _strip(window: Window, labels: tuple[str, str, str], colour: str) -> Box:
    """The same of an array with one axis: three rows of one table."""
    window = _fitting(window, 7.0 * max(map(len, labels)) + 8)
    given = [n for n in (window.yours, window.expected, window.difference) if n]
    numbers = [cells(n)[0] for n in given]
    right = "0" * len(window.columns)
    marked = window.levels[0]
    shade = [marked] if len(given) == 1 else [right, right, marked]
    bold = [marked, right, right][: len(given)]
    worst = (len(given) - 1, window.worst[1]) if window.worst else None
    wide = cell_width(_numbers(window))
    return Grid(labels[: len(given)], _names(window.columns), numbers, shade, bold, worst, wide).box("", colour)


def _classes(window: Window, lang: str, colour: str) -> Box:
    """How often each class was taken for which."""
    columns = [class_name(n, lang) for n in window.columns]
    wide = cell_width([*columns, *_numbers(window)])
    grid = Grid(_names(window.rows), columns, cells(window.yours), window.levels, (), window.worst, wide)
    return grid.box(say(words.CLASSES, lang), colour)


def _map(drawn: Map, title: str, colour: str) -> Box:
    """The whole array from far: squares, darker and larger where it is more wrong; dots where it is right."""
    top, rows, columns = 24, len(drawn.levels), len(drawn.levels[0])
    body = [text(0, 13, title, weight=600, sans=True)]
    for level, side, fill, opacity in _MARKS:
        at = [(r, c) for r, row in enumerate(drawn.levels) for c, mark in enumerate(row) if mark == level]
        corners = [(2 + SQUARE * (c + 0.5) - side / 2, top + SQUARE * (r + 0.5) - side / 2) for r, c in at]
        body.append(squares(corners, side, fill or colour, opacity))
    body.append(rect(2, top, SQUARE * columns, SQUARE * rows, line=0.35))
    r, c = drawn.worst
    body.append(rect(SQUARE * c + 1, top + SQUARE * r - 1, SQUARE + 2, SQUARE + 2, line=1.0, stroke=2.5))
    return Box("".join(body), max(SQUARE * columns + 4, 7.2 * len(title)), top + SQUARE * rows + 2)


_MARKS = (("0", 1.5, "currentColor", 0.35), *((n, 3.0 + 2 * int(n), "", shade + 0.3) for n, shade in SHADES.items()))
