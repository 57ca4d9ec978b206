"""The proof counts what was noticed and named, and finds mutants that nobody notices or explains."""

from __future__ import annotations

import json
from functools import partial

import pytest

from autograder import assignment, equivalents, proof, verify, workers
from autograder.outcome import Outcome
from autograder.proof import Named, Proof
from tests.test_assignment import edit


def prove(folder, with_mutants: bool = True) -> Proof:
    one = assignment.load(folder)
    run = partial(workers.grade_many, assignment=one, jobs=1)
    known, _ = equivalents.read(folder)
    attempts = proof.attempts(one, run, known) if with_mutants else []
    return Proof(one, tuple(verify.trials(one, run)), tuple(attempts), tuple(known))


@pytest.fixture(scope="module")
def toy_proof(tmp_path_factory):
    from tests.sample import write_sample

    folder = write_sample(tmp_path_factory.mktemp("proof") / "solutions" / "98_toy")
    notebook = folder / "notebook.py"
    notebook.write_text(notebook.read_text("utf-8").replace(' uses="keras"', ""), "utf-8")
    return prove(folder)


def test_totals_count_answers(toy_proof):
    t = toy_proof.totals
    assert (t.wrong, t.public, t.hidden, t.accepted, t.refused) == (2, 2, 0, 1, 0)
    assert t.named == 0  # nothing is compiled here, so there are no fingerprints
    assert t.mutants == len(toy_proof.attempts) > 4
    assert t.killed + t.unexplained == t.mutants
    assert (t + t).wrong == 4


def test_what_an_answer_is_called(toy_proof):
    trial = toy_proof.of("wrong", "relu")[0]
    other = trial.variant.says + trial.variant.says

    def with_names(*names):
        questions = tuple(
            q if q.question != "relu" else type(q)(q.question, q.cases, names) for q in trial.grade.questions
        )
        return type(trial)(trial.kind, trial.variant, type(trial.grade)("a", "b", "c", questions))

    says = trial.variant.says
    assert proof.called(trial) is Named.NOT
    assert proof.called(with_names(says)) is Named.ITSELF
    assert proof.called(with_names(says, other)) is Named.GROUP
    assert proof.called(with_names(other)) is Named.WRONGLY
    assert len(proof.misnamed([trial, with_names(says), with_names(other)])) == 1


def test_a_survivor_is_a_fault_until_it_is_explained_and_a_stale_reason_is_one_too(toy_proof, tmp_path):
    survivors = [a for a in toy_proof.attempts if not a.killed]
    assert survivors
    found = list(proof.mutant_complaints(toy_proof.attempts, [], "98_toy"))
    assert len(found) == len(survivors)
    assert survivors[0].mutant.after in found[0].en + found[0].es
    entries = [
        {"question": m.question, "before": m.before, "after": m.after, "en": "same", "es": "igual"}
        for m in (a.mutant for a in survivors)
    ]
    (tmp_path / equivalents.FILE).write_text(json.dumps([*entries, {**entries[0], "after": "gone"}]))
    known, _ = equivalents.read(tmp_path)
    explained = [proof.Attempt(a.mutant, a.grade, {e.key: e for e in known}.get(a.mutant.key)) for a in toy_proof.attempts]
    (stale,) = proof.mutant_complaints(explained, known, "98_toy")
    assert "'gone'" in stale.en


def test_a_mutant_that_only_a_question_built_on_it_notices_is_noticed(toy):
    edit(toy, "tests_public.py", "assert_close(relu(np.array([-3.0, -0.5])), np.zeros(2))", "relu(np.zeros(2))")
    edit(toy, "tests_public.py", "assert_close(relu(np.array([3.0, 0.5])), np.array([3.0, 0.5]))", "relu(np.zeros(2))")
    edit(toy, "tests_hidden.py", "assert_close(relu(np.array([[-7.25, 7.25]])), np.array([[0.0, 7.25]]))", "relu(np.zeros(2))")
    edit(toy, "notebook.py", "self.mean = np.asarray(X, dtype=float).mean(axis=0)", "self.mean = relu(np.asarray(X)).mean(axis=0)")
    noticed = [a for a in prove(toy).attempts if a.mutant.question == "relu" and a.killed]
    assert noticed
    assert all(c.question == "Scaler" for a in noticed for c in a.failed if c.outcome is Outcome.FAILED)
