"""The course, for nbgrader 0.9: copied by `autograder build` into the folder where nbgrader's commands are run."""

# mypy: ignore-errors
# ruff: noqa: F821

from pathlib import Path

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearOutput,
    DeduplicateIds,
    GetGrades,
    NbGraderPreprocessor,
    OverwriteCells,
    OverwriteKernelspec,
)
from nbgrader.utils import is_grade


class GradedCellsLast(NbGraderPreprocessor):
    """Every graded cell once, after all of the student's own: a test finds what the notebook defines in the end.

    nbgrader itself puts a missing cell right after the answer before it, and fails when that answer was deleted, moved
    to a new cell, or copied.
    """

    def preprocess(self, nb, resources):
        """The notebook with the graded cells of the source at its end."""
        where = resources["nbgrader"]
        with Gradebook(where["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(where["notebook"], where["assignment"])
            points = {c.name: c.max_score for c in notebook.grade_cells}
            graded = [self.restored(c, points[c.name]) for c in notebook.source_cells if c.name in points]
        own = [c for c in nb.cells if not is_grade(c)]
        for cell in own:
            if "grade_id" not in cell.metadata.get("nbgrader", {}):
                cell.metadata.pop("nbgrader", None)  # an earlier copy, of which nbgrader leaves an empty tag
        nb.cells = own + graded
        return nb, resources

    def restored(self, cell, points):
        """A graded cell as nbgrader remembers it."""
        tag = {
            "schema_version": 3,
            "cell_type": "code",
            "grade_id": cell.name,
            "checksum": cell.checksum,
            "points": points,
            "grade": True,
            "locked": True,
            "solution": False,
            "task": False,
        }
        return new_code_cell(cell.source, metadata={"nbgrader": tag})


class HiddenStaysHidden(ClearHiddenTests):
    """Feedback shows the sentence of a hidden test, neither its text nor what it saw."""

    def preprocess_cell(self, cell, resources, index):
        """The cell without its hidden region, and of its output the first line of the error."""
        if self.begin_test_delimeter in cell.source:
            cell.outputs = [o for o in cell.outputs if o.output_type == "error"]
            for output in cell.outputs:
                output.traceback = [output.evalue.split("\n")[0]]
        return super().preprocess_cell(cell, resources, index)


c = get_config()
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.course_id = "autograder"

# Anything on stderr would score 0, and TensorFlow writes there when imported.
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = r"(?s).*"

# The notebook that students receive has no graded cells.
c.OverwriteCells.add_missing_cells = True
c.Autograde.sanitize_preprocessors = [
    ClearOutput, DeduplicateIds, GradedCellsLast, OverwriteKernelspec, OverwriteCells, CheckCellMetadata,
]  # fmt: skip

# Seconds for one cell: demonstrations that train a network are run as well.
c.ExecutePreprocessor.timeout = 300

# What `nbgrader generate_assignment` writes where a solution was, much as the kit does.
c.ClearSolutions.code_stub = {
    "python": "# Escribe tu código aquí. / Write your code here.\nraise NotImplementedError()"
}

c.GenerateFeedback.preprocessors = [HiddenStaysHidden, GetGrades, CSSHTMLHeaderPreprocessor]
