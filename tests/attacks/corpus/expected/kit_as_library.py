"""imports the grader and asks it for the assignment and its reference answer -> no points"""
from pathlib import Path


def relu(x):
    from autograder import assignment

    for root in ("/", "/kit", "/work", "..", "../..", "solutions"):
        for folder in Path(root).glob("**/02_activations"):
            names = {}
            exec("\n".join(assignment.load(folder).program()), names)
            return names["relu"](x)
    return x
