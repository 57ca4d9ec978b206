"""What `check("relu")` shows in a notebook: an HTML fragment with its own styles, and the same as plain text.

Runs on the student's side at every check, so it needs the standard library alone. Colours come from the theme where
Jupyter or VS Code names them and are readable on light and on dark where not; every outcome has a mark and words too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from ..outcome import Outcome, QuestionResult
from . import words
from .blocks import picture_lines
from .clean import number
from .drawing import figure
from .view import CaseView, QuestionView, question_view
from .words import say

GOOD = "var(--jp-success-color1, var(--vscode-testing-iconPassed, #2b9348))"
BAD = "var(--jp-error-color1, var(--vscode-errorForeground, #d9480f))"
WARN = "var(--jp-warn-color1, var(--vscode-editorWarning-foreground, #c77700))"
QUIET = "inherit"
COLOURS = {Outcome.PASSED: GOOD, Outcome.MISSING: QUIET, Outcome.SKIPPED: QUIET, Outcome.INTERNAL: WARN}

BOX = (
    "max-width:52em;margin:.4em 0;padding:.7em 1em;border:1px solid rgba(128,128,128,.35);"
    "border-left:4px solid {colour};border-radius:6px;line-height:1.5;"
    "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:14px;"
    "color:inherit;background:transparent"
)
CODE = (
    "margin:0;padding:.25em .5em;border:0;border-radius:4px;background:rgba(128,128,128,.12);color:inherit;"
    "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:12.5px;line-height:1.45;"
    "white-space:pre-wrap;overflow-wrap:anywhere;text-align:left"
)
FAINT = "opacity:.75;font-size:12.5px"
UNSEEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap"  # but heard
PLAIN_LIST = "list-style:none;margin:.4em 0 0;padding:0"
LABEL = "margin:.35em 0 .15em;font-size:12.5px;opacity:.75;font-weight:400"


def as_html(
    results: QuestionResult | Sequence[QuestionResult],
    lang: str,
    so_far: tuple[float, float] | None = None,
    hint: str = "",
) -> str:
    """The result of one question or several as HTML.

    `so_far` is (earned, possible) over all that was checked; `hint` is the call that opens a hint.
    """
    return "".join([*(_question(view) for view in _views(results, lang)), *_footer(lang, so_far, hint)])


def as_text(
    results: QuestionResult | Sequence[QuestionResult],
    lang: str,
    so_far: tuple[float, float] | None = None,
    hint: str = "",
) -> str:
    """The same as `as_html`, in plain text."""
    lines = [line for view in _views(results, lang) for line in _question_lines(view)]
    return "\n".join([*lines, *_closing(lang, so_far, hint)])


def _views(results: QuestionResult | Sequence[QuestionResult], lang: str) -> list[QuestionView]:
    several = [results] if isinstance(results, QuestionResult) else results
    return [question_view(result, lang) for result in several]


def _closing(lang: str, so_far: tuple[float, float] | None, hint: str) -> Iterator[str]:
    if hint:
        yield say(words.STUCK, lang, call=hint)
    if so_far is not None:
        yield say(words.SO_FAR, lang, earned=number(so_far[0]), possible=number(so_far[1]))
    yield say(words.HIDDEN_EXIST, lang)


def _footer(lang: str, so_far: tuple[float, float] | None, hint: str) -> Iterator[str]:
    yield f'<div style="max-width:52em;{FAINT}">{" ".join(map(escape, _closing(lang, so_far, hint)))}</div>'


def _question(question: QuestionView) -> str:
    colour = {"full": GOOD, "missing": "rgba(128,128,128,.6)"}.get(question.state, BAD)
    title = (
        f'<div role="heading" aria-level="4"><strong><code style="background:none;color:inherit">'
        f"{escape(question.name)}</code></strong> &nbsp;{question.earned}/{question.possible}"
        f' &nbsp;<span style="{FAINT}">{escape(question.status)}</span></div>'
    )
    return f'<div style="{BOX.format(colour=colour)}">{title}{_diagnosis(question)}{_cases(question)}</div>'


def _diagnosis(question: QuestionView) -> str:
    return f'<p style="margin:.4em 0;font-weight:600">{escape(question.diagnosis)}</p>' if question.diagnosis else ""


def _cases(question: QuestionView) -> str:
    items = "".join(map(_case, question.cases if question.written else ()))
    return f'<ul style="{PLAIN_LIST}">{items}</ul>' if items else ""


def _case(case: CaseView) -> str:
    colour = COLOURS.get(case.outcome, BAD)
    mark = f'<strong aria-hidden="true" style="position:absolute;left:0;color:{colour}">{case.mark}</strong>'
    seen = UNSEEN if case.outcome is Outcome.PASSED else FAINT
    status = f'<span style="{seen}"> · {escape(case.status)}, {escape(case.earned)}</span>'
    says = "".join(f'<div style="margin:.2em 0;white-space:pre-line">{escape(text)}</div>' for text in case.says)
    style = "position:relative;margin:.3em 0;padding-left:1.6em;list-style:none"
    return f'<li style="{style}">{mark}{escape(case.claim)}{status}{says}{_details(case)}{_picture(case)}</li>'


def _details(case: CaseView) -> str:
    return "".join(
        f'<div style="{LABEL}">{escape(d.label)}</div><pre style="{CODE}">{escape(d.text)}</pre>' for d in case.details
    )


def _picture(case: CaseView) -> str:
    return figure(case.picture, BAD) if case.picture else ""


def _question_lines(question: QuestionView) -> Iterator[str]:
    yield f"{question.name}  {question.earned}/{question.possible}  {question.status}"
    if question.diagnosis:
        yield f"  {question.diagnosis}"
    for case in question.cases if question.written else ():
        status = "" if case.outcome is Outcome.PASSED else f"  [{case.status}, {case.earned}]"
        yield f"  {case.mark} {case.claim}{status}"
        for label, text in [*((d.label + ":", d.text) for d in case.details), *(("", text) for text in case.says)]:
            yield from _block(label, text)
        if case.picture:
            yield from (f"      {row}".rstrip() for row in picture_lines(case.picture))
    yield ""


def _block(label: str, text: str) -> Iterator[str]:
    """A labelled text, its later rows under its first."""
    indent = " " * (6 + (len(label) + 1 if label else 0))
    first = f"      {label} " if label else "      "
    yield first + text.replace("\n", "\n" + indent)
