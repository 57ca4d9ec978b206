"""nests JSON ten thousand levels deep, in metadata, sources and outputs -> it is read or refused, not run into
students: deep, deeper, wide
"""


def make(folder):
    (folder / "deep.ipynb").write_text('{"cells": [' + '{"metadata": ' * 10_000)
    (folder / "deeper.ipynb").write_text("[" * 1_000_000)
    (folder / "wide.ipynb").write_text('{"cells": [' + ",".join(['{"cell_type": "code", "source": "1"}'] * 3000) + "]}")
