# %% [markdown] lang="en"
# # Regularization: learn, do not memorize
#
# Two students prepare for an exam with the same ten old exams. One studies until she understands. The other learns the
# ten exams by heart. Ask them the old questions, and the second one is better: ten out of ten. Ask them something new,
# and he is lost.
#
# A network with many weights is a talented memorizer. It can learn a whole training set by heart, **mistakes
# included**. In this assignment you learn to see it happen, and you write four remedies:
#
# | Part | Question | You write |
# |---|---|---|
# | 1 | Does it learn, or does it memorize? | `diagnose_fit` |
# | 2 | When should I stop? | `EarlyStopping` |
# | 3 | How large may a weight be? | `l2_penalty`, `max_norm` |
# | 4 | What if a unit cannot trust the others? | `dropout_forward`, `dropout_backward` |
# | 5 | How does Keras do all of this? | `build_regularized`, `train_regularized` |
#
# All of it is called **regularization**: whatever you do so that a network is good with *new* data, even if it gets
# worse with the data it trains on. Parts 1 to 4 are plain numpy. Reserve about two hours.

# %% [markdown] lang="es"
# # Regularización: aprender sin memorizar
#
# Dos estudiantes preparan un examen con los mismos diez exámenes viejos. Una estudia hasta entender. El otro se aprende
# los diez de memoria. Pregúntales lo de siempre y gana el segundo: diez de diez. Pregúntales algo nuevo y está perdido.
#
# Una red con muchos pesos es una memoriosa con talento. Puede aprenderse de memoria todo un conjunto de entrenamiento,
# **con errores y todo**. En esta tarea aprendes a ver cuándo pasa, y escribes cuatro remedios:
#
# | Parte | Pregunta | Escribes |
# |---|---|---|
# | 1 | ¿Aprende o memoriza? | `diagnose_fit` |
# | 2 | ¿Cuándo debo parar? | `EarlyStopping` |
# | 3 | ¿Qué tan grande puede ser un peso? | `l2_penalty`, `max_norm` |
# | 4 | ¿Y si una unidad no puede confiar en las demás? | `dropout_forward`, `dropout_backward` |
# | 5 | ¿Cómo hace Keras todo esto? | `build_regularized`, `train_regularized` |
#
# Todo eso se llama **regularización**: lo que haces para que una red sea buena con datos *nuevos*, aunque empeore con
# los datos con los que entrena. Las partes 1 a 4 son numpy puro. Reserva unas dos horas.

# %% [markdown] lang="en"
# ## Conventions
#
# They hold in the whole assignment. Come back here when in doubt.
#
# - **Arrays** are float64, and the batch comes first. `W` of a dense layer is `(inputs, units)`; of a convolution,
#   `(height, width, channels, units)`. So the **last axis** of a weight array always counts the units, as in Keras.
# - **Nothing is square** unless the text says so.
# - **Lists and integers** are legal arguments. The line with `np.asarray(..., dtype=float)` that some stubs bring takes
#   care of them: leave it there.
# - **Answers do not modify their arguments.** They return new arrays.
# - **`rate`** is the fraction that is **dropped**, a number with 0 ≤ rate < 1. (Old papers and code use the fraction
#   *kept*. Always ask which one it is.)
# - **`rng`** is a numpy generator, `np.random.default_rng(...)`. Take all your randomness from it, in whatever order and
#   with whatever method you like. Then the same generator in the same state gives the same answer.
# - **A `cache`** is what a forward function keeps for its backward function. What you put in it is your business. A
#   backward function may be called twice with the same cache, so do not spoil it.
#
# After each answer there is a cell with `check("...")`. It runs the public tests. When you are graded, there are also
# hidden tests: other numbers, other shapes, the same rules.

# %% [markdown] lang="es"
# ## Convenciones
#
# Valen en toda la tarea. Vuelve aquí cuando tengas dudas.
#
# - **Los arreglos** son float64, y el lote (*batch*) va primero. `W` de una capa densa es `(entradas, unidades)`; de una
#   convolución, `(alto, ancho, canales, unidades)`. Así, el **último eje** de un arreglo de pesos siempre cuenta las
#   unidades, igual que en Keras.
# - **Nada es cuadrado** salvo que el texto lo diga.
# - **Listas y enteros** son argumentos válidos. De eso se encarga la línea con `np.asarray(..., dtype=float)` que ya
#   viene en algunas funciones: déjala ahí.
# - **Las respuestas no modifican sus argumentos.** Devuelven arreglos nuevos.
# - **`rate`** es la fracción que se **descarta**, un número con 0 ≤ rate < 1. (Los artículos y códigos viejos usan la
#   fracción que *se conserva*. Pregunta siempre cuál de las dos es).
# - **`rng`** es un generador de numpy, `np.random.default_rng(...)`. Saca de él todo tu azar, en el orden y con el
#   método que quieras. Así, el mismo generador en el mismo estado da la misma respuesta.
# - **Un `cache`** es lo que una función hacia adelante guarda para su función hacia atrás. Tú decides qué contiene. La
#   función hacia atrás puede llamarse dos veces con el mismo cache, así que no lo estropees.
#
# Después de cada respuesta hay una celda con `check("...")`. Ejecuta las pruebas públicas. Al calificar hay también
# pruebas ocultas: otros números, otras formas, las mismas reglas.

# %% kind="setup"
import numpy as np

np.set_printoptions(precision=4, suppress=True)

# %% [markdown] lang="en"
# ## Part 1. Does it learn, or does it memorize?
#
# Look at three models of the same 14 points. The dots are the points that the model saw; the crosses come from the same
# curve, and the model has never seen them. Which one would you trust at a new place?

# %% [markdown] lang="es"
# ## Parte 1. ¿Aprende o memoriza?
#
# Mira tres modelos de los mismos 14 puntos. Los círculos son los puntos que el modelo vio; las cruces salen de la misma
# curva, y el modelo nunca las ha visto. ¿En cuál confiarías para un lugar nuevo?

# %% kind="demo"
import matplotlib.pyplot as plt

INK, GREY, BLUE, RED, GREEN = "#264653", "#9aa5ab", "#1d6fb8", "#d1495b", "#2a9d8f"


def canvas(rows, columns, width, height, **options):
    _, axes = plt.subplots(rows, columns, figsize=(width, height), layout="constrained", squeeze=False, **options)
    for ax in axes.flat:
        ax.spines[["top", "right"]].set_visible(False)
        ax.grid(alpha=0.3)
        ax.set_axisbelow(True)
    return axes


rng = np.random.default_rng(4)
seen, unseen = np.linspace(-1, 1, 14), rng.uniform(-1, 1, 30)
truth = {"seen": np.sin(3 * seen) + rng.normal(0, 0.2, 14), "unseen": np.sin(3 * unseen) + rng.normal(0, 0.2, 30)}
line = np.linspace(-1, 1, 400)
titles = ["a straight line (degree 1)", "a gentle curve (degree 3)", "a curve through every dot (degree 13)"]  # en
titles = ["una recta (grado 1)", "una curva suave (grado 3)", "una curva por todos los puntos (grado 13)"]  # es
names = ["error: seen", "new"]  # en
names = ["error: vistos", "nuevos"]  # es
axes = canvas(1, 3, 13, 3.8, sharey=True)
for ax, degree, title in zip(axes.flat, [1, 3, 13], titles):
    model = np.polynomial.Polynomial.fit(seen, truth["seen"], degree)
    errors = [np.mean((model(seen) - truth["seen"]) ** 2), np.mean((model(unseen) - truth["unseen"]) ** 2)]
    ax.plot(line, model(line), color=BLUE, lw=2.5)
    ax.plot(seen, truth["seen"], "o", color=INK, ms=6)
    ax.plot(unseen, truth["unseen"], "x", color=RED, ms=6)
    ax.set(title=title, ylim=(-2, 2), xlabel=f"{names[0]} {errors[0]:.2f}, {names[1]} {errors[1]:.2f}")
plt.show()

# %% [markdown] lang="en"
# The two errors tell the whole story:
#
# | | error on what it saw | error on the new | its name |
# |---|---|---|---|
# | left | high | high | **underfitting**: it has not learned even what it saw |
# | middle | low | low | **good** |
# | right | almost 0 | high | **overfitting**: it memorized the noise too |
#
# The error on what it saw says nothing about memorizing: on the right it is perfect. So you must keep some data apart
# and never train with it:
#
# - the **training** set, from which the weights learn;
# - the **validation** set, with which *you* decide: how many epochs, how many units, which remedy;
# - the **test** set, opened once, at the end. Each decision that you take after looking at it makes it a little less
#   new, and its number a little more of a lie.
#
# Now the same with a network. The cell trains one hidden layer of 64 units on 300 digits, 8 × 8 pixels each. **About
# one label in six is wrong on purpose**, as in real life, where somebody typed the labels late on a Friday. The 500
# validation digits are clean, so we see what the network really understood.

