"""raises, and reads the variables of every frame in the traceback and the stack -> no points"""
import inspect


def relu(x):
    for info in inspect.stack():
        if "case" in info.frame.f_locals or "expected" in info.frame.f_locals:
            raise AssertionError(f"leak {info.frame.f_locals}")
    return x
