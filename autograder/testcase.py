"""A file of test cases, read from its source: what each claims, and the function that tries it."""

from __future__ import annotations

import ast
import linecache
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .case import SECONDS
from .errors import AssignmentError, Fault, fault
from .language import LANGUAGES, Sentence

OPTIONS: dict[str, tuple[type, ...]] = {
    "points": (int, float),
    "en": (str,),
    "es": (str,),
    "after": (str,),
    "seconds": (int, float),
}


@dataclass(frozen=True)
class TestCase:
    """One claim about one question."""

    __test__ = False  # not a test class, whatever pytest may think of names

    question: str
    name: str
    claim: Sentence
    points: float
    hidden: bool
    needs: tuple[str, ...]  # the names it takes from the student's notebook
    after: str | None
    seconds: float
    path: str
    line: int
    source: str  # of the whole file

    @property
    def function(self) -> Callable[..., None]:
        """The function that tries the claim; the file is run once, when first asked."""
        function: Callable[..., None] = namespace(self.source, self.path)[self.name]
        return function


@lru_cache(maxsize=64)
def namespace(source: str, path: str) -> dict[str, Any]:
    """What a file of test cases defines."""
    linecache.cache[path] = (len(source), None, source.splitlines(True), path)
    names: dict[str, Any] = {"__name__": Path(path).stem, "__file__": path}
    exec(compile(source, path, "exec"), names)
    return names


def read(path: Path, *, hidden: bool, shown: str | None = None) -> tuple[list[TestCase], list[Fault]]:
    """The cases of a file in order, and everything wrong with them; `shown` is the path that faults name."""
    return parse(path.read_text("utf-8"), shown or str(path), hidden=hidden)


def load(path: Path) -> list[TestCase]:
    """The cases of a file that must be right, as the student's folder holds; else AssignmentError."""
    cases, faults = read(path, hidden=False)
    if faults:
        raise AssignmentError(faults)
    return cases


def parse(source: str, path: str, *, hidden: bool) -> tuple[list[TestCase], list[Fault]]:
    """As `read`, from text."""
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        return [], [fault(path, error.lineno or 0, f"not Python: {error.msg}", f"no es Python: {error.msg}")]
    cases: list[TestCase] = []
    faults: list[Fault] = []
    for node in tree.body:
        for mark in marks(node, "case"):
            assert isinstance(node, ast.FunctionDef)
            found = list(_wrong(node, mark, path))
            faults += found
            if not found:
                cases.append(_case(node, mark, hidden, path, source))
    return cases, faults


def marks(node: ast.stmt, name: str) -> Iterator[ast.Call]:
    """The decorators called `name` (or `module.name`) on a top-level definition."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        for mark in node.decorator_list:
            called = mark.func if isinstance(mark, ast.Call) else mark
            if getattr(called, "id", getattr(called, "attr", None)) == name:
                yield mark if isinstance(mark, ast.Call) else ast.Call(mark, [], [], lineno=mark.lineno)


def literals(mark: ast.Call) -> dict[str, Any]:
    """The keyword arguments of a decorator that are literals."""
    values = {}
    for keyword in mark.keywords:
        try:
            values[keyword.arg or "**"] = ast.literal_eval(keyword.value)
        except ValueError:
            values[keyword.arg or "**"] = keyword.value  # an ast node: no option has that type
    return values


def _wrong(node: ast.FunctionDef, mark: ast.Call, path: str) -> Iterator[Fault]:
    def say(en: str, es: str) -> Fault:
        return fault(path, mark.lineno, f"case {node.name!r}: {en}", f"caso {node.name!r}: {es}")

    if len(mark.args) != 1 or not isinstance(mark.args[0], ast.Constant) or not isinstance(mark.args[0].value, str):
        yield say('name its question first: @case("relu", …)', 'nombra primero su pregunta: @case("relu", …)')
    options = literals(mark)
    for name, value in options.items():
        if name not in OPTIONS:
            known = ", ".join(OPTIONS)
            yield say(f"unknown option {name!r}; there are: {known}", f"opción desconocida {name!r}; existen: {known}")
        elif not isinstance(value, OPTIONS[name]) or isinstance(value, bool):
            kind = "text" if OPTIONS[name] == (str,) else "number"
            yield say(
                f"{name} must be a literal {kind}",
                f"{name} debe ser un literal ({'texto' if kind == 'text' else 'número'})",
            )
        elif isinstance(value, int | float) and value <= 0:
            yield say(f"{name} must be above 0", f"{name} debe ser mayor que 0")
    for lang in LANGUAGES:
        if not options.get(lang):
            yield say(
                f'its sentence is missing in {lang!r}: add {lang}="…"', f'falta su frase en {lang!r}: agrega {lang}="…"'
            )
    if node.args.vararg or node.args.kwarg or node.args.kwonlyargs or node.args.defaults:
        yield say(
            "its arguments are plain names that the notebook defines",
            "sus argumentos son nombres simples que define el cuaderno",
        )


def _case(node: ast.FunctionDef, mark: ast.Call, hidden: bool, path: str, source: str) -> TestCase:
    options = literals(mark)
    return TestCase(
        question=ast.literal_eval(mark.args[0]),
        name=node.name,
        claim=Sentence(options["en"], options["es"]),
        points=options.get("points", 1),
        hidden=hidden,
        needs=tuple(a.arg for a in node.args.args),
        after=options.get("after"),
        seconds=options.get("seconds", SECONDS),
        path=path,
        line=node.lineno,
        source=source,
    )
