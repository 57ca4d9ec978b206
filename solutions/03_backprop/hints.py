# %% [markdown] question="mse_loss" lang="en"
# Two kinds of "many" meet here. A sample may have several outputs: their squared errors add up. And a batch
# has several samples: of those you take the mean, so that a larger batch is not a larger loss. The gradient
# is the derivative of that same formula, with the same 1/N.

# %% [markdown] question="mse_loss" lang="es"
# Aquí se juntan dos clases de «muchos». Una muestra puede tener varias salidas: sus errores al cuadrado se
# suman. Y un lote tiene varias muestras: de ellas se toma el promedio, para que un lote más grande no sea una
# pérdida más grande. El gradiente es la derivada de esa misma fórmula, con el mismo 1/N.

# %% [markdown] question="mse_loss" lang="en"
# If your loss is too small by a factor C, you divided by all the numbers: `np.mean` of a table does that. If
# the loss is right and the gradient is not, compare it with the derivative of a square: where does the 2 come
# from, and is the 1/N in both? A sanity check: where the prediction is too large, the gradient is positive.

# %% [markdown] question="mse_loss" lang="es"
# Si tu pérdida sale C veces más pequeña, dividiste entre todos los números: `np.mean` de una tabla hace eso.
# Si la pérdida está bien y el gradiente no, compáralo con la derivada de un cuadrado: ¿de dónde sale el 2, y
# está el 1/N en ambos? Una comprobación: donde la predicción es demasiado grande, el gradiente es positivo.

# %% [markdown] question="mse_loss" lang="en"
# Two samples, two outputs: the errors are (1, -2) and (0, 3). The squares add up to 1 + 4 + 0 + 9 = 14 and
# the loss is 14 / 2 = 7. The gradient has the shape of the errors: each one times 2/2 = 1, so (1, -2) and (0,
# 3). With the same two samples written twice, the loss is 28 / 4 = 7 again, and each gradient is half as
# large.

# %% [markdown] question="mse_loss" lang="es"
# Dos muestras, dos salidas: los errores son (1, -2) y (0, 3). Los cuadrados suman 1 + 4 + 0 + 9 = 14 y la
# pérdida es 14 / 2 = 7. El gradiente tiene la forma de los errores: cada uno por 2/2 = 1, o sea (1, -2) y (0,
# 3). Con las mismas dos muestras escritas dos veces, la pérdida es 28 / 4 = 7 otra vez, y cada gradiente vale
# la mitad.

# %% [markdown] question="softmax_cross_entropy" lang="en"
# The loss is the surprise at the right class. Do not go through the probability to get its logarithm: a
# probability may be so small that it is stored as 0, while its logarithm is an ordinary number such as -1000.
# The gradient *may* go through the probabilities: there a 0 does no harm.

# %% [markdown] question="softmax_cross_entropy" lang="es"
# La pérdida es la sorpresa ante la clase correcta. No pases por la probabilidad para llegar a su logaritmo:
# una probabilidad puede ser tan pequeña que se guarda como 0, mientras que su logaritmo es un número
# corriente como -1000. El gradiente *sí* puede pasar por las probabilidades: ahí un 0 no hace daño.

# %% [markdown] question="softmax_cross_entropy" lang="en"
# Work in three stages and print each: scores minus the largest *of their own row*; log-probabilities, `(N,
# C)`, all of them 0 or less; and then one number per row, that of its label. Picking by label needs two lists
# of indices, one for rows and one for labels: `a[:, labels]` is a table. At the end: mean for the loss, and
# where is the 1/N of the gradient?

# %% [markdown] question="softmax_cross_entropy" lang="es"
# Trabaja en tres etapas e imprime cada una: puntajes menos el mayor *de su propia fila*; logaritmos de las
# probabilidades, `(N, C)`, todos 0 o menos; y luego un número por fila, el de su etiqueta. Elegir por
# etiqueta necesita dos listas de índices, una de filas y otra de etiquetas: `a[:, labels]` es una tabla. Al
# final: promedio en la pérdida, ¿y dónde está el 1/N del gradiente?

# %% [markdown] question="softmax_cross_entropy" lang="en"
# Two classes, one sample, scores (0, ln 3), label 0. Subtract the largest: (-ln 3, 0). The exponentials are
# 1/3 and 1, sum 4/3. The log-probability of class 0 is -ln 3 - ln(4/3) = -ln 4, so the loss is ln 4 = 1.386.
# The probabilities are (1/4, 3/4) and the gradient is (1/4 - 1, 3/4) = (-0.75, 0.75).

