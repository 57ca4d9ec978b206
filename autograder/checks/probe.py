"""One input's gradients against central differences: do they agree, and where do they not.

Measured on a correct 3-layer network over 60 seeds, float64 central differences with a step of 1e-6 and the error
‖a − n‖ / (‖a‖ + ‖n‖) stay below 3e-8, so 1e-6 tells right from wrong. Four choices make that hold in general:

- *The step follows the input's size*: 1e-6 · max(1, rms(input)). Large inputs make large outputs, whose rounding hides
  short steps; small inputs (biases at 0) do not make small outputs, so below 1 the step does not shrink with them.
- *A shorter step may acquit*: where the function bends too fast for the step, or it crosses a kink, a gradient that
  disagrees is tried again at a tenth, a hundredth and a thousandth of it, and is right if it agrees with one.
- *Rounding is no error*: a disagreement that float64 could not show in the outputs does not count.
- *Directions have no small entries*: a random sign times 0.5 … 1.5, scaled to length 1. So one wrong entry always
  shows, and two wrong ones do not cancel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..language import Sentence
from ..picture import GRADIENT, Picture
from . import pictures
from .failure import CheckFailed
from .text import show_index, show_pair
from .values import pattern

STEP = 1e-6
THRESHOLD = 1e-6
TINY = 1e-12  # gradients below this are both zero
NOISE = 8 * float(np.finfo(np.float64).eps)  # an output's rounding, relative to its size: 8 times the worst seen
ENTRIES = 256  # entries to try one by one; more are halved first
LARGE = 1e150  # what is larger cannot be told from infinity here
SHORTER = (10, 100, 1000)  # how many times shorter a step may acquit

Points = list[np.ndarray]
Difference = Callable[[Callable[..., np.ndarray], Points, int, np.ndarray, float], np.ndarray]


def central(f: Callable[..., np.ndarray], points: Points, i: int, direction: np.ndarray, step: float) -> np.ndarray:
    """The derivative of `f(*points)` along `direction` of input `i`: an array of the output's shape."""
    ahead, behind = list(points), list(points)
    ahead[i], behind[i] = points[i] + step * direction, points[i] - step * direction
    return np.asarray((f(*ahead) - f(*behind)) / (2 * step))


def step_for(point: np.ndarray) -> float:
    """How far to go along a direction of length 1, for an input of this size."""
    return STEP * max(1.0, float(np.sqrt(np.mean(point * point)))) if point.size else STEP


