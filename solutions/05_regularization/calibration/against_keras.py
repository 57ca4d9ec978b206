"""Are the numpy oracles of tests_hidden.py right? Compare them, and the reference answers, with Keras; prints what was tried.

EarlyStopping: Keras's callback on random losses with borders, NaN and long plateaus (Keras takes any first epoch as
progress and never stops at epoch 0; those two differences are ours on purpose and are left out). MaxNorm: dense and
convolution kernels. L2: its value. Dropout: the fraction and the scale of Keras's layer.
"""

from __future__ import annotations

import os

os.environ |= {"OMP_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}

import sys
from pathlib import Path
from typing import Any

import keras
import numpy as np

HERE = Path(__file__).parents[1]
sys.path.insert(0, str(HERE.parents[1]))

from autograder import assignment, testcase

HIDDEN = testcase.namespace((HERE / "tests_hidden.py").read_text("utf-8"), str(HERE / "tests_hidden.py"))
NAMES: dict[str, Any] = {}
for source in assignment.load(HERE).program():
    exec(source, NAMES)


class _Model:
    """As much of a model as Keras's callback asks for."""

    def __init__(self) -> None:
        self.weights_now, self.stop_training, self.optimizer = [np.zeros(1)], False, None

    def get_weights(self) -> list[np.ndarray]:
        return [w.copy() for w in self.weights_now]

    def set_weights(self, weights: list[np.ndarray]) -> None:
        self.weights_now = weights


def _keras_stop(patience: int, min_delta: float, values: list[float]) -> tuple[list[bool], int]:
    callback = keras.callbacks.EarlyStopping("val_loss", min_delta, patience, mode="min", restore_best_weights=True)
    model = _Model()
    callback.set_model(model)
    callback.on_train_begin()
    answers = []
    for epoch, value in enumerate(values):
        model.weights_now = [np.full(2, float(epoch))]
        callback.on_epoch_end(epoch, {"val_loss": value})
        answers.append(model.stop_training)
        if model.stop_training:
            break
    callback.on_train_end()
    return answers, int(model.weights_now[0][0])


def early_stopping(rng: np.random.Generator, trials: int) -> None:
    for _ in range(trials):
        patience, min_delta = int(rng.integers(1, 5)), float(rng.integers(0, 4)) / 8
        values = [float(v) / 8 for v in rng.integers(0, 24, 15)]
        for k in range(1, 15):
            values[k] = float("nan") if rng.random() < 0.1 else values[k]
        theirs, kept = _keras_stop(patience, min_delta, values)
        oracle = HIDDEN["_Stopper"](patience, min_delta)
        assert oracle.losses(values, 0) == theirs and oracle.progress[-1][0] == kept, (patience, min_delta, values)
        ours = NAMES["EarlyStopping"](patience, min_delta)
        answers = [ours.update(e, values[e], [np.full(2, float(e))]) for e in range(len(theirs))]
        assert answers == theirs and ours.best_epoch == kept == ours.best_weights[0][0]
    print(
        f"EarlyStopping: {trials} random histories, oracle and reference agree with Keras in stop, best epoch and weights"
    )


def max_norm(rng: np.random.Generator, trials: int) -> None:
    worst = 0.0
    for _ in range(trials):
        shape = tuple(rng.integers(1, 6, int(rng.choice([2, 4]))))
        W, limit = rng.normal(size=shape) * rng.uniform(0.1, 3, shape[-1]), float(rng.uniform(0.3, 4))
        theirs = np.asarray(keras.constraints.MaxNorm(limit, axis=list(range(len(shape) - 1)))(W.astype("float32")))
        for ours in (HIDDEN["_short"](W, limit), NAMES["max_norm"](W, limit)):
            worst = max(worst, float(np.abs(ours - theirs).max()))
    assert worst < 2e-6, worst
    print(f"MaxNorm: {trials} random kernels, oracle and reference within {worst:.1e} of Keras (float32)")


def l2(rng: np.random.Generator, trials: int) -> None:
    for _ in range(trials):
        W, lam = rng.normal(size=(3, 4)), float(rng.uniform(0, 2))
        theirs = float(keras.regularizers.L2(lam / 2)(W.astype("float32")))
        np.testing.assert_allclose(NAMES["l2_penalty"]([W], lam)[0], theirs, rtol=1e-5)
    print(f"L2: {trials} random kernels, Keras's L2(λ/2) is our penalty")


def dropout(trials: int) -> None:
    x = np.ones((trials, 100))
    for rate in (0.1, 0.5, 0.8):
        theirs = np.asarray(keras.layers.Dropout(rate, seed=1)(x.astype("float32"), training=True))
        ours = NAMES["dropout_forward"](x, rate, True, np.random.default_rng(1))[0]
        assert abs(np.mean(theirs == 0) - np.mean(ours == 0)) < 0.01
        np.testing.assert_allclose(theirs.max(), ours.max(), rtol=1e-5)
    print(f"Dropout: fraction and scale as in Keras for 3 rates, {x.size} entries each")


if __name__ == "__main__":
    generator = np.random.default_rng(0)
    early_stopping(generator, 2000)
    max_norm(generator, 500)
    l2(generator, 100)
    dropout(1000)