# %% [markdown] lang="es"
# Los dos errores cuentan toda la historia:
#
# | | error en lo que vio | error en lo nuevo | cómo se llama |
# |---|---|---|---|
# | izquierda | alto | alto | **subajuste** (*underfitting*): no aprendió ni lo que vio |
# | centro | bajo | bajo | **bueno** (*good*) |
# | derecha | casi 0 | alto | **sobreajuste** (*overfitting*): memorizó también el ruido |
#
# El error en lo que vio no dice nada sobre si memorizó: a la derecha es perfecto. Por eso hay que apartar datos y no
# entrenar nunca con ellos:
#
# - el conjunto de **entrenamiento** (*training*), del que aprenden los pesos;
# - el de **validación** (*validation*), con el que decides *tú*: cuántas épocas, cuántas unidades, qué remedio;
# - el de **prueba** (*test*), que se abre una sola vez, al final. Cada decisión que tomas después de mirarlo lo vuelve
#   un poco menos nuevo, y su número, un poco más mentiroso.
#
# Ahora lo mismo con una red. La celda entrena una capa oculta de 64 unidades con 300 dígitos de 8 × 8 píxeles. **Más o
# menos una etiqueta de cada seis está mal a propósito**, como en la vida real, donde alguien escribió las etiquetas un
# viernes por la tarde. Los 500 dígitos de validación están limpios, así vemos qué entendió de verdad la red.

# %% kind="demo"
digits = np.load("data/digits.npz")  # en
digits = np.load("data/digits.npz")  # es
VAL = "val_loss"  # en
VAL = "val_loss"  # es
images, labels = digits["X"] / 8 - 1.0, digits["y"].astype(int)
X, y, X_val, y_val = images[:300], labels[:300].copy(), images[300:800], labels[300:800]
rng = np.random.default_rng(0)
wrong = rng.random(300) < 0.2
y[wrong] = rng.integers(0, 10, wrong.sum())


def cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    d = np.exp(log_p)
    d[rows, labels] -= 1
    return -log_p[rows, labels].mean(), d / len(labels)


def lab(units=64, epochs=150, lam=0.0, limit=None, rate=0.0, stopper=None):
    """
    en: Trains a network with Adam, and with your functions when they are asked for. Returns what happened.
    es: Entrena una red con Adam, y con tus funciones cuando se le piden. Devuelve lo que pasó.
    """
    rng = np.random.default_rng(0)
    p = [rng.normal(0, np.sqrt(2 / 64), (64, units)), rng.normal(0, np.sqrt(2 / units), (units, 10))]
    p += [np.zeros(units), np.zeros(10)]
    m, v = [0 * w for w in p], [0 * w for w in p]
    h = {"loss": [], VAL: [], "baseline": np.log(10), "stop": epochs}
    for epoch in range(1, epochs + 1):
        a = np.maximum(X @ p[0] + p[2], 0)
        kept, cache = dropout_forward(a, rate, True, rng) if rate else (a, None)
        _, dlogits = cross_entropy(kept @ p[1] + p[3], y)
        da = dlogits @ p[1].T
        da = (dropout_backward(da, cache) if rate else da) * (a > 0)
        grads = [X.T @ da, kept.T @ dlogits, da.sum(axis=0), dlogits.sum(axis=0)]
        if lam:
            grads[:2] = [g + extra for g, extra in zip(grads, l2_penalty(p[:2], lam)[1])]
        for k, g in enumerate(grads):
            m[k], v[k] = 0.9 * m[k] + 0.1 * g, 0.999 * v[k] + 0.001 * g**2
            p[k] = p[k] - 0.01 * m[k] / (1 - 0.9**epoch) / (np.sqrt(v[k] / (1 - 0.999**epoch)) + 1e-8)
        if limit:
            p[0] = max_norm(p[0], limit)
        answers = [np.maximum(x @ p[0] + p[2], 0) @ p[1] + p[3] for x in (X, X_val)]
        h["loss"].append(cross_entropy(answers[0], y)[0])
        h[VAL].append(cross_entropy(answers[1], y_val)[0])
        h["accuracy"] = np.mean(answers[0].argmax(axis=1) == y), np.mean(answers[1].argmax(axis=1) == y_val)
        if stopper and stopper.update(epoch, h[VAL][-1], p):
            h["stop"] = epoch
            break
    return h | {"params": p}


def curves(ax, h, title, val_color=RED):
    steps = range(1, len(h["loss"]) + 1)
    ax.plot(steps, h["loss"], color=BLUE, lw=2.5, label="loss")
    ax.plot(steps, h[VAL], color=val_color, lw=2.5, label=VAL)
    ax.axhline(h["baseline"], color=GREY, ls=":", label="baseline")
    ax.set(title=title, ylim=(0, 2.6))


memorizer = lab()
best = int(np.argmin(memorizer[VAL])) + 1
words = ["64 units, 150 epochs, no remedy", "epoch", "here it should have stopped"]  # en
words = ["64 unidades, 150 épocas, sin remedio", "época", "aquí debió parar"]  # es
ax = canvas(1, 1, 8, 4)[0, 0]
curves(ax, memorizer, words[0])
ax.axvline(best, color=GREEN, ls="--")
ax.annotate(words[2], (best, 1.55), (best + 8, 1.65), color=GREEN, fontsize=11)
ax.set(xlabel=words[1])
ax.legend(frameon=False)
plt.show()
print(f"accuracy: training {memorizer['accuracy'][0]:.0%}, validation {memorizer['accuracy'][1]:.0%}")  # en
print(f"exactitud: entrenamiento {memorizer['accuracy'][0]:.0%}, validación {memorizer['accuracy'][1]:.0%}")  # es

# %% [markdown] lang="en"
# These are **the two curves of overfitting**. Learn to recognize them, you will see them all your life:
#
# 1. At first both fall. What the network learns from these 300 digits is true of all digits.
# 2. Then the validation loss turns and **rises**, while the training loss goes on falling. What it learns now is true
#    of these 300 alone.
# 3. At the end it answers 100 % of the training labels "right", the false ones included. To manage that, it had to
#    bend away from the truth.
#
# ### From a picture to a rule
#
# A program cannot look at a picture, so you write a rule. How high is "high"? A loss of 1.0 is excellent among 1,000
# classes and a disgrace with 2. Compare with **chance**: a network that knows nothing gives each of C classes 1/C, and
# its loss is ln C. We call that number the `baseline`: 0.69 for 2 classes, 2.30 for 10, 6.91 for 1,000.
#
# Let `train` be the **last** number of `loss`, and `val` the **last** number of `val_loss`. In this order:
#
# | if | then |
# |---|---|
# | train > baseline / 2 | `"underfitting"` |
# | else, if val − train > baseline / 5 | `"overfitting"` |
# | else | `"good"` |
#
# **By hand**, with 10 classes: the thresholds are 2.30 / 2 = 1.15 and 2.30 / 5 = 0.46.
#
# | train | val | val − train | verdict |
# |---|---|---|---|
# | 1.60 | 1.70 | 0.10 | underfitting: 1.60 > 1.15 |
# | 0.05 | 1.10 | 1.05 | overfitting |
# | 0.30 | 0.40 | 0.10 | good |
# | 0.70 | 0.60 | −0.10 | good: validation *below* training is no disease |
#
# The last line happens more often than you may think, for instance when the noise is only in the training labels, or
# with dropout (part 4).
#
# The thresholds are a convention, and real histories fall on both sides of them by accident. So the tests only ask
# about clear cases, far from both borders.

# %% [markdown] lang="es"
# Estas son **las dos curvas del sobreajuste**. Aprende a reconocerlas, las verás toda la vida:
#
# 1. Al principio bajan las dos. Lo que la red aprende de estos 300 dígitos vale para todos los dígitos.
# 2. Luego la pérdida de validación da la vuelta y **sube**, mientras la de entrenamiento sigue bajando. Lo que aprende
#    ahora solo vale para estos 300.
# 3. Al final responde «bien» el 100 % de las etiquetas de entrenamiento, incluidas las falsas. Para lograrlo tuvo que
#    torcerse y alejarse de la verdad.
#
# ### De la imagen a una regla
#
# Un programa no puede mirar una imagen, así que vas a escribir una regla. ¿Qué tan alto es «alto»? Una pérdida de 1.0
# es excelente entre 1,000 clases y una vergüenza con 2. Compara con el **azar**: una red que no sabe nada le da 1/C a
# cada una de las C clases, y su pérdida es ln C. A ese número lo llamamos `baseline` (línea base): 0.69 con 2 clases,
# 2.30 con 10, 6.91 con 1,000.
#
# Sea `train` el **último** número de `loss`, y `val` el **último** número de `val_loss`. En este orden:
#
# | si | entonces |
# |---|---|
# | train > baseline / 2 | `"underfitting"` |
# | si no, y val − train > baseline / 5 | `"overfitting"` |
# | si no | `"good"` |
#
# **A mano**, con 10 clases: los umbrales son 2.30 / 2 = 1.15 y 2.30 / 5 = 0.46.
#
# | train | val | val − train | veredicto |
# |---|---|---|---|
# | 1.60 | 1.70 | 0.10 | subajuste: 1.60 > 1.15 |
# | 0.05 | 1.10 | 1.05 | sobreajuste |
# | 0.30 | 0.40 | 0.10 | bueno |
# | 0.70 | 0.60 | −0.10 | bueno: una validación *por debajo* no es una enfermedad |
#
# La última fila ocurre más de lo que crees; por ejemplo, cuando el ruido está solo en las etiquetas de entrenamiento, o
# con abandono (parte 4).
#
# Los umbrales son una convención, y los historiales reales caen de un lado o del otro por casualidad. Por eso las
# pruebas solo preguntan por casos claros, lejos de ambas fronteras.


