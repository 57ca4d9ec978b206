"""Every notebook a student gets, with its solutions, runs top to bottom in a real Jupyter kernel, without a warning."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import nbformat
import pytest

from autograder import assignment, build, cells
from autograder.build import student

ROOT = Path(__file__).resolve().parent.parent
NAMES = sorted(p.parent.name for p in (ROOT / "solutions").glob("*/notebook.py"))


def solved(one: assignment.Assignment, lang: str) -> nbformat.NotebookNode:
    """The student's notebook with the reference answers."""
    return nbformat.reads(json.dumps(student.notebook(one, lang, cells.solution)), as_version=4)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_solved_notebook_runs_and_its_checks_pass(name, lang, tmp_path, monkeypatch):
    from nbclient import NotebookClient

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTHONWARNINGS", "error::RuntimeWarning")
    one = assignment.load(ROOT / "solutions" / name)
    folder = tmp_path / name
    shutil.copytree(ROOT / "assignments" / name, folder)
    notebook = solved(one, lang)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    code = [c for c in notebook.cells if c.cell_type == "code"]
    noise = [o.text for c in code for o in c.outputs if o.output_type == "stream" and o.name == "stderr"]
    assert [line for text in noise for line in text.splitlines() if "Warning" in line or "Error" in line] == []
    checks = [c for c in code if c.source.startswith('check("')]
    assert len(checks) == len(one.questions)
    for cell, question in zip(checks, one.questions, strict=True):
        points = sum(c.points for c in question.cases if not c.hidden)
        (shown,) = [o.data["text/plain"] for o in cell.outputs if o.output_type == "display_data"]
        assert f"{points:g}/{points:g}" in shown


@pytest.mark.slow
def test_a_blank_notebook_says_what_is_missing_without_a_traceback(tmp_path, monkeypatch):
    from nbclient import NotebookClient

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    folder = tmp_path / "02_activations"
    shutil.copytree(ROOT / "assignments" / "02_activations", folder)
    notebook = nbformat.read(folder / "activations.es.ipynb", as_version=4)
    NotebookClient(notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": str(folder)}}).execute()
    outputs = [o for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    assert [o.ename for o in outputs if o.output_type == "error"] == []
    assert any("`relu` todavía no está escrita" in o.get("text", "") for o in outputs)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_committed_is_what_the_folder_compiles_to(name):
    one = assignment.load(ROOT / "solutions" / name)
    assert build.stale(one, ROOT) == []
    assert build.leaks(one, build.outputs(one)) == []


@pytest.mark.parametrize("name", NAMES)
def test_an_assignment_is_as_complete_as_the_class_needs(name):
    one = assignment.load(ROOT / "solutions" / name)
    for question in one.questions:
        assert sum(not c.hidden for c in question.cases) >= 3, question.name
        assert sum(c.hidden for c in question.cases) >= 2, question.name
        assert len(question.wrong) >= (6 if question.from_scratch else 4), question.name
        assert len(question.accepted) >= 1, question.name
