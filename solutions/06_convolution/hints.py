# %% [markdown] question="output_size" lang="en"
# Count the places where the window can *start*. The first one is 0; the last one is where the window just
# fits. Between them you jump by the stride, and the start at 0 counts too. Padding makes the row longer at
# *both* ends.

# %% [markdown] question="output_size" lang="es"
# Cuenta los lugares donde la ventana puede *empezar*. El primero es 0; el último, donde la ventana apenas
# cabe. Entre ellos saltas según el paso, y el inicio en 0 también cuenta. El relleno alarga la fila en
# *ambos* extremos.

# %% [markdown] question="output_size" lang="en"
# Write the list of starts on paper for one of your own cases and count it: if your formula gives one less,
# the start at 0 is missing; one more, you rounded up; something with a decimal, it is not an `int`. Then the
# row where nothing fits: when you ask whether the kernel is too large, is the padding already in? And a
# kernel as large as the padded row fits, once.

# %% [markdown] question="output_size" lang="es"
# Escribe en papel la lista de inicios de un caso tuyo y cuéntala: si tu fórmula da uno menos, falta el inicio
# en 0; uno más, redondeaste hacia arriba; algo con decimales, no es un `int`. Luego la fila donde nada cabe:
# cuando preguntas si el núcleo es demasiado grande, ¿ya incluiste el relleno? Y un núcleo tan grande como la
# fila con su relleno cabe, una vez.

# %% [markdown] question="output_size" lang="en"
# n = 10, kernel 4, stride 3, pad 1. The padded row has 12 numbers; a window of 4 can start at most at 8. The
# starts are 0, 3, 6: three places. The next one, 9, would reach past the end. With kernel 12 there is a
# single place; with kernel 13 there is none, and that is a `ValueError`.

# %% [markdown] question="output_size" lang="es"
# n = 10, núcleo 4, paso 3, relleno 1. La fila con relleno tiene 12 números; una ventana de 4 puede empezar a
# más tardar en 8. Los inicios son 0, 3, 6: tres lugares. El siguiente, 9, se saldría por el final. Con núcleo
# 12 hay un solo lugar; con núcleo 13 no hay ninguno, y eso es un `ValueError`.

# %% [markdown] question="pad2d" lang="en"
# A picture frame: it goes around the picture, not around the pile of pictures and not around their colours.
# So two of the four axes grow, each at both ends, and the other two stay.

# %% [markdown] question="pad2d" lang="es"
# Un marco de cuadro: va alrededor de la imagen, no alrededor del montón de imágenes ni de sus colores. Por
# eso crecen dos de los cuatro ejes, cada uno por ambos extremos, y los otros dos quedan igual.

# %% [markdown] question="pad2d" lang="en"
# Compare `x.shape` and the shape of your answer, axis by axis; use an x in which all four sizes differ.
# `np.pad` accepts a different width for each end of each axis, look at what its second argument may be. If
# you build it with slices, try pad 0: what is `a[0:-0]`?

# %% [markdown] question="pad2d" lang="es"
# Compara `x.shape` con la forma de tu respuesta, eje por eje; usa una x con los cuatro tamaños distintos.
# `np.pad` acepta un ancho distinto para cada extremo de cada eje, mira qué puede ser su segundo argumento. Si
# lo armas con rebanadas, prueba el relleno 0: ¿qué es `a[0:-0]`?

# %% [markdown] question="pad2d" lang="en"
# x of shape (2, 3, 5, 4) and pad 2: the answer has the shape (2, 7, 9, 4). The old pixel of row 0 and column
# 0 is now in row 2 and column 2. There are still two images with four channels each, and the sum of all the
# numbers has not changed.

# %% [markdown] question="pad2d" lang="es"
# x de forma (2, 3, 5, 4) y relleno 2: la respuesta tiene forma (2, 7, 9, 4). El antiguo píxel de la fila 0 y
# columna 0 está ahora en la fila 2 y columna 2. Siguen siendo dos imágenes de cuatro canales, y la suma de
# todos los números no cambió.

