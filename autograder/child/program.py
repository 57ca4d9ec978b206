"""Run a notebook's cells outside a notebook: statement by statement, so that one bad line costs that line only."""

from __future__ import annotations

import ast
import linecache
import re
import types
from collections.abc import Iterator
from typing import Any

from ..language import Sentence
from . import clock

RUN_BODY = frozenset({"time", "timeit", "capture", "prun", "python", "python3"})
CELL_MAGIC = re.compile(r"\s*%%(\w+).*\n?")
ASSIGNED_MAGIC = re.compile(r"=\s*[!%].*$")
MAX_NOTES = 20


def run(source: str, label: str, names: dict[str, Any], seconds: float) -> list[tuple[int, str, str]]:
    """Run one cell in `names`; returns (line, exception, message) for the first statements that raised."""
    source = without_magics(source)
    linecache.cache[label] = (len(source), None, source.splitlines(True), label)
    try:
        tree = ast.parse(source, label)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return [(getattr(error, "lineno", 0) or 0, type(error).__name__, str(getattr(error, "msg", "")))]
    raised: list[tuple[int, str, str]] = []
    try:
        with clock.limit(seconds):
            for node in _statements(tree):
                try:
                    exec(compile(ast.Module([node], []), label, "exec"), names)
                except clock.Expired:
                    raise
                except BaseException as error:  # SystemExit and KeyboardInterrupt too: the next statement goes on
                    if len(raised) < MAX_NOTES:
                        raised.append((getattr(node, "lineno", 0), type(error).__name__, _text(error)))
    except clock.Expired:
        raised.append((0, "Timeout", f"{seconds:g}"))
    return raised


def _text(error: BaseException) -> str:
    try:
        return str(error)[:300]
    except Exception:
        return ""


def _statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """Top-level statements; `import a, b` is two."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (ast.copy_location(ast.Import([alias]), node) for alias in node.names)
        else:
            yield node


def without_magics(source: str) -> str:
    """`source` with `%magics`, `!commands` and `help?` turned into no-ops, line for line."""
    if found := CELL_MAGIC.match(source):
        return "\n" + source[found.end() :] if found[1] in RUN_BODY else ""
    try:
        ast.parse(source)
        return source
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "\n".join(_line(line) for line in source.split("\n"))


def _line(line: str) -> str:
    body = line.lstrip()
    if body[:1] in ("%", "!", "?") or re.fullmatch(r"[\w.]+\?{1,2}", body.rstrip()):
        return line[: len(line) - len(body)] + "pass"
    return ASSIGNED_MAGIC.sub("= []", line)


def fresh_names() -> dict[str, Any]:
    """A new `__main__` with a notebook's conveniences as no-ops."""
    import sys

    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    names = module.__dict__
    names["get_ipython"] = lambda: _Shell()
    names["display"] = lambda *args, **kwargs: None
    names["check"] = names["hint"] = lambda *args, **kwargs: None
    names["input"] = _no_input
    return names


class _Shell:
    def __getattr__(self, name: str) -> Any:
        return lambda *args, **kwargs: None


def _no_input(*_: Any) -> str:
    raise EOFError("input() is not available while grading")


def stumble(number: int, line: int, kind: str, message: str) -> Sentence:
    """What a student reads about a statement that raised while the notebook ran."""
    if kind == "Timeout":
        return Sentence(
            f"Code cell {number} took longer than {message} seconds and was interrupted.",
            f"La celda de código {number} tardó más de {message} segundos y se interrumpió.",
        )
    return Sentence(
        f"Code cell {number}, line {line}: {kind}: {message}",
        f"Celda de código {number}, línea {line}: {kind}: {message}",
    )