# %% [markdown] question="softmax_cross_entropy" lang="es"
# Dos clases, una muestra, puntajes (0, ln 3), etiqueta 0. Resta el mayor: (-ln 3, 0). Las exponenciales son
# 1/3 y 1, suma 4/3. El logaritmo de la probabilidad de la clase 0 es -ln 3 - ln(4/3) = -ln 4, así que la
# pérdida es ln 4 = 1.386. Las probabilidades son (1/4, 3/4) y el gradiente es (1/4 - 1, 3/4) = (-0.75, 0.75).

# %% [markdown] question="binary_cross_entropy" lang="en"
# Each question has a sigmoid of its own; they do not compete. The loss of one question is its surprise, and
# for a sure and wrong answer it grows like the score itself: 1000, not infinity. So the large part has to be
# taken out *before* any exponential or logarithm is computed.

# %% [markdown] question="binary_cross_entropy" lang="es"
# Cada pregunta tiene su propia sigmoide; no compiten. La pérdida de una pregunta es su sorpresa, y con una
# respuesta segura y equivocada crece como el propio puntaje: 1000, no infinito. Por eso la parte grande se
# saca *antes* de calcular ninguna exponencial ni logaritmo.

# %% [markdown] question="binary_cross_entropy" lang="en"
# Loss and gradient have one exponential each, and each must be safe at +1000 *and* at -1000: it is common to
# mend the loss and leave the sigmoid of the gradient as it was. Then look at the divisions: summed over
# questions, mean over samples only. And is your formula still right for a truth of 0.8?

# %% [markdown] question="binary_cross_entropy" lang="es"
# La pérdida y el gradiente tienen cada uno su exponencial, y cada una debe ser segura en +1000 *y* en -1000:
# es común arreglar la pérdida y dejar como estaba la sigmoide del gradiente. Luego mira las divisiones: suma
# sobre las preguntas, promedio solo sobre las muestras. ¿Y tu fórmula sigue bien con una verdad de 0.8?

# %% [markdown] question="binary_cross_entropy" lang="en"
# One sample, two questions: scores (0, -1000), truths (1, 1). The first loss is ln 2 = 0.693: the network has
# no idea. The second is 1000: very sure, and wrong. They sum to 1000.693. The probabilities are (1/2, 0) and
# the gradient is (-1/2, -1). If the second truth were 0, its loss and its gradient would be 0.

# %% [markdown] question="binary_cross_entropy" lang="es"
# Una muestra, dos preguntas: puntajes (0, -1000), verdades (1, 1). La primera pérdida es ln 2 = 0.693: la red
# no tiene idea. La segunda es 1000: muy segura, y equivocada. Suman 1000.693. Las probabilidades son (1/2, 0)
# y el gradiente es (-1/2, -1). Si la segunda verdad fuera 0, su pérdida y su gradiente serían 0.

# %% [markdown] question="dense_forward" lang="en"
# A dense layer is many neurons that look at the same sample: column m of `W` is neuron m. A sample may arrive
# as an image; the layer does not care about its shape, so it first lays each one out as a row. The samples
# never mix.

# %% [markdown] question="dense_forward" lang="es"
# Una capa densa es un montón de neuronas que miran la misma muestra: la columna m de `W` es la neurona m. Una
# muestra puede llegar como imagen; a la capa no le importa su forma, así que primero tiende cada una como una
# fila. Las muestras nunca se mezclan.

# %% [markdown] question="dense_forward" lang="en"
# Look at the first axis: before and after flattening it is N, also when N is 1. Let numpy work out the other
# one. Then think of the way back before you choose the cache: which values will the gradients need, and with
# which *shape* must `dx` come back? And do not forget to return two things.

# %% [markdown] question="dense_forward" lang="es"
# Mira el primer eje: antes y después de aplanar es N, también cuando N es 1. Deja que numpy calcule el otro.
# Luego piensa en el camino de vuelta antes de elegir el cache: ¿qué valores necesitarán los gradientes, y con
# qué *forma* debe volver `dx`? Y no olvides devolver dos cosas.

