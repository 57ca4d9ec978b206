"""The page of the proof: well formed, in both languages, readable without colour, with every mistake and case in it."""

from __future__ import annotations

import re

import pytest

from autograder.equivalents import Equivalent
from autograder.language import Sentence
from autograder.mutants import Mutant
from autograder.outcome import CaseResult, Grade, Outcome, QuestionResult
from autograder.proof import Attempt, Proof, Totals
from autograder.report import matrix, proof_page, proof_words
from autograder.verify import Trial
from tests.report.test_page import parsed


def graded(one, variant, failing: set[str], names=()) -> Grade:
    """A grade of the question's cases, of which `failing` fail."""
    question = next(q for q in one.questions if q.name == variant.question)
    cases = tuple(
        CaseResult(c.question, c.name, c.claim, c.points, c.hidden, Outcome.FAILED if c.name in failing else Outcome.PASSED)
        for c in question.cases
    )
    return Grade("a", one.name, "f", (QuestionResult(question.name, cases, names),))


@pytest.fixture(scope="module")
def proof(activations) -> Proof:
    question = activations.questions[0]
    public = next(c.name for c in question.cases if not c.hidden)
    hidden = next(c.name for c in question.cases if c.hidden)
    one, two = question.wrong[:2]
    trials = (
        Trial("wrong", one, graded(activations, one, {public, hidden}, (one.says,))),
        Trial("wrong", two, graded(activations, two, {hidden}, (one.says,))),
        Trial("accepted", question.accepted[0], graded(activations, question.accepted[0], set())),
    )
    mutant = Mutant(question.name, "sign", "return -x", "return x < 1 & 2", "")
    why = Equivalent(question.name, mutant.before, mutant.after, Sentence("the same <b>", "lo mismo <b>"))
    attempts = (
        Attempt(mutant, graded(activations, one, {public}, (two.says,))),
        Attempt(mutant, graded(activations, one, set()), why),
        Attempt(mutant, graded(activations, one, set())),
    )
    return Proof(activations, trials, attempts, (why,))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_page_is_well_formed_and_needs_nothing_but_itself(proof, lang):
    html = proof_page.proof_page([proof, proof], lang)
    found = parsed(html)
    assert not found.tags & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"https?:|url\(|@import", html)
    assert html.count("<table") == html.count("<caption") > 0
    assert ("lang", lang) in found.attrs
    assert "return x &lt; 1 &amp; 2" in html
    assert "&lt;b&gt;" in html


def test_every_mistake_and_every_case_of_its_question_is_there(proof):
    html = proof_page.proof_page([proof], "es").replace("<wbr>", "")
    question = proof.assignment.questions[0]
    for case in question.cases:
        assert case.name in html
    for trial in proof.of("wrong"):
        assert trial.variant.name in html
    assert html.count('aria-hidden="true">●') == 3
    assert html.count(f'class="sr">{proof_words.NOTICED.es}') == 3
    assert proof_words.NAMES[proof_page.called(proof.of("wrong")[1])].es in html


def test_goals_are_judged(proof):
    met = [g.met for g in proof_page.goals(proof.totals, "en")]
    assert met == [False, False, False, True, False]
    best = Totals(wrong=20, public=20, itself=15, group=4, accepted=3, mutants=9, killed=8, equivalent=1)
    assert all(g.met for g in proof_page.goals(best, "en"))
    assert "95.0%" in proof_page.goals(best, "en")[1].reached
    assert not proof_page.goals(Totals(wrong=1, public=1, itself=1), "en")[4].met


def test_survivors_stand_with_their_reason_or_as_missing_a_test(proof):
    html = proof_page.proof_page([proof], "en")
    assert "the same &lt;b&gt;" in html
    assert proof_words.NO_REASON.en in html


def test_the_terminal_says_the_same_in_a_line(proof):
    assert matrix.mutants_line(proof, "en") == "Mutants: 3; noticed 1, explained 1, neither 1"


def test_the_page_is_written_where_asked(proof, tmp_path):
    path = proof_page.write([proof], tmp_path / "new" / "proof.html", "en")
    assert path.read_text("utf-8").startswith("<!DOCTYPE html>")
