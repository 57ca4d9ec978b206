"""Assertions for test cases: each failure is a sentence, in English and Spanish, that a student can act on.

They judge values that untrusted code returned, so they take anything and raise nothing but `CheckFailed`, except what
the answer itself raised, and ValueError or TypeError when the *author* of the case asks for something impossible.
"""

from __future__ import annotations

from .accuracy import assert_accuracy
from .behaviour import assert_raises, assert_stable, assert_unchanged
from .claim import expect
from .compiling import assert_compiled
from .counting import count_lines
from .equality import assert_equal
from .failure import CheckFailed
from .gradient import assert_gradient
from .models import architecture, assert_layers, assert_learns, layer, outline, predict, submitted, trained_weights
from .sharing import shared
from .values import assert_close, assert_float64, assert_shape

__all__ = [
    "CheckFailed",
    "architecture",
    "assert_accuracy",
    "assert_close",
    "assert_compiled",
    "assert_equal",
    "assert_float64",
    "assert_gradient",
    "assert_layers",
    "assert_learns",
    "assert_raises",
    "assert_shape",
    "assert_stable",
    "assert_unchanged",
    "count_lines",
    "expect",
    "layer",
    "outline",
    "predict",
    "shared",
    "submitted",
    "trained_weights",
]
