# %% [markdown] lang="en"
# # The perceptron: a neuron that learns from its mistakes
#
# In this assignment you build the first machine that learned from examples.
# Then you watch it fail at something a child can do. Then you fix it.
# There are seven short functions, with nothing but numpy. It takes one to three hours.
#
# When you finish, you will be able to answer three questions, with proof:
#
# 1. How can a machine find its own weights?
# 2. What can a single neuron never learn, and why are we so sure?
# 3. Why must there be something between two layers that is not a straight line?
#
# **How to work.** Each section goes from the reason to a number done by hand, then to the formula, then to your code.
# Do the number yourself, with a pencil, before you write the function.
# Below each answer there is a cell `check("...")`. Run it as often as you like: it tells you what the tests saw.
# Your final grade also uses some hidden tests. They check the same promises with other data.

# %% [markdown] lang="es"
# # El perceptrón: una neurona que aprende de sus errores
#
# En esta tarea construyes la primera máquina que aprendió a partir de ejemplos.
# Luego la ves fracasar en algo que un niño puede hacer. Y luego lo arreglas.
# Son siete funciones cortas, solo con numpy. Toma entre una y tres horas.
#
# Al terminar podrás responder tres preguntas, con demostración:
#
# 1. ¿Cómo puede una máquina encontrar sus propios pesos?
# 2. ¿Qué no puede aprender jamás una sola neurona, y por qué estamos tan seguros?
# 3. ¿Por qué entre dos capas debe haber algo que no sea una línea recta?
#
# **Cómo trabajar.** Cada sección va del porqué a un número hecho a mano, luego a la fórmula y por último a tu código.
# Haz tú la cuenta, con lápiz, antes de escribir la función.
# Debajo de cada respuesta hay una celda `check("...")`. Ejecútala cuantas veces quieras: te dice qué vieron las
# pruebas. Tu nota final usa además algunas pruebas ocultas. Revisan las mismas promesas con otros datos.

# %% [markdown] lang="en"
# ## How we got here
#
# Five dates. Each one answers the question that the one before left open.
#
# **1943, McCulloch and Pitts: can a neuron compute?**
# A nerve cell collects signals. If they add up to enough, it fires. If not, it stays silent.
# They wrote that as arithmetic: add the inputs, compare the sum with a threshold, answer 1 or 0.
# With such units you can build AND, OR and NOT, and with those any rule of logic.
# *Left open:* a person has to choose every number. It computes, but it does not learn.
#
# **1958, Rosenblatt: can it learn?**
# His *perceptron* starts out knowing nothing. It looks at an example and, if it is wrong, it moves its weights a
# little. His machine, the Mark I, had 400 light sensors, and electric motors adjusted its weights. The newspapers
# announced machines that would walk, talk and know that they exist. *Left open:* is there anything it cannot learn?
#
# **1969, Minsky and Papert: what is out of its reach?**
# Their book *Perceptrons* proves what a single layer cannot do.
# The smallest example is XOR: "one or the other, but not both". You will prove it yourself, in four lines.
# More layers would be enough, but nobody had a good way to train them. Much of the money and the interest left.
# *Left open:* when a network is wrong, which neuron in the middle is to blame?
#
# **1986, Rumelhart, Hinton and Williams: who is to blame?**
# They replace the hard step by a smooth curve. Then the chain rule says how much each weight, in any layer,
# contributed to the error. This is *backpropagation*. (Linnainmaa in 1970 and Werbos in 1974 had found key pieces.)
# *Left open:* deep networks learned badly. Data was scarce, computers were slow, and the blame faded on its way back.
#
# **2012, AlexNet: does it grow?**
# Krizhevsky, Sutskever and Hinton train eight layers: 60 million weights, 1.2 million photographs, two graphics cards.
# In the ImageNet contest the second place is wrong on 26 % of the images. AlexNet, on 15 %.
# (An answer counts as right if the true class is among the network's five best guesses.)
# Look inside and you find the unit of 1943: a weighted sum, a threshold, and something that is not a straight line.
#
# This course walks the same road. **You are about to go from 1943 to 1969.**
# Assignments 2 and 3 reach 1986, 4 to 6 collect what was still missing, and 7 is AlexNet.

# %% [markdown] lang="es"
# ## Cómo llegamos hasta aquí
#
# Cinco fechas. Cada una responde la pregunta que la anterior dejó abierta.
#
# **1943, McCulloch y Pitts: ¿puede calcular una neurona?**
# Una célula nerviosa junta señales. Si suman lo suficiente, se dispara. Si no, calla.
# Ellos lo escribieron como aritmética: suma las entradas, compara la suma con un umbral, responde 1 o 0.
# Con esas unidades puedes construir AND, OR y NOT, y con ellas cualquier regla lógica.
# *Queda abierto:* una persona debe elegir cada número. Calcula, pero no aprende.
#
# **1958, Rosenblatt: ¿puede aprender?**
# Su *perceptrón* empieza sin saber nada. Mira un ejemplo y, si se equivoca, mueve un poco sus pesos.
# Su máquina, la Mark I, tenía 400 sensores de luz, y unos motores eléctricos ajustaban sus pesos.
# Los diarios anunciaron máquinas que caminarían, hablarían y sabrían que existen.
# *Queda abierto:* ¿hay algo que no pueda aprender?
#
# **1969, Minsky y Papert: ¿qué queda fuera de su alcance?**
# Su libro *Perceptrons* demuestra lo que una sola capa no puede hacer.
# El ejemplo más pequeño es XOR: «uno o el otro, pero no ambos». Lo demostrarás tú, en cuatro líneas.
# Con más capas bastaría, pero nadie tenía una buena forma de entrenarlas. Gran parte del dinero y del interés se fue.
# *Queda abierto:* cuando una red se equivoca, ¿cuál de las neuronas de en medio tiene la culpa?
#
# **1986, Rumelhart, Hinton y Williams: ¿quién tiene la culpa?**
# Cambian el escalón duro por una curva suave. Así la regla de la cadena dice cuánto contribuyó al error
# cada peso, en cualquier capa. Es la *retropropagación*. (Linnainmaa en 1970 y Werbos en 1974 ya tenían piezas clave.)
# *Queda abierto:* las redes profundas aprendían mal. Había pocos datos, computadores lentos, y la culpa se
# desvanecía en su camino de vuelta.
#
# **2012, AlexNet: ¿puede crecer?**
# Krizhevsky, Sutskever y Hinton entrenan ocho capas: 60 millones de pesos, 1.2 millones de fotos, dos tarjetas
# gráficas. En el concurso ImageNet, el segundo lugar falla en el 26 % de las imágenes. AlexNet, en el 15 %. (Una
# respuesta cuenta como acierto si la clase verdadera está entre las cinco mejores apuestas de la red.) Mira por
# dentro y encuentras la unidad de 1943: una suma ponderada, un umbral, y algo que no es una línea recta.
#
# Este curso recorre el mismo camino. **Estás a punto de ir de 1943 a 1969.**
# Las tareas 2 y 3 llegan a 1986, las tareas 4 a 6 reúnen lo que aún faltaba, y la 7 es AlexNet.

# %% [markdown] lang="en"
# ## The agreements of this notebook
#
# - `x` is one sample, shape `(D,)`. `X` is a *batch* of N samples, one per row, shape `(N, D)`.
# - `w` holds the weights, shape `(D,)`. `b` is the *bias*, a single number. `y` holds labels, each 0 or 1.
# - Exactly on the border we answer yes: `step(0)` is 1.
# - Lists, tuples and integers are legal arguments. The answer is float64 all the same.
#   `np.asarray(x, dtype=float)` turns any of them into a float64 array.
# - A function **never changes its arguments**. With arrays, `w += 1` changes the caller's own array;
#   `w = w + 1` makes a new one. Use the second.
# - Shapes are strict: `(N,)` is not `(N, 1)`, and a batch of one sample has the answer `(1,)`, not a bare number.

