"""Other right ways to write alexnet_parameters."""

from __future__ import annotations

import numpy as np


def inputs_per_unit(grouped):
    """A unit has one weight per number it sees, and one bias; the counts are numpy's integers."""
    seen = {"conv1": 363, "conv2": 2400, "conv3": 2304, "conv4": 3456, "conv5": 3456, "fc6": 9216, "fc7": 4096, "fc8": 4096}
    units = np.array([96, 256, 384, 384, 256, 4096, 4096, 1000])
    halves = {"conv2", "conv4", "conv5"} if grouped else set()
    return {
        name: count * (inputs // 2 + 1 if name in halves else inputs + 1)
        for (name, inputs), count in zip(seen.items(), units)
    }


def two_halves_added(grouped):
    """A grouped layer is two small layers side by side."""

    def conv(size, channels, filters, split):
        parts = 2 if split and grouped else 1
        return sum(size**2 * (channels // parts) * (filters // parts) + filters // parts for _ in range(parts))

    counts = {}
    channels = 3
    for number, (size, filters, split) in enumerate(
        [(11, 96, False), (5, 256, True), (3, 384, False), (3, 384, True), (3, 256, True)], 1
    ):
        counts[f"conv{number}"] = conv(size, channels, filters, split)
        channels = filters
    numbers = dict(alexnet_shapes(227))["pool5"]
    counts["fc6"] = numbers[0] * numbers[1] * numbers[2] * 4096 + 4096
    return {**counts, "fc7": 4097 * 4096, "fc8": 4097 * 1000}


def backwards(grouped):
    """The order of the keys means nothing."""
    counts = {"fc8": 4_097_000, "fc7": 16_781_312, "fc6": 37_752_832, "conv5": 884_992, "conv4": 1_327_488}
    counts |= {"conv3": 885_120, "conv2": 614_656, "conv1": 34_944}
    for name, weights in (("conv5", 884_736), ("conv4", 1_327_104), ("conv2", 614_400)):
        counts[name] -= weights // 2 * bool(grouped)
    return counts
