"""writes without end to standard output, to standard error and to a file -> the time and size limits end it
seconds: 0.5
"""
import sys


def relu(x):
    with open("x", "w") as file:
        while True:
            print("x" * 100_000)
            print("x" * 100_000, file=sys.stderr)
            file.write("x" * 100_000)
            file.flush()
