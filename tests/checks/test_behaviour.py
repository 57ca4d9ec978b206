"""Arguments left alone, numbers that stay finite, exceptions of the right kind."""

from __future__ import annotations

import warnings
from typing import Any, NamedTuple

import numpy as np
import pytest

from autograder.checks import CheckFailed, assert_raises, assert_stable, assert_unchanged
from autograder.errors import AnswerError, ChildTimedOut, UsageError
from autograder.language import Sentence


class Pair(NamedTuple):
    a: np.ndarray
    b: np.ndarray


def test_a_call_that_changes_nothing_returns_its_result() -> None:
    x = np.array([1.0, np.nan])
    assert assert_unchanged(lambda x, k: x.sum() * 0 + k, x[:1], k=3) == 3
    assert_unchanged(lambda x: x * 2, x)


def change(x: Any) -> None:
    x[...] = x + 1


@pytest.mark.parametrize(
    ("f", "args", "en"),
    [
        (change, (np.zeros((2, 2)),), "It modified its argument 1: at index [0, 0] it had 0.0 and now has 1.0."),
        (lambda a, b: change(b), (np.zeros(2), np.array([1, 2])), "It modified its argument 2: at index [0] it had 1 and now has 2."),
        (change, (np.array(1.0),), "It modified its argument 1: it had 1.0 and now has 2.0."),
        (lambda g: change(g[1][0]), ([np.zeros(1), (np.zeros(1), np.zeros(1))],), "It modified its argument 1[1][0]: at index"),
        (lambda s: change(s["v"]), ({"v": np.zeros(1)},), "It modified its argument 1['v']: at index [0] it had 0.0"),
        (lambda p: change(p.b), (Pair(np.zeros(1), np.zeros(1)),), "It modified its argument 1[1]: at index [0] it had 0.0"),
        (lambda g: g.__setitem__(0, g[0] * 2), ([np.ones(2)],), "It modified its argument 1[0]: at index [0] it had 1.0"),
        (lambda g: g.pop(), ([np.ones(2)],), "It modified its argument 1. Work on a copy."),
        (lambda s: s.update(t=2), ({"t": 1},), "It modified its argument 1['t']. Work on a copy."),
        (lambda s: s.update(new=2), ({"t": 1},), "It modified its argument 1. Work on a copy."),
        (lambda x: x.__setitem__(0, 5.0), ([1.0, 2.0],), "It modified its argument 1[0]. Work on a copy."),
        (lambda g: g.__setitem__(0, None), ([np.ones(2)],), "It modified its argument 1[0]. Work on a copy."),
        (lambda x: x.sort(), (np.array([2, 1]),), "It modified its argument 1: at index [0] it had 2 and now has 1."),
        (lambda x: x.__setitem__(0, np.nan), (np.zeros(2),), "It modified its argument 1: at index [0] it had 0.0 and now has NaN."),
    ],
)  # fmt: skip
def test_a_changed_argument_is_named(f: Any, args: tuple[Any, ...], en: str, hear: Any) -> None:
    assert hear(assert_unchanged, f, *args)[0].startswith(en)


def test_a_changed_keyword_argument_is_named_in_spanish_too(hear: Any) -> None:
    _, es = hear(assert_unchanged, lambda *, dw: change(dw), dw=np.zeros(2))
    assert es == (
        "Modificó su argumento `dw`: en la posición [0] tenía 0.0 y ahora tiene 1.0. Trabaja sobre una copia."
    )


def test_minus_zero_is_a_change_of_bits(hear: Any) -> None:
    en, _ = hear(assert_unchanged, lambda x: np.negative(x, out=x), np.zeros(2))
    assert en == "It modified its argument 1. Work on a copy."


def test_the_authors_own_arrays_stay_as_they_are() -> None:
    x = np.zeros(2)
    with pytest.raises(CheckFailed):
        assert_unchanged(change, x)
    assert (x == 0).all()


def test_nan_int_like_floats_views_and_subclasses_are_no_change() -> None:
    def rewrite(values: list[Any]) -> None:
        values[0] = float(values[0])

    assert_unchanged(rewrite, [np.float64(1.0), np.nan])
    assert_unchanged(lambda x: x, np.array([np.nan, -0.0]))
    assert_unchanged(lambda x: x, np.arange(12.0).reshape(3, 4).T[::2])
    assert_unchanged(lambda x: x, np.ma.masked_array([1.0, 2.0], [True, False]))
    assert_unchanged(lambda x, f, r: x, None, len, np.random.default_rng(0))


def test_an_array_given_twice_is_one_array() -> None:
    x = np.zeros(2)
    assert assert_unchanged(lambda a, b: a is b, x, x)


def test_what_the_call_raises_comes_through() -> None:
    def fails(x: Any) -> None:
        raise AnswerError("IndexError", "list index out of range")

    for check in (assert_unchanged, assert_stable):
        with pytest.raises(AnswerError):
            check(fails, np.zeros(2))


def test_a_stable_call_returns_its_result() -> None:
    assert assert_stable(lambda x: x * 2, 3.0) == 6.0
    loss, gradient = assert_stable(lambda: (0.5, np.zeros(3)))
    assert loss == 0.5 and gradient.shape == (3,)


