"""How a case can end, and the sentences that say so."""

from __future__ import annotations

from ..errors import AnswerError
from ..language import Sentence
from ..outcome import Evidence, Outcome
from ..remote import Session
from ..testcase import TestCase
from .seen import evidence, shown

Verdict = tuple[Outcome, Sentence | None, Evidence | None]

ENDED = Sentence(
    "Your code ended the whole process: it used too much memory, or called exit().",
    "Tu código terminó todo el proceso: usó demasiada memoria o llamó a exit().",
)
UNHELD = Sentence("What came back does not hold to this.", "Lo que devolvió no cumple esto.")


def skipped(case: TestCase, failed: frozenset[str]) -> Verdict | None:
    """A case that waits for another one which has not passed; None if it need not wait."""
    if case.after not in failed:
        return None
    return (
        Outcome.SKIPPED,
        Sentence(
            "Not tried: an earlier test of this question has to pass first.",
            "No se intentó: primero debe pasar una prueba anterior de esta pregunta.",
        ),
        None,
    )


def late(case: TestCase) -> Verdict:
    """A case that ran out of time."""
    return (
        Outcome.TIMED_OUT,
        Sentence(
            f"It did not finish within {case.seconds:g} seconds: is there a loop that never ends?",
            f"No terminó en {case.seconds:g} segundos: ¿hay un bucle que nunca acaba?",
        ),
        None,
    )


def missing(case: TestCase, name: str) -> Verdict:
    """A case that needs `name`, which the notebook does not have yet."""
    if name == case.question:
        return Outcome.MISSING, Sentence("Not written yet.", "Todavía no está escrita."), None
    return (
        Outcome.SKIPPED,
        Sentence(
            f"Not tried: it needs `{name}`, which is not written yet.",
            f"No se intentó: necesita `{name}`, que todavía no está escrita.",
        ),
        None,
    )


def not_callable(name: str, value: object) -> Verdict:
    """`name` stands for a value where the case wants a function."""
    says = Sentence(
        f"`{name}` is {shown(value)}, not a function: was the name used for something else?",
        f"`{name}` es {shown(value)}, no una función: ¿se usó ese nombre para otra cosa?",
    )
    return Outcome.FAILED, says, None


def raised(case: TestCase, error: AnswerError, session: Session) -> Verdict:
    """The student's code raised, or gave back what cannot be read; some names of errors have a sentence of their own."""
    if error.kind == "NotImplementedError":
        return missing(case, error.message if error.message.isidentifier() else case.question)
    if error.kind == "Shortcut":
        says = Sentence(
            f"This question is to be written from scratch: it may not use {error.message}.",
            f"Esta pregunta se escribe desde cero: no puede usar {error.message}.",
        )
        return Outcome.FAILED, says, None
    says = Sentence(f"Your code raised {error.kind}.", f"Tu código lanzó {error.kind}.")
    if error.kind == "NotData":
        says = Sentence(
            f"It returned something that cannot be compared ({error.message}).",
            f"Devolvió algo que no se puede comparar ({error.message}).",
        )
    return Outcome.FAILED, says, evidence(session)


def unusable(error: Exception, session: Session) -> Verdict:
    """The case could not work with what came back: the reference's values it can, as `verify` proves."""
    return (
        Outcome.FAILED,
        Sentence(
            f"The test could not use what came back ({type(error).__name__}: {str(error)[:120]}). "
            "Are its kind, number and shape those the text asks for?",
            f"La prueba no pudo usar lo que devolvió ({type(error).__name__}: {str(error)[:120]}). "
            "¿Su tipo, cantidad y forma son los que pide el texto?",
        ),
        evidence(session),
    )


def our_fault(case: TestCase, error: Exception) -> Verdict:
    """The case went wrong by itself, before the student's code was asked anything."""
    where = f"{case.path}:{case.line}"
    return (
        Outcome.INTERNAL,
        Sentence(
            f"The test itself is broken ({where}: {type(error).__name__}: {error}); it costs you nothing.",
            f"La prueba misma está mal ({where}: {type(error).__name__}: {error}); no te cuesta nada.",
        ),
        None,
    )
