"""Every sentence the reports say, in both languages. Students are addressed as `tú`, and kindly."""

from __future__ import annotations

from ..language import Sentence
from ..outcome import Outcome

MARKS = {
    Outcome.PASSED: "✓",
    Outcome.FAILED: "✗",
    Outcome.MISSING: "–",
    Outcome.SKIPPED: "–",
    Outcome.TIMED_OUT: "✗",
    Outcome.KILLED: "✗",
    Outcome.INTERNAL: "!",
}
ASCII_MARKS = {"✓": "+", "✗": "x", "–": "-", "!": "!"}

OUTCOMES = {
    Outcome.PASSED: Sentence("passed", "superada"),
    Outcome.FAILED: Sentence("not passed", "no superada"),
    Outcome.MISSING: Sentence("not written yet", "aún sin escribir"),
    Outcome.SKIPPED: Sentence("not run", "no se ejecutó"),
    Outcome.TIMED_OUT: Sentence("ran out of time", "se agotó el tiempo"),
    Outcome.KILLED: Sentence("stopped abruptly", "se detuvo de golpe"),
    Outcome.INTERNAL: Sentence("could not be graded", "no se pudo evaluar"),
}

# What an outcome means, when no sentence of the case's own may or can be shown. It depends on the outcome alone.
MEANINGS = {
    Outcome.PASSED: Sentence("", ""),
    Outcome.FAILED: Sentence("", ""),
    Outcome.MISSING: Sentence("", ""),
    Outcome.SKIPPED: Sentence(
        "It will run once the test it builds on passes.", "Se ejecutará cuando superes la prueba de la que depende."
    ),
    Outcome.TIMED_OUT: Sentence(
        "Your code took longer than allowed: look for a loop that never ends, or one that could be an array operation.",
        "Tu código tardó más de lo permitido: busca un ciclo que no termina, o uno que podría ser una operación de arreglos.",
    ),
    Outcome.KILLED: Sentence(
        "The program that ran your code stopped: usually it asked for too much memory, or called exit.",
        "El programa que ejecutaba tu código se detuvo: casi siempre pidió demasiada memoria o llamó a exit.",
    ),
    Outcome.INTERNAL: Sentence(
        "This is not your fault, and it costs you no points.", "No es culpa tuya y no te quita puntos."
    ),
}

# A student's page, cell and terminal
SCORE = Sentence("Score", "Puntaje")
POINTS = (Sentence("{n} point", "{n} punto"), Sentence("{n} points", "{n} puntos"))
TESTS = (Sentence("{n} test", "{n} prueba"), Sentence("{n} tests", "{n} pruebas"))
OF = Sentence("{earned} of {possible}", "{earned} de {possible}")
OF_POINTS = Sentence("{earned} of {possible} points", "{earned} de {possible} puntos")
OUT_OF_POINTS = Sentence("of {possible} points", "de {possible} puntos")
SO_FAR = Sentence("So far: {earned} of {possible} points.", "Hasta ahora: {earned} de {possible} puntos.")
TESTS_PASSED = Sentence("{passed} of {total} tests passed", "{passed} de {total} pruebas superadas")
QUESTION = Sentence("Question", "Pregunta")
QUESTIONS = Sentence("Questions", "Preguntas")
RESULT = Sentence("Result", "Resultado")
HIDDEN = Sentence("hidden test", "prueba oculta")
FULL = Sentence("Full marks", "Puntaje completo")
PART = Sentence("Partial marks", "Puntaje parcial")
NOT_WRITTEN = Sentence("Not written yet", "Aún sin escribir")
NO_POINTS = Sentence("No points yet", "Aún sin puntos")
WHAT_TESTS_ASK = Sentence("What its tests ask", "Lo que piden sus pruebas")
YOUR_RESULT = Sentence("Your result, question by question", "Tu resultado, pregunta por pregunta")
STUCK = Sentence("Stuck? For a hint: {call}", "¿Te trabaste? Pide una pista: {call}")
HIDDEN_EXIST = Sentence(
    "Hidden tests will also judge your answers when you hand them in.",
    "Al entregar, también habrá pruebas ocultas que evaluarán tus respuestas.",
)
HIDDEN_SHOWN = Sentence(
    "A hidden test shows only what it asks, never its data: write a small example of your own to reproduce it.",
    "Una prueba oculta solo muestra lo que pide, nunca sus datos: escribe un pequeño ejemplo propio para reproducirla.",
)
ABOUT_FILE = Sentence("About your file", "Sobre tu archivo")
GRADED_FILE = Sentence("Graded file", "Archivo evaluado")
UNSAFE = Sentence(
    "Graded without a sandbox: do not take this as a final grade.",
    "Evaluado sin aislamiento: no debe tomarse como nota final.",
)
NO_QUESTIONS = Sentence("There is nothing to show yet.", "Todavía no hay nada que mostrar.")

