# %% [markdown] question="diagnose_fit" lang="en"
# Two questions, in this order. Did it learn what it was shown? If not, nothing else matters. If it did: is it
# nearly as good with what is new? "High" means nothing without a yardstick, and the yardstick is the loss of
# pure guessing.

# %% [markdown] question="diagnose_fit" lang="es"
# Dos preguntas, en este orden. ¿Aprendió lo que se le mostró? Si no, lo demás no importa. Si lo aprendió: ¿es
# casi igual de buena con lo nuevo? «Alta» no dice nada sin una vara para medir, y la vara es la pérdida de
# adivinar al azar.

# %% [markdown] question="diagnose_fit" lang="en"
# Which numbers of the two lists do you use? Only the last ones: not the best, not the first, not a mean. Is
# the gap signed, so that a validation loss *below* the training loss is fine? Do you ask about underfitting
# before you look at the gap? Try a network that is bad at both.

# %% [markdown] question="diagnose_fit" lang="es"
# ¿Qué números de las dos listas usas? Solo los últimos: ni los mejores, ni los primeros, ni un promedio. ¿La
# brecha conserva su signo, de modo que una pérdida de validación *menor* que la de entrenamiento esté bien?
# ¿Preguntas por el subajuste antes de mirar la brecha? Prueba con una red que sea mala en ambas.

# %% [markdown] question="diagnose_fit" lang="en"
# Four classes: the baseline is ln 4 = 1.386, so the two thresholds are 0.693 and 0.277. Training losses 1.3,
# 0.8, 0.2 and validation losses 1.3, 0.6, 0.9. The last ones are 0.2 (learned: below 0.693) and 0.9. The gap
# is 0.7, more than 0.277: overfitting. With a last validation loss of 0.3 the gap would be 0.1: good.

# %% [markdown] question="diagnose_fit" lang="es"
# Cuatro clases: la referencia es ln 4 = 1.386, así que los dos umbrales son 0.693 y 0.277. Pérdidas de
# entrenamiento 1.3, 0.8, 0.2 y de validación 1.3, 0.6, 0.9. Las últimas son 0.2 (aprendió: menor que 0.693) y
# 0.9. La brecha es 0.7, más que 0.277: sobreajuste. Con una última pérdida de validación de 0.3, la brecha
# sería 0.1: buena.

# %% [markdown] question="EarlyStopping" lang="en"
# Imagine somebody who watches the validation loss with a notebook in hand. They write down the best one so
# far, when it was, and a photo of the weights. Each epoch that brings no real progress costs patience; any
# real progress gives all of it back.

# %% [markdown] question="EarlyStopping" lang="es"
# Imagina a alguien que mira la pérdida de validación con una libreta en la mano. Anota la mejor hasta ahora,
# cuándo fue, y una foto de los pesos. Cada época sin progreso de verdad le cuesta paciencia; cualquier
# progreso de verdad se la devuelve entera.

# %% [markdown] question="EarlyStopping" lang="en"
# Replay the table of the text row by row and print your counter. The rows that catch most people are 2 to 4:
# compared with *what*, and lower by *how much*? Ask "is it lower?", never "is it not higher?": with NaN the
# two differ. Then the photo: change the arrays after `update` and see whether yours changes too. And `update`
# answers True or False every time.

# %% [markdown] question="EarlyStopping" lang="es"
# Repite la tabla del texto fila por fila e imprime tu contador. Las filas que atrapan a casi todos son de la
# 2 a la 4: ¿comparada con *qué*, y menor por *cuánto*? Pregunta «¿es menor?», nunca «¿no es mayor?»: con NaN
# no es lo mismo. Luego la foto: cambia los arreglos después de `update` y mira si la tuya cambia también. Y
# `update` responde True o False todas las veces.

# %% [markdown] question="EarlyStopping" lang="en"
# patience = 3, min_delta = 0, epochs from 10 on, losses 0.5, 0.75, NaN, 0.5. Epoch 10: progress, nothing
# waited. Epoch 11: higher, waited 1. Epoch 12: NaN is no progress, waited 2. Epoch 13: equal is not lower,
# waited 3: True. The best epoch is 10, and its weights are a copy made then.

# %% [markdown] question="EarlyStopping" lang="es"
# patience = 3, min_delta = 0, épocas desde la 10, pérdidas 0.5, 0.75, NaN, 0.5. Época 10: progreso, espera 0.
# Época 11: mayor, espera 1. Época 12: NaN no es progreso, espera 2. Época 13: igual no es menor, espera 3:
# True. La mejor época es la 10, y sus pesos son una copia hecha en ese momento.