# %% [markdown] lang="es"
# ## Los acuerdos de este cuaderno
#
# - `x` es una muestra, de forma `(D,)`. `X` es un lote (*batch*) de N muestras, una por fila, de forma `(N, D)`.
# - `w` guarda los pesos (*weights*), de forma `(D,)`. `b` es el sesgo (*bias*), un solo número.
#   `y` guarda las etiquetas, cada una 0 o 1.
# - Justo en el borde respondemos que sí: `step(0)` es 1.
# - Las listas, las tuplas y los enteros son argumentos legales. La respuesta es float64 de todos modos.
#   `np.asarray(x, dtype=float)` convierte cualquiera de ellos en un arreglo float64.
# - Una función **nunca cambia sus argumentos**. Con arreglos, `w += 1` cambia el arreglo de quien llamó;
#   `w = w + 1` crea uno nuevo. Usa el segundo.
# - Las formas son estrictas: `(N,)` no es `(N, 1)`, y un lote de una sola muestra tiene respuesta `(1,)`, no un
#   número suelto.

# %% kind="setup"
import numpy as np

# %% [markdown] lang="en"
# ## 1. The decision: `step`
#
# **Why.** A neuron weighs reasons for and against, and ends with one number, $z$.
# Positive: the reasons for yes are stronger. Negative: the reasons for no. But a decision is yes or no, 1 or 0.
#
# **By hand.** $z = 2$ gives 1. $z = -1.25$ gives 0. And $z = 0$? It is a tie and somebody has to choose. We choose 1.
#
# **The formula.**
#
# $$\text{step}(z) = \begin{cases} 1 & \text{if } z \ge 0 \\ 0 & \text{if } z < 0 \end{cases}$$
#
# The answer is 1 for 0.001 and also for 1000. The size of $z$ is forgotten; only its sign remains.
# Remember this: it is the strength of the perceptron, and in assignment 2 it will be its problem.

# %% [markdown] lang="es"
# ## 1. La decisión: `step`
#
# **Por qué.** Una neurona sopesa razones a favor y en contra, y termina con un número, $z$.
# Positivo: pesan más las razones para el sí. Negativo: las razones para el no. Pero una decisión es sí o no, 1 o 0.
#
# **A mano.** $z = 2$ da 1. $z = -1.25$ da 0. ¿Y $z = 0$? Es un empate y alguien tiene que elegir. Elegimos 1.
#
# **La fórmula.** Es la función escalón (*step*):
#
# $$\text{step}(z) = \begin{cases} 1 & \text{si } z \ge 0 \\ 0 & \text{si } z < 0 \end{cases}$$
#
# La respuesta es 1 para 0.001 y también para 1000. Se olvida el tamaño de $z$; solo queda su signo.
# Recuérdalo: es la fuerza del perceptrón, y en la tarea 2 será su problema.

# %% question="step"
def step(z):
    """
    en: 1.0 where z >= 0, and 0.0 where z < 0.
    en: z: a number, a list or an array of any shape. Returns float64 values of the same shape.
    es: 1.0 donde z >= 0, y 0.0 donde z < 0.
    es: z: un número, una lista o un arreglo de cualquier forma. Devuelve valores float64 de la misma forma.
    """
    # BEGIN SOLUTION
    return (np.asarray(z) >= 0).astype(np.float64)
    # END SOLUTION


# %% [markdown] lang="en"
# ## 2. One neuron: `perceptron_predict`
#
# **Why.** Not all reasons count the same. A *weight* says how much an input counts, and in which direction.
# The *bias* says how ready the neuron is to answer yes before it sees anything.
#
# **By hand.** Shall I go to the beach? Input 1: free hours. Input 2: how much it will rain.
# Free hours count $+1$ each. Rain counts $-3$. I like the beach, so the bias is $+0.5$.
#
# | day | $x_1$ hours | $x_2$ rain | $z = 1 \cdot x_1 - 3 \cdot x_2 + 0.5$ | answer |
# |---|---|---|---|---|
# | Friday | 2 | 1 | $2 - 3 + 0.5 = -0.5$ | 0 |
# | Saturday | 2 | 0 | $2 - 0 + 0.5 = 2.5$ | 1 |
# | Sunday | 1 | 0.5 | $1 - 1.5 + 0.5 = 0$ | 1 (a tie) |
#
# **The formula.** For one sample, $z = w_1 x_1 + \dots + w_D x_D + b = w \cdot x + b$.
# For the whole batch, a single product does all the samples:
#
# $$\hat{y} = \text{step}(Xw + b) \qquad (N, D)\,(D,) + () \to (N,)$$
#
# McCulloch and Pitts asked whether the sum reaches a threshold $\theta$. It is the same question, with $b = -\theta$.

# %% [markdown] lang="es"
# ## 2. Una neurona: `perceptron_predict`
#
# **Por qué.** No todas las razones valen lo mismo. Un peso (*weight*) dice cuánto cuenta una entrada, y en qué
# dirección. El sesgo (*bias*) dice qué tan dispuesta está la neurona a decir que sí antes de ver nada.
#
# **A mano.** ¿Voy a la playa? Entrada 1: horas libres. Entrada 2: cuánto va a llover.
# Cada hora libre cuenta $+1$. La lluvia cuenta $-3$. Me gusta la playa, así que el sesgo es $+0.5$.
#
# | día | $x_1$ horas | $x_2$ lluvia | $z = 1 \cdot x_1 - 3 \cdot x_2 + 0.5$ | respuesta |
# |---|---|---|---|---|
# | viernes | 2 | 1 | $2 - 3 + 0.5 = -0.5$ | 0 |
# | sábado | 2 | 0 | $2 - 0 + 0.5 = 2.5$ | 1 |
# | domingo | 1 | 0.5 | $1 - 1.5 + 0.5 = 0$ | 1 (empate) |
#
# **La fórmula.** Para una muestra, $z = w_1 x_1 + \dots + w_D x_D + b = w \cdot x + b$.
# Para el lote entero, un solo producto hace todas las muestras:
#
# $$\hat{y} = \text{step}(Xw + b) \qquad (N, D)\,(D,) + () \to (N,)$$
#
# McCulloch y Pitts preguntaban si la suma alcanza un umbral $\theta$. Es la misma pregunta, con $b = -\theta$.

# %% question="perceptron_predict"
def perceptron_predict(X, w, b):
    """
    en: The neuron's answer, 0.0 or 1.0, for each sample of a batch.
    en: X: (N, D). w: (D,). b: a number. Returns (N,), float64.
    es: La respuesta de la neurona, 0.0 o 1.0, para cada muestra de un lote.
    es: X: (N, D). w: (D,). b: un número. Devuelve (N,), float64.
    """
    # BEGIN SOLUTION
    return step(np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b)
    # END SOLUTION


# %% [markdown] lang="en"
# ### A neuron is a straight line
#
# With two inputs, the points where $w \cdot x + b = 0$ form a line. On one side the neuron says 1; on the other, 0.
#
# - The vector $w$ is perpendicular to the line and points to the side of the 1s.
# - The bias pushes the line without turning it. Its distance to the origin is $|b| / \lVert w \rVert$.
#
# With three inputs it is a plane, and with more, a *hyperplane*. The idea is the same.
#
# Before you run the cell: the second panel only changes $b$ from $-1$ to $1$. Where does the line go?

