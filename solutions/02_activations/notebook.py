# %% [markdown] lang="en"
# # Activation functions
#
# A neuron first **adds**: it multiplies its inputs by weights and sums them. Then it **decides** how much of that sum
# to pass on. The adding is linear. The deciding is the *activation function*, and without it a deep network could do
# nothing that a single layer cannot do.
#
# In this notebook you write the activation functions of the class, forward and backward, with numpy alone:
#
# | function | its idea | where you meet it |
# |---|---|---|
# | ReLU | keep the positive, drop the negative | nearly every hidden layer today |
# | leaky ReLU | the same, but let a little of the negative through | networks whose ReLUs stop learning |
# | sigmoid | a score becomes a probability | yes-or-no outputs |
# | tanh | a sigmoid centred at 0 | hidden layers of classic networks |
# | softmax | many scores become probabilities that sum to 1 | outputs with several classes |
#
# Each one is short. What makes them interesting is what goes wrong: exponentials that overflow, gradients that vanish,
# arrays that change behind your back. Set aside about two hours.

# %% [markdown] lang="es"
# # Funciones de activación
#
# Una neurona primero **suma**: multiplica sus entradas por pesos (*weights*) y las suma. Después **decide** cuánto de
# esa suma deja pasar. Sumar es lineal. Decidir es la *función de activación*, y sin ella una red profunda no podría
# hacer nada que una sola capa no pueda.
#
# En este cuaderno escribes las funciones de activación de la clase, hacia adelante y hacia atrás, solo con numpy:
#
# | función | su idea | dónde la encuentras |
# |---|---|---|
# | ReLU | conservar lo positivo, descartar lo negativo | casi todas las capas ocultas de hoy |
# | ReLU con fuga (*leaky ReLU*) | lo mismo, pero deja pasar un poco de lo negativo | redes cuyas ReLU dejan de aprender |
# | sigmoide (*sigmoid*) | un puntaje se vuelve probabilidad | salidas de sí o no |
# | tanh | una sigmoide centrada en 0 | capas ocultas de las redes clásicas |
# | softmax | varios puntajes se vuelven probabilidades que suman 1 | salidas con varias clases |
#
# Cada una es corta. Lo interesante es lo que puede salir mal: exponenciales que se desbordan, gradientes que se
# desvanecen, arreglos que cambian a tus espaldas. Reserva unas dos horas.

# %% kind="setup"
import numpy as np

np.set_printoptions(precision=6)

# %% [markdown] lang="en"
# ## Why a network needs them
#
# In the first assignment you saw that two linear layers are one. Put one after the other and multiply out:
#
# $$W_2\,(W_1 x + b_1) + b_2 \;=\; (W_2 W_1)\,x + (W_2 b_1 + b_2)$$
#
# The right side is again a single layer. Ten layers, a hundred layers: still a straight line. A curve between the
# layers breaks this spell, because now the pieces no longer collapse into one.
#
# Run the next cell. The same 30 points, the same 12 hidden units with the same random weights $W_1$ and biases $b_1$;
# only $W_2$ and $b_2$ are fitted. The grey lines are what each hidden unit contributes; the coloured line is their
# sum.

# %% [markdown] lang="es"
# ## Por qué una red las necesita
#
# En la primera tarea viste que dos capas lineales son una sola. Ponlas una tras otra y desarrolla el producto:
#
# $$W_2\,(W_1 x + b_1) + b_2 \;=\; (W_2 W_1)\,x + (W_2 b_1 + b_2)$$
#
# El lado derecho vuelve a ser una sola capa. Con diez capas o con cien, sigue siendo una recta. Una curva entre las
# capas rompe el hechizo, porque entonces las piezas ya no se funden en una.
#
# Ejecuta la celda siguiente. Son los mismos 30 puntos y las mismas 12 unidades ocultas, con los mismos pesos $W_1$ y
# sesgos (*biases*) $b_1$ al azar; solo se ajustan $W_2$ y $b_2$. Las líneas grises son lo que aporta cada unidad
# oculta; la línea de color es su suma.

# %% kind="demo"
import matplotlib.pyplot as plt

INK, GREY, RED = "#264653", "#9aa5ab", "#d1495b"
COLOR = {"relu": "#1d6fb8", "leaky": "#2a9d8f", "sigmoid": "#e07a1f", "tanh": "#7b4fa3", "softmax": "#c2185b"}


def canvas(rows, columns, width, height, **options):
    _, axes = plt.subplots(rows, columns, figsize=(width, height), layout="constrained", **options)
    for ax in axes.flat:
        ax.spines[["top", "right"]].set_visible(False)
        ax.grid(alpha=0.3)
        ax.set_axisbelow(True)
    return axes


def hidden(z, activation):
    return np.column_stack([activation(np.outer(z, w1) + b1), np.ones(len(z))])


rng = np.random.default_rng(2)
points = np.linspace(-3, 3, 30)
target = np.sin(2 * points) + 0.4 * points + rng.normal(0, 0.12, 30)
w1, b1 = rng.normal(0, 1.5, 12), rng.normal(0, 2.0, 12)
line = np.linspace(-3, 3, 301)

titles = ["No activation: a straight line", "tanh between the layers: a curve"]  # en
titles = ["Sin activación: una recta", "tanh entre las capas: una curva"]  # es
axes = canvas(1, 2, 10, 3.8, sharey=True)
for i, activation, color in [(0, np.positive, RED), (1, np.tanh, COLOR["tanh"])]:
    h = hidden(points, activation)
    w2 = np.linalg.solve(h.T @ h + 0.01 * np.eye(13), h.T @ target)
    axes[i].plot(line, hidden(line, activation)[:, :12] * w2[:12], color=GREY, lw=0.8, alpha=0.8)
    axes[i].plot(line, hidden(line, activation) @ w2, color=color, lw=3)
    axes[i].plot(points, target, "o", color=INK, ms=5)
    axes[i].set(title=titles[i], xlabel="x", ylim=(-3, 3))
plt.show()

# %% [markdown] lang="en"
# ## What `dout` means
#
# Let $L$ be the loss, the one number that training wants to make small. Your function $f$ sits somewhere on the way to
# it:
#
# $$x \;\longrightarrow\; y = f(x) \;\longrightarrow\; \cdots \;\longrightarrow\; L$$
#
# Backpropagation walks this path from right to left. When it reaches your function it already knows how $L$ changes
# with $y$. That is the *upstream gradient*, and we call it `dout`:
#
# $$\texttt{dout} = \frac{\partial L}{\partial y} \qquad\text{and you return}\qquad \frac{\partial L}{\partial x} = \frac{\partial L}{\partial y}\cdot\frac{dy}{dx} = \texttt{dout}\cdot f'(x)$$
#
# This is the chain rule, and it is all of backpropagation, one step at a time.
#
# **By hand.** Take $f(x) = x^2$ at $x = 3$, with `dout` $= 0.5$. The slope is $f'(3) = 6$, so you return
# $0.5 \cdot 6 = 3$. Is it true? Nudge $x$ by 0.001: $y$ rises by about 0.006, so $L$ rises by about
# $0.5 \cdot 0.006 = 0.003$. And $0.003 / 0.001 = 3$. The tests check you in the same way, with nudges far smaller.
#
# Two things follow, and forgetting them causes most mistakes below:
#
# 1. `dout` may be anything: large, negative, 0. Your slope comes from `x` alone.
# 2. A `backward` function receives `x`, the value **before** the activation. If your formula needs the output, compute
#    it first.
#
# In ReLU, leaky ReLU, sigmoid and tanh, entry $i$ of the output depends on entry $i$ of the input and on no other. So
# the rule is applied entry by entry. Softmax is different, and that is why it comes last.

