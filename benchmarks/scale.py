"""A batch on a cluster, simulated event by event: what the scheduler, the network and the storage carry.

    python -m benchmarks.scale [--submissions 100000]

Every figure that goes in is measured (docs/scale.md says where) or a stated assumption; the simulation adds queues: one
scheduler, which handles one message at a time; one gradebook, which writes one grade at a time; workers that are lost
at random and whose tasks start again.
"""

from __future__ import annotations

import argparse
import heapq
import random
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """What is simulated; seconds and bytes."""

    submissions: int = 100_000
    workers: int = 64
    seconds: float = 0.05  # of a core for one submission
    spread: float = 0.5  # its standard deviation, as a share of it
    hung: float = 0.005  # share of submissions that use up their time …
    hang: float = 20.0  # … and how much
    scheduler: float = 0.001  # of the scheduler's one core for a task, from submission to release
    client: float = 0.0025  # of the client's core: to send it, read the grade, and keep it
    sent: int = 12_000  # bytes of a submission's code cells
    answered: int = 40_000  # bytes of a grade as JSON
    stored: int = 12_000  # bytes of a grade in the gradebook
    folder: int = 39_000  # bytes of the assignment, once per worker
    warm: float = 3.0  # until a worker's first grade
    lost: float = 1 / 36_000  # workers lost per worker and second: one in ten hours
    replaced: float = 60.0  # until a lost worker's successor is there
    ahead: int = 4  # tasks per worker that wait at the scheduler


@dataclass(frozen=True)
class Found:
    """What came out."""

    wall: float
    busy: float  # share of the workers' time spent grading
    scheduler: float  # share of its time that the scheduler is busy
    client: float
    retries: int
    waiting: int  # most grades that wait for the client at once
    network: float  # bytes a second at the client


def simulate(plan: Plan, seed: int = 0) -> Found:
    """One batch; the same seed gives the same batch."""
    rng = random.Random(seed)
    shape = 1 / plan.spread**2
    left, retries, most = plan.submissions, 0, 0
    grading = scheduler = client = 0.0  # seconds of grading; when the scheduler and the client are free again
    events = [(plan.warm, False, worker, 0.0) for worker in range(plan.workers)]  # when, a task ends?, who, its seconds
    dies = [rng.expovariate(plan.lost) if plan.lost else float("inf") for _ in range(plan.workers)]
    handled: deque[float] = deque()  # when grades that wait at the client will have been dealt with
    while events:
        now, ends, worker, took = heapq.heappop(events)
        while handled and handled[0] <= now:
            handled.popleft()
        if ends:
            grading += took
            client = max(client, now) + plan.client
            handled.append(client)
            most = max(most, len(handled))
        if left <= 0:
            continue
        # A worker has tasks ahead, so it waits for the scheduler or the client only when these are behind by all of them.
        scheduler = max(scheduler, now) + plan.scheduler
        behind = max(scheduler, client) - plan.ahead * plan.workers * max(plan.scheduler, plan.client)
        start = max(now, behind)
        took = plan.hang if rng.random() < plan.hung else rng.gammavariate(shape, plan.seconds / shape)
        if start + took > dies[worker]:  # lost with what it was at: once more, elsewhere
            retries += 1
            back = dies[worker] + plan.replaced + plan.warm
            dies[worker] = back + rng.expovariate(plan.lost)
            heapq.heappush(events, (max(back, now), False, worker, 0.0))
            continue
        left -= 1
        heapq.heappush(events, (start + took, True, worker, took))
    wall = max(client, scheduler)
    moved = plan.submissions * (plan.sent + plan.answered) + plan.workers * plan.folder
    tasks = plan.submissions + retries
    return Found(
        wall,
        grading / (wall * plan.workers),
        tasks * plan.scheduler / wall,
        plan.submissions * plan.client / wall,
        retries,
        most,
        moved / wall,
    )


def main() -> None:
    """Print the table of docs/scale.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=100_000)
    count = parser.parse_args().submissions
    print(
        "| assignment | cores | wall | workers busy | scheduler busy | client busy | client's network | tasks retried |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name, seconds in (("numpy, 0.05 s", 0.05), ("Keras, trains 3.2 s", 3.2)):
        for workers in (2, 16, 64, 256, 1024):
            found = simulate(Plan(submissions=count, seconds=seconds, workers=workers))
            wall = f"{found.wall / 3600:.1f} h" if found.wall > 5400 else f"{found.wall / 60:.1f} min"
            print(
                f"| {name} | {workers} | {wall} | {found.busy:.0%} | {found.scheduler:.0%} | {found.client:.0%} "
                f"| {found.network / 1e6:.1f} MB/s | {found.retries} |"
            )


if __name__ == "__main__":
    main()
