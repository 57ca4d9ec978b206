"""A module imports only from layers below its own, and never within a layer."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "autograder"
LAYERS = [
    {"language", "case", "layers"},
    {"errors", "outcome", "datasets"},
    {"wire", "fingerprint", "diagnose"},
    {"child", "cells", "testcase", "submission"},
    {"remote", "variants", "intake", "rules"},
    {"checks", "sandbox", "assignment"},
    {"trial"},
    {"judge", "hosted"},
    {"workers", "build", "verify", "tested"},
    {"cluster", "gradebook"},
    {"report"},
    {"selfcheck", "demo"},
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
