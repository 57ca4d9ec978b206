from __future__ import annotations

from pathlib import Path

import pytest

from autograder import assignment
from autograder.assignment import Assignment
from tests.sample import write_sample


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample's folder, as staff wrote it."""
    return write_sample(tmp_path / "solutions" / "03_small_steps")


@pytest.fixture
def sample(folder: Path) -> Assignment:
    return assignment.load(folder)
