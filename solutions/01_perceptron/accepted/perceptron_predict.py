import numpy as np


def row_by_row(X, w, b):
    answers = []
    for x in X:
        total = b
        for i in range(len(w)):
            total = total + w[i] * x[i]
        answers.append(1.0 if total >= 0 else 0.0)
    return np.array(answers)


def bias_as_one_more_weight(X, w, b):
    """The homogeneous form: a column of ones, and the bias behind the weights."""
    X = np.asarray(X, dtype=float)
    return np.heaviside(np.c_[X, np.ones(len(X))] @ np.r_[w, b], 1.0)


def against_the_threshold(X, w, b):
    """McCulloch and Pitts's form: the sum reaches the threshold -b."""
    return (np.dot(X, w) >= -b).astype(float)


def in_float32(X, w, b):
    """Half the precision inside is enough for a yes or a no."""
    return step(np.asarray(X, np.float32).dot(np.asarray(w, np.float32)) + np.float32(b))
