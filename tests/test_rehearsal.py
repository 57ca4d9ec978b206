"""What is sent ahead: what the cases ask whoever answers, and nothing that tells an answer."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from autograder import assignment, judge, rehearsal, wire
from autograder.outcome import Outcome
from autograder.precedents import Precedents
from autograder.submission import Submission
from tests import sample
from tests.test_judge import NUMPY, RELU, SCALER

SOLUTIONS = Path(__file__).resolve().parent.parent / "solutions"
DRAWS = re.compile(r"np\.random\.(?!default_rng|Generator)")  # from a state that all calls share: their order decides
LAW = '''

@case("relu", points=1, en="{0}", es="{0}")
def {0}(relu):
    {1}
'''


def loaded(folder: Path, **bodies: str):
    """The toy assignment with other public cases."""
    path = folder / "tests_public.py"
    path.write_text(sample.PUBLIC + "".join(LAW.format(n, b) for n, b in bodies.items()), "utf-8")
    return assignment.load(folder)


def arguments(script, case):
    requests = dict(script).get(case, ())
    return [wire.decode(*wire.split(r), lambda body: body)["args"] for r in requests]


def test_every_call_of_a_plain_case_is_known(toy):
    found = rehearsal.scripts(loaded(toy))
    np.testing.assert_array_equal(arguments(found["relu", False], "positives_stay")[0][0], [3.0, 0.5])
    assert [case for case, _ in found["relu", True]] == ["works_on_tables", "leaves_input_alone"]


@pytest.mark.parametrize(
    ("body", "calls"),
    [
        ("relu(relu(np.array([1.5, -2.0])))", 1),  # depends on an answer
        ("relu(np.array([1.5, -2.0])); relu(np.array([1.5, 0.0]))", 1),  # the second holds the answer to the first
        ("relu(np.array([1.5, 0.0])); relu(np.array([1.5, 0.0]))", 2),  # its own answer everybody may see
        ("relu(np.array([9.0])); relu(lambda x: x)", 1),
        ("relu(np.array([4.0, 1.0]), np.random.default_rng(3))", 1),
    ],
)
def test_what_tells_an_answer_is_not_sent_ahead(toy, body, calls):
    found = rehearsal.scripts(loaded(toy, extra=body))
    assert len(arguments(found["relu", False], "extra")) == calls


def test_an_answer_that_stands_in_a_list_is_found(toy):
    found = rehearsal.scripts(loaded(toy, extra="relu(np.array([1.5, -2.0])); relu([[1.5, 0.0], [7.0, 8.0]])"))
    assert len(arguments(found["relu", False], "extra")) == 1


def test_no_script_is_larger_than_what_a_socket_holds(toy):
    found = rehearsal.scripts(loaded(toy, extra="relu(np.ones(20_000))", other="relu(np.zeros(2))"))
    assert not {"extra", "other"} & dict(found["relu", False]).keys()


def test_only_what_is_called_by_its_name_is_sent_ahead(toy):
    found = rehearsal.scripts(loaded(toy))
    assert all(len(requests) == 1 for _, requests in found["Scaler", False]), "the object that it makes has no name"


def test_questions_that_use_keras_are_not_rehearsed():
    one = assignment.load(SOLUTIONS / "04_optimizers")
    scratch = {q.name for q in one.questions if q.from_scratch}
    assert {question for question, _ in rehearsal.scripts(one)} == scratch < {q.name for q in one.questions}


def test_all_that_the_cases_of_an_assignment_ask_is_known():
    one = assignment.load(SOLUTIONS / "02_activations")
    found = rehearsal.scripts(one)
    assert {case for script in found.values() for case, _ in script} == {c.name for c in one.cases}


def graded(one, box, scripts, *cells):
    known = scripts if isinstance(scripts, Precedents) else Precedents(scripts)
    found = judge.grade(Submission("ana", "a.ipynb", cells), one, box.spawn, judge.Limits(cell=2.0), precedents=known)
    return [
        replace(q, cases=tuple(replace(c, seconds=0.0, fingerprint=c.fingerprint) for c in q.cases))
        for q in found.questions
    ]


ODD = {
    "right": RELU,
    "wrong": "def relu(x): return x",
    "raises": "def relu(x): raise ValueError(x)",
    "absent": "",
    "no function": "relu = 7",
    "ends in a hidden case": "def relu(x):\n    if np.ndim(x) == 2: import os; os._exit(0)\n    return np.maximum(x, 0)",
    "ends in the second case": "def relu(x):\n    if np.ravel(x)[0] == 3: import os; os._exit(0)\n    return np.maximum(x, 0)",
    "ends in a case that is skipped": "def relu(x):\n    if np.ravel(x)[0] == 3: import os; os._exit(0)\n    return x",
    "writes to its argument": "def relu(x):\n    x[x < 0] = 0\n    return x",
    "prints to the socket": "def relu(x):\n    import os; os.write(3, b'Q' * 40)\n    return np.maximum(x, 0)",
    "keeps everything": "seen = []\ndef relu(x):\n    seen.append(x)\n    return np.maximum(seen[0], 0)",
    "hangs in the second case": "def relu(x):\n    while np.ravel(x)[0] == 3: pass\n    return np.maximum(x, 0)",
}


@pytest.mark.parametrize("answer", ODD.values(), ids=ODD)
def test_a_grade_is_the_same_with_and_without(toy, box, answer):
    one = loaded(toy)
    quick = tuple(replace(c, seconds=1.0) for c in one.questions[0].cases)
    one = replace(one, questions=(replace(one.questions[0], cases=quick), *one.questions[1:]))
    cells = (NUMPY, answer, SCALER)
    assert graded(one, box, rehearsal.scripts(one), *cells) == graded(one, box, rehearsal.NONE, *cells)


def test_who_ends_the_process_is_told_although_others_are_under_way(toy, box):
    one = loaded(toy)
    found = graded(one, box, rehearsal.scripts(one), NUMPY, ODD["ends in the second case"], SCALER)
    outcomes = {c.case: c.outcome for c in found[0].cases}
    assert outcomes["negatives_become_zero"] is Outcome.PASSED and outcomes["positives_stay"] is Outcome.KILLED
    assert outcomes["works_on_tables"] is Outcome.PASSED


@pytest.mark.parametrize("name", ["02_activations"])
def test_wrong_answers_are_graded_the_same(name, box):
    same_with_and_without(name, box, every=3)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["01_perceptron", "03_backprop", "06_convolution"])
def test_wrong_answers_of_other_assignments_are_graded_the_same(name, box):
    same_with_and_without(name, box, every=5)


def same_with_and_without(name, box, every):
    one = assignment.load(SOLUTIONS / name)
    scratch = replace(one, questions=tuple(q for q in one.questions if q.from_scratch))
    scripts = rehearsal.scripts(scratch)
    answers = [(q.name, v.source) for q in scratch.questions for v in (*q.wrong, *q.accepted)]
    for question, source in answers[::every]:
        cells = one.program({question: source})
        ahead, live = (graded(scratch, box, known, *cells) for known in (scripts, rehearsal.NONE))
        assert ahead == live or DRAWS.search(source) or live != graded(scratch, box, rehearsal.NONE, *cells), source
