# %% [markdown] lang="en"
# # Optimizers: how to go downhill faster
#
# In assignment 3 you computed the blame: for each weight, how much the loss grows if that weight grows a little.
# Then you used it in the plainest way there is, `w - lr * dw`.
# This assignment is about that one line. You will see where it fails, and you will improve it three times.
# Each improvement cures one illness that you will first see in a picture.
#
# | Part | Question | You write |
# |---|---|---|
# | 1 | How do we take a step, and many in a row? | `sgd`, `fit` |
# | 2 | Why do we zigzag, and what does a heavy ball do better? | `momentum` |
# | 3 | Why should all the weights share one learning rate? | `rmsprop` |
# | 4 | Can we have both cures at once? | `adam` |
# | 5 | Must we look at all the data before each step? | `minibatches` |
# | 6 | What does Keras do, now that we can read it? | `build_dense`, `train_dense` |
#
# Parts 1 to 5 are plain numpy. Part 6 uses Keras. Reserve about two hours.
#
# **How to work.** Each section goes from the reason to a number done by hand, then to the formula, then to your code.
# Do the number with a pencil before you write the function.
# Below each answer there is a cell `check("...")`. Run it as often as you like.
# Your final grade also uses some hidden tests. They check the same promises with other data.

# %% [markdown] lang="es"
# # Optimizadores: cómo bajar más rápido
#
# En la tarea 3 calculaste la culpa: para cada peso, cuánto crece la pérdida si ese peso crece un poco.
# Después la usaste de la manera más simple que existe, `w - lr * dw`.
# Esta tarea trata de esa sola línea. Verás dónde falla y la mejorarás tres veces.
# Cada mejora cura una enfermedad que primero verás en una imagen.
#
# | Parte | Pregunta | Escribes |
# |---|---|---|
# | 1 | ¿Cómo damos un paso, y muchos seguidos? | `sgd`, `fit` |
# | 2 | ¿Por qué zigzagueamos, y qué hace mejor una bola pesada? | `momentum` |
# | 3 | ¿Por qué todos los pesos deberían compartir una tasa de aprendizaje? | `rmsprop` |
# | 4 | ¿Podemos tener ambas curas a la vez? | `adam` |
# | 5 | ¿Hay que mirar todos los datos antes de cada paso? | `minibatches` |
# | 6 | ¿Qué hace Keras, ahora que sabemos leerlo? | `build_dense`, `train_dense` |
#
# Las partes 1 a 5 son numpy puro. La parte 6 usa Keras. Reserva unas dos horas.
#
# **Cómo trabajar.** Cada sección va del porqué a un número hecho a mano, luego a la fórmula y por último a tu código.
# Haz la cuenta con lápiz antes de escribir la función.
# Debajo de cada respuesta hay una celda `check("...")`. Ejecútala cuantas veces quieras.
# Tu nota final usa además algunas pruebas ocultas. Revisan las mismas promesas con otros datos.

# %% [markdown] lang="en"
# ## Conventions
#
# They hold in the whole assignment. Come back here when in doubt.
#
# - **`w`** is one parameter: a weight matrix, a bias vector, any array. **`dw`** is the gradient of the loss with
#   respect to `w`, with the same shape. Everything happens entry by entry.
# - **Every optimizer has the same form**: it takes `(w, dw, state, ...)` and returns `(w, state)`, that is, the new
#   weights and what must be remembered for the next step. The `...` are numbers such as the learning rate.
# - **`state` is yours.** It is `None` at the first step. From then on it is whatever you returned the last time: an
#   array, a tuple, a dictionary, an object... Nobody looks inside.
# - **Each parameter has its own state.** A network has many parameters, and their calls alternate. So keep nothing in
#   global variables: all the memory travels in `state`.
# - **Arguments are never changed**: not `w`, not `dw`, not what is inside `state`. The same arguments give the same
#   answer, today and tomorrow. Write `w = w - ...`, which makes a new array, and not `w -= ...`, which overwrites.
# - **Lists and integers** are legal arguments, and the new weights are float64. The line with
#   `np.asarray(..., dtype=float)` in the stubs takes care of that: leave it there.
#
# In use it looks like this: two parameters, two states.
#
#     W, state_W = momentum(W, dW, None, 0.1, 0.9)
#     b, state_b = momentum(b, db, None, 0.1, 0.9)
#     W, state_W = momentum(W, dW, state_W, 0.1, 0.9)
#     b, state_b = momentum(b, db, state_b, 0.1, 0.9)

# %% [markdown] lang="es"
# ## Convenciones
#
# Valen en toda la tarea. Vuelve aquí cuando tengas dudas.
#
# - **`w`** es un parámetro: una matriz de pesos, un vector de sesgos, cualquier arreglo. **`dw`** es el gradiente de la
#   pérdida respecto a `w`, con la misma forma. Todo ocurre elemento a elemento.
# - **Todos los optimizadores tienen la misma forma**: reciben `(w, dw, state, ...)` y devuelven `(w, state)`, es decir,
#   los pesos nuevos y lo que hay que recordar para el próximo paso. Los `...` son números como la tasa de aprendizaje.
# - **`state` (el estado) es tuyo.** En el primer paso es `None`. De ahí en adelante es lo que devolviste la última vez:
#   un arreglo, una tupla, un diccionario, un objeto... Nadie mira adentro.
# - **Cada parámetro tiene su propio estado.** Una red tiene muchos parámetros, y sus llamadas se alternan. Así que no
#   guardes nada en variables globales: toda la memoria viaja en `state`.
# - **Los argumentos nunca se modifican**: ni `w`, ni `dw`, ni lo que hay dentro de `state`. Los mismos argumentos dan
#   la misma respuesta, hoy y mañana. Escribe `w = w - ...`, que crea un arreglo nuevo, y no `w -= ...`, que
#   sobrescribe.
# - **Las listas y los enteros** son argumentos válidos, y los pesos nuevos son float64. De eso se encarga la línea con
#   `np.asarray(..., dtype=float)` que ya viene en las funciones: déjala ahí.
#
# En uso se ve así: dos parámetros, dos estados.
#
#     W, estado_W = momentum(W, dW, None, 0.1, 0.9)
#     b, estado_b = momentum(b, db, None, 0.1, 0.9)
#     W, estado_W = momentum(W, dW, estado_W, 0.1, 0.9)
#     b, estado_b = momentum(b, db, estado_b, 0.1, 0.9)

# %% kind="setup"
import numpy as np

# %% [markdown] lang="en"
# ## Part 1. How do we take a step?
#
# **Why.** Think of the loss as a landscape. Every choice of the weights is a place, and the loss is its height.
# You want the lowest valley, but there is fog: you only feel the slope under your feet. That slope is the gradient.
# It points *uphill*, so you step the other way.
#
# And how far? The slope does not say. That is what the *learning rate* `lr` is for. In all your work with neural
# networks you will tune no other number so often.
#
# **By hand.** $w = (3, -1)$, the gradient is $(4, -2)$, and $\text{lr} = 0.25$. The first weight goes down by
# $0.25 \cdot 4 = 1$; the second has a negative slope, so it goes up by $0.5$. The new weights are $(2, -0.5)$.
#
# **The formula.** (Cauchy, 1847!)
#
# $$w \leftarrow w - \text{lr} \cdot dw$$
#
# It is called SGD, *stochastic gradient descent*. What is stochastic about it comes in part 5.
# This step needs no memory. Return the `state` that you received.

# %% [markdown] lang="es"
# ## Parte 1. ¿Cómo damos un paso?
#
# **Por qué.** Imagina la pérdida como un paisaje. Cada elección de los pesos es un lugar, y la pérdida es su altura.
# Buscas el valle más bajo, pero hay niebla: solo sientes la pendiente bajo tus pies. Esa pendiente es el gradiente.
# Apunta *cuesta arriba*, así que das el paso hacia el lado contrario.
#
# ¿Y qué tan largo? La pendiente no lo dice. Para eso está la tasa de aprendizaje (*learning rate*), `lr`. En tu trabajo
# con redes neuronales no ajustarás ningún otro número tan a menudo.
#
# **A mano.** $w = (3, -1)$, el gradiente es $(4, -2)$ y $\text{lr} = 0.25$. El primer peso baja $0.25 \cdot 4 = 1$;
# el segundo tiene pendiente negativa, así que sube $0.5$. Los pesos nuevos son $(2, -0.5)$.
#
# **La fórmula.** (¡Cauchy, 1847!)
#
# $$w \leftarrow w - \text{lr} \cdot dw$$
#
# Se llama SGD, descenso de gradiente estocástico (*stochastic gradient descent*). Lo estocástico llega en la parte 5.
# Este paso no necesita memoria. Devuelve el mismo `state` que recibiste.


# %% question="sgd"
def sgd(w, dw, state, lr):
    """
    en: One step of gradient descent.
    en: w, dw: arrays of the same shape, any shape. state: not needed here. lr: the learning rate.
    en: Returns (w, state): the new weights, float64, and the state as it came.
    es: Un paso de descenso de gradiente.
    es: w, dw: arreglos de la misma forma, cualquiera. state: aquí no hace falta. lr: la tasa de aprendizaje.
    es: Devuelve (w, state): los pesos nuevos, float64, y el estado tal como llegó.
    """
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    # BEGIN SOLUTION
    return w - lr * dw, state
    # END SOLUTION


