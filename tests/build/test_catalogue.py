"""A catalogue is made anew only where its sources changed, and what is committed is what they make."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder import assignment, build, diagnose
from autograder.build.catalogue import catalogue, document, trains

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(p.parent.name for p in (ROOT / "solutions").glob("*/notebook.py"))


def test_what_was_made_from_the_same_sources_is_kept(toy):
    build.build(assignment.load(toy), toy.parents[1])
    one = assignment.load(toy)
    file = one.mistakes_file
    assert one.mistakes["relu"] and document(one) == file.read_bytes()
    file.write_bytes(file.read_bytes().replace(b'"en":"', b'"en":"Kept: '))
    assert document(assignment.load(toy)) == file.read_bytes()


@pytest.mark.parametrize(("changed", "old", "new"), [("wrong/relu.py", 'en="', 'en="New: '), ("tests_public.py", "import", "\nimport")])
def test_a_changed_source_is_looked_at_again(toy, changed, old, new):
    build.build(assignment.load(toy), toy.parents[1])
    file = assignment.load(toy).mistakes_file
    before = file.read_bytes()
    file.write_bytes(before.replace(b'"en":"', b'"en":"Kept: '))
    path = toy / changed
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    made = document(assignment.load(toy))
    assert b"Kept" not in made and len(diagnose.read(file)) == 1


def test_a_file_of_another_version_or_damaged_is_as_good_as_none(tmp_path):
    for number, text in enumerate(('{"relu": [{"en": "a"}]}', '{"relu": 3}', "[]", "{", '{"relu": [{"ends": {"a": ["b"]}}]}')):
        path = tmp_path / f"{number}.json"
        path.write_text(text, "utf-8")
        assert diagnose.read(path) == {} and diagnose.read_marks(path) == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_committed_catalogue_is_what_the_sources_make(name):
    """Within the rounding in which processors differ; what a network learns differs by more, so those are left out."""
    one = assignment.load(ROOT / "solutions" / name)
    steady = frozenset(q.name for q in one.questions if not trains(q))
    fresh = {question: mistakes for question, mistakes in catalogue(one, steady).items() if mistakes}
    assert fresh.keys() == steady & one.mistakes.keys()
    for question, mistakes in fresh.items():
        assert [m.says for m in mistakes] == [m.says for m in one.mistakes[question]]
        for mine, theirs in zip(mistakes, one.mistakes[question], strict=True):
            assert mine.ends.keys() == theirs.ends.keys()
            for case, end in mine.ends.items():
                other = theirs.ends[case]
                assert end is other is None or (end and other and end.matches(other)), (question, mine.says.en, case)
