"""A whole batch from the command line: killed, interrupted, regraded, adjusted."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.test_assignment import edit
from tests.test_cli import ROOT, autograder
from tests.test_judge import NUMPY, RELU, SCALER
from tests.test_submission import notebook

ABS = "def relu(x):\n    return np.abs(x)"
ODD = "def relu(x):\n    return object()"
SLOW = "import time\ntime.sleep(0.15)"
GRADE = ("grade", "98_toy", "class", "--out", "out")


def students(place: Path, count: int) -> None:
    (place / "class").mkdir()
    for number in range(count):
        cells = (NUMPY, SLOW, (RELU, ABS, ODD)[number % 3], f"# {number}", SCALER)
        (place / "class" / f"s{number:02}.ipynb").write_bytes(notebook(*cells))


@pytest.fixture
def place(toy) -> Path:
    return toy.parent.parent


def start(place: Path, *arguments: str) -> subprocess.Popen:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "en_US.UTF-8"}
    return subprocess.Popen(
        [sys.executable, "-m", "autograder", *arguments],
        cwd=place, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job would ignore Ctrl-C
    )  # fmt: skip


def kept(place: Path) -> int:
    """Submissions in the gradebook."""
    try:
        with sqlite3.connect(f"file:{place / 'out' / 'gradebook.sqlite'}?mode=ro", uri=True) as database:
            return database.execute("SELECT COUNT(DISTINCT submission) FROM results").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def until_kept(place: Path, count: int, grader: subprocess.Popen) -> None:
    while kept(place) < count and grader.poll() is None:
        time.sleep(0.02)


def files(place: Path) -> dict[str, bytes]:
    """Everything written for people and programs."""
    out = place / "out"
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file() and "sqlite" not in p.name}


def scores(place: Path) -> dict[str, float]:
    with (place / "out" / "grades.csv").open(encoding="utf-8") as file:
        return {row["student"]: float(row["score"]) for row in csv.DictReader(file)}


def test_a_batch_killed_at_any_moment_ends_with_the_same_bytes(place):
    students(place, 60)  # enough for the third kill to come before the end
    assert autograder(*GRADE, cwd=place).returncode == 0
    whole = files(place)
    (place / "out").rename(place / "whole")
    rng, seen = random.Random(), []
    for _ in range(3):
        grader = start(place, *GRADE)
        until_kept(place, (seen[-1] if seen else 0) + rng.randint(1, 6), grader)
        time.sleep(rng.random() * 0.2)
        assert grader.poll() is None, grader.communicate()
        os.kill(grader.pid, signal.SIGKILL)
        grader.communicate()
        seen.append(kept(place))
    assert seen == sorted(seen)
    assert seen[0] > 0
    assert autograder(*GRADE, cwd=place).returncode == 0
    assert files(place) == whole
    assert len(whole) == 63


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_batch_says_how_to_go_on(place, number):
    students(place, 24)
    grader = start(place, *GRADE)
    until_kept(place, 3, grader)
    os.killpg(grader.pid, number)  # as a terminal does: to the whole group
    _, said = grader.communicate(timeout=30)
    assert grader.returncode == 130, said
    assert "of 24 are graded and kept: run the same command again" in said
    assert "Traceback" not in said
    already = kept(place)
    assert 3 <= already < 24
    done = autograder(*GRADE, "--json", cwd=place)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["progress"]["done"] for line in lines] == list(range(1, 25))
    assert {line["progress"]["total"] for line in lines} == {24}
    assert lines[-1]["progress"]["left"] == 0
    assert not any(c["outcome"] == "killed" for line in lines for q in line["questions"] for c in q["cases"])


def test_regrade_says_who_changes_before_it_keeps_anything(place, toy):
    students(place, 6)
    autograder(*GRADE, cwd=place)
    before = files(place)
    edit(toy, "tests_hidden.py", 'np.array([[-7.25, 7.25]])), np.array([[0.0, 7.25]])', 'np.array([[-7.25, 7.25]])), np.array([[7.25, 7.25]])')
    again = ("regrade", "98_toy", "class", "--out", "out")
    said = autograder(*again, cwd=place)
    assert said.returncode == 0, said.stderr
    assert "s00: 7.5 → 4.5  (relu 5 → 2)" in said.stdout
    assert "Nothing is kept yet" in said.stdout
    assert files(place) == before
    assert scores(place)["s00"] == 7.5
    assert autograder(*again, "--keep", cwd=place).returncode == 0
    assert scores(place)["s00"] == 4.5
    assert "0 of 6 students change." in autograder(*again, cwd=place).stdout


def test_an_adjustment_is_seen_everywhere_and_survives_a_regrade(place, toy):
    students(place, 3)
    autograder(*GRADE, cwd=place)
    done = autograder("adjust", "out", "s01", "relu", "3.5", "--reason", "a sound <idea>", cwd=place)
    assert done.returncode == 0, done.stderr
    edit(toy, "tests_hidden.py", "-7.25, 7.25]]))", "-7.5, 7.25]]))")
    autograder("regrade", "98_toy", "class", "--out", "out", "--keep", cwd=place)
    autograder(*GRADE, cwd=place)
    assert scores(place)["s01"] == 6.0
    note = "relu: 3.5 points given by hand"
    assert note in (place / "out" / "index.html").read_text("utf-8")
    page = (place / "out" / "feedback" / "s01.html").read_text("utf-8")
    assert note in page and "a sound &lt;idea&gt;" in page
    assert autograder("adjust", "out", "s01", "relu", "--remove", cwd=place).returncode == 0
    assert scores(place)["s01"] == 2.5


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["adjust", "out", "s00", "relu", "3"], "points and --reason"),
        (["adjust", "out", "s00", "relu", "--remove", "3"], "points and --reason"),
        (["adjust", "out", "s00", "rely", "3", "--reason", "x"], "There are: relu, Scaler"),
        (["adjust", "nowhere", "s00", "relu", "3", "--reason", "x"], "run `autograder grade` first"),
        (["regrade", "98_toy", "class", "--out", "nowhere"], "run `autograder grade` first"),
        (["grade", "98_toy", "class", "--out", "other", "--dask", "nonsense://"], "no Dask cluster"),
    ],
)
def test_a_mistake_is_a_sentence(place, arguments, words):
    students(place, 1)
    autograder(*GRADE, cwd=place)
    done = autograder(*arguments, cwd=place)
    assert (done.returncode, words in done.stderr, "Traceback" in done.stderr) == (2, True, False), done.stderr
