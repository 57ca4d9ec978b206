"""Write data/mnist.npz, the 4,000 digits that students receive: the same bytes every time.

The split is the one of `autograder.datasets`, whose other 1,000 digits are for the hidden cases.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np

from autograder.datasets import mnist


def main() -> None:
    """Save the students' part: images uint8 (4000, 28, 28), labels int64 (4000,)."""
    images, labels = mnist("students")
    path = Path(__file__).parents[1] / "data" / "mnist.npz"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(npz({"images": images, "labels": labels}))


def npz(arrays: dict[str, np.ndarray]) -> bytes:
    """As np.savez_compressed, with fixed dates and permissions."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, array in sorted(arrays.items()):
            content = io.BytesIO()
            np.save(content, array)
            about = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(about, content.getvalue(), compresslevel=9)
    return file.getvalue()


if __name__ == "__main__":
    main()
