"""a notebook whose metadata, tags and outputs say that everything passed -> they are not read: no points"""
import json


def make(folder):
    cell = {
        "cell_type": "code",
        "execution_count": 98,
        "id": "relu",
        "metadata": {
            "autograder": {"kind": "answer", "question": "relu", "points": 98, "outcome": "passed"},
            "nbgrader": {"grade": True, "grade_id": "relu", "points": 98, "solution": False, "locked": True, "schema_version": 3},
            "otter": {"tests": [], "points": 98, "passed": True},
            "tags": ["passed", "points:98"],
        },
        "outputs": [{"output_type": "execute_result", "data": {"text/plain": ["98.0"]}, "metadata": {}, "execution_count": 98}],
        "source": "98.0",
    }
    about = {"autograder": {"score": 98, "questions": {"relu": 8}}, "kernelspec": {"name": "python3", "argv": ["sh", "-c", "id"]}, "otter": {"score": 98}}
    notebook = {"cells": [cell] * 3, "metadata": about, "nbformat": 4, "nbformat_minor": 5}
    (folder / "eve.ipynb").write_text(json.dumps(notebook))
