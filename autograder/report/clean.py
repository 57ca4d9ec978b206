"""Text from submissions made fit to show: no terminal commands, no invisible characters, no endless lines."""

from __future__ import annotations

import re
import unicodedata

# ECMA-48: operating-system commands and other strings up to their end, control sequences, then two-byte escapes.
ESCAPES = re.compile(
    r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9c-\x9f\n]*(?:\x07|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|\x1b[ -/]*[0-~]"
)
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control, format (bidi overrides and isolates, zero-width, soft hyphen, tags) and lone surrogates.
INVISIBLE = frozenset({"Cc", "Cf", "Cs"})


def clean(text: str) -> str:
    """`text` without terminal sequences, control, bidi and zero-width characters; newlines and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    text = LINE_ENDS.sub("\n", ESCAPES.sub("", text))
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in INVISIBLE)


def one_line(text: str) -> str:
    """`text` cleaned, on one line, with single spaces."""
    return " ".join(clean(text).split())


def shorten(text: str, characters: int = 600, lines: int = 12) -> str:
    """`text` cleaned and cut to so many lines and characters; a cut shows as `…`."""
    kept = clean(text[: 4 * characters]).strip("\n")
    cut = len(text) > 4 * characters
    rows = kept.split("\n")
    if len(rows) > lines:
        kept, cut = "\n".join(rows[:lines]), True
    if len(kept) > characters:
        kept, cut = kept[:characters], True
    return kept.rstrip() + " …" if cut else kept


def number(value: float, places: int = 2) -> str:
    """Points as people write them: at most so many decimals, none when there is nothing to say."""
    return f"{value:.{places}f}".rstrip("0").rstrip(".") if places else f"{value:.0f}"


def plain(text: str) -> str:
    """`text` without accents and case, to sort by: Óscar stands between Natalia and Paula."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
