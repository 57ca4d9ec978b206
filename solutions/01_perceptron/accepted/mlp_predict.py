import numpy as np


def perceptrons_of_perceptrons(X, W1, b1, W2, b2):
    """Each hidden unit, and the output, is a perceptron of section 2."""
    columns = zip(np.transpose(W1), b1)
    hidden = np.stack([perceptron_predict(X, w, b) for w, b in columns], axis=1)
    return perceptron_predict(hidden, W2, b2)


def sample_by_sample(X, W1, b1, W2, b2):
    out = np.zeros(len(X))
    for n, x in enumerate(X):
        active = np.dot(x, W1) + np.asarray(b1) >= 0
        if np.asarray(W2)[active].sum() + b2 >= 0:
            out[n] = 1.0
    return out


def weights_as_columns(X, W1, b1, W2, b2):
    """Columns of weights all the way, and the last axis taken off at the end."""
    hidden = np.where(np.matmul(X, W1) + np.reshape(b1, (1, -1)) < 0, 0.0, 1.0)
    return np.where(hidden @ np.reshape(W2, (-1, 1)) + b2 < 0, 0.0, 1.0)[:, 0]