# %% [markdown] lang="es"
# ## Qué significa `dout`
#
# Sea $L$ la pérdida (*loss*), el número que el entrenamiento quiere hacer pequeño. Tu función $f$ está en algún punto
# del camino:
#
# $$x \;\longrightarrow\; y = f(x) \;\longrightarrow\; \cdots \;\longrightarrow\; L$$
#
# La retropropagación (*backpropagation*) recorre ese camino de derecha a izquierda. Cuando llega a tu función, ya sabe
# cómo cambia $L$ con $y$. Ese es el *gradiente que llega* (*upstream gradient*), y lo llamamos `dout`:
#
# $$\texttt{dout} = \frac{\partial L}{\partial y} \qquad\text{y tú devuelves}\qquad \frac{\partial L}{\partial x} = \frac{\partial L}{\partial y}\cdot\frac{dy}{dx} = \texttt{dout}\cdot f'(x)$$
#
# Es la regla de la cadena, y eso es toda la retropropagación, paso a paso.
#
# **A mano.** Toma $f(x) = x^2$ en $x = 3$, con `dout` $= 0.5$. La pendiente es $f'(3) = 6$, así que devuelves
# $0.5 \cdot 6 = 3$. ¿Será cierto? Mueve $x$ en 0.001: $y$ sube cerca de 0.006, así que $L$ sube cerca de
# $0.5 \cdot 0.006 = 0.003$. Y $0.003 / 0.001 = 3$. Las pruebas te revisan del mismo modo, con pasos mucho más
# pequeños.
#
# De aquí salen dos consecuencias, y olvidarlas causa la mayoría de los errores de este cuaderno:
#
# 1. `dout` puede ser cualquier cosa: grande, negativo, 0. Tu pendiente sale solo de `x`.
# 2. Una función `backward` recibe `x`, el valor **antes** de la activación. Si tu fórmula necesita la salida,
#    calcúlala primero.
#
# En ReLU, ReLU con fuga, sigmoide y tanh, el elemento $i$ de la salida depende del elemento $i$ de `x` y de ningún
# otro. Por eso la regla se aplica elemento a elemento. Softmax es diferente, y por eso va al final.

# %% [markdown] lang="en"
# > **Conventions of this notebook**
# >
# > - **Shapes.** `x` has any shape with at least one axis: a vector, a batch `(N, D)`, a stack of images. `dout` has
# >   the same shape, and so has every answer.
# > - **Numbers.** Every answer is float64. The arguments may also be arrays of integers or (nested) lists. One line
# >   takes care of both: `x = np.asarray(x, dtype=np.float64)`.
# > - **Arguments are never modified.** Beware: when `x` already is float64, the line above makes *no copy*; it is the
# >   caller's own array. A residual network sends the same `dout` down two branches; if one branch writes into it, the
# >   other learns nonsense.
# > - **ReLU at 0.** There is no tangent at the corner, so somebody has to choose. Here `relu'(0) = 0`. For leaky ReLU
# >   no test looks at the slope exactly at 0.
# > - **`slope`** of leaky ReLU is a number from 0 to 1.
# > - **Stable** means: finite and right for inputs up to ±1000, with no overflow, divide or invalid warning. Every
# >   function here has to be stable. Underflow, a tiny number that becomes 0, is allowed.

# %% [markdown] lang="es"
# > **Convenciones de este cuaderno**
# >
# > - **Formas (*shapes*).** `x` tiene cualquier forma con al menos un eje: un vector, un lote (*batch*) `(N, D)`, una
# >   pila de imágenes. `dout` tiene la misma forma, y también toda respuesta.
# > - **Números.** Toda respuesta es float64. Los argumentos también pueden ser arreglos de enteros o listas
# >   (anidadas). Una línea resuelve ambos casos: `x = np.asarray(x, dtype=np.float64)`.
# > - **Los argumentos nunca se modifican.** Cuidado: si `x` ya es float64, la línea anterior *no copia nada*; sigue
# >   siendo el arreglo de quien llama. Una red residual envía el mismo `dout` por dos ramas; si una rama escribe en
# >   él, la otra aprende disparates.
# > - **ReLU en 0.** En la esquina no hay tangente, así que alguien tiene que elegir. Aquí `relu'(0) = 0`. En la ReLU
# >   con fuga, ninguna prueba mira la pendiente exactamente en 0.
# > - **`slope`**, la pendiente de la fuga, es un número de 0 a 1.
# > - **Estable** significa: finito y correcto para entradas de hasta ±1000, sin advertencias de desbordamiento
# >   (*overflow*), de división entre cero (*divide*) ni de operación inválida (*invalid*). Todas las funciones de aquí
# >   deben ser estables. Se permite el subdesbordamiento (*underflow*): que un número diminuto se vuelva 0.

# %% [markdown] lang="en"
# ## 1. ReLU
#
# We want a curve, and the cheapest curve is a straight line with one corner. The **rectified linear unit** keeps
# positive numbers and replaces negative ones by 0:
#
# $$\mathrm{ReLU}(x) = \max(0, x)$$
#
# It costs one comparison. And on its positive side the slope is exactly 1, so the gradient passes through without
# shrinking. In 2012 AlexNet used it for that reason: in the authors' test, a network with ReLU reached the same
# training error six times faster than with tanh.
#
# **By hand.** $(-2,\; 0,\; 3) \;\to\; (0,\; 0,\; 3)$.
#
# Python's own `max(a, b)` picks one of two whole objects. Here every entry is compared with 0 on its own.

# %% [markdown] lang="es"
# ## 1. ReLU
#
# Queremos una curva, y la curva más barata es una recta con una esquina. La **unidad lineal rectificada** (*rectified
# linear unit*) conserva los números positivos y cambia los negativos por 0:
#
# $$\mathrm{ReLU}(x) = \max(0, x)$$
#
# Cuesta una comparación. Y en su lado positivo la pendiente es exactamente 1, así que el gradiente pasa sin encogerse.
# Por eso AlexNet la usó en 2012: en la prueba de sus autores, una red con ReLU llegó al mismo error de entrenamiento
# seis veces más rápido que con tanh.
#
# **A mano.** $(-2,\; 0,\; 3) \;\to\; (0,\; 0,\; 3)$.
#
# El `max(a, b)` propio de Python elige uno de dos objetos completos. Aquí cada elemento se compara con 0 por separado.


# %% question="relu"
def relu(x):
    """
    en: Rectified linear unit, entry by entry.
    en: x: array or list of any shape. Returns a float64 array of the same shape; x is not modified.
    es: Unidad lineal rectificada, elemento a elemento.
    es: x: arreglo o lista de cualquier forma. Devuelve un arreglo float64 de la misma forma; x no se modifica.
    """
    # BEGIN SOLUTION
    return np.maximum(np.asarray(x, dtype=np.float64), 0.0)
    # END SOLUTION


