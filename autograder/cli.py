"""The `autograder` command: arguments in, exit code out. The only place that prints or exits."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import __version__, language
from .errors import AutograderError

if TYPE_CHECKING:
    from rich.console import Console

    from .assignment import Assignment
    from .gradebook import Change, Gradebook
    from .outcome import Grade
    from .submission import Submission


def _spoken(argv: list[str]) -> str:
    """The language of help and messages: what --lang says, else the environment."""
    for word, after in zip(argv, [*argv[1:], ""], strict=True):
        if word == "--lang" or word.startswith("--lang="):
            return (word.partition("=")[2] or after)[:2]
    return language.preferred()


LANG = _spoken(sys.argv)


def _(en: str, es: str) -> str:
    """The sentence in the reader's language."""
    return es if LANG == "es" else en


def _kind(command: Callable[..., int | None]) -> Callable[..., None]:
    """A fault of ours or the user's is a sentence on stderr and exit code 2, never a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            sys.exit(command(*args, **kwargs) or 0)
        except AutograderError as error:
            click.echo(error.says[LANG], err=True)
            sys.exit(2)

    return run


def _lang(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--lang",
        type=click.Choice(language.LANGUAGES),
        default=LANG if LANG in language.LANGUAGES else "en",
        help=_("Language of what is printed.", "Idioma de lo que se muestra."),
    )(command)


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False)


def _load(names: tuple[str, ...]) -> list[Assignment]:
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(
            name, "1"
        )  # before numpy is there: one process for each core, one thread for each process
    from . import assignment

    folders = [assignment.find(n) for n in names] or [p.parent for p in sorted(Path("solutions").glob("*/notebook.py"))]
    if not folders:
        click.echo(
            _(
                "No assignments: there is no solutions/*/notebook.py here.",
                "No hay tareas: aquí no existe solutions/*/notebook.py.",
            ),
            err=True,
        )
        sys.exit(2)
    return [assignment.load(f) for f in folders]


@click.group(
    help=_(
        "Graded deep-learning assignments: build, check, grade, verify.",
        "Tareas calificadas de aprendizaje profundo: compilar, revisar, calificar, verificar.",
    )
)
@click.version_option(__version__)
def main() -> None:
    """The command group."""


@main.command(help=_("Check your own notebook: what is wrong, and why.", "Revisa tu cuaderno: qué está mal y por qué."))
@click.argument("what", nargs=-1, metavar="[NOTEBOOK] [QUESTION]")
@_lang
@_kind
def check(what: tuple[str, ...], lang: str) -> int:
    """Exit code 0 when every public case passes."""
    from . import selfcheck
    from .report import terminal

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
    terminal.print_grade(grade, lang, _console())
    return 0 if grade.score == grade.max_score else 1


@main.command(
    help=_("Compile assignment folders into notebooks and tests.", "Compila carpetas de tareas en cuadernos y pruebas.")
)
@click.argument("folders", nargs=-1)
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help=_(
        "Only say what is stale; exit 1 if anything is.", "Solo di qué está desactualizado; sale con 1 si hay algo."
    ),
)
@_lang
@_kind
def build(folders: tuple[str, ...], only_check: bool, lang: str) -> int:
    """Exit code 1 when --check finds something stale."""
    from . import build as compiler
    from .errors import AssignmentError

    stale = 0
    for one in _load(folders):
        if only_check:
            if found := compiler.leaks(one, compiler.outputs(one)):
                raise AssignmentError(found)
            paths = compiler.stale(one, Path())
            stale += len(paths)
        else:
            paths = [*compiler.build(one, Path()), *compiler.build_graders(one, Path())]
        for path in paths:
            click.echo(f"{_('stale', 'desactualizado') if only_check else _('wrote', 'escrito')}: {path}")
        if not paths:
            click.echo(f"{one.name}: {_('up to date', 'al día')}")
    if stale:
        click.echo(_("Run `autograder build`.", "Ejecuta `autograder build`."))
    return 1 if stale else 0


@main.command(
    help=_(
        "Prove an assignment's tests: right answers pass, wrong ones fail.",
        "Prueba los tests de una tarea: lo correcto pasa, lo incorrecto falla.",
    )
)
@click.argument("folders", nargs=-1)
@_lang
@_kind
def verify(folders: tuple[str, ...], lang: str) -> int:
    """Exit code 1 when an assignment's tests are too weak or too strict."""
    from . import verify as prover
    from . import workers
    from .report import matrix

    console = _console()
    wrong = 0
    for one in _load(folders):
        tried = prover.trials(one, partial(workers.grade_many, assignment=one))
        matrix.print_matrix(one.name, tried, lang, console)
        for complaint in (c for trial in tried for c in prover.complaints(trial, one)):
            wrong += 1
            console.print(complaint[lang], style="red", markup=False)
    console.print(
        _("All tests are neither too weak nor too strict.", "Ninguna prueba es demasiado débil ni demasiado estricta.")
        if not wrong
        else _(f"{wrong} faults.", f"{wrong} faltas.")
    )
    return 1 if wrong else 0


