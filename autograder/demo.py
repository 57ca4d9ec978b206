"""A believable class: students who know much or little, blank notebooks, and files that had bad luck."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import numpy as np

from . import cells
from .assignment import Assignment, Question

NAMES = (
    "Abril Mendoza", "Alejandro Quispe", "Ana Lucía Rojas", "Andrés Villalobos", "Bruno Cárdenas", "Camila Ortega",
    "Carlos Huamán", "Catalina Restrepo", "Daniela Paredes", "Diego Salazar", "Elena Navarro", "Emilio Fuentes",
    "Fernanda Ibáñez", "Gabriel Cifuentes", "Inés Barrios", "Ignacio Vergara", "Isabella Duarte", "Javier Montoya",
    "Joaquín Peralta", "Juana Espinoza", "Julián Acosta", "Laura Benítez", "Lucas Figueroa", "Luisa Castaño",
    "Manuel Zambrano", "Mariana Solís", "Martín Echeverría", "Mateo Guzmán", "Natalia Bravo", "Nicolás Arancibia",
    "Olivia Carter", "Paula Sandoval", "Rafael Núñez", "Renata Aguirre", "Samuel Price", "Santiago Leiva",
    "Sofía Maldonado", "Tomás Riquelme", "Valentina Correa", "Ximena Toledo",
)  # fmt: skip

Notebook = dict[str, Any]


def write_class(
    assignment: Assignment, notebooks: dict[str, Notebook], folder: Path, students: int, seed: int = 2026
) -> list[Path]:
    """Write `students` notebooks into `folder` and return their paths; the same seed writes the same class.

    `notebooks` has the compiled student notebook of each language.
    """
    rng = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number in range(students):
        name = NAMES[number % len(NAMES)] + (f" {number // len(NAMES) + 1}" if number >= len(NAMES) else "")
        lang = "en" if rng.random() < 0.2 else "es"
        notebook = copy.deepcopy(notebooks[lang])
        answers = _answers(assignment, float(rng.beta(4, 1.3)), rng)
        mishap = MISHAPS[number // 3 % len(MISHAPS)] if number % 3 == 2 else _plain
        _fill(notebook, answers)
        path = folder / name / f"{assignment.stem}.{lang}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path, data = mishap(notebook, path)
        path.write_bytes(data)
        written.append(path)
    return written


def _answers(assignment: Assignment, skill: float, rng: np.random.Generator) -> dict[str, str]:
    """An answer for each question that this student wrote: right with probability `skill`."""
    answers = {}
    for question in assignment.questions:
        luck = rng.random()
        if luck < skill:
            answers[question.name] = _right(question, rng)
        elif luck < skill + 0.85 * (1 - skill) and question.wrong:
            answers[question.name] = question.wrong[int(rng.integers(len(question.wrong)))].source
    return answers


def _right(question: Question, rng: np.random.Generator) -> str:
    others = [v.source for v in question.accepted]
    return ([cells.solution(question.cell), *others])[int(rng.integers(1 + len(others)))]


def _fill(notebook: Notebook, answers: dict[str, str]) -> None:
    for cell in notebook["cells"]:
        question = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if question in answers:
            cell["source"] = answers[question].splitlines(keepends=True)


def _dump(notebook: Notebook) -> bytes:
    return json.dumps(notebook, ensure_ascii=False, indent=1).encode()


def _plain(notebook: Notebook, path: Path) -> tuple[Path, bytes]:
    return path, _dump(notebook)


def _blank(notebook: Notebook, path: Path) -> tuple[Path, bytes]:
    for cell in notebook["cells"]:
        question = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if question:
            cell["source"] = [f"def {question}(*args):\n", f'    raise NotImplementedError("{question}")\n']
    return path, _dump(notebook)


def _syntax_error(notebook: Notebook, path: Path) -> tuple[Path, bytes]:
    answer = _answer_cells(notebook)[:2][-1]
    answer["source"] = [line.replace(":\n", "\n", 1) for line in answer["source"]]
    return path, _dump(notebook)


def _renamed(notebook: Notebook, path: Path) -> tuple[Path, bytes]:
    return path.with_name("Untitled (3) copia final.ipynb"), _dump(notebook)


def _lost_metadata(notebook: Notebook, path: Path) -> tuple[Path, bytes]:
    notebook["metadata"] = {}
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)
    return path, _dump(notebook)


def _endless_loop(notebook: Notebook, path: Path) -> tuple[Path, bytes]:
    answer = _answer_cells(notebook)[-1]
    name = answer["metadata"]["nbgrader"]["grade_id"]
    answer["source"] = [f"def {name}(*args):\n", "    total = 0\n", "    while total < 1:\n", "        total *= 2\n"]
    return path, _dump(notebook)


def _crash(notebook: Notebook, path: Path) -> tuple[Path, bytes]:
    answer = _answer_cells(notebook)[0]
    name = answer["metadata"]["nbgrader"]["grade_id"]
    answer["source"] = ["import os\n", f"def {name}(*args):\n", "    os._exit(0)\n"]
    return path, _dump(notebook)


def _damaged(notebook: Notebook, path: Path) -> tuple[Path, bytes]:
    data = _dump(notebook)
    return path, data[: int(len(data) * 0.7)]


def _empty(notebook: Notebook, path: Path) -> tuple[Path, bytes]:
    return path, b""


def _answer_cells(notebook: Notebook) -> list[dict[str, Any]]:
    return [c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id")]


MISHAPS = (_renamed, _syntax_error, _blank, _lost_metadata, _endless_loop, _damaged, _crash, _empty)
