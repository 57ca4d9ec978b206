# %% [markdown] question="relu" lang="en"
# Without a bend, a stack of layers is a straight line. ReLU is the cheapest bend there is: positive numbers
# pass as they are, and negative ones become 0. Every entry decides for itself, without looking at its
# neighbours.

# %% [markdown] question="relu" lang="es"
# Sin un quiebre, una pila de capas es una línea recta. ReLU es el quiebre más barato que hay: los números
# positivos pasan tal cual y los negativos se vuelven 0. Cada valor decide por sí mismo, sin mirar a sus
# vecinos.

# %% [markdown] question="relu" lang="en"
# If `check` speaks of shapes, you are probably selecting entries: those that you drop must stay, as zeros. If
# it says that `x` was modified, look for an assignment into `x`: `np.asarray` makes no copy of an array that
# already is float64. And for an error with "ambiguous" in it: Python's `max` and `if` want one truth value,
# and an array has many.

# %% [markdown] question="relu" lang="es"
# Si `check` habla de formas, quizá estás seleccionando valores: los que descartas deben quedarse, como ceros.
# Si dice que `x` se modificó, busca una asignación dentro de `x`: `np.asarray` no copia un arreglo que ya es
# float64. Y si el error dice «ambiguous»: el `max` y el `if` de Python quieren un solo valor de verdad, y un
# arreglo tiene muchos.

# %% [markdown] question="relu" lang="en"
# `x = [[-1, 4], [0.5, -6]]`. Put 0 beside each entry and keep the larger of the two: (-1, 0) gives 0, (4, 0)
# gives 4, (0.5, 0) gives 0.5, (-6, 0) gives 0. The answer is `[[0, 4], [0.5, 0]]`: still (2, 2), and `x`
# still holds its -1 and -6.

# %% [markdown] question="relu" lang="es"
# `x = [[-1, 4], [0.5, -6]]`. Pon un 0 al lado de cada valor y quédate con el mayor de los dos: (-1, 0) da 0,
# (4, 0) da 4, (0.5, 0) da 0.5, (-6, 0) da 0. La respuesta es `[[0, 4], [0.5, 0]]`: sigue siendo (2, 2), y `x`
# conserva su -1 y su -6.

# %% [markdown] question="relu_backward" lang="en"
# Move an input that is below 0 a little: the output stays 0, so the loss cannot notice, and no blame comes
# back. Move one that is above 0: the output moves by the same amount, so all of `dout` comes back. It is a
# gate, and it was set on the way forward, by `x`.

# %% [markdown] question="relu_backward" lang="es"
# Mueve un poco una entrada menor que 0: la salida sigue en 0, la pérdida no puede notarlo y no vuelve ninguna
# culpa. Mueve una mayor que 0: la salida se mueve lo mismo, así que vuelve todo `dout`. Es una compuerta, y
# quedó fijada en el camino de ida, por `x`.

# %% [markdown] question="relu_backward" lang="en"
# Make two lists side by side, `x` and `dout`, and ask which of the two your condition reads. Then look at the
# entry where `x` is exactly 0 (open or closed, by the conventions?). If the numbers are right but `check`
# still complains, see whether you write your zeros into `dout` itself: that array is not yours.

# %% [markdown] question="relu_backward" lang="es"
# Escribe dos listas lado a lado, `x` y `dout`, y pregúntate cuál de las dos lee tu condición. Luego mira el
# valor donde `x` es exactamente 0 (¿abierta o cerrada, según las convenciones?). Si los números están bien y
# `check` aún reclama, fíjate si escribes tus ceros en el propio `dout`: ese arreglo no es tuyo.

# %% [markdown] question="relu_backward" lang="en"
# `x = (4, -1, 0)` and `dout = (-3, 10, 6)`. The gates are open, closed, closed, so the answer is `(-3, 0,
# 0)`. Check the first one with a nudge: `x` from 4 to 4.01 moves the output by 0.01 and the loss by -3 ·
# 0.01 = -0.03. And -0.03 / 0.01 = -3.

# %% [markdown] question="relu_backward" lang="es"
# `x = (4, -1, 0)` y `dout = (-3, 10, 6)`. Las compuertas están abierta, cerrada, cerrada, así que la
# respuesta es `(-3, 0, 0)`. Comprueba la primera con un empujoncito: `x` de 4 a 4.01 mueve la salida 0.01 y
# la pérdida -3 · 0.01 = -0.03. Y -0.03 / 0.01 = -3.

# %% [markdown] question="leaky_relu" lang="en"
# A unit whose gate is always closed never learns again. So the negative side keeps a slight tilt: it is still
# a straight line through 0, only much flatter. `slope` says how flat; it is an argument, and every call may
# bring another.

