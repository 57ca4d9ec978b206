"""What an assignment's author types: `build` and `verify`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .base import _, assignments, command, console, option, say

if TYPE_CHECKING:
    from ..assignment import Assignment
    from ..language import Sentence
    from ..proof import Proof


@command("Compile assignment folders into notebooks and tests.", "Compila carpetas de tareas en cuadernos y pruebas.")
@click.argument("folders", nargs=-1)
@option(
    "--check",
    "only_check",
    is_flag=True,
    en="Only say what is stale; exit 1 if anything is.",
    es="Solo di qué está desactualizado; sale con 1 si hay algo.",
)
def build(folders: tuple[str, ...], only_check: bool, lang: str) -> int:
    """Exit code 1 when --check finds something stale."""
    stale = 0
    for one in assignments(folders):
        if only_check:
            stale += _told(one, _("stale", "desactualizado"), _stale(one))
        else:
            _told(one, _("wrote", "escrito"), _written(one))
    if stale:
        say("Run `autograder build`.", "Ejecuta `autograder build`.")
    return 1 if stale else 0


def _stale(one: Assignment) -> list[Path]:
    """What no longer is what its folder says; AssignmentError when it would show a secret."""
    from .. import build as compiler
    from ..errors import AssignmentError

    if leaks := compiler.leaks(one, compiler.outputs(one)):
        raise AssignmentError(leaks)
    return compiler.stale(one, Path())


def _written(one: Assignment) -> list[Path]:
    """What is compiled now."""
    from .. import build as compiler

    return [*compiler.build(one, Path()), *compiler.build_graders(one, Path())]


def _told(one: Assignment, done: str, paths: list[Path]) -> int:
    """Print what was done to each of these paths; returns how many there are."""
    for path in paths:
        click.echo(f"{done}: {path}")
    if not paths:
        click.echo(f"{one.name}: {_('up to date', 'al día')}")
    return len(paths)


@command(
    "Prove an assignment's tests: right answers pass, wrong ones fail.",
    "Prueba los tests de una tarea: lo correcto pasa, lo incorrecto falla.",
)
@click.argument("folders", nargs=-1)
@option(
    "--mutants",
    "with_mutants",
    is_flag=True,
    en="Also try small mechanical changes of the answers: a case must notice each, or equivalent.json say why not.",
    es="Prueba también pequeños cambios mecánicos de las respuestas: una prueba debe notar cada uno, o equivalent.json decir por qué no.",
)
@option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    en="Write an HTML page with every mistake, every case and what was noticed.",
    es="Escribe una página HTML con cada error, cada prueba y lo que se notó.",
)
def verify(folders: tuple[str, ...], with_mutants: bool, report: Path | None, lang: str) -> int:
    """Exit code 1 when an assignment's tests are too weak or too strict."""
    from ..report import matrix, proof_page

    screen = console()
    wrong = 0
    proofs = []
    for one in assignments(folders):
        proof, complaints = _proven(one, with_mutants, complete=with_mutants or report is not None)
        proofs.append(proof)
        matrix.print_matrix(one.name, proof.trials, lang, screen)
        if with_mutants:
            screen.print(matrix.mutants_line(proof, lang))
        for complaint in complaints:
            wrong += 1
            screen.print(complaint[lang], style="red", markup=False)
    if report:
        say(f"Wrote {proof_page.write(proofs, report, lang)}", f"Se escribió {report}")
    screen.print(
        _("All tests are neither too weak nor too strict.", "Ninguna prueba es demasiado débil ni demasiado estricta.")
        if not wrong
        else _(f"{wrong} faults.", f"{wrong} faltas.")
    )
    return 1 if wrong else 0


def _proven(one: Assignment, with_mutants: bool, complete: bool) -> tuple[Proof, list[Sentence]]:
    """All that is tried on one assignment, and what is wrong with its tests."""
    from .. import equivalents, proof, verify, workers
    from ..language import Sentence

    run = partial(workers.grade_many, assignment=one)
    known, faults = equivalents.read(one.folder)
    tried = verify.trials(one, run, complete)
    found = [Sentence(f.text("en"), f.text("es")) for f in faults]
    found += [c for trial in tried for c in verify.complaints(trial, one)]
    found += proof.misnamed(tried)
    attempts = proof.attempts(one, run, known) if with_mutants else []
    found += proof.mutant_complaints(attempts, known, one.name) if with_mutants else []
    return proof.Proof(one, tuple(tried), tuple(attempts), tuple(known)), found
