# %% [markdown] question="step" lang="en"
# A decision forgets how large `z` is and keeps only on which side of 0 it lies. So each item of `z` asks one
# question, yes or no, and the answer is written as a number: 1.0 for yes, 0.0 for no. A tie counts as yes.

# %% [markdown] question="step" lang="es"
# Una decisión olvida qué tan grande es `z` y conserva solo de qué lado del 0 está. Cada elemento de `z`
# responde una pregunta de sí o no, y la respuesta se escribe como número: 1.0 para el sí, 0.0 para el no. Un
# empate cuenta como sí.

# %% [markdown] question="step" lang="en"
# Three places to look. The border: what does your comparison say at exactly 0? The type: a comparison gives
# `True` and `False`, and those are not float64 yet. And the shape: a plain `if` decides once for the whole
# array, while a comparison between an array and a number decides item by item. A list must first become an
# array.

# %% [markdown] question="step" lang="es"
# Mira tres lugares. El borde: ¿qué dice tu comparación en el 0 exacto? El tipo: una comparación da `True` y
# `False`, y eso todavía no es float64. Y la forma: un `if` simple decide una vez por todo el arreglo,
# mientras que comparar un arreglo con un número decide elemento por elemento. Una lista primero debe
# convertirse en arreglo.

# %% [markdown] question="step" lang="en"
# Take `z = [[-0.25, 0.0], [7.0, -7.0]]`. Ask each item on its own: no, yes (a tie), yes, no. As numbers, in
# the same shape (2, 2): `[[0.0, 1.0], [1.0, 0.0]]`. Note that 7 and a tie end up alike.

# %% [markdown] question="step" lang="es"
# Toma `z = [[-0.25, 0.0], [7.0, -7.0]]`. Pregúntale a cada uno por separado: no, sí (empate), sí, no. Como
# números y con la misma forma (2, 2): `[[0.0, 1.0], [1.0, 0.0]]`. Fíjate en que el 7 y el empate quedan
# iguales.

# %% [markdown] question="perceptron_predict" lang="en"
# A neuron adds up weighted reasons, adds its bias once, and only then decides. The decision is a function
# that you already wrote. What is new here is doing the sum for N samples at the same time.

# %% [markdown] question="perceptron_predict" lang="es"
# Una neurona suma razones con su peso, agrega el sesgo una sola vez y recién entonces decide. La decisión es
# una función que ya escribiste. Lo nuevo aquí es hacer la suma para N muestras a la vez.

# %% [markdown] question="perceptron_predict" lang="en"
# Write the shapes under your formula: `(N, D)` with `(D,)` must give `(N,)`. If you see `(N, D)`, you
# multiplied without adding up; if you see one number, you added up over the samples as well. Then look at the
# order: is the bias inside what gets judged, or does it come after the decision?

# %% [markdown] question="perceptron_predict" lang="es"
# Escribe las formas debajo de tu fórmula: `(N, D)` con `(D,)` debe dar `(N,)`. Si te queda `(N, D)`,
# multiplicaste sin sumar; si te queda un solo número, sumaste también sobre las muestras. Luego mira el
# orden: ¿el sesgo está dentro de lo que se juzga, o llega después de la decisión?

# %% [markdown] question="perceptron_predict" lang="en"
# One sample, `X = [[3, -1]]`, with `w = (0.5, 2)` and `b = 0.25`. Product by product: 3 · 0.5 = 1.5 and -1 ·
# 2 = -2. The sum is -0.5; with the bias, -0.25. That is below 0, so the answer is `[0.0]`, of shape (1,).
# With `b = 0.5` the sum would be exactly 0, and the answer `[1.0]`.

# %% [markdown] question="perceptron_predict" lang="es"
# Una muestra, `X = [[3, -1]]`, con `w = (0.5, 2)` y `b = 0.25`. Producto por producto: 3 · 0.5 = 1.5 y -1 ·
# 2 = -2. La suma es -0.5; con el sesgo, -0.25. Es menor que 0, así que la respuesta es `[0.0]`, de forma
# (1,). Con `b = 0.5` la suma sería exactamente 0, y la respuesta `[1.0]`.

# %% [markdown] question="perceptron_update" lang="en"
# Only mistakes teach. The difference between the label and the answer is the instruction: +1 says "more", -1
# says "less", 0 says "leave it". Each weight obeys in proportion to its own input, because an input of 0 had
# no part in the mistake. The bias obeys too: it behaves as a weight whose input is always 1.

