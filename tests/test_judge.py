"""The judge with real sandboxed children: hangs, deaths and stumbles cost what they must and no more."""

from __future__ import annotations

import shutil

import pytest

from autograder import assignment, judge
from autograder.outcome import Outcome
from autograder.submission import Submission

RELU = "def relu(x):\n    return np.maximum(np.asarray(x), 0) * 1.0"
SCALER = """class Scaler:
    def fit(self, X):
        self.mean = np.asarray(X).mean(axis=0)
        return self
    def transform(self, X):
        return np.asarray(X) - self.mean"""
NUMPY = "import numpy as np"


@pytest.fixture
def one(toy):
    return assignment.load(toy)


def grade(one, box, *cells, limits=judge.Limits(cell=2.0)):
    return judge.grade(Submission("ana", "a.ipynb", cells), one, box.spawn, limits)


def outcomes(found, question):
    return [c.outcome for q in found.questions if q.question == question for c in q.cases]


def notes(found):
    return [n.en for n in found.notes]


def test_a_right_submission_gets_everything(one, box):
    found = grade(one, box, NUMPY, RELU, SCALER)
    assert (found.score, found.max_score, notes(found)) == (7.5, 7.5, [])


def test_a_blank_submission_gets_nothing(one, box):
    found = grade(one, box)
    assert found.score == 0
    assert outcomes(found, "relu")[0] is Outcome.MISSING


def test_an_endless_loop_costs_its_own_question_only(one, box):
    slow = dict(vars(one.questions[0].cases[0]))
    assert slow["seconds"] == 5.0
    found = grade(one, box, NUMPY, "def relu(x):\n    while True: pass", SCALER, limits=judge.Limits(cell=2.0))
    assert set(outcomes(found, "relu")) <= {Outcome.TIMED_OUT, Outcome.SKIPPED}
    assert set(outcomes(found, "Scaler")) == {Outcome.PASSED}


@pytest.mark.parametrize("end", ["os._exit(0)", "os.kill(os.getpid(), 9)", "os.kill(os.getpid(), 19)", "os.close(3)"])
def test_an_answer_that_ends_its_process_costs_its_own_question_only(one, box, end):
    found = grade(one, box, NUMPY, f"import os\ndef relu(x):\n    {end}\n    return x", SCALER)
    assert Outcome.PASSED not in outcomes(found, "relu")
    assert set(outcomes(found, "Scaler")) == {Outcome.PASSED}


def test_a_cell_that_ends_the_process_is_left_out(one, box):
    found = grade(one, box, NUMPY, "import os; os._exit(1)", RELU, SCALER)
    assert found.score == found.max_score
    assert notes(found) == ["Code cell 2 stopped the process and was left out."]


def test_a_cell_that_raises_does_not_stop_the_next(one, box):
    found = grade(one, box, NUMPY, "1 / 0\n" + RELU, "import no_such_thing, math\n" + SCALER, "exit()", "for")
    assert found.score == found.max_score
    assert notes(found)[0] == "Code cell 2, line 1: ZeroDivisionError: division by zero"
    assert any("SyntaxError" in n for n in notes(found))


def test_a_slow_cell_is_interrupted(one, box):
    found = grade(one, box, NUMPY, "while True: pass", RELU, "import time\ntime.sleep(100)", SCALER, limits=judge.Limits(cell=0.3))
    assert found.score == found.max_score
    assert "longer than 0.3 seconds" in notes(found)[0]


def test_one_deadline_for_the_whole_submission(one, box):
    found = grade(one, box, NUMPY, "def relu(x):\n    while True: pass", SCALER, limits=judge.Limits(submission=1.0))
    assert set(outcomes(found, "Scaler")) == {Outcome.TIMED_OUT}
    assert found.seconds < 30


def test_magics_and_shell_commands_are_no_ops(one, box):
    found = grade(one, box, "%matplotlib inline\n!pip install x\n" + NUMPY, "%%time\n" + RELU, "x = !ls\nrelu?\n" + SCALER, "%%bash\nls")
    assert (found.score, notes(found)) == (found.max_score, [])


def test_plots_mean_nothing_here(one, box):
    plot = "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.plot([1])\nplt.show()\nfrom IPython.display import HTML"
    assert notes(grade(one, box, NUMPY, plot, RELU, SCALER)) == []


def test_unchanged_demos_and_checks_are_not_run(one, box):
    demo = next(source for source in one.inert if "Heights" in source)
    assert notes(grade(one, box, NUMPY, RELU, demo, 'check("relu")', SCALER)) == []


def test_data_files_are_where_the_notebook_expects_them(one):
    from autograder.sandbox import Sandbox

    with Sandbox(data=one.folder / "data") as box:
        cell = 'heights = np.loadtxt("data/heights.csv")\nopen("data/x", "w")'
        assert [n.partition(": ")[2][:7] for n in notes(grade(one, box, NUMPY, cell, RELU, SCALER))] == ["OSError"]


def test_libraries_with_the_answer_may_be_imported_but_not_used(one, box):
    good = grade(one, box, NUMPY, "import tensorflow as tf\nfrom scipy import special", RELU, SCALER)
    assert (good.score, notes(good)) == (good.max_score, [])
    found = grade(one, box, NUMPY, "import tensorflow as tf", "def relu(x):\n    return tf.nn.relu(x)", SCALER)
    assert "may not use tensorflow" in next(c for q in found.questions for c in q.cases).says.en


def test_state_left_behind_does_not_reach_the_next_submission(one, box):
    grade(one, box, NUMPY, "import numpy\nnumpy.maximum = None\nopen('/tmp/left', 'w').write('x')\nopen('/dev/shm/left', 'w')", RELU)
    probe = "import os\nassert not os.path.exists('/tmp/left') and not os.path.exists('/dev/shm/left')"
    found = grade(one, box, NUMPY, probe, RELU, SCALER)
    assert (found.score, notes(found)) == (found.max_score, [])


def test_an_unsafe_box_works_too_and_cleans_up(one, tmp_path, monkeypatch):
    from autograder.sandbox import Sandbox

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    with Sandbox(unsafe=True) as box:
        assert grade(one, box, NUMPY, RELU, SCALER).score == 7.5
        assert list((tmp_path / "temporary").iterdir())
    assert not list((tmp_path / "temporary").iterdir())


def test_without_any_backend_grading_is_refused(monkeypatch):
    from autograder.child import landlock
    from autograder.errors import SandboxError
    from autograder.sandbox import Sandbox

    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(landlock, "version", lambda: 0)
    with pytest.raises(SandboxError, match="apt install bubblewrap"), Sandbox() as box:
        box.spawn(True)
