"""What the tests of checks share: how to hear what a check says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from autograder.checks import CheckFailed

Hear = Callable[..., tuple[str, str]]


@pytest.fixture
def hear() -> Hear:
    """hear(check, *args, **kwargs) -> what it complains of, (English, Spanish); it must complain."""

    def call(check: Callable[..., Any], *args: Any, **kwargs: Any) -> tuple[str, str]:
        with pytest.raises(CheckFailed) as caught:
            check(*args, **kwargs)
        return caught.value.says.en, caught.value.says.es

    return call
