"""What students hand in for the sample: right, wrong, and right in a notebook that had an accident."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

Notebook = dict[str, Any]

RIGHT = {
    "relu": "def relu(x):\n    return np.maximum(np.asarray(x, dtype=float), 0.0)",
    "Scaler": "class Scaler:\n    def fit(self, X):\n        self.m = np.mean(X, axis=0)\n        return self\n\n"
    "    def transform(self, X):\n        return np.asarray(X) - self.m",
}
NEGATIVE = "def relu(x):\n    return np.abs(np.asarray(x, dtype=float))"

ALL = {
    "negatives_become_zero",
    "positives_stay",
    "works_on_tables",
    "leaves_input_alone",
    "columns_are_centred",
    "remembers_the_mean",
}
SCALER = {"columns_are_centred", "remembers_the_mean"}


def filled(data: bytes, **answers: str) -> Notebook:
    """The student's notebook with these answers in it."""
    notebook: Notebook = json.loads(data)
    for cell in notebook["cells"]:
        question = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if question in answers:
            cell["source"] = answers[question].splitlines(keepends=True)
    return notebook


def code(source: str) -> dict[str, Any]:
    """A cell that the student added."""
    return {"cell_type": "code", "id": "mine", "metadata": {}, "outputs": [], "execution_count": None, "source": source}


def perfect(data: bytes) -> Notebook:
    return filled(data, **RIGHT)


def blank(data: bytes) -> Notebook:
    return filled(data)


def wrong(data: bytes) -> Notebook:
    return filled(data, **(RIGHT | {"relu": NEGATIVE}))


def mended_below(data: bytes) -> Notebook:
    notebook = wrong(data)
    notebook["cells"].append(code(RIGHT["relu"]))
    return notebook


def moved(data: bytes) -> Notebook:
    """Both answer cells were deleted, and the answers written in a cell of the student's own."""
    notebook = blank(data)
    notebook["cells"] = [c for c in notebook["cells"] if "nbgrader" not in c["metadata"]]
    notebook["cells"].append(code("\n\n".join(RIGHT.values())))
    return notebook


def copied(data: bytes) -> Notebook:
    """The answer cell was copied, metadata and all, and only the copy is right."""
    notebook = wrong(data)
    place = next(n for n, c in enumerate(notebook["cells"]) if c["id"] == "relu-answer")
    twin = copy.deepcopy(notebook["cells"][place])
    notebook["cells"].insert(place + 1, twin | {"id": "twin", "source": RIGHT["relu"]})
    return notebook


def noisy(data: bytes) -> Notebook:
    """It writes to stderr, and has no check cells."""
    notebook = perfect(data)
    notebook["cells"] = [c for c in notebook["cells"] if not c["id"].endswith("check")]
    notebook["cells"].insert(2, code("import sys\nprint('warning', file=sys.stderr)"))
    return notebook


# a submission -> the cases it passes
EXPECTED: dict[Callable[[bytes], Notebook], set[str]] = {
    perfect: ALL, blank: set(), wrong: SCALER, mended_below: ALL, moved: ALL, copied: ALL, noisy: ALL,
}  # fmt: skip
