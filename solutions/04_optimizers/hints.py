# %% [markdown] question="sgd" lang="en"
# The gradient points to where the loss grows, and you want it to fall: go the other way. The gradient says in
# which direction and how steep; the learning rate turns that into a length. Each entry moves by itself.

# %% [markdown] question="sgd" lang="es"
# El gradiente apunta hacia donde la pérdida crece, y tú quieres que baje: ve en sentido contrario. El
# gradiente dice hacia dónde y cuán empinado; la tasa de aprendizaje lo convierte en una longitud. Cada valor
# se mueve por sí solo.

# %% [markdown] question="sgd" lang="en"
# One line is enough, so look at its surroundings. Do you return *two* things, in the right order, the second
# one as it came? Does the line make a new array, or does it write into `w` (`w -= ...`)? After a step with a
# positive gradient the weight must be smaller.

# %% [markdown] question="sgd" lang="es"
# Basta una línea, así que mira lo que la rodea. ¿Devuelves *dos* cosas, en el orden correcto, la segunda tal
# como llegó? ¿La línea crea un arreglo nuevo o escribe en `w` (`w -= ...`)? Después de un paso con gradiente
# positivo, el peso debe ser menor.

# %% [markdown] question="sgd" lang="en"
# w = (-1, 6), the gradient is (-10, 5) and lr = 0.1. The first weight has a slope that falls to the right, so
# it goes up by 1, to 0. The second one goes down by 0.5, to 5.5. With `state = None` you return the pair of
# (0, 5.5) and `None`.

# %% [markdown] question="sgd" lang="es"
# w = (-1, 6), el gradiente es (-10, 5) y lr = 0.1. El primer peso tiene una pendiente que baja hacia la
# derecha, así que sube 1, hasta 0. El segundo baja 0.5, hasta 5.5. Con `state = None` devuelves la pareja de
# (0, 5.5) y `None`.

# %% [markdown] question="fit" lang="en"
# It is a walk with a diary. At each step: feel the slope where you stand, let the optimizer move you, write
# down the new place. The optimizer's memory goes through your hands, but it is not yours: give it back next
# time exactly as you got it.

# %% [markdown] question="fit" lang="es"
# Es una caminata con diario. En cada paso: siente la pendiente donde estás, deja que el optimizador te mueva,
# anota el lugar nuevo. La memoria del optimizador pasa por tus manos, pero no es tuya: devuélvesela la
# próxima vez tal como la recibiste.

# %% [markdown] question="fit" lang="en"
# Count on your fingers with `steps = 2`: three places in the diary, two questions to `grad_fn`. What stands
# in the diary before the loop begins? Are all its pages different, or the same array written several times?
# And what does `steps = 0` give: one row, of shape (1, D)?

# %% [markdown] question="fit" lang="es"
# Cuenta con los dedos con `steps = 2`: tres lugares en el diario, dos preguntas a `grad_fn`. ¿Qué hay en el
# diario antes de que empiece el bucle? ¿Sus páginas son distintas, o el mismo arreglo anotado varias veces?
# ¿Y qué da `steps = 0`: una fila, de forma (1, D)?

# %% [markdown] question="fit" lang="en"
# The gradient of (w - 1)² is 2(w - 1). Start at 5, lr = 0.25, two steps. At 5 the gradient is 8: go to 3. At
# 3 it is 4: go to 2. The diary is `[[5], [3], [2]]` and the last place is `[2]`. Nobody asked for the
# gradient at 2.

# %% [markdown] question="fit" lang="es"
# El gradiente de (w - 1)² es 2(w - 1). Empieza en 5, lr = 0.25, dos pasos. En 5 el gradiente es 8: ve a 3. En
# 3 es 4: ve a 2. El diario es `[[5], [3], [2]]` y el último lugar es `[2]`. Nadie preguntó por el gradiente
# en 2.

# %% [markdown] question="momentum" lang="en"
# A heavy ball does not obey each push at once: it keeps a part of its speed and adds the push. Pushes that
# agree pile up, pushes that contradict each other cancel. The speed is what has to be remembered from one
# step to the next.

# %% [markdown] question="momentum" lang="es"
# Una bola pesada no obedece de inmediato cada empujón: conserva una parte de su velocidad y le suma el
# empujón. Los empujones que coinciden se acumulan, los que se contradicen se anulan. La velocidad es lo que
# hay que recordar de un paso al otro.

