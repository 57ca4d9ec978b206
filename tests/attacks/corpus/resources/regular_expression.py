"""matches a regular expression that takes longer than the sun will burn -> the time limit ends it
seconds: 0.4
"""
import re


def relu(x):
    re.match(r"(a|aa)+$", "a" * 80 + "b")
    return x