# %% [markdown] lang="en"
# ### ReLU, backward
#
# The slope is read off the curve: 1 on the rising side, 0 on the flat side.
#
# $$\mathrm{ReLU}'(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases} \qquad \frac{\partial L}{\partial x} = \texttt{dout}\cdot\mathrm{ReLU}'(x)$$
#
# So ReLU is a **gate**. Where $x$ was positive the gate is open and `dout` passes as it is. Elsewhere it is closed and
# nothing passes.
#
# **By hand.** With $x = (-2,\; 0,\; 3,\; 1)$ and `dout` $= (5,\; 7,\; -4,\; 2)$ the answer is $(0,\; 0,\; -4,\; 2)$.
# The $-4$ passes: the gate looks at the sign of $x$, never at the sign of `dout`.

# %% [markdown] lang="es"
# ### ReLU, hacia atrás
#
# La pendiente se lee en la curva: 1 en el lado que sube, 0 en el lado plano.
#
# $$\mathrm{ReLU}'(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases} \qquad \frac{\partial L}{\partial x} = \texttt{dout}\cdot\mathrm{ReLU}'(x)$$
#
# Entonces ReLU es una **compuerta**. Donde $x$ era positiva, la compuerta está abierta y `dout` pasa tal cual. En lo
# demás está cerrada y no pasa nada.
#
# **A mano.** Con $x = (-2,\; 0,\; 3,\; 1)$ y `dout` $= (5,\; 7,\; -4,\; 2)$ la respuesta es $(0,\; 0,\; -4,\; 2)$. El
# $-4$ pasa: la compuerta mira el signo de $x$, nunca el signo de `dout`.


# %% question="relu_backward"
def relu_backward(dout, x):
    """
    en: Gradient of the loss with respect to the input of ReLU; the slope at exactly 0 is 0.
    en: dout: gradient with respect to the output. x: the input of ReLU, of the same shape.
    en: Returns a float64 array of that shape; neither argument is modified.
    es: Gradiente de la pérdida con respecto a la entrada de ReLU; la pendiente exactamente en 0 es 0.
    es: dout: gradiente con respecto a la salida. x: la entrada de ReLU, de la misma forma.
    es: Devuelve un arreglo float64 de esa forma; ningún argumento se modifica.
    """
    # BEGIN SOLUTION
    dout, x = np.asarray(dout, dtype=np.float64), np.asarray(x, dtype=np.float64)
    return dout * (x > 0)
    # END SOLUTION


# %% [markdown] lang="en"
# Look at what you wrote: the value on the left, the slope on the right. The dots show the choice made at 0.

# %% [markdown] lang="es"
# Mira lo que escribiste: el valor a la izquierda, la pendiente a la derecha. Los puntos muestran lo que se eligió en 0.

# %% kind="demo"
left, right = np.linspace(-3, -1e-9, 200), np.linspace(1e-9, 3, 200)
words = ["ReLU(x)", "slope of ReLU", "closed", "open"]  # en
words = ["ReLU(x)", "pendiente de ReLU", "cerrada", "abierta"]  # es
axes = canvas(1, 2, 10, 3.4)
for side in (left, right):
    axes[0].plot(side, relu(side), color=COLOR["relu"], lw=3)
    axes[1].plot(side, relu_backward(np.ones(200), side), color=COLOR["relu"], lw=3)
axes[1].plot([0], [1], "o", mfc="white", mec=COLOR["relu"], mew=2, ms=8)
axes[1].plot([0], relu_backward(np.ones(1), np.zeros(1)), "o", color=COLOR["relu"], ms=8)
axes[1].text(-1.5, 0.08, words[2], ha="center", color=GREY, fontsize=12)
axes[1].text(1.5, 1.08, words[3], ha="center", color=COLOR["relu"], fontsize=12)
axes[0].set(title=words[0], xlabel="x", ylim=(-0.3, 3.2))
axes[1].set(title=words[1], xlabel="x", ylim=(-0.1, 1.3), yticks=[0, 0.5, 1])
plt.show()

# %% [markdown] lang="en"
# **Think first.** The $x$ of some unit is negative for every sample of the training set. What gradient reaches its
# weights? What happens in the next step?
#
# <details><summary>Answer</summary>
#
# The gate is closed for every sample, so the gradient is 0 and the weights stay as they are. In the next step $x$ is
# negative again. This unit will never learn anything more: it is a *dead ReLU*. The next function is the repair.
#
# </details>

# %% [markdown] lang="es"
# **Piensa primero.** La $x$ de una unidad es negativa en todas las muestras de entrenamiento. ¿Qué gradiente llega a
# sus pesos? ¿Qué pasa en el paso siguiente?
#
# <details><summary>Respuesta</summary>
#
# La compuerta está cerrada en todas las muestras, así que el gradiente es 0 y los pesos se quedan como están. En el
# paso siguiente $x$ vuelve a ser negativa. Esa unidad ya no aprenderá nada más: es una *ReLU muerta* (*dead ReLU*). La
# función que sigue es el remedio.
#
# </details>

# %% [markdown] lang="en"
# ## 2. Leaky ReLU
#
# A closed gate learns nothing, so leave it slightly open. On the negative side the line keeps a small slope instead of
# lying flat:
#
# $$\mathrm{leaky}(x) = \begin{cases} x & x > 0 \\ \texttt{slope}\cdot x & x \le 0 \end{cases}$$
#
# **By hand**, with `slope` $= 0.3$: $(-2,\; 0,\; 3) \;\to\; (-0.6,\; 0,\; 3)$.
#
# Two extremes tell you whether you understood: with `slope` $= 0$ it is ReLU, and with `slope` $= 1$ it does nothing
# at all. In practice 0.01 to 0.3 is used; your function must obey any value it is given.

# %% [markdown] lang="es"
# ## 2. ReLU con fuga
#
# Una compuerta cerrada no aprende, así que déjala un poco abierta. En el lado negativo la recta conserva una pendiente
# pequeña en vez de quedar plana:
#
# $$\mathrm{leaky}(x) = \begin{cases} x & x > 0 \\ \texttt{slope}\cdot x & x \le 0 \end{cases}$$
#
# **A mano**, con `slope` $= 0.3$: $(-2,\; 0,\; 3) \;\to\; (-0.6,\; 0,\; 3)$.
#
# Dos extremos te dicen si lo entendiste: con `slope` $= 0$ es ReLU, y con `slope` $= 1$ no hace nada. En la práctica
# se usan valores de 0.01 a 0.3; tu función debe obedecer cualquier valor que reciba.


# %% question="leaky_relu"
def leaky_relu(x, slope):
    """
    en: Leaky ReLU, entry by entry: x where x is positive, slope times x elsewhere.
    en: x: array or list of any shape. slope: a number from 0 to 1.
    en: Returns a float64 array of the same shape; x is not modified.
    es: ReLU con fuga, elemento a elemento: x donde x es positiva, slope por x en lo demás.
    es: x: arreglo o lista de cualquier forma. slope: un número de 0 a 1.
    es: Devuelve un arreglo float64 de la misma forma; x no se modifica.
    """
    # BEGIN SOLUTION
    x = np.asarray(x, dtype=np.float64)
    return np.where(x > 0, x, slope * x)
    # END SOLUTION


# %% [markdown] lang="en"
# ### Leaky ReLU, backward
#
# The negative side is a line too, so its derivative is the number that multiplies $x$:
#
# $$\mathrm{leaky}'(x) = \begin{cases} 1 & x > 0 \\ \texttt{slope} & x < 0 \end{cases}$$
#
# **By hand**, with `slope` $= 0.3$: for $x = (-2,\; 3)$ and `dout` $= (5,\; -4)$ the answer is $(1.5,\; -4)$.

