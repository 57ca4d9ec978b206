"""Pieces of SVG: text, lines and rectangles; curves over their axes, and outlines of arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from ..picture import Curve
from . import words
from .clean import one_line
from .picture import curve_name, outlined, side_lengths
from .words import say

WIDE, NARROW, HIGH = 250, 160, 120  # of the area where a curve is drawn; a training's is narrow
LEFT, TOP = 46, 28
SANS = "system-ui,-apple-system,Segoe UI,Roboto,sans-serif"
SIDE = 96  # the longest side of an outline
DOTTED = 24  # numbers that have dots
DRAWN = 12  # entries of an axis whose lines are drawn


@dataclass(frozen=True)
class Box:
    """A drawing and its size; its corner is at 0, 0."""

    body: str
    width: float
    height: float


def text(
    x: float, y: float, what: str, *, anchor: str = "", weight: int = 400, faint: bool = False, size: float = 0,
    sans: bool = False,
) -> str:  # fmt: skip
    """One line of text, escaped and cleaned."""
    more = f' text-anchor="{anchor}"' if anchor else ""
    more += f' font-size="{size:g}"' if size else ""
    more += f' font-family="{SANS}"' if sans else ""
    more += f' font-weight="{weight}"' if weight != 400 else ""
    more += ' fill-opacity=".65"' if faint else ""
    return f'<text x="{_n(x)}" y="{_n(y)}"{more}>{escape(one_line(what))}</text>'


def line(x: float, y: float, x2: float, y2: float, *, opacity: float = 0.18, dash: str = "", width: float = 1.0) -> str:
    """A thin line."""
    more = f' stroke-dasharray="{dash}"' if dash else ""
    more += f' stroke-width="{width:g}"' if width != 1 else ""
    ends = f'x1="{_n(x)}" y1="{_n(y)}" x2="{_n(x2)}" y2="{_n(y2)}"'
    return f'<line {ends} stroke="currentColor" stroke-opacity="{opacity:g}"{more}></line>'


def rect(
    x: float, y: float, width: float, height: float, *, fill: str = "none", opacity: float = 1.0, line: float = 0.0,
    stroke: float = 1.0,
) -> str:  # fmt: skip
    """A rectangle: filled with a colour, or outlined in the text's own with so much opacity."""
    edge = f' stroke="currentColor" stroke-opacity="{line:g}" stroke-width="{stroke:g}"' if line else ""
    inside = ' fill="none"' if fill == "none" else f' style="fill:{fill};fill-opacity:{opacity:g}"'
    return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{inside}{edge}></rect>'


def squares(corners: Sequence[tuple[float, float]], side: float, fill: str, opacity: float) -> str:
    """Many squares of one size and colour, as one shape."""
    ways = "".join(f"M{_n(x)} {_n(y)}h{_n(side)}v{_n(side)}h{_n(-side)}z" for x, y in corners)
    return f'<path d="{ways}" style="fill:{fill};fill-opacity:{opacity:.2g}"></path>' if ways else ""


def _n(length: float) -> str:
    """A length in tenths, as short as can be."""
    return f"{length:.1f}".removesuffix(".0")


# curves


def curve_box(curve: Curve, labels: Sequence[str], lang: str, colour: str) -> Box:
    """Numbers over their places: yours a solid line with dots, the expected one dashed, what is asked for dotted."""
    count = max(len(curve.yours), len(curve.expected), 2)
    axes = Axes(*curve.limits, count, NARROW if curve.name else WIDE)
    body = [text(0, 13, curve_name(curve, lang), weight=600, sans=True), *_scales(curve, axes, lang)]
    body += _line(curve.yours, axes, colour, "")
    body += _line(curve.expected, axes, colour, "5 4")
    names = [(axes.end(curve.yours), labels[0]), (axes.end(curve.expected), labels[1])] if curve.expected else []
    if curve.bound is not None:
        y = axes.at(0, curve.bound)[1]
        body.append(line(LEFT, y, LEFT + axes.wide, y, opacity=0.9, dash="2 4"))
        names.append(((LEFT + axes.wide, y), say(words.ASKED, lang, bound=f"{curve.bound:g}")))
    body += _names([(end, label) for end, label in names if end is not None])
    tail = 8 + 6.4 * max((len(label) for _, label in names), default=0)
    return Box("".join(body), max(LEFT + axes.wide + tail, 7.2 * len(curve_name(curve, lang))), TOP + HIGH + 24)


@dataclass(frozen=True)
class Axes:
    """Where numbers lie in the drawing of a curve."""

    low: float
    high: float
    count: int
    wide: float

    def at(self, k: int, number: float) -> tuple[float, float]:
        """The place of the k-th number."""
        return LEFT + self.wide * k / (self.count - 1), TOP + HIGH * (self.high - number) / (self.high - self.low)

    def end(self, numbers: Sequence[float | None]) -> tuple[float, float] | None:
        """The place of the last number that is finite."""
        return next((self.at(k, n) for k, n in reversed(list(enumerate(numbers))) if n is not None), None)


