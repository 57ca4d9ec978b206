"""The `autograder` command: arguments in, exit code out. The only place that prints or exits."""

from __future__ import annotations

import click

from .. import __version__
from . import author, instructor, student, tryout
from .base import _


@click.group(
    help=_(
        "Graded deep-learning assignments: build, check, grade, verify.",
        "Tareas calificadas de aprendizaje profundo: compilar, revisar, calificar, verificar.",
    ),
    commands=[
        student.check,
        student.hint,
        author.build,
        author.verify,
        instructor.grade,
        instructor.regrade,
        instructor.adjust,
        tryout.doctor,
        tryout.demo,
    ],
)
@click.version_option(__version__)
def main() -> None:
    """The command group."""