# %% [markdown] question="leaky_relu" lang="es"
# Una unidad con la compuerta siempre cerrada no vuelve a aprender. Por eso el lado negativo conserva una leve
# inclinación: sigue siendo una recta que pasa por 0, solo que mucho más plana. `slope` dice cuán plana; es un
# argumento, y cada llamada puede traer otro.

# %% [markdown] question="leaky_relu" lang="en"
# Test your function with the two extremes: `slope = 0` must give ReLU and `slope = 1` must give back `x`. If
# only one of the two works, the condition or the side is the problem. If small decimals vanish with integers,
# look at the type of the array where you store the answer.

# %% [markdown] question="leaky_relu" lang="es"
# Prueba tu función con los dos extremos: `slope = 0` debe dar ReLU y `slope = 1` debe devolver `x`. Si solo
# funciona uno de los dos, el problema es la condición o el lado. Si con enteros desaparecen los decimales,
# mira el tipo del arreglo donde guardas la respuesta.

# %% [markdown] question="leaky_relu" lang="en"
# `slope = 0.25` and `x = [[-8, 2], [1, -0.4]]`. Two entries are negative: a quarter of -8 is -2, and a
# quarter of -0.4 is -0.1. The other two pass: `[[-2, 2], [1, -0.1]]`. The negative side stays negative.

# %% [markdown] question="leaky_relu" lang="es"
# `slope = 0.25` y `x = [[-8, 2], [1, -0.4]]`. Dos valores son negativos: la cuarta parte de -8 es -2, y la de
# -0.4 es -0.1. Los otros dos pasan: `[[-2, 2], [1, -0.1]]`. El lado negativo sigue siendo negativo.

# %% [markdown] question="leaky_relu_backward" lang="en"
# The gate is now never quite closed. On the rising side all of `dout` comes back; on the flat side only the
# part that the tilt lets through. As before, the side was decided on the way forward.

# %% [markdown] question="leaky_relu_backward" lang="es"
# Ahora la compuerta nunca está cerrada del todo. En el lado que sube vuelve todo `dout`; en el lado plano,
# solo la parte que la inclinación deja pasar. Como antes, el lado se decidió en el camino de ida.

# %% [markdown] question="leaky_relu_backward" lang="en"
# On both sides the answer is `dout` times a number, and that number never contains `x`. If `x` itself shows
# up in your product, you took the value of the function for its slope. Then compare with an input where
# `dout` is negative and `x` positive: whose sign does your condition read?

# %% [markdown] question="leaky_relu_backward" lang="es"
# En ambos lados la respuesta es `dout` por un número, y ese número nunca contiene a `x`. Si la propia `x`
# aparece en tu producto, tomaste el valor de la función por su pendiente. Luego prueba una entrada con `dout`
# negativo y `x` positiva: ¿el signo de quién lee tu condición?

# %% [markdown] question="leaky_relu_backward" lang="en"
# `slope = 0.25`, `x = (-8, 2, -1)`, `dout = (4, -6, -2)`. The slopes at `x` are (0.25, 1, 0.25), and entry by
# entry the answer is `(1, -6, -0.5)`. Note the last one: `dout` is negative and the side is the flat one, and
# the two have nothing to do with each other.

# %% [markdown] question="leaky_relu_backward" lang="es"
# `slope = 0.25`, `x = (-8, 2, -1)`, `dout = (4, -6, -2)`. Las pendientes en `x` son (0.25, 1, 0.25), y valor
# por valor la respuesta es `(1, -6, -0.5)`. Fíjate en el último: `dout` es negativo y el lado es el plano, y
# una cosa no tiene nada que ver con la otra.

# %% [markdown] question="sigmoid" lang="en"
# A score becomes a probability. The formula is easy on paper; the work here is that no exponential may grow
# without limit. An exponential of something negative lies between 0 and 1 and is always safe, so decide for
# each entry which of the two forms of the text keeps its exponent from being positive.

# %% [markdown] question="sigmoid" lang="es"
# Un puntaje se vuelve probabilidad. La fórmula es fácil en el papel; el trabajo aquí es que ninguna
# exponencial crezca sin límite. Una exponencial de algo negativo queda entre 0 y 1 y siempre es segura, así
# que decide para cada valor cuál de las dos formas del texto evita que su exponente sea positivo.

# %% [markdown] question="sigmoid" lang="en"
# If you see a warning although you use `np.where`: it computes both options for every entry, also the one
# that it throws away. So make sure that *each* exponential is safe for *every* `x`. If there is no warning
# and the far left is wrong, look for a `clip` or for a small constant such as 1e-8.

# %% [markdown] question="sigmoid" lang="es"
# Si ves una advertencia aunque usas `np.where`: calcula ambas opciones para todos los valores, también la que
# descarta. Así que asegúrate de que *cada* exponencial sea segura con *toda* `x`. Si no hay advertencia y el
# extremo izquierdo está mal, busca un `clip` o una constante pequeña como 1e-8.

