"""Modules that answers cannot use while they are graded, replaced by stand-ins that explain themselves.

Plots mean nothing to a grader, so plotting modules become silent. A from-scratch question may not call a library that
already holds the answer: importing one is legal (the setup cell may), using it raises Shortcut.
"""

from __future__ import annotations

import dis
import sys
import types
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from typing import Any

SILENT = frozenset({"matplotlib", "mpl_toolkits", "seaborn", "plotly", "IPython", "ipywidgets", "otter", "nbgrader"})
SHORTCUTS = frozenset(
    {"tensorflow", "keras", "tf_keras", "scipy", "sklearn", "torch", "jax", "autograd", "statsmodels", "mlxtend"}
)


class Shortcut(Exception):
    """A from-scratch answer used a library that already holds the answer; the message is the library's name."""


class _Silent(types.ModuleType):
    """Accepts everything and does nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in ("__path__", "__file__"):
            raise AttributeError(name)
        return [] if name == "__path__" else _Silent(f"{self.__name__}.{name}")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _Silent(self.__name__)

    def __iter__(self) -> Iterator[Any]:
        return iter((_Silent(self.__name__), _Silent(self.__name__)))

    def __getitem__(self, key: Any) -> Any:
        return _Silent(self.__name__)

    def __setitem__(self, key: Any, value: Any) -> None:
        return None

    def __len__(self) -> int:
        return 2

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *error: Any) -> None:
        return None


class _Forbidden(types.ModuleType):
    """May be imported and passed around, not used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name != "__path__":
            raise AttributeError(name)
        return [] if name == "__path__" else _Forbidden(f"{self.__name__}.{name}")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        raise Shortcut(self.__name__.partition(".")[0])

    __getitem__ = __iter__ = __mro_entries__ = __array__ = __float__ = __call__  # type: ignore[assignment]


class _Finder:
    """Puts stand-ins before any installed module of those names."""

    def __init__(self, kinds: dict[str, type[types.ModuleType]]):
        self.kinds = kinds

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if name.partition(".")[0] in self.kinds else None  # type: ignore[arg-type]

    def create_module(self, spec: ModuleSpec) -> types.ModuleType:
        return self.kinds[spec.name.partition(".")[0]](spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        return None


def install(*, scratch: bool) -> None:
    """Replace plotting modules and, for from-scratch questions, the libraries that hold the answers; once or again."""
    sys.meta_path[:] = [f for f in sys.meta_path if not isinstance(f, _Finder)]
    kinds: dict[str, type[types.ModuleType]] = dict.fromkeys(SILENT, _Silent)
    if scratch:
        kinds |= dict.fromkeys(SHORTCUTS, _Forbidden)
        kinds["google"] = _Silent  # google.colab; TensorFlow needs the real one, for google.protobuf
    for name, module in list(sys.modules.items()):
        stale = isinstance(module, _Silent | _Forbidden) or name == "autograder.layers"  # which saw a forbidden Keras
        if stale or name.partition(".")[0] in kinds:
            del sys.modules[name]
    sys.meta_path.insert(0, _Finder(kinds))  # type: ignore[arg-type]


def shortcut(function: Any) -> str | None:
    """The library that `function` uses although it holds the answer, as far as its code shows; else None.

    For the hosts that run answers in a process where those libraries exist.
    """
    functions = [function, *vars(function).values()] if isinstance(function, type) else [function]
    for one in functions:
        code = getattr(one, "__code__", None)
        if isinstance(code, types.CodeType):
            for name in _used(code, getattr(one, "__globals__", {})):
                if name in SHORTCUTS:
                    return name
    return None


def _used(code: types.CodeType, names: dict[str, Any]) -> Iterator[str]:
    """Root packages of what the code imports, and of the globals it reads."""
    for step in dis.get_instructions(code):
        if step.opname == "IMPORT_NAME":
            yield str(step.argval).partition(".")[0]
        elif step.opname in ("LOAD_GLOBAL", "LOAD_NAME") and step.argval in names:
            value = names[step.argval]
            root = value.__name__ if isinstance(value, types.ModuleType) else getattr(value, "__module__", None) or ""
            yield str(root).partition(".")[0]
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            yield from _used(inner, names)
