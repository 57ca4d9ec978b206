"""One attack of the corpus: its file, what it may earn, and the submissions it makes."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder import intake, submission
from autograder.submission import Submission

HERE = Path(__file__).resolve().parent
SETTING = re.compile(r"^(earns|on|seconds|students|slow): *(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Attack:
    """`corpus/<family>/<name>.py` is a student's file; `made/<family>/<name>.py` writes files with `make(folder)`.

    Its docstring begins with one line, "what it tries -> what must happen"; settings may follow, one a line:

        earns: 8            the points that the honest part of it deserves (0)
        on: sandpit         the assignment it is handed in for (02_activations)
        seconds: 0.5        the time limit of each case (1)
        students: eve, bob  made files only: whom they are attributed to (eve)
        slow: yes           it waits for real: left out of the quick tests
    """

    path: Path
    tries: str
    must: str
    settings: dict[str, str]

    @property
    def family(self) -> str:
        return self.path.parent.name

    @property
    def made(self) -> bool:
        return self.path.parents[1].name == "made"

    @property
    def earns(self) -> float:
        return float(self.settings.get("earns", 0))

    @property
    def assignment(self) -> str:
        return self.settings.get("on", "02_activations")

    @property
    def seconds(self) -> float:
        return float(self.settings.get("seconds", 1.0))

    @property
    def students(self) -> set[str]:
        return set(self.settings.get("students", "eve").split(", "))

    def submissions(self, folder: Path) -> list[Submission]:
        """What the grader reads of it; `folder` is empty and for its use."""
        if not self.made:
            return [submission.read(self.path.read_bytes(), "eve", "eve.py")]
        spec = importlib.util.spec_from_file_location("made", self.path)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.make(folder)
        return intake.submissions(folder, self.assignment)


def corpus() -> Iterator[Attack]:
    """Every attack, sorted by family and name."""
    for path in sorted([*HERE.glob("corpus/*/*.py"), *HERE.glob("made/*/*.py")]):
        text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        tries, arrow, must = text.partition("\n")[0].partition(" -> ")
        assert arrow, f"{path} does not begin with what it tries -> what must happen"
        yield Attack(path, tries, must, dict(SETTING.findall(text)))
