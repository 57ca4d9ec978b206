"""How a Keras model that an answer returned is compiled: its loss, optimizer and metrics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .architecture import Architecture
from .failure import failed
from .models import architecture

Names = str | tuple[str, ...]  # one accepted name, or several
ACCURACY = {  # what the word "accuracy" means beside each loss
    "sparse_categorical_crossentropy": "sparse_categorical_accuracy",
    "categorical_crossentropy": "categorical_accuracy",
    "binary_crossentropy": "binary_accuracy",
}
PROBABILITIES = ("softmax", "sigmoid")


def assert_compiled(
    model: Any, *, loss: Names | None = None, optimizer: Names | None = None, metrics: Names | None = None
) -> None:
    """The model is compiled with these, each one name in snake_case or a tuple of accepted ones; None is not compared.

    At least one of the model's metrics must be among `metrics`. A cross-entropy must fit the last layer: logits without
    softmax or sigmoid, probabilities with one.
    """
    made = architecture(model)
    if made.optimizer is None:
        raise failed(
            model,
            "The model is not compiled: call model.compile(...) before returning it.",
            "El modelo no está compilado: llama a model.compile(...) antes de devolverlo.",
        )
    _compare_name(model, ("optimizer", "optimizador"), made.optimizer, optimizer)
    _compare_name(model, ("loss", "función de pérdida (loss)"), made.loss, loss)
    if loss is not None:
        _check_logits(model, made)
    if metrics is not None:
        _check_metrics(model, made, metrics)


def _compare_name(model: Any, what: tuple[str, str], got: str | None, accepted: Names | None) -> None:
    names = _names(accepted)
    if accepted is None or got in names:
        return
    should = {"en": " or ".join(names), "es": " o ".join(names)}
    own = {"en": "a function of your own", "es": "una función propia"}
    said = own if got == "custom" else {"en": str(got), "es": str(got)}
    raise failed(
        model,
        f"The {what[0]} is {said['en']} and should be {should['en']}.",
        f"{'El' if what[0] == 'optimizer' else 'La'} {what[1]} es {said['es']} y debería ser {should['es']}.",
    )


def _check_logits(model: Any, made: Architecture) -> None:
    """Whether a cross-entropy takes what the last layer gives."""
    last = made.layers[-1].settings.get("activation") if made.layers else None
    if made.loss not in ACCURACY or last is None:
        return
    if made.loss_from_logits and last in PROBABILITIES:
        raise failed(
            model,
            f"The loss has from_logits=True, but the last layer already applies {last}.",
            f"La función de pérdida tiene from_logits=True, pero la última capa ya aplica {last}.",
        )
    if not made.loss_from_logits and last not in PROBABILITIES:
        raise failed(
            model,
            f"The loss expects probabilities, but the last layer's activation is {last}.",
            f"La función de pérdida espera probabilidades, pero la activación de la última capa es {last}.",
        )


def _check_metrics(model: Any, made: Architecture, accepted: Names) -> None:
    names, measured = set(_names(accepted)), made.metrics or ()
    if "accuracy" in names:
        names.add(ACCURACY.get(made.loss or "", "accuracy"))
    if names & set(measured):
        return
    got, should = ", ".join(measured), " or ".join(_names(accepted))
    if "exact_match" in measured:
        raise failed(
            model,
            'A keras.metrics.Accuracy() compares labels with probabilities, which are never equal: write "accuracy".',
            'Un keras.metrics.Accuracy() compara etiquetas con probabilidades, que nunca son iguales: escribe "accuracy".',
        )
    raise failed(
        model,
        f"The model measures {got or 'nothing but its loss'} and should measure {should}.",
        f"El modelo mide {got or 'solo su pérdida'} y debería medir {should.replace(' or ', ' o ')}.",
    )


def _names(accepted: Names | Iterable[str] | None) -> tuple[str, ...]:
    return (accepted,) if isinstance(accepted, str) else tuple(accepted or ())