# %% [markdown] question="sigmoid" lang="en"
# Take x = -ln 4 and x = ln 4. The safe exponential is 1/4 in both cases. For x = ln 4, 1 / (1 + 1/4) = 0.8;
# for x = -ln 4, (1/4) / (1 + 1/4) = 0.2. The two add up to 1, as they must: the chance of yes at x is the
# chance of no at -x.

# %% [markdown] question="sigmoid" lang="es"
# Toma x = -ln 4 y x = ln 4. La exponencial segura es 1/4 en ambos casos. Para x = ln 4, 1 / (1 + 1/4) = 0.8;
# para x = -ln 4, (1/4) / (1 + 1/4) = 0.2. Las dos suman 1, como debe ser: la probabilidad del sí en x es la
# del no en -x.

# %% [markdown] question="sigmoid_backward" lang="en"
# How much does the probability move if the score moves a little? Most where it is undecided, near 1/2; almost
# nothing where it is nearly sure. The slope says this with the probability alone: it is the chance of yes
# times the chance of no. And then the chain rule: `dout` times the slope.

# %% [markdown] question="sigmoid_backward" lang="es"
# ¿Cuánto se mueve la probabilidad si el puntaje se mueve un poco? Lo más posible donde está indecisa, cerca
# de 1/2; casi nada donde está casi segura. La pendiente lo dice con la sola probabilidad: es la probabilidad
# del sí por la del no. Y luego la regla de la cadena: `dout` por la pendiente.

# %% [markdown] question="sigmoid_backward" lang="en"
# Ask for each name in your code: is this before the activation or after it? `x` is *before*; the formula of
# the slope wants what comes *after*. You have already written a stable function that goes from one to the
# other: use it once. A second look: the slope lies between 0 and 0.25. Print it; if it is negative or larger,
# that is the place.

# %% [markdown] question="sigmoid_backward" lang="es"
# Pregúntate por cada nombre de tu código: ¿esto es de antes de la activación o de después? `x` es de *antes*;
# la fórmula de la pendiente quiere lo que viene *después*. Ya escribiste una función estable que va de lo uno
# a lo otro: úsala una vez. Y otra revisión: la pendiente está entre 0 y 0.25. Imprímela; si es negativa o
# mayor, ahí está la falla.

# %% [markdown] question="sigmoid_backward" lang="en"
# At x = ln 4 the probability is 0.8, so the slope is 0.8 · 0.2 = 0.16. With `dout = 50` you return 8. At x =
# -ln 4 the probability is 0.2, and the slope is again 0.16: the curve is equally steep on both sides. At x =
# 0 it is 0.25.

# %% [markdown] question="sigmoid_backward" lang="es"
# En x = ln 4 la probabilidad es 0.8, así que la pendiente es 0.8 · 0.2 = 0.16. Con `dout = 50` devuelves 8.
# En x = -ln 4 la probabilidad es 0.2 y la pendiente es otra vez 0.16: la curva es igual de empinada a ambos
# lados. En x = 0 es 0.25.

# %% [markdown] question="tanh_backward" lang="en"
# tanh is an S between -1 and 1, and it goes flat at both ends. So its slope depends only on how far the
# *output* is from 0: full slope 1 in the middle, almost none near ±1. The square in the formula takes care
# that both ends count alike.

# %% [markdown] question="tanh_backward" lang="es"
# tanh es una S entre -1 y 1, y se aplana en ambos extremos. Por eso su pendiente depende solo de cuánto se
# aleja de 0 la *salida*: pendiente completa, 1, en el medio; casi ninguna cerca de ±1. El cuadrado de la
# fórmula hace que ambos extremos cuenten igual.

# %% [markdown] question="tanh_backward" lang="en"
# Three frequent slips, and how they show. At x = 2 the slope comes out as -3: you squared `x` and not the
# output. It is different at x and at -x: a square is missing, or it is on the whole difference. A warning at
# x = 1000: you are building tanh, or a cosh, from exponentials; numpy has a stable one.

# %% [markdown] question="tanh_backward" lang="es"
# Tres tropiezos frecuentes y cómo se notan. En x = 2 la pendiente sale -3: elevaste al cuadrado `x` y no la
# salida. Es distinta en x y en -x: falta un cuadrado, o está sobre toda la diferencia. Una advertencia con
# x = 1000: estás armando tanh, o un cosh, con exponenciales; numpy tiene una estable.

# %% [markdown] question="tanh_backward" lang="en"
# At x = ln 3 the output is (3 - 1/3) / (3 + 1/3) = 0.8. The slope is 1 - 0.64 = 0.36, and with `dout = -10`
# you return -3.6. At x = -ln 3 the output is -0.8 and the slope is 0.36 again.

