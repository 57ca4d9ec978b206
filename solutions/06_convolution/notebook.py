# %% [markdown] lang="en"
# # Convolution: a network that looks
#
# You already know how to train a dense network on digits. It works, and yet it sees nothing at all, as you will find
# out in a moment. In this assignment you write the layer that does see, the *convolution*, forward and backward, in
# plain numpy. At the end you train the class's convolutional network in Keras, take its weights out, and use them in
# **your own** layers.
#
# | Part | Question | You write |
# |---|---|---|
# | 1 | Where does the window fit? | `output_size`, `pad2d` |
# | 2 | What does a window see? | `filter_image` |
# | 3 | How does a layer of many filters work, and how does it learn? | `conv2d_forward`, `conv2d_backward` |
# | 4 | How do you forget the exact place? | `max_pool_forward`, `max_pool_backward` |
# | 5 | Why is Keras so much faster than my loops? | `conv2d_fast` |
# | 6 | What does a whole network look like? | `count_parameters`, `build_cnn`, `train_cnn` |
#
# You need numpy and the idea of backpropagation from assignment 03. Reserve two to three hours.

# %% [markdown] lang="es"
# # Convolución: una red que mira
#
# Ya sabes entrenar una red densa con dígitos. Funciona y, sin embargo, no ve nada de nada, como descubrirás enseguida.
# En esta tarea escribes la capa que sí ve, la *convolución*, hacia adelante y hacia atrás, en numpy puro. Al final
# entrenas en Keras la red convolucional de la clase, le sacas los pesos y los usas en **tus propias** capas.
#
# | Parte | Pregunta | Escribes |
# |---|---|---|
# | 1 | ¿Dónde cabe la ventana? | `output_size`, `pad2d` |
# | 2 | ¿Qué ve una ventana? | `filter_image` |
# | 3 | ¿Cómo funciona y cómo aprende una capa de muchos filtros? | `conv2d_forward`, `conv2d_backward` |
# | 4 | ¿Cómo se olvida el lugar exacto? | `max_pool_forward`, `max_pool_backward` |
# | 5 | ¿Por qué Keras es tanto más rápido que mis bucles? | `conv2d_fast` |
# | 6 | ¿Cómo es una red completa? | `count_parameters`, `build_cnn`, `train_cnn` |
#
# Necesitas numpy y la idea de retropropagación de la tarea 03. Reserva de dos a tres horas.

# %% [markdown] lang="en"
# ## Conventions
#
# They hold in the whole assignment. Come back here when in doubt.
#
# - **Images** are `(N, H, W, C)`: batch, height, width, channels. A grey image has 1 channel, a colour image has 3.
#   This order is called NHWC, and it is the one of Keras.
# - **Kernels** are `(KH, KW, C, F)`: height and width of the window, channels that come in, filters (channels that go
#   out). Careful with the letter W: in a shape it means *width*; as an argument, `W` is the array of kernels.
# - **`stride` and `pad`** are integers, the same for rows and columns. `stride` is 1 or more, `pad` is 0 or more.
# - **Nothing is square** unless the text says so: H ≠ W, KH ≠ KW and C ≠ F are normal.
# - **"Convolution"** here does not flip the kernel, as in every deep-learning library. (Part 2 explains.)
# - **Names.** `dout` is the derivative of the loss with respect to `out`; `d` + name always has the shape of the thing
#   itself. The batch's 1/N already comes inside `dout`: no layer divides by N again.
# - **A `cache`** is what a forward function keeps for its backward function. What you put in it is your business. A
#   backward function may be called twice with the same cache, so do not spoil it.
# - **Arrays** are float64. Lists and integers are legal arguments: the line with `np.asarray(..., dtype=float)` in the
#   stubs takes care of them, leave it there. **Answers do not modify their arguments.**
#
# After each answer there is a cell with `check("...")`. It runs the public tests. When you are graded, there are also
# hidden tests: other numbers, other shapes, the same rules.

# %% [markdown] lang="es"
# ## Convenciones
#
# Valen en toda la tarea. Vuelve aquí cuando tengas dudas.
#
# - **Las imágenes** son `(N, H, W, C)`: lote (*batch*), alto, ancho, canales. Una imagen gris tiene 1 canal y una a
#   color tiene 3. Este orden se llama NHWC y es el de Keras.
# - **Los núcleos** (*kernels*) son `(KH, KW, C, F)`: alto y ancho de la ventana, canales que entran, filtros (canales
#   que salen). Cuidado con la letra W: en una forma significa *ancho* (*width*); como argumento, `W` es el arreglo de
#   núcleos.
# - **`stride` y `pad`** son enteros: el paso (*stride*) y el relleno (*padding*), iguales para filas y columnas.
#   `stride` es 1 o más, `pad` es 0 o más.
# - **Nada es cuadrado** salvo que el texto lo diga: H ≠ W, KH ≠ KW y C ≠ F es lo normal.
# - **La «convolución»** aquí no voltea el núcleo, igual que en todas las bibliotecas de aprendizaje profundo. (La parte
#   2 lo explica).
# - **Nombres.** `dout` es la derivada de la pérdida respecto a `out`; `d` + nombre siempre tiene la forma de la cosa
#   misma. El 1/N del lote ya viene dentro de `dout`: ninguna capa vuelve a dividir entre N.
# - **Un `cache`** es lo que una función hacia adelante guarda para su función hacia atrás. Tú decides qué contiene. La
#   función hacia atrás puede llamarse dos veces con el mismo cache, así que no lo estropees.
# - **Los arreglos** son float64. Listas y enteros son argumentos válidos: de eso se encarga la línea con
#   `np.asarray(..., dtype=float)` que ya viene en las funciones, déjala ahí. **Las respuestas no modifican sus
#   argumentos.**
#
# Después de cada respuesta hay una celda con `check("...")`. Ejecuta las pruebas públicas. Al calificar hay también
# pruebas ocultas: otros números, otras formas, las mismas reglas.

# %% kind="setup"
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown] lang="en"
# ### What a dense layer does not see
#
# The file `data/mnist.npz` holds 4,000 real handwritten digits of MNIST, 28 × 28 pixels each. Look at the first two
# pictures that the cell draws: a digit, and the same digit with its pixels shuffled.
#
# To a dense layer **both are equally easy**. Each unit adds up 784 pixels, each with its own weight, and a sum does not
# care about the order. Shuffle all the images in the same way, and a dense network learns exactly as well as before. It
# does not know that two pixels are neighbours. You do: you cannot read the shuffled one.
#
# It has two more problems:
#
# - **What it learns in one place is useless in another.** The digit on the right is the same one, moved. Its
#   stroke now falls on other weights, and they never saw a stroke like that.
# - **It has too many weights.** A photograph of 224 × 224 pixels in colour has 150,528 numbers. *One* unit needs
#   150,528 weights; a layer of 1,000 units needs 150 million.
#
# A convolution answers the three with one idea: **look at the image through a small window, with the same few weights
# at every place.**

# %% [markdown] lang="es"
# ### Lo que una capa densa no ve
#
# El archivo `data/mnist.npz` tiene 4,000 dígitos reales de MNIST, escritos a mano, de 28 × 28 píxeles cada uno. Mira
# las dos primeras imágenes que dibuja la celda: un dígito, y el mismo dígito con sus píxeles revueltos.
#
# Para una capa densa **los dos son igual de fáciles**. Cada unidad suma 784 píxeles, cada uno con su propio peso, y a
# una suma no le importa el orden. Revuelve todas las imágenes de la misma manera, y una red densa aprende exactamente
# igual que antes. No sabe que dos píxeles son vecinos. Tú sí: por eso no puedes leer el que está revuelto.
#
# Y tiene dos problemas más:
#
# - **Lo que aprende en un lugar no le sirve en otro.** El dígito de la derecha es el mismo, pero movido. Su
#   trazo cae ahora sobre otros pesos, que nunca vieron un trazo así.
# - **Tiene demasiados pesos.** Una foto de 224 × 224 píxeles a color tiene 150,528 números. *Una* sola unidad necesita
#   150,528 pesos; una capa de 1,000 unidades necesita 150 millones.
#
# La convolución responde a los tres con una sola idea: **mirar la imagen por una ventana pequeña, con los mismos pocos
# pesos en todos los lugares.**

# %% kind="demo"
mnist = np.load("data/mnist.npz")  # en
mnist = np.load("data/mnist.npz")  # es
digit = mnist["images"][7] / 255
shuffled = digit.ravel()[np.random.default_rng(0).permutation(784)].reshape(28, 28)
moved = np.roll(digit, (3, 4), axis=(0, 1))

figure, axes = plt.subplots(1, 3, figsize=(9, 3.4), layout="constrained")
titles = ["a digit", "the same pixels, shuffled", "the same digit, moved"]  # en
titles = ["un dígito", "los mismos píxeles, revueltos", "el mismo dígito, movido"]  # es
for ax, picture, title in zip(axes, (digit, shuffled, moved), titles):
    ax.imshow(picture, cmap="gray_r")
    ax.set_title(title)
    ax.axis("off")
plt.show()

# %% [markdown] lang="en"
# ## Part 1. Where does the window fit?
#
# The window stands at a place, looks, writes down **one number**, and moves on. So the first question is at how many
# places it can stand: that is the size of the output. It sounds too easy, and half of the bugs in convolution code are
# here.
#
# ### `output_size`
#
# **By hand.** A row of 8 pixels, numbered from 0 to 7, and a window of 3. The *stride* is how far the window jumps.
#
# | stride | the window starts at | places | what is left over at the end |
# |---|---|---|---|
# | 1 | 0, 1, 2, 3, 4, 5 | 6 | nothing |
# | 2 | 0, 2, 4 | 3 | pixel 7 |
# | 3 | 0, 3 | 2 | pixels 6 and 7 |
# | 2, with one zero added at **each** end | 0, 2, 4, 6 | 4 | the zero on the right |
#
# A window that does not fit whole does not count. With pad 1 the row is 10 long, not 9.
#
# **The formula.** The last possible start is $n + 2p - k$. From 0 to there, in steps of $s$, and do not forget the
# start at 0 itself:
#
# $$\text{places} = \left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1$$
#
# The brackets mean "round down". Check it with the last row: ⌊(8 + 2 − 3) / 2⌋ + 1 = ⌊3.5⌋ + 1 = 4.
#
# **When nothing fits.** A kernel of 5 in a row of 4 has no place to stand. With stride 2 the formula says
# ⌊−1 / 2⌋ + 1 = 0, and other programs, which round towards zero, say 1. Both would crash later, far from here, with a
# message that nobody understands. So: if the kernel is larger than the padded row, raise a `ValueError`.
#
# The answer counts places: return an `int`.