# %% [markdown] question="perceptron_update" lang="es"
# Solo enseñan los errores. La diferencia entre la etiqueta y la respuesta es la instrucción: +1 dice «más»,
# -1 dice «menos», 0 dice «déjalo así». Cada peso obedece en proporción a su propia entrada, porque una
# entrada de 0 no tuvo parte en el error. El sesgo también obedece: se comporta como un peso cuya entrada
# siempre vale 1.

# %% [markdown] question="perceptron_update" lang="en"
# Print three things for the example of the notebook: the sum, the answer after the step, and the difference.
# The usual slips: comparing `y` with the sum instead of with the answer; forgetting the bias in the sum, or
# `lr` in one of the two corrections; multiplying by `y`, which is 0 for half of the samples; and `w += ...`,
# which changes the caller's array.

# %% [markdown] question="perceptron_update" lang="es"
# Imprime tres cosas con el ejemplo del cuaderno: la suma, la respuesta después del escalón y la diferencia.
# Los tropiezos de siempre: comparar `y` con la suma y no con la respuesta; olvidar el sesgo en la suma, o
# `lr` en una de las dos correcciones; multiplicar por `y`, que es 0 en la mitad de las muestras; y `w +=
# ...`, que cambia el arreglo de quien llamó.

# %% [markdown] question="perceptron_update" lang="en"
# A false alarm: `w = (1, 0)`, `b = 0`, `x = (2, -3)`, `y = 0`, `lr = 0.1`. The sum is 2, so the answer is 1
# and the difference is 0 - 1 = -1. Each weight moves by 0.1 · (-1) times its input: by -0.2 and by +0.3. The
# bias moves by -0.1. Now `w = (0.8, 0.3)`, `b = -0.1`, and the new sum is 1.6 - 0.9 - 0.1 = 0.6: still too
# large, but smaller than 2.

# %% [markdown] question="perceptron_update" lang="es"
# Una falsa alarma: `w = (1, 0)`, `b = 0`, `x = (2, -3)`, `y = 0`, `lr = 0.1`. La suma es 2, así que la
# respuesta es 1 y la diferencia es 0 - 1 = -1. Cada peso se mueve 0.1 · (-1) por su entrada: -0.2 y +0.3. El
# sesgo se mueve -0.1. Ahora `w = (0.8, 0.3)`, `b = -0.1`, y la nueva suma es 1.6 - 0.9 - 0.1 = 0.6: todavía
# muy grande, pero menor que 2.

# %% [markdown] question="perceptron_fit" lang="en"
# Correcting one sample may spoil another, so we go round again and again. There are two loops, one inside the
# other: the outer one counts epochs, the inner one visits the samples in their order. What survives from one
# round to the next are the weights and the bias; what starts afresh in each epoch is the count of mistakes.

# %% [markdown] question="perceptron_fit" lang="es"
# Corregir una muestra puede estropear otra, por eso damos vuelta tras vuelta. Hay dos bucles, uno dentro del
# otro: el de afuera cuenta épocas, el de adentro recorre las muestras en su orden. Lo que pasa de una vuelta
# a la siguiente son los pesos y el sesgo; lo que empieza de nuevo en cada época es la cuenta de errores.

# %% [markdown] question="perceptron_fit" lang="en"
# For each line ask in which loop it lives: where does the count go back to 0, where is it stored, where do
# you decide to stop, and is `return` outside both loops? The count of an epoch is stored *before* you decide
# to stop, so the 0 is in the list. And count whether the prediction was wrong *before* you correct with that
# sample, not its signed error.

# %% [markdown] question="perceptron_fit" lang="es"
# Con cada línea pregúntate en qué bucle vive: ¿dónde vuelve a 0 la cuenta, dónde se guarda, dónde decides
# detenerte, y está el `return` fuera de ambos? La cuenta de una época se guarda *antes* de decidir si te
# detienes, así que el 0 queda en la lista. Y cuenta si la predicción era incorrecta *antes* de corregir con
# esa muestra, no su error con signo.

