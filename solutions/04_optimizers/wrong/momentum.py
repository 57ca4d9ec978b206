import numpy as np

from autograder import misconception


def _arrays(w, dw):
    return np.asarray(w, dtype=float), np.asarray(dw, dtype=float)


@misconception(
    en="You take only a fraction 1 - beta of the new gradient. Here it enters the velocity whole.",
    es="Tomas solo una fracción 1 - beta del gradiente nuevo. Aquí entra completo en la velocidad.",
)
def running_mean(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = (1 - beta) * dw if state is None else beta * state + (1 - beta) * dw
    return w - lr * v, v


@misconception(
    en="You always return the state you received, so the velocity starts from zero at every step.",
    es="Siempre devuelves el estado que recibiste, así que la velocidad parte de cero en cada paso.",
)
def forgets_the_velocity(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = dw if state is None else beta * state + dw
    return w - lr * v, state


@misconception(
    en="You step with the old velocity. First update it, then use the new one.",
    es="Das el paso con la velocidad vieja. Primero actualízala y luego usa la nueva.",
)
def steps_before_it_updates(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = np.zeros_like(w) if state is None else state
    return w - lr * v, beta * v + dw


@misconception(
    en="You add the velocity to the weights. It is made of gradients, which point uphill: subtract it.",
    es="Sumas la velocidad a los pesos. Está hecha de gradientes, que apuntan cuesta arriba: réstala.",
)
def climbs(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = dw if state is None else beta * state + dw
    return w + lr * v, v


@misconception(
    en="You update the velocity in place, so the old state changes under the caller's hands. Make a new array.",
    es="Actualizas la velocidad en su lugar, y el estado viejo cambia en manos de quien llamó. Crea un arreglo nuevo.",
)
def overwrites_the_state(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = np.zeros_like(w) if state is None else state
    v *= beta
    v += dw
    return w - lr * v, v


@misconception(
    en="You use 0.9 whatever beta is. The caller decides.",
    es="Usas 0.9 sea cual sea beta. Quien llama decide.",
)
def fixed_beta(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = dw if state is None else 0.9 * state + dw
    return w - lr * v, v


@misconception(
    en="You multiply the gradient by beta instead of the old velocity, which then never fades.",
    es="Multiplicas por beta el gradiente en vez de la velocidad vieja, que entonces nunca se atenúa.",
)
def fades_the_gradient(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = beta * dw if state is None else state + beta * dw
    return w - lr * v, v


@misconception(
    en="You keep the velocity in a variable outside, so all parameters share it. Each has its own, in the state.",
    es="Guardas la velocidad en una variable de afuera, y todos los parámetros la comparten. Cada uno tiene la suya.",
)
def one_velocity_for_all(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    old = getattr(one_velocity_for_all, "velocity", 0.0) if state else 0.0
    one_velocity_for_all.velocity = beta * np.mean(old) + dw
    return w - lr * one_velocity_for_all.velocity, "later"


@misconception(
    en="That is Nesterov's variant, which adds the momentum once more. Here the step is lr times the velocity.",
    es="Esa es la variante de Nesterov, que suma el impulso una vez más. Aquí el paso es lr por la velocidad.",
)
def nesterov(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = dw if state is None else beta * state + dw
    return w - lr * (dw + beta * v), v


@misconception(
    en="You remember the last gradient, not the velocity: everything before it is lost.",
    es="Recuerdas el último gradiente, no la velocidad: todo lo anterior se pierde.",
)
def remembers_one_gradient(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = dw if state is None else beta * state + dw
    return w - lr * v, dw


@misconception(
    en="You fade the new gradient together with the old velocity. Only the old part is multiplied by beta.",
    es="Atenúas el gradiente nuevo junto con la velocidad vieja. Solo la parte vieja se multiplica por beta.",
)
def fades_both(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = beta * ((0.0 if state is None else state) + dw)
    return w - lr * v, v


@misconception(
    en="You leave out lr. The velocity says where to go, and lr how far.",
    es="Omites lr. La velocidad dice hacia dónde ir, y lr qué tan lejos.",
)
def forgets_the_rate(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = dw if state is None else beta * state + dw
    return w - v, v


@misconception(
    en="You return only the weights. Without the state, the next step does not know how fast you were.",
    es="Devuelves solo los pesos. Sin el estado, el próximo paso no sabe a qué velocidad ibas.",
)
def only_the_weights(w, dw, state, lr, beta):
    w, dw = _arrays(w, dw)
    v = dw if state is None else beta * state + dw
    return w - lr * v
