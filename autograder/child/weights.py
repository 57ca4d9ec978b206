"""A file of trained weights -> the arrays of a network's layers. Data only: nothing in the file is executed or unpickled.

Two formats: what Keras's `model.save_weights("….weights.h5")` writes, and `np.savez("….npz", *model.get_weights())`.
It is read where no student code runs and where nothing is lost if a library that reads it has a hole.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections import Counter
from typing import Any

import numpy as np

from .models import WEIGHTS

MAX_BYTES = 128 << 20  # of all the numbers in a file, uncompressed
GROUPS = {"Dense": "dense", "Conv2D": "conv2d", "BatchNormalization": "batch_normalization"}  # as Keras spells them
NUMBER = re.compile(r"(\d+)")


class Unreadable(Exception):
    """The file is not what it should be; the message says how."""


def read(data: bytes, name: str, layers: list[list[Any]]) -> list[np.ndarray]:
    """The arrays of the file `name` as float32, in the order of the layers, each [kind, settings]."""
    arrays = _npz(data) if name.endswith(".npz") else _h5(data, layers)
    return [np.array(a, np.float32) for a in arrays]


def _npz(data: bytes) -> list[np.ndarray]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MAX_BYTES:
            raise Unreadable("too large")
    with np.load(io.BytesIO(data), allow_pickle=False) as found:
        return [_numbers(found[name]) for name in sorted(found.files, key=_in_order)]


def _in_order(name: str) -> list[Any]:
    """A key that sorts arr_2 before arr_10."""
    return [int(part) if part.isdigit() else part for part in NUMBER.split(name)]


def _numbers(array: np.ndarray) -> np.ndarray:
    if array.dtype.kind not in "fiu":
        raise Unreadable(f"numbers of type {array.dtype}")
    return array


def _h5(data: bytes, layers: list[list[Any]]) -> list[np.ndarray]:
    """Layer by layer: Keras numbers the layers of one kind in their order, `conv2d`, `conv2d_1`, …"""
    import h5py

    seen: Counter[str] = Counter()
    found: list[np.ndarray] = []
    with h5py.File(io.BytesIO(data), "r") as file:
        for kind, _ in layers:
            if kind not in WEIGHTS:
                continue
            group = GROUPS[kind] + (f"_{seen[kind]}" if seen[kind] else "")
            seen[kind] += 1
            found += _variables(_inside(file, "layers", group, "vars"))
        if sum(a.nbytes for a in found) > MAX_BYTES:
            raise Unreadable("too large")
    return found


def _inside(group: Any, *names: str) -> Any:
    """The group down that path; links to elsewhere are not followed."""
    import h5py

    for name in names:
        if not isinstance(group, h5py.Group) or not isinstance(group.get(name, getlink=True), h5py.HardLink):
            raise Unreadable(f"no {'/'.join(names)}")
        group = group[name]
    return group


def _variables(group: Any) -> list[np.ndarray]:
    return [_array(_inside(group, name)) for name in sorted(group, key=_in_order)]


def _array(dataset: Any) -> np.ndarray:
    import h5py

    if not isinstance(dataset, h5py.Dataset) or dataset.is_virtual or dataset.external or dataset.dtype.kind not in "fiu":
        raise Unreadable("something that is no array of numbers")
    if math.prod(dataset.shape) * dataset.dtype.itemsize > MAX_BYTES:
        raise Unreadable("too large")
    return np.asarray(dataset[()])
