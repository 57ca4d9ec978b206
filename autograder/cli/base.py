"""What every command shares: its sentences in the reader's language, its options, its end, the assignments it names.

Commands import what they work with when they run: `--help` and a student's `check` load no grader.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .. import language
from ..errors import AutograderError

if TYPE_CHECKING:
    from rich.console import Console

    from ..assignment import Assignment

Body = TypeVar("Body", bound=Callable[..., Any])


def _spoken(argv: list[str]) -> str:
    """The language of help and messages: what --lang says, else the environment."""
    for word, after in zip(argv, [*argv[1:], ""], strict=True):
        if word == "--lang" or word.startswith("--lang="):
            return (word.partition("=")[2] or after)[:2]
    return language.preferred()


LANG = _spoken(sys.argv)
PATH = click.Path(path_type=Path)


def _(en: str, es: str) -> str:
    """The sentence in the reader's language."""
    return es if LANG == "es" else en


def say(en: str, es: str, err: bool = False) -> None:
    """Print the sentence in the reader's language."""
    click.echo(_(en, es), err=err)


def console() -> Console:
    """Where reports with colours and tables are printed."""
    from rich.console import Console

    return Console(highlight=False)


def option(*names: str, en: str, es: str, **settings: Any) -> Callable[[Body], Body]:
    """A command's option, with what it is for."""
    return click.option(*names, help=_(en, es), **settings)


def command(en: str, es: str) -> Callable[[Callable[..., int]], click.Command]:
    """Makes a function that returns an exit code into a command, which also takes `--lang` and ends as `_ended` says."""

    def made(body: Callable[..., int]) -> click.Command:
        found = click.command(help=_(en, es))(_ended(body))
        found.params.append(
            click.Option(
                ["--lang"],
                type=click.Choice(language.LANGUAGES),
                default=LANG if LANG in language.LANGUAGES else "en",
                help=_("Language of what is printed.", "Idioma de lo que se muestra."),
            )
        )
        return found

    return made


def _ended(body: Callable[..., int]) -> Callable[..., None]:
    """A fault of ours or the user's is a sentence on stderr and exit code 2, never a traceback."""

    @wraps(body)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            sys.exit(body(*args, **kwargs))
        except AutograderError as error:
            click.echo(error.says[LANG], err=True)
            sys.exit(2)

    return run


def assignments(names: tuple[str, ...]) -> list[Assignment]:
    """The assignments of these names or folders; all under solutions/ when none is named."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):  # before numpy is there:
        os.environ.setdefault(name, "1")  # one process for each core, one thread for each process
    from .. import assignment

    folders = [assignment.find(n) for n in names] or [p.parent for p in sorted(Path("solutions").glob("*/notebook.py"))]
    if not folders:
        say(
            "No assignments: there is no solutions/*/notebook.py here.",
            "No hay tareas: aquí no existe solutions/*/notebook.py.",
            err=True,
        )
        sys.exit(2)
    return [assignment.load(f) for f in folders]
