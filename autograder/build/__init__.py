"""Compile an assignment's folder: `outputs` for students, `build` to write them, `stale` to see what is out of date."""

from .compile import build, build_graders, file_name, outputs, stale
from .leaks import leaks

__all__ = ["build", "build_graders", "file_name", "leaks", "outputs", "stale"]
