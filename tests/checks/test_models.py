from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.checks import (
    CheckFailed,
    architecture,
    assert_compiled,
    assert_layers,
    assert_learns,
    layer,
    predict,
    trained_weights,
)
from autograder.checks.kinds import KINDS
from autograder.child import models
from autograder.child.placeholders import SHORTCUTS
from autograder.errors import AnswerError
from autograder.remote import Local, Remote, Session

NOTEBOOK = Path(__file__).with_name("notebook_of_models.py").read_text("utf-8")
WANTED = [layer("Dense", units=100, activation="relu"), layer("Dense", units=10, activation="softmax")]


@pytest.fixture(scope="module")
def here():
    """The notebook in this very process, as in otter, nbgrader and `autograder check`."""
    pytest.importorskip("tensorflow")
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(NOTEBOOK, "<cell 1>", "exec"), names)
    return Session(Local(names))


@pytest.fixture(scope="module")
def there(box):
    """The notebook in a sandbox, with a referee in another child."""
    children = [box.spawn(False), box.spawn(False)]
    for child in children:
        child.deadline = time.monotonic() + 300
    session, referee = (Session(child) for child in children)
    session.referee = lambda: referee
    assert session.run(NOTEBOOK, "<cell 1>", 60) == []
    yield session
    for child in children:
        child.close()


@pytest.fixture(params=["here", "there"])
def notebook(request):
    return request.getfixturevalue(request.param)


def make(notebook, name, *args):
    return notebook.get(name)(*args)


# architecture


SAME = ["plain", "added", "first_layer_knows_the_input", "activations_apart", "softmax_apart", "functional",
        "functions_of_tensors", "softmax_of_tensorflow", "nested", "functional_nested", "built_by_a_call"]  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_ways_of_writing_the_same_network_read_the_same(notebook, name):
    found = assert_layers(make(notebook, name), WANTED, input_shape=(64,))
    assert found.output_shapes == ((100,), (10,))
    assert found.parameters == (6500, 1010)
    assert found.total_parameters == 7510
    assert (found.optimizer, found.loss, found.metrics) == (None, None, None)


WRONG = {
    "other_units": ("Layer 1 (Dense): units is 64 and should be 100.", "Capa 1 (Dense): units es 64 y debería ser 100."),
    "other_activation": ("Layer 2 (Dense): activation is 'sigmoid' and should be 'softmax'.", "activation es 'sigmoid'"),
    "other_input": ("The model's input has shape (8, 64) and should have (64,), without the batch.", "(8, 64)"),
    "batch_in_input": ("The input's shape is (None, 64), and every size must be a number.", "El lote no es parte"),
    "no_input": ("start it with keras.Input(shape=...).", "empiézalo con keras.Input(shape=...)."),
    "one_missing": ("Layer Dense is missing after layer 1 (Dense). Your layers: Dense.", "Falta una capa Dense después de la capa 1"),
    "one_too_many": ("Layer 2 (Dropout) should not be there. Your layers: Dense, Dropout, Dense.", "(Dropout) sobra"),
    "nothing": ("It returned None: is there a `return`?", "¿falta un `return`?"),
    "text": ("It is text (str) and should be a Keras model.", "Es texto (str)"),
    "a_layer": ("It is an object of type Dense and should be a Keras model.", "un objeto de tipo Dense"),
    "with_lambda": ("Layer 1: a Lambda layer can hold any code, so it cannot be graded: use Keras's own layers.", "Lambda"),
    "false_dense": ("Layer 2 (Dense): a class of your own can hold any code", "una clase propia puede contener"),
    "derived_dense": ("Layer 2 (Dense): a class of your own can hold any code", "una clase propia puede contener"),
    "subclassed": ("The model is of a class of your own (Net)", "una clase propia (Net)"),
    "own_activation": ("Layer 1 (Dense): its activation <lambda> is not one of Keras's own", "su activación <lambda>"),
    "own_relu": ("Layer 1 (Dense): its activation <relu> is not one of Keras's own", "su activación <relu>"),
    "branches": ("The model should be a chain of layers", "una cadena de capas"),
    "two_outputs": ("The model should be a chain of layers", "una cadena de capas"),
    "shared": ("The model uses one layer twice", "una misma capa dos veces"),
    "doubled": ("The model has an operation between its layers (Multiply)", "una operación entre sus capas (Multiply)"),
    "recurrent": ("Layer 1 is LSTM, which is not one of the layers that can be graded: Dense, Conv2D", "LSTM"),
    "lies_about_itself": ("Layer 1 (Dense): units is 64 and should be 100.", "units es 64"),
}


