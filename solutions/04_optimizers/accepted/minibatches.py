import numpy as np


def with_yield(X, y, batch_size, rng):
    """A generator: each batch is cut when it is asked for."""
    X, y = np.asarray(X), np.asarray(y)
    order = np.arange(len(X))
    rng.shuffle(order)
    while len(order):
        now, order = order[:batch_size], order[batch_size:]
        yield X[now], y[now]


def cuts_shuffled_copies(X, y, batch_size, rng):
    """Both are put in the same new order first, and cut afterwards; pairs are lists."""
    order = np.argsort(rng.random(len(X)))
    X, y = np.take(X, order, axis=0), np.take(y, order, axis=0)
    cuts = list(range(batch_size, len(order), batch_size))
    return [list(pair) for pair in zip(np.split(X, cuts), np.split(y, cuts))]


def shuffles_pairs(X, y, batch_size, rng):
    """A list of pairs (sample, label) is shuffled; a zip object comes back."""
    pairs = list(zip(X, y))
    pairs = [pairs[i] for i in rng.choice(len(pairs), size=len(pairs), replace=False)]
    groups = [pairs[i : i + batch_size] for i in range(0, len(pairs), batch_size)]
    return zip([np.array([x for x, _ in g]) for g in groups], [np.array([label for _, label in g]) for g in groups])
