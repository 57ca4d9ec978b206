"""defines classes and modules under the names of the questions -> no points"""
import sys


class relu:
    def __init__(self, x):
        self.x = x

    def __array__(self, *args, **kwargs):
        return self.x


sigmoid = sys
softmax = type("softmax", (float,), {"__new__": lambda cls, x: float.__new__(cls, 0.0)})
tanh_backward = 7
relu_backward = lambda *args, **kwargs: relu