# %% [markdown] lang="es"
# ### Una neurona es una línea recta
#
# Con dos entradas, los puntos donde $w \cdot x + b = 0$ forman una recta. De un lado la neurona dice 1; del otro, 0.
#
# - El vector $w$ es perpendicular a la recta y apunta hacia el lado de los 1.
# - El sesgo empuja la recta sin girarla. Su distancia al origen es $|b| / \lVert w \rVert$.
#
# Con tres entradas es un plano, y con más, un *hiperplano*. La idea es la misma.
#
# Antes de ejecutar la celda: el segundo panel solo cambia $b$ de $-1$ a $1$. ¿Hacia dónde se mueve la recta?

# %% kind="demo"
import matplotlib.pyplot as plt


def draw_regions(ax, predict, low=-2.0, high=2.0):
    side = np.linspace(low, high, 201)
    grid = np.array([[x1, x2] for x2 in side for x1 in side])
    answers = predict(grid).reshape(201, 201)
    ax.contourf(side, side, answers, levels=[-0.5, 0.5, 1.5], colors=["#fde0dd", "#d6e8f7"])
    ax.set(xlim=(low, high), ylim=(low, high), aspect="equal", xlabel="$x_1$", ylabel="$x_2$")


figure, axes = plt.subplots(1, 3, figsize=(13, 4.2), layout="constrained")
for ax, w, b in zip(axes, ([1.0, 2.0], [1.0, 2.0], [2.0, -1.0]), (-1.0, 1.0, 1.0)):
    w = np.array(w)
    draw_regions(ax, lambda grid: perceptron_predict(grid, w, b))
    foot = -b * w / (w @ w)
    ax.plot(0, 0, "k+", markersize=12)
    ax.annotate("", foot + 0.5 * w, foot, arrowprops={"arrowstyle": "->", "lw": 2})
    ax.annotate("$w$", foot + 0.55 * w, ha="center", va="center", fontsize=13)
    ax.set_title(f"w = ({w[0]:g}, {w[1]:g}), b = {b:g}")
figure.suptitle("Blue: the neuron answers 1. Pink: it answers 0. The cross is the origin.")  # en
figure.suptitle("Azul: la neurona responde 1. Rosado: responde 0. La cruz es el origen.")  # es
plt.show()

# %% [markdown] lang="en"
# ## 3. Learning from one mistake: `perceptron_update`
#
# **Why.** Until now we chose the weights. Rosenblatt's idea: let each mistake say how to move them.
#
# - It answered 0 and it was 1. The sum $z$ was too small: move the weights *towards* $x$.
# - It answered 1 and it was 0. The sum $z$ was too large: move the weights *away from* $x$.
# - It was right: touch nothing.
#
# **By hand.** $w = (0.5, -1)$, $b = 0.25$, $x = (1, 2)$, the true label is $y = 1$, and the *learning rate* is $0.25$.
#
# - The sum: $z = 0.5 \cdot 1 - 1 \cdot 2 + 0.25 = -1.25$. So $\hat{y} = 0$: a mistake.
# - The error: $y - \hat{y} = 1 - 0 = +1$.
# - New weights: $(0.5, -1) + 0.25 \cdot 1 \cdot (1, 2) = (0.75, -0.5)$. New bias: $0.25 + 0.25 \cdot 1 = 0.5$.
# - The sum again: $0.75 \cdot 1 - 0.5 \cdot 2 + 0.5 = 0.25$. Now $\hat{y} = 1$. It learned.
#
# **The formula.** The error $y - \hat{y}$ says it all: it is $+1$, $-1$, or $0$ when there is nothing to correct.
#
# $$w \leftarrow w + \text{lr}\,(y - \hat{y})\,x \qquad\qquad b \leftarrow b + \text{lr}\,(y - \hat{y})$$
#
# | $y$ | $\hat{y}$ | $y - \hat{y}$ | name | what moves |
# |---|---|---|---|---|
# | 0 | 0 | 0 | right | nothing |
# | 1 | 1 | 0 | right | nothing |
# | 1 | 0 | $+1$ | a miss | towards $x$ |
# | 0 | 1 | $-1$ | a false alarm | away from $x$ |
#
# **Why it works.** Put the new weights into the sum. For the same $x$, it moved by
# $\text{lr}\,(y - \hat{y})\,(\lVert x \rVert^2 + 1)$, always to the right side.
# Check it: $0.25 \cdot 1 \cdot (1 + 4 + 1) = 1.5$, and indeed $z$ went from $-1.25$ to $0.25$.
# One step may not be enough to cross the border, but it never goes the wrong way.
#
# Keep the pattern *error times input*. In assignment 3 it returns as the gradient of a whole layer.

# %% [markdown] lang="es"
# ## 3. Aprender de un error: `perceptron_update`
#
# **Por qué.** Hasta ahora elegimos nosotros los pesos. La idea de Rosenblatt: que cada error diga cómo moverlos.
#
# - Respondió 0 y era 1. La suma $z$ fue demasiado pequeña: *acerca* los pesos a $x$.
# - Respondió 1 y era 0. La suma $z$ fue demasiado grande: *aleja* los pesos de $x$.
# - Acertó: no toques nada.
#
# **A mano.** $w = (0.5, -1)$, $b = 0.25$, $x = (1, 2)$, la etiqueta verdadera es $y = 1$,
# y la tasa de aprendizaje (*learning rate*) es $0.25$.
#
# - La suma: $z = 0.5 \cdot 1 - 1 \cdot 2 + 0.25 = -1.25$. Entonces $\hat{y} = 0$: un error.
# - El error: $y - \hat{y} = 1 - 0 = +1$.
# - Pesos nuevos: $(0.5, -1) + 0.25 \cdot 1 \cdot (1, 2) = (0.75, -0.5)$. Sesgo nuevo: $0.25 + 0.25 \cdot 1 = 0.5$.
# - La suma otra vez: $0.75 \cdot 1 - 0.5 \cdot 2 + 0.5 = 0.25$. Ahora $\hat{y} = 1$. Aprendió.
#
# **La fórmula.** El error $y - \hat{y}$ lo dice todo: vale $+1$, $-1$, o $0$ cuando no hay nada que corregir.
#
# $$w \leftarrow w + \text{lr}\,(y - \hat{y})\,x \qquad\qquad b \leftarrow b + \text{lr}\,(y - \hat{y})$$
#
# | $y$ | $\hat{y}$ | $y - \hat{y}$ | nombre | qué se mueve |
# |---|---|---|---|---|
# | 0 | 0 | 0 | acierto | nada |
# | 1 | 1 | 0 | acierto | nada |
# | 1 | 0 | $+1$ | un 1 no detectado | hacia $x$ |
# | 0 | 1 | $-1$ | una falsa alarma | en contra de $x$ |
#
# **Por qué funciona.** Pon los pesos nuevos en la suma. Para la misma $x$, se movió
# $\text{lr}\,(y - \hat{y})\,(\lVert x \rVert^2 + 1)$, siempre hacia el lado correcto.
# Compruébalo: $0.25 \cdot 1 \cdot (1 + 4 + 1) = 1.5$, y en efecto $z$ pasó de $-1.25$ a $0.25$.
# Un solo paso puede no bastar para cruzar el borde, pero nunca va en la dirección equivocada.
#
# Guarda el patrón *error por entrada*. En la tarea 3 vuelve como el gradiente de una capa entera.

