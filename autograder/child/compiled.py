"""How a Keras model is to be trained: what its `compile` was told, as names."""

from __future__ import annotations

import re
from typing import Any

SHORT = {"mse": "mean_squared_error", "mae": "mean_absolute_error", "bce": "binary_crossentropy", "acc": "accuracy",
         "kld": "kl_divergence"}  # fmt: skip


def training(model: Any, keras: Any) -> dict[str, Any]:
    """The optimizer, the loss and the metrics of a model of that library, as names; only {"optimizer": None} before `compile`."""
    optimizer = getattr(model, "optimizer", None)
    if optimizer is None:
        return {"optimizer": None}
    loss = _only(model.loss)
    compiled = getattr(model, "_compile_metrics", None)
    return {
        "optimizer": _named(optimizer, keras.optimizers).replace("_", ""),
        "loss": None if loss is None else _named(loss, keras.losses),
        "from_logits": getattr(loss, "from_logits", False) is True,
        "metrics": [_metric(m, keras) for m in _flat(getattr(compiled, "_user_metrics", None))],
    }


def _metric(metric: Any, keras: Any) -> str:
    """Its name; an Accuracy object is not what the word "accuracy" stands for."""
    if metric == "Accuracy" or metric is keras.metrics.Accuracy or type(metric) is keras.metrics.Accuracy:
        return "exact_match"
    return _named(metric, keras.metrics)


def _named(value: Any, home: Any) -> str:
    """A name in snake_case, from text, from one of the library's functions or from an object of its classes."""
    if isinstance(value, str):
        name = value
    else:
        which = value if callable(value) and hasattr(value, "__name__") else type(value)
        name = which.__name__
        if getattr(home, name, None) is not which:
            return "custom"
    return SHORT.get(name.lower(), re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower())


def _only(value: Any) -> Any:
    """The one item of a list or dict of one."""
    items = _flat(value)
    return items[0] if len(items) == 1 else value


def _flat(value: Any) -> list[Any]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [item for part in value for item in _flat(part)]
    return [] if value is None else [value]
