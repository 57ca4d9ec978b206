"""The numbers under the gradient check."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.checks.probe import ENTRIES, STEP, Probe, Round, central, spread, step_for


def cube(x: np.ndarray) -> np.ndarray:
    return x**3


def test_the_central_difference_of_a_cube_is_exact_to_the_square_of_the_step() -> None:
    x, v = np.array([1.0, -2.0]), np.array([1.0, 0.5])
    for step in (1e-2, 1e-3):
        error = central(cube, [x], 0, v, step) - 3 * x**2 * v
        assert error == pytest.approx(step**2 * v**3, rel=1e-4)


def test_only_the_asked_input_moves() -> None:
    points = [np.array([2.0]), np.array([5.0])]
    assert central(lambda a, b: a * b, points, 1, np.ones(1), 1e-3) == pytest.approx(2.0)
    assert (points[0][0], points[1][0]) == (2.0, 5.0)


def test_the_step_grows_with_the_input_and_does_not_shrink() -> None:
    assert step_for(np.full(4, 1e3)) == pytest.approx(1e3 * STEP)
    assert step_for(np.full(4, 1e-3)) == step_for(np.zeros(4)) == step_for(np.zeros(0)) == STEP


def test_directions_have_both_signs_and_no_small_entry() -> None:
    entries = spread((40, 50), np.random.default_rng(0))
    assert entries.shape == (40, 50)
    assert np.abs(entries).min() >= 0.5 and np.abs(entries).max() <= 1.5
    assert abs(np.sign(entries).mean()) < 0.1
    assert spread((), np.random.default_rng(0)).shape == ()


def probe(gradient: np.ndarray, points: list[np.ndarray], scale: float = 1.0) -> Probe:
    """A probe of scale * x**3."""
    rng = np.random.default_rng(0)
    x = points[0]
    directions = [spread(x.shape, rng) for _ in range(3)]
    rounds = [Round(np.ones(x.shape), gradient, gradient, v / np.linalg.norm(v)) for v in directions]
    return Probe(lambda x: scale * cube(x), points, 0, scale * cube(x), rounds)


def test_the_error_is_relative_to_both_gradients() -> None:
    x = np.array([1.0])
    for factor, error in ((1, 0.0), (2, 1 / 3), (-1, 1.0)):
        gap, size = probe(factor * 3 * x**2, [x]).compare(STEP)
        assert gap / size == pytest.approx(error, abs=1e-9)


def test_two_gradients_of_nothing_agree() -> None:
    assert probe(np.zeros(3), [np.zeros(3)]).agrees()
    assert probe(np.full(3, 1e-14), [np.zeros(3)]).agrees()
    assert not probe(np.full(3, 1e-5), [np.ones(3)], 0.0).agrees()


def test_gradients_too_large_to_compare_do_not_agree() -> None:
    assert not probe(np.full(3, 1e308), [np.ones(3)]).agrees()
    assert not probe(np.full(3, 1e200), [np.ones(3)], 1e200).agrees()


def test_a_difference_below_rounding_is_forgiven_and_one_above_is_not() -> None:
    x = np.array([1e-4])  # its slope is 3e-8, beside an output of 1
    rounds = [Round(np.ones(1), None, np.array([g]), np.ones(1)) for g in (3e-8,)]
    shifted = Probe(lambda x: 1.0 + cube(x), [x], 0, np.ones(1), rounds)
    assert shifted.agrees()
    wrong = [Round(np.ones(1), None, np.array([1e-6]), np.ones(1))]
    assert not Probe(lambda x: 1.0 + cube(x), [x], 0, np.ones(1), wrong).agrees()


def test_a_kink_within_the_step_is_passed_by_a_shorter_one() -> None:
    x = np.array([3e-7, 1.0])
    rounds = [Round(np.ones(2), None, np.ones(2), np.array([0.8, 0.6]))]
    near = Probe(lambda x: np.maximum(x, 0), [x], 0, x, rounds)
    gap, size = near.compare(STEP)
    assert gap > 1e-3 * size
    assert near.agrees()


def test_halving_arrives_at_the_wrong_entry() -> None:
    x = np.linspace(1, 2, 5 * ENTRIES).reshape(5, ENTRIES)
    gradient = 3 * x**2
    gradient[3, 17] += 0.1
    wrong = probe(gradient, [x])
    suspects = wrong.suspects(wrong.rounds[0])
    assert len(suspects) <= ENTRIES
    assert 3 * ENTRIES + 17 in suspects
