"""The three graders on one submission: points by case."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import autograder
from autograder import build, judge, submission
from autograder.assignment import Assignment
from autograder.build import nbgrader
from autograder.judge import Spawn

Notebook = dict[str, Any]
Points = dict[str, float]


def ours(one: Assignment, notebook: Notebook, spawn: Spawn) -> Points:
    """Points by case from the judge."""
    read = submission.read(json.dumps(notebook).encode(), "ana", "ana.ipynb")
    return {c.case: c.earned for q in judge.grade(read, one, spawn).questions for c in q.cases}


def otters(one: Assignment, lang: str, notebook: Notebook, folder: Path) -> Points:
    """Points by case from otter, with the zip in `folder`/build."""
    from otter.api import grade_submission

    file = folder / build.file_name(one, lang)
    file.write_text(json.dumps(notebook))
    results = grade_submission(str(file), str(folder / "build" / "otter" / one.name / lang / "autograder.zip"), quiet=True)
    found = [r for question in results.results.values() for r in question.test_case_results]
    return {r.test_case.name: r.test_case.points if r.passed else 0 for r in found}


class Course:
    """nbgrader's course in `folder`/build, as an instructor would use it."""

    def __init__(self, one: Assignment, lang: str, folder: Path):
        from nbgrader.apps.api import NbGraderAPI
        from nbgrader.coursedir import CourseDirectory
        from traitlets.config.loader import PyFileConfigLoader

        os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # it runs `alembic`
        os.environ["PYTHONPATH"] = str(Path(autograder.__file__).parents[1])
        self.home, self.name = folder / "build" / "nbgrader", nbgrader.name(one, lang)
        self.file = build.file_name(one, lang)
        config = PyFileConfigLoader(str(self.home / "nbgrader_config.py")).load_config()
        self.api = NbGraderAPI(CourseDirectory(config=config), config=config)
        made = self.api.generate_assignment(self.name)
        assert made["success"], made["log"]

    def points(self, student: str, notebook: Notebook) -> Points:
        """Points by case."""
        from nbgrader.api import Gradebook

        folder = self.home / "submitted" / student / self.name
        folder.mkdir(parents=True)
        (folder / self.file).write_text(json.dumps(notebook))
        done = self.api.autograde(self.name, student)
        assert done["success"], done["log"]
        with Gradebook(f"sqlite:///{self.home}/gradebook.db", "autograder") as gradebook:
            (one,) = gradebook.find_submission(self.name, student).notebooks
            return {g.name.split("-")[1]: g.auto_score for g in one.grades if not g.needs_manual_grade}
