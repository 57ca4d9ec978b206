"""Five ways to grade the same notebooks; each returns the wall seconds it took for all of them."""

from __future__ import annotations

import importlib
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from autograder import assignment as assignments
from autograder import build, demo, gradebook, intake, judge, language, precedents, workers
from autograder.assignment import Assignment
from autograder.build import student
from autograder.child import placeholders, program, training
from autograder.remote import Local
from autograder.submission import Submission
from tests import graders

DEADLY = (demo._endless_loop, demo._crash)  # the others wait for these for ever, and a warm process ends with them


def write_class(one: Assignment, folder: Path, students: int) -> list[Path]:
    """A believable class without the mishaps that hang or end a process; paths of the notebooks."""
    demo.MISHAPS = tuple(m for m in demo.MISHAPS if m not in DEADLY)
    notebooks = {lang: student.notebook(one, lang) for lang in language.LANGUAGES}
    return demo.write_class(one, notebooks, folder, students)


def ours(one: Assignment, found: Sequence[Submission], jobs: int | None = None) -> float:
    """`autograder grade` without its reports: sandbox on, all cores, every grade kept in the gradebook."""
    book = Path("bench-book") / "gradebook.sqlite"
    shutil.rmtree(book.parent, ignore_errors=True)
    started = time.perf_counter()
    with gradebook.Gradebook(book) as kept:
        many = partial(workers.grade_many, assignment=one, jobs=jobs)
        grades = list(gradebook.grade_class(found, one, many, kept))
    seconds = time.perf_counter() - started
    shutil.rmtree(book.parent)
    assert len(grades) == len(found) and not any(g.internal for g in grades)
    return seconds


def anew(one: Assignment, found: Sequence[Submission]) -> float:
    """As `ours`, with every verdict computed anew: a class in which no two answers ever reply the same."""
    most, precedents.MOST = precedents.MOST, 0
    try:
        return ours(one, found)
    finally:
        precedents.MOST = most


def limit(one: Assignment, found: Sequence[Submission]) -> float:
    """The same student code, the same cases and the same judge in one warm process per core: no sandbox, no socket."""
    context = multiprocessing.get_context("fork")
    started = time.perf_counter()
    with ProcessPoolExecutor(workers.cores(), context, _warm, (one,)) as pool:
        scores = list(pool.map(_here, found))
    assert len(scores) == len(found)
    return time.perf_counter() - started


class Here(Local):
    """A child that is this very process."""

    alive, deadline = True, 0.0

    def close(self) -> None:
        """Nothing to end."""


def _warm(one: Assignment) -> None:
    global _one
    _one = one
    scratch = all(q.from_scratch for q in one.questions)
    placeholders.install(scratch=scratch)  # TensorFlow can be imported only once
    if not scratch:
        os.environ |= {"TF_NUM_INTEROP_THREADS": "1", "TF_NUM_INTRAOP_THREADS": "1"}
        importlib.import_module("tensorflow")
        training.settle()


def _here(submission: Submission) -> float:
    def spawn(scratch: bool) -> Here:
        return Here(program.fresh_names())

    return judge.grade(submission, _one, spawn).score


class Nbgrader:
    """nbgrader's own API, warm in this process, one submission after the other as it does."""

    def __init__(self, one: Assignment, lang: str, folder: Path):
        self.course, self.count = graders.Course(one, lang, folder), 0

    def __call__(self, notebooks: Sequence[Path]) -> float:
        started = time.perf_counter()
        for path in notebooks:
            self.count += 1
            self.course.points(f"s{self.count}", json.loads(path.read_bytes()))
        return time.perf_counter() - started


class Otter:
    """`otter run`, or its Python API in this process, one submission after the other."""

    def __init__(self, one: Assignment, lang: str, folder: Path, command: bool):
        self.zip = folder / "build" / "otter" / one.name / lang / "autograder.zip"
        self.file, self.out, self.command = folder / build.file_name(one, lang), folder / "otter-out", command
        self.out.mkdir(exist_ok=True)

    def __call__(self, notebooks: Sequence[Path]) -> float:
        started = time.perf_counter()
        for path in notebooks:
            self.file.write_bytes(path.read_bytes())
            if self.command:
                otter = str(Path(sys.executable).parent / "otter")
                subprocess.run(
                    [otter, "run", self.file, "-a", self.zip, "-o", self.out, "--no-logo"],
                    check=True,
                    capture_output=True,
                )
            else:
                from otter.api import grade_submission

                grade_submission(str(self.file), str(self.zip), quiet=True)
        return time.perf_counter() - started


def load(name: str) -> Assignment:
    """The assignment of that name."""
    return assignments.load(assignments.find(name))


def submissions(one: Assignment, folder: Path) -> list[Submission]:
    """What the class in `folder` handed in."""
    return intake.submissions(folder, one.name)