# %% [markdown] question="dense_forward" lang="en"
# Two tiny images of 2×2, `[[1, 0], [2, -1]]` and `[[0, 3], [0, 1]]`, become the rows (1, 0, 2, -1) and (0, 3,
# 0, 1). One unit with weights (1, 1, 2, 3) and bias 0.5: 1 + 0 + 4 - 3 + 0.5 = 2.5 and 0 + 3 + 0 + 3 + 0.5 =
# 6.5. The output is `[[2.5], [6.5]]`, of shape (2, 1).

# %% [markdown] question="dense_forward" lang="es"
# Dos imágenes diminutas de 2×2, `[[1, 0], [2, -1]]` y `[[0, 3], [0, 1]]`, se vuelven las filas (1, 0, 2, -1)
# y (0, 3, 0, 1). Una unidad con pesos (1, 1, 2, 3) y sesgo 0.5: 1 + 0 + 4 - 3 + 0.5 = 2.5 y 0 + 3 + 0 + 3 +
# 0.5 = 6.5. La salida es `[[2.5], [6.5]]`, de forma (2, 1).

# %% [markdown] question="dense_backward" lang="en"
# To find the blame of something, ask which outputs it touched, and add up what comes back from them. A weight
# touched one unit in *every sample*; a bias too; an input number touched *every unit* of its own sample. That
# is why two of the three answers add up over the batch and the third does not.

# %% [markdown] question="dense_backward" lang="es"
# Para hallar la culpa de algo, pregunta qué salidas tocó y suma lo que vuelve desde ellas. Un peso tocó una
# unidad en *todas las muestras*; un sesgo también; un número de la entrada tocó *todas las unidades* de su
# propia muestra. Por eso dos de las tres respuestas suman sobre el lote y la tercera no.

# %% [markdown] question="dense_backward" lang="en"
# Write three shapes on paper: the input flattened (N, D), `W` (D, M), `dout` (N, M). Each gradient must end
# with the shape of its thing; transpose until the inner sizes meet. Do it with three different sizes: with
# N = D = M every wrong product fits. Last: does `dx` recover its axes, and is there any division by N? There
# should be none.

# %% [markdown] question="dense_backward" lang="es"
# Escribe tres formas en papel: la entrada aplanada (N, D), `W` (D, M), `dout` (N, M). Cada gradiente debe
# terminar con la forma de lo suyo; transpón hasta que los tamaños de en medio se encuentren. Hazlo con tres
# tamaños distintos: con N = D = M todo producto equivocado encaja. Por último: ¿recupera `dx` sus ejes, y hay
# alguna división entre N? No debería.

# %% [markdown] question="dense_backward" lang="en"
# Two samples with one number each, x = 2 and x = 5; two units, `W = [[3, -1]]`; `dout` = (1, 0) and (4, 2).
# For `dW`: the first unit gets 2 · 1 + 5 · 4 = 22 and the second 2 · 0 + 5 · 2 = 10, so `[[22, 10]]`. For
# `db`: (1 + 4, 0 + 2) = (5, 2). For `dx`: 1 · 3 + 0 · (-1) = 3 and 4 · 3 + 2 · (-1) = 10, one row per sample.

# %% [markdown] question="dense_backward" lang="es"
# Dos muestras con un número cada una, x = 2 y x = 5; dos unidades, `W = [[3, -1]]`; `dout` = (1, 0) y (4, 2).
# Para `dW`: la primera unidad recibe 2 · 1 + 5 · 4 = 22 y la segunda 2 · 0 + 5 · 2 = 10, o sea `[[22, 10]]`.
# Para `db`: (1 + 4, 0 + 2) = (5, 2). Para `dx`: 1 · 3 + 0 · (-1) = 3 y 4 · 3 + 2 · (-1) = 10, una fila por
# muestra.

# %% [markdown] question="numerical_gradient" lang="en"
# It is the definition of slope, done with patience: move *one* number a little up, look; a little down, look;
# put it back; go to the next. Looking on both sides cancels most of the error, and between the two looks
# there are two steps of h.

# %% [markdown] question="numerical_gradient" lang="es"
# Es la definición de pendiente, hecha con paciencia: mueve *un* número un poco hacia arriba, mira; un poco
# hacia abajo, mira; devuélvelo; pasa al siguiente. Mirar a ambos lados cancela casi todo el error, y entre
# las dos miradas hay dos pasos de h.

# %% [markdown] question="numerical_gradient" lang="en"
# Print the array that `f` receives at each call: exactly one entry must differ from `x`, and by exactly h. If
# earlier entries stay moved, the old value is not put back (put the *stored* value back; adding and
# subtracting h leaves rounding behind). If nothing moves, the array holds integers. To visit every entry of
# any shape, look up `np.ndindex`.

