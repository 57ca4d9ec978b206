# %% [markdown] lang="en"
# # Backpropagation: who is to blame?
#
# A network starts with random weights and answers nonsense. A few hundred rounds later it reads handwritten digits.
# Every round has the same four steps:
#
# 1. **Forward.** The network answers.
# 2. **Loss.** One number says how wrong the answer is.
# 3. **Backward.** Each weight receives its share of the blame: how much the loss would change if that weight changed a
#    little. This step is *backpropagation*.
# 4. **Adjust.** Each weight moves a little, against its blame.
#
# You will write all four in plain numpy, for a network of any depth. Then you will see why deep networks could not be
# trained for decades, and how to cure them.
#
# | Part | Question | You write |
# |---|---|---|
# | 1 | How wrong is the network? | `mse_loss`, `softmax_cross_entropy`, `binary_cross_entropy` |
# | 2 | Who is to blame? | `dense_forward`, `dense_backward` |
# | 3 | How do I know that my gradient is right? | `numerical_gradient` |
# | 4 | How does blame cross many layers? | `mlp_forward`, `mlp_backward` |
# | 5 | How does the network improve? | `train_mlp` |
# | 6 | Why does it fail when it is deep? | `xavier_init`, `he_init`, `gradient_norms`, `clip_by_global_norm` |
#
# You need numpy and the derivative of a function of one variable. Reserve one to three hours.

# %% [markdown] lang="es"
# # Retropropagación: ¿quién tiene la culpa?
#
# Una red empieza con pesos al azar y responde disparates. Unos cientos de rondas después, lee dígitos escritos a mano.
# Cada ronda tiene los mismos cuatro pasos:
#
# 1. **Hacia adelante.** La red responde.
# 2. **Pérdida.** Un número dice qué tan equivocada está la respuesta.
# 3. **Hacia atrás.** Cada peso recibe su parte de la culpa: cuánto cambiaría la pérdida si ese peso cambiara un poco. A
#    esa parte la llamamos *culpabilidad*, y este paso es la retropropagación (*backpropagation*).
# 4. **Ajuste.** Cada peso se mueve un poco, en contra de su culpabilidad.
#
# Vas a escribir los cuatro en numpy puro, para una red de cualquier profundidad. Después verás por qué durante décadas
# no se pudieron entrenar redes profundas, y cómo se curan.
#
# | Parte | Pregunta | Escribes |
# |---|---|---|
# | 1 | ¿Qué tan equivocada está la red? | `mse_loss`, `softmax_cross_entropy`, `binary_cross_entropy` |
# | 2 | ¿Quién tiene la culpa? | `dense_forward`, `dense_backward` |
# | 3 | ¿Cómo sé que mi gradiente está bien? | `numerical_gradient` |
# | 4 | ¿Cómo atraviesa la culpa muchas capas? | `mlp_forward`, `mlp_backward` |
# | 5 | ¿Cómo mejora la red? | `train_mlp` |
# | 6 | ¿Por qué falla cuando es profunda? | `xavier_init`, `he_init`, `gradient_norms`, `clip_by_global_norm` |
#
# Necesitas numpy y la derivada de una función de una variable. Reserva de una a tres horas.

# %% [markdown] lang="en"
# ## Conventions
#
# They hold in the whole assignment. Come back here when in doubt.
#
# - **Arrays** are float64. The batch comes first: `x` is `(N, D)`, that is, N samples with D numbers each.
# - **Lists and integers** are legal arguments. The line with `np.asarray(..., dtype=float)` that you find in some
#   answers takes care of them: leave it there. Where there is none, it is up to you.
# - **Names.** `dout` is the derivative of the loss with respect to `out`. In general, `d` + name is the gradient of the
#   loss with respect to that name, and it has **the same shape** as the thing itself.
# - **A loss** sums over the outputs and takes the mean over the batch. So its gradient carries a factor 1/N. No layer
#   divides by N again.
# - **Stable** means finite and right, even with numbers like 1000 and −1000, and without numpy warnings of overflow,
#   division by zero or invalid value.
# - **ReLU** has slope 0 at 0.
# - **A `cache`** is what a forward function keeps for its backward function. What you put in it is your business: a
#   tuple, a dictionary, a list... But a backward function may be called twice with the same cache, so do not spoil it.
# - **Answers do not modify their arguments.**
#
# After each answer there is a cell with `check("...")`. It runs the public tests. When you are graded, there are also
# hidden tests: other numbers, other shapes, the same rules.

# %% [markdown] lang="es"
# ## Convenciones
#
# Valen en toda la tarea. Vuelve aquí cuando tengas dudas.
#
# - **Los arreglos** son float64. El lote (*batch*) va primero: `x` es `(N, D)`, es decir, N muestras con D números cada
#   una.
# - **Listas y enteros** son argumentos válidos. De eso se encarga la línea con `np.asarray(..., dtype=float)` que ya
#   viene en algunas respuestas: déjala ahí. Donde no viene, te toca a ti.
# - **Nombres.** `dout` es la derivada de la pérdida respecto a `out`. En general, `d` + nombre es el gradiente de la
#   pérdida respecto a esa cosa, y tiene **la misma forma** que ella.
# - **Una pérdida** suma sobre las salidas y promedia sobre el lote. Por eso su gradiente lleva un factor 1/N. Ninguna
#   capa vuelve a dividir entre N.
# - **Estable** significa finito y correcto, incluso con números como 1000 y −1000, y sin advertencias de numpy por
#   desbordamiento, división entre cero o valor inválido.
# - **La ReLU** tiene pendiente 0 en 0.
# - **Un `cache`** es lo que una función hacia adelante guarda para su función hacia atrás. Tú decides qué contiene: una
#   tupla, un diccionario, una lista... Pero la función hacia atrás puede llamarse dos veces con el mismo cache, así que
#   no lo estropees.
# - **Las respuestas no modifican sus argumentos.**
#
# Después de cada respuesta hay una celda con `check("...")`. Ejecuta las pruebas públicas. Al calificar hay también
# pruebas ocultas: otros números, otras formas, las mismas reglas.

# %% kind="setup"
import numpy as np

# %% [markdown] lang="en"
# ## Part 1. How wrong is the network?
#
# Why a *loss*? Why not count the mistakes? Because counting gives no direction. Change one weight by 0.001: almost
# always the network makes exactly the same mistakes. The slope of "number of mistakes" is zero nearly everywhere, and a
# slope of zero does not say where to go. A loss feels every small change.
#
# So each loss function here returns two things: the **loss**, one number, and its **gradient** with respect to the
# network's output. That gradient is the first blame, the one that backpropagation will carry to the weights.
#
# ### Mean squared error
#
# For outputs that are quantities: a price, a temperature, a position. Start with numbers. Four samples, two outputs
# each:
#
# | sample | `pred` | `y` | error `pred − y` | squares |
# |---|---|---|---|---|
# | 1 | 3, 1 | 1, 1 | 2, 0 | 4 + 0 |
# | 2 | 0, 2 | 0, 1 | 0, 1 | 0 + 1 |
# | 3 | 1, 1 | 2, 1 | −1, 0 | 1 + 0 |
# | 4 | 2, 0 | 2, 3 | 0, −3 | 0 + 9 |
#
# The squares add up to 15. The mean over the **4 samples** is 15 / 4 = **3.75**. With N samples and C outputs:
#
# $$L = \frac{1}{N}\sum_{n=1}^{N}\sum_{c=1}^{C}(\mathrm{pred}_{nc}-y_{nc})^2
# \qquad\qquad
# \frac{\partial L}{\partial\,\mathrm{pred}_{nc}} = \frac{2}{N}\,(\mathrm{pred}_{nc}-y_{nc})$$
#
# The gradient of our example is error × 2/4. The first row is [1, 0]: if the first prediction grows from 3 to 3.01, the
# loss grows by about 1 × 0.01. Do it by hand: (2.01² + 11) / 4 = 3.760025. It works.
#
# Some libraries also divide by C, others put a ½ in front. Those are other conventions: here we only divide by N.

# %% [markdown] lang="es"
# ## Parte 1. ¿Qué tan equivocada está la red? (cálculo del error)
#
# ¿Por qué una *pérdida*? ¿Por qué no contar los errores? Porque contar no da una dirección. Cambia un peso en 0.001:
# casi siempre la red comete exactamente los mismos errores. La pendiente de «cantidad de errores» es cero en casi todas
# partes, y una pendiente cero no dice hacia dónde ir. Una pérdida siente cada cambio pequeño.
#
# Por eso cada función de pérdida devuelve aquí dos cosas: la **pérdida**, que es un número, y su **gradiente** respecto
# a la salida de la red. Ese gradiente es la primera culpabilidad, la que la retropropagación llevará hasta los pesos.
#
# ### Error cuadrático medio
#
# Para salidas que son cantidades: un precio, una temperatura, una posición. Empieza con números. Cuatro muestras, con
# dos salidas cada una:
#
# | muestra | `pred` | `y` | error `pred − y` | cuadrados |
# |---|---|---|---|---|
# | 1 | 3, 1 | 1, 1 | 2, 0 | 4 + 0 |
# | 2 | 0, 2 | 0, 1 | 0, 1 | 0 + 1 |
# | 3 | 1, 1 | 2, 1 | −1, 0 | 1 + 0 |
# | 4 | 2, 0 | 2, 3 | 0, −3 | 0 + 9 |
#
# Los cuadrados suman 15. El promedio sobre las **4 muestras** es 15 / 4 = **3.75**. Con N muestras y C salidas:
#
# $$L = \frac{1}{N}\sum_{n=1}^{N}\sum_{c=1}^{C}(\mathrm{pred}_{nc}-y_{nc})^2
# \qquad\qquad
# \frac{\partial L}{\partial\,\mathrm{pred}_{nc}} = \frac{2}{N}\,(\mathrm{pred}_{nc}-y_{nc})$$
#
# El gradiente de nuestro ejemplo es error × 2/4. La primera fila es [1, 0]: si la primera predicción sube de 3 a 3.01,
# la pérdida sube más o menos 1 × 0.01. Hazlo a mano: (2.01² + 11) / 4 = 3.760025. Funciona.
#
# Algunas bibliotecas dividen también entre C, otras ponen un ½ delante. Son otras convenciones: aquí solo dividimos
# entre N.


# %% question="mse_loss"
def mse_loss(pred, y):
    """
    en: Mean squared error and its gradient.
    en: pred, y: shape (N, C). Returns (loss, dpred): a number, and an array of the shape of pred.
    es: Error cuadrático medio y su gradiente.
    es: pred, y: forma (N, C). Devuelve (loss, dpred): un número y un arreglo con la forma de pred.
    """
    pred, y = np.asarray(pred, dtype=float), np.asarray(y, dtype=float)
    # BEGIN SOLUTION
    error = pred - y
    return np.sum(error**2) / len(pred), 2 * error / len(pred)
    # END SOLUTION