# %% [markdown] lang="en"
# ### Many steps in a row: `fit`
#
# **Why.** One step is a policy; a walk is an experiment. You will write the walk once and use it with every optimizer,
# because they all have the same form. It also records where you were, so that we can draw it.
#
# **By hand.** The loss is $w^2$, its gradient is $2w$. Start at $w = 8$, with `sgd` and $\text{lr} = 0.25$.
#
# | step | where you stand | gradient there | new place |
# |---|---|---|---|
# | 1 | 8 | 16 | $8 - 0.25 \cdot 16 = 4$ |
# | 2 | 4 | 8 | $4 - 0.25 \cdot 8 = 2$ |
# | 3 | 2 | 4 | $2 - 0.25 \cdot 4 = 1$ |
#
# Three steps visit **four** places: 8, 4, 2, 1. So `path` has `steps + 1` rows, and the start is the first.
#
# **The recipe.** `fit(grad_fn, w, optimizer, steps)` receives two functions:
#
# - `grad_fn(w)` returns the gradient at `w`. With ten million weights this is what costs time, so ask **exactly once
#   per step**, at the place where you stand.
# - `optimizer(w, dw, state)` returns `(w, state)`. The learning rate is already inside it. Give `None` the first time,
#   and afterwards the state that it returned. Do not look inside: it is not yours.
#
# Take exactly `steps` steps; do not stop early. With `steps = 0` nobody moves, and `path` has one row.

# %% [markdown] lang="es"
# ### Muchos pasos seguidos: `fit`
#
# **Por qué.** Un paso es una regla; una caminata es un experimento. Escribirás la caminata una sola vez y la usarás con
# todos los optimizadores, porque todos tienen la misma forma. También anota por dónde pasaste, para poder dibujarlo.
#
# **A mano.** La pérdida es $w^2$ y su gradiente es $2w$. Empieza en $w = 8$, con `sgd` y $\text{lr} = 0.25$.
#
# | paso | dónde estás | gradiente ahí | lugar nuevo |
# |---|---|---|---|
# | 1 | 8 | 16 | $8 - 0.25 \cdot 16 = 4$ |
# | 2 | 4 | 8 | $4 - 0.25 \cdot 8 = 2$ |
# | 3 | 2 | 4 | $2 - 0.25 \cdot 4 = 1$ |
#
# Tres pasos visitan **cuatro** lugares: 8, 4, 2, 1. Por eso `path` (el camino) tiene `steps + 1` filas, y la primera es
# el inicio.
#
# **La receta.** `fit(grad_fn, w, optimizer, steps)` recibe dos funciones:
#
# - `grad_fn(w)` devuelve el gradiente en `w`. Con diez millones de pesos, esto es lo que cuesta tiempo, así que
#   pregunta **exactamente una vez por paso**, en el lugar donde estás.
# - `optimizer(w, dw, state)` devuelve `(w, state)`. La tasa de aprendizaje ya está dentro. La primera vez dale `None`,
#   y después el estado que devolvió. No mires adentro: no es tuyo.
#
# Da exactamente `steps` pasos; no te detengas antes. Con `steps = 0` nadie se mueve, y `path` tiene una fila.


# %% question="fit"
def fit(grad_fn, w, optimizer, steps):
    """
    en: Walk downhill and record every place.
    en: grad_fn: takes w, returns the gradient there. w: the start, shape (D,). steps: how many, 0 or more.
    en: optimizer: takes (w, dw, state), returns (w, state).
    en: Returns (w, path): the last place, (D,), and all places, float64 (steps + 1, D), the start first.
    es: Camina cuesta abajo y anota cada lugar.
    es: grad_fn: recibe w y devuelve el gradiente ahí. w: el inicio, forma (D,). steps: cuántos pasos, 0 o más.
    es: optimizer: recibe (w, dw, state) y devuelve (w, state).
    es: Devuelve (w, path): el último lugar, (D,), y todos los lugares, float64 (steps + 1, D), primero el inicio.
    """
    w = np.asarray(w, dtype=float)
    # BEGIN SOLUTION
    state, path = None, [w]
    for _ in range(steps):
        w, state = optimizer(w, grad_fn(w), state)
        path.append(w)
    return w, np.array(path)
    # END SOLUTION


# %% [markdown] lang="en"
# ### The ravine
#
# Real losses are not round bowls. In some directions they are steep and in others nearly flat, like a ravine:
# high walls, and a river that hardly goes down. Here is one with two weights:
#
# $$L(w) = \tfrac12\,(w_1^2 + 50\,w_2^2) \qquad\qquad dw = (w_1,\; 50\,w_2)$$
#
# Put the gradient into the step: $w_1$ is multiplied by $1 - \text{lr}$, and $w_2$ by $1 - 50\,\text{lr}$. So each
# step multiplies each weight by a fixed number. We want both numbers close to 0, because the minimum is at $(0, 0)$.
#
# | lr | $w_1$ times | $w_2$ times | what happens |
# |---|---|---|---|
# | 0.01 | 0.99 | 0.5 | it crawls: 69 steps to halve $w_1$ |
# | 0.036 | 0.964 | $-0.8$ | zigzag across the ravine, and 19 steps to halve $w_1$ |
# | 0.04 | 0.96 | $-1$ | bounces from wall to wall for ever |
# | 0.041 | 0.959 | $-1.05$ | each bounce is higher than the last: it *diverges* |
#
# **The steepest direction sets the speed limit, and the flattest one has to live with it.** Here the two differ by
# a factor of 50. In real networks it is often in the thousands.
#
# Before you run the cell: in which panel will the path end closest to the cross?

# %% [markdown] lang="es"
# ### El cañón
#
# Las pérdidas reales no son tazones redondos. En algunas direcciones son empinadas y en otras casi planas, como un
# cañón: paredes altas, y un río que apenas baja. Aquí hay uno con dos pesos:
#
# $$L(w) = \tfrac12\,(w_1^2 + 50\,w_2^2) \qquad\qquad dw = (w_1,\; 50\,w_2)$$
#
# Pon el gradiente en el paso: $w_1$ se multiplica por $1 - \text{lr}$, y $w_2$ por $1 - 50\,\text{lr}$. Es decir, cada
# paso multiplica cada peso por un número fijo. Queremos ambos números cerca de 0, porque el mínimo está en $(0, 0)$.
#
# | lr | $w_1$ por | $w_2$ por | qué pasa |
# |---|---|---|---|
# | 0.01 | 0.99 | 0.5 | se arrastra: 69 pasos para reducir $w_1$ a la mitad |
# | 0.036 | 0.964 | $-0.8$ | zigzag a lo ancho del cañón, y 19 pasos para reducir $w_1$ a la mitad |
# | 0.04 | 0.96 | $-1$ | rebota de pared en pared para siempre |
# | 0.041 | 0.959 | $-1.05$ | cada rebote es más alto que el anterior: *diverge* |
#
# **La dirección más empinada pone el límite de velocidad, y la más plana tiene que conformarse.** Aquí las dos
# difieren en un factor de 50. En las redes reales suele ser de miles.
#
# Antes de ejecutar la celda: ¿en qué panel terminará el camino más cerca de la cruz?

# %% kind="demo"
import matplotlib.pyplot as plt

START = np.array([-10.0, 1.5])
COLORS = {"SGD": "#d1495b", "momentum": "#e07a1f", "RMSprop": "#2a9d8f", "Adam": "#1d6fb8"}


def ravine(w1, w2):
    return 0.5 * (w1**2 + 50 * w2**2)


def ravine_slope(w):
    return np.array([w[0], 50 * w[1]])


def draw_ravine(ax):
    w1, w2 = np.meshgrid(np.linspace(-11, 3, 200), np.linspace(-2.4, 2.4, 200))
    ax.contourf(w1, w2, np.sqrt(ravine(w1, w2)), levels=14, cmap="Greys", alpha=0.55)
    ax.plot(0, 0, "k+", markersize=14, markeredgewidth=2)
    ax.set(xlim=(-11, 3), ylim=(-2.4, 2.4), xlabel="$w_1$", ylabel="$w_2$")


def draw_path(ax, path, name, **options):
    ax.plot(path[:, 0], path[:, 1], ".-", color=COLORS[name], lw=1.5, markersize=5, label=name, **options)


figure, axes = plt.subplots(1, 3, figsize=(13, 3.4), layout="constrained", sharey=True)
for ax, lr in zip(axes, (0.01, 0.036, 0.041)):
    w, path = fit(ravine_slope, START, lambda w, dw, state: sgd(w, dw, state, lr), 30)
    draw_ravine(ax)
    draw_path(ax, path, "SGD")
    ax.set_title(f"lr = {lr}: loss {ravine(*w):.2g} after 30 steps")  # en
    ax.set_title(f"lr = {lr}: pérdida {ravine(*w):.2g} tras 30 pasos")  # es
plt.show()

# %% [markdown] lang="en"
# ## Part 2. A heavy ball: `momentum`
#
# **Why.** Look at the middle panel. Across the ravine the gradient changes sign at every step: it quarrels with itself.
# Along the ravine it always says the same thing, softly. SGD forgets each gradient at once, so it cannot notice.
# A heavy ball would: it rolls. What pushes it first left, then right cancels out; what pushes it always the same way
# adds up. (Polyak, 1964: the *heavy ball* method.)
#
# So keep a *velocity* $v$. At each step it keeps a fraction $\beta$ of itself and receives the new gradient.
#
# **By hand.** $\beta = 0.5$, $\text{lr} = 0.25$, start at $w = 10$ with $v = 0$.
#
# A gradient that **insists**: 8 every time.
#
# | step | $dw$ | $v = 0.5\,v + dw$ | $w - 0.25\,v$ |
# |---|---|---|---|
# | 1 | 8 | 8 | $10 - 2 = 8$ |
# | 2 | 8 | $4 + 8 = 12$ | $8 - 3 = 5$ |
# | 3 | 8 | $6 + 8 = 14$ | $5 - 3.5 = 1.5$ |
#
# The velocity goes on to 15, 15.5, ... and never passes 16, which is $8 / (1 - 0.5)$.
#
# A gradient that **quarrels**: 8, −8, 8, −8, ... The velocity is 8, −4, 6, −5, ... and calms down near $\pm 5.33$,
# which is $8 / (1 + 0.5)$.
#
# **The formula.**
#
# $$v \leftarrow \beta\,v + dw \qquad\qquad w \leftarrow w - \text{lr} \cdot v$$
#
# A gradient that insists is multiplied by $1/(1-\beta)$, one that quarrels by $1/(1+\beta)$. With the usual
# $\beta = 0.9$ these are 10 and 0.53: nineteen times more for the direction that makes sense.
#
# Two remarks. Use the **new** velocity for the step. And other books write $v \leftarrow \beta v + (1 - \beta)\,dw$:
# that is the same walk with a smaller rate (ten times smaller if $\beta = 0.9$). Here the gradient enters whole.

