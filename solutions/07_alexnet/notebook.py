# %% [markdown] lang="en"
# # AlexNet: the network that changed everything
#
# In October 2012 a network with eight layers won the largest image contest in the world, and won it by so much that
# within two years nobody in the field worked as before. Its main author was a doctoral student, Alex Krizhevsky, and it
# was trained at his home, on two graphics cards made for video games.
#
# You already own all its parts: convolution, pooling, ReLU, dropout, softmax, backpropagation. In this assignment you
# put them together, count every number, and train a small AlexNet on pictures that no one has ever seen before.
#
# | Part | Question | You write |
# |---|---|---|
# | 1 | How do neighbouring filters compete? | `lrn` |
# | 2 | What size is everything? | `alexnet_shapes` |
# | 3 | Where are the 62 million numbers? | `alexnet_parameters` |
# | 4 | How do you say it in Keras? | `build_alexnet` |
# | 5 | How do you make more data out of the same pictures? | `augment` |
# | 6 | What remains if you divide it by eight? | `build_mini_alexnet` |
# | 7 | Does it learn? | `train_mini_alexnet` |
#
# You need assignment 06, and some Keras from assignments 04 to 06. Reserve two to three hours.

# %% [markdown] lang="es"
# # AlexNet: la red que lo cambió todo
#
# En octubre de 2012 una red de ocho capas ganó el mayor concurso de imágenes del mundo, y lo ganó por tanto que en dos
# años ya nadie en el área trabajaba como antes. Su autor principal era un estudiante de doctorado, Alex Krizhevsky, y
# la red se entrenó en su casa, en dos tarjetas gráficas hechas para videojuegos.
#
# Ya tienes todas sus piezas: convolución, agrupación, ReLU, abandono, softmax, retropropagación. En esta tarea las
# armas, cuentas cada número, y entrenas una AlexNet pequeña con imágenes que nadie ha visto jamás.
#
# | Parte | Pregunta | Escribes |
# |---|---|---|
# | 1 | ¿Cómo compiten los filtros vecinos? | `lrn` |
# | 2 | ¿De qué tamaño es cada cosa? | `alexnet_shapes` |
# | 3 | ¿Dónde están los 62 millones de números? | `alexnet_parameters` |
# | 4 | ¿Cómo se dice en Keras? | `build_alexnet` |
# | 5 | ¿Cómo se sacan más datos de las mismas imágenes? | `augment` |
# | 6 | ¿Qué queda si la divides entre ocho? | `build_mini_alexnet` |
# | 7 | ¿Aprende? | `train_mini_alexnet` |
#
# Necesitas la tarea 06, y algo de Keras de las tareas 04 a 06. Reserva de dos a tres horas.

# %% [markdown] lang="en"
# ## 2012
#
# **The contest.** In 2009 Fei-Fei Li and her team published ImageNet: millions of photographs, labelled by tens of
# thousands of people over the internet. From 2010 on there was a yearly contest: 1.2 million photographs to learn from,
# 1,000 classes (120 of them breeds of dogs), and 100,000 photographs that nobody has seen. The program may give five
# guesses; it fails if the truth is not among them. This is the *top-5 error*.
#
# **Before.** Experts designed by hand what to look for in an image: histograms of edges, of corners, of colours. Then a
# classifier was trained on those features. The best error was 28 % in 2010 and 26 % in 2011. Progress was slow.
#
# **AlexNet.** Krizhevsky, Sutskever and Hinton designed nothing by hand. Pixels go in, probabilities come out, and
# everything in between is learned by the backpropagation of 1986. Their error was 15.3 %; the second place had 26.2 %.
#
# **What was new?** Hardly any idea, taken alone. Convolutional networks had read the digits on bank cheques since the
# nineties. What was new is that it all worked **at that size**, and every choice answers a problem that size brings:
#
# | the problem | the answer | in the paper's experiments |
# |---|---|---|
# | a large network trains for weeks | **ReLU** instead of tanh | reaches the same error six times faster |
# | so many multiplications | **two graphics cards**, each with half of the filters | five to six days instead of weeks |
# | some filters shout so loud that others are not heard | **local response normalisation** | 1.2 points less error |
# | pooling throws away too much | **overlapping windows**, 3 × 3 with stride 2 | 0.3 points less |
# | 62 million numbers can memorise every photograph | **dropout** in the large dense layers | without it, the network overfits badly |
# | 1.2 million photographs are not enough | **augmentation**: crops and mirror images | without it, they would have had to use a much smaller network |
#
# Every row is part of this assignment.

# %% [markdown] lang="es"
# ## 2012
#
# **El concurso.** En 2009 Fei-Fei Li y su equipo publicaron ImageNet: millones de fotos, etiquetadas por decenas de
# miles de personas a través de internet. Desde 2010 hubo un concurso cada año: 1.2 millones de fotos para aprender,
# 1,000 clases (120 de ellas, razas de perros), y 100,000 fotos que nadie ha visto. El programa puede dar cinco
# respuestas; falla si la verdad no está entre ellas. Es el *error top-5*.
#
# **Antes.** Los expertos diseñaban a mano qué buscar en una imagen: histogramas de bordes, de esquinas, de colores.
# Luego se entrenaba un clasificador con esas características. El mejor error fue 28 % en 2010 y 26 % en 2011. Se
# avanzaba despacio.
#
# **AlexNet.** Krizhevsky, Sutskever y Hinton no diseñaron nada a mano. Entran píxeles, salen probabilidades, y todo lo
# que hay en medio se aprende con la retropropagación de 1986. Su error fue 15.3 %; el del segundo lugar, 26.2 %.
#
# **¿Qué había de nuevo?** Casi ninguna idea, tomada por separado. Desde los noventa las redes convolucionales leían los
# dígitos de los cheques bancarios. Lo nuevo es que todo funcionó **a ese tamaño**, y cada decisión responde a un
# problema que trae el tamaño:
#
# | el problema | la respuesta | en los experimentos del artículo |
# |---|---|---|
# | una red grande tarda semanas en entrenarse | **ReLU** en lugar de tanh | llega al mismo error seis veces más rápido |
# | son demasiadas multiplicaciones | **dos tarjetas gráficas**, cada una con la mitad de los filtros | cinco o seis días en vez de semanas |
# | algunos filtros gritan tanto que a otros no se les oye | **normalización de respuesta local** | 1.2 puntos menos de error |
# | la agrupación (*pooling*) descarta demasiado | **ventanas que se traslapan**, de 3 × 3 con paso 2 | 0.3 puntos menos |
# | 62 millones de números pueden memorizar todas las fotos | **abandono** (*dropout*) en las capas densas grandes | sin él, la red se sobreajusta mucho |
# | 1.2 millones de fotos no bastan | **aumento de datos** (*augmentation*): recortes y espejos | sin él, habrían tenido que usar una red mucho menor |
#
# Cada fila es parte de esta tarea.

# %% kind="demo"
import matplotlib.pyplot as plt

years = ["2010", "2011", "2012", "2013", "2014", "2015"]
errors = [28.2, 25.8, 16.4, 11.7, 6.7, 3.6, 5.1]
colours = ["#9aa5ab", "#9aa5ab", "#d1495b", "#1d6fb8", "#1d6fb8", "#1d6fb8", "#264653"]
names = ["by hand", "by hand", "AlexNet", "ZF, Clarifai", "GoogLeNet, VGG", "ResNet", "who practised"]  # en
names = ["a mano", "a mano", "AlexNet", "ZF, Clarifai", "GoogLeNet, VGG", "ResNet", "que practicó"]  # es

figure, ax = plt.subplots(figsize=(9, 3.6), layout="constrained")
bars = ax.bar(range(7), errors, color=colours)
ax.bar_label(bars, [f"{e} %\n{n}" for e, n in zip(errors, names)], padding=3)
ax.set_xticks(range(7), [*years, "a person"])  # en
ax.set_xticks(range(7), [*years, "una persona"])  # es
ax.set_title("ImageNet: top-5 error of the winner, trained with the contest's photographs alone")  # en
ax.set_title("ImageNet: error top-5 del ganador, entrenado solo con las fotos del concurso")  # es
ax.set(ylim=(0, 36), yticks=[])
ax.spines[["top", "right", "left"]].set_visible(False)
plt.show()

# %% [markdown] lang="en"
# > **Agreements of this notebook**
# >
# > - **Images** are `(N, H, W, C)`: batch, height, width, channels. A *shape* here never includes the batch: it is
# >   `(H, W, C)` for images and maps, and `(D,)` for a list of numbers.
# > - **Windows that do not fit whole do not count**: sizes are rounded down, as in assignment 06.
# > - **AlexNet has many variants.** Here it is the one of the paper with inputs of 227 × 227 (you will see why not 224),
# >   with all the channels connected, unless the word "grouped" appears. Copies from the internet are mostly another one:
# >   the torchvision version, for example, has 64 filters in its first layer and 61,100,840 parameters.
# > - **Counts and sizes** are `int`, without decimals.
# > - **Arguments are never modified.** Where numbers go in, lists and integers are legal too.
# > - **Questions 1, 2, 3 and 5** are written with numpy or plain Python. **Questions 4, 6 and 7** use Keras.
# >
# > After each answer there is a cell with `check("...")`, which runs the public tests. When you are graded there are
# > also hidden tests: other numbers, the same rules.

# %% [markdown] lang="es"
# > **Acuerdos de este cuaderno**
# >
# > - **Las imágenes** son `(N, H, W, C)`: lote, alto, ancho, canales. Una *forma* (*shape*) aquí nunca incluye el lote: es
# >   `(H, W, C)` para imágenes y mapas, y `(D,)` para una lista de números.
# > - **Las ventanas que no caben enteras no cuentan**: los tamaños se redondean hacia abajo, como en la tarea 06.
# > - **AlexNet tiene muchas variantes.** Aquí es la del artículo con entradas de 227 × 227 (ya verás por qué no 224), con
# >   todos los canales conectados, salvo que aparezca la palabra «grupos» (*grouped*). Las copias de internet suelen ser
# >   otra: la versión de torchvision, por ejemplo, tiene 64 filtros en su primera capa y 61,100,840 parámetros.
# > - **Las cuentas y los tamaños** son `int`, sin decimales.
# > - **Los argumentos nunca se modifican.** Donde entran números, también valen listas y enteros.
# > - **Las preguntas 1, 2, 3 y 5** se escriben con numpy o Python puro. **Las preguntas 4, 6 y 7** usan Keras.
# >
# > Después de cada respuesta hay una celda con `check("...")`, que ejecuta las pruebas públicas. Al calificar hay también
# > pruebas ocultas: otros números, las mismas reglas.