# %% [markdown] lang="en"
# ### Cross-entropy with softmax
#
# For choosing **one class among C**: is this digit a 0, a 1, ... a 9? The network gives C scores, called *logits*,
# which may be any real numbers. Softmax turns them into probabilities:
#
# $$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
#
# The loss is the *surprise*: minus the logarithm of the probability that the network gave to the right class.
#
# | probability of the right class | 1 | 1/2 | 1/10 | 1/1000 |
# |---|---|---|---|---|
# | loss | 0 | 0.69 | 2.30 | 6.91 |
#
# A network that knows nothing gives 1/C to each class. So the first loss of a 10-digit network should be about ln 10 =
# 2.30. Always look at it: it is the cheapest test there is.
#
# Now by hand. The logits are ln 1, ln 2 and ln 5, so that the exponentials are 1, 2 and 5, and the sum is 8. The right
# class is number 1 (counting from 0):
#
# | class | 0 | 1 (right) | 2 |
# |---|---|---|---|
# | probability | 0.125 | 0.25 | 0.625 |
# | **gradient** | **0.125** | **−0.75** | **0.625** |
#
# The loss is −ln 0.25 = 1.386. And the gradient? Write the loss with its logarithm open:
#
# $$L = -\ln p_y = -z_y + \ln\sum_j e^{z_j}
# \qquad\Rightarrow\qquad
# \frac{\partial L}{\partial z_k} = p_k - [k = y]$$
#
# where $[k = y]$ is 1 for the right class and 0 for the others. Probability minus truth. Each wrong class is blamed for
# exactly the probability it took; the right class, for what it lacks. The blames add up to zero. For a batch, the loss
# is the mean over the N samples, so the gradient is divided by N.
#
# **The trap.** With a logit of 1000, $e^{1000}$ does not fit in a float64. Two ideas avoid it:
#
# 1. Softmax does not change when the same number is subtracted from all the logits of a sample. Subtract the largest
#    one of **that sample**: now the largest exponential is $e^0 = 1$.
# 2. Never take the logarithm of a probability that may have been rounded to 0. Compute the logarithm directly, with $m$
#    the largest logit: $\ln p_k = (z_k - m) - \ln\sum_j e^{z_j - m}$.
#
# With logits [1000, 0, −1000] and right class 1, the loss is 1000: huge, but finite.

# %% [markdown] lang="es"
# ### Entropía cruzada con softmax
#
# Para elegir **una clase entre C**: ¿este dígito es un 0, un 1, ... un 9? La red da C puntajes, llamados *logits*, que
# pueden ser números reales cualesquiera. Softmax los convierte en probabilidades:
#
# $$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
#
# La pérdida es la *sorpresa*: menos el logaritmo de la probabilidad que la red le dio a la clase correcta.
#
# | probabilidad de la clase correcta | 1 | 1/2 | 1/10 | 1/1000 |
# |---|---|---|---|---|
# | pérdida | 0 | 0.69 | 2.30 | 6.91 |
#
# Una red que no sabe nada le da 1/C a cada clase. Por eso la primera pérdida de una red de 10 dígitos debería ser
# cercana a ln 10 = 2.30. Mírala siempre: es la prueba más barata que existe.
#
# Ahora a mano. Los logits son ln 1, ln 2 y ln 5, para que las exponenciales sean 1, 2 y 5, y la suma sea 8. La clase
# correcta es la número 1 (contando desde 0):
#
# | clase | 0 | 1 (correcta) | 2 |
# |---|---|---|---|
# | probabilidad | 0.125 | 0.25 | 0.625 |
# | **gradiente** | **0.125** | **−0.75** | **0.625** |
#
# La pérdida es −ln 0.25 = 1.386. ¿Y el gradiente? Escribe la pérdida con su logaritmo abierto:
#
# $$L = -\ln p_y = -z_y + \ln\sum_j e^{z_j}
# \qquad\Rightarrow\qquad
# \frac{\partial L}{\partial z_k} = p_k - [k = y]$$
#
# donde $[k = y]$ vale 1 para la clase correcta y 0 para las demás. Probabilidad menos verdad. Cada clase incorrecta
# carga justo con la probabilidad que se llevó; la correcta, con la que le falta. Las culpas suman cero. En un lote, la
# pérdida es el promedio sobre las N muestras, así que el gradiente se divide entre N.
#
# **La trampa.** Con un logit de 1000, $e^{1000}$ no cabe en un float64. Dos ideas lo evitan:
#
# 1. Softmax no cambia si se resta el mismo número a todos los logits de una muestra. Resta el mayor **de esa muestra**:
#    ahora la exponencial más grande es $e^0 = 1$.
# 2. Nunca tomes el logaritmo de una probabilidad que pudo redondearse a 0. Calcula el logaritmo directamente, con $m$
#    el mayor logit: $\ln p_k = (z_k - m) - \ln\sum_j e^{z_j - m}$.
#
# Con logits [1000, 0, −1000] y clase correcta 1, la pérdida es 1000: enorme, pero finita.


# %% question="softmax_cross_entropy"
def softmax_cross_entropy(logits, labels):
    """
    en: Softmax and cross-entropy together, stable.
    en: logits: shape (N, C). labels: N integers from 0 to C - 1.
    en: Returns (loss, dlogits): a number, and an array of shape (N, C).
    es: Softmax y entropía cruzada juntas, de forma estable.
    es: logits: forma (N, C). labels: N enteros de 0 a C - 1.
    es: Devuelve (loss, dlogits): un número y un arreglo de forma (N, C).
    """
    logits, labels = np.asarray(logits, dtype=float), np.asarray(labels)
    # BEGIN SOLUTION
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(logits))
    dlogits = np.exp(log_p)
    dlogits[rows, labels] -= 1
    return -log_p[rows, labels].mean(), dlogits / len(logits)
    # END SOLUTION


# %% [markdown] lang="en"
# ### Binary cross-entropy
#
# For **yes-or-no questions**, each on its own. Does the photo have a dog? Does it have a cat? It may have both, so the
# answers do not compete as in softmax. Each logit goes through its own sigmoid: $p = \sigma(z) = 1/(1+e^{-z})$ is the
# probability of "yes".
#
# By hand, with z = ln 3: p = 3/4.
#
# - If the truth is "yes" (y = 1), the loss is −ln(3/4) = 0.288 and the gradient is 3/4 − 1 = −0.25.
# - If the truth is "no" (y = 0), the loss is −ln(1/4) = 1.386 and the gradient is 3/4 − 0 = 0.75.
#
# Again probability minus truth. One formula covers both, and also truths in between: y = 0.8 means that 8 of 10 people
# said "yes".
#
# $$\ell(z, y) = -y\ln\sigma(z) - (1-y)\ln(1-\sigma(z)) = \ln(1+e^{z}) - y\,z
# \qquad\qquad
# \frac{\partial\ell}{\partial z} = \sigma(z) - y$$
#
# With N samples and K questions per sample, the loss **sums over the K questions and takes the mean over the N
# samples**.
#
# To be stable, take the large part out of the logarithm: $\ln(1+e^{z}) = \max(z, 0) + \ln(1+e^{-|z|})$. The exponential
# that is left never exceeds 1. The sigmoid needs the same care: $1/(1+e^{-z})$ overflows at z = −1000, where
# $e^{z}/(1+e^{z})$ does not.

# %% [markdown] lang="es"
# ### Entropía cruzada binaria
#
# Para **preguntas de sí o no**, cada una por su cuenta. ¿Hay un perro en la foto? ¿Hay un gato? Puede haber los dos,
# así que las respuestas no compiten como en softmax. Cada logit pasa por su propia sigmoide:
# $p = \sigma(z) = 1/(1+e^{-z})$ es la probabilidad del «sí».
#
# A mano, con z = ln 3: p = 3/4.
#
# - Si la verdad es «sí» (y = 1), la pérdida es −ln(3/4) = 0.288 y el gradiente es 3/4 − 1 = −0.25.
# - Si la verdad es «no» (y = 0), la pérdida es −ln(1/4) = 1.386 y el gradiente es 3/4 − 0 = 0.75.
#
# Otra vez probabilidad menos verdad. Una sola fórmula cubre los dos casos, y también las verdades intermedias: y = 0.8
# significa que 8 de cada 10 personas dijeron «sí».
#
# $$\ell(z, y) = -y\ln\sigma(z) - (1-y)\ln(1-\sigma(z)) = \ln(1+e^{z}) - y\,z
# \qquad\qquad
# \frac{\partial\ell}{\partial z} = \sigma(z) - y$$
#
# Con N muestras y K preguntas por muestra, la pérdida **suma sobre las K preguntas y promedia sobre las N muestras**.
#
# Para que sea estable, saca del logaritmo la parte grande: $\ln(1+e^{z}) = \max(z, 0) + \ln(1+e^{-|z|})$. La
# exponencial que queda nunca pasa de 1. La sigmoide necesita el mismo cuidado: $1/(1+e^{-z})$ se desborda en z = −1000,
# donde $e^{z}/(1+e^{z})$ no lo hace.


# %% question="binary_cross_entropy"
def binary_cross_entropy(logits, y):
    """
    en: Sigmoid and binary cross-entropy together, stable.
    en: logits: shape (N, K). y: same shape, numbers from 0 to 1.
    en: Returns (loss, dlogits): a number, and an array of shape (N, K).
    es: Sigmoide y entropía cruzada binaria juntas, de forma estable.
    es: logits: forma (N, K). y: la misma forma, números de 0 a 1.
    es: Devuelve (loss, dlogits): un número y un arreglo de forma (N, K).
    """
    logits, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    # BEGIN SOLUTION
    small = np.exp(-np.abs(logits))  # e^-|z|, never above 1
    losses = np.maximum(logits, 0) - y * logits + np.log1p(small)
    p = np.where(logits >= 0, 1, small) / (1 + small)
    return losses.sum() / len(logits), (p - y) / len(logits)
    # END SOLUTION


# %% [markdown] lang="en"
# **Why not squared error for yes-or-no questions?** Look at the blame that reaches the logit when the truth is "yes".
# Far to the left the network is very sure and very wrong. There cross-entropy blames it with all its strength. Squared
# error does almost nothing: its gradient carries the slope of the sigmoid, and the sigmoid is flat there. Remember this
# picture. In part 6 it will happen again in each layer.

# %% [markdown] lang="es"
# **¿Por qué no usar el error cuadrático en preguntas de sí o no?** Mira la culpabilidad que le llega al logit cuando la
# verdad es «sí». Muy a la izquierda, la red está muy segura y muy equivocada. Ahí la entropía cruzada la culpa con toda
# su fuerza. El error cuadrático no hace casi nada: su gradiente lleva la pendiente de la sigmoide, y la sigmoide ahí es
# plana. Recuerda esta imagen. En la parte 6 volverá a pasar, en cada capa.

