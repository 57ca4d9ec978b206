"""A real cluster on this machine: several worker processes, one of which is killed in mid-batch."""

from __future__ import annotations

import io
import os
import signal
import zipfile
from dataclasses import replace

import pytest

from autograder import assignment, cluster, gradebook, workers
from autograder.errors import SandboxError, UsageError
from autograder.submission import Submission
from tests.test_judge import NUMPY, RELU, SCALER

distributed = pytest.importorskip("distributed")

WRONG = "def relu(x):\n    return np.abs(x)"


@pytest.fixture
def one(toy):
    return assignment.load(toy)


@pytest.fixture
def local():
    with distributed.LocalCluster(
        n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as found:
        yield found


def steady(grade):
    return replace(gradebook.steady(grade), seconds=0.0)


@pytest.mark.slow
def test_a_worker_that_is_killed_costs_a_retry_only(one, local, tmp_path):
    """The grades are those of one machine, in a batch that loses a worker half-way."""
    answers = (RELU, WRONG, "import time\ntime.sleep(0.2)\n" + RELU)
    found = [Submission(f"s{n:02}", f"s{n:02}.ipynb", (NUMPY, answers[n % 3], SCALER)) for n in range(30)]
    grades = {}
    with distributed.Client(local) as client:
        pids = client.run(os.getpid)
        for number, grade in cluster.grade_many(found, one, local.scheduler_address):
            grades[number] = grade
            if len(grades) == 6:
                os.kill(min(pids.values()), signal.SIGKILL)
    assert sorted(grades) == list(range(30))
    assert not any(g.internal for g in grades.values())
    here = dict(workers.grade_many(found, one))
    assert {n: steady(g) for n, g in grades.items()} == {n: steady(g) for n, g in here.items()}


@pytest.mark.slow
def test_only_some_questions_and_two_threads_in_a_worker(one):
    with distributed.LocalCluster(1, 2, True, dashboard_address=None, silence_logs=50) as found:
        mine = [Submission(s, s, (NUMPY, RELU, SCALER)) for s in ("ana", "eva")]
        only = [frozenset({"Scaler"}), None]
        grades = dict(cluster.grade_many(mine, one, found.scheduler_address, only=only))
    assert [grades[n].score for n in range(2)] == [2.5, 7.5]


@pytest.mark.slow
def test_a_worker_with_another_kit_is_refused(one, local, monkeypatch):
    monkeypatch.setattr(cluster.tested, "kit", lambda: "another")
    with pytest.raises(SandboxError, match="another version of this kit"):
        list(cluster.grade_many([Submission("ana", "a", (NUMPY,))], one, local.scheduler_address))


def test_no_cluster_is_a_sentence(monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with pytest.raises(UsageError, match="no Dask cluster"):
        cluster.connect("tcp://127.0.0.1:9")


def test_no_answer_travels(one):
    packed = cluster.pack(one.folder)
    assert packed == cluster.pack(one.folder)
    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert names == [f"solutions/98_toy/{n}" for n in ("notebook.py", "tests_public.py", "tests_hidden.py", "data/heights.csv")]


def test_a_hand_that_dies_is_replaced_once(one):
    hand = workers.Hand(one.folder, False)
    data = cluster.msgspec.json.encode((Submission("ana", "a", (NUMPY, RELU, SCALER)), None))
    try:
        first = cluster.msgspec.json.decode(hand.grade(data), type=cluster.Grade)
        assert hand._process is not None
        hand._process.kill()
        again = cluster.msgspec.json.decode(hand.grade(data), type=cluster.Grade)
        assert steady(first) == steady(again)
    finally:
        hand.close()