# %% [markdown] lang="es"
# ## Parte 2. Una bola pesada: `momentum`
#
# **Por qué.** Mira el panel del medio. A lo ancho del cañón, el gradiente cambia de signo en cada paso: se contradice.
# A lo largo del cañón siempre dice lo mismo, en voz baja. SGD olvida cada gradiente al instante, así que no puede
# notarlo. Una bola pesada sí: rueda. Lo que la empuja primero a la izquierda y luego a la derecha se cancela; lo que la
# empuja siempre hacia el mismo lado se suma. Ese impulso acumulado es el *momentum*. (Polyak, 1964: el método de la
# *bola pesada*.)
#
# Entonces guarda una *velocidad* $v$. En cada paso conserva una fracción $\beta$ de sí misma y recibe el gradiente
# nuevo.
#
# **A mano.** $\beta = 0.5$, $\text{lr} = 0.25$, empieza en $w = 10$ con $v = 0$.
#
# Un gradiente que **insiste**: 8 todas las veces.
#
# | paso | $dw$ | $v = 0.5\,v + dw$ | $w - 0.25\,v$ |
# |---|---|---|---|
# | 1 | 8 | 8 | $10 - 2 = 8$ |
# | 2 | 8 | $4 + 8 = 12$ | $8 - 3 = 5$ |
# | 3 | 8 | $6 + 8 = 14$ | $5 - 3.5 = 1.5$ |
#
# La velocidad sigue con 15, 15.5, ... y nunca pasa de 16, que es $8 / (1 - 0.5)$.
#
# Un gradiente que **se contradice**: 8, −8, 8, −8, ... La velocidad es 8, −4, 6, −5, ... y se calma cerca de
# $\pm 5.33$, que es $8 / (1 + 0.5)$.
#
# **La fórmula.**
#
# $$v \leftarrow \beta\,v + dw \qquad\qquad w \leftarrow w - \text{lr} \cdot v$$
#
# Un gradiente que insiste se multiplica por $1/(1-\beta)$; uno que se contradice, por $1/(1+\beta)$. Con el
# $\beta = 0.9$ de costumbre son 10 y 0.53: diecinueve veces más para la dirección que tiene sentido.
#
# Dos avisos. Usa la velocidad **nueva** para el paso. Y otros libros escriben $v \leftarrow \beta v + (1 - \beta)\,dw$:
# es la misma caminata con una tasa menor (diez veces menor si $\beta = 0.9$). Aquí el gradiente entra completo.


# %% question="momentum"
def momentum(w, dw, state, lr, beta):
    """
    en: One step of gradient descent with momentum.
    en: w, dw: arrays of the same shape. state: None at the first step, then what you returned the last time.
    en: lr: the learning rate. beta: the fraction of its velocity that it keeps.
    en: Returns (w, state): the new weights, float64, and what to remember.
    es: Un paso de descenso de gradiente con momentum.
    es: w, dw: arreglos de la misma forma. state: None en el primer paso, luego lo que devolviste la última vez.
    es: lr: la tasa de aprendizaje. beta: la fracción de su velocidad que conserva.
    es: Devuelve (w, state): los pesos nuevos, float64, y lo que hay que recordar.
    """
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    # BEGIN SOLUTION
    velocity = dw if state is None else beta * state + dw
    return w - lr * velocity, velocity
    # END SOLUTION


# %% [markdown] lang="en"
# The ball and the walker. The ball takes a slightly *smaller* rate (0.03 against 0.036), because with $\beta = 0.8$ up
# to five gradients add up behind it. It swings, it overshoots, like any ball, and it comes back. Look at the losses on
# the right: the scale is logarithmic, so each line of the grid is a factor of ten.

# %% [markdown] lang="es"
# La bola y el caminante. La bola usa una tasa un poco *menor* (0.03 contra 0.036), porque con $\beta = 0.8$ se suman
# hasta cinco gradientes detrás de ella. Oscila, se pasa de largo, como toda bola, y vuelve. Mira las pérdidas a la
# derecha: la escala es logarítmica, así que cada línea de la cuadrícula es un factor de diez.

# %% kind="demo"
walkers = {
    "SGD": lambda w, dw, state: sgd(w, dw, state, 0.036),
    "momentum": lambda w, dw, state: momentum(w, dw, state, 0.03, 0.8),
}
figure, axes = plt.subplots(1, 2, figsize=(13, 3.8), layout="constrained", width_ratios=[1.6, 1])
draw_ravine(axes[0])
for name, walker in walkers.items():
    w, path = fit(ravine_slope, START, walker, 60)
    draw_path(axes[0], path[:31], name)
    axes[1].semilogy(ravine(*path.T), color=COLORS[name], lw=2, label=name)
axes[0].legend(loc="lower right")
axes[0].set_title("The first 30 steps")  # en
axes[0].set_title("Los primeros 30 pasos")  # es
axes[1].set_title("Loss at each step")  # en
axes[1].set_title("Pérdida en cada paso")  # es
axes[1].grid(alpha=0.3)
plt.show()

# %% [markdown] lang="en"
# ## Part 3. Every weight its own step: `rmsprop`
#
# **Why.** The learning rate is one number for all the weights. But gradients come in all sizes: in a deep network, the
# first layer may receive a thousandth of what the last one receives (remember the picture of the vanishing gradient).
# A rate that is right for one is wrong for the other. What if each weight measured its own gradients, and used that
# measure as its unit of length?
#
# The measure: a running mean of the **squares** of the gradient, whose root is the typical size. RMS means *root mean
# square*. It is a mean that forgets: it keeps a fraction $\rho$ of itself and takes $1 - \rho$ of the new square.
#
# **By hand.** $\rho = 0.75$, $\text{lr} = 1$, $\epsilon = 0$ for now, and $s = 0$ at the start. Two weights, with very
# different gradients:
#
# | | weight 1 | weight 2 |
# |---|---|---|
# | $dw$ | 4 | 0.004 |
# | $s = 0.75 \cdot 0 + 0.25\,dw^2$ | 4 | 0.000004 |
# | $\sqrt s$ | 2 | 0.002 |
# | step $dw / \sqrt s$ | **2** | **2** |
#
# A gradient a thousand times smaller, and the very same step. Now weight 1 receives $dw = 2$: then
# $s = 0.75 \cdot 4 + 0.25 \cdot 4 = 4$, and the step is $2 / 2 = 1$.
#
# **The formula.** (Hinton showed it on a slide of his 2012 online course. There is no paper.)
#
# $$s \leftarrow \rho\,s + (1 - \rho)\,dw^2 \qquad\qquad w \leftarrow w - \text{lr}\,\frac{dw}{\sqrt{s} + \epsilon}$$
#
# **What $\epsilon$ is for.** If the gradient is 0 there would be a division 0 / 0. But it does more: it says which
# gradients are *too small to be believed*. With $\epsilon = 0.5$, weight 1 moves $4 / 2.5 = 1.6$, and weight 2 only
# $0.004 / 0.502 = 0.008$. Mind the place: here $\epsilon$ is added **outside** the root. (Keras puts it inside in its
# RMSprop. With $10^{-7}$ nobody notices; with 0.1, everybody does.)
#
# **Why forget?** Its older sister AdaGrad (2011) *adds* the squares and forgets nothing. If the gradient is always 1,
# then after 100 steps $s = 100$, and the step is a tenth of the first one. After 10,000, a hundredth. It stops before
# it arrives. RMSprop's $s$ settles at 1, and its step at lr.

# %% [markdown] lang="es"
# ## Parte 3. A cada peso su propio paso: `rmsprop`
#
# **Por qué.** La tasa de aprendizaje es un solo número para todos los pesos. Pero hay gradientes de todos los tamaños:
# en una red profunda, la primera capa puede recibir la milésima parte de lo que recibe la última (recuerda la imagen
# del gradiente que se desvanece). Una tasa buena para una es mala para la otra. ¿Y si cada peso midiera sus propios
# gradientes, y usara esa medida como su unidad de longitud?
#
# La medida: un promedio móvil de los **cuadrados** del gradiente, cuya raíz es el tamaño típico. RMS significa raíz del
# promedio de los cuadrados (*root mean square*). Es un promedio que olvida: conserva una fracción $\rho$ de sí mismo y
# toma $1 - \rho$ del cuadrado nuevo.
#
# **A mano.** $\rho = 0.75$, $\text{lr} = 1$, $\epsilon = 0$ por ahora, y $s = 0$ al inicio. Dos pesos, con gradientes
# muy distintos:
#
# | | peso 1 | peso 2 |
# |---|---|---|
# | $dw$ | 4 | 0.004 |
# | $s = 0.75 \cdot 0 + 0.25\,dw^2$ | 4 | 0.000004 |
# | $\sqrt s$ | 2 | 0.002 |
# | paso $dw / \sqrt s$ | **2** | **2** |
#
# Un gradiente mil veces menor, y exactamente el mismo paso. Ahora el peso 1 recibe $dw = 2$: entonces
# $s = 0.75 \cdot 4 + 0.25 \cdot 4 = 4$, y el paso es $2 / 2 = 1$.
#
# **La fórmula.** (Hinton la mostró en una diapositiva de su curso en línea de 2012. No hay artículo.)
#
# $$s \leftarrow \rho\,s + (1 - \rho)\,dw^2 \qquad\qquad w \leftarrow w - \text{lr}\,\frac{dw}{\sqrt{s} + \epsilon}$$
#
# **Para qué sirve $\epsilon$.** Si el gradiente es 0, habría una división 0 / 0. Pero hace más: dice qué gradientes son
# *demasiado pequeños para creerles*. Con $\epsilon = 0.5$, el peso 1 se mueve $4 / 2.5 = 1.6$, y el peso 2 apenas
# $0.004 / 0.502 = 0.008$. Cuidado con el lugar: aquí $\epsilon$ se suma **fuera** de la raíz. (Keras lo pone adentro en
# su RMSprop. Con $10^{-7}$ nadie lo nota; con 0.1, todos.)
#
# **¿Por qué olvidar?** Su hermana mayor, AdaGrad (2011), *suma* los cuadrados y no olvida nada. Si el gradiente es
# siempre 1, después de 100 pasos $s = 100$, y el paso es un décimo del primero. Después de 10 000, un centésimo. Se
# detiene antes de llegar. La $s$ de RMSprop se estabiliza en 1, y su paso en lr.


