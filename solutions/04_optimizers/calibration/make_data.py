"""Write data/digits.npz, the 1,200 digits that students receive: the same bytes every time.

Run it from the project's root: `python solutions/04_optimizers/calibration/make_data.py`.
The split is the one of `autograder.datasets`, whose other 597 digits are for the hidden cases.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(FOLDER.parents[1]))

from autograder.datasets import digits


def main() -> None:
    """Save the students' part: pixels uint8 (1200, 64) from 0 to 16, labels uint8 (1200,)."""
    X, y = digits("students")
    target = FOLDER / "data" / "digits.npz"
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w") as file:  # stored, not compressed: zlib's bytes vary with its version
        for name, array in (("X", X), ("y", y)):
            data = io.BytesIO()
            np.lib.format.write_array(data, array.astype(np.uint8), allow_pickle=False)
            member = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))  # np.savez writes the clock's
            file.writestr(member, data.getvalue())


if __name__ == "__main__":
    main()
