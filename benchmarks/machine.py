"""What a figure was measured on."""

from __future__ import annotations

import os
import platform
from importlib import metadata
from pathlib import Path

PACKAGES = ("numpy", "otter-grader", "nbgrader", "tensorflow", "tensorflow-cpu", "keras")


def describe() -> str:
    """The machine, its load and the versions, as Markdown lines."""
    cpu = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    memory = next((int(line.split()[1]) >> 20 for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0)
    versions = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    return "\n".join([
        f"- {len(os.sched_getaffinity(0))} cores of {cpu}, {memory} GiB, {platform.system()} {platform.release()}",
        f"- load average when started: {', '.join(f'{n:.1f}' for n in os.getloadavg())} (a quiet machine has 0)",
        f"- Python {platform.python_version()}, {versions}",
    ])  # fmt: skip


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"


def resident(pid: int) -> float:
    """MiB of memory that a process holds for itself alone, files and shared pages left out; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(("RssAnon", "VmSwap"))) / 1024


def below(pid: int) -> list[int]:
    """All processes that descend from `pid`."""
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for child in map(int, path.read_text().split()):
                found += [child, *below(child)]
        except OSError:
            continue
    return found
