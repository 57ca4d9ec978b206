"""The notebook students receive."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace

import jupytext
import nbformat
import pytest

from autograder.assignment import Assignment
from autograder.build import student
from autograder.cells import Cell


def sources(notebook: dict) -> dict[str, str]:
    return {c["id"]: "".join(c["source"]) for c in notebook["cells"]}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_cells_stand_in_the_author_s_order_with_the_kit_s_own_between_them(sample: Assignment, lang: str):
    assert [c["id"] for c in student.notebook(sample, lang)["cells"]] == [
        "text-1", "setup-1", "check", "text-2", "relu-answer", "relu-check", "demo-1", "text-3", "Scaler-answer", "Scaler-check",
    ]  # fmt: skip


def test_a_notebook_is_in_one_language(sample: Assignment):
    english, spanish = (json.dumps(student.notebook(sample, lang), ensure_ascii=False) for lang in ("en", "es"))
    assert "Small steps" in english
    assert "Pasos pequeños" in spanish
    assert "arreglo" not in english
    assert "array." not in spanish
    assert 'checker(lang=\\"es\\")' in spanish


def test_every_solution_region_becomes_a_stub(sample: Assignment):
    cells = sources(student.notebook(sample, "es"))
    assert cells["relu-answer"].endswith('    # Escribe tu código aquí.\n    raise NotImplementedError("relu")')
    assert cells["Scaler-answer"].count('raise NotImplementedError("Scaler")') == 2


def test_cells_say_what_they_are(sample: Assignment):
    cells = {c["id"]: c["metadata"] for c in student.notebook(sample, "en")["cells"]}
    assert cells["text-1"] == {}
    assert [cells[i]["autograder"]["kind"] for i in ("setup-1", "check", "relu-check", "demo-1")] == [
        "setup",
        "check",
        "check",
        "demo",
    ]
    assert cells["relu-answer"]["autograder"] == {"kind": "answer", "question": "relu"}
    assert cells["relu-answer"]["nbgrader"] == {
        "schema_version": 3, "grade": False, "solution": True, "locked": False, "task": False, "grade_id": "relu", "cell_type": "code",
    }  # fmt: skip


def test_only_answers_are_nbgrader_s_business(sample: Assignment):
    tagged = [c["id"] for c in student.notebook(sample, "en")["cells"] if "nbgrader" in c["metadata"]]
    assert tagged == ["relu-answer", "Scaler-answer"]


def test_without_a_setup_cell_check_is_defined_before_the_first_code(sample: Assignment):
    bare = replace(sample, cells=tuple(c for c in sample.cells if c.kind != "setup"))
    ids = [c["id"] for c in student.notebook(bare, "en")["cells"]]
    assert ids[:4] == ["text-1", "text-2", "check", "relu-answer"]


def test_only_the_first_of_several_setup_cells_is_followed_by_check(sample: Assignment):
    twice = replace(sample, cells=(*sample.cells, Cell("setup", "import os", 99)))
    ids = [c["id"] for c in student.notebook(twice, "en")["cells"]]
    assert (ids.count("check"), ids[-1]) == (1, "setup-2")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_jupyter_finds_nothing_wrong_with_it_and_would_save_the_same_bytes(sample: Assignment, lang: str):
    data = student.to_bytes(student.notebook(sample, lang))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        notebook = nbformat.reads(data.decode(), as_version=4)
        nbformat.validate(notebook)
    assert (nbformat.writes(notebook) + "\n").encode() == data
    assert notebook.metadata.kernelspec.name == "python3"
    assert notebook.metadata.language == lang


def test_jupytext_reads_back_the_same_cells(sample: Assignment):
    data = student.to_bytes(student.notebook(sample, "es")).decode()
    before = jupytext.reads(data, fmt="ipynb")
    after = jupytext.reads(jupytext.writes(before, fmt="py:percent"), fmt="py:percent")
    assert [(c.cell_type, c.source) for c in after.cells] == [(c.cell_type, c.source) for c in before.cells]


def test_no_cell_was_run(sample: Assignment):
    cells = student.notebook(sample, "en")["cells"]
    assert all(c["outputs"] == [] and c["execution_count"] is None for c in cells if c["cell_type"] == "code")


def test_beside_the_notebook_stand_the_public_tests_the_data_and_what_check_must_know(sample: Assignment):
    files = student.beside(sample)
    assert sorted({*files, "misconceptions.json"}) == [
        "assignment.json", "data/heights.csv", "misconceptions.json", "tests_public.py",
    ]  # fmt: skip
    assert files["tests_public.py"] == (sample.folder / "tests_public.py").read_bytes()
    assert json.loads(files["assignment.json"]) == {
        "name": "03_small_steps",
        "questions": {"relu": {"scratch": True}, "Scaler": {"scratch": False}},
    }