# %% [markdown] lang="es"
# ## Parte 1. ¿Dónde cabe la ventana?
#
# La ventana se para en un lugar, mira, anota **un número** y sigue. Por eso la primera pregunta es en cuántos lugares
# puede pararse: ese es el tamaño de la salida. Suena demasiado fácil, y la mitad de los errores en código de
# convolución están aquí.
#
# ### `output_size`
#
# **A mano.** Una fila de 8 píxeles, numerados de 0 a 7, y una ventana de 3. El paso (*stride*) es cuánto salta la
# ventana.
#
# | paso | la ventana empieza en | lugares | lo que sobra al final |
# |---|---|---|---|
# | 1 | 0, 1, 2, 3, 4, 5 | 6 | nada |
# | 2 | 0, 2, 4 | 3 | el píxel 7 |
# | 3 | 0, 3 | 2 | los píxeles 6 y 7 |
# | 2, con un cero agregado en **cada** extremo | 0, 2, 4, 6 | 4 | el cero de la derecha |
#
# Una ventana que no cabe entera no cuenta. Con relleno 1 la fila mide 10, no 9.
#
# **La fórmula.** El último comienzo posible es $n + 2p - k$. Desde 0 hasta ahí, a saltos de $s$, y sin olvidar el
# comienzo en el propio 0:
#
# $$\text{lugares} = \left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1$$
#
# Los corchetes significan «redondea hacia abajo». Compruébala con la última fila: ⌊(8 + 2 − 3) / 2⌋ + 1 = ⌊3.5⌋ +
# 1 = 4.
#
# **Cuando nada cabe.** Un núcleo de 5 en una fila de 4 no tiene dónde pararse. Con paso 2 la fórmula dice ⌊−1 / 2⌋ +
# 1 = 0, y otros programas, que redondean hacia cero, dicen 1. Los dos fallarían después, lejos de aquí, con un mensaje
# que nadie entiende. Por eso: si el núcleo es más grande que la fila con su relleno, lanza un `ValueError`.
#
# La respuesta cuenta lugares: devuelve un `int`.

# %% kind="demo"
from matplotlib.patches import Rectangle

figure, axes = plt.subplots(1, 3, figsize=(13, 3), layout="constrained")
for ax, stride, pad in zip(axes, (1, 2, 2), (0, 0, 1)):
    for cell in range(-pad, 8 + pad):
        inside = 0 <= cell < 8
        ax.add_patch(Rectangle((cell, 0), 1, 0.8, facecolor="0.85" if inside else "white", edgecolor="0.4"))
        ax.text(cell + 0.5, 0.4, str(cell) if inside else "0", ha="center", va="center", color="k" if inside else "C3")
    starts = range(-pad, 8 + pad - 3 + 1, stride)
    for row, start in enumerate(starts, 1):
        ax.add_patch(Rectangle((start + 0.05, -0.55 * row), 2.9, 0.4, facecolor=f"C{row - 1}"))
    ax.set(xlim=(-1.3, 9.3), ylim=(-3.5, 1.1))
    ax.axis("off")
    ax.set_title(f"window 3, stride {stride}, pad {pad}: {len(starts)} places")  # en
    ax.set_title(f"ventana 3, paso {stride}, relleno {pad}: {len(starts)} lugares")  # es
plt.show()


# %% question="output_size"
def output_size(n, kernel, stride, pad):
    """
    en: At how many places a window fits along one axis.
    en: n: pixels of the axis. kernel: size of the window. stride: how far it jumps. pad: zeros at each end.
    en: Returns an int. Raises ValueError when the kernel is larger than the padded axis.
    es: En cuántos lugares cabe una ventana a lo largo de un eje.
    es: n: píxeles del eje. kernel: tamaño de la ventana. stride: cuánto salta. pad: ceros en cada extremo.
    es: Devuelve un int. Lanza ValueError cuando el núcleo es más grande que el eje con su relleno.
    """
    # BEGIN SOLUTION
    room = n + 2 * pad - kernel
    if room < 0:
        raise ValueError(f"a kernel of {kernel} does not fit in {n} pixels with pad {pad}")
    return room // stride + 1
    # END SOLUTION


# %% [markdown] lang="en"
# ### `pad2d`
#
# **Why add zeros at all?** Without them (pad 0 is often called *valid*) two things go wrong:
#
# - **The image shrinks.** Each 3 × 3 layer takes 2 pixels off the height and 2 off the width: 28 → 26 → 24 … After 13
#   layers a 2 × 2 image is left, and the next layer does not fit.
# - **The border counts less.** A corner pixel is inside only one window; a pixel in the middle is inside nine. (The
#   cell after your answer draws this.) Whatever happens near the border is almost ignored.
#
# A frame of zeros helps with both. With a kernel of odd size $k$, stride 1 and pad $(k-1)/2$ the image keeps its size:
# that is what Keras calls `padding="same"`. Verify it with your formula.
#
# **By hand.** A 2 × 2 image with pad 1:
#
# $$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \;\to\;
# \begin{pmatrix} 0 & 0 & 0 & 0 \\ 0 & 1 & 2 & 0 \\ 0 & 3 & 4 & 0 \\ 0 & 0 & 0 & 0 \end{pmatrix}$$
#
# **In a batch**, the frame goes around height and width only:
#
# $$(N,\; H,\; W,\; C) \;\to\; (N,\; H + 2p,\; W + 2p,\; C)$$
#
# A frame around the batch axis would invent black images, and around the channel axis it would invent colours.

# %% [markdown] lang="es"
# ### `pad2d`
#
# **¿Para qué agregar ceros?** Sin ellos (el relleno 0 suele llamarse *valid*) salen mal dos cosas:
#
# - **La imagen se encoge.** Cada capa de 3 × 3 le quita 2 píxeles al alto y 2 al ancho: 28 → 26 → 24 … Después de 13
#   capas queda una imagen de 2 × 2, y la capa siguiente ya no cabe.
# - **El borde cuenta menos.** Un píxel de la esquina está dentro de una sola ventana; uno del centro está dentro de
#   nueve. (La celda que sigue a tu respuesta lo dibuja). Lo que pasa cerca del borde casi se ignora.
#
# Un marco de ceros ayuda con las dos. Con un núcleo de lado impar $k$, paso 1 y relleno $(k-1)/2$, la imagen conserva
# su tamaño: es lo que Keras llama `padding="same"`. Compruébalo con tu fórmula.
#
# **A mano.** Una imagen de 2 × 2 con relleno 1:
#
# $$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \;\to\;
# \begin{pmatrix} 0 & 0 & 0 & 0 \\ 0 & 1 & 2 & 0 \\ 0 & 3 & 4 & 0 \\ 0 & 0 & 0 & 0 \end{pmatrix}$$
#
# **En un lote**, el marco rodea solo el alto y el ancho:
#
# $$(N,\; H,\; W,\; C) \;\to\; (N,\; H + 2p,\; W + 2p,\; C)$$
#
# Un marco en el eje del lote inventaría imágenes negras, y en el eje de los canales inventaría colores.


# %% question="pad2d"
def pad2d(x, pad):
    """
    en: A batch of images, each with a frame of zeros.
    en: x: (N, H, W, C). pad: width of the frame, 0 or more. Returns (N, H + 2 pad, W + 2 pad, C).
    es: Un lote de imágenes, cada una con un marco de ceros.
    es: x: (N, H, W, C). pad: ancho del marco, 0 o más. Devuelve (N, H + 2 pad, W + 2 pad, C).
    """
    x = np.asarray(x, dtype=float)
    # BEGIN SOLUTION
    return np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    # END SOLUTION


# %% kind="demo"
figure, axes = plt.subplots(1, 2, figsize=(8.5, 4.2), layout="constrained")
for ax, pad in zip(axes, (0, 1)):
    looks = np.zeros((6 + 2 * pad, 6 + 2 * pad))
    for top in range(output_size(6, 3, 1, pad)):
        for left in range(output_size(6, 3, 1, pad)):
            looks[top : top + 3, left : left + 3] += 1
    looks = looks[pad : pad + 6, pad : pad + 6]
    ax.imshow(looks, cmap="Blues", vmin=-3, vmax=14)
    for row, column in np.ndindex(6, 6):
        number = looks[row, column]
        ax.text(column, row, f"{number:.0f}", ha="center", va="center", color="w" if number == 9 else "k")
    ax.axis("off")
    ax.set_title(f"pad {pad}: output {output_size(6, 3, 1, pad)} × {output_size(6, 3, 1, pad)}")  # en
    ax.set_title(f"relleno {pad}: salida de {output_size(6, 3, 1, pad)} × {output_size(6, 3, 1, pad)}")  # es
figure.suptitle("In how many 3 × 3 windows is each pixel of a 6 × 6 image?")  # en
figure.suptitle("¿En cuántas ventanas de 3 × 3 está cada píxel de una imagen de 6 × 6?")  # es
plt.show()

# %% [markdown] lang="en"
# ## Part 2. What does a window see?
#
# The window holds some pixels. The *kernel* is a small array of the same size that says what we are looking for.
# Multiply each pixel by the kernel's number above it, and add everything up: **one number, large when the window looks
# like the kernel.** It is the weighted sum of the perceptron, but with a few weights, used again at every place.
#
# **By hand.** An image of 3 × 5, dark on the left and bright on the right, and a famous kernel, Sobel's:
#
# $$\text{image} = \begin{pmatrix} 0 & 0 & 10 & 10 & 10 \\ 0 & 0 & 10 & 10 & 10 \\ 0 & 0 & 10 & 10 & 10 \end{pmatrix}
# \qquad
# \text{kernel} = \begin{pmatrix} -1 & 0 & 1 \\ -2 & 0 & 2 \\ -1 & 0 & 1 \end{pmatrix}$$
#
# The window fits in three places. The kernel subtracts its left column from its right one:
#
# | window starts at column | its left column | its right column | sum |
# |---|---|---|---|
# | 0 | 0 | 10 | (1 + 2 + 1) · 10 − (1 + 2 + 1) · 0 = **40** |
# | 1 | 0 | 10 | **40** |
# | 2 | 10 | 10 | 40 − 40 = **0** |
#
# The output is [[40, 40, 0]]. Where the brightness jumps from left to right, it shouts. Where nothing changes it is
# silent, because the kernel's numbers add up to 0. If the image went from bright to dark it would say −40.
#
# **The formula**, with stride 1 and no padding:
#
# $$\text{out}_{ij} = \sum_{u=0}^{KH-1}\;\sum_{v=0}^{KW-1} \text{image}_{i+u,\;j+v}\;\text{kernel}_{uv}$$
#
# **About the name.** In mathematics, a convolution turns the kernel by 180° first. What we do is called
# *cross-correlation*. Deep learning says "convolution" anyway: the network learns its kernels, so it does not matter
# which way we draw them. But a program must choose, and here we do **not** turn the kernel: with the turn you would get
# −40.
#
# **Why it solves the problem of the moved digit.** Move the image one pixel to the right, and the output is the same,
# one pixel to the right. What is learned at one place works at all of them.

