"""A module imports only from layers below its own, and never within a layer."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder import tested

PACKAGE = Path(__file__).resolve().parent.parent / "autograder"
LAYERS = [
    {"language", "case", "layers", "display", "picture"},
    {"errors", "outcome", "datasets"},
    {"wire", "fingerprint", "diagnose"},
    {"child", "cells", "testcase", "submission"},
    {"remote", "variants", "intake", "rules", "equivalents", "hints"},
    {"checks", "sandbox", "assignment"},
    {"trial", "carried", "stage", "reach"},
    {"rehearsal"},
    {"precedents"},
    {"judge", "hosted", "mutants"},
    {"workers", "build", "verify", "tested"},
    {"cluster", "gradebook", "proof"},
    {"report"},
    {"selfcheck", "demo", "ladder"},
    {"cli"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
FILES = [p for p in sorted(PACKAGE.rglob("*.py")) if p.relative_to(PACKAGE).parts not in (("__init__.py",), ("__main__.py",))]


def imported(path: Path) -> Iterator[str]:
    """The parts of this package that a module imports, wherever in it."""
    own = path.relative_to(PACKAGE).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = own[: len(own) - node.level]
            for name in [node.module] if node.module else [alias.name for alias in node.names]:
                yield (*base, *name.split("."))[0]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("autograder."):
            yield str(node.module).split(".")[1]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path):
    mine = path.relative_to(PACKAGE).with_suffix("").parts[0]
    for name in set(imported(path)) - {mine}:
        if name == "__version__":
            continue
        assert LEVEL[name] < LEVEL[mine], f"{mine} (layer {LEVEL[mine]}) imports {name} (layer {LEVEL[name]})"


def test_every_module_has_a_layer():
    there = {p.relative_to(PACKAGE).with_suffix("").parts[0] for p in FILES}
    assert there == set(LEVEL)


def test_only_the_sandbox_and_the_workers_start_processes():
    starters = {
        path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import) and any(a.name in ("subprocess", "multiprocessing") for a in node.names)
    }
    assert starters == {"sandbox", "workers"}


def test_every_public_name_is_documented():
    silent = []
    for path in FILES:
        tree = ast.parse(path.read_text("utf-8"))
        if not ast.get_docstring(tree):
            silent.append(str(path.relative_to(PACKAGE)))
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                protocol = any(getattr(b, "id", "") == "Protocol" for b in getattr(node, "bases", []))
                inner = [] if protocol else [n for n in getattr(node, "body", []) if isinstance(node, ast.ClassDef) and isinstance(n, ast.FunctionDef)]
                setters = [n for n in inner if any(getattr(d, "attr", "") == "setter" for d in n.decorator_list)]
                public = [node, *(n for n in inner if not n.name.startswith("_") and n not in setters)]
                silent += [f"{path.relative_to(PACKAGE)}:{n.lineno} {n.name}" for n in public if not ast.get_docstring(n)]
    assert silent == []


def test_the_architecture_page_shows_these_layers():
    page = (PACKAGE.parent / "docs" / "architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", page, re.MULTILINE)
    shown = {name.removesuffix("/"): int(level) for level, names in rows for name in re.findall(r"`([^`]+)`", names)}
    assert shown == LEVEL
    folders = {name.removesuffix("/") for name in re.findall(r"`(\w+/)`", "".join(names for _, names in rows))}
    assert folders == {name for name in LEVEL if (PACKAGE / name).is_dir()}


def test_what_runs_beside_student_code_knows_little_of_the_kit():
    beside = [path for path in FILES if path.relative_to(PACKAGE).parts[0] in ("child", "wire")]
    assert {name for path in beside for name in imported(path)} - {"child", "wire"} == {"errors", "language", "layers"}


def test_all_that_the_hash_of_the_judge_names_is_there():
    assert [name for name in tested.JUDGING if not (PACKAGE / name).exists()] == []
