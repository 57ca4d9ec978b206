"""What a Keras model is made of, read from a description that is not believed.

Every kind of layer, setting and value must be known here; shapes and parameters are computed here. Ways of writing the
same network read as the same: an activation may be a layer of its own or its neighbour's setting.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from . import refusals
from .kinds import KINDS, MAX_SIZE, Misfit, Shape

MAX_LAYERS = 200


@dataclass(frozen=True)
class Layer:
    """One layer; `number` is its place in the student's model, from 1."""

    kind: str
    settings: Mapping[str, Any]
    number: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Architecture:
    """A model without its weights. Shapes are without the batch; the names of training are in snake_case."""

    input_shape: Shape
    layers: tuple[Layer, ...]
    output_shapes: tuple[Shape, ...]  # of each layer
    weight_shapes: tuple[tuple[Shape, ...], ...]  # of each layer's arrays
    optimizer: str | None = None  # None, as the other names, when it is not compiled
    loss: str | None = None
    loss_from_logits: bool = False
    metrics: tuple[str, ...] | None = None

    @property
    def parameters(self) -> tuple[int, ...]:
        """How many numbers each layer holds, trained or not."""
        return tuple(sum(math.prod(shape) for shape in shapes) for shapes in self.weight_shapes)

    @property
    def total_parameters(self) -> int:
        """How many the model holds."""
        return sum(self.parameters)

    def spelled(self) -> str:
        """All of it as text, the same however the model was written."""
        layers = [(one.kind, sorted(one.settings.items())) for one in self.layers]
        return repr((self.input_shape, layers, self.optimizer, self.loss, self.loss_from_logits, self.metrics))


def layer(kind: str, **settings: Any) -> Layer:
    """A layer as a case expects it: settings that are not named are not compared."""
    if kind not in KINDS:
        raise ValueError(f"no layer is called {kind!r}; there are: {', '.join(KINDS)}")
    rules = KINDS[kind].rules
    for name in settings:
        if name not in rules:
            raise ValueError(f"{kind} has no setting {name!r}; it has: {', '.join(rules)}")
    return Layer(kind, {name: rules[name](value) for name, value in settings.items()})


def merged(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    """The same network with each activation layer as the setting of the Dense or Conv2D before it."""
    found: list[Layer] = []
    for one in layers:
        name = _activation(one)
        last = found[-1] if found else None
        if name is None:
            found.append(one)
        elif last is not None and last.kind in ("Dense", "Conv2D") and last.settings.get("activation", "linear") == "linear":
            found[-1] = replace(last, settings={**last.settings, "activation": name})
        elif name != "linear":
            found.append(Layer("Activation", {"activation": name}, one.number))
    return tuple(found)


def _activation(one: Layer) -> str | None:
    """The activation that a layer is and nothing else; None when it is more, or has no name."""
    get = one.settings.get
    if one.kind == "Activation":
        return str(get("activation", "linear"))
    if one.kind == "Softmax" and get("axis", -1) == -1:
        return "softmax"
    if one.kind == "ReLU" and not get("negative_slope") and not get("threshold") and get("max_value") in (None, 6):
        return "relu6" if get("max_value") else "relu"
    return None


def read(description: Any) -> Architecture:
    """The architecture that `child.models.describe` tells of; CheckFailed, in words for the student, when it may not be."""
    if type(description) is not dict:
        raise refusals.malformed()
    if "refused" in description:
        raise refusals.whole(refusals.name(description["refused"]), refusals.name(description.get("name")))
    entries = description.get("layers")
    if type(entries) is not list or len(entries) > MAX_LAYERS:
        raise refusals.malformed()
    layers = merged([_layer(number, entry) for number, entry in enumerate(entries, 1)])
    start = shape = _input(description.get("input"))
    shapes, weights = [], []
    for one in layers:
        try:
            weights.append(KINDS[one.kind].weights(shape, one.settings))
            shape = KINDS[one.kind].shape(shape, one.settings)
        except Misfit as misfit:
            raise refusals.misfit(one.number, one.kind, shape, misfit.en, misfit.es) from None
        shapes.append(shape)
    return Architecture(start, layers, tuple(shapes), tuple(weights), *_training(description))


def _layer(number: int, entry: Any) -> Layer:
    if type(entry) is not list or len(entry) != 3 or type(entry[2]) is not dict:
        raise refusals.malformed()
    kind, whose, given = refusals.name(entry[0]), entry[1], entry[2]
    if whose != "keras" or kind not in KINDS:
        raise refusals.unknown(number, kind, whose == "keras")
    settings = {}
    for name, rule in KINDS[kind].rules.items():
        try:
            settings[name] = rule(given.get(name))
        except ValueError:
            raise refusals.setting(number, kind, name, given.get(name)) from None
    if settings.get("max_norm") is not None:
        _check_axes(number, kind, given.get("max_norm_axis"))
    return Layer(kind, settings, number)


def _check_axes(number: int, kind: str, given: Any) -> None:
    """MaxNorm must look along all axes of the kernel but the last."""
    rank = {"Dense": 2, "Conv2D": 4}[kind]
    right = list(range(rank - 1))
    if type(given) is not list or any(type(a) is not int for a in given) or sorted(a % rank for a in given) != right:
        raise refusals.max_norm_axis(number, kind, right)


def _input(given: Any) -> Shape:
    if given is None:
        raise refusals.no_input()
    if type(given) is not list or len(given) > 8 or any(n is not None and type(n) is not int for n in given):
        raise refusals.malformed()
    if None in given:
        raise refusals.open_input(tuple(given))
    if any(not 0 < n <= MAX_SIZE for n in given):
        raise refusals.malformed()
    return tuple(given)


def _training(given: dict[str, Any]) -> tuple[str | None, str | None, bool, tuple[str, ...] | None]:
    """Optimizer, loss, whether the loss takes logits, and metrics."""
    if given.get("optimizer") is None:
        return None, None, False, None
    loss, metrics = given.get("loss"), given.get("metrics")
    names = tuple(refusals.name(m) for m in metrics[:20]) if type(metrics) is list else ()
    logits = given.get("from_logits") is True
    return refusals.name(given["optimizer"]), None if loss is None else refusals.name(loss), logits, names