# %% [markdown] lang="es"
# ## Parte 2. ¿Qué ve una ventana?
#
# La ventana contiene unos píxeles. El núcleo (*kernel*) es un arreglo pequeño, del mismo tamaño, que dice qué buscamos.
# Multiplica cada píxel por el número del núcleo que tiene encima y suma todo: **un solo número, grande cuando la
# ventana se parece al núcleo.** Es la suma ponderada del perceptrón, pero con pocos pesos, usados una y otra vez en
# cada lugar.
#
# **A mano.** Una imagen de 3 × 5, oscura a la izquierda y clara a la derecha, y un núcleo famoso, el de Sobel:
#
# $$\text{imagen} = \begin{pmatrix} 0 & 0 & 10 & 10 & 10 \\ 0 & 0 & 10 & 10 & 10 \\ 0 & 0 & 10 & 10 & 10 \end{pmatrix}
# \qquad
# \text{núcleo} = \begin{pmatrix} -1 & 0 & 1 \\ -2 & 0 & 2 \\ -1 & 0 & 1 \end{pmatrix}$$
#
# La ventana cabe en tres lugares. El núcleo le resta su columna izquierda a la derecha:
#
# | la ventana empieza en la columna | su columna izquierda | su columna derecha | suma |
# |---|---|---|---|
# | 0 | 0 | 10 | (1 + 2 + 1) · 10 − (1 + 2 + 1) · 0 = **40** |
# | 1 | 0 | 10 | **40** |
# | 2 | 10 | 10 | 40 − 40 = **0** |
#
# La salida es [[40, 40, 0]]. Donde el brillo salta de izquierda a derecha, grita. Donde nada cambia, calla, porque
# los números del núcleo suman 0. Si la imagen pasara de clara a oscura, diría −40.
#
# **La fórmula**, con paso 1 y sin relleno (*image* es la imagen y *kernel*, el núcleo):
#
# $$\text{out}_{ij} = \sum_{u=0}^{KH-1}\;\sum_{v=0}^{KW-1} \text{image}_{i+u,\;j+v}\;\text{kernel}_{uv}$$
#
# **Sobre el nombre.** En matemática, una convolución primero gira el núcleo 180°. Lo que hacemos se llama *correlación
# cruzada*. El aprendizaje profundo dice «convolución» de todos modos: la red aprende sus núcleos, así que da lo mismo
# hacia qué lado los dibujemos. Pero un programa tiene que elegir, y aquí **no** giramos el núcleo: con el giro saldría
# −40.
#
# **Por qué resuelve el problema del dígito movido.** Mueve la imagen un píxel a la derecha, y la salida es la misma, un
# píxel a la derecha. Lo que se aprende en un lugar sirve en todos.


# %% question="filter_image"
def filter_image(image, kernel):
    """
    en: What a kernel sees at every place of a grey image: stride 1, no padding, kernel not turned.
    en: image: (H, W). kernel: (KH, KW), both odd. Returns (H - KH + 1, W - KW + 1).
    es: Lo que un núcleo ve en cada lugar de una imagen gris: paso 1, sin relleno, núcleo sin girar.
    es: image: (H, W). kernel: (KH, KW), ambos impares. Devuelve (H - KH + 1, W - KW + 1).
    """
    image, kernel = np.asarray(image, dtype=float), np.asarray(kernel, dtype=float)
    # BEGIN SOLUTION
    height, width = kernel.shape
    out = np.zeros((output_size(image.shape[0], height, 1, 0), output_size(image.shape[1], width, 1, 0)))
    for i, j in np.ndindex(out.shape):
        out[i, j] = np.sum(image[i : i + height, j : j + width] * kernel)
    return out
    # END SOLUTION


# %% [markdown] lang="en"
# ### Look through some famous kernels
#
# People designed these by hand, decades ago. Before you run the cell, say what each one will do:
#
# - **Sobel x** you know. **Sobel y** is the same, lying down: it sees brightness that changes from top to bottom.
# - **Edges** joins both, $\sqrt{x^2 + y^2}$: strong wherever anything changes, in any direction.
# - **Blur**: 25 weights of 1/25. Each pixel becomes the mean of its surroundings.
# - **Sharpen**: 5 at the centre, −1 at the four neighbours. It takes a pixel and exaggerates what makes it different.
#
# Blue is positive, red is negative, white is 0. Find the sides of the square that Sobel x does not see at all. Why?

# %% [markdown] lang="es"
# ### Mira a través de algunos núcleos famosos
#
# Los diseñó gente, a mano, hace décadas. Antes de ejecutar la celda, di qué hará cada uno:
#
# - **Sobel x** ya lo conoces. **Sobel y** es el mismo, acostado: ve el brillo que cambia de arriba hacia abajo.
# - **Bordes** junta los dos, $\sqrt{x^2 + y^2}$: fuerte donde algo cambia, en cualquier dirección.
# - **Desenfoque** (*blur*): 25 pesos de 1/25. Cada píxel pasa a ser el promedio de su entorno.
# - **Nitidez** (*sharpen*): 5 en el centro, −1 en los cuatro vecinos. Toma un píxel y exagera lo que lo hace distinto.
#
# Azul es positivo, rojo es negativo, blanco es 0. Encuentra los lados del cuadrado que Sobel x no ve en absoluto. ¿Por
# qué?

# %% kind="demo"
sobel_x = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
sharpen = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]])
rows, columns = np.mgrid[0:64, 0:64]
scene = np.full((64, 64), 0.25)
scene[8:32, 6:30] = 0.9
scene[(rows - 44) ** 2 + (columns - 44) ** 2 < 14**2] = 0.6
scene[np.abs(rows + columns - 64) < 2] = 0.0
digit = mnist["images"][7] / 255

titles = ["image", "Sobel x", "Sobel y", "edges", "blur", "sharpen"]  # en
titles = ["imagen", "Sobel x", "Sobel y", "bordes", "desenfoque", "nitidez"]  # es
figure, axes = plt.subplots(2, 6, figsize=(14, 5), layout="constrained")
for line, picture in zip(axes, (scene, digit)):
    across, down = filter_image(picture, sobel_x), filter_image(picture, sobel_x.T)
    views = [picture, across, down, np.hypot(across, down)]
    views += [filter_image(picture, np.ones((5, 5)) / 25), filter_image(picture, sharpen)]
    for ax, view, title in zip(line, views, titles):
        signed = view is across or view is down
        ax.imshow(view, cmap="RdBu" if signed else "gray", vmin=-2.5 if signed else 0, vmax=2.5 if signed else None)
        ax.set_title(title)
        ax.axis("off")
plt.show()

# %% [markdown] lang="en"
# ## Part 3. A layer of many filters
#
# Two things change from `filter_image` to the layer of a network.
#
# - **Many channels come in.** A window over a colour image is a block of KH × KW × 3 numbers. So the kernel is also a
#   block, one slice per channel, and we add up the **whole block**: still one number per place. That block, with its
#   bias, is called a *filter*.
# - **Many channels go out.** One filter looks for one thing. A layer has F filters, and each one draws its own *feature
#   map*: an image of where it found its thing. The F maps are the channels that the next layer receives.
#
# **By hand.** One image of 2 × 3 pixels with two channels, one filter of 2 × 2, bias 10, stride 1, pad 0:
#
# $$x_{\text{channel 0}} = \begin{pmatrix} 1 & 2 & 0 \\ 0 & 1 & 3 \end{pmatrix}\quad
# x_{\text{channel 1}} = \begin{pmatrix} 1 & 0 & 1 \\ 2 & 1 & 0 \end{pmatrix}\qquad
# W_{\text{channel 0}} = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}\quad
# W_{\text{channel 1}} = \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}$$
#
# | place | channel 0 | channel 1 | bias | out |
# |---|---|---|---|---|
# | left | 1 + 1 = 2 | 0 + 2 = 2 | 10 | **14** |
# | right | 2 + 3 = 5 | 1 + 1 = 2 | 10 | **17** |
#
# The bias is added **once per place**, not once per channel.
#
# **The formula.** With $x^p$ the padded image and $s$ the stride:
#
# $$\text{out}_{nijf} = b_f + \sum_{u=0}^{KH-1}\;\sum_{v=0}^{KW-1}\;\sum_{c=0}^{C-1}
# x^p_{n,\;is+u,\;js+v,\;c}\;W_{uvcf}$$
#
# Read the indices slowly. The output place is $(i, j)$; its window **starts at** $(is, js)$, and it is KH × KW large
# whatever the stride. You have already written the number of places and the padding.
#
# How many loops to write? Seven letters, up to seven loops. Start with the loops you understand. Two over the places
# $(i, j)$ are enough if numpy does the rest: `np.tensordot(patch, W, axes=3)` multiplies and adds over the last three
# axes of `patch` and the first three of `W`. Part 5 is about speed; here only the result counts.
#
# **The cache.** Return `(out, cache)`. Read the next section before you decide what to keep.