@main.command(
    help=_(
        "Grade a class: a folder, files, or an LMS's zip.",
        "Califica una clase: una carpeta, archivos o un zip del LMS.",
    )
)
@click.argument("assignment")
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help=_("Folder for the results.", "Carpeta para los resultados."),
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help=_(
        "Print one JSON line per student, with how far the batch is, instead of a table.",
        "Imprime una línea JSON por estudiante, con el avance, en vez de una tabla.",
    ),
)
@click.option(
    "--unsafe",
    is_flag=True,
    help=_(
        "Run student code without a sandbox; every report says so.",
        "Ejecuta el código sin sandbox; cada reporte lo dice.",
    ),
)
@click.option(
    "--dask",
    metavar="ADDRESS",
    help=_(
        "Grade on a Dask cluster: its scheduler's address, tcp://… .",
        "Califica en un clúster de Dask: la dirección de su planificador, tcp://… .",
    ),
)
@_lang
@_kind
def grade(
    assignment: str, submissions: Path, out: Path, as_json: bool, unsafe: bool, dask: str | None, lang: str
) -> int:
    """Exit code 3 when a case ended as INTERNAL: somebody who runs the class should look."""
    from . import intake

    (one,) = _load((assignment,))
    return _grade(one, intake.submissions(submissions, one.name), out, as_json, unsafe, lang, dask)


def _grade(
    one: Assignment,
    found: list[Submission],
    out: Path,
    as_json: bool,
    unsafe: bool,
    lang: str,
    dask: str | None = None,
) -> int:
    from . import gradebook

    with gradebook.Gradebook(out / "gradebook.sqlite") as book:
        grades = _batch(book, one, found, as_json, unsafe, lang, dask)
        if grades is None:
            return 130
        return _report(book, grades, out, as_json, {"lang": lang, "title": one.title[lang]})


def _batch(
    book: Gradebook,
    one: Assignment,
    found: list[Submission],
    as_json: bool,
    unsafe: bool,
    lang: str,
    dask: str | None,
) -> list[Grade] | None:
    """The best grade of every student; None when somebody stopped it."""
    import signal

    from . import gradebook, sandbox, workers
    from .report import progress, table

    if dask:
        from . import cluster

        grade_many: gradebook.GradeMany = partial(cluster.grade_many, assignment=one, address=dask, unsafe=unsafe)
    else:
        grade_many = partial(workers.grade_many, assignment=one, unsafe=unsafe)
        with sandbox.Sandbox(unsafe=unsafe) as box:
            sandbox.insist(box)
    grades = []
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: batch systems end jobs so
    try:
        with progress.bar(len(found), lang) as state:
            for result in gradebook.grade_class(found, one, grade_many, book, unsafe):
                grades.append(result)
                state.tell(result)
                if as_json:
                    click.echo(f'{table.json_line(result)[:-1]}, "progress": {state.as_json()}}}')
    except KeyboardInterrupt:
        click.echo(
            _(
                f"Stopped. {len(grades)} of {len(found)} are graded and kept: run the same command again to go on.",
                f"Detenido. {len(grades)} de {len(found)} ya están calificados y guardados: ejecuta el mismo comando para seguir.",
            ),
            err=True,
        )
        return None
    finally:
        signal.signal(signal.SIGTERM, before)
    return gradebook.best_of(grades)


def _report(book: Gradebook, found: list[Grade], out: Path, as_json: bool, about: dict[str, str]) -> int:
    from .report import page, terminal

    book.report(found, about)
    grades = book.adjusted(found)
    page.write_report(grades, out, about["lang"], about["title"])
    if not as_json:
        terminal.print_class(grades, about["lang"], _console())
        click.echo(_(f"Class page: {out / 'index.html'}", f"Página de la clase: {out / 'index.html'}"))
    return 3 if any(g.internal for g in grades) else 0


@main.command(
    help=_(
        "Grade a class again after its tests changed, and say whose grade would change, before anything is kept.",
        "Califica una clase otra vez si cambiaron las pruebas, y dice a quién le cambiaría la nota, antes de guardar nada.",
    )
)
@click.argument("assignment")
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help=_("Folder with the results so far.", "Carpeta con los resultados que hay."),
)
@click.option(
    "--keep", is_flag=True, help=_("Keep it: write the new reports.", "Guárdalo: escribe los reportes nuevos.")
)
@_lang
@_kind
def regrade(assignment: str, submissions: Path, out: Path, keep: bool, lang: str) -> int:
    """Exit code as `grade`; results that were not asked to be kept are remembered, so `--keep` then takes no time."""
    from . import gradebook, intake

    (one,) = _load((assignment,))
    found = intake.submissions(submissions, one.name)
    with gradebook.existing(out) as book:
        old = book.reported()
        unsafe = any(g.unsafe for g in old)
        new = _batch(book, one, found, False, unsafe, lang, None)
        if new is None:
            return 130
        _say_changes(gradebook.changes(book.adjusted(old), book.adjusted(new)), len(new))
        if keep:
            return _report(book, new, out, True, {"lang": lang, "title": one.title[lang]})
    click.echo(_("Nothing is kept yet; --keep keeps it.", "Todavía no se guardó nada; --keep lo guarda."))
    return 3 if any(g.internal for g in new) else 0