# %% question="diagnose_fit"
def diagnose_fit(history):
    """
    en: Name what a training history shows.
    en: history: dict with "loss" and "val_loss", lists with one number per epoch (at least one), and "baseline", a number.
    en: Returns "underfitting", "overfitting" or "good".
    es: Dice qué muestra un historial de entrenamiento.
    es: history: dict con "loss" y "val_loss", listas con un número por época (al menos uno), y "baseline", un número.
    es: Devuelve "underfitting", "overfitting" o "good".
    """
    # BEGIN SOLUTION
    train, val, baseline = history["loss"][-1], history["val_loss"][-1], history["baseline"]
    if train > baseline / 2:
        return "underfitting"
    return "overfitting" if val - train > baseline / 5 else "good"
    # END SOLUTION


# %% [markdown] lang="en"
# Let your function judge three networks. The first has only two hidden units, the second is our memorizer, the third is
# the memorizer stopped at epoch 18.

# %% [markdown] lang="es"
# Deja que tu función juzgue tres redes. La primera tiene solo dos unidades ocultas, la segunda es nuestra memoriosa, la
# tercera es la misma memoriosa, detenida en la época 18.

# %% kind="demo"
titles = ["2 units", "64 units", "64 units, 18 epochs"]  # en
titles = ["2 unidades", "64 unidades", "64 unidades, 18 épocas"]  # es
axes = canvas(1, 3, 13, 3.6, sharey=True)
for ax, h, title in zip(axes.flat, [lab(units=2), memorizer, lab(epochs=18)], titles):
    curves(ax, h, f"{title}: {diagnose_fit(h)}")
axes[0, 0].legend(frameon=False, loc="lower left")
plt.show()

# %% [markdown] lang="en"
# **The two diseases have opposite cures.** For underfitting: more units, more epochs, a better learning rate, *less*
# regularization. For overfitting: more data if you can get them, and otherwise the remedies of parts 2 to 4. Whoever
# prescribes before the diagnosis makes things worse: dropout on an underfitting network is poison.

# %% [markdown] lang="es"
# **Las dos enfermedades tienen curas opuestas.** Para el subajuste: más unidades, más épocas, una mejor tasa de
# aprendizaje, *menos* regularización. Para el sobreajuste: más datos si los consigues y, si no, los remedios de las
# partes 2 a 4. Quien receta antes de diagnosticar empeora las cosas: el abandono, en una red con subajuste, es veneno.

# %% [markdown] lang="en"
# ## Part 2. When should I stop? (early stopping)
#
# The picture above shows the cheapest remedy of all: the best network was already there, at epoch 18. We only had to
# keep it. But when you are at epoch 18 you do not know the future: will the loss fall again? Real curves tremble.
#
# So you wait a little. **Early stopping** follows three rules:
#
# 1. **Progress** is a validation loss that is lower than the best one so far **by more than `min_delta`**. At each
#    progress, write down the epoch, and keep a **copy** of the weights.
# 2. An epoch without progress makes you more impatient. After **`patience` epochs in a row** without progress: stop.
#    Any progress gives you back all your patience.
# 3. In the end, use the weights you kept, those of the best epoch, not those of the last one.
#
# **By hand**, with `patience` = 2 and `min_delta` = 0.125:
#
# | epoch | val_loss | best before | how much lower | progress? | waited | `update` returns |
# |---|---|---|---|---|---|---|
# | 0 | 1.0 | – | | yes, the first is | 0 | False |
# | 1 | 0.75 | 1.0 | 0.25 | yes | 0 | False |
# | 2 | 0.6875 | 0.75 | 0.0625 | no: too little | 1 | False |
# | 3 | 0.5 | 0.75 | 0.25 | yes | 0 | False |
# | 4 | 0.375 | 0.5 | 0.125 | no: not *more* than 0.125 | 1 | False |
# | 5 | 0.625 | 0.5 | −0.125 | no | 2 | **True** |
#
# At the end `best_epoch` is 3, and `best_weights` are those of epoch 3. Look at epoch 3 again: it is compared with
# 0.75, the best *progress*, not with the 0.6875 just before it.
#
# Two traps:
#
# - **A copy.** During training the weights change in place, in the same arrays. Whoever writes `self.best_weights =
#   weights` keeps a second name for the *same* arrays, and ten epochs later finds the last weights in them. A copy of
#   the list is not enough either: its arrays would still be the same.
# - **NaN.** When training explodes, the loss is NaN, "not a number". Every comparison with NaN is False: `nan < 5` is,
#   and so is `nan >= 5`. For us NaN is never progress, not even in the first epoch. So there may be no progress yet;
#   then `best_epoch` and `best_weights` are None.
#
# Write the class. `update` is called once after each epoch, with consecutive numbers that may start anywhere: at 0, at
# 1, or at 40 if a training is resumed. Nothing is tested after it has returned True.
#
# <details><summary>Hint</summary>
#
# Before the first epoch there is no best loss. Which number could stand there, so that every real loss is lower, and the
# first epoch needs no `if` of its own? (numpy has a name for it.)
#
# </details>

# %% [markdown] lang="es"
# ## Parte 2. ¿Cuándo debo parar? (detención temprana)
#
# La imagen de arriba muestra el remedio más barato de todos: la mejor red ya estaba ahí, en la época 18. Solo había que
# quedársela. Pero cuando estás en la época 18 no conoces el futuro: ¿volverá a bajar la pérdida? Las curvas reales
# tiemblan.
#
# Entonces esperas un poco. La **detención temprana** (*early stopping*) sigue tres reglas:
#
# 1. Hay **progreso** cuando la pérdida de validación es menor que la mejor hasta ahora **por más de `min_delta`**. En
#    cada progreso anotas la época y guardas una **copia** de los pesos.
# 2. Una época sin progreso te impacienta. Tras **`patience` épocas seguidas** sin progreso (*patience* es paciencia):
#    te detienes. Cualquier progreso te devuelve toda la paciencia.
# 3. Al final usas los pesos que guardaste, los de la mejor época, no los de la última.
#
# **A mano**, con `patience` = 2 y `min_delta` = 0.125:
#
# | época | val_loss | la mejor antes | cuánto bajó | ¿progreso? | espera | `update` devuelve |
# |---|---|---|---|---|---|---|
# | 0 | 1.0 | – | | sí, la primera lo es | 0 | False |
# | 1 | 0.75 | 1.0 | 0.25 | sí | 0 | False |
# | 2 | 0.6875 | 0.75 | 0.0625 | no: muy poco | 1 | False |
# | 3 | 0.5 | 0.75 | 0.25 | sí | 0 | False |
# | 4 | 0.375 | 0.5 | 0.125 | no: no es *más* de 0.125 | 1 | False |
# | 5 | 0.625 | 0.5 | −0.125 | no | 2 | **True** |
#
# Al final `best_epoch` es 3, y `best_weights` son los pesos de la época 3. Mira otra vez la época 3: se compara con
# 0.75, el mejor *progreso*, no con el 0.6875 que tiene justo antes.
#
# Dos trampas:
#
# - **Una copia.** Durante el entrenamiento los pesos cambian en su lugar, en los mismos arreglos. Quien escribe
#   `self.best_weights = weights` guarda un segundo nombre para los *mismos* arreglos, y diez épocas después encuentra
#   en ellos los últimos pesos. Tampoco basta con copiar la lista: sus arreglos seguirían siendo los mismos.
# - **NaN.** Cuando el entrenamiento explota, la pérdida es NaN, «no es un número». Toda comparación con NaN es False:
#   lo es `nan < 5`, y también `nan >= 5`. Para nosotros NaN nunca es progreso, ni siquiera en la primera época. Así que
#   puede no haber progreso todavía; entonces `best_epoch` y `best_weights` son None.
#
# Escribe la clase. A `update` se la llama una vez después de cada época, con números consecutivos que pueden empezar
# donde sea: en 0, en 1, o en 40 si se retoma un entrenamiento. Lo que pase después de devolver True no se prueba.
#
# <details><summary>Pista</summary>
#
# Antes de la primera época no hay una mejor pérdida. ¿Qué número podría estar ahí, de modo que toda pérdida real sea
# menor, y la primera época no necesite un `if` propio? (numpy tiene un nombre para él).
#
# </details>