def spread(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """Random entries of either sign, 0.5 … 1.5 in size: none near 0, none alike."""
    return np.asarray(rng.choice([-1.0, 1.0], shape) * rng.uniform(0.5, 1.5, shape))


@dataclass(frozen=True)
class Round:
    """An upstream gradient, the gradient answered to it (as it came and as float64), and a direction to try it along."""

    dout: np.ndarray
    answer: Any
    gradient: np.ndarray
    direction: np.ndarray


@dataclass(frozen=True)
class Probe:
    """Input `i` of `f` at `points`, whose output is `output`, and the rounds that judge its gradient."""

    f: Callable[..., np.ndarray]
    points: Points
    i: int
    output: np.ndarray
    rounds: Sequence[Round]
    difference: Difference = central

    @property
    def step(self) -> float:
        """The usual step of the difference."""
        return step_for(self.points[self.i])

    def agrees(self) -> bool:
        """Whether the gradients pass at the usual step or at a shorter one."""
        gap, size = self.compare(self.step)
        with np.errstate(over="ignore"):
            noise = NOISE / self.step * max(float(np.linalg.norm(r.dout * self.output)) for r in self.rounds)
        if gap <= min(noise, LARGE) or _error(gap, size) <= THRESHOLD:
            return True
        return any(_error(*self.compare(self.step / shorter)) <= THRESHOLD for shorter in SHORTER)

    def compare(self, step: float) -> tuple[float, float]:
        """‖a − n‖ and ‖a‖ + ‖n‖ of the slopes along each round's direction."""
        a = np.array([float(np.sum(r.gradient * r.direction)) for r in self.rounds])
        n = np.array([self.slope(r.dout, r.direction, step) for r in self.rounds])
        with np.errstate(over="ignore", invalid="ignore"):
            return float(np.linalg.norm(a - n)), float(np.linalg.norm(a) + np.linalg.norm(n))

    def slope(self, dout: np.ndarray, direction: np.ndarray, step: float) -> float:
        """The numerical derivative of sum(dout * f) along `direction`."""
        return float(np.sum(dout * self.difference(self.f, self.points, self.i, direction, step)))

    def failure(self) -> CheckFailed:
        """Says which entry of the gradient is most wrong."""
        worst = max(self.rounds, key=lambda r: self.gap(r, r.direction))
        entries = self.suspects(worst)
        numerical = np.array([self.slope(worst.dout, _unit(worst.gradient.shape, k), self.step) for k in entries])
        numerical[np.abs(numerical) < 1e-7 * np.abs(numerical).max()] = 0.0  # what is left of rounding
        mine = worst.gradient.ravel()[entries]
        at = int(np.argmax(np.abs(mine - numerical)))
        index = tuple(int(n) for n in np.unravel_index(int(entries[at]), worst.gradient.shape))
        says = name_of(self.i, len(self.points)) + Sentence("is wrong.", "está mal.")
        says += _entry(index, float(mine[at]), float(numerical[at]))
        if len(entries) == worst.gradient.size:
            says += pattern(worst.gradient, numerical.reshape(worst.gradient.shape))
        return CheckFailed(says, worst.answer, _drawn(worst.gradient, entries, numerical))

    def gap(self, r: Round, direction: np.ndarray) -> float:
        """How far the answered slope along `direction` is from the numerical one."""
        return abs(float(np.sum(r.gradient * direction)) - self.slope(r.dout, direction, self.step))

    def suspects(self, r: Round) -> np.ndarray:
        """At most ENTRIES flat indices, found by halving towards the larger gap."""
        entries = np.arange(r.gradient.size)
        while len(entries) > ENTRIES:
            halves = np.array_split(entries, 2)
            entries = max(halves, key=lambda half: self.gap(r, _only(half, r.direction)))
        return entries


def _drawn(gradient: np.ndarray, entries: np.ndarray, numerical: np.ndarray) -> Picture | None:
    """The gradient beside the numerical one, which is known at these flat indices."""
    wanted, tried = np.zeros(gradient.size), np.zeros(gradient.size, bool)
    wanted[entries], tried[entries] = numerical, True
    gap = np.abs(gradient.ravel() - wanted)
    wrong = tried & (gap > THRESHOLD * max(np.abs(gradient).max(), np.abs(numerical).max()))
    shape = gradient.shape
    return pictures.of_values(
        gradient, wanted.reshape(shape), wrong.reshape(shape), kind=GRADIENT, tried=tried.reshape(shape)
    )


def _error(gap: float, size: float) -> float:
    """The relative error: 0 between two gradients of nothing; 1, which is wrong, for those too large to tell."""
    if size < TINY:
        return 0.0
    return gap / size if size < LARGE else 1.0


def name_of(i: int, count: int) -> Sentence:
    """How to call input i's gradient, among `count`."""
    if count == 1:
        return Sentence("The gradient", "El gradiente")
    return Sentence(f"The gradient of input {i + 1} of {count}", f"El gradiente de la entrada {i + 1} de {count}")


def _entry(index: tuple[int, ...], mine: float, numerical: float) -> Sentence:
    got, should = show_pair(mine, numerical)
    gap = f"{abs(mine - numerical):.3g}"
    at = Sentence(f"At index {show_index(index)} yours", f"En la posición {show_index(index)} el tuyo")
    if not index:
        at = Sentence("Yours", "El tuyo")
    return at + Sentence(f"is {got} and the numerical one is {should} (difference {gap}).",
                         f"es {got} y el numérico es {should} (diferencia {gap}).")  # fmt: skip


def _unit(shape: tuple[int, ...], k: int) -> np.ndarray:
    return _only(np.array([k]), np.ones(shape))


def _only(entries: np.ndarray, direction: np.ndarray) -> np.ndarray:
    """`direction` with 0 everywhere but at these flat indices."""
    mask = np.zeros(direction.size)
    mask[entries] = 1.0
    return direction * mask.reshape(direction.shape)
