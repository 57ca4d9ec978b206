"""The call that graders of other makes run."""

from __future__ import annotations

import ast

from hypothesis import given
from hypothesis import strategies as st

from autograder.assignment import Assignment
from autograder.build import call


@given(st.text() | st.sampled_from([m + "\n" for m in call.MARKS]) | st.text(alphabet="\\BEGIN SOLUT\"'\n\r\x85"))
def test_a_literal_is_its_text_in_ascii(text: str):
    literal = call.literal(text)
    assert ast.literal_eval(literal) == text
    assert literal.isascii()


@given(st.text(alphabet="\\ \n'\""), st.sampled_from(call.MARKS), st.text(alphabet="\\ \n'\""))
def test_no_literal_holds_a_mark_that_nbgrader_would_obey(before: str, mark: str, after: str):
    literal = call.literal(before + mark + after)
    assert mark not in literal
    assert ast.literal_eval(literal) == before + mark + after


def test_a_call_says_all_that_prove_must_know(sample: Assignment):
    relu, scaler = sample.questions
    assert call.prove(relu, relu.cases[0], "es", "env", "PUBLIC") == (
        'prove("relu", "negatives_become_zero", env, lang="es", scratch=True, hidden=False, source=PUBLIC)'
    )
    assert "scratch=False, hidden=True" in call.prove(scaler, scaler.cases[-1], "es", "env", "HIDDEN")
