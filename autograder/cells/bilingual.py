"""Two languages inside one code cell.

A docstring or comment line that starts with `en: ` or `es: ` belongs to one language; so does a code line that ends
with the comment `# en` or `# es`. Lines of the two languages stand in adjacent runs, English first.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from ..errors import Fault, fault
from ..language import Sentence
from .regions import hidden_lines

LEAD = re.compile(r"^(?P<head>\s*(?:#\s*)?)(?P<lang>en|es):(?: (?P<text>.*))?$")
TAIL = re.compile(r"^(?P<text>.*\S)\s+# (?P<lang>en|es)$")
SETTINGS = ("loc", "family", "fontfamily", "fontweight")  # plotting arguments whose strings are not for people
WORD = re.compile(r"[a-záéíóúüñ]{3,}")


def in_language(source: str, lang: str) -> str:
    """`source` with the lines of the other language dropped and the marks removed."""
    lines = [_line(line, lang) for line in source.split("\n")]
    return "\n".join(line for line in lines if line is not None)


def _line(line: str, lang: str) -> str | None:
    if found := LEAD.match(line):
        return (found["head"] + (found["text"] or "")).rstrip() if found["lang"] == lang else None
    if found := TAIL.match(line):
        return found["text"] if found["lang"] == lang else None
    return line


def _mark(line: str) -> str | None:
    found = LEAD.match(line) or TAIL.match(line)
    return found["lang"] if found else None


def faults(source: str, path: str, first: int) -> list[Fault]:
    """Lines with no partner in the other language, and text that carries no language at all."""
    hidden = hidden_lines(source)
    lines = ["" if n in hidden else line for n, line in enumerate(source.split("\n"), 1)]
    found = [_partner(path, first + n - 1, lang) for n, lang in _lonely(lines)]
    for number, what in sorted({*_comments(source), *_strings(source)}):
        if number not in hidden and _mark(lines[number - 1]) is None:
            found.append(Fault(path, first + number - 1, what))
    return found


def _lonely(lines: list[str]) -> Iterator[tuple[int, str]]:
    """(line, language) of each run of marked lines that has no partner."""
    waiting: tuple[int, str] | None = None  # an English run that has not met its Spanish one
    previous: str | None = None
    for number, line in enumerate([*lines, ""], 1):
        mark = _mark(line)
        if mark == previous and mark is not None:
            continue
        if waiting and mark != "es":
            yield waiting
        if mark == "es" and not waiting:
            yield number, "es"
        waiting = (number, "en") if mark == "en" else None
        previous = mark


def _partner(path: str, line: int, lang: str) -> Fault:
    if lang == "en":
        return fault(
            path,
            line,
            "these `en` lines have no `es` lines right after them",
            "estas líneas `en` no tienen líneas `es` justo después",
        )
    return fault(
        path,
        line,
        "these `es` lines have no `en` lines right before them",
        "estas líneas `es` no tienen líneas `en` justo antes",
    )


def _comments(source: str) -> Iterator[tuple[int, Sentence]]:
    says = Sentence(
        "a comment students see needs `en: ` and `es: ` lines",
        "un comentario que ven los estudiantes necesita líneas `en: ` y `es: `",
    )
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT and WORD.search(token.string):
                yield token.start[0], says
    except (tokenize.TokenError, SyntaxError):
        return


def _strings(source: str) -> Iterator[tuple[int, Sentence]]:
    """Docstring lines and strings of two or more words."""
    says = Sentence(
        "text for people exists in both languages: mark docstring lines with `en: ` and `es: `, code lines "
        "with `# en` and `# es`",
        "el texto para personas existe en los dos idiomas: marca las líneas de la docstring con `en: ` y "
        "`es: `, y las de código con `# en` y `# es`",
    )
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    settings = {id(k.value) for n in ast.walk(tree) if isinstance(n, ast.Call) for k in n.keywords if k.arg in SETTINGS}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in settings:
            text = node.value.split("\n")
            for offset, line in enumerate(text):
                words = sum(bool(WORD.search(word)) for word in line.split())
                if words > 1 or (words and len(text) > 1):
                    yield node.lineno + offset, says