# %% question="perceptron_update"
def perceptron_update(w, b, x, y, lr):
    """
    en: Correct the weights and the bias after seeing one sample.
    en: w: (D,). b: a number. x: (D,). y: 0 or 1. lr: the learning rate.
    en: Returns (w, b): the weights as a float64 array (D,), the bias as a float. The arguments stay as they were.
    es: Corrige los pesos y el sesgo después de ver una muestra.
    es: w: (D,). b: un número. x: (D,). y: 0 o 1. lr: la tasa de aprendizaje.
    es: Devuelve (w, b): los pesos como arreglo float64 (D,), el sesgo como float. Los argumentos quedan intactos.
    """
    # BEGIN SOLUTION
    w, x = np.asarray(w, dtype=float), np.asarray(x, dtype=float)
    error = y - step(x @ w + b)
    return w + lr * error * x, float(b + lr * error)
    # END SOLUTION


# %% [markdown] lang="en"
# ## 4. Learning from all the samples: `perceptron_fit`
#
# **Why.** Correcting one sample may spoil another. So we go through all of them again and again,
# until a whole pass brings no mistake. Each pass is called an *epoch*.
#
# **By hand.** Let us learn AND (1 only when both inputs are 1), with learning rate 1. We start at $w = (0, 0)$,
# $b = 0$. This is the first epoch. Each row starts with what the row above left.
#
# | $x$ | $y$ | $z$ | $\hat{y}$ | $y - \hat{y}$ | $w$ after | $b$ after |
# |---|---|---|---|---|---|---|
# | (0, 0) | 0 | 0 | 1 | $-1$ | (0, 0) | $-1$ |
# | (0, 1) | 0 | $-1$ | 0 | 0 | (0, 0) | $-1$ |
# | (1, 0) | 0 | $-1$ | 0 | 0 | (0, 0) | $-1$ |
# | (1, 1) | 1 | $-1$ | 0 | $+1$ | (1, 1) | 0 |
#
# There were 2 mistakes. Now do the second epoch on paper: it has 3. That is not a bug: it can get worse before it
# gets better.
#
# **The recipe.**
#
# 1. Start at zero: $w = 0$, $b = 0$.
# 2. Take the samples **in the order given**. For each one, count it if the prediction is wrong, and correct *at once*,
#    before you look at the next.
# 3. At the end of the epoch, write down how many mistakes there were *while* learning.
#    Do not sum the errors: a $+1$ and a $-1$ are two mistakes, not zero.
# 4. If there were none, stop. That 0 is the last item of the list. If not, go on, up to `epochs` epochs.

# %% [markdown] lang="es"
# ## 4. Aprender de todas las muestras: `perceptron_fit`
#
# **Por qué.** Corregir una muestra puede estropear otra. Por eso las recorremos todas una y otra vez,
# hasta que una pasada entera no tenga errores. Cada pasada se llama época (*epoch*).
#
# **A mano.** Aprendamos AND (1 solo cuando ambas entradas son 1), con tasa de aprendizaje 1.
# Empezamos en $w = (0, 0)$, $b = 0$. Esta es la primera época. Cada fila empieza con lo que dejó la de arriba.
#
# | $x$ | $y$ | $z$ | $\hat{y}$ | $y - \hat{y}$ | $w$ después | $b$ después |
# |---|---|---|---|---|---|---|
# | (0, 0) | 0 | 0 | 1 | $-1$ | (0, 0) | $-1$ |
# | (0, 1) | 0 | $-1$ | 0 | 0 | (0, 0) | $-1$ |
# | (1, 0) | 0 | $-1$ | 0 | 0 | (0, 0) | $-1$ |
# | (1, 1) | 1 | $-1$ | 0 | $+1$ | (1, 1) | 0 |
#
# Hubo 2 errores. Ahora haz la segunda época en papel: tiene 3. No es una falla: puede empeorar antes de mejorar.
#
# **La receta.**
#
# 1. Empieza en cero: $w = 0$, $b = 0$.
# 2. Toma las muestras **en el orden dado**. Con cada una, cuéntala si la predicción es incorrecta, y corrige
#    *de inmediato*, antes de mirar la siguiente.
# 3. Al final de la época, anota cuántos errores hubo *mientras* aprendía.
#    No sumes los errores con su signo: un $+1$ y un $-1$ son dos errores, no cero.
# 4. Si no hubo ninguno, detente. Ese 0 es el último elemento de la lista. Si hubo, sigue, hasta `epochs` épocas.

# %% question="perceptron_fit"
def perceptron_fit(X, y, lr, epochs):
    """
    en: Learn weights and bias from labelled samples, with Rosenblatt's rule.
    en: X: (N, D). y: (N,), each 0 or 1. lr: the learning rate. epochs: how many at most (0 is legal).
    en: Returns (w, b, errors_per_epoch): float64 array (D,), float, list with one count per epoch that was run.
    es: Aprende los pesos y el sesgo a partir de muestras etiquetadas, con la regla de Rosenblatt.
    es: X: (N, D). y: (N,), cada una 0 o 1. lr: la tasa de aprendizaje. epochs: cuántas como máximo (0 es legal).
    es: Devuelve (w, b, errors_per_epoch): arreglo float64 (D,), float, lista con una cuenta por cada época hecha.
    """
    # BEGIN SOLUTION
    X = np.asarray(X, dtype=float)
    w, b = np.zeros(X.shape[1]), 0.0
    errors_per_epoch = []
    for _ in range(epochs):
        errors = 0
        for x, label in zip(X, y):
            errors += int(step(x @ w + b) != label)
            w, b = perceptron_update(w, b, x, label, lr)
        errors_per_epoch.append(errors)
        if errors == 0:
            break
    return w, b, errors_per_epoch
    # END SOLUTION


# %% [markdown] lang="en"
# ### Watch it learn
#
# The next cell draws the line after each epoch, from pale to dark, for AND and for OR. On the right, the mistakes per
# epoch. Before you run it: which of the two will take longer? (You already have the first numbers for AND.)

# %% [markdown] lang="es"
# ### Míralo aprender
#
# La siguiente celda dibuja la recta después de cada época, de pálida a oscura, para AND y para OR.
# A la derecha, los errores por época.
# Antes de ejecutarla: ¿cuál de los dos tardará más? (Ya tienes los primeros números de AND.)

# %% kind="demo"
POINTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
AND, OR, XOR = np.array([0, 0, 0, 1]), np.array([0, 1, 1, 1]), np.array([0, 1, 1, 0])


def draw_points(ax, points, labels):
    for label, color, marker in ((0, "crimson", "o"), (1, "royalblue", "s")):
        chosen = points[labels == label]
        ax.plot(chosen[:, 0], chosen[:, 1], marker, color=color, markersize=11, markeredgecolor="white", zorder=5)
    ax.set(xlim=(-0.75, 2.0), ylim=(-0.75, 2.0), aspect="equal", xlabel="$x_1$", ylabel="$x_2$")


def draw_line(ax, w, b, **style):
    if np.any(w):
        foot = -b * w / (w @ w)
        ax.axline(foot, foot + np.array([-w[1], w[0]]), **style)


figure, axes = plt.subplots(1, 3, figsize=(13, 4.2), layout="constrained")
for ax, name, labels in zip(axes, ("AND", "OR"), (AND, OR)):
    errors = perceptron_fit(POINTS, labels, 1.0, 20)[2]
    for epoch in range(1, len(errors) + 1):
        w, b, _ = perceptron_fit(POINTS, labels, 1.0, epoch)
        shade = plt.cm.viridis_r(0.1 + 0.9 * epoch / len(errors))
        draw_line(ax, w, b, color=shade, lw=1 + 2 * epoch / len(errors), label=str(epoch))
    draw_points(ax, POINTS, labels)
    ax.legend(title="epoch", loc="upper right", fontsize=8)  # en
    ax.legend(title="época", loc="upper right", fontsize=8)  # es
    ax.set_title(f"{name}: w = ({w[0]:g}, {w[1]:g}), b = {b:g}")
    axes[2].plot(range(1, len(errors) + 1), errors, "o-", label=name)
