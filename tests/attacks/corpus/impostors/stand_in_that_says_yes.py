"""returns an object with every attribute and method a test might ask for -> no points
on: sandpit
"""


class Anything:
    def __getattr__(self, name):
        return self

    __call__ = lambda self, *args, **kwargs: self
    __getitem__ = lambda self, key: self
    __len__ = lambda self: 3
    __iter__ = lambda self: iter([self, self, self])


def descend(gradient, w, steps):
    return Anything()


def centre(x):
    return Anything()


def count(items):
    return Anything()
