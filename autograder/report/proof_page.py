"""The page of `autograder verify --report`: the kill matrix, what each mistake is called, and the mutants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

from ..assignment import Question
from ..language import Sentence
from ..outcome import CaseResult, Outcome
from ..proof import NAMED_SHARE, Attempt, Proof, Totals, called, own_failed
from ..verify import Trial
from . import page, proof_words
from .words import say


@dataclass(frozen=True)
class Goal:
    """One target, what was reached, and whether that is enough."""

    says: str
    wanted: str
    reached: str
    met: bool


def write(proofs: Sequence[Proof], path: Path, lang: str) -> Path:
    """Write the page about these assignments; it needs nothing but itself."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(proof_page(proofs, lang).encode())
    return path


def proof_page(proofs: Sequence[Proof], lang: str) -> str:
    """The page as HTML."""
    totals = reduce(add, (p.totals for p in proofs), Totals())
    parts = [_part(p, lang) for p in proofs]
    return page.render(
        "proof.html", lang, p=proof_words, goals=goals(totals, lang), parts=parts, totals=totals,
        mutants=any(p.attempts for p in proofs),
    )  # fmt: skip


def goals(t: Totals, lang: str) -> list[Goal]:
    """The targets for all seven assignments, and how far these are."""
    w = proof_words
    every = say(w.ALL_OF_THEM, lang)
    none = say(w.NONE, lang)
    share = say(w.AT_LEAST, lang, share=f"{100 * NAMED_SHARE:g}")
    return [
        Goal(w.KILLED_BY_PUBLIC[lang], every, _share(t.public, t.wrong, lang), t.public == t.wrong),
        Goal(w.NAMED_GOAL[lang], share, _share(t.named, t.wrong, lang), t.named >= NAMED_SHARE * t.wrong),
        Goal(w.WRONGLY_GOAL[lang], none, _of(t.wrongly, t.wrong, lang), not t.wrongly),
        Goal(w.REFUSED_GOAL[lang], none, _of(t.refused, t.accepted, lang), not t.refused),
        Goal(w.MUTANTS_GOAL[lang], none, _of(t.unexplained, t.mutants, lang) if t.mutants else w.NOT_TRIED[lang],
             bool(t.mutants) and not t.unexplained),
    ]  # fmt: skip


def _share(n: int, whole: int, lang: str) -> str:
    return say(proof_words.SHARE, lang, n=n, all=whole, share=f"{100 * n / whole if whole else 100:.1f}")


def _of(n: int, whole: int, lang: str) -> str:
    return say(proof_words.OF, lang, n=n, all=whole)


def _part(proof: Proof, lang: str) -> dict[str, object]:
    """One assignment, as the template draws it."""
    survived = [_mutant(a, lang) for a in proof.attempts if not a.killed]
    caught = [_mutant(a, lang) for a in proof.attempts if a.killed]
    questions = [_question(q, proof.of("wrong", q.name), lang) for q in proof.assignment.questions]
    return {
        "name": proof.assignment.name, "totals": proof.totals, "questions": questions, "survived": survived,
        "caught": caught,
    }  # fmt: skip


def _question(question: Question, trials: Sequence[Trial], lang: str) -> dict[str, object]:
    """One question's matrix: its cases as columns, public ones first, and its mistakes as rows."""
    cases = sorted(question.cases, key=lambda c: c.hidden)
    publics = sum(not c.hidden for c in cases)
    labels = [f"P{n + 1}" if n < publics else f"H{n + 1 - publics}" for n in range(len(cases))]
    columns = [
        {"label": label, "name": c.name, "claim": c.claim[lang], "hidden": c.hidden}
        for label, c in zip(labels, cases, strict=True)
    ]
    return {"name": question.name, "columns": columns, "rows": [_row(t, [c.name for c in cases], lang) for t in trials]}


def _row(trial: Trial, cases: Sequence[str], lang: str) -> dict[str, object]:
    assert trial.variant is not None
    found = {c.case: c for q in trial.grade.questions if q.question == trial.variant.question for c in q.cases}
    counts = [sum(c.hidden is hidden for c in own_failed(trial)) for hidden in (False, True)]
    return {
        "name": trial.variant.name,
        "says": trial.variant.says[lang] if trial.variant.says else "",
        "cells": [_cell(found[name], lang) for name in cases],
        "counts": counts,
        "named": proof_words.NAMES[called(trial)][lang],
    }


def _cell(case: CaseResult, lang: str) -> tuple[str, str]:
    """(mark, what it means)."""
    w = proof_words
    if case.outcome is Outcome.PASSED:
        return "·", w.NOT_NOTICED[lang]
    return ("○", w.SKIPPED[lang]) if case.outcome is Outcome.SKIPPED else ("●", w.NOTICED[lang])


def _mutant(attempt: Attempt, lang: str) -> dict[str, str]:
    m, failed = attempt.mutant, attempt.failed
    hidden = sum(c.hidden for c in failed)
    why = attempt.equivalent.says if attempt.equivalent else proof_words.NO_REASON
    names: tuple[Sentence, ...] = attempt.called
    return {
        "question": m.question, "before": m.before, "after": m.after, "why": why[lang],
        "by": say(proof_words.COUNT, lang, public=len(failed) - hidden, hidden=hidden),
        "called": " / ".join(s[lang] for s in names),
    }  # fmt: skip