# %% [markdown] lang="es"
# ## Parte 3. Una capa de muchos filtros
#
# Dos cosas cambian entre `filter_image` y la capa de una red.
#
# - **Entran muchos canales.** Una ventana sobre una imagen a color es un bloque de KH × KW × 3 números. Entonces el
#   núcleo también es un bloque, una rebanada por canal, y sumamos **el bloque entero**: sigue siendo un número por
#   lugar. Ese bloque, con su sesgo (*bias*), se llama filtro.
# - **Salen muchos canales.** Un filtro busca una sola cosa. Una capa tiene F filtros, y cada uno dibuja su propio mapa
#   de características (*feature map*): una imagen de dónde encontró lo suyo. Los F mapas son los canales que recibe la
#   capa siguiente.
#
# **A mano.** Una imagen de 2 × 3 píxeles con dos canales, un filtro de 2 × 2, sesgo 10, paso 1, relleno 0:
#
# $$x_{\text{canal 0}} = \begin{pmatrix} 1 & 2 & 0 \\ 0 & 1 & 3 \end{pmatrix}\quad
# x_{\text{canal 1}} = \begin{pmatrix} 1 & 0 & 1 \\ 2 & 1 & 0 \end{pmatrix}\qquad
# W_{\text{canal 0}} = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}\quad
# W_{\text{canal 1}} = \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}$$
#
# | lugar | canal 0 | canal 1 | sesgo | out |
# |---|---|---|---|---|
# | izquierda | 1 + 1 = 2 | 0 + 2 = 2 | 10 | **14** |
# | derecha | 2 + 3 = 5 | 1 + 1 = 2 | 10 | **17** |
#
# El sesgo se suma **una vez por lugar**, no una vez por canal.
#
# **La fórmula.** Con $x^p$ la imagen con su relleno y $s$ el paso:
#
# $$\text{out}_{nijf} = b_f + \sum_{u=0}^{KH-1}\;\sum_{v=0}^{KW-1}\;\sum_{c=0}^{C-1}
# x^p_{n,\;is+u,\;js+v,\;c}\;W_{uvcf}$$
#
# Lee los índices despacio. El lugar de salida es $(i, j)$; su ventana **empieza en** $(is, js)$ y mide KH × KW sea cual
# sea el paso. La cantidad de lugares y el relleno ya los escribiste.
#
# ¿Cuántos bucles escribir? Siete letras, hasta siete bucles. Empieza con los que entiendas. Bastan dos sobre los
# lugares $(i, j)$ si numpy hace el resto: `np.tensordot(patch, W, axes=3)` multiplica y suma sobre los tres últimos
# ejes de `patch` y los tres primeros de `W`. La parte 5 trata de la velocidad; aquí solo cuenta el resultado.
#
# **El cache.** Devuelve `(out, cache)`. Lee la sección siguiente antes de decidir qué guardar.


# %% question="conv2d_forward"
def conv2d_forward(x, W, b, stride, pad):
    """
    en: A convolutional layer.
    en: x: (N, H, W, C). W: (KH, KW, C, F). b: (F,). stride, pad: integers.
    en: Returns (out, cache): out has shape (N, OH, OW, F), as output_size says; cache is for conv2d_backward.
    es: Una capa convolucional.
    es: x: (N, H, W, C). W: (KH, KW, C, F). b: (F,). stride, pad: enteros.
    es: Devuelve (out, cache): out tiene forma (N, OH, OW, F), como dice output_size; cache es para conv2d_backward.
    """
    x, W, b = (np.asarray(v, dtype=float) for v in (x, W, b))
    # BEGIN SOLUTION
    height, width = W.shape[:2]
    places = output_size(x.shape[1], height, stride, pad), output_size(x.shape[2], width, stride, pad)
    padded = pad2d(x, pad)
    out = np.zeros((len(x), *places, len(b)))
    for i, j in np.ndindex(places):
        patch = padded[:, i * stride : i * stride + height, j * stride : j * stride + width]
        out[:, i, j] = np.tensordot(patch, W, axes=3) + b
    return out, (x, W, stride, pad)
    # END SOLUTION


# %% [markdown] lang="en"
# ### A filter mixes channels
#
# A filter of 1 × 1 sees a single pixel, but all its channels: it can look for a **colour**. Below, the first filter is
# *red − ½ green − ½ blue*, and after a ReLU only the red shape is left. The second one is Sobel x on the three channels
# at once, with stride 2: the map has half the size. Why is there a line along the left border, where the photo shows
# nothing? (What did `pad2d` put there?)

# %% [markdown] lang="es"
# ### Un filtro mezcla canales
#
# Un filtro de 1 × 1 ve un solo píxel, pero todos sus canales: puede buscar un **color**. Abajo, el primer filtro es
# *rojo − ½ verde − ½ azul*, y después de una ReLU solo queda la figura roja. El segundo es Sobel x sobre los tres
# canales a la vez, con paso 2: el mapa mide la mitad. ¿Por qué hay una línea a lo largo del borde izquierdo, donde la
# foto no muestra nada? (¿Qué puso ahí `pad2d`?)

# %% kind="demo"
rows, columns = np.mgrid[0:48, 0:64]
photo = np.full((1, 48, 64, 3), 0.95)
photo[0, 6:22, 6:22] = [0.9, 0.15, 0.1]
photo[0][(rows - 30) ** 2 + (columns - 34) ** 2 < 100] = [0.1, 0.65, 0.2]
photo[0][(columns > 42) & (columns < 58) & (rows > 6) & (rows < columns - 34)] = [0.1, 0.25, 0.85]
red = np.reshape([1.0, -0.5, -0.5], (1, 1, 3, 1))
sobel = np.reshape([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], (3, 3, 1, 1)) * np.ones((1, 1, 3, 1)) / 3
reddish = np.maximum(conv2d_forward(photo, red, [0.0], 1, 0)[0], 0)[0, :, :, 0]
edges = conv2d_forward(photo, sobel, [0.0], 2, 1)[0][0, :, :, 0]

figure, axes = plt.subplots(1, 3, figsize=(13, 3.6), layout="constrained")
axes[0].imshow(photo[0])
axes[1].imshow(reddish, cmap="gray")
axes[2].imshow(edges, cmap="RdBu", vmin=-2.5, vmax=2.5)
titles = ["48 × 64 pixels, 3 channels", "red − ½ green − ½ blue, ReLU", f"Sobel x, stride 2: {edges.shape}"]  # en
titles = ["48 × 64 píxeles, 3 canales", "rojo − ½ verde − ½ azul, ReLU", f"Sobel x, paso 2: {edges.shape}"]  # es
for ax, title in zip(axes, titles):
    ax.set_title(title)
plt.show()

# %% [markdown] lang="en"
# ### The convolution, backward
#
# The layer will not use Sobel: it will **learn** its kernels. For that it needs the blame of each weight. The question
# is the one of assignment 03: **which outputs did it touch?** And the answer is even simpler here: each output place
# looked at one window, so its blame returns to that window, and nowhere else.
#
# **By hand**, with one row, one channel, one filter, stride 1, pad 0. Powers of ten let you see who sent what:
#
# $$x = (1, 2, 3, 4)\qquad W = (1, 10, 100)\qquad \text{out} = (321,\; 432)\qquad \text{dout} = (5, 7)$$
#
# | | $x_0$ | $x_1$ | $x_2$ | $x_3$ |
# |---|---|---|---|---|
# | place 0 returns 5 · (1, 10, 100) to its window | 5 | 50 | 500 | |
# | place 1 returns 7 · (1, 10, 100) to its window | | 7 | 70 | 700 |
# | **dx**: they add up | **5** | **57** | **570** | **700** |
#
# And each weight touched **every place**: at each one, it multiplied the pixel under it.
#
# - dW = 5 · (1, 2, 3) + 7 · (2, 3, 4) = **(19, 31, 43)**
# - db = 5 + 7 = **12**
#
# **The formulas.** With the padded image $x^p$, and for every sample $n$, place $(i, j)$ and filter $f$:
#
# $$dx^p_{n,\;is+u,\;js+v,\;c} \mathrel{+}= \text{dout}_{nijf}\;W_{uvcf}
# \qquad\quad
# dW_{uvcf} \mathrel{+}= \text{dout}_{nijf}\;x^p_{n,\;is+u,\;js+v,\;c}
# \qquad\quad
# db_f \mathrel{+}= \text{dout}_{nijf}$$
#
# So the backward function is the same walk as the forward function, over the same windows. Three traps:
#
# 1. **`+=`, not `=`.** Windows overlap, and weights are shared. If you assign, only the last one remains.
# 2. **The stride.** The window of place $(i, j)$ starts at $(is, js)$, here too.
# 3. **The frame.** Collect dx in an array with the padded size, and at the end cut the frame off: dx has the shape of
#    x. Before you write the cut, ask Python what `np.arange(5)[1:-1]` is, and then what `np.arange(5)[0:-0]` is. Of 50
#    published solutions of a famous course, all of which pass that course's own check, 30 fail at pad 0.
#
# At stride 1 there is a nice way to see dx: dout, padded, convolved with the kernel **turned by 180°**. The turn that
# we refused in part 2 comes back by itself.

# %% [markdown] lang="es"
# ### La convolución, hacia atrás
#
# La capa no va a usar Sobel: va a **aprender** sus núcleos. Para eso necesita la culpa de cada peso. La pregunta es la
# de la tarea 03: **¿qué salidas tocó?** Y aquí la respuesta es aún más simple: cada lugar de la salida miró una
# ventana, así que su culpa vuelve a esa ventana y a ninguna otra parte.
#
# **A mano**, con una fila, un canal, un filtro, paso 1 y relleno 0. Las potencias de diez dejan ver quién mandó qué:
#
# $$x = (1, 2, 3, 4)\qquad W = (1, 10, 100)\qquad \text{out} = (321,\; 432)\qquad \text{dout} = (5, 7)$$
#
# | | $x_0$ | $x_1$ | $x_2$ | $x_3$ |
# |---|---|---|---|---|
# | el lugar 0 devuelve 5 · (1, 10, 100) a su ventana | 5 | 50 | 500 | |
# | el lugar 1 devuelve 7 · (1, 10, 100) a su ventana | | 7 | 70 | 700 |
# | **dx**: se suman | **5** | **57** | **570** | **700** |
#
# Y cada peso tocó **todos los lugares**: en cada uno multiplicó al píxel que tenía debajo.
#
# - dW = 5 · (1, 2, 3) + 7 · (2, 3, 4) = **(19, 31, 43)**
# - db = 5 + 7 = **12**
#
# **Las fórmulas.** Con la imagen con relleno $x^p$, y para cada muestra $n$, lugar $(i, j)$ y filtro $f$:
#
# $$dx^p_{n,\;is+u,\;js+v,\;c} \mathrel{+}= \text{dout}_{nijf}\;W_{uvcf}
# \qquad\quad
# dW_{uvcf} \mathrel{+}= \text{dout}_{nijf}\;x^p_{n,\;is+u,\;js+v,\;c}
# \qquad\quad
# db_f \mathrel{+}= \text{dout}_{nijf}$$
#
# Es decir, la función hacia atrás hace el mismo recorrido que la función hacia adelante, por las mismas ventanas. Tres
# trampas:
#
# 1. **`+=`, no `=`.** Las ventanas se traslapan y los pesos se comparten. Si asignas, solo queda la última.
# 2. **El paso.** La ventana del lugar $(i, j)$ empieza en $(is, js)$, aquí también.
# 3. **El marco.** Junta dx en un arreglo del tamaño con relleno y, al final, recorta el marco: dx tiene la forma de x.
#    Antes de escribir el recorte, pregúntale a Python cuánto es `np.arange(5)[1:-1]`, y luego cuánto es
#    `np.arange(5)[0:-0]`. De 50 soluciones publicadas de un curso famoso, que pasan todas la prueba de ese curso, 30
#    fallan con relleno 0.
#
# Con paso 1 hay una linda manera de ver dx: es la convolución de dout, con relleno, y el núcleo **girado 180°**. El
# giro que rechazamos en la parte 2 vuelve solo.