# %% [markdown] question="perceptron_fit" lang="en"
# One input, two samples: x = 1 with label 0, then x = -1 with label 1; `lr = 1`. Epoch 1: at zero, the sum is
# 0, the answer is 1: mistake, now w = -1, b = -1. Second sample: the sum is 1 - 1 = 0, the answer is 1:
# right. Count: 1. Epoch 2: the sum is -2, right; then 0, right. Count: 0, so it stops. The list is `[1, 0]`.

# %% [markdown] question="perceptron_fit" lang="es"
# Una entrada, dos muestras: x = 1 con etiqueta 0, luego x = -1 con etiqueta 1; `lr = 1`. Época 1: en cero, la
# suma es 0 y la respuesta 1: error, ahora w = -1, b = -1. Segunda muestra: la suma es 1 - 1 = 0 y la
# respuesta 1: acierto. Cuenta: 1. Época 2: la suma es -2, acierto; luego 0, acierto. Cuenta: 0, así que se
# detiene. La lista es `[1, 0]`.

# %% [markdown] question="compose_linear" lang="en"
# The first layer hands its whole result, weights *and* bias, to the second one, and the second one multiplies
# everything that it receives. Expand the brackets and sort: what multiplies the input is the joined weight,
# and everything else is the joined bias.

# %% [markdown] question="compose_linear" lang="es"
# La primera capa le entrega a la segunda todo su resultado, pesos *y* sesgo, y la segunda multiplica todo lo
# que recibe. Desarrolla el paréntesis y ordena: lo que multiplica a la entrada es el peso conjunto, y todo lo
# demás es el sesgo conjunto.

# %% [markdown] question="compose_linear" lang="en"
# Follow each of the four pieces on its way to the output. Who still has a second layer in front of it, and
# who is added at the very end? Then check the order of the matrices with shapes: `(D, H)` and `(H, K)` must
# end as `(D, K)`. With D = H = K no error would warn you, so try it with three different sizes.

# %% [markdown] question="compose_linear" lang="es"
# Sigue a cada una de las cuatro piezas en su camino a la salida. ¿A cuál le falta todavía pasar por la
# segunda capa, y cuál se suma al final? Luego revisa el orden de las matrices con las formas: `(D, H)` y `(H,
# K)` deben terminar en `(D, K)`. Con D = H = K ningún error te avisaría, así que prueba con tres tamaños
# distintos.

# %% [markdown] question="compose_linear" lang="en"
# One input, two hidden units, one output: `W1 = [[1, 2]]`, `b1 = (3, -1)`, `W2 = [[4], [5]]`, `b2 = (6)`. For
# an input of 0 the hidden layer gives (3, -1), and the output is 3 · 4 - 1 · 5 + 6 = 13: that must be the
# joined bias. For an input of 1 it gives (4, 1) and 16 + 5 + 6 = 27, so the joined weight is 27 - 13 = 14.

# %% [markdown] question="compose_linear" lang="es"
# Una entrada, dos unidades ocultas, una salida: `W1 = [[1, 2]]`, `b1 = (3, -1)`, `W2 = [[4], [5]]`, `b2 =
# (6)`. Con entrada 0 la capa oculta da (3, -1), y la salida es 3 · 4 - 1 · 5 + 6 = 13: ese debe ser el sesgo
# conjunto. Con entrada 1 da (4, 1) y 16 + 5 + 6 = 27, así que el peso conjunto es 27 - 13 = 14.

# %% [markdown] question="xor_network" lang="en"
# One line cannot do it, but two lines cut the plane into pieces, and the output unit only has to say which
# piece answers 1. "One or the other, but not both" has two halves: "at least one" and "not both". Give one
# hidden unit to each half, and let the output demand both at once.

# %% [markdown] question="xor_network" lang="es"
# Una recta no puede, pero dos rectas cortan el plano en pedazos, y la unidad de salida solo tiene que decir
# qué pedazo responde 1. «Uno o el otro, pero no ambos» tiene dos mitades: «al menos uno» y «no ambos». Dale
# una unidad oculta a cada mitad y que la salida exija las dos a la vez.

# %% [markdown] question="xor_network" lang="en"
# Test each unit by itself before you join them: write its four sums, for (0, 0), (0, 1), (1, 0) and (1, 1),
# and look at the signs. If a sum is exactly 0, the border touches a point: move the bias until it lies
# between the points. In `W1` each unit is a *column*. If the whole network says 0, 1, 1, 1, it is your "not
# both" that never says no.

