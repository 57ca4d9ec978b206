"""Right code in an unlucky file gets full credit, or an exact sentence where that is impossible."""

from __future__ import annotations

import copy
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder import cells, intake, judge
from autograder.assignment import Assignment
from autograder.build import student
from autograder.outcome import Grade, Outcome
from autograder.sandbox import Sandbox

Notebook = dict[str, Any]
LIMITS = judge.Limits(cell=1.0, submission=60.0)


@pytest.fixture(scope="session")
def written(activations: Assignment) -> Notebook:
    """The student's own notebook, with right answers in it."""
    notebook: Notebook = student.notebook(activations, "en")
    answers = {c.question: cells.solution(c) for c in activations.cells if c.question}
    for cell in notebook["cells"]:
        question = cell["metadata"].get("autograder", {}).get("question")
        if cell["cell_type"] == "code" and question in answers:
            cell["source"] = answers[question].splitlines(keepends=True)
    assert sum("".join(c["source"]) in answers.values() for c in notebook["cells"]) == len(answers)
    return notebook


def code(source: str, **metadata: Any) -> Notebook:
    return {"cell_type": "code", "metadata": metadata, "outputs": [], "execution_count": None, "source": source}


def text(cell: Notebook) -> str:
    return "".join(cell["source"])


def dumped(notebook: Notebook) -> bytes:
    return json.dumps(notebook, indent=1, ensure_ascii=False).encode()


def with_cells(*sources: str) -> Callable[[Notebook], bytes]:
    """The right notebook with cells of the student's own: the first ones before everything, the last one at the end."""

    def unlucky(notebook: Notebook) -> bytes:
        notebook["cells"] = [*map(code, sources[:-1]), *notebook["cells"], code(sources[-1])]
        return dumped(notebook)

    return unlucky


def everywhere(first_line: str) -> Callable[[Notebook], bytes]:
    """The right notebook with this line at the beginning of every function."""

    def unlucky(notebook: Notebook) -> bytes:
        for cell in notebook["cells"]:
            lines = text(cell).split("\n")
            if cell["cell_type"] == "code" and lines[0].startswith("def "):
                cell["source"] = "\n".join([lines[0], f"    {first_line}", *lines[1:]])
        return dumped(notebook)

    return unlucky


def changed_demos(first_line: str) -> Callable[[Notebook], bytes]:
    def unlucky(notebook: Notebook) -> bytes:
        for cell in notebook["cells"]:
            if cell["metadata"].get("autograder", {}).get("kind") == "demo":
                cell["source"] = f"{first_line}\n{text(cell)}"
        return dumped(notebook)

    return unlucky


def as_bytes(change: Callable[[bytes], bytes]) -> Callable[[Notebook], bytes]:
    return lambda notebook: change(dumped(notebook))


def structure(change: Callable[[Notebook], Any]) -> Callable[[Notebook], bytes]:
    def unlucky(notebook: Notebook) -> bytes:
        change(notebook)
        return dumped(notebook)

    return unlucky


def keep(wanted: Callable[[Notebook], bool]) -> Callable[[Notebook], bytes]:
    return structure(lambda nb: nb.update(cells=[c for c in nb["cells"] if wanted(c)]))


def old_format(notebook: Notebook) -> bytes:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["input"] = cell.pop("source")
    return dumped({"worksheets": [{"cells": notebook["cells"]}], "metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0})


def conflict(notebook: Notebook) -> bytes:
    lines = dumped(notebook).decode().split("\n")
    place = next(n for n, line in enumerate(lines) if line == "  {" and n > 50)
    end = next(n for n, line in enumerate(lines) if line.startswith("  }") and n > place)
    block = [*lines[place:end], "  },"]
    both = ["<<<<<<< HEAD", *block, "=======", *block, ">>>>>>> 3f2a1b (mine)"]
    return "\n".join([*lines[:place], *both, *lines[end + 1 :]]).encode()


def many_outputs(notebook: Notebook) -> bytes:
    for cell in [c for c in notebook["cells"] if c["cell_type"] == "code"][:5]:
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["0.123456789\n"] * 700_000}]
    return json.dumps(notebook).encode()


def cut_in_the_last_cell(notebook: Notebook) -> bytes:
    notebook["cells"].append(code("print('x' * 100)"))
    return dumped(notebook)[:-120]


def one_cell(notebook: Notebook) -> bytes:
    kept = [text(c) for c in notebook["cells"] if c["cell_type"] == "code" and not text(c).startswith(("check", "from autograder"))]
    return dumped({"cells": [code("\n\n".join(s for s in kept if s.startswith(("import", "def"))))], "metadata": {}, "nbformat": 4})


