"""What the gradient check asks, what it says, and how it keeps away from kinks; its verdicts have their own battery."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checks import CheckFailed, assert_gradient
from autograder.errors import AnswerError

Array = Any


def relu(x: Array) -> Array:
    return np.maximum(x, 0.0)


def identity(x: Array) -> Array:
    return x


def dense(x: Array, W: Array, b: Array) -> Array:
    return x @ W + b


def dense_backward(d: Array, x: Array, W: Array, b: Array) -> tuple[Array, Array, Array]:
    return d @ W.T, x.T @ d, d.sum(axis=0)


_rng = np.random.default_rng(0)
LAYER = [_rng.normal(size=(4, 3)), _rng.normal(size=(3, 3)), _rng.normal(size=3)]

# ------------------------------------------------------------------------------------------------------- what it says


def test_a_factor_is_named_in_both_languages(hear: Any) -> None:
    en, es = hear(assert_gradient, np.tanh, lambda d, x: 2 * d * (1 - np.tanh(x) ** 2), [np.linspace(-1, 2, 8)])
    assert en.startswith("The gradient is wrong. At index [")
    assert en.endswith("Every value is 2 times the right one.")
    assert es.startswith("El gradiente está mal. En la posición [")
    assert es.endswith("Cada valor es 2 veces el correcto.")


def test_the_wrong_one_of_several_inputs_is_named(hear: Any) -> None:
    en, es = hear(assert_gradient, dense, lambda d, x, W, b: (d @ W.T, d.T @ x, d.sum(axis=0)), LAYER)
    assert en.startswith("The gradient of input 2 of 3 is wrong. At index [")
    assert en.endswith("It is the transpose of the right one.")
    assert es.startswith("El gradiente de la entrada 2 de 3 está mal. En la posición [")


def test_one_number_has_no_index(hear: Any) -> None:
    en, es = hear(assert_gradient, lambda x: x**2, lambda d, x: 0.0 * d, [3.0])
    assert en.startswith("The gradient is wrong. Yours is 0.0 and the numerical one is")
    assert es.startswith("El gradiente está mal. El tuyo es 0.0 y el numérico es")


@pytest.mark.parametrize(
    ("returned", "en", "es"),
    [
        (None, "It returned None: is there a `return`?", "Devolvió None: ¿falta un `return`?"),
        ("g", "The gradient: it is text (str) where numbers are expected.",
         "El gradiente: es texto (str) donde se esperan números."),
        (np.zeros(3), "The gradient has shape (3,) and should have its input's, (2, 3).",
         "El gradiente tiene forma (3,) y debería tener la de su entrada, (2, 3)."),
        (1.0, "The gradient has shape () (one number) and should have its input's, (2, 3).",
         "El gradiente tiene forma () (un solo número) y debería tener la de su entrada, (2, 3)."),
        (np.array([[0, 0, 0], [0, np.inf, 0]]), "The gradient has NaN or infinity at index [1, 1].",
         "El gradiente tiene NaN o infinito en la posición [1, 1]."),
        (np.zeros((2, 3), bool), "The gradient: it has True or False where numbers are expected.",
         "El gradiente: tiene True o False donde se esperan números."),
        ([None], "Its items", "Sus elementos"),
        ((None,), "The gradient is None.", "El gradiente es None."),
    ],
    ids=range(8),
)  # fmt: skip
def test_what_is_no_gradient_is_said(returned: Any, en: str, es: str, hear: Any) -> None:
    heard = hear(assert_gradient, identity, lambda d, x: returned, [np.zeros((2, 3))])
    assert en.lower() in heard[0].lower()
    assert es.lower() in heard[1].lower()


@pytest.mark.parametrize(
    ("returned", "en", "es"),
    [
        (np.zeros((3, 2)), "It should return 3 gradients and returned one value.",
         "Debería devolver 3 gradientes y devolvió un solo valor."),
        ((1, 2), "It should return 3 gradients and returned 2.", "Debería devolver 3 gradientes y devolvió 2."),
        ((np.zeros((4, 3)), None, None), "The gradient of input 1 of 3 is wrong.",
         "El gradiente de la entrada 1 de 3 está mal."),
        ((None, None, None), "The gradient of input 1 of 3 is None.", "El gradiente de la entrada 1 de 3 es None."),
    ],
)  # fmt: skip
def test_the_number_of_gradients_is_said(returned: Any, en: str, es: str, hear: Any) -> None:
    heard = hear(assert_gradient, dense, lambda d, *xs: returned, LAYER)
    assert heard[0].startswith(en)
    assert heard[1].startswith(es)


@pytest.mark.parametrize(
    ("output", "en", "es"),
    [
        (lambda x: None, "In the forward pass: it returned None", "En la propagación hacia adelante: devolvió None"),
        (lambda x: x * np.nan, "In the forward pass: it returned NaN or infinite numbers.",
         "En la propagación hacia adelante: devolvió NaN o números infinitos."),
        (lambda x: x[:0], "In the forward pass: it returned an empty array.",
         "En la propagación hacia adelante: devolvió un arreglo vacío."),
        (lambda x: x.astype(np.float32), "In the forward pass: it works in float32; use float64.",
         "En la propagación hacia adelante: trabaja en float32; usa float64."),
    ],
    ids=range(4),
)  # fmt: skip
def test_a_forward_pass_that_cannot_be_differentiated_is_said(output: Any, en: str, es: str, hear: Any) -> None:
    heard = hear(assert_gradient, output, lambda d, x: d, [np.ones(3)])
    assert heard[0].startswith(en)
    assert heard[1].startswith(es)


def test_a_forward_pass_whose_shape_changes_is_said(hear: Any) -> None:
    sizes = iter([3, 2, 2, 2, 2])
    en, es = hear(assert_gradient, lambda x: x[: next(sizes)], lambda d, x: x, [np.ones(3)])
    assert en == "In the forward pass: its shape was (3,) and then (2,), for inputs of one shape."
    assert es == "En la propagación hacia adelante: su forma fue (3,) y luego (2,), con entradas de una misma forma."


def test_the_judged_value_is_the_very_gradient_the_answer_gave() -> None:
    given: list[Array] = []

    def backward(d: Array, x: Array) -> tuple[Array]:
        given.append(3 * d)
        return (given[-1],)

    with pytest.raises(CheckFailed) as caught:
        assert_gradient(identity, backward, [np.ones(3)])
    assert any(caught.value.actual is g for g in given)


# ---------------------------------------------------------------------------------------------------------- how it asks


def test_inputs_may_be_one_array_lists_or_integers_and_gradients_may_be_lists() -> None:
    assert_gradient(np.sin, lambda d, x: d * np.cos(x), np.arange(3.0))
    assert_gradient(np.sin, lambda d, x: (d * np.cos(x)).tolist(), [[1, 2, 3]])
    assert_gradient(np.sin, lambda d, x: [d * np.cos(x)], ([1, 2, 3],))
    assert_gradient(np.sin, lambda d, x: (d * np.cos(x),), (np.array([[1, 2]]),))
    assert_gradient(lambda x: x**2, lambda d, x: 2 * d * x, 3.0)
    assert_gradient(lambda x, y: x * y, lambda d, x, y: [d * y, d * x], [2.0, 3.0])


def test_answers_that_overwrite_their_arguments_do_not_disturb_it() -> None:
    def forward(x: Array) -> Array:
        x *= x
        return x

    def backward(d: Array, x: Array) -> Array:
        x *= 2
        d *= x
        return d

    x = np.array([1.0, 2.0])
    assert_gradient(forward, backward, [x])
    assert x.tolist() == [1.0, 2.0]


def test_upstream_gradients_are_random_never_ones_and_of_both_signs() -> None:
    seen: list[Any] = []

    def backward(d: Any, x: Array) -> Array:
        seen.append(np.array(d))
        return np.asarray(d) * np.ones_like(x)

    assert_gradient(identity, backward, [np.zeros(20)])
    signs = np.sign(seen)
    assert ((signs > 0).any(axis=0) & (signs < 0).any(axis=0)).all()
    assert not np.isclose(np.abs(seen), 1.0, atol=1e-6).any()
    assert np.abs(seen).min() >= 0.5


def test_the_same_seed_asks_the_same_and_another_seed_asks_otherwise() -> None:
    def asked(seed: int) -> list[list[float]]:
        calls: list[list[float]] = []

        def forward(x: Array) -> Array:
            calls.append(x.tolist())
            return 2 * x

        assert_gradient(forward, lambda d, x: 2 * d, [np.zeros(4)], seed=seed)
        return calls

    assert asked(1) == asked(1)
    assert asked(1) != asked(2)


def test_a_right_gradient_takes_few_calls() -> None:
    calls = {"forward": 0, "backward": 0}

    def forward(*xs: Array) -> Array:
        calls["forward"] += 1
        return dense(*xs)

    def backward(d: Array, *xs: Array) -> Any:
        calls["backward"] += 1
        return dense_backward(d, *xs)

    assert_gradient(forward, backward, LAYER)
    assert calls == {"forward": 1 + 6 * 3, "backward": 3}


def test_a_wrong_gradient_of_a_large_array_takes_not_many_more() -> None:
    calls = []

    def forward(x: Array) -> Array:
        calls.append(x)
        return np.tanh(x)

    with pytest.raises(CheckFailed):
        assert_gradient(forward, lambda d, x: d, [np.random.default_rng(0).uniform(1, 2, size=(150, 200))])
    assert len(calls) < 1000


def test_what_the_answer_raises_comes_through() -> None:
    def fails(*args: Any) -> Any:
        raise AnswerError("IndexError", "list index out of range")

    with pytest.raises(AnswerError):
        assert_gradient(fails, identity, [np.zeros(2)])
    with pytest.raises(AnswerError):
        assert_gradient(identity, fails, [np.zeros(2)])


# --------------------------------------------------------------------------------------------------------------- kinks


def clip(x: Array) -> Array:
    return np.clip(x, -1.0, 1.0)


def clip_backward(d: Array, x: Array) -> Array:
    return d * ((x > -1) & (x < 1))


def test_inputs_on_a_kink_reject_a_right_gradient_and_moving_them_away_saves_it() -> None:
    x = np.array([-1.0, 1.0, 0.3, 1.0 + 1e-7, -2.0])
    with pytest.raises(CheckFailed):
        assert_gradient(clip, clip_backward, [x])
    for kinks in ([-1.0, 1.0], (1, -1), np.array([-1.0, 1.0])):
        assert_gradient(clip, clip_backward, [x], kinks=kinks)
    assert x[0] == -1.0


def test_only_entries_near_a_kink_move_of_the_first_input_and_they_stay_near() -> None:
    seen: list[list[Array]] = []

    def backward(d: Array, x: Array, y: Array) -> tuple[Array, Array]:
        seen.append([x, y])
        return d * (x > 0), d

    assert_gradient(lambda x, y: relu(x) + y, backward, [np.array([0.0, 1e-5, 0.5]), np.zeros(3)], kinks=0)
    x, y = seen[0]
    assert (np.abs(x[:2]) >= 1e-4).all() and (np.abs(x[:2]) < 1e-3).all()
    assert x[2] == 0.5
    assert (y == 0).all()


def test_a_function_may_give_the_distance_to_a_kink() -> None:
    def check(x: list[float]) -> None:
        assert_gradient(relu, lambda d, x: d * (x > 0), [x], kinks=lambda x: np.abs(x).min())

    check([0.5, -0.3])
    for near in (1e-5, 0.0, np.nan):
        with pytest.raises(ValueError, match=r"from a kink; choose others, at least 0\.0001 away"):
            check([0.5, near])


def test_kinks_too_close_to_each_other_are_the_authors_error() -> None:
    with pytest.raises(ValueError, match="leave no room"):
        assert_gradient(identity, lambda d, x: d, [np.zeros(2)], kinks=np.arange(-0.05, 0.05, 1e-5))
