"""searches the loaded modules for tests and solutions -> no points"""
import sys


def relu(x):
    for name, module in list(sys.modules.items()):
        for key in dir(module):
            if key.startswith(("relu_", "SECRET", "_FIFTHS")) or "tests_" in name:
                raise AssertionError(f"found {name}.{key} = {getattr(module, key)}")
    return x
