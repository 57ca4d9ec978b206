"""What decides a question's verdict besides the submission, as one hash per question: who changes none of it changes nothing."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from . import __version__, testcase
from .assignment import Assignment, Question
from .testcase import TestCase

PACKAGE = Path(__file__).resolve().parent
JUDGING = ("carried.py", "checks", "child", "sandbox", "datasets.py", "diagnose.py", "fingerprint.py", "judge.py", "layers.py",
           "precedents.py", "rehearsal.py", "remote", "stage.py", "submission.py", "testcase.py", "trial", "wire", "workers.py")  # fmt: skip
LIBRARIES = ("numpy", "tensorflow", "tensorflow-cpu", "keras")


def prints(assignment: Assignment, unsafe: bool = False) -> dict[str, str]:
    """By question: a hash of its cases, what their files share, what the notebook skips, the data, and the kit."""
    common = _hash([kit(), *sorted(assignment.inert), *_data(assignment), "unsafe" if unsafe else ""])
    return {
        q.name: _hash([common, f"{q.from_scratch} {q.carries}", *_cases(q), repr(assignment.mistakes.get(q.name))])
        for q in assignment.questions
    }


def _hash(texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode() + data)
    return digest.hexdigest()


@cache
def kit() -> str:
    """A hash of the version and the source of all that judges, and of the libraries' versions."""
    paths = sorted(
        p for name in JUDGING for p in ((PACKAGE / name).rglob("*.py") if "." not in name else [PACKAGE / name])
    )
    sources = [f"{p.relative_to(PACKAGE)} {p.read_text('utf-8')}" for p in paths if p.is_file()]
    return _hash([__version__, *sources, *(_version(name) for name in LIBRARIES)])


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _data(assignment: Assignment) -> Iterator[str]:
    for path in assignment.data:
        yield f"{path.relative_to(assignment.folder)} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _cases(question: Question) -> Iterator[str]:
    for case in question.cases:
        yield f"{case.name} {case.hidden}"
        yield _text(case)


def _text(case: TestCase) -> str:
    """The case and everything in its file that is no case, or is a case that these name; comments do not count."""
    shared, cases = _file(case.source)
    wanted: list[str] = []
    named = {case.name} | (shared[1] & cases.keys())
    while more := sorted(named - set(wanted)):
        wanted += more
        named = {n for name in more for n in cases[name][1] & cases.keys()}
    return "\n".join([shared[0], *(cases[name][0] for name in sorted(wanted))])


@cache
def _file(source: str) -> tuple[tuple[str, frozenset[str]], dict[str, tuple[str, frozenset[str]]]]:
    """A file of cases as (text, names in it): what is no case, and each case."""
    cases: dict[str, tuple[str, frozenset[str]]] = {}
    shared: list[ast.stmt] = []
    for node in ast.parse(source).body:
        if any(testcase.marks(node, "case")) and isinstance(node, ast.FunctionDef):
            cases[node.name] = _dumped([node])
        else:
            shared.append(node)
    return _dumped(shared), cases


def _dumped(nodes: list[ast.stmt]) -> tuple[str, frozenset[str]]:
    names = frozenset(n.id for node in nodes for n in ast.walk(node) if isinstance(n, ast.Name))
    return "\n".join(map(ast.dump, nodes)), names
