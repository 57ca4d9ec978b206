"""puts half characters into sources, names of cells and the file's own name -> they do not break the batch
students: eve
"""
import json
import os


def make(folder):
    cell = {"cell_type": "code", "metadata": {"name": "\ud800"}, "id": "\udfff", "outputs": [], "source": ["x = '\ud800'\n", "def relu(x): raise ValueError('\udc00')"]}
    text = json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4})
    path = os.fsencode(folder) + b"/eve"
    os.mkdir(path)
    with open(path + b"/\xff\xfe.ipynb", "w") as file:
        file.write(text)