@pytest.mark.parametrize("name", WRONG)
def test_other_models_are_told_apart_in_words(notebook, name, hear):
    en, es = hear(assert_layers, make(notebook, name), WANTED, input_shape=(64,))
    assert WRONG[name][0] in en
    assert WRONG[name][1] in es


def test_shapes_and_parameters_are_those_that_keras_computes(notebook):
    for name in ("cnn", "every_kind"):
        model = make(notebook, name)
        found = architecture(model)
        shapes, total = notebook.get("own_facts")(model)
        assert found.total_parameters == total
        assert [s for s in map(list, found.output_shapes) if s in shapes] == list(map(list, found.output_shapes))
        assert list(found.output_shapes[-1]) == shapes[-1]


def test_every_kind_of_layer_is_read_with_its_settings(notebook):
    model = make(notebook, "every_kind")
    assert {one.kind for one in architecture(model).layers} | {"Softmax"} == set(KINDS)
    assert_layers(
        model,
        [
            layer("Rescaling", scale=1 / 255, offset=-0.5),
            layer("Conv2D", filters=8, kernel_size=(5, 3), strides=[2, 1], padding="same", use_bias=False, activation="linear"),
            layer("BatchNormalization", axis=-1, center=True, scale=False, momentum=0.99),
            layer("Activation", activation="relu"),
            layer("LocalResponseNormalization", depth_radius=1, k=1, alpha=0.5, beta=0.75),
            layer("MaxPooling2D", pool_size=3, strides=2, padding="valid"),
            layer("Conv2D", kernel_size=3, dilation_rate=2, groups=2, activation="tanh"),
            layer("ReLU", negative_slope=0.1, max_value=None, threshold=0),
            layer("AveragePooling2D", pool_size=(1, 2), strides=(1, 2)),
            layer("Conv2D", filters=4, kernel_size=1),
            layer("BatchNormalization", scale=True, epsilon=0.001),
            layer("GlobalAveragePooling2D", keepdims=True),
            layer("Flatten"),
            layer("Dropout", rate=0.5),
            layer("Dense", units=5),
            layer("Softmax"),
        ],
        input_shape=(33, 30, 3),
    )


def test_a_huge_model_is_described_without_its_weights(notebook):
    model = make(notebook, "alexnet")
    started = time.perf_counter()
    found = architecture(model)
    assert time.perf_counter() - started < 1
    assert found.total_parameters == 62_378_344
    assert [s[0] for s in found.output_shapes if len(s) == 3] == [55, 55, 27, 27, 27, 13, 13, 13, 13, 6]


def test_a_max_norm_is_a_setting(notebook, hear):
    assert_layers(make(notebook, "limited", 3), [layer("Dense", max_norm=3.0), layer("Dense", max_norm=None)])
    assert_layers(make(notebook, "limited", 3, [0]), [layer("Dense", max_norm=3), layer("Dense")])
    wanted = [layer("Dense", max_norm=2.0), layer("Dense")]
    assert "max_norm is 3.0 and should be 2.0." in hear(assert_layers, make(notebook, "limited", 3), wanted)[0]
    hint = "max_norm is None and should be 2.0 (kernel_constraint=MaxNorm(2.0))."
    assert hint in hear(assert_layers, make(notebook, "limited_by_regularizer"), wanted)[0]
    assert "axis must be 0" in hear(architecture, make(notebook, "limited", 2, 1))[0]


# compiling


@pytest.mark.parametrize("way", ["names", "objects", "functions", "class names"])
def test_ways_of_compiling_the_same_read_the_same(notebook, way):
    model = make(notebook, "compiled", way)
    assert_compiled(model, loss="sparse_categorical_crossentropy", optimizer=("sgd", "adam"), metrics="accuracy")
    found = architecture(model)
    assert (found.optimizer, found.loss, found.loss_from_logits) == ("adam", "sparse_categorical_crossentropy", False)


MISCOMPILED = {
    "": "The model is not compiled: call model.compile(...)",
    "rmsprop": "The optimizer is rmsprop and should be adam or sgd.",
    "logits": "The loss has from_logits=True, but the last layer already applies softmax.",
    "no metrics": "The model measures nothing but its loss and should measure accuracy.",
    "exact": 'write "accuracy".',
    "own loss": "The loss is a function of your own and should be sparse_categorical_crossentropy.",
    "no loss": "The loss is None and should be",
}


