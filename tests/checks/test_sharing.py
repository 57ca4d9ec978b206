from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checks import CheckFailed, outline, shared
from autograder.errors import AnswerError
from autograder.remote import Local, Remote, Session

NOTEBOOK = """
import numpy as np
made = []
def build(): made.append(build); return made
def count(): return len(made)
def breaks(): made.append(breaks); raise ValueError("no")
def overwrites(x): made.append(overwrites); x[0] = 7.0; return x.sum()
"""


@pytest.fixture
def notebook() -> Session:
    names: dict[str, Any] = {}
    exec(NOTEBOOK, names)
    return Session(Local(names))


@shared
def _built(build: Remote) -> Any:
    return build()


@shared
def _refused(build: Remote) -> Any:
    raise CheckFailed(("no", "no"), build())  # type: ignore[arg-type]


@shared
def _summed(overwrites: Remote) -> Any:
    return overwrites(np.zeros(3))


def _made(notebook: Session) -> Any:
    """How often something was made."""
    return notebook.get("count")()


def test_cases_look_at_what_was_made_once(notebook):
    build = notebook.get("build")
    first = _built(build)
    notebook.forget()
    assert _built(build) is first
    assert _made(notebook) == 1


def test_a_case_that_looks_has_made_the_calls_of_the_one_that_made(notebook):
    _built(notebook.get("build"))
    first = list(notebook.calls)
    notebook.forget()
    _built(notebook.get("build"))
    assert notebook.calls == first and notebook.used


def test_another_notebook_makes_its_own(notebook):
    other = Session(Local(made := {"build": lambda: list(made)}))
    assert _built(notebook.get("build")) is not _built(other.get("build"))


def test_another_answer_makes_its_own(notebook):
    _built(notebook.get("build"))
    with pytest.raises(AnswerError, match="ValueError: no"):
        _built(notebook.get("breaks"))


def test_a_failure_is_shared_too(notebook):
    breaks = notebook.get("breaks")
    for _ in range(3):
        with pytest.raises(AnswerError, match="ValueError: no"):
            _built(breaks)
    assert _made(notebook) == 1


def test_a_check_that_failed_is_shared_too(notebook):
    for _ in range(2):
        with pytest.raises(CheckFailed):
            _refused(notebook.get("build"))
    assert _made(notebook) == 1


def test_nothing_is_kept_of_an_answer_that_overwrote_our_arguments(notebook):
    for _ in range(2):
        assert _summed(notebook.get("overwrites")) == 7.0
    assert _made(notebook) == 2


def test_an_outline_begins_at_zero_and_the_next_network_does_not():
    keras = pytest.importorskip("keras")
    names = {"build": lambda n, units=2: keras.Sequential([keras.Input((n,)), keras.layers.Dense(units)]),
             "largest": lambda model: float(np.abs(model.layers[0].kernel.numpy()).max())}  # fmt: skip
    session = Session(Local(names))
    build, largest = session.get("build"), session.get("largest")
    assert largest(outline(build, 3, units=4)) == 0.0
    assert largest(build(3)) > 0.0
    with pytest.raises(AnswerError):
        outline(build)
    assert largest(build(3)) > 0.0
