"""Train the reference many times in the cases' configurations, and write train_cnn.csv: a seed and three accuracies.

Run it from the repository's root, with one thread, as the grader has:

    OMP_NUM_THREADS=1 TF_NUM_INTRAOP_THREADS=1 python solutions/06_convolution/calibration/train_cnn.py 120

It computes what the table lacks: delete train_cnn.csv to begin again.
"""

from __future__ import annotations

import csv
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import keras
import numpy as np

from autograder import assignment

FOLDER = Path(__file__).resolve().parents[1]


TABLE = FOLDER / "calibration" / "train_cnn.csv"


def main(runs: int) -> None:
    """One row per seed, in order; then the figures that set the thresholds."""
    answers: dict[str, Any] = {"__name__": "reference"}
    for source in assignment.load(FOLDER).program():
        exec(source, answers)
    lessons = data()
    rows = known(runs, list(lessons))
    for row in rows:
        for name, (lesson, exam) in lessons.items():
            if not row[name]:
                row[name] = f"{accuracy(answers, int(row['seed']), lesson, exam):.3f}"
                write(rows)
    for name in lessons:
        shares = np.array([float(row[name]) for row in rows])
        print(f"{name}: mean {shares.mean():.4f}, deviation {shares.std(ddof=1):.4f}, lowest {shares.min():.3f}")


def data() -> dict[str, Any]:
    """What each case teaches and asks, taken from the cases themselves."""
    public, hidden = tests("tests_public"), tests("tests_hidden")
    return {
        "bands": (public._bands(300, 47), public._bands(100, 48)),
        "columns": (hidden._columns(300, 61), hidden._columns(100, 62)),
        "digits": (hidden._lesson(), hidden._exam()),
    }


def known(runs: int, names: list[str]) -> list[dict[str, str]]:
    """The first `runs` rows of the table, empty where nothing was run yet."""
    rows: list[dict[str, str]] = []
    if TABLE.exists():
        with TABLE.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))[:runs]
    return rows + [{"seed": str(seed), **dict.fromkeys(names, "")} for seed in range(len(rows), runs)]


def write(rows: list[dict[str, str]]) -> None:
    """The whole table, so that an interrupted calibration loses one run."""
    with TABLE.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def accuracy(answers: dict[str, Any], seed: int, lesson: Any, exam: Any) -> float:
    """What a network trained on `lesson` reads of `exam`; each is (X, y)."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(seed)
    model = answers["train_cnn"](answers["build_cnn"](), *lesson)
    return float(np.mean(model.predict(exam[0], verbose=0).argmax(axis=1) == exam[1]))


def tests(name: str) -> ModuleType:
    """A file of cases, for its data."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 120)
