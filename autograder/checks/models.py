"""Keras models that answers return: what they are made of, their weights, and what they predict.

A model stays beside the student's code; what crosses is a description, and weights when they are asked for. Predictions
are made by a referee: a process without student code that builds the described network anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import numpy as np

from ..errors import AnswerError, ChildLost, WireError
from ..language import Sentence
from ..remote import Remote
from .architecture import Architecture, Layer, layer, merged, read
from .arrays import describe, numbers
from .failure import CheckFailed, failed

__all__ = [
    "Architecture", "Layer", "Submitted", "architecture", "assert_layers", "assert_learns", "layer", "outline", "predict", "submitted",
    "trained_weights"
]  # fmt: skip


@dataclass(frozen=True)
class Submitted:
    """A network of the answer's with the weights that its author handed in beside the notebook."""

    network: Remote
    arrays: list[np.ndarray]


def architecture(model: Any) -> Architecture:
    """What `model` is made of; its weights do not move. CheckFailed when it is no chain of layers that we know."""
    return _read(model, weights=False)[0]


def outline(build: Any, *args: Any, **kwargs: Any) -> Any:
    """The network that `build` makes of these arguments, to be looked at only: its weights are 0, and none need be drawn."""
    return build._session.call(build, args, kwargs, "outline")


def trained_weights(model: Any) -> list[np.ndarray]:
    """The weights, layer by layer in order, each layer's kernel before its bias; all are finite."""
    return _read(model, weights=True)[1]


def submitted(question: str, network: Any) -> Submitted | None:
    """`network` with the weights that the student handed in for `question`, as data; None when there are none that fit.

    A file that cannot be read, or belongs to another network, is told in a note, and costs nothing by itself.
    """
    if not isinstance(network, Remote) or not (file := network._session.submitted(question)):
        return None
    made = architecture(network)
    layers = [[one.kind, dict(one.settings)] for one in made.layers]
    name, data = file
    try:
        arrays = network._session.referee().read_weights(name, data, layers)
        return Submitted(network, _weights(arrays, made))
    except (CheckFailed, AnswerError, ChildLost, WireError):
        network._session.note(
            Sentence(
                f"The weights in {name} could not be read, or do not fit the network, so they were left out.",
                f"Los pesos de {name} no se pudieron leer o no corresponden a la red, así que se dejaron de lado.",
            )
        )
        return None


def predict(model: Any, x: Any) -> np.ndarray:
    """What the model answers to `x` (N, …), as float32 (N, …): computed where no student code runs."""
    made, arrays = _read(model, weights=True)
    inputs = np.asarray(x)
    if inputs.shape[1:] != made.input_shape:
        raise failed(
            model,
            f"The model takes inputs of shape {made.input_shape} and the test gives {inputs.shape[1:]}.",
            f"El modelo recibe entradas de forma {made.input_shape} y la prueba da {inputs.shape[1:]}.",
        )
    layers = [[one.kind, dict(one.settings)] for one in made.layers]
    try:
        owner = model.network if isinstance(model, Submitted) else model
        answer = owner._session.referee().predict(layers, list(made.input_shape), arrays, inputs)
    except AnswerError as error:
        raise failed(
            model,
            f"The model could not be rebuilt to predict ({error.kind}): is it very large?",
            f"No se pudo reconstruir el modelo para predecir ({error.kind}): ¿es muy grande?",
        ) from None
    shape = (len(inputs), *(made.output_shapes[-1] if made.layers else made.input_shape))
    if type(answer) is not np.ndarray or answer.shape != shape:
        raise TypeError(f"the referee answered {type(answer).__name__} and not an array of shape {shape}")
    return answer


def assert_layers(model: Any, expected: Sequence[Layer], input_shape: tuple[int, ...] | None = None) -> Architecture:
    """The model is this chain of layers; settings that a `layer(...)` does not name are free. Returns its architecture.

    Dropped before comparing: input layers, nesting, and whether an activation is a setting or a layer of its own. No layer
    may be frozen.
    """
    made = architecture(model)
    if input_shape is not None and made.input_shape != tuple(input_shape):
        wanted = tuple(input_shape)
        raise failed(
            model,
            f"The model's input has shape {made.input_shape} and should have {wanted}, without the batch.",
            f"La entrada del modelo tiene forma {made.input_shape} y debería tener {wanted}, sin el lote.",
        )
    wanted_layers = merged(expected)
    _compare_kinds(model, made.layers, wanted_layers)
    for one, other in zip(made.layers, wanted_layers, strict=True):
        _compare_settings(model, one, other)
    assert_learns(model, made)
    return made


