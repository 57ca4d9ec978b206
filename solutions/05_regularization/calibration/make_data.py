"""Write data/digits.npz: 1,200 of scikit-learn's 1,797 digits, picked by a fixed permutation; the same bytes each time.

Run it from anywhere: `python calibration/make_data.py`. The other 597 digits are the hidden test's.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

SEED, SHOWN = 1797, 1200  # `autograder.datasets.digits` uses the same two
TARGET = Path(__file__).parents[1] / "data" / "digits.npz"


def main() -> None:
    """Write the file."""
    digits = load_digits()
    shown = np.random.default_rng(SEED).permutation(len(digits.target))[:SHOWN]
    arrays = {"X": digits.data[shown].astype(np.uint8), "y": digits.target[shown].astype(np.uint8)}
    TARGET.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(TARGET, "w") as file:  # stored, not compressed: zlib's bytes vary with its version
        for name, array in arrays.items():
            data = io.BytesIO()
            np.lib.format.write_array(data, array, allow_pickle=False)
            member = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))  # np.savez writes the clock's
            file.writestr(member, data.getvalue())


if __name__ == "__main__":
    main()
