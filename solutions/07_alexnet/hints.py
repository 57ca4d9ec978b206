# %% [markdown] question="lrn" lang="en"
# Channels at the same place compete: each one is turned down according to how loud its neighbourhood is,
# itself included. Loudness is measured with squares, so that a loud negative counts as well. The
# neighbourhood ends where the channels end: nobody lives beyond.

# %% [markdown] question="lrn" lang="es"
# Los canales de un mismo lugar compiten: a cada uno se le baja el volumen según qué tan ruidoso es su
# vecindario, él incluido. El ruido se mide con cuadrados, para que un negativo fuerte también cuente. El
# vecindario termina donde terminan los canales: más allá no vive nadie.

# %% [markdown] question="lrn" lang="en"
# Print the sums of squares of the worked example before you divide: 5, 5, 13, 9. If the ends are off, look at
# the window there: a start below 0 counts from the back in Python, and a slice does not include its end. If
# all are off, check the axis (the last one) and the radius (each side). Then the order: k is inside the
# parentheses, alpha multiplies only the sum, beta comes last.

# %% [markdown] question="lrn" lang="es"
# Imprime las sumas de cuadrados del ejemplo antes de dividir: 5, 5, 13, 9. Si fallan las de los extremos,
# mira ahí la ventana: en Python un inicio menor que 0 cuenta desde atrás, y una rebanada no incluye su final.
# Si fallan todas, revisa el eje (el último) y el radio (a cada lado). Luego el orden: k va dentro del
# paréntesis, alpha multiplica solo la suma, beta va al final.

# %% [markdown] question="lrn" lang="en"
# x = (3, -1, 2), radius 1, k = 1, alpha = 0.5, beta = 1. The sums are 9 + 1 = 10, 9 + 1 + 4 = 14, 1 + 4 = 5.
# The divisors: 1 + 0.5 · 10 = 6, then 8, then 3.5. The answer is (0.5, -0.125, 0.571). With beta = 0.5 one
# would divide by the roots of 6, 8 and 3.5.

# %% [markdown] question="lrn" lang="es"
# x = (3, -1, 2), radio 1, k = 1, alpha = 0.5, beta = 1. Las sumas son 9 + 1 = 10, 9 + 1 + 4 = 14, 1 + 4 = 5.
# Los divisores: 1 + 0.5 · 10 = 6, luego 8, luego 3.5. La respuesta es (0.5, -0.125, 0.571). Con beta = 0.5 se
# dividiría entre las raíces de 6, 8 y 3.5.

# %% [markdown] question="alexnet_shapes" lang="en"
# Follow a picture through the network and note two numbers at each stop: how many places to a side, and how
# many channels. A window changes the first one; only a convolution changes the second one. From `fc6` on
# there is no *where* any more.

# %% [markdown] question="alexnet_shapes" lang="es"
# Sigue a una imagen por la red y anota dos números en cada parada: cuántos lugares por lado y cuántos
# canales. Una ventana cambia el primero; solo una convolución cambia el segundo. Desde `fc6` ya no hay un
# *dónde*.

# %% [markdown] question="alexnet_shapes" lang="en"
# 227 forgives many mistakes: floor and ceiling, 3 × 3 and 2 × 2 agree there. So do the sizes for 231 by hand
# and compare with your list, stop by stop. Then the form: 11 pairs, names as in the table (a pooling is named
# after its convolution), no batch, whole numbers, and a dense shape is a tuple with one entry. Which poolings
# and convolutions have which stride?

# %% [markdown] question="alexnet_shapes" lang="es"
# El 227 perdona muchos errores: ahí coinciden piso y techo, 3 × 3 y 2 × 2. Por eso haz a mano los tamaños de
# 231 y compáralos con tu lista, parada por parada. Luego la forma: 11 parejas, nombres como en la tabla (una
# agrupación lleva el número de su convolución), sin lote, números enteros, y una forma densa es una tupla de
# un solo elemento. ¿Qué agrupaciones y convoluciones tienen qué paso?

# %% [markdown] question="alexnet_shapes" lang="en"
# Another network, same arithmetic. 40 pixels, window 7, stride 3, no padding: (40 - 7) / 3 = 11, so 12
# places. Pooling of 3 with stride 2: (12 - 3) / 2 = 4.5, rounded down 4, so 5 places. Window 5, stride 1,
# padding 2: (5 + 4 - 5) / 1 + 1 = 5, it keeps the size. Who rounds up has 6 after the pooling, and the rest
# goes wrong from there.

