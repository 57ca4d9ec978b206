"""`verify` notices tests that are too weak, too strict, or touch other questions."""

from __future__ import annotations

from functools import partial

import pytest

from autograder import assignment, verify, workers
from autograder.outcome import Grade
from tests.sample import write_sample
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


class Recorder:
    """Grades nothing, and keeps what it was asked to grade."""

    def __init__(self, one):
        self.one, self.asked = one, []

    def __call__(self, submissions, *, only, brief=()):
        for n, submission in enumerate(submissions):
            self.asked.append((submission.cells, only[n], brief[n]))
            yield n, Grade("author", self.one.name, submission.file, ())


KERAS_WRONG = '''
import numpy as np

from autograder import misconception


@misconception(en="You keep the mean.", es="Conservas la media.")
class KeepsTheMean:
    def fit(self, X):
        self.mean = 0.0
        return self

    def transform(self, X):
        return np.asarray(X, dtype=float)
'''
KERAS_ACCEPTED = '''
import numpy as np


class WithAverage:
    def fit(self, X):
        self.mean = np.average(np.asarray(X, dtype=float), axis=0)
        return self

    def transform(self, X):
        return np.subtract(np.asarray(X, dtype=float), self.mean)
'''


@pytest.fixture
def asked(tmp_path):
    """What is tried of each answer, by the line that tells it: [(questions, how briefly)]."""
    folder = write_sample(tmp_path / "solutions" / "98_toy")
    (folder / "wrong" / "Scaler.py").write_text(KERAS_WRONG, "utf-8")
    (folder / "accepted" / "Scaler.py").write_text(KERAS_ACCEPTED, "utf-8")

    def ask(marker: str, complete: bool = False) -> list:
        one = assignment.load(folder)
        recorder = Recorder(one)
        verify.trials(one, recorder, complete)
        return [(only, brief) for cells, only, brief in recorder.asked if any(marker in c for c in cells)]

    ask.folder = folder
    return ask


def test_a_wrong_keras_answer_is_tried_until_a_public_case_stops_it(asked):
    assert asked("self.mean = 0.0") == [(frozenset({"Scaler"}), len(assignment.load(asked.folder).cases))]
    assert asked("self.mean = 0.0", complete=True) == [(frozenset({"Scaler"}), 0)]


def test_one_case_tells_whether_what_is_built_on_an_accepted_keras_answer_goes_on(asked):
    assert asked("np.average") == [(frozenset({"Scaler"}), 0)]
    edit(asked.folder, "tests_public.py", "def positives_stay(relu):", "def positives_stay(relu, Scaler):")
    edit(asked.folder, "notebook.py", '# %% question="relu"', '# %% question="relu" uses="keras"')
    assert asked("np.average") == [(frozenset({"Scaler"}), 0), (frozenset({"relu"}), 1)]


@pytest.mark.parametrize(
    ("change", "reaches"),
    [
        ("x = np.array(x)\n    x[x < 0] = 0.5\n    return x", False),
        ("np.abs = np.sin\n    return x", True),
        ("shared[0] = 3\n    return x", True),
        ("np.random.seed(3)\n    return x", True),
        ("setattr(np, 'pi', 3)\n    return x", True),
        ("del np.pi\n    return x", True),
    ],
)
def test_an_answer_that_changes_something_outside_itself_is_tried_on_more(toy, change, reaches):
    edit(toy, "wrong/relu.py", "return np.abs(np.asarray(x, dtype=float)) * 1.0", change)
    one = assignment.load(toy)
    recorder = Recorder(one)
    verify.trials(one, recorder)
    found = {only for cells, only, _ in recorder.asked if any(change.split("\n")[0] in c for c in cells)}
    assert found == {frozenset({"relu", "Scaler"} if reaches else {"relu"})}


def test_in_brief_each_case_waits_for_the_one_before(asked):
    one = assignment.load(asked.folder).in_brief(1)
    assert [len(q.cases) for q in one.questions] == [4, 1]
    assert not any(c.hidden for q in one.questions if not q.from_scratch for c in q.cases)
