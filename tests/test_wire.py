from __future__ import annotations

import contextlib
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder import wire
from autograder.errors import WireError

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**200), 2**200), st.floats(), st.text(max_size=20), st.complex_numbers()
)
arrays = hnp.arrays(
    st.sampled_from([np.float64, np.float32, np.int64, np.uint8, np.bool_, np.complex128, np.dtype(">f4")]),
    hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
)
values = st.recursive(
    st.one_of(scalars, arrays),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.one_of(st.text(max_size=5), st.integers(-9, 9)), inner, max_size=3),
    ),
    max_leaves=8,
)


def round_trip(value):
    return wire.decode(*wire.split(wire.encode(value)))


def same(a, b) -> bool:
    if isinstance(a, np.ndarray):
        native = a.astype(a.dtype.newbyteorder("=")) if a.dtype.itemsize > 1 else a
        return type(b) is np.ndarray and native.dtype == b.dtype and a.shape == b.shape and native.tobytes() == b.tobytes()
    if type(a) is not type(b):
        return False
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    if isinstance(a, float):
        return a == b or (math.isnan(a) and math.isnan(b))
    return a == b or a != a


@given(values)
@settings(max_examples=300, deadline=None)
def test_data_comes_back_as_it_was(value):
    assert same(value, round_trip(value))


def test_numpy_scalars_stay_scalars():
    assert type(round_trip(np.float32(2.5))) is np.float32
    assert type(round_trip(np.int64(7))) is np.int64


def test_decoded_arrays_own_their_memory():
    assert round_trip(np.arange(6.0).reshape(2, 3)[:, ::2]).flags.owndata or round_trip(np.arange(3)).base is None


@pytest.mark.parametrize(
    "value",
    [object(), {1, 2}, np.array([object()]), np.array(["text"]), lambda: 0, 1 << 300, type("Impostor", (np.ndarray,), {})],
)
def test_what_is_not_data_is_refused(value):
    with pytest.raises(WireError):
        wire.encode(value)


def test_a_subclass_of_array_is_not_data():
    class Impostor(np.ndarray):
        pass

    with pytest.raises(WireError, match="Impostor"):
        wire.encode(np.zeros(3).view(Impostor))


@pytest.mark.parametrize(
    ("header", "payload"),
    [
        (b"[", b""),
        (b"NaN", b""),
        (b"1e999", b""),
        (b"9" * 400, b""),
        (b"\xff", b""),
        (b"[" * 100_000, b""),
        (b'{"t":' * 5000 + b"[]" + b"}" * 5000, b""),
        (b'{"d":[["a",1],["a",2]]}', b""),
        (b'{"d":[[[],1]]}', b""),
        (b'{"d":[1]}', b""),
        (b'{"o":[["a",1]]}', b""),
        (b'{"o":{"' + b"k" * 70_000 + b'":1}}', b""),
        (b'{"o":{"a":[{"o":7}]}}', b""),
        (b"9007199254740993", b""),
        (b'{"a":["<f8",[1],0,8],"t":[]}', b"\0" * 8),
        (b'{"a":["|O",[1],0,8]}', b"\0" * 8),
        (b'{"a":[["<f8"],[1],0,8]}', b"\0" * 8),
        (b'{"a":["<f8",[2],0,8]}', b"\0" * 8),
        (b'{"a":["<f8",[1],1,8]}', b"\0" * 8),
        (b'{"a":["<f8",[-1],0,8]}', b"\0" * 8),
        (b'{"a":["<f8",[true],0,8]}', b"\0" * 8),
        (b'{"a":["<f8",[0,9223372036854775807],0,0]}', b""),
        (b'{"s":["<f8",[1],0,8]}', b"\0" * 8),
        (b'{"f":"1"}', b""),
        (b'{"i":"0x10"}', b""),
        (b'{"i":7}', b""),
        (b'{"c":[1,2]}', b""),
        (b'{"z":1}', b""),
        (b"{}", b""),
        (b'{"x":["object",0,"thing",true]}', b""),
        (b"[" + b"0," * 300_000 + b"0]", b""),
    ],
)
def test_every_broken_rule_is_a_wire_error(header, payload):
    with pytest.raises(WireError):
        wire.decode(header, payload)