# %% question="EarlyStopping"
class EarlyStopping:
    """
    en: Watches the validation loss, says when to stop, and keeps the best weights.
    en: best_epoch: the epoch of the last progress. best_weights: a list with copies of the arrays of that epoch.
    en: Both are None while there has been no progress.
    es: Vigila la pérdida de validación, dice cuándo parar y guarda los mejores pesos.
    es: best_epoch: la época del último progreso. best_weights: una lista con copias de los arreglos de esa época.
    es: Ambos son None mientras no haya habido progreso.
    """

    def __init__(self, patience, min_delta):
        """
        en: patience: epochs in a row without progress until it stops, 1 or more. min_delta: a number, 0 or more.
        es: patience: épocas seguidas sin progreso hasta parar, 1 o más. min_delta: un número, 0 o más.
        """
        # BEGIN SOLUTION
        self.patience, self.min_delta = patience, min_delta
        self.best_epoch, self.best_weights = None, None
        self.best_loss, self.waited = np.inf, 0
        # END SOLUTION

    def update(self, epoch, val_loss, weights):
        """
        en: Take note of an epoch. weights: a list of arrays of any shapes. Returns True to stop, False to go on.
        es: Toma nota de una época. weights: una lista de arreglos de cualquier forma. Devuelve True para parar, False para seguir.
        """
        # BEGIN SOLUTION
        if val_loss < self.best_loss - self.min_delta:
            self.best_loss, self.best_epoch, self.waited = val_loss, epoch, 0
            self.best_weights = [np.array(w) for w in weights]
        else:
            self.waited += 1
        return self.waited >= self.patience
        # END SOLUTION


# %% [markdown] lang="en"
# Now the same network watches itself, with a patience of 10. The green line is the epoch whose weights you kept; at the
# grey one, your class said stop.

# %% [markdown] lang="es"
# Ahora la misma red se vigila a sí misma, con una paciencia de 10. La línea verde es la época cuyos pesos guardaste; en
# la gris, tu clase dijo que parara.

# %% kind="demo"
stopper = EarlyStopping(patience=10, min_delta=0.0)
stopped = lab(stopper=stopper)
words = ["your EarlyStopping at work", "epoch", "best", "stop"]  # en
words = ["tu EarlyStopping en acción", "época", "mejor", "alto"]  # es
ax = canvas(1, 1, 8, 3.8)[0, 0]
ax.plot(range(1, 151), memorizer[VAL], color=RED, alpha=0.25, lw=2.5)
ax.plot(range(1, 151), memorizer["loss"], color=BLUE, alpha=0.25, lw=2.5)
curves(ax, stopped, words[0])
for place, color, word in [(stopper.best_epoch, GREEN, words[2]), (stopped["stop"], INK, words[3])]:
    ax.axvline(place, color=color, ls="--")
    ax.text(place + 1, 1.6, f"{word}: {place}", color=color, rotation=90, va="center")
ax.set(xlabel=words[1])
plt.show()
kept = stopper.best_weights
guesses = (np.maximum(X_val @ kept[0] + kept[2], 0) @ kept[1] + kept[3]).argmax(axis=1)
print(f"validation accuracy: {np.mean(guesses == y_val):.0%} instead of {memorizer['accuracy'][1]:.0%}")  # en
print(f"exactitud de validación: {np.mean(guesses == y_val):.0%} en vez de {memorizer['accuracy'][1]:.0%}")  # es

# %% [markdown] lang="en"
# **Think first.** Could you watch the *training* loss instead, and save yourself the validation set?
#
# <details><summary>Answer</summary>
#
# No. The training loss falls and falls, with every false label that is memorized. It is always "progress", so you would
# never stop. Go back to the two curves: only the other one turns.
#
# </details>

# %% [markdown] lang="es"
# **Piensa primero.** ¿Podrías vigilar la pérdida de *entrenamiento*, y ahorrarte el conjunto de validación?
#
# <details><summary>Respuesta</summary>
#
# No. La pérdida de entrenamiento baja y baja, con cada etiqueta falsa que se memoriza. Siempre es «progreso», así que
# nunca pararías. Vuelve a las dos curvas: solo la otra da la vuelta.
#
# </details>

# %% [markdown] lang="en"
# ## Part 3. How large may a weight be?
#
# Go back to the first picture. To pass through every dot, the curve on the right makes violent turns: a tiny step in
# $x$, a huge change in $y$. A network can only be that violent with **large weights**: when $x$ changes by 0.01, $w x$
# changes by $0.01\,w$. Small weights make gentle functions, and gentle functions cannot memorize noise.
#
# So let us keep them small. There are two ways: **charge a price** for size (L2), or **forbid** it (max-norm).
#
# ### L2: large weights cost
#
# Add the size of the weights to the loss. Training now has to make a deal: a weight may be large only if that lowers
# the error by more than it costs.
#
# $$\text{total} = \text{loss} + \text{penalty}, \qquad
# \text{penalty} = \frac{\lambda}{2}\sum_{\text{layers}}\sum_{i,j} W_{ij}^2, \qquad
# \frac{\partial\,\text{penalty}}{\partial W_{ij}} = \lambda\,W_{ij}$$
#
# Why the ½? The derivative of $W^2$ is $2W$, and the ½ cancels that 2. Why the square? It hardly charges for a small
# weight and charges a lot for a large one, so a large weight is better split among many.
#
# **By hand**, with λ = 0.1 and two layers:
#
# $$W_1 = \begin{pmatrix} 3 & -1 & 0 \\ 1 & 2 & 1 \end{pmatrix}, \qquad W_2 = \begin{pmatrix} 2 \\ 0 \\ -2 \end{pmatrix}$$
#
# The squares add up to $16 + 8 = 24$, so the penalty is $0.05 \cdot 24 = 1.2$. The gradient of $W_1$ is $0.1\,W_1$: $0.3$
# for the 3, $-0.1$ for the $-1$. Now take a step with learning rate η from this gradient alone:
#
# $$w \leftarrow w - \eta\lambda w = (1 - \eta\lambda)\,w$$
#
# Every weight loses the same *percentage* at each step. That is why its other name is **weight decay**.
#
# Three questions that everybody asks:
#
# - **And the biases?** They stay out. A bias does not multiply any input: it moves the function up or down, and does not
#   make it more violent. `weights` holds only the W of each layer.
# - **Is it divided by the number of samples?** Not here. Some courses write λ/(2m); it is another convention.
# - **And Keras?** `keras.regularizers.L2(c)` adds $c \sum W^2$, without ½. So c = λ/2.

# %% [markdown] lang="es"
# ## Parte 3. ¿Qué tan grande puede ser un peso?
#
# Vuelve a la primera imagen. Para pasar por todos los puntos, la curva de la derecha da giros violentos: un paso
# diminuto en $x$, un cambio enorme en $y$. Una red solo puede ser tan violenta con **pesos grandes**: cuando $x$ cambia
# en 0.01, $w x$ cambia en $0.01\,w$. Los pesos pequeños hacen funciones suaves, y las funciones suaves no pueden
# memorizar ruido.
#
# Entonces, que sean pequeños. Hay dos maneras: **cobrar** por el tamaño (L2) o **prohibirlo** (norma límite).
#
# ### L2: los pesos grandes cuestan
#
# Suma a la pérdida el tamaño de los pesos. Ahora el entrenamiento tiene que negociar: un peso puede ser grande solo si
# con eso el error baja más de lo que cuesta.
#
# $$\text{total} = \text{pérdida} + \text{penalización}, \qquad
# \text{penalización} = \frac{\lambda}{2}\sum_{\text{capas}}\sum_{i,j} W_{ij}^2, \qquad
# \frac{\partial\,\text{penalización}}{\partial W_{ij}} = \lambda\,W_{ij}$$
#
# ¿Por qué el ½? La derivada de $W^2$ es $2W$, y el ½ cancela ese 2. ¿Por qué el cuadrado? Casi no cobra por un peso
# pequeño y cobra mucho por uno grande, así que conviene repartir un peso grande entre muchos.
#
# **A mano**, con λ = 0.1 y dos capas:
#
# $$W_1 = \begin{pmatrix} 3 & -1 & 0 \\ 1 & 2 & 1 \end{pmatrix}, \qquad W_2 = \begin{pmatrix} 2 \\ 0 \\ -2 \end{pmatrix}$$
#
# Los cuadrados suman $16 + 8 = 24$, así que la penalización es $0.05 \cdot 24 = 1.2$. El gradiente de $W_1$ es
# $0.1\,W_1$: $0.3$ para el 3, $-0.1$ para el $-1$. Ahora da un paso con tasa de aprendizaje η, solo con este gradiente:
#
# $$w \leftarrow w - \eta\lambda w = (1 - \eta\lambda)\,w$$
#
# Cada peso pierde el mismo *porcentaje* en cada paso. Por eso también se llama **decaimiento de pesos** (*weight decay*).
#
# Tres preguntas que hace todo el mundo:
#
# - **¿Y los sesgos?** Quedan fuera. Un sesgo (*bias*) no multiplica ninguna entrada: sube o baja la función, y no la
#   vuelve más violenta. `weights` contiene solo la W de cada capa.
# - **¿Se divide entre el número de muestras?** Aquí no. Algunos cursos escriben λ/(2m); es otra convención.
# - **¿Y Keras?** `keras.regularizers.L2(c)` suma $c \sum W^2$, sin ½. Entonces c = λ/2.