# %% [markdown] question="filter_image" lang="en"
# At every place the same question: how much does what I see look like the kernel? Lay the kernel over the
# window as it is, multiply number by number, add everything up, write down one number, move one pixel on.

# %% [markdown] question="filter_image" lang="es"
# En cada lugar, la misma pregunta: ¿cuánto se parece lo que veo al núcleo? Pon el núcleo sobre la ventana tal
# como está, multiplica número por número, suma todo, anota un número y avanza un píxel.

# %% [markdown] question="filter_image" lang="en"
# First the size of the answer, for rows and columns apart, with the function that you already have. Then
# print the first window that you cut out: does it have the shape of the *kernel*, also when that is 1 × 3 or
# 5 × 3? If all your signs are reversed with Sobel, the kernel was turned. If your numbers are off by a fixed
# factor, you took a mean.

# %% [markdown] question="filter_image" lang="es"
# Primero el tamaño de la respuesta, por separado para filas y columnas, con la función que ya tienes. Luego
# imprime la primera ventana que recortas: ¿tiene la forma del *núcleo*, también si es de 1 × 3 o de 5 × 3? Si
# con Sobel te salen todos los signos al revés, volteaste el núcleo. Si tus números difieren en un factor
# fijo, sacaste un promedio.

# %% [markdown] question="filter_image" lang="en"
# Image `[[1, 2, 3], [4, 5, 6], [7, 8, 9]]`, kernel `[[1], [0], [-1]]` of 3 × 1. It fits once downwards and
# three times across, so the answer is 1 × 3: 1 - 7 = -6, 2 - 8 = -6, 3 - 9 = -6. The image becomes brighter
# downwards, and this kernel says so with a minus.

# %% [markdown] question="filter_image" lang="es"
# Imagen `[[1, 2, 3], [4, 5, 6], [7, 8, 9]]`, núcleo `[[1], [0], [-1]]` de 3 × 1. Cabe una vez hacia abajo y
# tres a lo ancho, así que la respuesta es de 1 × 3: 1 - 7 = -6, 2 - 8 = -6, 3 - 9 = -6. La imagen se aclara
# hacia abajo, y este núcleo lo dice con un menos.

# %% [markdown] question="conv2d_forward" lang="en"
# It is `filter_image` with two additions: the window is a block with all the channels, and there are several
# kernels, each of which draws its own map. At one place, one filter gives *one* number: everything in the
# block counts, and its bias is added once.

# %% [markdown] question="conv2d_forward" lang="es"
# Es `filter_image` con dos agregados: la ventana es un bloque con todos los canales, y hay varios núcleos,
# cada uno de los cuales dibuja su propio mapa. En un lugar, un filtro da *un* número: cuenta todo el bloque,
# y su sesgo se suma una vez.

# %% [markdown] question="conv2d_forward" lang="en"
# Keep two counters apart in your mind: the *place* in the output, 0, 1, 2, and the *start* of its window in
# the framed image, which is stride times as far. The window ends a kernel later, not a stride later. Test
# with nothing square: H ≠ W, KH ≠ KW, C ≠ F, a batch of two. With a kernel of ones you should get sums that
# you can do in your head.

# %% [markdown] question="conv2d_forward" lang="es"
# Separa en tu cabeza dos contadores: el *lugar* en la salida, 0, 1, 2, y el *inicio* de su ventana en la
# imagen con marco, que está tantas veces más lejos como diga el paso. La ventana termina un núcleo después,
# no un paso después. Prueba sin nada cuadrado: H ≠ W, KH ≠ KW, C ≠ F, un lote de dos. Con un núcleo de unos
# deberías obtener sumas que puedas hacer de memoria.

# %% [markdown] question="conv2d_forward" lang="en"
# One row, x = (1, 2, 3, 4, 5), stride 2, pad 1, two filters: (1, 1, 1) with bias 10 and (0, 1, 0) with
# bias 0. With the frame: (0, 1, 2, 3, 4, 5, 0). Windows start at 0, 2, 4. First filter: 3 + 10 = 13, 9 + 10 =
# 19, 9 + 10 = 19. Second filter: 1, 3, 5. (In a real call there are also rows, and the frame has rows of
# zeros.)

