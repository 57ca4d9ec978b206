from __future__ import annotations

import time
import unicodedata

import pytest

from autograder.report.clean import clean, number, one_line, plain, shorten


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("plain text, ñandú ✓", "plain text, ñandú ✓"),
        ("a\tb\nc", "a\tb\nc"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;new title\x07text", "text"),
        ("\x1b]8;;http://bad\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jgone", "gone"),
        ("\x1bcreset", "reset"),
        ("\x1b]never ends", "never ends"),
        ("a\x00b\x07c\x7fd", "abcd"),
        ("50\r\n100\rover", "50\n100\nover"),
        ("\u202egnp\u202c.exe \u2066x\u2069 \u200fy", "gnp.exe x y"),
        ("zero\u200bwidth\ufeff\u2060\u00ad", "zerowidth"),
        ("tag\U000e0041 \ud800surrogate", "tag surrogate"),
        ("line\u2028separator\x85next", "line\nseparator\nnext"),
    ],
)
def test_only_text_is_left(dirty: str, expected: str) -> None:
    assert clean(dirty) == expected


def test_no_character_of_all_is_invisible_but_newline_and_tab() -> None:
    everything = "".join(map(chr, range(0x110000)))
    left = set(clean(everything)) - set("\n\t")
    assert not [c for c in left if unicodedata.category(c) in ("Cc", "Cf", "Cs")]


def test_cleaning_twice_changes_nothing() -> None:
    dirty = "\x1b\x1b[m[31m \u202e\r\r\n"
    assert clean(clean(dirty)) == clean(dirty)


@pytest.mark.parametrize("attack", ["\x1b]", "\x90", "\x1b[0", "\x1b[", "\x9b ", "\r"])
def test_a_hostile_text_takes_no_longer_than_its_length(attack: str) -> None:
    start = time.perf_counter()
    clean(attack * 200_000)
    assert time.perf_counter() - start < 5


def test_one_line_joins_rows_and_spaces() -> None:
    assert one_line("  a\n\n b\tc ") == "a b c"


def test_shorten_cuts_rows_and_characters_and_says_so() -> None:
    assert shorten("short") == "short"
    assert shorten("a\nb\nc", lines=2) == "a\nb …"
    assert shorten("x" * 50, characters=10) == "x" * 10 + " …"
    assert shorten("\x00" * 4000 + "x", characters=10) == " …"


@pytest.mark.parametrize(
    ("value", "expected"), [(3, "3"), (2.5, "2.5"), (0.1 + 0.2, "0.3"), (100.0, "100"), (1 / 3, "0.33"), (0.0, "0")]
)
def test_points_are_written_as_people_write_them(value: float, expected: str) -> None:
    assert number(value) == expected


def test_whole_numbers_keep_their_zeros() -> None:
    assert number(100, places=0) == "100"
    assert number(39.48, places=1) == "39.5"


def test_names_sort_without_accents_or_case() -> None:
    assert sorted(["Zoe", "Óscar", "ana", "Ñato", "Natalia"], key=plain) == ["ana", "Natalia", "Ñato", "Óscar", "Zoe"]
