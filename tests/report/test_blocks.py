"""Pictures as plain text: narrow, aligned, and readable in ASCII."""

from __future__ import annotations

import pytest

from autograder.report.blocks import MOST, WIDTH, picture_lines
from autograder.report.picture import picture_view

from .conftest import PICTURE
from .test_drawing import PICTURES


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", PICTURES)
def test_no_picture_is_wider_or_longer_than_a_screen(name: str, lang: str) -> None:
    lines = picture_lines(picture_view(PICTURES[name], lang))
    assert 0 < len(lines) <= 36
    assert max(map(len, lines)) <= WIDTH


@pytest.mark.parametrize("name", PICTURES)
def test_in_ascii_nothing_of_the_drawing_is_beyond_it(name: str) -> None:
    view = picture_view(PICTURES[name], "en")
    drawn = picture_lines(view, ascii_only=True)
    caption = picture_lines(view)
    assert len(drawn) == len(caption)
    assert all(a.isascii() for a, b in zip(drawn, caption, strict=True))


def test_small_tables_stand_side_by_side_with_the_worst_entry_in_brackets() -> None:
    assert picture_lines(picture_view(PICTURE, "en")) == [
        "Yours              Expected     Difference",
        "     0    1    2      0  1  2         0     1     2",
        "0    3  0.5    2   0  0  0  2   0    +3  +0.5     ·",
        "1    1    0   [7]  1  1  0 [0]  1     ·     ·   [+7]",
        "3 of 6 differ; the most wrong, [1, 2], is framed.",
    ]


def test_a_row_is_three_rows_under_each_other() -> None:
    assert picture_lines(picture_view(PICTURES["row"], "es"))[:4] == [
        "                 0     1 ",
        "Tu respuesta     3   0.5 ",
        " Lo esperado     0     0 ",
        "  Diferencia   [+3] +0.5 ",
    ]


def test_of_a_large_map_the_rows_with_something_wrong_are_shown() -> None:
    lines = picture_lines(picture_view(PICTURES["gradient"], "en"))
    shaded = [line for line in lines if any(mark in line for mark in "░▒▓█")]
    assert 0 < len(shaded) <= MOST
    assert sum("[" in line for line in shaded) == 1


def test_curves_share_one_scale() -> None:
    yours, expected = picture_lines(picture_view(PICTURES["list"], "en"))[-3:-1]
    assert yours == "   Yours ▆▆▁▃ 2"
    assert expected == "Expected ▆▆██ 4"
