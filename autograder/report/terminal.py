"""Results in a terminal: one student's answers, or the whole class. Every outcome has its own mark and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..outcome import Grade, Outcome, QuestionResult, question_names
from . import words
from .blocks import picture_lines
from .clean import number, one_line
from .figures import difficulties, headline, in_order
from .view import CaseView, QuestionView, fraction, question_view, written
from .words import say

STYLES = {
    Outcome.PASSED: "green",
    Outcome.FAILED: "red",
    Outcome.MISSING: "dim",
    Outcome.SKIPPED: "dim",
    Outcome.TIMED_OUT: "red",
    Outcome.KILLED: "red",
    Outcome.INTERNAL: "yellow",
}


def print_grade(grade: Grade, lang: str, console: Console, hint: str = "") -> None:
    """Print one student's result question by question, with what went wrong and the points so far.

    `hint` is the call that opens a hint.
    """
    for sentence in grade.notes:
        console.print(Text(one_line(sentence[lang]), style="yellow"))
    for result in grade.questions:
        _print_question(question_view(result, lang), console)
    console.print()
    if hint:
        console.print(Text(say(words.STUCK, lang, call=hint)))
    earned, possible = number(grade.score), number(grade.max_score)
    console.print(Text(say(words.SO_FAR, lang, earned=earned, possible=possible), style="bold"))
    console.print(Text(say(words.HIDDEN_SHOWN if _any_hidden(grade) else words.HIDDEN_EXIST, lang), style="dim"))
    if grade.unsafe:
        console.print(Text(say(words.UNSAFE, lang), style="bold yellow"))


def _any_hidden(grade: Grade) -> bool:
    return any(c.hidden for q in grade.questions for c in q.cases)


def _print_question(question: QuestionView, console: Console) -> None:
    title = Text.assemble((question.name, "bold"), f"  {question.earned}/{question.possible}  ")
    console.print()
    console.print(title.append(question.status, style="green" if question.state == "full" else "dim"))
    if question.diagnosis:
        console.print(Padding(Text(question.diagnosis, style="bold"), (0, 0, 0, 1), expand=False))
    for case in question.cases if question.written else ():
        _print_case(case, console)


def _print_case(case: CaseView, console: Console) -> None:
    style = STYLES[case.outcome]
    row = Table.grid(padding=(0, 1))
    row.add_row("", Text(_mark(case.mark, console), style=style), _claim(case, style))
    console.print(row)
    if case.details:
        console.print(Padding(_details(case), (0, 0, 0, 5), expand=False))
    for sentence in case.says:
        console.print(Padding(Text(sentence), (0, 0, 0, 5), expand=False))
    for drawn in picture_lines(case.picture, _is_plain(console)) if case.picture else ():
        console.print(Text(f"     {drawn}", style="dim"), no_wrap=True, overflow="ignore", crop=False)


def _is_plain(console: Console) -> bool:
    """Whether the console cannot show blocks and bars."""
    return _mark("█", console, "#") == "#"


def _details(case: CaseView) -> Table:
    """Labels in one column and code in the next, so that the rows of an array stay aligned."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for detail in case.details:
        table.add_row(Text(detail.label), Text(detail.text))
    return table


def _claim(case: CaseView, style: str) -> Text:
    text = Text(case.claim)
    if case.outcome is not Outcome.PASSED:
        text.append(f"  [{case.status}, {case.earned}]", style=style)
    return text


def _mark(mark: str, console: Console, twin: str = "") -> str:
    """The mark, or its ASCII twin where the terminal cannot show it."""
    try:
        mark.encode(console.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return twin or words.ASCII_MARKS[mark]
    return mark


def print_class(grades: Sequence[Grade], lang: str, console: Console) -> None:
    """Print a table of students and questions with totals, then the class in a few numbers."""
    grades = in_order(grades)
    if any(g.unsafe for g in grades):
        console.print(Text(say(words.CLASS_UNSAFE, lang), style="bold yellow"))
    if not grades:
        console.print(Text(say(words.EMPTY_CLASS, lang)))
        return
    console.print(_class_table(grades, lang))
    console.print(_legend(grades, lang))
    console.print()
    for line in _summary(grades, lang):
        console.print(line)


def _class_table(grades: Sequence[Grade], lang: str) -> Table:
    """Students by row; questions by number, which `_legend` explains, so that twelve of them fit in 80 columns."""
    names = question_names(grades)
    table = Table(box=box.SIMPLE_HEAD, show_footer=True, pad_edge=False)
    table.add_column(say(words.STUDENT, lang), footer=say(words.MEAN, lang), overflow="fold", min_width=12)
    mean = number(headline(grades).mean, 1) + " "  # one place, as in every row, for a warning
    table.add_column(say(words.TOTAL, lang), footer=mean, justify="right", no_wrap=True)
    for place, entry in enumerate(difficulties(grades), start=1):
        table.add_column(str(place), footer=number(entry.mean, 1), justify="right", no_wrap=True)
    for grade in grades:
        table.add_row(*_class_row(grade, names))
    return table


def _class_row(grade: Grade, names: Sequence[str]) -> Iterator[Text]:
    results = {q.question: q for q in grade.questions}
    yield Text(one_line(grade.student))
    yield Text(number(grade.score) + ("!" if grade.internal else " "), style="bold")
    for name in names:
        yield _score(results[name]) if name in results else Text("")


def _score(result: QuestionResult) -> Text:
    if not written(result):
        return Text("-", style="dim")
    share = fraction(result.score, result.max_score)
    return Text(number(result.score), style="green" if share >= 1 else "red" if share < 0.5 else "")


def _legend(grades: Sequence[Grade], lang: str) -> Table:
    """Which question each number stands for, and its mean."""
    table = Table.grid(padding=(0, 2))
    for place, entry in enumerate(difficulties(grades), start=1):
        mean = say(words.OF, lang, earned=number(entry.mean, 1), possible=number(entry.possible))
        table.add_row(Text(str(place), style="bold"), Text(one_line(entry.question)), Text(mean, style="dim"))
    table.add_row("-", Text(say(words.NOT_WRITTEN, lang), style="dim"))
    return table


def _summary(grades: Sequence[Grade], lang: str) -> Iterator[Text]:
    figures = headline(grades)
    possible = say(words.OUT_OF, lang, possible=number(figures.possible))
    yield Text(f"{say(words.STUDENTS, lang)}: {figures.students}")
    yield Text(f"{say(words.MEAN, lang)}: {number(figures.mean, 1)} {possible}")
    yield Text(f"{say(words.MEDIAN, lang)}: {number(figures.median, 1)} {possible}")
    yield Text(f"{say(words.FULL_MARKS, lang)}: {figures.full}")
    yield Text(f"{say(words.INTERNAL, lang)} (!): {figures.internal}", style="bold red" if figures.internal else "")