# %% question="rmsprop"
def rmsprop(w, dw, state, lr, rho, eps):
    """
    en: One step of RMSprop.
    en: w, dw: arrays of the same shape. state: None at the first step, then what you returned the last time.
    en: lr: the learning rate. rho: the fraction of the mean square that is kept. eps: added outside the root.
    en: Returns (w, state): the new weights, float64, and what to remember.
    es: Un paso de RMSprop.
    es: w, dw: arreglos de la misma forma. state: None en el primer paso, luego lo que devolviste la última vez.
    es: lr: la tasa de aprendizaje. rho: lo que se conserva del promedio de cuadrados. eps: va fuera de la raíz.
    es: Devuelve (w, state): los pesos nuevos, float64, y lo que hay que recordar.
    """
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    # BEGIN SOLUTION
    s = 0.0 if state is None else state
    s = rho * s + (1 - rho) * dw**2
    return w - lr * dw / (np.sqrt(s) + eps), s
    # END SOLUTION


# %% [markdown] lang="en"
# SGD goes where the slope is steepest: straight at the wall. RMSprop divides each direction by its own size, so it does
# not notice that the walls are steep: its first step is as long in one direction as in the other. In three steps it is
# down at the river, and then it follows the river.
#
# On the right, its price. Near the minimum the gradient becomes smaller, but so does the unit, and the step stays the
# same. It runs past the goal and goes on jumping around it, with steps of about `lr`. That is why the rate is often
# lowered during the training.

# %% [markdown] lang="es"
# SGD va hacia donde la pendiente es mayor: derecho contra la pared. RMSprop divide cada dirección por su propio tamaño,
# así que no nota que las paredes son empinadas: su primer paso mide lo mismo en una dirección que en la otra. En tres
# pasos está abajo, junto al río, y de ahí sigue el río.
#
# A la derecha, su precio. Cerca del mínimo el gradiente se vuelve menor, pero la unidad también, y el paso queda igual.
# Se pasa de la meta y sigue saltando alrededor de ella, con pasos de más o menos `lr`. Por eso a menudo se baja la tasa
# durante el entrenamiento.

# %% kind="demo"
walkers["RMSprop"] = lambda w, dw, state: rmsprop(w, dw, state, 0.4, 0.9, 1e-8)
figure, axes = plt.subplots(1, 2, figsize=(13, 3.8), layout="constrained", width_ratios=[1.6, 1])
draw_ravine(axes[0])
for name in ("SGD", "RMSprop"):
    w, path = fit(ravine_slope, START, walkers[name], 80)
    draw_path(axes[0], path[:31], name)
    axes[1].semilogy(ravine(*path.T), color=COLORS[name], lw=2, label=name)
axes[0].legend(loc="lower right")
axes[0].set_title("The first 30 steps")  # en
axes[0].set_title("Los primeros 30 pasos")  # es
axes[1].set_title("Loss at each step")  # en
axes[1].set_title("Pérdida en cada paso")  # es
axes[1].grid(alpha=0.3)
plt.show()

# %% [markdown] lang="en"
# ## Part 4. Both cures at once: `adam`
#
# **Why.** Momentum remembers the *direction*. RMSprop remembers the *size*. Why not both? Adam (*adaptive moment
# estimation*, Kingma and Ba, 2014) keeps two running means: $m$ of the gradients and $v$ of their squares. The step is
# $m / \sqrt v$: the usual direction, in units of the usual size.
#
# There is one catch, and it is the whole beauty of Adam. Both means **start at 0**, and 0 is a lie: nobody measured it.
# With the usual $\beta_1 = 0.9$ and $\beta_2 = 0.999$, after one gradient $g$:
#
# $$m = 0.1\,g \qquad v = 0.001\,g^2 \qquad \frac{m}{\sqrt v} = \frac{0.1\,g}{0.0316\,|g|} = \pm 3.16$$
#
# The first step would be three times too long, and the next ones even longer, just when the network knows least.
#
# **The repair.** After $t$ steps, real gradients make up a share $1 - \beta^t$ of a running mean. The rest, $\beta^t$,
# still belongs to the invented zero. So divide by $1 - \beta^t$, and what remains is a mean of real gradients only.
# That is called *bias correction*. (Bias as in statistics: nothing to do with $b$.)
#
# **By hand.** $\beta_1 = 0.5$, $\beta_2 = 0.75$, $\text{lr} = 1$, $\epsilon = 0$. The gradients are 4, then 2.
#
# | $t$ | $dw$ | $m$ | $v$ | $\hat m = m / (1 - 0.5^t)$ | $\hat v = v / (1 - 0.75^t)$ | step $\hat m / \sqrt{\hat v}$ |
# |---|---|---|---|---|---|---|
# | 1 | 4 | $0 + 2 = 2$ | $0 + 4 = 4$ | $2 / 0.5 = 4$ | $4 / 0.25 = 16$ | $4 / 4 = 1$ |
# | 2 | 2 | $1 + 1 = 2$ | $3 + 1 = 4$ | $2 / 0.75 = 2.667$ | $4 / 0.4375 = 9.143$ | $2.667 / 3.024 = 0.882$ |
#
# See the first row: $\hat m$ is exactly the gradient, and $\sqrt{\hat v}$ its size. **The first step of Adam is always
# lr, up or down, whatever the size of the gradient.**
#
# **The formula.** (Algorithm 1 of the paper. $t$ is 1 at the first step.)
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\,dw \qquad\qquad v \leftarrow \beta_2 v + (1 - \beta_2)\,dw^2$$
#
# $$\hat m = \frac{m}{1 - \beta_1^t} \qquad\qquad \hat v = \frac{v}{1 - \beta_2^t} \qquad\qquad
# w \leftarrow w - \text{lr}\,\frac{\hat m}{\sqrt{\hat v} + \epsilon}$$
#
# Of 65 solutions to a well-known course that people published as finished, 14 have a wrong Adam; nine of them forgot
# the correction. The traps:
#
# - $t$ must be remembered too, **in the state**. With a counter outside, two parameters would share it.
# - Store $m$ and $v$, not $\hat m$ and $\hat v$: the correction is for today's step only.
# - $\epsilon$ is added last: outside the root, after the correction.
#
# <details><summary>Hint: what can the state look like?</summary>
#
# A tuple of three things. At the first step, invent it: two zeros and a counter. At the end, return a **new** tuple.
#
# </details>

# %% [markdown] lang="es"
# ## Parte 4. Ambas curas a la vez: `adam`
#
# **Por qué.** Momentum recuerda la *dirección*. RMSprop recuerda el *tamaño*. ¿Por qué no los dos? Adam (*adaptive
# moment estimation*, Kingma y Ba, 2014) lleva dos promedios móviles: $m$, de los gradientes, y $v$, de sus cuadrados.
# El paso es $m / \sqrt v$: la dirección de costumbre, en unidades del tamaño de costumbre.
#
# Hay un detalle, y es toda la gracia de Adam. Ambos promedios **empiezan en 0**, y ese 0 es mentira: nadie lo midió.
# Con los $\beta_1 = 0.9$ y $\beta_2 = 0.999$ de costumbre, después de un solo gradiente $g$:
#
# $$m = 0.1\,g \qquad v = 0.001\,g^2 \qquad \frac{m}{\sqrt v} = \frac{0.1\,g}{0.0316\,|g|} = \pm 3.16$$
#
# El primer paso sería tres veces más largo de lo debido, y los siguientes aún más, justo cuando la red menos sabe.
#
# **La reparación.** Después de $t$ pasos, los gradientes reales son una fracción $1 - \beta^t$ del promedio móvil. El
# resto, $\beta^t$, todavía es del cero inventado. Entonces divide entre $1 - \beta^t$, y queda un promedio solo de
# gradientes reales. Eso se llama corrección de sesgo (*bias correction*). (Sesgo en el sentido de la estadística: nada
# que ver con $b$.)
#
# **A mano.** $\beta_1 = 0.5$, $\beta_2 = 0.75$, $\text{lr} = 1$, $\epsilon = 0$. Los gradientes son 4 y luego 2.
#
# | $t$ | $dw$ | $m$ | $v$ | $\hat m = m / (1 - 0.5^t)$ | $\hat v = v / (1 - 0.75^t)$ | paso $\hat m / \sqrt{\hat v}$ |
# |---|---|---|---|---|---|---|
# | 1 | 4 | $0 + 2 = 2$ | $0 + 4 = 4$ | $2 / 0.5 = 4$ | $4 / 0.25 = 16$ | $4 / 4 = 1$ |
# | 2 | 2 | $1 + 1 = 2$ | $3 + 1 = 4$ | $2 / 0.75 = 2.667$ | $4 / 0.4375 = 9.143$ | $2.667 / 3.024 = 0.882$ |
#
# Mira la primera fila: $\hat m$ es justo el gradiente, y $\sqrt{\hat v}$ su tamaño. **El primer paso de Adam siempre
# mide lr, hacia arriba o hacia abajo, sea cual sea el tamaño del gradiente.**
#
# **La fórmula.** (Algoritmo 1 del artículo. $t$ vale 1 en el primer paso.)
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\,dw \qquad\qquad v \leftarrow \beta_2 v + (1 - \beta_2)\,dw^2$$
#
# $$\hat m = \frac{m}{1 - \beta_1^t} \qquad\qquad \hat v = \frac{v}{1 - \beta_2^t} \qquad\qquad
# w \leftarrow w - \text{lr}\,\frac{\hat m}{\sqrt{\hat v} + \epsilon}$$
#
# De 65 soluciones de un curso muy conocido que alguien publicó como terminadas, 14 tienen un Adam equivocado; nueve
# olvidaron la corrección. Las trampas:
#
# - $t$ también hay que recordarlo, **en el estado**. Con un contador afuera, dos parámetros lo compartirían.
# - Guarda $m$ y $v$, no $\hat m$ y $\hat v$: la corrección es solo para el paso de hoy.
# - $\epsilon$ se suma al final: fuera de la raíz y después de la corrección.
#
# <details><summary>Pista: ¿qué aspecto puede tener el estado?</summary>
#
# Una tupla de tres cosas. En el primer paso, invéntala: dos ceros y un contador. Al final, devuelve una tupla
# **nueva**.
#
# </details>


