from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from autograder.language import Sentence
from autograder.outcome import Carried, Evidence, Grade, Outcome
from autograder.report import page
from autograder.report.page import class_page, shade, student_page, write_report

from .conftest import PICTURE

VOID = {"meta", "link", "br", "hr", "img", "wbr", "rect", "line"}
EVIL = "<script>alert(1)</script>\"'\u202e\x1b[31m"


class Balanced(HTMLParser):
    """Checks that every tag that opens closes, and keeps names and links."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attrs: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attrs += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def parsed(html: str) -> Balanced:
    parser = Balanced()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


@pytest.mark.parametrize("lang", ["en", "es"])
def test_no_student_page_holds_anything_of_a_hidden_case_but_its_claim(
    classroom: list[Grade], secret: str, lang: str, tmp_path: Path
) -> None:
    write_report(classroom, tmp_path, lang)
    pages = list((tmp_path / "feedback").iterdir())
    assert len(pages) == 25
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert secret not in text
        assert "hidden test" in text or "prueba oculta" in text


def test_the_class_page_does_not_show_hidden_evidence_either(classroom: list[Grade], secret: str) -> None:
    assert secret not in class_page(classroom, "t", "en")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_pages_are_well_formed_and_need_nothing_but_themselves(classroom: list[Grade], lang: str) -> None:
    for html in [class_page(classroom, "Activations", lang), *(student_page(g, lang) for g in classroom)]:
        found = parsed(html)
        assert not found.tags & {"script", "link", "img", "iframe", "object"}
        assert not re.search(r"https?:|url\(|@import", html)
        assert ("lang", lang) in found.attrs


def test_nothing_of_a_submission_is_html(graded) -> None:
    said = Sentence(EVIL, EVIL)
    seen = Evidence(EVIL, EVIL, EVIL, 3, EVIL)
    grade = graded(
        EVIL, outcome=Outcome.FAILED, claim=said, says=said, evidence=seen, notes=(said,), file=EVIL, assignment=EVIL
    )
    for html in (student_page(grade, "en"), class_page([grade], EVIL, "en", ['"><script>'])):
        assert "script" not in parsed(html).tags
        assert "&lt;script&gt;" in html
        assert "\u202e" not in html
        assert "\x1b" not in html
        assert "[31m" not in html


def test_tables_can_be_read_by_a_screen_reader(classroom: list[Grade]) -> None:
    for html in (class_page(classroom, "t", "es"), student_page(classroom[0], "es")):
        assert html.count("<table") == html.count("<caption") > 0
        assert 'scope="col"' in html
        assert 'scope="row"' in html


def test_every_outcome_has_words_beside_its_mark(graded) -> None:
    html = {outcome: student_page(graded(outcome=outcome), "en") for outcome in Outcome}
    assert 'class="sr">passed' in html[Outcome.PASSED]
    assert "ran out of time" in html[Outcome.TIMED_OUT]
    assert "costs you no points" in html[Outcome.INTERNAL]
    assert "Not written yet" in html[Outcome.MISSING]


def test_a_student_sees_the_file_by_its_name_alone(graded) -> None:
    for file in ("/home/teacher/secret/a.ipynb", "C:\\teacher\\secret\\a.ipynb"):
        html = student_page(graded(file=file), "en")
        assert "a.ipynb" in html
        assert "teacher" not in html


def test_the_class_page_tells_the_numbers(classroom: list[Grade]) -> None:
    text = re.sub(r"<[^>]+>|\s+", " ", class_page(classroom, "Activations", "en"))
    for part in (
        "Students 25",
        "48.8",
        "1 submission holds tests",
        "hidden test",
        "The reference answer itself raised",
    ):
        assert part in re.sub(" +", " ", text)


def test_unsafe_grading_stamps_every_page(graded) -> None:
    grade = graded(unsafe=True)
    for html in (student_page(grade, "en"), class_page([grade], "t", "en")):
        assert "Graded without a sandbox" in html
    assert "Graded without a sandbox" not in student_page(graded(), "en") + class_page([graded()], "t", "en")


def test_a_quiet_class_has_nothing_to_attend_to(graded) -> None:
    html = class_page([graded()], "t", "en")
    assert "graded without incident" in html
    assert "No test was failed" in html
    assert "could not be graded" not in html


def test_an_empty_class_still_has_its_files(tmp_path: Path) -> None:
    index = write_report([], tmp_path, "es")
    assert "Todavía no hay entregas" in index.read_text(encoding="utf-8")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["feedback", "grades.csv", "index.html", "results.json"]


def test_a_submission_without_questions_has_a_page(graded) -> None:
    bare = Grade("Bo", "a", "", (), notes=(Sentence("could not be read", "no se pudo leer"),))
    assert "could not be read" in student_page(bare, "en")
    parsed(class_page([bare, graded()], "t", "en"))


def test_the_same_grades_give_the_same_bytes_in_any_order(classroom: list[Grade], tmp_path: Path) -> None:
    write_report(classroom, tmp_path / "a", "es", "T")
    write_report(list(reversed(classroom)), tmp_path / "b", "es", "T")
    one, two = ({p.relative_to(d): p.read_bytes() for p in d.rglob("*.*")} for d in (tmp_path / "a", tmp_path / "b"))
    assert one == two
    assert len(one) == 28


def test_every_link_of_the_class_page_leads_to_that_students_page(graded, tmp_path: Path) -> None:
    students = ["José", "Jose", "jose", "../x", "Ana"]
    html = write_report([graded(s) for s in students], tmp_path, "en").read_text(encoding="utf-8")
    links = re.findall(r'<th scope="row"><a href="([^"]+)">([^<]+)</a>', html)
    assert sorted(name for _, name in links) == sorted(students)
    for link, name in links:
        assert f"<h1>{name}</h1>" in (tmp_path / link).read_text(encoding="utf-8")


def test_the_more_is_missing_the_stronger_the_shade() -> None:
    shades = [shade(8 - missing, 8) for missing in range(9)]
    assert shades == sorted(shades)
    assert (shades[0], shades[1], shades[-1]) == (0, 1, 5)


def test_templates_are_files_of_the_package() -> None:
    folder = Path(page.__file__).parent / "templates"
    assert {p.name for p in folder.iterdir()} == {"base.html", "class.html", "proof.html", "student.html", "style.css"}


def test_a_picture_is_part_of_the_page_and_of_no_other(graded) -> None:
    grade = graded(outcome=Outcome.FAILED, evidence=Evidence(picture=PICTURE))
    html = student_page(grade, "es")
    found = parsed(html)
    assert ("role", "img") in found.attrs
    assert "Tu respuesta" in html
    assert "<figure" not in class_page([grade], "t", "es")
    style = html[html.index("<style>") : html.index("</style>")]
    assert not re.search(r"(^|[\s,}])svg\b", style), "the class page's drawing must not style pictures"


def test_an_error_carried_forward_stands_on_the_students_page(graded) -> None:
    grade = graded()
    carried = replace(grade.questions[0], carried=Carried(3, ("<b>total",)))
    html = student_page(replace(grade, questions=(carried,)), "en", "T")
    assert "This comes from an earlier answer (&lt;b&gt;total)" in html
