"""Mutants are small, deterministic, of many kinds, and only of what students must write."""

from __future__ import annotations

import ast

import pytest

from autograder import assignment, mutants
from tests.test_assignment import edit

SOURCE = """\
    # BEGIN SOLUTION
    x = np.asarray(x, dtype=float)
    total = x.sum(axis=0, keepdims=True)
    for k in range(len(x)):
        if x[k] > 0 and k != 3:
            total += -2.5 * x[k] ** 2
    return np.maximum(total, 0) - x.T @ x.copy() if x.ndim < 2 else None
    # END SOLUTION"""


def of(toy, body: str = SOURCE, most: int = 1000) -> list[mutants.Mutant]:
    notebook = toy / "notebook.py"
    text = notebook.read_text("utf-8")
    start, end = text.index("    # BEGIN SOLUTION"), text.index("    # END SOLUTION") + len("    # END SOLUTION")
    notebook.write_text(text[:start] + body + text[end:], "utf-8")
    return mutants.mutants(assignment.load(toy).questions[0], most)


@pytest.mark.parametrize(
    ("kind", "after"),
    [
        ("keyword", "x = np.asarray(x)"),
        ("left out", "x = x"),
        ("axis", "total = x.sum(axis=1, keepdims=True)"),
        ("keyword", "total = x.sum(axis=0)"),
        ("function", "total = x.mean(axis=0, keepdims=True)"),
        ("off by one", "for k in range(len(x) - 1):"),
        ("boundary", "if x[k] >= 0 and k != 3:"),
        ("condition", "if x[k] > 0 or k != 3:"),
        ("condition", "if not (x[k] > 0 and k != 3):"),
        ("arithmetic", "total -= -2.5 * x[k] ** 2"),
        ("statement", "pass"),
        ("sign", "total += 2.5 * x[k] ** 2"),
        ("constant", "total += -5.0 * x[k] ** 2"),
        ("off by one", "total += -2.5 * x[k] ** 3"),
        ("transpose", "return np.maximum(total, 0) - x @ x.copy() if x.ndim < 2 else None"),
        ("order", "return np.maximum(total, 0) - x.copy() @ x.T if x.ndim < 2 else None"),
        ("function", "return np.minimum(total, 0) - x.T @ x.copy() if x.ndim < 2 else None"),
        ("term", "return np.maximum(total, 0) if x.ndim < 2 else None"),
        ("left out", "return np.maximum(total, 0) - x.T @ x if x.ndim < 2 else None"),
    ],
)
def test_each_kind_of_mistake_is_made(toy, kind, after):
    assert (kind, after) in {(m.kind, m.after) for m in of(toy)}


def test_mutants_are_python_and_differ_from_the_reference_in_one_line(toy):
    found = of(toy)
    right = assignment.load(toy).program()[1].split("\n")
    for mutant in found:
        ast.parse(mutant.source)
        lines = mutant.source.split("\n")
        assert len(lines) == len(right)
        changed = [(a.strip(), b.strip()) for a, b in zip(right, lines, strict=True) if a != b]
        assert changed == [(mutant.before, mutant.after)]
    assert len({m.source for m in found}) == len(found)


def test_only_solution_regions_are_changed(toy):
    body = "    # BEGIN SOLUTION\n    y = x\n    # END SOLUTION\n    return y + 1"
    assert of(toy, body) == []


def test_the_number_is_bounded_the_same_each_time_and_of_as_many_kinds_as_there_are(toy):
    few = of(toy, most=8)
    assert few == of(toy, most=8)
    assert len(few) == 8
    assert len({m.kind for m in few}) == 8


def test_from_scratch_questions_alone_have_mutants(toy):
    assert {m.question for m in mutants.of(assignment.load(toy))} == {"relu", "Scaler"}
    edit(toy, "notebook.py", 'question="Scaler"', 'question="Scaler" uses="keras"')
    assert {m.question for m in mutants.of(assignment.load(toy))} == {"relu"}