# %% [markdown] question="conv2d_forward" lang="es"
# Una fila, x = (1, 2, 3, 4, 5), paso 2, relleno 1, dos filtros: (1, 1, 1) con sesgo 10 y (0, 1, 0) con
# sesgo 0. Con el marco: (0, 1, 2, 3, 4, 5, 0). Las ventanas empiezan en 0, 2, 4. Primer filtro: 3 + 10 = 13,
# 9 + 10 = 19, 9 + 10 = 19. Segundo filtro: 1, 3, 5. (En una llamada real hay también filas, y el marco tiene
# filas de ceros.)

# %% [markdown] question="conv2d_backward" lang="en"
# Walk the same walk again, but now every place *gives back*. It looked at one window, so its blame goes to
# that window, spread as the kernel says. And the kernel was used at every place, so it collects from all of
# them: at each, what the pixel under it was worth.

# %% [markdown] question="conv2d_backward" lang="es"
# Repite el mismo recorrido, pero ahora cada lugar *devuelve*. Miró una ventana, así que su culpa va a esa
# ventana, repartida como dice el núcleo. Y el núcleo se usó en todos los lugares, así que cobra en todos: en
# cada uno, lo que valía el píxel que tenía debajo.

# %% [markdown] question="conv2d_backward" lang="en"
# Start from your forward loop: the same windows, the same starts. Then three checks. Add up or assign? Where
# windows overlap it must add up. Which image? For `dW` the framed one; for `dx` collect in a framed array and
# cut the frame off at the end, in a way that also works at pad 0: count from the front. And `db`: three axes
# disappear, one number per filter stays.

# %% [markdown] question="conv2d_backward" lang="es"
# Parte de tu bucle hacia adelante: las mismas ventanas, los mismos inicios. Luego tres revisiones. ¿Sumas o
# asignas? Donde las ventanas se traslapan hay que sumar. ¿Qué imagen? Para `dW`, la que tiene marco; para
# `dx`, junta en un arreglo con marco y al final córtalo de una forma que sirva también con relleno 0: cuenta
# desde el principio. Y `db`: desaparecen tres ejes, queda un número por filtro.

# %% [markdown] question="conv2d_backward" lang="en"
# One row, x = (1, 2, 3, 4, 5), stride 2, pad 1, kernel (1, 2, 3), dout = (1, 10, 100). On the framed row the
# three places stamp (1, 2, 3) at 0, (10, 20, 30) at 2 and (100, 200, 300) at 4: (1, 2, 13, 20, 130, 200,
# 300). Without the frame, dx = (2, 13, 20, 130, 200). The first weight saw 0, 2, 4: 0 + 20 + 400 = 420. The
# others: 531 and 42. db = 111.

# %% [markdown] question="conv2d_backward" lang="es"
# Una fila, x = (1, 2, 3, 4, 5), paso 2, relleno 1, núcleo (1, 2, 3), dout = (1, 10, 100). En la fila con
# marco, los tres lugares estampan (1, 2, 3) en 0, (10, 20, 30) en 2 y (100, 200, 300) en 4: (1, 2, 13, 20,
# 130, 200, 300). Sin el marco, dx = (2, 13, 20, 130, 200). El primer peso vio 0, 2, 4: 0 + 20 + 400 = 420.
# Los otros: 531 y 42. db = 111.

# %% [markdown] question="max_pool_forward" lang="en"
# The window only asks: how strongly is the thing here, wherever exactly? It keeps the largest number and
# forgets where it stood. There are no weights, and channels do not talk to each other.

# %% [markdown] question="max_pool_forward" lang="es"
# La ventana solo pregunta: ¿con qué fuerza está la cosa por aquí, sea donde sea? Se queda con el número mayor
# y olvida dónde estaba. No hay pesos, y los canales no hablan entre sí.

# %% [markdown] question="max_pool_forward" lang="en"
# Take size 3 with stride 2: whoever mixes the two up gets another number of places or another window. Give it
# an image that is negative everywhere: a 0 in the answer was not in the image. And count axes: of a cut-out
# with four axes, two disappear (which?), and batch and channels stay.

