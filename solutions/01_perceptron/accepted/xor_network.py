import numpy as np


def at_least_one_but_not_two():
    """Whole numbers: h1 is "at least one", h2 is "at least two", and the output is h1 and not h2."""
    return np.array([[1, 1], [1, 1]]), np.array([-1, -2]), np.array([1, -2]), -1


def three_units():
    """H = 3: (0, 1), (1, 0), and a unit that always answers 1 instead of the output's bias."""
    return [[-1.0, 1.0, 0.0], [1.0, -1.0, 0.0]], [-0.5, -0.5, 3.0], [1.0, 1.0, -0.25], 0.0


def one_unit_per_corner():
    """H = 4: each unit knows one point; the output adds those of the 1s."""
    W1 = np.array([[-1.0, -1.0, 1.0, 1.0], [-1.0, 1.0, -1.0, 1.0]])
    return W1, np.array([-0.0, -1.0, -1.0, -2.0]), np.array([-2.0, 2.0, 2.0, -2.0]), np.array(-1.0)


def not_equal_both_ways():
    """Its output is a NAND of two units that say 1 on the wrong side."""
    W1 = np.array([[2.0, -3.0], [-2.0, 3.0]])
    return W1, np.array([1.0, 2.0]), np.array([-1.0, -1.0]), np.float64(1.5)


def found_by_search():
    """Small random whole numbers until the four points are right; the seed is fixed."""
    rng = np.random.default_rng(5)
    points = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    while True:
        W1, b1, W2, b2 = (
            rng.integers(-2, 3, (2, 2)),
            rng.integers(-2, 3, 2),
            rng.integers(-2, 3, 2),
            rng.integers(-2, 3),
        )
        hidden = (points @ W1 + b1 >= 0) * 1
        if list(hidden @ W2 + b2 >= 0) == [False, True, True, False]:
            return W1, b1, W2, int(b2)
