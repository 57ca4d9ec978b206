"""Compiling a whole assignment."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder import assignment, build
from autograder.assignment import Assignment
from autograder.errors import AssignmentError


def test_students_get_two_notebooks_the_public_tests_and_the_data(sample: Assignment):
    assert sorted({*build.outputs(sample), "misconceptions.json"}) == [
        "assignment.json", "data/heights.csv", "misconceptions.json", "small_steps.en.ipynb", "small_steps.es.ipynb",
        "tests_public.py",
    ]  # fmt: skip


def test_the_same_folder_gives_the_same_bytes(sample: Assignment, folder: Path):
    assert build.outputs(assignment.load(folder)) == build.outputs(sample)


def test_building_twice_changes_nothing(sample: Assignment, tmp_path: Path):
    home = tmp_path / "assignments" / "03_small_steps"
    assert (
        build.stale(sample, tmp_path)
        == build.build(sample, tmp_path)
        == [home / name for name in build.outputs(sample)]
    )
    assert build.build(sample, tmp_path) == build.stale(sample, tmp_path) == []


def test_an_edit_makes_only_what_comes_from_it_stale(sample: Assignment, folder: Path, tmp_path: Path):
    build.build(sample, tmp_path)
    text = (folder / "notebook.py").read_text("utf-8")
    (folder / "notebook.py").write_text(text.replace("Dos preguntas", "Un par de preguntas"), "utf-8")
    assert build.stale(assignment.load(folder), tmp_path) == [
        tmp_path / "assignments/03_small_steps/small_steps.es.ipynb"
    ]


def test_a_file_that_is_no_longer_made_is_stale_and_then_gone(sample: Assignment, folder: Path, tmp_path: Path):
    build.build(sample, tmp_path)
    (folder / "data" / "heights.csv").rename(folder / "data" / "metres.csv")
    found = assignment.load(folder)
    home = tmp_path / "assignments" / "03_small_steps"
    expected = [home / "data/heights.csv", home / "data/metres.csv"]
    assert build.stale(found, tmp_path) == build.build(found, tmp_path) == expected
    assert not (home / "data/heights.csv").exists()


def test_other_assignments_are_left_alone(sample: Assignment, tmp_path: Path):
    other = tmp_path / "assignments" / "04_other" / "notes.txt"
    other.parent.mkdir(parents=True)
    other.write_text("mine")
    build.build(sample, tmp_path)
    assert other.read_text() == "mine"


def test_a_leak_stops_the_build_before_anything_is_written(folder: Path, tmp_path: Path):
    (folder / "data" / "notes.txt").write_text("see remembers_the_mean")
    with pytest.raises(AssignmentError, match=r"assignments/03_small_steps/data/notes\.txt:1: .*remembers_the_mean"):
        build.build(assignment.load(folder), tmp_path)
    assert not (tmp_path / "assignments").exists()


@pytest.mark.slow
def test_graders_get_an_otter_zip_and_an_nbgrader_assignment_for_each_language(sample: Assignment, tmp_path: Path):
    changed = build.build_graders(sample, tmp_path)
    home = tmp_path / "build"
    assert sorted(p.relative_to(home).as_posix() for p in changed if p.suffix in (".zip", ".ipynb", ".py")) == [
        "nbgrader/nbgrader_config.py",
        "nbgrader/source/03_small_steps.en/small_steps.en.ipynb",
        "nbgrader/source/03_small_steps.en/tests_public.py",
        "nbgrader/source/03_small_steps.es/small_steps.es.ipynb",
        "nbgrader/source/03_small_steps.es/tests_public.py",
        "otter/03_small_steps/en/autograder.zip",
        "otter/03_small_steps/es/autograder.zip",
    ]
    (home / "nbgrader" / "gradebook.db").write_text("the course's own")
    assert build.build_graders(sample, tmp_path) == []
    assert (home / "nbgrader" / "gradebook.db").exists()
