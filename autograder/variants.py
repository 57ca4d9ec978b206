"""Other answers to a question: the accepted ones, and the wrong ones with a sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .errors import Fault, fault
from .language import LANGUAGES, Sentence
from .testcase import literals, marks

Definition = ast.FunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Variant:
    """One other answer; `source` defines it under the question's own name."""

    question: str
    name: str
    source: str
    says: Sentence | None  # what is wrong with it; None when it is right
    path: str
    line: int


def parse(source: str, path: str, question: str, *, wrong: bool) -> tuple[list[Variant], list[Fault]]:
    """The variants of one file, in order, and everything wrong with them."""
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        return [], [fault(path, error.lineno or 0, f"not Python: {error.msg}", f"no es Python: {error.msg}")]
    chosen = [n for n in tree.body if isinstance(n, Definition) and _is_variant(n, wrong)]
    faults = [f for n in chosen if wrong for f in _silent(n, path)]
    if not chosen:
        what = "decorate at least one function with @misconception" if wrong else "define at least one public function"
        cual = "decora al menos una función con @misconception" if wrong else "define al menos una función pública"
        faults.append(fault(path, 1, what, cual))
    if faults:
        return [], faults
    return [_variant(n, tree, chosen, source, path, question, wrong) for n in chosen], []


def _is_variant(node: Definition, wrong: bool) -> bool:
    return any(marks(node, "misconception")) if wrong else not node.name.startswith("_")


def _silent(node: Definition, path: str) -> Iterator[Fault]:
    options = literals(next(marks(node, "misconception")))
    for lang in LANGUAGES:
        if not isinstance(options.get(lang), str) or not options[lang].strip():
            yield fault(
                path,
                node.lineno,
                f'misconception {node.name!r} has no sentence in {lang!r}: add {lang}="…"',
                f'el error {node.name!r} no tiene frase en {lang!r}: agrega {lang}="…"',
            )
    for name in sorted(set(options) - set(LANGUAGES)):
        yield fault(
            path,
            node.lineno,
            f"misconception {node.name!r}: unknown option {name!r}",
            f"error {node.name!r}: opción desconocida {name!r}",
        )


def _variant(
    node: Definition, tree: ast.Module, chosen: list[Definition], source: str, path: str, question: str, wrong: bool
) -> Variant:
    lines = source.split("\n")
    shared = [_text(n, lines) for n in tree.body if n not in chosen and not _is_ours(n) and not _is_docstring(n, tree)]
    body = _renamed(node, lines, question)
    says = None
    if wrong:
        options = literals(next(marks(node, "misconception")))
        says = Sentence(options["en"], options["es"])
    return Variant(question, node.name, "\n".join([*shared, "", "", body]).strip("\n"), says, path, node.lineno)


def _renamed(node: Definition, lines: list[str], name: str) -> str:
    """The definition's text under another name; an attribute or a word of a docstring that is alike stays."""
    body = [line.encode() for line in lines[node.lineno - 1 : node.end_lineno]]  # Python counts columns in UTF-8
    old, new = node.name.encode(), name.encode()
    uses = [n for n in ast.walk(node) if isinstance(n, ast.Name) and n.id == node.name]
    for row, column in sorted(((n.lineno - node.lineno, n.col_offset) for n in uses), reverse=True):
        if body[row].startswith(old, column):  # Python 3.11 does not know where a name in an f-string stands
            body[row] = body[row][:column] + new + body[row][column + len(old) :]
    body[0] = re.sub(rb"\b%s\b" % re.escape(old), new, body[0], count=1)
    return b"\n".join(body).decode()


def _text(node: ast.stmt, lines: list[str]) -> str:
    first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
    return "\n".join(lines[first - 1 : node.end_lineno])


def _is_ours(node: ast.stmt) -> bool:
    """Imports of this package's decorators, which a student's notebook would not have."""
    return isinstance(node, ast.ImportFrom) and (
        node.module == "__future__"
        or (node.module == "autograder" and {a.name for a in node.names} <= {"misconception"})
    )


def _is_docstring(node: ast.stmt, tree: ast.Module) -> bool:
    return node is tree.body[0] and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
