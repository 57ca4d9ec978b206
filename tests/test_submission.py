"""Any bytes give a submission: what is damaged is mended or named, and nothing raises."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder import submission


def notebook(*sources: str, **more) -> bytes:
    cells = [{"cell_type": "code", "metadata": {}, "source": s.splitlines(True), "outputs": []} for s in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5} | more, indent=1).encode()


def read(data: bytes, file: str = "a.ipynb"):
    return submission.read(data, "ana", file)


GOOD = notebook("import numpy as np", "def relu(x):\n    return x")


def test_code_cells_in_order():
    assert read(GOOD).cells == ("import numpy as np", "def relu(x):\n    return x")
    assert read(GOOD).notes == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xef\xbb\xbf" + GOOD, None),
        (GOOD.decode().encode("utf-16"), None),
        (GOOD.replace(b"\n", b"\r\n"), None),
        (GOOD.replace(b"return x", b"return x  # a\xf1o"), "not UTF-8"),
        (GOOD[: GOOD.rindex(b"]")], "damaged"),
    ],
)
def test_unlucky_files_keep_their_code(data, words):
    found = read(data)
    assert "def relu(x):" in found.cells[1]
    assert (words is None) == (found.notes == ())
    assert words is None or words in found.notes[0].en


def test_a_truncated_file_keeps_its_whole_cells():
    found = read(GOOD[: GOOD.index(b"def relu")])
    assert found.cells == ("import numpy as np",)
    assert "1 cells could be recovered" in found.notes[0].en


def test_git_conflicts_keep_both_versions():
    text = GOOD.decode()
    middle = text.index('  {\n   "cell_type"', text.index("import numpy"))
    text = text[:middle] + "<<<<<<< HEAD\n" + text[middle:]
    end = text.index("\n ],\n")
    text = text[:end] + "\n=======\n>>>>>>> other" + text[end:]
    found = read(text.encode())
    assert len(found.cells) == 2
    assert "conflict" in found.notes[0].en


def test_old_formats_and_scripts_are_read():
    old = {"worksheets": [{"cells": [{"cell_type": "code", "input": "x = 1"}, {"cell_type": "markdown", "source": "y"}]}]}
    assert read(json.dumps(old).encode()).cells == ("x = 1",)
    assert read(b"import numpy\n# %% second\nx = 1\n", "a.py").cells == ("import numpy\n", "\nx = 1\n")


@pytest.mark.parametrize("data", [b"", b"   ", b"[]", b"3", b"null", b'{"cells": 3}', b"PK\x03\x04", b"{" * 100_000, b"[" * 100_000])
def test_what_is_no_notebook_says_so(data):
    found = read(data)
    assert found.cells == ()
    assert found.notes


def test_strange_cells_are_passed_over():
    strange = [3, None, {"cell_type": "code"}, {"cell_type": "code", "source": 3}, {"cell_type": "code", "source": [1, "x = 1"]}]
    assert read(json.dumps({"cells": strange}).encode()).cells == ("x = 1",)


def test_too_large_a_file_is_not_read():
    assert "larger" in read(b"x" * (submission.MAX_BYTES + 1)).notes[0].en


def test_cells_that_claim_to_show_things_are_known_by_position():
    cells = [
        {"cell_type": "code", "source": "x = 1", "metadata": {}},
        {"cell_type": "code", "source": "plot()", "metadata": {"autograder": {"kind": "demo"}}},
        {"cell_type": "code", "source": "y = 1", "metadata": {"autograder": 3}},
    ]
    assert read(json.dumps({"cells": cells}).encode()).shows == {1}


@given(st.binary(max_size=200), st.integers(0, len(GOOD)), st.integers(0, 60))
@settings(max_examples=400, deadline=None)
def test_no_bytes_raise(junk, place, cut):
    read(GOOD[:place] + junk + GOOD[place + cut :])
