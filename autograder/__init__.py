"""Graded deep-learning assignments: write one folder, get notebooks, tests for three graders, and a safe verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .case import case, misconception

if TYPE_CHECKING:
    from .ladder import hinter
    from .selfcheck import checker

__version__ = "0.1.0"
__all__ = ["case", "checker", "hinter", "misconception"]


def __getattr__(name: str) -> Any:
    """`checker` brings numpy with it, so it and `hinter` are imported when first asked for."""
    if name == "checker":
        from .selfcheck import checker

        return checker
    if name == "hinter":
        from .ladder import hinter

        return hinter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