SEEDS = [
    wire.encode(v)
    for v in (
        {"ok": True, "value": np.arange(6.0).reshape(2, 3), "warnings": [["RuntimeWarning", "overflow"]]},
        {"ok": True, "value": [1, 2.5, None, "x", (1, 2), {"a": np.ones((2, 2), "f4"), "b": math.nan}]},
        {"ok": False, "kind": "ValueError", "message": "m", "line": 3, "source": ""},
    )
]


@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=6)), max_size=6))
@settings(max_examples=1500, deadline=None)
def test_mutated_frames_give_a_value_or_a_wire_error(frame, edits):
    mutated = bytearray(frame)
    for place, data in edits:
        at = place % (len(mutated) + 1)
        mutated[at : at + max(1, len(data) // 2)] = data
    with contextlib.suppress(WireError):
        wire.decode(*wire.split(bytes(mutated)))


def test_messages_that_come_in_pieces_are_whole():
    frames = [wire.encode({"a": np.arange(1000)}), wire.encode(None)]
    inbox, found = wire.Inbox(), []
    for byte in b"".join(letter + frame for letter, frame in zip((b"Q", b"A"), frames, strict=True)):
        inbox.add(bytes([byte]))
        message = inbox.take()
        assert message or inbox.missing > 0
        found += [message] if message else []
    assert found == [(b"Q", frames[0]), (b"A", frames[1])] and inbox.take() is None


def test_messages_that_come_together_are_told_apart():
    inbox = wire.Inbox()
    frames = [wire.encode(n) for n in range(3)]
    inbox.add(b"".join(b"R" + frame for frame in frames) + b"C")
    assert [inbox.take() for _ in range(4)] == [*((b"R", frame) for frame in frames), None]
    assert inbox.missing == wire.PREFIX.size


def test_a_frame_that_announces_too_much_is_refused_before_it_is_read():
    inbox = wire.Inbox()
    inbox.add(b"R" + wire.PREFIX.pack(1 << 31, 0))
    with pytest.raises(WireError, match="too large"):
        inbox.take()
    with pytest.raises(WireError):
        wire.split(b"")
    with pytest.raises(WireError):
        wire.split(SEEDS[0] + b"x")


def test_a_generator_crosses_as_its_state():
    mine = np.random.default_rng(5)
    mine.normal(size=3)
    other = wire.set_generator(np.random.default_rng(0), wire.generator_state(mine))
    assert other.normal() == mine.normal()
    with pytest.raises(WireError):
        wire.generator_state(np.random.Generator(np.random.MT19937(1)))
    for body in (["rng"], ["rng", -1, 1, 0, 0], ["rng", 1 << 200, 1, 0, 0], ["rng", 1.5, 1, 0, 0]):
        with pytest.raises(WireError):
            wire.set_generator(np.random.default_rng(0), body)


def test_text_that_numpy_made_is_text():
    (found,) = wire.decode(*wire.split(wire.encode([np.array(["ñandú"])[0]])))
    assert type(found) is str and found == "ñandú"


def test_a_dict_with_very_many_keys_is_refused():
    keys = dict.fromkeys(range(wire.MAX_KEYS))
    assert wire.decode(*wire.split(wire.encode(keys))) == keys
    with pytest.raises(WireError, match="too many keys"):
        wire.decode(*wire.split(wire.encode(keys | {-1: None})))


@given(arrays)
def test_arrays_of_the_tables_dtypes_cross_in_either_byte_order(array):
    assert wire.crosses(array.dtype)
    assert wire.crosses(array.dtype.newbyteorder())


@pytest.mark.parametrize("dtype", [object, "U3", "S3", "M8[s]", "m8[s]", [("a", "f8")], "V2", np.longdouble])
def test_arrays_of_other_dtypes_do_not_cross(dtype):
    assert not wire.crosses(np.dtype(dtype))
    with pytest.raises(WireError):
        wire.encode(np.zeros(2, dtype))
