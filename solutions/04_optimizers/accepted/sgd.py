import numpy as np


def entry_by_entry(w, dw, state, lr):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    new = np.empty_like(w)
    for i in np.ndindex(w.shape):
        new[i] = w[i] - lr * dw[i]
    return new, None


def momentum_without_memory(w, dw, state, lr):
    """SGD is momentum with beta = 0."""
    return momentum(w, dw, None, lr, 0.0)


def counts_its_steps(w, dw, state, lr):
    """It works on a copy, and keeps something that nobody asked for."""
    new = np.array(w, dtype=np.float64)
    new -= np.multiply(lr, dw)
    return [new, {"steps": 1 if state is None else state["steps"] + 1}]


def half_the_precision(w, dw, state, lr):
    w, dw = np.asarray(w, dtype=np.float32), np.asarray(dw, dtype=np.float32)
    return (w - lr * dw).astype(np.float64), state
