"""The page of results: one section for each benchmark, which its next run replaces."""

from __future__ import annotations

import re
from pathlib import Path

RESULTS = Path(__file__).with_name("results.md")
SECTIONS = ("Speed", "Start-up", "Overhead of the sandbox", "Memory")
HEAD = "# Measured\n\nWritten by `make bench`. Each section says on what, and how busy that was.\n"
BUSY = "\n**The machine was busy with other work, so neither times nor ratios are those of a quiet one.**"


def keep(section: str, text: str) -> None:
    """Put a section, "Memory" or "Speed: <of what>", into the page, in place of an older one."""
    before = RESULTS.read_text("utf-8") if RESULTS.exists() else ""
    found = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", before, re.DOTALL | re.MULTILINE))
    found[section] = f"\n{text.strip()}\n\n"
    order = sorted(found, key=lambda title: (SECTIONS.index(title.partition(":")[0]), title))
    RESULTS.write_text(HEAD + "".join(f"\n## {s}\n{found[s].rstrip()}\n" for s in order), "utf-8")
