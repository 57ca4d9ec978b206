"""A batch with hostile submissions in it, and with parts of the grader killed: every honest grade is exact."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder import judge, workers
from autograder.outcome import Grade
from autograder.sandbox import watch
from autograder.submission import Submission
from tests.attacks.attack import corpus
from tests.attacks.conftest import Arena, at_speed, outcomes

pytestmark = pytest.mark.slow
NAME = "02_activations"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorter limits, which the workers inherit."""
    real = judge.grade
    limits = judge.Limits(cell=1.5, submission=40.0)
    monkeypatch.setattr(judge, "grade", lambda *args, **more: real(*args, limits=limits, **more))


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No process of a batch outlives it."""
    before = watch.tree(os.getpid())
    yield
    started = time.monotonic()
    while (left := watch.tree(os.getpid()) - before) and time.monotonic() - started < 10:
        time.sleep(0.05)
    assert not {name(p) for p in left}


def name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def batch(arena: Arena, honest: int, hostile: list[Submission]) -> list[Submission]:
    """So many honest submissions, good and bad by turns, with the hostile ones among them."""
    pair = arena.honest[NAME]
    mixed = [pair[n % 2] for n in range(honest)] + hostile
    random.Random(4).shuffle(mixed)
    return mixed


def check(arena: Arena, submissions: list[Submission], grades: dict[int, Grade]) -> None:
    assert sorted(grades) == list(range(len(submissions)))
    deserved = dict(zip(("ana", "luis"), arena.deserved[NAME], strict=True))
    for number, one in enumerate(submissions):
        if one.student in deserved:
            assert outcomes(grades[number]) == deserved[one.student]
        else:
            assert grades[number].score <= 13
            assert not grades[number].internal


def test_thirty_hostile_submissions_among_sixty(arena: Arena, tmp_path: Path) -> None:
    attacks = [a for a in corpus() if not a.made and a.assignment == NAME]
    chosen = random.Random(1).sample(attacks, 30)
    submissions = batch(arena, 30, [s for a in chosen for s in a.submissions(tmp_path)])
    one = at_speed(arena.assignments[NAME], 2.0)
    check(arena, submissions, dict(workers.grade_many(submissions, one, jobs=2)))


def kill_later(kind: str, rng: random.Random, killed: list[str]) -> None:
    """SIGKILL to a random worker or a random process of a zygote's sandbox, a moment from now."""

    def kill() -> None:
        below = {p for p in watch.children(os.getpid()) if name(p) != "bwrap"}  # not the arena's own sandbox
        found = {w: {p for p in watch.tree(w) if name(p) == "bwrap"} for w in below}
        targets = sorted(w for w in found if found[w]) if kind == "worker" else sorted(set().union(*found.values()))
        if targets:
            os.kill(rng.choice(targets), signal.SIGKILL)
            killed.append(kind)

    threading.Timer(rng.uniform(0, 0.3), kill).start()


LOSSES = {"zygote": "ZYGOTES", "worker": "BREAKS"}


@pytest.mark.parametrize("kind", ["zygote", "worker"])
def test_parts_of_the_grader_killed_at_random_moments(arena: Arena, kind: str) -> None:
    rng = random.Random(kind)
    submissions = batch(arena, 40, [])
    grades: dict[int, Grade] = {}
    killed: list[str] = []
    # However close together they fall, no submission loses as many zygotes as it may, nor a batch as many workers.
    moments = {"zygote": range(4, 36, 10), "worker": (5, 20)}[kind][: getattr(workers, LOSSES[kind]) - 1]
    for number, grade in workers.grade_many(submissions, at_speed(arena.assignments[NAME], 10.0), jobs=2):
        grades[number] = grade
        if len(grades) in moments:
            kill_later(kind, rng, killed)
    assert len(killed) >= 2
    check(arena, submissions, grades)
