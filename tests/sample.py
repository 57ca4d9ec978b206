"""A small right assignment, written where a test wants it: two questions, a class with two answers, data, a demo."""

from __future__ import annotations

from pathlib import Path

NOTEBOOK = '''\
# %% [markdown] lang="en"
# # Small steps
# Two questions about arrays. The formula is $\\max(0, x)$.

# %% [markdown] lang="es"
# # Pasos pequeños
# Dos preguntas sobre arreglos. La fórmula es $\\max(0, x)$.

# %% kind="setup"
import numpy as np

# %% [markdown] lang="en"
# ## relu

# %% [markdown] lang="es"
# ## relu

# %% question="relu"
def relu(x):
    """
    en: Rectified linear unit of an array.
    es: Unidad lineal rectificada de un arreglo.
    """
    # BEGIN SOLUTION
    # the comparison is an array of 0 and 1
    return np.asarray(x) * (np.asarray(x) > 0) * 1.0
    # END SOLUTION


# %% kind="demo"
print("Heights in metres", np.loadtxt("data/heights.csv"))  # en
print("Alturas en metros", np.loadtxt("data/heights.csv"))  # es

# %% [markdown] lang="en"
# ## Scaler

# %% [markdown] lang="es"
# ## Scaler

# %% question="Scaler" uses="keras"
class Scaler:
    """
    en: Takes the mean away from each column.
    es: Resta la media de cada columna.
    """

    def fit(self, X):
        # BEGIN SOLUTION
        self.mean = np.asarray(X, dtype=float).mean(axis=0)
        return self
        # END SOLUTION

    def transform(self, X):
        # BEGIN SOLUTION
        return np.asarray(X, dtype=float) - self.mean
        # END SOLUTION
'''

PUBLIC = '''\
"""Public cases. / Casos públicos."""

import numpy as np

from autograder import case
from autograder.checks import assert_close


@case("relu", points=1, en="negative inputs become 0", es="las entradas negativas pasan a 0")
def negatives_become_zero(relu):
    assert_close(relu(np.array([-3.0, -0.5])), np.zeros(2))


@case("relu", points=1, after="negatives_become_zero", en="positive inputs stay", es="las entradas positivas quedan igual")
def positives_stay(relu):
    assert_close(relu(np.array([3.0, 0.5])), np.array([3.0, 0.5]))


@case("Scaler", points=2, en="the columns of the result have mean 0", es="las columnas del resultado tienen media 0")
def columns_are_centred(Scaler):
    X = np.array([[1.0, 2.0], [3.0, 6.0]])
    assert_close(Scaler().fit(X).transform(X).sum(axis=0), np.zeros(2))
'''

HIDDEN = '''\
"""Hidden cases."""

import numpy as np

from autograder import case
from autograder.checks import assert_close, assert_unchanged


@case("relu", points=2, en="it works on a table", es="funciona con una tabla")
def works_on_tables(relu):
    assert_close(relu(np.array([[-7.25, 7.25]])), np.array([[0.0, 7.25]]))


@case("relu", points=1, after="works_on_tables", en="the input is left as it was", es="la entrada queda como estaba")
def leaves_input_alone(relu):
    assert_unchanged(relu, np.array([-1.5, 2.5]))


@case("Scaler", points=0.5, en="the mean is that of fit", es="la media es la de fit")
def remembers_the_mean(Scaler):
    scaler = Scaler().fit(np.array([[2.0], [4.0]]))
    assert_close(scaler.transform(np.array([[10.0]])), np.array([[7.0]]))
'''

ACCEPTED = '''\
"""Other right ways to write relu."""

import numpy as np


def by_half_sums(x):
    doubled = np.asarray(x, dtype=float) + np.abs(x)
    return doubled / 2.0
'''

WRONG = '''\
"""Wrong ways to write relu."""

import numpy as np

from autograder import misconception


@misconception(
    en="You keep negative inputs: ReLU must turn them into 0.",
    es="Conservas las entradas negativas: ReLU debe convertirlas en 0.",
)
def keeps_negatives(x):
    return np.abs(np.asarray(x, dtype=float)) * 1.0


@misconception(en="You return the slope.", es="Devuelves la pendiente.")
def returns_slope(x):
    return (np.asarray(x) > 0).astype(float)
'''

FILES = {
    "notebook.py": NOTEBOOK,
    "tests_public.py": PUBLIC,
    "tests_hidden.py": HIDDEN,
    "accepted/relu.py": ACCEPTED,
    "wrong/relu.py": WRONG,
    "data/heights.csv": "1.62\n1.75\n1.80\n",
}


def write_sample(folder: Path) -> Path:
    """Write the assignment into `folder` and return it: `write_sample(tmp_path / "03_small_steps")`."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder
