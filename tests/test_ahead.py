"""Requests sent ahead: a case gets the reply to what it asks, whatever else is under way."""

from __future__ import annotations

from collections import deque

import pytest

from autograder.errors import ChildDied
from autograder.remote import Ahead


class Echo:
    """A pipe whose replies name their requests; `deadly` is the request that ends it."""

    def __init__(self, deadly: bytes = b""):
        self.posted: deque[bytes] = deque()
        self.log: list[str] = []
        self.deadly = deadly

    def post(self, frames):
        frames = list(frames)
        self.posted += frames
        self.log.append("post " + b" ".join(frames).decode())

    def reply(self, answer):
        request = self.posted.popleft()
        if request == self.deadly:
            raise ChildDied
        self.log.append("reply " + request.decode())
        return b"re:" + request

    def ask(self, frame, answer):
        self.post([frame])
        return self.reply(answer)


SCRIPT = [("one", (b"a", b"b")), ("two", (b"c",)), ("three", (b"d",))]


@pytest.fixture
def pipe():
    return Echo()


@pytest.fixture
def ahead(pipe):
    made = Ahead(pipe)
    made.send(SCRIPT)
    return made


def asked(ahead, case, *requests):
    ahead.begin(case)
    return [ahead.ask(r, None) for r in requests]


def test_all_is_sent_at_once_and_read_as_it_is_asked_for(ahead, pipe):
    assert asked(ahead, "one", b"a", b"b") == [b"re:a", b"re:b"]
    assert ahead.end()
    assert asked(ahead, "two", b"c") == [b"re:c"]
    assert pipe.log == ["post a b c d", "reply a", "reply b", "reply c"]


def test_a_case_that_asks_something_else_is_answered_that(ahead):
    assert asked(ahead, "one", b"a", b"x", b"b") == [b"re:a", b"re:x", b"re:b"]
    assert ahead.end() and asked(ahead, "two", b"c", b"y") == [b"re:c", b"re:y"]
    assert ahead.end() and asked(ahead, "three", b"d") == [b"re:d"]


def test_what_was_asked_before_another_request_is_asked_again_after_it(ahead, pipe):
    asked(ahead, "one", b"x", b"a")
    assert pipe.log.count("reply a") == 2


def test_a_case_that_ends_early_leaves_nothing_to_the_next(ahead):
    asked(ahead, "one", b"a")
    assert ahead.end() and asked(ahead, "two", b"c") == [b"re:c"]


def test_a_case_tried_twice_is_answered_anew(ahead, pipe):
    assert asked(ahead, "one", b"a", b"b") == asked(ahead, "one", b"a", b"b")
    assert pipe.log.count("reply a") == 2


def test_a_case_that_nothing_was_sent_for_asks_for_itself(ahead):
    assert asked(ahead, "zero", b"a") == [b"re:a"]
    assert ahead.end() and asked(ahead, "two", b"c") == [b"re:c"]


@pytest.mark.parametrize(
    ("deadly", "requests", "misled"), [(b"b", (b"a", b"b"), True), (b"c", (b"a", b"x"), True), (b"x", (b"x",), False)]
)
def test_who_lost_the_child_is_not_known_while_others_are_under_way(deadly, requests, misled):
    ahead = Ahead(Echo(deadly))
    ahead.send(SCRIPT)
    with pytest.raises(ChildDied):
        asked(ahead, "one", *requests)
    assert ahead.misled is misled


def test_a_child_lost_to_what_nobody_asked_for_is_nobodys_loss():
    ahead = Ahead(Echo(b"b"))
    ahead.send(SCRIPT)
    asked(ahead, "one", b"a")
    assert not ahead.end() and not ahead.misled