def _say_changes(changed: list[Change], students: int) -> None:
    from .report.clean import one_line

    for one in changed:
        was, now = ("–" if score is None else f"{score:g}" for score in one.scores)
        parts = ", ".join(f"{name} {a:g} → {b:g}" for name, a, b in one.questions)
        same = _("same points, other feedback", "mismos puntos, otros comentarios")
        click.echo(f"{one_line(one.student)}: " + (f"{was} → {now}  ({parts})" if was != now or parts else same))
    click.echo(
        _(f"{len(changed)} of {students} students change.", f"Cambian {len(changed)} de {students} estudiantes.")
    )


@main.command(
    help=_(
        "Give a student's question the points you decide; no regrade undoes it.",
        "Da a una pregunta de un estudiante los puntos que tú decidas; ninguna recalificación lo deshace.",
    )
)
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("student")
@click.argument("question")
@click.argument("points", type=click.FloatRange(0, 1e6), required=False)
@click.option("--reason", help=_("Why; the student reads it.", "Por qué; lo lee el estudiante."))
@click.option(
    "--remove",
    is_flag=True,
    help=_("Take an adjustment back: its tests count again.", "Quita un ajuste: vuelven a contar las pruebas."),
)
@_lang
@_kind
def adjust(
    out: Path, student: str, question: str, points: float | None, reason: str | None, remove: bool, lang: str
) -> int:
    """Writes the reports again."""
    from . import gradebook
    from .outcome import Adjustment

    if remove == (points is not None) or (not remove and not (reason or "").strip()):
        raise click.UsageError(
            _("Give points and --reason, or only --remove.", "Da los puntos y --reason, o solo --remove.")
        )
    with gradebook.existing(out) as book:
        grades = book.reported()
        gradebook.find(grades, student, question)
        book.adjust(student, question, None if points is None else Adjustment(points, str(reason).strip()))
        about = {name: book.about(name) for name in ("lang", "title")}
        code = _report(book, grades, out, True, about)
    click.echo(_(f"Reports written: {out / 'index.html'}", f"Reportes escritos: {out / 'index.html'}"))
    return code


@main.command(
    help=_(
        "Attack our own sandbox and say which protections hold here.",
        "Ataca nuestro propio sandbox y dice qué protecciones resisten aquí.",
    )
)
@_lang
@_kind
def doctor(lang: str) -> int:
    """Exit code 1 when a protection does not hold."""
    from . import sandbox

    with sandbox.Sandbox() as box:
        findings = list(sandbox.examine(box))
    for finding in findings:
        mark = _("holds ", "resiste") if finding.holds else _("BROKEN", "FALLA  ")
        click.echo(f"  {mark}  {finding.name[lang]}" + ("" if finding.holds else f"  ({finding.saw})"))
    broken = sum(not f.holds for f in findings)
    click.echo(
        _("bubblewrap: every protection holds.", "bubblewrap: todas las protecciones resisten.")
        if not broken
        else _(
            f"{broken} protections do not hold: `grade` refuses here.",
            f"{broken} protecciones no resisten: aquí `grade` se niega.",
        )
    )
    return 1 if broken else 0


@main.command(
    help=_("Make a believable class, grade it, show the result.", "Crea una clase creíble, la califica y la muestra.")
)
@click.option("--students", type=click.IntRange(1, 2000), default=24, show_default=True)
@click.option("--assignment", default="02_activations", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=Path("demo-class"), show_default=True)
@_lang
@_kind
def demo(students: int, assignment: str, out: Path, lang: str) -> int:
    """Exit code as `grade`."""
    import shutil

    from . import demo as classroom
    from . import intake, sandbox
    from .build import student

    (one,) = _load((assignment,))
    shutil.rmtree(out / "submissions", ignore_errors=True)
    notebooks = {lang: student.notebook(one, lang) for lang in language.LANGUAGES}
    written = classroom.write_class(one, notebooks, out / "submissions", students)
    click.echo(
        _(
            f"Wrote {len(written)} notebooks to {out / 'submissions'}",
            f"{len(written)} cuadernos en {out / 'submissions'}",
        )
    )
    if not sandbox.available():
        click.echo(_("No sandbox here; these notebooks are our own, so they are graded without one.",
                     "Aquí no hay sandbox; estos cuadernos son nuestros, así que se califican sin él."))  # fmt: skip
    found = intake.submissions(out / "submissions", one.name)
    return _grade(one, found, out / "results", False, not sandbox.available(), lang)


if __name__ == "__main__":
    main()
