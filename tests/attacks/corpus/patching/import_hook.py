"""answers every later import with a module that agrees with everything -> no points"""
import importlib.machinery
import sys
import types


class Hook:
    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        module = types.ModuleType(spec.name)
        module.__getattr__ = lambda name: lambda *args, **kwargs: True
        return module

    def exec_module(self, module):
        pass


sys.meta_path.insert(0, Hook())
sys.path_importer_cache.clear()
for name in list(sys.modules):
    if name.startswith("autograder"):
        del sys.modules[name]


def relu(x):
    return x