# %% [markdown] question="numerical_gradient" lang="es"
# Imprime el arreglo que `f` recibe en cada llamada: exactamente un valor debe diferir de `x`, y exactamente
# en h. Si los anteriores siguen movidos, no devuelves el valor viejo (devuelve el valor *guardado*; sumar y
# restar h deja restos de redondeo). Si nada se mueve, el arreglo tiene enteros. Para recorrer todos los
# valores de cualquier forma, busca `np.ndindex`.

# %% [markdown] question="numerical_gradient" lang="en"
# f(x) = x₀² · x₁ at x = (3, 2), h = 0.5. First entry: f(3.5, 2) = 24.5 and f(2.5, 2) = 12.5; the difference
# is 12 and the distance is 1, so 12. Second entry, with the first back at 3: f(3, 2.5) = 22.5 and f(3, 1.5) =
# 13.5, so 9. The answer is (12, 9), and it took four calls of `f`.

# %% [markdown] question="numerical_gradient" lang="es"
# f(x) = x₀² · x₁ en x = (3, 2), h = 0.5. Primer valor: f(3.5, 2) = 24.5 y f(2.5, 2) = 12.5; la diferencia es
# 12 y la distancia es 1, así que 12. Segundo valor, con el primero de vuelta en 3: f(3, 2.5) = 22.5 y f(3,
# 1.5) = 13.5, así que 9. La respuesta es (12, 9), y bastaron cuatro llamadas a `f`.

# %% [markdown] question="mlp_forward" lang="en"
# It is an assembly line: what leaves one layer enters the next. Between two layers stands a ReLU; before the
# first and after the last there is none, so a network with L layers has L - 1 of them. What the way back
# needs is put aside at each station.

# %% [markdown] question="mlp_forward" lang="es"
# Es una línea de montaje: lo que sale de una capa entra en la siguiente. Entre dos capas hay una ReLU; antes
# de la primera y después de la última no hay, así que una red de L capas tiene L - 1. Lo que necesita el
# camino de vuelta se aparta en cada estación.

# %% [markdown] question="mlp_forward" lang="en"
# Test three cases in this order: a single layer (then the answer is just your dense layer, with its negative
# numbers), two layers (the example of the text), three layers of different widths. Where a case fails tells
# you the place: a ReLU too many at an end, a loop that stops early, or a ReLU that only exists after the
# first layer.

# %% [markdown] question="mlp_forward" lang="es"
# Prueba tres casos en este orden: una sola capa (entonces la respuesta es tu capa densa, con sus números
# negativos), dos capas (el ejemplo del texto), tres capas de anchos distintos. El caso que falla dice dónde:
# una ReLU de más en un extremo, un bucle que termina antes, o una ReLU que solo existe después de la primera
# capa.

# %% [markdown] question="mlp_forward" lang="en"
# x = [[1]], three layers of one unit: (W, b) = (-2, 1), (3, 2), (-1, -4). First: -2 + 1 = -1, then ReLU: 0.
# Second: 0 · 3 + 2 = 2, then ReLU: 2. Third: -2 - 4 = -6, and there it ends: the logit is -6, without a ReLU.
# Only two of the three results were bent.

# %% [markdown] question="mlp_forward" lang="es"
# x = [[1]], tres capas de una unidad: (W, b) = (-2, 1), (3, 2), (-1, -4). Primera: -2 + 1 = -1, luego
# ReLU: 0. Segunda: 0 · 3 + 2 = 2, luego ReLU: 2. Tercera: -2 - 4 = -6, y ahí termina: el logit es -6, sin
# ReLU. Solo dos de los tres resultados pasaron por el quiebre.

# %% [markdown] question="mlp_backward" lang="en"
# Walk the assembly line backwards. At each layer the same two things happen: its own weights and bias take
# their blame, and the rest is handed to the station before. Between two layers stands the gate of a ReLU, and
# it opens as it was on the way forward.

# %% [markdown] question="mlp_backward" lang="es"
# Recorre la línea de montaje hacia atrás. En cada capa pasan las mismas dos cosas: sus propios pesos y su
# sesgo toman su culpa, y el resto se entrega a la estación anterior. Entre dos capas está la compuerta de una
# ReLU, y se abre tal como estaba en el camino de ida.