# %% [markdown] question="alexnet_shapes" lang="es"
# Otra red, la misma aritmética. 40 píxeles, ventana 7, paso 3, sin relleno: (40 - 7) / 3 = 11, o sea 12
# lugares. Agrupación de 3 con paso 2: (12 - 3) / 2 = 4.5, hacia abajo 4, o sea 5 lugares. Ventana 5, paso 1,
# relleno 2: (5 + 4 - 5) / 1 + 1 = 5, conserva el tamaño. Quien redondea hacia arriba tiene 6 tras la
# agrupación, y de ahí en adelante todo sale mal.

# %% [markdown] question="alexnet_parameters" lang="en"
# A layer learns its weights and its biases. In a convolution, one filter has a weight for each position of
# the kernel in each channel that it *sees*; in a dense layer, a unit has one for each number that it
# receives. With two groups, a filter sees half of the channels, but there are as many filters as before.

# %% [markdown] question="alexnet_parameters" lang="es"
# Una capa aprende sus pesos y sus sesgos. En una convolución, un filtro tiene un peso por cada posición del
# núcleo en cada canal que *ve*; en una capa densa, una unidad tiene uno por cada número que recibe. Con dos
# grupos, un filtro ve la mitad de los canales, pero hay tantos filtros como antes.

# %% [markdown] question="alexnet_parameters" lang="en"
# Use the totals as a thermometer: 62,378,344, and 60,965,224 with groups. If yours is another, its difference
# tells the layer: 10,568 too few are all the biases; a difference of tens of millions is `fc6`, so look at
# how many numbers reach it, with your own sizes. With groups, ask of each of the five convolutions: do its
# filters see one card or both?

# %% [markdown] question="alexnet_parameters" lang="es"
# Usa los totales como termómetro: 62,378,344, y 60,965,224 con grupos. Si el tuyo es otro, la diferencia
# delata la capa: si faltan 10,568, son todos los sesgos; una diferencia de decenas de millones es `fc6`, así
# que mira cuántos números le llegan, con tus propios tamaños. Con grupos, pregúntate por cada una de las
# cinco convoluciones: ¿sus filtros ven una tarjeta o las dos?

# %% [markdown] question="alexnet_parameters" lang="en"
# A convolution of 3 × 3 from 8 channels to 10 filters: each filter has 9 · 8 = 72 weights, so 720 weights and
# 10 biases, 730. In two groups each filter sees only 4 channels: 9 · 4 = 36 weights, so 360 and 10, which
# is 370. That is not half of 730: the biases stay. Dense, from 20 to 5: 20 · 5 + 5 = 105.

# %% [markdown] question="alexnet_parameters" lang="es"
# Una convolución de 3 × 3 de 8 canales a 10 filtros: cada filtro tiene 9 · 8 = 72 pesos, o sea 720 pesos y 10
# sesgos, 730. En dos grupos cada filtro ve solo 4 canales: 9 · 4 = 36 pesos, o sea 360 y 10, que son 370. No
# es la mitad de 730: los sesgos se quedan. Densa, de 20 a 5: 20 · 5 + 5 = 105.

# %% [markdown] question="build_alexnet" lang="en"
# The table of the text is the network, line by line; your code is its translation. What Keras does not ask
# for, it decides by itself: the stride of a pooling, the padding of a convolution, no activation. Those
# silent decisions are where copies of AlexNet go wrong.

# %% [markdown] question="build_alexnet" lang="es"
# La tabla del texto es la red, línea por línea; tu código es su traducción. Lo que Keras no te pregunta, lo
# decide solo: el paso de una agrupación, el relleno de una convolución, ninguna activación. En esas
# decisiones calladas fallan las copias de AlexNet.

# %% [markdown] question="build_alexnet" lang="en"
# Compare the sizes in `model.summary()` with your `alexnet_shapes(227)`, and the counts with your
# `alexnet_parameters(False)`. But do not stop at the total: several wrong networks have the same one. What
# the summary does not show, read in your code: ReLU in each convolution and in two dense layers,
# normalisation *after* the first two ReLUs, both dropouts, the last activation, `n_classes`.

