"""hands in tests, a conftest, modules and results beside the notebook -> only the notebook is read: no points
students: eve
"""
import json

AGREE = "def assert_close(*a, **k): pass\nassert_equal = assert_unchanged = assert_stable = assert_float64 = assert_gradient = assert_close\nSCORE = 98\n"


def make(folder):
    own = folder / "eve"
    (own / "autograder").mkdir(parents=True)
    (own / "data").mkdir()
    notebook = {"cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "source": "import numpy as np\ndef relu(x):\n    return x"}], "metadata": {}, "nbformat": 4}
    (own / "activations.es.ipynb").write_text(json.dumps(notebook))
    for name in ("tests_public.py", "autograder/__init__.py", "autograder/checks.txt", "results.json", "grades.csv", "gradebook.sqlite", "data/x.npz"):
        (own / name).write_text(AGREE)
