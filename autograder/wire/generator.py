"""A numpy Generator as data: its state crosses, and its progress comes back."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..errors import WireError


def generator_state(generator: np.random.Generator) -> list[Any]:
    """A PCG64 generator as data: ["rng", state, inc, has_uint32, uinteger]."""
    state = generator.bit_generator.state
    if state["bit_generator"] != "PCG64":
        raise WireError("a generator that is not PCG64")
    return ["rng", state["state"]["state"], state["state"]["inc"], state["has_uint32"], state["uinteger"]]


def set_generator(generator: np.random.Generator, body: list[Any]) -> np.random.Generator:
    """Put `generator` into the state that `generator_state` gave."""
    if len(body) != 5 or any(type(n) is not int or n < 0 for n in body[1:]):
        raise WireError("a malformed generator")
    try:
        generator.bit_generator.state = {
            "bit_generator": "PCG64",
            "state": {"state": body[1], "inc": body[2]},
            "has_uint32": body[3],
            "uinteger": body[4],
        }
    except (ValueError, OverflowError):
        raise WireError("a malformed generator") from None
    return generator