# %% question="adam"
def adam(w, dw, state, lr, beta1, beta2, eps):
    """
    en: One step of Adam.
    en: w, dw: arrays of the same shape. state: None at the first step, then what you returned the last time.
    en: lr: the learning rate. beta1, beta2: what the means of dw and of dw squared keep. eps: added outside the root.
    en: Returns (w, state): the new weights, float64, and what to remember.
    es: Un paso de Adam.
    es: w, dw: arreglos de la misma forma. state: None en el primer paso, luego lo que devolviste la última vez.
    es: lr: la tasa de aprendizaje. beta1, beta2: lo que conservan los promedios de dw y de dw al cuadrado.
    es: eps: va fuera de la raíz.
    es: Devuelve (w, state): los pesos nuevos, float64, y lo que hay que recordar.
    """
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    # BEGIN SOLUTION
    m, v, t = (0.0, 0.0, 0) if state is None else state
    m = beta1 * m + (1 - beta1) * dw
    v = beta2 * v + (1 - beta2) * dw**2
    t += 1
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), (m, v, t)
    # END SOLUTION


# %% [markdown] lang="en"
# **What the correction is worth.** The gradient is always 1, so the right step is always `lr`. Blue: your `adam`.
# Grey: the same without the correction. Where does the grey curve have its highest point, and how high is it?

# %% [markdown] lang="es"
# **Cuánto vale la corrección.** El gradiente es siempre 1, así que el paso correcto es siempre `lr`. Azul: tu `adam`.
# Gris: lo mismo sin la corrección. ¿Dónde tiene la curva gris su punto más alto, y qué tan alto es?

# %% kind="demo"
t = np.arange(1, 1001)
_, path = fit(lambda w: np.ones(1), [0.0], lambda w, dw, state: adam(w, dw, state, 1.0, 0.9, 0.999, 1e-8), 1000)
plt.figure(figsize=(8, 3.4), layout="constrained")
plt.semilogx(t, (1 - 0.9**t) / np.sqrt(1 - 0.999**t), color="#9aa5ab", lw=3)
plt.semilogx(t, -np.diff(path[:, 0]), color=COLORS["Adam"], lw=3)
plt.legend(["without the correction", "with the correction"])  # en
plt.legend(["sin la corrección", "con la corrección"])  # es
plt.title("Length of each step, in units of lr (constant gradient)")  # en
plt.title("Longitud de cada paso, en unidades de lr (gradiente constante)")  # es
plt.xlabel("t")
plt.grid(alpha=0.3)
plt.ylim(0, 8)
plt.show()

# %% [markdown] lang="en"
# ### The race
#
# All four of yours on two landscapes. The second one is a **saddle**: from its centre (×) it goes up to the left and to
# the right, and down to the front and to the back. There the slope is zero, although it is no minimum. With many
# weights, saddles are far more common than bad minima: a place with zero slope is a minimum only if it goes up in
# *every one* of a million directions.
#
# We start almost exactly on the ridge, at $w_2 = 0.001$. SGD slides to the centre and falls asleep there, because the
# gradient is nearly zero: after 60 steps it has hardly begun to leave. Momentum runs past the centre, swings back and
# wakes up sooner. RMSprop and Adam do not care that a gradient is tiny: they measure it in units of itself.

# %% [markdown] lang="es"
# ### La carrera
#
# Tus cuatro optimizadores en dos paisajes. El segundo es un **punto de silla** (*saddle*): desde su centro (×) sube
# hacia la izquierda y la derecha, y baja hacia adelante y hacia atrás. Ahí la pendiente es cero, aunque no es un
# mínimo. Con muchos pesos, las sillas son mucho más comunes que los malos mínimos: un lugar con pendiente cero solo es
# mínimo si sube en *cada una* de un millón de direcciones.
#
# Empezamos casi exactamente en la cresta, en $w_2 = 0.001$. SGD se desliza hasta el centro y ahí se queda dormido,
# porque el gradiente es casi cero: tras 60 pasos apenas empieza a salir. Momentum se pasa del centro, vuelve y
# despierta antes. A RMSprop y a Adam no les importa que un gradiente sea diminuto: lo miden en unidades de sí mismo.


# %% kind="demo"
def saddle(w1, w2):
    return 0.5 * w1**2 - 0.5 * w2**2 + 0.25 * w2**4


def saddle_slope(w):
    return np.array([w[0], w[1] ** 3 - w[1]])


def racers(sgd_rate, momentum_rate, rmsprop_rate, adam_rate):
    return {
        "SGD": lambda w, dw, state: sgd(w, dw, state, sgd_rate),
        "momentum": lambda w, dw, state: momentum(w, dw, state, momentum_rate, 0.8),
        "RMSprop": lambda w, dw, state: rmsprop(w, dw, state, rmsprop_rate, 0.9, 1e-8),
        "Adam": lambda w, dw, state: adam(w, dw, state, adam_rate, 0.8, 0.99, 1e-8),
    }


figure, axes = plt.subplots(2, 2, figsize=(13, 7), layout="constrained", width_ratios=[1.4, 1])
draw_ravine(axes[0, 0])
for name, walker in racers(0.036, 0.03, 0.4, 0.5).items():
    _, path = fit(ravine_slope, START, walker, 60)
    draw_path(axes[0, 0], path[:31], name)
    axes[0, 1].semilogy(ravine(*path.T), color=COLORS[name], lw=2)
w1, w2 = np.meshgrid(np.linspace(-1.2, 1.8, 200), np.linspace(-0.5, 1.5, 200))
axes[1, 0].contourf(w1, w2, saddle(w1, w2), levels=24, cmap="Greys", alpha=0.55)
axes[1, 0].plot(0, 1, "k+", markersize=14, markeredgewidth=2)
axes[1, 0].plot(0, 0, "kx", markersize=9, markeredgewidth=2)
axes[1, 0].set(xlim=(-1.2, 1.8), ylim=(-0.5, 1.5), xlabel="$w_1$", ylabel="$w_2$")
for name, walker in racers(0.1, 0.1, 0.06, 0.1).items():
    _, path = fit(saddle_slope, [1.6, 0.001], walker, 60)
    draw_path(axes[1, 0], path, name)
    axes[1, 1].plot(saddle(*path.T), color=COLORS[name], lw=2)
axes[0, 0].legend(loc="lower right")
titles = ["Ravine, 30 steps", "Ravine: loss", "Saddle (x) and minimum (+), 60 steps", "Saddle: loss"]  # en
titles = ["Cañón, 30 pasos", "Cañón: pérdida", "Silla (x) y mínimo (+), 60 pasos", "Silla: pérdida"]  # es
for ax, title in zip(axes.flat, titles):
    ax.set_title(title)
for ax in axes[:, 1]:
    ax.grid(alpha=0.3)
plt.show()