# %% question="l2_penalty"
def l2_penalty(weights, lam):
    """
    en: The price of the size of the weights, and its gradient.
    en: weights: a list with the W of each layer, arrays of any shape (no biases). lam: the λ of the formula, 0 or more.
    en: Returns (penalty, grads): a number, and a list with one array per W, of the same shape.
    es: El precio del tamaño de los pesos, y su gradiente.
    es: weights: una lista con la W de cada capa, arreglos de cualquier forma (sin sesgos). lam: la λ de la fórmula, 0 o más.
    es: Devuelve (penalty, grads): un número, y una lista con un arreglo por cada W, de su misma forma.
    """
    weights = [np.asarray(w, dtype=float) for w in weights]
    # BEGIN SOLUTION
    penalty = lam / 2 * sum(np.sum(w**2) for w in weights)
    return penalty, [lam * w for w in weights]
    # END SOLUTION


# %% [markdown] lang="en"
# How large should λ be? The cell tries several. On the left, the two losses after 150 epochs (the penalty itself is not
# counted in them). On the right, all the weights of the first layer, from the smallest to the largest.

# %% [markdown] lang="es"
# ¿Qué tan grande debe ser λ? La celda prueba varias. A la izquierda, las dos pérdidas después de 150 épocas (sin contar
# la penalización misma). A la derecha, todos los pesos de la primera capa, del menor al mayor.

# %% kind="demo"
prices = [0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3]
tried = [lab(lam=price) for price in prices]
words = ["too cheap: it memorizes", "too dear: it does not learn", "weights of the first layer, in order"]  # en
words = ["muy barato: memoriza", "muy caro: no aprende", "pesos de la primera capa, en orden"]  # es
axes = canvas(1, 2, 12, 4)
for key, color in [("loss", BLUE), (VAL, RED)]:
    axes[0, 0].plot(range(7), [h[key][-1] for h in tried], "o-", color=color, lw=2.5, label=key)
axes[0, 0].text(0, 1.3, words[0], color=GREY)
axes[0, 0].text(6, 2.3, words[1], color=GREY, ha="right")
axes[0, 0].set(xticks=range(7), xticklabels=prices, xlabel="λ", ylim=(0, 2.5))
axes[0, 0].legend(frameon=False)
for h, price, shade in [(tried[0], 0, INK), (tried[3], 0.01, GREEN), (tried[5], 0.1, "#8fd0c6")]:
    axes[0, 1].plot(np.sort(h["params"][0].ravel()), color=shade, lw=2.5, label=f"λ = {price}")
axes[0, 1].set(xlabel=words[2], xticks=[])
axes[0, 1].legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# From left to right: overfitting, good, underfitting. The same three words as in part 1, and now a knob moves you from
# one to the next. Of course you choose λ with the *validation* loss.
#
# ### Max-norm: a limit per unit
#
# L2 pulls on all weights all the time, also on the ones that are fine. The **max-norm** rule leaves them in peace until
# they go too far. Take one unit: its weights are an arrow, one number per input. The arrow may point anywhere; its
# length may not exceed a limit $c$. After each training step, whoever is longer is shortened to length $c$, **in the
# same direction**:
#
# $$\lVert w_j\rVert = \sqrt{\textstyle\sum_i W_{ij}^2}
# \qquad\qquad
# w_j \leftarrow \begin{cases} w_j & \lVert w_j\rVert \le c \\[4pt] \dfrac{c}{\lVert w_j\rVert}\,w_j & \lVert w_j\rVert > c\end{cases}$$
#
# **By hand**, with $c = 2$ and a layer of 2 inputs and 3 units:
#
# $$W = \begin{pmatrix} 3 & 0.6 & 0 \\ -4 & 0.8 & 0 \end{pmatrix}
# \quad\text{lengths } 5,\; 1,\; 0 \quad\longrightarrow\quad
# \begin{pmatrix} 1.2 & 0.6 & 0 \\ -1.6 & 0.8 & 0 \end{pmatrix}$$
#
# The first unit is multiplied by 2/5. The second one is within the limit and stays. The third is at zero and stays at
# zero: beware of dividing by its length.
#
# **Which axis?** The weights that *come into* a unit. In a dense `W (inputs, units)` they are a **column**. In a
# convolution `W (height, width, channels, units)` they are a whole block: everything that the unit sees, for each index
# of the last axis. So: sum over **all axes except the last**. Whoever takes rows limits something else, and whoever takes
# the whole matrix punishes small units for the sins of the large ones.
#
# <details><summary>Hint 1</summary>
#
# The `axis` of `np.sum` may be a tuple with several axes, and `keepdims=True` leaves the result ready to multiply with W.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Look for a factor that is 1 for short units and $c/\lVert w_j\rVert$ for long ones. If you divide $c$ by the *larger* of
# two numbers, you never divide by zero.
#
# </details>

# %% [markdown] lang="es"
# De izquierda a derecha: sobreajuste, bueno, subajuste. Las mismas tres palabras de la parte 1, y ahora una perilla te
# lleva de una a otra. Claro que λ se elige con la pérdida de *validación*.
#
# ### Norma límite: un tope por unidad
#
# L2 tira de todos los pesos todo el tiempo, también de los que están bien. La regla de la **norma límite** (*max-norm*)
# los deja en paz hasta que se pasan. Toma una unidad: sus pesos son una flecha, con un número por entrada. La flecha
# puede apuntar a donde quiera; su largo no puede pasar de un límite $c$. Después de cada paso de entrenamiento, la que
# sea más larga se acorta hasta el largo $c$, **en la misma dirección**:
#
# $$\lVert w_j\rVert = \sqrt{\textstyle\sum_i W_{ij}^2}
# \qquad\qquad
# w_j \leftarrow \begin{cases} w_j & \lVert w_j\rVert \le c \\[4pt] \dfrac{c}{\lVert w_j\rVert}\,w_j & \lVert w_j\rVert > c\end{cases}$$
#
# **A mano**, con $c = 2$ y una capa de 2 entradas y 3 unidades:
#
# $$W = \begin{pmatrix} 3 & 0.6 & 0 \\ -4 & 0.8 & 0 \end{pmatrix}
# \quad\text{largos } 5,\; 1,\; 0 \quad\longrightarrow\quad
# \begin{pmatrix} 1.2 & 0.6 & 0 \\ -1.6 & 0.8 & 0 \end{pmatrix}$$
#
# La primera unidad se multiplica por 2/5. La segunda está dentro del límite y se queda igual. La tercera está en cero y
# sigue en cero: cuidado con dividir entre su largo.
#
# **¿Qué eje?** Los pesos que *entran* a una unidad. En una capa densa `W (entradas, unidades)` son una **columna**. En
# una convolución `W (alto, ancho, canales, unidades)` son un bloque entero: todo lo que ve la unidad, para cada índice
# del último eje. Entonces: suma sobre **todos los ejes menos el último**. Quien toma las filas limita otra cosa, y quien
# toma la matriz entera castiga a las unidades pequeñas por los pecados de las grandes.
#
# <details><summary>Pista 1</summary>
#
# El `axis` de `np.sum` puede ser una tupla con varios ejes, y `keepdims=True` deja el resultado listo para multiplicarlo
# por W.
#
# </details>
# <details><summary>Pista 2</summary>
#
# Busca un factor que sea 1 para las unidades cortas y $c/\lVert w_j\rVert$ para las largas. Si divides $c$ entre el
# *mayor* de dos números, nunca divides entre cero.
#
# </details>


# %% question="max_norm"
def max_norm(W, limit):
    """
    en: Shorten the incoming weights of each unit to length limit, if they are longer.
    en: W: (inputs, units) or (height, width, channels, units). limit: a number above 0.
    en: Returns a new array of the same shape.
    es: Acorta los pesos que entran a cada unidad hasta el largo limit, si son más largos.
    es: W: (entradas, unidades) o (alto, ancho, canales, unidades). limit: un número mayor que 0.
    es: Devuelve un arreglo nuevo de la misma forma.
    """
    W = np.asarray(W, dtype=float)
    # BEGIN SOLUTION
    axes = tuple(range(W.ndim - 1))
    norms = np.sqrt(np.sum(W**2, axis=axes, keepdims=True))
    return W * (limit / np.maximum(norms, limit))
    # END SOLUTION


# %% [markdown] lang="en"
# The lengths of the 64 units after 150 epochs, without a limit and with a limit of 1. Each bar is a unit.

# %% [markdown] lang="es"
# El largo de las 64 unidades después de 150 épocas, sin límite y con un límite de 1. Cada barra es una unidad.