# %% question="conv2d_backward"
def conv2d_backward(dout, cache):
    """
    en: Gradients of a convolutional layer.
    en: dout: (N, OH, OW, F). cache: what conv2d_forward returned.
    en: Returns (dx, dW, db), with the shapes of x, W and b.
    es: Gradientes de una capa convolucional.
    es: dout: (N, OH, OW, F). cache: lo que devolvió conv2d_forward.
    es: Devuelve (dx, dW, db), con las formas de x, W y b.
    """
    dout = np.asarray(dout, dtype=float)
    # BEGIN SOLUTION
    x, W, stride, pad = cache
    height, width = W.shape[:2]
    padded = pad2d(x, pad)
    dpadded, dW = np.zeros_like(padded), np.zeros_like(W)
    for i, j in np.ndindex(dout.shape[1:3]):
        window = np.s_[:, i * stride : i * stride + height, j * stride : j * stride + width]
        blame = dout[:, i, j]
        dW += np.tensordot(padded[window], blame, axes=(0, 0))
        dpadded[window] += np.tensordot(blame, W, axes=(1, 3))
    dx = dpadded[:, pad : pad + x.shape[1], pad : pad + x.shape[2]]
    return dx, dW, dout.sum(axis=(0, 1, 2))
    # END SOLUTION


# %% [markdown] lang="en"
# ### The blame stamps the kernel
#
# Here dout is 0 everywhere, except at a few places. Each of them stamps the kernel onto dx, at the window where it had
# looked, times its own blame. Where two stamps overlap they add up. Where a stamp hangs over the border, the frame took
# that part, and you cut it off. The stride is 2: the places of the output are twice as far apart in the input.

# %% [markdown] lang="es"
# ### La culpa estampa el núcleo
#
# Aquí dout vale 0 en todas partes, salvo en unos pocos lugares. Cada uno estampa el núcleo sobre dx, en la ventana que
# había mirado, multiplicado por su propia culpa. Donde dos estampas se traslapan, se suman. Donde una se sale por el
# borde, esa parte cayó en el marco, y tú la recortaste. El paso es 2: los lugares de la salida están el doble de lejos
# en la entrada.

# %% kind="demo"
stamp = np.array([[1, 2, 3, 2, 1], [0, 1, 2, 1, 0], [0, 0, 1, 0, 0], [0, 1, 2, 1, 0], [1, 2, 3, 2, 1]], dtype=float)
out, cache = conv2d_forward(np.zeros((1, 19, 25, 1)), stamp.reshape(5, 5, 1, 1), [0.0], 2, 2)
dout = np.zeros(out.shape)
dout[0, 2, 2], dout[0, 6, 4], dout[0, 6, 5], dout[0, 3, 12] = 1, 1, 1, -1
dx = conv2d_backward(dout, cache)[0]

figure, axes = plt.subplots(1, 3, figsize=(13, 3.8), layout="constrained")
titles = ["the kernel", f"dout: {dout.shape[1]} × {dout.shape[2]}", f"dx: {dx.shape[1]} × {dx.shape[2]}"]  # en
titles = ["el núcleo", f"dout: {dout.shape[1]} × {dout.shape[2]}", f"dx: {dx.shape[1]} × {dx.shape[2]}"]  # es
for ax, view, title in zip(axes, (stamp, dout[0, :, :, 0], dx[0, :, :, 0]), titles):
    ax.imshow(view, cmap="RdBu", vmin=-np.abs(view).max(), vmax=np.abs(view).max())
    ax.set_title(title)
plt.show()

# %% [markdown] lang="en"
# ## Part 4. Forget the exact place: max pooling
#
# A feature map says where each thing is, to the pixel. That is too exact: a 3 is still a 3 if its top moves by one
# pixel. *Max pooling* looks through a window again, but it does not multiply anything. It keeps **the largest number**:
# "the thing is somewhere around here, this strongly". The maps become smaller, and the network, less nervous.
#
# It has no weights, it works on each channel by itself, and here it has no padding.
#
# ### Forward
#
# **By hand.** Windows of 2 × 2, in one channel. On the left with stride 2, on the right with stride 1:
#
# $$\begin{pmatrix} 1 & 5 & -2 & -4 \\ 4 & 3 & -3 & -1 \end{pmatrix}
# \;\xrightarrow{\;\text{stride 2}\;}\; \begin{pmatrix} 5 & -1 \end{pmatrix}
# \qquad\qquad
# \begin{pmatrix} 1 & 5 & 2 \\ 4 & 3 & 0 \\ 7 & 6 & 8 \end{pmatrix}
# \;\xrightarrow{\;\text{stride 1}\;}\; \begin{pmatrix} 5 & 5 \\ 7 & 8 \end{pmatrix}$$
#
# Look at the −1: if all the numbers are negative, the largest is negative too. A 0 is nowhere in that window.
#
# **The formula**, with size $k$ (the windows are square) and stride $s$:
#
# $$\text{out}_{nijc} = \max_{0 \le u, v < k}\; x_{n,\;is+u,\;js+v,\;c}$$
#
# The number of places is the one of `output_size`, with pad 0. If the last rows are too few for a window, no window
# looks at them. If the stride is smaller than the size, windows overlap: AlexNet pools 3 × 3 with stride 2.

# %% [markdown] lang="es"
# ## Parte 4. Olvidar el lugar exacto: agrupación máxima
#
# Un mapa de características dice dónde está cada cosa, con precisión de un píxel. Es demasiado exacto: un 3 sigue
# siendo un 3 si su parte de arriba se corre un píxel. La agrupación máxima (*max pooling*) vuelve a mirar por una
# ventana, pero no multiplica nada. Se queda con **el número más grande**: «la cosa está por aquí, con esta fuerza». Los
# mapas se achican, y la red se vuelve menos nerviosa.
#
# No tiene pesos, trabaja en cada canal por separado y aquí no lleva relleno.
#
# ### Hacia adelante
#
# **A mano.** Ventanas de 2 × 2, en un canal. A la izquierda con paso 2, a la derecha con paso 1:
#
# $$\begin{pmatrix} 1 & 5 & -2 & -4 \\ 4 & 3 & -3 & -1 \end{pmatrix}
# \;\xrightarrow{\;\text{paso 2}\;}\; \begin{pmatrix} 5 & -1 \end{pmatrix}
# \qquad\qquad
# \begin{pmatrix} 1 & 5 & 2 \\ 4 & 3 & 0 \\ 7 & 6 & 8 \end{pmatrix}
# \;\xrightarrow{\;\text{paso 1}\;}\; \begin{pmatrix} 5 & 5 \\ 7 & 8 \end{pmatrix}$$
#
# Mira el −1: si todos los números son negativos, el más grande también lo es. En esa ventana no hay ningún 0.
#
# **La fórmula**, con tamaño $k$ (las ventanas son cuadradas) y paso $s$:
#
# $$\text{out}_{nijc} = \max_{0 \le u, v < k}\; x_{n,\;is+u,\;js+v,\;c}$$
#
# La cantidad de lugares es la de `output_size`, con relleno 0. Si las últimas filas no alcanzan para una ventana,
# ninguna ventana las mira. Si el paso es menor que el tamaño, las ventanas se traslapan: AlexNet agrupa 3 × 3 con
# paso 2.


# %% question="max_pool_forward"
def max_pool_forward(x, size, stride):
    """
    en: Max pooling, each channel by itself, without padding.
    en: x: (N, H, W, C). size: side of the square window. stride: an integer.
    en: Returns (out, cache): out has shape (N, OH, OW, C); cache is for max_pool_backward.
    es: Agrupación máxima, cada canal por separado, sin relleno.
    es: x: (N, H, W, C). size: lado de la ventana cuadrada. stride: un entero.
    es: Devuelve (out, cache): out tiene forma (N, OH, OW, C); cache es para max_pool_backward.
    """
    x = np.asarray(x, dtype=float)
    # BEGIN SOLUTION
    samples, height, width, channels = x.shape
    out = np.zeros((samples, output_size(height, size, stride, 0), output_size(width, size, stride, 0), channels))
    for i, j in np.ndindex(out.shape[1:3]):
        patch = x[:, i * stride : i * stride + size, j * stride : j * stride + size]
        out[:, i, j] = patch.max(axis=(1, 2))
    return out, (x, size, stride)
    # END SOLUTION


# %% [markdown] lang="en"
# ### What pooling forgets
#
# First row: the vertical strokes of a digit (Sobel x and ReLU), pooled once, pooled twice. Second row: the same digit,
# moved one pixel to the right. The number is the difference between the two rows, relative to the size of the map. Each
# pooling makes it smaller.

# %% [markdown] lang="es"
# ### Lo que la agrupación olvida
#
# Primera fila: los trazos verticales de un dígito (Sobel x y ReLU), agrupados una vez y dos veces. Segunda fila: el
# mismo dígito, movido un píxel a la derecha. El número es la diferencia entre las dos filas, relativa al tamaño del
# mapa. Cada agrupación la reduce.

# %% kind="demo"
pair = mnist["images"][[6, 6]].reshape(2, 28, 28, 1) / 255
pair[1] = np.roll(pair[1], 1, axis=1)
sobel = np.reshape([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], (3, 3, 1, 1))
maps = [np.maximum(conv2d_forward(pair, sobel, [0.0], 1, 1)[0], 0)]
for _ in range(2):
    maps.append(max_pool_forward(maps[-1], 2, 2)[0])