# %% [markdown] question="momentum" lang="en"
# Look at three things at the *second* step, since the first one hides them: does the old velocity arrive (is
# the *new* one what you returned as state)? Who is multiplied by `beta`: only the old velocity. Which
# velocity makes the step: the new one. If two parameters disturb each other, or the old state changes, look
# for a global variable or for `+=`.

# %% [markdown] question="momentum" lang="es"
# Mira tres cosas en el *segundo* paso, porque el primero las esconde: ¿llega la velocidad vieja (devolviste
# la *nueva* como estado)? Quién se multiplica por `beta`: solo la velocidad vieja. Qué velocidad da el paso:
# la nueva. Si dos parámetros se estorban, o el estado viejo cambia, busca una variable global o un `+=`.

# %% [markdown] question="momentum" lang="en"
# beta = 0.25, lr = 0.5, start at w = 2. The gradients are 4, -4, 0. Velocities: 4; then 0.25 · 4 - 4 = -3;
# then 0.25 · (-3) + 0 = -0.75. Places: 2 - 2 = 0; 0 + 1.5 = 1.5; 1.5 + 0.375 = 1.875. In the third step there
# was no push at all, and the ball still rolled.

# %% [markdown] question="momentum" lang="es"
# beta = 0.25, lr = 0.5, empieza en w = 2. Los gradientes son 4, -4, 0. Velocidades: 4; luego 0.25 · 4 - 4 =
# -3; luego 0.25 · (-3) + 0 = -0.75. Lugares: 2 - 2 = 0; 0 + 1.5 = 1.5; 1.5 + 0.375 = 1.875. En el tercer paso
# no hubo ningún empujón, y la bola siguió rodando.

# %% [markdown] question="rmsprop" lang="en"
# Each weight measures how large its own gradients usually are and uses that as its unit. A direction whose
# gradients are always large takes steps no longer than one whose gradients are always small. The measure
# forgets slowly, so it must be remembered between steps.

# %% [markdown] question="rmsprop" lang="es"
# Cada peso mide qué tan grandes suelen ser sus gradientes y usa eso como unidad. Una dirección con gradientes
# siempre grandes no da pasos más largos que otra con gradientes siempre pequeños. La medida olvida despacio,
# así que hay que recordarla entre un paso y otro.

# %% [markdown] question="rmsprop" lang="en"
# Read your denominator aloud: the root of the *new* mean of *squares*, and eps added to that root. The slips
# sit right there: eps under the root, eps added to the whole fraction, the root missing, the old mean. Then a
# test: with rho = 1 nothing new may enter the mean. And the mean has the shape of `w`: one number for the
# whole array is too few.

# %% [markdown] question="rmsprop" lang="es"
# Lee en voz alta tu denominador: la raíz del promedio *nuevo* de los *cuadrados*, y eps sumado a esa raíz.
# Los tropiezos están justo ahí: eps dentro de la raíz, eps sumado a toda la fracción, la raíz que falta, el
# promedio viejo. Luego prueba: con rho = 1 no debe entrar nada nuevo al promedio. Y el promedio tiene la
# forma de `w`: un solo número para todo el arreglo es muy poco.

# %% [markdown] question="rmsprop" lang="en"
# rho = 0.96, lr = 0.1, eps = 0.25. The gradient is 5: the mean is 0.04 · 25 = 1, its root 1, and the step
# 0.1 · 5 / (1 + 0.25) = 0.4. Now the gradient is -5: the mean is 0.96 · 1 + 0.04 · 25 = 1.96, its root 1.4,
# and the step 0.1 · (-5) / 1.65 = -0.303. The sign comes from the gradient; the measure has none.

# %% [markdown] question="rmsprop" lang="es"
# rho = 0.96, lr = 0.1, eps = 0.25. El gradiente es 5: el promedio es 0.04 · 25 = 1, su raíz 1, y el paso
# 0.1 · 5 / (1 + 0.25) = 0.4. Ahora el gradiente es -5: el promedio es 0.96 · 1 + 0.04 · 25 = 1.96, su raíz
# 1.4, y el paso 0.1 · (-5) / 1.65 = -0.303. El signo viene del gradiente; la medida no tiene.

# %% [markdown] question="adam" lang="en"
# It is the two memories together: where to (a mean of gradients) and in which units (a mean of squares). Both
# begin at an invented 0, so at first they are too small by a known share. Dividing by what is *real* in them
# repairs that, a little less at each step. For this you must know which step it is.

