"""Memory over a long batch: does the grader, a worker, its zygote or a child grow with the number of submissions?

    python -m benchmarks.memory [--quick] [--submissions 10000]

Grades small submissions in one go as `autograder grade` does, and looks at every process four times a second. Appends its
table to benchmarks/results.md.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from autograder import assignment as assignments  # noqa: E402
from autograder import gradebook, workers  # noqa: E402
from autograder.submission import Submission  # noqa: E402
from benchmarks import machine  # noqa: E402
from benchmarks.results import keep  # noqa: E402
from tests.sample import write_sample  # noqa: E402
from tests.test_judge import NUMPY, RELU, SCALER  # noqa: E402

PARTS = 10
Sample = dict[str, list[float]]  # MiB of each process, by what it is


def kind(pid: int, workers_of: int) -> str:
    """What a process below the grader is."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        parent = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return ""
    if parent == workers_of:
        return "worker"
    if command.startswith(b"bwrap"):
        return ""
    if b"autograder.child.zygote" not in command:
        return ""
    above = Path(f"/proc/{parent}/cmdline")
    return "zygote" if above.exists() and above.read_bytes().startswith(b"bwrap") else "child"


class Watch(threading.Thread):
    """Samples memory until stopped."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.samples: list[tuple[int, Sample]] = []
        self.done, self.over = 0, threading.Event()

    def run(self) -> None:
        """Until `over`."""
        while not self.over.wait(0.25):
            found: Sample = {"grader": [machine.resident(os.getpid())]}
            for pid in machine.below(os.getpid()):
                if what := kind(pid, os.getpid()):
                    found.setdefault(what, []).append(machine.resident(pid))
            self.samples.append((self.done, found))


def submissions(count: int) -> Iterator[Submission]:
    """Small ones, all different, a third of them wrong."""
    wrong = "def relu(x):\n    return np.abs(x)"
    for number in range(count):
        answer = wrong if number % 3 == 0 else RELU
        yield Submission(f"s{number:05}", f"s{number:05}.ipynb", (NUMPY, answer, f"# {number}", SCALER))


def run(count: int, place: Path) -> tuple[list[tuple[int, Sample]], float, list[float]]:
    """Samples, wall seconds, and the seconds of each tenth of the batch."""
    folder = write_sample(place / "98_toy")
    notebook = folder / "notebook.py"
    notebook.write_text(notebook.read_text("utf-8").replace(' uses="keras"', ""), "utf-8")
    one, watch = assignments.load(folder), Watch()
    watch.start()
    started = last = time.perf_counter()
    tenths = []
    with gradebook.Gradebook(place / "gradebook.sqlite") as book:
        many = partial(workers.grade_many, assignment=one)
        for number, grade in enumerate(gradebook.grade_class(list(submissions(count)), one, many, book), 1):
            assert not grade.internal
            watch.done = number
            if number % (count // PARTS) == 0:
                now = time.perf_counter()
                tenths.append(now - last)
                last = now
    watch.over.set()
    watch.join()
    return watch.samples, time.perf_counter() - started, tenths


def table(samples: list[tuple[int, Sample]], count: int, seconds: float, tenths: list[float]) -> str:
    """Medians of each kind of process over each part of the batch, as Markdown."""
    kinds = ("grader", "worker", "zygote", "child")
    lines = [
        f"{count} small submissions in one go: {seconds:.0f} s, {count / seconds:.0f} a second. MiB that a process holds for itself",
        "alone (median over the part of the batch; shared pages and files are left out).",
        "",
        "| submissions | " + " | ".join(kinds) + " | seconds |",
        "|---|" + "---|" * (len(kinds) + 1),
    ]
    for part in range(PARTS):
        low, high = part * count // PARTS, (part + 1) * count // PARTS
        inside = [s for n, s in samples if low <= n < high]
        cells = []
        for what in kinds:
            values = [v for s in inside for v in s.get(what, [])]
            cells.append(f"{statistics.median(values):.1f}" if values else "–")
        took = f"{tenths[part]:.1f}" if part < len(tenths) else "–"
        lines.append(f"| {low} to {high} | " + " | ".join(cells) + f" | {took} |")
    return "\n".join(lines)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="2,000 submissions")
    parser.add_argument("--submissions", type=int)
    given = parser.parse_args()
    count = given.submissions or (2000 if given.quick else 10_000)
    with tempfile.TemporaryDirectory() as place:
        text = table(*(lambda found: (found[0], count, *found[1:]))(run(count, Path(place))))
    print(text)
    keep("Memory", text)


if __name__ == "__main__":
    main()
