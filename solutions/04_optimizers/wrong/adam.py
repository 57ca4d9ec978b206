import numpy as np

from autograder import misconception


def _begin(w, dw, state):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    return w, dw, *((np.zeros_like(w), np.zeros_like(w), 0) if state is None else state)


def _means(dw, m, v, beta1, beta2):
    return beta1 * m + (1 - beta1) * dw, beta2 * v + (1 - beta2) * dw**2


@misconception(
    en="There is no bias correction: the first steps are far too long, because both means start at an invented 0.",
    es="Falta la corrección de sesgo: los primeros pasos son larguísimos, porque ambos promedios parten de un 0 inventado.",
)
def no_correction(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v = _means(dw, m, v, beta1, beta2)
    return w - lr * m / (np.sqrt(v) + eps), (m, v, t)


@misconception(
    en="You compute the corrected means and then step with the uncorrected ones.",
    es="Calculas los promedios corregidos y luego das el paso con los que no lo están.",
)
def corrects_in_vain(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v, t = *_means(dw, m, v, beta1, beta2), t + 1
    _m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m / (np.sqrt(v_hat) + eps), (m, v, t)


@misconception(
    en="You correct with 1 - beta, without the power t. That is right at the first step only.",
    es="Corriges con 1 - beta, sin la potencia t. Eso solo es correcto en el primer paso.",
)
def no_power(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v = _means(dw, m, v, beta1, beta2)
    return w - lr * (m / (1 - beta1)) / (np.sqrt(v / (1 - beta2)) + eps), (m, v, t)


@misconception(
    en="Your t stays at 1: it never reaches the state, so the correction never fades.",
    es="Tu t se queda en 1: nunca llega al estado, así que la corrección nunca se apaga.",
)
def t_is_not_stored(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v = _means(dw, m, v, beta1, beta2)
    t += 1
    return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, 0)


@misconception(
    en="You count from 2: t must be 1 at the first step. It starts at 1 and then grows before it is used.",
    es="Cuentas desde 2: t debe valer 1 en el primer paso. Empieza en 1 y luego crece antes de usarse.",
)
def t_starts_at_two(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v = _means(dw, m, v, beta1, beta2)
    t = 2 if state is None else t + 1
    return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@misconception(
    en="Your first step divides by 1 - 1, as it happens with t = 0. Count the step first, then use t.",
    es="Tu primer paso divide entre 1 - 1, como ocurre con t = 0. Primero cuenta el paso, luego usa t.",
)
def t_starts_at_zero(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v = _means(dw, m, v, beta1, beta2)
    first, second = np.float64(1 - beta1**t), np.float64(1 - beta2**t)
    return w - lr * (m / first) / (np.sqrt(v / second) + eps), (m, v, t + 1)


@misconception(
    en="You exchange beta1 and beta2: the first belongs to the gradient, the second to its square.",
    es="Intercambias beta1 y beta2: la primera es del gradiente, la segunda de su cuadrado.",
)
def betas_exchanged(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v, t = *_means(dw, m, v, beta2, beta1), t + 1
    return w - lr * (m / (1 - beta2**t)) / (np.sqrt(v / (1 - beta1**t)) + eps), (m, v, t)


@misconception(
    en="You average the square of m, not the square of the gradient.",
    es="Promedias el cuadrado de m, no el cuadrado del gradiente.",
)
def squares_m(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m = beta1 * m + (1 - beta1) * dw
    v, t = beta2 * v + (1 - beta2) * m**2, t + 1
    return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@misconception(
    en="You put eps inside the root. In Algorithm 1 it is added outside.",
    es="Pones eps dentro de la raíz. En el algoritmo 1 se suma por fuera.",
)
def eps_inside(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v, t = *_means(dw, m, v, beta1, beta2), t + 1
    return w - lr * (m / (1 - beta1**t)) / np.sqrt(v / (1 - beta2**t) + eps), (m, v, t)


@misconception(
    en="You add eps before the correction, as Keras does. Here v is corrected first, and eps added last.",
    es="Sumas eps antes de la corrección, como lo hace Keras. Aquí primero se corrige v, y eps se suma al final.",
)
def eps_before_the_correction(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v, t = *_means(dw, m, v, beta1, beta2), t + 1
    return w - lr * np.sqrt(1 - beta2**t) / (1 - beta1**t) * m / (np.sqrt(v) + eps), (m, v, t)


@misconception(
    en="You store the corrected means, so the next step corrects them again. The state keeps m and v.",
    es="Guardas los promedios corregidos, y el próximo paso los corrige otra vez. El estado guarda m y v.",
)
def stores_the_corrected(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v, t = *_means(dw, m, v, beta1, beta2), t + 1
    m, v = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m / (np.sqrt(v) + eps), (m, v, t)


@misconception(
    en="You use 0.9, 0.999 and 1e-8 whatever the caller gives you.",
    es="Usas 0.9, 0.999 y 1e-8 sin importar lo que te da quien llama.",
)
def fixed_settings(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v, t = *_means(dw, m, v, 0.9, 0.999), t + 1
    return w - lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8), (m, v, t)


@misconception(
    en="You drop the history: the old m and v never enter the new ones.",
    es="Descartas la historia: los viejos m y v nunca entran en los nuevos.",
)
def drops_the_history(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v, t = (1 - beta1) * dw, (1 - beta2) * dw**2, t + 1
    return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@misconception(
    en="You count the steps in a variable outside, so all parameters share one t. It belongs in the state.",
    es="Cuentas los pasos en una variable de afuera, y todos los parámetros comparten la misma t. Va en el estado.",
)
def one_count_for_all(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, _ = _begin(w, dw, state)
    t = one_count_for_all.t = getattr(one_count_for_all, "t", 0) + 1
    m, v = _means(dw, m, v, beta1, beta2)
    return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)


@misconception(
    en="You update m and v in place, so the old state changes under the caller's hands. Make new arrays.",
    es="Actualizas m y v en su lugar, y el estado viejo cambia en manos de quien llamó. Crea arreglos nuevos.",
)
def overwrites_the_state(w, dw, state, lr, beta1, beta2, eps):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    state = {"m": np.zeros_like(w), "v": np.zeros_like(w), "t": 0} if state is None else state
    state["m"], state["v"] = _means(dw, state["m"], state["v"], beta1, beta2)
    state["t"] += 1
    m, v = state["m"] / (1 - beta1 ** state["t"]), state["v"] / (1 - beta2 ** state["t"])
    return w - lr * m / (np.sqrt(v) + eps), state


@misconception(
    en="You forget the root of v, so the step depends on the size of the gradient again.",
    es="Olvidas la raíz de v, y el paso vuelve a depender del tamaño del gradiente.",
)
def no_root(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v, t = *_means(dw, m, v, beta1, beta2), t + 1
    return w - lr * (m / (1 - beta1**t)) / (v / (1 - beta2**t) + eps), (m, v, t)


@misconception(
    en="You step with the gradient instead of its mean: that is RMSprop with a correction, without the inertia.",
    es="Das el paso con el gradiente en vez de su promedio: eso es RMSprop con corrección, sin la inercia.",
)
def without_inertia(w, dw, state, lr, beta1, beta2, eps):
    w, dw, m, v, t = _begin(w, dw, state)
    m, v, t = *_means(dw, m, v, beta1, beta2), t + 1
    return w - lr * dw / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)
