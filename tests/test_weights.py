"""Trained weights beside the notebook: read as data, matched to the network, and never a reason to lose a submission."""

from __future__ import annotations

import io
import time

import numpy as np
import pytest

from autograder import intake
from autograder.checks import CheckFailed, predict, submitted
from autograder.child import models, weights
from autograder.remote import Local, Session

keras = pytest.importorskip("keras")
h5py = pytest.importorskip("h5py")

NOTEBOOK = """
import keras
from keras import layers

def network():
    return keras.Sequential([keras.Input((12, 12, 3)), layers.Conv2D(4, 3, use_bias=False), layers.BatchNormalization(),
                             layers.ReLU(), layers.Dropout(0.2), layers.Conv2D(5, 3), layers.Flatten(),
                             layers.Dense(6, activation="relu"), layers.Dense(3, activation="softmax")])

def train(model):
    raise RuntimeError
"""


def made(names=None):
    names = names if names is not None else {}
    exec(compile(NOTEBOOK, "<cell 1>", "exec"), names)
    model = names["network"]()
    rng = np.random.default_rng(4)
    model.set_weights([rng.uniform(0.1, 1, w.shape) for w in model.get_weights()])
    return model


def h5(model, folder, name="train.weights.h5"):
    model.save_weights(folder / name)
    return (folder / name).read_bytes()


def npz(arrays):
    file = io.BytesIO()
    np.savez(file, *arrays)
    return file.getvalue()


@pytest.fixture(scope="module")
def here():
    names = {}
    exec(compile(NOTEBOOK, "<cell 1>", "exec"), names)
    return Session(Local(names))


@pytest.fixture(scope="module")
def there(box):
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
    session = request.getfixturevalue(request.param)
    session.notes = []
    session.note = session.notes.append
    return session


def test_both_formats_give_the_weights_in_the_order_of_the_layers(tmp_path):
    model = made()
    layers = [[kind, settings] for kind, _, settings in models.describe(model)["layers"]]
    expected = models.weights(model)
    for name, data in (("a.weights.h5", h5(model, tmp_path)), ("a.npz", npz(model.get_weights()))):
        found = weights.read(data, name, layers)
        assert [a.dtype for a in found] == [np.float32] * len(expected)
        assert all(np.array_equal(a, b) for a, b in zip(found, expected, strict=True))


def test_a_compiled_and_trained_model_saves_the_same_file_layout(tmp_path):
    model = made()
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(np.zeros((4, 12, 12, 3)), np.arange(4) % 3, verbose=0)
    layers = [[kind, settings] for kind, _, settings in models.describe(model)["layers"]]
    found = weights.read(h5(model, tmp_path), "a.weights.h5", layers)
    assert all(np.array_equal(a, b) for a, b in zip(found, models.weights(model), strict=True))


def test_more_than_ten_arrays_keep_their_order():
    arrays = [np.full(n + 1, n, np.float32) for n in range(23)]
    assert [len(a) for a in weights.read(npz(arrays), "a.npz", [])] == list(range(1, 24))


def hostile(folder):
    """name, data of files that are not what they should be."""
    yield "a.npz", b""
    yield "a.npz", b"PK\3\4 nothing"
    yield "a.npz", npz([np.array([print], dtype=object)])
    yield "a.npz", npz([np.array(["text"])])
    yield "a.weights.h5", b"\x89HDF\r\n\x1a\n" + bytes(200)
    (folder / "secret").write_bytes(bytes(400))
    with h5py.File(folder / "links.h5", "w") as file:
        file.create_group("layers/conv2d")["vars"] = h5py.ExternalLink("secret", "/")
    yield "a.weights.h5", (folder / "links.h5").read_bytes()
    with h5py.File(folder / "outside.h5", "w") as file:
        group = file.create_group("layers/conv2d/vars")
        group.create_dataset("0", (5, 5), "f4", external=[(str(folder / "secret"), 0, h5py.h5f.UNLIMITED)])
    yield "a.weights.h5", (folder / "outside.h5").read_bytes()
    with h5py.File(folder / "bomb.h5", "w") as file:
        file.create_group("layers/conv2d/vars").create_dataset("0", (1 << 20, 1 << 12), "f4", compression="gzip")
    yield "a.weights.h5", (folder / "bomb.h5").read_bytes()
    with h5py.File(folder / "objects.h5", "w") as file:
        file.create_group("layers/conv2d/vars").create_dataset("0", data="text")
    yield "a.weights.h5", (folder / "objects.h5").read_bytes()


def test_hostile_and_damaged_files_are_refused(tmp_path):
    for name, data in hostile(tmp_path):
        with pytest.raises(Exception) as caught:  # noqa: PT011 - any: it ends a request, not a process
            weights.read(data, name, [["Conv2D", {}]])
        assert not isinstance(caught.value, MemoryError), (name, len(data))


def test_a_network_with_submitted_weights_predicts_as_the_one_that_was_trained(notebook, tmp_path):
    model = made()
    x = np.random.default_rng(0).normal(size=(7, 12, 12, 3)).astype(np.float32)
    notebook.submitted = lambda question: ("train.weights.h5", h5(model, tmp_path)) if question == "train" else None
    found = submitted("train", notebook.get("network")())
    np.testing.assert_allclose(predict(found, x), model.predict(x, verbose=0), rtol=1e-4, atol=1e-6)
    assert notebook.notes == []
    assert submitted("other", notebook.get("network")()) is None
    with pytest.raises(CheckFailed):
        predict(found, x[:, :5])


def test_weights_that_do_not_fit_are_told_and_left_out(notebook, tmp_path):
    network = notebook.get("network")()
    data = npz([np.zeros((2, 2))])
    for file in (("train.npz", data), ("train.npz", npz(a * np.nan for a in made().get_weights())), *hostile(tmp_path)):
        notebook.submitted = lambda question, file=file: file
        assert submitted("train", network) is None
        assert file[0] in notebook.notes.pop().en
    notebook.submitted = lambda question: None
    assert submitted("train", network) is None and notebook.notes == []


def test_weights_lie_beside_their_notebook_and_nobody_elses(tmp_path):
    (tmp_path / "ana").mkdir()
    (tmp_path / "eva").mkdir()
    for name, data in {"ana/07.ipynb": b"{}", "ana/train.weights.h5": b"ana", "eva/07.ipynb": b"{}", "paz.py": b"x",
                       "paz.npz": b"paz", "rey.py": b"y", "sol_train.npz": b"nobody"}.items():  # fmt: skip
        (tmp_path / name).write_bytes(data)
    found = {s.student: s.weights for s in intake.submissions(tmp_path, "07")}
    assert found == {"ana": (("train.weights.h5", b"ana"),), "eva": (), "paz": (("paz.npz", b"paz"),), "rey": ()}
    alone = intake.submissions(tmp_path / "ana" / "07.ipynb", "07")
    assert alone[0].weights == (("train.weights.h5", b"ana"),)


def test_weights_that_are_too_large_are_named_in_a_note(tmp_path):
    (tmp_path / "ana.py").write_bytes(b"x = 1")
    (tmp_path / "ana.npz").write_bytes(bytes(intake.MAX_WEIGHTS + 1))
    (one,) = intake.submissions(tmp_path, "07")
    assert one.weights == () and "ana.npz" in one.notes[0].en