# %% [markdown] lang="en"
# ## Part 5. A step without seeing everything: `minibatches`
#
# **Why.** Until now the gradient fell from the sky. In a real network it is a mean over all the samples, and for one
# single step you would have to look at every photo. But a mean can be *estimated*. To know what voters think, you ask
# a thousand of them, not all.
#
# The error of an estimate from $B$ samples shrinks like $1/\sqrt B$, and its cost grows like $B$:
#
# | samples per step $B$ | 1 | 25 | 100 | 10,000 |
# |---|---|---|---|---|
# | cost | 1 | 25 | 100 | 10,000 |
# | error | 1 | 0.2 | 0.1 | 0.01 |
#
# From 100 to 10,000 you pay a hundred times more to get a direction ten times better, for one step. For the same price
# you could take a hundred steps. That is the idea of Robbins and Monro (1951), and the *stochastic* in SGD: each step
# uses a small random *mini-batch*, in practice of 16 to 256 samples.
#
# **How.** An *epoch* is one pass over all the data: shuffle, cut into mini-batches, and take one step with each.
#
# **By hand.** Five samples $a, b, c, d, e$ with labels $0, 1, 2, 3, 4$, and `batch_size = 2`. The shuffled order is,
# say, $2, 0, 4, 1, 3$.
#
# | batch | samples | labels |
# |---|---|---|
# | 1 | $c, a$ | 2, 0 |
# | 2 | $e, b$ | 4, 1 |
# | 3 | $d$ | 3 |
#
# **The rules.**
#
# - Every sample appears exactly once. The last batch may be short; it is neither thrown away nor filled up. None is
#   empty. If `batch_size` is larger than N, there is one batch with everything.
# - A sample and its label travel **together**: one single shuffled order serves both. Two shuffles would teach the
#   network that a photo of a cat is a truck.
# - Shuffle with the generator `rng` that you are given, for example with `rng.permutation`. So every epoch is different
#   (the generator moves on), and the same seed repeats the experiment.
# - Without shuffling, sorted data would give batches with one class only, and each step would undo the one before.
# - Rows are only picked, not computed with: batches keep the types of `X` and `y`. (Labels that were integers stay
#   integers, because they will be used as indices.) `X` may have any number of axes, `(N, D)` or `(N, H, W, C)`,
#   and `y` too; the samples are on the first.
#
# Return the pairs `(X_batch, y_batch)` in a list, or write a generator with `yield`: both are right.
#
# <details><summary>Hint: the last batch</summary>
#
# You need no special case for it. If `order` has ten numbers, `order[8:12]` is no error: it has the last two.
#
# </details>

# %% [markdown] lang="es"
# ## Parte 5. Un paso sin verlo todo: `minibatches`
#
# **Por qué.** Hasta ahora el gradiente caía del cielo. En una red real es un promedio sobre todas las muestras, y para
# dar un solo paso tendrías que mirar cada foto. Pero un promedio se puede *estimar*. Para saber qué opinan los
# votantes, le preguntas a mil, no a todos.
#
# El error de una estimación con $B$ muestras disminuye como $1/\sqrt B$, y su costo crece como $B$:
#
# | muestras por paso $B$ | 1 | 25 | 100 | 10 000 |
# |---|---|---|---|---|
# | costo | 1 | 25 | 100 | 10 000 |
# | error | 1 | 0.2 | 0.1 | 0.01 |
#
# De 100 a 10 000 pagas cien veces más por una dirección diez veces mejor, para un solo paso. Por el mismo precio
# podrías dar cien pasos. Esa es la idea de Robbins y Monro (1951), y lo *estocástico* de SGD: cada paso usa un pequeño
# minilote (*mini-batch*) al azar, en la práctica de 16 a 256 muestras.
#
# **Cómo.** Una época (*epoch*) es una pasada por todos los datos: baraja, corta en minilotes y da un paso con cada uno.
#
# **A mano.** Cinco muestras $a, b, c, d, e$ con etiquetas $0, 1, 2, 3, 4$, y `batch_size = 2`. El orden barajado es,
# digamos, $2, 0, 4, 1, 3$.
#
# | minilote | muestras | etiquetas |
# |---|---|---|
# | 1 | $c, a$ | 2, 0 |
# | 2 | $e, b$ | 4, 1 |
# | 3 | $d$ | 3 |
#
# **Las reglas.**
#
# - Cada muestra aparece exactamente una vez. El último minilote puede ser más corto; ni se desecha ni se rellena.
#   Ninguno queda vacío. Si `batch_size` es mayor que N, hay un solo minilote con todo.
# - Una muestra y su etiqueta viajan **juntas**: un solo orden barajado sirve para ambas. Dos barajadas le enseñarían a
#   la red que la foto de un gato es un camión.
# - Baraja con el generador `rng` que recibes, por ejemplo con `rng.permutation`. Así cada época es distinta (el
#   generador avanza), y la misma semilla repite el experimento.
# - Sin barajar, unos datos ordenados darían minilotes de una sola clase, y cada paso desharía el anterior.
# - Las filas solo se eligen, no se hacen cuentas con ellas: los minilotes conservan los tipos de `X` e `y`. (Las
#   etiquetas que eran enteras siguen siendo enteras, porque se usarán como índices.) `X` puede tener cualquier cantidad
#   de ejes, `(N, D)` o `(N, H, W, C)`, e `y` también; las muestras están en el primero.
#
# Devuelve los pares `(X_batch, y_batch)` en una lista, o escribe un generador con `yield`: ambos son correctos.
#
# <details><summary>Pista: el último minilote</summary>
#
# No necesitas un caso especial para él. Si `order` tiene diez números, `order[8:12]` no es un error: tiene los últimos
# dos.
#
# </details>


# %% question="minibatches"
def minibatches(X, y, batch_size, rng):
    """
    en: One epoch of shuffled mini-batches.
    en: X: N samples, shape (N, ...). y: their N labels, shape (N,) or (N, K). batch_size: a whole number from 1.
    en: rng: numpy Generator. Returns a list (or a generator) of pairs (X_batch, y_batch).
    es: Una época de minilotes barajados.
    es: X: N muestras, forma (N, ...). y: sus N etiquetas, forma (N,) o (N, K). batch_size: un entero desde 1.
    es: rng: Generator de numpy. Devuelve una lista (o un generador) de pares (X_batch, y_batch).
    """
    X, y = np.asarray(X), np.asarray(y)
    # BEGIN SOLUTION
    order = rng.permutation(len(X))
    chunks = [order[start : start + batch_size] for start in range(0, len(X), batch_size)]
    return [(X[rows], y[rows]) for rows in chunks]
    # END SOLUTION


# %% [markdown] lang="en"
# **The same price, three ways to spend it.** We fit a line $y = ax + b$ to 200 points, with your `sgd` and your
# `minibatches`. Each panel is the loss seen from above, and each walk looks at 400 samples in all: two epochs.
# With everything in each step there are two good steps. With 1 sample there are 400 drunken ones. With 20 there are 20
# steps, nearly sober: the best of both.

# %% [markdown] lang="es"
# **El mismo precio, tres maneras de gastarlo.** Ajustamos una recta $y = ax + b$ a 200 puntos, con tu `sgd` y tu
# `minibatches`. Cada panel es la pérdida vista desde arriba, y cada caminata mira 400 muestras en total: dos épocas.
# Con todo en cada paso hay dos pasos buenos. Con 1 muestra hay 400 pasos de borracho. Con 20 hay 20 pasos, casi
# sobrios: lo mejor de ambos.

# %% kind="demo"
rng = np.random.default_rng(4)
x = rng.uniform(-1, 1, 200)
points = 1.5 * x + 0.5 + 0.6 * rng.standard_normal(200)
grid_a, grid_b = np.meshgrid(np.linspace(-1.8, 2.6, 120), np.linspace(-1.6, 1.6, 120))
loss = ((grid_a[..., None] * x + grid_b[..., None] - points) ** 2).mean(axis=-1)
figure, axes = plt.subplots(1, 3, figsize=(13, 3.8), layout="constrained", sharey=True)
for ax, size, lr in zip(axes, (200, 20, 1), (0.4, 0.2, 0.1)):
    w = np.array([-1.5, -1.3])
    path = [w]
    for epoch in range(2):
        for some_x, some_y in minibatches(x, points, size, rng):
            error = w[0] * some_x + w[1] - some_y
            w, _ = sgd(w, [2 * np.mean(error * some_x), 2 * np.mean(error)], None, lr)
            path.append(w)
    ax.contourf(grid_a, grid_b, np.sqrt(loss), levels=16, cmap="Greys", alpha=0.55)
    draw_path(ax, np.array(path), "SGD")
    ax.plot(1.5, 0.5, "k+", markersize=14, markeredgewidth=2)
    ax.set_xlabel("$a$")
    ax.set_title(f"batch size {size}: {len(path) - 1} steps")  # en
    ax.set_title(f"minilotes de {size}: {len(path) - 1} pasos")  # es
axes[0].set_ylabel("$b$")
plt.show()

# %% [markdown] lang="en"
# ### All together, on real digits
#
# `data/digits.npz` has the 1,200 handwritten digits of assignment 3. The network is the one you wrote there (64 inputs,
# 32 hidden, 10 classes), in short. Every parameter has its own state, and the calls alternate: now you see why.
#
# Left: the whole batch, one step per epoch. Right: mini-batches of 32, that is, 38 steps per epoch. Both cost the same:
# each epoch looks at each digit once.

# %% [markdown] lang="es"
# ### Todo junto, con dígitos reales
#
# `data/digits.npz` contiene los 1200 dígitos escritos a mano de la tarea 3. La red es la que escribiste ahí (64
# entradas, 32 ocultas, 10 clases), en versión corta. Cada parámetro tiene su propio estado y las llamadas se alternan:
# ahora ves por qué.
#
# Izquierda: el lote completo, un paso por época. Derecha: minilotes de 32, o sea 38 pasos por época. Ambos cuestan lo
# mismo: en cada época se mira cada dígito una vez.

# %% kind="demo"
digits = np.load("data/digits.npz")  # en
digits = np.load("data/digits.npz")  # es
X, y = digits["X"] / 16, digits["y"].astype(int)


def start():
    rng = np.random.default_rng(0)
    sizes = [(64, 32), (32,), (32, 10), (10,)]
    return [rng.standard_normal(s) * np.sqrt(2 / s[0]) if len(s) == 2 else np.zeros(s) for s in sizes]


def loss_and_gradients(params, X, y):
    W1, b1, W2, b2 = params
    hidden = np.maximum(X @ W1 + b1, 0)
    scores = hidden @ W2 + b2
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(len(y)), y] + 1e-12).mean()
    blame = (p - np.eye(10)[y]) / len(y)
    back = (blame @ W2.T) * (hidden > 0)
    return loss, [X.T @ back, back.sum(axis=0), hidden.T @ blame, blame.sum(axis=0)]


