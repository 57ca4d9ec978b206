"""Training in a sandbox's warm process: the same numbers as anywhere else, with less work around them."""

from __future__ import annotations

import time

import numpy as np
import pytest

from autograder.remote import Local, Session

pytest.importorskip("keras")

NOTEBOOK = """
import numpy as np
import keras
from keras import layers
from keras.src.trainers.data_adapters.array_data_adapter import ArrayDataAdapter

traces = []

def counted(x):
    traces.append(1)  # once when the network is built, then each time a step is traced
    return keras.ops.relu(x)

def chain(n_classes=3):
    return keras.Sequential([keras.Input((4,)), layers.Dense(6, activation=counted), layers.Dropout(0.3),
                             layers.BatchNormalization(), layers.Dense(n_classes, activation="softmax")])

def two_ends():
    x = keras.Input((4,))
    h = layers.Dense(5, activation=counted)(x)
    return keras.Model(x, [layers.Dense(3, activation="softmax")(h), layers.Dense(1)(h)])

def late():
    return keras.Sequential([layers.Dense(5, activation=counted), layers.Dense(3, activation="softmax")])

class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.inner = chain()

    def call(self, x, training=False):
        return self.inner(x, training=training)

def train(network, optimizer, loss, metrics, X, y, weights):
    keras.utils.set_random_seed(3)
    model = {"chain": chain, "two ends": two_ends, "late": late, "own": Own}[network]()
    model.compile(optimizer=optimizer, loss=loss, metrics=metrics)
    traces.clear()
    y = tuple(y) if isinstance(y, list) else y
    more = {} if weights is None else {"sample_weight": weights}
    if network != "two ends":
        more["validation_split"] = 0.25
    history = model.fit(X, y, epochs=3, batch_size=8, verbose=0, **more).history
    return len(traces), [float(v) for name in sorted(history) for v in history[name]], model.get_weights()

def refusal(n_classes):
    model = chain(n_classes)
    model.compile(loss="categorical_crossentropy", metrics=["accuracy"])
    model.fit(np.zeros((8, 4)), np.zeros((8, n_classes + 1)), verbose=0)

def tuned():
    return ArrayDataAdapter(np.zeros((4, 2))).get_tf_dataset().options().autotune.enabled
"""


@pytest.fixture(scope="module")
def here():
    names = {}
    exec(compile(NOTEBOOK, "<cell 1>", "exec"), names)
    return Session(Local(names))


@pytest.fixture(scope="module")
def there(box):
    child = box.spawn(False)
    child.deadline = time.monotonic() + 300
    session = Session(child)
    assert session.run(NOTEBOOK, "<cell 1>", 60) == []
    yield session
    child.close()


def data():
    rng = np.random.default_rng(8)
    return rng.normal(size=(36, 4)), rng.integers(0, 3, 36), rng.uniform(0.5, 2.0, 36)


WHOLE, HOT = "sparse_categorical_crossentropy", "categorical_crossentropy"


@pytest.mark.parametrize(
    ("network", "optimizer", "loss", "labels", "weighted"),
    [
        ("chain", "adam", WHOLE, "whole", False),
        ("chain", "rmsprop", HOT, "hot", True),
        ("chain", "sgd", "mse", "hot", False),
        ("late", "adam", WHOLE, "whole", False),
        ("own", "adam", WHOLE, "whole", True),
        ("two ends", "adam", None, "both", False),
    ],
)
def test_the_same_training_gives_the_same_numbers(here, there, network, optimizer, loss, labels, weighted):
    X, whole, weights = data()
    y = {"whole": whole, "hot": np.eye(3)[whole], "both": [whole, weights]}[labels]
    losses, metrics = (["sparse_categorical_crossentropy", "mse"], None) if loss is None else (loss, ["accuracy"])
    given = (network, optimizer, losses, metrics, X, y, weights if weighted else None)
    (times, numbers, arrays), (plain, expected, wanted) = there.get("train")(*given), here.get("train")(*given)
    np.testing.assert_allclose(numbers, expected, rtol=1e-6)
    for array, other in zip(arrays, wanted, strict=True):
        np.testing.assert_allclose(array, other, rtol=1e-5, atol=1e-7)
    assert times == plain - (network == "chain")  # one step is traced less


def test_a_wrong_use_is_refused_in_the_same_words(here, there):
    said = []
    for session in (here, there):
        with pytest.raises(Exception, match="shape") as refused:
            session.get("refusal")(3)
        said.append((refused.value.kind, refused.value.message))
    assert said[0] == said[1]


def test_arrays_are_prepared_without_tuning_threads(here, there):
    assert there.get("tuned")() is False
    assert here.get("tuned")() is not False
