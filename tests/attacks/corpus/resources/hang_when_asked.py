"""hangs when it is looked at: in a length, an item, an attribute, the end of its life -> the time limit ends it
on: sandpit
seconds: 0.4
"""


class Tar:
    def __len__(self):
        while True:
            pass

    __getitem__ = __getattr__ = __iter__ = __del__ = lambda self, *args: len(self)


def count(items):
    return Tar()


def centre(x):
    return Tar()
