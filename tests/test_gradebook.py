from __future__ import annotations

from dataclasses import replace

import pytest

from autograder import assignment, gradebook, judge, workers
from autograder.gradebook import Gradebook
from autograder.language import Sentence
from autograder.outcome import CaseResult, Grade, Outcome, QuestionResult
from autograder.submission import Submission
from tests.test_judge import NUMPY, RELU, SCALER


def submission(student: str, *cells: str) -> Submission:
    return Submission(student, f"{student}.ipynb", cells or (NUMPY, RELU, SCALER))


def graded(submission: Submission, outcome: Outcome = Outcome.PASSED) -> Grade:
    case = CaseResult("relu", "c", Sentence("a", "b"), 2, False, outcome)
    return Grade(submission.student, "98_toy", submission.file, (QuestionResult("relu", (case,)),))


class Counting:
    """Grades without student code, and remembers what it was asked."""

    def __init__(self, outcome: Outcome = Outcome.PASSED):
        self.asked: list[str] = []
        self.outcome = outcome

    def __call__(self, submissions):
        for number, one in enumerate(submissions):
            self.asked.append(one.student)
            yield number, graded(one, self.outcome)


@pytest.fixture
def one(toy):
    return assignment.load(toy)


def run(tmp_path, one, found, grader):
    with Gradebook(tmp_path / "out" / "book.sqlite") as book:
        return list(gradebook.grade_class(found, one, grader, book))


def test_nothing_is_graded_twice(tmp_path, one):
    first, second = Counting(), Counting()
    found = [submission("ana"), submission("eva")]
    a = run(tmp_path, one, found, first)
    b = run(tmp_path, one, [*found, submission("luz")], second)
    assert first.asked == ["ana", "eva"]
    assert second.asked == ["luz"]
    assert b[:2] == a


def test_an_interrupted_batch_goes_on_where_it_stopped(tmp_path, one):
    found = [submission(s) for s in ("ana", "eva", "luz")]
    with Gradebook(tmp_path / "out" / "book.sqlite") as book:
        batch = gradebook.grade_class(found, one, Counting(), book)
        next(batch)
        next(batch)
        batch.close()
    rest = Counting()
    assert len(run(tmp_path, one, found, rest)) == 3
    assert len(rest.asked) < 3


def test_a_changed_submission_or_assignment_is_graded_again(tmp_path, one, toy):
    run(tmp_path, one, [submission("ana")], Counting())
    changed = Counting()
    run(tmp_path, one, [submission("ana", NUMPY)], changed)
    assert changed.asked == ["ana"]
    with (toy / "tests_hidden.py").open("a") as file:
        file.write("\n# a change\n")
    again = Counting()
    run(tmp_path, assignment.load(toy), [submission("ana")], again)
    assert again.asked == ["ana"]


def test_our_own_faults_are_not_kept(tmp_path, one):
    run(tmp_path, one, [submission("ana")], Counting(Outcome.INTERNAL))
    again = Counting()
    run(tmp_path, one, [submission("ana")], again)
    assert again.asked == ["ana"]


def test_of_several_files_of_one_student_the_best_counts():
    good, bad = graded(submission("ana")), replace(graded(submission("ana"), Outcome.FAILED), file="b.ipynb")
    (best,) = gradebook.best_of([bad, good])
    assert best.score == 2
    assert "2 files (ana.ipynb, b.ipynb)" in best.notes[0].en


def test_workers_grade_like_one_judge(one, box):
    found = [submission("ana"), submission("eva", NUMPY, RELU), submission("luz", NUMPY, "def relu(x): return x")]
    alone = [judge.grade(s, one, box.spawn) for s in found]
    together = dict(workers.grade_many(found, one, jobs=2))
    assert [replace(together[n], seconds=0, questions=_timeless(together[n])) for n in range(3)] == [
        replace(g, seconds=0, questions=_timeless(g)) for g in alone
    ]


def _timeless(grade):
    return tuple(replace(q, cases=tuple(replace(c, seconds=0.0) for c in q.cases)) for q in grade.questions)


def test_a_worker_that_is_killed_costs_a_retry_only(one, monkeypatch, tmp_path):
    fuse = tmp_path / "fuse"
    fuse.touch()
    real = judge.grade

    def fatal_once(*args):
        import os
        import signal

        if fuse.exists():
            fuse.unlink(missing_ok=True)
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args)

    monkeypatch.setattr(judge, "grade", fatal_once)
    found = [submission(f"s{n}") for n in range(6)]
    grades = dict(workers.grade_many(found, one, jobs=2))
    assert sorted(grades) == list(range(6))
    assert {g.score for g in grades.values()} == {7.5}


def test_a_submission_that_breaks_every_worker_is_internal_and_alone_in_it(one, monkeypatch):
    real = judge.grade

    def fatal_for_eva(submission, *rest):
        import os

        if submission.student == "eva":
            os._exit(1)
        return real(submission, *rest)

    monkeypatch.setattr(judge, "grade", fatal_for_eva)
    grades = dict(workers.grade_many([submission(s) for s in ("ana", "eva", "luz")], one, jobs=2))
    assert [grades[n].internal for n in range(3)] == [False, True, False]
    assert grades[1].score == grades[1].max_score
