"""Fixtures that several test folders share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder import assignment
from autograder.assignment import Assignment
from autograder.child import placeholders
from autograder.sandbox import Sandbox
from tests.sample import write_sample

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def no_walls_left() -> Iterator[None]:
    """A test that checks a from-scratch answer in this process walls Keras off; the next test finds what was there."""
    finders, modules = list(sys.meta_path), dict(sys.modules)
    yield
    if sys.meta_path != finders:
        sys.meta_path[:] = finders
        for name in [n for n, m in sys.modules.items() if type(m).__module__ == placeholders.__name__]:
            del sys.modules[name]
        sys.modules.update(modules)


@pytest.fixture(scope="session")
def activations() -> Assignment:
    """The real second assignment."""
    return assignment.load(ROOT / "solutions" / "02_activations")


@pytest.fixture(scope="session")
def box() -> Iterator[Sandbox]:
    """A real sandbox, shared: every child of it is fresh."""
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A folder with one small right assignment, from-scratch questions only."""
    folder = write_sample(tmp_path / "solutions" / "98_toy")
    notebook = folder / "notebook.py"
    notebook.write_text(notebook.read_text("utf-8").replace(' uses="keras"', ""), "utf-8")
    return folder
