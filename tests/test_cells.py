from __future__ import annotations

import jupytext
import pytest

from autograder import cells
from autograder.cells import bilingual, regions
from tests.sample import NOTEBOOK


def test_cells_are_those_jupytext_reads():
    found, faults = cells.parse(NOTEBOOK, "notebook.py")
    theirs = jupytext.reads(NOTEBOOK, fmt="py:percent").cells
    assert faults == []
    assert [c.source for c in found] == [c.source for c in theirs]


def test_a_cell_knows_its_line():
    found, _ = cells.parse(NOTEBOOK, "notebook.py")
    lines = NOTEBOOK.split("\n")
    for cell in found:
        first = cell.source.split("\n")[0]
        assert lines[cell.line - 1] == (f"# {first}" if cell.kind == "text" else first)


def test_students_see_one_language_and_a_stub():
    found, _ = cells.parse(NOTEBOOK, "notebook.py")
    relu = next(c for c in found if c.question == "relu")
    spanish = cells.student(relu, "es")
    assert "Unidad lineal" in spanish
    assert "Rectified" not in spanish
    assert "es:" not in spanish
    assert '    # Escribe tu código aquí.\n    raise NotImplementedError("relu")' in spanish
    assert "np.asarray" not in spanish
    compile(spanish, "relu", "exec")


def test_a_class_may_have_several_regions():
    found, _ = cells.parse(NOTEBOOK, "notebook.py")
    scaler = next(c for c in found if c.question == "Scaler")
    assert cells.student(scaler, "en").count("NotImplementedError") == 2
    assert len(regions.bodies(scaler.source)) == 2


def test_the_solution_has_no_marks():
    found, _ = cells.parse(NOTEBOOK, "notebook.py")
    relu = next(c for c in found if c.question == "relu")
    assert "SOLUTION" not in cells.solution(relu)
    assert "np.asarray" in cells.solution(relu)


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("x\n# BEGIN SOLUTION\ny", 11, "never closed"),
        ("# END SOLUTION", 10, "without a '# BEGIN SOLUTION'"),
        ("# BEGIN SOLUTION\n# BEGIN SOLUTION\n# END SOLUTION", 11, "a second"),
        ("### BEGIN SOLUTION\n# END SOLUTION", 10, "exactly"),
        ("# begin solution", 10, "exactly"),
        ("#BEGIN SOLUTION", 10, "exactly"),
    ],
)
def test_marks_out_of_place_are_faults_with_their_line(source, line, words):
    found = regions.faults(source, "n.py", 10)
    assert found[0].line == line
    assert words in found[0].says.en


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("# en: hello\nx = 1", 1),
        ("x = 1\n# es: hola", 2),
        ("# es: hola\n# en: hello", 1),
        ('title("A")  # en\nother()', 1),
        ("# a comment in one language", 1),
        ('def f():\n    """One language only."""', 2),
        ('title("two words here")', 1),
        ('def f():\n    """\n    en: One.\n    """', 3),
    ],
)
def test_text_in_one_language_is_a_fault_with_its_line(source, line):
    found = bilingual.faults(source, "n.py", 1)
    assert [f.line for f in found][:1] == [line]


@pytest.mark.parametrize(
    "source",
    [
        "# en: hello\n# es: hola",
        "# en: one\n# en: two\n# es: uno y dos",
        'title("Hello you")  # en\ntitle("Hola a todos")  # es',
        "x = np.zeros((N, D))  # (N, D)",
        'plt.legend(loc="upper right")',
        "# BEGIN SOLUTION\n# a remark that students never see\n# END SOLUTION",
        'x = {"mode": "valid"}',
        'np.load("data/digits.npz")',
    ],
)
def test_text_in_two_languages_is_fine(source):
    assert bilingual.faults(source, "n.py", 1) == []


def test_in_language_keeps_the_indentation():
    assert bilingual.in_language("    # en: hello\n    # es: hola\n    x = 1", "es") == "    # hola\n    x = 1"
