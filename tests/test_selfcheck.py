"""What a student runs, from the compiled folder alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder import assignment, build, selfcheck
from autograder.errors import UsageError
from autograder.outcome import Outcome

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def folder(toy, tmp_path) -> Path:
    """What a student of the toy assignment receives, with no instructor file near."""
    build.build(assignment.load(toy), tmp_path / "handed")
    return tmp_path / "handed" / "assignments" / "98_toy"


def solve(folder: Path, relu: str, lang: str = "es") -> Path:
    notebook = folder / f"toy.{lang}.ipynb"
    text = notebook.read_text("utf-8")
    stub = 'raise NotImplementedError(\\"relu\\")\\n'
    assert stub.replace("\\n", "") in text
    notebook.write_text(text.replace(stub.replace("\\n", ""), relu), "utf-8")
    return notebook


def test_an_untouched_notebook_is_kindly_missing(folder):
    grade = selfcheck.check_file(folder / "toy.es.ipynb", None, "es")
    assert grade.score == 0
    assert grade.max_score == 4
    assert {c.outcome for q in grade.questions for c in q.cases} <= {Outcome.MISSING, Outcome.SKIPPED}


def test_a_right_answer_passes_and_only_public_cases_are_known(folder):
    grade = selfcheck.check_file(solve(folder, "return np.maximum(x, 0.0)"), "relu", "es")
    assert grade.score == grade.max_score == 2
    assert not any(c.hidden for q in grade.questions for c in q.cases)


def test_a_wrong_answer_is_explained_in_the_students_language(folder):
    grade = selfcheck.check_file(solve(folder, "return np.abs(x)"), "relu", "es")
    failed = grade.questions[0].cases[0]
    assert failed.evidence.call == "relu(array([-3. , -0.5]))"
    assert failed.evidence.returned == "array([3. , 0.5])"
    assert "debería ser" in failed.says["es"]


def test_a_stumble_is_a_note(folder):
    grade = selfcheck.check_file(solve(folder, "return (", "en"), "relu", "en")
    assert "SyntaxError" in grade.notes[0].en


def test_an_endless_loop_ends(folder):
    grade = selfcheck.check_file(solve(folder, "exec('while True: pass')"), "relu", "es")
    assert grade.questions[0].cases[0].outcome is Outcome.TIMED_OUT


def test_wrong_names_and_places_are_sentences(folder, tmp_path):
    with pytest.raises(UsageError, match="There are: relu, Scaler"):
        selfcheck.check_file(folder / "toy.es.ipynb", "rely", "en")
    (tmp_path / "alone.ipynb").write_bytes((folder / "toy.es.ipynb").read_bytes())
    with pytest.raises(UsageError, match=r"no tests_public\.py"):
        selfcheck.check_file(tmp_path / "alone.ipynb", None, "en")
    with pytest.raises(UsageError, match="no notebook"):
        selfcheck.find_notebook(tmp_path / "handed")


def test_the_notebook_saved_last_is_the_one(folder):
    os.utime(folder / "toy.en.ipynb", (1, 1))
    assert selfcheck.find_notebook(folder).name == "toy.es.ipynb"


def test_check_in_a_script_uses_its_names(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    names: dict = {}
    exec("import numpy as np\nfrom autograder import checker\ncheck = checker(lang='es')\ndef relu(x): return np.abs(x)\ncheck('relu')", names)
    said = capsys.readouterr().out
    assert "relu(array([-3. , -0.5]))" in said
    exec("def relu(x): return np.maximum(x, 0.0)\ncheck('relu')", names)
    assert "2 de 4" in capsys.readouterr().out
    exec("check('relo')", names)
    assert "No existe la pregunta 'relo'" in capsys.readouterr().out
    exec("check()", names)
    assert "Scaler" in capsys.readouterr().out


def loaded(code: str) -> set[str]:
    """Top-level packages loaded after `code` ran in a fresh interpreter."""
    program = f"import sys\n{code}\nprint('\\n'.join({{m.split('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


HEAVY = {"tensorflow", "keras", "nbgrader", "otter", "pandas", "nbformat", "jupytext", "scipy", "jinja2", "IPython"}


def test_importing_the_package_loads_nothing_heavy():
    assert not loaded("import autograder") & (HEAVY | {"numpy", "click", "rich", "msgspec"})


def test_checking_a_numpy_assignment_loads_nothing_heavy(folder):
    code = f"from pathlib import Path\nfrom autograder import selfcheck\nselfcheck.check_file(Path({str(folder / 'toy.es.ipynb')!r}), None, 'es')"
    assert not loaded(code) & HEAVY


def test_help_loads_nothing_heavy():
    code = "sys.argv = ['autograder', '--help']\nfrom autograder.cli import main\ntry:\n    main()\nexcept SystemExit:\n    pass"
    assert not loaded(code) & (HEAVY | {"numpy", "rich", "msgspec"})