# %% kind="setup"
import keras
import numpy as np
from keras import layers

from autograder.layers import LocalResponseNormalization

# %% [markdown] lang="en"
# ## Part 1. Neighbours that compete: `lrn`
#
# **Why.** In the eye, a cell that is excited quiets its neighbours. So an edge stands out against its surroundings.
# Biologists call it *lateral inhibition*. ReLU has no ceiling: a filter may answer 3 in one image and 3,000 in another.
# AlexNet lets the filters **at the same place of the image** inhibit each other. A loud answer among quiet ones stays;
# one among many loud ones is turned down.
#
# The neighbours are **channels, not pixels**. At each place $(i, j)$ there is a vector with one number per channel, and
# everything happens inside that vector.
#
# **The formula.** The output of channel $c$ divides its input by something that grows with the energy of its window,
# $r$ channels to each side (`depth_radius`):
#
# $$y_c = \frac{x_c}{\Big(k + \alpha \displaystyle\sum_{c' = c - r}^{c + r} x_{c'}^2\Big)^{\beta}}$$
#
# The window is **cut at the ends**: the first channel has nobody on its left. The sum includes $c$ itself.
#
# **By hand.** One pixel with four channels, $x = (1, 2, 0, 3)$, with $r = 1$, $k = 2$, $\alpha = 1$, $\beta = 1$:
#
# | channel | its window | sum of squares | $2 +$ sum | output |
# |---|---|---|---|---|
# | 0 | 1, 2 | $1 + 4 = 5$ | 7 | $1/7$ |
# | 1 | 1, 2, 0 | $1 + 4 + 0 = 5$ | 7 | $2/7$ |
# | 2 | 2, 0, 3 | $4 + 0 + 9 = 13$ | 15 | $0$ |
# | 3 | 0, 3 | $0 + 9 = 9$ | 11 | $3/11$ |
#
# **The numbers of AlexNet:** $n = 5$ channels in the window, so $r = 2$; $k = 2$, $\alpha = 10^{-4}$, $\beta = 0.75$.
# Two traps here, both found in real programs. The paper gives $n$, the *whole* window, and TensorFlow asks for the
# radius: whoever writes 5 for the radius looks at 11 channels. And some libraries (Caffe, PyTorch) divide $\alpha$ by
# $n$. The paper does not, TensorFlow does not, and we do not.
#
# **Any number of axes.** `x` may be one pixel `(C,)`, one image `(H, W, C)` or a batch `(N, H, W, C)`. The channels are
# always the last axis. The answer has the same shape, and is float64.

# %% [markdown] lang="es"
# ## Parte 1. Vecinos que compiten: `lrn`
#
# **Por qué.** En el ojo, una célula excitada calla a sus vecinas. Así, un borde resalta sobre lo que lo rodea. Los
# biólogos lo llaman *inhibición lateral*. La ReLU no tiene techo: un filtro puede responder 3 en una imagen y 3,000 en
# otra. AlexNet deja que los filtros **en el mismo lugar de la imagen** se inhiban entre sí. Una respuesta fuerte entre
# otras débiles se queda; a una entre muchas fuertes se le baja el volumen.
#
# Los vecinos son **canales, no píxeles**. En cada lugar $(i, j)$ hay un vector con un número por canal, y todo ocurre
# dentro de ese vector.
#
# **La fórmula.** La salida del canal $c$ divide su entrada entre algo que crece con la energía de su ventana, de $r$
# canales a cada lado (`depth_radius`):
#
# $$y_c = \frac{x_c}{\Big(k + \alpha \displaystyle\sum_{c' = c - r}^{c + r} x_{c'}^2\Big)^{\beta}}$$
#
# La ventana **se corta en los extremos**: el primer canal no tiene a nadie a su izquierda. La suma incluye al propio $c$.
#
# **A mano.** Un píxel con cuatro canales, $x = (1, 2, 0, 3)$, con $r = 1$, $k = 2$, $\alpha = 1$, $\beta = 1$:
#
# | canal | su ventana | suma de cuadrados | $2 +$ suma | salida |
# |---|---|---|---|---|
# | 0 | 1, 2 | $1 + 4 = 5$ | 7 | $1/7$ |
# | 1 | 1, 2, 0 | $1 + 4 + 0 = 5$ | 7 | $2/7$ |
# | 2 | 2, 0, 3 | $4 + 0 + 9 = 13$ | 15 | $0$ |
# | 3 | 0, 3 | $0 + 9 = 9$ | 11 | $3/11$ |
#
# **Los números de AlexNet:** $n = 5$ canales en la ventana, así que $r = 2$; $k = 2$, $\alpha = 10^{-4}$,
# $\beta = 0.75$. Aquí hay dos trampas, ambas encontradas en programas reales. El artículo da $n$, la ventana *entera*, y
# TensorFlow pide el radio: quien escribe 5 como radio mira 11 canales. Y algunas bibliotecas (Caffe, PyTorch) dividen
# $\alpha$ entre $n$. El artículo no lo hace, TensorFlow no lo hace, y nosotros tampoco.
#
# **Cualquier número de ejes.** `x` puede ser un píxel `(C,)`, una imagen `(H, W, C)` o un lote `(N, H, W, C)`. Los
# canales son siempre el último eje. La respuesta tiene la misma forma y es float64.

# %% question="lrn"
def lrn(x, depth_radius, k, alpha, beta):
    """
    en: Local response normalisation across channels, the window cut at the ends; alpha is not divided by its size.
    en: x: numbers of any shape, channels last. depth_radius: channels to each side, 0 or more. k, alpha, beta: numbers.
    en: Returns a float64 array of the same shape; x is not modified.
    es: Normalización de respuesta local entre canales, con la ventana cortada en los extremos; alpha no se divide
    es: entre su tamaño.
    es: x: números de cualquier forma, canales al final. depth_radius: canales a cada lado, 0 o más. k, alpha, beta:
    es: números. Devuelve un arreglo float64 de la misma forma; x no se modifica.
    """
    # BEGIN SOLUTION
    x = np.asarray(x, dtype=np.float64)
    channels = x.shape[-1]
    energy = np.pad(x**2, [(0, 0)] * (x.ndim - 1) + [(depth_radius, depth_radius)])
    total = sum(energy[..., start : start + channels] for start in range(2 * depth_radius + 1))
    return x / (k + alpha * total) ** beta
    # END SOLUTION


# %% [markdown] lang="en"
# Look at the inhibition. Left: twelve channels of one pixel, before and after, with AlexNet's numbers. Channels 2 and 8
# both have 200; one of them has quiet neighbours, the other has loud ones. Right: the same channel, always at 100,
# while its neighbours grow.

# %% [markdown] lang="es"
# Mira la inhibición. Izquierda: doce canales de un píxel, antes y después, con los números de AlexNet. Los canales 2 y 8
# valen 200; uno tiene vecinos débiles y el otro los tiene fuertes. Derecha: el mismo canal, siempre en 100, mientras sus
# vecinos crecen.

# %% kind="demo"
pixel = np.array([10, 20, 200, 15, 10, 30, 150, 180, 200, 190, 160, 40.0])
after = lrn(pixel, 2, 2.0, 1e-4, 0.75)
neighbours = np.linspace(0, 400, 101)
crowd = np.repeat(neighbours[:, None], 5, axis=1)
crowd[:, 2] = 100

figure, axes = plt.subplots(1, 2, figsize=(11, 3.6), layout="constrained")
words = ["before", "after", "channel", "value of its four neighbours", "answer of a channel that sees 100"]  # en
words = ["antes", "después", "canal", "valor de sus cuatro vecinos", "respuesta de un canal que vale 100"]  # es
axes[0].bar(np.arange(12) - 0.2, pixel, 0.4, color="#9aa5ab", label=words[0])
axes[0].bar(np.arange(12) + 0.2, after, 0.4, color="#d1495b", label=words[1])
axes[0].set(xlabel=words[2], xticks=range(12))
axes[0].legend(frameon=False)
axes[1].plot(neighbours, lrn(crowd, 2, 2.0, 1e-4, 0.75)[:, 2], lw=3, color="#d1495b")
axes[1].set(xlabel=words[3], title=words[4], ylim=(0, 60))
for ax in axes:
    ax.spines[["top", "right"]].set_visible(False)
plt.show()

# %% [markdown] lang="en"
# **Think first.** What does this layer do if all the numbers are around 1, as when the pixels go from 0 to 1?
#
# <details><summary>Answer</summary>
#
# The sum of five squares is about 5, and $\alpha$ times that is 0.0005, nothing beside $k = 2$. So all is divided by
# $2^{0.75} \approx 1.68$, and no one competes. AlexNet's inputs went from −128 to 127 or so, and its numbers made sense
# there. Two years later the authors of VGG measured that this layer did not help them, and left it out. The idea that
# answers must be kept in bounds did stay: you will meet its successor, batch normalisation, in part 6.
#
# </details>

# %% [markdown] lang="es"
# **Piensa primero.** ¿Qué hace esta capa si todos los números están cerca de 1, como cuando los píxeles van de 0 a 1?
#
# <details><summary>Respuesta</summary>
#
# La suma de cinco cuadrados es cerca de 5, y $\alpha$ por eso es 0.0005, nada al lado de $k = 2$. Así que todo se divide
# entre $2^{0.75} \approx 1.68$ y nadie compite. Las entradas de AlexNet iban más o menos de −128 a 127, y ahí sus
# números tenían sentido. Dos años después los autores de VGG midieron que a ellos esta capa no les ayudaba, y la
# quitaron. Sí quedó la idea de que hay que mantener las respuestas dentro de límites: en la parte 6 conocerás a su
# sucesora, la normalización por lotes.
#
# </details>

