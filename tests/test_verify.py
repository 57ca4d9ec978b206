"""`verify` notices tests that are too weak, too strict, or touch other questions."""

from __future__ import annotations

from functools import partial

import pytest

from autograder import assignment, verify, workers
from tests.test_assignment import edit


def complaints(folder) -> list[str]:
    one = assignment.load(folder)
    tried = verify.trials(one, partial(workers.grade_many, assignment=one))
    return [c.en for trial in tried for c in verify.complaints(trial, one)]


def test_a_sound_assignment_has_no_complaints(toy):
    assert complaints(toy) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("notebook.py", "* (np.asarray(x) > 0) * 1.0", "* (np.asarray(x) > 1) * 1.0", "the reference fails case 'positives_stay'"),
        ("accepted/relu.py", "/ 2.0", "/ 3.0", "accepted/relu.py by_half_sums fails case"),
        ("wrong/relu.py", "return np.abs(np.asarray(x, dtype=float)) * 1.0", "return np.maximum(x, 0.0)", "fails no public case of 'relu' (no case at all)"),
        ("wrong/relu.py", "return np.abs(np.asarray(x, dtype=float)) * 1.0", "x[x < 0] = 0\n    return x", "fails no public case of 'relu' (only hidden ones)"),
        ("tests_public.py", "assert_close(relu(np.array([-3.0, -0.5])), np.zeros(2))", "pass", "the stub passes case 'negatives_become_zero'"),
        ("wrong/relu.py", "return np.abs(np.asarray(x, dtype=float)) * 1.0", "global Scaler\n    Scaler = None\n    return x", "of another question, 'Scaler'"),
        ("tests_hidden.py", "assert_unchanged(relu,", "undefined(relu,", "ended as INTERNAL"),
    ],
)  # fmt: skip
def test_a_fault_in_the_tests_is_named(toy, name, old, new, words):
    edit(toy, name, old, new)
    found = complaints(toy)
    assert any(words in c for c in found), found


def test_questions_built_on_the_wrong_one_may_fail_with_it(toy):
    edit(toy, "notebook.py", "self.mean = np.asarray(X, dtype=float).mean(axis=0)", "self.mean = relu(np.asarray(X)).mean(axis=0)")
    edit(toy, "wrong/relu.py", "return np.abs(np.asarray(x, dtype=float)) * 1.0", "return np.asarray(x) * 0.0 + 5.0")
    assert complaints(toy) == []