# %% [markdown] lang="es"
# ### ReLU con fuga, hacia atrás
#
# El lado negativo también es una recta, así que su derivada es el número que multiplica a $x$:
#
# $$\mathrm{leaky}'(x) = \begin{cases} 1 & x > 0 \\ \texttt{slope} & x < 0 \end{cases}$$
#
# **A mano**, con `slope` $= 0.3$: para $x = (-2,\; 3)$ y `dout` $= (5,\; -4)$ la respuesta es $(1.5,\; -4)$.


# %% question="leaky_relu_backward"
def leaky_relu_backward(dout, x, slope):
    """
    en: Gradient of the loss with respect to the input of leaky ReLU.
    en: dout: gradient with respect to the output. x: the input, of the same shape. slope: a number from 0 to 1.
    en: Returns a float64 array of that shape; no argument is modified.
    es: Gradiente de la pérdida con respecto a la entrada de la ReLU con fuga.
    es: dout: gradiente con respecto a la salida. x: la entrada, de la misma forma. slope: un número de 0 a 1.
    es: Devuelve un arreglo float64 de esa forma; ningún argumento se modifica.
    """
    # BEGIN SOLUTION
    dout, x = np.asarray(dout, dtype=np.float64), np.asarray(x, dtype=np.float64)
    return dout * np.where(x > 0, 1.0, slope)
    # END SOLUTION


# %% kind="demo"
titles = ["Leaky ReLU for four values of slope", "Its slope: the gate is shut only when slope = 0"]  # en
titles = ["ReLU con fuga para cuatro valores de slope", "Su pendiente: solo se cierra con slope = 0"]  # es
axes = canvas(1, 2, 10, 3.4)
for slope, shade in [(0.0, "#b7dcd6"), (0.1, "#6fbcb1"), (0.3, "#2a9d8f"), (1.0, "#14524b")]:
    for side in (left, right):
        axes[0].plot(side, leaky_relu(side, slope), color=shade, lw=3, label=f"{slope}" if side is left else None)
        axes[1].plot(side, leaky_relu_backward(np.ones(200), side, slope), color=shade, lw=3)
axes[0].legend(title="slope", frameon=False)
axes[0].set(title=titles[0], xlabel="x", ylim=(-3.2, 3.2))
axes[1].set(title=titles[1], xlabel="x", ylim=(-0.1, 1.2))
plt.show()

# %% [markdown] lang="en"
# ## 3. Sigmoid
#
# A network that says "this is spam" should also say how sure it is. We need a function that takes any score and
# returns a probability: rising, never below 0, never above 1. The **sigmoid** does it:
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}$$
#
# **By hand.** At $x = \ln 3$ we have $e^{-x} = 1/3$, so $\sigma = 1 / (1 + 1/3) = 3/4$. Read it like this: the score
# is the logarithm of the *odds*, the chance of yes divided by the chance of no. Odds of 3 to 1 are a probability of
# 3/4; at $x = 0$ the odds are 1 to 1, and the probability is 1/2.
#
# **The formula is right and the program fails.** The largest float64 is about $1.8\cdot 10^{308}$, which is
# $e^{709.78}$. For $x = -1000$ the formula asks for $e^{1000}$, and that does not fit: overflow. Multiply the
# numerator and the denominator by $e^{x}$ and you get the same function, written differently:
#
# $$\sigma(x) = \underbrace{\frac{1}{1 + e^{-x}}}_{\text{safe when } x \ge 0} = \underbrace{\frac{e^{x}}{1 + e^{x}}}_{\text{safe when } x < 0}$$
#
# Choose the form whose exponent is never positive: then $e^{\ldots}$ is never above 1.
#
# Two popular shortcuts do not work:
#
# - `np.where(x >= 0, A, B)` computes **both** `A` and `B` for every entry and only then chooses. The overflow happens
#   in the branch you threw away.
# - *Clipping* `x`, say to ±20, silences the warning and changes the answer. Far to the left $\sigma(x)$ is practically
#   $e^{x}$: $\sigma(-30) \approx 9.4\cdot 10^{-14}$. Clipped, it would be $2.1\cdot 10^{-9}$, twenty thousand times
#   too much. The loss will take the logarithm of this number, so its size matters.
#
# <details><summary>Hint 1</summary>
#
# Which simple expression of $x$ is never positive and equals $-x$ on the right and $x$ on the left?
#
# </details>
# <details><summary>Hint 2</summary>
#
# With $z = e^{-|x|}$ both forms have the same denominator, $1 + z$. Only the numerator differs.
#
# </details>

# %% [markdown] lang="es"
# ## 3. Sigmoide
#
# Una red que dice "esto es spam" también debería decir qué tan segura está. Necesitamos una función que reciba
# cualquier puntaje y devuelva una probabilidad: creciente, nunca menor que 0, nunca mayor que 1. La **sigmoide** lo
# logra:
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}$$
#
# **A mano.** En $x = \ln 3$ tenemos $e^{-x} = 1/3$, así que $\sigma = 1 / (1 + 1/3) = 3/4$. Léelo así: el puntaje es
# el logaritmo de la razón (*odds*) entre la probabilidad del sí y la del no. Tres a uno a favor es una probabilidad de
# 3/4; en $x = 0$ la razón es uno a uno, y la probabilidad es 1/2.
#
# **La fórmula es correcta y el programa falla.** El mayor float64 es cerca de $1.8\cdot 10^{308}$, o sea $e^{709.78}$.
# Para $x = -1000$ la fórmula pide $e^{1000}$, y eso no cabe: desbordamiento. Multiplica el numerador y el denominador
# por $e^{x}$ y obtienes la misma función, escrita de otro modo:
#
# $$\sigma(x) = \underbrace{\frac{1}{1 + e^{-x}}}_{\text{segura si } x \ge 0} = \underbrace{\frac{e^{x}}{1 + e^{x}}}_{\text{segura si } x < 0}$$
#
# Elige la forma cuyo exponente nunca sea positivo: así $e^{\ldots}$ nunca pasa de 1.
#
# Dos atajos muy usados no funcionan:
#
# - `np.where(x >= 0, A, B)` calcula **tanto** `A` **como** `B` para todos los elementos y solo después elige. El
#   desbordamiento ocurre en la rama que descartaste.
# - *Recortar* `x` (*clipping*), digamos a ±20, silencia la advertencia y cambia la respuesta. Muy a la izquierda,
#   $\sigma(x)$ es prácticamente $e^{x}$: $\sigma(-30) \approx 9.4\cdot 10^{-14}$. Recortada, sería $2.1\cdot 10^{-9}$,
#   veinte mil veces más. La pérdida tomará el logaritmo de ese número, así que su tamaño importa.
#
# <details><summary>Pista 1</summary>
#
# ¿Qué expresión sencilla de $x$ nunca es positiva y es igual a $-x$ a la derecha y a $x$ a la izquierda?
#
# </details>
# <details><summary>Pista 2</summary>
#
# Con $z = e^{-|x|}$ ambas formas tienen el mismo denominador, $1 + z$. Solo cambia el numerador.
#
# </details>


# %% question="sigmoid"
def sigmoid(x):
    """
    en: Sigmoid 1 / (1 + e^-x), entry by entry, stable.
    en: x: array or list of any shape. Returns a float64 array of the same shape; x is not modified.
    es: Sigmoide 1 / (1 + e^-x), elemento a elemento, estable.
    es: x: arreglo o lista de cualquier forma. Devuelve un arreglo float64 de la misma forma; x no se modifica.
    """
    # BEGIN SOLUTION
    x = np.asarray(x, dtype=np.float64)
    z = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, z) / (1.0 + z)
    # END SOLUTION


