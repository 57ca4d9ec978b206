"""A made-up class of 25 students and 9 questions, the same at every call, with every kind of outcome in it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from autograder.language import Sentence
from autograder.outcome import CaseResult, Evidence, Grade, Outcome, QuestionResult
from autograder.picture import VALUES, Curve, Map, Picture, Window

Row = tuple[str, bool, float, Sentence]
SECRET = "SECRET-4711"  # in every sentence and evidence of a hidden case

STUDENTS = (
    "Abril Núñez", "Benjamín Ortega", "Camila Rojas", "Daniela Ibáñez", "Emiliano Cárdenas", "Fernanda Quispe",
    "Gael Mendoza", "Hanna Villalobos", "Ignacio Peña", "Jimena Zúñiga", "Kevin Andrade", "Lucía Benítez",
    "Mateo Huamán", "Natalia Escobar", "Óscar Trujillo", "Paula Restrepo", "Quetzalli Flores", "Renata Aguilar",
    "Santiago Vélez", "Tomás Echeverría", "Úrsula Paredes", "Valentina Cruz", "Wilmer Mamani", "Ximena Salas",
    "Yahir Domínguez",
)  # fmt: skip

QUESTIONS = (
    "relu", "relu_backward", "leaky_relu", "leaky_relu_backward", "sigmoid", "sigmoid_backward", "tanh_backward",
    "softmax", "softmax_backward",
)  # fmt: skip

SHAPE = Sentence("the result has the input's shape", "el resultado tiene la forma de la entrada")
# name, hidden, points, claim
CASES = (
    ("small_example", False, 1, Sentence("a small example, by hand", "un ejemplo pequeño, a mano")),
    ("keeps_shape", False, 1, SHAPE),
    ("unchanged", False, 1, Sentence("the input is left as it was", "la entrada queda como estaba")),
    ("large", False, 1, Sentence("±1000 gives finite numbers and no warning", "±1000 da números finitos y sin avisos")),
    ("any_rank", True, 2, Sentence("it works for arrays of any rank", "funciona con arreglos de cualquier rango")),
    ("integers", True, 2, Sentence("integers become float64", "los enteros pasan a ser float64")),
)

PICTURE = Picture(
    VALUES, (2, 3), at=(1, 2), worst=("7", "0", "+7"), wrong=3, tried=6,
    window=Window(
        (0, 1), (0, 1, 2), ("3 0.5 2", "1 0 7"), ("0 0 2", "1 0 0"), ("+3 +0.5 ·", "· · +7"), ("210", "004"), (1, 2)
    ),
)  # fmt: skip
SECRET_PICTURE = Picture(
    VALUES, (1, 1), part=SECRET, at=(0, 0), worst=(SECRET,) * 3, wrong=1, tried=1, spans=(SECRET,) * 4,
    window=Window((0,), (0,), (SECRET,), (SECRET,), (SECRET,), ("4",), (0, 0)), map=Map(("4",), (1, 1), (0, 0)),
    curves=(Curve((1.0, 2.0), name=SECRET),),
)  # fmt: skip


def values(question: str) -> Evidence:
    """An answer that came back wrong."""
    call = f"{question}(array([[-3. , -0.5,  2. ],\n       [ 1. ,  0. , -7. ]]))"
    return Evidence(call=call, returned="array([[3. , 0.5, 2. ],\n       [1. , 0. , 7. ]])", picture=PICTURE)


def raised(question: str) -> Evidence:
    """An answer that raised."""
    error = "IndexError: index 3 is out of bounds for axis 0 with size 3"
    source = "    return shifted[len(shifted)] / total"
    return Evidence(f"{question}(array([[1000., 1001., 1002.]]))", raised=error, line=7, source=source)


WRONG = Sentence(
    "The value at [0, 0] is 3.0 and it should be 0.0: they differ by 3. In all, 3 of 6 values differ.",
    "El valor en [0, 0] es 3.0 y debería ser 0.0: difieren en 3. En total, 3 de 6 valores difieren.",
)
BROKE = Sentence(
    "Your code stopped with an IndexError before it returned anything.",
    "Tu código se detuvo con un IndexError antes de devolver algo.",
)
OURS = Sentence("The reference answer itself raised ValueError.", "La propia respuesta de referencia lanzó ValueError.")
RECOVERED = Sentence(
    "The notebook's JSON was cut short; what could be read was graded.",
    "El JSON del cuaderno estaba cortado; se evaluó lo que se pudo leer.",
)
CELL_RAISED = Sentence(
    "Cell 4 stopped with a NameError: np is not defined.", "La celda 4 se detuvo con un NameError: np no está definido."
)


@pytest.fixture
def secret() -> str:
    """What every sentence and evidence of a hidden case holds, and no student may read."""
    return SECRET


@pytest.fixture
def classroom() -> list[Grade]:
    """The whole class, in no particular order."""
    return a_class()


@pytest.fixture
def graded() -> Callable[..., Grade]:
    """A maker of one-case grades: `graded("Ana", outcome=Outcome.FAILED, says=…)`."""
    return one_case


def one_case(
    student: str = "Ana", outcome: Outcome = Outcome.PASSED, hidden: bool = False, points: float = 2, **more: object
) -> Grade:
    """A grade with one case of one question; `more` are its other fields, or the grade's `notes` and `unsafe`."""
    kept = {name: more.pop(name) for name in ("notes", "unsafe", "assignment", "file") if name in more}
    given = {"claim": Sentence("negatives become 0", "los negativos pasan a 0"), **more}
    case = CaseResult("relu", "negatives", points=points, hidden=hidden, outcome=outcome, **given)
    return Grade(
        **{"student": student, "assignment": "02_activations", "file": "a.ipynb", **kept},
        questions=(QuestionResult("relu", (case,)),),
    )


