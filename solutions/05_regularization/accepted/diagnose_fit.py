"""Other right ways to write diagnose_fit."""

from __future__ import annotations

import numpy as np


def by_the_mean_of_the_last_three(history):
    """Smooths a trembling end before it judges."""
    train, val = (float(np.mean(np.asarray(history[key])[-3:])) for key in ("loss", "val_loss"))
    if train / history["baseline"] > 0.5:
        return "underfitting"
    if (val - train) / history["baseline"] > 0.2:
        return "overfitting"
    return "good"


def as_a_list_of_rules(history):
    """The first rule that holds has the word."""
    baseline = history["baseline"]
    train, val = list(history["loss"])[-1], list(history["val_loss"])[-1]
    rules = [(2 * train > baseline, "underfitting"), (5 * (val - train) > baseline, "overfitting"), (True, "good")]
    return next(word for holds, word in rules if holds)


def good_first(history):
    """Asks for health before it asks for diseases."""
    train, val, baseline = (np.ravel(history[key])[-1] for key in ("loss", "val_loss", "baseline"))
    learned, honest = train <= baseline / 2, val <= train + baseline / 5
    return "good" if learned and honest else "overfitting" if learned else "underfitting"