# %% [markdown] question="max_pool_forward" lang="es"
# Prueba tamaño 3 con paso 2: quien los confunde obtiene otra cantidad de lugares u otra ventana. Dale una
# imagen negativa en todas partes: un 0 en la respuesta no estaba en la imagen. Y cuenta ejes: de un recorte
# de cuatro ejes desaparecen dos (¿cuáles?), y quedan el lote y los canales.

# %% [markdown] question="max_pool_forward" lang="en"
# To see it, one row and windows of 3 numbers, stride 2: (-3, -1, -2, -5, -4, 9). The windows start at 0 and
# 2: the largest of (-3, -1, -2) is -1, and of (-2, -5, -4) it is -2. The next window would start at 4 and
# does not fit, so the 9 is seen by nobody: (-1, -2).

# %% [markdown] question="max_pool_forward" lang="es"
# Para verlo, una fila y ventanas de 3 números, paso 2: (-3, -1, -2, -5, -4, 9). Las ventanas empiezan en 0 y
# 2: el mayor de (-3, -1, -2) es -1, y el de (-2, -5, -4) es -2. La siguiente ventana empezaría en 4 y no
# cabe, así que al 9 no lo ve nadie: (-1, -2).

# %% [markdown] question="max_pool_backward" lang="en"
# Only the winner of a window decided the output, so the whole blame is the winner's. What goes into a window
# comes out of it: neither more nor less, also when two are tied. And a pixel may win in several windows.

# %% [markdown] question="max_pool_backward" lang="es"
# Solo el ganador de una ventana decidió la salida, así que toda la culpa es suya. Lo que entra en una ventana
# es lo que sale: ni más ni menos, aunque dos empaten. Y un píxel puede ganar en varias ventanas.

# %% [markdown] question="max_pool_backward" lang="en"
# One test finds most mistakes: `dx.sum()` and `dout.sum()` must agree, on an image full of zeros (ties
# everywhere) and with windows that overlap. Too much: copies at ties. Too little: an assignment where it
# should add up. If `dx` is smaller than x, or the jump is the window's size, look at the places. Ties are
# exact: `==`, not "nearly".

# %% [markdown] question="max_pool_backward" lang="es"
# Una prueba encuentra casi todos los errores: `dx.sum()` y `dout.sum()` deben coincidir, en una imagen llena
# de ceros (empates por todas partes) y con ventanas que se traslapan. Sobra: copias en los empates. Falta:
# una asignación donde había que sumar. Si `dx` es más pequeño que x, o el salto es el tamaño de la ventana,
# mira los lugares. Los empates son exactos: `==`, no «casi».

# %% [markdown] question="max_pool_backward" lang="en"
# One row, windows of 3, stride 1: x = (2, 7, 1, 7, 0), dout = (1, 4, 2). The first window is won by the left
# 7, the last one by the right 7; in the middle they tie for the 4. Right: (0, 5, 0, 2, 0), or (0, 1, 0, 6,
# 0), or split, (0, 3, 0, 4, 0). All three add up to 7. Wrong: (0, 5, 0, 6, 0), which adds up to 11.

# %% [markdown] question="max_pool_backward" lang="es"
# Una fila, ventanas de 3, paso 1: x = (2, 7, 1, 7, 0), dout = (1, 4, 2). La primera ventana la gana el 7 de
# la izquierda, la última el de la derecha; en la del medio empatan por el 4. Correcto: (0, 5, 0, 2, 0), o (0,
# 1, 0, 6, 0), o repartido, (0, 3, 0, 4, 0). Las tres suman 7. Incorrecto: (0, 5, 0, 6, 0), que suma 11.

# %% [markdown] question="conv2d_fast" lang="en"
# The numbers are the same; only who loops changes. Say it in a few lines for all images and places at once,
# and numpy does the walking. A loop over the kernel's few positions is allowed; a loop over what the batch or
# the image can make longer is not.

# %% [markdown] question="conv2d_fast" lang="es"
# Los números son los mismos; solo cambia quién hace el bucle. Dilo en pocas líneas para todas las imágenes y
# lugares a la vez, y numpy hace el recorrido. Se permite un bucle por las pocas posiciones del núcleo; no uno
# que el lote o la imagen puedan alargar.