# %% [markdown] lang="en"
# ## Part 2. What size is everything? `alexnet_shapes`
#
# **Why.** Most bugs in a network are a size that is not the one you think. Who can compute the sizes on paper finds them
# before the first run.
#
# | layer | what it is | window | stride | padding | channels out |
# |---|---|---|---|---|---|
# | `conv1` | convolution | 11 × 11 | 4 | none | 96 |
# | `pool1` | max pooling | 3 × 3 | 2 | none | as they came |
# | `conv2` | convolution | 5 × 5 | 1 | keeps the size (2 on each side) | 256 |
# | `pool2` | max pooling | 3 × 3 | 2 | none | as they came |
# | `conv3` | convolution | 3 × 3 | 1 | keeps the size (1 on each side) | 384 |
# | `conv4` | convolution | 3 × 3 | 1 | keeps the size | 384 |
# | `conv5` | convolution | 3 × 3 | 1 | keeps the size | 256 |
# | `pool5` | max pooling | 3 × 3 | 2 | none | as they came |
# | `fc6` | dense, on all the numbers of `pool5` in a row | | | | 4096 |
# | `fc7` | dense | | | | 4096 |
# | `fc8` | dense, one unit per class | | | | 1000 |
#
# (*fc* means *fully connected*, an old name of dense. Normalisation and dropout change no size, so they are not in the
# list. There is no `pool3`: a pooling is named after the convolution before it.)
#
# **By hand.** An image of 227 × 227. The 11 × 11 window may start at 0, 4, 8, …, 216, which is
# $(227 - 11) / 4 + 1 = 55$ places: `conv1` gives $(55, 55, 96)$. Then `pool1`: $(55 - 3) / 2 + 1 = 27$, so
# $(27, 27, 96)$. Now go on: what comes out of `pool5`, and how many numbers does `fc6` receive? (The answer is 9,216.)
#
# **The mystery of 224.** The paper says that the images are 224 × 224. But $(224 - 11) / 4 = 53.25$, and it also says
# that `conv1` gives 55 × 55. It speaks of 253,440 neurons in that layer, and $55 \cdot 55 \cdot 96$ is 290,400. Both are
# slips; with 227 everything fits. Since then, half of the implementations in the world invent something so that 224
# works. Arithmetic is stronger than a famous paper.
#
# **Other sizes.** Your function must work for any square input that is large enough. With 231 pixels `conv1` has 56
# places, and then $(56 - 3) / 2 = 26.5$: the last window does not fit whole, so `pool1` has $26 + 1 = 27$. Round
# **down**, always.

# %% [markdown] lang="es"
# ## Parte 2. ¿De qué tamaño es cada cosa? `alexnet_shapes`
#
# **Por qué.** La mayoría de los errores en una red son un tamaño que no es el que crees. Quien sabe calcular los tamaños
# en papel los encuentra antes de ejecutar nada.
#
# | capa | qué es | ventana | paso | relleno | canales que salen |
# |---|---|---|---|---|---|
# | `conv1` | convolución | 11 × 11 | 4 | ninguno | 96 |
# | `pool1` | agrupación máxima | 3 × 3 | 2 | ninguno | los que entraron |
# | `conv2` | convolución | 5 × 5 | 1 | conserva el tamaño (2 a cada lado) | 256 |
# | `pool2` | agrupación máxima | 3 × 3 | 2 | ninguno | los que entraron |
# | `conv3` | convolución | 3 × 3 | 1 | conserva el tamaño (1 a cada lado) | 384 |
# | `conv4` | convolución | 3 × 3 | 1 | conserva el tamaño | 384 |
# | `conv5` | convolución | 3 × 3 | 1 | conserva el tamaño | 256 |
# | `pool5` | agrupación máxima | 3 × 3 | 2 | ninguno | los que entraron |
# | `fc6` | densa, sobre todos los números de `pool5` en fila | | | | 4096 |
# | `fc7` | densa | | | | 4096 |
# | `fc8` | densa, una unidad por clase | | | | 1000 |
#
# (*fc* es *fully connected*, totalmente conectada, un nombre antiguo de las capas densas. La normalización y el abandono
# no cambian ningún tamaño, así que no están en la lista. No hay `pool3`: cada agrupación lleva el número de la
# convolución anterior).
#
# **A mano.** Una imagen de 227 × 227. La ventana de 11 × 11 puede empezar en 0, 4, 8, …, 216, que son
# $(227 - 11) / 4 + 1 = 55$ lugares: `conv1` da $(55, 55, 96)$. Luego `pool1`: $(55 - 3) / 2 + 1 = 27$, o sea
# $(27, 27, 96)$. Ahora sigue tú: ¿qué sale de `pool5`, y cuántos números recibe `fc6`? (La respuesta es 9,216).
#
# **El misterio del 224.** El artículo dice que las imágenes son de 224 × 224. Pero $(224 - 11) / 4 = 53.25$, y también
# dice que `conv1` da 55 × 55. Habla de 253,440 neuronas en esa capa, y $55 \cdot 55 \cdot 96$ es 290,400. Los dos son
# descuidos; con 227 todo cuadra. Desde entonces, la mitad de las implementaciones del mundo inventa algo para que 224
# funcione. La aritmética es más fuerte que un artículo famoso.
#
# **Otros tamaños.** Tu función debe servir para cualquier entrada cuadrada que sea suficientemente grande. Con 231
# píxeles `conv1` tiene 56 lugares, y luego $(56 - 3) / 2 = 26.5$: la última ventana no cabe entera, así que `pool1` tiene
# $26 + 1 = 27$. Redondea **hacia abajo**, siempre.

# %% question="alexnet_shapes"
def alexnet_shapes(input_size):
    """
    en: What comes out of each layer of AlexNet, for a colour image of input_size x input_size pixels.
    en: input_size: int. Returns a list of 11 pairs (name, shape), from ("conv1", ...) to ("fc8", (1000,)), where a
    en: shape is a tuple of ints without the batch: (height, width, channels), or (units,) for dense layers.
    es: Lo que sale de cada capa de AlexNet, para una imagen a color de input_size x input_size píxeles.
    es: input_size: int. Devuelve una lista de 11 pares (nombre, forma), de ("conv1", ...) a ("fc8", (1000,)), donde
    es: una forma es una tupla de ints sin el lote: (alto, ancho, canales), o (unidades,) en las capas densas.
    """
    # BEGIN SOLUTION
    windows = {"conv1": (11, 4, 0, 96), "pool1": (3, 2, 0, None), "conv2": (5, 1, 2, 256), "pool2": (3, 2, 0, None),
               "conv3": (3, 1, 1, 384), "conv4": (3, 1, 1, 384), "conv5": (3, 1, 1, 256), "pool5": (3, 2, 0, None)}  # fmt: skip
    shapes = []
    size, channels = input_size, 3
    for name, (window, stride, pad, filters) in windows.items():
        size = (size + 2 * pad - window) // stride + 1
        channels = filters or channels
        shapes.append((name, (size, size, channels)))
    return [*shapes, ("fc6", (4096,)), ("fc7", (4096,)), ("fc8", (1000,))]
    # END SOLUTION


# %% [markdown] lang="en"
# This is AlexNet to scale: each box is as high as its maps, and as wide as it has channels. The image shrinks and
# becomes deep: less and less *where*, more and more *what*. Below, from your function: the side of each map for every
# input size. The staircases are pixels at the border that no window reaches.

# %% [markdown] lang="es"
# Esta es AlexNet a escala: cada caja es tan alta como sus mapas, y tan ancha como canales tiene. La imagen se encoge y
# se hace profunda: cada vez menos *dónde*, cada vez más *qué*. Debajo, calculado con tu función: el lado de cada mapa
# para cada tamaño de entrada. Los escalones son píxeles del borde a los que no llega ninguna ventana.

# %% kind="demo"
shapes = [("image", (227, 227, 3)), *alexnet_shapes(227)[:8]]  # en
shapes = [("imagen", (227, 227, 3)), *alexnet_shapes(227)[:8]]  # es
figure, axes = plt.subplots(2, 1, figsize=(11, 7.2), height_ratios=[1.2, 1], layout="constrained")
left = 0
for name, (height, _, channels) in shapes:
    colour = "#9aa5ab" if name.startswith("im") else "#e07a1f" if name.startswith("pool") else "#1d6fb8"
    width = channels / 4
    axes[0].add_patch(plt.Rectangle((left, -height / 2), width, height, color=colour, alpha=0.85))
    text = f"{name}\n{height} × {height}\n× {channels}"
    axes[0].text(left + width / 2, height / 2 + 5, text, ha="center", fontsize=9)
    left += width + 34
axes[0].set(xlim=(-20, left), ylim=(-120, 160), aspect="equal")
axes[0].axis("off")
sizes = range(67, 260)
for name in ("conv1", "pool1", "pool2", "pool5"):
    axes[1].step(sizes, [dict(alexnet_shapes(n))[name][0] for n in sizes], where="mid", lw=2, label=name)
axes[1].axvline(227, color="#264653", ls="--", lw=1)
axes[1].text(228, 3, "227", color="#264653")
axes[1].set_xlabel("side of the image")  # en
axes[1].set_xlabel("lado de la imagen")  # es
axes[1].set_ylabel("side of the map")  # en
axes[1].set_ylabel("lado del mapa")  # es
axes[1].legend(frameon=False)
axes[1].spines[["top", "right"]].set_visible(False)
plt.show()

