from __future__ import annotations

import io
import zipfile

import pytest

from autograder import intake
from autograder.errors import UsageError
from tests.test_submission import GOOD


def archive(files: dict[str, bytes], **attributes: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = attributes.get("external_attr", 0)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("path", "student"),
    [
        ("ana.ipynb", "ana"),
        ("Ana Lucía/activations.es.ipynb", "Ana Lucía"),
        ("submitted/ana/02_activations/activations.es.ipynb", "ana"),
        ("submitted/ana/02_activations.es/activations.es.ipynb", "ana"),
        ("02_activations/ana.ipynb", "ana"),
        ("rojasana_LATE_12345_678901_activations.es.ipynb", "rojasana"),
        ("rojasana_12345_678901_activations.es-1.ipynb", "rojasana"),
        ("Ana Rojas_4711_assignsubmission_file_/activations.es.ipynb", "Ana Rojas"),
        ("ana_2026_05_01T12_30_00_123456/activations.es.ipynb", "ana"),
    ],
)
def test_whose_file_it_is(path, student):
    assert intake.student_of(path, "02_activations") == student


def test_a_folder_with_everything_in_it(tmp_path):
    for name in ("ana.ipynb", "luis/x.ipynb", "luis/.ipynb_checkpoints/x-checkpoint.ipynb", "eva/__MACOSX/._e.ipynb",
                 "eva/e.ipynb", "eva/tests_public.py", "eva/notes.txt"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(GOOD)
    (tmp_path / "link.ipynb").symlink_to(tmp_path / "ana.ipynb")
    (tmp_path / "rosa.zip").write_bytes(archive({"work/activations.es.ipynb": GOOD}))
    found = intake.submissions(tmp_path, "02_activations")
    assert [(s.student, s.file) for s in found] == [
        ("ana", "ana.ipynb"), ("eva", "eva/e.ipynb"), ("luis", "luis/x.ipynb"), ("rosa", "rosa/work/activations.es.ipynb")
    ]  # fmt: skip


def test_a_single_file_and_a_zip(tmp_path):
    one = tmp_path / "ana.ipynb"
    one.write_bytes(GOOD)
    assert [s.student for s in intake.submissions(one, "x")] == ["ana"]
    lms = tmp_path / "class.zip"
    lms.write_bytes(archive({"rojas_1_2_a.ipynb": GOOD, "paz_1_3_b.zip": archive({"b.ipynb": GOOD})}))
    assert [s.student for s in intake.submissions(lms, "x")] == ["paz", "rojas"]


def test_bombs_links_and_escapes_stay_closed(tmp_path):
    bomb = archive({"eva.ipynb": b"0" * (80 << 20), "ana.ipynb": GOOD, "../evil.ipynb": GOOD, "/root.ipynb": GOOD, "C:/x.ipynb": GOOD})
    (tmp_path / "class.zip").write_bytes(bomb)
    found = intake.submissions(tmp_path / "class.zip", "x")
    assert [s.student for s in found] == ["ana", "eva"]
    assert found[1].cells == ()
    (tmp_path / "links.zip").write_bytes(archive({"ana.ipynb": b"/etc/passwd"}, external_attr=0o120777 << 16))
    with pytest.raises(UsageError):
        intake.submissions(tmp_path / "links.zip", "x")


def test_a_damaged_archive_is_no_archive(tmp_path):
    data = archive({"ana.ipynb": GOOD})
    assert list(intake.unzip(data[:-30])) == []
    for place in range(0, len(data), 7):
        for one in intake.unzip(data[:place] + b"\0\xff\0" + data[place + 3 :]):
            assert isinstance(one.data, bytes)


def test_nothing_there_is_a_sentence(tmp_path):
    with pytest.raises(UsageError, match="nothing at"):
        intake.submissions(tmp_path / "none", "x")
    with pytest.raises(UsageError, match="No notebook"):
        intake.submissions(tmp_path, "x")


def test_a_damaged_archive_of_one_student_does_not_lose_the_student(tmp_path):
    (tmp_path / "ana.zip").write_bytes(archive({"02_activations.ipynb": GOOD})[:-30])
    (tmp_path / "eva.zip").write_bytes(archive({"photo.jpg": b"x"}))
    (tmp_path / "paz.zip").write_bytes(archive({"02_activations.ipynb": GOOD}))
    ana, eva, paz = intake.submissions(tmp_path, "x")
    assert (ana.student, eva.student, paz.student) == ("ana", "eva", "paz")
    assert ana.cells == eva.cells == () and paz.cells
    assert "damaged" in ana.notes[0].en and ana.notes == eva.notes