# %% kind="demo"
import matplotlib.pyplot as plt

z = np.linspace(-8, 8, 201)
cross = np.array([binary_cross_entropy([[v]], [[1]])[1][0, 0] for v in z])
p = 1 / (1 + np.exp(-z))
square = np.array([mse_loss([[v]], [[1]])[1][0, 0] for v in p]) * p * (1 - p)
plt.figure(figsize=(7, 3.5))
plt.plot(z, cross, linewidth=2)
plt.plot(z, square, linewidth=2)
plt.axhline(0, color="gray", linewidth=0.8)
plt.legend(["cross-entropy", "squared error of the sigmoid"])  # en
plt.legend(["entropía cruzada", "error cuadrático de la sigmoide"])  # es
plt.title("Gradient that reaches the logit when the truth is 1")  # en
plt.title("Gradiente que le llega al logit cuando la verdad es 1")  # es
plt.xlabel("logit")
plt.ylabel("gradient")  # en
plt.ylabel("gradiente")  # es
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# ## Part 2. Who is to blame?
#
# The loss depends on each weight through a long chain of operations. How much is one weight to blame? Take the smallest
# network: one input, one weight, one bias, ReLU, squared error.
#
# $$x = 2,\quad w = 1.5,\quad b = -1,\quad y = 3
# \qquad\qquad z = wx + b \;\to\; a = \max(0, z) \;\to\; L = (a-y)^2$$
#
# **Forward**, from left to right: z = 1.5 × 2 − 1 = 2, then a = 2, then L = (2 − 3)² = 1.
#
# **Backward**, from right to left. Each operation knows only two things: the blame that arrives at its output, and its
# own slope. It hands to each of its inputs
#
# $$\text{blame of the input} = \text{blame that arrives} \times \text{own slope}$$
#
# | operation | its slope | blame it hands over |
# |---|---|---|
# | L = (a − y)² | 2(a − y) = −2 | dL/da = −2 |
# | a = max(0, z) | 1, because z > 0 | dL/dz = −2 × 1 = −2 |
# | z = wx + b, towards w | x = 2 | **dL/dw = −2 × 2 = −4** |
# | z = wx + b, towards b | 1 | **dL/db = −2 × 1 = −2** |
# | z = wx + b, towards x | w = 1.5 | dL/dx = −2 × 1.5 = −3 |
#
# Test it. Move w from 1.5 to 1.51: z = a = 2.02 and L = 0.9604. The loss changed by −0.0396, close to −4 × 0.01.
#
# That is the chain rule, and it is the whole algorithm. Two more facts complete it:
#
# - If a value is used in several places, **the blames that come back from them add up**.
# - We go backward because there is only one loss. One trip visits each operation once, and gives the blame of *all* the
#   weights for about the price of two trips forward. Moving each weight to see what happens needs one trip *per
#   weight*.

# %% [markdown] lang="es"
# ## Parte 2. ¿Quién tiene la culpa? (culpabilidad)
#
# La pérdida depende de cada peso a través de una larga cadena de operaciones. ¿Cuánta culpa tiene un peso? Toma la red
# más pequeña: una entrada, un peso, un sesgo (*bias*), ReLU y error cuadrático.
#
# $$x = 2,\quad w = 1.5,\quad b = -1,\quad y = 3
# \qquad\qquad z = wx + b \;\to\; a = \max(0, z) \;\to\; L = (a-y)^2$$
#
# **Hacia adelante**, de izquierda a derecha: z = 1.5 × 2 − 1 = 2, luego a = 2, luego L = (2 − 3)² = 1.
#
# **Hacia atrás**, de derecha a izquierda. Cada operación conoce solo dos cosas: la culpa que llega a su salida y su
# propia pendiente. A cada una de sus entradas le entrega
#
# $$\text{culpa de la entrada} = \text{culpa que llega} \times \text{pendiente propia}$$
#
# | operación | su pendiente | culpa que entrega |
# |---|---|---|
# | L = (a − y)² | 2(a − y) = −2 | dL/da = −2 |
# | a = max(0, z) | 1, porque z > 0 | dL/dz = −2 × 1 = −2 |
# | z = wx + b, hacia w | x = 2 | **dL/dw = −2 × 2 = −4** |
# | z = wx + b, hacia b | 1 | **dL/db = −2 × 1 = −2** |
# | z = wx + b, hacia x | w = 1.5 | dL/dx = −2 × 1.5 = −3 |
#
# Compruébalo. Mueve w de 1.5 a 1.51: z = a = 2.02 y L = 0.9604. La pérdida cambió −0.0396, casi −4 × 0.01.
#
# Esa es la regla de la cadena, y es todo el algoritmo. Dos hechos más lo completan:
#
# - Si un valor se usa en varios lugares, **las culpas que vuelven de ellos se suman**.
# - Vamos hacia atrás porque hay una sola pérdida. Un solo viaje visita cada operación una vez y da la culpa de *todos*
#   los pesos, al precio de unos dos viajes hacia adelante. Mover cada peso para ver qué pasa necesita un viaje *por
#   peso*.

# %% kind="demo"
import matplotlib.pyplot as plt

# en: name: (x, y, value, gradient)
# es: nombre: (x, y, valor, gradiente)
boxes = {
    "w": (0, 3.2, "1.5", "-4"),
    "x": (0, 1.6, "2", "-3"),
    "b": (0, 0, "-1", "-2"),
    "w x": (2, 2.4, "3", "-2"),
    "z = w x + b": (4, 1.6, "2", "-2"),
    "a = max(0, z)": (6.3, 1.6, "2", "-2"),
    "L = (a - y)²": (8.6, 1.6, "1", "1"),
}
arrows = [("w", "w x"), ("x", "w x"), ("w x", "z = w x + b"), ("b", "z = w x + b")]
arrows += [("z = w x + b", "a = max(0, z)"), ("a = max(0, z)", "L = (a - y)²")]
figure, axes = plt.subplots(figsize=(11, 4.2))
for start, end in arrows:
    (x0, y0, _, _), (x1, y1, _, _) = boxes[start], boxes[end]
    style = {"arrowstyle": "-|>", "color": "0.6", "linewidth": 1.5}
    axes.annotate("", xy=(x1 - 0.55, y1), xytext=(x0 + 0.35, y0), arrowprops=style)
for name, (x0, y0, value, gradient) in boxes.items():
    look = {"boxstyle": "round", "facecolor": "white", "edgecolor": "0.3"}
    axes.text(x0, y0, name, ha="center", va="center", fontsize=12, bbox=look)
    axes.text(x0, y0 + 0.3, value, ha="center", va="bottom", color="C0", fontsize=12, fontweight="bold")
    axes.text(x0, y0 - 0.3, gradient, ha="center", va="top", color="C3", fontsize=12, fontweight="bold")
axes.text(4.2, 3.4, "blue: values, computed from left to right", color="C0", fontsize=12)  # en
axes.text(4.2, 3.4, "azul: valores, se calculan de izquierda a derecha", color="C0", fontsize=12)  # es
axes.text(4.2, 3.0, "red: blame dL/d(value), from right to left", color="C3", fontsize=12)  # en
axes.text(4.2, 3.0, "rojo: culpa dL/d(valor), de derecha a izquierda", color="C3", fontsize=12)  # es
axes.set_title("The graph of the smallest network, y = 3")  # en
axes.set_title("El grafo de la red más pequeña, y = 3")  # es
axes.set_xlim(-0.6, 9.5)
axes.set_ylim(-0.8, 4)
axes.axis("off")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# ### The dense layer, forward
#
# A layer is many such operations at once. Each output unit has its own column of weights and its own bias:
#
# $$\mathrm{out}_{nm} = \sum_d x_{nd}\,W_{dm} + b_m
# \qquad\qquad \mathrm{out} = xW + b,\quad (N, D)(D, M) + (M,) \to (N, M)$$
#
# By hand, one sample with 2 numbers and a layer with 3 units:
#
# $$x = \begin{pmatrix}1 & 2\end{pmatrix},\quad
# W = \begin{pmatrix}1 & 0 & -1\\ 2 & 1 & 0\end{pmatrix},\quad
# b = \begin{pmatrix}0 & 1 & 2\end{pmatrix}
# \quad\Rightarrow\quad
# \mathrm{out} = \begin{pmatrix}1+4+0 & 0+2+1 & -1+0+2\end{pmatrix} = \begin{pmatrix}5 & 3 & 1\end{pmatrix}$$
#
# **Images.** A batch of images is not `(N, D)` but, say, `(N, 28, 28)`. The layer flattens each sample first: `x` may
# have any number of axes after the first one, and D is the product of those axes. Flatten in numpy's usual order,
# without mixing samples.
#
# **The cache.** Return `(out, cache)`. Read the next section before you decide what the backward function will need.

# %% [markdown] lang="es"
# ### La capa densa, hacia adelante
#
# Una capa es un montón de operaciones así al mismo tiempo. Cada unidad de salida tiene su propia columna de pesos y su
# propio sesgo:
#
# $$\mathrm{out}_{nm} = \sum_d x_{nd}\,W_{dm} + b_m
# \qquad\qquad \mathrm{out} = xW + b,\quad (N, D)(D, M) + (M,) \to (N, M)$$
#
# A mano, una muestra con 2 números y una capa con 3 unidades:
#
# $$x = \begin{pmatrix}1 & 2\end{pmatrix},\quad
# W = \begin{pmatrix}1 & 0 & -1\\ 2 & 1 & 0\end{pmatrix},\quad
# b = \begin{pmatrix}0 & 1 & 2\end{pmatrix}
# \quad\Rightarrow\quad
# \mathrm{out} = \begin{pmatrix}1+4+0 & 0+2+1 & -1+0+2\end{pmatrix} = \begin{pmatrix}5 & 3 & 1\end{pmatrix}$$
#
# **Imágenes.** Un lote de imágenes no es `(N, D)` sino, por ejemplo, `(N, 28, 28)`. La capa primero aplana cada
# muestra: `x` puede tener cualquier cantidad de ejes después del primero, y D es el producto de esos ejes. Aplana en el
# orden usual de numpy, sin mezclar muestras.
#
# **El cache.** Devuelve `(out, cache)`. Lee la sección siguiente antes de decidir qué va a necesitar la función hacia
# atrás.


# %% question="dense_forward"
def dense_forward(x, W, b):
    """
    en: A dense layer: each sample of x, flattened, times W, plus b.
    en: x: shape (N, ...) with D numbers per sample. W: (D, M). b: (M,).
    en: Returns (out, cache): out has shape (N, M); cache is for dense_backward.
    es: Una capa densa: cada muestra de x, aplanada, por W, más b.
    es: x: forma (N, ...) con D números por muestra. W: (D, M). b: (M,).
    es: Devuelve (out, cache): out tiene forma (N, M); cache es para dense_backward.
    """
    x, W, b = (np.asarray(v, dtype=float) for v in (x, W, b))
    # BEGIN SOLUTION
    return x.reshape(len(x), -1) @ W + b, (x, W, b)
    # END SOLUTION