# %% [markdown] question="l2_penalty" lang="en"
# It is a tax on large weights. Being a sum of squares, it hardly notices small ones and charges a lot for
# large ones. The ½ is there for one reason only: so that the gradient comes out without a 2.

# %% [markdown] question="l2_penalty" lang="es"
# Es un impuesto a los pesos grandes. Como es una suma de cuadrados, casi no nota a los pequeños y les cobra
# mucho a los grandes. El ½ está por una sola razón: para que el gradiente salga sin un 2.

# %% [markdown] question="l2_penalty" lang="en"
# Check the two answers against each other: raise one weight by 0.001 and see whether the penalty grows by
# 0.001 times its gradient. If it is twice or half of that, a ½ or a 2 is in the wrong place. Then the form:
# one number for *all* layers, and a list with one array for each. The gradient is not the step: no minus, no
# learning rate.

# %% [markdown] question="l2_penalty" lang="es"
# Compara una respuesta con la otra: sube un peso en 0.001 y mira si la penalización crece 0.001 por su
# gradiente. Si crece el doble o la mitad, hay un ½ o un 2 fuera de lugar. Luego la forma: un solo número para
# *todas* las capas, y una lista con un arreglo por capa. El gradiente no es el paso: ni signo menos, ni tasa
# de aprendizaje.

# %% [markdown] question="l2_penalty" lang="en"
# λ = 0.5 and two layers, `[[1, -2], [0, 3]]` and `[[4]]`. The squares add up to 14 and 16, so the penalty is
# 0.25 · 30 = 7.5. The gradients are `[[0.5, -1], [0, 1.5]]` and `[[2]]`. Test: with 4.01 in place of 4 the
# penalty is 7.520025, and 0.020025 / 0.01 is about 2.

# %% [markdown] question="l2_penalty" lang="es"
# λ = 0.5 y dos capas, `[[1, -2], [0, 3]]` y `[[4]]`. Los cuadrados suman 14 y 16, así que la penalización es
# 0.25 · 30 = 7.5. Los gradientes son `[[0.5, -1], [0, 1.5]]` y `[[2]]`. Prueba: con 4.01 en lugar de 4 la
# penalización es 7.520025, y 0.020025 / 0.01 es más o menos 2.

# %% [markdown] question="max_norm" lang="en"
# The weights that come into a unit are an arrow. If it is too long, shorten it without turning it: all its
# numbers times the same factor. If it is short enough, leave it alone. Each unit is judged by itself.

# %% [markdown] question="max_norm" lang="es"
# Los pesos que entran a una unidad son una flecha. Si es demasiado larga, acórtala sin girarla: todos sus
# números por el mismo factor. Si ya es corta, déjala en paz. Cada unidad se juzga por separado.

# %% [markdown] question="max_norm" lang="en"
# Print the lengths before anything else: there must be one per *unit*, so their number is that of the last
# axis. If you have one per input, you took the other axis; if you have one in all, no axis. In a convolution
# three axes disappear. Then follow a unit at zero and a unit of exactly the limit through your factor: what
# do you divide by?

# %% [markdown] question="max_norm" lang="es"
# Imprime los largos antes que nada: debe haber uno por *unidad*, o sea tantos como diga el último eje. Si
# tienes uno por entrada, tomaste el otro eje; si tienes uno solo, ningún eje. En una convolución desaparecen
# tres ejes. Luego sigue por tu factor a una unidad en cero y a una justo en el límite: ¿entre qué divides?

# %% [markdown] question="max_norm" lang="en"
# limit = 3, three inputs and two units; by column, the units are (2, 4, 4) and (1, 2, 2). The lengths are
# √36 = 6 and √9 = 3. The first one is twice too long, so it is halved: (1, 2, 2). The second one is at the
# limit and stays: (1, 2, 2). Same arrow, same end.

# %% [markdown] question="max_norm" lang="es"
# limit = 3, tres entradas y dos unidades; por columna, las unidades son (2, 4, 4) y (1, 2, 2). Los largos son
# √36 = 6 y √9 = 3. La primera mide el doble de lo permitido, así que queda en la mitad: (1, 2, 2). La segunda
# está en el límite y se queda: (1, 2, 2). Misma flecha, mismo final.

