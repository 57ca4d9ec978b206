"""Measure train_dense in the very configurations of its cases, once per seed, and append to train_dense.csv.

    nice python solutions/04_optimizers/calibration/train_dense.py [runs]     goes on where it stopped
    python solutions/04_optimizers/calibration/train_dense.py report          prints the table

train_dense.csv (answer, case, seed, accuracy): the reference, which the thresholds must let pass; another right answer; and
mistakes, which some case must keep out. Of "integers", whose two images are either right or wrong, it is the lower of the
probabilities that their right classes get. One thread, as in the grader.
"""

from __future__ import annotations

import os

os.environ |= {"OMP_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}

import csv
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

FOLDER = Path(__file__).resolve().parents[1]
TABLE = Path(__file__).with_suffix(".csv")
sys.path[:0] = [str(FOLDER), str(FOLDER.parents[1])]

import tests_hidden
import tests_public

from autograder import assignment
from autograder.child import training

Train = Callable[[Any, np.ndarray, np.ndarray], Any]
BOUNDS = {"digits": tests_hidden.AT_LEAST, "sorted": tests_hidden.AT_LEAST_OF_FEW, "brightness": 0.9, "integers": 0.5}
NAMES: dict[str, Any] = {}
for source in assignment.load(FOLDER).program():
    exec(source, NAMES)


def digits(train: Train) -> float:
    """The hidden case train_reads_digits."""
    known, new = tests_hidden._digits()
    return _accuracy(train(NAMES["build_dense"](64, 10, "adam"), *known), *new)


def in_order(train: Train) -> float:
    """The hidden case train_reads_sorted_digits."""
    known, new = tests_hidden._digits()
    return _accuracy(train(NAMES["build_dense"](64, 10, "rmsprop"), *tests_hidden._sorted(*known, each=30)), *new)


def brightness(train: Train) -> float:
    """The public case train_brightness."""
    lesson = tests_public._brightness(np.random.default_rng(16), 170, 160, 70)
    model = train(NAMES["build_dense"](12, 3, "adam"), *lesson)
    return _accuracy(model, *tests_public._brightness(np.random.default_rng(61), 60, 60, 60))


def integers(train: Train) -> float:
    """The public case train_integers."""
    X, y = tests_public._stripes()
    model = train(NAMES["build_dense"](4, 2, "adam"), X, y)
    return float(model.predict(X[:2] / 16, verbose=0)[[0, 1], y[:2]].min())


def _accuracy(model: Any, X: np.ndarray, y: np.ndarray) -> float:
    return float(np.mean(model.predict(X / 16, verbose=0).argmax(axis=1) == y))


CASES = {"digits": digits, "sorted": in_order, "brightness": brightness, "integers": integers}


def _answer(epochs: int = 25, batch: int = 32, scale: float = 16, **options: Any) -> Train:
    def train(model: Any, X: np.ndarray, y: np.ndarray) -> Any:
        model.fit(X / scale, y, batch_size=batch, epochs=epochs, verbose=0, **options)
        return model

    return train


ANSWERS: dict[str, tuple[Train, int]] = {  # and how many runs, in percent of those of the reference
    "reference": (NAMES["train_dense"], 100),
    "20 epochs": (_answer(epochs=20), 5),
    "50 epochs, batches of 128": (_answer(epochs=50, batch=128), 5),
    "wrong: not scaled": (_answer(scale=1), 5),
    "wrong: divided by 255": (_answer(scale=255), 5),
    "wrong: 1 epoch": (_answer(epochs=1), 5),
    "wrong: 3 epochs": (_answer(epochs=3), 5),
    "wrong: validation_split": (_answer(validation_split=0.2), 5),
}


def main(runs: int) -> None:
    """Add what is missing of `runs` seeds."""
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    training.settle()
    done = {(row["answer"], row["case"], int(row["seed"])) for row in _rows()}
    with TABLE.open("a", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        if not file.tell():
            table.writerow(["answer", "case", "seed", "accuracy"])
        for seed in range(runs):
            for answer, (train, percent) in ANSWERS.items():
                for case, measure in CASES.items():
                    if seed * 100 < runs * percent and (answer, case, seed) not in done:
                        keras.backend.clear_session()
                        keras.utils.set_random_seed(seed)
                        table.writerow([answer, case, seed, f"{measure(train):.4f}"])
                        file.flush()


def _rows() -> list[dict[str, str]]:
    if not TABLE.is_file():
        return []
    with TABLE.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def report() -> None:
    """Runs, mean, deviation, extremes; how many deviations the mean is above the bound; how many runs pass."""
    found = defaultdict(list)
    for row in _rows():
        found[row["case"], row["answer"]].append(float(row["accuracy"]))
    for (case, answer), values in sorted(found.items()):
        mean, deviation, bound = float(np.mean(values)), float(np.std(values)), BOUNDS[case]
        away = (mean - bound) / max(deviation, 1e-4)
        passed = sum(v >= bound for v in values)
        print(
            f"{case:11}{answer:27}n={len(values):4}  {mean:.4f} ± {deviation:.4f}  [{min(values):.4f}, {max(values):.4f}]"
            f"  bound {bound}: {away:+.1f} deviations, {passed} pass"
        )


if __name__ == "__main__":
    report() if sys.argv[1:] == ["report"] else main(int(sys.argv[1]) if len(sys.argv) > 1 else 120)
