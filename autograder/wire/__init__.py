"""Values as bytes between the trusted side and student code: data only, from a closed table, never pickle.

A frame is `<u32 header length><u64 payload length>`, a JSON header and the raw bytes of its arrays. Nodes of the header:

    null true 7 0.5 "text" [..]     themselves          {"t": [..]}  tuple          {"o": {k: v, ..}}    dict
    {"d": [[k, v], ..]}  dict whose keys are not all text
    {"f": "nan"}  other floats      {"i": "2**70"}  long int (decimal digits)        {"c": [re, im]}  complex
    {"a": [dtype, shape, offset, size]}  array          {"s": [..]}  the same for a numpy scalar
    {"x": [kind, ..]}  something that only means something to the two sides: a reference, a function, a generator

Every size is checked before anything is allocated, on the side that reads. What is decoded is plain Python and plain
numpy arrays that own their memory.
"""

from .arrays import DTYPES, crosses
from .frame import PREFIX, split
from .generator import generator_state, set_generator
from .inbox import Inbox
from .limits import MAX_KEYS, MAX_TEXT
from .reader import decode
from .writer import encode

__all__ = [
    "DTYPES",
    "MAX_KEYS",
    "MAX_TEXT",
    "PREFIX",
    "Inbox",
    "crosses",
    "decode",
    "encode",
    "generator_state",
    "set_generator",
    "split",
]