# %% [markdown] lang="en"
# ### The dense layer, backward
#
# The blame `dout`, of shape (N, M), arrives at the output. Ask of each input: **which outputs did it touch?** Then add
# up the blame that comes back from them.
#
# - $W_{dm}$ touched output $m$ of **every sample**, with slope $x_{nd}$. So
#   $dW_{dm} = \sum_n x_{nd}\,\mathrm{dout}_{nm}$.
# - $x_{nd}$ touched **all the units** of its sample, with slope $W_{dm}$. So
#   $dx_{nd} = \sum_m \mathrm{dout}_{nm}\,W_{dm}$.
# - $b_m$ touched output $m$ of **every sample**, with slope 1. So $db_m = \sum_n \mathrm{dout}_{nm}$.
#
# The first two sums are matrix products. Which ones? Let the shapes tell you: `dW` has the shape of W, (D, M), and it
# is made of x, (N, D), and dout, (N, M). Only one product fits. The same goes for `dx`, which also recovers the shape
# that `x` had before it was flattened.
#
# By hand, with the layer above. Now there are two samples, [1, 2] and [0, 1], and the blame that arrives is [1, −2, 3]
# and [1, 1, 1]:
#
# | | sample 1 | sample 2 | total |
# |---|---|---|---|
# | row 1 of `dW` | 1 × [1, −2, 3] | 0 × [1, 1, 1] | [1, −2, 3] |
# | row 2 of `dW` | 2 × [1, −2, 3] | 1 × [1, 1, 1] | [3, −3, 7] |
# | `db` | [1, −2, 3] | [1, 1, 1] | [2, −1, 4] |
# | `dx` | [1 + 0 − 3, 2 − 2 + 0] = [−2, 0] | [1 + 0 − 1, 2 + 1 + 0] = [0, 3] | not added: one row per sample |
#
# Sums, not means: the 1/N already came inside `dout`, from the loss.

# %% [markdown] lang="es"
# ### La capa densa, hacia atrás
#
# La culpa `dout`, de forma (N, M), llega a la salida. Pregúntale a cada entrada: **¿qué salidas tocó?** Luego suma la
# culpa que vuelve de ellas.
#
# - $W_{dm}$ tocó la salida $m$ de **todas las muestras**, con pendiente $x_{nd}$. Entonces
#   $dW_{dm} = \sum_n x_{nd}\,\mathrm{dout}_{nm}$.
# - $x_{nd}$ tocó **todas las unidades** de su muestra, con pendiente $W_{dm}$. Entonces
#   $dx_{nd} = \sum_m \mathrm{dout}_{nm}\,W_{dm}$.
# - $b_m$ tocó la salida $m$ de **todas las muestras**, con pendiente 1. Entonces $db_m = \sum_n \mathrm{dout}_{nm}$.
#
# Las dos primeras sumas son productos de matrices. ¿Cuáles? Que te lo digan las formas: `dW` tiene la forma de W, (D,
# M), y se arma con x, (N, D), y con dout, (N, M). Solo un producto encaja. Lo mismo vale para `dx`, que además recupera
# la forma que tenía `x` antes de aplanarla.
#
# A mano, con la capa de arriba. Ahora hay dos muestras, [1, 2] y [0, 1], y la culpa que llega es [1, −2, 3] y [1, 1,
# 1]:
#
# | | muestra 1 | muestra 2 | total |
# |---|---|---|---|
# | fila 1 de `dW` | 1 × [1, −2, 3] | 0 × [1, 1, 1] | [1, −2, 3] |
# | fila 2 de `dW` | 2 × [1, −2, 3] | 1 × [1, 1, 1] | [3, −3, 7] |
# | `db` | [1, −2, 3] | [1, 1, 1] | [2, −1, 4] |
# | `dx` | [1 + 0 − 3, 2 − 2 + 0] = [−2, 0] | [1 + 0 − 1, 2 + 1 + 0] = [0, 3] | no se suma: una fila por muestra |
#
# Sumas, no promedios: el 1/N ya venía dentro de `dout`, desde la pérdida.


# %% question="dense_backward"
def dense_backward(dout, cache):
    """
    en: Gradients of a dense layer.
    en: dout: shape (N, M). cache: what dense_forward returned.
    en: Returns (dx, dW, db), with the shapes of x, W and b.
    es: Gradientes de una capa densa.
    es: dout: forma (N, M). cache: lo que devolvió dense_forward.
    es: Devuelve (dx, dW, db), con las formas de x, W y b.
    """
    dout = np.asarray(dout, dtype=float)
    # BEGIN SOLUTION
    x, W, _ = cache
    return (dout @ W.T).reshape(x.shape), x.reshape(len(x), -1).T @ dout, dout.sum(axis=0)
    # END SOLUTION


# %% [markdown] lang="en"
# ## Part 3. How do I know that my gradient is right?
#
# A wrong gradient is a quiet mistake. Nothing crashes. The network often learns anyway, only worse, and you blame the
# data. So gradients are *checked*, with a method that is slow but too simple to be wrong: the definition of derivative.
# Move one number a little, and look at what happens.
#
# Which way to move it? Take f(x) = x³ at x = 2, where the derivative is 3 × 2² = 12, and a step h = 0.1:
#
# - **Forward difference**: (f(2.1) − f(2)) / 0.1 = (9.261 − 8) / 0.1 = 12.61. The error is 0.61.
# - **Central difference**: (f(2.1) − f(1.9)) / 0.2 = (9.261 − 6.859) / 0.2 = 12.01. The error is 0.01.
#
# The two sides cancel most of the error: it goes down like h² and not like h. For an array, do it for one entry at a
# time and leave all the others as they are:
#
# $$\frac{\partial f}{\partial x_i} \approx \frac{f(x + h\,e_i) - f(x - h\,e_i)}{2h}$$
#
# where $e_i$ is 1 at entry $i$ and 0 elsewhere. Use exactly this formula. Two traps:
#
# - `x` may hold integers, and adding 0.1 to an integer array loses the 0.1. Work on a float copy.
# - Before you go on to the next entry, put the old value back. And the caller's `x` must be the same at the end, bit
#   for bit: adding h and subtracting it again is not enough, because of rounding.

# %% [markdown] lang="es"
# ## Parte 3. ¿Cómo sé que mi gradiente está bien?
#
# Un gradiente equivocado es un error silencioso. Nada se cae. Muchas veces la red aprende de todos modos, solo que
# peor, y tú les echas la culpa a los datos. Por eso los gradientes se *verifican*, con un método lento pero demasiado
# simple para fallar: la definición de derivada. Mueve un número un poco y mira qué pasa.
#
# ¿Hacia qué lado moverlo? Toma f(x) = x³ en x = 2, donde la derivada es 3 × 2² = 12, y un paso h = 0.1:
#
# - **Diferencia hacia adelante**: (f(2.1) − f(2)) / 0.1 = (9.261 − 8) / 0.1 = 12.61. El error es 0.61.
# - **Diferencia central**: (f(2.1) − f(1.9)) / 0.2 = (9.261 − 6.859) / 0.2 = 12.01. El error es 0.01.
#
# Los dos lados cancelan casi todo el error: baja como h² y no como h. Con un arreglo, hazlo con una entrada a la vez y
# deja todas las demás como están:
#
# $$\frac{\partial f}{\partial x_i} \approx \frac{f(x + h\,e_i) - f(x - h\,e_i)}{2h}$$
#
# donde $e_i$ vale 1 en la entrada $i$ y 0 en las demás. Usa exactamente esta fórmula. Dos trampas:
#
# - `x` puede tener enteros, y sumarle 0.1 a un arreglo de enteros pierde el 0.1. Trabaja sobre una copia en float.
# - Antes de pasar a la entrada siguiente, devuelve la anterior a su valor. Y al final el `x` de quien te llamó debe ser
#   el mismo, bit a bit: sumar h y volver a restarlo no basta, por el redondeo.


# %% question="numerical_gradient"
def numerical_gradient(f, x, h):
    """
    en: The gradient of f at x by central differences, one entry at a time.
    en: f: takes an array of the shape of x, returns a number. x: array of any shape. h: the step.
    en: Returns an array of the shape of x.
    es: El gradiente de f en x por diferencias centrales, una entrada a la vez.
    es: f: recibe un arreglo con la forma de x y devuelve un número. x: arreglo de cualquier forma. h: el paso.
    es: Devuelve un arreglo con la forma de x.
    """
    # BEGIN SOLUTION
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient
    # END SOLUTION


# %% [markdown] lang="en"
# **How small should h be?** Not as small as possible. The picture shows the error for f(x) = sin x. From right to left
# the error first goes down: the formula gets better. Then it goes *up*: f(x + h) and f(x − h) agree in almost all their
# digits, and their difference is mostly rounding. The best central step is near 10⁻⁵ or 10⁻⁶.

# %% [markdown] lang="es"
# **¿Qué tan pequeño debe ser h?** No lo más pequeño posible. La imagen muestra el error para f(x) = sen x. De derecha a
# izquierda el error primero baja: la fórmula mejora. Después *sube*: f(x + h) y f(x − h) coinciden en casi todas sus
# cifras, y su diferencia es casi puro redondeo. El mejor paso central está cerca de 10⁻⁵ o 10⁻⁶.

# %% kind="demo"
import matplotlib.pyplot as plt

steps = 10.0 ** np.arange(-13, 0.5, 0.5)
central = [abs(numerical_gradient(lambda v: np.sin(v).sum(), np.array([1.0]), h)[0] - np.cos(1)) for h in steps]
forward = [abs((np.sin(1 + h) - np.sin(1)) / h - np.cos(1)) for h in steps]
plt.figure(figsize=(7, 3.5))
plt.loglog(steps, forward, "o-", markersize=4)
plt.loglog(steps, central, "o-", markersize=4)
plt.legend(["forward difference", "central difference"])  # en
plt.legend(["diferencia hacia adelante", "diferencia central"])  # es
plt.title("Error of the numerical gradient")  # en
plt.title("Error del gradiente numérico")  # es
plt.xlabel("h")
plt.ylabel("error")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# Now use it on your own `dense_backward`. To compare two gradients a and n, use the relative error ‖a − n‖ / (‖a‖ +
# ‖n‖). Below 10⁻⁶ the gradient is right. Above 10⁻² it is wrong. In between, be suspicious.
#
# One limit to remember: the check compares two gradients of *your* function. It cannot know whether your function is
# the one that was asked for.

