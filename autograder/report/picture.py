"""What a picture says besides its drawing: labels, a caption for all, and a description for those who listen."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from .. import picture as made
from ..picture import Curve, Picture, Window
from . import words
from .clean import one_line
from .words import say

HEARD = 12  # entries that are read aloud one by one; more would be noise


@dataclass(frozen=True)
class PictureView:
    """A picture in the reader's language; `caption` is seen, `description` heard."""

    picture: Picture
    lang: str
    caption: str
    description: str
    brief: str  # what of the caption a drawing in text needs

    @property
    def labels(self) -> tuple[str, str, str]:
        """Yours, the expected one, the difference."""
        wanted = words.NUMERICAL if self.picture.kind == made.GRADIENT else words.EXPECTED
        return say(words.YOURS, self.lang), say(wanted, self.lang), say(words.DIFFERENCE, self.lang)


def picture_view(picture: Picture, lang: str) -> PictureView:
    """The picture, ready to be drawn for this reader."""
    brief = list(_caption(picture, lang))
    seen, heard = [*brief, *_shown(picture, lang)], [*brief, *_heard(picture, lang)]
    return PictureView(picture, lang, *(one_line(" ".join(said)) for said in (seen, heard, brief)))


def cells(rows: tuple[str, ...]) -> list[list[str]]:
    """The numbers of each row, cleaned."""
    return [[one_line(cell) for cell in row.split(" ")] for row in rows]


def spelled(shape: tuple[int, ...]) -> str:
    """A shape as Python writes it."""
    return str(tuple(shape))


def outlined(shape: tuple[int, ...], expected: tuple[int, ...]) -> tuple[int, int] | None:
    """Of two arrays with more than two axes each, the pair of axes that tells them apart; None for the last two."""
    if len(shape) != len(expected) or len(shape) < 3:
        return None
    apart = [k for k, pair in enumerate(zip(shape, expected, strict=True)) if pair[0] != pair[1]] or [0]
    first = apart[0] if len(apart) > 1 else max(0, apart[0] - 1)
    return first, apart[1] if len(apart) > 1 else first + 1


def side_lengths(shape: tuple[int, ...], axes: tuple[int, int] | None = None) -> tuple[int, int]:
    """Rows and columns of an array's outline: these axes, or its last two."""
    if axes:
        return shape[axes[0]], shape[axes[1]]
    return (1, 1) if not shape else (1, shape[0]) if len(shape) == 1 else (shape[-2], shape[-1])


def curve_name(curve: Curve, lang: str) -> str:
    """What a curve is of."""
    return say({"loss": words.LOSS, "accuracy": words.ACCURACY}.get(curve.name, words.ONE_BY_ONE), lang)


def class_name(number: int, lang: str) -> str:
    """A class, or the word for what is none."""
    return say(words.OTHER_CLASS, lang) if number < 0 else str(number)


def _caption(picture: Picture, lang: str) -> Iterator[str]:
    if picture.kind == made.SHAPES:
        yield say(words.OUTLINES, lang)
        if axes := outlined(picture.shape, picture.expected_shape):
            yield say(words.OUTLINED, lang, rows=axes[0], columns=axes[1])
    elif picture.kind == made.ACCURACY:
        yield say(words.RIGHT_SHARE, lang, share=picture.worst[0], bound=picture.worst[1])
        if picture.window and picture.window.worst:
            yield _confusion(picture.window, lang)
    elif picture.kind == made.TRAINING:
        yield say(words.TRAINED, lang)
    elif picture.at is not None:
        yield _counted(picture, lang)
        if picture.part:
            yield say(words.SHOWN_PART, lang, part=picture.part)
        if picture.tried < math.prod(picture.shape):
            yield say(words.UNTRIED, lang)


def _counted(picture: Picture, lang: str) -> str:
    index = str(list(picture.at or ()))
    sentence = words.BAD_FRAMED if len(picture.worst) < 3 else words.ONE_FRAMED if picture.wrong == 1 else words.FRAMED
    return say(sentence, lang, wrong=picture.wrong, tried=picture.tried, index=index)


def _shown(picture: Picture, lang: str) -> Iterator[str]:
    """How to read the shades, and what of a larger array is hidden."""
    if picture.wrong > 1 and len(picture.worst) == 3:
        yield say(words.DARKER, lang)
    if picture.window and len(picture.spans) >= 2:
        yield say(words.CUT, lang)
    if picture.map and picture.map.block != (1, 1):
        yield say(words.BLOCK, lang, rows=picture.map.block[0], columns=picture.map.block[1])
    names = ("least", "most", "low", "high")
    if len(picture.spans) >= 2:
        sentence = words.SPANS if len(picture.spans) == 4 else words.SPAN
        yield say(sentence, lang, **dict(zip(names, picture.spans, strict=False)))


def _confusion(window: Window, lang: str) -> str:
    row, column = window.worst or (0, 0)
    count = int(cells(window.yours)[row][column])
    column_name = class_name(window.columns[column], lang)
    return say(
        words.CONFUSED, lang, row=window.rows[row], column=column_name, times=words.plural(words.TIMES, count, lang)
    )


def _heard(picture: Picture, lang: str) -> Iterator[str]:
    """What the drawing alone shows, in words."""
    if picture.kind == made.SHAPES:
        yours, expected = spelled(picture.shape), spelled(picture.expected_shape)
        yield say(words.HEAR_SHAPES, lang, yours=yours, expected=expected)
    elif picture.at is not None:
        named = dict(zip(("yours", "expected", "difference"), picture.worst, strict=False))
        sentence = words.HEAR_WORST if len(named) == 3 else words.HEAR_ONE
        yield say(sentence, lang, index=list(picture.at), **named)
    window = picture.window
    if window and window.expected and math.prod(picture.shape) <= HEARD:
        for label, rows in ((words.YOURS, window.yours), (words.EXPECTED, window.expected)):
            yield f"{say(label, lang)}: {'; '.join(', '.join(row) for row in cells(rows))}."
    for curve in picture.curves:
        yield _heard_curve(curve, lang)


def _heard_curve(curve: Curve, lang: str) -> str:
    there = [n for n in curve.yours if n is not None]
    name = curve_name(curve, lang)
    if not there:
        return say(words.HEAR_LOST, lang, name=name)
    first, last, least = (f"{n:.3g}" for n in (there[0], there[-1], min(there)))
    return say(words.HEAR_CURVE, lang, name=name, n=len(curve.yours), first=first, last=last, least=least)


def narrowed(window: Window, most: int) -> Window:
    """At most so many columns of the window, around its worst entry."""
    place = window.worst[1] if window.worst else 0
    start = max(0, min(place - most // 2, len(window.columns) - most))
    cut = slice(start, start + most)
    parts = {
        name: tuple(" ".join(row.split(" ")[cut]) for row in getattr(window, name))
        for name in ("yours", "expected", "difference")
    }
    levels = tuple(row[cut] for row in window.levels)
    worst = (window.worst[0], place - start) if window.worst else None
    return Window(window.rows, window.columns[cut], **parts, levels=levels, worst=worst)