# What a failed case saw
CALLED = Sentence("You ran", "Se ejecutó")
RETURNED = Sentence("It returned", "Devolvió")
RAISED = Sentence("It raised", "Lanzó")
LINE = Sentence("Line {n} of your cell", "Línea {n} de tu celda")
SOURCE = Sentence("The line", "La línea")

# Pictures of a failed case
YOURS = Sentence("Yours", "Tu respuesta")
EXPECTED = Sentence("Expected", "Lo esperado")
NUMERICAL = Sentence("Numerical", "El numérico")
DIFFERENCE = Sentence("Difference", "Diferencia")
ERROR_MAP = Sentence("All of it", "El arreglo entero")
CLASSES = Sentence("Taken for (columns)", "Se tomó por (columnas)")
OTHER_CLASS = Sentence("other", "otra")
ASKED = Sentence("asked: {bound}", "se pide: {bound}")
LOSS = Sentence("Loss while training", "Pérdida al entrenar")
ACCURACY = Sentence("Accuracy while training", "Exactitud al entrenar")
ONE_BY_ONE = Sentence("Entry by entry", "Valor por valor")
EPOCH = Sentence("epoch", "época")
INDEX = Sentence("index", "posición")
ONE_NUMBER = Sentence("one number", "un solo número")
FRAMED = Sentence(
    "{wrong} of {tried} differ; the most wrong, {index}, is framed.",
    "{wrong} de {tried} difieren; el más equivocado, {index}, está enmarcado.",
)
DARKER = Sentence("The stronger the shade, the larger the difference.", "Cuanto más intenso el tono, mayor la diferencia.")
ONE_FRAMED = Sentence(
    "1 of {tried} differs: {index}, which is framed.", "1 de {tried} difiere: {index}, que está enmarcado."
)
BAD_FRAMED = Sentence(
    "{wrong} of {tried} are not finite numbers; the first, {index}, is framed.",
    "{wrong} de {tried} no son números finitos; el primero, {index}, está enmarcado.",
)
SHOWN_PART = Sentence("You see the part {part}.", "Se ve la parte {part}.")
CUT = Sentence(
    "The numbers are the framed one and those around it.", "Los números son el enmarcado y los que lo rodean."
)
UNTRIED = Sentence("Where there is a ? or nothing, it was not compared.", "Donde hay un ? o nada, no se comparó.")
BLOCK = Sentence(
    "Each square of the whole is {rows} × {columns} entries.", "Cada cuadro del total son {rows} × {columns} valores."
)
SPAN = Sentence("Yours goes from {least} to {most}.", "Tu respuesta va de {least} a {most}.")
SPANS = Sentence(
    "Yours goes from {least} to {most}; the expected one, from {low} to {high}.",
    "Tu respuesta va de {least} a {most}; lo esperado, de {low} a {high}.",
)
OUTLINES = Sentence("Your shape and the expected one.", "Tu forma y la esperada.")
OUTLINED = Sentence(
    "Axis {rows} is drawn downwards and axis {columns} across.",
    "El eje {rows} se dibuja hacia abajo y el eje {columns} a lo ancho.",
)
CONFUSED = Sentence(
    "Rows are the right classes. The most frequent confusion is framed: {row} taken for {column}, {times}.",
    "Las filas son las clases correctas. La confusión más frecuente está enmarcada: {row} se tomó por {column}, {times}.",
)
TIMES = (Sentence("once", "1 vez"), Sentence("{n} times", "{n} veces"))
RIGHT = Sentence("Right", "Correctas")
RIGHT_SHARE = Sentence(
    "Right: {share}; asked: at least {bound}.", "Correctas: {share}; se pide al menos {bound}."
)
# The same for those who listen
HEAR_WORST = Sentence(
    "At {index}, yours is {yours}, expected {expected}, difference {difference}.",
    "En {index}, tu respuesta es {yours}, lo esperado {expected}, la diferencia {difference}.",
)
HEAR_ONE = Sentence("At {index}, yours is {yours}.", "En {index}, tu respuesta es {yours}.")
HEAR_SHAPES = Sentence("Your shape is {yours}; expected: {expected}.", "Tu forma es {yours}; la esperada: {expected}.")
HEAR_CURVE = Sentence(
    "{name}, a curve of {n} numbers: it begins at {first} and ends at {last}; the least is {least}.",
    "{name}, una curva de {n} números: empieza en {first} y termina en {last}; el menor es {least}.",
)
TRAINED = Sentence("How the training went.", "Así fue el entrenamiento.")
HEAR_LOST = Sentence("{name}, a curve without finite numbers.", "{name}, una curva sin números finitos.")