def script(notebook: Notebook) -> bytes:
    """As `jupyter nbconvert --to script` writes it."""
    parts = ["#!/usr/bin/env python\n# coding: utf-8\n"]
    for cell in notebook["cells"]:
        lines = text(cell)
        parts.append(f"# In[ ]:\n\n\n{lines}\n" if cell["cell_type"] == "code" else "\n".join(f"# {x}" for x in lines.split("\n")))
    return "\n".join([*parts, "get_ipython().run_line_magic('matplotlib', 'inline')\nget_ipython().system('pip install x')\n"]).encode()


def percent(notebook: Notebook) -> bytes:
    return "\n\n".join(f"# %%\n{text(c)}" for c in notebook["cells"] if c["cell_type"] == "code").encode()


def script_in_conflict(notebook: Notebook) -> bytes:
    both = "<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> other\n"
    return percent(notebook) + b"\n\n# %%\n" + both.encode()


def zipped(notebook: Notebook) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("__MACOSX/._activations.en.ipynb", b"\0\1\2")
        archive.writestr("work/.ipynb_checkpoints/activations.en-checkpoint.ipynb", b'{"cells": []}')
        archive.writestr("work/activations.en.ipynb", dumped(notebook))
    return buffer.getvalue()


ANA = "ana.ipynb"
FULL: dict[str, tuple[str, Callable[[Notebook], bytes]]] = {
    "nothing unlucky at all": (ANA, dumped),
    "prints in every function": (ANA, everywhere("print('here', end='')")),
    "warns in every function": (ANA, everywhere("__import__('warnings').warn('old', DeprecationWarning)")),
    "writes to standard error in every function": (ANA, everywhere("__import__('sys').stderr.write('note')")),
    "logs in every function": (ANA, everywhere("__import__('logging').warning('here')")),
    "changes its folder": (ANA, with_cells("import os\nos.makedirs('sub', exist_ok=True)\nos.chdir('sub')", "os.chdir('/')")),
    "calls exit": (ANA, with_cells("exit()", "import sys\nsys.exit(0)\nquit()")),
    "ends its process in a cell": (ANA, with_cells("import os\nos._exit(0)", "1")),
    "names an unknown kernel": (ANA, structure(lambda nb: nb.update(metadata={"kernelspec": {"name": "conda-env-dl-py", "language": "julia"}}))),
    "has no metadata at all": (ANA, structure(lambda nb: (nb.update(metadata={}), [c.update(metadata={}) for c in nb["cells"]], [c.pop("id", 0) for c in nb["cells"]]))),
    "has metadata that make no sense": (ANA, structure(lambda nb: [c.update(metadata=[3], id=None, outputs="none") for c in nb["cells"]])),
    "was renamed": ("Tarea 2 FINAL (3) ñandú.ipynb", dumped),
    "has every cell twice": (ANA, structure(lambda nb: nb.update(cells=[copy.deepcopy(c) for c in nb["cells"] for _ in "12"]))),
    "has its cells in another order": (ANA, structure(lambda nb: nb["cells"].sort(key=lambda c: not text(c).startswith("import")))),
    "begins with a byte order mark": (ANA, as_bytes(lambda data: b"\xef\xbb\xbf" + data)),
    "is UTF-16": (ANA, as_bytes(lambda data: data.decode().encode("utf-16"))),
    "is Latin-1": (ANA, lambda nb: with_cells("# año, función, ñandú")(nb).decode().encode("latin-1", "replace")),
    "has Windows line ends": (ANA, as_bytes(lambda data: data.replace(b"\n", b"\r\n"))),
    "has old Mac line ends in its cells": (ANA, structure(lambda nb: [c.update(source=text(c).replace("\n", "\r\n")) for c in nb["cells"]])),
    "was cut off in its last cell": (ANA, cut_in_the_last_cell),
    "has git conflict marks": (ANA, conflict),
    "is in the format of 2013": (ANA, old_format),
    "asks for input": (ANA, with_cells("name = input('your name? ')\nprint(name)", "input()")),
    "is full of magics": (ANA, with_cells("%matplotlib inline\n!pip install numpy\n%load_ext autoreload\n%autoreload 2", "%%time\nrelu(np.zeros(2))", "%%bash\nrm -rf x", "%%html\n<b>", "files = !ls\n%timeit relu(np.zeros(2))\nrelu?\n%cd ..\nn = %env HOME")),
    "has 50 MB of old output": (ANA, many_outputs),
    "prints 50 MB": (ANA, with_cells("for _ in range(50):\n    print('x' * 1_000_000)", "1")),
    "sleeps for 40 seconds in a demo": (ANA, changed_demos("import time; time.sleep(40)")),
    "never ends in a cell of its own": (ANA, with_cells("while True:\n    pass", "1")),
    "raises in a cell": (ANA, with_cells("1 / 0", "undefined", "raise KeyboardInterrupt", "assert False")),
    "has a cell that is not Python": (ANA, with_cells("def half(", "“quoted” text", "await something()", "    indented = 1\n  badly = 2")),
    "imports packages that are not here": (ANA, with_cells("import pandas, numpy as np\nimport cv2\nfrom sklearn import metrics\nimport torch", "import no_such_thing")),
    "draws": (ANA, with_cells("import matplotlib.pyplot as plt\nimport seaborn as sns\nfig, (a, b) = plt.subplots(1, 2)\na.plot([1])\nplt.show()\nfrom IPython.display import display, Markdown\ndisplay(Markdown('x'))", "1")),
    "comes from Colab": (ANA, with_cells("from google.colab import drive\ndrive.mount('/content/drive')\n%cd /content/drive", "1")),
    "has lost its check cells": (ANA, keep(lambda c: not text(c).startswith("check(") and "checker" not in text(c))),
    "has lost its text": (ANA, keep(lambda c: c["cell_type"] == "code")),
    "changed its check cells": (ANA, structure(lambda nb: [c.update(source=text(c) + "  # mine!") for c in nb["cells"] if text(c).startswith(("check(", "from autograder"))])),
    "has everything in one cell": (ANA, one_cell),
    "has a wrong version first": (ANA, with_cells("def relu(x):\n    return 'first try'", "1")),
    "turns warnings into errors": (ANA, with_cells("import warnings, numpy as np\nwarnings.simplefilter('error')\nnp.seterr(all='raise')", "1")),
    "takes the output away": (ANA, with_cells("import sys, io\nsys.stdout = io.StringIO()\nsys.stderr.close()\nsys.stdin = None", "1")),
    "replaces what Python knows": (ANA, with_cells("list = [1]\nsum = 3\nprint = None\nmax = min = 0\ninput = 'x.csv'\ndata = check = None", "1")),
    "asks for too much memory in a cell": (ANA, with_cells("import numpy as np\nbig = np.ones((1 << 17, 1 << 16))", "1")),
    "starts threads that go on": (ANA, with_cells("import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()", "1")),
    "is guarded as a program": (ANA, with_cells("if __name__ == '__main__':\n    started = True", "assert started")),
    "has sources as one string": (ANA, structure(lambda nb: [c.update(source=text(c)) for c in nb["cells"]])),
    "is a script with percent marks": ("ana.py", percent),
    "is a script that nbconvert wrote": ("ana.py", script),
    "is a script with conflict marks": ("ana.py", script_in_conflict),
    "is an archive from a Mac": ("ana.zip", zipped),
}  # fmt: skip


