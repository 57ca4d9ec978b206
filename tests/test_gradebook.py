"""Graded once, kept at once: what is repeated, what is not, and what survives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder import assignment, gradebook
from autograder.errors import UsageError
from autograder.gradebook import Gradebook
from autograder.language import Sentence
from autograder.outcome import Adjustment, CaseResult, Evidence, Grade, Outcome, QuestionResult
from autograder.submission import Submission
from tests.test_assignment import edit
from tests.test_judge import NUMPY, RELU, SCALER

ALL = ("relu", "Scaler")


def submission(student: str, *cells: str) -> Submission:
    return Submission(student, f"{student}.ipynb", (*(cells or (NUMPY, RELU, SCALER)), f"# {student}"))


def graded(submission: Submission, outcome: Outcome = Outcome.PASSED, questions=ALL) -> Grade:
    results = tuple(QuestionResult(q, (CaseResult(q, "c", Sentence("a", "b"), 2, False, outcome),)) for q in questions)
    return Grade(submission.student, "98_toy", submission.file, results, seconds=1.5)


class Counting:
    """Grades without student code, and remembers what it was asked."""

    def __init__(self, outcome: Outcome = Outcome.PASSED):
        self.asked: list[str] = []
        self.only: list[frozenset[str] | None] = []
        self.outcome = outcome

    def __call__(self, submissions, *, only):
        for number, one in enumerate(submissions):
            self.asked.append(one.student)
            self.only.append(only[number])
            yield number, graded(one, self.outcome, [q for q in ALL if not only[number] or q in only[number]])


@pytest.fixture
def one(toy):
    return assignment.load(toy)


def run(tmp_path, one, found, grader):
    with Gradebook(tmp_path / "out" / "book.sqlite") as book:
        return [replace(g, seconds=0.0) for g in gradebook.grade_class(found, one, grader, book)]


def test_nothing_is_graded_twice(tmp_path, one):
    first, second = Counting(), Counting()
    found = [submission("ana"), submission("eva")]
    a = run(tmp_path, one, found, first)
    b = run(tmp_path, one, [*found, submission("luz")], second)
    assert (first.asked, first.only) == (["ana", "eva"], [None, None])
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
    assert rest.asked == ["luz"]


def test_a_changed_submission_is_graded_again(tmp_path, one):
    run(tmp_path, one, [submission("ana")], Counting())
    changed = Counting()
    run(tmp_path, one, [submission("ana", NUMPY)], changed)
    assert changed.asked == ["ana"]


@pytest.mark.parametrize(
    ("file", "old", "new", "again"),
    [
        ("tests_hidden.py", "-7.25, 7.25]]))", "-7.5, 7.25]]))", {"relu"}),
        ("tests_public.py", "columns of the result", "columns", {"Scaler"}),
        ("tests_public.py", "points=2", "points=3", {"Scaler"}),
        ("tests_hidden.py", "import numpy as np", "import numpy as np\nSEED = 3", set(ALL)),
        ("tests_hidden.py", "import numpy as np", "import numpy as np  # the library", set()),
        ("notebook.py", "Two questions about arrays", "Two small questions", set()),
        ("notebook.py", "Heights in metres", "Heights", set(ALL)),
        ("data/heights.csv", "1.62", "1.63", set(ALL)),
        ("wrong/relu.py", "You keep negative", "Yours keeps negative", set()),
        ("wrong/relu.py", "np.abs(np.asarray(x, dtype=float)) * 1.0", "np.abs(x) * 1.0", set()),
    ],
)
def test_a_change_in_the_folder_costs_the_questions_it_touches(tmp_path, one, toy, file, old, new, again):
    before = run(tmp_path, one, [submission("ana")], Counting())
    edit(toy, file, old, new)
    second = Counting(Outcome.FAILED)
    (after,) = run(tmp_path, assignment.load(toy), [submission("ana")], second)
    assert second.only == ([None if again == set(ALL) else again] if again else [])
    assert {q.question for q in after.questions if q.score == 0} == again
    assert [q.question for q in after.questions] == [q.question for q in before[0].questions]


def test_a_case_that_uses_another_one_changes_with_it(tmp_path, one, toy):
    edit(toy, "tests_public.py", "    X = np.array([[1.0, 2.0]", "    assert positives_stay\n    X = np.array([[1.0, 2.0]")
    run(tmp_path, assignment.load(toy), [submission("ana")], Counting())
    edit(toy, "tests_public.py", "relu(np.array([3.0, 0.5])), np.array([3.0, 0.5])", "relu(np.array([3.0])), np.array([3.0])")
    second = Counting()
    run(tmp_path, assignment.load(toy), [submission("ana")], second)
    assert second.only == [None]


def test_our_own_faults_are_not_kept(tmp_path, one):
    run(tmp_path, one, [submission("ana")], Counting(Outcome.INTERNAL))
    again = Counting()
    run(tmp_path, one, [submission("ana")], again)
    assert again.asked == ["ana"]


def test_of_several_files_of_one_student_the_best_counts():
    good, bad = graded(submission("ana")), replace(graded(submission("ana"), Outcome.FAILED), file="b.ipynb")
    (best,) = gradebook.best_of([bad, good])
    assert best.score == 4
    assert "2 files (ana.ipynb, b.ipynb)" in best.notes[0].en


def test_what_differs_from_run_to_run_is_left_out():
    where = Sentence("at 0x7f33dcaa1b20", "en 0x7f33dcaa1b20")
    case = CaseResult("relu", "c", where, 1, False, Outcome.FAILED, where, Evidence("f()", "<g at 0x7f33dcaa1b20>"), 0.2)
    found = gradebook.steady(Grade("ana", "98_toy", "a", (QuestionResult("relu", (case,)),), (where,)))
    (steady,) = found.questions[0].cases
    assert (steady.seconds, steady.says.en, steady.evidence.returned) == (0.0, "at 0x…", "<g at 0x…>")
    assert found.notes[0].es == "en 0x…"


def test_an_adjustment_survives_every_report_and_says_why(tmp_path):
    grades = [graded(submission(s), Outcome.FAILED) for s in ("ana", "eva")]
    with Gradebook(tmp_path / "book.sqlite") as book:
        book.report(grades, {"title": "Toy"})
        book.adjust("ana", "relu", Adjustment(1.5, "sound idea"))
        book.report(grades, {"title": "Toy 2"})
    with Gradebook(tmp_path / "book.sqlite") as book:
        ana, eva = book.adjusted(book.reported())
        assert (ana.score, eva.score, book.about("title")) == (1.5, 0, "Toy 2")
        assert ana.notes[-1].en == "relu: 1.5 points given by hand, where the tests give 0. Reason: sound idea"
        book.adjust("ana", "relu", None)
        assert book.adjusted(book.reported()) == grades


def test_changes_name_who_and_by_how_much():
    old, same = graded(submission("ana"), Outcome.FAILED), graded(submission("eva"))
    new, came = graded(submission("ana")), graded(submission("luz"))
    one, two = gradebook.changes([old, same], [new, same, came])
    assert (one.student, one.scores, one.questions) == ("ana", (0, 4), [("relu", 0, 2), ("Scaler", 0, 2)])
    assert (two.student, two.scores) == ("luz", (None, 4))


@pytest.mark.parametrize(("student", "question", "words"), [("anna", "relu", "Near it: ana"), ("ana", "rely", "There are: relu, Scaler")])
def test_an_adjustment_of_nobody_is_a_sentence(student, question, words):
    with pytest.raises(UsageError, match=words):
        gradebook.find([graded(submission("ana"))], student, question)


def test_a_folder_without_a_class_is_a_sentence(tmp_path):
    with pytest.raises(UsageError, match="run `autograder grade` first"):
        gradebook.existing(tmp_path)