# The class
CLASS = Sentence("Class results", "Resultados de la clase")
STAFF_ONLY = Sentence("For the teaching staff only", "Solo para el equipo docente")
STUDENT = Sentence("Student", "Estudiante")
STUDENTS = Sentence("Students", "Estudiantes")
TOTAL = Sentence("Total", "Total")
MEAN = Sentence("Mean", "Promedio")
MEDIAN = Sentence("Median", "Mediana")
FULL_MARKS = Sentence("Full marks", "Puntaje completo")
INTERNAL = Sentence("Could not be graded", "Sin poder evaluar")
NEED_ATTENTION = Sentence("Need attention", "Por atender")
OUT_OF = Sentence("out of {possible}", "de {possible}")
EMPTY_CLASS = Sentence("No submissions yet.", "Todavía no hay entregas.")
NOBODY = Sentence("None.", "Ninguna.")
HISTOGRAM = Sentence("How scores are spread", "Distribución de los puntajes")
HISTOGRAM_AXIS = Sentence("Score, as a percentage", "Puntaje, en porcentaje")
HISTOGRAM_BIN = Sentence("{low} to {high}%: {n}", "de {low} a {high} %: {n}")
DIFFICULTY = Sentence("How hard each question was", "Qué tan difícil fue cada pregunta")
MEAN_SCORE = Sentence("Mean score", "Puntaje medio")
UNWRITTEN = Sentence("Not written", "Sin escribir")
MOST_FAILED = Sentence("Tests failed most often", "Pruebas que más se fallan")
NO_FAILED = Sentence("No test was failed.", "Ninguna prueba se falló.")
THE_TEST_SAYS = Sentence("What the test asks", "Lo que pide la prueba")
NOT_PASSED_BY = Sentence("Not passed by", "No superada por")
FAILED_OF_TRIED = Sentence("{failed} of {tried}", "{failed} de {tried}")
TRIED_NOTE = Sentence(
    "Counted among those whose answer the test reached.", "Se cuenta entre quienes la prueba alcanzó a evaluar."
)
BY_STUDENT = Sentence("Score by student and question", "Puntaje por estudiante y pregunta")
HEAT_NOTE = Sentence(
    "The stronger the colour, the more points are missing.", "Cuanto más intenso el color, más puntos faltan."
)
ATTENTION = Sentence("Submissions that need attention", "Entregas por atender")
NO_ATTENTION = Sentence(
    "None: every submission was graded without incident.", "Ninguna: todas se evaluaron sin incidentes."
)
CLASS_UNSAFE = Sentence(
    "Graded without a sandbox: the students' code ran with your permissions. Do not publish these grades.",
    "Evaluado sin aislamiento: el código de los estudiantes se ejecutó con tus permisos. No publiques estas notas.",
)
INTERNAL_WARNING = (
    Sentence(
        "{n} submission holds tests that could not be graded: a fault of the tests or of this tool. Its points are given.",
        "{n} entrega tiene pruebas que no se pudieron evaluar: una falla de las pruebas o de esta herramienta. "
        "Sus puntos se otorgan.",
    ),
    Sentence(
        "{n} submissions hold tests that could not be graded: a fault of the tests or of this tool. Their points are given.",
        "{n} entregas tienen pruebas que no se pudieron evaluar: una falla de las pruebas o de esta herramienta. "
        "Sus puntos se otorgan.",
    ),
)
DATA_FILES = Sentence("The same data:", "Los mismos datos:")


MISTAKE = Sentence("We know this mistake:", "Conocemos este error:")
MISTAKES = Sentence(
    "It is one of these mistakes, which your results do not tell apart:",
    "Es uno de estos errores, que tus resultados no permiten distinguir:",
)
CARRIED = Sentence(
    "This comes from an earlier answer ({names}): with a right one, this question would earn {score} of {possible}.",
    "Esto viene de una respuesta anterior ({names}): con una correcta, esta pregunta valdría {score} de {possible}.",
)
CARRIED_COUNTS = Sentence(
    "This comes from an earlier answer ({names}), so it earns what it would with a right one: {score} of {possible}.",
    "Esto viene de una respuesta anterior ({names}), así que vale lo que valdría con una correcta: {score} de {possible}.",
)
CLASS_MISTAKES = Sentence("Which mistakes the class made", "Qué errores cometió la clase")
CLASS_MISTAKES_NOTE = Sentence(
    "Recognised by how the answers fail the public tests.",
    "Reconocidos por cómo fallan las respuestas en las pruebas públicas.",
)
MISTAKE_COLUMN = Sentence("Mistake", "Error")
STUDENTS_COLUMN = Sentence("Students", "Estudiantes")
POINTS_LOST = Sentence("Points lost", "Puntos perdidos")
REVISIT = Sentence("Section to revisit", "Sección para repasar")


def say(sentence: Sentence, lang: str, **values: object) -> str:
    """The sentence in one language, its `{places}` filled."""
    return sentence[lang].format(**values) if values else sentence[lang]


def plural(forms: tuple[Sentence, Sentence], n: float, lang: str, shown: str = "") -> str:
    """The form for one, or the form for any other number."""
    return say(forms[0] if n == 1 else forms[1], lang, n=shown or f"{n:g}")
