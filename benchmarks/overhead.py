"""What the sandbox costs: the same submissions with it and without it, in turn, in milliseconds per submission.

    python -m benchmarks.overhead [--quick] [--backend bubblewrap|landlock]

Without it means `--unsafe`: the same zygote, fork, socket and judge, and no wall. One submission at a time in one process, so
that nothing is hidden behind another core. Appends its table to benchmarks/results.md.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from dataclasses import dataclass, replace

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # as the command does: one thread for each process

from autograder import judge  # noqa: E402
from autograder.assignment import Assignment  # noqa: E402
from autograder.sandbox import Sandbox  # noqa: E402
from autograder.submission import Submission  # noqa: E402
from benchmarks import graders, machine  # noqa: E402
from benchmarks.results import BUSY, keep  # noqa: E402


@dataclass(frozen=True)
class Load:
    """What is graded: a right submission to an assignment, all of its questions or some."""

    label: str
    assignment: str
    questions: frozenset[str] | None
    target: int  # milliseconds that the sandbox may add
    rounds: int


LOADS = (
    Load("numpy: all of 02_activations", "02_activations", None, 50, 200),
    Load("Keras: a model is built", "05_regularization", frozenset({"build_regularized"}), 100, 40),
)


PATIENT = judge.Limits(cell=600.0, submission=3600.0)  # a busy machine must not cost a right submission points


def patient(name: str) -> Assignment:
    """The assignment, whose cases wait as long as it takes."""
    one = graders.load(name)
    questions = (replace(q, cases=tuple(replace(c, seconds=600.0) for c in q.cases)) for q in one.questions)
    return replace(one, questions=tuple(questions))


def seconds(one: Assignment, submission: Submission, box: Sandbox, only: frozenset[str] | None) -> float:
    """How long it takes to grade it, which must end as a right submission deserves."""
    started = time.perf_counter()
    grade = judge.grade(submission, one, box.spawn, PATIENT, only)
    took = time.perf_counter() - started
    assert grade.score == grade.max_score, [c for q in grade.questions for c in q.cases if c.outcome.name != "PASSED"]
    return took


def measure(load: Load, walled: Sandbox, bare: Sandbox, rounds: int) -> list[tuple[float, float]]:
    """(with, without) of each round, by turns first; the first round warms everything up and is thrown away."""
    one = patient(load.assignment)
    submission = Submission("ana", "ana.ipynb", tuple(one.program()))
    found = []
    for number in range(rounds + 1):
        order = (walled, bare) if number % 2 else (bare, walled)
        took = {box: seconds(one, submission, box, load.questions) for box in order}
        found.append((took[walled], took[bare]))
    return found[1:]


def row(load: Load, pairs: list[tuple[float, float]]) -> str:
    """One load's line of the table."""
    sides = [[s * 1000 for s in side] for side in zip(*pairs, strict=True)]
    inside, outside = map(statistics.median, sides)
    added = sorted(a - b for a, b in zip(*sides, strict=True))
    low, high = added[len(added) // 4], added[-1 - len(added) // 4]
    return (
        f"| {load.label} | {inside:.1f} | {outside:.1f} | **{statistics.median(added):.1f}** ({low:.1f} to {high:.1f}) "
        f"| {min(sides[0]) - min(sides[1]):.1f} | {load.target} | {len(pairs)} |"
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a fifth of the rounds")
    parser.add_argument("--backend", help="bubblewrap or landlock; default: the one that grade would use")
    given = parser.parse_args()
    about = machine.describe()
    with Sandbox(backend=given.backend) as walled, Sandbox(unsafe=True) as bare:
        rows = [row(load, measure(load, walled, bare, load.rounds // (5 if given.quick else 1))) for load in LOADS]
        name = walled.backend.name
    lines = [
        f"The same right submission through {name} and without a sandbox, by turns, one at a time. Milliseconds per",
        "submission: medians; of what is added the median of the differences (with the middle half of them), and the difference",
        "between the fastest with and the fastest without, which other work on the machine disturbs least.",
        "",
        about,
        "" if os.getloadavg()[0] < 3 else BUSY,
        "",
        "| | with | without | added | between the fastest | at most | rounds |",
        "|---|---|---|---|---|---|---|",
        *rows,
    ]
    keep("Overhead of the sandbox", "\n".join(lines))
    print("\n".join(lines))



if __name__ == "__main__":
    main()
