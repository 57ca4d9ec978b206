"""Small mechanical mistakes in the reference answers: a test-suite worth its name notices nearly all of them.

Known mutation testers (mutmut, cosmic-ray) mutate an importable package and run a test runner on it. Here the code under
test is a cell of a notebook, only its solution region may change, and the tests are the cases of the judge: so this is
a mutator of its own, over the syntax tree. The same reference gives the same mutants, at most `MOST` for each question.

Questions that train or build Keras networks are left out: each mutant would take a training run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from .assignment import Assignment, Question
from .cells import in_language, regions

MOST = 12  # of each question

ARITHMETIC: dict[type[ast.AST], tuple[str, str]] = {
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"), ast.Pow: ("**", "*"),
    ast.FloorDiv: ("//", "/"), ast.Mod: ("%", "*"),
}  # fmt: skip
ORDER: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="), ast.In: ("in", "not in"), ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"),
}  # fmt: skip
LOGIC: dict[type[ast.AST], tuple[str, str]] = {ast.And: ("and", "or"), ast.Or: ("or", "and")}
OTHER = {"maximum": "minimum", "max": "min", "sum": "mean", "mean": "sum", "argmax": "argmin", "zeros": "ones",
         "ones": "zeros", "zeros_like": "ones_like", "ones_like": "zeros_like", "floor": "ceil", "ceil": "floor",
         "any": "all", "all": "any", "std": "var", "var": "std", "rint": "floor", "expm1": "exp", "log1p": "log"}  # fmt: skip
OTHER |= {there: here for here, there in OTHER.items() if there not in OTHER}
FUNCTIONS = ("sqrt", "abs", "exp", "log", "asarray", "array", "float", "int", "tanh", "flip", "sorted", "ascontiguousarray")
METHODS = ("copy", "astype", "ravel", "transpose", "reversed")
OPERATORS = ast.BinOp | ast.BoolOp | ast.Compare | ast.UnaryOp | ast.IfExp | ast.Lambda

Edit = tuple[str, ast.AST, str]  # kind of mistake, what it replaces, with which text


@dataclass(frozen=True)
class Mutant:
    """The reference answer to a question with one small mistake; `before` and `after` are the lines it is in."""

    question: str
    kind: str  # "sign", "boundary", …
    before: str
    after: str
    source: str  # of the whole cell

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from other mutants."""
        return self.question, self.before, self.after


def of(assignment: Assignment, most: int = MOST) -> list[Mutant]:
    """The mutants of an assignment's from-scratch questions."""
    return [m for q in assignment.questions if q.from_scratch for m in mutants(q, most)]


def mutants(question: Question, most: int = MOST) -> list[Mutant]:
    """At most `most` mutants of one reference answer, of as many kinds as there are, in the order of its lines."""
    marked = in_language(question.cell.source, "en")
    inside = regions.hidden_lines(marked)
    text = Text(marked)
    found: dict[str, tuple[int, Mutant]] = {}
    for node in ast.walk(ast.parse(marked)):
        if getattr(node, "lineno", 0) in inside:
            for kind, replaced, new in _edits(node, text):
                one = _mutant(question.name, kind, text, replaced, new)
                if one is not None and one.source != regions.fill(marked):
                    found.setdefault(one.source, (text.start(replaced), one))
    chosen = _spread([one for _, one in sorted(found.values(), key=lambda f: (f[0], f[1].after))], most)
    return [one for _, one in sorted(found.values(), key=lambda f: (f[0], f[1].after)) if one in chosen]


def _spread(found: list[Mutant], most: int) -> list[Mutant]:
    """As many kinds as there are: one of each, then a second of each, …; of a kind those far apart come first."""
    kinds: dict[str, list[Mutant]] = {}
    for one in found:
        kinds.setdefault(one.kind, []).append(one)
    rows = zip_longest(*(_far_apart(kinds[kind]) for kind in sorted(kinds)))
    return [one for row in rows for one in row if one is not None][:most]


def _far_apart(several: list[Mutant]) -> list[Mutant]:
    """First, last, middle, …"""
    order: list[int] = []
    step = len(several)
    while step:
        order += [n for n in range(0, len(several), step) if n not in order]
        step //= 2
    return [several[n] for n in order]