# %% [markdown] lang="es"
# Ahora úsalo con tu propio `dense_backward`. Para comparar dos gradientes a y n, usa el error relativo ‖a − n‖ / (‖a‖ +
# ‖n‖). Por debajo de 10⁻⁶ el gradiente está bien. Por encima de 10⁻² está mal. En medio, sospecha.
#
# Un límite que conviene recordar: la verificación compara dos gradientes de *tu* función. No puede saber si tu función
# es la que se pedía.

# %% kind="demo"
rng = np.random.default_rng(0)
x, W, b = rng.standard_normal((4, 3)), rng.standard_normal((3, 5)), rng.standard_normal(5)
dout = rng.standard_normal((4, 5))
mine = dense_backward(dout, dense_forward(x, W, b)[1])
checked = [
    numerical_gradient(lambda v: np.sum(dout * dense_forward(v, W, b)[0]), x, 1e-6),
    numerical_gradient(lambda v: np.sum(dout * dense_forward(x, v, b)[0]), W, 1e-6),
    numerical_gradient(lambda v: np.sum(dout * dense_forward(x, W, v)[0]), b, 1e-6),
]
for name, a, n in zip(["dx", "dW", "db"], mine, checked):
    print(f"{name}: {np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n)):.1e}")

# %% [markdown] lang="en"
# ## Part 4. How does blame cross many layers?
#
# A multilayer perceptron (MLP) is a chain: dense, ReLU, dense, ReLU, ..., dense.
#
# $$h_1 = \max(0,\, xW_1 + b_1),\quad h_2 = \max(0,\, h_1W_2 + b_2),\quad \ldots,\quad
# \text{logits} = h_{L-1}W_L + b_L$$
#
# ReLU stands **between** layers. After the last layer there is none: logits must be free to be negative. With one
# single layer there is no ReLU at all.
#
# By hand: 2 inputs, 3 hidden units, 2 classes.
#
# $$x = \begin{pmatrix}1 & 2\end{pmatrix}\quad
# W_1 = \begin{pmatrix}1 & -1 & 0\\ 0 & 1 & -2\end{pmatrix}\quad
# b_1 = \begin{pmatrix}0 & 0 & 1\end{pmatrix}\quad
# W_2 = \begin{pmatrix}1 & -1\\ 2 & 0\\ 5 & 3\end{pmatrix}\quad
# b_2 = \begin{pmatrix}-4 & 1\end{pmatrix}$$
#
# 1. First layer: $z_1 = [1,\; -1+2,\; -4+1] = [1, 1, -3]$.
# 2. ReLU: $h_1 = [1, 1, 0]$. The third unit is off.
# 3. Second layer: logits $= [1+2+0-4,\; -1+0+0+1] = [-1, 0]$.
#
# `params` is a list with one pair `(W, b)` per layer, from first to last. Use your `dense_forward`. Keep in the cache
# what each layer will need on the way back.

# %% [markdown] lang="es"
# ## Parte 4. ¿Cómo atraviesa la culpa muchas capas? (retropropagación)
#
# Un perceptrón multicapa (MLP) es una cadena: densa, ReLU, densa, ReLU, ..., densa.
#
# $$h_1 = \max(0,\, xW_1 + b_1),\quad h_2 = \max(0,\, h_1W_2 + b_2),\quad \ldots,\quad
# \text{logits} = h_{L-1}W_L + b_L$$
#
# La ReLU va **entre** las capas. Después de la última no hay: los logits deben poder ser negativos. Con una sola capa
# no hay ninguna ReLU.
#
# A mano: 2 entradas, 3 unidades ocultas, 2 clases.
#
# $$x = \begin{pmatrix}1 & 2\end{pmatrix}\quad
# W_1 = \begin{pmatrix}1 & -1 & 0\\ 0 & 1 & -2\end{pmatrix}\quad
# b_1 = \begin{pmatrix}0 & 0 & 1\end{pmatrix}\quad
# W_2 = \begin{pmatrix}1 & -1\\ 2 & 0\\ 5 & 3\end{pmatrix}\quad
# b_2 = \begin{pmatrix}-4 & 1\end{pmatrix}$$
#
# 1. Primera capa: $z_1 = [1,\; -1+2,\; -4+1] = [1, 1, -3]$.
# 2. ReLU: $h_1 = [1, 1, 0]$. La tercera unidad está apagada.
# 3. Segunda capa: logits $= [1+2+0-4,\; -1+0+0+1] = [-1, 0]$.
#
# `params` es una lista con un par `(W, b)` por capa, de la primera a la última. Usa tu `dense_forward`. Guarda en el
# cache lo que cada capa va a necesitar en el viaje de vuelta.


# %% question="mlp_forward"
def mlp_forward(x, params):
    """
    en: A multilayer perceptron: dense layers with ReLU between them, none after the last.
    en: x: shape (N, D). params: list of (W, b), one pair per layer, any number of layers.
    en: Returns (logits, cache): logits has shape (N, C); cache is for mlp_backward.
    es: Un perceptrón multicapa: capas densas con ReLU entre ellas, ninguna después de la última.
    es: x: forma (N, D). params: lista de (W, b), un par por capa, cualquier cantidad de capas.
    es: Devuelve (logits, cache): logits tiene forma (N, C); cache es para mlp_backward.
    """
    # BEGIN SOLUTION
    cache = []
    for k, (W, b) in enumerate(params):
        off = None if k == 0 else x <= 0
        x = x if off is None else np.where(off, 0, x)
        x, layer = dense_forward(x, W, b)
        cache.append((off, layer))
    return x, cache
    # END SOLUTION


# %% [markdown] lang="en"
# ### The way back
#
# Walk the chain in reverse order. Each layer receives the blame of its output and does two things: it computes the
# gradients of its own `W` and `b`, and it hands the blame of its input to the layer before it. In between is the ReLU.
# A unit that was **on** ($z > 0$) has slope 1: the blame goes through. A unit that was **off** has slope 0: it did not
# touch the answer, so it is not to blame.
#
# With the same example, the blame [1, −1] arrives at the logits:
#
# 1. Second layer: $dW_2$ has rows [1, −1], [1, −1], [0, 0], because $h_1 = [1, 1, 0]$; $db_2 = [1, -1]$.
# 2. Its input: $dh_1 = [1\cdot1 + (-1)(-1),\; 1\cdot2 + 0,\; 1\cdot5 - 1\cdot3] = [2, 2, 2]$.
# 3. ReLU: the third unit was off, so $dz_1 = [2, 2, 0]$.
# 4. First layer: $dW_1$ has rows [2, 2, 0] and [4, 4, 0], because x = [1, 2]; $db_1 = [2, 2, 0]$.
#
# `grads` is a list of pairs `(dW, db)` in the order of `params`, from the first layer to the last. It does not matter
# that you compute them from the last to the first.

# %% [markdown] lang="es"
# ### El viaje de vuelta
#
# Recorre la cadena en orden inverso. Cada capa recibe la culpa de su salida y hace dos cosas: calcula los gradientes de
# su `W` y de su `b`, y le entrega la culpa de su entrada a la capa anterior. En medio está la ReLU. Una unidad que
# estaba **encendida** ($z > 0$) tiene pendiente 1: la culpa pasa. Una unidad **apagada** tiene pendiente 0: no tocó la
# respuesta, así que no tiene culpa.
#
# Con el mismo ejemplo, a los logits les llega la culpa [1, −1]:
#
# 1. Segunda capa: $dW_2$ tiene las filas [1, −1], [1, −1], [0, 0], porque $h_1 = [1, 1, 0]$; $db_2 = [1, -1]$.
# 2. Su entrada: $dh_1 = [1\cdot1 + (-1)(-1),\; 1\cdot2 + 0,\; 1\cdot5 - 1\cdot3] = [2, 2, 2]$.
# 3. ReLU: la tercera unidad estaba apagada, así que $dz_1 = [2, 2, 0]$.
# 4. Primera capa: $dW_1$ tiene las filas [2, 2, 0] y [4, 4, 0], porque x = [1, 2]; $db_1 = [2, 2, 0]$.
#
# `grads` es una lista de pares `(dW, db)` en el orden de `params`, de la primera capa a la última. No importa que los
# calcules de la última a la primera.


# %% question="mlp_backward"
def mlp_backward(dlogits, cache):
    """
    en: Gradients of all the layers of an MLP.
    en: dlogits: shape (N, C). cache: what mlp_forward returned.
    en: Returns grads: list of (dW, db), one pair per layer, in the order of params.
    es: Gradientes de todas las capas de un MLP.
    es: dlogits: forma (N, C). cache: lo que devolvió mlp_forward.
    es: Devuelve grads: lista de (dW, db), un par por capa, en el orden de params.
    """
    # BEGIN SOLUTION
    grads = []
    blame = dlogits
    for off, layer in reversed(cache):  # layer: what dense_forward kept
        blame, dW, db = dense_backward(blame, layer)
        if off is not None:
            blame = np.where(off, 0, blame)
        grads.append((dW, db))
    return grads[::-1]
    # END SOLUTION


# %% [markdown] lang="en"
# Check it as before, on a real loss. Look at the two times as well. The numerical gradient runs the network twice for
# each of the weights. Backpropagation goes once forward and once backward, whatever their number. This network has
# about 1,500 weights; the large ones of today have hundreds of billions.

# %% [markdown] lang="es"
# Verifícalo como antes, con una pérdida de verdad. Mira también los dos tiempos. El gradiente numérico ejecuta la red
# dos veces por cada peso. La retropropagación va una vez hacia adelante y una hacia atrás, sin importar cuántos sean.
# Esta red tiene unos 1,500 pesos; las grandes de hoy tienen cientos de miles de millones.

# %% kind="demo"
import time

rng = np.random.default_rng(0)
X, labels = rng.standard_normal((16, 20)), rng.integers(0, 5, 16)
params = [(0.3 * rng.standard_normal((n, m)), 0.1 * rng.standard_normal(m)) for n, m in [(20, 30), (30, 25), (25, 5)]]


def loss_with(k, W):
    changed = [(W, b) if i == k else (V, b) for i, (V, b) in enumerate(params)]
    return softmax_cross_entropy(mlp_forward(X, changed)[0], labels)[0]


start = time.perf_counter()
logits, cache = mlp_forward(X, params)
grads = mlp_backward(softmax_cross_entropy(logits, labels)[1], cache)
middle = time.perf_counter()
numerical = [numerical_gradient(lambda W, k=k: loss_with(k, W), params[k][0], 1e-6) for k in range(3)]
end = time.perf_counter()
for k in range(3):
    a, n = grads[k][0], numerical[k]
    print(f"dW{k + 1}: {np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n)):.1e}")
print(f"backpropagation {middle - start:.4f} s, numerical gradient {end - middle:.4f} s")  # en
print(f"retropropagación {middle - start:.4f} s, gradiente numérico {end - middle:.4f} s")  # es

