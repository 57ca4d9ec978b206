"""Other answers, under the question's own name."""

from __future__ import annotations

import numpy as np

from autograder import variants

SOURCE = '''
"""Other answers."""

import numpy as np

from autograder import misconception

SIGN = -1


def _helper(x):
    return np.cumsum(x)


@misconception(en="It is negative.", es="Es negativa.")
def cumsum(x, cumsum_too=1):
    """cumsum, with año: the same word."""
    if x is None:
        return cumsum([1])
    year = {"cumsum": "año", "f": cumsum}; summed = np.cumsum(x)
    cumsum.last = summed
    return SIGN * summed if year["f"] is cumsum else _helper(x)


@misconception(en="It counts down.", es="Cuenta hacia atrás.")
def down(x): return [0] if not x else [len(x), *down(x[1:])]
'''


def test_a_variant_takes_the_name_of_the_question_and_calls_itself_by_it():
    found, faults = variants.parse(SOURCE, "wrong/total.py", "total", wrong=True)
    assert not faults
    first, second = found
    names = {}
    exec(first.source, names)
    assert "cumsum" not in names
    assert names["total"](None).tolist() == [-1]
    assert names["total"]([1, 2], cumsum_too=3).tolist() == [-1, -3]
    assert names["total"].last.tolist() == np.cumsum([1, 2]).tolist()
    assert names["total"].__doc__ == "cumsum, with año: the same word."
    names = {}
    exec(second.source, names)
    assert names["total"]([5, 5]) == [2, 1, 0]
