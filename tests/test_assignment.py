"""An author's folder, changed in small wrong ways: every fault names its file and line, and all come at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder import assignment
from autograder.errors import AssignmentError, UsageError


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def faults(folder: Path) -> list[str]:
    with pytest.raises(AssignmentError) as error:
        assignment.load(folder)
    assert error.value.says.es != error.value.says.en
    return [f.text("en") for f in error.value.faults]


def line_of(folder: Path, name: str, text: str) -> int:
    return next(n for n, line in enumerate((folder / name).read_text("utf-8").split("\n"), 1) if text in line)


def test_a_right_folder_is_an_assignment(toy):
    one = assignment.load(toy)
    assert (one.name, one.stem, one.title["es"]) == ("98_toy", "toy", "Pasos pequeños")
    assert [q.name for q in one.questions] == ["relu", "Scaler"]
    assert [q.points for q in one.questions] == [5, 2.5]
    assert [v.name for v in one.questions[0].wrong] == ["keeps_negatives", "returns_slope"]
    assert one.questions[0].wrong[0].source.rstrip().endswith("return np.abs(np.asarray(x, dtype=float)) * 1.0")
    assert "def relu(x)" in one.questions[0].accepted[0].source
    assert "misconception" not in one.questions[0].wrong[0].source


@pytest.mark.parametrize(
    ("name", "old", "new", "at", "words"),
    [
        ("notebook.py", "    # END SOLUTION\n\n\n# %% kind", "\n\n# %% kind", "# BEGIN SOLUTION", "never closed"),
        ("notebook.py", '[markdown] lang="es"', '[markdown] lang="en"', '[markdown] lang="en"', "no Spanish cell"),
        ("notebook.py", '[markdown] lang="es"', "[markdown]", "# %% [markdown]\n", 'needs lang="en"'),
        ("notebook.py", 'kind="setup"', 'kind="setup" points="3"', 'points="3"', "unknown key 'points'"),
        ("notebook.py", 'kind="demo"', 'kind="plot"', 'kind="plot"', "needs either"),
        ("notebook.py", "    es: Unidad lineal rectificada de un arreglo.\n", "", "en: Rectified", "no `es` lines"),
        ("notebook.py", "def relu(x):", "def relux(x):", "def relux", "must define"),
        ("notebook.py", 'question="Scaler"', 'question="Scaler" uses="torch"', 'uses="torch"', 'uses="keras"'),
        ("tests_public.py", '@case("relu", points=1, en="negative', '@case("relo", points=1, en="negative', "def negatives_become_zero", "unknown question 'relo'; this folder has: relu, Scaler"),
        ("tests_public.py", 'es="las entradas negativas pasan a 0"', 'sp="x"', '@case("relu", points=1, en="negative', "missing in 'es'"),
        ("tests_public.py", "points=1, en", "pints=1, en", "pints", "unknown option 'pints'"),
        ("tests_public.py", "points=1, en", "points=-1, en", "points=-1", "above 0"),
        ("tests_public.py", "points=1, en", "points='1', en", "points='1'", "literal number"),
        ("tests_public.py", "(relu):", "(relu, leaky):", "(relu, leaky)", "asks for 'leaky'"),
        ("tests_public.py", "(Scaler):", "(relu):", "def columns_are_centred", "does not take 'Scaler'"),
        ("tests_public.py", 'after="negatives_become_zero"', 'after="nothing"', "def positives_stay", "no earlier case"),
        ("tests_public.py", "def positives_stay", "def negatives_become_zero", "def negatives_become_zero(relu):\n    assert_close(relu(np.array([3", "already"),
        ("tests_public.py", "import numpy as np", "import numpy as", "import numpy as", "not Python"),
        ("tests_hidden.py", "def remembers_the_mean", "def columns_are_centred", "def columns_are_centred", "already, at"),
        ("wrong/relu.py", 'es="Devuelves la pendiente."', "", "def returns_slope", "no sentence in 'es'"),
    ],
)
def test_a_small_fault_is_named_with_file_and_line(toy, name, old, new, at, words):
    edit(toy, name, old, new)
    found = faults(toy)
    text = (toy / name).read_text("utf-8")
    line = text[: text.index(at)].count("\n") + 1
    assert any(f.startswith(f"solutions/98_toy/{name}:{line}: ") and words in f for f in found), found


def test_all_faults_come_at_once(toy):
    edit(toy, "notebook.py", "# END SOLUTION", "")
    edit(toy, "tests_public.py", "points=1, en", "pints=1, en")
    edit(toy, "wrong/relu.py", "@misconception(en", "@misconception(xx")
    assert {f.split(":")[0].rsplit("/", 1)[1] for f in faults(toy)} == {"notebook.py", "tests_public.py", "relu.py"}


def test_a_question_without_hidden_cases_is_a_fault(toy):
    text = (toy / "tests_hidden.py").read_text("utf-8")
    (toy / "tests_hidden.py").write_text(text[: text.index('@case("Scaler"')], "utf-8")
    line = line_of(toy, "notebook.py", 'question="Scaler"')
    assert faults(toy) == [f"solutions/98_toy/notebook.py:{line}: question 'Scaler' has no case in tests_hidden.py"]


def test_two_answer_cells_of_one_question_are_a_fault(toy):
    with (toy / "notebook.py").open("a") as file:
        file.write('\n# %% question="relu"\ndef relu(x):\n    # BEGIN SOLUTION\n    return x\n    # END SOLUTION\n')
    assert any("already has an answer cell" in f for f in faults(toy))


def test_an_answer_without_a_region_would_be_seen(toy):
    edit(toy, "notebook.py", "    # BEGIN SOLUTION\n    # the comparison is an array of 0 and 1\n", "")
    edit(toy, "notebook.py", "    # END SOLUTION\n\n\n", "\n\n")
    assert any("students would see the answer" in f for f in faults(toy))


def test_strange_files_missing_files_and_unknown_variants_are_faults(toy):
    (toy / "notes.txt").write_text("x")
    (toy / "wrong" / "reluu.py").write_text("x = 1\n")
    (toy / "accepted" / "Scaler.py").write_text("_x = 1\n")
    found = faults(toy)
    assert any("notes.txt: not a part" in f for f in found)
    assert any("wrong/reluu.py: no question 'reluu'" in f for f in found)
    assert any("define at least one public function" in f for f in found)
    (toy / "tests_hidden.py").unlink()
    assert any("tests_hidden.py: no such file" in f for f in faults(toy))


def test_a_solution_outside_an_answer_cell_is_a_fault(toy):
    edit(toy, "notebook.py", "import numpy as np\n", "import numpy as np\n# BEGIN SOLUTION\nx = 1\n# END SOLUTION\n")
    assert any("outside an answer cell" in f for f in faults(toy))


def test_an_assignment_is_found_by_path_or_name(toy):
    assert assignment.find(str(toy)) == toy
    assert assignment.find("98_toy", toy.parent) == toy
    with pytest.raises(UsageError, match="There are: 98_toy"):
        assignment.find("99_none", toy.parent)


def test_the_stub_program_has_no_solution(toy):
    one = assignment.load(toy)
    assert "np.asarray" not in "".join(one.program(stub=True))
    assert "np.asarray" in "".join(one.program())
    assert one.program({"relu": "relu = 1"})[1] == "relu = 1"


def test_demos_and_checks_are_inert(toy):
    one = assignment.load(toy)
    assert 'check("relu")' in one.inert
    assert any("Alturas" in source for source in one.inert)
