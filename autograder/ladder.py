"""What students open: `hint("relu")` in the notebook, `autograder hint relu` in a shell. One hint at a time, in order.

How many were opened stays in the kernel, or in a shell in a small file beside the notebook. Only where the assignment
says so does the notebook write that file too, for the instructor to read; no grade is made from it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import hints
from .display import show
from .errors import UsageError
from .hints import NOTEBOOK, RUNGS, SHELL, Ladder
from .language import Sentence

OPENED = ".autograder-hints.json"
ABOUT = "assignment.json"

TITLE = Sentence("{question}: hint {n} of {of}, {rung}", "{question}: pista {n} de {of}, {rung}")
NEXT = Sentence("For the next hint: `{call}`.", "Para la siguiente pista: `{call}`.")
LAST = Sentence(
    "That was the last hint. If it still does not work out, take your own small example to class and ask.",
    "Esa era la última pista. Si todavía no te sale, lleva a clase un ejemplo pequeño tuyo y pregunta.",
)
LISTED = Sentence("{question}: {n} of {of} opened", "{question}: abiertas {n} de {of}")
FIRST = Sentence("To open one: `{call}`.", "Para abrir una: `{call}`.")
TOLD = Sentence(
    f"In this assignment {OPENED}, beside the notebook, keeps how many hints you opened, for your instructor to read. "
    "Hints cost no points.",
    f"En esta tarea, {OPENED}, junto al cuaderno, guarda cuántas pistas abriste, para que tu docente lo lea. "
    "Las pistas no quitan puntos.",
)
FORGOTTEN = Sentence(
    f"{OPENED} could not be written here, so this hint will not be remembered.",
    f"Aquí no se pudo escribir {OPENED}, así que no se recordará que abriste esta pista.",
)


@dataclass(frozen=True)
class Page:
    """What one call shows: some rungs of a ladder, and which is asked for next."""

    ladder: Ladder
    shown: tuple[int, ...]  # numbers of rungs, from 1
    opened: int


class Hinter:
    """`hint` in a student's notebook: each call opens one more hint of a question and shows those opened so far."""

    def __init__(self, lang: str, folder: Path | None = None):
        self.lang = lang
        self._folder = folder or Path()
        self._opened: dict[str, int] = {}

    def __call__(self, question: Any = None, number: Any = None) -> None:
        """Open the next hint of a question, or show again one that was opened; with nothing, say what there is."""
        try:
            if question is None:
                text = overview(self._folder, self._opened, self.lang, NOTEBOOK)
            else:
                name = str(getattr(question, "__name__", question))  # `hint(relu)` means `hint("relu")`
                page = climb(self._folder, name, number, self._opened.get(name, 0))
                self._opened[name] = page.opened
                text = as_markdown(page, self.lang, NOTEBOOK)
                if tells(self._folder):
                    text += f"\n\n{TOLD[self.lang]}"
                    remember(self._folder, name, max(page.opened, recall(self._folder).get(name, 0)))
        except UsageError as error:
            print(error.says[self.lang])
            return
        show(text, as_text(text), "text/markdown")

    def __repr__(self) -> str:
        return f'hinter(lang="{self.lang}")'


def hinter(lang: str = "en") -> Hinter:
    """The `hint` of a notebook in that language."""
    return Hinter(lang)


def in_shell(folder: Path, question: str | None, number: int | None, lang: str, call: str = SHELL) -> str:
    """Open a hint from a shell, where `OPENED` is the memory; returns Markdown."""
    opened = recall(folder)
    if question is None:
        return overview(folder, opened, lang, call)
    page = climb(folder, question, number, opened.get(question, 0))
    kept = remember(folder, question, page.opened)
    notes = [TOLD] if tells(folder) else []
    return "\n\n".join([as_markdown(page, lang, call), *(s[lang] for s in notes + ([] if kept else [FORGOTTEN]))])


def climb(folder: Path, question: str, number: Any, opened: int) -> Page:
    """The page that a call shows when `opened` hints of the question are open; UsageError says why there is none."""
    ladder = _ladders(folder).get(question)
    if ladder is None:
        there = ", ".join(_ladders(folder))
        raise UsageError(
            Sentence(
                f"There is no question {question!r}. There are: {there}.",
                f"No existe la pregunta {question!r}. Hay: {there}.",
            )
        )
    most = len(ladder.rungs)
    opened = min(opened, most)
    if number is None:
        opened = min(opened + 1, most)
        return Page(ladder, tuple(range(1, opened + 1)), opened)
    if not isinstance(number, int) or not 1 <= number <= most:
        raise UsageError(Sentence(f"There are hints 1 to {most}.", f"Hay pistas de la 1 a la {most}."))
    if number > opened + 1:
        raise UsageError(
            Sentence(
                f"Hints open one at a time: hint {opened + 1} comes first.",
                f"Las pistas se abren de una en una: primero va la pista {opened + 1}.",
            )
        )
    return Page(ladder, (number,), max(opened, number))


def _ladders(folder: Path) -> dict[str, Ladder]:
    found = hints.read(folder)
    if not found:
        raise UsageError(
            Sentence(
                f"There are no hints here: this assignment has none, or {hints.FILE} is not in this folder.",
                f"Aquí no hay pistas: esta tarea no tiene, o {hints.FILE} no está en esta carpeta.",
            )
        )
    return found


def overview(folder: Path, opened: Mapping[str, int], lang: str, call: str) -> str:
    """Every question with how many of its hints are open, as Markdown; `call` is how one is asked for."""
    lines, found = [], _ladders(folder)
    for name, ladder in found.items():
        of = len(ladder.rungs)
        lines.append("- " + LISTED[lang].format(question=f"`{name}`", n=min(opened.get(name, 0), of), of=of))
    return "\n".join([*lines, "", FIRST[lang].format(call=call.replace("{}", next(iter(found))))])


def as_markdown(page: Page, lang: str, call: str) -> str:
    """A page for a notebook or a terminal; `call` is how the next hint is asked for."""
    return "\n\n".join(_parts(page, lang, call))


def _parts(page: Page, lang: str, call: str) -> Iterator[str]:
    name, of = page.ladder.question, len(page.ladder.rungs)
    for n in page.shown:
        rung = RUNGS[n - 1][lang] if n <= len(RUNGS) else ""
        yield "#### " + TITLE[lang].format(question=f"`{name}`", n=n, of=of, rung=rung)
        yield page.ladder.rungs[n - 1][lang]
    yield NEXT[lang].format(call=call.replace("{}", name)) if page.opened < of else LAST[lang]


def as_text(markdown: str) -> str:
    """The same for a screen that knows no Markdown."""
    return "\n".join(line.removeprefix("#### ").replace("**", "") for line in markdown.split("\n"))


def tells(folder: Path) -> bool:
    """Whether the assignment keeps for the instructor how many hints were opened; it does not unless it says so."""
    return _json(folder / ABOUT).get("tell_hints") is True


def recall(folder: Path) -> dict[str, int]:
    """How many hints of each question were opened, as the file beside the notebook has it; nothing when it is damaged."""
    return {name: n for name, n in _json(folder / OPENED).items() if type(n) is int and n > 0}


def remember(folder: Path, question: str, opened: int) -> bool:
    """Write how many hints of a question are open; False where nothing can be written."""
    path = folder / OPENED
    new = path.with_name(OPENED + ".new")
    try:
        new.write_text(json.dumps(recall(folder) | {question: opened}, indent=1) + "\n", "utf-8")
        os.replace(new, path)
    except OSError:
        return False
    return True


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
