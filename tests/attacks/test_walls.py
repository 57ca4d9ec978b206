"""What the corpus cannot show from inside: limits seen from outside, reports of evil names, the Keras child's walls."""

from __future__ import annotations

import csv
import io
import os
import signal
import time
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from autograder import judge
from autograder.errors import ChildDied, SandboxError
from autograder.remote import Session
from autograder.report import page, terminal
from autograder.sandbox import Sandbox, Zygote, zygote
from autograder.submission import Submission
from tests.attacks.attack import corpus
from tests.attacks.conftest import Arena

TOGETHER = """
import os, time
def f(each):
    for _ in range(10):
        if os.fork() == 0:
            kept = bytearray(each << 20)
            kept[::4096] = bytes(len(kept[::4096]))
            time.sleep(60)
    time.sleep(60)
"""


def test_processes_that_together_take_too_much_memory_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(zygote.TOGETHER, True, 300 << 20)
    with Zygote(scratch=True) as one:
        child = one.spawn()
        child.deadline = time.monotonic() + 20
        session = Session(child)
        session.run(TOGETHER, "<cell 1>", 5)
        with pytest.raises(ChildDied):
            session.get("f")(60)
        assert child.deadline - time.monotonic() > 5
        child.close()


def test_what_only_looks_large_is_let_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(zygote.TOGETHER, True, 300 << 20)
    with Zygote(scratch=True) as one:
        child = one.spawn()
        session = Session(child)
        assert session.run("import mmap, time\nmap = mmap.mmap(-1, 900 << 20, 34)\ntime.sleep(0.3)", "<cell 1>", 5) == []
        assert session.has("map")
        child.close()


def test_closing_twice_does_no_harm_and_a_zygote_that_is_gone_is_noticed() -> None:
    with Zygote(scratch=True) as one:
        first, second = one.spawn(), one.spawn()
        first.close()
        first.close()
        os.kill(one._process.pid, signal.SIGKILL)
        with pytest.raises(ChildDied):
            _ask_until_it_is_gone(Session(second))
        assert not second.alive
        with pytest.raises((SandboxError, OSError)):
            second.close()


def _ask_until_it_is_gone(session: Session) -> None:
    while not session.has("x"):
        pass


def test_a_sandbox_starts_again_after_its_zygote_was_killed(arena: Arena) -> None:
    with Sandbox() as box:
        box.spawn(True).close()
        os.kill(box._zygotes[True]._process.pid, signal.SIGKILL)
        honest = arena.honest["sandpit"][0]
        with pytest.raises((SandboxError, OSError)):
            judge.grade(honest, arena.assignments["sandpit"], box.spawn)
        box.close()
        again = judge.grade(honest, arena.assignments["sandpit"], box.spawn)
        assert again.score == again.max_score


def test_a_very_long_cell_arrives_whole(arena: Arena) -> None:
    long = "numbers = [" + "1234567, " * 60_000 + "]\nassert len(numbers) == 60_000\n"
    grade = arena.grade(Submission("ana", "a.py", (long + "def centre(x):\n    return x - x.mean()",)), "sandpit")
    assert (grade.score, grade.notes) == (3, ())


NAMES = ["../../evil", "/etc/passwd", '=HYPERLINK("evil")', "@SUM(1)", "+1", "-1", "\t=1", "<script>alert(1)</script>",
         "\x1b[2Jred\u202e", "a" * 5000, "", ".", "..", "CON", "a\x00b", "ana", "ANA", "a\nb,c\"d"]  # fmt: skip


def test_reports_of_evil_names(arena: Arena, tmp_path: Path) -> None:
    grade = arena.grade(Submission("eve", "e.py", ("raise ValueError('=1+1')",)))
    grades = [replace(grade, student=name, file=name) for name in NAMES]
    page.write_report(grades, tmp_path / "out", "en")
    assert {p.name for p in tmp_path.iterdir()} == {"out"}
    assert len(list((tmp_path / "out" / "feedback").iterdir())) == len(NAMES)
    for path in tmp_path.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<script>alert" not in text
        assert not {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs")} - {"\n", "\t"}
    with (tmp_path / "out" / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == len(NAMES) + 1
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "@", "-"))]
    shown = io.StringIO()
    terminal.print_class(grades, "en", Console(file=shown, width=100))
    terminal.print_grade(grades[8], "en", Console(file=shown, width=100))
    assert not {c for c in shown.getvalue() if unicodedata.category(c) in ("Cc", "Cf", "Cs")} - {"\n"}


@pytest.mark.slow
def test_the_walls_around_keras_are_the_same() -> None:
    escapes = [a for a in corpus() if a.family == "escapes"]
    assert len(escapes) >= 8
    with Sandbox() as box:
        for attack in escapes:
            child = box.spawn(False)
            child.deadline = time.monotonic() + 60
            session = Session(child)
            try:
                session.run(attack.path.read_text(), "<cell 1>", 30)
                assert session.get("relu")([-1.0]) == [-1.0], attack.path
            except ChildDied:
                assert attack.path.stem == "old_system_calls"  # the filter's answer to a foreign processor
            child.close()
