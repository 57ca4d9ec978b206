"""Solution regions: what students must not see, and the stub that stands there instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Fault
from ..language import Sentence

BEGIN, END = "# BEGIN SOLUTION", "# END SOLUTION"
ALMOST = re.compile(r"^\s*#+\s*(begin|end)[\s_-]*solution", re.IGNORECASE)
TODO = Sentence("# Write your code here.", "# Escribe tu código aquí.")
STRAY = Sentence(f"'{END}' without a '{BEGIN}' above it", f"'{END}' sin un '{BEGIN}' más arriba")
UNCLOSED = Sentence(
    f"this solution region is never closed: add '{END}'",
    f"esta región de solución nunca se cierra: agrega '{END}'",
)


def strip(source: str, question: str, lang: str) -> str:
    """`source` with every solution region replaced by a stub that raises NotImplementedError."""
    lines: list[str] = []
    inside = False
    for line in source.split("\n"):
        if line.strip() == BEGIN:
            inside = True
            indent = line[: len(line) - len(line.lstrip())]
            lines += [indent + TODO[lang], f'{indent}raise NotImplementedError("{question}")']
        elif line.strip() == END:
            inside = False
        elif not inside:
            lines.append(line)
    return "\n".join(lines)


def fill(source: str) -> str:
    """`source` with its solutions and without the marks."""
    return "\n".join(line for line in source.split("\n") if line.strip() not in (BEGIN, END))


def bodies(source: str) -> list[str]:
    """The text inside each solution region."""
    found: list[list[str]] = []
    inside = False
    for line in source.split("\n"):
        if line.strip() == BEGIN:
            inside = True
            found.append([])
        elif line.strip() == END:
            inside = False
        elif inside:
            found[-1].append(line)
    return ["\n".join(body) for body in found]


def hidden_lines(source: str) -> set[int]:
    """Numbers (from 1) of the lines that students never see: the marks and what they enclose."""
    hidden: set[int] = set()
    inside = False
    for number, line in enumerate(source.split("\n"), 1):
        inside = inside or line.strip() == BEGIN
        if inside:
            hidden.add(number)
        inside = inside and line.strip() != END
    return hidden


def faults(source: str, path: str, first: int) -> list[Fault]:
    """Marks that are stray, unclosed, nested or misspelt; `first` is the file's line of the source's first line."""
    return [Fault(path, line, wrong) for line, wrong in _misplaced(source, first)]


def _misplaced(source: str, first: int) -> Iterator[tuple[int, Sentence]]:
    opened = 0
    for number, line in enumerate(source.split("\n"), first):
        mark = line.strip()
        if mark == BEGIN:
            if opened:
                yield number, _second(opened)
            opened = number
        elif mark == END:
            if not opened:
                yield number, STRAY
            opened = 0
        elif ALMOST.match(line):
            yield number, _misspelt(mark)
    if opened:
        yield opened, UNCLOSED


def _second(opened: int) -> Sentence:
    return Sentence(
        f"a second '{BEGIN}' before the first one (line {opened}) is closed",
        f"un segundo '{BEGIN}' antes de cerrar el primero (línea {opened})",
    )


def _misspelt(mark: str) -> Sentence:
    return Sentence(
        f"write the mark exactly as '{BEGIN}' or '{END}', not {mark!r}",
        f"escribe la marca exactamente como '{BEGIN}' o '{END}', no {mark!r}",
    )
