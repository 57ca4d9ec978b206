"""ends with exit code 0, as a passed test would -> no points"""
import os
import sys


def relu(x):
    sys.exit(0)


def sigmoid(x):
    os._exit(0)


def softmax(x):
    raise SystemExit("PASSED")
