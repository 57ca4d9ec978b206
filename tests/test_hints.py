"""Ladders of hints: how staff write them, what students receive, and how they are opened."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from autograder import assignment, build, checker, hinter, hints, ladder
from autograder.errors import UsageError
from tests import graders
from tests.build import submissions
from tests.test_assignment import edit, faults

ROOT = Path(__file__).resolve().parent.parent
NAMES = sorted(p.parent.name for p in (ROOT / "solutions").glob("*/hints.py"))
RUNGS = {"relu": ("a gate", "una compuerta"), "Scaler": ("a balance", "una balanza")}


def cell(question: str, lang: str, text: str) -> str:
    return f'# %% [markdown] question="{question}" lang="{lang}"\n# {text}\n\n'


def pair(question: str, n: int) -> str:
    en, es = RUNGS.get(question, ("a rung", "un peldaño"))
    return cell(question, "en", f"Hint {n}: **{en}**") + cell(question, "es", f"Pista {n}: **{es}**")


@pytest.fixture
def hinted(toy) -> Path:
    """The toy assignment with a ladder for each of its questions."""
    (toy / "hints.py").write_text("".join(pair(q, n) for q in RUNGS for n in (1, 2, 3)), "utf-8")
    return toy


@pytest.fixture
def folder(hinted, tmp_path) -> Path:
    """What a student of that assignment receives."""
    build.build(assignment.load(hinted), tmp_path / "handed")
    return tmp_path / "handed" / "assignments" / "98_toy"


def told(hinted: Path) -> None:
    text = (hinted / "hints.py").read_text("utf-8")
    (hinted / "hints.py").write_text(f'# %% told="instructor"\n\n{text}', "utf-8")


# What staff write


def test_every_question_has_three_rungs_in_both_languages(hinted):
    found = assignment.load(hinted).hints
    assert [(one.question, len(one.rungs)) for one in found.ladders] == [("relu", 3), ("Scaler", 3)]
    assert found.ladders[0].rungs[1]["es"] == "Pista 2: **una compuerta**"
    assert not found.told


def test_ladders_stand_in_the_order_of_the_notebook(hinted):
    (hinted / "hints.py").write_text("".join(pair(q, n) for n in (1, 2, 3) for q in ("Scaler", "relu")), "utf-8")
    assert [one.question for one in assignment.load(hinted).hints.ladders] == ["relu", "Scaler"]


def test_a_folder_without_hints_is_right(toy):
    one = assignment.load(toy)
    assert one.hints == hints.NONE
    assert hints.FILE not in build.outputs(one)


@pytest.mark.parametrize(
    ("old", "new", "at", "words"),
    [
        ('question="relu" lang="en"', 'question="relo" lang="en"', 'question="relo"', "unknown question 'relo'; this folder has: relu, Scaler"),
        ('question="relu" lang="en"', 'lang="en"', '# %% [markdown] lang="en"', "names its question"),
        ('question="relu" lang="en"', 'question="relu"', '# %% [markdown] question="relu"\n', 'needs lang="en"'),
        ('question="relu" lang="en"', 'question="relu" lang="fr"', 'lang="fr"', 'needs lang="en"'),
        ('question="relu" lang="en"', 'question="relu" rung="1" lang="en"', 'rung="1"', "unknown key 'rung'; a hint has: lang, question"),
        ('question="relu" lang="es"', 'question="Scaler" lang="es"', '# %% [markdown] question="Scaler" lang="es"', "for 'Scaler', the English one before it for 'relu'"),
        (cell("relu", "es", "Pista 1: **una compuerta**"), "", '# %% [markdown] question="relu" lang="en"', "no Spanish cell"),
        (cell("relu", "en", "Hint 1: **a gate**"), "", '# %% [markdown] question="relu" lang="es"', "no English cell"),
        ('# %% [markdown] question="relu" lang="en"', '# %% question="relu" lang="en"', '# %% question="relu"', "is a [markdown] cell"),
        ("# Hint 2: **a gate**", "# Hint 2: $x^2$", "# Hint 2: $", "no LaTeX"),
        ("# Hint 2: **a gate**", "#", '# %% [markdown] question="relu" lang="en"\n#\n', "is empty"),
    ],
)  # fmt: skip
def test_a_small_fault_is_named_with_file_and_line(hinted, old, new, at, words):
    edit(hinted, "hints.py", old, new)
    text = (hinted / "hints.py").read_text("utf-8")
    line = text[: text.index(at)].count("\n") + 1
    found = faults(hinted)
    assert any(f.startswith(f"solutions/98_toy/hints.py:{line}: ") and words in f for f in found), found


@pytest.mark.parametrize(("numbers", "count"), [((1, 2), 2), ((1, 2, 3, 4), 4)])
def test_a_ladder_has_neither_fewer_nor_more_than_three_rungs(hinted, numbers, count):
    (hinted / "hints.py").write_text("".join([*(pair("relu", n) for n in numbers), *(pair("Scaler", n) for n in (1, 2, 3))]), "utf-8")
    line = 6 * (count - 1) + 1
    (found,) = faults(hinted)
    assert found.startswith(f"solutions/98_toy/hints.py:{line}: question 'relu' has {count} hints in hints.py; a ladder has 3: the idea; ")


@pytest.mark.parametrize("text", ["", "".join(pair("relu", n) for n in (1, 2, 3))])
def test_when_there_are_hints_every_question_has_them(hinted, text):
    (hinted / "hints.py").write_text(text, "utf-8")
    line = next(n for n, s in enumerate((hinted / "notebook.py").read_text("utf-8").split("\n"), 1) if 'question="Scaler"' in s)
    assert any(f.startswith(f"solutions/98_toy/notebook.py:{line}: question 'Scaler' has 0 hints") for f in faults(hinted))


def test_all_faults_come_at_once_with_those_of_other_files(hinted):
    edit(hinted, "hints.py", 'question="relu" lang="en"', 'question="relo" level="1" lang="en"')
    edit(hinted, "hints.py", "# Hint 2: **a gate**", "# $x$")
    edit(hinted, "tests_public.py", "points=1, en", "pints=1, en")
    found = "\n".join(faults(hinted))
    for words in ("unknown key 'level'", "unknown question 'relo'", "the English one before it", "no LaTeX", "unknown option 'pints'"):
        assert words in found


def test_text_before_the_first_cell_is_a_fault(hinted):
    edit(hinted, "hints.py", "# %%", '"""Hints."""\n# %%')
    assert any("hints.py:1: text before the first" in f for f in faults(hinted))


def test_one_empty_cell_may_say_that_the_instructor_is_told(hinted):
    told(hinted)
    one = assignment.load(hinted)
    assert one.hints.told
    assert len(one.hints.ladders) == 2


@pytest.mark.parametrize("header", ['told="parents"', 'told="instructor" kind="setup"', 'told="instructor"\nx = 1'])
def test_any_other_cell_before_the_hints_is_a_fault(hinted, header):
    text = (hinted / "hints.py").read_text("utf-8")
    (hinted / "hints.py").write_text(f"# %% {header}\n\n{text}", "utf-8")
    assert any("hints.py:1: a hint is a [markdown] cell" in f for f in faults(hinted))


# What is compiled


def test_students_receive_both_languages_in_the_order_of_the_questions(hinted):
    files = build.outputs(assignment.load(hinted))
    found = json.loads(files[hints.FILE])
    assert list(found) == ["relu", "Scaler"]
    assert found["relu"][0] == {"en": "Hint 1: **a gate**", "es": "Pista 1: **una compuerta**"}
    assert files[hints.FILE] == build.outputs(assignment.load(hinted))[hints.FILE]


def test_a_changed_hint_makes_its_file_stale_and_no_other(hinted, tmp_path):
    build.build(assignment.load(hinted), tmp_path)
    edit(hinted, "hints.py", "Hint 3: **a gate**", "Hint 3: a door")
    assert build.stale(assignment.load(hinted), tmp_path) == [tmp_path / "assignments/98_toy/hints.json"]


def test_only_an_assignment_that_says_so_tells_the_instructor(hinted):
    assert "tell_hints" not in json.loads(build.outputs(assignment.load(hinted))["assignment.json"])
    told(hinted)
    assert json.loads(build.outputs(assignment.load(hinted))["assignment.json"])["tell_hints"] is True


@pytest.mark.parametrize(
    ("secret", "words"),
    [
        ("Write `np.asarray(x) * (np.asarray(x)>0) * 1.0`, and that is all.", "a formula of the answer to 'relu'"),
        ("doubled = np.asarray(x, dtype=float) + np.abs(x)", "a line of accepted answer"),
        ("Divide: `np.asarray(X,dtype=float)-self.mean`.", "a formula of the answer to 'Scaler'"),
        ("As keeps_negatives does.", "the name of wrong answer"),
        ("Sure that it works on a table?", "the sentence of hidden case"),
    ],
)
def test_a_hint_may_not_hold_what_is_secret(hinted, secret, words):
    edit(hinted, "hints.py", "Hint 3: **a gate**", secret)
    one = assignment.load(hinted)
    found = [f.text("en") for f in build.leaks(one, build.outputs(one))]
    assert any("assignments/98_toy/hints.json" in f and words in f for f in found), found


def test_a_formula_that_the_notebook_shows_may_be_repeated(hinted):
    edit(hinted, "notebook.py", "# Two questions", "# It is `np.asarray(x) * (np.asarray(x) > 0) * 1.0`. Two questions")
    edit(hinted, "hints.py", "Hint 3: **a gate**", "As said: np.asarray(x) * (np.asarray(x) > 0) * 1.0")
    one = assignment.load(hinted)
    assert build.leaks(one, build.outputs(one)) == []


# What students open


def said(capsys) -> str:
    return capsys.readouterr().out


def test_each_call_opens_one_more_and_shows_those_before(folder, capsys):
    hint = ladder.Hinter("es", folder)
    hint("relu")
    first = said(capsys)
    assert "`relu`: pista 1 de 3, la idea\n\nPista 1: una compuerta\n" in first
    assert "Pista 2" not in first
    assert 'hint("relu")' in first
    hint("relu")
    second = said(capsys)
    assert second.index("Pista 1:") < second.index("dónde mirar") < second.index("Pista 2:")
    hint("relu")
    assert "Esa era la última pista" in said(capsys)
    hint("relu")
    assert said(capsys).count("Pista ") == 3


def test_questions_have_ladders_of_their_own(folder, capsys):
    hint = ladder.Hinter("en", folder)
    hint("relu")
    hint("Scaler")
    assert "hint 1 of 3, the idea\n\nHint 1: a balance" in said(capsys)


def test_a_given_hint_is_shown_only_when_the_earlier_ones_were_opened(folder, capsys):
    hint = ladder.Hinter("en", folder)
    hint("relu", 3)
    assert said(capsys) == "Hints open one at a time: hint 1 comes first.\n"
    hint("relu", 1)
    hint("relu", 2)
    shown = said(capsys)
    assert "Hint 1" in shown and "Hint 2" in shown
    hint("relu", 1)
    again = said(capsys)
    assert "Hint 1" in again and "Hint 2" not in again
    hint("relu")
    assert "Hint 3" in said(capsys)


def test_with_nothing_it_lists_the_questions(folder, capsys):
    hint = ladder.Hinter("es", folder)
    hint("Scaler")
    said(capsys)
    hint()
    assert said(capsys) == "- `relu`: abiertas 0 de 3\n- `Scaler`: abiertas 1 de 3\n\nPara abrir una: `hint(\"relu\")`.\n"


@pytest.mark.parametrize("asked", [("relo",), (["relu"],), (7,), ("relu", 0), ("relu", 4), ("relu", "x"), ("relu", 1.5), ("relu", [])])
def test_whatever_is_asked_for_the_answer_is_a_sentence(folder, capsys, asked):
    ladder.Hinter("en", folder)(*asked)
    assert re.fullmatch(r"There (is no question .+ There are: relu, Scaler|are hints 1 to 3)\.\n", said(capsys))


def test_the_function_itself_may_be_given(folder, capsys):
    def relu(x):
        return x

    ladder.Hinter("en", folder)(relu)
    assert "Hint 1: a gate" in said(capsys)


def test_without_hints_it_says_so_kindly(toy, tmp_path, capsys):
    build.build(assignment.load(toy), tmp_path)
    hint = ladder.Hinter("es", tmp_path / "assignments" / "98_toy")
    for asked in (("relu",), ()):
        hint(*asked)
        assert said(capsys).startswith("Aquí no hay pistas: esta tarea no tiene")


@pytest.mark.parametrize("damage", ["{", "[]", '{"relu": 3}', '{"relu": [{"en": "x"}]}', "\x00"])
def test_a_damaged_file_of_hints_is_a_sentence(folder, damage):
    (folder / hints.FILE).write_text(damage)
    with pytest.raises(UsageError, match=r"hints\.json is damaged"):
        ladder.in_shell(folder, "relu", None, "en")


def test_a_check_that_fails_says_how_to_open_a_hint(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    names = {"np": np, "check": checker(lang="es"), "relu": lambda x: np.abs(x)}
    exec('check("relu")', names)
    assert '¿Te trabaste? Pide una pista: hint("relu")' in said(capsys)
    names["relu"] = lambda x: np.maximum(np.asarray(x, dtype=float), 0.0)
    exec('check("relu")', names)
    assert "Pide una pista" not in said(capsys)
    (folder / hints.FILE).write_text("{")
    names["relu"] = lambda x: np.abs(x)
    exec('check("relu")', names)
    assert "Pide una pista" not in (text := said(capsys)) and "puntos" in text


def test_so_does_the_command(folder):
    ran = command("toy.en.ipynb", "relu", "--lang", "en", cwd=folder, does="check")
    assert "Stuck? For a hint: autograder hint toy.en.ipynb relu" in ran.stdout.decode()


def test_a_script_s_hint_comes_from_the_package(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    hint = hinter(lang="es")
    assert repr(hint) == 'hinter(lang="es")'
    hint("relu")
    assert "Pista 1" in said(capsys)


def test_the_compiled_notebook_defines_hint_and_opens_the_first(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    cells = json.loads((folder / "toy.es.ipynb").read_text("utf-8"))["cells"]
    start = next("".join(c["source"]) for c in cells if c["id"] == "check")
    names: dict = {}
    exec(start + '\nhint("relu")', names)
    assert "Pista 1" in said(capsys)


@pytest.mark.slow
def test_a_notebook_shows_markdown(folder, monkeypatch):
    import nbformat
    from nbclient import NotebookClient

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    notebook = nbformat.read(folder / "toy.es.ipynb", as_version=4)
    start = next(c for c in notebook.cells if c.id == "check")
    notebook.cells = [start, *(nbformat.v4.new_code_cell('hint("relu")') for _ in range(2))]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    (shown,) = [o.data for o in notebook.cells[2].outputs]
    assert shown["text/markdown"].startswith("#### `relu`: pista 1 de 3, la idea\n\nPista 1: **una compuerta**")
    assert "Pista 2: una compuerta" in shown["text/plain"]
    assert not (folder / ladder.OPENED).exists()


# What is remembered, and told


def test_a_notebook_writes_nothing_unless_the_assignment_says_so(folder, capsys):
    before = sorted(p.name for p in folder.iterdir())
    ladder.Hinter("en", folder)("relu")
    assert sorted(p.name for p in folder.iterdir()) == before
    assert "instructor" not in said(capsys)


def test_where_the_instructor_is_told_the_hint_says_so_and_the_file_has_the_most_opened(hinted, tmp_path, capsys):
    told(hinted)
    build.build(assignment.load(hinted), tmp_path)
    folder = tmp_path / "assignments" / "98_toy"
    hint = ladder.Hinter("en", folder)
    hint("relu")
    hint("relu")
    assert said(capsys).count("for your instructor to read. Hints cost no points.") == 2
    ladder.Hinter("es", folder)("relu")
    assert "para que tu docente lo lea" in said(capsys)
    assert json.loads((folder / ladder.OPENED).read_text()) == {"relu": 2}
    assert "for your instructor to read" in ladder.in_shell(folder, "relu", None, "en")


def test_a_shell_remembers_what_was_opened(folder):
    for n in (1, 2, 3):
        text = ladder.in_shell(folder, "relu", None, "en")
        assert text.count("Hint ") == n
    assert "autograder hint" not in text
    assert ladder.recall(folder) == {"relu": 3}
    assert "Hint 2" in ladder.in_shell(folder, "relu", 2, "en")


@pytest.mark.parametrize("damage", ["", "{", "[1]", '{"relu": "two"}', '{"relu": -1}', '{"relu": true}', "\udce9" * 3, "[" * 100_000])
def test_a_damaged_memory_starts_again(folder, damage):
    (folder / ladder.OPENED).write_bytes(damage.encode("utf-8", "surrogateescape"))
    assert ladder.in_shell(folder, "relu", None, "en").count("Hint ") == 1
    assert ladder.recall(folder) == {"relu": 1}


def test_a_memory_that_claims_too_much_opens_the_last(folder):
    (folder / ladder.OPENED).write_text('{"relu": 99, "gone": 2}')
    assert ladder.in_shell(folder, "relu", None, "en").count("Hint ") == 3
    assert "`relu`: 3 of 3 opened" in ladder.in_shell(folder, None, None, "en")


def test_where_nothing_can_be_written_the_hint_is_shown_all_the_same(folder):
    (folder / (ladder.OPENED + ".new")).mkdir()
    text = ladder.in_shell(folder, "relu", None, "en")
    assert "Hint 1" in text
    assert "could not be written here" in text


# The command


def command(*arguments: str, cwd: Path, does: str = "hint", **environ: str) -> subprocess.CompletedProcess:
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "en_US.UTF-8", "COLUMNS": "300", **environ}
    settings.pop("LC_ALL", None)
    return subprocess.run([sys.executable, "-m", "autograder", does, *arguments], cwd=cwd, capture_output=True, env=settings, timeout=120)


def test_the_command_opens_the_next_hint(folder, tmp_path):
    first = command("relu", cwd=folder)
    assert (first.returncode, first.stderr) == (0, b"")
    assert "hint 1 of 3, the idea" in first.stdout.decode()
    second = command(str(folder / "toy.es.ipynb"), "relu", "--lang", "es", cwd=tmp_path).stdout.decode()
    assert "Pista 1: una compuerta" in second and "Pista 2: una compuerta" in second
    assert "toy.es.ipynb relu" in " ".join(second.split())
    again = command("relu", "1", cwd=folder).stdout.decode()
    assert "Hint 1" in again and "Hint 2" not in again
    assert "relu: 2 of 3 opened" in command(cwd=folder).stdout.decode()


def test_the_command_speaks_where_the_terminal_knows_few_characters(folder):
    done = command("relu", "--lang", "es", cwd=folder, PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert b"Pista 1: una compuerta" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["relo"], "There is no question 'relo'"),
        (["relu", "2"], "hint 1 comes first"),
        (["relu", "Scaler"], "Give one question"),
        (["a.ipynb", "b.ipynb", "relu"], "Give one question"),
        (["1"], "Give one question"),
        (["none.ipynb", "relu"], "There is no file none.ipynb"),
    ],
)
def test_a_user_s_mistake_is_a_sentence(folder, arguments, words):
    done = command(*arguments, cwd=folder)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert b"Traceback" not in done.stderr


# While grading


def test_a_hint_cell_changes_nothing_in_the_judge(hinted, box):
    from autograder.judge import grade
    from autograder.submission import Submission
    from tests.test_judge import NUMPY, RELU, SCALER

    one = assignment.load(hinted)
    start = 'import numpy\nfrom autograder import checker, hinter\ncheck = checker(lang="es")\nhint = hinter(lang="es")'
    found = grade(Submission("ana", "a.ipynb", (NUMPY, 'hint("relu")', RELU, start, 'hint("relu", 2)\nhint()', SCALER)), one, box.spawn)
    assert found.score == found.max_score


@pytest.mark.slow
def test_a_hint_cell_costs_nothing_in_the_three_graders(hinted, tmp_path, box, capfd):
    told(hinted)
    one = assignment.load(hinted)
    build.build_graders(one, tmp_path)
    notebook = submissions.perfect(build.outputs(one)["toy.es.ipynb"])
    cells = iter(('hint("relu")', 'hint("relu", 3)\nhint()\nhint("none")'))
    notebook["cells"] += [submissions.code(source) | {"id": f"hint-{n}"} for n, source in enumerate(cells)]
    full = {c.name: c.points for c in one.cases}
    assert graders.ours(one, notebook, box.spawn) == full
    assert graders.otters(one, "es", notebook, tmp_path) == full
    assert graders.Course(one, "es", tmp_path).points("ana", notebook) == full


# The course's own hints


@pytest.mark.parametrize("name", NAMES)
def test_the_course_s_hints_are_short_and_give_nothing_away(name):
    one = assignment.load(ROOT / "solutions" / name)
    assert [la.question for la in one.hints.ladders] == [q.name for q in one.questions]
    assert build.leaks(one, {hints.FILE: hints.to_json(one.hints.ladders)}) == []
    for rung in (rung for la in one.hints.ladders for rung in la.rungs):
        for lang in ("en", "es"):
            assert 60 < len(rung[lang]) < 700, rung[lang]
            assert not re.search(r"```|\bdef |\blambda |^    |import ", rung[lang], re.MULTILINE), rung[lang]


def test_every_assignment_of_the_course_has_hints():
    assert sorted(p.parent.name for p in (ROOT / "solutions").glob("*/notebook.py")) == NAMES