@pytest.mark.parametrize("way", MISCOMPILED)
def test_other_ways_of_compiling_are_told_apart_in_words(notebook, way, hear):
    model = make(notebook, "compiled", way)
    wanted = {"loss": "sparse_categorical_crossentropy", "optimizer": ("adam", "sgd"), "metrics": ("accuracy",)}
    assert MISCOMPILED[way] in hear(assert_compiled, model, **wanted)[0]


def test_a_loss_must_fit_the_last_layer(notebook, hear):
    assert_compiled(make(notebook, "linear_end", True), loss="sparse_categorical_crossentropy", optimizer="sgd")
    says = hear(assert_compiled, make(notebook, "linear_end", False), loss="sparse_categorical_crossentropy")
    assert "expects probabilities, but the last layer's activation is linear" in says[0]


def test_long_names_stand_for_short_ones(notebook):
    assert_compiled(make(notebook, "compiled", "rmsprop"), loss="mean_squared_error", optimizer="rmsprop")


# what learns


FROZEN = {"frozen_layer": "Layer 2 (Dense)", "frozen_model": "Layer 1 (Dense)", "frozen_part": "Layer 1 (Dense)",
          "frozen_kernel": "Layer 2 (Dense)"}  # fmt: skip


@pytest.mark.parametrize("name", FROZEN)
def test_a_frozen_layer_is_told_in_words(notebook, name, hear):
    says = f"{FROZEN[name]} is frozen: trainable is False for it or for a model around it, so it would never learn."
    assert hear(assert_learns, make(notebook, name))[0] == says
    assert hear(assert_layers, make(notebook, name), WANTED)[0] == says


def test_layers_that_learn_are_not_frozen(notebook):
    for name in ("plain", "nested", "every_kind", "frozen_for_a_moment", "frozen_dropout"):
        assert_learns(make(notebook, name))


def test_whether_it_learns_must_be_yes_or_no(hear):
    assert hear(architecture, forged(described(dense(trainable="yes"))))[0].startswith("Layer 1 ")


# weights and predictions


def test_a_rebuilt_model_predicts_as_the_original(notebook):
    model = make(notebook, "every_kind_trained")
    x = np.random.default_rng(0).uniform(0, 255, (300, 33, 30, 3)).astype(np.float32)
    ours = predict(model, x)
    assert ours.shape == (300, 5)
    np.testing.assert_allclose(ours, notebook.get("own_answer")(model, x), rtol=1e-4, atol=1e-5)
    assert predict(model, x[:0]).shape == (0, 5)


def test_a_trained_model_is_judged_by_its_weights(notebook):
    rng = np.random.default_rng(1)
    y = rng.integers(0, 10, 400)
    X = rng.normal(size=(10, 64))[y] + 0.3 * rng.normal(size=(400, 64))
    before = make(notebook, "plain")
    assert [w.shape for w in trained_weights(before)] == [(64, 100), (100,), (100, 10), (10,)]
    after = notebook.get("train")(before, X, y)
    assert np.mean(predict(after, X).argmax(axis=1) == y) > 0.9


WEIGHTS = {
    "other_shape_of_weights": "do not have the shapes that its layers ask for",
    "nan_weights": "are NaN or infinite: training diverged",
}


@pytest.mark.parametrize("name", WEIGHTS)
def test_bad_weights_are_refused_in_words(notebook, name, hear):
    model = make(notebook, name)
    architecture(model)
    assert WEIGHTS[name] in hear(trained_weights, model)[0]
    assert WEIGHTS[name] in hear(predict, model, np.zeros((2, 64)))[0]


def test_weights_that_are_no_numbers_are_the_answers_fault(notebook):
    with pytest.raises(AnswerError, match="TypeError"):
        trained_weights(make(notebook, "objects_for_weights"))


def test_weights_beyond_the_wire_are_the_answers_fault(notebook):
    with pytest.raises(AnswerError, match="256 MiB"):
        trained_weights(make(notebook, "huge_weights"))


def test_a_model_of_another_input_cannot_predict(notebook, hear):
    says = hear(predict, make(notebook, "cnn"), np.zeros((2, 28, 28)))
    assert "takes inputs of shape (28, 28, 1) and the test gives (28, 28)." in says[0]


