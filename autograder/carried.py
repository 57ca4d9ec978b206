"""Error carried forward: a later answer that fails only because an earlier answer of the same student is wrong.

The later question is tried once more, in a process of its own, with the wrong earlier answers replaced by right ones.
These run here, on the trusted side; what the student's code gets of them are values.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from .assignment import Assignment, Question
from .child import program
from .outcome import Outcome, QuestionResult

NOT_NEEDED = {"tensorflow", "keras", "matplotlib", "scipy"}  # imports of setup cells that no from-scratch answer needs


def culprits(question: Question, results: Iterable[QuestionResult], cells: Sequence[str]) -> tuple[str, ...]:
    """The earlier answers that are written, wrong, and used by the answer to `question` or by its cases."""
    wrong = [r.question for r in results if r.question != question.name and is_wrong(r)]
    used = _reachable(question.name, cells).union(*(c.needs for c in question.cases)) if wrong else set()
    return tuple(name for name in wrong if name in used)


def is_wrong(result: QuestionResult) -> bool:
    """Whether it was written and some case failed."""
    outcomes = {c.outcome for c in result.cases}
    return Outcome.MISSING not in outcomes and outcomes != {Outcome.PASSED} and Outcome.INTERNAL not in outcomes


def _reachable(name: str, cells: Sequence[str]) -> set[str]:
    """The names of the notebook that a function uses, directly or through other functions of it."""
    uses = _uses(tuple(cells))
    found, waiting = set[str](), [name]
    while waiting:
        new = uses.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


@lru_cache(maxsize=1)  # all questions of one submission ask about the same cells
def _uses(cells: tuple[str, ...]) -> dict[str, set[str]]:
    """The names that each function or class of the notebook mentions."""
    return {
        node.name: {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        for source in cells
        for node in _statements(source)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }


def _statements(source: str) -> list[ast.stmt]:
    try:
        return ast.parse(program.without_magics(source)).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []


@lru_cache(maxsize=4)
def _answers(setups: tuple[str, ...]) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "reference"}
    for source in setups:
        kept = [node for node in ast.parse(source).body if not _is_not_needed(node)]
        exec(compile(ast.Module(kept, []), "<reference>", "exec"), names)
    return names


def _is_not_needed(node: ast.stmt) -> bool:
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").partition(".")[0] in NOT_NEEDED
    return isinstance(node, ast.Import) and all(a.name.partition(".")[0] in NOT_NEEDED for a in node.names)


def right_answers(assignment: Assignment, questions: Iterable[str]) -> dict[str, Callable[..., Any]]:
    """The author's own functions for these from-scratch questions."""
    keras = {q.name for q in assignment.questions if not q.from_scratch}
    sources = [s for c, s in zip(_written(assignment), assignment.program(), strict=True) if c not in keras]
    names = _answers(tuple(sources))
    return {name: names[name] for name in questions}


def _written(assignment: Assignment) -> list[str | None]:
    """The question of each cell that `Assignment.program` gives."""
    return [c.question for c in assignment.cells if c.kind in ("setup", "answer")]
