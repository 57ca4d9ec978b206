"""A folder made to hold exactly the given files."""

from __future__ import annotations

from pathlib import Path

from autograder.build import folder

FILES = {"a.txt": b"a", "data/b.txt": b"b"}


def names(home: Path) -> list[str]:
    return sorted(p.relative_to(home).as_posix() for p in home.rglob("*") if p.is_file())


def test_files_are_written_once(tmp_path: Path):
    assert folder.write(tmp_path, FILES) == [tmp_path / "a.txt", tmp_path / "data/b.txt"]
    assert (tmp_path / "data/b.txt").read_bytes() == b"b"
    assert folder.write(tmp_path, FILES) == []


def test_what_is_not_wanted_is_removed_with_its_empty_folders(tmp_path: Path):
    folder.write(tmp_path, FILES | {"old/deep/c.txt": b"c", "old/d.txt": b"d"})
    assert folder.write(tmp_path, FILES) == [tmp_path / "old/d.txt", tmp_path / "old/deep/c.txt"]
    assert names(tmp_path) == ["a.txt", "data/b.txt"]
    assert not (tmp_path / "old").exists()


def test_a_folder_may_become_a_file_and_a_file_a_folder(tmp_path: Path):
    folder.write(tmp_path, {"x/y.txt": b"1", "z": b"2"})
    folder.write(tmp_path, {"x": b"3", "z/w.txt": b"4"})
    assert names(tmp_path) == ["x", "z/w.txt"]


def test_a_link_is_replaced_by_a_file_and_its_target_left_alone(tmp_path: Path):
    target = tmp_path / "target.txt"
    target.write_bytes(b"a")
    home = tmp_path / "home"
    home.mkdir()
    (home / "a.txt").symlink_to(target)
    (home / "stray").symlink_to(target)
    assert folder.write(home, {"a.txt": b"a"}) == [home / "a.txt", home / "stray"]
    assert not (home / "a.txt").is_symlink()
    assert target.read_bytes() == b"a"


def test_nothing_is_written_to_say_what_differs(tmp_path: Path):
    assert folder.differing(tmp_path / "home", FILES) == [tmp_path / "home/a.txt", tmp_path / "home/data/b.txt"]
    assert not (tmp_path / "home").exists()


def test_no_half_written_file_is_left_behind(tmp_path: Path):
    (tmp_path / ".a.txt.new").write_bytes(b"half")
    folder.write(tmp_path, FILES)
    assert names(tmp_path) == ["a.txt", "data/b.txt"]


def test_one_file_can_be_put_into_a_folder_that_holds_others(tmp_path: Path):
    (tmp_path / "mine.txt").write_bytes(b"mine")
    assert folder.put(tmp_path / "a.txt", b"a") == [tmp_path / "a.txt"]
    assert folder.put(tmp_path / "a.txt", b"a") == []
    assert names(tmp_path) == ["a.txt", "mine.txt"]
