"""Measure what `train_mlp`'s cases ask for, over many seeds; writes train_mlp.csv and train_mlp_others.csv.

Run it from the project's root: `python solutions/03_backprop/calibration/train_mlp.py`.
train_mlp.csv (seed, accuracy): the reference, in exactly the configuration of the hidden case.
train_mlp_others.csv (start, seed, digits, ring, numbers): other starts a student may choose, and common mistakes
(marked "wrong: "); `digits` as above, `ring` and `numbers` are the accuracies in two of the public cases.
"""

from __future__ import annotations

import csv
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parents[1]
sys.path[:0] = [str(FOLDER), str(FOLDER.parents[1])]

import tests_hidden

from autograder import assignment

Params = list[tuple[np.ndarray, np.ndarray]]


def normal(scale: Callable[[int, int], float]) -> Callable[[int, int, np.random.Generator], np.ndarray]:
    """A start with normal numbers of this standard deviation."""
    return lambda n, m, rng: rng.standard_normal((n, m)) * scale(n, m)


STARTS = {
    "He, normal": normal(lambda n, m: (2 / n) ** 0.5),
    "Xavier, normal": normal(lambda n, m: (2 / (n + m)) ** 0.5),
    "Xavier, uniform": lambda n, m, rng: rng.uniform(-1, 1, (n, m)) * (6 / (n + m)) ** 0.5,
    "LeCun, normal": normal(lambda n, m: n**-0.5),
    "uniform, 1 / sqrt(fan_in)": lambda n, m, rng: rng.uniform(-1, 1, (n, m)) * n**-0.5,
    "normal, 0.1": normal(lambda n, m: 0.1),
    "normal, 0.01": normal(lambda n, m: 0.01),
}
MISTAKES = ("no training", "gradient added", "zeros", "divided by N again", "last layer only", "rate / (1 + epoch)")


def train(x: np.ndarray, y: np.ndarray, sizes: list[int], lr: float, epochs: int, seed: int, how: str) -> Params:
    """Gradient descent from the start `how`, or with the mistake `how`."""
    rng, start = np.random.default_rng(seed), STARTS.get(how, STARTS["He, normal"])
    params = [(start(n, m, rng) * (how != "zeros"), np.zeros(m)) for n, m in zip(sizes[:-1], sizes[1:])]
    for epoch in range(epochs * (how != "no training")):
        hs = [x]
        for k, (w, b) in enumerate(params):
            hs.append(np.maximum(hs[-1] @ w + b, 0) if k < len(params) - 1 else hs[-1] @ w + b)
        blame = np.exp(hs[-1] - hs[-1].max(axis=1, keepdims=True))
        blame /= blame.sum(axis=1, keepdims=True)
        blame[np.arange(len(x)), y] -= 1
        blame /= len(x) ** 2 if how == "divided by N again" else len(x)
        rate = lr * {"gradient added": -1, "rate / (1 + epoch)": 1 / (1 + epoch)}.get(how, 1)
        for k in range(len(params) - 1, -1, -1):
            w, b = params[k]
            if k == len(params) - 1 or how != "last layer only":
                params[k] = w - rate * hs[k].T @ blame, b - rate * blame.sum(axis=0)
            blame = blame @ w.T * (hs[k] > 0)
    return params


def accuracy(params: Params, x: np.ndarray, y: np.ndarray) -> float:
    """Share of `x` read right."""
    return float(np.mean(np.argmax(tests_hidden.scores(params, x), axis=1) == y))


def ring() -> tuple[np.ndarray, np.ndarray]:
    """The points of the public case train_ring."""
    angle, radius = np.arange(24) * 2.4, np.where(np.arange(24) % 2, 0.5, 2.0)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1), np.arange(24) % 2


def main(reference_runs: int = 200, other_runs: int = 100) -> None:
    """Write both files."""
    names: dict[str, object] = {}
    for source in assignment.load(FOLDER).program():
        exec(source, names)
    train_mlp: Callable[..., Params] = names["train_mlp"]  # type: ignore[assignment]
    x, y, new_x, new_y = tests_hidden.digits()
    config = (tests_hidden.SIZES, tests_hidden.LR, tests_hidden.EPOCHS)
    with (FOLDER / "calibration" / "train_mlp.csv").open("w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["seed", "accuracy"])
        for seed in range(reference_runs):
            rows.writerow([seed, f"{accuracy(train_mlp(x, y, *config, seed), new_x, new_y):.4f}"])
    ring_x, ring_y = ring()
    line_x, line_y = np.array([[1.0], [1.25], [2.75], [3.0], [3.25]]), np.array([0, 0, 1, 1, 1])
    with (FOLDER / "calibration" / "train_mlp_others.csv").open("w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["start", "seed", "digits", "ring", "numbers"])
        for how in (*STARTS, *MISTAKES):
            for seed in range(other_runs if how in STARTS else other_runs // 5):
                digits = accuracy(train(x, y, *config, seed, how), new_x, new_y)
                rings = accuracy(train(ring_x, ring_y, [2, 20, 2], 1.0, 100, seed, how), ring_x, ring_y)
                line = accuracy(train(line_x, line_y, [1, 2], 1.0, 100, seed, how), line_x, line_y)
                rows.writerow(
                    [("" if how in STARTS else "wrong: ") + how, seed, *(f"{a:.4f}" for a in (digits, rings, line))]
                )


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
