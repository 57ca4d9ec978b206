"""What authors import, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys

from autograder import checks

PUBLIC = {
    "CheckFailed", "assert_accuracy", "assert_close", "assert_equal", "assert_float64", "assert_gradient",
    "assert_raises", "assert_shape", "assert_stable", "assert_unchanged", "expect", "architecture", "assert_compiled",
    "assert_layers", "assert_learns", "count_lines", "layer", "outline", "predict", "shared", "submitted", "trained_weights",
}  # fmt: skip


def test_the_public_names_are_these() -> None:
    assert set(checks.__all__) == PUBLIC
    assert all(callable(getattr(checks, name)) for name in PUBLIC)


def test_importing_checks_imports_nothing_heavy() -> None:
    heavy = ("scipy", "pandas", "tensorflow", "keras", "sklearn", "matplotlib", "pytest", "nbformat")
    code = f"import sys, autograder.checks; print([name for name in {heavy} if name in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_every_check_has_a_contract() -> None:
    assert all(getattr(checks, name).__doc__ for name in PUBLIC)
