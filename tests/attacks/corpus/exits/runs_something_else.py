"""replaces itself by another program that holds the socket -> no points"""
import os
import sys


def relu(x):
    os.execv("/bin/sh", ["sh", "-c", "while :; do echo R >&3; done"])


def sigmoid(x):
    import subprocess

    return subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True).stdout
