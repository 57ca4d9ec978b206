"""Why a Keras model cannot be judged, in words for the student."""

from __future__ import annotations

from typing import Any

from .failure import CheckFailed, failed
from .kinds import KINDS, Shape


def name(value: Any) -> str:
    """A name fit to print: at most 40 letters, digits and underscores, perhaps in <>; else "?"."""
    text = value if type(value) is str else ""
    return text[:40] if text.removeprefix("<").removesuffix(">").isidentifier() or text == "<lambda>" else "?"


def malformed() -> CheckFailed:
    """Only tampering leads here."""
    return failed(None, "The model could not be described.", "No se pudo describir el modelo.")


def whole(why: str, what: str) -> CheckFailed:
    """The model is no chain of layers: `why` as in `child.models.Refused`."""
    en, es = _WHOLE.get(why, _WHOLE["branch"])
    return failed(None, en.format(what), es.format(what))


_WHOLE = {
    "type": (
        "It is an object of type {} and should be a Keras model.",
        "Es un objeto de tipo {} y debería ser un modelo de Keras.",
    ),
    "class": (
        "The model is of a class of your own ({}), which can hold any code, so it cannot be graded: use keras.Sequential.",
        "El modelo es de una clase propia ({}), que puede contener cualquier código, así que no se puede calificar: "
        "usa keras.Sequential.",
    ),
    "branch": (
        "The model should be a chain of layers, one after the other, with one input and one output.",
        "El modelo debería ser una cadena de capas, una tras otra, con una entrada y una salida.",
    ),
    "twice": (
        "The model uses one layer twice: each step of the chain needs a layer of its own.",
        "El modelo usa una misma capa dos veces: cada paso de la cadena necesita su propia capa.",
    ),
    "operation": (
        "The model has an operation between its layers ({}), so it cannot be graded: use Keras's own layers.",
        "El modelo tiene una operación entre sus capas ({}), así que no se puede calificar: usa las capas de Keras.",
    ),
}


def unknown(number: int, kind: str, keras: bool) -> CheckFailed:
    """A layer that is not in `KINDS`, or not of Keras's own class."""
    code_en, code_es = (
        "can hold any code, so it cannot be graded: use Keras's own layers.",
        "puede contener cualquier código, así que no se puede calificar: usa las capas de Keras.",
    )
    if not keras:
        return failed(
            None,
            f"Layer {number} ({kind}): a class of your own {code_en}",
            f"Capa {number} ({kind}): una clase propia {code_es}",
        )
    if kind == "Lambda":
        return failed(None, f"Layer {number}: a Lambda layer {code_en}", f"Capa {number}: una capa Lambda {code_es}")
    known = ", ".join(KINDS)
    return failed(
        None,
        f"Layer {number} is {kind}, which is not one of the layers that can be graded: {known}.",
        f"La capa {number} es {kind}, que no es una de las capas que se pueden calificar: {known}.",
    )


def setting(number: int, kind: str, what: str, value: Any) -> CheckFailed:
    """A setting that `KINDS` does not allow."""
    shown = value if type(value) in (int, float, bool) else name(value)
    if what == "activation":
        return failed(
            None,
            f"Layer {number} ({kind}): its activation {shown} is not one of Keras's own, so it cannot be graded.",
            f"Capa {number} ({kind}): su activación {shown} no es una de las de Keras, así que no se puede calificar.",
        )
    return failed(
        None,
        f"Layer {number} ({kind}) has {what}={shown}, which cannot be graded.",
        f"La capa {number} ({kind}) tiene {what}={shown}, que no se puede calificar.",
    )


def max_norm_axis(number: int, kind: str, right: list[int]) -> CheckFailed:
    """MaxNorm along other axes than those of a unit's incoming weights."""
    axis = right[0] if len(right) == 1 else right
    return failed(
        None,
        f"Layer {number} ({kind}): MaxNorm's axis must be {axis}, so that it limits each unit's incoming weights.",
        f"Capa {number} ({kind}): el axis de MaxNorm debe ser {axis}, para limitar los pesos de entrada de cada unidad.",
    )


def no_input() -> CheckFailed:
    """A model that is not built."""
    return failed(
        None,
        "The model does not know the shape of its input yet: start it with keras.Input(shape=...).",
        "El modelo aún no sabe la forma de su entrada: empiézalo con keras.Input(shape=...).",
    )


def open_input(shape: tuple[int | None, ...]) -> CheckFailed:
    """An input with None among its sizes."""
    return failed(
        None,
        f"The input's shape is {shape}, and every size must be a number. The batch is not part of it.",
        f"La forma de la entrada es {shape}, y cada tamaño debe ser un número. El lote no es parte de ella.",
    )


def misfit(number: int, kind: str, shape: Shape, en: str, es: str) -> CheckFailed:
    """A layer that cannot take what it receives; `en` and `es` complete the sentence."""
    return failed(
        None,
        f"Layer {number} ({kind}) receives inputs of shape {shape}, {en}.",
        f"La capa {number} ({kind}) recibe entradas de forma {shape}, {es}.",
    )
