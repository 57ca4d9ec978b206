"""An assignment -> the files students get, and those that other graders need; or what of them is stale."""

from __future__ import annotations

from pathlib import Path

from ..assignment import Assignment
from ..errors import AssignmentError
from ..language import LANGUAGES
from . import folder, nbgrader, otter, student
from .leaks import leaks


def outputs(assignment: Assignment) -> dict[str, bytes]:
    """All that students get: path below `assignments/<name>/` -> content."""
    notebooks = {
        file_name(assignment, lang): student.to_bytes(student.notebook(assignment, lang)) for lang in LANGUAGES
    }
    return dict(sorted((notebooks | student.beside(assignment)).items()))


def file_name(assignment: Assignment, lang: str) -> str:
    """A notebook's file: "activations.es.ipynb"."""
    return f"{assignment.stem}.{lang}.ipynb"


def build(assignment: Assignment, root: Path) -> list[Path]:
    """Make `root/assignments/<name>/` hold the outputs and nothing else; returns what changed.

    Raises AssignmentError, and writes nothing, when something secret is among them.
    """
    files = outputs(assignment)
    if found := leaks(assignment, files):
        raise AssignmentError(found)
    return folder.write(_home(assignment, root), files)


def stale(assignment: Assignment, root: Path) -> list[Path]:
    """What `build` would change."""
    return folder.differing(_home(assignment, root), outputs(assignment))


def build_graders(assignment: Assignment, root: Path) -> list[Path]:
    """Write what otter and nbgrader need under `root/build/`, hidden tests included; returns what changed."""
    course = root / "build" / "nbgrader"
    changed = folder.put(course / "nbgrader_config.py", nbgrader.config())
    for lang in LANGUAGES:
        files = {"autograder.zip": otter.archive(assignment, lang), "otter_config.json": otter.config()}
        changed += folder.write(root / "build" / "otter" / assignment.name / lang, files)
        files = {file_name(assignment, lang): nbgrader.source(assignment, lang)} | student.beside(assignment)
        changed += folder.write(course / "source" / nbgrader.name(assignment, lang), files)
    return changed


def _home(assignment: Assignment, root: Path) -> Path:
    return root / "assignments" / assignment.name