axes[2].legend()
axes[2].set_title("Mistakes while learning")  # en
axes[2].set_title("Errores mientras aprende")  # es
axes[2].set_xlabel("epoch")  # en
axes[2].set_xlabel("época")  # es
axes[2].set_yticks(range(4))
plt.show()

# %% [markdown] lang="en"
# ### A promise with a proof
#
# In each picture the last two lines are the same: the last epoch found no mistake, so nothing moved.
# And the last line may even touch a point, where $z = 0$. The perceptron stops at the first line that works, not at
# the best. But will it always stop?
#
# **If there is a line that separates the classes, the perceptron finds one.** We can even say after how many mistakes.
#
# **By hand.** For AND, the line $x_1 + x_2 - 1.5 = 0$ separates. Treat the bias as one more weight, with an input
# that is always 1. Then $v = (1, 1, -1.5)$ and the samples are $(x_1, x_2, 1)$.
#
# - $R$ is the length of the longest sample: $\lVert (1, 1, 1) \rVert = \sqrt{3}$.
# - $\gamma$ (gamma) is the *margin*: how far the nearest sample is from the border, in that space.
#   The smallest $|v \cdot x|$ is $0.5$, so $\gamma = 0.5 / \lVert v \rVert = 0.5 / \sqrt{4.25} \approx 0.243$.
# - $(R / \gamma)^2 = 3 \cdot 4.25 / 0.25 = 51$.
#
# **The theorem** (Novikoff, 1962). Starting at zero, the perceptron makes at most
#
# $$\left(\frac{R}{\gamma}\right)^2$$
#
# mistakes in total, in any order of the samples and with any positive learning rate.
# For AND that is 51. Your list says $2 + 3 + 3 + 2 + 1 + 0 = 11$.
#
# The reason fits in two sentences (here $w$ has the bias inside). Each correction moves $w$ forward
# by at least $\text{lr} \cdot \gamma$ in the direction of $v$. But it adds at most $\text{lr}^2 R^2$ to
# $\lVert w \rVert^2$, since it only happens when $w$ points the wrong way.
# After $k$ mistakes, $k\gamma \le \lVert w \rVert / \text{lr} \le \sqrt{k}\,R$, and so $k \le (R/\gamma)^2$.
#
# Notice the first word of the theorem: **if**.

# %% [markdown] lang="es"
# ### Una promesa con demostración
#
# En cada dibujo, las dos últimas rectas son la misma: la última época no encontró errores, así que nada se movió.
# Y la última recta puede incluso tocar un punto, donde $z = 0$. El perceptrón se detiene en la primera recta que sirve,
# no en la mejor. Pero ¿siempre se detiene?
#
# **Si existe una recta que separa las clases, el perceptrón encuentra una.** Incluso podemos decir tras cuántos
# errores.
#
# **A mano.** Para AND, la recta $x_1 + x_2 - 1.5 = 0$ separa. Trata el sesgo como un peso más, con una entrada que
# siempre vale 1. Entonces $v = (1, 1, -1.5)$ y las muestras son $(x_1, x_2, 1)$.
#
# - $R$ es el largo de la muestra más larga: $\lVert (1, 1, 1) \rVert = \sqrt{3}$.
# - $\gamma$ (gamma) es el *margen*: a qué distancia del borde está la muestra más cercana, en ese espacio.
#   El menor $|v \cdot x|$ es $0.5$, así que $\gamma = 0.5 / \lVert v \rVert = 0.5 / \sqrt{4.25} \approx 0.243$.
# - $(R / \gamma)^2 = 3 \cdot 4.25 / 0.25 = 51$.
#
# **El teorema** (Novikoff, 1962). Si empieza en cero, el perceptrón comete como máximo
#
# $$\left(\frac{R}{\gamma}\right)^2$$
#
# errores en total, con cualquier orden de las muestras y con cualquier tasa de aprendizaje positiva.
# Para AND son 51. Tu lista dice $2 + 3 + 3 + 2 + 1 + 0 = 11$.
#
# La razón cabe en dos frases (aquí $w$ lleva el sesgo adentro). Cada corrección hace avanzar $w$
# al menos $\text{lr} \cdot \gamma$ en la dirección de $v$. Pero le suma a lo más $\text{lr}^2 R^2$ a
# $\lVert w \rVert^2$, porque solo ocurre cuando $w$ apunta hacia el lado equivocado.
# Tras $k$ errores, $k\gamma \le \lVert w \rVert / \text{lr} \le \sqrt{k}\,R$, y entonces $k \le (R/\gamma)^2$.
#
# Fíjate en la primera palabra del teorema: **si**.

# %% [markdown] lang="en"
# ## 5. XOR: the wall of 1969
#
# XOR answers 1 when exactly one input is 1. Four points, two classes. Suppose that some $w_1, w_2, b$ computed it.
#
# **By hand.** Each point demands something:
#
# 1. $(0, 0) \to 0$ demands $b < 0$.
# 2. $(0, 1) \to 1$ demands $w_2 + b \ge 0$.
# 3. $(1, 0) \to 1$ demands $w_1 + b \ge 0$.
# 4. $(1, 1) \to 0$ demands $w_1 + w_2 + b < 0$.
#
# Add 2 and 3: $w_1 + w_2 + 2b \ge 0$. So $w_1 + w_2 + b \ge -b$, and $-b > 0$ by 1. That contradicts 4.
# **No such numbers exist.** More epochs, another learning rate or a faster computer change nothing.
#
# A line that computes OR gets 3 of the 4 points right. So the best accuracy of a line on XOR is exactly $3/4$.
#
# The next cell shows it in three ways. First, the four corrections of one epoch: together they cancel, and the last
# one ends where the epoch began. Then the mistakes. Then two maps that try *every* line: each point of a map is a line,
# with its angle and its bias, and the color says how many points it gets right.
#
# Before you run it: how many mistakes per epoch will the perceptron make on XOR in the long run?

# %% [markdown] lang="es"
# ## 5. XOR: el muro de 1969
#
# XOR responde 1 cuando exactamente una entrada es 1. Cuatro puntos, dos clases. Supón que algunos $w_1, w_2, b$ lo
# calculan.
#
# **A mano.** Cada punto exige algo:
#
# 1. $(0, 0) \to 0$ exige $b < 0$.
# 2. $(0, 1) \to 1$ exige $w_2 + b \ge 0$.
# 3. $(1, 0) \to 1$ exige $w_1 + b \ge 0$.
# 4. $(1, 1) \to 0$ exige $w_1 + w_2 + b < 0$.
#
# Suma 2 y 3: $w_1 + w_2 + 2b \ge 0$. Entonces $w_1 + w_2 + b \ge -b$, y $-b > 0$ por 1. Eso contradice 4.
# **Esos números no existen.** Más épocas, otra tasa de aprendizaje o un computador más rápido no cambian nada.
#
# Una recta que calcula OR acierta en 3 de los 4 puntos. Así que la mejor exactitud de una recta en XOR es justo $3/4$.
#
# La siguiente celda lo muestra de tres maneras. Primero, las cuatro correcciones de una época: juntas se anulan, y
# la última termina donde empezó la época. Luego, los errores. Luego, dos mapas que prueban *todas* las rectas: cada
# punto del mapa es una recta, con su ángulo y su sesgo, y el color dice cuántos puntos acierta.
#
# Antes de ejecutarla: ¿cuántos errores por época cometerá el perceptrón con XOR a la larga?

