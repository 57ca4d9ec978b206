"""Package metadata. `pip install .` is a student's install; `.[grading]` an instructor's; `.[dev]` ours."""

import re
from pathlib import Path

from setuptools import find_packages, setup

HERE = Path(__file__).parent
VERSION = re.search(r'__version__ = "(.+)"', (HERE / "autograder" / "__init__.py").read_text("utf-8"))[1]

STUDENT = [
    "numpy>=1.26,<3",
    "tensorflow>=2.16,<3",
    "matplotlib>=3.8,<4",
    "ipykernel>=6.29,<8",
    "click>=8.1,<9",
    "rich>=13.7,<16",
    "msgspec>=0.18.6,<1",
]
GRADING = [
    "otter-grader>=6.1,<8",
    "nbgrader>=0.9.5,<0.10",
    "jupytext>=1.16,<2",
    "Jinja2>=3.1,<4",
    'pyseccomp>=0.1.2,<1; sys_platform == "linux"',
    "scikit-learn>=1.4,<2",
    "mlxtend>=0.23,<1",
]
DEV = ["pytest>=8,<10", "pytest-xdist>=3.6,<4", "hypothesis>=6.100,<7", "ruff>=0.6,<1", "mypy>=1.11,<3"]

CLUSTER = ["distributed>=2024.1,<2027"]

setup(
    name="deep-learning-autograder",
    version=VERSION,
    description="Graded deep-learning assignments in Spanish and English, one source for three graders.",
    long_description=(HERE / "README.md").read_text("utf-8"),
    long_description_content_type="text/markdown",
    license="MIT",
    python_requires=">=3.10,<3.14",
    packages=find_packages(include=["autograder", "autograder.*"]),
    package_data={"autograder": ["py.typed", "report/templates/*"]},
    install_requires=STUDENT,
    extras_require={"grading": GRADING, "cluster": GRADING + CLUSTER, "dev": GRADING + CLUSTER + DEV},
    entry_points={"console_scripts": ["autograder=autograder.cli:main"]},
    classifiers=[
        "Intended Audience :: Education",
        "Natural Language :: English",
        "Natural Language :: Spanish",
        "Programming Language :: Python :: 3",
        "Topic :: Education :: Testing",
    ],
)
