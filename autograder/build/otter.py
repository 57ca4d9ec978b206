"""What otter-grader needs: for each language, one zip that grades a notebook on a machine without this package.

Otter unpacks the zip's `files/` into the folder of the submission, which is where its kernel works: `autograder/`,
`tests_public.py` and `data/` stand beside the notebook. Each question is one test file of otter's exception format.
"""

from __future__ import annotations

import ast
import io
import json
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..assignment import Assignment, Question
from ..language import Sentence
from ..testcase import TestCase
from . import call, student

PACKAGE = Path(__file__).resolve().parents[1]
CONFIG = {"lang": "python", "show_hidden": False, "show_stdout": False}
FIRST = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold
DISTRIBUTIONS = {"sklearn": "scikit-learn", "keras": "tensorflow-cpu", "tensorflow": "tensorflow-cpu", "PIL": "pillow"}
MAGIC = re.compile(r"^\s*[%!].*$", re.MULTILINE)
PASSED = Sentence("Passed:", "Correcto:")

HEAD = """\
from autograder.hosted import prove
from otter.test_files import test_case

OK_FORMAT = False
name = "{name}"
points = None

PUBLIC = {public}

HIDDEN = {hidden}
"""
CASE = """

@test_case(
    name="{case.name}",
    points={case.points},
    hidden={case.hidden},
    success_message={passed},
    failure_message={claim},
)
def case_{case.name}(env):
    {proof}
"""


def config() -> bytes:
    """otter_config.json."""
    return (json.dumps(CONFIG, indent=2) + "\n").encode()


def archive(assignment: Assignment, lang: str) -> bytes:
    """autograder.zip, the same bytes for the same assignment."""
    from otter.generate import main  # slow to import, and only staff need it

    with tempfile.TemporaryDirectory() as folder:
        tests = Path(folder) / "tests"
        tests.mkdir()
        for question in assignment.questions:
            (tests / f"{question.name}.py").write_text(question_file(question, lang), "ascii")
        (Path(folder) / "otter_config.json").write_bytes(config())
        (Path(folder) / "requirements.txt").write_text("\n".join(requirements(assignment)) + "\n")
        made = f"{folder}/autograder.zip"
        main(tests_dir=str(tests), output_path=made, config=f"{folder}/otter_config.json", lang="python",
             requirements=f"{folder}/requirements.txt", no_environment=True)  # fmt: skip
        return _zip(
            _entries(Path(made).read_bytes())
            | dict(_package())
            | {f"files/{n}": b for n, b in student.beside(assignment).items()}
        )


def question_file(question: Question, lang: str) -> str:
    """One question's cases, as otter reads them."""
    sources = {c.hidden: c.source for c in question.cases}
    head = HEAD.format(
        name=question.name, public=call.literal(sources.get(False, "")), hidden=call.literal(sources.get(True, ""))
    )
    return head + "".join(_case(question, c, lang) for c in question.cases)


def _case(question: Question, case: TestCase, lang: str) -> str:
    proof = call.prove(question, case, lang, "env", "HIDDEN" if case.hidden else "PUBLIC")
    claim = case.claim[lang]
    return CASE.format(case=case, passed=ascii(f"{PASSED[lang]} {claim}"), claim=ascii(claim), proof=proof)


def requirements(assignment: Assignment) -> list[str]:
    """Distributions that the notebook and its tests import, for otter's container."""
    sources = [c.source for c in assignment.cells if c.kind != "text"] + [c.source for c in assignment.cases]
    roots = {root for source in set(sources) for root in _imports(source)} | {"numpy"}
    return sorted({DISTRIBUTIONS.get(r, r) for r in roots - sys.stdlib_module_names - {PACKAGE.name}})


def _imports(source: str) -> Iterator[str]:
    try:
        tree = ast.parse(MAGIC.sub("", source))
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (a.name.partition(".")[0] for a in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def _package() -> Iterator[tuple[str, bytes]]:
    """This package's code, to stand beside the submission."""
    for path in PACKAGE.rglob("*.py"):
        yield f"files/{PACKAGE.name}/{path.relative_to(PACKAGE).as_posix()}", path.read_bytes()


def _entries(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _zip(entries: Mapping[str, bytes]) -> bytes:
    """A zip of `entries`: sorted, uncompressed, with no time and no machine in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in sorted(entries.items()):
            info = zipfile.ZipInfo(name, FIRST)
            info.create_system = 3
            info.external_attr = (0o100755 if name in ("run_autograder", "setup.sh") else 0o100644) << 16
            made.writestr(info, data)
    return out.getvalue()