class Text:
    """A source by positions of its syntax tree, whose columns count bytes."""

    def __init__(self, source: str):
        self.source = source
        self._data = source.encode()
        self._lines = [0]
        for line in self._data.split(b"\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)

    def start(self, node: ast.AST) -> int:
        """Where a node begins."""
        return self._lines[getattr(node, "lineno", 1) - 1] + int(getattr(node, "col_offset", 0))

    def end(self, node: ast.AST) -> int:
        """Where it ends."""
        return self._lines[getattr(node, "end_lineno", 1) - 1] + int(getattr(node, "end_col_offset", 0))

    def of(self, node: ast.AST) -> str:
        """What it says."""
        return self.between(self.start(node), self.end(node))

    def between(self, first: int, last: int) -> str:
        """What stands between two places."""
        return self._data[first:last].decode()

    def replaced(self, node: ast.AST, new: str) -> str:
        """The whole source with other text for a node."""
        return (self._data[: self.start(node)] + new.encode() + self._data[self.end(node) :]).decode()


def _mutant(question: str, kind: str, text: Text, node: ast.AST, new: str) -> Mutant | None:
    changed = text.replaced(node, new)
    try:
        compile(changed, "<mutant>", "exec")
    except SyntaxError:
        return None
    first, last = getattr(node, "lineno", 1), getattr(node, "end_lineno", 1)
    more = new.count("\n") - text.of(node).count("\n")
    before, after = _lines(text.source, first, last), _lines(changed, first, last + more)
    return Mutant(question, kind, before, after, regions.fill(changed))


def _lines(source: str, first: int, last: int) -> str:
    return " ".join(line.strip() for line in source.split("\n")[first - 1 : last])


def _edits(node: ast.AST, text: Text) -> Iterator[Edit]:
    """Every mistake there is to make at one node."""
    if isinstance(node, ast.BinOp):
        yield from _operation(node, text)
    elif isinstance(node, ast.Compare):
        for left, op, right in zip([node.left, *node.comparators], node.ops, node.comparators, strict=False):
            yield from _operator("boundary", node, left, right, ORDER.get(type(op)), text)
    elif isinstance(node, ast.BoolOp):
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield from _operator("condition", node, left, right, LOGIC[type(node.op)], text)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Not):
        yield "sign", node, text.of(node.operand)
    elif isinstance(node, ast.Constant):
        yield from _constant(node)
    elif isinstance(node, ast.Call):
        yield from _call(node, text)
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        yield "transpose", node, text.of(node.value)
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield "condition", node.test, f"not ({text.of(node.test)})"
    elif isinstance(node, ast.stmt):
        yield from _statement(node, text)


def _operation(node: ast.BinOp, text: Text) -> Iterator[Edit]:
    yield from _operator("arithmetic", node, node.left, node.right, ARITHMETIC.get(type(node.op)), text)
    if isinstance(node.op, ast.MatMult):
        yield "order", node, f"{_whole(node.right, text)} @ {_whole(node.left, text)}"
    if isinstance(node.op, ast.Add | ast.Sub):
        yield "term", node, text.of(node.left)


def _operator(
    kind: str, node: ast.AST, left: ast.AST, right: ast.AST, swap: tuple[str, str] | None, text: Text
) -> Iterator[Edit]:
    """Another operator between two operands of a node."""
    if swap is not None:
        before, after = text.start(node), text.end(node)
        gap = text.between(text.end(left), text.start(right))
        whole = text.between(before, text.end(left)), text.between(text.start(right), after)
        yield kind, node, whole[0] + gap.replace(*swap, 1) + whole[1]


def _constant(node: ast.Constant) -> Iterator[Edit]:
    value = node.value
    if isinstance(value, bool):
        yield "constant", node, repr(not value)
    elif isinstance(value, int):
        yield "off by one", node, repr(value + 1)
    elif isinstance(value, float):
        yield "constant", node, repr(2 * value if value else 1.0)


def _call(node: ast.Call, text: Text) -> Iterator[Edit]:
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    called = text.of(node.func)
    if name in OTHER:
        swapped = called[: len(called) - len(name)] + OTHER[name]
        yield "function", node, swapped + text.between(text.end(node.func), text.end(node))
    if name in FUNCTIONS and node.args:
        yield "left out", node, _whole(node.args[0], text)
    if name in METHODS and isinstance(node.func, ast.Attribute) and not _is_module(node.func.value):
        yield "left out", node, _whole(node.func.value, text)
    if name == "where" and len(node.args) == 3:
        condition, one, other = map(text.of, node.args)
        yield "order", node, f"{called}({condition}, {other}, {one})"
    if name == "range" and node.args and len(node.args) < 3:
        yield "off by one", node.args[-1], f"{_whole(node.args[-1], text)} - 1"
    parts = sorted([*node.args, *node.keywords], key=text.start)
    for keyword in node.keywords:
        kept = ", ".join(text.of(p) for p in parts if p is not keyword)
        yield "keyword", node, f"{called}({kept})"
        if keyword.arg == "axis" and isinstance(keyword.value, ast.Constant | ast.UnaryOp):
            yield "axis", keyword.value, "1" if text.of(keyword.value) == "0" else "0"


def _is_module(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "np"


def _whole(node: ast.AST, text: Text) -> str:
    """A node's text, in parentheses where it is an operation."""
    return f"({text.of(node)})" if isinstance(node, OPERATORS) else text.of(node)


def _statement(node: ast.stmt, text: Text) -> Iterator[Edit]:
    if isinstance(node, ast.AugAssign) and type(node.op) in ARITHMETIC:
        sign, other = ARITHMETIC[type(node.op)]
        yield "arithmetic", node, text.of(node).replace(f"{sign}=", f"{other}=", 1)
    if isinstance(node, ast.AugAssign | ast.Raise | ast.Expr) or (
        isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Name | ast.Tuple)
    ):
        yield "statement", node, "pass"
    if isinstance(node, ast.Break):
        yield "statement", node, "continue"
