import numpy as np


def moves_a_fraction(w, dw, state, lr, rho, eps):
    """The mean moves a fraction 1 - rho of the way to the new square."""
    w, dw = np.array(w, dtype=float), np.array(dw, dtype=float)
    s = np.zeros_like(w) if state is None else state["s"]
    s = s + (1 - rho) * (np.square(dw) - s)
    w -= lr * dw / (s**0.5 + eps)
    return w, {"s": s}


def remembers_the_root(w, dw, state, lr, rho, eps):
    """Its state is the typical size itself, as a list of numbers and a shape."""
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    old = np.zeros(w.size) if state is None else np.array(state[0])
    size = np.hypot(np.sqrt(rho) * old, np.sqrt(1 - rho) * dw.ravel())
    scale = (lr / (size + eps)).reshape(w.shape)
    return w - scale * dw, [size.tolist(), list(w.shape)]


def half_the_precision(w, dw, state, lr, rho, eps):
    """float32 inside, float64 at the end."""
    w, dw = np.asarray(w, dtype=np.float32), np.asarray(dw, dtype=np.float32)
    s = (1 - rho) * dw * dw if state is None else rho * state + (1 - rho) * dw * dw
    return (w - lr * dw / (np.sqrt(s) + eps)).astype(float), s
