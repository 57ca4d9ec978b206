"""One case on one answer: how it ends, and what it says."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import testcase, trial
from autograder.child import program
from autograder.errors import ChildDied, ChildTimedOut, SandboxError
from autograder.language import Sentence
from autograder.outcome import Outcome
from autograder.remote import Local, Session

CASES = '''
import numpy as np
from autograder import case
from autograder.checks import assert_close, expect

@case("f", en="f doubles", es="f duplica")
def doubles(f):
    assert_close(f(np.array([[1.0, 2.0]])), np.array([[2.0, 4.0]]))

@case("f", en="plain", es="simple", after="doubles")
def plain(f):
    assert f(np.array([1.0]))[0] == 2

@case("f", en="with g", es="con g")
def with_g(f, g):
    g(f(np.array([1.0])))

@case("f", en="two values", es="dos valores")
def unpacks(f):
    a, b = f(np.array([1.0, 2.0, 3.0]))

@case("f", en="broken", es="rota")
def broken(f):
    undefined_name

@case("f", en="callback", es="llamada")
def callback(f):
    f(lambda x: x)
'''


def end(answer: str, name: str, failed: frozenset[str] = frozenset()):
    names = program.fresh_names()
    program.run("import numpy as np\n" + answer, "<cell 1>", names, 5)
    cases, faults = testcase.parse(CASES, "tests_public.py", hidden=False)
    assert faults == []
    case = next(c for c in cases if c.name == name)
    return trial.run(case, Session(Local(names, guard=True)), failed)


@pytest.mark.parametrize(
    ("answer", "case", "outcome", "words"),
    [
        ("def f(x): return 2 * x", "doubles", Outcome.PASSED, None),
        ("def f(x): return 3 * x", "doubles", Outcome.FAILED, "[0, 0]"),
        ("def f(x): return 2 * x", "plain", Outcome.PASSED, None),
        ("def f(x): return 3 * x", "plain", Outcome.FAILED, "does not hold"),
        ("", "doubles", Outcome.MISSING, "Not written"),
        ("def f(x): raise NotImplementedError('f')", "doubles", Outcome.MISSING, "Not written"),
        ("def f(x): raise NotImplementedError()", "doubles", Outcome.MISSING, "Not written"),
        ("def f(x): raise NotImplementedError('g')", "doubles", Outcome.SKIPPED, "`g`"),
        ("def f(x): return x", "with_g", Outcome.SKIPPED, "`g`"),
        ("def f(x): return x[7]", "doubles", Outcome.FAILED, "raised IndexError"),
        ("def f(x): return None", "unpacks", Outcome.FAILED, "could not use"),
        ("def f(x): return x", "unpacks", Outcome.FAILED, "could not use"),
        ("f = 3", "doubles", Outcome.FAILED, "`f` is 3, not a function"),
        ("def f(x): return x", "broken", Outcome.INTERNAL, "tests_public.py"),
        ("def f(x):\n    import scipy.special\n    return x", "doubles", Outcome.FAILED, "may not use scipy"),
        ("def f(g): return g(object())", "callback", Outcome.PASSED, None),
        ("class f:\n    def __init__(self, x): pass", "doubles", Outcome.FAILED, ""),
        ("def f(x): return {1, 2}", "doubles", Outcome.FAILED, ""),
        ("def f(x): return f(x)", "doubles", Outcome.FAILED, "RecursionError"),
        ("def f(x): return 1 << 5000", "doubles", Outcome.FAILED, ""),
        ("def f(x): return np.array(['a'])", "doubles", Outcome.FAILED, ""),
    ],
)
def test_how_a_case_ends(answer, case, outcome, words):
    found = end(answer, case)
    assert found.outcome is outcome, found
    if words is None:
        assert found.says is None
        assert found.earned == found.points
    else:
        assert words in found.says.en
        assert found.says.es != found.says.en


def test_a_case_after_a_failed_one_is_skipped():
    assert end("def f(x): return 2 * x", "plain", frozenset({"doubles"})).outcome is Outcome.SKIPPED
    assert end("def f(x): return 2 * x", "plain", frozenset({"unpacks"})).outcome is Outcome.PASSED


def test_evidence_shows_the_call_and_what_came_back():
    found = end("def f(x): return 3 * x", "doubles")
    assert found.evidence.call == "f(array([[1., 2.]]))"
    assert found.evidence.returned == "array([[3., 6.]])"


def test_evidence_of_an_exception_shows_the_line():
    found = end("def f(x):\n    y = x\n    return y[7]", "doubles")
    assert found.evidence.raised.startswith("IndexError")
    assert (found.evidence.line, found.evidence.source) == (4, "return y[7]")


def test_an_internal_case_costs_nothing():
    found = end("def f(x): return x", "broken")
    assert found.earned == found.points


class Lost:
    def __init__(self, error):
        self.error = error

    def ask(self, frame, answer):
        raise self.error


@pytest.mark.parametrize(("error", "outcome"), [(ChildTimedOut(), Outcome.TIMED_OUT), (ChildDied(), Outcome.KILLED)])
def test_a_lost_child_is_an_outcome(error, outcome):
    case = testcase.parse(CASES, "t.py", hidden=True)[0][0]
    found = trial.run(case, Session(Lost(error)))
    assert found.outcome is outcome
    assert found.earned == 0


def test_a_broken_sandbox_is_not_the_students_failure():
    case = testcase.parse(CASES, "t.py", hidden=True)[0][0]
    with pytest.raises(SandboxError):
        trial.run(case, Session(Lost(SandboxError(Sentence("no zygote", "sin zygote")))))


def test_every_statement_of_a_cell_runs_however_many_raised():
    names = program.fresh_names()
    raised = program.run("nobody\n" * 50 + "here = 1", "<cell 1>", names, 5)
    assert len(raised) == program.MAX_NOTES and names["here"] == 1


def test_long_values_are_shown_short():
    assert len(trial.shown(np.zeros((500, 500)))) < 400
    assert len(trial.shown("x" * 5000)) <= 400
    assert trial.shown(np.float64(2.5)) == "2.5"


DRAWN = '''
import numpy as np
from autograder import case
from autograder.checks import assert_accuracy, assert_close, expect

@case("f", en="six numbers", es="seis números")
def six(f):
    assert_close(f(np.arange(6.0)), np.array([0.5, 1.0, 2.0, 3.0, 4.0, 5.0]))

@case("f", en="learns", es="aprende")
def learns(f):
    f(np.arange(6.0))
    assert_accuracy(np.array([0, 1]), np.array([0, 0]), 0.9)

@case("f", en="fair", es="justa")
def fair(f):
    f(np.arange(6.0))
    expect(False, en="No.", es="No.")
'''
MODEL = """
class History: history = {"loss": [2.0, 1.0], "accuracy": [0.25, 0.5]}
class Sequential:
    def __init__(self, history): self.history = history
