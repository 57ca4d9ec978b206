import numpy as np


def everything_inline(X, y, lr, epochs):
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    while len(history) < epochs and (not history or history[-1] > 0):
        wrong = 0
        for i in range(len(X)):
            error = y[i] - float(X[i] @ w + b >= 0)
            if error:
                w = w + lr * error * X[i]
                b = b + lr * error
                wrong += 1
        history.append(wrong)
    return w, b, history


def bias_as_one_more_weight(X, y, lr, epochs):
    """The counts come back as an array of floats."""
    ones = np.column_stack([np.asarray(X, dtype=float), np.ones(len(X))])
    v, counts = np.zeros(ones.shape[1]), []
    for _ in range(epochs):
        before = 0.0
        for u, label in zip(ones, y):
            error = label - (1.0 if u @ v >= 0 else 0.0)
            v = v + lr * error * u
            before += abs(error)
        counts.append(before)
        if not before:
            break
    return v[:-1], v[-1], np.array(counts)


def sees_that_the_bias_moved(X, y, lr, epochs):
    """A mistake is seen by its effect: the bias always moves."""
    w, b = [0.0] * len(X[0]), 0.0
    counts = ()
    for _ in range(epochs):
        mistakes = 0
        for x, label in zip(X, y):
            w, moved = perceptron_update(w, b, x, label, lr)
            mistakes += moved != b
            b = moved
        counts = (*counts, mistakes)
        if mistakes == 0:
            break
    return np.array(w), float(b), counts
