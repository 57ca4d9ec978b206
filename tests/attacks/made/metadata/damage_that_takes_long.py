"""damages JSON so that every place to start from must be read to the end -> reading it is bounded"""


def make(folder):
    level = '{"x": [' + "0," * 20_000
    (folder / "eve.ipynb").write_text('{"cells": [' + level * 100)
