"""What a training came to: how often each class was taken for which, and how loss and accuracy went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ..errors import AnswerError, WireError
from ..picture import ACCURACY, POINTS, TRAINING, Curve, Picture, Window
from ..remote import Remote, Session
from .pictures import levels, point, rows_of

MODELS = ("Sequential", "Functional", "Model")  # of Keras
CLASSES = 10  # more are not shown
OTHER = -1  # the column of predictions that are no class
EPOCHS = 10_000  # that are looked at


def of_classes(guess: np.ndarray, labels: np.ndarray, share: float, at_least: float) -> Picture:
    """How often each class was taken for which; only the share where there are too many classes to show."""
    right = round(share * labels.size)
    drawn = Picture(ACCURACY, (labels.size,), worst=(f"{share:.4g}", f"{at_least:.4g}"), wrong=labels.size - right)
    classes = np.unique(labels)
    if len(classes) > CLASSES or not all(float(c).is_integer() for c in classes):
        return drawn
    counts = np.array([[int(((labels == c) & (guess == g)).sum()) for g in classes] for c in classes])
    rest = np.array([int((labels == c).sum()) for c in classes]) - counts.sum(axis=1)
    columns = tuple(int(c) for c in classes)
    if rest.any():
        counts, columns = np.column_stack([counts, rest]), (*columns, OTHER)
    return _with_confusion(drawn, counts, tuple(int(c) for c in classes), columns)


def _with_confusion(drawn: Picture, counts: np.ndarray, rows: tuple[int, ...], columns: tuple[int, ...]) -> Picture:
    confused = counts.astype(float)
    confused[np.arange(len(rows)), np.arange(len(rows))] = 0.0
    r, c = (int(n) for n in np.unravel_index(int(np.argmax(confused)), confused.shape))
    window = Window(
        rows, columns, rows_of([[str(n) for n in row] for row in counts]),
        levels=levels(confused, np.ones(counts.shape, bool)), worst=(r, c) if confused.any() else None,
    )  # fmt: skip
    return Picture(drawn.kind, drawn.shape, worst=drawn.worst, wrong=drawn.wrong, tried=drawn.shape[0], window=window)


def of_training(history: Mapping[str, Any], bound: float | None = None) -> tuple[Curve, ...]:
    """The loss and the accuracy of a training, epoch by epoch, as far as `history` holds numbers; `bound` is the accuracy's."""
    curves = []
    for name in ("loss", "accuracy"):
        found = [v for k, v in history.items() if type(k) is str and k.endswith(name) and not k.startswith("val_")]
        if found and isinstance(found[0], (list, tuple)) and (numbers := _finite(found[0][:EPOCHS])):
            step = -(-len(numbers) // POINTS)
            curves.append(Curve(tuple(numbers[::step]), bound=bound if name == "accuracy" else None, name=name, step=step))
    return tuple(curves)


def _finite(values: Sequence[Any]) -> list[float | None]:
    plain = [v.item() if isinstance(v, (np.generic, np.ndarray)) and np.size(v) == 1 else v for v in values]
    return [point(v) if type(v) in (int, float) else None for v in plain]


def with_training(drawn: Picture | None, session: Session) -> Picture | None:
    """The picture with the curves of a training, where there was one; they alone, where there is no picture."""
    if drawn is not None and drawn.kind != ACCURACY:
        return drawn
    curves = _training(session, float(drawn.worst[1]) if drawn else None)
    return replace(drawn or Picture(TRAINING), curves=curves) if curves else drawn


def _training(session: Session, bound: float | None) -> tuple[Curve, ...]:
    """The loss and accuracy that the last Keras model to come back has recorded: to look at, never to judge by."""
    models = [c.result for c in session.calls if isinstance(c.result, Remote) and c.result._kind in MODELS]
    try:
        history = models[-1].history.history if models else None
    except (AnswerError, WireError, AttributeError):  # it never trained, or the name means something else
        return ()
    return of_training(history, bound) if type(history) is dict else ()
