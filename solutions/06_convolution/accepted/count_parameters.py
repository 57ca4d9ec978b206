"""Right answers to count_parameters."""

import numpy as np


def per_filter(kernel, channels, filters):
    """The numbers of one filter, times the filters."""
    return filters * (channels * kernel**2 + 1)


def builds_the_arrays(kernel, channels, filters):
    """Makes the layer and looks at it; a numpy integer."""
    W, b = np.zeros((kernel, kernel, channels, filters)), np.zeros(filters)
    return np.int64(W.size + b.size)
