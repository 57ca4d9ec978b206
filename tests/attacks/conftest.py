"""What the attacks are run against: real sandboxes, secrets in many places, honest neighbours."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from autograder import assignment, judge
from autograder.assignment import Assignment
from autograder.outcome import Grade, Outcome
from autograder.sandbox import Sandbox, watch
from autograder.submission import Submission

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LIMITS = judge.Limits(cell=1.5, submission=25.0)
HIDDEN_NUMBERS = ("654.321987", "-27.25, -33.5", "3.123456789e-07", "7.5309")  # inputs of hidden cases alone


def at_speed(one: Assignment, seconds: float) -> Assignment:
    """The assignment with this time limit on each of its cases."""
    questions = (replace(q, cases=tuple(replace(c, seconds=seconds) for c in q.cases)) for q in one.questions)
    return replace(one, questions=tuple(questions))


def outcomes(grade: Grade) -> dict[str, Outcome]:
    """How each case ended."""
    return {c.case: c.outcome for q in grade.questions for c in q.cases}


class Arena:
    """Assignments with secrets in them, a sandbox, and what honest submissions deserve."""

    def __init__(self, root: Path, canary: str, backend: str | None = None):
        self.root, self.box = root, Sandbox(backend=backend)
        self.assignments = {name: self._planted(folder, canary) for name, folder in {
            "02_activations": ROOT / "solutions" / "02_activations", "sandpit": HERE / "sandpit"}.items()}  # fmt: skip
        self.honest = {name: self._honest(one) for name, one in self.assignments.items()}
        self.deserved = {
            name: [outcomes(self.grade(s, name, seconds=30.0)) for s in both] for name, both in self.honest.items()
        }

    def _planted(self, folder: Path, canary: str) -> Assignment:
        copy = self.root / folder.name
        shutil.copytree(folder, copy)
        for name in ("tests_public.py", "tests_hidden.py"):
            path = copy / name
            path.write_text(path.read_text("utf-8") + f'\n\nSECRET_{name[6:12].upper()} = "{canary}"\n', "utf-8")
        notebook = copy / "notebook.py"
        text = notebook.read_text("utf-8").replace("# BEGIN SOLUTION\n", f"# BEGIN SOLUTION\n    # {canary}\n")
        notebook.write_text(text, "utf-8")
        return assignment.load(copy)

    @staticmethod
    def _honest(one: Assignment) -> list[Submission]:
        """A right submission, and one with everybody's mistakes in it."""
        wrong = {q.name: q.wrong[0].source for q in one.questions[::2] if q.wrong}
        wrong = wrong or {one.questions[0].name: "def descend(gradient, w, steps):\n    return w - gradient(w)"}
        programs = (one.program(), one.program(wrong))
        return [Submission(n, f"{n}.ipynb", tuple(p)) for n, p in zip(("ana", "luis"), programs, strict=True)]

    def grade(self, one: Submission, name: str = "02_activations", seconds: float = 1.0) -> Grade:
        """Its grade, in the shared sandbox."""
        return judge.grade(one, at_speed(self.assignments[name], seconds), self.box.spawn, LIMITS)

    def check_neighbours(self, name: str) -> None:
        """The honest submissions still get exactly what they deserve."""
        for one, deserved in zip(self.honest[name], self.deserved[name], strict=True):
            grade = self.grade(one, name, seconds=30.0)
            assert outcomes(grade) == deserved
            assert grade.notes == ()

    def check_nothing_left(self) -> None:
        """No process below the zygotes."""
        for zygote in self.box._zygotes.values():
            assert zygote._watch is not None
            own, started = zygote._watch._zygote, time.monotonic()
            while (left := watch.children(own)) and time.monotonic() - started < 3:
                time.sleep(0.01)
            assert not left


@dataclass(frozen=True)
class Canaries:
    """A word that no student may ever read, in the places where one might look for it."""

    word: str
    files: tuple[Path, ...]


@pytest.fixture(scope="session")
def canaries() -> Iterator[Canaries]:
    word = f"canary{os.getpid()}bird"
    files = tuple(f / f".{word}-secret.py" for f in (Path.home(), Path("/tmp"), Path("/dev/shm")))
    for path in files:
        path.write_text(f"SECRET = '{word}'\n")
    os.environ["AUTOGRADER_SECRET"] = word
    yield Canaries(word, files)
    del os.environ["AUTOGRADER_SECRET"]
    for path in files:
        path.unlink()


@pytest.fixture(scope="session")
def arena(tmp_path_factory: pytest.TempPathFactory, canaries: Canaries) -> Iterator[Arena]:
    before = judge.GRACE
    judge.GRACE = 1.0
    one = Arena(tmp_path_factory.mktemp("arena"), canaries.word)
    rosa = Submission("rosa", "rosa.py", (f"secret = '{canaries.word}'\nopen('/tmp/{canaries.word}', 'w').write(secret)",))
    one.grade(rosa)  # another student, whose work was in the same sandbox before
    yield one
    one.box.close()
    judge.GRACE = before
