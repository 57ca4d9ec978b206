"""nbgrader takes our course folder and the student's notebook as they are."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest

import autograder
from autograder import build
from autograder.assignment import Assignment
from autograder.build import nbgrader

from . import submissions
from .submissions import EXPECTED


def cells(sample: Assignment, lang: str = "es") -> dict[str, dict[str, Any]]:
    """The source notebook's cells by what nbgrader, or else Jupyter, calls them."""
    found = json.loads(nbgrader.source(sample, lang))["cells"]
    return {
        c["metadata"].get("nbgrader", {}).get("grade_id", c["id"]): c | {"source": "".join(c["source"])} for c in found
    }


def test_the_source_is_the_student_s_notebook_with_solutions_and_then_the_cases(sample: Assignment):
    student = json.loads(build.outputs(sample)["small_steps.es.ipynb"])
    found = [c["id"] for c in cells(sample).values()]
    assert found == [c["id"] for c in student["cells"]] + [f"case-{n}" for n in range(1, 7)]
    assert list(cells(sample))[-6:] == [f"{c.question}-{c.name}" for c in sample.cases]
    assert "# BEGIN SOLUTION" in cells(sample)["relu"]["source"]


def test_a_case_is_a_locked_cell_worth_its_points(sample: Assignment):
    tag = cells(sample)["Scaler-remembers_the_mean"]["metadata"]["nbgrader"]
    assert tag == {
        "schema_version": 3, "grade": True, "solution": False, "locked": True, "task": False, "points": 0.5,
        "grade_id": "Scaler-remembers_the_mean", "cell_type": "code",
    }  # fmt: skip


def test_only_hidden_cases_stand_between_nbgrader_s_marks(sample: Assignment):
    hidden = [i for i, c in cells(sample).items() if "### BEGIN HIDDEN TESTS\n" in c["source"]]
    assert hidden == [f"{c.question}-{c.name}" for c in sample.cases if c.hidden]
    outside = [cells(sample)[i]["source"].partition("### BEGIN")[0] for i in hidden]
    assert set(outside) == {"# Una prueba oculta.\n"}


def test_the_source_is_a_valid_notebook(sample: Assignment):
    nbformat.validate(nbformat.reads(nbgrader.source(sample, "en").decode(), as_version=4))


def test_a_mark_in_a_hidden_test_does_not_end_its_region(sample: Assignment):
    relu = sample.questions[0]
    cases = tuple(replace(c, source=f"# END HIDDEN TESTS\n{c.source}") if c.hidden else c for c in relu.cases)
    one = replace(sample, questions=(replace(relu, cases=cases), *sample.questions[1:]))
    assert cells(one)["relu-works_on_tables"]["source"].count("END HIDDEN TESTS") == 1


class Course:
    """A course folder as an instructor would use it."""

    def __init__(self, sample: Assignment, root: Path):
        from nbgrader.apps.api import NbGraderAPI
        from nbgrader.coursedir import CourseDirectory
        from traitlets.config.loader import PyFileConfigLoader

        self.sample, self.home = sample, root / "build" / "nbgrader"
        build.build_graders(sample, root)
        config = PyFileConfigLoader(str(self.home / "nbgrader_config.py")).load_config()
        self.api = NbGraderAPI(CourseDirectory(config=config), config=config)

    def generate(self, lang: str) -> Path:
        """The notebook that nbgrader would release."""
        name = nbgrader.name(self.sample, lang)
        result = self.api.generate_assignment(name)
        assert result["success"], result["log"]
        return self.home / "release" / name / build.file_name(self.sample, lang)

    def submit(self, student: str, lang: str, notebook: submissions.Notebook) -> None:
        folder = self.home / "submitted" / student / nbgrader.name(self.sample, lang)
        folder.mkdir(parents=True)
        (folder / build.file_name(self.sample, lang)).write_text(json.dumps(notebook))

    def grade(self, student: str, lang: str) -> dict[str, float]:
        """Points by case; a case that waits for a person is missing."""
        from nbgrader.api import Gradebook

        name = nbgrader.name(self.sample, lang)
        result = self.api.autograde(name, student)
        assert result["success"], result["log"]
        with Gradebook(f"sqlite:///{self.home}/gradebook.db", "autograder") as gradebook:
            (notebook,) = gradebook.find_submission(name, student).notebooks
            return {g.name.split("-")[1]: g.auto_score for g in notebook.grades if not g.needs_manual_grade}

    def feedback(self, student: str, lang: str) -> str:
        name = nbgrader.name(self.sample, lang)
        result = self.api.generate_feedback(name, student)
        assert result["success"], result["log"]
        return (
            self.home / "feedback" / student / name / f"{Path(build.file_name(self.sample, lang)).stem}.html"
        ).read_text("utf-8")


@pytest.fixture
def course(sample: Assignment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")  # it runs `alembic`
    monkeypatch.setenv("PYTHONPATH", str(Path(autograder.__file__).parents[1]))
    return Course(sample, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["es", "en"])
def test_the_kit_s_own_notebook_is_graded_in_full(course: Course, lang: str):
    course.generate(lang)
    student = build.outputs(course.sample)[build.file_name(course.sample, lang)]
    for submission, passed in EXPECTED.items():
        course.submit(submission.__name__, lang, submission(student))
        points = {c.name: c.points if c.name in passed else 0 for c in course.sample.cases}
        assert course.grade(submission.__name__, lang) == points, submission.__name__


@pytest.mark.slow
def test_so_is_the_notebook_that_nbgrader_releases(course: Course):
    release = course.generate("es").read_bytes()
    assert b"7.25" not in release  # of a hidden test
    assert b"np.asarray" not in release  # of a solution
    course.submit("ada", "es", submissions.perfect(release))
    assert sum(course.grade("ada", "es").values()) == 7.5


@pytest.mark.slow
def test_a_cell_that_changes_the_folder_costs_nothing(course: Course):
    course.generate("es")
    notebook = submissions.perfect(build.outputs(course.sample)["small_steps.es.ipynb"])
    notebook["cells"].append(submissions.code("import os\nos.chdir('data')"))
    course.submit("ada", "es", notebook)
    assert sum(course.grade("ada", "es").values()) == 7.5


@pytest.mark.slow
def test_feedback_shows_the_sentence_of_a_hidden_test_and_nothing_else_of_it(course: Course):
    course.generate("es")
    course.submit("ada", "es", submissions.wrong(build.outputs(course.sample)["small_steps.es.ipynb"]))
    course.grade("ada", "es")
    page = course.feedback("ada", "es")
    assert "funciona con una tabla" in page
    assert not [secret for secret in ("7.25", "Hidden cases", "assert_unchanged", "HIDDEN TESTS") if secret in page]


@pytest.mark.slow
def test_generating_again_after_submissions_is_no_error_while_the_cases_are_the_same(course: Course):
    course.generate("es")
    course.submit("ada", "es", submissions.perfect(build.outputs(course.sample)["small_steps.es.ipynb"]))
    course.grade("ada", "es")
    course.generate("es")