figure, axes = plt.subplots(2, 3, figsize=(9, 6), layout="constrained")
for column, views in enumerate(maps):
    change = np.linalg.norm(views[0] - views[1]) / np.linalg.norm(views[0])
    for row in range(2):
        axes[row, column].imshow(views[row, :, :, 0], cmap="gray_r", vmin=0, vmax=4)
        axes[row, column].axis("off")
    axes[0, column].set_title(f"{views.shape[1]} × {views.shape[2]}")
    axes[1, column].set_title(f"moved: it changes {change:.0%}")  # en
    axes[1, column].set_title(f"movido: cambia un {change:.0%}")  # es
plt.show()

# %% [markdown] lang="en"
# ### Backward
#
# **Which input did the output depend on?** Only the winner of its window. Move the winner a little, and the output
# moves by the same. Move a loser a little, and nothing happens. So each place gives its whole blame to its winner.
#
# **By hand**, with the second example. The windows overlap, and the 5 won twice:
#
# $$x = \begin{pmatrix} 1 & \mathbf{5} & 2 \\ 4 & 3 & 0 \\ \mathbf{7} & 6 & \mathbf{8} \end{pmatrix}
# \qquad
# \text{dout} = \begin{pmatrix} 10 & 20 \\ 30 & 40 \end{pmatrix}
# \qquad
# dx = \begin{pmatrix} 0 & 10 + 20 & 0 \\ 0 & 0 & 0 \\ 30 & 0 & 40 \end{pmatrix}$$
#
# It adds up, as always when blames meet.
#
# **And if two are tied?** It is not a rare case: after a ReLU whole windows are 0, a four-way tie. Take the window
# (7, 7; 7, 7) with blame 12. There are two right answers:
#
# - all to one of them: (12, 0; 0, 0), or the 12 at any other of the four;
# - split equally: (3, 3; 3, 3).
#
# **Wrong is a copy for each one**, (12, 12; 12, 12). Here is why: raise the four 7s together by 0.01. The maximum rises
# by 0.01, so the loss changes by 12 · 0.01. The copies promise 48 · 0.01, four times too much. In every right answer
# **the blame that enters a window is the blame that leaves it**. Only exact ties count: 7 and 6.999999 are not tied.
#
# **The formula.** With $(u^*, v^*)$ the winner of the window of place $(i, j)$ in channel $c$ of sample $n$:
#
# $$dx_{n,\;is+u^*,\;js+v^*,\;c} \mathrel{+}= \text{dout}_{nijc}$$
#
# A pixel that no window looked at has gradient 0, and dx has the shape of x all the same.

# %% [markdown] lang="es"
# ### Hacia atrás
#
# **¿De qué entrada dependió la salida?** Solo de la ganadora de su ventana. Mueve un poco a la ganadora, y la salida se
# mueve lo mismo. Mueve un poco a una perdedora, y no pasa nada. Por eso cada lugar le da toda su culpa a su ganadora.
#
# **A mano**, con el segundo ejemplo. Las ventanas se traslapan, y el 5 ganó dos veces:
#
# $$x = \begin{pmatrix} 1 & \mathbf{5} & 2 \\ 4 & 3 & 0 \\ \mathbf{7} & 6 & \mathbf{8} \end{pmatrix}
# \qquad
# \text{dout} = \begin{pmatrix} 10 & 20 \\ 30 & 40 \end{pmatrix}
# \qquad
# dx = \begin{pmatrix} 0 & 10 + 20 & 0 \\ 0 & 0 & 0 \\ 30 & 0 & 40 \end{pmatrix}$$
#
# Se suma, como siempre que se encuentran dos culpas.
#
# **¿Y si hay empate?** No es un caso raro: después de una ReLU hay ventanas enteras en 0, un empate de cuatro. Toma la
# ventana (7, 7; 7, 7) con culpa 12. Hay dos respuestas correctas:
#
# - toda a una de ellas: (12, 0; 0, 0), o el 12 en cualquier otra de las cuatro;
# - repartida por igual: (3, 3; 3, 3).
#
# **Lo incorrecto es darle una copia a cada una**, (12, 12; 12, 12). Por esto: sube los cuatro 7 juntos en 0.01. El
# máximo sube 0.01, así que la pérdida cambia 12 · 0.01. Las copias prometen 48 · 0.01, cuatro veces de más. En toda
# respuesta correcta **la culpa que entra a una ventana es la culpa que sale de ella**. Solo cuentan los empates
# exactos: 7 y 6.999999 no empatan.
#
# **La fórmula.** Con $(u^*, v^*)$ la ganadora de la ventana del lugar $(i, j)$ en el canal $c$ de la muestra $n$:
#
# $$dx_{n,\;is+u^*,\;js+v^*,\;c} \mathrel{+}= \text{dout}_{nijc}$$
#
# Un píxel que ninguna ventana miró tiene gradiente 0, y dx tiene de todos modos la forma de x.


# %% question="max_pool_backward"
def max_pool_backward(dout, cache):
    """
    en: Gradient of max pooling. A tie is given to one of the tied, or split equally among them.
    en: dout: (N, OH, OW, C). cache: what max_pool_forward returned. Returns dx, with the shape of x.
    es: Gradiente de la agrupación máxima. Un empate va a uno de los empatados, o se reparte por igual entre ellos.
    es: dout: (N, OH, OW, C). cache: lo que devolvió max_pool_forward. Devuelve dx, con la forma de x.
    """
    dout = np.asarray(dout, dtype=float)
    # BEGIN SOLUTION
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        window = np.s_[:, i * stride : i * stride + size, j * stride : j * stride + size]
        winners = x[window] == x[window].max(axis=(1, 2), keepdims=True)
        shares = winners / winners.sum(axis=(1, 2), keepdims=True)
        dx[window] += shares * dout[:, i : i + 1, j : j + 1]
    return dx
    # END SOLUTION


# %% [markdown] lang="en"
# ## Part 5. Why is Keras so much faster?
#
# Your `conv2d_forward` is right, and slow. Not because of the multiplications: a modern processor does billions per
# second. It is slow because **each line of Python costs as much as hundreds or thousands of multiplications**, and a
# loop executes the same lines again and again. The remedy is to say everything in a few lines and let numpy loop
# inside, in C. For a convolution there is an old trick with an ugly name, *im2col*: **turn the convolution into one
# matrix product.**
#
# **By hand.** The image of part 3 had two places. Write the window of each place as one row, and the filter as one
# column, both in the same order (row of the window, column of the window, channel):
#
# $$\begin{array}{c} \text{left place} \\ \text{right place} \end{array}\;
# \begin{pmatrix} 1 & 1 & 2 & 0 & 0 & 2 & 1 & 1 \\ 2 & 0 & 0 & 1 & 1 & 1 & 3 & 0 \end{pmatrix}
# \begin{pmatrix} 1 \\ 0 \\ 0 \\ 1 \\ 0 \\ 1 \\ 1 \\ 0 \end{pmatrix} + 10
# = \begin{pmatrix} 1 + 0 + 2 + 1 + 10 \\ 2 + 1 + 1 + 3 + 10 \end{pmatrix} = \begin{pmatrix} 14 \\ 17 \end{pmatrix}$$
#
# F filters are F columns. A batch has more rows. It is always **one** product:
#
# $$\underbrace{\text{patches}}_{(N \cdot OH \cdot OW,\;\; KH \cdot KW \cdot C)}\;\;
# \underbrace{\text{filters}}_{(KH \cdot KW \cdot C,\;\; F)} + b$$
#
# The patches repeat each pixel many times: we pay with memory to win time.
#
# **Two roads.** Both are welcome, and so is any other:
#
# - **The windows without loops.** `np.lib.stride_tricks.sliding_window_view(a, (KH, KW), axis=(1, 2))` gives all the
#   windows of `a` at once, at stride 1, and copies nothing. If `a` is `(N, H, W, C)`, the answer is `(N, H - KH + 1, W
#   - KW + 1, C, KH, KW)`: look where the channels ended up. Keep one place of every `stride`, put the axes in the order
#   of the kernels, reshape, multiply.
# - **A loop over the kernel.** A kernel of 3 × 3 has only nine positions $(u, v)$. For each one, take the pixels that
#   it multiplies *in all the windows of all the images at once* (a slice that jumps by `stride`), multiply them by the
#   matrix $W_{uv}$, of shape $(C, F)$, and add up. Nine turns, for one image or for a thousand.
#
# **How it is graded.** The result must be the one of the layer, and the computation must be *vectorized*. No clock is
# used, for a clock depends on the machine: the tests **count how many lines of your Python are executed**. That number
# must not grow with the batch, the height or the width. (It may grow with the kernel and the number of filters.) The
# lines of `pad2d` and `output_size` are left out of the count, however you wrote them. Those of any other function that
# you call are counted: `conv2d_forward` does not help.

