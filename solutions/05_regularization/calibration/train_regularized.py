"""Measure train_regularized in the very configurations of its cases, once per seed; append to train_regularized.csv.

`python calibration/train_regularized.py [runs]` goes on where it stopped; with `report` it prints the table. One thread,
as in the grader. Each configuration compiles its model once, and every run starts it anew (fresh weights from the seed,
empty optimizer): what runs is the reference's own train_regularized, or a mistake that the thresholds must keep out.

`quick [runs]` runs the reference's training without the machinery of `fit`, ten times faster: Keras's layers, optimizer
and constraint, 32 shuffled samples at a time, and the notebook's EarlyStopping, which agrees with Keras's
(against_keras.py). It is the answer "in_one_graph" of the table; where both were run, their distributions agree.
"""

from __future__ import annotations

import os

os.environ |= {"OMP_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}

import csv
import math
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

HERE = Path(__file__).parents[1]
TABLE = Path(__file__).with_suffix(".csv")
sys.path.insert(0, str(HERE.parents[1]))

from autograder import assignment, testcase

BOUNDS = {"learns": (0.75, 1.0), "gives_back": (0.0, 3.0), "keeps_apart": (1.1, math.inf), "reads": (0.75, 1.0),
          "gap": (-1.0, 0.30), "noisy": (0.40, 1.0), "comes_back": (1.6, 3.5)}  # fmt: skip
PUBLIC = testcase.namespace((HERE / "tests_public.py").read_text("utf-8"), str(HERE / "tests_public.py"))
HIDDEN = testcase.namespace((HERE / "tests_hidden.py").read_text("utf-8"), str(HERE / "tests_hidden.py"))
NAMES: dict[str, Any] = {}
for source in assignment.load(HERE).program():
    exec(source, NAMES)
REFERENCE = NAMES["train_regularized"]

Known = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
Measure = Callable[[Any, Known], dict[str, float]]


# the cases, as tests_public.py and tests_hidden.py state them: (arguments of build_regularized, data, what is measured)


def _learns() -> tuple[tuple[Any, ...], Known, Measure]:
    X, y, truth = PUBLIC["_clouds"](1, 950, 5, false_labels=0.3)
    known = X[:300], y[:300], X[300:450], y[300:450]
    return (20, 5, 0.25, 3.0), known, lambda model, _: {"learns": _accuracy(model, X[450:], truth[450:])}


def _clouds(seed: int, name: str) -> tuple[tuple[Any, ...], Known, Measure]:
    X, y, _ = PUBLIC["_clouds"](seed, 800, 5)
    known = X[:400], y[:400], X[400:], (y[400:] + 1) % 5
    return (20, 5, 0.25, 3.0), known, lambda model, known: {name: _loss(model, *known[2:])}


def _reads() -> tuple[tuple[Any, ...], Known, Measure]:
    known, (X, y, _) = HIDDEN["_hidden_digits"](551)
    return (64, 10, 0.25, 3.0), known, lambda model, _: {"reads": _accuracy(model, X, y)}


def _memorizes() -> tuple[tuple[Any, ...], Known, Measure]:
    known, (X, _, y) = HIDDEN["_hidden_digits"](552)

    def measure(model: Any, known: Known) -> dict[str, float]:
        new = _accuracy(model, X, y)
        return {"gap": _accuracy(model, *known[:2]) - new, "noisy": new}

    return (64, 10, 0.0, 1000.0), known, measure


def _comes_back() -> tuple[tuple[Any, ...], Known, Measure]:
    known = HIDDEN["_contradicting_digits"](553)
    return (64, 10, 0.0, 1000.0), known, lambda model, known: {"comes_back": _loss(model, *known[2:])}


CASES: dict[str, Callable[[], tuple[tuple[Any, ...], Known, Measure]]] = {
    "gives_back": lambda: _clouds(2, "gives_back"),
    "keeps_apart": lambda: _clouds(3, "keeps_apart"),
    "comes_back": _comes_back,
    "learns": _learns,
    "gap": _memorizes,
    "reads": _reads,
}


def _network(model: Any, X: np.ndarray) -> np.ndarray:
    w1, b1, w2, b2, w3, b3 = (w.astype(float) for w in model.get_weights())
    return np.maximum(np.maximum(X @ w1 + b1, 0) @ w2 + b2, 0) @ w3 + b3


def _loss(model: Any, X: np.ndarray, y: np.ndarray) -> float:
    scores = _network(model, X)
    scores = scores - scores.max(axis=1, keepdims=True)
    return float(np.mean(np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(y)), y]))


def _accuracy(model: Any, X: np.ndarray, y: np.ndarray) -> float:
    return float(np.mean(_network(model, X).argmax(axis=1) == y))


# other answers: they fit as the reference does, with another callback, other data or none


def _fit(model: Any, X: Any, y: Any, val: Any, epochs: int = 100, **stop: Any) -> Any:
    callbacks = [keras.callbacks.EarlyStopping(**stop)] if stop else []
    model.fit(X, y, batch_size=32, epochs=epochs, validation_data=val, callbacks=callbacks, verbose=0)
    return model


def patience_of_10(model: Any, X: Any, y: Any, X_val: Any, y_val: Any) -> Any:
    """Right, with another patience."""
    return _fit(model, X, y, (X_val, y_val), monitor="val_loss", patience=10, restore_best_weights=True)


def keeps_the_last(model: Any, X: Any, y: Any, X_val: Any, y_val: Any) -> Any:
    """Stops, but does not restore."""
    return _fit(model, X, y, (X_val, y_val), monitor="val_loss", patience=5)


def never_stops(model: Any, X: Any, y: Any, X_val: Any, y_val: Any) -> Any:
    """All 100 epochs."""
    return _fit(model, X, y, (X_val, y_val))