# %% kind="demo"
limited = lab(limit=1.0)
words = ["no limit", "limit = 1", "unit", "length of its weights", "validation loss"]  # en
words = ["sin límite", "limit = 1", "unidad", "largo de sus pesos", "pérdida de validación"]  # es
axes = canvas(1, 2, 12, 3.6, sharey=True)
for ax, h, title, color in [(axes[0, 0], memorizer, words[0], RED), (axes[0, 1], limited, words[1], GREEN)]:
    ax.bar(range(64), np.sort(np.sqrt((h["params"][0] ** 2).sum(axis=0))), color=color)
    ax.set(title=f"{title}: {words[4]} {h[VAL][-1]:.2f}", xlabel=words[2])
axes[0, 1].axhline(1.0, color=INK, ls="--")
axes[0, 0].set(ylabel=words[3])
plt.show()

# %% [markdown] lang="en"
# ## Part 4. What if a unit cannot trust the others? (dropout)
#
# Geoffrey Hinton tells that he got the idea at his bank. The tellers kept being moved around, and he thought: of course,
# to cheat the bank several of them would have to conspire, and nobody can plan a conspiracy without knowing who will be
# there tomorrow.
#
# Units conspire too. One makes an error, another learns to correct exactly that error, and together they reproduce the
# noise of the training set, to the last false label. **Dropout** breaks the conspiracy: at every training step each unit
# is switched off at random, with probability `rate`. What a unit learns has to be useful whoever is there today.
#
# There is another way to see it. A layer of 64 units has $2^{64}$ teams of units. Each step trains a different team, and
# all the teams share their weights. At the end the whole network answers as the average of a huge crowd, and a crowd
# does not memorize as easily as one person.
#
# ### The price: the size of the signal
#
# Drop half of the units, and the next layer receives half as much, on average. At inference, when all the units are
# there, it would suddenly receive twice of what it is used to. So **the survivors are multiplied by 1/(1 − rate)** while
# training. This is *inverted dropout*, what every library does today:
#
# $$\text{out}_i = \begin{cases} \dfrac{x_i}{1 - \text{rate}} & \text{with probability } 1 - \text{rate} \\[6pt]
# 0 & \text{with probability rate}\end{cases}
# \qquad\qquad
# \text{average of out}_i = (1 - \text{rate})\cdot\frac{x_i}{1 - \text{rate}} = x_i$$
#
# On average nothing changes, and **at inference dropout does nothing at all**: out = x.
#
# **By hand**, with `rate` = 0.2, so that 1/(1 − 0.2) = 1.25. Draw a number between 0 and 1 for each entry, and drop those
# below 0.2:
#
# | x | 4 | 8 | 12 | 16 |
# |---|---|---|---|---|
# | draw | 0.63 | **0.07** | 0.91 | 0.35 |
# | factor | 1.25 | 0 | 1.25 | 1.25 |
# | out | 5 | 0 | 15 | 20 |
#
# Each **entry** has its own draw: not one per row, nor one per column, for arrays of any number of axes. And each call
# draws again, because `rng` goes on. (If you make your own generator with a fixed seed inside the function, the same
# units are always missing. That is not dropout, that is a smaller network.)
#
# <details><summary>Hint</summary>
#
# Compare an array of draws with `rate`: the result is an array of True and False, and numpy multiplies with them as if
# they were 1 and 0. Write the comparison in parentheses.
#
# </details>

# %% [markdown] lang="es"
# ## Parte 4. ¿Y si una unidad no puede confiar en las demás? (abandono)
#
# Geoffrey Hinton cuenta que la idea se le ocurrió en su banco. A los cajeros los cambiaban de lugar todo el tiempo, y
# pensó: claro, para estafar al banco tendrían que conspirar entre varios, y nadie puede planear una conspiración sin
# saber quién estará mañana.
#
# Las unidades también conspiran. Una comete un error, otra aprende a corregir justo ese error, y juntas reproducen el
# ruido del conjunto de entrenamiento, hasta la última etiqueta falsa. El **abandono** (*dropout*) rompe la conspiración:
# en cada paso de entrenamiento, cada unidad se apaga al azar con probabilidad `rate`. Lo que aprende una unidad tiene
# que servir esté quien esté hoy.
#
# Hay otra manera de verlo. Una capa de 64 unidades tiene $2^{64}$ equipos de unidades. Cada paso entrena un equipo
# distinto, y todos los equipos comparten sus pesos. Al final, la red completa responde como el promedio de una multitud
# enorme, y una multitud no memoriza tan fácil como una persona.
#
# ### El precio: el tamaño de la señal
#
# Apaga la mitad de las unidades, y la capa siguiente recibe la mitad, en promedio. En la inferencia, cuando están todas,
# de pronto recibiría el doble de lo acostumbrado. Por eso, al entrenar, **las que sobreviven se multiplican por
# 1/(1 − rate)**. Es el *abandono invertido* (*inverted dropout*), lo que hoy hacen todas las bibliotecas:
#
# $$\text{out}_i = \begin{cases} \dfrac{x_i}{1 - \text{rate}} & \text{con probabilidad } 1 - \text{rate} \\[6pt]
# 0 & \text{con probabilidad rate}\end{cases}
# \qquad\qquad
# \text{promedio de out}_i = (1 - \text{rate})\cdot\frac{x_i}{1 - \text{rate}} = x_i$$
#
# En promedio no cambia nada, y **en la inferencia el abandono no hace nada de nada**: out = x.
#
# **A mano**, con `rate` = 0.2, así que 1/(1 − 0.2) = 1.25. Sortea un número entre 0 y 1 para cada elemento, y descarta
# los que queden por debajo de 0.2:
#
# | x | 4 | 8 | 12 | 16 |
# |---|---|---|---|---|
# | sorteo | 0.63 | **0.07** | 0.91 | 0.35 |
# | factor | 1.25 | 0 | 1.25 | 1.25 |
# | out | 5 | 0 | 15 | 20 |
#
# Cada **elemento** tiene su propio sorteo: no uno por fila ni uno por columna, en arreglos de cualquier número de ejes.
# Y cada llamada sortea de nuevo, porque `rng` avanza. (Si dentro de la función creas tu propio generador con una semilla
# fija, siempre faltan las mismas unidades. Eso no es abandono, es una red más pequeña).
#
# <details><summary>Pista</summary>
#
# Compara un arreglo de sorteos con `rate`: el resultado es un arreglo de True y False, y numpy multiplica con ellos como
# si fueran 1 y 0. Escribe la comparación entre paréntesis.
#
# </details>


# %% question="dropout_forward"
def dropout_forward(x, rate, training, rng):
    """
    en: Inverted dropout, entry by entry.
    en: x: any shape. rate: fraction dropped, 0 <= rate < 1. training: True or False.
    en: rng: a numpy generator; with training=False it is not needed and may be None.
    en: Returns (out, cache): an array of the shape of x, and whatever your dropout_backward needs.
    es: Abandono invertido, elemento por elemento.
    es: x: cualquier forma. rate: fracción que se descarta, 0 <= rate < 1. training: True o False.
    es: rng: un generador de numpy; con training=False no hace falta y puede ser None.
    es: Devuelve (out, cache): un arreglo con la forma de x, y lo que necesite tu dropout_backward.
    """
    x = np.asarray(x, dtype=float)
    # BEGIN SOLUTION
    factor = (rng.random(x.shape) >= rate) / (1 - rate) if training else np.ones(x.shape)
    return x * factor, factor
    # END SOLUTION


# %% [markdown] lang="en"
# Look at it. The input is all ones. Above, three calls with `rate` = 0.3: the white squares were dropped, and they are
# others each time. Below, the average of 3, 30 and 1,000 calls: it goes to 1, to the input.

# %% [markdown] lang="es"
# Míralo. La entrada son puros unos. Arriba, tres llamadas con `rate` = 0.3: los cuadros blancos se descartaron, y cada
# vez son otros. Abajo, el promedio de 3, 30 y 1,000 llamadas: se acerca a 1, a la entrada.

# %% kind="demo"
rng = np.random.default_rng(0)
outs = np.array([dropout_forward(np.ones((8, 14)), 0.3, True, rng)[0] for _ in range(1000)])
names = ["call", "average of {} calls"]  # en
names = ["llamada", "promedio de {} llamadas"]  # es
axes = canvas(2, 3, 12, 4.6)
for k, many in enumerate([3, 30, 1000]):
    axes[0, k].imshow(outs[k], cmap="Blues", vmin=0, vmax=2)
    picture = axes[1, k].imshow(outs[:many].mean(axis=0), cmap="Blues", vmin=0, vmax=2)
    axes[0, k].set(title=f"{names[0]} {k + 1}")
    axes[1, k].set(title=names[1].format(many))
for ax in axes.flat:
    ax.set(xticks=[], yticks=[])
plt.colorbar(picture, ax=axes, shrink=0.8)
plt.show()

