from __future__ import annotations

import re

import pytest

from autograder.report.names import file_names, safe


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("José Pérez", "Jose-Perez"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", "student"),
        ("李雷", "student"),
        ("", "student"),
        ("a\x00b\\c:d", "a-b-c-d"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("console", "console"),
        ("x" * 200, "x" * 60),
        ("ana@uni.edu.pe", "ana-uni.edu.pe"),
    ],
)
def test_names_become_safe(name: str, expected: str) -> None:
    assert safe(name) == expected


def test_colliding_names_get_their_own_files(graded) -> None:
    students = ["José", "Jose", "jose", "José", "李雷", "韩梅", "Ana", "Ana/", "-Ana"]
    names = file_names([graded(s) for s in students])
    assert len({n.casefold() for n in names}) == len(students)
    assert all(re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*", n) for n in names)


def test_a_file_name_does_not_depend_on_the_order_of_the_class(graded) -> None:
    grades = [graded(s) for s in ("José", "Jose", "Ana")]
    forth, back = file_names(grades), file_names(grades[::-1])
    assert forth == back[::-1]
    assert forth[2] == "Ana"


def test_the_same_student_twice_is_numbered(graded) -> None:
    first, second = file_names([graded("Ana"), graded("Ana")])
    assert second == first + "-2"