# %% [markdown] question="build_alexnet" lang="es"
# Compara los tamaños de `model.summary()` con tu `alexnet_shapes(227)`, y las cuentas con tu
# `alexnet_parameters(False)`. Pero no te quedes en el total: varias redes equivocadas tienen el mismo. Lo que
# el resumen no muestra, léelo en tu código: ReLU en cada convolución y en dos capas densas, la normalización
# *después* de las dos primeras ReLU, los dos abandonos, la última activación, `n_classes`.

# %% [markdown] question="build_alexnet" lang="en"
# What a silent decision does: 55 places, pooling of 3. With stride 2 the windows overlap and there are
# (55 - 3) / 2 + 1 = 27 places. Without a stride Keras jumps by 3: 52 / 3 = 17.3, rounded down 17, and 1 more:
# 18 places. Two poolings later, 13 has become something else, and `fc6` receives other numbers.

# %% [markdown] question="build_alexnet" lang="es"
# Lo que hace una decisión callada: 55 lugares, agrupación de 3. Con paso 2 las ventanas se traslapan y hay
# (55 - 3) / 2 + 1 = 27 lugares. Si no das el paso, Keras salta de 3 en 3: 52 / 3 = 17.3, hacia abajo 17, y 1
# más: 18 lugares. Dos agrupaciones después, el 13 ya es otra cosa, y `fc6` recibe otros números.

# %% [markdown] question="augment" lang="en"
# A drawing of a star is still a star if it stands a little further to the left, or in a mirror. So each image
# of the batch draws its own small journey: how far down, how far across, mirrored or not. What comes in from
# outside is black.

# %% [markdown] question="augment" lang="es"
# El dibujo de una estrella sigue siendo una estrella si está un poco más a la izquierda, o en un espejo. Por
# eso cada imagen del lote sortea su propio pequeño viaje: cuánto hacia abajo, cuánto hacia el lado, en espejo
# o no. Lo que entra desde afuera es negro.

# %% [markdown] question="augment" lang="en"
# Use a batch of many copies of one image with numbers that you recognise, and look at what comes out. All
# moved alike: you draw once, not per image. Always along the diagonal: one draw for both directions. The last
# place never appears: who decides where the generator stops? Upside down or in other colours: which axis do
# you reverse? And compare `dtype` and `shape`, before and after.

# %% [markdown] question="augment" lang="es"
# Usa un lote con muchas copias de una imagen cuyos números reconozcas, y mira qué sale. Todas se movieron
# igual: sorteas una vez, no por imagen. Siempre en diagonal: un sorteo para las dos direcciones. El último
# lugar nunca aparece: ¿hasta dónde llega el generador? De cabeza o con otros colores: ¿qué eje inviertes? Y
# compara `dtype` y `shape`, antes y después.

# %% [markdown] question="augment" lang="en"
# One row of four pixels, (1, 2, 3, 4), with a border of 1: (0, 1, 2, 3, 4, 0). The piece may begin at 0, 1 or
# 2: (0, 1, 2, 3), (1, 2, 3, 4) or (2, 3, 4, 0). Mirrored, the first one is (3, 2, 1, 0). So there are six
# results for a row. With H = 24 the border is 3, there are 7 starts per direction, and 7 · 7 · 2 = 98
# versions.

# %% [markdown] question="augment" lang="es"
# Una fila de cuatro píxeles, (1, 2, 3, 4), con un borde de 1: (0, 1, 2, 3, 4, 0). El pedazo puede empezar en
# 0, 1 o 2: (0, 1, 2, 3), (1, 2, 3, 4) o (2, 3, 4, 0). En espejo, el primero es (3, 2, 1, 0). Así hay seis
# resultados para una fila. Con H = 24 el borde es 3, hay 7 inicios por dirección, y 7 · 7 · 2 = 98 versiones.

# %% [markdown] question="build_mini_alexnet" lang="en"
# The same skeleton with an eighth of the flesh: filters and units shrink, while kernels, strides, poolings
# and the dropout rate stay. What is new repeats five times in the same order: convolution without bias,
# normalisation over the batch, and only then the ReLU.

# %% [markdown] question="build_mini_alexnet" lang="es"
# El mismo esqueleto con un octavo de la carne: se achican los filtros y las unidades, mientras que núcleos,
# pasos, agrupaciones y la tasa de abandono se quedan. Lo nuevo se repite cinco veces en el mismo orden:
# convolución sin sesgo, normalización por lotes, y recién entonces la ReLU.