# %% [markdown] question="conv2d_fast" lang="en"
# Print the shape after each line and write beside it what each axis is. In the road with all the windows, the
# channels are *not* at the end; patches and kernels must be flattened in the same order, and a reshape does
# not exchange axes, only a transpose does. Test with KH ≠ KW and C > 1, or a wrong order gives no error. Then
# compare with your own slow layer, at stride 2 and pad 1.

# %% [markdown] question="conv2d_fast" lang="es"
# Imprime la forma después de cada línea y anota al lado qué es cada eje. En el camino con todas las ventanas,
# los canales *no* quedan al final; los parches y los núcleos deben aplanarse en el mismo orden, y un reshape
# no intercambia ejes, solo lo hace una transposición. Prueba con KH ≠ KW y C > 1, o un orden equivocado no
# dará error. Luego compara con tu propia capa lenta, con paso 2 y relleno 1.

# %% [markdown] question="conv2d_fast" lang="en"
# Two images of 6 × 5 with 3 channels, four filters of 3 × 2, stride 1, pad 0. There are 4 × 4 places per
# image, so 2 · 4 · 4 = 32 rows of patches, each with 3 · 2 · 3 = 18 numbers. (32, 18) times (18, 4) is (32,
# 4), which unfolds to (2, 4, 4, 4). All the windows at once have the shape (2, 4, 4, 3, 3, 2): the first 3
# are the channels. With stride 2, two places per side stay: (2, 2, 2, 4).

# %% [markdown] question="conv2d_fast" lang="es"
# Dos imágenes de 6 × 5 con 3 canales, cuatro filtros de 3 × 2, paso 1, relleno 0. Hay 4 × 4 lugares por
# imagen, o sea 2 · 4 · 4 = 32 filas de parches, cada una con 3 · 2 · 3 = 18 números. (32, 18) por (18, 4) es
# (32, 4), que se despliega en (2, 4, 4, 4). Todas las ventanas juntas tienen forma (2, 4, 4, 3, 3, 2): el
# primer 3 son los canales. Con paso 2 quedan dos lugares por lado: (2, 2, 2, 4).

# %% [markdown] question="count_parameters" lang="en"
# Count what *one* filter learns, then take it as many times as there are filters. A filter is a block of
# weights as deep as the number of channels that come in, and one bias. The size of the image plays no part:
# the same filter is used everywhere.

# %% [markdown] question="count_parameters" lang="es"
# Cuenta lo que aprende *un* filtro y luego tómalo tantas veces como filtros haya. Un filtro es un bloque de
# pesos tan profundo como los canales que entran, y un sesgo. El tamaño de la imagen no participa: el mismo
# filtro se usa en todas partes.

# %% [markdown] question="count_parameters" lang="en"
# Two experiments on your function. One more channel: only the weights may grow, not the biases. Twice the
# filters: everything doubles. If the first fails, the biases are tied to the channels; if the second fails,
# there is a single bias for the whole layer. And a square kernel has a side and a side.

# %% [markdown] question="count_parameters" lang="es"
# Dos experimentos con tu función. Un canal más: solo pueden crecer los pesos, no los sesgos. El doble de
# filtros: todo se duplica. Si falla el primero, los sesgos dependen de los canales; si falla el segundo, hay
# un solo sesgo para toda la capa. Y un núcleo cuadrado tiene lado y lado.

# %% [markdown] question="count_parameters" lang="en"
# Eight filters of 5 × 5 on a colour image. One filter: 25 positions in each of 3 channels are 75 weights, and
# with its bias 76 numbers. Eight of them: 608, of which 600 are weights and 8 biases. On a grey image one
# filter has 26 numbers and the layer 208.

# %% [markdown] question="count_parameters" lang="es"
# Ocho filtros de 5 × 5 sobre una imagen en color. Un filtro: 25 posiciones en cada uno de los 3 canales son
# 75 pesos, y con su sesgo 76 números. Ocho de ellos: 608, de los cuales 600 son pesos y 8 son sesgos. Sobre
# una imagen gris un filtro tiene 26 números y la capa 208.

