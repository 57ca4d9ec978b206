"""Right gradients are accepted, wrong ones rejected, and a battery would notice if they were not.

`complaints(check)` runs a checker over right and wrong gradients and lists every wrong verdict. The real checker draws
none; each broken checker below draws some, so a bug of that kind could not pass unseen.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pytest

from autograder.checks import CheckFailed, assert_gradient
from autograder.checks.probe import central
from autograder.language import Sentence

Array = Any


class Trial(NamedTuple):
    """The arguments of one assert_gradient."""

    forward: Callable[..., Any]
    backward: Callable[..., Any]
    inputs: list[Array]
    kinks: Any = None


# ------------------------------------------------------------------------------------------------- functions to check


def relu(x: Array) -> Array:
    return np.maximum(x, 0.0)


def sigmoid(x: Array) -> Array:
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def softmax(x: Array) -> Array:
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def cross_entropy(logits: Array, y: Array) -> float:
    shifted = logits - logits.max(axis=1, keepdims=True)
    return float((np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(y)), y]).mean())


def cross_entropy_backward(d: float, logits: Array, y: Array) -> Array:
    return d * (softmax(logits) - np.eye(logits.shape[1])[y]) / len(y)


def dense(x: Array, W: Array, b: Array) -> Array:
    return x @ W + b


def dense_backward(d: Array, x: Array, W: Array, b: Array) -> tuple[Array, Array, Array]:
    return d @ W.T, x.T @ d, d.sum(axis=0)


def mlp(x: Array, y: Array, *params: Array) -> float:
    for W, b in zip(params[:-2:2], params[1:-2:2], strict=True):
        x = relu(x @ W + b)
    return cross_entropy(x @ params[-2] + params[-1], y)


def mlp_backward(d: float, x: Array, y: Array, *params: Array) -> list[Array]:
    inputs = [x]
    for W, b in zip(params[:-2:2], params[1:-2:2], strict=True):
        inputs.append(relu(inputs[-1] @ W + b))
    dz = cross_entropy_backward(d, inputs[-1] @ params[-2] + params[-1], y)
    gradients: list[Array] = []
    for k in range(len(params) - 2, -1, -2):
        gradients = [inputs[k // 2].T @ dz, dz.sum(axis=0), *gradients]
        dz = (dz @ params[k].T) * (inputs[k // 2] > 0 if k else 1.0)
    return [dz, *gradients]


# ------------------------------------------------------------------------------------------------------ right gradients


def right_relu(rng: np.random.Generator, scale: float = 1.0) -> Trial:
    x = scale * rng.normal(size=(5, 7))
    x[0, :3] = 0.0, 1e-7, -1e-5
    return Trial(relu, lambda d, x: d * (x > 0), [x], 0)


def right_sigmoid(rng: np.random.Generator, scale: float = 1.0) -> Trial:
    return Trial(sigmoid, lambda d, x: d * sigmoid(x) * (1 - sigmoid(x)), [scale * rng.normal(size=(5, 7))])


def right_softmax(rng: np.random.Generator, scale: float = 1.0) -> Trial:
    def backward(d: Array, x: Array) -> Array:
        p = softmax(x)
        return p * (d - (d * p).sum(axis=-1, keepdims=True))

    return Trial(softmax, backward, [scale * rng.normal(size=(5, 4))])


def right_dense(rng: np.random.Generator, scale: float = 1.0) -> Trial:
    return Trial(dense, dense_backward, [scale * rng.normal(size=(4, 3)), rng.normal(size=(3, 3)), np.zeros(3)])


def right_cross_entropy(rng: np.random.Generator, scale: float = 1.0) -> Trial:
    y = rng.integers(0, 7, 8)
    return Trial(
        lambda x: cross_entropy(x, y), lambda d, x: cross_entropy_backward(d, x, y), [scale * rng.normal(size=(8, 7))]
    )


def right_mlp(rng: np.random.Generator, scale: float = 1.0) -> Trial:
    y, sizes = rng.integers(0, 4, 16), [10, 20, 20, 4]
    params: list[Array] = []
    for fan_in, fan_out in itertools.pairwise(sizes):
        params += [rng.normal(size=(fan_in, fan_out)) * np.sqrt(2 / fan_in), 0.1 * rng.normal(size=fan_out)]
    return Trial(
        lambda x, *p: mlp(x, y, *p), lambda d, x, *p: mlp_backward(d, x, y, *p), [scale * rng.normal(size=(16, 10)), *params]
    )  # fmt: skip


def right_steep(rng: np.random.Generator) -> Trial:
    """A curve so bent that a one-sided difference is off by more than the threshold."""
    return Trial(lambda x: np.exp(2e4 * x), lambda d, x: 2e4 * d * np.exp(2e4 * x), [rng.uniform(0, 1e-4, size=1)])


def right_product(rng: np.random.Generator) -> Trial:
    """Two inputs whose gradients are each other."""
    return Trial(lambda a, b: a * b, lambda d, a, b: (d * b, d * a), [rng.normal(size=3), rng.normal(size=3)])


def right_constant(rng: np.random.Generator) -> Trial:
    """No slope at all, where every difference is rounding or nothing."""
    return Trial(
        lambda x, b: np.cos(x) ** 2 + np.sin(x) ** 2 + 0 * b, lambda d, x, b: (0 * x, 0 * b), [rng.normal(size=6), np.ones(1)]
    )  # fmt: skip


def right_dead(rng: np.random.Generator) -> Trial:
    return Trial(relu, lambda d, x: d * (x > 0), [-rng.uniform(1, 2, size=(3, 4))])


def right_number(rng: np.random.Generator) -> Trial:
    return Trial(lambda x: x**2, lambda d, x: 2 * d * x, [np.array(rng.normal())])


RIGHT = [
    right_relu, right_sigmoid, right_softmax, right_dense, right_cross_entropy, right_mlp,
    right_steep, right_product, right_constant, right_dead, right_number,
]  # fmt: skip
SCALED = [right_relu, right_sigmoid, right_softmax, right_dense, right_cross_entropy, right_mlp]

# ------------------------------------------------------------------------------------------------------ wrong gradients


def instead(make: Callable[..., Trial], change: Callable[..., Any]) -> Callable[..., Trial]:
    """A right trial whose backward pass is passed through `change(gradients, d, *inputs)`."""

    def wrong(rng: np.random.Generator) -> Trial:
        trial = make(rng)
        return trial._replace(backward=lambda d, *xs: change(trial.backward(d, *xs), d, *xs))

    return wrong


def with_ones(make: Callable[..., Trial]) -> Callable[..., Trial]:
    """Ignores the upstream gradient."""

    def wrong(rng: np.random.Generator) -> Trial:
        trial = make(rng)
        return trial._replace(backward=lambda d, *xs: trial.backward(np.ones_like(d), *xs))

    return wrong


def one_entry(g: Any, *rest: Any) -> Any:
    """A gradient of a large array, one entry of which is 1 % off."""
    g = np.array(g)
    g.ravel()[g.size // 3] *= 1.01
    return g


def large(rng: np.random.Generator) -> Trial:
    return Trial(np.tanh, lambda d, x: d * (1 - np.tanh(x) ** 2), [rng.uniform(0.5, 1, size=(150, 200))])


def swap(g: Array, i: int, j: int) -> Array:
    g = g.copy()
    g[[i, j]] = g[[j, i]]
    return g


WRONG: dict[str, Callable[..., Trial]] = {
    "twice": instead(right_sigmoid, lambda g, d, x: 2 * g),
    "half": instead(right_relu, lambda g, d, x: g / 2),
    "sign flipped": instead(right_softmax, lambda g, d, x: -g),
    "zero": instead(right_sigmoid, lambda g, d, x: 0 * g),
    "twice, of a tiny function": lambda rng: Trial(lambda x: 1e-9 * x, lambda d, x: 2e-9 * d, [rng.normal(size=5)]),
    "off by 0.1 %": instead(right_sigmoid, lambda g, d, x: 1.001 * g),
    "off by a constant": instead(right_sigmoid, lambda g, d, x: g + 1e-3),
    "a little noise": instead(right_sigmoid, lambda g, d, x: g + 1e-4 * np.cos(np.arange(35).reshape(5, 7))),
    "1/N missing": instead(right_cross_entropy, lambda g, d, x: g * len(x)),
    "1/N twice": instead(right_cross_entropy, lambda g, d, x: g / len(x)),
    "dW transposed, square": instead(right_dense, lambda g, d, *xs: (g[0], g[1].T, g[2])),
    "dx wrong": instead(right_dense, lambda g, d, x, W, b: (d @ W, g[1], g[2])),
    "db mean for sum": instead(right_dense, lambda g, d, *xs: (g[0], g[1], d.mean(axis=0))),
    "db kept per row": instead(right_dense, lambda g, d, *xs: (g[0], g[1], d)),
    "db keeps its axis": instead(right_dense, lambda g, d, *xs: (g[0], g[1], d.sum(axis=0, keepdims=True))),
    "dx and dW swapped in order": instead(right_product, lambda g, d, a, b: (g[1], g[0])),
    "two entries swapped": instead(right_product, lambda g, d, a, b: (swap(g[0], 0, 1), g[1])),
    "mask from dout": instead(right_relu, lambda g, d, x: d * (d > 0)),
    "mask from dout and x": instead(right_number, lambda g, d, x: g * (d > 0)),
    "mask of the output's sign": instead(right_relu, lambda g, d, x: d * np.sign(x)),
    "the derivative alone": instead(right_relu, lambda g, d, x: (x > 0) * 1.0),
    "upstream taken as ones": with_ones(right_softmax),
    "gradient of ones": instead(right_relu, lambda g, d, x: np.ones_like(x)),
    "upstream's size only": instead(right_sigmoid, lambda g, d, x: np.abs(d) * sigmoid(x) * (1 - sigmoid(x))),
    "softmax as sigmoid": instead(right_softmax, lambda g, d, x: d * softmax(x) * (1 - softmax(x))),
    "softmax without its sum": instead(right_softmax, lambda g, d, x: softmax(x) * d),
    "sigmoid of x for of out": instead(right_sigmoid, lambda g, d, x: d * x * (1 - x)),
    "one entry in 30,000 off by 1 %": instead(large, one_entry),
    "mlp: last layer only": instead(right_mlp, lambda g, d, *xs: [0 * v for v in g[:-2]] + g[-2:]),
    "mlp: one bias": instead(right_mlp, lambda g, d, *xs: [*g[:4], one_entry(g[4]), *g[5:]]),
    "NaN": instead(right_sigmoid, lambda g, d, x: g * np.nan),
    "infinite": instead(right_sigmoid, lambda g, d, x: g / 0.0),
    "huge": instead(right_sigmoid, lambda g, d, x: np.full_like(g, 1e308)),
    "None": instead(right_sigmoid, lambda g, d, x: None),
    "None among them": instead(right_dense, lambda g, d, *xs: (g[0], None, g[2])),
    "None all of them": instead(right_dense, lambda g, d, *xs: (None, None, None)),
    "too few": instead(right_dense, lambda g, d, *xs: g[:2]),
    "too many": instead(right_dense, lambda g, d, *xs: (*g, g[0])),
}

# ---------------------------------------------------------------------------------------------------------- the battery


def complaints(check: Callable[..., Any], seeds: int = 2) -> list[str]:
    """Every wrong verdict of `check` over right and wrong gradients."""
    cases = [(make.__name__, make, True) for make in RIGHT] + [(name, make, False) for name, make in WRONG.items()]
    found = []
    for name, make, right in cases:
        for seed in range(seeds):
            trial = make(np.random.default_rng(seed))
            with np.errstate(all="ignore"):
                if accepts(check, trial, seed) is not right:
                    found.append(f"{'rejects' if right else 'accepts'}: {name}")
                    break
    return found


def accepts(check: Callable[..., Any], trial: Trial, seed: int) -> bool:
    try:
        check(trial.forward, trial.backward, trial.inputs, kinks=trial.kinks, seed=seed)
    except CheckFailed:
        return False
    return True


def test_the_battery_finds_nothing_wrong_with_the_real_check() -> None:
    assert complaints(assert_gradient) == []


def using(difference: Callable[..., Array]) -> Callable[..., Any]:
    return lambda *args, **kwargs: assert_gradient(*args, **kwargs, difference=difference)


def forward_difference(f: Any, points: list[Array], i: int, direction: Array, step: float) -> Array:
    ahead = list(points)
    ahead[i] = points[i] + step * direction
    return (f(*ahead) - f(*points)) / step


def forgets_the_two(f: Any, points: list[Array], i: int, direction: Array, step: float) -> Array:
    return 2 * central(f, points, i, direction, step)


def perturbs_the_first_argument(f: Any, points: list[Array], i: int, direction: Array, step: float) -> Array:
    return central(f, points, 0, np.resize(direction, points[0].shape), step)


def perturbs_the_next_argument(f: Any, points: list[Array], i: int, direction: Array, step: float) -> Array:
    other = (i + 1) % len(points)
    return central(f, points, other, np.resize(direction, points[other].shape), step)


def perturbs_all_arguments(f: Any, points: list[Array], i: int, direction: Array, step: float) -> Array:
    return sum(perturbs_the_next_argument(f, points, k, direction, step) for k in range(len(points)))  # type: ignore


def ignores_the_direction(f: Any, points: list[Array], i: int, direction: Array, step: float) -> Array:
    return central(f, points, i, np.ones_like(direction), step)


def single_precision(f: Any, points: list[Array], i: int, direction: Array, step: float) -> Array:
    return central(lambda *xs: f(*xs).astype(np.float32), points, i, direction, step)


def a_long_step(f: Any, points: list[Array], i: int, direction: Array, step: float) -> Array:
    return central(f, points, i, direction, 1e5 * step)


def a_tiny_step(f: Any, points: list[Array], i: int, direction: Array, step: float) -> Array:
    return central(f, points, i, direction, 1e-7 * step)


@pytest.mark.parametrize(
    ("difference", "complaint"),
    [
        (forward_difference, "right_steep"),
        (forgets_the_two, "right_sigmoid"),
        (perturbs_the_first_argument, "right_product"),
        (perturbs_the_next_argument, "right_product"),
        (perturbs_all_arguments, "right_product"),
        (ignores_the_direction, "right_sigmoid"),
        (single_precision, "right_sigmoid"),
        (a_long_step, "right_steep"),
        (a_tiny_step, "right_sigmoid"),
    ],
)
def test_the_battery_notices_a_broken_numerical_derivative(difference: Callable[..., Array], complaint: str) -> None:
    assert f"rejects: {complaint}" in complaints(using(difference), seeds=1)


def returns_without_checking(*args: Any, **kwargs: Any) -> None:
    return None


def checks_the_first_input_only(forward: Any, backward: Any, inputs: Any, **kwargs: Any) -> None:
    def first(d: Any, x: Array) -> Any:
        gradients = backward(d, x, *inputs[1:])
        return gradients if len(inputs) == 1 or gradients is None else gradients[0]

    assert_gradient(lambda x: forward(x, *inputs[1:]), first, inputs[:1], **kwargs)


def asks_with_ones(forward: Any, backward: Any, inputs: Any, **kwargs: Any) -> None:
    def of_ones(d: float, *xs: Array) -> Any:
        gradients = backward(np.ones(np.shape(forward(*xs))), *xs)
        if isinstance(gradients, (list, tuple)):
            return [None if g is None else d * g for g in gradients]
        return None if gradients is None else d * gradients

    assert_gradient(lambda *xs: np.sum(forward(*xs)), of_ones, inputs, **kwargs)


def asks_with_positive_numbers_only(forward: Any, backward: Any, inputs: Any, **kwargs: Any) -> None:
    """Works for outputs of one number; the sign is put back after the answer."""

    def of_positive(d: Any, *xs: Array) -> Any:
        if np.ndim(d) or len(xs) > 1 or (gradient := backward(abs(d), *xs)) is None:
            return backward(d, *xs)
        return np.sign(d) * gradient

    assert_gradient(forward, of_positive, inputs, **kwargs)


def compares_lengths_only(forward: Any, backward: Any, inputs: Any, **kwargs: Any) -> None:
    naive(forward, backward, inputs, wrong=lambda a, n: abs(np.linalg.norm(a) - np.linalg.norm(n)) > 1e-6)


def has_a_loose_threshold(forward: Any, backward: Any, inputs: Any, **kwargs: Any) -> None:
    naive(forward, backward, inputs, wrong=lambda a, n: np.linalg.norm(a - n) > 1e-2 * np.linalg.norm(n) + 1e-2)


def lets_shapes_broadcast(forward: Any, backward: Any, inputs: Any, **kwargs: Any) -> None:
    naive(forward, backward, inputs, wrong=lambda a, n: np.abs(a - n).max() > 1e-2 * np.abs(n).max(), strict=False)


def looks_at_one_entry(forward: Any, backward: Any, inputs: Any, **kwargs: Any) -> None:
    naive(forward, backward, inputs, wrong=lambda a, n: abs(a.ravel()[0] - n.ravel()[0]) > 1e-5)


def lets_nan_compare(forward: Any, backward: Any, inputs: Any, **kwargs: Any) -> None:
    naive(forward, backward, inputs, wrong=lambda a, n: np.abs(a - n).max() > 1e-5)


def rejects_everything(forward: Any, backward: Any, inputs: Any, **kwargs: Any) -> None:
    raise REJECTED


REJECTED = CheckFailed(Sentence("No.", "No."))


def naive(forward: Any, backward: Any, inputs: Any, wrong: Callable[[Array, Array], Any], strict: bool = True) -> None:
    """The element-wise check as courses write it, with one careless comparison; it has no patience for large arrays."""
    d = np.random.default_rng(99).normal(size=np.shape(forward(*inputs)))
    gradients = backward(d, *inputs)
    gradients = gradients if isinstance(gradients, (list, tuple)) else [gradients]
    for i, a in zip(range(len(inputs)), gradients, strict=False):
        if a is None or (strict and np.shape(a) != inputs[i].shape):
            raise REJECTED
        n = np.zeros(inputs[i].shape)
        for k in range(n.size if n.size < 1000 else 0):
            unit = np.zeros(n.shape)
            unit.reshape(-1)[k] = 1.0
            n.reshape(-1)[k] = np.sum(d * central(forward, list(inputs), i, unit, 1e-6))
        if wrong(np.asarray(a), n):
            raise REJECTED


@pytest.mark.parametrize(
    ("check", "complaint"),
    [
        (returns_without_checking, "twice"),
        (checks_the_first_input_only, "db mean for sum"),
        (asks_with_ones, "upstream taken as ones"),
        (asks_with_positive_numbers_only, "mask from dout and x"),
        (compares_lengths_only, "sign flipped"),
        (has_a_loose_threshold, "off by 0.1 %"),
        (lets_shapes_broadcast, "db keeps its axis"),
        (looks_at_one_entry, "mlp: one bias"),
        (lets_nan_compare, "NaN"),
    ],
)
def test_the_battery_notices_a_check_that_lets_wrong_gradients_pass(check: Callable[..., Any], complaint: str) -> None:
    assert f"accepts: {complaint}" in complaints(check, seeds=1)


def test_the_battery_notices_a_check_that_rejects_everything() -> None:
    assert len([c for c in complaints(rejects_everything, seeds=1) if c.startswith("rejects")]) == len(RIGHT)


# ------------------------------------------------------------------------------------------- right at every seed and size


@pytest.mark.parametrize("make", SCALED, ids=lambda make: make.__name__)
def test_right_gradients_pass_at_sixty_seeds(make: Callable[..., Trial]) -> None:
    for seed in range(60):
        trial = make(np.random.default_rng(seed))
        assert_gradient(trial.forward, trial.backward, trial.inputs, kinks=trial.kinks, seed=seed)


@pytest.mark.parametrize("scale", [1e-3, 1e-2, 0.1, 10.0, 1e2, 1e3])
@pytest.mark.parametrize("make", SCALED, ids=lambda make: make.__name__)
def test_right_gradients_pass_at_any_size_of_input(make: Callable[..., Trial], scale: float) -> None:
    for seed in range(8):
        trial = make(np.random.default_rng(seed), scale)
        assert_gradient(trial.forward, trial.backward, trial.inputs, kinks=trial.kinks, seed=seed)


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e3])
def test_wrong_gradients_fail_at_any_size_of_input(scale: float) -> None:
    for make in (right_relu, right_dense, right_cross_entropy):
        trial = make(np.random.default_rng(0), scale)

        def wrong(d: Any, *xs: Array, trial: Trial = trial) -> Any:
            gradients = trial.backward(d, *xs)
            return [1.001 * g for g in gradients] if isinstance(gradients, tuple) else 1.001 * gradients

        assert not accepts(assert_gradient, trial._replace(backward=wrong), 0)


@pytest.mark.parametrize("entry", [0, 1234, 29_999])
def test_one_wrong_entry_of_many_is_found_and_named(entry: int, hear: Any) -> None:
    x = np.random.default_rng(0).uniform(0.5, 1, size=(150, 200))

    def backward(d: Array, x: Array) -> Array:
        g = d * (1 - np.tanh(x) ** 2)
        g.ravel()[entry] = 0.0
        return g

    en, es = hear(assert_gradient, np.tanh, backward, [x])
    index = [entry // 200, entry % 200]
    assert en.startswith(f"The gradient is wrong. At index {index} yours is 0.0 and the numerical one is")
    assert es.startswith(f"El gradiente está mal. En la posición {index} el tuyo es 0.0 y el numérico es")
