"""Show something: rich in a notebook, plain text elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any


def show(rich: str, text: str, kind: str = "text/html") -> None:
    """`rich`, of the media type `kind`, where a notebook can show it; else `text`."""
    if getattr(_shell(), "kernel", None) is not None:
        from IPython.display import display

        display({kind: rich, "text/plain": text}, raw=True)
    else:
        print(text)


def soften(kind: type[Exception], sentence: Callable[[Exception], str]) -> None:
    """In a notebook, show an exception of this kind as its sentence, without a traceback; one with none as ever."""
    shell = _shell()
    if not hasattr(shell, "set_custom_exc"):
        return

    def told(
        shell: Any, kind: type[Exception], error: Exception, trace: TracebackType, tb_offset: int | None = None
    ) -> None:
        if says := sentence(error):
            print(says)
        else:
            shell.showtraceback((kind, error, trace), tb_offset=tb_offset)

    shell.set_custom_exc((kind,), told)


def _shell() -> Any:
    """The running IPython; None outside one."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None and hasattr(ipython, "get_ipython") else None