def train(optimizer, batch_size, epochs=20):
    params, states, rng = start(), [None] * 4, np.random.default_rng(0)
    losses = [loss_and_gradients(params, X, y)[0]]
    for _ in range(epochs):
        for some_X, some_y in minibatches(X, y, batch_size, rng):
            _, gradients = loss_and_gradients(params, some_X, some_y)
            pairs = [optimizer(*each) for each in zip(params, gradients, states)]
            params, states = [p for p, _ in pairs], [s for _, s in pairs]
        losses.append(loss_and_gradients(params, X, y)[0])
    return losses


figure, axes = plt.subplots(1, 2, figsize=(13, 4), layout="constrained", sharey=True)
for ax, size in zip(axes, (1200, 32)):
    for name, optimizer in racers(0.1, 0.1, 0.003, 0.003).items():
        ax.semilogy(train(optimizer, size), color=COLORS[name], lw=2, label=name)
    ax.grid(alpha=0.3)
    ax.set_xlabel("epochs")  # en
    ax.set_xlabel("épocas")  # es
axes[0].legend()
axes[0].set_ylabel("loss")  # en
axes[0].set_ylabel("pérdida")  # es
axes[0].set_title("The whole batch: 1 step per epoch")  # en
axes[0].set_title("Lote completo: 1 paso por época")  # es
axes[1].set_title("Mini-batches of 32: 38 steps per epoch")  # en
axes[1].set_title("Minilotes de 32: 38 pasos por época")  # es
plt.show()

# %% [markdown] lang="en"
# Two lessons. First, look from left to right: going from whole batches to mini-batches is worth more than any
# optimizer. Second, do not conclude from one picture that one optimizer is "the best": each has its own rate here, and
# a better rate would change the order. Adam's charm is that its usual rate, 0.001, is a decent one almost everywhere.

# %% [markdown] lang="es"
# Dos lecciones. Primero, mira de izquierda a derecha: pasar del lote completo a minilotes vale más que cualquier
# optimizador. Segundo, no concluyas de una sola imagen que un optimizador es «el mejor»: aquí cada uno tiene su propia
# tasa, y una tasa mejor cambiaría el orden. El encanto de Adam es que su tasa de costumbre, 0.001, es decente casi en
# todas partes.

# %% [markdown] lang="en"
# ## Part 6. Keras, now that you can read it: `build_dense`
#
# **Why.** You have written, by hand, all that a library for deep learning does with a dense network. From here on you
# may let it work for you, because you know what it does.
#
# | in Keras | you wrote it as |
# |---|---|
# | `Dense(100, activation="relu")` | `relu` (assignment 2), `dense_forward` and `dense_backward` (3) |
# | `Dense(10, activation="softmax")` and `loss=...` | `softmax_cross_entropy` (3) |
# | `model.compile(optimizer=...)` | `sgd`, `momentum`, `rmsprop`, `adam` |
# | `model.fit(X, y, batch_size=32, epochs=20)` | `minibatches`, with a loop like the one in `fit` |
#
# Before you trust it, compare. The next cell takes 50 steps with the same gradients, with your optimizers and with
# those of Keras. (Keras keeps its rates with only 7 digits, so the cell uses rates that survive this unharmed, such as
# 1/8 and 7/8. And eps is tiny, because Keras puts it elsewhere: in `RMSprop` inside the root, in `Adam` before the
# correction.)

# %% [markdown] lang="es"
# ## Parte 6. Keras, ahora que sabes leerlo: `build_dense`
#
# **Por qué.** Ya escribiste, a mano, todo lo que una biblioteca de aprendizaje profundo hace con una red densa. De aquí
# en adelante puedes dejar que trabaje por ti, porque sabes qué hace.
#
# | en Keras | tú lo escribiste como |
# |---|---|
# | `Dense(100, activation="relu")` | `relu` (tarea 2), `dense_forward` y `dense_backward` (3) |
# | `Dense(10, activation="softmax")` y `loss=...` | `softmax_cross_entropy` (3) |
# | `model.compile(optimizer=...)` | `sgd`, `momentum`, `rmsprop`, `adam` |
# | `model.fit(X, y, batch_size=32, epochs=20)` | `minibatches`, con un bucle como el de `fit` |
#
# Antes de confiar, compara. La celda siguiente da 50 pasos con los mismos gradientes, con tus optimizadores y con los
# de Keras. (Keras guarda sus tasas con solo 7 cifras, así que la celda usa tasas que no sufren por eso, como 1/8 y 7/8.
# Y eps es diminuto, porque Keras lo pone en otro lugar: en `RMSprop` dentro de la raíz, en `Adam` antes de la
# corrección.)

# %% kind="demo"
import keras

LR, KEEP, LONG = 1 / 8, 7 / 8, 1023 / 1024
rivals = {
    "SGD": (lambda w, dw, state: sgd(w, dw, state, LR), keras.optimizers.SGD(LR)),
    "momentum": (lambda w, dw, state: momentum(w, dw, state, LR, KEEP), keras.optimizers.SGD(LR, momentum=KEEP)),
    "RMSprop": (
        lambda w, dw, state: rmsprop(w, dw, state, LR, KEEP, 1e-12),
        keras.optimizers.RMSprop(LR, rho=KEEP, epsilon=1e-24),
    ),
    "Adam": (
        lambda w, dw, state: adam(w, dw, state, LR, KEEP, LONG, 1e-12),
        keras.optimizers.Adam(LR, beta_1=KEEP, beta_2=LONG, epsilon=1e-12),
    ),
}
gradients = np.random.default_rng(0).standard_normal((50, 6))
for name, (mine, theirs) in rivals.items():
    w, state, variable = np.zeros(6), None, keras.Variable(np.zeros(6), dtype="float64")
    for dw in gradients:
        w, state = mine(w, dw, state)
        theirs.apply([keras.ops.convert_to_tensor(dw)], [variable])
    largest = np.abs(w - variable.numpy()).max()
    print(f"{name:9} largest difference: {largest:.0e}")  # en
    print(f"{name:9} mayor diferencia: {largest:.0e}")  # es

# %% [markdown] lang="en"
# ### The network
#
# Now the network of the class: `n_inputs` numbers → **100** units with ReLU → `n_classes` probabilities with softmax.
# Write it in Keras and compile it.
#
# **By hand.** How many parameters does it have for the digits, with 64 inputs and 10 classes? Each unit has one weight
# per input and one bias:
#
# $$\underbrace{64 \cdot 100 + 100}_{6500} + \underbrace{100 \cdot 10 + 10}_{1010} = 7510$$
#
# **What to give to `compile`.**
#
# - `optimizer`: the one that you received, as it is. It may be a name, such as `"adam"`, or an object, such as
#   `keras.optimizers.SGD(0.1)`. Keras takes both.
# - `loss`: the labels are whole numbers, 0, 1, 2, ..., so it is the *sparse* categorical cross-entropy. (Without
#   *sparse*, Keras expects each label as a row of zeros with a single one.) The network already ends in softmax, so
#   the loss receives probabilities, which is what it expects unless you say otherwise.
# - `metrics`: the accuracy. It changes nothing in the training: it is for your eyes. The loss is for the optimizer.
#
# Return the model compiled, but not trained. The shape of an input does not include the batch: it is `(n_inputs,)`.

# %% [markdown] lang="es"
# ### La red
#
# Ahora la red de la clase: `n_inputs` números → **100** unidades con ReLU → `n_classes` probabilidades con softmax.
# Escríbela en Keras y compílala.
#
# **A mano.** ¿Cuántos parámetros tiene para los dígitos, con 64 entradas y 10 clases? Cada unidad tiene un peso por
# entrada y un sesgo:
#
# $$\underbrace{64 \cdot 100 + 100}_{6500} + \underbrace{100 \cdot 10 + 10}_{1010} = 7510$$
#
# **Qué darle a `compile`.**
#
# - `optimizer`: el que recibiste, tal cual. Puede ser un nombre, como `"adam"`, o un objeto, como
#   `keras.optimizers.SGD(0.1)`. Keras acepta ambos.
# - `loss`: las etiquetas son números enteros, 0, 1, 2, ..., así que es la entropía cruzada categórica *sparse*
#   (*sparse categorical cross-entropy*). (Sin *sparse*, Keras espera cada etiqueta como una fila de ceros con un solo
#   uno.) La red ya termina en softmax, así que la pérdida recibe probabilidades, que es lo que espera mientras no le
#   digas otra cosa.
# - `metrics`: la exactitud (*accuracy*). No cambia nada en el entrenamiento: es para tus ojos. La pérdida es para el
#   optimizador.
#
# Devuelve el modelo compilado, pero sin entrenar. La forma de una entrada no incluye el lote: es `(n_inputs,)`.

# %% question="build_dense" uses="keras"
import keras


def build_dense(n_inputs, n_classes, optimizer):
    """
    en: The network of the class: Dense 100 with ReLU, then Dense n_classes with softmax, compiled.
    en: n_inputs, n_classes: whole numbers. optimizer: a name or a Keras optimizer.
    en: Returns a Keras model: sparse categorical cross-entropy, accuracy as its metric, not trained.
    es: La red de la clase: Dense 100 con ReLU, luego Dense n_classes con softmax, compilada.
    es: n_inputs, n_classes: números enteros. optimizer: un nombre o un optimizador de Keras.
    es: Devuelve un modelo de Keras: entropía cruzada categórica sparse, exactitud como métrica, sin entrenar.
    """
    # BEGIN SOLUTION
    model = keras.Sequential(
        [
            keras.Input((n_inputs,)),
            keras.layers.Dense(100, activation="relu"),
            keras.layers.Dense(n_classes, activation="softmax"),
        ]
    )
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
    # END SOLUTION