# %% kind="demo"
def draw_all_lines(ax, labels):
    angles, biases = np.linspace(0, 2 * np.pi, 145), np.linspace(-2, 2, 81)
    right = [[np.mean(perceptron_predict(POINTS, [np.cos(t), np.sin(t)], b) == labels) for t in angles] for b in biases]
    ax.set(xticks=[0, 90, 180, 270, 360], ylabel="$b$")
    return ax.imshow(right, origin="lower", extent=(0, 360, -2, 2), aspect="auto", vmin=0, vmax=1, cmap="cividis")


figure, axes = plt.subplots(1, 4, figsize=(16, 4.2), layout="constrained")
w, b, _ = perceptron_fit(POINTS, XOR, 1.0, 10)
for x, label, color in zip(POINTS, XOR, ("indigo", "crimson", "darkorange", "seagreen")):
    w, b = perceptron_update(w, b, x, label, 1.0)
    draw_line(axes[0], w, b, color=color, lw=2.5, label=f"({x[0]:g}, {x[1]:g})")
draw_points(axes[0], POINTS, XOR)
axes[0].set(xlim=(-1.75, 2.5), ylim=(-1.75, 2.5))
axes[0].legend(title="after correcting", loc="lower right", fontsize=8)  # en
axes[0].legend(title="tras corregir", loc="lower right", fontsize=8)  # es
axes[0].set_title("XOR, epoch 11: round and round")  # en
axes[0].set_title("XOR, época 11: vueltas y vueltas")  # es
for name, labels in (("AND", AND), ("OR", OR), ("XOR", XOR)):
    errors = perceptron_fit(POINTS, labels, 1.0, 15)[2]
    axes[1].plot(range(1, len(errors) + 1), errors, "o-", label=name)
axes[1].legend()
axes[1].set(xticks=range(1, 16, 2), yticks=range(5))
axes[1].set_title("Mistakes while learning")  # en
axes[1].set_title("Errores mientras aprende")  # es
axes[1].set_xlabel("epoch")  # en
axes[1].set_xlabel("época")  # es
for ax, name, labels in zip(axes[2:], ("AND", "XOR"), (AND, XOR)):
    picture = draw_all_lines(ax, labels)
    ax.set_xlabel("direction of $w$ (degrees)")  # en
    ax.set_xlabel("dirección de $w$ (grados)")  # es
    best = picture.get_array().max()
    ax.set_title(f"{name}, every line: at best {best:g}")  # en
    ax.set_title(f"{name}, todas las rectas: a lo más {best:g}")  # es
figure.colorbar(picture, ax=axes[3], label="accuracy", ticks=[0, 0.25, 0.5, 0.75, 1])  # en
figure.colorbar(picture, ax=axes[3], label="exactitud", ticks=[0, 0.25, 0.5, 0.75, 1])  # es
plt.show()

# %% [markdown] lang="en"
# ## 6. Is it enough to stack layers? `compose_linear`
#
# **Why.** One neuron is one line. The obvious idea: put another layer behind. Let us see if it helps.
#
# **By hand.** The first layer computes $h = 2x + 1$. The second computes $-3h + 4$. Take $x = 5$:
# $h = 11$, and then $-33 + 4 = -29$.
# Now join them before putting the number in: $-3(2x + 1) + 4 = -6x + 1$. With $x = 5$: $-29$.
# Two layers, and yet *one* would do: weight $-6$, bias $1$.
#
# **The formula.** With many inputs and outputs it is the same algebra. A layer has a matrix of weights: column $j$
# holds the weights of unit $j$. So `W1` is `(D, H)`, `W2` is `(H, K)`, and a batch passes from left to right:
#
# $$(X W_1 + b_1) W_2 + b_2 = X \underbrace{(W_1 W_2)}_{W} + \underbrace{(b_1 W_2 + b_2)}_{b}$$
#
# Mind the order: $W_1 W_2$ is `(D, H) (H, K)`, so `(D, K)`. And $b_1$ also passes through the second layer.
#
# **The lesson.** A hundred linear layers are one linear layer. XOR stays out of reach, however deep the network.

# %% [markdown] lang="es"
# ## 6. ¿Basta con apilar capas? `compose_linear`
#
# **Por qué.** Una neurona es una recta. La idea obvia: poner otra capa detrás. Veamos si ayuda.
#
# **A mano.** La primera capa calcula $h = 2x + 1$. La segunda calcula $-3h + 4$. Toma $x = 5$:
# $h = 11$, y luego $-33 + 4 = -29$.
# Ahora únelas antes de poner el número: $-3(2x + 1) + 4 = -6x + 1$. Con $x = 5$: $-29$.
# Son dos capas y, sin embargo, bastaría *una*: peso $-6$, sesgo $1$.
#
# **La fórmula.** Con muchas entradas y salidas es la misma álgebra. Una capa tiene una matriz de pesos: la columna
# $j$ guarda los pesos de la unidad $j$. Así, `W1` es `(D, H)`, `W2` es `(H, K)`, y un lote pasa de izquierda a
# derecha:
#
# $$(X W_1 + b_1) W_2 + b_2 = X \underbrace{(W_1 W_2)}_{W} + \underbrace{(b_1 W_2 + b_2)}_{b}$$
#
# Cuida el orden: $W_1 W_2$ es `(D, H) (H, K)`, o sea `(D, K)`. Y $b_1$ también pasa por la segunda capa.
#
# **La lección.** Cien capas lineales son una sola capa lineal. XOR sigue fuera de alcance, por profunda que sea la red.

# %% question="compose_linear"
def compose_linear(W1, b1, W2, b2):
    """
    en: The one linear layer that does the same as two in a row, x @ W1 + b1 and then h @ W2 + b2.
    en: W1: (D, H). b1: (H,). W2: (H, K). b2: (K,). Returns (W, b) with shapes (D, K) and (K,), float64.
    es: La única capa lineal que hace lo mismo que dos seguidas, x @ W1 + b1 y luego h @ W2 + b2.
    es: W1: (D, H). b1: (H,). W2: (H, K). b2: (K,). Devuelve (W, b) con formas (D, K) y (K,), float64.
    """
    # BEGIN SOLUTION
    W2 = np.asarray(W2, dtype=float)
    return np.asarray(W1, dtype=float) @ W2, np.asarray(b1, dtype=float) @ W2 + b2
    # END SOLUTION


# %% [markdown] lang="en"
# Do not take our word for it. The next cell builds 5000 random networks with two layers and *no* step between them,
# and counts how many points of XOR the best one gets right.

# %% [markdown] lang="es"
# No nos creas sin más. La siguiente celda construye 5000 redes al azar con dos capas y *sin* escalón entre ellas,
# y cuenta cuántos puntos de XOR acierta la mejor.

# %% kind="demo"
rng = np.random.default_rng(0)
best = 0
for _ in range(5000):
    W, b = compose_linear(rng.normal(size=(2, 3)), rng.normal(size=3), rng.normal(size=(3, 1)), rng.normal(size=1))
    best = max(best, int(np.sum(perceptron_predict(POINTS, W[:, 0], b[0]) == XOR)))
print(f"The best of 5000 gets {best} of 4 points right.")  # en
print(f"La mejor de 5000 acierta {best} de 4 puntos.")  # es

