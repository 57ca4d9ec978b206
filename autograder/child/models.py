"""A Keras model as data, described beside the student's code; `referee` rebuilds it beside none.

A description is a dict. Either {"refused": why, "name": of what}, or

    {"input": [28, 28, 1] or None, "layers": [[kind, whose, settings], ..],
     "optimizer": "adam", "loss": "sparse_categorical_crossentropy", "from_logits": False, "metrics": ["accuracy"]}

`whose` is "keras" for exactly Keras's classes and ours, else "own". Nothing that a model says about itself is asked
for (`get_config`, `count_params`, `summary`); the reader checks every word, because this runs where students rule.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np

from . import compiled

SETTINGS: dict[str, tuple[str, ...]] = {  # each is the name of an attribute and of an argument that sets it
    "Dense": ("units", "activation", "use_bias"),
    "Conv2D": ("filters", "kernel_size", "strides", "padding", "dilation_rate", "groups", "activation", "use_bias", "data_format"),
    "MaxPooling2D": ("pool_size", "strides", "padding", "data_format"),
    "AveragePooling2D": ("pool_size", "strides", "padding", "data_format"),
    "GlobalAveragePooling2D": ("keepdims", "data_format"),
    "Flatten": ("data_format",),
    "Dropout": ("rate",),
    "BatchNormalization": ("axis", "momentum", "epsilon", "center", "scale"),
    "Activation": ("activation",),
    "ReLU": ("max_value", "negative_slope", "threshold"),
    "Softmax": ("axis",),
    "Rescaling": ("scale", "offset"),
    "LocalResponseNormalization": ("depth_radius", "k", "alpha", "beta"),
}  # fmt: skip
WEIGHTS = {  # attributes, in the order in which Keras's own layers list their weights
    "Dense": ("kernel", "bias"),
    "Conv2D": ("kernel", "bias"),
    "BatchNormalization": ("gamma", "beta", "moving_mean", "moving_variance"),
}
ALIKE = ("relu", "relu6", "sigmoid", "tanh", "softmax", "softplus", "elu", "selu", "silu")  # the same in keras.ops and tf.nn


class Refused(Exception):
    """It is no chain of layers: `why` is "type", "class", "branch", "twice" or "operation"; `name` says of what."""

    def __init__(self, why: str, name: str = ""):
        super().__init__(why, name)
        self.why, self.name = why, name


def describe(model: Any) -> dict[str, Any]:
    """The model's description; its weights stay where they are."""
    try:
        layers = list(_chain(model))
        learning = {id(v) for v in model.trainable_variables}
        made = {"input": _input(model), "layers": [e for layer in layers for e in _entries(layer, learning)]}
        return made | compiled.training(model, _keras())
    except Refused as refused:
        return {"refused": refused.why, "name": refused.name}


def weights(model: Any) -> list[np.ndarray]:
    """The arrays of each layer, in order, as float32; of a model that `describe` does not refuse."""
    found = []
    for layer in _chain(model):
        names = WEIGHTS.get(type(layer).__name__, ())
        values = (getattr(layer, name, None) for name in names)
        found += [np.asarray(v, np.float32) for v in values if v is not None]
    return found


@contextlib.contextmanager
def begun_at_zero() -> Iterator[None]:
    """Meanwhile Keras models start at zero: what they are made of is the same, and 62 million numbers need not be drawn."""
    if not (keras := _keras()):
        yield
        return
    drawn = keras.initializers.VarianceScaling
    draw = drawn.__call__
    drawn.__call__ = lambda self, shape, dtype=None: keras.ops.zeros(shape, dtype)
    try:
        yield
    finally:
        drawn.__call__ = draw


def _keras() -> Any:
    """The library, if this process has imported it: else nothing here can be a model of it."""
    return sys.modules.get("keras")


def _chain(model: Any) -> Iterator[Any]:
    """The layers from input to output, with those of nested models in their place."""
    for operation in _operations(model):
        kind = type(operation)
        if isinstance(operation, _keras().Model):
            yield from _chain(operation)
        elif kind.__name__ != "InputLayer":
            yield operation


def _operations(model: Any) -> list[Any]:
    keras = _keras()
    if not isinstance(getattr(keras, "Model", None), type) or not isinstance(model, keras.Model):
        raise Refused("type", type(model).__name__)
    if type(model) is keras.Sequential:
        return list(model.layers)
    if type(model).__name__ != "Functional" or not type(model).__module__.startswith("keras."):
        raise Refused("class", type(model).__name__)
    return _backwards(model)


