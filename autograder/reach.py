"""How far one answer reaches in its notebook: which questions it can make pass or fail."""

from __future__ import annotations

import ast
import re
from typing import TypeGuard

from .assignment import Assignment, Question
from .cells import regions
from .variants import Variant

SETTERS = {"setattr", "globals", "exec", "seed", "set_seed", "set_random_seed", "seterr", "simplefilter", "filterwarnings"}


def of_answer(variant: Variant, wrong: bool, assignment: Assignment, complete: bool = False) -> frozenset[str]:
    """The questions to try an answer on: those it can reach, and if it is wrong not those that are built on it.

    From-scratch and Keras questions run in processes of their own, so an answer of one kind reaches only its kind and
    what uses it; one that changes nothing outside itself, only what uses it (`complete`: as if it did).
    """
    own = next(q for q in assignment.questions if q.name == variant.question)
    same_kind = {q.name for q in assignment.questions if q.from_scratch is own.from_scratch}
    over = built_on(own.name, assignment)
    if not complete and not _changes_others(variant, assignment):
        same_kind = {own.name}
    return frozenset(same_kind - over if wrong else same_kind | over)


def built_on(question: str, assignment: Assignment) -> set[str]:
    """The other questions whose answers or cases use this one, directly or not."""
    found = using(question, assignment)
    return found | {c.question for c in assignment.cases if found.union({question}).intersection(c.needs)} - {question}


def using(question: str, assignment: Assignment) -> set[str]:
    """Questions whose reference answer uses `question`, directly or not."""
    found: set[str] = set()
    while True:
        more = {q.name for q in assignment.questions if _uses(q, {question, *found} - {q.name})} - found
        if not more:
            return found
        found |= more


def _uses(question: Question, names: set[str]) -> bool:
    text = "\n".join(regions.bodies(question.cell.source))
    return any(re.search(rf"(?<![\w.]){re.escape(n)}\b", text) for n in names)  # not a method of that name


def _changes_others(variant: Variant, assignment: Assignment) -> bool:
    """Whether an answer may change something outside itself: a name that the rest of the notebook knows, or a library."""
    tree = ast.parse(variant.source)
    defined = {n for node in tree.body for n in _bound(node)} - {variant.question}
    others = "\n".join(assignment.program({variant.question: ""}))
    nodes = list(ast.walk(tree))
    own = {n.arg for n in nodes if isinstance(n, ast.arg)} | {n.id for n in nodes if _stores(n)}
    clashes = any(re.search(rf"\b{re.escape(n)}\b", others) for n in defined)
    return clashes or any(_sets(n, own) for n in nodes)


def _stores(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _sets(node: ast.AST, own: set[str]) -> bool:
    """Whether it sets what belongs to others: a global, a part of what is not among its `own` names, a library's settings."""
    if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
        root: ast.AST = node
        while isinstance(root, ast.Attribute | ast.Subscript):
            root = root.value
        return not (isinstance(root, ast.Name) and root.id in own)
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return name in SETTERS
    return isinstance(node, ast.Global)


def _bound(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return set()  # the same library under the same name
    own = {node.name} if isinstance(node, ast.FunctionDef | ast.ClassDef) else set()
    return own | {n.id for n in ast.walk(node) if _stores(n)} - _inner(node)


def _inner(node: ast.stmt) -> set[str]:
    """Names that a function or class binds for itself alone."""
    inner = node.body if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
    return {n.id for part in inner for n in ast.walk(part) if _stores(n)}
