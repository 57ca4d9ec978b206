"""What an instructor types before the first class: `doctor` and `demo`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import language
from . import batch
from .base import PATH, _, assignments, command, say

if TYPE_CHECKING:
    from ..assignment import Assignment


@command(
    "Attack our own sandbox and say which protections hold here.",
    "Ataca nuestro propio sandbox y dice qué protecciones resisten aquí.",
)
def doctor(lang: str) -> int:
    """Exit code 1 when a protection does not hold."""
    from .. import sandbox

    with sandbox.Sandbox() as box:
        backend = box.backend
        findings = list(sandbox.examine(box))
    say(f"Sandbox: {backend.name}", f"Sandbox: {backend.name}")
    for finding in findings:
        mark = _("holds ", "resiste") if finding.holds else _("BROKEN", "FALLA  ")
        click.echo(f"  {mark}  {finding.name[lang]}" + ("" if finding.holds else f"  ({finding.saw})"))
    for lack in backend.lacks:
        click.echo("  " + _("weaker", "débil ") + f"  {lack[lang]}")
    broken = sum(not f.holds for f in findings)
    if not broken:
        name = backend.name
        say(f"{name}: every protection it promises holds.", f"{name}: todas las protecciones que promete resisten.")
        return 0
    say(
        f"{broken} protections do not hold: `grade` refuses here.",
        f"{broken} protecciones no resisten: aquí `grade` se niega.",
    )
    return 1


@command("Make a believable class, grade it, show the result.", "Crea una clase creíble, la califica y la muestra.")
@click.option("--students", type=click.IntRange(1, 2000), default=24, show_default=True)
@click.option("--assignment", default="02_activations", show_default=True)
@click.option("--out", type=PATH, default=Path("demo-class"), show_default=True)
def demo(students: int, assignment: str, out: Path, lang: str) -> int:
    """Exit code as `grade`."""
    from .. import intake, sandbox

    (one,) = assignments((assignment,))
    _hand_in(one, students, out / "submissions")
    if not sandbox.available():
        say(
            "No sandbox here; these notebooks are our own, so they are graded without one.",
            "Aquí no hay sandbox; estos cuadernos son nuestros, así que se califican sin él.",
        )
    found = intake.submissions(out / "submissions", one.name)
    return batch.run(batch.Batch(one, found, lang, unsafe=not sandbox.available()), out / "results")


def _hand_in(one: Assignment, students: int, folder: Path) -> None:
    """Replace what is in `folder` by the class's notebooks."""
    from .. import demo as classroom
    from ..build import student

    shutil.rmtree(folder, ignore_errors=True)
    notebooks = {lang: student.notebook(one, lang) for lang in language.LANGUAGES}
    written = classroom.write_class(one, notebooks, folder, students)
    say(f"Wrote {len(written)} notebooks to {folder}", f"{len(written)} cuadernos en {folder}")