# %% [markdown] lang="en"
# ### Dropout, backward
#
# For a given draw, dropout is just a multiplication by a constant factor, 0 or 1/(1 − rate). The derivative of
# $\text{factor}_i \cdot x_i$ is $\text{factor}_i$:
#
# $$\frac{\partial L}{\partial x_i} = \text{dout}_i \cdot \text{factor}_i$$
#
# An entry that was dropped did not take part in the answer, so no blame goes to it. An entry that was amplified by 1.25
# receives its blame amplified by 1.25. It must be **the same factors** as on the way forward: whoever draws again blames
# units that were not there. That is what the `cache` is for.
#
# **By hand**, with the draw of before: dout = (1, 2, −4, 8) gives (1.25, 0, −5, 10). And after `training=False` the
# factors are all 1: `dropout_backward` must then return dout as it is.
#
# *Checking gradients.* If you ever compare dropout with numerical gradients (assignment 03), both sides of the difference
# must use the same draw. Start each call from a generator with the same seed; otherwise you are measuring the noise.

# %% [markdown] lang="es"
# ### Abandono, hacia atrás
#
# Para un sorteo dado, el abandono es solo multiplicar por un factor constante, 0 o 1/(1 − rate). La derivada de
# $\text{factor}_i \cdot x_i$ es $\text{factor}_i$:
#
# $$\frac{\partial L}{\partial x_i} = \text{dout}_i \cdot \text{factor}_i$$
#
# Un elemento descartado no participó en la respuesta, así que no le toca culpa. Uno que se amplificó por 1.25 recibe su
# culpa amplificada por 1.25. Deben ser **los mismos factores** que en el camino de ida: quien sortea de nuevo culpa a
# unidades que no estaban. Para eso sirve el `cache`.
#
# **A mano**, con el sorteo de antes: dout = (1, 2, −4, 8) da (1.25, 0, −5, 10). Y después de `training=False` los
# factores son todos 1: entonces `dropout_backward` debe devolver dout tal cual.
#
# *Si verificas gradientes.* Si alguna vez comparas el abandono con gradientes numéricos (tarea 03), los dos lados de la
# diferencia deben usar el mismo sorteo. Empieza cada llamada con un generador de la misma semilla; si no, estás midiendo
# el ruido.


# %% question="dropout_backward"
def dropout_backward(dout, cache):
    """
    en: Gradient of the loss with respect to the input of dropout.
    en: dout: gradient with respect to out. cache: what your dropout_forward returned. Returns dx, of the shape of dout.
    es: Gradiente de la pérdida respecto a la entrada del abandono.
    es: dout: gradiente respecto a out. cache: lo que devolvió tu dropout_forward. Devuelve dx, con la forma de dout.
    """
    dout = np.asarray(dout, dtype=float)
    # BEGIN SOLUTION
    return dout * cache
    # END SOLUTION


# %% [markdown] lang="en"
# Does it help? The same network, the same 150 epochs, four doses. Both curves are measured with dropout **off**.

# %% [markdown] lang="es"
# ¿Sirve? La misma red, las mismas 150 épocas, cuatro dosis. Las dos curvas se miden con el abandono **apagado**.

# %% kind="demo"
axes = canvas(1, 4, 14, 3.4, sharey=True)
for ax, rate in zip(axes.flat, [0.0, 0.3, 0.5, 0.9]):
    h = memorizer if rate == 0 else lab(rate=rate)
    curves(ax, h, f"rate = {rate}: {h['accuracy'][1]:.0%}")
words = ["epoch", "above each picture: validation accuracy"]  # en
words = ["época", "sobre cada imagen: exactitud de validación"]  # es
axes[0, 0].set(xlabel=words[0])
axes[0, 1].set(xlabel=words[1])
axes[0, 0].legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# **Think first.** While Keras trains with dropout, it often prints a *validation* loss that is lower than the training
# loss. Is that a bug?
#
# <details><summary>Answer</summary>
#
# No. The training loss is measured with units missing, the validation loss with all of them present: with dropout off, a
# network answers better. (And Keras's training loss is an average over the epoch, while the weights were still
# improving.) To compare the two fairly, measure both with dropout off, as the last picture does.
#
# </details>

# %% [markdown] lang="es"
# **Piensa primero.** Cuando Keras entrena con abandono, muchas veces muestra una pérdida de *validación* menor que la de
# entrenamiento. ¿Es un error?
#
# <details><summary>Respuesta</summary>
#
# No. La pérdida de entrenamiento se mide con unidades ausentes; la de validación, con todas presentes: con el abandono
# apagado, una red responde mejor. (Además, la pérdida de entrenamiento de Keras es un promedio durante la época, mientras
# los pesos todavía mejoraban). Para compararlas con justicia, mide las dos con el abandono apagado, como en la última
# imagen.
#
# </details>

# %% [markdown] lang="en"
# ## Part 5. How does Keras do all of this?
#
# You wrote every piece. In Keras each is one line:
#
# | you wrote | Keras | beware |
# |---|---|---|
# | `l2_penalty` | `kernel_regularizer=keras.regularizers.L2(c)` | without ½: c = λ/2 |
# | `max_norm` | `kernel_constraint=keras.constraints.MaxNorm(limit)` | in a Dense layer, the default axis is the right one |
# | `dropout_forward` and `_backward` | `keras.layers.Dropout(rate)` | `rate` is the fraction dropped |
# | `EarlyStopping` | `keras.callbacks.EarlyStopping(...)` | it does **not** give back the best weights unless you ask |
#
# ### The network
#
# `build_regularized(n_inputs, n_classes, rate, limit)` returns this network, **new, untrained and not compiled**:
#
# | layer | settings |
# |---|---|
# | input | `n_inputs` numbers |
# | `Dense` | 64 units, ReLU, max-norm `limit` on its kernel |
# | `Dropout` | `rate` |
# | `Dense` | 64 units, ReLU, max-norm `limit` on its kernel |
# | `Dropout` | `rate` |
# | `Dense` | `n_classes` units, softmax, **no** max-norm |
#
# Two things are missing on purpose. There is no dropout after the last layer: it would erase the probability of the right
# class in some steps, and nothing can be learned from that. And there is no dropout on the input: to erase pixels is
# another kind of remedy.

# %% [markdown] lang="es"
# ## Parte 5. ¿Cómo hace Keras todo esto?
#
# Ya escribiste cada pieza. En Keras cada una es una línea:
#
# | escribiste | Keras | cuidado |
# |---|---|---|
# | `l2_penalty` | `kernel_regularizer=keras.regularizers.L2(c)` | sin ½: c = λ/2 |
# | `max_norm` | `kernel_constraint=keras.constraints.MaxNorm(limit)` | en una capa Dense, el eje por defecto es el correcto |
# | `dropout_forward` y `_backward` | `keras.layers.Dropout(rate)` | `rate` es la fracción descartada |
# | `EarlyStopping` | `keras.callbacks.EarlyStopping(...)` | **no** devuelve los mejores pesos si no se lo pides |
#
# ### La red
#
# `build_regularized(n_inputs, n_classes, rate, limit)` devuelve esta red, **nueva, sin entrenar y sin compilar**:
#
# | capa | ajustes |
# |---|---|
# | entrada | `n_inputs` números |
# | `Dense` | 64 unidades, ReLU, norma límite `limit` en su núcleo (*kernel*) |
# | `Dropout` | `rate` |
# | `Dense` | 64 unidades, ReLU, norma límite `limit` en su núcleo |
# | `Dropout` | `rate` |
# | `Dense` | `n_classes` unidades, softmax, **sin** norma límite |
#
# Faltan dos cosas a propósito. No hay abandono después de la última capa: en algunos pasos borraría la probabilidad de la
# clase correcta, y de eso no se aprende nada. Y no hay abandono en la entrada: borrar píxeles es otra clase de remedio.

# %% kind="setup"
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras


# %% question="build_regularized" uses="keras"
def build_regularized(n_inputs, n_classes, rate, limit):
    """
    en: The regularized network of the table, new, untrained and not compiled. Returns a Keras model.
    es: La red regularizada de la tabla, nueva, sin entrenar y sin compilar. Devuelve un modelo de Keras.
    """

    # BEGIN SOLUTION
    def hidden():
        return keras.layers.Dense(64, activation="relu", kernel_constraint=keras.constraints.MaxNorm(limit))

    return keras.Sequential(
        [
            keras.Input((n_inputs,)),
            hidden(),
            keras.layers.Dropout(rate),
            hidden(),
            keras.layers.Dropout(rate),
            keras.layers.Dense(n_classes, activation="softmax"),
        ]
    )
    # END SOLUTION


# %% [markdown] lang="en"
# ### Train it, and stop in time
#
# `train_regularized(model, X, y, X_val, y_val)` receives a model that was not compiled. It must
#
# 1. **compile** it: `"adam"` with its default learning rate, and of Keras's two cross-entropies the one that takes
#    integers;
# 2. **train** it on `X` and `y` (and on nothing else), in batches of 32, for at most 100 epochs, with
#    `validation_data=(X_val, y_val)` and Keras's **EarlyStopping**: it watches `val_loss`, with a patience of 5, and at
#    the end it gives back the **best** weights. Use `verbose=0`, so as not to fill the screen;
# 3. **return the model**, not what `fit` returns.
#
# `X` is `(N, n_inputs)`, with numbers mostly between −3 and 3, already scaled: leave them as they are. `y` are N integers
# from 0. The same holds for `X_val` and `y_val`.
#
# **How it is graded.** By what the returned model does, on data whose labels are partly wrong:
#
# - Trained on 400 digits with 30 % of false labels, it must read at least **75 %** of the digits that nobody showed it
#   (with their true labels).
# - With `rate` 0 and an enormous `limit`, only early stopping is left against memorizing. Then its accuracy on the labels
#   it trained with may be at most **0.30** above its accuracy on new data with the same share of false labels, and that
#   one must be **0.40** or more: whoever learns nothing does not memorize either.
# - If the validation loss gets worse from the very first epochs, the model must come back as it was then.
#
# Each test must end within 60 seconds on one core. Yours will take two or three.

