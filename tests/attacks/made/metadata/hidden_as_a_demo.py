"""marks cells as checks and demos, and copies the kit's own cells with code in them -> they count as what they are
earns: 8
"""
import json


def make(folder):
    answer = "import numpy as np\ndef relu(x):\n    return np.maximum(np.asarray(x, dtype=float), 0)"
    cells = [{"cell_type": "code", "metadata": {"autograder": {"kind": kind}}, "outputs": [], "source": source}
             for kind, source in (("setup", "check = lambda *a: 98"), ("answer", answer), ("check", 'check("relu")'), ("demo", "score = 98"))]  # fmt: skip
    (folder / "eve.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}))
