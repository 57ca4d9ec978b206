"""Right answers to filter_image."""

import numpy as np


def four_loops(image, kernel):
    """In plain Python."""
    image, kernel = np.asarray(image, dtype=float), np.asarray(kernel, dtype=float)
    rows = image.shape[0] - kernel.shape[0] + 1
    columns = image.shape[1] - kernel.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            for u in range(kernel.shape[0]):
                for v in range(kernel.shape[1]):
                    out[i, j] += image[i + u, j + v] * kernel[u, v]
    return out


def shifted_images(image, kernel):
    """Adds the image, moved, once per number of the kernel."""
    image, kernel = np.asarray(image, dtype=float), np.asarray(kernel, dtype=float)
    height, width = np.subtract(image.shape, kernel.shape) + 1
    return sum(weight * image[u : u + height, v : v + width] for (u, v), weight in np.ndenumerate(kernel))


def around_the_centre(image, kernel):
    """Walks over the centres of the windows, in float32."""
    image, kernel = np.asarray(image, dtype=np.float32), np.asarray(kernel, dtype=np.float32)
    up, left = kernel.shape[0] // 2, kernel.shape[1] // 2
    rows = []
    for i in range(up, image.shape[0] - up):
        row = []
        for j in range(left, image.shape[1] - left):
            window = image[i - up : i + up + 1, j - left : j + left + 1]
            row.append(float(window.ravel() @ kernel.ravel()))
        rows.append(row)
    return np.array(rows)
