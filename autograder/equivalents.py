"""Mutants that survive because they are no mistakes: who says so writes the reason into `equivalent.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from .errors import Fault, fault
from .language import LANGUAGES, Sentence

FILE = "equivalent.json"
KEYS = ("question", "before", "after", *LANGUAGES)


@dataclass(frozen=True)
class Equivalent:
    """Why a line of an answer may also be written another way: the entry fits mutants by question and both lines."""

    question: str
    before: str
    after: str
    says: Sentence

    @property
    def key(self) -> tuple[str, str, str]:
        """What a mutant must have to be the one this is about."""
        return self.question, self.before, self.after


def read(folder: Path) -> tuple[list[Equivalent], list[Fault]]:
    """The reasons that an assignment's folder gives, and what is wrong with the file; both empty without one."""
    path, where = folder / FILE, f"{folder.name}/{FILE}"
    if not path.is_file():
        return [], []
    try:
        entries = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        return [], [fault(where, 0, f"not JSON: {error}", f"no es JSON: {error}")]
    if not isinstance(entries, list) or not all(map(_is_entry, entries)):
        keys = ", ".join(KEYS)
        return [], [fault(where, 0, f"it is a list of entries with the texts {keys}", f"es una lista de entradas con los textos {keys}")]
    return [Equivalent(e["question"], e["before"], e["after"], Sentence(e["en"], e["es"])) for e in entries], []


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and set(entry) == set(KEYS) and all(isinstance(v, str) and v for v in entry.values())
