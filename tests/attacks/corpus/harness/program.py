"""replaces the function that runs cells, and the clock that bounds them -> no points, and the grader's own limit holds"""
import contextlib
import sys

program, clock = sys.modules["autograder.child.program"], sys.modules["autograder.child.clock"]
program.run = lambda *args: []
clock.limit = contextlib.nullcontext


# %%
def relu(x):
    return x