# %% [markdown] question="mlp_backward" lang="en"
# Your dense layer's backward already gives the three things of each station. Check the ends: the logits have
# no gate, the first layer does get gradients. Check the gate: it depends on whether the *unit* was on, not on
# the sign of the blame. Check the list: you build it from last to first, and it is wanted from first to last.
# And do not take anything out of the cache.

# %% [markdown] question="mlp_backward" lang="es"
# El backward de tu capa densa ya da las tres cosas de cada estación. Revisa los extremos: los logits no
# tienen compuerta, y la primera capa sí recibe gradientes. Revisa la compuerta: depende de si la *unidad*
# estaba encendida, no del signo de la culpa. Revisa la lista: la armas de la última a la primera, y se pide
# de la primera a la última. Y no saques nada del cache.

# %% [markdown] question="mlp_backward" lang="en"
# Two layers of one unit: x = 1, first (W, b) = (2, 1), second (5, 0). Forward: 3, on; the logit is 15. The
# blame -1 arrives. Second layer: dW = 3 · (-1) = -3, db = -1, and it hands back -1 · 5 = -5. The gate is
# open: -5, although it is negative. First layer: dW = 1 · (-5) = -5, db = -5. The list is [(-3, -1)] after
# one step; in the end it reads [(-5, -5), (-3, -1)].

# %% [markdown] question="mlp_backward" lang="es"
# Dos capas de una unidad: x = 1, primera (W, b) = (2, 1), segunda (5, 0). Hacia adelante: 3, encendida; el
# logit es 15. Llega la culpa -1. Segunda capa: dW = 3 · (-1) = -3, db = -1, y entrega -1 · 5 = -5. La
# compuerta está abierta: -5, aunque sea negativo. Primera capa: dW = 1 · (-5) = -5, db = -5. La lista es
# [(-3, -1)] tras un paso; al final queda [(-5, -5), (-3, -1)].

# %% [markdown] question="train_mlp" lang="en"
# Training is the same round, over and over: forward, loss, backward, adjust. You already wrote the first
# three; this function only connects them. Every weight and every bias moves a little *against* its gradient,
# and the next round starts from where this one ended.

# %% [markdown] question="train_mlp" lang="es"
# Entrenar es la misma ronda una y otra vez: hacia adelante, pérdida, hacia atrás, ajuste. Las tres primeras
# ya las escribiste; esta función solo las conecta. Cada peso y cada sesgo se mueve un poco *en contra* de su
# gradiente, y la ronda siguiente parte de donde terminó esta.

# %% [markdown] question="train_mlp" lang="en"
# Print the loss in each round. It should start near ln C and go down. If it goes up, the sign or the learning
# rate. If it stays at the same number, the new weights are never kept, or everything starts at zero. If it
# falls too slowly by a factor N, somebody divides twice. With `epochs=0` no step may be taken, and the
# generator is made once, from the seed.

# %% [markdown] question="train_mlp" lang="es"
# Imprime la pérdida en cada ronda. Debe empezar cerca de ln C y bajar. Si sube, el signo o la tasa de
# aprendizaje. Si se queda en el mismo número, los pesos nuevos nunca se guardan o todo empieza en cero. Si
# baja N veces más lento, alguien divide dos veces. Con `epochs=0` no se da ningún paso, y el generador se
# crea una sola vez, a partir de la semilla.

# %% [markdown] question="train_mlp" lang="en"
# One weight and one bias: w = 1, b = 0, lr = 0.1. Round 1 finds dw = 4 and db = -2: now w = 0.6 and b = 0.2.
# Round 2 must look again, with the *new* numbers: say it finds dw = 1 and db = 0.5; then w = 0.5 and b =
# 0.15. Whoever adds where one should subtract has w = 1.4 after the first round.

# %% [markdown] question="train_mlp" lang="es"
# Un peso y un sesgo: w = 1, b = 0, lr = 0.1. La ronda 1 encuentra dw = 4 y db = -2: ahora w = 0.6 y b = 0.2.
# La ronda 2 debe mirar otra vez, con los números *nuevos*: digamos que encuentra dw = 1 y db = 0.5; entonces
# w = 0.5 y b = 0.15. Quien suma donde hay que restar tiene w = 1.4 tras la primera ronda.

