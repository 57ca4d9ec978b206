"""How large and how deep a message may be."""

MAX_HEADER = 8 << 20  # bytes
MAX_PAYLOAD = 256 << 20  # bytes
MAX_DEPTH = 16
MAX_NODES = 200_000
MAX_TEXT = 1 << 16  # characters of one string
MAX_KEYS = 10_000  # of one dict: keys can be made to collide, so that n of them cost n²
MAX_INT = 1 << 53  # of an integer written as a number: what every reader of JSON holds exactly
MAX_DIGITS = 80  # of a long integer: a generator's state has 39
MAX_DIMENSIONS = 16
