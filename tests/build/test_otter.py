"""otter-grader takes our zip and the student's notebook as they are."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from autograder import build
from autograder.assignment import Assignment
from autograder.build import otter

from . import submissions
from .submissions import EXPECTED


def test_a_question_file_is_ascii_for_machines_with_another_encoding(sample: Assignment):
    source = otter.question_file(sample.questions[0], "es")
    assert source.isascii()
    compile(source, "relu.py", "exec")


def test_no_case_s_name_takes_the_place_of_a_name_that_otter_reads(sample: Assignment):
    names = {
        line.split("(")[0][4:]
        for line in otter.question_file(sample.questions[1], "en").splitlines()
        if line.startswith("def ")
    }
    assert names == {"case_columns_are_centred", "case_remembers_the_mean"}


def test_requirements_are_the_distributions_that_the_assignment_imports(folder: Path):
    from autograder import assignment

    more = "%matplotlib inline\nimport os, sklearn.datasets\nfrom matplotlib import pyplot\nimport keras"
    (folder / "notebook.py").write_text(
        (folder / "notebook.py").read_text("utf-8").replace("import numpy as np", more, 1)
    )
    (folder / "tests_hidden.py").write_text(
        (folder / "tests_hidden.py").read_text("utf-8") + "\n\nimport mlxtend.data\n"
    )
    found = otter.requirements(assignment.load(folder))
    assert found == ["matplotlib", "mlxtend", "numpy", "scikit-learn", "tensorflow-cpu"]


def test_a_cell_that_is_not_python_has_no_requirements(folder: Path):
    from autograder import assignment

    text = (folder / "notebook.py").read_text("utf-8")
    (folder / "notebook.py").write_text(text + '\n# %% kind="demo"\nimport torch as\n')
    assert otter.requirements(assignment.load(folder)) == ["numpy"]


@pytest.mark.slow
def test_the_zip_is_the_same_bytes_every_time(sample: Assignment):
    first = otter.archive(sample, "es")
    assert otter.archive(sample, "es") == first
    with zipfile.ZipFile(io.BytesIO(first)) as opened:
        assert opened.namelist() == sorted(opened.namelist())
        assert {i.date_time for i in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert json.loads(opened.read("otter_config.json"))["lang"] == "python"
        assert "files/autograder/hosted.py" in opened.namelist()
        assert opened.read("files/data/heights.csv") == (sample.folder / "data/heights.csv").read_bytes()


def graded(sample: Assignment, lang: str, notebook: submissions.Notebook, tmp_path: Path):
    """Otter's results, from the zip alone."""
    from otter.api import grade_submission

    made, file = tmp_path / "autograder.zip", tmp_path / build.file_name(sample, lang)
    made.write_bytes(otter.archive(sample, lang))
    file.write_text(json.dumps(notebook))
    return grade_submission(str(file), str(made), quiet=True)


@pytest.mark.slow
@pytest.mark.parametrize("submission", EXPECTED)
def test_otter_scores_a_submission(sample: Assignment, tmp_path: Path, submission):
    student = build.outputs(sample)[build.file_name(sample, "es")]
    results = graded(sample, "es", submission(student), tmp_path)
    found = [r for question in results.results.values() for r in question.test_case_results]
    assert {r.test_case.name for r in found if r.passed} == EXPECTED[submission]
    assert len(found) == len(sample.cases)
    assert results.total == sum(c.points for c in sample.cases if c.name in EXPECTED[submission])
    assert results.possible == 7.5


@pytest.mark.slow
def test_otter_s_messages_are_in_the_notebook_s_language_and_its_package_is_the_zip_s(
    sample: Assignment, tmp_path: Path
):
    notebook = submissions.wrong(build.outputs(sample)[build.file_name(sample, "en")])
    notebook["cells"].append(submissions.code("import autograder\nprint(autograder.__file__)"))
    results = graded(sample, "en", notebook, tmp_path)
    assert "negative inputs become 0" in results.summary()
    assert "las entradas" not in results.summary()
    printed = "".join(o.get("text", "") for c in results.notebook.cells for o in c.get("outputs", ()))
    assert "/submission/autograder/__init__.py" in printed