# %% [markdown] question="xavier_init" lang="en"
# Random terms add up their variances, so a layer with many inputs makes its outputs large unless the weights
# are small. Xavier looks in both directions: forward, `fan_in` terms add up; backward, `fan_out`. It takes
# the compromise between the two.

# %% [markdown] question="xavier_init" lang="es"
# Los términos al azar suman sus varianzas, así que una capa con muchas entradas agranda sus salidas si los
# pesos no son pequeños. Xavier mira en las dos direcciones: hacia adelante se suman `fan_in` términos; hacia
# atrás, `fan_out`. Y toma el término medio.

# %% [markdown] question="xavier_init" lang="en"
# The formula gives a *variance*; a generator is scaled with a *standard deviation*. Measure what you made:
# `np.std` of a matrix with many entries must be the root of the formula, and the mean near 0. If your spread
# is 1.7 times too small, you used the standard deviation as the limit of a uniform one. And who makes the
# numbers: the `rng` that you received?

# %% [markdown] question="xavier_init" lang="es"
# La fórmula da una *varianza*; un generador se escala con una *desviación estándar*. Mide lo que hiciste:
# `np.std` de una matriz con muchos valores debe ser la raíz de la fórmula, y la media, cercana a 0. Si tu
# dispersión es 1.7 veces más pequeña, usaste la desviación estándar como límite de una uniforme. ¿Y quién
# hace los números: el `rng` que recibiste?

# %% [markdown] question="xavier_init" lang="en"
# fan_in = 40 and fan_out = 160: the variance is 2 / 200 = 0.01 and the standard deviation is 0.1. With a
# normal one, about two thirds of the numbers lie between -0.1 and 0.1. With a uniform one of the same
# variance the limits are ±0.173, since 0.173² / 3 = 0.01. The shape is (40, 160).

# %% [markdown] question="xavier_init" lang="es"
# fan_in = 40 y fan_out = 160: la varianza es 2 / 200 = 0.01 y la desviación estándar es 0.1. Con una normal,
# unos dos tercios de los números quedan entre -0.1 y 0.1. Con una uniforme de la misma varianza los límites
# son ±0.173, porque 0.173² / 3 = 0.01. La forma es (40, 160).

# %% [markdown] question="he_init" lang="en"
# A ReLU silences about half of its inputs, so half of the signal's strength is lost at every layer. He's
# start makes the weights larger by just as much as is lost. It only looks forward: how many terms does each
# output add up?

# %% [markdown] question="he_init" lang="es"
# Una ReLU calla cerca de la mitad de sus entradas, así que en cada capa se pierde la mitad de la fuerza de la
# señal. El inicio de He agranda los pesos justo en lo que se pierde. Solo mira hacia adelante: ¿cuántos
# términos suma cada salida?

# %% [markdown] question="he_init" lang="en"
# Change only `fan_out` and measure `np.std`: it must not change. Change `fan_in` to four times as many: it
# must fall to half. Those two experiments tell He from Xavier, `fan_in` from `fan_out`, and a variance from a
# standard deviation (with four times as many, a variance falls to a quarter).

# %% [markdown] question="he_init" lang="es"
# Cambia solo `fan_out` y mide `np.std`: no debe cambiar. Multiplica `fan_in` por cuatro: debe bajar a la
# mitad. Esos dos experimentos distinguen a He de Xavier, a `fan_in` de `fan_out`, y a una varianza de una
# desviación estándar (con cuatro veces más, una varianza baja a la cuarta parte).

# %% [markdown] question="he_init" lang="en"
# fan_in = 50: the variance is 2 / 50 = 0.04 and the standard deviation is 0.2. With fan_in = 200 they are
# 0.01 and 0.1. Why the 2: 50 inputs of which half are silent add up 25 terms, and 25 · 0.04 = 1 keeps the
# size.

# %% [markdown] question="he_init" lang="es"
# fan_in = 50: la varianza es 2 / 50 = 0.04 y la desviación estándar es 0.2. Con fan_in = 200 son 0.01 y 0.1.
# El porqué del 2: 50 entradas de las que la mitad calla suman 25 términos, y 25 · 0.04 = 1 conserva el
# tamaño.

# %% [markdown] question="gradient_norms" lang="en"
# It is the network of part 4 once more, with a gate of another kind between the layers, and instead of the
# gradients you keep one number for each: its length. The interesting part is the slope on the way back: a
# sigmoid lets at most a quarter through, layer after layer.

