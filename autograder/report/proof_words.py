"""The sentences of the page that proves the tests, in both languages."""

from __future__ import annotations

from ..language import Sentence
from ..proof import Named

TITLE = Sentence("Proof of the tests", "Las pruebas, a prueba")
LEAD = Sentence(
    "Every mistake we know was handed in and graded, and so was every other right answer. "
    "This page says which test cases noticed, and whether the mistake was called by its name.",
    "Se entregó y se calificó cada error que conocemos, y también cada otra respuesta correcta. "
    "Esta página dice qué pruebas lo notaron y si el error recibió su nombre.",
)
SECRET = Sentence(
    "For the teaching staff only: it names hidden tests and lines of the answers.",
    "Solo para el equipo docente: nombra pruebas ocultas y líneas de las respuestas.",
)
SUMMARY = Sentence("Targets", "Metas")
TARGET = Sentence("Target", "Meta")
GOAL = Sentence("Goal", "Se busca")
REACHED = Sentence("Reached", "Se logra")
MET = Sentence("Met", "Cumplida")
YES = Sentence("✓ yes", "✓ sí")
NO = Sentence("✗ no", "✗ no")
NOT_TRIED = Sentence("not tried: add --mutants", "sin probar: agrega --mutants")
KILLED_BY_PUBLIC = Sentence(
    "Mistakes that a public test notices", "Errores que alguna prueba pública nota"
)
NAMED_GOAL = Sentence(
    "Mistakes called by their name or their group's", "Errores que reciben su nombre o el de su grupo"
)
WRONGLY_GOAL = Sentence("Mistakes called by another's name", "Errores que reciben el nombre de otro")
REFUSED_GOAL = Sentence("Right answers that a test refuses", "Respuestas correctas que alguna prueba rechaza")
MUTANTS_GOAL = Sentence(
    "Mechanical mutants of the answers, neither noticed nor explained",
    "Mutantes mecánicos de las respuestas, ni notados ni explicados",
)
ALL_OF_THEM = Sentence("all", "todos")
AT_LEAST = Sentence("at least {share}%", "al menos {share} %")
NONE = Sentence("none", "ninguno")
SHARE = Sentence("{n} of {all} ({share}%)", "{n} de {all} ({share} %)")
OF = Sentence("{n} of {all}", "{n} de {all}")
BY_ASSIGNMENT = Sentence("By assignment", "Por tarea")
ASSIGNMENT = Sentence("Assignment", "Tarea")
MISTAKES = Sentence("Mistakes", "Errores")
PUBLIC = Sentence("Noticed by a public test", "Notados por una pública")
HIDDEN_ONLY = Sentence("Only by hidden ones", "Solo por ocultas")
ITSELF = Sentence("Named", "Con su nombre")
GROUP = Sentence("In a group", "En un grupo")
WRONGLY = Sentence("Wrongly", "Con otro nombre")
UNNAMED = Sentence("Not named", "Sin nombre")
ACCEPTED = Sentence("Right answers refused", "Correctas rechazadas")
MUTANTS = Sentence("Mutants noticed", "Mutantes notados")
EQUIVALENT = Sentence("Explained", "Explicados")
MATRIX = Sentence("{question}: which cases notice which mistakes", "{question}: qué pruebas notan qué errores")
MISTAKE = Sentence("Mistake", "Error")
DIAGNOSED = Sentence("Diagnosed", "Diagnóstico")
NAMES = {
    Named.ITSELF: Sentence("✓ as itself", "✓ con su nombre"),
    Named.GROUP: Sentence("≈ as its group", "≈ con su grupo"),
    Named.NOT: Sentence("– not named", "– sin nombre"),
    Named.WRONGLY: Sentence("✗ as another", "✗ con otro nombre"),
}
NOTICED = Sentence("noticed", "lo nota")
SKIPPED = Sentence("not run", "no se ejecutó")
NOT_NOTICED = Sentence("passed", "lo deja pasar")
LEGEND = Sentence(
    "● the case fails, so it notices the mistake; ○ not run, because a case before it fails; · it passes. "
    "P are public cases, H hidden ones.",
    "● la prueba falla, o sea que nota el error; ○ no se ejecuta, porque falla una anterior; · pasa. "
    "P son pruebas públicas; H, ocultas.",
)
CASES = Sentence("The cases", "Las pruebas")
SURVIVORS = Sentence("{name}: mutants that no case notices", "{name}: mutantes que ninguna prueba nota")
CAUGHT = Sentence("{name}: mutants that were noticed", "{name}: mutantes notados")
QUESTION = Sentence("Question", "Pregunta")
LINE = Sentence("Line of the answer", "Línea de la respuesta")
CHANGED = Sentence("Changed to", "Cambiada a")
REASON = Sentence("Why it is no mistake", "Por qué no es un error")
NO_REASON = Sentence("No reason given: a test is missing.", "Sin explicación: falta una prueba.")
CALLED = Sentence("Called", "Se le llama")
NOTICED_BY = Sentence("Noticed by", "Lo notan")
COUNT = Sentence("{public} public, {hidden} hidden", "{public} públicas, {hidden} ocultas")
SCRATCH = Sentence(
    "Mutants are made of from-scratch answers: each one of a question that trains or builds Keras networks would take a "
    "training run.",
    "Se hacen mutantes de las respuestas escritas desde cero: cada uno de una pregunta que entrena o construye redes de "
    "Keras costaría un entrenamiento.",
)