# %% [markdown] question="build_mini_alexnet" lang="en"
# Count the layers of each kind in your model: one rescaling, five convolutions, five normalisations, five
# ReLUs on their own, three poolings, two dropouts, three dense. Then the total, 347,710: 172 too many are the
# biases of the convolutions. What no count shows: the momentum, the order inside a block, and whether your
# numbers come from `input_shape` and `n_classes`.

# %% [markdown] question="build_mini_alexnet" lang="es"
# Cuenta las capas de cada tipo en tu modelo: un reescalado, cinco convoluciones, cinco normalizaciones, cinco
# ReLU aparte, tres agrupaciones, dos abandonos, tres densas. Luego el total, 347,710: si sobran 172, son los
# sesgos de las convoluciones. Lo que ninguna cuenta muestra: el momentum, el orden dentro de un bloque, y si
# tus números vienen de `input_shape` y `n_classes`.

# %% [markdown] question="build_mini_alexnet" lang="en"
# One block, from 5 channels to 6 filters of 3 × 3. The convolution, without bias: 9 · 5 · 6 = 270 numbers.
# The normalisation keeps four numbers per channel, 24: a factor and an offset that are learned, and a running
# mean and variance that are not. The ReLU has none. With a bias it would be 276 in the first part, and the
# normalisation would subtract those 6 at once.

# %% [markdown] question="build_mini_alexnet" lang="es"
# Un bloque, de 5 canales a 6 filtros de 3 × 3. La convolución, sin sesgo: 9 · 5 · 6 = 270 números. La
# normalización guarda cuatro números por canal, 24: un factor y un desplazamiento que se aprenden, y una
# media y una varianza móviles que no. La ReLU no tiene ninguno. Con sesgo serían 276 en la primera parte, y
# la normalización restaría esos 6 de inmediato.

# %% [markdown] question="train_mini_alexnet" lang="en"
# Long steps to get near, short steps to stay. With a rate that never goes down, the last steps of training
# are as wild as the first ones, and the result is a matter of luck. A schedule shortens the steps by a plan,
# and for that it must know how many there will be.

# %% [markdown] question="train_mini_alexnet" lang="es"
# Pasos largos para acercarse, pasos cortos para quedarse. Con una tasa que nunca baja, los últimos pasos del
# entrenamiento son tan bruscos como los primeros, y el resultado depende de la suerte. Un plan acorta los
# pasos poco a poco, y para eso debe saber cuántos habrá.

# %% [markdown] question="train_mini_alexnet" lang="en"
# First what was wrong in assignments 4 and 6: scale (the model does it *itself*), the loss for whole numbers,
# all the samples, the model returned. If it still learns badly, print the loss per epoch. It jumps or is NaN:
# the rate is too large. It falls and suddenly stands still: the schedule ended too early; did you count
# steps, or epochs? It falls slowly all the time: more epochs or a larger start.

# %% [markdown] question="train_mini_alexnet" lang="es"
# Primero lo que ya falló en las tareas 4 y 6: la escala (el modelo la hace *solo*), la pérdida para números
# enteros, todas las muestras, devolver el modelo. Si aún aprende mal, imprime la pérdida por época. Salta o
# es NaN: la tasa es demasiado grande. Baja y de pronto se detiene: el plan terminó antes; ¿contaste pasos o
# épocas? Baja despacio todo el tiempo: más épocas o un inicio mayor.

# %% [markdown] question="train_mini_alexnet" lang="en"
# 300 pictures in batches of 32 are 9.4, so 10 batches; in 6 epochs that is 60 steps. Half a cosine from 0.002
# gives 0.001 at step 30, 0.0003 at step 45, and 0 at step 60. Whoever plans only 6 steps, one per epoch, has
# a rate of 0 before the first epoch is over.

# %% [markdown] question="train_mini_alexnet" lang="es"
# 300 imágenes en lotes de 32 son 9.4, o sea 10 lotes; en 6 épocas son 60 pasos. Medio coseno desde 0.002 da
# 0.001 en el paso 30, 0.0003 en el paso 45 y 0 en el paso 60. Quien planea solo 6 pasos, uno por época, tiene
# una tasa de 0 antes de que termine la primera época.