# %% [markdown] question="tanh_backward" lang="es"
# En x = ln 3 la salida es (3 - 1/3) / (3 + 1/3) = 0.8. La pendiente es 1 - 0.64 = 0.36, y con `dout = -10`
# devuelves -3.6. En x = -ln 3 la salida es -0.8 y la pendiente es otra vez 0.36.

# %% [markdown] question="softmax" lang="en"
# The classes of one row share a cake of size 1. The exponential makes every share positive and the division
# makes them add up to 1. Only the differences between the scores of a row matter, so you may first move the
# whole row down until nothing can overflow.

# %% [markdown] question="softmax" lang="es"
# Las clases de una fila se reparten una torta de tamaño 1. La exponencial hace positiva cada parte y la
# división hace que sumen 1. Solo importan las diferencias entre los puntajes de una fila, así que antes
# puedes bajar la fila entera hasta que nada pueda desbordarse.

# %% [markdown] question="softmax" lang="en"
# There are two places where a row is condensed into one number: its largest score and its sum. In both, ask:
# along which axis, and does the axis survive? With `(2, 3)` you need `(2, 1)` and not `(2,)`. Test with a
# number of rows that is not the number of classes, or the wrong axis gives no error. Then with one row near
# 1000 and another near -1000.

# %% [markdown] question="softmax" lang="es"
# Hay dos lugares donde una fila se condensa en un número: su mayor puntaje y su suma. En ambos pregúntate: ¿a
# lo largo de qué eje, y sobrevive el eje? Con `(2, 3)` necesitas `(2, 1)` y no `(2,)`. Prueba con una
# cantidad de filas distinta de la de clases, o el eje equivocado no dará error. Luego con una fila cerca de
# 1000 y otra cerca de -1000.

# %% [markdown] question="softmax" lang="en"
# One row, `(ln 3 + 500, 500)`. Its largest is ln 3 + 500; subtract it: `(0, -ln 3)`. The exponentials are
# `(1, 1/3)`, and they sum to 4/3. Divide: `(3/4, 1/4)`. Nothing larger than 1 was ever computed, and the 500
# has left no trace.

# %% [markdown] question="softmax" lang="es"
# Una fila, `(ln 3 + 500, 500)`. Su mayor es ln 3 + 500; réstalo: `(0, -ln 3)`. Las exponenciales son `(1,
# 1/3)` y suman 4/3. Divide: `(3/4, 1/4)`. Nunca se calculó nada mayor que 1, y del 500 no quedó rastro.

# %% [markdown] question="softmax_backward" lang="en"
# Raise one score: its class gains, and all the others pay for it. So a score is not judged by its own `dout`
# alone, but by how that compares with what the others offer on average, where a class counts by its
# probability. If all offer the same, nothing is won by moving.

# %% [markdown] question="softmax_backward" lang="es"
# Sube un puntaje: su clase gana y todas las demás pagan. Por eso un puntaje no se juzga solo por su propio
# `dout`, sino por cómo se compara con lo que ofrecen los demás en promedio, donde cada clase cuenta según su
# probabilidad. Si todas ofrecen lo mismo, no se gana nada moviéndose.

# %% [markdown] question="softmax_backward" lang="en"
# Check two facts on your answer: each row adds up to 0, and a row whose `dout` is constant gives zeros. If
# the first fails, look at the average: is it weighted, is it subtracted *before* you multiply by the
# probabilities, is there one per row with its axis kept? And `x` holds scores: they become probabilities
# once, with what you wrote before.

# %% [markdown] question="softmax_backward" lang="es"
# Revisa dos hechos en tu respuesta: cada fila suma 0, y una fila con `dout` constante da ceros. Si falla el
# primero, mira el promedio: ¿está ponderado, lo restas *antes* de multiplicar por las probabilidades, hay uno
# por fila y conserva su eje? Y `x` trae puntajes: se vuelven probabilidades una sola vez, con lo que ya
# escribiste.

# %% [markdown] question="softmax_backward" lang="en"
# Two classes with probabilities `(3/4, 1/4)` and `dout = (2, 6)`. The average is 3/4 · 2 + 1/4 · 6 = 3.
# Compared with it, the two offer -1 and +3. Each counts by its probability: `(-0.75, 0.75)`. It adds up to 0.

# %% [markdown] question="softmax_backward" lang="es"
# Dos clases con probabilidades `(3/4, 1/4)` y `dout = (2, 6)`. El promedio es 3/4 · 2 + 1/4 · 6 = 3.
# Comparadas con él, ofrecen -1 y +3. Cada una cuenta según su probabilidad: `(-0.75, 0.75)`. Suma 0.