# %% [markdown] lang="en"
# ## 7. The way out: `xor_network`
#
# **Why.** Stacking lines gives a line. So put something between the layers that is not a line.
# We already have it: the step. Each hidden unit makes its own yes-or-no decision, and the output unit decides over
# those.
#
# **By hand.** "One or the other, but not both" is already a recipe: it is OR *and* NAND (NAND means "not both").
#
# | $x_1$ | $x_2$ | $h_1$: OR | $h_2$: NAND | $h_1$ AND $h_2$ |
# |---|---|---|---|---|
# | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 1 | 1 | 1 |
# | 1 | 0 | 1 | 1 | 1 |
# | 1 | 1 | 1 | 0 | 0 |
#
# OR is a line. NAND is a line. And look at the columns $h_1$ and $h_2$: the four points became three, since
# $(0, 1)$ and $(1, 0)$ fall together. In *that* plane a line is enough. The hidden layer did not solve the problem:
# it redrew it so that it could be solved.
#
# **The formula.** With H hidden units (at least 2), `W1` is `(2, H)`, `b1` is `(H,)`, `W2` is `(H,)` and `b2` is a
# number:
#
# $$h = \text{step}(x W_1 + b_1) \qquad\qquad \hat{y} = \text{step}(h \cdot W_2 + b_2)$$
#
# Choose the numbers, as McCulloch and Pitts would have done. You already saw AND: weights $(1, 1)$, bias $-1.5$.
# What must change to get OR? And to turn a neuron around, so that it says no where it said yes?
# Remember that column $j$ of `W1` belongs to hidden unit $j$, and that $z = 0$ gives 1.
# There are infinitely many right answers. Any of them passes, also with other hidden units or more of them.

# %% [markdown] lang="es"
# ## 7. La salida: `xor_network`
#
# **Por qué.** Apilar rectas da una recta. Entonces pon entre las capas algo que no sea una recta.
# Ya lo tenemos: el escalón. Cada unidad oculta toma su propia decisión de sí o no, y la unidad de salida decide sobre
# ellas.
#
# **A mano.** «Uno o el otro, pero no ambos» ya es una receta: es OR *y* NAND (NAND significa «no ambos»).
#
# | $x_1$ | $x_2$ | $h_1$: OR | $h_2$: NAND | $h_1$ AND $h_2$ |
# |---|---|---|---|---|
# | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 1 | 1 | 1 |
# | 1 | 0 | 1 | 1 | 1 |
# | 1 | 1 | 1 | 0 | 0 |
#
# OR es una recta. NAND es una recta. Y mira las columnas $h_1$ y $h_2$: los cuatro puntos pasaron a ser tres, porque
# $(0, 1)$ y $(1, 0)$ caen juntos. En *ese* plano basta una recta. La capa oculta (*hidden layer*) no resolvió el
# problema: lo volvió a dibujar para que se pudiera resolver.
#
# **La fórmula.** Con H unidades ocultas (al menos 2), `W1` es `(2, H)`, `b1` es `(H,)`, `W2` es `(H,)` y `b2` es un
# número:
#
# $$h = \text{step}(x W_1 + b_1) \qquad\qquad \hat{y} = \text{step}(h \cdot W_2 + b_2)$$
#
# Elige los números, como lo habrían hecho McCulloch y Pitts. Ya viste AND: pesos $(1, 1)$, sesgo $-1.5$.
# ¿Qué debe cambiar para obtener OR? ¿Y para invertir una neurona, de modo que diga no donde decía sí?
# Recuerda que la columna $j$ de `W1` es de la unidad oculta $j$, y que $z = 0$ da 1.
# Hay infinitas respuestas correctas. Cualquiera pasa, también con otras unidades ocultas o con más.

# %% question="xor_network"
def xor_network():
    """
    en: A network with one hidden layer of step units that computes XOR of two inputs.
    en: Returns (W1, b1, W2, b2) with shapes (2, H), (H,), (H,) and a number, for some H >= 2.
    es: Una red con una capa oculta de unidades escalón que calcula XOR de dos entradas.
    es: Devuelve (W1, b1, W2, b2) con formas (2, H), (H,), (H,) y un número, para algún H >= 2.
    """
    # BEGIN SOLUTION
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])  # column 0: OR, column 1: NAND
    b1 = np.array([-0.5, 1.5])
    W2 = np.array([1.0, 1.0])  # AND
    return W1, b1, W2, -1.5
    # END SOLUTION


# %% [markdown] lang="en"
# ## 8. The multilayer perceptron: `mlp_predict`
#
# **Why.** You have the weights. Now you need the machine that runs them, for any batch and any number of hidden units.
#
# **By hand.** One sample, $x = (2, 0, 1)$, and two hidden units:
#
# $$W_1 = \begin{pmatrix} 1 & -2 \\ 0.5 & 1 \\ -1 & 0 \end{pmatrix} \quad b_1 = (-0.5,\; 0.25)
# \qquad W_2 = (2, -1) \quad b_2 = -0.5$$
#
# - Hidden sums: $2 \cdot 1 + 0 \cdot 0.5 + 1 \cdot (-1) - 0.5 = 0.5$, and $2 \cdot (-2) + 0 + 0 + 0.25 = -3.75$.
# - Hidden answers: $h = (1, 0)$. From here on, $0.5$ and $-3.75$ no longer matter.
# - Output sum: $1 \cdot 2 + 0 \cdot (-1) - 0.5 = 1.5$. Answer: 1.
#
# **The formula.** For a batch, with its shapes:
#
# $$H = \text{step}(X W_1 + b_1)\;\; (N, H) \qquad\qquad \hat{y} = \text{step}(H W_2 + b_2)\;\; (N,)$$
#
# The second line is a perceptron whose inputs are other perceptrons. That is all there is to "multilayer".

# %% [markdown] lang="es"
# ## 8. El perceptrón multicapa: `mlp_predict`
#
# **Por qué.** Ya tienes los pesos. Ahora necesitas la máquina que los usa, con cualquier lote y cualquier número de
# unidades ocultas.
#
# **A mano.** Una muestra, $x = (2, 0, 1)$, y dos unidades ocultas:
#
# $$W_1 = \begin{pmatrix} 1 & -2 \\ 0.5 & 1 \\ -1 & 0 \end{pmatrix} \quad b_1 = (-0.5,\; 0.25)
# \qquad W_2 = (2, -1) \quad b_2 = -0.5$$
#
# - Sumas ocultas: $2 \cdot 1 + 0 \cdot 0.5 + 1 \cdot (-1) - 0.5 = 0.5$, y $2 \cdot (-2) + 0 + 0 + 0.25 = -3.75$.
# - Respuestas ocultas: $h = (1, 0)$. De aquí en adelante, $0.5$ y $-3.75$ ya no importan.
# - Suma de salida: $1 \cdot 2 + 0 \cdot (-1) - 0.5 = 1.5$. Respuesta: 1.
#
# **La fórmula.** Para un lote, con sus formas:
#
# $$H = \text{step}(X W_1 + b_1)\;\; (N, H) \qquad\qquad \hat{y} = \text{step}(H W_2 + b_2)\;\; (N,)$$
#
# La segunda línea es un perceptrón cuyas entradas son otros perceptrones. Eso es todo lo que significa «multicapa».

# %% question="mlp_predict"
def mlp_predict(X, W1, b1, W2, b2):
    """
    en: The answers, 0.0 or 1.0, of a network with one hidden layer; step units in both layers.
    en: X: (N, D). W1: (D, H). b1: (H,). W2: (H,). b2: a number. Returns (N,), float64.
    es: Las respuestas, 0.0 o 1.0, de una red con una capa oculta; unidades escalón en ambas capas.
    es: X: (N, D). W1: (D, H). b1: (H,). W2: (H,). b2: un número. Devuelve (N,), float64.
    """
    # BEGIN SOLUTION
    hidden = step(np.asarray(X, dtype=float) @ np.asarray(W1, dtype=float) + b1)
    return step(hidden @ np.asarray(W2, dtype=float) + b2)
    # END SOLUTION


