"""A known mistake gets its name, however it is written; an unknown one gets none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from autograder import diagnose, fingerprint, hosted, mutants
from autograder.build.catalogue import catalogue, trains
from autograder.child import program
from autograder.diagnose import Mistake
from autograder.language import Sentence
from autograder.outcome import CaseResult, Fingerprint, Outcome, QuestionResult


@pytest.fixture(scope="module")
def known(activations):
    return catalogue(activations)


def name(activations, known, question: str, answer: str) -> tuple[str, ...]:
    """The diagnosis of one answer, in English."""
    names = program.fresh_names()
    for number, source in enumerate(activations.program({question: answer}), 1):
        assert program.run(source, f"<cell {number}>", names, 5) == []
    cases = {c.name: c for c in activations.cases if c.question == question and not c.hidden}
    result = QuestionResult(question, tuple(hosted.run(c, names, True, cases) for c in cases.values()))
    return tuple(s.en for s in diagnose.diagnose(result, known[question]))


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("relu", "def relu(x):\n    return np.array([abs(v) for v in np.ravel(x)], float).reshape(np.shape(x))", "drop the minus sign"),
        ("relu", "def relu(x):\n    x = np.asarray(x, np.float32)\n    return np.sqrt(x * x).astype(float)", "drop the minus sign"),
        ("softmax_backward", "def softmax_backward(dout, x):\n    p = softmax(x)\n    return np.asarray(dout) * p - np.asarray(dout) * p ** 2", None),
    ],
)  # fmt: skip
def test_a_listed_mistake_written_differently_gets_its_name(activations, known, question, answer, words):
    found = name(activations, known, question, answer)
    assert len(found) >= 1
    assert words is None or any(words in sentence for sentence in found)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("relu", "def relu(x):\n    return np.asarray(x) * 0.9173"),
        ("relu", "def relu(x):\n    return None"),
        ("relu", "def relu(x):\n    return x[0][0][0][0][0][0]"),
        ("sigmoid", "def sigmoid(x):\n    return np.asarray(x, float) ** 3 + 0.123"),
        ("softmax", "def softmax(x):\n    return np.asarray(x, float) / 7.7"),
        ("relu", "def relu(x):\n    return np.maximum(np.asarray(x), 0.0)"),
    ],
)
def test_an_unlisted_mistake_gets_no_name(activations, known, question, answer):
    assert name(activations, known, question, answer) == ()


def test_every_misconception_is_named_as_itself_or_not_at_all(activations, known):
    for question in activations.questions[:3]:
        for variant in question.wrong:
            found = name(activations, known, question.name, variant.source)
            assert not found or variant.says.en in found, variant.name


def test_a_catalogue_survives_its_file(known, tmp_path):
    (tmp_path / diagnose.FILE).write_bytes(diagnose.to_json(known))
    back = diagnose.read(tmp_path / diagnose.FILE)
    assert {q: tuple(m) for q, m in back.items()} == {q: tuple(m) for q, m in known.items() if m}
    assert diagnose.read(tmp_path / "none.json") == {}


def test_a_catalogue_holds_no_code(activations, known):
    text = diagnose.to_json(known).decode()
    bodies = [line.strip() for q in activations.questions for v in q.wrong for line in v.source.split("\n")]
    assert not any(line in text for line in bodies if len(line) > 20)
    assert not any(v.name in text for q in activations.questions for v in q.wrong if "_" in v.name)


SAYS = Sentence("a", "b")


def result(*ends: Fingerprint | None, outcome: Outcome = Outcome.FAILED) -> QuestionResult:
    cases = [
        CaseResult("q", f"c{n}", SAYS, 1, False, Outcome.PASSED if end is None else outcome, fingerprint=end)
        for n, end in enumerate(ends)
    ]
    return QuestionResult("q", tuple(cases))


VALUE = fingerprint.of_value(np.array([1.5, 2.5, -3.5]))
MISTAKE = Mistake(SAYS, {"c0": None, "c1": VALUE, "c2": None})


def test_one_case_that_ends_otherwise_is_no_name():
    assert diagnose.diagnose(result(None, VALUE, None), [MISTAKE]) == (SAYS,)
    assert diagnose.diagnose(result(None, VALUE), [MISTAKE]) == ()
    assert diagnose.diagnose(result(None, VALUE, VALUE), [MISTAKE]) == ()
    assert diagnose.diagnose(result(None, None, None), [Mistake(SAYS, {"c0": None, "c1": None, "c2": None})]) == ()
    assert diagnose.diagnose(result(None, VALUE, None, outcome=Outcome.TIMED_OUT), [MISTAKE]) == ()


def test_what_the_calls_gave_before_the_failure_counts_too():
    first, other = fingerprint.of_value(np.array([0.1, 0.2])), fingerprint.of_value(np.array([0.1, 0.3]))
    known = Mistake(SAYS, {"c0": None, "c1": replace(VALUE, calls=(first, VALUE)), "c2": None})
    assert diagnose.diagnose(result(None, replace(VALUE, calls=(first, VALUE)), None), [known]) == (SAYS,)
    assert diagnose.diagnose(result(None, replace(VALUE, calls=(other, VALUE)), None), [known]) == ()
    assert diagnose.diagnose(result(None, replace(VALUE, calls=(VALUE,)), None), [known]) == ()


def test_mistakes_that_cannot_be_told_apart_are_a_group_unless_they_are_many():
    others = [replace(MISTAKE, says=Sentence(str(n), str(n))) for n in range(diagnose.MOST + 1)]
    assert len(diagnose.diagnose(result(None, VALUE, None), others[:2])) == 2
    assert diagnose.diagnose(result(None, VALUE, None), others) == ()


def test_fingerprints_forgive_rounding_and_nothing_more():
    x = np.random.default_rng(0).normal(size=(3, 4))
    mine = fingerprint.of_value(x)
    assert mine.matches(fingerprint.of_value(x.astype(np.float32)))
    assert not mine.matches(fingerprint.of_value(x * 1.001))
    assert not mine.matches(fingerprint.of_value(x.T))
    assert not mine.matches(fingerprint.of_value(x[::-1]))
    assert not mine.matches(fingerprint.of_value(-x))
    assert fingerprint.of_value(np.array([np.nan, np.inf, 1.0])).matches(fingerprint.of_value(np.array([np.nan, np.inf, 1.0])))
    assert fingerprint.of_value(np.array([1e-17, 0.0])).matches(fingerprint.of_value(np.zeros(2)))
    big = np.random.default_rng(1).normal(size=200_000)
    assert fingerprint.of_value(big).matches(fingerprint.of_value(big.astype(np.float32)))
    assert not fingerprint.of_value(big).matches(fingerprint.of_value(big * 1.01))
    assert not fingerprint.of_value(np.array([True, False])).matches(fingerprint.of_value(np.array([1, 0])))
    assert not fingerprint.of_value({"a": 1.0, "b": 2.0}).matches(fingerprint.of_value({"a": 1.0, "c": 2.0}))
    assert fingerprint.of_value("text") is None
    assert fingerprint.of_value(np.zeros(0)) is None


def test_the_first_part_of_a_tuple_must_match_and_the_others_where_they_are_built_alike():
    out, cache = np.array([1.5, -2.5]), np.array([[3.0]])
    mine = fingerprint.of_result((out, cache))
    assert mine.matches(fingerprint.of_result((out, {"x": cache, "again": cache})))
    assert not mine.matches(fingerprint.of_result((out, cache + 1)))
    assert not mine.matches(fingerprint.of_result((out + 1, cache)))
    assert not mine.matches(fingerprint.of_result(out))


def failing(function) -> Fingerprint:
    """The fingerprint of the exception that a function ends in."""
    try:
        function()
    except Exception as error:
        return fingerprint.of_error(type(error).__name__, str(error))
    raise AssertionError("it did not fail")


def test_exceptions_are_told_apart_by_what_they_are_about_not_by_their_words():
    a, b = np.zeros((6, 3)), np.zeros((4, 3))
    assert failing(lambda: a @ b).matches(failing(lambda: np.dot(a, b)))
    assert not failing(lambda: a @ b).matches(failing(lambda: b.T @ a.T[:, :5]))
    assert not failing(lambda: a @ b).matches(failing(lambda: a + b))
    assert not failing(lambda: [] > 0).matches(failing(lambda: [].shape))
    assert failing(lambda: [] > 0).matches(failing(lambda: [1] > 0.5))
    assert fingerprint.of_error("ValueError", "no fits").matches(fingerprint.of_error("ValueError", "7 > 5"))
    assert not fingerprint.of_error("ValueError", "no fits").matches(fingerprint.of_error("TypeError", "no fits"))
    assert not fingerprint.of_error("NameError", "name 'xx'").matches(fingerprint.of_error("NameError", "name 'yy'"))


def test_a_question_that_trains_networks_has_no_catalogue(activations):
    cell = replace(activations.questions[0].cell, uses="keras", source="# BEGIN SOLUTION\nmodel.fit(X, y)\n# END SOLUTION")
    assert trains(replace(activations.questions[0], cell=cell))
    assert not trains(activations.questions[0])


def test_mechanical_changes_of_right_answers_get_no_false_name(activations, known):
    """Each change is named by hand here, or must get no name at all."""
    right = {
        "relu": ("other way round", "Integers go in"),
        "leaky_relu": ("is a list", "list is also legal", "slope to the positive side"),
        "sigmoid_backward": ("the chain rule asks for its slope",),
    }
    for question in (q for q in activations.questions if q.name in right):
        for mutant in mutants.mutants(question, 100):
            found = name(activations, known, question.name, mutant.source)
            assert not found or any(words in found[0] for words in right[question.name]), (mutant.after, found)