def _backwards(model: Any) -> list[Any]:
    """A functional model's operations, found from its output; Refused when they are no single chain."""
    if len(model.inputs) != 1 or len(model.outputs) != 1:
        raise Refused("branch")
    found: list[Any] = []
    tensor, start = model.outputs[0], model.inputs[0]
    while tensor is not start:
        operation, number, _ = tensor._keras_history
        if any(operation is other for other in found):
            raise Refused("twice", operation.name)
        before = operation._inbound_nodes[number].input_tensors
        if len(before) != 1:
            raise Refused("branch", operation.name)
        found.append(operation)
        tensor = before[0]
    return found[::-1]


def _input(model: Any) -> list[int | None] | None:
    """The shape of one input; None when no layer knows it yet."""
    try:
        return list(model.inputs[0].shape[1:])
    except (ValueError, AttributeError, TypeError, IndexError):  # a Sequential without an Input
        return None


def _entries(layer: Any, learning: set[int]) -> Iterator[list[Any]]:
    """The description of one layer; of two when its activation is a layer by itself. `learning` has what training changes."""
    keras = _keras()
    kind = type(layer).__name__
    if not isinstance(layer, keras.layers.Layer):
        yield _operation(layer)
        return
    if type(layer) is not layer_class(kind):
        yield [kind, "own", {}]
        return
    settings = {name: _setting(getattr(layer, name, None)) for name in SETTINGS.get(kind, ())}
    inner = getattr(layer, "activation", None)
    if "activation" in settings:
        own = isinstance(inner, keras.layers.Layer)
        settings["activation"] = "linear" if own else _activation(inner)
    yield [kind, "keras", settings | _max_norm(layer) | _trainable(layer, learning)]
    if "activation" in settings and isinstance(inner, keras.layers.Layer):
        yield from _entries(inner, learning)


def layer_class(kind: str) -> Any:
    """The class of that name, Keras's or ours; None when there is none."""
    if kind == "LocalResponseNormalization":
        from ..layers import LocalResponseNormalization

        return LocalResponseNormalization
    return getattr(_keras().layers, kind, None)


def _operation(operation: Any) -> list[Any]:
    """What `keras.activations.relu(x)` and its like leave in a functional model; Refused for any other operation."""
    name = type(operation).__name__
    if not type(operation).__module__.startswith("keras.src."):
        raise Refused("operation", name)
    if name == "ReLU":
        return ["ReLU", "keras", {n: _setting(getattr(operation, n, None)) for n in SETTINGS["ReLU"]}]
    if name == "Softmax":
        return ["Softmax", "keras", {"axis": _setting(operation.axis)}]
    if name.lower() not in ALIKE:
        raise Refused("operation", name)
    return ["Activation", "keras", {"activation": name.lower()}]


def _setting(value: Any) -> Any:
    """Numbers, text and lists of them as they are; anything else as its type's name in brackets."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, np.integer | np.floating):
        return value.item()
    if isinstance(value, list | tuple):
        return [_setting(v) for v in value[:4]]
    return f"<{type(value).__name__}>"


def _activation(function: Any) -> str:
    """Its name when it is one of Keras's, or TensorFlow's own function of that name; else "<its name>"."""
    keras, tensorflow = _keras(), sys.modules.get("tensorflow")
    name = str(getattr(function, "__name__", type(function).__name__))
    if name == "softmax_v2" and tensorflow is not None and function is tensorflow.nn.softmax:
        return "softmax"
    homes = [keras.activations]
    if name in ALIKE:
        homes += [keras.ops, *([tensorflow.nn] if tensorflow is not None else [])]
    return name if any(getattr(home, name, None) is function for home in homes) else f"<{name.strip('<>')}>"


def _max_norm(layer: Any) -> dict[str, Any]:
    """The limit and the axes of a kernel's MaxNorm, if that is its constraint."""
    constraint: Any = getattr(layer, "kernel_constraint", None)
    if type(constraint) is not _keras().constraints.MaxNorm:
        return {}
    axes = constraint.axis if isinstance(constraint.axis, list | tuple) else [constraint.axis]
    return {"max_norm": _setting(constraint.max_value), "max_norm_axis": _setting(axes)}


def _trainable(layer: Any, learning: set[int]) -> dict[str, Any]:
    """Whether training changes all that a layer has to learn, if it has anything: not where it, or its model, is frozen."""
    names = [name for name in WEIGHTS.get(type(layer).__name__, ()) if not name.startswith("moving_")]
    own = [v for v in (getattr(layer, name, None) for name in names) if v is not None]
    return {"trainable": all(id(v) in learning for v in own)} if names else {}
