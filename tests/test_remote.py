"""Stand-ins, tried both in this process and in a real sandboxed child: they must behave the same."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.child import program
from autograder.errors import AnswerError, WireError
from autograder.remote import Local, Session, arguments

STUDENT = '''
import numpy as np
constant = 7
def double(x):
    return 2 * x
def zero_negatives_in_place(x):
    x[x < 0] = 0
    return x
def grow(items):
    items.append(len(items))
    items[0][0] = 9.0
def naive_sigmoid(x):
    return 1 / (1 + np.exp(-x))
def descend(gradient, w, steps):
    for _ in range(steps):
        w = w - 0.25 * gradient(w)
    return w
def draw(rng):
    return rng.normal(size=2)
def pairs(n):
    for i in range(n):
        yield np.full(2, i), i
class Counter:
    def __init__(self, start):
        self.value = start
        self.secret = lambda: 0
    def step(self, by=1):
        self.value += by
        return self
    def __len__(self):
        return self.value
    def __getitem__(self, key):
        return key * 2
def fails(x):
    y = [1]
    return y[5]
def strange():
    return {1, 2}, np.matrix([[1.0, 2.0]])
def lines(n):
    total = 0
    for i in range(n):
        total += i
    return total
def calls_back_wrongly(f):
    return f("text")
'''


@pytest.fixture(params=["here", "sandbox"])
def session(request, box):
    if request.param == "here":
        names = program.fresh_names()
        assert program.run(STUDENT, "<cell 1>", names, 5) == []
        yield Session(Local(names))
    else:
        child = box.spawn(True)
        one = Session(child)
        assert one.run(STUDENT, "<cell 1>", 5) == []
        yield one
        child.close()


def test_names_are_values_or_stand_ins(session):
    assert session.has("double")
    assert not session.has("triple")
    assert session.get("constant") == 7
    np.testing.assert_array_equal(session.get("double")(np.ones((2, 3))), np.full((2, 3), 2.0))
    assert session.get("double")(x=3) == 6


def test_arguments_changed_over_there_are_changed_here(session):
    x = np.array([-1.0, 2.0])
    session.get("zero_negatives_in_place")(x)
    np.testing.assert_array_equal(x, [0, 2])
    inner = np.array([1.0])
    items = [inner]
    session.get("grow")(items)
    assert inner[0] == 9.0
    assert items[1:] == [1]


def test_what_answers_did_to_our_arguments_can_be_undone(session):
    x, inner, rng = np.array([-1.0, 2.0]), np.array([1.0]), np.random.default_rng(3)
    items = [inner]
    session.get("zero_negatives_in_place")(x)
    session.get("grow")(items)
    session.get("grow")(items)
    session.get("draw")(rng)
    assert len(items) == 3
    session.restore()
    np.testing.assert_array_equal(x, [-1, 2])
    assert len(items) == 1
    assert items[0] is inner
    assert inner[0] == 1.0
    assert rng.normal() == np.random.default_rng(3).normal()


def test_a_session_that_does_not_write_back_only_notes_that_it_could(session):
    session.writes_back = False
    x = np.array([-1.0, 2.0])
    session.get("draw")(np.random.default_rng(3))
    assert not session.altered
    session.get("zero_negatives_in_place")(x)
    assert session.altered
    np.testing.assert_array_equal(x, [-1, 2])


plain = st.recursive(
    st.one_of(st.integers(), st.text(max_size=3), hnp.arrays(np.float64, hnp.array_shapes(max_dims=2, max_side=3), elements=st.floats(-9, 9))),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("abc"), inner, max_size=3)),
    max_leaves=8,
)


def in_order(value):
    if type(value) is list:
        return [in_order(v) for v in value]
    return {key: in_order(value[key]) for key in sorted(value)} if type(value) is dict else value


@given(plain, plain)
def test_lists_dicts_and_arrays_are_made_equal_in_place_and_back(ours, theirs):
    ours, theirs = [ours, {"a": ours}], [theirs, {"a": theirs}]
    before, overwritten = arguments.copied(ours), arguments.Overwritten()
    overwritten.keep(ours)
    arguments.write_back(ours, arguments.copied(theirs))
    assert not arguments.differ(in_order(ours), in_order(theirs))
    overwritten.restore()
    assert not arguments.differ(in_order(ours), in_order(before))


def test_an_unchanged_argument_is_not_sent_back(session):
    x = np.array([1.0, 2.0])
    x.flags.writeable = False
    session.get("zero_negatives_in_place")(x)


def test_warnings_cross(session):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        session.get("naive_sigmoid")(np.array([-1000.0]))
    assert [w.category for w in seen] == [RuntimeWarning]
    assert "overflow" in str(seen[0].message)


def test_functions_we_pass_in_are_called_back(session):
    calls = []

    def gradient(w):
        calls.append(w.copy())
        return 2 * w

    np.testing.assert_allclose(session.get("descend")(gradient, np.ones(2), 3), np.full(2, 0.125))
    assert len(calls) == 3


def test_a_function_of_ours_that_fails_is_reported_to_the_caller(session):
    with pytest.raises(AnswerError) as error:
        session.get("calls_back_wrongly")(lambda text: text + 1)
    assert error.value.kind == "RuntimeError"
    assert "TypeError" in error.value.message


def test_a_generator_goes_and_its_progress_comes_back(session):
    rng, twin = np.random.default_rng(3), np.random.default_rng(3)
    np.testing.assert_array_equal(session.get("draw")(rng), twin.normal(size=2))
    assert rng.normal() == twin.normal()


def test_objects_stay_there_and_are_used_by_reference(session):
    counter = session.get("Counter")(3)
    assert counter.step(by=4).value == 7
    assert len(counter) == 7
    assert counter[21] == 42
    assert counter.secret() == 0
    assert session.get("double")(np.float64(2.0)) == 4.0
    with pytest.raises(AttributeError):
        counter.value = 3
    with pytest.raises(AttributeError):
        counter.__dict__  # noqa: B018


def test_iterators_are_walked_one_by_one(session):
    found = list(session.get("pairs")(3))
    assert [i for _, i in found] == [0, 1, 2]
    np.testing.assert_array_equal(found[2][0], [2, 2])
    assert next(session.get("pairs")(1))[1] == 0
    with pytest.raises(StopIteration):
        next(session.get("pairs")(0))


def test_an_exception_comes_with_its_line(session):
    with pytest.raises(AnswerError) as error:
        session.get("fails")(1)
    assert (error.value.kind, error.value.source) == ("IndexError", "return y[5]")
    assert error.value.line > 0


def test_what_is_not_data_becomes_data_or_a_reference(session):
    a_set, matrix = session.get("strange")()
    assert repr(a_set) == "<set>"
    assert type(matrix) is np.ndarray


def test_lines_of_python_are_counted(session):
    result, few = session.get("lines").lines(2)
    _, many = session.get("lines").lines(50)
    assert result == 1
    assert many > few + 90


def test_a_guard_adds_no_lines():
    counted = []
    for guard in (False, True):
        names = program.fresh_names()
        program.run(STUDENT, "<cell 1>", names, 10.0)
        counted.append(Session(Local(names, guard=guard)).get("lines").lines(50))
    assert counted[0] == counted[1]


def test_calls_are_logged_with_their_arguments_as_they_were(session):
    x = np.array([-1.0])
    session.get("zero_negatives_in_place")(x)
    call = session.calls[-1]
    np.testing.assert_array_equal(call.arguments()[0][0], [-1.0])
    session.forget()
    assert session.calls == []


class Liar:
    """A channel whose other side answers what it likes."""

    def __init__(self, reply):
        self.reply = reply

    def ask(self, frame, answer):
        from autograder import wire

        return self.reply if isinstance(self.reply, bytes) else wire.encode(self.reply, lambda v: v.body)


class Forged:
    def __init__(self, *body):
        self.body = list(body)


@pytest.mark.parametrize(
    "reply",
    [b"", b"x" * 40, 3, {"ok": 1}, {"value": 2}, {"ok": True, "value": Forged("object", -1)}, {"ok": True, "value": Forged()},
     {"ok": True, "value": Forged("function", 0)}, {"ok": True, "value": Forged("function", "0")}, {"ok": True, "value": Forged("array", 3)}],
)  # fmt: skip
def test_a_forged_reply_is_a_wire_error(reply):
    with pytest.raises(WireError):
        Session(Liar(reply)).get("f")


def test_a_reply_without_sense_raises_no_stranger_thing():
    with pytest.raises(AnswerError):
        Session(Liar({"ok": False, "kind": 3, "line": "x"})).get("f")
