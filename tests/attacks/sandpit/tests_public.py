"""Public cases of the sandpit."""

import numpy as np

from autograder import case
from autograder.checks import assert_close, assert_equal

SHARED = np.array([1.0, 2.0, 6.0])  # outlives a submission, as authors' arrays do


@case("descend", en="one step of w**2", es="un paso de w**2")
def one_step(descend):
    assert_close(descend(lambda w: 2 * w, np.array([4.0]), 1), np.array([2.0]))


@case("draw", en="as many numbers as asked for", es="tantos números como se piden")
def as_many(draw):
    rng = np.random.default_rng(5)
    assert len(draw(rng, 3)) == 3
    assert 0 < rng.uniform() < 1  # still a generator of random numbers


@case("centre", en="the mean is gone", es="la media se fue")
def mean_gone(centre):
    assert_close(centre(SHARED), np.array([-2.0, -1.0, 3.0]))


@case("count", en="two kinds", es="dos tipos")
def two_kinds(count):
    assert_equal(count([3, 5, 5]), [(5, 2), (3, 1)])
