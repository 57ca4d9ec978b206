"""The kinds of Keras layers that a judge knows: their settings, their shapes, and how many weights they hold.

All of it is arithmetic of our own: nothing here asks Keras, nor believes what a model says of itself.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Shape = tuple[int, ...]  # of one input, without the batch
Settings = Mapping[str, Any]
Rule = Callable[[Any], Any]  # a setting's value as it is compared; ValueError when it is none

MAX_SIZE = 1 << 20  # of one setting or one axis
ACTIVATIONS = frozenset(
    {"linear", "relu", "relu6", "leaky_relu", "elu", "selu", "gelu", "silu", "mish", "sigmoid", "hard_sigmoid", "tanh",
     "softmax", "log_softmax", "softplus", "softsign", "exponential"}
)  # fmt: skip


class Misfit(Exception):
    """A layer cannot take what it receives; `en` and `es` complete "It receives inputs of shape …, "."""

    def __init__(self, en: str, es: str):
        super().__init__(en)
        self.en, self.es = en, es


@dataclass(frozen=True)
class Kind:
    """One class of layers: its settings, its output's shape, and the shapes of its weights."""

    rules: Mapping[str, Rule]
    shape: Callable[[Shape, Settings], Shape] = lambda shape, settings: shape
    weights: Callable[[Shape, Settings], tuple[Shape, ...]] = lambda shape, settings: ()


# settings


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 < value <= MAX_SIZE:
        raise ValueError(value)
    return value


def _pair(value: Any) -> tuple[int, int]:
    pair = [value, value] if type(value) is int else value
    if type(pair) not in (list, tuple) or len(pair) != 2:
        raise ValueError(value)
    return _whole(pair[0]), _whole(pair[1])


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value) or abs(value) > 1e30:
        raise ValueError(value)
    return float(value)


def _maybe_number(value: Any) -> float | None:
    return None if value is None else _number(value)


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError(value)
    return value


def _yes(value: Any) -> bool:
    """A flag that is True where nothing is said."""
    return True if value is None else _flag(value)


def _rate(value: Any) -> float:
    if not 0 <= _number(value) <= 1:
        raise ValueError(value)
    return float(value)


def _axis(value: Any) -> int:
    value = value[0] if type(value) is list and len(value) == 1 else value
    if type(value) is not int or abs(value) > 8:
        raise ValueError(value)
    return value


def _radius(value: Any) -> int:
    return 0 if value == 0 and type(value) is int else _whole(value)


def _one_of(*words: str) -> Rule:
    def rule(value: Any) -> str:
        if type(value) is not str or value not in words:
            raise ValueError(value)
        return value

    return rule


# shapes: Misfit when a layer cannot take what it receives


def _image(shape: Shape) -> Shape:
    if len(shape) != 3:
        raise Misfit("and needs (height, width, channels)", "y necesita (alto, ancho, canales)")
    return shape


def _slid(size: int, window: int, stride: int, padding: str) -> int:
    """Places a window takes along an axis."""
    count = -(-size // stride) if padding == "same" else (size - window) // stride + 1
    if count < 1:
        raise Misfit(f"which is too small for a window of {window}", f"demasiado pequeña para una ventana de {window}")
    return count


def _dense(shape: Shape, settings: Settings) -> Shape:
    return (*shape[:-1], settings["units"])


def _dense_weights(shape: Shape, settings: Settings) -> tuple[Shape, ...]:
    if not shape:
        raise Misfit("and needs at least one axis", "y necesita al menos un eje")
    return ((shape[-1], settings["units"]), *([(settings["units"],)] if settings["use_bias"] else []))


def _conv(shape: Shape, settings: Settings) -> Shape:
    sizes = zip(_image(shape), settings["kernel_size"], settings["dilation_rate"], settings["strides"], strict=False)
    return (*(_slid(n, (k - 1) * d + 1, s, settings["padding"]) for n, k, d, s in sizes), settings["filters"])


def _conv_weights(shape: Shape, settings: Settings) -> tuple[Shape, ...]:
    filters, groups, channels = settings["filters"], settings["groups"], _image(shape)[2]
    if channels % groups or filters % groups:
        raise Misfit(f"whose channels {groups} groups do not divide", f"cuyos canales {groups} grupos no dividen")
    return ((*settings["kernel_size"], channels // groups, filters), *([(filters,)] if settings["use_bias"] else []))


def _pool(shape: Shape, settings: Settings) -> Shape:
    sizes = zip(_image(shape), settings["pool_size"], settings["strides"], strict=False)
    return (*(_slid(n, k, s, settings["padding"]) for n, k, s in sizes), shape[2])


def _global(shape: Shape, settings: Settings) -> Shape:
    return (1, 1, _image(shape)[2]) if settings["keepdims"] else (_image(shape)[2],)


def _batch_norm(shape: Shape, settings: Settings) -> tuple[Shape, ...]:
    if not shape or settings["axis"] not in (-1, len(shape)):
        raise Misfit("and its axis must be the last", "y su eje debe ser el último")
    count: int = 2 + settings["center"] + settings["scale"]
    return ((shape[-1],),) * count


_LAST = _one_of("channels_last")
_PADDING = _one_of("valid", "same")
_ACTIVATION = _one_of(*ACTIVATIONS)
_WINDOW: Mapping[str, Rule] = {"pool_size": _pair, "strides": _pair, "padding": _PADDING, "data_format": _LAST}

KINDS: Mapping[str, Kind] = {
    "Dense": Kind(
        {"units": _whole, "activation": _ACTIVATION, "use_bias": _flag, "max_norm": _maybe_number, "trainable": _yes},
        _dense,
        _dense_weights,
    ),
    "Conv2D": Kind(
        {"filters": _whole, "kernel_size": _pair, "strides": _pair, "padding": _PADDING, "dilation_rate": _pair, "groups": _whole,
         "activation": _ACTIVATION, "use_bias": _flag, "data_format": _LAST, "max_norm": _maybe_number, "trainable": _yes},
        _conv,
        _conv_weights,
    ),
    "MaxPooling2D": Kind(_WINDOW, _pool),
    "AveragePooling2D": Kind(_WINDOW, _pool),
    "GlobalAveragePooling2D": Kind({"keepdims": _flag, "data_format": _LAST}, _global),
    "Flatten": Kind({"data_format": _LAST}, lambda shape, settings: (math.prod(shape),)),
    "Dropout": Kind({"rate": _rate}),
    "BatchNormalization": Kind(
        {"axis": _axis, "momentum": _number, "epsilon": _number, "center": _flag, "scale": _flag, "trainable": _yes},
        weights=_batch_norm,
    ),
    "Activation": Kind({"activation": _ACTIVATION}),
    "ReLU": Kind({"max_value": _maybe_number, "negative_slope": _number, "threshold": _number}),
    "Softmax": Kind({"axis": _axis}),
    "Rescaling": Kind({"scale": _number, "offset": _number}),
    "LocalResponseNormalization": Kind(
        {"depth_radius": _radius, "k": _number, "alpha": _number, "beta": _number}, lambda shape, settings: _image(shape)
    ),
}  # fmt: skip
