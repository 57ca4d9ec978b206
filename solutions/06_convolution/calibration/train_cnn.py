"""Train the reference many times in the cases' configurations, and write train_cnn.csv: a seed and three accuracies.

Run it from the repository's root, with one thread, as the grader has:

    OMP_NUM_THREADS=1 python solutions/06_convolution/calibration/train_cnn.py 120

The committed table has the bands and the columns for the first 49 seeds only: all of them are 1.
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


def main(runs: int) -> None:
    """One row per seed, in order; then the figures that set the thresholds."""
    answers: dict[str, Any] = {"__name__": "reference"}
    for source in assignment.load(FOLDER).program():
        exec(source, answers)
    public, hidden = tests("tests_public"), tests("tests_hidden")
    lessons = {
        "bands": (public._bands(300, 47), public._bands(100, 48)),
        "columns": (hidden._columns(300, 61), hidden._columns(100, 62)),
        "digits": (hidden._lesson(), hidden._exam()),
    }
    rows = []
    with (FOLDER / "calibration" / "train_cnn.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["seed", *lessons])
        for seed in range(runs):
            rows.append([accuracy(answers, seed, *lesson) for lesson in lessons.values()])
            table.writerow([seed, *(f"{share:.3f}" for share in rows[-1])])
            file.flush()
    for name, shares in zip(lessons, np.array(rows).T, strict=True):
        print(f"{name}: mean {shares.mean():.4f}, deviation {shares.std(ddof=1):.4f}, lowest {shares.min():.3f}")


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
