"""returns an object whose every operator says yes -> it is no number: no points"""


class Agreeable:
    shape, dtype, ndim, size = (), float, 0, 1

    def __eq__(self, other):
        return True

    __ne__ = lambda self, other: False
    __le__ = __ge__ = __lt__ = __gt__ = __contains__ = __eq__
    __sub__ = __rsub__ = __add__ = __mul__ = __abs__ = __getitem__ = lambda self, *other: 0.0
    __bool__ = lambda self: True
    __float__ = lambda self: 0.0
    __int__ = __index__ = __len__ = lambda self: 0
    __iter__ = lambda self: iter(())
    __hash__ = lambda self: 0


def relu(x):
    return Agreeable()