# %% [markdown] lang="en"
# ### Your network, seen from inside
#
# Left: the line of each hidden unit of *your* `xor_network`; its arrow points to where it says 1.
# Middle: what the output unit sees, the plane $(h_1, h_2)$. There are fewer points, and a line is enough.
# Right: what the whole network answers. The region of the 1s is no longer half a plane.

# %% [markdown] lang="es"
# ### Tu red, vista por dentro
#
# Izquierda: la recta de cada unidad oculta de *tu* `xor_network`; su flecha apunta hacia donde dice 1.
# Centro: lo que ve la unidad de salida, el plano $(h_1, h_2)$. Hay menos puntos, y basta una recta.
# Derecha: lo que responde la red completa. La región de los 1 ya no es medio plano.

# %% kind="demo"
W1, b1, W2, b2 = (np.asarray(part, dtype=float) for part in xor_network())
figure, axes = plt.subplots(1, 3, figsize=(13, 4.4), layout="constrained")
for unit in range(len(b1)):
    w, b, color = W1[:, unit], b1[unit], plt.cm.tab10(unit)
    draw_line(axes[0], w, b, color=color, lw=2.5, label=f"$h_{unit + 1}$")
    if np.any(w):
        middle = np.array([0.5, 0.5]) - (w @ [0.5, 0.5] + b) * w / (w @ w)
        tip = middle + 0.35 * w / np.linalg.norm(w)
        axes[0].annotate("", tip, middle, arrowprops={"arrowstyle": "->", "lw": 2, "color": color})
draw_points(axes[0], POINTS, XOR)
axes[0].legend()
axes[0].set_title("Each hidden unit: a half-plane")  # en
axes[0].set_title("Cada unidad oculta: un semiplano")  # es
hidden = step(POINTS @ W1 + b1)
draw_points(axes[1], hidden[:, :2], XOR)
for h, point in zip(hidden, POINTS):
    below = 0.16 if point[1] < point[0] else 0.0
    axes[1].annotate(f"({point[0]:g}, {point[1]:g})", (h[0] + 0.1, h[1] + 0.1 - below))
if len(b1) == 2:
    draw_line(axes[1], W2, b2, color="black", lw=2.5)
axes[1].set(xlabel="$h_1$", ylabel="$h_2$", xlim=(-0.5, 1.75), ylim=(-0.5, 1.75))
axes[1].set_title("What the output unit sees")  # en
axes[1].set_title("Lo que ve la unidad de salida")  # es
draw_regions(axes[2], lambda grid: mlp_predict(grid, W1, b1, W2, b2), -0.75, 2.0)
draw_points(axes[2], POINTS, XOR)
axes[2].set_title("What the network answers")  # en
axes[2].set_title("Lo que responde la red")  # es
plt.show()

# %% [markdown] lang="en"
# ### And with more hidden units?
#
# Each hidden unit cuts the plane once. An output unit that demands *all* of them (an AND of H inputs: bias $-H + 0.5$)
# keeps the points that are on the right side of every cut: a polygon with H sides.
# Before you run it: what do 24 cuts look like?
#
# Add one more layer that joins several polygons, and you can draw any region you like.
# What a network *can* compute was clear very soon. How to *find* its weights is the rest of the course.

# %% [markdown] lang="es"
# ### ¿Y con más unidades ocultas?
#
# Cada unidad oculta corta el plano una vez. Una unidad de salida que exige *todas* (un AND de H entradas: sesgo
# $-H + 0.5$) se queda con los puntos que están del lado correcto de cada corte: un polígono de H lados. Antes de
# ejecutarla: ¿cómo se ven 24 cortes?
#
# Agrega una capa más, que junte varios polígonos, y puedes dibujar la región que quieras.
# Lo que una red *puede* calcular se supo muy pronto. Cómo *encontrar* sus pesos es el resto del curso.

# %% kind="demo"
figure, axes = plt.subplots(1, 3, figsize=(13, 4.4), layout="constrained")
for ax, units in zip(axes, (3, 6, 24)):
    angles = 2 * np.pi * np.arange(units) / units + np.pi / 2
    W1, b1 = np.array([-np.cos(angles), -np.sin(angles)]), np.ones(units)
    draw_regions(ax, lambda grid: mlp_predict(grid, W1, b1, np.ones(units), -units + 0.5))
    for unit in range(units):
        draw_line(ax, W1[:, unit], b1[unit], color="gray", lw=0.7)
    ax.set_title(f"{units} hidden units")  # en
    ax.set_title(f"{units} unidades ocultas")  # es
plt.show()

# %% [markdown] lang="en"
# ## What you now know
#
# - A neuron is a weighted sum, a bias and a decision. With two inputs it is a line: $w$ turns it, $b$ pushes it.
# - It can find its own weights: after each mistake, *error times input*. If a line exists, it finds one, within
#   $(R/\gamma)^2$ mistakes.
# - If no line exists, as with XOR, it never stops making mistakes. This is proved, and no amount of computing helps.
# - Linear layers one after another are one linear layer. The non-linearity between them is what makes depth worth
#   anything.
# - A hidden layer redraws the problem so that the next layer can solve it. This is what every deep network does.
#
# **Where it is used next.**
#
# - You chose the hidden weights of XOR by hand. Can a machine learn them? Rosenblatt's rule cannot: the step is flat,
#   so a small change of a hidden weight changes nothing, and there is no way to tell who is to blame.
#   *Assignment 2* replaces the step by functions that have a slope.
# - `X @ W + b` for a batch is the dense layer, and *error times input* is its gradient: *assignment 3*.
# - The learning rate, the epochs and the curve of mistakes return with every optimizer: *assignment 4*.
#
# **To think about.** What does the perceptron do if you shuffle the samples in each epoch? Does the theorem still hold?
# And if you start XOR's *hidden* weights all at zero, can two units ever become different?

# %% [markdown] lang="es"
# ## Lo que ahora sabes
#
# - Una neurona es una suma ponderada, un sesgo y una decisión. Con dos entradas es una recta: $w$ la gira, $b$ la
#   empuja.
# - Puede encontrar sus propios pesos: tras cada error, *error por entrada*. Si existe una recta, encuentra una,
#   con a lo más $(R/\gamma)^2$ errores.
# - Si no existe, como en XOR, nunca deja de equivocarse. Está demostrado, y ningún computador lo remedia.
# - Varias capas lineales seguidas son una sola capa lineal. La no linealidad entre ellas es lo que hace que la
#   profundidad valga algo.
# - Una capa oculta vuelve a dibujar el problema para que la siguiente lo pueda resolver. Es lo que hace toda red
#   profunda.
#
# **Dónde se usa después.**
#
# - Elegiste a mano los pesos ocultos de XOR. ¿Los puede aprender una máquina? La regla de Rosenblatt no puede: el
#   escalón es plano, así que un cambio pequeño en un peso oculto no cambia nada, y no hay cómo saber quién tiene la
#   culpa. La *tarea 2* cambia el escalón por funciones que tienen pendiente.
# - `X @ W + b` para un lote es la capa densa, y *error por entrada* es su gradiente: *tarea 3*.
# - La tasa de aprendizaje, las épocas y la curva de errores vuelven con cada optimizador: *tarea 4*.
#
# **Para pensar.** ¿Qué hace el perceptrón si barajas las muestras en cada época? ¿Sigue valiendo el teorema?
# Y si los pesos *ocultos* de XOR empiezan todos en cero, ¿pueden dos unidades llegar a ser distintas?