def _scales(curve: Curve, axes: Axes, lang: str) -> Iterator[str]:
    """The least and the largest number, the first and the last place."""
    for y, number in ((TOP, axes.high), (TOP + HIGH, axes.low)):
        yield line(LEFT, y, LEFT + axes.wide, y, opacity=0.35 if y > TOP else 0.18)
        yield text(LEFT - 6, y + 4, f"{number:.3g}".replace("-", "−"), anchor="end", faint=True, size=11)
    unit = say(words.EPOCH if curve.name else words.INDEX, lang)
    first, last = (1, curve.step * (axes.count - 1) + 1) if curve.name else (0, curve.step * (axes.count - 1))
    for x, place, anchor in ((LEFT, f"{unit} {first}", "start"), (LEFT + axes.wide, str(last), "end")):
        yield text(x, TOP + HIGH + 16, place, anchor=anchor, faint=True, size=11, sans=True)


def _line(numbers: Sequence[float | None], axes: Axes, colour: str, dash: str) -> Iterator[str]:
    """A line through the numbers that are finite, broken where one is not; a cross on the axis stands for it."""
    runs: list[list[tuple[float, float]]] = [[]]
    for k, number in enumerate(numbers):
        if number is None:
            runs.append([])
            yield text(axes.at(k, axes.low)[0], TOP + HIGH + 4, "×", anchor="middle", weight=700)
        else:
            runs[-1].append(axes.at(k, number))
    style = f'stroke-dasharray="{dash}" stroke="currentColor"' if dash else f'style="stroke:{colour}"'
    for run in filter(None, runs):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in run)
        yield f'<polyline points="{points}" fill="none" stroke-width="{1.5 if dash else 2.2}" {style}></polyline>'
    if len(numbers) <= DOTTED and not dash:
        dots = (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" style="fill:{colour}"></circle>' for run in runs for x, y in run)
        yield from dots


def _names(ends: Sequence[tuple[tuple[float, float], str]]) -> Iterator[str]:
    """The name of each line at its end, kept apart."""
    taken: list[float] = []
    for (x, y), label in sorted(ends, key=lambda e: e[0][1]):
        y = max([y, *(t + 14 for t in taken)])
        taken.append(y)
        yield text(x + 7, y + 4, label, size=11, sans=True)


def gauge_box(share: float, bound: float, lang: str, colour: str) -> Box:
    """How much is right, between nothing and all, with a mark where it was asked to be."""
    y, height, place = 26.0, 16.0, WIDE * min(1.0, max(0.0, bound))
    asked = say(words.ASKED, lang, bound=f"{bound:g}")
    anchor, x = ("end", min(place + 4, WIDE)) if place > WIDE / 2 else ("start", place)
    body = [
        text(0, 13, f"{say(words.RIGHT, lang)}: {share:.3g}", weight=600, sans=True),
        rect(0, y, WIDE * min(1.0, max(0.0, share)), height, fill=colour, opacity=0.5),
        rect(0, y, WIDE, height, line=0.35),
        line(place, y - 4, place, y + height + 4, opacity=1.0, width=2.5),
        text(x, y + height + 17, asked, anchor=anchor, size=11, sans=True),
    ]
    return Box("".join(body), WIDE + 2, y + height + 22)


# outlines


def outline_boxes(titles: Sequence[str], shapes: Sequence[tuple[int, ...]]) -> Iterator[Box]:
    """Arrays as rectangles, to one scale."""
    sides = [side_lengths(s, outlined(shapes[0], shapes[1])) for s in shapes]
    unit = min(24.0, SIDE / max(max(side) or 1 for side in sides))
    for title, shape, side in zip(titles, shapes, sides, strict=True):
        yield _outline_box(title, side, min(3, max(0, len(shape) - 2)), unit)


def _outline_box(title: str, side: tuple[int, int], behind: int, unit: float) -> Box:
    """A rectangle, with others behind it when there are more axes, and lines between its entries when they are few."""
    rows, columns = side
    width, height = max(4.0, unit * columns), max(4.0, unit * rows)
    y = 24 + 5 * behind
    body = [text(0, 13, title, weight=600, sans=True)]
    body += [rect(1 + 5 * k, y - 5 * k, width, height, line=0.3) for k in range(behind, 0, -1)]
    body.append(rect(1, y, width, height, fill="currentColor", opacity=0.08, line=0.9, stroke=1.5))
    body += [line(1, y + unit * k, 1 + width, y + unit * k) for k in range(1, rows if rows <= DRAWN else 0)]
    body += [line(1 + unit * k, y, 1 + unit * k, y + height) for k in range(1, columns if columns <= DRAWN else 0)]
    return Box("".join(body), max(width + 5 * behind, 7.6 * len(title)), y + height)
