import numpy as np

from autograder import misconception


@misconception(
    en="You add the gradient. It points uphill, and you want to go down.",
    es="Sumas el gradiente. Apunta cuesta arriba, y tú quieres bajar.",
)
def climbs(w, dw, state, lr):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    return w + lr * dw, state


@misconception(
    en="You write into the weights of whoever called you. Make a new array instead.",
    es="Escribes dentro de los pesos de quien te llamó. Crea un arreglo nuevo.",
)
def overwrites_w(w, dw, state, lr):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    w -= lr * dw
    return w, state


@misconception(
    en="You scale the gradient in place, so the caller's gradient is no longer what it was.",
    es="Escalas el gradiente en su lugar, y el gradiente de quien te llamó ya no es el que era.",
)
def overwrites_dw(w, dw, state, lr):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    dw *= lr
    return w - dw, state


@misconception(
    en="You ignore lr and use a rate of your own. The caller decides how long the step is.",
    es="Ignoras lr y usas una tasa propia. Quien llama decide el largo del paso.",
)
def own_rate(w, dw, state, lr):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    return w - 0.01 * dw, state


@misconception(
    en="You return only the weights. The answer is a pair: the weights and the state.",
    es="Devuelves solo los pesos. La respuesta es un par: los pesos y el estado.",
)
def forgets_the_state(w, dw, state, lr):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    return w - lr * dw


@misconception(
    en="You return the pair in the other order. The weights come first, then the state.",
    es="Devuelves el par al revés. Primero van los pesos, luego el estado.",
)
def state_first(w, dw, state, lr):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    return state, w - lr * dw


@misconception(
    en="You use only the sign of the gradient. In gradient descent a steeper slope gives a longer step.",
    es="Usas solo el signo del gradiente. En el descenso de gradiente, una pendiente mayor da un paso más largo.",
)
def only_the_sign(w, dw, state, lr):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    return w - lr * np.sign(dw), state


@misconception(
    en="You turn the new weights back into the type of the old ones, so integers lose their decimals.",
    es="Devuelves los pesos nuevos al tipo de los viejos, y los enteros pierden sus decimales.",
)
def keeps_integers(w, dw, state, lr):
    w = np.asarray(w)
    return (w - lr * np.asarray(dw)).astype(w.dtype), state


@misconception(
    en="You divide by the number of rows. The gradient you receive is already a mean over the batch.",
    es="Divides entre el número de filas. El gradiente que recibes ya es un promedio sobre el lote.",
)
def divides_again(w, dw, state, lr):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    return w - lr * dw / len(dw), state


@misconception(
    en="You return the step instead of the new weights.",
    es="Devuelves el paso en vez de los pesos nuevos.",
)
def returns_the_step(w, dw, state, lr):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    return -lr * dw, state
