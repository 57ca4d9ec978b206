"""What an instructor types: `grade`, `regrade` and `adjust`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import batch
from .base import PATH, _, assignments, command, option, say
from .batch import Batch

if TYPE_CHECKING:
    from ..gradebook import Change


@command(
    "Grade a class: a folder, files, or an LMS's zip.",
    "Califica una clase: una carpeta, archivos o un zip del LMS.",
)
@click.argument("assignment")
@click.argument("submissions", type=PATH)
@option("--out", type=PATH, required=True, en="Folder for the results.", es="Carpeta para los resultados.")
@option(
    "--json",
    "as_json",
    is_flag=True,
    en="Print one JSON line per student, with how far the batch is, instead of a table.",
    es="Imprime una línea JSON por estudiante, con el avance, en vez de una tabla.",
)
@option(
    "--unsafe",
    is_flag=True,
    en="Run student code without a sandbox; every report says so.",
    es="Ejecuta el código sin sandbox; cada reporte lo dice.",
)
@option(
    "--dask",
    metavar="ADDRESS",
    en="Grade on a Dask cluster: its scheduler's address, tcp://… .",
    es="Califica en un clúster de Dask: la dirección de su planificador, tcp://… .",
)
def grade(
    assignment: str, submissions: Path, out: Path, as_json: bool, unsafe: bool, dask: str | None, lang: str
) -> int:
    """Exit code 3 when a case ended as INTERNAL: somebody who runs the class should look."""
    from .. import intake

    (one,) = assignments((assignment,))
    found = intake.submissions(submissions, one.name)
    return batch.run(Batch(one, found, lang, unsafe, as_json, dask), out)


@command(
    "Grade a class again after its tests changed, and say whose grade would change, before anything is kept.",
    "Califica una clase otra vez si cambiaron las pruebas, y dice a quién le cambiaría la nota, antes de guardar nada.",
)
@click.argument("assignment")
@click.argument("submissions", type=PATH)
@option(
    "--out", type=PATH, required=True, en="Folder with the results so far.", es="Carpeta con los resultados que hay."
)
@option("--keep", is_flag=True, en="Keep it: write the new reports.", es="Guárdalo: escribe los reportes nuevos.")
def regrade(assignment: str, submissions: Path, out: Path, keep: bool, lang: str) -> int:
    """Exit code as `grade`; results that were not asked to be kept are remembered, so `--keep` then takes no time."""
    from .. import gradebook, intake

    (one,) = assignments((assignment,))
    found = intake.submissions(submissions, one.name)
    with gradebook.existing(out) as book:
        old = book.reported()
        again = Batch(one, found, lang, unsafe=any(g.unsafe for g in old))
        new = batch.grades(again, book)
        if new is None:
            return batch.STOPPED
        _say_changes(gradebook.changes(book.adjusted(old), book.adjusted(new)), len(new))
        if keep:
            return batch.exit_code(batch.report(book, new, out, again.about))
    say("Nothing is kept yet; --keep keeps it.", "Todavía no se guardó nada; --keep lo guarda.")
    return batch.exit_code(new)


def _say_changes(changed: list[Change], students: int) -> None:
    from ..report.clean import one_line

    for one in changed:
        click.echo(f"{one_line(one.student)}: {_difference(one)}")
    say(f"{len(changed)} of {students} students change.", f"Cambian {len(changed)} de {students} estudiantes.")


def _difference(change: Change) -> str:
    was, now = ("–" if score is None else f"{score:g}" for score in change.scores)
    parts = ", ".join(f"{name} {a:g} → {b:g}" for name, a, b in change.questions)
    same = _("same points, other feedback", "mismos puntos, otros comentarios")
    return f"{was} → {now}  ({parts})" if was != now or parts else same


@command(
    "Give a student's question the points you decide; no regrade undoes it.",
    "Da a una pregunta de un estudiante los puntos que tú decidas; ninguna recalificación lo deshace.",
)
@click.argument("out", type=PATH)
@click.argument("student")
@click.argument("question")
@click.argument("points", type=click.FloatRange(0, 1e6), required=False)
@option("--reason", en="Why; the student reads it.", es="Por qué; lo lee el estudiante.")
@option(
    "--remove",
    is_flag=True,
    en="Take an adjustment back: its tests count again.",
    es="Quita un ajuste: vuelven a contar las pruebas.",
)
def adjust(
    out: Path, student: str, question: str, points: float | None, reason: str | None, remove: bool, lang: str
) -> int:
    """Writes the reports again; exit code as `grade`."""
    from .. import gradebook
    from ..outcome import Adjustment

    if remove == (points is not None) or (not remove and not (reason or "").strip()):
        raise click.UsageError(
            _("Give points and --reason, or only --remove.", "Da los puntos y --reason, o solo --remove.")
        )
    with gradebook.existing(out) as book:
        grades = book.reported()
        gradebook.find(grades, student, question)
        book.adjust(student, question, None if points is None else Adjustment(points, str(reason).strip()))
        about = {name: book.about(name) for name in ("lang", "title", "sections")}
        reported = batch.report(book, grades, out, about)
    say(f"Reports written: {out / 'index.html'}", f"Reportes escritos: {out / 'index.html'}")
    return batch.exit_code(reported)
