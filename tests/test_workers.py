"""Batches on all cores: what one judge finds, whatever happens to the workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from autograder import assignment, judge, workers
from autograder.submission import Submission
from tests.test_judge import NUMPY, RELU, SCALER

ROOT = Path(__file__).resolve().parent.parent


def submission(student: str, *cells: str) -> Submission:
    return Submission(student, f"{student}.ipynb", cells or (NUMPY, RELU, SCALER))


@pytest.fixture
def one(toy):
    return assignment.load(toy)


def test_workers_grade_like_one_judge(one, box):
    found = [submission("ana"), submission("eva", NUMPY, RELU), submission("luz", NUMPY, "def relu(x): return x")]
    alone = [judge.grade(s, one, box.spawn) for s in found]
    together = dict(workers.grade_many(found, one, jobs=2))
    assert [replace(together[n], seconds=0, questions=_timeless(together[n])) for n in range(3)] == [
        replace(g, seconds=0, questions=_timeless(g)) for g in alone
    ]


def _timeless(grade):
    return tuple(replace(q, cases=tuple(replace(c, seconds=0.0) for c in q.cases)) for q in grade.questions)


def test_a_worker_that_is_killed_costs_a_retry_only(one, monkeypatch, tmp_path):
    fuse = tmp_path / "fuse"
    fuse.touch()
    real = judge.grade

    def fatal_once(*args, **options):
        if fuse.exists():
            fuse.unlink(missing_ok=True)
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **options)

    monkeypatch.setattr(judge, "grade", fatal_once)
    found = [submission(f"s{n}") for n in range(6)]
    grades = dict(workers.grade_many(found, one, jobs=2))
    assert sorted(grades) == list(range(6))
    assert {g.score for g in grades.values()} == {7.5}


def test_a_submission_that_breaks_every_worker_is_internal_and_alone_in_it(one, monkeypatch):
    real = judge.grade

    def fatal_for_eva(submission, *rest, **options):
        if submission.student == "eva":
            os._exit(1)
        return real(submission, *rest, **options)

    monkeypatch.setattr(judge, "grade", fatal_for_eva)
    grades = dict(workers.grade_many([submission(s) for s in ("ana", "eva", "luz")], one, jobs=2))
    assert [grades[n].internal for n in range(3)] == [False, True, False]
    assert grades[1].score == grades[1].max_score


def test_only_the_questions_asked_for_are_tried(one):
    ((_, grade),) = workers.grade_many([submission("ana")], one, only=[frozenset({"Scaler"})])
    assert [q.question for q in grade.questions] == ["Scaler"]
    assert grade.score == 2.5


def test_nothing_outlives_a_grader_that_is_killed(toy):
    """Neither workers nor zygotes: they would hold memory, and the sandbox, for ever."""
    program = (
        "import sys; from pathlib import Path; from autograder import assignment, workers; from autograder.submission import Submission\n"
        f"one = assignment.load(Path({str(toy)!r}))\n"
        "slow = Submission('ana', 'a', ('import time', 'def relu(x):\\n    time.sleep(60)'))\n"
        "print('ready', flush=True); list(workers.grade_many([slow] * 4, one, jobs=2))"
    )
    grader = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=ROOT)
    assert grader.stdout is not None
    grader.stdout.readline()
    started = _until(lambda: [p for p in _below(grader.pid) if "autograder.child.zygote" in _command(p)])
    everything = _below(grader.pid)
    assert started
    grader.kill()
    grader.wait()
    assert _until(lambda: not [p for p in everything if _command(p)]), [_command(p) for p in everything]


def _until(holds, seconds=60.0):
    end = time.monotonic() + seconds
    while not (found := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def _below(pid):
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, path.read_text().split()):
            found += [child, *_below(child)]
    return found


def _command(pid):
    """A process's command line; nothing when it is gone or a zombie."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode()
    except OSError:
        return ""