# %% [markdown] lang="en"
# ### Sigmoid, backward
#
# Differentiate $\sigma = (1 + e^{-x})^{-1}$ and sort the factors. Something neat appears: the slope can be written
# with the output alone.
#
# $$\sigma'(x) = \frac{e^{-x}}{(1 + e^{-x})^2} = \frac{1}{1 + e^{-x}}\cdot\frac{e^{-x}}{1 + e^{-x}} = s\,(1 - s), \qquad s = \sigma(x)$$
#
# **By hand.** At $x = \ln 3$: $s = 3/4$, so the slope is $3/4 \cdot 1/4 = 3/16$. With `dout` $= -8$ you return
# $-8 \cdot 3/16 = -1.5$.
#
# **The classic trap:** the formula wants the *output* $s$, and your function receives $x$. Whoever writes
# `x * (1 - x)` gets $-2$ at $x = 2$: a negative slope on a curve that always rises.
#
# **Saturation.** The product $s(1-s)$ is largest at $s = 1/2$, where it is only $1/4$. And it dies quickly: beyond
# $|x| = 4.6$ the slope is under 0.01. There the unit is *saturated*: whatever `dout` says, almost nothing gets
# through.

# %% [markdown] lang="es"
# ### Sigmoide, hacia atrás
#
# Deriva $\sigma = (1 + e^{-x})^{-1}$ y ordena los factores. Aparece algo muy útil: la pendiente se puede escribir solo
# con la salida.
#
# $$\sigma'(x) = \frac{e^{-x}}{(1 + e^{-x})^2} = \frac{1}{1 + e^{-x}}\cdot\frac{e^{-x}}{1 + e^{-x}} = s\,(1 - s), \qquad s = \sigma(x)$$
#
# **A mano.** En $x = \ln 3$: $s = 3/4$, así que la pendiente es $3/4 \cdot 1/4 = 3/16$. Con `dout` $= -8$ devuelves
# $-8 \cdot 3/16 = -1.5$.
#
# **La trampa clásica:** la fórmula pide la *salida* $s$, y tu función recibe $x$. Quien escribe `x * (1 - x)` obtiene
# $-2$ en $x = 2$: una pendiente negativa en una curva que siempre sube.
#
# **Saturación.** El producto $s(1-s)$ es máximo en $s = 1/2$, donde apenas vale $1/4$. Y se apaga pronto: más allá de
# $|x| = 4.6$ la pendiente es menor que 0.01. Ahí la unidad está *saturada*: diga lo que diga `dout`, casi nada pasa.


# %% question="sigmoid_backward"
def sigmoid_backward(dout, x):
    """
    en: Gradient of the loss with respect to the input of the sigmoid, stable.
    en: dout: gradient with respect to the output. x: the input of the sigmoid, of the same shape.
    en: Returns a float64 array of that shape; neither argument is modified.
    es: Gradiente de la pérdida con respecto a la entrada de la sigmoide, estable.
    es: dout: gradiente con respecto a la salida. x: la entrada de la sigmoide, de la misma forma.
    es: Devuelve un arreglo float64 de esa forma; ningún argumento se modifica.
    """
    # BEGIN SOLUTION
    s = sigmoid(x)
    return np.asarray(dout, dtype=np.float64) * s * (1.0 - s)
    # END SOLUTION


# %% [markdown] lang="en"
# The first picture shows where the sigmoid saturates (shaded). The second looks at its left tail through a logarithmic
# lens: yours is a straight line, $e^{x}$; a clipped one hits a floor.

# %% [markdown] lang="es"
# La primera figura muestra dónde se satura la sigmoide (zonas sombreadas). La segunda mira su cola izquierda con una
# lente logarítmica: la tuya es una recta, $e^{x}$; una recortada choca con un piso.

# %% kind="demo"
x, tail = np.linspace(-8, 8, 401), np.linspace(-40, 0, 201)
words = ["sigmoid", "its slope: never above 1/4", "left tail, logarithmic scale"]  # en
words = ["sigmoide", "su pendiente: nunca pasa de 1/4", "cola izquierda, escala logarítmica"]  # es
labels = ["saturated", "yours", "clipped at -20"]  # en
labels = ["saturada", "la tuya", "recortada en -20"]  # es
axes = canvas(1, 3, 13, 3.6)
axes[0].plot(x, sigmoid(x), color=COLOR["sigmoid"], lw=3)
axes[1].plot(x, sigmoid_backward(np.ones_like(x), x), color=COLOR["sigmoid"], lw=3)
for start, end in [(-8, -4.6), (4.6, 8)]:
    axes[0].axvspan(start, end, color=RED, alpha=0.1, lw=0)
    axes[1].axvspan(start, end, color=RED, alpha=0.1, lw=0)
    axes[1].text((start + end) / 2, 0.13, labels[0], ha="center", color=RED)
axes[2].semilogy(tail, sigmoid(np.maximum(tail, -20)), color=RED, ls="--", lw=2, label=labels[2])
axes[2].semilogy(tail, sigmoid(tail), color=COLOR["sigmoid"], lw=3, label=labels[1])
axes[2].legend(loc="lower right", frameon=False)
axes[0].set(title=words[0], xlabel="x", xlim=(-8, 8))
axes[1].set(title=words[1], xlabel="x", xlim=(-8, 8), ylim=(-0.01, 0.28), yticks=[0, 0.125, 0.25])
axes[2].set(title=words[2], xlabel="x")
plt.show()

# %% [markdown] lang="en"
# ## 4. Tanh
#
# The sigmoid's outputs are all positive. So the inputs of the next layer are all positive. Then, for each sample, the
# gradients of one neuron's weights all have the same sign: the weights can only rise or fall together, and training
# zigzags. The **hyperbolic tangent** is the same S, centred at 0 and steeper:
#
# $$\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}} = 2\,\sigma(2x) - 1$$
#
# numpy already has a stable `np.tanh`, so you write its backward only. Again the slope needs nothing but the output:
#
# $$\tanh'(x) = 1 - t^2, \qquad t = \tanh(x)$$
#
# **By hand.** At $x = \ln 2$: $t = \dfrac{2 - 1/2}{2 + 1/2} = 0.6$, so the slope is $1 - 0.36 = 0.64$. With `dout`
# $= 5$ you return $3.2$.
#
# At 0 the slope is 1, four times the sigmoid's. But tanh saturates too, and sooner: beyond $|x| = 3$ its slope is
# under 0.01.

# %% [markdown] lang="es"
# ## 4. Tanh
#
# Las salidas de la sigmoide son todas positivas. Entonces las entradas de la capa siguiente son todas positivas. Así,
# en cada muestra, los gradientes de los pesos de una misma neurona tienen todos el mismo signo: los pesos solo pueden
# subir o bajar juntos, y el entrenamiento avanza en zigzag. La **tangente hiperbólica** es la misma S, centrada en 0 y
# más empinada:
#
# $$\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}} = 2\,\sigma(2x) - 1$$
#
# numpy ya tiene una `np.tanh` estable, así que solo escribes el paso hacia atrás. Otra vez la pendiente no necesita
# más que la salida:
#
# $$\tanh'(x) = 1 - t^2, \qquad t = \tanh(x)$$
#
# **A mano.** En $x = \ln 2$: $t = \dfrac{2 - 1/2}{2 + 1/2} = 0.6$, así que la pendiente es $1 - 0.36 = 0.64$. Con
# `dout` $= 5$ devuelves $3.2$.
#
# En 0 la pendiente es 1, cuatro veces la de la sigmoide. Pero tanh también se satura, y antes: más allá de $|x| = 3$
# su pendiente es menor que 0.01.