def test_the_failure_names_the_model_it_is_about(here):
    model = make(here, "other_units")
    with pytest.raises(CheckFailed) as caught:
        assert_layers(model, WANTED)
    assert caught.value.actual is model


# forged replies


class Forger:
    """A session whose other side says what it likes."""

    def __init__(self, description: Any, weights: Any = None, answer: Any = None):
        self.replies, self.answer = {"model": description, "weights": weights}, answer
        self.sent: Any = None

    def request(self, do: str, remote: Remote) -> Any:
        return {"value": self.replies[do]}

    def referee(self) -> Forger:
        return self

    def predict(self, *sent: Any) -> Any:
        self.sent = sent
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def forged(*args: Any) -> Remote:
    return Remote(Forger(*args), 0, "Sequential", True)  # type: ignore[arg-type]


def dense(**changes: Any) -> list[Any]:
    return ["Dense", "keras", {"units": 3, "activation": "relu", "use_bias": True} | changes]


def described(*layers: Any, shape: Any = (4,)) -> dict[str, Any]:
    return {"input": list(shape), "layers": list(layers), "optimizer": None}


CONV = {"filters": 4, "kernel_size": [3, 3], "strides": [1, 1], "padding": "valid", "dilation_rate": [1, 1], "groups": 1,
        "activation": "relu", "use_bias": True, "data_format": "channels_last"}  # fmt: skip


@pytest.mark.parametrize(
    "description",
    [
        None, 7, [], "x", {}, {"input": [4], "layers": {}}, {"input": [4], "layers": [dense()] * 201},
        described(7), described(["Dense", "keras"]), described(["Dense", "keras", []]),
        described(dense(), shape=("4",)), described(dense(), shape=(4.0,)), described(dense(), shape=(-4,)),
        described(dense(), shape=(0,)), described(dense(), shape=(1 << 40,)), described(dense(), shape=(2,) * 9),
        described(dense(), shape=(True,)), {"input": 4, "layers": []},
    ],
)  # fmt: skip
def test_a_malformed_description_is_no_model(description, hear):
    assert hear(architecture, forged(description))[0] == "The model could not be described."


@pytest.mark.parametrize(
    "entry",
    [
        dense(units=True), dense(units="100"), dense(units=-1), dense(units=0), dense(units=1 << 40), dense(units=None),
        dense(units=np.int64(3)), dense(units=3.0), dense(use_bias=1), dense(activation=None), dense(activation=["relu"]),
        dense(activation="__import__"), dense(max_norm=float("nan")), dense(max_norm="2"),
        ["Conv2D", "keras", CONV | {"padding": "causal"}], ["Conv2D", "keras", CONV | {"data_format": "channels_first"}],
        ["Conv2D", "keras", CONV | {"kernel_size": [3]}], ["Conv2D", "keras", CONV | {"strides": [0, 1]}],
        ["Dropout", "keras", {"rate": -0.5}], ["Dropout", "keras", {"rate": float("inf")}],
        ["Softmax", "keras", {"axis": [0, 1]}], ["Rescaling", "keras", {"scale": [1.0, 2.0], "offset": 0.0}],
    ],
)  # fmt: skip
def test_a_setting_out_of_bounds_is_refused(entry, hear):
    assert hear(architecture, forged(described(entry, shape=(4, 4, 4))))[0].startswith("Layer 1 ")


@pytest.mark.parametrize("kind", ["", "Dense\n", "os.system", "<img>", "ñ b", 7, None, "Dense" * 99])
def test_names_that_are_no_names_are_not_printed(kind, hear):
    says = hear(architecture, forged(described([kind, "keras", {}])))[0]
    assert len(says) < 400
    assert "\n" not in says and "os.system" not in says
    assert "Layer 1 is " in says


@pytest.mark.parametrize(
    ("entry", "shape", "says"),
    [
        (["Conv2D", "keras", CONV], (28, 28), "Layer 1 (Conv2D) receives inputs of shape (28, 28), and needs (height, width"),
        (["Conv2D", "keras", CONV], (28, 2, 1), "which is too small for a window of 3."),
        (["Conv2D", "keras", CONV | {"groups": 3}], (9, 9, 4), "whose channels 3 groups do not divide."),
        (dense(), (), "and needs at least one axis."),
        (["BatchNormalization", "keras", {"axis": 1, "momentum": 0.9, "epsilon": 1e-3, "center": True, "scale": True}],
         (5, 5, 2), "and its axis must be the last."),
    ],
)  # fmt: skip
def test_layers_that_do_not_fit_what_they_receive_are_refused(entry, shape, says, hear):
    assert says in hear(architecture, forged(described(entry, shape=shape)))[0]