# %% [markdown] question="adam" lang="es"
# Son las dos memorias juntas: hacia dónde (un promedio de gradientes) y en qué unidades (un promedio de
# cuadrados). Ambas empiezan en un 0 inventado, así que al principio son demasiado pequeñas en una proporción
# conocida. Dividir entre lo que hay de *real* en ellas lo repara, cada vez un poco menos. Para eso debes
# saber qué paso es.

# %% [markdown] question="adam" lang="en"
# Test the first step: it must be lr long for any gradient. If it is about 3 lr, there is no correction; if
# there is a division by zero, the counter is still 0. Then the second step: the counter must be 2, the
# correction has a power, and the state holds the *uncorrected* means. The example of the text gives 1 and
# 0.882. Last: eps is added after the root of the corrected one.

# %% [markdown] question="adam" lang="es"
# Prueba el primer paso: debe medir lr con cualquier gradiente. Si mide unas 3 veces lr, no hay corrección; si
# hay una división entre cero, el contador sigue en 0. Luego el segundo paso: el contador debe valer 2, la
# corrección lleva una potencia, y el estado guarda los promedios *sin corregir*. El ejemplo del texto da 1 y
# 0.882. Por último: eps se suma después de la raíz del corregido.

# %% [markdown] question="adam" lang="en"
# beta1 = beta2 = 0.5, lr = 1, eps = 0. Step 1, gradient 4: the means are 2 and 8; half of them is real, so
# corrected they are 4 and 16, and the step is 4 / 4 = 1. Step 2, gradient 0: the means are 1 and 4; now 1 -
# 0.25 = 0.75 is real, so 1.333 and 5.333, and the step is 1.333 / 2.309 = 0.577.

# %% [markdown] question="adam" lang="es"
# beta1 = beta2 = 0.5, lr = 1, eps = 0. Paso 1, gradiente 4: los promedios son 2 y 8; la mitad es real, así
# que corregidos son 4 y 16, y el paso es 4 / 4 = 1. Paso 2, gradiente 0: los promedios son 1 y 4; ahora es
# real 1 - 0.25 = 0.75, así que 1.333 y 5.333, y el paso es 1.333 / 2.309 = 0.577.

# %% [markdown] question="minibatches" lang="en"
# Think of a deck of cards with the label written on each card. Shuffle the deck once, deal it in piles of
# equal size, and the last pile may be smaller. You do not shuffle the data: you shuffle the *numbers of the
# rows*, and pick with them.

# %% [markdown] question="minibatches" lang="es"
# Piensa en un mazo de cartas con la etiqueta escrita en cada carta. Baraja el mazo una vez, repártelo en
# montones iguales, y el último puede ser más pequeño. No barajas los datos: barajas los *números de las
# filas*, y eliges con ellos.

# %% [markdown] question="minibatches" lang="en"
# Collect all the labels of your batches and sort them: they must be those of `y`, each one once. Too few: the
# last batch is lost. Too many: it was filled up, or drawn with repetition. Then see that sample and label
# still belong together: are both picked with the *same* numbers? Where does your order come from, and is
# there an empty batch when N divides evenly?

# %% [markdown] question="minibatches" lang="es"
# Junta todas las etiquetas de tus minilotes y ordénalas: deben ser las de `y`, cada una una vez. Faltan: se
# perdió el último minilote. Sobran: se rellenó, o sacaste con repetición. Luego mira que muestra y etiqueta
# sigan juntas: ¿se eligen con los *mismos* números? ¿De dónde sale tu orden, y queda un minilote vacío cuando
# N se divide justo?

# %% [markdown] question="minibatches" lang="en"
# Seven samples by 3. The shuffled row numbers are, say, 6, 2, 0, 5, 3, 1, 4. Cut the list at every third one:
# (6, 2, 0), (5, 3, 1) and (4). The cuts start at 0, 3 and 6. With six samples they would start at 0 and 3: a
# cut at 6 would give nothing.

# %% [markdown] question="minibatches" lang="es"
# Siete muestras de a 3. Los números de fila barajados son, digamos, 6, 2, 0, 5, 3, 1, 4. Corta la lista cada
# tres: (6, 2, 0), (5, 3, 1) y (4). Los cortes empiezan en 0, 3 y 6. Con seis muestras empezarían en 0 y 3: un
# corte en 6 no daría nada.

