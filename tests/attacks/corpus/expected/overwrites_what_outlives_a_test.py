"""overwrites arrays that the tests share with the next submission -> no points, and the neighbours' tests stay right
on: sandpit
"""


def centre(x):
    x[...] = 0
    return x


def count(items):
    items[:] = [9] * 50
    return [(9, 50)]