# %% [markdown] lang="es"
# ## Parte 5. ¿Por qué Keras es tanto más rápido?
#
# Tu `conv2d_forward` está bien, y es lenta. No por las multiplicaciones: un procesador moderno hace miles de millones
# por segundo. Es lenta porque **cada línea de Python cuesta lo que cientos o miles de multiplicaciones**, y un
# bucle ejecuta las mismas líneas una y otra vez. El remedio es decirlo todo en pocas líneas y dejar que numpy dé las
# vueltas por dentro, en C. Para la convolución hay un truco antiguo de nombre feo, *im2col*: **convertirla en un solo
# producto de matrices.**
#
# **A mano.** La imagen de la parte 3 tenía dos lugares. Escribe la ventana de cada lugar como una fila y el filtro como
# una columna, ambos en el mismo orden (fila de la ventana, columna de la ventana, canal):
#
# $$\begin{array}{c} \text{lugar izquierdo} \\ \text{lugar derecho} \end{array}\;
# \begin{pmatrix} 1 & 1 & 2 & 0 & 0 & 2 & 1 & 1 \\ 2 & 0 & 0 & 1 & 1 & 1 & 3 & 0 \end{pmatrix}
# \begin{pmatrix} 1 \\ 0 \\ 0 \\ 1 \\ 0 \\ 1 \\ 1 \\ 0 \end{pmatrix} + 10
# = \begin{pmatrix} 1 + 0 + 2 + 1 + 10 \\ 2 + 1 + 1 + 3 + 10 \end{pmatrix} = \begin{pmatrix} 14 \\ 17 \end{pmatrix}$$
#
# F filtros son F columnas. Un lote tiene más filas. Siempre es **un** producto:
#
# $$\underbrace{\text{parches}}_{(N \cdot OH \cdot OW,\;\; KH \cdot KW \cdot C)}\;\;
# \underbrace{\text{filtros}}_{(KH \cdot KW \cdot C,\;\; F)} + b$$
#
# Los parches repiten muchas veces cada píxel: pagamos con memoria para ganar tiempo.
#
# **Dos caminos.** Los dos son bienvenidos, y cualquier otro también:
#
# - **Las ventanas sin bucles.** `np.lib.stride_tricks.sliding_window_view(a, (KH, KW), axis=(1, 2))` da todas las
#   ventanas de `a` de una vez, con paso 1, y no copia nada. Si `a` es `(N, H, W, C)`, la respuesta es `(N, H - KH + 1,
#   W - KW + 1, C, KH, KW)`: fíjate dónde quedaron los canales. Quédate con un lugar de cada `stride`, pon los ejes en
#   el orden de los núcleos, cambia la forma (*reshape*) y multiplica.
# - **Un bucle sobre el núcleo.** Un núcleo de 3 × 3 tiene solo nueve posiciones $(u, v)$. Para cada una, toma los
#   píxeles que ella multiplica *en todas las ventanas de todas las imágenes a la vez* (un corte que salta de `stride`
#   en `stride`), multiplícalos por la matriz $W_{uv}$, de forma $(C, F)$, y suma. Nueve vueltas, para una imagen o para
#   mil.
#
# **Cómo se califica.** El resultado debe ser el de la capa, y el cálculo debe estar *vectorizado*. No se usa un reloj,
# porque un reloj depende de la máquina: las pruebas **cuentan cuántas líneas de tu Python se ejecutan**. Ese número no
# debe crecer con el lote, el alto ni el ancho. (Puede crecer con el núcleo y con la cantidad de filtros). Las líneas de
# `pad2d` y de `output_size` quedan fuera de la cuenta, las hayas escrito como las hayas escrito. Las de cualquier otra
# función que llames sí se cuentan: `conv2d_forward` no ayuda.


# %% question="conv2d_fast"
def conv2d_fast(x, W, b, stride, pad):
    """
    en: The output of conv2d_forward, without Python loops over images or places.
    en: x: (N, H, W, C). W: (KH, KW, C, F). b: (F,). stride, pad: integers. Returns out, (N, OH, OW, F), and no cache.
    es: La salida de conv2d_forward, sin bucles de Python sobre imágenes ni lugares.
    es: x: (N, H, W, C). W: (KH, KW, C, F). b: (F,). stride, pad: enteros. Devuelve out, (N, OH, OW, F), y ningún cache.
    """
    x, W, b = (np.asarray(v, dtype=float) for v in (x, W, b))
    # BEGIN SOLUTION
    windows = np.lib.stride_tricks.sliding_window_view(pad2d(x, pad), W.shape[:2], axis=(1, 2))
    windows = windows[:, ::stride, ::stride].transpose(0, 1, 2, 4, 5, 3)
    patches = windows.reshape(-1, W[..., 0].size)
    return (patches @ W.reshape(-1, len(b))).reshape(*windows.shape[:3], len(b)) + b
    # END SOLUTION


# %% kind="demo"
import time

rng = np.random.default_rng(0)
kernels, biases = rng.normal(size=(3, 3, 1, 8)), np.zeros(8)
batch = mnist["images"][:8].reshape(8, 28, 28, 1) / 255
seconds = []
for function in (conv2d_forward, conv2d_fast):
    function(batch[:1], kernels, biases, 1, 0)
    start = time.perf_counter()
    function(batch, kernels, biases, 1, 0)
    seconds.append(time.perf_counter() - start)

plt.figure(figsize=(8, 2.4), layout="constrained")
plt.barh([f.__name__ for f in (conv2d_forward, conv2d_fast)], [1000 * s for s in seconds], color=["C3", "C0"])
plt.gca().invert_yaxis()
plt.xlabel("milliseconds for 8 digits and 8 filters")  # en
plt.xlabel("milisegundos para 8 dígitos y 8 filtros")  # es
plt.title(f"{seconds[0] / seconds[1]:.0f} times faster")  # en
plt.title(f"{seconds[0] / seconds[1]:.0f} veces más rápida")  # es
plt.show()

# %% [markdown] lang="en"
# ## Part 6. The whole network
#
# ### How many numbers does a layer learn?
#
# **By hand.** The class's network begins with 32 filters of 3 × 3 on a grey image. One filter has 3 · 3 · 1 = 9 weights
# and one bias: 10 numbers. The layer has 32 of them: **320**. On a colour image, a filter would have 3 · 3 · 3 = 27
# weights and one bias, and the layer, 32 · 28 = 896.
#
# **The formula**, for a square kernel of side $k$, with $C$ channels in and $F$ filters:
#
# $$\text{parameters} = k^2\,C\,F + F$$
#
# What is *not* in the formula? The size of the image. The same 320 numbers serve for 28 × 28 pixels and for a
# photograph. A dense layer from the 784 pixels to the same 26 · 26 · 32 = 21,632 outputs would need 784 · 21,632 +
# 21,632 = **16,981,120**.

# %% [markdown] lang="es"
# ## Parte 6. La red completa
#
# ### ¿Cuántos números aprende una capa?
#
# **A mano.** La red de la clase empieza con 32 filtros de 3 × 3 sobre una imagen gris. Un filtro tiene 3 · 3 · 1 = 9
# pesos y un sesgo: 10 números. La capa tiene 32 filtros: **320**. Sobre una imagen a color, un filtro tendría 3 · 3 ·
# 3 = 27 pesos y un sesgo, y la capa, 32 · 28 = 896.
#
# **La fórmula**, para un núcleo cuadrado de lado $k$, con $C$ canales de entrada y $F$ filtros:
#
# $$\text{parámetros} = k^2\,C\,F + F$$
#
# ¿Qué *no* está en la fórmula? El tamaño de la imagen. Los mismos 320 números sirven para 28 × 28 píxeles y para una
# foto. Una capa densa desde los 784 píxeles hasta las mismas 26 · 26 · 32 = 21,632 salidas necesitaría 784 · 21,632 +
# 21,632 = **16,981,120**.


# %% question="count_parameters"
def count_parameters(kernel, channels, filters):
    """
    en: How many numbers a convolutional layer learns, biases included.
    en: kernel: side of the square kernel. channels: channels that come in. filters: channels that go out.
    en: Returns an int.
    es: Cuántos números aprende una capa convolucional, sesgos incluidos.
    es: kernel: lado del núcleo cuadrado. channels: canales que entran. filters: canales que salen.
    es: Devuelve un int.
    """
    # BEGIN SOLUTION
    return kernel * kernel * channels * filters + filters
    # END SOLUTION


# %% [markdown] lang="en"
# ### The class's network, in Keras
#
# You have written what each of these layers does. Now let Keras put them together:
#
# | layer | what it does | output | parameters |
# |---|---|---|---|
# | input | a grey image | 28 × 28 × 1 | |
# | `Conv2D`, 32 filters of 3 × 3, ReLU | 32 maps; no padding, stride 1 | 26 × 26 × 32 | 320 |
# | `MaxPooling2D`, 2 × 2 | forgets the exact place | 13 × 13 × 32 | 0 |
# | `Flatten` | from maps to one list of numbers | 5,408 | 0 |
# | `Dense`, 128 units, ReLU | combines what was found, wherever it was | 128 | 692,352 |
# | `Dense`, 10 units, softmax | one probability per digit | 10 | 1,290 |
# | **total** | | | **693,962** |
#
# Check three numbers with your own functions: `output_size(28, 3, 1, 0)`, `output_size(26, 2, 2, 0)` and
# `count_parameters(3, 1, 32)`. The convolution learns 320 of the 693,962 numbers; almost all the others are in the
# first dense layer. That is why later networks shrink the maps a lot more before they flatten them.
#
# `build_cnn()` returns the model, **new and untrained**. Do not compile it here: `train_cnn` does that.

# %% [markdown] lang="es"
# ### La red de la clase, en Keras
#
# Ya escribiste lo que hace cada una de estas capas. Ahora deja que Keras las junte:
#
# | capa | qué hace | salida | parámetros |
# |---|---|---|---|
# | entrada | una imagen gris | 28 × 28 × 1 | |
# | `Conv2D`, 32 filtros de 3 × 3, ReLU | 32 mapas; sin relleno, paso 1 | 26 × 26 × 32 | 320 |
# | `MaxPooling2D`, 2 × 2 | olvida el lugar exacto | 13 × 13 × 32 | 0 |
# | `Flatten` | de mapas a una lista de números | 5,408 | 0 |
# | `Dense`, 128 unidades, ReLU | combina lo encontrado, esté donde esté | 128 | 692,352 |
# | `Dense`, 10 unidades, softmax | una probabilidad por dígito | 10 | 1,290 |
# | **total** | | | **693,962** |
#
# Comprueba tres números con tus propias funciones: `output_size(28, 3, 1, 0)`, `output_size(26, 2, 2, 0)` y
# `count_parameters(3, 1, 32)`. La convolución aprende 320 de los 693,962 números; casi todos los demás están en la
# primera capa densa. Por eso las redes posteriores achican mucho más los mapas antes de aplanarlos.
#
# `build_cnn()` devuelve el modelo, **nuevo y sin entrenar**. No lo compiles aquí: de eso se encarga `train_cnn`.

# %% kind="setup"
import keras