# %% [markdown] question="dropout_forward" lang="en"
# While training, each entry has a ticket in a lottery: some are silenced, and the survivors speak louder so
# that the total stays the same on average. In the exam everybody is there and nobody shouts: nothing happens.

# %% [markdown] question="dropout_forward" lang="es"
# Mientras entrena, cada valor tiene un boleto en una lotería: algunos se callan, y los que quedan hablan más
# fuerte para que el total, en promedio, sea el mismo. En el examen están todos y nadie grita: no pasa nada.

# %% [markdown] question="dropout_forward" lang="en"
# Feed it a large array of ones and measure: the share of zeros must be `rate`, and the mean about 1. Share
# 1 - rate: kept and dropped are exchanged. Mean below 1: the survivors are not louder. A share that fits no
# number: a bell curve instead of an even draw, or a missing parenthesis. Whole rows of zeros: draw for every
# entry. And in inference, `rng` may be `None`.

# %% [markdown] question="dropout_forward" lang="es"
# Dale un arreglo grande de unos y mide: la proporción de ceros debe ser `rate`, y la media, cerca de 1.
# Proporción 1 - rate: intercambiaste conservar y descartar. Media menor que 1: los que quedan no hablan más
# fuerte. Una proporción que no calza: una curva de campana en vez de un sorteo parejo, o un paréntesis que
# falta. Filas enteras de ceros: sortea cada valor. Y en inferencia, `rng` puede ser `None`.

# %% [markdown] question="dropout_forward" lang="en"
# rate = 0.5, so the survivors are multiplied by 2. x = (3, -1, 2, 6) and the draws are 0.2, 0.9, 0.5, 0.4.
# Below 0.5 are the first and the last: out = (0, -2, 4, 0). A draw of exactly 0.5 is not below. Another draw
# would drop others; with `training=False` it is (3, -1, 2, 6).

# %% [markdown] question="dropout_forward" lang="es"
# rate = 0.5, así que los que quedan se multiplican por 2. x = (3, -1, 2, 6) y los sorteos son 0.2, 0.9, 0.5,
# 0.4. Menores que 0.5 son el primero y el último: out = (0, -2, 4, 0). Un sorteo de exactamente 0.5 no es
# menor. Otro sorteo descartaría a otros; con `training=False` es (3, -1, 2, 6).

# %% [markdown] question="dropout_backward" lang="en"
# For a given draw, dropout multiplied each entry by a fixed number. Whoever was multiplied by 0 had no part
# in the answer; whoever spoke twice as loud bears twice the blame. So the same numbers return, the ones from
# the way forward.

# %% [markdown] question="dropout_backward" lang="es"
# Para un sorteo dado, el abandono multiplicó cada valor por un número fijo. Quien fue multiplicado por 0 no
# tuvo parte en la respuesta; quien habló el doble de fuerte carga con el doble de culpa. Así que vuelven los
# mismos números, los del camino de ida.

# %% [markdown] question="dropout_backward" lang="en"
# What exactly lies in your cache? It has to say both *who* stayed and *how much* louder, also after
# `training=False`. If you stored `out` or `x`, an entry that was 0 but stayed looks like a dropped one. If
# you need `rng` here, something went wrong in the forward function. And do not write into the cache: it may
# be used again.

# %% [markdown] question="dropout_backward" lang="es"
# ¿Qué hay exactamente en tu cache? Tiene que decir *quién* se quedó y *cuánto* más fuerte habló, también
# después de `training=False`. Si guardaste `out` o `x`, un valor que era 0 pero se quedó parece descartado.
# Si aquí necesitas `rng`, algo salió mal en la función hacia adelante. Y no escribas en el cache: puede
# usarse otra vez.

# %% [markdown] question="dropout_backward" lang="en"
# Of four entries, the first and the last were dropped with rate = 0.5, so the factors were (0, 2, 2, 0). With
# dout = (10, -1, 0.5, 7) you return (0, -2, 1, 0). The 10 and the 7 get lost, whatever their size; the -1
# passes, although it is negative.

# %% [markdown] question="dropout_backward" lang="es"
# De cuatro valores, el primero y el último se descartaron con rate = 0.5, así que los factores fueron (0, 2,
# 2, 0). Con dout = (10, -1, 0.5, 7) devuelves (0, -2, 1, 0). El 10 y el 7 se pierden, sea cual sea su tamaño;
# el -1 pasa, aunque sea negativo.