def a_class(size: int = len(STUDENTS)) -> list[Grade]:
    """The whole class, or its first students, in no particular order."""
    chance = random.Random(7)
    grades = [_grade(name, place, chance) for place, name in enumerate(STUDENTS[:size])]
    chance.shuffle(grades)
    return grades


def _grade(student: str, place: int, chance: random.Random) -> Grade:
    skill = 1.5 if place % 6 == 3 else chance.triangular(0.3, 1.15, 1.05)
    questions = tuple(_question(name, skill - 0.04 * n, place, chance) for n, name in enumerate(QUESTIONS))
    notes = ((RECOVERED,) if place == 9 else ()) + ((CELL_RAISED,) if place in (4, 9) else ())
    return Grade(student, "02_activations", f"entregas/{student}/activations.es.ipynb", questions, notes, seconds=1.5)


def _question(name: str, skill: float, place: int, chance: random.Random) -> QuestionResult:
    missing = chance.random() > skill + 0.35
    return QuestionResult(name, tuple(_case(name, row, skill, place, missing, chance) for row in CASES))


def _case(question: str, row: Row, skill: float, place: int, missing: bool, chance: random.Random) -> CaseResult:
    name, hidden, points, claim = row
    outcome = Outcome.MISSING if missing else _outcome(question, name, skill, place, chance)
    says, evidence = (None, None) if outcome.earns else _why(question, outcome, hidden, chance)
    says = OURS if outcome is Outcome.INTERNAL else says
    return CaseResult(question, f"{question}_{name}", claim, points, hidden, outcome, says, evidence, 0.01)


def _outcome(question: str, case: str, skill: float, place: int, chance: random.Random) -> Outcome:
    special = {
        (5, "softmax", "large"): Outcome.TIMED_OUT,
        (11, "softmax_backward", "any_rank"): Outcome.KILLED,
        (17, "sigmoid", "small_example"): Outcome.INTERNAL,
        (5, "sigmoid", "keeps_shape"): Outcome.SKIPPED,
    }
    usual = Outcome.PASSED if chance.random() < skill else Outcome.FAILED
    return special.get((place, question, case), usual)


def _why(
    question: str, outcome: Outcome, hidden: bool, chance: random.Random
) -> tuple[Sentence | None, Evidence | None]:
    if hidden:
        return Sentence(f"it should be {SECRET}", f"debería ser {SECRET}"), Evidence(*[SECRET] * 3, 9, SECRET, SECRET_PICTURE)
    if outcome is not Outcome.FAILED:
        return None, None
    return chance.choice([(WRONG, values(question)), (BROKE, raised(question))])
