"""The bare claim."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checks import expect


@pytest.mark.parametrize("condition", [True, 1, np.bool_(True), np.array([True, True]), np.array([[2.0]]), "text", [0]])
def test_what_holds_passes(condition: Any) -> None:
    expect(condition, en="unused", es="unused")


@pytest.mark.parametrize(
    "condition",
    [False, 0, None, "", [], np.bool_(False), np.array([True, False]), np.zeros(0, bool), object(), ...,
     np.array(["yes"]), np.array([object()])],
)  # fmt: skip
def test_what_does_not_hold_says_the_authors_sentence(condition: Any, hear: Any) -> None:
    assert hear(expect, condition, en="The mean should be 0.", es="La media debería ser 0.") == (
        "The mean should be 0.",
        "La media debería ser 0.",
    )


def test_a_stranger_is_never_asked_whether_it_is_true(hear: Any) -> None:
    class Stranger:
        def __bool__(self) -> bool:
            raise RuntimeError

    hear(expect, Stranger(), en="No.", es="No.")
