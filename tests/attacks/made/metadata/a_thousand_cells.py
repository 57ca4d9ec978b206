"""raises in each of a thousand cells, with another text each time -> the notes are few"""
import json


def make(folder):
    cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": "\n".join(f"raise ValueError('{n}.{m} ' + 'x' * 300)" for m in range(25))} for n in range(1000)]
    (folder / "eve.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}))
