"""The command as people type it."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_assignment import edit
from tests.test_judge import NUMPY, RELU, SCALER
from tests.test_submission import notebook

ROOT = Path(__file__).resolve().parent.parent


def autograder(*arguments: str, cwd: Path, lang: str = "en") -> subprocess.CompletedProcess:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "en_US.UTF-8" if lang == "en" else "es_CL.UTF-8", "COLUMNS": "120"}
    environ.pop("LC_ALL", None)
    return subprocess.run(
        [sys.executable, "-m", "autograder", *arguments], cwd=cwd, capture_output=True, text=True, env=environ, timeout=300
    )


@pytest.fixture
def place(toy) -> Path:
    """A repository with one assignment and a folder of three submissions."""
    root = toy.parent.parent
    folder = root / "class"
    folder.mkdir()
    (folder / "ana.ipynb").write_bytes(notebook(NUMPY, RELU, SCALER))
    (folder / "eva.ipynb").write_bytes(notebook(NUMPY, "def relu(x):\n    return np.abs(x)", SCALER))
    (folder / "=luz.ipynb").write_bytes(b"")
    return root


def test_build_then_check_is_up_to_date(place):
    stale = autograder("build", "--check", cwd=place)
    assert stale.returncode == 1
    assert "stale: assignments/98_toy/toy.es.ipynb" in stale.stdout
    built = autograder("build", cwd=place)
    assert built.returncode == 0, built.stderr
    assert (place / "build" / "otter" / "98_toy" / "es" / "autograder.zip").is_file()
    assert autograder("build", "--check", cwd=place).returncode == 0


def test_grade_writes_everything(place):
    done = autograder("grade", "98_toy", "class", "--out", "out", cwd=place)
    assert done.returncode == 0, done.stderr
    with (place / "out" / "grades.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(r["student"], float(r["score"]), float(r["relu"])) for r in rows] == [("'=luz", 0, 0), ("ana", 7.5, 5), ("eva", 2.5, 0)]
    assert len(json.loads((place / "out" / "results.json").read_text("utf-8"))["grades"]) == 3
    assert (place / "out" / "index.html").is_file()
    assert len(list((place / "out" / "feedback").glob("*.html"))) == 3
    assert "Class page: out/index.html" in done.stdout


def test_grade_prints_a_json_line_per_student(place):
    done = autograder("grade", "98_toy", "class", "--out", "out", "--json", cwd=place)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert sorted(line["student"] for line in lines) == ["=luz", "ana", "eva"]


def test_a_second_run_gives_the_same_bytes(place):
    autograder("grade", "98_toy", "class", "--out", "out", cwd=place)
    first = {p.name: p.read_bytes() for p in (place / "out").rglob("*") if p.suffix in (".html", ".csv")}
    autograder("grade", "98_toy", "class", "--out", "out", cwd=place)
    assert first == {p.name: p.read_bytes() for p in (place / "out").rglob("*") if p.suffix in (".html", ".csv")}


def test_unsafe_grading_is_stamped(place):
    done = autograder("grade", "98_toy", "class/ana.ipynb", "--out", "out", "--unsafe", cwd=place)
    assert done.returncode == 0, done.stderr
    assert "sandbox" in (place / "out" / "index.html").read_text("utf-8")


def test_verify_tries_mutants_and_writes_its_proof_when_asked(place):
    done = autograder("verify", "98_toy", "--mutants", "--report", "proof/page.html", cwd=place, lang="es")
    assert done.returncode == 1, done.stdout + done.stderr  # the toy has survivors that nobody explains
    assert "Mutantes: " in done.stdout
    assert "equivalent.json" in done.stdout
    page = (place / "proof" / "page.html").read_text("utf-8")
    assert "keeps_negatives" in page.replace("<wbr>", "")
    assert 'lang="es"' in page
    assert "Mutant" not in autograder("verify", "98_toy", cwd=place).stdout


def test_verify_prints_the_matrix_and_the_faults(place, toy):
    good = autograder("verify", cwd=place)
    assert (good.returncode, "wrong/relu.py keeps_negatives" in good.stdout) == (0, True), good.stderr
    edit(toy, "wrong/relu.py", "return np.abs(np.asarray(x, dtype=float)) * 1.0", "return np.maximum(x, 0.0)")
    bad = autograder("verify", "98_toy", cwd=place, lang="es")
    assert bad.returncode == 1
    assert "no falla ningún caso público" in " ".join(bad.stdout.split())


def test_an_authors_faults_are_lines_not_tracebacks(place, toy):
    edit(toy, "tests_public.py", "points=1, en", "pints=1, en")
    for command in (["build"], ["verify"], ["grade", "98_toy", "class", "--out", "out"]):
        done = autograder(*command, cwd=place)
        assert done.returncode == 2
        assert done.stderr.startswith("solutions/98_toy/tests_public.py:9: case 'negatives_become_zero': unknown option 'pints'")
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["grade", "99_none", "class", "--out", "out"], "no assignment '99_none'"),
        (["grade", "98_toy", "nowhere", "--out", "out"], "There is nothing at nowhere"),
        (["grade", "98_toy", "solutions/98_toy/data", "--out", "out"], "No notebook"),
        (["check"], "no notebook in"),
        (["check", "none.ipynb"], "There is no file none.ipynb"),
        (["check", "a.ipynb", "b.ipynb"], "at most one notebook"),
    ],
)
def test_a_users_mistake_is_a_sentence(place, arguments, words):
    done = autograder(*arguments, cwd=place)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_no_assignments_at_all_is_a_sentence(tmp_path):
    assert "No assignments" in autograder("verify", cwd=tmp_path).stderr


def test_check_explains_and_exits_with_the_verdict(place):
    autograder("build", cwd=place)
    folder = place / "assignments" / "98_toy"
    blank = autograder("check", "toy.es.ipynb", "relu", "--lang", "es", cwd=folder)
    assert blank.returncode == 1
    assert "Todavía no está escrita" in blank.stdout
    notebook = folder / "toy.es.ipynb"
    notebook.write_text(notebook.read_text("utf-8").replace('raise NotImplementedError(\\"relu\\")', "return np.maximum(x, 0.0)"), "utf-8")
    assert autograder("check", "relu", "--lang", "es", cwd=folder).returncode == 0


def test_check_on_a_numpy_assignment_loads_no_grader_and_no_tensorflow(place):
    autograder("build", cwd=place)
    code = "import atexit, sys; atexit.register(lambda: print('loaded:', *sorted({m.split('.')[0] for m in sys.modules}))); import autograder.__main__"
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "relu"], cwd=place / "assignments" / "98_toy", capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=300,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    loaded = set(done.stdout.partition("loaded:")[2].split())
    assert "numpy" in loaded
    assert not loaded & {"tensorflow", "keras", "scipy", "nbgrader", "otter", "pandas", "nbformat", "jupytext", "jinja2",
                         "distributed", "pyseccomp"}


def test_help_speaks_both_languages(place):
    assert "Grade a class" in autograder("--help", cwd=place).stdout
    assert "Califica una clase" in autograder("--help", cwd=place, lang="es").stdout


def test_doctor_finds_every_protection(place):
    done = autograder("doctor", cwd=place)
    assert done.returncode == 0, done.stdout
    assert "BROKEN" not in done.stdout


def test_demo_makes_and_grades_a_class(place):
    done = autograder("demo", "--assignment", "98_toy", "--students", "9", cwd=place)
    assert done.returncode == 0, done.stderr
    assert "Wrote 9 notebooks" in done.stdout
    assert (place / "demo-class" / "results" / "index.html").is_file()