# %% question="tanh_backward"
def tanh_backward(dout, x):
    """
    en: Gradient of the loss with respect to the input of tanh, stable.
    en: dout: gradient with respect to the output. x: the input of tanh, of the same shape.
    en: Returns a float64 array of that shape; neither argument is modified.
    es: Gradiente de la pérdida con respecto a la entrada de tanh, estable.
    es: dout: gradiente con respecto a la salida. x: la entrada de tanh, de la misma forma.
    es: Devuelve un arreglo float64 de esa forma; ningún argumento se modifica.
    """
    # BEGIN SOLUTION
    dout, x = np.asarray(dout, dtype=np.float64), np.asarray(x, dtype=np.float64)
    return dout * (1.0 - np.tanh(x) ** 2)
    # END SOLUTION


# %% kind="demo"
x = np.linspace(-6, 6, 401)
words = ["sigmoid", "value", "slope; the bars mark where it is under 0.01"]  # en
words = ["sigmoide", "valor", "pendiente; las barras marcan dónde es menor que 0.01"]  # es
axes = canvas(1, 2, 11, 3.8)
axes[0].plot(x, np.tanh(x), color=COLOR["tanh"], lw=3, label="tanh")
axes[0].plot(x, sigmoid(x), color=COLOR["sigmoid"], lw=3, label=words[0])
axes[1].plot(x, tanh_backward(np.ones_like(x), x), color=COLOR["tanh"], lw=3)
axes[1].plot(x, sigmoid_backward(np.ones_like(x), x), color=COLOR["sigmoid"], lw=3)
for limit, height, color in [(3.0, -0.06, COLOR["tanh"]), (4.6, -0.12, COLOR["sigmoid"])]:
    axes[1].hlines([height, height], [-6, limit], [-limit, 6], color=color, lw=7, alpha=0.5)
axes[0].legend(frameon=False)
axes[0].set(title=words[1], xlabel="x")
axes[1].set(title=words[2], xlabel="x", ylim=(-0.18, 1.1))
plt.show()

# %% [markdown] lang="en"
# ### Why hidden layers left the sigmoid
#
# Backpropagation multiplies `dout` by one slope per layer. At its very best the sigmoid multiplies by $1/4$; after 10
# layers that leaves $(1/4)^{10} \approx 10^{-6}$. This is the **vanishing gradient**, and you now have the functions
# to watch it happen. The picture sends a gradient of 1 back through many activations in a row; all weights are 1, so
# only the activation acts. On the left the gates of ReLU are open, on the right they are closed. Leaky ReLU keeps a
# path alive there, but it pays `slope` at every layer.

# %% [markdown] lang="es"
# ### Por qué las capas ocultas dejaron la sigmoide
#
# La retropropagación multiplica `dout` por una pendiente en cada capa. En el mejor de los casos la sigmoide multiplica
# por $1/4$; después de 10 capas queda $(1/4)^{10} \approx 10^{-6}$. Este es el **desvanecimiento del gradiente**
# (*vanishing gradient*), y ya tienes las funciones para verlo. La figura envía un gradiente de 1 hacia atrás por
# muchas activaciones seguidas; todos los pesos son 1, así que solo actúa la activación. A la izquierda las compuertas
# de ReLU están abiertas; a la derecha, cerradas. Ahí la ReLU con fuga mantiene vivo un camino, pero paga `slope` en
# cada capa.


# %% kind="demo"
def leaky_backward(dout, x):
    return leaky_relu_backward(dout, x, 0.3)


def surviving(backward, x, layers=20):
    gradients = [np.ones(1)]
    for _ in range(layers):
        gradients.append(backward(gradients[-1], np.array([x])))
    return np.concatenate(gradients)


names = ["ReLU", "leaky ReLU, slope 0.3", "tanh", "sigmoid"]  # en
names = ["ReLU", "ReLU con fuga, slope 0.3", "tanh", "sigmoide"]  # es
titles = ["every x is 0.5", "every x is -0.5"]  # en
titles = ["toda x vale 0.5", "toda x vale -0.5"]  # es
words = ["layers crossed", "gradient that is left", "ReLU: exactly 0 after one layer"]  # en
words = ["capas atravesadas", "gradiente que queda", "ReLU: exactamente 0 tras una capa"]  # es
lines = [
    (names[0], relu_backward, COLOR["relu"], 10),
    (names[1], leaky_backward, COLOR["leaky"], 5),
    (names[2], tanh_backward, COLOR["tanh"], 5),
    (names[3], sigmoid_backward, COLOR["sigmoid"], 5),
]
axes = canvas(1, 2, 11, 4, sharey=True)
for i, x in enumerate([0.5, -0.5]):
    for name, backward, color, size in lines:
        g = surviving(backward, x)
        axes[i].semilogy(np.flatnonzero(g), g[g > 0], "o-", ms=size, lw=2, color=color, label=name)
    axes[i].set(title=titles[i], xlabel=words[0], xticks=range(0, 21, 5), ylim=(1e-15, 30))
axes[0].legend(loc="lower left", frameon=False)
axes[0].set(ylabel=words[1])
axes[1].text(0.3, 1e-14, words[2], color=COLOR["relu"])
plt.show()

# %% [markdown] lang="en"
# ## 5. Softmax
#
# With ten classes a network gives ten scores, the **logits**. We want ten probabilities: all positive, and with sum 1.
# The exponential makes them positive and keeps their order; the division makes them sum to 1. For a row $x$ with $C$
# classes:
#
# $$p_i = \frac{e^{x_i}}{\sum_{j=1}^{C} e^{x_j}}$$
#
# **By hand.** Logits $(\ln 1,\; \ln 2,\; \ln 5)$ have exponentials $(1,\; 2,\; 5)$, with sum 8. So
# $p = (1/8,\; 2/8,\; 5/8) = (0.125,\; 0.25,\; 0.625)$.
#
# **Make it stable.** $e^{1000}$ overflows here too. But softmax looks only at differences: adding the same constant
# $c$ to a whole row multiplies numerator and denominator by $e^{c}$, which cancels. So subtract from each row **its
# own maximum**. The largest exponent is then 0, nothing overflows, and the denominator is at least 1.
#
# **By hand.** $(1000,\; 1001,\; 1002)$ becomes $(-2,\; -1,\; 0)$, and $p \approx (0.090,\; 0.245,\; 0.665)$.
#
# **Which axis?** Each sample has its classes on the **last** axis, for any number of axes. The rows do not know each
# other: neither in the sum nor in the maximum. The sum of a `(2, 3)` array over its last axis has shape `(2,)`, and
# that does not line up with `(2, 3)`; it has to stay `(2, 1)`.
#
# <details><summary>Hint</summary>
#
# `max` and `sum` in numpy accept `axis=-1` and `keepdims=True`.
#
# </details>