def trains_on_validation(model: Any, X: Any, y: Any, X_val: Any, y_val: Any) -> Any:
    """Learns from both."""
    both = np.concatenate([X, X_val]), np.concatenate([y, y_val])
    return _fit(model, *both, (X_val, y_val), epochs=30, monitor="val_loss", patience=5, restore_best_weights=True)


def low_accuracy(model: Any, X: Any, y: Any, X_val: Any, y_val: Any) -> Any:
    """Takes a rise of the accuracy for a setback."""
    return _fit(model, X, y, (X_val, y_val), monitor="val_accuracy", mode="min", patience=5, restore_best_weights=True)


def in_one_graph(model: Any, X: Any, y: Any, X_val: Any, y_val: Any) -> Any:
    """As the reference, the epochs in a tf.function."""
    if not hasattr(model, "quick"):
        model.quick = _epoch(model)
    known = [tf.constant(a, t) for a, t in ((X, "float32"), (y, "int64"), (X_val, "float32"), (y_val, "int64"))]
    stopper = NAMES["EarlyStopping"](5, 0.0)
    for epoch in range(100):
        loss = float(model.quick(*known))
        if stopper.update(epoch, loss, model.get_weights()):
            break
    model.set_weights(stopper.best_weights)
    return model


def _epoch(model: Any) -> Any:
    loss = keras.losses.SparseCategoricalCrossentropy()

    @tf.function
    def run(X: Any, y: Any, X_val: Any, y_val: Any) -> Any:
        order = tf.random.shuffle(tf.range(tf.shape(X)[0]))
        for first in tf.range(0, tf.shape(X)[0], 32):
            chosen = order[first : first + 32]
            with tf.GradientTape() as tape:
                error = loss(tf.gather(y, chosen), model(tf.gather(X, chosen), training=True))
            variables = model.trainable_variables
            model.optimizer.apply(tape.gradient(error, variables), variables)
        return loss(y_val, model(X_val, training=False))

    return run


BACK = ("gives_back", "keeps_apart", "comes_back")
PLANS: list[tuple[Callable[..., Any], tuple[str, ...], float]] = [
    (REFERENCE, tuple(CASES), 1.0),
    (patience_of_10, ("gives_back", "comes_back", "gap"), 0.1),
    (keeps_the_last, BACK, 0.25),
    (trains_on_validation, ("keeps_apart", "comes_back"), 0.1),
    (low_accuracy, ("learns", "reads"), 0.1),
    (never_stops, ("gap",), 0.05),
]


def main(runs: int, plans: list[tuple[Callable[..., Any], tuple[str, ...], float]]) -> None:
    """Add what is missing of `runs` seeds (fewer for the other answers)."""
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    done = {(r["answer"], r["case"], int(r["seed"])) for r in _rows()}
    for name, make in CASES.items():
        sizes, known, measure = make()
        model = NAMES["build_regularized"](*sizes)
        model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        model.optimizer.build(model.trainable_variables)
        model.compile = lambda *_, **__: None  # compiled once for all runs: tracing takes longer than a run
        for train, cases, share in plans:
            answer = "reference" if train is REFERENCE else train.__name__
            for seed in range(round(runs * share) if name in cases else 0):
                if (answer, name, seed) not in done:
                    _anew(model, seed)
                    _note(answer, seed, measure(train(model, *known), known))


def _anew(model: Any, seed: int) -> None:
    """New random weights, and an optimizer that has seen nothing."""
    keras.utils.set_random_seed(seed)
    for number, one in enumerate(layer for layer in model.layers if layer.weights):
        start = keras.initializers.GlorotUniform(seed=1000 * number + seed)
        one.kernel.assign(start(one.kernel.shape))
        one.bias.assign(np.zeros(one.bias.shape))
    for variable in model.optimizer.variables:
        if "learning_rate" not in variable.path:
            variable.assign(np.zeros(variable.shape, variable.dtype))


def _note(answer: str, seed: int, found: dict[str, float]) -> None:
    new = not TABLE.is_file()
    with TABLE.open("a", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([["answer", "case", "seed", "value"]] if new else [])
        writer.writerows([answer, name, seed, f"{value:.5f}"] for name, value in found.items())


def _rows() -> list[dict[str, str]]:
    if not TABLE.is_file():
        return []
    with TABLE.open(newline="") as file:
        return list(csv.DictReader(file))


def report() -> None:
    """Runs, mean, spread, extremes, and how many standard deviations lie between the mean and the nearest bound."""
    values = defaultdict(list)
    for row in _rows():
        values[row["case"], row["answer"]].append(float(row["value"]))
    for (name, answer), found in sorted(
        values.items(), key=lambda item: (item[0][0], item[0][1] != "reference", item[0][1])
    ):
        low, high = BOUNDS[name]
        mean, sd = float(np.mean(found)), float(np.std(found, ddof=1)) if len(found) > 1 else math.nan
        inside = sum(low <= v <= high for v in found)
        room = min([mean - low] * (low not in (0.0, -1.0)) + [high - mean] * (high not in (1.0, math.inf)))
        print(
            f"{name:12} {answer:21} n={len(found):<4} {mean:6.3f} ± {sd:.3f} [{min(found):.3f}, {max(found):.3f}]  bound {low:g} to {high:g}: {inside} inside, {room / sd:+.1f} sd"
        )


if __name__ == "__main__":
    words = [w for w in sys.argv[1:] if not w.isdigit()]
    number = next((int(w) for w in sys.argv[1:] if w.isdigit()), 120)
    if words == ["report"]:
        report()
    else:
        main(number, [(in_one_graph, tuple(CASES), 1.0)] if words == ["quick"] else PLANS)
