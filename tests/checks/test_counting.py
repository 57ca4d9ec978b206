from __future__ import annotations

import numpy as np

from autograder.checks import count_lines
from autograder.remote import Local, Session

NOTEBOOK = """
import numpy as np
def double(x):
    out = np.zeros(len(x))
    for i in range(len(x)):
        out[i] = 2 * x[i]
    return out
"""


def test_a_loop_executes_more_lines_for_more_data_and_the_log_keeps_the_result_alone():
    names: dict[str, object] = {"__name__": "__main__"}
    exec(compile(NOTEBOOK, "<cell 1>", "exec"), names)
    session = Session(Local(names))
    few, lines = count_lines(session.get("double"), np.ones(2))
    many, more = count_lines(session.get("double"), np.ones(50))
    assert (few.tolist(), len(many)) == ([2.0, 2.0], 50)
    assert more - lines == 2 * 48
    assert [np.shape(call.result) for call in session.calls] == [(2,), (50,)]