# %% [markdown] lang="en"
# ## Part 5. How does the network improve?
#
# The gradient says which way the loss grows. So move the other way:
#
# $$w \;\leftarrow\; w - \mathrm{lr}\cdot\frac{\partial L}{\partial w}$$
#
# `lr` is the *learning rate*: how far to move. Go back to the smallest network of part 2: w = 1.5, b = −1, dL/dw = −4,
# dL/db = −2, and L = 1. One step:
#
# | lr | new w | new b | z = 2w + b | new L |
# |---|---|---|---|---|
# | 0.01 | 1.54 | −0.98 | 2.1 | 0.81 |
# | 0.1 | 1.9 | −0.8 | 3.0 | 0 |
# | 0.2 | 2.3 | −0.6 | 4.0 | 1 |
# | 0.3 | 2.7 | −0.4 | 5.0 | 4 |
#
# A small rate is slow. A good one goes down fast. At 0.2 the step jumps over the valley and lands just as high on the
# other side. At 0.3 each step climbs: the training *diverges*. The rate is the first thing to try when training goes
# wrong.
#
# ### Where to start
#
# Not at zero. If all the weights are 0, every hidden unit is off and gets no blame: only the last biases ever move. If
# all the weights are equal, all the units of a layer get the same blame and stay equal for ever. Random numbers break
# the tie. Start like this, and part 6 will tell you why:
#
# - one generator for the whole network: `rng = np.random.default_rng(seed)`;
# - for each layer, in order: `W = rng.standard_normal((fan_in, fan_out)) * np.sqrt(2 / fan_in)`;
# - biases at zero: `b = np.zeros(fan_out)`.
#
# ### What to write
#
# `train_mlp(X, y, sizes, lr, epochs, seed)` returns trained `params`. `sizes` goes from the inputs to the classes:
# `[64, 32, 10]` means two layers, 64 → 32 → 10. One *epoch* is here **one step with the whole batch**: forward, softmax
# cross-entropy, backward, then one plain gradient step for every W and every b. With `epochs=0` return the start. The
# same seed gives the same result. X and y stay as they were.

# %% [markdown] lang="es"
# ## Parte 5. ¿Cómo mejora la red? (ajuste y minimización)
#
# El gradiente dice hacia dónde crece la pérdida. Entonces muévete hacia el otro lado:
#
# $$w \;\leftarrow\; w - \mathrm{lr}\cdot\frac{\partial L}{\partial w}$$
#
# `lr` es la *tasa de aprendizaje* (*learning rate*): cuánto moverse. Vuelve a la red más pequeña, la de la parte 2: w =
# 1.5, b = −1, dL/dw = −4, dL/db = −2 y L = 1. Un paso:
#
# | lr | nuevo w | nuevo b | z = 2w + b | nueva L |
# |---|---|---|---|---|
# | 0.01 | 1.54 | −0.98 | 2.1 | 0.81 |
# | 0.1 | 1.9 | −0.8 | 3.0 | 0 |
# | 0.2 | 2.3 | −0.6 | 4.0 | 1 |
# | 0.3 | 2.7 | −0.4 | 5.0 | 4 |
#
# Una tasa pequeña es lenta. Una buena baja rápido. Con 0.2 el paso salta por encima del valle y cae igual de alto al
# otro lado. Con 0.3 cada paso sube: el entrenamiento *diverge*. Cuando un entrenamiento va mal, la tasa es lo primero
# que se prueba.
#
# ### Dónde empezar
#
# No en cero. Si todos los pesos son 0, cada unidad oculta está apagada y no recibe culpa: solo se mueven los últimos
# sesgos. Si todos los pesos son iguales, las unidades de una capa reciben la misma culpa y siguen iguales para siempre.
# Los números al azar rompen el empate. Empieza así, y la parte 6 te dirá por qué:
#
# - un solo generador para toda la red: `rng = np.random.default_rng(seed)`;
# - en cada capa, en orden: `W = rng.standard_normal((fan_in, fan_out)) * np.sqrt(2 / fan_in)`;
# - los sesgos en cero: `b = np.zeros(fan_out)`.
#
# ### Qué escribir
#
# `train_mlp(X, y, sizes, lr, epochs, seed)` devuelve los `params` entrenados. `sizes` va de las entradas a las clases:
# `[64, 32, 10]` son dos capas, 64 → 32 → 10. Una *época* (*epoch*) es aquí **un paso con el lote completo**: hacia
# adelante, entropía cruzada con softmax, hacia atrás, y luego un paso de gradiente simple para cada W y cada b. Con
# `epochs=0` devuelve el inicio. La misma semilla da el mismo resultado. X e y quedan como estaban.


# %% question="train_mlp"
def train_mlp(X, y, sizes, lr, epochs, seed):
    """
    en: Train an MLP by gradient descent on the whole batch, with softmax cross-entropy.
    en: X: shape (N, D). y: N integers, the classes. sizes: [D, ..., C]. seed: for the random start.
    en: Returns params: list of (W, b), with W of shape (sizes[k], sizes[k + 1]).
    es: Entrena un MLP por descenso de gradiente con el lote completo y entropía cruzada con softmax.
    es: X: forma (N, D). y: N enteros, las clases. sizes: [D, ..., C]. seed: para el inicio al azar.
    es: Devuelve params: lista de (W, b), con W de forma (sizes[k], sizes[k + 1]).
    """
    # BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    layers = list(zip(sizes[:-1], sizes[1:]))
    params = [(rng.standard_normal((n, m)) * np.sqrt(2 / n), np.zeros(m)) for n, m in layers]
    for _ in range(epochs):
        logits, cache = mlp_forward(X, params)
        _, dlogits = softmax_cross_entropy(logits, y)
        grads = mlp_backward(dlogits, cache)
        params = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in zip(params, grads)]
    return params
    # END SOLUTION


# %% [markdown] lang="en"
# ### Real digits
#
# `data/digits.npz` holds 1,200 handwritten digits of 8×8 pixels, with values from 0 to 16 (from scikit-learn). We train
# with 1,000 of them and keep 200 to see how the network does with digits that it has never seen. The hidden test trains
# your `train_mlp` with 400 of them and asks it about another 597, which are not in the file. A correct answer gets
# about 94 % of those right; at least 88 % is required.
#
# The picture shows the loss for three learning rates. It starts near ln 10 = 2.30, as promised.

# %% [markdown] lang="es"
# ### Dígitos de verdad
#
# `data/digits.npz` contiene 1,200 dígitos escritos a mano, de 8×8 píxeles, con valores de 0 a 16 (vienen de
# scikit-learn). Entrenamos con 1,000 y guardamos 200 para ver cómo le va a la red con dígitos que nunca ha visto. La
# prueba oculta entrena tu `train_mlp` con 400 de ellos y le pregunta por otros 597, que no están en el archivo. Una
# respuesta correcta acierta cerca del 94 %; se exige al menos 88 %.
#
# La imagen muestra la pérdida con tres tasas de aprendizaje. Empieza cerca de ln 10 = 2.30, como prometimos.

# %% kind="demo"
import matplotlib.pyplot as plt

digits = np.load("data/digits.npz")  # en
digits = np.load("data/digits.npz")  # es
X, y = digits["X"] / 16, digits["y"]
epochs = [0, 1, 2, 5, 10, 20, 50, 100, 200]
plt.figure(figsize=(7, 4))
for lr in [0.01, 0.1, 0.5]:
    losses = []
    for n in epochs:
        params = train_mlp(X[:1000], y[:1000], [64, 32, 10], lr, n, seed=0)
        losses.append(softmax_cross_entropy(mlp_forward(X[:1000], params)[0], y[:1000])[0])
    plt.plot(epochs, losses, "o-", label=f"lr = {lr}")
plt.axhline(np.log(10), color="gray", linestyle=":", label="ln 10")
plt.xscale("symlog", linthresh=1)
plt.xlim(-0.1, 300)
plt.legend()
plt.title("Loss on the training digits")  # en
plt.title("Pérdida en los dígitos de entrenamiento")  # es
plt.xlabel("epochs")  # en
plt.xlabel("épocas")  # es
plt.ylabel("loss")  # en
plt.ylabel("pérdida")  # es
plt.tight_layout()
plt.show()

guess = mlp_forward(X[1000:], params)[0].argmax(axis=1)
print(f"accuracy on 200 new digits: {np.mean(guess == y[1000:]):.1%}")  # en
print(f"exactitud en 200 dígitos nuevos: {np.mean(guess == y[1000:]):.1%}")  # es

# %% [markdown] lang="en"
# And these are digits that it reads wrong. Would you have read them?

# %% [markdown] lang="es"
# Y estos son dígitos que lee mal. ¿Tú los habrías leído bien?

# %% kind="demo"
import matplotlib.pyplot as plt

digits = np.load("data/digits.npz")  # en
digits = np.load("data/digits.npz")  # es
X, y = digits["X"] / 16, digits["y"]
params = train_mlp(X[:1000], y[:1000], [64, 32, 10], 0.5, 200, seed=0)
guess = mlp_forward(X[1000:], params)[0].argmax(axis=1)
wrong = np.flatnonzero(guess != y[1000:])[:6]
figure, axes = plt.subplots(1, 6, figsize=(9, 2), squeeze=False)
for place in axes[0]:
    place.axis("off")
for place, i in zip(axes[0], wrong):
    place.imshow(X[1000 + i].reshape(8, 8), cmap="gray_r")
    place.set_title(f"{y[1000 + i]} → {guess[i]}")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# ## Part 6. Why does it fail when it is deep?
#
# On its way back, the blame crosses every layer, and each layer multiplies it. Many factors in a row do one of two
# things:
#
# | factor per layer | after 3 layers | after 30 layers |
# |---|---|---|
# | 0.5 | 0.125 | 0.000000001 |
# | 1 | 1 | 1 |
# | 1.5 | 3.4 | 191,751 |
#
# Below 1, the first layers receive almost nothing and do not learn: the gradient **vanishes**. Above 1, they receive
# huge numbers and one step destroys everything: it **explodes**. Where do the factors come from?
#
# - From the **activation**. The slope of the sigmoid is never above 1/4. Ten sigmoids: at most (1/4)¹⁰ ≈ 0.000001.
# - From the **weights**. The blame is multiplied by W at each layer. Small weights shrink it, large weights blow it up.
#
# So the first cure is to choose the size of the weights.
#
# ### Xavier
#
# Each output adds up `fan_in` products of a weight and an input. Random terms that are independent and have mean 0 add
# up their *variances*:
#
# $$\mathrm{Var}(\mathrm{out}) = \mathrm{fan\_in}\cdot\mathrm{Var}(W)\cdot\mathrm{mean}(x^2)$$
#
# By hand: 100 inputs of size 1 and weights with standard deviation 1. The outputs have variance 100, so their size
# is 10. The next layer makes it 100. After ten layers it is 10¹⁰. To keep the size, take Var(W) = 1 / fan_in.
#
# Going backward it is the same, but each blame adds up `fan_out` products, so one wants Var(W) = 1 / fan_out. Both at
# once are impossible unless the layer is square. Xavier Glorot proposed the compromise in between:
#
# $$\mathrm{Var}(W) = \frac{2}{\mathrm{fan\_in}+\mathrm{fan\_out}}$$
#
# With fan_in = 300 and fan_out = 100 the variance is 2/400 = 0.005, and the **standard deviation** is its square root:
# 0.0707. You may draw from a normal distribution or from a uniform one. For the uniform, remember that numbers between
# −a and a have variance a²/3, so a = √(6 / (fan_in + fan_out)).
#
# Use the generator `rng` that you receive, and no other: so whoever calls you decides the numbers.