# %% [markdown] lang="en"
# ## Part 3. Where are the 62 million numbers? `alexnet_parameters`
#
# **Why.** Each number costs memory (four bytes, and three times that while training with momentum), and each one is a
# chance to memorise instead of learning. You want to know where they are.
#
# **The formulas**, from assignment 06: a convolution has one kernel and one bias per filter, a dense layer one weight
# per pair of units, and one bias per unit:
#
# $$\text{conv:}\quad k \cdot k \cdot C_{\text{in}} \cdot F + F \qquad\qquad \text{dense:}\quad D_{\text{in}} \cdot D_{\text{out}} + D_{\text{out}}$$
#
# The size of the image appears in neither. It matters at one place only: how many numbers `fc6` receives.
#
# **By hand.** `conv1`: $11 \cdot 11 \cdot 3 \cdot 96 + 96 = 34{,}944$. `fc8`: $4096 \cdot 1000 + 1000 = 4{,}097{,}000$.
# Pooling, normalisation and dropout learn nothing. So there are eight entries, and they add up to **62,378,344**.
#
# **Two cards, two groups.** Each of their graphics cards had 3 GB, and the network in training did not fit. So each card
# holds half of the filters of every layer, and in `conv2`, `conv4` and `conv5` a filter sees **only the maps of its own
# card**, to save traffic. Only `conv3` and the dense layers see both. For `conv2` this means 48 input channels for each
# of the 256 filters, instead of 96: $5 \cdot 5 \cdot 48 \cdot 256 + 256 = 307{,}456$. There are still 256 filters,
# each with one bias. With `grouped=True` the sum is **60,965,224**, the "60 million" of the paper.
#
# **The total alone proves nothing.** There are wrong networks that have 62,378,344 parameters as well: with padding in
# `conv1`, for example, or with 2 × 2 poolings. That is why you return the count of each layer, and why the tests compare
# them one by one.

# %% [markdown] lang="es"
# ## Parte 3. ¿Dónde están los 62 millones de números? `alexnet_parameters`
#
# **Por qué.** Cada número cuesta memoria (cuatro bytes, y tres veces eso al entrenar con momento), y cada uno es una
# oportunidad de memorizar en lugar de aprender. Conviene saber dónde están.
#
# **Las fórmulas**, de la tarea 06: una convolución tiene un núcleo y un sesgo por filtro; una capa densa, un peso por
# cada par de unidades y un sesgo por unidad:
#
# $$\text{conv:}\quad k \cdot k \cdot C_{\text{ent}} \cdot F + F \qquad\qquad \text{densa:}\quad D_{\text{ent}} \cdot D_{\text{sal}} + D_{\text{sal}}$$
#
# El tamaño de la imagen no aparece en ninguna. Solo importa en un lugar: cuántos números recibe `fc6`.
#
# **A mano.** `conv1`: $11 \cdot 11 \cdot 3 \cdot 96 + 96 = 34{,}944$. `fc8`: $4096 \cdot 1000 + 1000 = 4{,}097{,}000$.
# La agrupación, la normalización y el abandono no aprenden nada. Así que hay ocho entradas, y suman **62,378,344**.
#
# **Dos tarjetas, dos grupos.** Cada una de sus tarjetas gráficas tenía 3 GB, y la red no cabía mientras se entrenaba. Por eso
# cada tarjeta guarda la mitad de los filtros de cada capa, y en `conv2`, `conv4` y `conv5` un filtro ve **solo los mapas
# de su propia tarjeta**, para ahorrar tráfico. Únicamente `conv3` y las capas densas ven los de ambas. En `conv2` esto
# significa 48 canales de entrada para cada uno de los 256 filtros, en lugar de 96:
# $5 \cdot 5 \cdot 48 \cdot 256 + 256 = 307{,}456$. Los filtros siguen siendo 256, cada uno con un sesgo. Con
# `grouped=True` la suma es **60,965,224**, los «60 millones» del artículo.
#
# **El total solo no demuestra nada.** Hay redes equivocadas que también tienen 62,378,344 parámetros: con relleno en
# `conv1`, por ejemplo, o con agrupaciones de 2 × 2. Por eso devuelves la cuenta de cada capa, y por eso las pruebas las
# comparan una por una.

