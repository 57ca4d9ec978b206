"""A picture as a few lines of plain text, at most 72 columns: numbers in columns, shades for maps, bars for curves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import picture as made
from ..picture import Curve, Map, Window
from . import words
from .picture import PictureView, cells, class_name, curve_name, narrowed, outlined, side_lengths, spelled
from .words import say

WIDTH = 72
SHADES = {"0": "·", "1": "░", "2": "▒", "3": "▓", "4": "█", "?": "?"}
BARS = "▁▂▃▄▅▆▇█"
ASCII = str.maketrans({"·": ".", "…": "..", "≠": "!", "⋮": ":", "░": ":", "▒": "+", "▓": "*", "█": "#", "×": "x", "─": "-", "│": "|", "┌": "+", "┐": "+",
                       "└": "+", "┘": "+", **dict(zip(BARS[:-1], "_.,-~=*", strict=True))})  # fmt: skip
MOST = 10  # rows of a map
TALL, WIDE = 4, 24  # an outline's longest sides, in characters


def picture_lines(view: PictureView, ascii_only: bool = False) -> list[str]:
    """The picture in text, its caption last; without any character beyond ASCII in the drawing if so asked."""
    drawn = [row.translate(ASCII) if ascii_only else row for row in _drawn(view)]
    return [*drawn, *_wrapped(view.brief)]


def _drawn(view: PictureView) -> Iterator[str]:
    picture, window = view.picture, view.picture.window
    if picture.kind == made.SHAPES:
        shapes = [picture.shape, picture.expected_shape]
        sides = [side_lengths(s, outlined(*shapes)) for s in shapes]
        scale = max(*(max(rows / TALL, 2 * columns / WIDE) for rows, columns in sides), 1.0)
        titles = [f"{label} {spelled(shape)}" for label, shape in zip(view.labels, shapes, strict=False)]
        yield from _beside([_outline(title, side, scale) for title, side in zip(titles, sides, strict=True)])
    elif window and picture.kind == made.ACCURACY:
        columns = [class_name(n, view.lang) for n in window.columns]
        yield from _table(say(words.CLASSES, view.lang), columns, window, cells(window.yours))
    elif window and len(picture.shape) == 1:
        yield from _strip(window, view.labels)
    elif window:
        yield from _panels(window, view.labels, bool(picture.map))
    if picture.map:
        yield from _map(picture.map, f"{say(words.ERROR_MAP, view.lang)}: {view.labels[2].lower()}")
    for curve in picture.curves:
        yield from _curve(curve, view)


def _wrapped(text: str) -> Iterator[str]:
    row = ""
    for word in text.split():
        if len(row) + 1 + len(word) > WIDTH and row:
            yield row
            row = word
        else:
            row = f"{row} {word}".strip()
    if row:
        yield row


# numbers


def _table(
    title: str, columns: Sequence[object], window: Window, numbers: Sequence[Sequence[str]], names: Sequence[object] = ()
) -> list[str]:
    """Numbers under each other, the worst in brackets."""
    width = max(len(str(c)) for row in [*numbers, columns] for c in row) + 2
    side = [str(n) for n in names or window.rows]
    margin = max(map(len, side))
    rows = ["".join([" " * margin, " ", *(f"{c!s:>{width - 1}} " for c in columns)])]
    for r, (name, row) in enumerate(zip(side, numbers, strict=True)):
        rows.append(f"{name:>{margin}} " + "".join(_entry(c, width, window.worst == (r, k)) for k, c in enumerate(row)))
    return [title, *rows] if title else rows


def _entry(number: str, width: int, framed: bool) -> str:
    return f"{'[' + number:>{width - 1}}]" if framed else f"{number:>{width - 1}} "


def _strip(window: Window, labels: Sequence[str]) -> list[str]:
    """An array with one axis: a row each for yours, the expected and the difference; as many entries as fit."""
    width = max(len(c) for rows in (window.yours, window.expected, window.difference) for c in " ".join(rows).split()) + 2
    shown = narrowed(window, max(1, (WIDTH - 1 - max(map(len, labels))) // width))
    numbers = [cells(n)[0] for n in (shown.yours, shown.expected, shown.difference) if n]
    worst = (len(numbers) - 1, shown.worst[1]) if shown.worst else None
    return _table("", shown.columns, replace(shown, worst=worst), numbers, labels[: len(numbers)])


def _panels(window: Window, labels: Sequence[str], mapped: bool) -> Iterator[str]:
    """Three tables side by side when they fit; else where the difference is, in shades, unless a map will tell."""
    tables = [
        _table(label, window.columns, window, cells(numbers))
        for label, numbers in zip(labels, (window.yours, window.expected, window.difference), strict=True)
        if numbers
    ]
    if sum(max(map(len, t)) + 2 for t in tables) <= WIDTH:
        yield from _beside(tables)
    elif max(map(len, tables[-1])) <= WIDTH:
        yield from tables[-1]
    elif not mapped:
        yield from _shaded(labels[-1], window.levels, window.worst, 1)


def _beside(blocks: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, b)) + 2 for b in blocks]
    for r in range(max(map(len, blocks))):
        yield "".join(f"{b[r] if r < len(b) else '':<{w}}" for b, w in zip(blocks, widths, strict=True)).rstrip()


# shades, bars and outlines


def _map(drawn: Map, title: str) -> Iterator[str]:
    yield from _shaded(title, drawn.levels, drawn.worst, drawn.block[0])


def _shaded(title: str, levels: Sequence[str], worst: tuple[int, int] | None, step: int) -> Iterator[str]:
    """Rows with something wrong, a mark for each level; the worst in brackets. A row is `step` rows of the array."""
    yield title
    margin = len(str((len(levels) - 1) * step))
    shown = [r for r in range(len(levels)) if any(level in "1234" for level in levels[r])]
    at = worst[0] if worst else 0
    shown = sorted(sorted(shown, key=lambda r: abs(r - at))[:MOST])
    for before, r in zip([-1, *shown], shown, strict=False):
        if r > before + 1:
            yield f"{'⋮':>{margin}}"
        row = levels[r]
        marks = [f" {SHADES.get(level, ' ') * 2}" for level in row]
        text = "".join(marks) + " "
        if worst and worst[0] == r:
            at = 3 * worst[1]
            text = f"{text[:at]}[{text[at + 1 : at + 3]}]{text[at + 4 :]}"
        yield f"{r * step:>{margin}} {text}".rstrip()
    if shown[-1] < len(levels) - 1:
        yield f"{'⋮':>{margin}}"


def _curve(curve: Curve, view: PictureView) -> Iterator[str]:
    low, high = curve.limits
    yield f"{curve_name(curve, view.lang)}, {low:.3g} … {high:.3g}"
    lines = [(label, n) for label, n in zip(view.labels, (curve.yours, curve.expected), strict=False) if n]
    margin = max(len(label) for label, _ in lines)
    for label, numbers in lines:
        ends = [n for n in numbers if n is not None]
        last = f" {ends[-1]:.3g}" if ends else ""
        every = -(-len(numbers) // (WIDTH - margin - 12))
        yield f"{label:>{margin}} {''.join(_bar(n, low, high) for n in numbers[::every])}{last}"
    if curve.bound is not None:
        yield f"{'':>{margin}} {say(words.ASKED, view.lang, bound=f'{curve.bound:g}')}"


def _bar(number: float | None, low: float, high: float) -> str:
    if number is None:
        return "×"
    return BARS[round((len(BARS) - 1) * (number - low) / (high - low))]


def _outline(title: str, side: tuple[int, int], scale: float) -> list[str]:
    """A box of these proportions under its title."""
    rows, columns = side
    wide, tall = max(1, round(2 * columns / scale)), max(1, round(rows / scale))
    return [title, f"┌{'─' * wide}┐", *[f"│{' ' * wide}│"] * tall, f"└{'─' * wide}┘"]