def assert_learns(model: Any, made: Architecture | None = None) -> None:
    """No layer of the model is frozen: what training never changes stays as random as it was drawn."""
    for one in (made or architecture(model)).layers:
        if not one.settings.get("trainable", True):
            raise failed(
                model,
                f"Layer {one.number} ({one.kind}) is frozen: trainable is False for it or for a model around it, "
                "so it would never learn.",
                f"La capa {one.number} ({one.kind}) está congelada: trainable es False en ella o en un modelo que la contiene, "
                "así que nunca aprendería.",
            )


def _read(model: Any, *, weights: bool) -> tuple[Architecture, list[np.ndarray]]:
    """Description and weights, both checked; failures are about `model`."""
    if isinstance(model, Submitted):
        return _read(model.network, weights=False)[0], model.arrays
    if not isinstance(model, Remote):
        if model is None:
            numbers(None)  # the sentence about a missing return
        what = describe(model)
        raise failed(
            model,
            f"It is {what.en} and should be a Keras model.",
            f"Es {what.es} y debería ser un modelo de Keras.",
        )
    try:
        made = read(model._session.request("model", model)["value"])
        return made, _weights(model._session.request("weights", model)["value"], made) if weights else []
    except CheckFailed as fault:
        raise CheckFailed(fault.says, model) from None


def _weights(arrays: Any, made: Architecture) -> list[np.ndarray]:
    shapes = [shape for shapes in made.weight_shapes for shape in shapes]
    right = type(arrays) is list and all(type(a) is np.ndarray and a.dtype == np.float32 for a in arrays)
    if not right or [a.shape for a in arrays] != shapes:
        raise failed(
            None,
            "The model's weights do not have the shapes that its layers ask for.",
            "Los pesos del modelo no tienen las formas que piden sus capas.",
        )
    if not all(np.isfinite(a).all() for a in arrays):
        raise failed(
            None,
            "The model's weights are NaN or infinite: training diverged. Try a smaller learning rate.",
            "Los pesos del modelo son NaN o infinitos: el entrenamiento divergió. Prueba una tasa de aprendizaje menor.",
        )
    return list(arrays)


def _compare_kinds(model: Any, made: Sequence[Layer], wanted: Sequence[Layer]) -> None:
    """The same kinds in the same order, or the first difference in words."""
    ours, theirs = [one.kind for one in wanted], [one.kind for one in made]
    for what, i, _, j, _ in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        if what == "insert":
            where = _after(made, i)
            says = f"Layer {ours[j]} is missing{where[0]}.", f"Falta una capa {ours[j]}{where[1]}."
        elif what == "delete":
            number = made[i].number
            says = f"Layer {number} ({theirs[i]}) should not be there.", f"La capa {number} ({theirs[i]}) sobra."
        else:
            number = made[i].number
            says = (f"Layer {number} is {theirs[i]} and should be {ours[j]}.",
                    f"La capa {number} es {theirs[i]} y debería ser {ours[j]}.")  # fmt: skip
        chain = ", ".join(theirs) or "-"
        raise failed(model, f"{says[0]} Your layers: {chain}.", f"{says[1]} Tus capas: {chain}.")


def _after(made: Sequence[Layer], i: int) -> tuple[str, str]:
    """Where a layer is missing, for "is missing …"."""
    if i == 0:
        return " at the start", " al principio"
    before = f"{made[i - 1].number} ({made[i - 1].kind})"
    return f" after layer {before}", f" después de la capa {before}"


def _compare_settings(model: Any, made: Layer, wanted: Layer) -> None:
    for name, value in wanted.settings.items():
        got = made.settings[name]
        if not _same(got, value):
            hint = f" (kernel_constraint=MaxNorm({value}))" if name == "max_norm" and got is None else ""
            raise failed(
                model,
                f"Layer {made.number} ({made.kind}): {name} is {got!r} and should be {value!r}{hint}.",
                f"Capa {made.number} ({made.kind}): {name} es {got!r} y debería ser {value!r}{hint}.",
            )


def _same(got: Any, value: Any) -> bool:
    if type(got) is float and type(value) is float:
        return abs(got - value) <= 1e-6 * max(abs(got), abs(value))
    return bool(got == value)