# %% [markdown] question="build_regularized" lang="en"
# You already wrote each remedy; here you only say where it stands. A limit on the weights belongs *to* a
# layer, it is one of its settings. Dropout is a layer *of its own*, after the layer whose answers it
# silences. The output gets neither.

# %% [markdown] question="build_regularized" lang="es"
# Ya escribiste cada remedio; aquí solo dices dónde va. Un límite a los pesos *pertenece* a una capa, es una
# de sus opciones. El abandono es una capa *aparte*, después de la capa cuyas respuestas calla. La salida no
# lleva ninguno de los dos.

# %% [markdown] question="build_regularized" lang="en"
# Put your code beside the table of the text and count: five layers after the input, in which order? Then look
# for numbers in your code that should be arguments: the rate, the limit, the classes. In Keras a limit has a
# default, so `MaxNorm()` without its number is no error and still wrong. Kernel, not bias. And there is no
# `compile` here.

# %% [markdown] question="build_regularized" lang="es"
# Pon tu código al lado de la tabla del texto y cuenta: cinco capas después de la entrada, ¿en qué orden?
# Luego busca en tu código números que deberían ser argumentos: la tasa, el límite, las clases. En Keras el
# límite tiene un valor por omisión, así que `MaxNorm()` sin su número no da error y aun así está mal. El
# núcleo, no el sesgo. Y aquí no hay `compile`.

# %% [markdown] question="build_regularized" lang="en"
# With 10 inputs and 3 classes, the dense layers have 10 · 64 + 64 = 704, 64 · 64 + 64 = 4,160 and 64 · 3 +
# 3 = 195 parameters, and dropout has none: 5,059 in all. The remedies add no parameter; if your total is
# another, a layer is missing or has another size.

# %% [markdown] question="build_regularized" lang="es"
# Con 10 entradas y 3 clases, las capas densas tienen 10 · 64 + 64 = 704, 64 · 64 + 64 = 4,160 y 64 · 3 + 3 =
# 195 parámetros, y el abandono ninguno: 5,059 en total. Los remedios no agregan parámetros; si tu total es
# otro, falta una capa o tiene otro tamaño.

# %% [markdown] question="train_regularized" lang="en"
# Some of the labels are lies. A network that trains for long enough learns them too, by heart; the validation
# data notice. So training ends when they stop improving, and the weights that count are those of the best
# moment, not of the last one.

# %% [markdown] question="train_regularized" lang="es"
# Algunas etiquetas son mentira. Una red que entrena lo suficiente también las aprende, de memoria; los datos
# de validación lo notan. Por eso el entrenamiento termina cuando estos dejan de mejorar, y los pesos que
# cuentan son los del mejor momento, no los del último.

# %% [markdown] question="train_regularized" lang="en"
# Read the list of what the callback must know, and compare it with Keras's defaults: what it watches, for how
# long it waits, and what it leaves in the model when it stops (by default, *not* the best weights). Then
# `fit`: which data does it train with, which only watch? The labels are integers: which of the two
# cross-entropies? And the last line returns the model, not what `fit` gives.

# %% [markdown] question="train_regularized" lang="es"
# Lee la lista de lo que debe saber el callback y compárala con lo que Keras trae por omisión: qué vigila,
# cuánto espera, y qué deja en el modelo cuando se detiene (por omisión, *no* los mejores pesos). Luego `fit`:
# ¿con qué datos entrena, y cuáles solo vigilan? Las etiquetas son enteros: ¿cuál de las dos entropías
# cruzadas? Y la última línea devuelve el modelo, no lo que entrega `fit`.

# %% [markdown] question="train_regularized" lang="en"
# Validation losses 0.9, 0.7, 0.8, 0.75, 0.72, 0.71, 0.74 in epochs 0 to 6. The best is epoch 1. Five epochs
# in a row bring no progress, 2 to 6, so with a patience of 5 it stops after epoch 6. The model must come back
# with the weights of epoch 1: those of epoch 6 are five epochs further into the false labels.

# %% [markdown] question="train_regularized" lang="es"
# Pérdidas de validación 0.9, 0.7, 0.8, 0.75, 0.72, 0.71, 0.74 en las épocas 0 a 6. La mejor es la época 1.
# Cinco épocas seguidas no traen progreso, de la 2 a la 6, así que con una paciencia de 5 se detiene tras la
# época 6. El modelo debe volver con los pesos de la época 1: los de la época 6 llevan cinco épocas más
# creyendo en las etiquetas falsas.