# %% [markdown] lang="es"
# ## Parte 6. ¿Por qué falla cuando es profunda? (desvanecimiento y explosión)
#
# En su viaje de vuelta, la culpa atraviesa todas las capas, y cada capa la multiplica. Muchos factores seguidos hacen
# una de dos cosas:
#
# | factor por capa | después de 3 capas | después de 30 capas |
# |---|---|---|
# | 0.5 | 0.125 | 0.000000001 |
# | 1 | 1 | 1 |
# | 1.5 | 3.4 | 191,751 |
#
# Por debajo de 1, las primeras capas no reciben casi nada y no aprenden: el gradiente **se desvanece**. Por encima de
# 1, reciben números enormes y un solo paso lo destruye todo: **explota**. ¿De dónde salen los factores?
#
# - De la **activación**. La pendiente de la sigmoide nunca pasa de 1/4. Diez sigmoides: a lo más (1/4)¹⁰ ≈ 0.000001.
# - De los **pesos**. En cada capa la culpa se multiplica por W. Los pesos pequeños la encogen, los grandes la inflan.
#
# Por eso la primera cura es elegir el tamaño de los pesos.
#
# ### Xavier
#
# Cada salida suma `fan_in` productos de un peso por una entrada. Al sumar términos al azar, independientes y de media
# 0, se suman sus *varianzas*:
#
# $$\mathrm{Var}(\mathrm{out}) = \mathrm{fan\_in}\cdot\mathrm{Var}(W)\cdot\mathrm{media}(x^2)$$
#
# A mano: 100 entradas de tamaño 1 y pesos con desviación estándar 1. Las salidas tienen varianza 100, o sea, tamaño 10.
# La capa siguiente lo lleva a 100. Después de diez capas va en 10¹⁰. Para conservar el tamaño, toma Var(W) = 1 /
# fan_in.
#
# Hacia atrás pasa lo mismo, pero cada culpa suma `fan_out` productos, así que uno querría Var(W) = 1 / fan_out. Las dos
# a la vez son imposibles, salvo que la capa sea cuadrada. Xavier Glorot propuso un punto medio:
#
# $$\mathrm{Var}(W) = \frac{2}{\mathrm{fan\_in}+\mathrm{fan\_out}}$$
#
# Con fan_in = 300 y fan_out = 100 la varianza es 2/400 = 0.005, y la **desviación estándar** es su raíz cuadrada:
# 0.0707. Puedes sortear los números con una distribución normal o con una uniforme. Para la uniforme, recuerda que los
# números entre −a y a tienen varianza a²/3, así que a = √(6 / (fan_in + fan_out)).
#
# Usa el generador `rng` que recibes, y ningún otro: así, quien te llama decide los números.


# %% question="xavier_init"
def xavier_init(fan_in, fan_out, rng):
    """
    en: Random weights with mean 0 and variance 2 / (fan_in + fan_out).
    en: rng: numpy Generator. Returns an array of shape (fan_in, fan_out).
    es: Pesos al azar con media 0 y varianza 2 / (fan_in + fan_out).
    es: rng: Generator de numpy. Devuelve un arreglo de forma (fan_in, fan_out).
    """
    # BEGIN SOLUTION
    return rng.standard_normal((fan_in, fan_out)) * np.sqrt(2 / (fan_in + fan_out))
    # END SOLUTION


# %% [markdown] lang="en"
# ### He
#
# ReLU throws away the negative half. If z is symmetric around 0, the mean of max(0, z)² is **half** the mean of z². So
# each ReLU layer loses a factor of 2, and after 20 layers a factor of about one million. Kaiming He gave it back:
#
# $$\mathrm{Var}(W) = \frac{2}{\mathrm{fan\_in}}$$
#
# With fan_in = 300 the variance is 0.00667 and the standard deviation 0.0816. It does not depend on fan_out. This is
# the start that you used in part 5.

# %% [markdown] lang="es"
# ### He
#
# La ReLU descarta la mitad negativa. Si z es simétrica alrededor de 0, la media de max(0, z)² es **la mitad** de la
# media de z². Entonces cada capa con ReLU pierde un factor 2, y después de 20 capas, un factor de cerca de un millón.
# Kaiming He lo devolvió:
#
# $$\mathrm{Var}(W) = \frac{2}{\mathrm{fan\_in}}$$
#
# Con fan_in = 300 la varianza es 0.00667 y la desviación estándar 0.0816. No depende de fan_out. Es el inicio que
# usaste en la parte 5.


# %% question="he_init"
def he_init(fan_in, fan_out, rng):
    """
    en: Random weights with mean 0 and variance 2 / fan_in.
    en: rng: numpy Generator. Returns an array of shape (fan_in, fan_out).
    es: Pesos al azar con media 0 y varianza 2 / fan_in.
    es: rng: Generator de numpy. Devuelve un arreglo de forma (fan_in, fan_out).
    """
    # BEGIN SOLUTION
    return rng.standard_normal((fan_in, fan_out)) * np.sqrt(2 / fan_in)
    # END SOLUTION


# %% [markdown] lang="en"
# ### Measure it
#
# When a network does not learn, do not guess: measure the gradient of each layer. Write `gradient_norms`. The network
# is the one of part 4, but the activation between layers may be any of three:
#
# | `activation` | value | slope |
# |---|---|---|
# | `"relu"` | max(0, z) | 1 if z > 0, else 0 |
# | `"sigmoid"` | s = 1 / (1 + e^(−z)) | s (1 − s) |
# | `"tanh"` | t = tanh z | 1 − t² |
#
# After the last layer there is no activation. The loss is softmax cross-entropy, the mean over the batch. Return a list
# with one number per layer, from the first to the last: the norm of its `dW`, $\sqrt{\sum dW^2}$. The biases do not
# count.
#
# By hand: one input, one hidden sigmoid unit, two classes; x = 1, label 0, W₁ = [[0]], b₁ = [0], W₂ = [[0, 2]], b₂ =
# [0, −1].
#
# 1. Forward: z = 0, s = 1/2, logits = [0, 1 − 1] = [0, 0], so the probabilities are [1/2, 1/2].
# 2. dlogits = [−1/2, 1/2]. Then dW₂ = s × dlogits = [−1/4, 1/4], with norm √(1/8) = 0.354.
# 3. ds = 0 × (−1/2) + 2 × 1/2 = 1, and through the sigmoid dz = 1 × s (1 − s) = 1/4.
# 4. dW₁ = x × dz = 1/4. The answer is **[0.25, 0.354]**.

# %% [markdown] lang="es"
# ### Mídelo
#
# Cuando una red no aprende, no adivines: mide el gradiente de cada capa. Escribe `gradient_norms`. La red es la de la
# parte 4, pero la activación entre capas puede ser cualquiera de tres:
#
# | `activation` | valor | pendiente |
# |---|---|---|
# | `"relu"` | max(0, z) | 1 si z > 0, si no 0 |
# | `"sigmoid"` | s = 1 / (1 + e^(−z)) | s (1 − s) |
# | `"tanh"` | t = tanh z | 1 − t² |
#
# Después de la última capa no hay activación. La pérdida es la entropía cruzada con softmax, promediada sobre el lote.
# Devuelve una lista con un número por capa, de la primera a la última: la norma de su `dW`, $\sqrt{\sum dW^2}$. Los
# sesgos no cuentan.
#
# A mano: una entrada, una unidad oculta sigmoide, dos clases; x = 1, etiqueta 0, W₁ = [[0]], b₁ = [0], W₂ = [[0, 2]],
# b₂ = [0, −1].
#
# 1. Hacia adelante: z = 0, s = 1/2, logits = [0, 1 − 1] = [0, 0], así que las probabilidades son [1/2, 1/2].
# 2. dlogits = [−1/2, 1/2]. Entonces dW₂ = s × dlogits = [−1/4, 1/4], con norma √(1/8) = 0.354.
# 3. ds = 0 × (−1/2) + 2 × 1/2 = 1, y al pasar por la sigmoide dz = 1 × s (1 − s) = 1/4.
# 4. dW₁ = x × dz = 1/4. La respuesta es **[0.25, 0.354]**.