# %% [markdown] lang="es"
# ## 5. Softmax
#
# Con diez clases, una red da diez puntajes, los **logits**. Queremos diez probabilidades: todas positivas y con suma 1.
# La exponencial las hace positivas y conserva su orden; la división las hace sumar 1. Para una fila $x$ con $C$
# clases:
#
# $$p_i = \frac{e^{x_i}}{\sum_{j=1}^{C} e^{x_j}}$$
#
# **A mano.** Los logits $(\ln 1,\; \ln 2,\; \ln 5)$ tienen exponenciales $(1,\; 2,\; 5)$, con suma 8. Entonces
# $p = (1/8,\; 2/8,\; 5/8) = (0.125,\; 0.25,\; 0.625)$.
#
# **Hazla estable.** $e^{1000}$ también se desborda aquí. Pero softmax solo mira diferencias: sumar la misma constante
# $c$ a toda una fila multiplica numerador y denominador por $e^{c}$, que se cancela. Entonces réstale a cada fila **su
# propio máximo**. El mayor exponente queda en 0, nada se desborda y el denominador vale al menos 1.
#
# **A mano.** $(1000,\; 1001,\; 1002)$ se vuelve $(-2,\; -1,\; 0)$, y $p \approx (0.090,\; 0.245,\; 0.665)$.
#
# **¿Qué eje?** Cada muestra tiene sus clases en el **último** eje, sea cual sea el número de ejes. Las filas no se
# conocen: ni en la suma ni en el máximo. La suma de un arreglo `(2, 3)` sobre su último eje tiene forma `(2,)`, y eso
# no se alinea con `(2, 3)`; debe quedar en `(2, 1)`.
#
# <details><summary>Pista</summary>
#
# `max` y `sum` de numpy aceptan `axis=-1` y `keepdims=True`.
#
# </details>


# %% question="softmax"
def softmax(x):
    """
    en: Softmax over the last axis, stable.
    en: x: logits, array or list of shape (C,), (N, C) or (..., C).
    en: Returns a float64 array of the same shape, whose last axis sums to 1; x is not modified.
    es: Softmax sobre el último eje, estable.
    es: x: logits, arreglo o lista de forma (C,), (N, C) o (..., C).
    es: Devuelve un arreglo float64 de la misma forma, cuyo último eje suma 1; x no se modifica.
    """
    # BEGIN SOLUTION
    x = np.asarray(x, dtype=np.float64)
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
    # END SOLUTION


# %% [markdown] lang="en"
# Why "soft" and "max"? Multiply the same logits by a growing factor. Small logits give nearly equal shares; large ones
# give everything to the largest, as a plain maximum would. Note that adding a constant would change nothing;
# multiplying does.

# %% [markdown] lang="es"
# ¿Por qué "soft" (suave) y "max"? Multiplica los mismos logits por un factor que crece. Los logits pequeños dan partes
# casi iguales; los grandes le dan todo al mayor, como haría un simple máximo. Observa que sumar una constante no
# cambiaría nada; multiplicar sí.

# %% kind="demo"
logits = np.array([1.0, 0.0, 2.0, 1.5, -1.0])
words = ["probability", "logits x"]  # en
words = ["probabilidad", "logits x"]  # es
axes = canvas(1, 5, 13, 3.2, sharey=True)
for i, factor in enumerate([0, 0.5, 1, 3, 10]):
    p = softmax(factor * logits)
    bars = axes[i].bar(range(5), p, color=["#e7a9c3", "#e7a9c3", COLOR["softmax"], "#e7a9c3", "#e7a9c3"])
    axes[i].bar_label(bars, [f"{v:.2f}" for v in p], padding=2, fontsize=8)
    axes[i].set(title=f"softmax({factor} · x)", xticks=range(5), xticklabels=[f"{v:g}" for v in logits], ylim=(0, 1.12))
    axes[i].grid(visible=False, axis="x")
axes[0].set(ylabel=words[0])
axes[2].set(xlabel=words[1])
plt.show()

# %% [markdown] lang="en"
# ### Softmax, backward
#
# So far each output had its own input. Now all classes share one sum: raise one logit and its own probability grows
# while **all the others shrink**. So one slope per entry is not enough; we need one per pair, the *Jacobian*. With
# $\delta_{ij} = 1$ if $i = j$ and 0 otherwise:
#
# $$\frac{\partial p_i}{\partial x_j} = p_i\,(\delta_{ij} - p_j)$$
#
# On the diagonal this is $p_j(1 - p_j)$, the sigmoid's slope. Off the diagonal it is $-p_i p_j$: the shrinking of the
# others. Logit $j$ acts on $L$ through every output, so the chain rule adds up all paths:
#
# $$\frac{\partial L}{\partial x_j} = \sum_i \texttt{dout}_i\; p_i\,(\delta_{ij} - p_j) = p_j\Big(\texttt{dout}_j - \sum_i p_i\,\texttt{dout}_i\Big)$$
#
# Read the result: the sum is the *average of `dout`, weighted by the probabilities*. Each logit is judged by how far
# its `dout` is from that average. The $C \times C$ matrix has disappeared; you never need to build it.
#
# **By hand.** $p = (1/8,\; 2/8,\; 5/8)$ and `dout` $= (8,\; -4,\; 2)$. The average is $1 - 1 + 1.25 = 1.25$. So the
# gradient is
#
# $$\big(\tfrac18 \cdot 6.75,\;\; \tfrac28 \cdot (-5.25),\;\; \tfrac58 \cdot 0.75\big) = (0.84375,\; -1.3125,\; 0.46875)$$
#
# It sums to 0, as it must: moving all logits of a row together changes nothing.

# %% [markdown] lang="es"
# ### Softmax, hacia atrás
#
# Hasta ahora cada salida tenía su propia entrada. Aquí todas las clases comparten una suma: sube un logit y su
# probabilidad crece, mientras **todas las demás bajan**. Entonces no basta una pendiente por elemento; hace falta una
# por cada pareja, el *jacobiano*. Con $\delta_{ij} = 1$ si $i = j$ y 0 en otro caso:
#
# $$\frac{\partial p_i}{\partial x_j} = p_i\,(\delta_{ij} - p_j)$$
#
# En la diagonal esto es $p_j(1 - p_j)$, la pendiente de la sigmoide. Fuera de la diagonal es $-p_i p_j$: lo que bajan
# las demás. El logit $j$ actúa sobre $L$ a través de todas las salidas, así que la regla de la cadena suma todos los
# caminos:
#
# $$\frac{\partial L}{\partial x_j} = \sum_i \texttt{dout}_i\; p_i\,(\delta_{ij} - p_j) = p_j\Big(\texttt{dout}_j - \sum_i p_i\,\texttt{dout}_i\Big)$$
#
# Lee el resultado: la suma es el *promedio de `dout`, ponderado por las probabilidades*. A cada logit se le juzga por
# cuánto se aleja su `dout` de ese promedio. La matriz de $C \times C$ desapareció; nunca necesitas construirla.
#
# **A mano.** $p = (1/8,\; 2/8,\; 5/8)$ y `dout` $= (8,\; -4,\; 2)$. El promedio es $1 - 1 + 1.25 = 1.25$. Entonces el
# gradiente es
#
# $$\big(\tfrac18 \cdot 6.75,\;\; \tfrac28 \cdot (-5.25),\;\; \tfrac58 \cdot 0.75\big) = (0.84375,\; -1.3125,\; 0.46875)$$
#
# Suma 0, como debe ser: mover juntos todos los logits de una fila no cambia nada.