# %% question="alexnet_parameters"
def alexnet_parameters(grouped):
    """
    en: How many numbers each layer of AlexNet learns, for images of 227 x 227 and 1000 classes, biases included.
    en: grouped: True for the two groups in conv2, conv4 and conv5; False for full connections.
    en: Returns a dict with eight ints: {"conv1": ..., ..., "conv5": ..., "fc6": ..., "fc7": ..., "fc8": ...}.
    es: Cuántos números aprende cada capa de AlexNet, con imágenes de 227 x 227 y 1000 clases, sesgos incluidos.
    es: grouped: True para los dos grupos en conv2, conv4 y conv5; False para conexiones completas.
    es: Devuelve un dict con ocho ints: {"conv1": ..., ..., "conv5": ..., "fc6": ..., "fc7": ..., "fc8": ...}.
    """
    # BEGIN SOLUTION
    groups = 2 if grouped else 1
    return {
        "conv1": 11 * 11 * 3 * 96 + 96,
        "conv2": 5 * 5 * (96 // groups) * 256 + 256,
        "conv3": 3 * 3 * 256 * 384 + 384,
        "conv4": 3 * 3 * (384 // groups) * 384 + 384,
        "conv5": 3 * 3 * (384 // groups) * 256 + 256,
        "fc6": 6 * 6 * 256 * 4096 + 4096,
        "fc7": 4096 * 4096 + 4096,
        "fc8": 4096 * 1000 + 1000,
    }
    # END SOLUTION


# %% [markdown] lang="en"
# Before you run it: which layer has the most numbers? And which one does the most multiplications for one image? (A
# convolution uses each weight once per place of its map; a dense layer uses each weight once.)

# %% [markdown] lang="es"
# Antes de ejecutarla: ¿qué capa tiene más números? ¿Y cuál hace más multiplicaciones para una imagen? (Una convolución
# usa cada peso una vez por cada lugar de su mapa; una capa densa usa cada peso una vez).

# %% kind="demo"
shapes, counts = dict(alexnet_shapes(227)), alexnet_parameters(False)
names = list(counts)
work = [(counts[n] - shapes[n][-1]) * int(np.prod(shapes[n][:-1])) for n in names]
figure, axes = plt.subplots(1, 2, figsize=(11, 3.6), layout="constrained", sharey=True)
titles = ["millions of parameters", "millions of multiplications per image"]  # en
titles = ["millones de parámetros", "millones de multiplicaciones por imagen"]  # es
for ax, values, title in zip(axes, (list(counts.values()), work), titles):
    colours = ["#1d6fb8" if n.startswith("conv") else "#d1495b" for n in names]
    bars = ax.barh(names[::-1], [v / 1e6 for v in values[::-1]], color=colours[::-1])
    ax.bar_label(bars, [f"{v / 1e6:,.1f}" for v in values[::-1]], padding=3)
    ax.set(title=title, xlim=(0, max(values) / 1e6 * 1.15), xticks=[])
    ax.spines[["top", "right", "bottom"]].set_visible(False)
plt.show()
share = sum(counts[n] for n in names[5:]) / sum(counts.values()), sum(work[:5]) / sum(work)
print(f"The dense layers hold {share[0]:.0%} of the parameters; the convolutions do {share[1]:.0%} of the work.")  # en
print(f"Las capas densas tienen el {share[0]:.0%} de los parámetros; las convoluciones hacen el {share[1]:.0%} del trabajo.")  # es

# %% [markdown] lang="en"
# ## Part 4. The full network in Keras: `build_alexnet`
#
# Now you say it in Keras. This is the complete list, in order:
#
# | layer | settings |
# |---|---|
# | input | images of 227 × 227 × 3 |
# | convolution | 96 filters of 11 × 11, stride 4, no padding, ReLU |
# | local response normalisation | AlexNet's numbers |
# | max pooling | 3 × 3, stride 2 |
# | convolution | 256 filters of 5 × 5, padding that keeps the size, ReLU |
# | local response normalisation | AlexNet's numbers |
# | max pooling | 3 × 3, stride 2 |
# | convolution | 384 filters of 3 × 3, padding that keeps the size, ReLU |
# | convolution | 384 filters of 3 × 3, padding that keeps the size, ReLU |
# | convolution | 256 filters of 3 × 3, padding that keeps the size, ReLU |
# | max pooling | 3 × 3, stride 2 |
# | flatten | all the maps in one row of 9,216 numbers |
# | dense | 4096 units, ReLU |
# | dropout | half of them |
# | dense | 4096 units, ReLU |
# | dropout | half of them |
# | dense | `n_classes` units, softmax |
#
# - Keras has no layer for local response normalisation, so this course brings one, already imported above:
#   `LocalResponseNormalization()`. Its arguments are those of your `lrn`, and its defaults are AlexNet's.
# - It comes **after** the ReLU: it compares how loud the answers are, and a ReLU's answers are never negative. And it
#   comes after the first two convolutions only.
# - `layers.MaxPooling2D(3)` does **not** have stride 1 or 2: if you give no stride, Keras uses the window's size. AlexNet's
#   windows overlap.
# - Without `Flatten`, Keras does not complain: it applies the dense layer at every place of the map by itself. The
#   network then has 25,678,184 parameters, and you know where to look.
# - All channels are connected here: no groups. Do not compile the model; nobody will train it. (On one processor core,
#   the 90 epochs of the paper would take more than a year.)
#
# The model takes about 250 MB of memory, and a second or so to build.

# %% [markdown] lang="es"
# ## Parte 4. La red completa en Keras: `build_alexnet`
#
# Ahora dilo en Keras. Esta es la lista completa, en orden:
#
# | capa | ajustes |
# |---|---|
# | entrada | imágenes de 227 × 227 × 3 |
# | convolución | 96 filtros de 11 × 11, paso 4, sin relleno, ReLU |
# | normalización de respuesta local | los números de AlexNet |
# | agrupación máxima | 3 × 3, paso 2 |
# | convolución | 256 filtros de 5 × 5, relleno que conserva el tamaño, ReLU |
# | normalización de respuesta local | los números de AlexNet |
# | agrupación máxima | 3 × 3, paso 2 |
# | convolución | 384 filtros de 3 × 3, relleno que conserva el tamaño, ReLU |
# | convolución | 384 filtros de 3 × 3, relleno que conserva el tamaño, ReLU |
# | convolución | 256 filtros de 3 × 3, relleno que conserva el tamaño, ReLU |
# | agrupación máxima | 3 × 3, paso 2 |
# | aplanar (*flatten*) | todos los mapas en una fila de 9,216 números |
# | densa | 4096 unidades, ReLU |
# | abandono (*dropout*) | la mitad |
# | densa | 4096 unidades, ReLU |
# | abandono (*dropout*) | la mitad |
# | densa | `n_classes` unidades, softmax |
#
# - Keras no tiene una capa para la normalización de respuesta local, así que este curso trae una, ya importada arriba:
#   `LocalResponseNormalization()`. Sus argumentos son los de tu `lrn`, y sus valores por omisión son los de AlexNet.
# - Va **después** de la ReLU: compara qué tan fuertes son las respuestas, y las de una ReLU nunca son negativas. Y va
#   solo después de las dos primeras convoluciones.
# - `layers.MaxPooling2D(3)` **no** tiene paso 1 ni 2: si no das un paso, Keras usa el tamaño de la ventana. Las ventanas
#   de AlexNet se traslapan.
# - Sin `Flatten`, Keras no se queja: aplica la capa densa en cada lugar del mapa por separado. La red queda entonces con
#   25,678,184 parámetros, y ya sabes dónde buscar.
# - Aquí todos los canales están conectados: sin grupos. No compiles el modelo; nadie lo va a entrenar. (En un solo núcleo
#   de procesador, las 90 épocas del artículo tardarían más de un año).
#
# El modelo ocupa cerca de 250 MB de memoria, y tarda más o menos un segundo en construirse.

# %% question="build_alexnet" uses="keras"
def build_alexnet(n_classes):
    """
    en: AlexNet, new, untrained and not compiled: images (227, 227, 3) in, n_classes probabilities out.
    en: n_classes: int. Returns a Keras model.
    es: AlexNet, nueva, sin entrenar y sin compilar: entran imágenes (227, 227, 3), salen n_classes probabilidades.
    es: n_classes: int. Devuelve un modelo de Keras.
    """
    # BEGIN SOLUTION
    return keras.Sequential(
        [
            keras.Input((227, 227, 3)),
            layers.Conv2D(96, 11, strides=4, activation="relu"),
            LocalResponseNormalization(depth_radius=2, k=2.0, alpha=1e-4, beta=0.75),
            layers.MaxPooling2D(3, strides=2),
            layers.Conv2D(256, 5, padding="same", activation="relu"),
            LocalResponseNormalization(depth_radius=2, k=2.0, alpha=1e-4, beta=0.75),
            layers.MaxPooling2D(3, strides=2),
            layers.Conv2D(384, 3, padding="same", activation="relu"),
            layers.Conv2D(384, 3, padding="same", activation="relu"),
            layers.Conv2D(256, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(3, strides=2),
            layers.Flatten(),
            layers.Dense(4096, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(4096, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
    # END SOLUTION


# %% [markdown] lang="en"
# Two independent witnesses: Keras's sizes and counts, and yours. Do they agree in every line? Then we ask the network
# about an image. It knows nothing yet, so each of the 1,000 classes gets about one thousandth.

# %% [markdown] lang="es"
# Dos testigos independientes: los tamaños y las cuentas de Keras, y los tuyos. ¿Coinciden en cada línea? Después le
# preguntamos a la red por una imagen. Todavía no sabe nada, así que a cada una de las 1,000 clases le toca cerca de una
# milésima.

# %% kind="demo"
model = build_alexnet(1000)
shown = [one for one in model.layers if isinstance(one, (layers.Conv2D, layers.MaxPooling2D, layers.Dense))]
counts = alexnet_parameters(False)
for one, (name, shape) in zip(shown, alexnet_shapes(227)):
    agree = tuple(one.output.shape[1:]) == shape and one.count_params() == counts.get(name, 0)
    print(f"{name:6} {shape!s:14} {counts.get(name, 0):>12,}", "=" if agree else "≠", end="  ")
    print(f"Keras: {tuple(one.output.shape[1:])!s:14} {one.count_params():>12,}")
noise = np.random.default_rng(0).integers(0, 256, (1, 227, 227, 3)).astype("float32")
answer = np.asarray(model(noise / 255))[0]
print(f"Answers to an image of noise: from {answer.min():.5f} to {answer.max():.5f}, sum {answer.sum():.3f}")  # en
print(f"Respuestas a una imagen de ruido: de {answer.min():.5f} a {answer.max():.5f}, suma {answer.sum():.3f}")  # es
del model, shown, one

# %% [markdown] lang="en"
# ## Part 5. More data from the same pictures: `augment`
#
# Nobody trains the large AlexNet on one processor core. But the idea fits in a small network, if the pictures are easier
# than a thousand classes of photographs. The kit draws them: **ten shapes**, each in a random place, size, turn, colour,
# texture, light and noise. There are as many as you like, and no two are equal, so the tests can always use pictures that
# nobody has seen.
#
# Colour tells nothing here, nor does a single pixel. Only the shape does.

# %% [markdown] lang="es"
# ## Parte 5. Más datos de las mismas imágenes: `augment`
#
# Nadie entrena la AlexNet grande en un solo núcleo de procesador. Pero la idea cabe en una red pequeña, si las imágenes
# son más fáciles que mil clases de fotos. Las dibuja el kit: **diez figuras**, cada una en un lugar, tamaño, giro, color,
# textura, luz y ruido al azar. Hay tantas como quieras y no hay dos iguales, así que las pruebas siempre pueden usar
# imágenes que nadie ha visto.
#
# Aquí el color no dice nada, y un píxel suelto tampoco. Solo la figura.

# %% kind="demo"
from autograder.datasets import SHAPES, colour_shapes

names = [shape.en for shape in SHAPES]  # en
names = [shape.es for shape in SHAPES]  # es
images, labels = colour_shapes(400, size=67, seed=1)
figure, axes = plt.subplots(5, 10, figsize=(11, 6), layout="constrained")
for label in range(10):
    for ax, image in zip(axes[:, label], images[labels == label]):
        ax.imshow(image)
        ax.axis("off")
    axes[0, label].set_title(names[label])
plt.show()

# %% [markdown] lang="en"
# **Why augment.** A photograph of a dog is still a photograph of a dog when you cut off a strip at its border, or look at
# it in a mirror. To the network they are new numbers. AlexNet cut pieces of 224 × 224 out of images of 256 × 256, and
# mirrored half of them: 2,048 versions of each photograph, for free. Our pictures are too small to cut anything off, so
# we first add a border.
#
# **The recipe**, for each image of the batch **separately**:
#
# 1. Let $p$ be `H // 8`. Surround the image with a border of $p$ zeros on all four sides (the same $p$ above and to the
#    left, also if it is not square). It is now $(H + 2p) \times (W + 2p)$.
# 2. Draw a place at random, and cut out a piece of $H \times W$ there. All places are equally likely: the top-left corner
#    may lie in rows $0, 1, \dots, 2p$, and in columns $0, 1, \dots, 2p$.
# 3. With probability ½, mirror it left to right.
#
# **By hand.** $H = 16$, so $p = 2$, and the bordered image has $20$ rows. The piece may begin in rows 0 to 4: five
# possibilities. If it begins in row 2 (and column 2), it is the image itself. If it begins in row 4, the image moved up
# by 2, and the two last rows are zeros. With five columns and two mirror states, there are $5 \cdot 5 \cdot 2 = 50$
# versions.
#
# **Details that matter.**
#
# - Use the generator `rng` that you receive, and no other: `rng.integers(a, b)` gives whole numbers from $a$ to $b - 1$,
#   `rng.random()` numbers from 0 to 1. So the same generator in the same state gives the same answer, which makes a
#   training repeatable. You may draw in any order.
# - Each image draws for itself. If the whole batch moves together, the network sees less variety.
# - The dtype stays: images of `uint8` (0 to 255, one byte per number) come out as `uint8`.
# - The images you received stay as they were: you will need them in the next epoch.
# - Only for training. Nobody moves the pictures of an exam.

# %% [markdown] lang="es"
# **Por qué aumentar.** La foto de un perro sigue siendo la foto de un perro si le cortas una franja del borde, o si la
# miras en un espejo. Para la red son números nuevos. AlexNet recortaba pedazos de 224 × 224 de imágenes de 256 × 256, y
# a la mitad la ponía en espejo: 2,048 versiones de cada foto, gratis. Nuestras imágenes son demasiado pequeñas para
# cortarles algo, así que antes les agregamos un borde.
#
# **La receta**, para cada imagen del lote **por separado**:
#
# 1. Sea $p$ igual a `H // 8`. Rodea la imagen con un borde de $p$ ceros en los cuatro lados (el mismo $p$ arriba y a la
#    izquierda, aunque no sea cuadrada). Ahora mide $(H + 2p) \times (W + 2p)$.
# 2. Sortea un lugar y recorta ahí un pedazo de $H \times W$. Todos los lugares son igual de probables: la esquina superior
#    izquierda puede estar en las filas $0, 1, \dots, 2p$ y en las columnas $0, 1, \dots, 2p$.
# 3. Con probabilidad ½, ponlo en espejo, de izquierda a derecha.
#
# **A mano.** $H = 16$, así que $p = 2$, y la imagen con borde tiene $20$ filas. El pedazo puede empezar en las filas 0 a
# 4: cinco posibilidades. Si empieza en la fila 2 (y la columna 2), es la imagen misma. Si empieza en la fila 4, la imagen
# subió 2, y las dos últimas filas son ceros. Con cinco columnas y dos estados de espejo, hay $5 \cdot 5 \cdot 2 = 50$
# versiones.
#
# **Detalles que importan.**
#
# - Usa el generador `rng` que recibes, y ningún otro: `rng.integers(a, b)` da números enteros de $a$ a $b - 1$,
#   `rng.random()` da números de 0 a 1. Así, el mismo generador en el mismo estado da la misma respuesta, y un
#   entrenamiento se puede repetir. Puedes sortear en cualquier orden.
# - Cada imagen sortea para sí. Si todo el lote se mueve junto, la red ve menos variedad.
# - El dtype se conserva: las imágenes `uint8` (de 0 a 255, un byte por número) salen como `uint8`.
# - Las imágenes que recibiste quedan como estaban: las necesitarás en la siguiente época.
# - Solo para entrenar. A nadie se le mueven las imágenes de un examen.

# %% question="augment"
def augment(images, rng):
    """
    en: Each image moved at random by up to H // 8 pixels, and mirrored left to right with probability 1/2.
    en: images: array (N, H, W, C) of any dtype. rng: a numpy Generator, the only source of chance.
    en: Returns a new array of the same shape and dtype; what moves in from outside is 0.
    es: Cada imagen movida al azar hasta H // 8 píxeles, y en espejo de izquierda a derecha con probabilidad 1/2.
    es: images: arreglo (N, H, W, C) de cualquier dtype. rng: un Generator de numpy, la única fuente de azar.
    es: Devuelve un arreglo nuevo de la misma forma y dtype; lo que entra desde fuera es 0.
    """
    # BEGIN SOLUTION
    count, height, width, _ = images.shape
    pad = height // 8
    bordered = np.pad(images, [(0, 0), (pad, pad), (pad, pad), (0, 0)])
    out = np.empty_like(images)
    for i in range(count):
        top, left = rng.integers(0, 2 * pad + 1, size=2)
        piece = bordered[i, top : top + height, left : left + width]
        out[i] = piece[:, ::-1] if rng.random() < 0.5 else piece
    return out
    # END SOLUTION


# %% kind="demo"
figure, axes = plt.subplots(3, 10, figsize=(11, 3.7), layout="constrained")
rng = np.random.default_rng(4)
for row, image in zip(axes, images[[3, 2, 7]]):
    versions = augment(np.stack([image] * 9), rng)
    for ax, version in zip(row, [image, *versions]):
        ax.imshow(version)
        ax.axis("off")
figure.suptitle("Left: the image. Then nine of its versions.")  # en
figure.suptitle("Izquierda: la imagen. Luego nueve de sus versiones.")  # es
plt.show()

# %% [markdown] lang="en"
# ## Part 6. AlexNet divided by eight: `build_mini_alexnet`
#
# **Same topology, smaller.** The kernels, strides and poolings stay as they are. Every number of filters and of units is
# divided by 8: 96 becomes 12, 4096 becomes 512. So a layer from $C$ to $F$ channels does 64 times less work. The dropout
# rate is **not** divided: half is half.
#
# **How small may the image be?** Go backwards: `pool5` needs a map of 3, so `pool2` must give 3, so it needs 7, so `pool1`
# must give 7, so it needs 15, so `conv1` needs $14 \cdot 4 + 11 = 67$ pixels. With 66 there is nothing left to pool. With
# 32 pixels, the size of many small datasets, the first window alone would cover a third of the image. Our pictures are
# 67 × 67, the smallest AlexNet there is. Check it with `alexnet_shapes(67)`.
#
# **What is new.**
#
# - **`Rescaling(1 / 255)` comes first.** The pictures are bytes from 0 to 255, and the network itself brings them to 0 to
#   1. Whoever uses the model cannot forget to, nor do it twice.
# - **Batch normalisation instead of local response normalisation.** For each channel it subtracts the mean and divides by
#   the deviation, taken over the whole batch. Then it multiplies by a number and adds another, both learned. It came in
#   2015 and did what local response normalisation had promised: in our measurements the mini network learns three times
#   faster with it. It stands **between each convolution and its ReLU**, in all five.
# - **These convolutions have no bias** (`use_bias=False`): the normalisation would subtract it at once, and it adds one of
#   its own.
# - **`momentum=0.9`.** In an exam there is no batch to take the mean of, so the layer keeps a running average of what it
#   saw in training. Keras's default, 0.99, remembers about the last 100 steps; 0.9, the last 10. Our whole training has
#   some 200 steps: with 0.99 the average would be stale, and the network worse in the exam than in class.
#
# | layer | settings | output, for 67 × 67 × 3 |
# |---|---|---|
# | input | images of `input_shape`, numbers from 0 to 255 | 67 × 67 × 3 |
# | rescaling | by 1 / 255 | 67 × 67 × 3 |
# | convolution | 12 of 11 × 11, stride 4, no padding, no bias | 15 × 15 × 12 |
# | batch normalisation, then ReLU | momentum 0.9 | 15 × 15 × 12 |
# | max pooling | 3 × 3, stride 2 | 7 × 7 × 12 |
# | convolution | 32 of 5 × 5, padding that keeps the size, no bias | 7 × 7 × 32 |
# | batch normalisation, then ReLU | momentum 0.9 | 7 × 7 × 32 |
# | max pooling | 3 × 3, stride 2 | 3 × 3 × 32 |
# | convolution | 48 of 3 × 3, padding that keeps the size, no bias | 3 × 3 × 48 |
# | batch normalisation, then ReLU | momentum 0.9 | 3 × 3 × 48 |
# | convolution | 48 of 3 × 3, padding that keeps the size, no bias | 3 × 3 × 48 |
# | batch normalisation, then ReLU | momentum 0.9 | 3 × 3 × 48 |
# | convolution | 32 of 3 × 3, padding that keeps the size, no bias | 3 × 3 × 32 |
# | batch normalisation, then ReLU | momentum 0.9 | 3 × 3 × 32 |
# | max pooling | 3 × 3, stride 2 | 1 × 1 × 32 |
# | flatten | | 32 |
# | dense, ReLU, then dropout of half | 512 units | 512 |
# | dense, ReLU, then dropout of half | 512 units | 512 |
# | dense, softmax | `n_classes` units | 10 |
#
# With ten classes it has **347,710** numbers, 179 times fewer than its big sister. `input_shape` is `(height, width,
# channels)`, and need not be square. `layers.BatchNormalization` and `layers.ReLU` are layers like the others. The same
# three layers repeat five times: a small helper function inside yours saves you much typing. Do not compile the model
# here.

# %% [markdown] lang="es"
# ## Parte 6. AlexNet dividida entre ocho: `build_mini_alexnet`
#
# **La misma topología, más pequeña.** Los núcleos, los pasos y las agrupaciones quedan como están. Cada cantidad de
# filtros y de unidades se divide entre 8: 96 pasa a 12, 4096 pasa a 512. Así, una capa de $C$ a $F$ canales hace 64 veces
# menos trabajo. La tasa de abandono **no** se divide: la mitad es la mitad.
#
# **¿Qué tan pequeña puede ser la imagen?** Ve hacia atrás: `pool5` necesita un mapa de 3, así que `pool2` debe dar 3, así
# que necesita 7, así que `pool1` debe dar 7, así que necesita 15, así que `conv1` necesita $14 \cdot 4 + 11 = 67$ píxeles.
# Con 66 ya no queda nada que agrupar. Con 32 píxeles, el tamaño de muchos conjuntos de datos pequeños, la primera ventana
# sola cubriría un tercio de la imagen. Nuestras imágenes son de 67 × 67, la AlexNet más pequeña que existe. Compruébalo
# con `alexnet_shapes(67)`.
#
# **Qué hay de nuevo.**
#
# - **`Rescaling(1 / 255)` va primero.** Las imágenes son bytes de 0 a 255, y la propia red los lleva al rango de 0 a 1.
#   Quien use el modelo no puede olvidarlo, ni hacerlo dos veces.
# - **Normalización por lotes (*batch normalisation*) en lugar de normalización de respuesta local.** A cada canal le resta
#   la media y lo divide entre la desviación, tomadas sobre todo el lote. Después multiplica por un número y suma otro,
#   ambos aprendidos. Llegó en 2015 y cumplió lo que la normalización de respuesta local había prometido: en nuestras
#   mediciones, la red pequeña aprende tres veces más rápido con ella. Va **entre cada convolución y su ReLU**, en las cinco.
# - **Estas convoluciones no tienen sesgo** (`use_bias=False`): la normalización lo restaría de inmediato, y además suma
#   uno propio.
# - **`momentum=0.9`.** En un examen no hay un lote del cual tomar la media, así que la capa guarda un promedio móvil de lo
#   que vio al entrenar. El valor por omisión de Keras, 0.99, recuerda más o menos los últimos 100 pasos; 0.9, los últimos
#   10. Todo nuestro entrenamiento tiene unos 200 pasos: con 0.99 el promedio estaría atrasado, y a la red le iría peor en
#   el examen que en clase.
#
# | capa | ajustes | salida, para 67 × 67 × 3 |
# |---|---|---|
# | entrada | imágenes de forma `input_shape`, números de 0 a 255 | 67 × 67 × 3 |
# | reescalar (*rescaling*) | por 1 / 255 | 67 × 67 × 3 |
# | convolución | 12 de 11 × 11, paso 4, sin relleno, sin sesgo | 15 × 15 × 12 |
# | normalización por lotes y luego ReLU | momentum 0.9 | 15 × 15 × 12 |
# | agrupación máxima | 3 × 3, paso 2 | 7 × 7 × 12 |
# | convolución | 32 de 5 × 5, relleno que conserva el tamaño, sin sesgo | 7 × 7 × 32 |
# | normalización por lotes y luego ReLU | momentum 0.9 | 7 × 7 × 32 |
# | agrupación máxima | 3 × 3, paso 2 | 3 × 3 × 32 |
# | convolución | 48 de 3 × 3, relleno que conserva el tamaño, sin sesgo | 3 × 3 × 48 |
# | normalización por lotes y luego ReLU | momentum 0.9 | 3 × 3 × 48 |
# | convolución | 48 de 3 × 3, relleno que conserva el tamaño, sin sesgo | 3 × 3 × 48 |
# | normalización por lotes y luego ReLU | momentum 0.9 | 3 × 3 × 48 |
# | convolución | 32 de 3 × 3, relleno que conserva el tamaño, sin sesgo | 3 × 3 × 32 |
# | normalización por lotes y luego ReLU | momentum 0.9 | 3 × 3 × 32 |
# | agrupación máxima | 3 × 3, paso 2 | 1 × 1 × 32 |
# | aplanar | | 32 |
# | densa, ReLU y luego abandono de la mitad | 512 unidades | 512 |
# | densa, ReLU y luego abandono de la mitad | 512 unidades | 512 |
# | densa, softmax | `n_classes` unidades | 10 |
#
# Con diez clases tiene **347,710** números, 179 veces menos que su hermana mayor. `input_shape` es `(alto, ancho,
# canales)`, y no tiene que ser cuadrada. `layers.BatchNormalization` y `layers.ReLU` son capas como las demás. Las mismas
# tres capas se repiten cinco veces: una pequeña función auxiliar dentro de la tuya te ahorra mucho tecleo. No compiles el
# modelo aquí.

# %% question="build_mini_alexnet" uses="keras"
def build_mini_alexnet(input_shape, n_classes):
    """
    en: AlexNet with an eighth of its filters and units and with batch normalisation; new, untrained, not compiled.
    en: input_shape: (height, width, channels), at least 67 x 67; the images hold 0 to 255. n_classes: int.
    en: Returns a Keras model.
    es: AlexNet con un octavo de sus filtros y unidades y con normalización por lotes; nueva, sin entrenar ni compilar.
    es: input_shape: (alto, ancho, canales), al menos 67 x 67; las imágenes van de 0 a 255. n_classes: int.
    es: Devuelve un modelo de Keras.
    """
    # BEGIN SOLUTION
    def convolution(filters, size, **settings):
        conv = layers.Conv2D(filters, size, use_bias=False, **settings)
        return [conv, layers.BatchNormalization(momentum=0.9), layers.ReLU()]

    return keras.Sequential(
        [
            keras.Input(input_shape),
            layers.Rescaling(1 / 255),
            *convolution(12, 11, strides=4),
            layers.MaxPooling2D(3, strides=2),
            *convolution(32, 5, padding="same"),
            layers.MaxPooling2D(3, strides=2),
            *convolution(48, 3, padding="same"),
            *convolution(48, 3, padding="same"),
            *convolution(32, 3, padding="same"),
            layers.MaxPooling2D(3, strides=2),
            layers.Flatten(),
            layers.Dense(512, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(512, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
    # END SOLUTION


# %% [markdown] lang="en"
# ## Part 7. Train it: `train_mini_alexnet`
#
# `train_mini_alexnet(model, X, y)` receives a model that is not compiled. It must **compile it, train it on X and y, and
# return it** (the model, not what `fit` returns).
#
# - `X` is `(N, H, W, 3)`, `uint8`, from 0 to 255. The model rescales by itself, so give it `X` as it is.
# - `y` is `(N,)`, integers from 0 to the number of classes less one. Choose the cross-entropy that takes integers.
# - The pictures may come sorted by class. Use them all.
# - `verbose=0` in `fit`, so as not to fill the screen.
#
# **The learning rate should go down.** Large steps at the start bring you near a good place; small steps at the end let
# you stay there. The authors of AlexNet watched the error, and whenever it stopped falling they divided the rate by 10 by
# hand, three times. Keras has schedules that do it for you: `keras.optimizers.schedules.CosineDecay(start, steps)` goes
# from `start` down to 0 along half a cosine, in `steps` steps, and an optimizer takes it in place of its learning rate.
# One step is one batch, so there are `epochs * ceil(N / batch_size)` of them.
#
# It matters more than one would think. These are measurements with 1,000 pictures, 8 epochs and Adam, on 500 new pictures:
#
# | learning rate | accuracy of several trainings |
# |---|---|
# | 0.001, always the same | 60 %, 74 %, 85 % |
# | from 0.002 down to 0, `CosineDecay` | 88 %, 91 %, 95 % |
#
# **How it is graded.** The hidden test trains a new network with your function on 1,000 fresh pictures of 67 × 67, and
# then shows it 500 others. It must recognise at least **60 %** (guessing gives 10 %, and a linear model some 35 %). Each
# test must end within 60 seconds on one processor core; 6 to 12 epochs with batches of 32 take 6 to 15 seconds. Try it as
# often as you like: `colour_shapes(1000, size=67, seed=...)` draws other pictures for each seed.
#
# **Or hand in your weights.** If you prefer to train for longer at home, save what your network learned beside this
# notebook, and hand in both files. The hidden test then asks *those* weights, in the network that your
# `build_mini_alexnet((67, 67, 3), 10)` makes, and trains nothing for it:
#
# ```python
# model.save_weights("train_mini_alexnet.weights.h5")  # at most 25 MiB
# ```

# %% [markdown] lang="es"
# ## Parte 7. Entrénala: `train_mini_alexnet`
#
# `train_mini_alexnet(model, X, y)` recibe un modelo sin compilar. Debe **compilarlo, entrenarlo con X e y, y devolverlo**
# (el modelo, no lo que devuelve `fit`).
#
# - `X` es `(N, H, W, 3)`, `uint8`, de 0 a 255. El modelo reescala por su cuenta, así que dale `X` tal como está.
# - `y` es `(N,)`, enteros de 0 al número de clases menos uno. Elige la entropía cruzada que recibe enteros.
# - Las imágenes pueden venir ordenadas por clase. Úsalas todas.
# - `verbose=0` en `fit`, para no llenar la pantalla.
#
# **La tasa de aprendizaje debe bajar.** Los pasos grandes del comienzo te llevan cerca de un buen lugar; los pequeños del
# final te dejan quedarte ahí. Los autores de AlexNet vigilaban el error y, cada vez que dejaba de bajar, dividían la tasa
# entre 10 a mano; lo hicieron tres veces. Keras tiene programas que lo hacen por ti:
# `keras.optimizers.schedules.CosineDecay(inicio, pasos)` baja de `inicio` a 0 siguiendo medio coseno, en `pasos` pasos, y
# un optimizador lo recibe en lugar de su tasa de aprendizaje. Un paso es un lote, así que hay `épocas * techo(N / tamaño
# del lote)`.
#
# Importa más de lo que uno cree. Estas son mediciones con 1,000 imágenes, 8 épocas y Adam, sobre 500 imágenes nuevas:
#
# | tasa de aprendizaje | exactitud de varios entrenamientos |
# |---|---|
# | 0.001, siempre la misma | 60 %, 74 %, 85 % |
# | de 0.002 hasta 0, `CosineDecay` | 88 %, 91 %, 95 % |
#
# **Cómo se califica.** La prueba oculta entrena una red nueva con tu función y 1,000 imágenes recién dibujadas de
# 67 × 67, y luego le muestra otras 500. Debe reconocer al menos el **60 %** (adivinar da 10 %, y un modelo lineal cerca de
# 35 %). Cada prueba debe terminar en menos de 60 segundos en un solo núcleo de procesador; de 6 a 12 épocas con lotes de
# 32 tardan de 6 a 15 segundos. Pruébala cuantas veces quieras: `colour_shapes(1000, size=67, seed=...)` dibuja otras
# imágenes con cada semilla.
#
# **O entrega tus pesos.** Si prefieres entrenar más tiempo en casa, guarda junto a este cuaderno lo que aprendió tu red y
# entrega los dos archivos. La prueba oculta le pregunta entonces a *esos* pesos, en la red que construye tu
# `build_mini_alexnet((67, 67, 3), 10)`, y no entrena nada para ello:
#
# ```python
# model.save_weights("train_mini_alexnet.weights.h5")  # 25 MiB como máximo
# ```

# %% question="train_mini_alexnet" uses="keras"
def train_mini_alexnet(model, X, y):
    """
    en: Compile a model, train it, and return it.
    en: X: (N, H, W, 3) uint8, from 0 to 255. y: (N,) integers, the class of each image. Neither is modified.
    es: Compila un modelo, lo entrena y lo devuelve.
    es: X: (N, H, W, 3) uint8, de 0 a 255. y: (N,) enteros, la clase de cada imagen. Ninguno se modifica.
    """
    # BEGIN SOLUTION
    epochs, batch_size = 8, 32
    steps = epochs * -(-len(X) // batch_size)
    rate = keras.optimizers.schedules.CosineDecay(0.1, steps)
    # Plain gradient descent does as well here as Adam, and Keras prepares it three times faster.
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="sparse_categorical_crossentropy")
    model.fit(X, y, batch_size=batch_size, epochs=epochs, verbose=0)
    return model
    # END SOLUTION


# %% [markdown] lang="en"
# ### The exam
#
# We train with 2,500 pictures, and ask about 1,000 new ones (it takes some 20 seconds). Beside it, a linear model on the
# same pixels, the same pictures: the perceptron of assignment 01 with ten outputs. On the right, the confusion matrix:
# each row is a true shape, each column an answer. Before you look: which two shapes would you confuse?

# %% [markdown] lang="es"
# ### El examen
#
# Entrenamos con 2,500 imágenes y le preguntamos por 1,000 nuevas (tarda unos 20 segundos). A su lado, un modelo lineal
# con los mismos píxeles y las mismas imágenes: el perceptrón de la tarea 01 con diez salidas. A la derecha, la matriz de
# confusión: cada fila es una figura verdadera, cada columna una respuesta. Antes de mirar: ¿qué dos figuras confundirías
# tú?

# %% kind="demo"
X, y = colour_shapes(2500, size=67, seed=2)
new, truth = colour_shapes(1000, size=67, seed=3)
model = build_mini_alexnet((67, 67, 3), 10)
untrained = model.layers[1].get_weights()[0]
model = train_mini_alexnet(model, X, y)
guesses = model.predict(new, verbose=0).argmax(axis=1)

one_layer = [keras.Input((67, 67, 3)), layers.Rescaling(1 / 255), layers.Flatten(), layers.Dense(10, activation="softmax")]
linear = keras.Sequential(one_layer)
linear.compile("adam", "sparse_categorical_crossentropy")
linear.fit(X, y, epochs=8, verbose=0)
linear_guesses = linear.predict(new, verbose=0).argmax(axis=1)

confusion = np.zeros((10, 10), int)
np.add.at(confusion, (truth, guesses), 1)
figure, axes = plt.subplots(1, 2, figsize=(11, 5), width_ratios=[1, 2.2], layout="constrained")
scores = [0.1, np.mean(linear_guesses == truth), np.mean(guesses == truth)]
bars = axes[0].bar(["chance", "linear", "mini AlexNet"], scores, color=["#9aa5ab", "#9aa5ab", "#d1495b"])  # en
bars = axes[0].bar(["azar", "lineal", "mini AlexNet"], scores, color=["#9aa5ab", "#9aa5ab", "#d1495b"])  # es
axes[0].bar_label(bars, [f"{score:.1%}" for score in scores])
axes[0].set(ylim=(0, 1.08), yticks=[])
axes[0].set_title("1,000 new pictures")  # en
axes[0].set_title("1,000 imágenes nuevas")  # es
axes[0].spines[["top", "right", "left"]].set_visible(False)
axes[1].imshow(np.sqrt(confusion), cmap="Blues")
for row in range(10):
    for column in range(10):
        colour = "white" if confusion[row, column] > 50 else "#264653"
        text = confusion[row, column] or ""
        axes[1].text(column, row, text, ha="center", va="center", color=colour, fontsize=9)
axes[1].set_xticks(range(10), names, rotation=45)
axes[1].set_yticks(range(10), names)
axes[1].set_xlabel("answer")  # en
axes[1].set_xlabel("respuesta")  # es
axes[1].set_ylabel("truth")  # en
axes[1].set_ylabel("verdad")  # es
plt.show()

# %% [markdown] lang="en"
# ### What the first layer looks for
#
# Everybody who opened AlexNet in 2012 looked first at its 96 kernels of 11 × 11: stripes in all directions, and patches
# of colour. Nobody had put them there, and they resemble what biologists had measured in the visual cortex of cats fifty
# years before.
#
# Here are the twelve of **your** network, each as a small colour image, where grey means 0. The first row looks like
# noise: after some seconds of training, most of what you see is still the random start. (AlexNet trained for 90 epochs,
# with a force that pulls every weight to zero, and so its start faded away.) The second row shows **what training
# changed**: the kernels minus their start. There they are: light on one side and dark on the other, in several directions,
# and soft patches. Nobody put them there either.
#
# The third row shows what each kernel finds in one picture, after normalisation and ReLU. Some answer along an edge of the
# shape, each on its own side; others fill its inside, or the background.

# %% [markdown] lang="es"
# ### Qué busca la primera capa
#
# Todo el que abrió AlexNet en 2012 miró primero sus 96 núcleos de 11 × 11: rayas en todas direcciones, y manchas de
# color. Nadie las había puesto ahí, y se parecen a lo que los biólogos habían medido en la corteza visual de los gatos
# cincuenta años antes.
#
# Estos son los doce de **tu** red, cada uno como una pequeña imagen a color, donde el gris significa 0. La primera fila
# parece ruido: tras unos segundos de entrenamiento, casi todo lo que ves es todavía el comienzo al azar. (AlexNet se
# entrenó 90 épocas, con una fuerza que tira de cada peso hacia cero, y así su comienzo se desvaneció). La segunda fila
# muestra **lo que cambió el entrenamiento**: los núcleos menos su comienzo. Ahí están: claros de un lado y oscuros del
# otro, en varias direcciones, y manchas suaves. Tampoco aquí las puso nadie.
#
# La tercera fila muestra lo que cada núcleo encuentra en una imagen, después de la normalización y la ReLU. Algunos
# responden a lo largo de un borde de la figura, cada uno por su lado; otros llenan su interior, o el fondo.

# %% kind="demo"
kernels = model.layers[1].get_weights()[0]
which = int(np.flatnonzero((truth == 5) & (guesses == 5))[0])
maps = new[which : which + 1].astype("float32")
for one in model.layers[:4]:
    maps = one(maps, training=False)
maps = np.asarray(maps)[0]

figure, axes = plt.subplots(3, 13, figsize=(12, 3.2), layout="constrained")
for ax in axes.flat:
    ax.axis("off")
rows = ["kernels", "change"]  # en
rows = ["núcleos", "cambio"]  # es
for ax, text in zip(axes[:, 0], rows):
    ax.text(0.5, 0.5, text, ha="center", va="center", transform=ax.transAxes, fontsize=8)
axes[2, 0].imshow(new[which])
for f in range(12):
    for ax, kernel in zip(axes[:2, f + 1], (kernels[..., f], kernels[..., f] - untrained[..., f])):
        ax.imshow(0.5 + 0.5 * kernel / np.abs(kernel).max())
    axes[2, f + 1].imshow(maps[..., f], cmap="gray")
plt.show()

# %% [markdown] lang="en"
# ### Its mistakes
#
# These are pictures that the network got wrong, and how sure it was. Are they hard for you too?

# %% [markdown] lang="es"
# ### Sus errores
#
# Estas son imágenes en las que la red se equivocó, y qué tan segura estaba. ¿También son difíciles para ti?

# %% kind="demo"
wrong = np.flatnonzero(guesses != truth)[:16]
figure, axes = plt.subplots(2, 8, figsize=(12, 3.8), layout="constrained")
for ax in axes.flat:
    ax.axis("off")
if len(wrong):
    sure = model.predict(new[wrong], verbose=0).max(axis=1)
    for ax, i, percent in zip(axes.flat, wrong, sure):
        ax.imshow(new[i])
        ax.set_title(f"{names[truth[i]]} →\n{names[guesses[i]]} {percent:.0%}", fontsize=9)
plt.show()

# %% [markdown] lang="en"
# ### Experiments
#
# You have all the pieces. Some questions that you can answer in a few lines each:
#
# 1. **Does augmentation help?** Write your own loop: in each epoch, `model.fit(augment(X, rng), y, ...)` with `epochs=1`.
#    Try it with 300 pictures and 30 epochs, with and without. (With few epochs it costs a little, since the network never
#    sees the same picture twice; with many, it pays.)
# 2. **Which part matters most?** Take the dropout out, or the batch normalisation, or the last three convolutions.
# 3. **What if colour gave it away?** Paint all the discs red in the training pictures, and none in the exam.

# %% [markdown] lang="es"
# ### Experimentos
#
# Tienes todas las piezas. Algunas preguntas que puedes responder con unas pocas líneas cada una:
#
# 1. **¿Ayuda el aumento de datos?** Escribe tu propio bucle: en cada época, `model.fit(augment(X, rng), y, ...)` con
#    `epochs=1`. Pruébalo con 300 imágenes y 30 épocas, con y sin aumento. (Con pocas épocas cuesta un poco, porque la red
#    nunca ve dos veces la misma imagen; con muchas, conviene).
# 2. **¿Qué parte importa más?** Quita el abandono, o la normalización por lotes, o las últimas tres convoluciones.
# 3. **¿Y si el color la delatara?** Pinta de rojo todos los discos en las imágenes de entrenamiento, y ninguno en las
#    del examen.

# %% [markdown] lang="en"
# ## What you now know
#
# - **AlexNet is nothing but parts you wrote yourself**: five convolutions, three poolings, three dense layers, ReLU,
#   dropout, softmax. Its revolution was that they work at scale, with enough data.
# - **Every part answers a problem.** Time: ReLU, two cards. Memorising: dropout, augmentation. Answers out of bounds:
#   normalisation.
# - **Sizes:** 227 → 55 → 27 → 13 → 6, always rounding down; and 9,216 numbers before the dense layers.
# - **Counts:** 62,378,344, or 60,965,224 with two groups. The convolutions hold 6 % of them and do 95 % of the work; for
#   the dense layers it is the other way round.
# - **A right total proves nothing.** Compare layer by layer: sizes, settings, counts.
# - **Augmentation** multiplies the pictures by what should not matter. It draws anew for each image, and only in
#   training.
# - **A network can be divided by eight** and still see. Its first kernels look like those of its big sister.
#
# **After AlexNet.** ZFNet looked inside and made the first kernels smaller (2013). VGG used nothing but 3 × 3 (2014), and
# GoogLeNet threw the dense layers away, with a twelfth of the parameters (2014). ResNet let the signal jump over layers,
# and reached 152 of them, and fewer errors than a person (2015). Each of them answers a question that you can now ask by
# yourself: *where are the numbers, and what are they for?*
#
# **This is the end of the road that began in 1943**, with a neuron that added and compared. You have written every step
# of it.

# %% [markdown] lang="es"
# ## Lo que ahora sabes
#
# - **AlexNet no es más que piezas que tú mismo escribiste**: cinco convoluciones, tres agrupaciones, tres capas densas,
#   ReLU, abandono, softmax. Su revolución fue que funcionan a gran escala, con suficientes datos.
# - **Cada pieza responde a un problema.** Tiempo: ReLU, dos tarjetas. Memorizar: abandono, aumento de datos. Respuestas
#   fuera de límites: normalización.
# - **Tamaños:** 227 → 55 → 27 → 13 → 6, siempre redondeando hacia abajo; y 9,216 números antes de las capas densas.
# - **Cuentas:** 62,378,344, o 60,965,224 con dos grupos. Las convoluciones tienen el 6 % y hacen el 95 % del trabajo; con
#   las capas densas es al revés.
# - **Un total correcto no demuestra nada.** Compara capa por capa: tamaños, ajustes, cuentas.
# - **El aumento de datos** multiplica las imágenes por lo que no debería importar. Sortea de nuevo para cada imagen, y
#   solo al entrenar.
# - **Una red se puede dividir entre ocho** y seguir viendo. Sus primeros núcleos se parecen a los de su hermana mayor.
#
# **Después de AlexNet.** ZFNet miró por dentro y redujo los primeros núcleos (2013). VGG usó solo 3 × 3 (2014), y GoogLeNet
# se deshizo de las capas densas, con doce veces menos parámetros (2014). ResNet dejó que la señal saltara capas, y llegó a
# 152, y a menos errores que una persona (2015). Cada una responde una pregunta que ahora puedes hacer tú: *¿dónde están
# los números, y para qué sirven?*
#
# **Este es el final del camino que empezó en 1943**, con una neurona que sumaba y comparaba. Has escrito cada uno de sus
# pasos.
