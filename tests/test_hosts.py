"""Parity is the promise: otter, nbgrader and our judge give the same points, case by case.

Each notebook tried here takes one wrong answer per question, so a few notebooks cover every misconception there is.
"""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder import assignment, build, cells
from autograder.assignment import Assignment
from autograder.build import student
from autograder.sandbox import Sandbox
from tests import graders

ROOT = Path(__file__).resolve().parent.parent
OTHERS = sorted(p.parent.name for p in (ROOT / "solutions").glob("*/notebook.py") if p.parent.name != "02_activations")


def filled(one: Assignment, answers: dict[str, str], lang: str = "es") -> graders.Notebook:
    """The student's notebook with these answers."""
    notebook = json.loads(student.to_bytes(student.notebook(one, lang)))
    for cell in notebook["cells"]:
        question = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if question in answers:
            cell["source"] = answers[question]
    return notebook


def reference(one: Assignment) -> dict[str, str]:
    return {q.name: cells.solution(q.cell) for q in one.questions}


def submissions(one: Assignment) -> dict[str, graders.Notebook]:
    """The reference, the blank, every wrong answer (one per question in a notebook), and five mixed ones."""
    found = {"reference": filled(one, reference(one)), "blank": filled(one, {})}
    for number, answers in enumerate(itertools.zip_longest(*(q.wrong for q in one.questions))):
        chosen = {v.question: v.source for v in answers if v}
        found[f"wrong {number}"] = filled(one, reference(one) | chosen)
    rng = np.random.default_rng(7)
    for number in range(5):
        mixed = {}
        for q in one.questions:
            choices = [None, cells.solution(q.cell), *(v.source for v in (*q.wrong, *q.accepted))]
            picked = choices[int(rng.integers(len(choices)))]
            if picked is not None:
                mixed[q.name] = picked
        found[f"mixed {number}"] = filled(one, mixed)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("grader", ["otter", "nbgrader"])
def test_another_grader_agrees_with_ours_case_by_case(grader, tmp_path):
    one = assignment.load(ROOT / "solutions" / "02_activations")
    assert differences(one, submissions(one), grader, tmp_path) == {}


@pytest.mark.slow
@pytest.mark.parametrize("grader", ["otter", "nbgrader"])
@pytest.mark.parametrize("name", OTHERS)
def test_another_grader_agrees_on_a_sample_of_every_assignment(name, grader, tmp_path):
    one = assignment.load(ROOT / "solutions" / name)
    found = submissions(one)
    chosen = {what: found[what] for what in ("reference", "wrong 0", "mixed 0", "mixed 3")}
    if not all(q.from_scratch for q in one.questions):
        chosen = {"wrong from scratch, right in Keras": _steady(one)}
    assert differences(one, chosen, grader, tmp_path) == {}


def _steady(one: Assignment) -> graders.Notebook:
    """A notebook whose points do not hang on what a network learns by chance: a wrong training may pass once and fail once."""
    wrong = {q.name: q.wrong[0].source for q in one.questions if q.from_scratch}
    return filled(one, reference(one) | wrong)


def differences(one: Assignment, tried: dict[str, graders.Notebook], grader: str, place: Path) -> dict[str, Any]:
    """Of each notebook that is graded otherwise: the cases, with our points and theirs."""
    build.build_graders(one, place)
    course = graders.Course(one, "es", place) if grader == "nbgrader" else None
    differing = {}
    with Sandbox(data=one.folder / "data") as box:
        for what, notebook in tried.items():
            mine = graders.ours(one, notebook, box.spawn)
            points = course.points(what, notebook) if course else graders.otters(one, "es", notebook, place)
            if points != mine:
                differing[what] = {c: (mine[c], points.get(c)) for c in mine if mine[c] != points.get(c)}
    return differing
