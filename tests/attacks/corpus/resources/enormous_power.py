"""raises a number to an enormous power -> the time limit ends it
seconds: 0.4
"""


def relu(x):
    return 3 ** (1 << 40)