def graded(file: str, data: bytes, one: Assignment, box: Sandbox, folder: Path) -> Grade:
    (folder / file).write_bytes(data)
    (found,) = intake.submissions(folder, one.name)
    return judge.grade(found, one, box.spawn, LIMITS)


@pytest.mark.parametrize("accident", FULL)
def test_full_credit_for_right_code_whose_file(
    accident: str, written: Notebook, activations: Assignment, box: Sandbox, tmp_path: Path
) -> None:
    file, unlucky = FULL[accident]
    grade = graded(file, unlucky(copy.deepcopy(written)), activations, box, tmp_path)
    missed = [(c.case, c.says) for q in grade.questions for c in q.cases if c.outcome is not Outcome.PASSED]
    assert missed == []
    assert grade.score == grade.max_score


SAID: dict[str, tuple[Callable[[Notebook], bytes], str]] = {
    "an empty file": (lambda nb: b"", "The file is empty."),
    "half a file": (as_bytes(lambda data: data[: len(data) // 2]), "cells could be recovered."),
    "another kind of file": (lambda nb: b"%PDF-1.4 \x00\x01", "The file is damaged; 0 cells could be recovered."),
    "a list": (lambda nb: b"[1, 2]", "This is not a notebook."),
    "Latin-1": (FULL["is Latin-1"][1], "The file is not UTF-8; it was read as Windows-1252."),
    "conflict marks": (conflict, "Git conflict marks were removed; both versions were kept."),
    "a cell that ends the process": (with_cells("1", "import os; os._exit(3)", "1"), "Code cell 2 stopped the process and was left out."),
    "a cell that never ends": (with_cells("while True: pass", "1"), "Code cell 1 took longer than 1 seconds and was interrupted."),
    "a cell that raises": (with_cells("x = 1\n1 / 0", "1"), "Code cell 1, line 2: ZeroDivisionError: division by zero"),
    "input": (with_cells("input()", "1"), "Code cell 1, line 1: EOFError: input() is not available while grading"),
}  # fmt: skip


@pytest.mark.parametrize("accident", SAID)
def test_an_exact_sentence_about(
    accident: str, written: Notebook, activations: Assignment, box: Sandbox, tmp_path: Path
) -> None:
    unlucky, sentence = SAID[accident]
    grade = graded(ANA, unlucky(copy.deepcopy(written)), activations, box, tmp_path)
    assert any(note.en.endswith(sentence) for note in grade.notes), grade.notes
    assert not grade.internal