"""


def drawn(answer: str, name: str, hidden: bool = False):
    names = program.fresh_names()
    program.run("import numpy as np\n" + MODEL + answer, "<cell 1>", names, 5)
    case = next(c for c in testcase.parse(DRAWN, "tests.py", hidden=hidden)[0] if c.name == name)
    found = trial.run(case, Session(Local(names, guard=True)))
    assert found.outcome is Outcome.FAILED
    return found.evidence.picture


def test_a_public_failure_is_drawn_and_a_hidden_one_never():
    picture = drawn("def f(x): return x", "six")
    assert picture.window.expected == ("0.5 1 2 3 4 5",)
    assert drawn("def f(x): return x", "six", hidden=True) is None
    for name in ("learns", "fair"):
        assert drawn("def f(x): return Sequential(History())", name, hidden=True) is None


def test_a_failure_after_a_training_shows_how_it_went():
    picture = drawn("def f(x): return Sequential(History())", "learns")
    assert picture.kind == "accuracy"
    assert [(c.name, c.yours, c.bound) for c in picture.curves] == [
        ("loss", (2.0, 1.0), None),
        ("accuracy", (0.25, 0.5), 0.9),
    ]
    assert [c.name for c in drawn("def f(x): return Sequential(History())", "fair").curves] == ["loss", "accuracy"]


@pytest.mark.parametrize("history", ["None", "{}", "3", "'x'", "[]", "lambda: 1", "Sequential(7)", "Sequential({'loss': 'x'})"])
def test_a_model_without_a_history_is_judged_as_ever(history: str):
    assert drawn(f"def f(x): return Sequential({history})", "fair") is None
    assert drawn(f"def f(x): return Sequential({history})", "learns").curves == ()
