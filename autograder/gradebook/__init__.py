"""The results of a class: graded once and kept, adjusted by hand, compared when they are graded again."""

from .adjustments import find
from .book import Gradebook, existing
from .grading import GradeMany, best_of, grade_class, steady
from .regrade import Change, changes

__all__ = ["Change", "GradeMany", "Gradebook", "best_of", "changes", "existing", "find", "grade_class", "steady"]
