"""raises KeyboardInterrupt, GeneratorExit and the clock's own Expired -> no points"""
import sys


def relu(x):
    raise KeyboardInterrupt


def sigmoid(x):
    raise GeneratorExit


def softmax(x):
    raise sys.modules["autograder.child.clock"].Expired