# %% [markdown] question="build_dense" lang="en"
# Two dense layers and a contract. The layers say what is computed; `compile` says what is to be minimised, by
# whom, and what is to be shown. The last activation and the loss are a couple: one turns scores into
# probabilities, the other one expects exactly that.

# %% [markdown] question="build_dense" lang="es"
# Dos capas densas y un contrato. Las capas dicen qué se calcula; `compile` dice qué se minimiza, quién lo
# hace y qué se muestra. La última activación y la pérdida son una pareja: una convierte puntajes en
# probabilidades y la otra espera justo eso.

# %% [markdown] question="build_dense" lang="en"
# Compare `model.summary()` with the count done by hand: 7,510 for 64 inputs and 10 classes. Fewer or more
# tells you which layer is different. Then go through what you received: are all three arguments used? And
# through what Keras assumes: the input's shape is that of *one* sample, and of the two cross-entropies one is
# for whole numbers.

# %% [markdown] question="build_dense" lang="es"
# Compara `model.summary()` con la cuenta hecha a mano: 7510 con 64 entradas y 10 clases. Si da menos o más,
# te dice qué capa difiere. Luego repasa lo que recibiste: ¿usas los tres argumentos? Y lo que Keras supone:
# la forma de la entrada es la de *una* muestra, y de las dos entropías cruzadas, una es para números enteros.

# %% [markdown] question="build_dense" lang="en"
# 20 inputs and 3 classes. The hidden layer: 20 · 100 + 100 = 2,100 parameters. The output: 100 · 3 + 3 = 303.
# Together 2,403. For one sample the network gives three numbers, such as (0.2, 0.5, 0.3), that add up to 1;
# with label 1 the loss looks only at the 0.5.

# %% [markdown] question="build_dense" lang="es"
# 20 entradas y 3 clases. La capa oculta: 20 · 100 + 100 = 2100 parámetros. La salida: 100 · 3 + 3 = 303.
# Juntas, 2403. Para una muestra la red da tres números, como (0.2, 0.5, 0.3), que suman 1; con la etiqueta 1,
# la pérdida solo mira el 0.5.

# %% [markdown] question="train_dense" lang="en"
# A network learns on a scale, and whoever uses it must know which one. Here the agreement is simple: pixels
# divided by 16, from 0 to 1. After that, Keras does what you did by hand in the race: shuffle, cut into
# mini-batches, step, and again.

# %% [markdown] question="train_dense" lang="es"
# Una red aprende en una escala, y quien la use debe saber cuál. Aquí el acuerdo es simple: píxeles divididos
# entre 16, de 0 a 1. Después, Keras hace lo que tú hiciste a mano en la carrera: barajar, cortar en
# minilotes, dar un paso, y otra vez.

# %% [markdown] question="train_dense" lang="en"
# If accuracy is poor, print `X.min()` and `X.max()` of what you give to `fit`: 0 and 1? Then print the loss
# of the last epochs: is it still falling fast? Is a class missing because something was set aside *before*
# shuffling? If the test says that there is no model, look at what the last line returns: `fit` gives a
# history. And is the caller's `X` still from 0 to 16?

# %% [markdown] question="train_dense" lang="es"
# Si la exactitud es mala, imprime `X.min()` y `X.max()` de lo que le das a `fit`: ¿0 y 1? Luego mira la
# pérdida de las últimas épocas: ¿todavía baja rápido? ¿Falta una clase porque algo se apartó *antes* de
# barajar? Si la prueba dice que no hay modelo, mira qué devuelve la última línea: `fit` da un historial. ¿Y
# la `X` de quien llamó sigue yendo de 0 a 16?

# %% [markdown] question="train_dense" lang="en"
# How many steps does training take? 1,200 digits in mini-batches of 32 are 37.5, so 38 steps per epoch; the
# last one has 16 digits. One epoch is 38 steps, twenty are 760. And the scale: a pixel of 12 becomes 0.75. A
# unit with weight 0.5 and bias -0.25 answers 0.125 to that, and 5.75 to the raw 12: two different worlds.

# %% [markdown] question="train_dense" lang="es"
# ¿Cuántos pasos da el entrenamiento? 1200 dígitos en minilotes de 32 son 37.5, o sea 38 pasos por época; el
# último tiene 16 dígitos. Una época son 38 pasos, veinte son 760. Y la escala: un píxel de 12 se vuelve 0.75.
# Una unidad con peso 0.5 y sesgo -0.25 responde 0.125 a eso, y 5.75 al 12 sin escalar: dos mundos distintos.