# %% [markdown] lang="es"
# ### Entrénala, y detente a tiempo
#
# `train_regularized(model, X, y, X_val, y_val)` recibe un modelo sin compilar. Debe
#
# 1. **compilarlo**: `"adam"` con su tasa de aprendizaje por defecto y, de las dos entropías cruzadas de Keras, la que
#    recibe enteros;
# 2. **entrenarlo** con `X` e `y` (y con nada más), en lotes de 32, a lo más 100 épocas, con
#    `validation_data=(X_val, y_val)` y el **EarlyStopping** de Keras: vigila `val_loss`, con paciencia de 5, y al final
#    devuelve los **mejores** pesos. Usa `verbose=0` para no llenar la pantalla;
# 3. **devolver el modelo**, no lo que devuelve `fit`.
#
# `X` es `(N, n_inputs)`, con números casi siempre entre −3 y 3, ya escalados: déjalos como están. `y` son N enteros desde
# 0. Lo mismo vale para `X_val` e `y_val`.
#
# **Cómo se califica.** Por lo que hace el modelo devuelto, con datos cuyas etiquetas son en parte falsas:
#
# - Entrenado con 400 dígitos que tienen 30 % de etiquetas falsas, debe leer al menos el **75 %** de los dígitos que nadie
#   le mostró (con sus etiquetas verdaderas).
# - Con `rate` 0 y un `limit` enorme, contra la memoria solo queda la detención temprana. Entonces, su exactitud en las
#   etiquetas con las que entrenó puede superar a lo más en **0.30** a su exactitud en datos nuevos con la misma proporción
#   de etiquetas falsas, y esta debe ser de **0.40** o más: quien no aprende nada tampoco memoriza.
# - Si la pérdida de validación empeora desde las primeras épocas, el modelo debe volver como estaba entonces.
#
# Cada prueba debe terminar en menos de 60 segundos en un solo núcleo de procesador. La tuya tardará dos o tres.


# %% question="train_regularized" uses="keras"
def train_regularized(model, X, y, X_val, y_val):
    """
    en: Compile a model, train it until its validation loss stops improving, and return it with its best weights.
    en: X: (N, n_inputs). y: (N,), integers from 0. X_val and y_val: the same kind of data, not to train with.
    es: Compila un modelo, lo entrena hasta que su pérdida de validación deja de mejorar, y lo devuelve con sus mejores pesos.
    es: X: (N, n_inputs). y: (N,), enteros desde 0. X_val e y_val: la misma clase de datos, pero no para entrenar.
    """
    X, y = np.asarray(X, dtype="float32"), np.asarray(y)
    X_val, y_val = np.asarray(X_val, dtype="float32"), np.asarray(y_val)
    # BEGIN SOLUTION
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=5, restore_best_weights=True)
    model.fit(X, y, batch_size=32, epochs=100, validation_data=(X_val, y_val), callbacks=[stop], verbose=0)
    return model
    # END SOLUTION


# %% [markdown] lang="en"
# ### All the remedies together
#
# The same digits and the same false labels as in part 1, now in Keras. Left, the network without any remedy, for 60
# epochs. Right, your network with your training. (It takes some seconds.) The bars are accuracies, measured with dropout
# off: on the 300 training labels, false ones included, and on 500 new digits.

# %% [markdown] lang="es"
# ### Todos los remedios juntos
#
# Los mismos dígitos y las mismas etiquetas falsas de la parte 1, ahora en Keras. A la izquierda, la red sin ningún remedio,
# durante 60 épocas. A la derecha, tu red con tu entrenamiento. (Tarda unos segundos). Las barras son exactitudes, medidas
# con el abandono apagado: en las 300 etiquetas de entrenamiento, falsas incluidas, y en 500 dígitos nuevos.

# %% kind="demo"
keras.utils.set_random_seed(0)
bare = build_regularized(64, 10, 0.0, 100.0)
bare.compile("adam", "sparse_categorical_crossentropy")  # en
bare.compile("adam", "sparse_categorical_crossentropy")  # es
bare.fit(X, y, batch_size=32, epochs=60, verbose=0)
yours = train_regularized(build_regularized(64, 10, 0.3, 2.0), X, y, images[800:1000], labels[800:1000])

titles = ["no remedy", "dropout, max-norm, early stopping"]  # en
titles = ["sin remedio", "abandono, norma límite, detención temprana"]  # es
names = ["training", "new digits"]  # en
names = ["entrenamiento", "dígitos nuevos"]  # es
axes = canvas(1, 2, 10, 3.6, sharey=True)
for ax, model, title in zip(axes.flat, [bare, yours], titles):
    heights = [np.mean(model.predict(x, verbose=0).argmax(axis=1) == t) for x, t in [(X, y), (X_val, y_val)]]
    bars = ax.bar(names, heights, color=[BLUE, RED], width=0.5)
    ax.bar_label(bars, [f"{height:.0%}" for height in heights], fontsize=13)
    ax.set(title=title, ylim=(0, 1.12), yticks=[0, 0.5, 1])
plt.show()

# %% [markdown] lang="en"
# Your network knows *less* about its training set. It did not believe the false labels. That is the whole point.
#
# ## What you now know
#
# | remedy | its idea | what you choose | first try |
# |---|---|---|---|
# | early stopping | keep the best epoch, not the last | `patience`, `min_delta` | patience 5 to 10 |
# | L2 (weight decay) | large weights cost | λ | 0.001 to 0.01 |
# | max-norm | no unit's weights longer than a limit | `limit` | 2 to 4 |
# | dropout | no unit can rely on another | `rate` | 0.2 to 0.5 |
# | more data | the best of all | | whenever you can get them |
#
# - The training loss alone says nothing. **Two curves** do: both high, underfitting; one low and the other rising,
#   overfitting.
# - Diagnose first: the two diseases have opposite cures.
# - Dropout is on while training and **off** at inference, and the survivors are scaled by 1/(1 − rate). Ask of each
#   library and paper whether its number is the fraction dropped or kept.
# - Max-norm acts on what comes **into** each unit: all axes but the last.
# - The best weights must be **copied** when they are seen, and **restored** at the end.
# - You choose with the validation set. The test set is opened once.
#
# **Where you will use it.** In *Convolution*, 4,000 digits are few for 694,000 weights, and the two curves come back. In
# *AlexNet* you meet dropout at 0.5 after both layers of 4,096 units, where most of the 62 million weights live, and one
# more remedy that makes new data out of old: shifted and mirrored images.

# %% [markdown] lang="es"
# Tu red sabe *menos* sobre su conjunto de entrenamiento. No se creyó las etiquetas falsas. De eso se trata todo.
#
# ## Lo que ahora sabes
#
# | remedio | su idea | qué eliges | primer intento |
# |---|---|---|---|
# | detención temprana | quedarte con la mejor época, no con la última | `patience`, `min_delta` | paciencia de 5 a 10 |
# | L2 (decaimiento de pesos) | los pesos grandes cuestan | λ | de 0.001 a 0.01 |
# | norma límite | ninguna unidad con pesos más largos que un límite | `limit` | de 2 a 4 |
# | abandono | ninguna unidad puede depender de otra | `rate` | de 0.2 a 0.5 |
# | más datos | el mejor de todos | | siempre que los consigas |
#
# - La pérdida de entrenamiento sola no dice nada. **Dos curvas** sí: las dos altas, subajuste; una baja y la otra
#   subiendo, sobreajuste.
# - Primero diagnostica: las dos enfermedades tienen curas opuestas.
# - El abandono está encendido al entrenar y **apagado** en la inferencia, y lo que sobrevive se multiplica por
#   1/(1 − rate). Pregúntale a cada biblioteca y a cada artículo si su número es la fracción descartada o la conservada.
# - La norma límite actúa sobre lo que **entra** a cada unidad: todos los ejes menos el último.
# - Los mejores pesos se **copian** cuando aparecen, y se **restauran** al final.
# - Se elige con el conjunto de validación. El de prueba se abre una sola vez.
#
# **Dónde lo vas a usar.** En *Convolución*, 4,000 dígitos son pocos para 694,000 pesos, y vuelven las dos curvas. En
# *AlexNet* te espera el abandono de 0.5 después de las dos capas de 4,096 unidades, donde vive la mayor parte de los 62
# millones de pesos, y un remedio más, que hace datos nuevos de los viejos: imágenes movidas y reflejadas.