# %% [markdown] question="gradient_norms" lang="es"
# Es la red de la parte 4 otra vez, con otra clase de compuerta entre las capas, y en vez de los gradientes
# guardas un número por cada uno: su largo. Lo interesante es la pendiente en el camino de vuelta: una
# sigmoide deja pasar a lo más un cuarto, capa tras capa.

# %% [markdown] question="gradient_norms" lang="en"
# Do the example of the text and print after each line; where the first number differs is the place. The usual
# ones: the slope formulas of the table expect the *value* (after the activation), not z; the slope of a
# layer's activation multiplies the blame after it has crossed the next layer's `W`; the last layer has no
# activation. A length is the root of a sum of squares, of `dW` alone, and the list goes from first to last.

# %% [markdown] question="gradient_norms" lang="es"
# Haz el ejemplo del texto e imprime tras cada línea; donde difiere el primer número, ahí es. Lo habitual: las
# fórmulas de pendiente de la tabla esperan el *valor* (después de la activación), no z; la pendiente de la
# activación de una capa multiplica la culpa cuando esta ya cruzó la `W` de la capa siguiente; la última capa
# no tiene activación. Un largo es la raíz de una suma de cuadrados, solo de `dW`, y la lista va de la primera
# a la última.

# %% [markdown] question="gradient_norms" lang="en"
# One hidden tanh unit with value t = 0.6, and a blame of 5 that comes back from the layer after it. The slope
# is 1 - 0.36 = 0.64, so 5 · 0.64 = 3.2 goes on. If the inputs of that unit were (3, 4), its `dW` is (9.6,
# 12.8), with length √(92.16 + 163.84) = √256 = 16. With sigmoid and a value of 0.6 the slope would be only
# 0.24.

# %% [markdown] question="gradient_norms" lang="es"
# Una unidad oculta tanh con valor t = 0.6, y una culpa de 5 que vuelve desde la capa siguiente. La pendiente
# es 1 - 0.36 = 0.64, así que sigue 5 · 0.64 = 3.2. Si las entradas de esa unidad eran (3, 4), su `dW` es
# (9.6, 12.8), de largo √(92.16 + 163.84) = √256 = 16. Con sigmoide y un valor de 0.6 la pendiente sería solo
# 0.24.

# %% [markdown] question="clip_by_global_norm" lang="en"
# A step that is too long is made shorter, but it keeps pointing the same way. For that, *every* number of
# *every* layer must shrink by the same factor, and the length that decides is that of all the numbers
# together, as if they stood in one long list.

# %% [markdown] question="clip_by_global_norm" lang="es"
# Un paso demasiado largo se acorta, pero sigue apuntando hacia el mismo lado. Para eso *todos* los números de
# *todas* las capas deben reducirse por el mismo factor, y el largo que decide es el de todos los números
# juntos, como si estuvieran en una sola lista larga.

# %% [markdown] question="clip_by_global_norm" lang="en"
# How many square roots does your code take? One. How many factors are there? One. Are the biases in the sum,
# and are they shortened too? What happens within the limit, and when everything is 0? The norm that you
# return is the one from before. And `*=` on an array that you received changes it for whoever called you.

# %% [markdown] question="clip_by_global_norm" lang="es"
# ¿Cuántas raíces cuadradas saca tu código? Una. ¿Cuántos factores hay? Uno. ¿Están los sesgos en la suma, y
# se acortan también? ¿Qué pasa dentro del límite, y cuando todo es 0? La norma que devuelves es la de antes.
# Y `*=` sobre un arreglo que recibiste lo cambia para quien te llamó.

# %% [markdown] question="clip_by_global_norm" lang="en"
# One layer, dW = [[2, -4]] and db = [5, 2]. The squares add up to 4 + 16 + 25 + 4 = 49, so the norm is 7.
# With max_norm = 3.5 the factor is 1/2: dW = [[1, -2]], db = [2.5, 1], and the second value returned is 7.
# With max_norm = 10 everything stays as it is, and the second value is 7 again.

# %% [markdown] question="clip_by_global_norm" lang="es"
# Una capa, dW = [[2, -4]] y db = [5, 2]. Los cuadrados suman 4 + 16 + 25 + 4 = 49, así que la norma es 7. Con
# max_norm = 3.5 el factor es 1/2: dW = [[1, -2]], db = [2.5, 1], y el segundo valor que se devuelve es 7. Con
# max_norm = 10 todo queda igual, y el segundo valor es 7 otra vez.
