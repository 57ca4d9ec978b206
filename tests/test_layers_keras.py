from __future__ import annotations

import time

import numpy as np
import pytest

from autograder.errors import AnswerError
from autograder.remote import Session

keras = pytest.importorskip("keras")


def formula(x, radius, k, alpha, beta):
    out = np.empty_like(x)
    for c in range(x.shape[-1]):
        window = x[..., max(0, c - radius) : c + radius + 1]
        out[..., c] = x[..., c] / (k + alpha * (window**2).sum(axis=-1)) ** beta
    return out


@pytest.mark.parametrize(("radius", "k", "alpha", "beta"), [(2, 2.0, 1e-4, 0.75), (1, 1.0, 0.3, 0.5), (0, 0.5, 1.0, 1.0), (9, 2.0, 0.1, 0.75)])
def test_it_computes_the_papers_formula(radius, k, alpha, beta):
    from autograder.layers import LocalResponseNormalization

    x = np.random.default_rng(0).normal(0, 20, (2, 3, 4, 7)).astype(np.float32)
    out = np.asarray(LocalResponseNormalization(radius, k, alpha, beta)(x))
    np.testing.assert_allclose(out, formula(x.astype(np.float64), radius, k, alpha, beta), rtol=1e-4)


def test_its_defaults_are_alexnets():
    from autograder.layers import LocalResponseNormalization

    made = LocalResponseNormalization()
    assert (made.depth_radius, made.k, made.alpha, made.beta) == (2, 2.0, 1e-4, 0.75)


def test_a_model_with_it_is_saved_loaded_and_trained(tmp_path):
    from autograder.layers import LocalResponseNormalization

    model = keras.Sequential(
        [keras.Input((6, 6, 4)), LocalResponseNormalization(1, alpha=0.5), keras.layers.Flatten(), keras.layers.Dense(2)]
    )
    model.compile("sgd", "mse")
    x = np.random.default_rng(0).normal(size=(8, 6, 6, 4)).astype(np.float32)
    model.fit(x, np.zeros((8, 2)), verbose=0)
    model.save(tmp_path / "model.keras")
    again = keras.models.load_model(tmp_path / "model.keras")
    assert (again.layers[0].depth_radius, again.layers[0].alpha) == (1, 0.5)
    np.testing.assert_allclose(again.predict(x, verbose=0), model.predict(x, verbose=0), rtol=1e-5)


def test_it_wants_images_and_a_whole_radius():
    from autograder.layers import LocalResponseNormalization

    with pytest.raises(ValueError, match="ndim"):
        LocalResponseNormalization()(np.zeros((2, 3), np.float32))
    for radius in (-1, 2.5):
        with pytest.raises(ValueError, match="depth_radius"):
            LocalResponseNormalization(radius)


def test_from_scratch_answers_may_import_it_and_not_use_it(box):
    child = box.spawn(True)
    child.deadline = time.monotonic() + 60
    session = Session(child)
    source = "from autograder.layers import LocalResponseNormalization\ndef lrn(x): return LocalResponseNormalization()(x)"
    try:
        assert session.run(source, "<cell 1>", 10) == []
        with pytest.raises(AnswerError, match="Shortcut"):
            session.get("lrn")(np.zeros((1, 2, 2, 3)))
    finally:
        child.close()
