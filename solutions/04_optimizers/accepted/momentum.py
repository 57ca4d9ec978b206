import numpy as np


def rate_inside_the_velocity(w, dw, state, lr, beta):
    """Keras's form, the same walk while lr stays the same: the velocity already points downhill."""
    velocity = np.zeros(np.shape(w)) if state is None else state
    velocity = beta * velocity - lr * np.asarray(dw, dtype=float)
    return np.asarray(w, dtype=float) + velocity, velocity


def keeps_all_gradients(w, dw, state, lr, beta):
    """Its state is the whole history; the velocity is summed afresh each time."""
    history = (*(state or ()), np.array(dw, dtype=float))
    velocity = sum(beta**age * g for age, g in enumerate(reversed(history)))
    return np.asarray(w, dtype=float) - lr * velocity, history


def remembers_the_place_before(w, dw, state, lr, beta):
    """Polyak's own form: the last move, lr * v, is the difference of two places."""
    w = np.array(w, dtype=float)
    before = w if state is None else state["before"]
    return w + beta * (w - before) - lr * np.asarray(dw, dtype=float), {"before": w}


def with_a_class(w, dw, state, lr, beta):
    """The state is an object that is replaced, never changed."""

    class Velocity:
        def __init__(self, value):
            self.value = value

    old = 0.0 if state is None else state.value
    new = Velocity(np.asarray(dw, dtype=float) + beta * old)
    return np.asarray(w, dtype=float) - lr * new.value, new
