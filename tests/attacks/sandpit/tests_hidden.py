"""Hidden cases of the sandpit."""

import numpy as np

from autograder import case
from autograder.checks import assert_close, assert_equal, assert_unchanged

SHARED = np.array([10.0, 20.0, 60.0])
SECRET = 7.5309


@case("descend", en="it asks where it stands", es="pregunta donde está")
def asks_where_it_stands(descend):
    def gradient(w):
        assert_close(w, np.array([SECRET]))  # fails with the expected number in its words
        return w

    assert_close(descend(gradient, np.array([SECRET]), 1), np.array([0.75 * SECRET]))


@case("descend", en="a table of weights", es="una tabla de pesos")
def table_of_weights(descend):
    w = np.arange(6.0).reshape(3, 2)
    assert_close(descend(lambda w: (w @ w.T) @ w, w, 1), w - 0.25 * (w @ w.T) @ w)


@case("draw", en="each call goes on", es="cada llamada continúa")
def goes_on(draw):
    rng, twin = np.random.default_rng(6), np.random.default_rng(6)
    assert_close(draw(rng, 2), twin.uniform(size=2))
    hidden = rng.normal(size=4)  # data drawn after student code has had the generator
    assert_close(draw(np.random.default_rng(7), 4) + hidden, np.random.default_rng(7).uniform(size=4) + twin.normal(size=4))


@case("centre", en="another mean", es="otra media")
def another_mean(centre):
    assert_close(centre(SHARED), SHARED - SHARED.mean())


@case("centre", en="x stays", es="x queda igual")
def x_stays(centre):
    assert_close(assert_unchanged(centre, SHARED), np.array([-20.0, -10.0, 30.0]))


@case("count", en="three kinds", es="tres tipos")
def three_kinds(count):
    found = count([1, 1, 2, 7, 7, 7])
    assert [k for k, _ in found] == [7, 1, 2]
    for key, n in found:
        for _ in range(n):
            assert key in (7, 1, 2)
    assert_equal(found, [(7, 3), (1, 2), (2, 1)])


@case("count", en="as an array", es="como arreglo")
def as_array(count):
    pairs = np.asarray(count([4, 4]), dtype=float)
    assert_equal(pairs.tolist(), [[4.0, 2.0]])


@case("count", en="it counts all of them", es="los cuenta todos")
def counts_all(count):
    pairs = count([8, 8, 9])
    seen = np.zeros(sum(n for _, n in pairs))  # as large as the answer says
    assert_equal(len(seen), 3)
