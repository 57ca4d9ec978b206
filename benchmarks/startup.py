"""From a cold shell: how long `autograder --help` and `autograder check relu` take, next to a plain script's work.

    python -m benchmarks.startup [--quick]

The student's folder is a compiled 02_activations with `relu` solved. Writes into benchmarks/results.md.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import machine
from benchmarks.results import keep

STUDENT = Path(__file__).resolve().parent.parent / "assignments" / "02_activations"
NOTEBOOK = "activations.es.ipynb"
RELU = "def relu(x):\n    return np.maximum(np.asarray(x), 0) * 1.0\n"
PLAIN = "import numpy as np\n" + RELU + "assert (relu([-1.0, 2.0]) == [0, 2]).all()\n"
COMMAND = [sys.executable, "-m", "autograder"]
RUNS = {
    "autograder --help": ([*COMMAND, "--help"], "0.2"),
    "autograder check relu": ([*COMMAND, "check", "relu"], "0.4"),
    "a plain script: numpy, relu, one assertion": ([sys.executable, "-c", PLAIN], ""),
}


def student(folder: Path) -> Path:
    """What a student has, with one answer written."""
    shutil.copytree(STUDENT, folder)
    for path in folder.glob("*.ipynb"):
        if path.name != NOTEBOOK:
            path.unlink()
    notebook = json.loads((folder / NOTEBOOK).read_text("utf-8"))
    for cell in notebook["cells"]:
        if "def relu(" in "".join(cell["source"]):
            cell["source"] = RELU
    (folder / NOTEBOOK).write_text(json.dumps(notebook), "utf-8")
    return folder


def seconds(command: list[str], folder: Path) -> float:
    """One run of it as a process of its own."""
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - started


def table(times: dict[str, list[float]]) -> str:
    """The figures as Markdown."""
    lines = [
        machine.describe(), "",
        f"Seconds of a process, {len(next(iter(times.values())))} runs by turns.", "",
        "| | median (lowest to highest) | at most |", "|---|---|---|",
    ]  # fmt: skip
    for name, taken in times.items():
        middle = statistics.median(taken)
        lines.append(f"| {name} | {middle:.3f} ({min(taken):.3f} to {max(taken):.3f}) | {RUNS[name][1]} |")
    return "\n".join([*lines, ""])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="5 runs")
    rounds = 5 if parser.parse_args().quick else 25
    with tempfile.TemporaryDirectory() as place:
        folder = student(Path(place, "02_activations"))
        times: dict[str, list[float]] = {name: [] for name in RUNS}
        for number in range(rounds + 1):  # the first fills the disk's cache
            for name, (command, _) in RUNS.items():
                taken = seconds(command, folder)
                times[name] += [taken] if number else []
    found = table(times)
    keep("Start-up", found)
    print(found)


if __name__ == "__main__":
    main()