# %% [markdown] question="xor_network" lang="es"
# Prueba cada unidad por separado antes de juntarlas: escribe sus cuatro sumas, para (0, 0), (0, 1), (1, 0) y
# (1, 1), y mira los signos. Si una suma es exactamente 0, el borde toca un punto: mueve el sesgo hasta que
# quede entre los puntos. En `W1` cada unidad es una *columna*. Si la red entera dice 0, 1, 1, 1, es tu «no
# ambos» el que nunca dice que no.

# %% [markdown] question="xor_network" lang="en"
# The two tricks, with a single input that counts from 0 to 3. *Placing the border*: weight 1 and bias -1.5
# say yes from 2 on (1 - 1.5 = -0.5 and 2 - 1.5 = 0.5), since the border lies between 1 and 2. *Turning
# around*: change every sign, weight -1 and bias 1.5, and the same border now says yes up to 1 (-1 + 1.5 = 0.5
# and -2 + 1.5 = -0.5). Side by side, as two hidden units: `W1 = [[1, -1]]`, `b1 = [-1.5, 1.5]`.

# %% [markdown] question="xor_network" lang="es"
# Los dos trucos, con una sola entrada que cuenta de 0 a 3. *Ubicar el borde*: peso 1 y sesgo -1.5 dicen que
# sí desde el 2 (1 - 1.5 = -0.5 y 2 - 1.5 = 0.5), porque el borde queda entre 1 y 2. *Dar vuelta*: cambia
# todos los signos, peso -1 y sesgo 1.5, y el mismo borde ahora dice que sí hasta el 1 (-1 + 1.5 = 0.5 y -2 +
# 1.5 = -0.5). Lado a lado, como dos unidades ocultas: `W1 = [[1, -1]]`, `b1 = [-1.5, 1.5]`.

# %% [markdown] question="mlp_predict" lang="en"
# A multilayer perceptron is the neuron that you know, used twice. The hidden units look at the sample; the
# output unit looks at the hidden *answers*, the zeros and ones, and never at their sums. Without the decision
# in the middle the two layers would melt into one line.

# %% [markdown] question="mlp_predict" lang="es"
# Un perceptrón multicapa es la neurona que ya conoces, usada dos veces. Las unidades ocultas miran la
# muestra; la unidad de salida mira las *respuestas* ocultas, los ceros y unos, y nunca sus sumas. Sin la
# decisión de en medio, las dos capas se fundirían en una recta.

# %% [markdown] question="mlp_predict" lang="en"
# Print the shape after each stage: `(N, H)` after the hidden layer and `(N,)` at the end, also when N is 1.
# Then count: there are two biases and two decisions, and each bias goes inside the sum that its own decision
# judges. If your hidden values are anything but 0 and 1, a decision is missing or comes too early.

# %% [markdown] question="mlp_predict" lang="es"
# Imprime la forma después de cada etapa: `(N, H)` tras la capa oculta y `(N,)` al final, también cuando N
# es 1. Luego cuenta: hay dos sesgos y dos decisiones, y cada sesgo va dentro de la suma que juzga su propia
# decisión. Si tus valores ocultos son algo distinto de 0 y 1, falta una decisión o llega demasiado pronto.

# %% [markdown] question="mlp_predict" lang="en"
# One sample, `x = (1, -2)`; hidden weights by column: (3, 1) and (-1, 1); `b1 = (0.5, 3)`; `W2 = (1, -4)`,
# `b2 = 1`. Hidden sums: 3 - 2 + 0.5 = 1.5 and -1 - 2 + 3 = 0. Hidden answers: 1 and 1, since a tie is yes.
# Output sum: 1 - 4 + 1 = -2, so the answer is 0. With the sums instead of the answers it would be 1.5 + 0 +
# 1 = 2.5, and a wrong 1.

# %% [markdown] question="mlp_predict" lang="es"
# Una muestra, `x = (1, -2)`; pesos ocultos por columna: (3, 1) y (-1, 1); `b1 = (0.5, 3)`; `W2 = (1, -4)`,
# `b2 = 1`. Sumas ocultas: 3 - 2 + 0.5 = 1.5 y -1 - 2 + 3 = 0. Respuestas ocultas: 1 y 1, porque el empate es
# sí. Suma de salida: 1 - 4 + 1 = -2, así que la respuesta es 0. Con las sumas en vez de las respuestas daría
# 1.5 + 0 + 1 = 2.5, y un 1 falso.
