import numpy as np

from autograder import misconception


def _arrays(w, x):
    return np.array(w, dtype=float), np.array(x, dtype=float)


@misconception(
    en="You use the error with the opposite sign, so each correction makes the mistake worse.",
    es="Usas el error con el signo contrario, y cada corrección empeora el error.",
)
def wrong_sign(w, b, x, y, lr):
    w, x = _arrays(w, x)
    error = step(x @ w + b) - y
    return w + lr * error * x, float(b + lr * error)


@misconception(
    en="You never move the bias. It is corrected too, as a weight whose input is always 1.",
    es="Nunca mueves el sesgo. También se corrige, como un peso cuya entrada siempre es 1.",
)
def bias_never_moves(w, b, x, y, lr):
    w, x = _arrays(w, x)
    return w + lr * (y - step(x @ w + b)) * x, float(b)


@misconception(
    en="You move the weights by lr times y times x, right or wrong. Only mistakes teach, and a false alarm must push down.",
    es="Mueves los pesos lr por y por x, acierte o no. Solo enseñan los errores, y una falsa alarma debe empujar hacia abajo.",
)
def learns_from_every_one(w, b, x, y, lr):
    w, x = _arrays(w, x)
    return w + lr * y * x, float(b + lr * y)


@misconception(
    en="You multiply by y after a mistake. That rule is for labels -1 and +1: with y = 0 nothing moves, ever.",
    es="Multiplicas por y tras un error. Esa regla es para etiquetas -1 y +1: con y = 0 nunca se mueve nada.",
)
def rule_for_other_labels(w, b, x, y, lr):
    w, x = _arrays(w, x)
    if step(x @ w + b) != y:
        return w + lr * y * x, float(b + lr * y)
    return w, float(b)


@misconception(
    en="You move the weights even when the prediction was right.",
    es="Mueves los pesos aunque la predicción haya sido correcta.",
)
def moves_when_right(w, b, x, y, lr):
    w, x = _arrays(w, x)
    return w + lr * (2 * y - 1) * x, float(b + lr * (2 * y - 1))


@misconception(
    en="You forget the learning rate: it multiplies every correction.",
    es="Olvidas la tasa de aprendizaje: multiplica cada corrección.",
)
def forgets_the_rate(w, b, x, y, lr):
    w, x = _arrays(w, x)
    error = y - step(x @ w + b)
    return w + error * x, float(b + error)


@misconception(
    en="You forget the learning rate in the bias: it multiplies that correction too.",
    es="Olvidas la tasa de aprendizaje en el sesgo: también multiplica esa corrección.",
)
def rate_only_for_weights(w, b, x, y, lr):
    w, x = _arrays(w, x)
    error = y - step(x @ w + b)
    return w + lr * error * x, float(b + error)


@misconception(
    en="You move all the weights by the same amount. Each moves in proportion to its own input.",
    es="Mueves todos los pesos lo mismo. Cada uno se mueve en proporción a su propia entrada.",
)
def forgets_the_input(w, b, x, y, lr):
    w, x = _arrays(w, x)
    error = y - step(x @ w + b)
    return w + lr * error, float(b + lr * error)


@misconception(
    en="You multiply the bias's correction by the inputs. The bias's own input is always 1.",
    es="Multiplicas la corrección del sesgo por las entradas. La entrada del sesgo siempre es 1.",
)
def inputs_in_the_bias(w, b, x, y, lr):
    w, x = _arrays(w, x)
    error = y - step(x @ w + b)
    return w + lr * error * x, float(b + lr * error * x.sum())


@misconception(
    en="You compare y with the sum z. The error compares y with the answer, after the step.",
    es="Comparas y con la suma z. El error compara y con la respuesta, después del escalón.",
)
def error_before_the_step(w, b, x, y, lr):
    w, x = _arrays(w, x)
    error = y - (x @ w + b)
    return w + lr * error * x, float(b + lr * error)


@misconception(
    en="You predict without the bias, so you see mistakes where there are none.",
    es="Predices sin el sesgo, así que ves errores donde no los hay.",
)
def predicts_without_bias(w, b, x, y, lr):
    w, x = _arrays(w, x)
    error = y - step(x @ w)
    return w + lr * error * x, float(b + lr * error)


@misconception(
    en="Your prediction asks for z > 0. With z exactly 0 the neuron answers 1.",
    es="Tu predicción pide z > 0. Con z exactamente 0 la neurona responde 1.",
)
def strictly_greater(w, b, x, y, lr):
    w, x = _arrays(w, x)
    error = y - (1.0 if x @ w + b > 0 else 0.0)
    return w + lr * error * x, float(b + lr * error)


@misconception(
    en="You move the caller's own weights with +=. Make new ones and leave the arguments as they were.",
    es="Mueves con += los pesos de quien llamó. Crea otros nuevos y deja los argumentos intactos.",
)
def changes_its_argument(w, b, x, y, lr):
    error = y - step(np.dot(x, w) + b)
    w = w if isinstance(w, np.ndarray) and w.dtype == float else np.array(w, dtype=float)
    w += lr * error * np.asarray(x, dtype=float)
    return w, float(b + lr * error)


@misconception(
    en="You return only the change. Return the new weights and the new bias.",
    es="Devuelves solo el cambio. Devuelve los pesos nuevos y el sesgo nuevo.",
)
def returns_the_change(w, b, x, y, lr):
    w, x = _arrays(w, x)
    error = y - step(x @ w + b)
    return lr * error * x, float(lr * error)


@misconception(
    en="Your weights stay integers when the arguments are integers, so the fractions of the correction are lost.",
    es="Tus pesos siguen siendo enteros si los argumentos lo son, y se pierden las fracciones de la corrección.",
)
def loses_the_fractions(w, b, x, y, lr):
    error = y - step(np.dot(x, w) + b)
    new = np.array(w)
    for i in range(len(new)):
        new[i] = new[i] + lr * error * x[i]
    return new, float(b + lr * error)
