"""The simulation behind docs/scale.md."""

from __future__ import annotations

import pytest

from benchmarks.scale import Plan, simulate

QUIET = Plan(submissions=2000, hung=0, lost=0, warm=0)


def test_few_workers_take_the_time_of_the_work():
    found = simulate(Plan(submissions=2000, workers=4, hung=0, lost=0, warm=0))
    assert found.wall == pytest.approx(2000 * QUIET.seconds / 4, rel=0.05)
    assert found.busy == pytest.approx(1, abs=0.05)


def test_many_workers_wait_for_the_one_client():
    found = simulate(Plan(submissions=20_000, workers=2000, hung=0, lost=0, warm=0))
    assert found.wall == pytest.approx(20_000 * QUIET.client, rel=0.05)
    assert found.client > 0.95


def test_lost_workers_cost_retries_and_no_submission():
    calm, rough = (simulate(Plan(submissions=2000, workers=8, seconds=5, lost=lost)) for lost in (0, 1 / 600))
    assert (calm.retries, rough.retries > 5) == (0, True)
    assert rough.wall > calm.wall
