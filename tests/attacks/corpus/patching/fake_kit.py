"""puts a fake autograder into sys.modules whose checks pass everything -> no points"""
import sys
import types


class Agreeable(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        return lambda *args, **kwargs: True


for name in ("autograder", "autograder.checks", "autograder.case", "autograder.testcase", "autograder.trial", "autograder.judge", "numpy.testing"):
    sys.modules[name] = Agreeable(name)


def relu(x):
    return x
