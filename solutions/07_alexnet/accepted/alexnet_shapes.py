"""Other right ways to write alexnet_shapes."""

from __future__ import annotations

import numpy as np


def step_by_step(input_size):
    """Each size by name, as on paper."""

    def pool(side):
        return (side - 3) // 2 + 1

    first = (input_size - 11) // 4 + 1
    second = pool(first)
    third = pool(second)
    last = pool(third)
    return [
        ("conv1", (first, first, 96)),
        ("pool1", (second, second, 96)),
        ("conv2", (second, second, 256)),
        ("pool2", (third, third, 256)),
        ("conv3", (third, third, 384)),
        ("conv4", (third, third, 384)),
        ("conv5", (third, third, 256)),
        ("pool5", (last, last, 256)),
        ("fc6", (4096,)),
        ("fc7", (4096,)),
        ("fc8", (1000,)),
    ]


def from_a_table(input_size):
    """Lists instead of tuples, numpy's whole numbers, and np.floor."""
    table = "conv1 11 4 0 96,pool1 3 2 0 96,conv2 5 1 2 256,pool2 3 2 0 256,conv3 3 1 1 384,conv4 3 1 1 384,conv5 3 1 1 256,pool5 3 2 0 256"
    found, side = [], input_size
    for row in table.split(","):
        name, *numbers = row.split()
        window, stride, border, channels = np.array(numbers, dtype=int)
        side = np.int64(np.floor((side + 2 * border - window) / stride) + 1)
        found.append([name, [side, side, channels]])
    return found + [[name, [units]] for name, units in (("fc6", 4096), ("fc7", 4096), ("fc8", 1000))]


def as_a_dict_first(input_size):
    """A dict keeps the order in which it was filled."""
    shapes = {}
    n = 1 + int((input_size - 11) / 4)
    shapes["conv1"] = n, n, 96
    for after, filters in ((1, 96), (2, 256), (5, 256)):
        n = int((n - 1) / 2)
        shapes[f"pool{after}"] = n, n, filters
        for number, out in {1: [(2, 256)], 2: [(3, 384), (4, 384), (5, 256)], 5: []}[after]:
            shapes[f"conv{number}"] = n, n, out
    for number, units in enumerate((4096, 4096, 1000), 6):
        shapes[f"fc{number}"] = (units,)
    return list(shapes.items())
