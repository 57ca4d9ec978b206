"""The bare claim, for facts that no other check names."""

from __future__ import annotations

from typing import Any

import numpy as np

from .arrays import NUMERIC, is_tensor
from .failure import failed


def expect(condition: Any, *, en: str, es: str) -> None:
    """Claim that `condition` holds; when it does not, fail with the author's own sentence.

    An array holds when it is not empty and all its entries do; an object that is not plain data never holds.
    """
    if not _holds(condition):
        raise failed(None, en, es)


def _holds(condition: Any) -> bool:
    if isinstance(condition, (np.ndarray, np.generic)) or is_tensor(condition):
        array = np.asarray(condition)
        return array.dtype.kind in NUMERIC and array.size > 0 and bool(array.all())
    return isinstance(condition, (bool, int, float, str, list, tuple, dict, set)) and bool(condition)
