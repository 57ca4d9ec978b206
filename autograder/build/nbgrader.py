"""What nbgrader needs: a course folder with, for each language, one assignment in it.

nbgrader wants every notebook of an assignment from every student, so `activations.es.ipynb` and
`activations.en.ipynb` cannot share one: they are the assignments `02_activations.es` and `02_activations.en`.

The source notebook is the student's with the solutions, and after all of it one graded cell per test case. After
`nbgrader generate_assignment 02_activations.es` the kit's own student notebook, which has no such cells, is graded in
full, for they are put back; `nbgrader_config.py` says where.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..assignment import Assignment, Question
from ..cells import Cell, in_language
from ..language import Sentence
from ..testcase import TestCase
from . import call, student

PUBLIC = 'open(get_ipython().starting_dir + "/tests_public.py", encoding="utf-8").read()'  # wherever a cell has gone
HIDDEN = Sentence("# A hidden test.", "# Una prueba oculta.")


def config() -> bytes:
    """nbgrader_config.py."""
    return Path(__file__).with_name("nbgrader_config.py").read_bytes()


def name(assignment: Assignment, lang: str) -> str:
    """The name nbgrader knows the assignment by: "02_activations.es"."""
    return f"{assignment.name}.{lang}"


def source(assignment: Assignment, lang: str) -> bytes:
    """The instructor's version of the notebook: solutions, and a graded cell for each test case."""
    notebook = student.notebook(assignment, lang, _marked)
    cases = [(q, c) for q in assignment.questions for c in q.cases]
    notebook["cells"] += [_graded(f"case-{n}", q, c, lang) for n, (q, c) in enumerate(cases, 1)]
    return student.to_bytes(notebook)


def _marked(cell: Cell, lang: str) -> str:
    """The cell with its solution between marks, which nbgrader knows."""
    return cell.source if cell.kind == "text" else in_language(cell.source, lang)


def _graded(name: str, question: Question, case: TestCase, lang: str) -> dict[str, Any]:
    metadata = student.tag(f"{question.name}-{case.name}", grade=True, locked=True, points=case.points)
    return student.code(_test(question, case, lang), name, {"nbgrader": metadata})


def _test(question: Question, case: TestCase, lang: str) -> str:
    proof = call.prove(question, case, lang, "globals()", _file(case), "_prove")
    code = f"from autograder.hosted import prove as _prove\n\n{proof}"
    if not case.hidden:
        return f"# {case.claim[lang]}\n{code}"
    return f"{HIDDEN[lang]}\n### BEGIN HIDDEN TESTS\n{code}\n### END HIDDEN TESTS"


def _file(case: TestCase) -> str:
    """An expression for the file of a case: students hold the public one, the hidden one exists in the cell alone."""
    return call.literal(case.source) if case.hidden else PUBLIC
