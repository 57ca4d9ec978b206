"""returns an iterator without end, and lengths and counts beyond measure -> no points, no memory
on: sandpit
seconds: 0.4
"""
import itertools


class Long:
    def __len__(self):
        return (1 << 62) - 1

    def __getitem__(self, key):
        return self


def draw(rng, n):
    return Long()


def count(items):
    if len(items) == 6:
        return [(7, 10**60), (1, 1), (2, 1)]
    return Long() if len(items) == 2 else ((k, 1) for k in itertools.count())