# %% [markdown] question="build_cnn" lang="en"
# First look, then think. The convolution and the pooling find out what is there; the dense layers combine it
# into an answer. In between, maps must become one list of numbers. Each line of the table is one layer.

# %% [markdown] question="build_cnn" lang="es"
# Primero mirar, después pensar. La convolución y la agrupación averiguan qué hay; las capas densas lo
# combinan en una respuesta. Entre medio, los mapas deben volverse una sola lista de números. Cada línea de la
# tabla es una capa.

# %% [markdown] question="build_cnn" lang="en"
# Put `model.summary()` beside the table of the text, line by line: the first line that differs is the place.
# 28 × 28 after the convolution: there is padding. 320 became something else: filters and kernel size
# exchanged, or three channels. An output with four axes: something between maps and dense layers is missing.
# Activations do not show in it; look for those in your code.

# %% [markdown] question="build_cnn" lang="es"
# Pon `model.summary()` al lado de la tabla del texto, línea por línea: la primera que difiere es el lugar.
# 28 × 28 tras la convolución: hay relleno. El 320 es otro número: intercambiaste filtros y tamaño del núcleo,
# o son tres canales. Una salida de cuatro ejes: falta algo entre los mapas y las capas densas. Las
# activaciones no se ven ahí; búscalas en tu código.

# %% [markdown] question="build_cnn" lang="en"
# A smaller sister: grey images of 12 × 12, four filters of 5 × 5, pooling of 2 × 2, a dense layer of 7. The
# maps are 8 × 8 × 4, then 4 × 4 × 4, then one list of 64. Parameters: 4 · (25 + 1) = 104 in the convolution,
# none in the pooling, 64 · 7 + 7 = 455 in the dense layer.

# %% [markdown] question="build_cnn" lang="es"
# Una hermana menor: imágenes grises de 12 × 12, cuatro filtros de 5 × 5, agrupación de 2 × 2, una capa densa
# de 7. Los mapas son 8 × 8 × 4, luego 4 × 4 × 4, luego una lista de 64. Parámetros: 4 · (25 + 1) = 104 en la
# convolución, ninguno en la agrupación, 64 · 7 + 7 = 455 en la densa.

# %% [markdown] question="train_cnn" lang="en"
# Three lines of work: say what is minimised and by whom, train on all the data, return the model. The data
# arrive ready, from 0 to 1; there is nothing to scale.

# %% [markdown] question="train_cnn" lang="es"
# Tres líneas de trabajo: di qué se minimiza y quién lo hace, entrena con todos los datos, devuelve el modelo.
# Los datos llegan listos, de 0 a 1; no hay nada que escalar.

# %% [markdown] question="train_cnn" lang="en"
# Which loss fits labels such as 7, and which one would want a row with a single 1? Does the network end in
# probabilities or in raw scores, and what does your loss expect? Do all the samples reach `fit` for training,
# with their labels in the same order? Is what you return a model? If the accuracy is poor although all that
# is right: how many epochs?

# %% [markdown] question="train_cnn" lang="es"
# ¿Qué pérdida sirve para etiquetas como 7, y cuál querría una fila con un solo 1? ¿La red termina en
# probabilidades o en puntajes, y qué espera tu pérdida? ¿Llegan todas las muestras a `fit` para entrenar, con
# sus etiquetas en el mismo orden? ¿Lo que devuelves es un modelo? Si la exactitud es mala y todo eso está
# bien: ¿cuántas épocas son?

# %% [markdown] question="train_cnn" lang="en"
# 1,500 images in batches of 32 are 47 steps per epoch (46 full ones and one of 28 images), and five
# epochs 235. And why the order matters: with 1,000 images sorted by digit, 100 of each, setting aside the
# last 20 % takes away every 8 and every 9.

# %% [markdown] question="train_cnn" lang="es"
# 1,500 imágenes en lotes de 32 son 47 pasos por época (46 completos y uno de 28 imágenes), y cinco
# épocas, 235. Y por qué importa el orden: con 1,000 imágenes ordenadas por dígito, 100 de cada uno, apartar
# el último 20 % se lleva todos los 8 y todos los 9.