# %% question="gradient_norms"
def gradient_norms(params, x, labels, activation):
    """
    en: How much gradient reaches each layer.
    en: params: list of (W, b). x: (N, D). labels: N integers. activation: "relu", "sigmoid" or "tanh".
    en: Returns a list with the norm of dW of each layer, from the first to the last.
    es: Cuánto gradiente le llega a cada capa.
    es: params: lista de (W, b). x: (N, D). labels: N enteros. activation: "relu", "sigmoid" o "tanh".
    es: Devuelve una lista con la norma de dW de cada capa, de la primera a la última.
    """
    # BEGIN SOLUTION
    value = {"relu": lambda z: np.maximum(z, 0), "sigmoid": lambda z: (1 + np.tanh(z / 2)) / 2, "tanh": np.tanh}
    slope = {"relu": lambda a: (a > 0) * 1.0, "sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a**2}
    layers, a = [], np.asarray(x, dtype=float)
    for k, (W, b) in enumerate(params):
        a = a if k == 0 else value[activation](a)
        out, cache = dense_forward(a, W, b)
        layers.append((a, cache))
        a = out
    _, blame = softmax_cross_entropy(a, labels)
    norms = []
    for a, cache in reversed(layers):
        dx, dW, _ = dense_backward(blame, cache)
        blame = dx * slope[activation](a)
        norms.append(float(np.sqrt(np.sum(dW**2))))
    return norms[::-1]
    # END SOLUTION


# %% [markdown] lang="en"
# **The whole story in one picture.** Left, 3 layers; right, 20. The vertical axis is logarithmic: each line of the grid
# is a factor. Read the right panel from layer 20 back to layer 1, as the blame travels.
#
# - **Sigmoid** (red): the line falls towards layer 1. The blame vanishes on the way, even with a good start: the
#   weights do not make up for a slope of at most 1/4. Tanh, whose slope reaches 1, holds up well with Xavier.
# - **ReLU with weights of the wrong size** (blue, broken lines): the line is flat, but at 10⁻¹² or at 10¹⁰. Why flat?
#   `dW` is made of the input of the layer and of the blame that arrives. With small weights, the signal shrinks on the
#   way forward and the blame shrinks on the way back. Each layer has one of the two missing.
# - **ReLU with He** (blue, solid): signal and blame keep their size in all 20 layers.
# - With 3 layers nearly everything works. That is why the problem stayed hidden while networks were shallow.
#
# A tiny gradient in a deep network is therefore not always a bug in your code. Measure first.

# %% [markdown] lang="es"
# **Toda la historia en una imagen.** A la izquierda, 3 capas; a la derecha, 20. El eje vertical es logarítmico: cada
# línea de la cuadrícula es un factor. Lee el panel derecho desde la capa 20 hacia la 1, como viaja la culpa.
#
# - **Sigmoide** (rojo): la línea cae hacia la capa 1. La culpa se desvanece en el camino, aunque el inicio sea bueno:
#   los pesos no compensan una pendiente de a lo más 1/4. La tanh, cuya pendiente llega a 1, aguanta bien con Xavier.
# - **ReLU con pesos de mal tamaño** (azul, líneas cortadas): la línea es plana, pero en 10⁻¹² o en 10¹⁰. ¿Por qué
#   plana? `dW` se arma con la entrada de la capa y con la culpa que le llega. Con pesos pequeños, la señal se encoge en
#   el viaje de ida y la culpa se encoge en el de vuelta. A cada capa le falta una de las dos.
# - **ReLU con He** (azul, línea continua): la señal y la culpa conservan su tamaño en las 20 capas.
# - Con 3 capas casi todo funciona. Por eso el problema quedó oculto mientras las redes eran poco profundas.
#
# Entonces, un gradiente diminuto en una red profunda no siempre es un error de tu código. Mide primero.

# %% kind="demo"
import matplotlib.pyplot as plt

digits = np.load("data/digits.npz")  # en
digits = np.load("data/digits.npz")  # es
X, y = digits["X"][:200] / 16 - 0.3, digits["y"][:200]


def start_with(init, depth):
    rng = np.random.default_rng(0)
    sizes = [64] + [50] * (depth - 1) + [10]
    return [(init(n, m, rng), np.zeros(m)) for n, m in zip(sizes, sizes[1:])]


def small(n, m, rng):
    return 0.05 * rng.standard_normal((n, m))


def large(n, m, rng):
    return 0.6 * rng.standard_normal((n, m))


lines = [
    ("relu", small, "0.05", "C0:"),
    ("relu", large, "0.6", "C0--"),
    ("relu", he_init, "He", "C0-"),
    ("sigmoid", small, "0.05", "C3:"),
    ("sigmoid", xavier_init, "Xavier", "C3-"),
    ("tanh", xavier_init, "Xavier", "C2-"),
]
figure, axes = plt.subplots(1, 2, figsize=(11, 4.5), sharey=True)
for place, depth in zip(axes, [3, 20]):
    for activation, init, name, style in lines:
        norms = gradient_norms(start_with(init, depth), X, y, activation)
        place.semilogy(range(1, depth + 1), norms, style, marker="o", markersize=3, label=f"{activation}, {name}")
    place.grid(alpha=0.3)
    place.set_xlabel("layer")  # en
    place.set_xlabel("capa")  # es
    place.set_title(f"{depth} layers")  # en
    place.set_title(f"{depth} capas")  # es
axes[0].set_xticks([1, 2, 3])
axes[1].set_xticks([1, 5, 10, 15, 20])
axes[0].set_ylabel("norm of dW")  # en
axes[0].set_ylabel("norma de dW")  # es
axes[0].legend(fontsize=9, loc="best")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# ### When it explodes anyway: clip
#
# A good start does not help if the gradient explodes later, in the middle of the training. One single huge step can
# undo an hour of work. The remedy is simple: if the gradient is too long, shorten it, **but keep its direction**.
#
# Think of *all* the gradients of the network as one long list of numbers: every entry of every dW and of every db. Its
# length is the **global norm**:
#
# $$\text{norm} = \sqrt{\sum_{\text{layers}}\Big(\sum dW^2 + \sum db^2\Big)}$$
#
# If the norm is at most `max_norm`, nothing changes. If it is larger, multiply everything by the same factor, max_norm
# / norm.
#
# By hand: dW = [[3], [0]] and db = [4] in the first layer, dW = [[0, 12]] and db = [0, 0] in the second. The norm is
# √(9 + 16 + 144) = 13. With max_norm = 6.5 the factor is 1/2: [[1.5], [0]], [2], [[0, 6]], [0, 0].
#
# Why not cut each number at ±max_norm, or each matrix on its own? Because parts would shrink by different factors, and
# the step would point somewhere else. The picture after the answer shows it.
#
# `grads` is a list of pairs `(dW, db)`, as `mlp_backward` returns it. Return `(grads, norm)`: a new list of pairs, and
# the norm **before** clipping, the one that is worth watching while a network trains.

# %% [markdown] lang="es"
# ### Cuando explota de todos modos: recortar
#
# Un buen inicio no ayuda si el gradiente explota más tarde, en pleno entrenamiento. Un solo paso enorme puede deshacer
# una hora de trabajo. El remedio es simple: si el gradiente es demasiado largo, acórtalo, **pero conserva su
# dirección**. Se llama recorte (*clipping*).
#
# Piensa en *todos* los gradientes de la red como una sola lista larga de números: cada entrada de cada dW y de cada db.
# Su largo es la **norma global**:
#
# $$\text{norma} = \sqrt{\sum_{\text{capas}}\Big(\sum dW^2 + \sum db^2\Big)}$$
#
# Si la norma es a lo más `max_norm`, no cambia nada. Si es mayor, multiplica todo por el mismo factor, max_norm /
# norma.
#
# A mano: dW = [[3], [0]] y db = [4] en la primera capa, dW = [[0, 12]] y db = [0, 0] en la segunda. La norma es √(9 +
# 16 + 144) = 13. Con max_norm = 6.5 el factor es 1/2: [[1.5], [0]], [2], [[0, 6]], [0, 0].
#
# ¿Por qué no cortar cada número en ±max_norm, o cada matriz por su cuenta? Porque las partes se encogerían con factores
# distintos y el paso apuntaría hacia otro lado. La imagen después de la respuesta lo muestra.
#
# `grads` es una lista de pares `(dW, db)`, como la que devuelve `mlp_backward`. Devuelve `(grads, norm)`: una lista
# nueva de pares y la norma **antes** de recortar, que es la que vale la pena vigilar mientras una red entrena.


# %% question="clip_by_global_norm"
def clip_by_global_norm(grads, max_norm):
    """
    en: Shorten all the gradients together so that their global norm is at most max_norm.
    en: grads: list of (dW, db). max_norm: a number above 0.
    en: Returns (clipped grads, a list of (dW, db); norm before clipping, a number).
    es: Acorta todos los gradientes juntos para que su norma global sea a lo más max_norm.
    es: grads: lista de (dW, db). max_norm: un número mayor que 0.
    es: Devuelve (grads recortados, una lista de (dW, db); norma antes de recortar, un número).
    """
    # BEGIN SOLUTION
    grads = [(np.asarray(dW, dtype=float), np.asarray(db, dtype=float)) for dW, db in grads]
    norm = np.sqrt(sum(np.sum(dW**2) + np.sum(db**2) for dW, db in grads))
    factor = max_norm / norm if norm > max_norm else 1.0
    return [(factor * dW, factor * db) for dW, db in grads], norm
    # END SOLUTION


# %% kind="demo"
import matplotlib.pyplot as plt

raw = np.array([4.0, 1.0])
clipped = clip_by_global_norm([(raw[:1], raw[1:])], 1.5)[0]
arrows = [raw, np.clip(raw, -1.5, 1.5), np.concatenate(clipped[0])]
plt.figure(figsize=(7, 3))
for arrow, color, width in zip(arrows, ["0.7", "C3", "C0"], [0.01, 0.006, 0.006]):
    plt.quiver(0, 0, *arrow, color=color, angles="xy", scale_units="xy", scale=1, width=width)
names = ["gradient", "each number cut: other direction", "global norm: same direction"]  # en
names = ["gradiente", "cada número cortado: otra dirección", "norma global: misma dirección"]  # es
plt.legend(names, loc="best")
plt.title("Two ways to shorten a step")  # en
plt.title("Dos maneras de acortar un paso")  # es
plt.xlim(-0.2, 4.4)
plt.ylim(-0.2, 2.4)
plt.gca().set_aspect("equal")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# ## What you now know
#
# - A **loss** turns "wrong" into one number with a slope. For softmax and for the sigmoid, its gradient is probability
#   minus truth.
# - **Backpropagation** is one rule, repeated: blame that arrives × own slope. Blames that meet are added. The result
#   has the shape of the thing that is blamed.
# - A layer is a **pair of functions**, forward and backward, with a cache between them. Chain the pairs and you have a
#   network of any depth.
# - A gradient that was not **checked** is a gradient that you hope is right.
# - **Training** is forward, loss, backward, adjust. The learning rate decides between slow, fast and divergent.
# - Blame is multiplied at every layer, so it **vanishes or explodes** with depth. ReLU, He and Xavier keep the factor
#   near 1, and clipping limits the damage.
#
# **Where you will use it.** In assignment 04 you replace the line w ← w − lr·dw by better ones: momentum, RMSprop,
# Adam. In 05 you add dropout, which is one more pair of functions. In 06 you write the pair of the convolution, and
# check it with your `numerical_gradient`. And when Keras trains a model in one line, you know what that line does: you
# wrote it.

# %% [markdown] lang="es"
# ## Lo que ya sabes
#
# - Una **pérdida** convierte «equivocado» en un número con pendiente. Con softmax y con la sigmoide, su gradiente es
#   probabilidad menos verdad.
# - La **retropropagación** es una sola regla, repetida: culpa que llega × pendiente propia. Las culpas que se
#   encuentran se suman. El resultado tiene la forma de aquello a lo que se culpa.
# - Una capa es un **par de funciones**, hacia adelante y hacia atrás, con un cache entre ellas. Encadena los pares y
#   tienes una red de cualquier profundidad.
# - Un gradiente que no se **verificó** es un gradiente que esperas que esté bien.
# - **Entrenar** es hacia adelante, pérdida, hacia atrás, ajuste. La tasa de aprendizaje decide entre lento, rápido y
#   divergente.
# - La culpa se multiplica en cada capa, así que con la profundidad **se desvanece o explota**. ReLU, He y Xavier
#   mantienen el factor cerca de 1, y el recorte limita los daños.
#
# **Dónde lo vas a usar.** En la tarea 04 cambias la línea w ← w − lr·dw por otras mejores: momentum, RMSprop, Adam. En
# la 05 agregas el abandono (*dropout*), que es un par de funciones más. En la 06 escribes el par de la convolución, y
# lo verificas con tu `numerical_gradient`. Y cuando Keras entrene un modelo en una línea, ya sabrás qué hace esa línea:
# la escribiste tú.
