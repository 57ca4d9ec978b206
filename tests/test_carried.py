"""An error carried forward is seen, said, and counted only where the assignment says so."""

from __future__ import annotations

import pytest

from autograder import assignment, carried, gradebook, judge, workers
from autograder.errors import AssignmentError
from autograder.outcome import Outcome
from autograder.submission import Submission

NOTEBOOK = '''\
# %% [markdown] lang="en"
# # Means

# %% [markdown] lang="es"
# # Promedios

# %% kind="setup"
import matplotlib.pyplot as plt
import numpy as np

# %% question="total"
def total(x):
    """
    en: The sum.
    es: La suma.
    """
    # BEGIN SOLUTION
    return float(np.sum(np.array(x)))
    # END SOLUTION


# %% question="mean"
def mean(x):
    """
    en: The mean, from total.
    es: El promedio, a partir de total.
    """
    # BEGIN SOLUTION
    return total(x) / len(x)
    # END SOLUTION
'''

CASE = '''
import numpy as np

from autograder import case
from autograder.checks import assert_close


@case("total", en="it sums", es="suma")
def {0}_sums(total):
    assert_close(total(np.array([1.0, 2.0, {1}])), {1} + 3.0)


@case("mean", points=3, en="it is the mean", es="es el promedio")
def {0}_means(mean):
    assert_close(mean(np.array([1.0, 2.0, {1}])), ({1} + 3.0) / 3)


@case("mean", points=2, en="it agrees with total", es="concuerda con total")
def {0}_agrees(mean, total):
    assert_close(mean(np.array([{1}, 5.0])) * 2, {1} + 5.0)
    assert_close(total(np.array([{1}, 5.0])), {1} + 5.0)
'''

RIGHT = "def mean(x):\n    return helper(x) / len(x)", "def helper(x):\n    return total(x)"
FLAWED = "def total(x):\n    x[0] = 0\n    return float(np.max(x))"


@pytest.fixture
def folder(tmp_path):
    there = tmp_path / "solutions" / "97_means"
    there.mkdir(parents=True)
    (there / "notebook.py").write_text(NOTEBOOK, "utf-8")
    (there / "tests_public.py").write_text(CASE.format("public", "4.0"), "utf-8")
    (there / "tests_hidden.py").write_text(CASE.format("hidden", "-8.0"), "utf-8")
    return there


def submission(*cells):
    return Submission("ana", "a.ipynb", ("import numpy as np", *cells))


def grade(folder, box, *cells, only=None):
    return judge.grade(submission(*cells), assignment.load(folder), box.spawn, only=only)


def test_a_right_answer_built_on_a_wrong_one_is_recognised_and_does_not_count(folder, box):
    total, mean = grade(folder, box, FLAWED, *RIGHT).questions
    assert total.carried is None and total.score == 0
    assert mean.score == 0
    assert mean.carried.score == mean.max_score == 10
    assert mean.carried.because == ("total",) and not mean.carried.counts


def test_it_counts_where_the_assignment_says_so(folder, box):
    text = (folder / "notebook.py").read_text("utf-8")
    (folder / "notebook.py").write_text(text.replace('question="mean"', 'question="mean" carried="counted"'), "utf-8")
    total, mean = grade(folder, box, FLAWED, *RIGHT).questions
    assert (total.score, mean.score) == (0, 10)
    assert all(c.outcome is Outcome.FAILED for c in mean.cases)


def test_an_answer_that_is_wrong_by_itself_stays_wrong(folder, box):
    _, mean = grade(folder, box, FLAWED, "def mean(x):\n    return total(x) / 7").questions
    assert mean.score == 0 and mean.carried is None


def test_an_answer_that_does_not_use_the_wrong_one_is_not_tried_again(folder, box):
    spawned = []

    def spawn(scratch):
        spawned.append(scratch)
        return box.spawn(scratch)

    text = (folder / "tests_public.py").read_text("utf-8")
    for name in ("tests_public.py", "tests_hidden.py"):
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(text[: text.index('@case("mean", points=2')], "utf-8")
    cells = FLAWED, "def mean(x):\n    return 7.0"
    found = judge.grade(submission(*cells), assignment.load(folder), spawn)
    assert found.questions[1].carried is None and len(spawned) == 1


def test_a_missing_earlier_answer_is_not_an_error_that_carries(folder, box):
    missing = "def total(x):\n    raise NotImplementedError('total')"
    _, mean = grade(folder, box, missing, *RIGHT).questions
    assert mean.carried is None


def test_the_right_answer_gets_and_gives_values_only(folder, box):
    """A student's object, or one that lies about what it is, must not be able to act on the trusted side."""
    liar = """class Liar:
    def __array__(self, *args, **kwargs):
        raise SystemExit
    def __len__(self):
        return 3"""
    _, mean = grade(folder, box, FLAWED, liar, "def mean(x):\n    return total(Liar()) / len(x)").questions
    assert mean.carried is None
    peeks = "def mean(x):\n    return total.__globals__['np'].sum(x) / len(x)"
    _, mean = grade(folder, box, FLAWED, peeks).questions
    assert mean.carried is None


def test_what_it_says_survives_a_partial_regrade(folder, tmp_path):
    """Only the cases of `mean` change; the error that it carries is still seen."""

    def batch(book):
        one = assignment.load(folder)

        def many(found, only):
            return workers.grade_many(found, one, 1, only=only)

        return next(iter(gradebook.grade_class([submission(FLAWED, *RIGHT)], one, many, book)))

    with gradebook.Gradebook(tmp_path / "a.sqlite") as book:
        assert batch(book).questions[1].carried.score == 10
        path = folder / "tests_hidden.py"
        path.write_text(path.read_text("utf-8").replace("points=3", "points=4"), "utf-8")
        assert batch(book).questions[1].carried.score == 11


def test_a_policy_that_does_not_exist_is_a_fault_with_its_line(folder):
    text = (folder / "notebook.py").read_text("utf-8")
    (folder / "notebook.py").write_text(text.replace('question="mean"', 'question="mean" carried="maybe"'), "utf-8")
    with pytest.raises(AssignmentError, match=r"notebook.py:22: carried"):
        assignment.load(folder)


def test_names_are_followed_through_helpers_and_damaged_cells():
    cells = ["def f(x):\n    return g(x)", "def g(", "g = 1", "%%time\ndef g(x):\n    return h(x)", "def h(x): return k"]
    assert {"g", "h", "k"} <= carried._reachable("f", cells)
    assert carried._reachable("nobody", cells) == set()