@pytest.mark.parametrize(
    "arrays",
    [
        None, 7, (), [], [np.zeros((4, 3), np.float32)], [np.zeros((4, 3)), np.zeros(3)],
        [np.zeros((4, 3), np.float32), np.zeros(3, np.int32)], [np.zeros((3, 4), np.float32), np.zeros(3, np.float32)],
        [np.zeros((4, 3), np.float32), [0.0, 0.0, 0.0]], [np.zeros((4, 3), np.float32), np.zeros(3, np.float32)] * 2,
    ],
)  # fmt: skip
def test_weights_of_other_shapes_or_types_are_refused(arrays, hear):
    assert "do not have the shapes" in hear(trained_weights, forged(described(dense()), arrays))[0]


def test_only_what_was_checked_reaches_the_referee():
    weights = [np.ones((4, 3), np.float32), np.ones(3, np.float32)]
    extra = dense(evil="__reduce__", max_norm=2.0, max_norm_axis=[-2])
    model = forged(described(extra) | {"evil": 1}, weights, np.zeros((2, 3), np.float32))
    predict(model, np.zeros((2, 4)))
    layers, shape, arrays, x = model._session.sent  # type: ignore[attr-defined]
    assert layers == [["Dense", {"units": 3, "activation": "relu", "use_bias": True, "max_norm": 2.0, "trainable": True}]]
    assert (shape, len(arrays), x.shape) == ([4], 2, (2, 4))


def test_a_referee_that_fails_is_said_in_words(hear):
    weights = [np.ones((4, 3), np.float32), np.ones(3, np.float32)]
    model = forged(described(dense()), weights, AnswerError("ResourceExhaustedError"))
    assert "could not be rebuilt to predict (ResourceExhaustedError)" in hear(predict, model, np.zeros((2, 4)))[0]


def test_a_referee_that_answers_nonsense_is_our_fault():
    weights = [np.ones((4, 3), np.float32), np.ones(3, np.float32)]
    with pytest.raises(TypeError, match="referee"):
        predict(forged(described(dense()), weights, None), np.zeros((2, 4)))


def test_a_max_norm_of_a_kernel_of_images_is_over_all_axes_but_the_last(hear):
    good, bad = CONV | {"max_norm": 2, "max_norm_axis": [0, 1, 2]}, CONV | {"max_norm": 2, "max_norm_axis": [0]}
    assert architecture(forged(described(["Conv2D", "keras", good], shape=(9, 9, 1)))).layers[0].settings["max_norm"] == 2
    says = hear(architecture, forged(described(["Conv2D", "keras", bad], shape=(9, 9, 1))))
    assert "MaxNorm's axis must be [0, 1, 2]" in says[0]


# what authors write, and what the two sides agree on


def test_an_author_cannot_expect_what_does_not_exist():
    with pytest.raises(ValueError, match="no layer is called 'Lambda'"):
        layer("Lambda")
    with pytest.raises(ValueError, match="Dense has no setting 'unit'"):
        layer("Dense", unit=3)
    with pytest.raises(ValueError, match="many"):
        layer("Dense", units="many")


def test_both_sides_know_the_same_layers():
    assert set(models.SETTINGS) == set(KINDS)
    for kind, names in models.SETTINGS.items():
        assert set(KINDS[kind].rules) - {"max_norm", "trainable"} == set(names)


def test_a_relu_of_more_settings_stays_a_layer():
    softened = described(dense(activation="linear"), ["ReLU", "keras", {"max_value": 6, "negative_slope": 0, "threshold": 0}])
    assert [one.settings["activation"] for one in architecture(forged(softened)).layers] == ["relu6"]
    leaky = described(dense(activation="linear"), ["ReLU", "keras", {"max_value": None, "negative_slope": 0.1, "threshold": 0}])
    assert [one.kind for one in architecture(forged(leaky)).layers] == ["Dense", "ReLU"]


def test_the_trusted_side_does_not_import_tensorflow():
    code = "import sys, autograder.checks, autograder.child.models, autograder.child.referee; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {name.partition(".")[0] for name in loaded} & SHORTCUTS
