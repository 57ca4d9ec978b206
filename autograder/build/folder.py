"""A folder that holds exactly the given files: what differs, and making it so."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def differing(home: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Paths whose content is not as in `files`, and paths that are not in `files` at all; sorted."""
    wanted = {home / name: data for name, data in files.items()}
    extra = [p for p in home.rglob("*") if p not in wanted and (p.is_symlink() or not p.is_dir())]
    return sorted(extra + [p for p, data in wanted.items() if not _same(p, data)])


def write(home: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Make `home` hold `files` and nothing else; returns what changed."""
    changed = differing(home, files)
    wanted = {home / name: data for name, data in files.items()}
    for path in changed:
        if path not in wanted:
            path.unlink()
    _remove_empty(home)
    for path in changed:
        if path in wanted:
            put(path, wanted[path])
    return changed


def put(path: Path, data: bytes) -> list[Path]:
    """Write one file at once or not at all; returns it when it changed."""
    if _same(path, data):
        return []
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    os.replace(new, path)
    return [path]


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == data


def _remove_empty(home: Path) -> None:
    for path in sorted(home.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()
