"""returns values that are too deep, too wide or endless to send -> they are no data: no points"""
import itertools


def relu(x):
    nest = []
    for _ in range(100_000):
        nest = [nest]
    return nest


def sigmoid(x):
    nest = []
    nest.append(nest)
    return nest


def softmax(x):
    return list(range(1_000_000))


def tanh_backward(dout, x):
    return itertools.count()


def sigmoid_backward(dout, x):
    return 1 << 10_000_000


def softmax_backward(dout, x):
    return "x" * 10_000_000