def test_underflow_and_other_warnings_are_allowed() -> None:
    def warned(x: Any) -> Any:
        warnings.warn("old", DeprecationWarning, stacklevel=1)
        warnings.warn("underflow encountered in exp", RuntimeWarning, stacklevel=1)
        return np.exp(x)

    with np.errstate(under="warn"):
        assert_stable(warned, np.array([-1000.0]))


@pytest.mark.parametrize(
    ("f", "en", "es"),
    [
        (lambda x: 1 / (1 + np.exp(x)), "It overflows: a number grows too large for float64 (numpy warns: overflow encountered in exp).",
         "Se desborda: un número crece más de lo que cabe en float64 (numpy advierte: overflow encountered in exp)."),
        (lambda x: np.where(x > 0, 0.0, np.log(x * 0)), "It divides by zero, or takes the logarithm of 0 (numpy warns: divide by zero",
         "Divide entre cero, o toma el logaritmo de 0 (numpy advierte: divide by zero"),
        (lambda x: np.where(x > 0, 0.0, (x - x) / (x - x)), "It computes something undefined, such as 0/0 (numpy warns: invalid value",
         "Calcula algo indefinido, como 0/0 (numpy advierte: invalid value"),
    ],
)  # fmt: skip
def test_each_kind_of_unstable_arithmetic_is_named(f: Any, en: str, es: str, hear: Any) -> None:
    with np.errstate(all="ignore"), warnings.catch_warnings():  # as the grader leaves them
        warnings.simplefilter("ignore")
        heard = hear(assert_stable, f, np.array([1000.0]))
    assert heard[0].startswith(en)
    assert heard[1].startswith(es)


def test_warnings_handed_on_from_another_process_count(hear: Any) -> None:
    def remote() -> float:
        warnings.warn("overflow encountered in exp", RuntimeWarning, stacklevel=4)
        return 0.0

    for _ in range(2):  # the second time too
        assert hear(assert_stable, remote)[0].startswith("It overflows")


@pytest.mark.parametrize(
    ("result", "en", "es"),
    [
        (np.array([[0.0, np.inf]]), "It has an infinite number at index [0, 1]; every number should be finite.",
         "Tiene un número infinito en la posición [0, 1]; todos los números deberían ser finitos."),
        (float("nan"), "It has NaN (not a number); every number should be finite.",
         "Tiene NaN (no es un número); todos los números deberían ser finitos."),
        ((1.0, [np.zeros(2), {"dx": np.array([np.nan])}]), "It has NaN (not a number) at index [0]; every number should be finite.",
         "Tiene NaN (no es un número) en la posición [0]; todos los números deberían ser finitos."),
        (None, "It returned None: is there a `return`?", "Devolvió None: ¿falta un `return`?"),
        ("0.5", "It is text (str) where numbers are expected.", "Es texto (str) donde se esperan números."),
    ],
)  # fmt: skip
def test_a_result_that_is_not_finite_is_unstable(result: Any, en: str, es: str, hear: Any) -> None:
    assert hear(assert_stable, lambda: result) == (en, es)


def test_what_is_no_number_inside_a_result_is_left_alone() -> None:
    loop: list[Any] = [1.0]
    loop.append(loop)
    assert_stable(lambda: (1.0, "cache", object(), None, np.array([1, 2]), np.array([None]), loop))


def raising(error: Exception) -> Any:
    def f() -> None:
        raise error

    return f


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("ValueError", AnswerError("ValueError", "kernel too large")),
        ("ValueError", ValueError("kernel too large")),
        ("LookupError", AnswerError("IndexError")),
        ("ValueError", UnicodeDecodeError("utf-8", b"", 0, 1, "")),
        ("KernelTooLarge", AnswerError("KernelTooLarge")),
        ("NotImplementedError", AnswerError("NotImplementedError")),
    ],
)
def test_the_right_exception_passes(kind: str, error: Exception) -> None:
    assert_raises(kind, raising(error))


@pytest.mark.parametrize("error", [AnswerError("IndexError", "secret"), IndexError("secret")])
def test_another_exception_is_named(error: Exception, hear: Any) -> None:
    assert hear(assert_raises, "ValueError", raising(error)) == (
        "It raised IndexError and should raise ValueError.",
        "Lanzó IndexError y debería lanzar ValueError.",
    )


def test_a_call_that_returns_should_have_raised(hear: Any) -> None:
    assert hear(assert_raises, "ValueError", lambda x: x, 3) == (
        "It should raise ValueError and it raised nothing.",
        "Debería lanzar ValueError y no lanzó ningún error.",
    )


@pytest.mark.parametrize(
    "error",
    [
        AnswerError("NotImplementedError", "relu"),
        NotImplementedError("relu"),
        ChildTimedOut(),
        UsageError(Sentence("", "")),
        CheckFailed(Sentence("", "")),
    ],
)
def test_an_answer_not_written_and_our_own_faults_come_through(error: Exception) -> None:
    with pytest.raises(type(error)):
        assert_raises("RuntimeError", raising(error))
