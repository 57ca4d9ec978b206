"""Right answers to output_size."""


def counts_the_starts(n, kernel, stride, pad):
    """Counts them, instead of dividing."""
    starts = range(0, n + 2 * pad - kernel + 1, stride)
    if not starts:
        raise ValueError("no window fits")
    return len(starts)


def walks(n, kernel, stride, pad):
    """Moves the window until it falls off."""
    if kernel > n + 2 * pad:
        raise ValueError(kernel)
    start, places = -pad, 0
    while start + kernel <= n + pad:
        places += 1
        start += stride
    return places


def rounds_a_quotient(n, kernel, stride, pad):
    """With a float on the way."""
    import math

    if n + 2 * pad < kernel:
        raise ValueError
    return 1 + math.floor((n - kernel + 2 * pad) / stride)


def rounds_up_the_starts(n, kernel, stride, pad):
    """The number of starts at stride 1, divided by the stride and rounded up."""
    starts = n + 2 * pad - kernel + 1
    if starts <= 0:
        raise ValueError(f"{kernel} > {n} + 2 * {pad}")
    return -(-starts // stride)