# %% question="softmax_backward"
def softmax_backward(dout, x):
    """
    en: Gradient of the loss with respect to the logits of a softmax over the last axis, stable.
    en: dout: gradient with respect to the probabilities. x: the logits, of the same shape (..., C).
    en: Returns a float64 array of that shape; neither argument is modified.
    es: Gradiente de la pérdida con respecto a los logits de una softmax sobre el último eje, estable.
    es: dout: gradiente con respecto a las probabilidades. x: los logits, de la misma forma (..., C).
    es: Devuelve un arreglo float64 de esa forma; ningún argumento se modifica.
    """
    # BEGIN SOLUTION
    p, dout = softmax(x), np.asarray(dout, dtype=np.float64)
    return p * (dout - (p * dout).sum(axis=-1, keepdims=True))
    # END SOLUTION


# %% [markdown] lang="en"
# Your function can draw its own Jacobian: feed it a `dout` that is 1 at one output and 0 elsewhere, and you get that
# output's row. Orange is positive (the diagonal), purple is negative (all the rest), and every row sums to 0. When
# softmax is nearly certain, on the right, the whole Jacobian fades: softmax saturates too.

# %% [markdown] lang="es"
# Tu función puede dibujar su propio jacobiano: dale un `dout` que sea 1 en una salida y 0 en las demás, y obtienes la
# fila de esa salida. Naranja es positivo (la diagonal), morado es negativo (todo lo demás), y cada fila suma 0. Cuando
# softmax está casi segura, a la derecha, todo el jacobiano se apaga: softmax también se satura.

# %% kind="demo"
words = ["logit that moves", "probability that answers"]  # en
words = ["logit que se mueve", "probabilidad que responde"]  # es
axes = canvas(1, 3, 12, 4)
for i, factor in enumerate([0, 1, 5]):
    row = factor * np.array([1.0, 0.0, 2.0, 1.5])
    jacobian = softmax_backward(np.eye(4), np.tile(row, (4, 1)))
    picture = axes[i].imshow(jacobian, cmap="PuOr_r", vmin=-0.25, vmax=0.25)
    for (k, j), value in np.ndenumerate(jacobian):
        tone = "white" if abs(value) > 0.15 else INK
        axes[i].text(j, k, f"{round(value, 2) + 0.0:.2f}", ha="center", va="center", color=tone)
    p = ", ".join(f"{v:.2f}" for v in softmax(row))
    axes[i].set(title=f"p = ({p})", xticks=range(4), yticks=range(4), xlabel=words[0])
    axes[i].grid(visible=False)
axes[0].set(ylabel=words[1])
plt.colorbar(picture, ax=axes, shrink=0.8)
plt.show()

# %% [markdown] lang="en"
# ## The family portrait
#
# Values above, slopes below, on the same scale. For each column, ask: where is the slope 0, or nearly so? There the
# unit does not learn.

# %% [markdown] lang="es"
# ## El retrato de familia
#
# Arriba los valores, abajo las pendientes, en la misma escala. En cada columna, pregúntate: ¿dónde es 0 la pendiente,
# o casi? Ahí la unidad no aprende.

# %% kind="demo"
x = np.linspace(-4, 4, 400)
ones = np.ones_like(x)
titles = ["ReLU", "leaky ReLU, slope 0.1", "sigmoid", "tanh"]  # en
titles = ["ReLU", "ReLU con fuga, slope 0.1", "sigmoide", "tanh"]  # es
words = ["value", "slope"]  # en
words = ["valor", "pendiente"]  # es
family = [
    (COLOR["relu"], relu(x), relu_backward(ones, x)),
    (COLOR["leaky"], leaky_relu(x, 0.1), leaky_relu_backward(ones, x, 0.1)),
    (COLOR["sigmoid"], sigmoid(x), sigmoid_backward(ones, x)),
    (COLOR["tanh"], np.tanh(x), tanh_backward(ones, x)),
]
axes = canvas(2, 4, 13, 5, sharex=True, sharey="row")
for i, (color, value, slope) in enumerate(family):
    axes[0, i].plot(x, value, color=color, lw=3)
    axes[1, i].plot(x, slope, color=color, lw=3)
    axes[1, i].fill_between(x, slope, color=color, alpha=0.15)
    axes[0, i].set(title=titles[i], ylim=(-1.2, 2.2))
    axes[1, i].set(xlabel="x", ylim=(-0.05, 1.15))
axes[0, 0].set(ylabel=words[0])
axes[1, 0].set(ylabel=words[1])
plt.show()

# %% [markdown] lang="en"
# ## What you now know
#
# | | range | largest slope | where it does not learn | used for |
# |---|---|---|---|---|
# | ReLU | 0 to ∞ | 1 | $x \le 0$ | hidden layers |
# | leaky ReLU | −∞ to ∞ | 1 | nowhere, if `slope` > 0 | hidden layers with dead units |
# | sigmoid | 0 to 1 | 1/4 | $\lvert x \rvert$ large | yes-or-no outputs, gates |
# | tanh | −1 to 1 | 1 | $\lvert x \rvert$ large | recurrent and older networks |
# | softmax | 0 to 1, sum 1 | 1/4 | one class nearly certain | outputs with several classes |
#
# - Without an activation, any number of layers is one layer.
# - A `backward` step is `dout` times the slope **at x**. When several outputs depend on one input, you add up all the
#   paths.
# - A formula can be right on paper and overflow in float64. Rewrite it so that the exponent is never positive; do not
#   clip.
# - Slopes multiply from layer to layer. Slopes under 1 vanish; that is why ReLU took over the hidden layers.
# - An array argument is the caller's. Read it; never write into it.
#
# **Where it is used next.** In *Backpropagation* you put `relu_backward` between dense layers and train a network on
# real digits. Softmax meets its loss there, and the two gradients melt into one of surprising simplicity: $p - y$. You
# also measure the vanishing gradient layer by layer. In *Convolution* and *AlexNet* ReLU follows every convolution,
# and softmax has the last word.

# %% [markdown] lang="es"
# ## Lo que ahora sabes
#
# | | rango | pendiente máxima | dónde no aprende | se usa en |
# |---|---|---|---|---|
# | ReLU | de 0 a ∞ | 1 | $x \le 0$ | capas ocultas |
# | ReLU con fuga | de −∞ a ∞ | 1 | en ninguna parte, si `slope` > 0 | capas ocultas con unidades muertas |
# | sigmoide | de 0 a 1 | 1/4 | $\lvert x \rvert$ grande | salidas de sí o no, compuertas |
# | tanh | de −1 a 1 | 1 | $\lvert x \rvert$ grande | redes recurrentes y redes antiguas |
# | softmax | de 0 a 1, suma 1 | 1/4 | una clase casi segura | salidas con varias clases |
#
# - Sin activación, cualquier número de capas es una sola capa.
# - Un paso `backward` es `dout` por la pendiente **en x**. Cuando varias salidas dependen de una misma entrada, sumas
#   todos los caminos.
# - Una fórmula puede ser correcta en el papel y desbordarse en float64. Reescríbela para que el exponente nunca sea
#   positivo; no recortes.
# - Las pendientes se multiplican de capa en capa. Si son menores que 1, el gradiente se desvanece; por eso ReLU
#   conquistó las capas ocultas.
# - Un arreglo que recibes como argumento es de quien llama. Léelo; nunca escribas en él.
#
# **Dónde se usa después.** En *Retropropagación* pones `relu_backward` entre capas densas y entrenas una red con
# dígitos reales. Ahí softmax se encuentra con su pérdida, y los dos gradientes se funden en uno de una sencillez
# sorprendente: $p - y$. También mides el desvanecimiento del gradiente capa por capa. En *Convolución* y *AlexNet*,
# ReLU va después de cada convolución, y softmax tiene la última palabra.
