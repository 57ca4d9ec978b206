"""Secrets planted wherever a student could read them are found, and nothing else is."""

from __future__ import annotations

import gzip
import io
import json
import py_compile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder import assignment, build
from autograder.assignment import Assignment

NOTEBOOK = "small_steps.es.ipynb"

SECRETS = {
    "a solution": "    return np.asarray(X, dtype=float) - self.mean",
    "a comment in a solution": "# the comparison is an array of 0 and 1",
    "a hidden case's name": "works_on_tables",
    "a hidden case's sentence": "It says: it works on a table.",
    "a hidden case's Spanish sentence": "Dice: funciona con una tabla.",
    "a hidden case's line": "assert_unchanged(relu, np.array([-1.5, 2.5]))",
    "an accepted answer's name": "by_half_sums",
    "an accepted answer's line": "doubled = np.asarray(x, dtype=float) + np.abs(x)",
    "a wrong answer's name": "keeps_negatives",
    "a wrong answer's line": "return  np.abs(np.asarray(x, dtype=float)) * 1.0",
}


def archive(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def edited(sample: Assignment, edit: Callable[[dict[str, Any]], Any]) -> dict[str, bytes]:
    files = build.outputs(sample)
    notebook = json.loads(files[NOTEBOOK])
    edit(notebook)
    return files | {NOTEBOOK: json.dumps(notebook).encode()}


def in_text(sample: Assignment, secret: str) -> dict[str, bytes]:
    return edited(sample, lambda nb: nb["cells"][0].update(source=[f"Hola\n{secret}\n"]))


def in_code(sample: Assignment, secret: str) -> dict[str, bytes]:
    return edited(sample, lambda nb: nb["cells"][1]["source"].append(f"\n{secret}"))


def in_metadata(sample: Assignment, secret: str) -> dict[str, bytes]:
    return edited(sample, lambda nb: nb["cells"][4]["metadata"].update(notes={"deep": [{secret: 1}]}))


def in_notebook_metadata(sample: Assignment, secret: str) -> dict[str, bytes]:
    return edited(sample, lambda nb: nb["metadata"].update(author=secret))


def in_an_output(sample: Assignment, secret: str) -> dict[str, bytes]:
    output = {"output_type": "stream", "name": "stdout", "text": [secret]}
    return edited(sample, lambda nb: nb["cells"][1]["outputs"].append(output))


def in_the_public_tests(sample: Assignment, secret: str) -> dict[str, bytes]:
    files = build.outputs(sample)
    return files | {"tests_public.py": files["tests_public.py"] + f"\n{secret}\n".encode()}


def in_data(sample: Assignment, secret: str) -> dict[str, bytes]:
    return build.outputs(sample) | {"data/table.bin": b"\x00\xff\xfe" + secret.encode() + b"\x9c\x00"}


def in_a_zip_in_a_zip(sample: Assignment, secret: str) -> dict[str, bytes]:
    return build.outputs(sample) | {"data/more.zip": archive(inner=archive(notes=secret.encode()))}


def in_a_gzip(sample: Assignment, secret: str) -> dict[str, bytes]:
    return build.outputs(sample) | {"data/notes.gz": gzip.compress(secret.encode())}


PLACES = [
    in_text,
    in_code,
    in_metadata,
    in_notebook_metadata,
    in_an_output,
    in_the_public_tests,
    in_data,
    in_a_zip_in_a_zip,
    in_a_gzip,
]


def says(sample: Assignment, files: dict[str, bytes]) -> str:
    return "\n".join(f.text("en") for f in build.leaks(sample, files))


def test_what_the_build_makes_leaks_nothing(sample: Assignment):
    assert build.leaks(sample, build.outputs(sample)) == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("what", SECRETS)
def test_a_secret_is_found_wherever_it_is(sample: Assignment, place: Callable, what: str):
    assert "students would read" in says(sample, place(sample, SECRETS[what]))


def test_a_fault_names_the_file_the_line_and_what_leaked(sample: Assignment):
    (fault,) = build.leaks(sample, in_the_public_tests(sample, "# as works_on_tables does"))
    lines = (sample.folder / "tests_public.py").read_text("utf-8").count("\n") + 2
    assert fault.path == "assignments/03_small_steps/tests_public.py"
    assert fault.line == lines
    assert "the name of hidden case 'works_on_tables'" in fault.says.en
    assert "el nombre del caso oculto 'works_on_tables'" in fault.says.es


def test_a_file_in_an_archive_is_named(sample: Assignment):
    assert "data/more.zip!inner!notes:1: " in says(sample, in_a_zip_in_a_zip(sample, "keeps_negatives"))


def test_the_line_of_a_notebook_s_file_is_named(sample: Assignment):
    files = build.outputs(sample)
    data = files[NOTEBOOK].replace(b'"import numpy as np"', b'"import numpy as np  # by_half_sums"')
    line = data[: data.index(b"by_half_sums")].count(b"\n") + 1
    assert f"{NOTEBOOK}:{line}: " in says(sample, {NOTEBOOK: data})


@pytest.mark.parametrize(
    "name", ["tests_hidden.py", "wrong/relu.py", "accepted/relu.py", "a/__pycache__/x.txt", ".ipynb_checkpoints/x"]
)
def test_staff_files_are_found_by_their_place(sample: Assignment, name: str):
    assert "is for staff alone" in says(sample, {name: b""})


def test_a_secret_in_a_file_s_name_is_found(sample: Assignment):
    assert "keeps_negatives" in says(sample, {"data/keeps_negatives.csv": b"1,2"})


def test_compiled_python_is_found_under_any_name(sample: Assignment, tmp_path: Path):
    source = tmp_path / "helper.py"
    source.write_text("x = 1")
    compiled = Path(py_compile.compile(str(source), str(tmp_path / "helper.pyc"), doraise=True)).read_bytes()
    assert "compiled Python" in says(sample, {"data/helper.pyc": compiled})
    assert "compiled Python" in says(sample, {"data/weights.bin": compiled})
    assert "compiled Python" in says(sample, {"data/all.zip": archive(helper=compiled)})


def test_ordinary_data_is_not_taken_for_compiled_python(sample: Assignment):
    arrays = io.BytesIO()
    np.savez(arrays, x=np.arange(6.0), y=np.zeros(3))
    assert (
        says(sample, {"data/a.npz": arrays.getvalue(), "data/b.csv": b"id\r\n1\r\n", "data/c.bin": bytes(range(256))})
        == ""
    )


def test_an_archive_that_cannot_be_opened_is_read_as_it_is(sample: Assignment):
    broken = {"data/a.gz": b"\x1f\x8b by_half_sums", "data/b.zip": archive(x=b"0" * 99)[:-9] + b" keeps_negatives"}
    assert {f.path[-4:] for f in build.leaks(sample, broken)} == {"a.gz", ".zip"}


def test_a_mark_left_in_is_found(sample: Assignment):
    assert "the mark '# BEGIN SOLUTION' was left in" in says(sample, in_code(sample, "# BEGIN SOLUTION"))


@pytest.mark.parametrize(
    "run", [{"outputs": [{"output_type": "stream", "name": "stdout", "text": "1"}]}, {"execution_count": 3}]
)
def test_a_cell_that_was_run_is_found(sample: Assignment, run: dict):
    assert "cell 2 was run" in says(sample, edited(sample, lambda nb: nb["cells"][1].update(run)))


def test_a_secret_inside_a_quoted_string_is_found(sample: Assignment):
    quoted = repr(SECRETS["a hidden case's line"].replace("relu, ", "relu,\n\t"))
    assert "tests_hidden.py" in says(sample, in_code(sample, f"tests = {quoted}"))


def test_a_damaged_notebook_is_read_as_text(sample: Assignment):
    cut = in_code(sample, "by_half_sums")[NOTEBOOK][:-20]
    assert "by_half_sums" in says(sample, {NOTEBOOK: cut})


# What staff themselves wrote for students


def rewritten(folder: Path, name: str, old: str, new: str) -> Assignment:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return assignment.load(folder)


def found(folder: Path, name: str, old: str, new: str) -> str:
    one = rewritten(folder, name, old, new)
    return says(one, build.outputs(one))


def test_a_public_test_may_not_name_a_hidden_one(folder: Path):
    assert "hidden case 'works_on_tables'" in found(
        folder, "tests_public.py", "\n\n\n@case", "\n\n# works_on_tables\n\n\n@case"
    )


def test_a_public_test_s_oracle_may_not_be_the_answer(folder: Path):
    oracle = "\n\n\ndef _oracle(x):\n    return np.asarray(x) * (np.asarray(x) > 0) * 1.0\n\n\n@case"
    assert "a whole solution of 'relu'" in found(folder, "tests_public.py", "\n\n\n@case", oracle)


def test_a_public_test_s_oracle_may_not_be_an_accepted_answer(folder: Path):
    oracle = "\n\n\ndef _oracle(x):\n    doubled = np.asarray(x, dtype=float) + np.abs(x)\n    return doubled / 2.0\n\n\n@case"
    assert "the accepted answer 'by_half_sums'" in found(folder, "tests_public.py", "\n\n\n@case", oracle)


def test_a_demonstration_may_not_hold_the_answer(folder: Path):
    demo = 'kind="demo"\ndef show(x):\n    return np.asarray(x) * (np.asarray(x) > 0) * 1.0\n'
    assert "a whole solution of 'relu'" in found(folder, "notebook.py", 'kind="demo"\n', demo)


def test_a_line_of_an_answer_may_be_shown_when_it_is_not_all_of_it(folder: Path):
    line = 'kind="setup"\ndoubled = lambda x: 0\nx = -1.0\ndoubled = np.asarray(x, dtype=float) + np.abs(x)\n'
    assert found(folder, "notebook.py", 'kind="setup"\n', line) == ""


def test_text_may_quote_a_line_of_the_solution(folder: Path):
    assert (
        found(
            folder, "notebook.py", "# Two questions", "# `return np.asarray(X, dtype=float) - self.mean`. Two questions"
        )
        == ""
    )


def test_a_public_and_a_hidden_case_may_share_their_sentence(folder: Path):
    rewritten(folder, "tests_public.py", 'en="positive inputs stay"', 'en="it works on a table"')
    assert (
        found(folder, "tests_public.py", 'es="las entradas positivas quedan igual"', 'es="funciona con una tabla"')
        == ""
    )


def test_lines_that_say_nothing_are_no_secrets(folder: Path):
    one = rewritten(folder, "notebook.py", "    # END SOLUTION\n\n\n", "    return x\n    # END SOLUTION\n\n\n")
    assert says(one, in_text(one, "return x")) == ""


def test_words_of_the_kit_are_no_secrets(folder: Path):
    one = rewritten(folder, "accepted/relu.py", "def by_half_sums", "def solution")
    assert says(one, build.outputs(one)) == ""
