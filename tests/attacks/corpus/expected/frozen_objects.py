"""thaws and searches the objects that the warm parent froze -> no points"""
import gc


def relu(x):
    gc.unfreeze()
    for one in gc.get_objects():
        if getattr(one, "__name__", "") in ("relu_values", "tests_hidden", "assert_close", "relu_any_rank"):
            return one.__globals__["expected"]
    return x
