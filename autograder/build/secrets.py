"""What students must not read, as pieces of text to look for, and what they may.

A piece is secret when nothing that the author wrote *for students* holds it: `return x` in a solution gives nothing
away, nor does a line that the text or a demonstration shows as well.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .. import cells
from ..assignment import Assignment
from ..cells import regions
from ..language import LANGUAGES, Sentence
from ..testcase import TestCase
from ..variants import Variant

TOKEN = re.compile(r"\w+|[^\w\s]")
WORD = re.compile(r"\w+")
FEWEST = 6  # tokens that a line needs before it says anything: `return x * (x > 0)` has 8, `return out, cache` 4

# Words of the kit's own cells and of the formats it writes.
KIT = """
answer assignment autograder cell_type cells check checker code demo display_name execution_count grade grade_id
kernelspec language language_info locked markdown metadata nbformat nbformat_minor nbgrader NotImplementedError outputs
points python python3 question questions schema_version scratch setup solution source task tests text
"""


@dataclass(frozen=True)
class Secret:
    """A piece of text that students must not read; with `word`, only as a whole word."""

    piece: str
    what: Sentence
    word: bool = False


@dataclass(frozen=True)
class Whole:
    """A complete answer: its lines may each be innocent, all of them together are not."""

    lines: frozenset[str]
    what: Sentence


def squeezed(text: str) -> str:
    """`text` with every run of white space made one space."""
    return " ".join(text.split())


def pieces(assignment: Assignment) -> list[Secret]:
    """Everything secret that is one line, one sentence or one name."""
    notebook = squeezed("\n".join(_notebook(assignment)))
    public = [c for c in assignment.cases if not c.hidden]
    said = squeezed(
        "\n".join([notebook, *(c.name for c in public), *(c.claim[lang] for c in public for lang in LANGUAGES)])
    )
    shown = squeezed("\n".join([said, *{c.source for c in public}]))
    hidden = [c for c in assignment.cases if c.hidden]
    first: dict[str, Secret] = {}
    for secret in (*_unseen(_named(hidden), said), *_unseen(_lines(assignment, hidden), shown)):
        first.setdefault(secret.piece, secret)
    return list(first.values())


def wholes(assignment: Assignment) -> list[Whole]:
    """The complete answers: each solution region, and each accepted answer."""
    found = []
    for question in assignment.questions:
        what = _of("a whole solution of", "una solución completa de", question.name)
        found += [Whole(_code(body), what) for body in regions.bodies(question.cell.source)]
        for variant in question.accepted:
            what = _of("the accepted answer", "la respuesta aceptada", variant.name)
            found.append(Whole(_code(_body(variant)), what))
    return [w for w in found if any(map(_telling, w.lines))]


def expressions(assignment: Assignment) -> list[Secret]:
    """The formulas of right answers, without white space: a hint may not hold them even inside a sentence."""
    visible = [*_notebook(assignment), *(c.source for c in assignment.cases if not c.hidden)]
    shown = "".join("\n".join(visible).split())
    found: dict[str, Secret] = {}
    for question in assignment.questions:
        what = _of("a formula of the answer to", "una fórmula de la respuesta a", question.name)
        for source in (cells.solution(question.cell), *(v.source for v in question.accepted)):
            for piece in _formulas(source):
                if piece not in shown:
                    found.setdefault(piece, Secret(piece, what))
    return list(found.values())


def _formulas(source: str) -> Iterator[str]:
    """What is returned or assigned, as far as something is computed there: `x.shape[-1]` is no formula."""
    for node in ast.walk(ast.parse(source)):
        value = node.value if isinstance(node, ast.Return | ast.Assign | ast.AugAssign) else None
        if value and any(isinstance(n, ast.BinOp | ast.Compare) for n in ast.walk(value)):
            text = ast.get_source_segment(source, value) or ""
            if _telling(text):
                yield "".join(text.split())


def _unseen(secrets: Iterable[Secret], visible: str) -> Iterator[Secret]:
    words = set(WORD.findall(visible))
    return (s for s in secrets if (s.piece not in words if s.word else s.piece not in visible))


def _notebook(assignment: Assignment) -> Iterator[str]:
    """What the notebook shows students by design, in both languages."""
    yield KIT
    yield from (q.name for q in assignment.questions)
    for lang in LANGUAGES:
        yield from (cells.start_cell(lang), regions.TODO[lang])
        for cell in assignment.cells:
            secret = regions.hidden_lines(cell.source)
            open_lines = [line for n, line in enumerate(cell.source.split("\n"), 1) if n not in secret]
            yield cells.in_language("\n".join(open_lines), lang) if cell.kind != "text" else cell.source


def _named(hidden: list[TestCase]) -> Iterator[Secret]:
    for case in hidden:
        yield from _name(case.name, _of("the name of hidden case", "el nombre del caso oculto", case.name))
        what = _of("the sentence of hidden case", "la frase del caso oculto", case.name)
        yield from (Secret(squeezed(case.claim[lang]), what) for lang in LANGUAGES)


def _lines(assignment: Assignment, hidden: list[TestCase]) -> Iterator[Secret]:
    for question in assignment.questions:
        for body in regions.bodies(question.cell.source):
            yield from _each(body, _of("a line of the solution of", "una línea de la solución de", question.name))
        for variant in question.accepted:
            yield from _variant(variant, Sentence("accepted answer", "respuesta aceptada"))
        for variant in question.wrong:
            yield from _variant(variant, Sentence("wrong answer", "respuesta incorrecta"))
    for source in sorted({c.source for c in hidden}):
        yield from _each(source, Sentence("a line of tests_hidden.py", "una línea de tests_hidden.py"))


def _variant(variant: Variant, kind: Sentence) -> Iterator[Secret]:
    yield from _name(variant.name, _of(f"the name of {kind.en}", f"el nombre de la {kind.es}", variant.name))
    yield from _each(variant.source, _of(f"a line of {kind.en}", f"una línea de la {kind.es}", variant.name))


def _of(en: str, es: str, name: str) -> Sentence:
    return Sentence(f"{en} {name!r}", f"{es} {name!r}")


def _each(text: str, what: Sentence) -> Iterator[Secret]:
    return (Secret(line, what) for line in map(squeezed, text.split("\n")) if _telling(line))


def _name(name: str, what: Sentence) -> Iterator[Secret]:
    if "_" in name or len(name) >= FEWEST:
        yield Secret(name, what, word=True)


def _telling(line: str) -> bool:
    return len(TOKEN.findall(line)) >= FEWEST


def _code(text: str) -> frozenset[str]:
    return frozenset(line for line in map(squeezed, text.split("\n")) if line and not line.startswith("#"))


def _body(variant: Variant) -> str:
    """What stands below the `def` or `class` line, without a docstring."""
    definition = next(n for n in ast.parse(variant.source).body if getattr(n, "name", None) == variant.question)
    body = getattr(definition, "body", [])
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    lines = variant.source.split("\n")
    return "\n".join(lines[body[0].lineno - 1 : definition.end_lineno]) if body else ""
