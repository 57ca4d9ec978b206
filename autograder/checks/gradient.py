"""Is this the gradient? What an author calls; `probe` judges the numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..language import Sentence
from ..picture import GRADIENT
from . import pictures
from .arrays import numbers, real_numbers
from .failure import CheckFailed, failed
from .probe import Difference, Points, Probe, Round, central, name_of, spread, step_for
from .text import first_index, show_index, show_shape

MARGIN = 100  # steps to keep away from a kink
STREAM = 7  # so that these numbers are not those an author draws from the same seed
ROUNDS = 3  # upstream gradients, each with its own direction per input


def assert_gradient(
    forward: Callable[..., Any],
    backward: Callable[..., Any],
    inputs: Any,
    *,
    kinks: Any = None,
    seed: int = 0,
    difference: Difference = central,
) -> None:
    """`backward(dout, *inputs)` is the gradient of sum(dout * forward(*inputs)) for each of `inputs`.

    It returns one gradient, or a tuple or list of one per input, each of its input's shape. Every input is checked and
    is float64: labels, settings and whatever is not differentiated are closed over. `kinks` says where there is no
    gradient: numbers, which entries of inputs[0] are moved away from, or a function of the inputs that gives the
    smallest distance to a kink. Calls: backward 3 times, forward 6 times per input; more only to say what is wrong.
    """
    rng = np.random.default_rng((seed, STREAM))
    points = [np.array(x, dtype=np.float64) for x in ([inputs] if isinstance(inputs, (np.ndarray, float)) else inputs)]
    _keep_away(points, kinks, rng)
    output = _output(forward(*_copies(points)))

    def f(*xs: np.ndarray) -> np.ndarray:
        return _output(forward(*_copies(xs)), output.shape)

    answers = []
    for dout in _upstreams(output.shape, rng):
        answers.append(
            (dout, _split(backward(dout.copy() if dout.ndim else float(dout), *_copies(points)), len(points)))
        )
    for i, point in enumerate(points):
        probe = Probe(f, points, i, output, [_round(dout, a[i], points, i, rng) for dout, a in answers], difference)
        if point.size and not probe.agrees():
            raise probe.failure()


def _copies(points: Sequence[np.ndarray]) -> Points:
    return [np.array(x) for x in points]


def _keep_away(points: Points, kinks: Any, rng: np.random.Generator) -> None:
    """Move entries of the first input away from the kinks, or hold the author to the distance."""
    if kinks is None:
        return
    if callable(kinks):
        distance, margin = float(kinks(*_copies(points))), MARGIN * max(map(step_for, points))
        if not distance >= margin:
            raise ValueError(f"these inputs are {distance:.3g} from a kink; choose others, at least {margin:.3g} away")
        return
    x, margin = points[0], MARGIN * step_for(points[0])
    places = np.atleast_1d(np.asarray(kinks, dtype=np.float64))
    for _ in range(100):
        near = np.abs(x[..., np.newaxis] - places) < margin
        if not near.any():
            return
        moved = places[near.argmax(axis=-1)] + 2 * margin * spread(x.shape, rng)
        x[...] = np.where(near.any(axis=-1), moved, x)
    raise ValueError(f"the kinks {places.tolist()} leave no room: keep them more than {2 * margin:.3g} apart")


def _upstreams(shape: tuple[int, ...], rng: np.random.Generator) -> Points:
    """Random upstream gradients, never ones; each entry is positive in one of them and negative in another."""
    first = spread(shape, rng)
    return [first, -np.sign(first) * np.abs(spread(shape, rng)), *(spread(shape, rng) for _ in range(ROUNDS - 2))]


def _output(value: Any, shape: tuple[int, ...] | None = None) -> np.ndarray:
    """What the forward pass returned, as finite float64; of `shape`, when it is known."""
    where = Sentence("In the forward pass:", "En la propagación hacia adelante:")
    try:
        array = real_numbers(value)
    except CheckFailed as fault:
        raise fault.within(where) from None
    if array.dtype in (np.float16, np.float32):
        says = Sentence(f"it works in {array.dtype}; use float64.", f"trabaja en {array.dtype}; usa float64.")
    elif not array.size:
        says = Sentence("it returned an empty array.", "devolvió un arreglo vacío.")
    elif not np.isfinite(array).all():
        says = Sentence("it returned NaN or infinite numbers.", "devolvió NaN o números infinitos.")
    elif shape is not None and array.shape != shape:
        says = Sentence(f"its shape was {shape} and then {array.shape}, for inputs of one shape.",
                        f"su forma fue {shape} y luego {array.shape}, con entradas de una misma forma.")  # fmt: skip
    else:
        return array.astype(np.float64)
    raise CheckFailed(where + says, value)


def _split(returned: Any, count: int) -> list[Any]:
    """The gradients that `backward` returned, as many as there are inputs."""
    if returned is None:
        numbers(None)
    several = isinstance(returned, (list, tuple))
    if count == 1:
        alone = several and len(returned) == 1 and (isinstance(returned, tuple) or isinstance(returned[0], np.ndarray))
        return [returned[0] if alone else returned]
    if not several or len(returned) != count:
        what = Sentence(str(len(returned)), str(len(returned))) if several else Sentence("one value", "un solo valor")
        raise failed(returned, f"It should return {count} gradients and returned {what.en}.",
                     f"Debería devolver {count} gradientes y devolvió {what.es}.")  # fmt: skip
    return list(returned)


def _round(dout: np.ndarray, answer: Any, points: Points, i: int, rng: np.random.Generator) -> Round:
    """One answered gradient, made sure to be finite numbers of its input's shape, with a direction to try."""
    of, shape = name_of(i, len(points)), points[i].shape
    if answer is None:
        raise CheckFailed(of + Sentence("is None.", "es None."))
    try:
        gradient = real_numbers(answer).astype(np.float64)
    except CheckFailed as fault:
        raise fault.within(Sentence(f"{of.en}:", f"{of.es}:")) from None
    if gradient.shape != shape:
        got, should = show_shape(gradient.shape), show_shape(shape)
        says = Sentence(f"has shape {got.en} and should have its input's, {should.en}.",
                        f"tiene forma {got.es} y debería tener la de su entrada, {should.es}.")  # fmt: skip
        raise CheckFailed(of + says, answer, pictures.of_shapes(gradient.shape, shape))
    wrong = ~np.isfinite(gradient)
    if wrong.any():
        at = show_index(first_index(wrong))
        at_en, at_es = (f" at index {at}", f" en la posición {at}") if shape else ("", "")
        says = Sentence(f"has NaN or infinity{at_en}.", f"tiene NaN o infinito{at_es}.")
        raise CheckFailed(of + says, answer, pictures.of_values(gradient, None, wrong, kind=GRADIENT))
    direction = spread(shape, rng)
    return Round(dout, answer, gradient, direction / max(float(np.linalg.norm(direction)), 1e-300))
