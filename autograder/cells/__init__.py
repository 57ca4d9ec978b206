"""Percent source -> cells, and the two faces of a cell: the student's and the solution's."""

from ..language import Sentence
from .bilingual import in_language
from .percent import Cell, parse
from .regions import fill, strip

__all__ = ["Cell", "check_cell", "fill", "in_language", "parse", "solution", "start_cell", "strip", "student"]

HELP = Sentence("hint() says which hints there are", "hint() dice qué pistas hay")


def student(cell: Cell, lang: str) -> str:
    """The cell as students of `lang` receive it: one language, solutions replaced by a stub."""
    if cell.kind == "text":
        return cell.source
    return in_language(strip(cell.source, cell.question or "", lang), lang)


def solution(cell: Cell, lang: str = "en") -> str:
    """The cell with its solution, without the marks."""
    return cell.source if cell.kind == "text" else in_language(fill(cell.source), lang)


def start_cell(lang: str) -> str:
    """The cell that gives a student's notebook its `check` and its `hint`."""
    lines = f'from autograder import checker, hinter\n\ncheck = checker(lang="{lang}")\nhint = hinter(lang="{lang}")'
    return f"{lines}  # {HELP[lang]}"


def check_cell(question: str) -> str:
    """The cell after an answer."""
    return f'check("{question}")'