# %% kind="demo"
build_dense(64, 10, "adam").summary()

# %% [markdown] lang="en"
# ### The training: `train_dense`
#
# **Why scale.** The pixels of the digits go from 0 to 16. The starting weights of Keras and its usual rates are made
# for inputs of about 1. So divide by 16 before training.
#
# There is a second half to it, which even professionals forget: **whoever uses the model must scale in the same way**.
# A model without its scale is like a recipe without its units. So we agree on one thing: *divide by 16, and nothing
# else*. You train with `X / 16`; the tests will ask your model about other data, divided by 16.
#
# **What happens if you forget?** By hand: a unit learned, with pixels from 0 to 16, to fire when the mean is above 8.
# Its bias is −8. Now it sees pixels from 0 to 1. It will never fire again.
#
# **What to write.** `train_dense(model, X, y)` receives a compiled model, such as the one of `build_dense`, the pixels
# from 0 to 16, and the labels. It scales, trains with `model.fit` and returns the **model**. (`model.fit` returns
# something else, the history of the training.)
#
# - You choose the batch size and the number of epochs. One epoch is not enough. Batches of 32 and some 20 or 30 epochs
#   are a good start, and take a few seconds. `verbose=0` keeps it quiet.
# - `X` must stay as it was. And it may have integers, so `X /= 16` would even raise an error.
# - The samples may come sorted by class. `fit` shuffles before each epoch, as your `minibatches` does. But if you set
#   data aside with `validation_split`, Keras takes the **last** part before any shuffling: with sorted samples, the
#   network would never see the last class.
#
# **How it is graded.** The hidden tests train the network with the 1,200 digits of the file and ask it about another
# 597. About 96 % right is normal; at least 92 % is required. Each training must end within a minute.

# %% [markdown] lang="es"
# ### El entrenamiento: `train_dense`
#
# **Por qué escalar.** Los píxeles de los dígitos van de 0 a 16. Los pesos iniciales de Keras y sus tasas de costumbre
# están pensados para entradas cercanas a 1. Así que divide entre 16 antes de entrenar.
#
# Hay una segunda mitad, que hasta los profesionales olvidan: **quien use el modelo debe escalar de la misma manera**.
# Un modelo sin su escala es como una receta sin sus unidades. Por eso acordamos una sola cosa: *divide entre 16, y nada
# más*. Tú entrenas con `X / 16`; las pruebas le preguntarán a tu modelo por otros datos, divididos entre 16.
#
# **¿Qué pasa si lo olvidas?** A mano: una unidad aprendió, con píxeles de 0 a 16, a encenderse cuando el promedio pasa
# de 8. Su sesgo es −8. Ahora ve píxeles de 0 a 1. No volverá a encenderse nunca.
#
# **Qué escribir.** `train_dense(model, X, y)` recibe un modelo compilado, como el de `build_dense`, los píxeles de 0 a
# 16 y las etiquetas. Escala, entrena con `model.fit` y devuelve el **modelo**. (`model.fit` devuelve otra cosa, el
# historial del entrenamiento.)
#
# - Tú eliges el tamaño de los minilotes y la cantidad de épocas. Una época no basta. Minilotes de 32 y unas 20 o 30
#   épocas son un buen comienzo, y toman unos segundos. `verbose=0` lo mantiene callado.
# - `X` debe quedar como estaba. Además puede traer enteros, y entonces `X /= 16` hasta daría un error.
# - Las muestras pueden venir ordenadas por clase. `fit` las baraja antes de cada época, como tu `minibatches`. Pero si
#   apartas datos con `validation_split`, Keras toma la **última** parte antes de barajar: con muestras ordenadas, la
#   red jamás vería la última clase.
#
# **Cómo se califica.** Las pruebas ocultas entrenan la red con los 1200 dígitos del archivo y le preguntan por otros
# 597. Lo normal es acertar cerca del 96 %; se exige al menos 92 %. Cada entrenamiento debe terminar en un minuto.


# %% question="train_dense" uses="keras"
def train_dense(model, X, y):
    """
    en: Train a compiled model on pixels from 0 to 16.
    en: model: as build_dense returns it. X: shape (N, n_inputs), values from 0 to 16. y: N integers, the classes.
    en: Returns the trained model, which expects its inputs divided by 16. X stays as it was.
    es: Entrena un modelo compilado con píxeles de 0 a 16.
    es: model: como lo devuelve build_dense. X: forma (N, n_inputs), valores de 0 a 16. y: N enteros, las clases.
    es: Devuelve el modelo entrenado, que espera sus entradas divididas entre 16. X queda como estaba.
    """
    X, y = np.asarray(X), np.asarray(y)
    # BEGIN SOLUTION
    model.fit(X / 16, y, batch_size=32, epochs=25, verbose=0)
    return model
    # END SOLUTION


# %% [markdown] lang="en"
# Judge yourself as the hidden test will: keep 200 digits away from the training, and ask about them afterwards. (These
# 200 happen to be hard ones: 93 % or 94 % is normal for them.) The curves show Keras's three optimizers on the other
# 1,000 digits.

# %% [markdown] lang="es"
# Júzgate como lo hará la prueba oculta: aparta 200 dígitos del entrenamiento y pregunta por ellos después. (Justo estos
# 200 son difíciles: para ellos, lo normal es 93 % o 94 %.) Las curvas muestran tres optimizadores de Keras con los
# otros 1000 dígitos.

# %% kind="demo"
digits = np.load("data/digits.npz")  # en
digits = np.load("data/digits.npz")  # es
X, y = digits["X"], digits["y"]
model = train_dense(build_dense(64, 10, "adam"), X[:1000], y[:1000])
loss, accuracy = model.evaluate(X[1000:] / 16, y[1000:], verbose=0)
print(f"accuracy on 200 new digits: {accuracy:.1%}")  # en
print(f"exactitud en 200 dígitos nuevos: {accuracy:.1%}")  # es

plt.figure(figsize=(7, 4), layout="constrained")
for name, optimizer in {
    "SGD": keras.optimizers.SGD(0.1),
    "RMSprop": keras.optimizers.RMSprop(0.001),
    "Adam": keras.optimizers.Adam(0.001),
}.items():
    history = build_dense(64, 10, optimizer).fit(X[:1000] / 16, y[:1000], batch_size=32, epochs=10, verbose=0).history
    plt.semilogy(range(1, 11), history["loss"], color=COLORS[name], lw=2, label=name)
plt.legend()
plt.title("The same network, three optimizers, in Keras")  # en
plt.title("La misma red, tres optimizadores, en Keras")  # es
plt.xlabel("epochs")  # en
plt.xlabel("épocas")  # es
plt.ylabel("loss")  # en
plt.ylabel("pérdida")  # es
plt.grid(alpha=0.3)
plt.show()

# %% [markdown] lang="en"
# ## What you now know
#
# - A step is *direction times length*. The gradient gives the direction; the **learning rate**, the length.
# - In a **ravine**, the steepest direction limits the rate, and the flattest one pays for it.
# - **Momentum** adds up what insists and cancels what quarrels: times $1/(1-\beta)$ against times $1/(1+\beta)$.
# - **RMSprop** gives every weight its own unit of length, and forgets the past so as not to stop too early.
# - **Adam** is both, with an honest start: bias correction, and a first step of exactly lr.
# - **Mini-batches** trade a little precision for many more steps. Shuffle, keep the pairs, lose nobody.
# - An optimizer is a pure function with its memory passed in and out. That is how libraries such as Optax are made.
# - **Keras** is what you wrote, in five lines. And a model without its scale is worth nothing.
#
# Which one should you use? Start with Adam at 0.001. If it does not learn, look at the data first, then at the rate.
# SGD with momentum, with patience and a rate that goes down, is still hard to beat on images: AlexNet was trained with
# it ($\beta = 0.9$, mini-batches of 128).
#
# **Where you will use it.** In assignment 5 these networks learn too well, by heart, and you will cure it with dropout,
# weight limits and early stopping. In 6 and 7, the same `compile` and `fit` train convolutional networks. Only the
# layers change.

# %% [markdown] lang="es"
# ## Lo que ya sabes
#
# - Un paso es *dirección por longitud*. El gradiente da la dirección; la **tasa de aprendizaje**, la longitud.
# - En un **cañón**, la dirección más empinada limita la tasa, y la más plana paga el precio.
# - **Momentum** suma lo que insiste y cancela lo que se contradice: por $1/(1-\beta)$ contra por $1/(1+\beta)$.
# - **RMSprop** le da a cada peso su propia unidad de longitud, y olvida el pasado para no detenerse antes de tiempo.
# - **Adam** es ambas cosas, con un inicio honesto: corrección de sesgo, y un primer paso de exactamente lr.
# - Los **minilotes** cambian un poco de precisión por muchos más pasos. Baraja, conserva los pares, no pierdas a nadie.
# - Un optimizador es una función pura, con su memoria que entra y sale. Así están hechas bibliotecas como Optax.
# - **Keras** es lo que tú escribiste, en cinco líneas. Y un modelo sin su escala no vale nada.
#
# ¿Cuál conviene usar? Empieza con Adam en 0.001. Si no aprende, mira primero los datos, luego la tasa. SGD con
# momentum, con paciencia y una tasa que va bajando, sigue siendo difícil de superar con imágenes: con él se entrenó
# AlexNet ($\beta = 0.9$, minilotes de 128).
#
# **Dónde lo vas a usar.** En la tarea 5 estas redes aprenden demasiado bien, de memoria, y lo curarás con abandono
# (*dropout*), límites a los pesos y detención temprana. En la 6 y la 7, los mismos `compile` y `fit` entrenan redes
# convolucionales. Solo cambian las capas.
