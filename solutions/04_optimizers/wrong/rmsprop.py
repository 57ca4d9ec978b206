import numpy as np

from autograder import misconception


def _begin(w, dw, state):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    return w, dw, np.zeros_like(w) if state is None else state


@misconception(
    en="You add up the squares and never forget: that is AdaGrad, whose steps die out.",
    es="Sumas los cuadrados y nunca olvidas: eso es AdaGrad, cuyos pasos se apagan.",
)
def adagrad(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s = s + dw**2
    return w - lr * dw / (np.sqrt(s) + eps), s


@misconception(
    en="You exchange rho and 1 - rho. The old mean keeps rho, and the new square enters with 1 - rho.",
    es="Intercambias rho y 1 - rho. El promedio viejo conserva rho, y el cuadrado nuevo entra con 1 - rho.",
)
def rho_exchanged(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s = (1 - rho) * s + rho * dw**2
    return w - lr * dw / (np.sqrt(s) + eps), s


@misconception(
    en="You put eps inside the root. Here it is added outside.",
    es="Pones eps dentro de la raíz. Aquí se suma por fuera.",
)
def eps_inside(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s = rho * s + (1 - rho) * dw**2
    return w - lr * dw / np.sqrt(s + eps), s


@misconception(
    en="You forget the root. The mean of squares is in square units: without the root small gradients explode.",
    es="Olvidas la raíz. El promedio de cuadrados está en unidades al cuadrado: sin raíz, los gradientes chicos explotan.",
)
def no_root(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s = rho * s + (1 - rho) * dw**2
    return w - lr * dw / (s + eps), s


@misconception(
    en="You forget to square the gradient, so signs cancel and the root of a negative number appears.",
    es="Olvidas elevar el gradiente al cuadrado, así que los signos se cancelan y aparece la raíz de un negativo.",
)
def no_square(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s = rho * s + (1 - rho) * dw
    return w - lr * dw / (np.sqrt(s) + eps), s


@misconception(
    en="You drop the history: the old mean never enters the new one.",
    es="Descartas la historia: el promedio viejo nunca entra en el nuevo.",
)
def drops_the_history(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s = (1 - rho) * dw**2
    return w - lr * dw / (np.sqrt(s) + eps), s


@misconception(
    en="You divide by the old mean. First update it, then use the new one.",
    es="Divides entre el promedio viejo. Primero actualízalo y luego usa el nuevo.",
)
def divides_by_the_old_mean(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    return w - lr * dw / (np.sqrt(s) + eps), rho * s + (1 - rho) * dw**2


@misconception(
    en="You use 0.9 whatever rho is. The caller decides.",
    es="Usas 0.9 sea cual sea rho. Quien llama decide.",
)
def fixed_rho(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s = 0.9 * s + 0.1 * dw**2
    return w - lr * dw / (np.sqrt(s) + eps), s


@misconception(
    en="You ignore eps and use a tiny one of your own. The caller decides which gradients are too small.",
    es="Ignoras eps y usas uno diminuto propio. Quien llama decide qué gradientes son demasiado pequeños.",
)
def fixed_eps(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s = rho * s + (1 - rho) * dw**2
    return w - lr * dw / (np.sqrt(s) + 1e-8), s


@misconception(
    en="You measure one size for the whole array. Each entry has its own mean of squares.",
    es="Mides un solo tamaño para todo el arreglo. Cada elemento tiene su propio promedio de cuadrados.",
)
def one_size_for_all(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s = rho * s + (1 - rho) * np.mean(dw**2)
    return w - lr * dw / (np.sqrt(s) + eps), s


@misconception(
    en="You correct the start as Adam does. RMSprop does not: its first steps are long.",
    es="Corriges el inicio como lo hace Adam. RMSprop no lo hace: sus primeros pasos son largos.",
)
def corrects_the_bias(w, dw, state, lr, rho, eps):
    w, dw, _ = _begin(w, dw, None)
    s, t = (np.zeros_like(w), 0) if state is None else state
    s, t = rho * s + (1 - rho) * dw**2, t + 1
    return w - lr * dw / (np.sqrt(s / (1 - rho**t)) + eps), (s, t)


@misconception(
    en="You update the mean in place, so the old state changes under the caller's hands. Make a new array.",
    es="Actualizas el promedio en su lugar, y el estado viejo cambia en manos de quien llamó. Crea un arreglo nuevo.",
)
def overwrites_the_state(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s *= rho
    s += (1 - rho) * dw**2
    return w - lr * dw / (np.sqrt(s) + eps), s


@misconception(
    en="You always return the state you received, so every step is a first step.",
    es="Siempre devuelves el estado que recibiste, así que todos los pasos son un primer paso.",
)
def never_stores(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s = rho * s + (1 - rho) * dw**2
    return w - lr * dw / (np.sqrt(s) + eps), state


@misconception(
    en="Mind the brackets: you divide by the root and then add eps to the step. It belongs to the denominator.",
    es="Cuidado con los paréntesis: divides entre la raíz y luego sumas eps al paso. Pertenece al denominador.",
)
def eps_after_the_division(w, dw, state, lr, rho, eps):
    w, dw, s = _begin(w, dw, state)
    s = rho * s + (1 - rho) * dw**2
    return w - lr * (dw / np.sqrt(s) + eps), s


@misconception(
    en="You keep the mean in a variable outside, so all parameters share it. Each has its own, in the state.",
    es="Guardas el promedio en una variable de afuera, y todos los parámetros lo comparten. Cada uno tiene el suyo.",
)
def one_mean_for_all(w, dw, state, lr, rho, eps):
    w, dw, _ = _begin(w, dw, None)
    old = getattr(one_mean_for_all, "s", 0.0) if state else 0.0
    one_mean_for_all.s = rho * np.mean(old) + (1 - rho) * dw**2
    return w - lr * dw / (np.sqrt(one_mean_for_all.s) + eps), "later"