# %% question="build_cnn" uses="keras"
def build_cnn():
    """
    en: The class's convolutional network, new, untrained and not compiled.
    en: Input: images (28, 28, 1). Output: 10 probabilities. Returns a Keras model.
    es: La red convolucional de la clase, nueva, sin entrenar y sin compilar.
    es: Entrada: imágenes (28, 28, 1). Salida: 10 probabilidades. Devuelve un modelo de Keras.
    """
    # BEGIN SOLUTION
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(32, 3, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    # END SOLUTION


# %% [markdown] lang="en"
# ### Train it
#
# `train_cnn(model, X, y)` receives a model that was not compiled. It must **compile it, train it on X and y, and return
# it** (the model, not what `fit` returns).
#
# - `X` is `(N, 28, 28, 1)`, with numbers **from 0 to 1 already**. Do not divide by 255 again: the model will be asked
#   about images on the same scale.
# - `y` is `(N,)`, integers from 0 to 9, one per image. Of Keras's two cross-entropies, choose the one that takes
#   integers.
# - The samples may come in any order, even sorted by digit, and **all of them must be used** for training. Think twice
#   before you use `validation_split`: Keras sets aside the *last* samples, before it shuffles. If X is sorted, which
#   digits would the network never see?
#
# **How it is graded.** By accuracy on digits that you have never seen. Trained on 1,500 images, your network must read
# at least **85 %** of the new ones. With Adam and about five epochs, this network reads about 91 %. Each test must end
# within a minute on one core: 10 epochs are plenty. Use `verbose=0` in `fit`, so as not to fill the screen.

# %% [markdown] lang="es"
# ### Entrénala
#
# `train_cnn(model, X, y)` recibe un modelo sin compilar. Debe **compilarlo, entrenarlo con X e y, y devolverlo** (el
# modelo, no lo que devuelve `fit`).
#
# - `X` es `(N, 28, 28, 1)`, con números que **ya van de 0 a 1**. No vuelvas a dividir entre 255: al modelo se le
#   preguntará por imágenes en esa misma escala.
# - `y` es `(N,)`, enteros de 0 a 9, uno por imagen. De las dos entropías cruzadas de Keras, elige la que recibe
#   enteros.
# - Las muestras pueden venir en cualquier orden, incluso ordenadas por dígito, y **hay que entrenar con todas**.
#   Piénsalo dos veces antes de usar `validation_split`: Keras aparta las *últimas* muestras, antes de mezclar. Si X
#   está ordenado, ¿qué dígitos no vería nunca la red?
#
# **Cómo se califica.** Por la exactitud en dígitos que nunca has visto. Entrenada con 1,500 imágenes, tu red debe leer
# al menos el **85 %** de las nuevas. Con Adam y unas cinco épocas, esta red lee cerca del 91 %. Cada prueba debe
# terminar en menos de un minuto en un solo núcleo de procesador: 10 épocas son más que suficientes. Usa `verbose=0` en
# `fit` para no llenar la pantalla.


# %% question="train_cnn" uses="keras"
def train_cnn(model, X, y):
    """
    en: Compile a model, train it, and return it.
    en: X: (N, 28, 28, 1), from 0 to 1. y: (N,), integers from 0 to 9.
    es: Compila un modelo, lo entrena y lo devuelve.
    es: X: (N, 28, 28, 1), de 0 a 1. y: (N,), enteros de 0 a 9.
    """
    X, y = np.asarray(X, dtype="float32"), np.asarray(y)
    # BEGIN SOLUTION
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(X, y, batch_size=32, epochs=5, verbose=0)
    return model
    # END SOLUTION


# %% [markdown] lang="en"
# ### See what it learned
#
# Nobody told this network about Sobel. We train it on 3,500 of your digits (it takes some seconds) and ask it about the
# 500 that are left. The cell draws the ones it got wrong: how many could you read?

# %% [markdown] lang="es"
# ### Mira lo que aprendió
#
# A esta red nadie le habló de Sobel. La entrenamos con 3,500 de tus dígitos (tarda unos segundos) y le preguntamos por
# los 500 que quedan. La celda dibuja los que leyó mal: ¿cuántos podrías leer tú?

# %% kind="demo"
X, y = mnist["images"].reshape(-1, 28, 28, 1) / 255, mnist["labels"]
model = train_cnn(build_cnn(), X[:3500], y[:3500])
guesses = model.predict(X[3500:], verbose=0).argmax(axis=1)
wrong = np.flatnonzero(guesses != y[3500:])

figure, axes = plt.subplots(2, 8, figsize=(12, 3.8), layout="constrained")
for ax in axes.flat:
    ax.axis("off")
for ax, which in zip(axes.flat, wrong):
    ax.imshow(X[3500 + which, :, :, 0], cmap="gray_r")
    ax.set_title(f"{y[3500 + which]} → {guesses[which]}")
figure.suptitle(f"It read {1 - len(wrong) / 500:.1%} of 500 new digits. Mistakes: truth → answer")  # en
figure.suptitle(f"Leyó el {1 - len(wrong) / 500:.1%} de 500 dígitos nuevos. Errores: verdad → respuesta")  # es
plt.show()

# %% [markdown] lang="en"
# ### The 32 kernels, and what they see
#
# Left: the 32 kernels of 3 × 3 that the network found by itself, blue positive and red negative. Look for some that are
# of one colour on one side and of the other colour on the opposite side: those are edge detectors, relatives of Sobel,
# in several directions.
#
# Right: the 32 feature maps of one digit, after the ReLU. They are computed with **your** `conv2d_fast`, from Keras's
# weights. Each map keeps something else of the digit: left edges, right edges, tops, the inside of the stroke, the
# background.

# %% [markdown] lang="es"
# ### Los 32 núcleos, y lo que ven
#
# A la izquierda: los 32 núcleos de 3 × 3 que la red encontró sola, azul positivo y rojo negativo. Busca algunos que
# sean de un color en un lado y del otro color en el lado opuesto: esos son detectores de bordes, parientes de Sobel, en
# varias direcciones.
#
# A la derecha: los 32 mapas de características de un dígito, después de la ReLU. Están calculados con **tu**
# `conv2d_fast`, a partir de los pesos de Keras. Cada mapa conserva otra cosa del dígito: bordes izquierdos, bordes
# derechos, partes de arriba, el interior del trazo, el fondo.

# %% kind="demo"
kernels, biases = (np.array(w, dtype=float) for w in model.layers[0].get_weights())
maps = np.maximum(conv2d_fast(X[7:8], kernels, biases, 1, 0), 0)[0]
limit = np.abs(kernels).max()

figure = plt.figure(figsize=(10, 8.6), layout="constrained")
left, right = figure.subfigures(1, 2)
left.suptitle("kernels")  # en
left.suptitle("núcleos")  # es
right.suptitle("feature maps")  # en
right.suptitle("mapas de características")  # es
for f, ax in enumerate(left.subplots(8, 4).flat):
    ax.imshow(kernels[:, :, 0, f], cmap="RdBu", vmin=-limit, vmax=limit)
    ax.axis("off")
for f, ax in enumerate(right.subplots(8, 4).flat):
    ax.imshow(maps[:, :, f], cmap="gray", vmin=0, vmax=maps.max())
    ax.axis("off")
plt.show()

# %% [markdown] lang="en"
# ### You wrote a convolutional network
#
# The last cell takes all the weights out of Keras and reads 500 digits with numpy alone: your convolution, a ReLU, your
# pooling, and two dense layers. Compare the probabilities. Keras computes in float32, with 7 digits, so they agree to
# about six.

# %% [markdown] lang="es"
# ### Escribiste una red convolucional
#
# La última celda saca todos los pesos de Keras y lee 500 dígitos solo con numpy: tu convolución, una ReLU, tu
# agrupación y dos capas densas. Compara las probabilidades. Keras calcula en float32, con 7 cifras, así que coinciden
# en unas seis.

# %% kind="demo"
W1, b1, W2, b2, W3, b3 = (np.array(w, dtype=float) for w in model.get_weights())
found = np.maximum(conv2d_fast(X[3500:], W1, b1, 1, 0), 0)
pooled = max_pool_forward(found, 2, 2)[0]
hidden = np.maximum(pooled.reshape(500, -1) @ W2 + b2, 0)
scores = hidden @ W3 + b3
mine = np.exp(scores - scores.max(axis=1, keepdims=True))
mine /= mine.sum(axis=1, keepdims=True)
keras_says = model.predict(X[3500:], verbose=0)
print(f"accuracy of your network: {(mine.argmax(axis=1) == y[3500:]).mean():.1%}")  # en
print(f"exactitud de tu red: {(mine.argmax(axis=1) == y[3500:]).mean():.1%}")  # es
print(f"largest difference with Keras in a probability: {np.abs(mine - keras_says).max():.1e}")  # en
print(f"mayor diferencia con Keras en una probabilidad: {np.abs(mine - keras_says).max():.1e}")  # es

# %% [markdown] lang="en"
# ## What you now know
#
# - A **window** of size k on n pixels, with stride s and pad p, fits in ⌊(n + 2p − k) / s⌋ + 1 places.
# - A **kernel** gives a large number where the window looks like it. The same weights serve at every place: few
#   parameters, and what is learned in one place works in all.
# - A **filter** adds up all the channels and draws one **feature map**. A layer is F filters, k²CF + F numbers,
#   whatever the size of the image.
# - **Backward** is the same walk: each place returns its blame to the window it looked at. Where blames meet, they add
#   up.
# - **Max pooling** keeps the strongest and forgets where it was. Its blame goes to the winner, and never grows on the
#   way.
# - **im2col**: a convolution is a matrix product. That is the reason it is fast.
# - Gradients need tests at pad 0, stride 2, overlap and ties. That is where the published solutions fail.
#
# **Where you will use it.** In assignment 07 you build AlexNet: 11 × 11 kernels with stride 4, overlapping 3 × 3
# pooling, and 62 million parameters that you will count layer by layer, with `output_size` and `count_parameters`. Five
# convolutions instead of one, and not a single new idea in how they work.

# %% [markdown] lang="es"
# ## Lo que ya sabes
#
# - Una **ventana** de tamaño k sobre n píxeles, con paso s y relleno p, cabe en ⌊(n + 2p − k) / s⌋ + 1 lugares.
# - Un **núcleo** da un número grande donde la ventana se le parece. Los mismos pesos sirven en todos los lugares: pocos
#   parámetros, y lo aprendido en un lugar vale en todos.
# - Un **filtro** suma todos los canales y dibuja un **mapa de características**. Una capa son F filtros, k²CF + F
#   números, sea cual sea el tamaño de la imagen.
# - **Hacia atrás** es el mismo recorrido: cada lugar le devuelve su culpa a la ventana que miró. Donde se encuentran
#   culpas, se suman.
# - La **agrupación máxima** se queda con lo más fuerte y olvida dónde estaba. Su culpa va a la ganadora, y nunca crece
#   en el camino.
# - **im2col**: una convolución es un producto de matrices. Por eso es rápida.
# - Los gradientes se prueban con relleno 0, paso 2, traslape y empates. Ahí es donde fallan las soluciones publicadas.
#
# **Dónde lo vas a usar.** En la tarea 07 construyes AlexNet: núcleos de 11 × 11 con paso 4, agrupación de 3 × 3 con
# traslape y 62 millones de parámetros que vas a contar capa por capa, con `output_size` y `count_parameters`. Cinco
# convoluciones en lugar de una, y ni una sola idea nueva en su funcionamiento.
