"""returns subclasses of dict, str and list with lying methods -> no points
on: sandpit
"""


class Pairs(list):
    __eq__ = lambda self, other: True
    __len__ = lambda self: 3
    __iter__ = lambda self: iter([(7, 3), (1, 2), (2, 1)])


class Word(str):
    __eq__ = lambda self, other: True
    __hash__ = str.__hash__


def count(items):
    return Pairs([(Word("x"), Word("y"))])
