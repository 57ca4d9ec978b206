"""What a student types: `check` and `hint`."""

from __future__ import annotations

from pathlib import Path

import click

from .base import _, command, console


@command("Check your own notebook: what is wrong, and why.", "Revisa tu cuaderno: qué está mal y por qué.")
@click.argument("what", nargs=-1, metavar="[NOTEBOOK] [QUESTION]")
def check(what: tuple[str, ...], lang: str) -> int:
    """Exit code 0 when every public case passes."""
    from .. import selfcheck
    from ..report import terminal

    files = [w for w in what if w.endswith((".ipynb", ".py"))]
    questions = [w for w in what if w not in files]
    if len(files) > 1 or len(questions) > 1:
        raise click.UsageError(
            _("Give at most one notebook and one question.", "Da a lo sumo un cuaderno y una pregunta.")
        )
    notebook = Path(files[0]) if files else selfcheck.find_notebook(Path())
    if not notebook.is_file():
        raise click.UsageError(_(f"There is no file {notebook}.", f"No existe el archivo {notebook}."))
    grade = selfcheck.check_file(notebook, questions[0] if questions else None, lang)
    hint = selfcheck.Folder(notebook.parent).help(grade.questions, _hint_in_shell(files))
    terminal.print_grade(grade, lang, console(), hint)
    return 0 if grade.score == grade.max_score else 1


@command(
    "Open the next hint of a question: the idea, where to look, a small example. A number shows one again.",
    "Abre la siguiente pista de una pregunta: la idea, dónde mirar, un ejemplo pequeño. Un número vuelve a mostrar una.",
)
@click.argument("what", nargs=-1, metavar="[NOTEBOOK] [QUESTION] [NUMBER]")
def hint(what: tuple[str, ...], lang: str) -> int:
    """Without a question, lists them all with how many hints of each are open."""
    from rich.markdown import Markdown

    from .. import ladder

    files = [w for w in what if w.endswith((".ipynb", ".py"))]
    numbers = [w for w in what if w.lstrip("-").isdecimal()]
    questions = [w for w in what if w not in files + numbers]
    if max(map(len, (files, numbers, questions))) > 1 or len(numbers) > len(questions):
        raise click.UsageError(
            _("Give one question, and before it at most one notebook.",
              "Da una pregunta y, antes, a lo sumo un cuaderno.")
        )  # fmt: skip
    if files and not Path(files[0]).is_file():
        raise click.UsageError(_(f"There is no file {files[0]}.", f"No existe el archivo {files[0]}."))
    folder = Path(files[0]).parent if files else Path()
    number, question = int(numbers[0]) if numbers else None, questions[0] if questions else None
    console().print(Markdown(ladder.in_shell(folder, question, number, lang, _hint_in_shell(files))))
    return 0


def _hint_in_shell(files: list[str]) -> str:
    """How a hint is asked for, for the notebook that was named, if one was."""
    import shlex

    from .. import hints

    return hints.SHELL.replace("{}", f"{shlex.quote(files[0])} {{}}") if files else hints.SHELL
