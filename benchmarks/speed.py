"""Ours, nbgrader, otter and the physical limit on the same notebooks, in turn, several times: a table of medians.

    python -m benchmarks.speed [--quick] [--assignment NAME …]

Writes into benchmarks/results.md, a section for each assignment. The others are slow, so each round gives them a few notebooks of the class, other ones each
round; ours and the limit grade the whole class. All figures are wall seconds per submission.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # as the command does: one thread for each process

from autograder import build  # noqa: E402
from autograder.assignment import Assignment  # noqa: E402
from benchmarks import graders, machine  # noqa: E402
from benchmarks.results import BUSY, keep  # noqa: E402

LANG = "es"
LABELS = {
    "ours": "**ours, sandbox on**",
    "anew": "ours, if no two answers ever replied the same",
    "limit": "warm-process limit, no sandbox",
}
CLASSES = {"02_activations": (1000, 5), "04_optimizers": (40, 3)}  # notebooks and rounds: numpy; Keras, trained in grading
QUICK = {"02_activations": (60, 2), "04_optimizers": (12, 1)}
HOW = """The class is made by the kit: right answers of several kinds, listed mistakes, blank and damaged notebooks. A case that
gets the same replies as in an earlier notebook is not judged again; the second row is the time when that never happens."""
Run = Callable[[], float]  # -> seconds per submission


def sane(paths: Sequence[Path]) -> list[Path]:
    """Notebooks that every grader can open."""
    return [p for p in paths if _opens(p)]


def _opens(path: Path) -> bool:
    try:
        return f".{LANG}." in path.name and "nbgrader" in json.dumps(json.loads(path.read_bytes())["cells"])
    except ValueError:
        return False


def runs(one: Assignment, place: Path, students: int, few: tuple[int, int]) -> dict[str, Run]:
    """What to run in a round, by name."""
    paths = sane(graders.write_class(one, place / "class", students))
    found = graders.submissions(one, place / "class")
    build.build_graders(one, place)
    many, fewer = few
    turn = iter(range(10**6))

    def sample(size: int) -> list[Path]:
        first = next(turn) * size
        return [paths[(first + n) % len(paths)] for n in range(size)]

    nbgrader = graders.Nbgrader(one, LANG, place)
    command, api = (graders.Otter(one, LANG, place, command) for command in (True, False))
    return {
        "ours": lambda: graders.ours(one, found) / len(found),
        "anew": lambda: graders.anew(one, found) / len(found),
        "limit": lambda: graders.limit(one, found) / len(found),
        "nbgrader": lambda: nbgrader(sample(many)) / many,
        "otter run": lambda: command(sample(fewer)) / fewer,
        "otter's API, warm": lambda: api(sample(fewer)) / fewer,
    }


def measure(todo: dict[str, Run], rounds: int) -> dict[str, list[float]]:
    """Each run once per round, interleaved; a first short round warms the disk's cache and is thrown away."""
    times: dict[str, list[float]] = {name: [] for name in todo}
    for number in range(rounds):
        for name, run in todo.items():
            times[name].append(run())
            print(f"round {number + 1}: {name}: {times[name][-1]:.4f} s a submission", flush=True)
    return times


def table(students: int, times: dict[str, list[float]]) -> str:
    """The figures of one assignment as Markdown."""
    medians = {n: statistics.median(t) for n, t in times.items()}
    ours = medians["ours"]
    lines = [
        f"{students} notebooks, {len(times['ours'])} rounds.",
        "",
        "| | seconds a submission: median (lowest to highest) | times ours |",
        "|---|---|---|",
    ]
    for who, median in medians.items():
        label = LABELS.get(who, who)
        lines.append(
            f"| {label} | {median:.4f} ({min(times[who]):.4f} to {max(times[who]):.4f}) | {median / ours:.2f} |"
        )
    paired = statistics.median(a / b for a, b in zip(times["ours"], times["limit"], strict=True))
    return "\n".join([*lines, "", f"Ours over the limit, round by round: median {paired:.2f}.", ""])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small classes, few rounds")
    parser.add_argument("--assignment", action="append", help=f"default: {' and '.join(CLASSES)}")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--students", type=int)
    given = parser.parse_args()
    for name in given.assignment or CLASSES:
        students, rounds = (QUICK if given.quick else CLASSES).get(name, CLASSES["04_optimizers"])
        students, rounds = given.students or students, given.rounds or rounds
        about, busy = machine.describe(), "" if os.getloadavg()[0] < 3 else BUSY
        with tempfile.TemporaryDirectory() as place:
            times = measure(runs(graders.load(name), Path(place), students, (2, 1) if given.quick else (4, 2)), rounds)
        text = "\n".join([about, busy, "", table(students, times), HOW])
        keep(f"Speed: {name}", text)
        print(text)


if __name__ == "__main__":
    main()
