"""SIGKILL to any process of the grader, at any moment of a submission: nothing runs on, behind either backend."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.child import landlock
from autograder.sandbox import Sandbox, watch

JUDGE = """
import os, sys, time
CODE = '''
import os, threading, time
threading.Thread(target=time.sleep, args=(60,)).start()
try:
    if os.fork() == 0:
        time.sleep(60)
except OSError:
    pass
def f():
    while True:
        pass
'''
from autograder.errors import ChildLost, SandboxError
from autograder.remote import Session
from autograder.sandbox import Sandbox, watch
with Sandbox(backend=sys.argv[1]) as box:
    box.spawn(True).close()
    print(os.getpid(), box._zygotes[True].pid, flush=True)
    while True:
        child = box.spawn(True)
        child.deadline = time.monotonic() + 0.3
        try:
            session = Session(child)
            session.run(CODE, '<cell 1>', 5)
            session.get('f')()
        except ChildLost:
            pass
        child.close()
"""
BACKENDS = ["bubblewrap", pytest.param("landlock", marks=pytest.mark.skipif(not landlock.version(), reason="no Landlock"))]


def identity(pid: int) -> str:
    """Which process this is, even when its number is used again; empty when it does not run."""
    try:
        state, *rest = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if state in "ZX" else rest[18]


def above(pid: int, top: int) -> list[int]:
    """A zygote and what lies between it and the judge: bubblewrap's own processes."""
    chain = [pid]
    while (parent := int(Path(f"/proc/{chain[-1]}/stat").read_text().rpartition(")")[2].split()[1])) != top:
        chain.append(parent)
    return chain


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("victim", ["zygote", "outermost", "judge"])
def test_nothing_runs_on_after_a_kill_of_the(victim: str, backend: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    for _ in range(2):
        with subprocess.Popen(
            [sys.executable, "-c", JUDGE, backend], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True
        ) as judge:  # fmt: skip
            assert judge.stdout is not None
            top, zygote = map(int, judge.stdout.readline().split())
            chain = above(zygote, top)
            time.sleep(random.uniform(0, 0.6))
            known = {p: identity(p) for p in watch.tree(top)}
            assert set(chain) <= set(known)
            os.kill({"zygote": zygote, "outermost": chain[-1], "judge": top}[victim], signal.SIGKILL)
            judge.wait(20)  # it cannot go on without its zygote
        started = time.monotonic()
        while (left := {p for p, who in known.items() if who and identity(p) == who}) and time.monotonic() - started < 5:
            time.sleep(0.02)
        assert not left


UNSAFE = """
import os
from autograder.sandbox import Sandbox
box = Sandbox(unsafe=True)
box.spawn(True)
print(box._zygotes[True]._wall.config['work'], flush=True)
os.kill(os.getpid(), 9)
"""


def test_folders_of_a_grader_that_was_killed_are_removed_by_the_next() -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run([sys.executable, "-c", UNSAFE], capture_output=True, text=True, env=environment)
    folder = Path(done.stdout.strip())
    assert folder.is_dir()
    with Sandbox(unsafe=True) as box:
        box.spawn(True).close()
        assert not folder.exists()
