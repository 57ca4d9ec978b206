"""recurses without end in Python and in C -> it costs its own question
seconds: 0.5
"""
import sys


def relu(x):
    return relu(x)


def sigmoid(x):
    sys.setrecursionlimit(1 << 30)
    return sigmoid(x)


def softmax(x):
    nest = []
    for _ in range(1_000_000):
        nest = [nest]
    return repr(nest)


def tanh_backward(dout, x):
    sys.setrecursionlimit(1 << 30)
    return eval("(" * 100_000 + ")" * 100_000)
