"""Compare the reference lrn with TensorFlow's own, local_response_normalization, on maps of many sizes and settings.

    python solutions/07_alexnet/calibration/lrn.py

The largest relative difference is TensorFlow's rounding: it computes in float32.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from autograder import assignment

FOLDER = Path(__file__).resolve().parents[1]


def main() -> None:
    """Print the largest difference; AssertionError when it is more than rounding."""
    answers: dict[str, Any] = {"__name__": "reference"}
    for source in assignment.load(FOLDER).program()[:2]:  # the setup and lrn
        exec(source, answers)
    rng = np.random.default_rng(0)
    worst, count = 0.0, 0
    for channels, radius, (k, alpha, beta) in product(
        (1, 3, 8, 96), (0, 1, 2, 5, 100), ((2.0, 1e-4, 0.75), (1.0, 1.0, 0.5), (0.5, 2e-3, 1.2))
    ):
        x = rng.normal(0, 100, (2, 3, 5, channels))
        theirs = tf.nn.local_response_normalization(tf.constant(x, tf.float32), radius, k, alpha, beta).numpy()
        ours = answers["lrn"](x, radius, k, alpha, beta)
        worst, count = max(worst, float(np.abs(theirs / ours - 1).max())), count + 1
    assert worst < 1e-5, worst
    print(f"{count} settings: the largest relative difference is {worst:.1e}")


if __name__ == "__main__":
    main()
