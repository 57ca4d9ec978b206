"""Reasons for surviving mutants are read from a file, and faults of that file are named."""

from __future__ import annotations

import json

from autograder import assignment, equivalents


def test_reasons_are_read_and_faults_of_their_file_named(toy):
    entry = {"question": "relu", "before": "a", "after": "b", "en": "same", "es": "igual"}
    assert equivalents.read(toy) == ([], [])
    (toy / equivalents.FILE).write_text(json.dumps([entry]))
    found, faults = equivalents.read(toy)
    assert (found[0].after, found[0].says.es, faults) == ("b", "igual", [])
    assert assignment.load(toy).name == "98_toy"
    for wrong in ("{", "[1]", json.dumps([{**entry, "es": ""}]), json.dumps(entry)):
        (toy / equivalents.FILE).write_text(wrong)
        assert len(equivalents.read(toy)[1]) == 1
