"""HTML pages that need nothing but themselves: one for each student, one for the class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from ..language import Sentence
from ..outcome import Grade, Outcome, QuestionResult, question_names
from . import figures, items, words
from .clean import clean, number, one_line, shorten
from .drawing import figure
from .names import file_names
from .table import results_json, write_csv
from .view import fraction, question_view, written

FEEDBACK = "feedback"
NO_SECTIONS: Mapping[str, str] = {}


def breakable(text: str) -> Markup:
    """`text` escaped; a line may break after its underscores."""
    return Markup("_<wbr>").join(escape(part) for part in text.split("_"))


@cache
def environment() -> Environment:
    """Jinja2 with everything escaped and nothing undefined."""
    env = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    env.filters.update(breakable=breakable, figure=lambda view: Markup(figure(view)), number=number, line=one_line, shorten=shorten)
    return env


def render(template: str, lang: str, **values: object) -> str:
    """A template of this package, with the words and marks that all of them use."""
    shown = {"w": words, "lang": lang, "say": partial(_say, lang), "count": partial(_count, lang), "Outcome": Outcome}
    return environment().get_template(template).render(**shown, **values)


def _say(lang: str, sentence: Sentence, **values: object) -> str:
    return words.say(sentence, lang, **values)


def _count(lang: str, forms: tuple[Sentence, Sentence], n: float) -> str:
    return words.plural(forms, n, lang)


def student_page(grade: Grade, lang: str, title: str = "") -> str:
    """The page one student receives: nothing of a hidden test but its claim, outcome and points."""
    cases = [c for q in grade.questions for c in q.cases]
    return render(
        "student.html",
        lang,
        title=one_line(title or grade.assignment),
        student=one_line(grade.student),
        file=one_line(re.split(r"[\\/]", grade.file)[-1]),
        score=number(grade.score),
        possible=number(grade.max_score),
        share=fraction(grade.score, grade.max_score),
        passed=sum(c.outcome is Outcome.PASSED for c in cases),
        total=len(cases),
        hidden=any(c.hidden for c in cases),
        unsafe=grade.unsafe,
        notes=[shorten(note[lang]) for note in grade.notes],
        questions=[question_view(result, lang) for result in grade.questions],
    )


def class_page(
    grades: Iterable[Grade], title: str, lang: str, links: Sequence[str] = (), sections: Mapping[str, str] = NO_SECTIONS
) -> str:
    """The page the teaching staff read; `links` are the students' pages, in the order of `grades`.

    `sections` says for each question under which heading of the notebook it is taught.
    """
    given = list(grades)
    href = {id(grade): link for grade, link in zip(given, links, strict=False)}
    ordered = figures.in_order(given)
    alarms = figures.alarms(ordered)
    return render(
        "class.html",
        lang,
        title=one_line(title),
        head=figures.headline(ordered),
        bars=_bars(figures.histogram(ordered)),
        difficulties=figures.difficulties(ordered),
        stumbles=figures.stumbles(ordered),
        mistakes=figures.mistakes(ordered),
        sections=sections,
        i=items,
        items=items.items(ordered),
        alarms=[(_person(a.grade, href), [shorten(r[lang]) for r in a.reasons]) for a in alarms],
        names=question_names(ordered),
        rows=[_row(grade, question_names(ordered), href) for grade in ordered],
        unsafe=any(g.unsafe for g in ordered),
    )


def _person(grade: Grade, href: dict[int, str]) -> dict[str, str]:
    return {"name": one_line(grade.student), "href": href.get(id(grade), "")}


def _row(grade: Grade, names: Sequence[str], href: dict[int, str]) -> dict[str, object]:
    """One student in the table of the class."""
    found = {q.question: q for q in grade.questions}
    total = number(grade.score), number(grade.max_score)
    cells = [_cell(found.get(name)) for name in names]
    return {"person": _person(grade, href), "total": total, "cells": cells, "internal": grade.internal}


def _cell(result: QuestionResult | None) -> dict[str, object] | None:
    """A student's score for a question; None where the submission has no such question."""
    if result is None:
        return None
    earned, possible = result.score, result.max_score
    shown = {"earned": number(earned), "possible": number(possible)}
    return {**shown, "shade": shade(earned, possible), "written": written(result)}


def shade(earned: float, possible: float) -> int:
    """0 for full marks, then 1 to 5 as more points are missing."""
    missing = 1 - fraction(earned, possible)
    return 0 if missing <= 0 else min(5, 1 + int(missing * 4))


def _bars(counts: Sequence[int]) -> list[dict[str, float]]:
    """Bars of the histogram, in a drawing 100 units high."""
    tallest = max([*counts, 1])
    step = 100 // len(counts)
    lows = range(0, 100, step)
    return [
        {"n": n, "low": low, "high": low + step, "height": 100 * n / tallest}
        for low, n in zip(lows, counts, strict=True)
    ]


def write_report(
    grades: Iterable[Grade], out: Path, lang: str, title: str = "", sections: Mapping[str, str] = NO_SECTIONS
) -> Path:
    """Write grades.csv, results.json, a page for each student and index.html into `out`; return that last path."""
    ordered = figures.in_order(grades)
    title = title or next((g.assignment for g in ordered), words.CLASS[lang])
    links = [f"{FEEDBACK}/{stem}.html" for stem in file_names(ordered)]
    (out / FEEDBACK).mkdir(parents=True, exist_ok=True)
    for grade, link in zip(ordered, links, strict=True):
        _write(out / link, student_page(grade, lang, title))
    write_csv(ordered, out / "grades.csv")
    (out / "results.json").write_bytes(results_json(ordered))
    return _write(out / "index.html", class_page(ordered, title, lang, links, sections))


def _write(path: Path, page: str) -> Path:
    path.write_bytes(page.encode())
    return path
