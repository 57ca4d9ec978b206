import numpy as np


def fills_a_table(grad_fn, w, optimizer, steps):
    """The table of places is made first, and the walk reads where it stands from it."""
    path = np.zeros((steps + 1, len(w)))
    path[0] = w
    state = None
    for k in range(steps):
        dw = grad_fn(path[k])
        path[k + 1], state = optimizer(path[k], dw, state)
    return path[-1], path


def calls_itself(grad_fn, w, optimizer, steps, state=None):
    """Recursion: the first place, and then the walk from the next one."""
    w = np.array(w, dtype=float)
    if steps == 0:
        return w, w[None]
    after, state = optimizer(w, grad_fn(w), state)
    last, path = calls_itself(grad_fn, after, optimizer, steps - 1, state)
    return last, np.vstack([w, path])


def keyword_arguments(grad_fn, w, optimizer, steps):
    """By keyword, with copies everywhere, and stacked as it goes."""
    here = np.array(w, dtype=np.float64)
    memory, path = None, here[np.newaxis].copy()
    while len(path) <= steps:
        here, memory = optimizer(w=here.copy(), dw=grad_fn(here.copy()), state=memory)
        path = np.concatenate([path, np.asarray(here, dtype=float).reshape(1, -1)])
    return path[-1].copy(), path
