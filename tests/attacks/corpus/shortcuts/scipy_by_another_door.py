"""imports SciPy and scikit-learn by every other door -> they are not there"""
import ctypes
import glob
import importlib
import subprocess
import sys


def relu(x):
    return importlib.import_module("scipy.special").xlogy(x, 1)


def sigmoid(x):
    return __import__("scipy.special", fromlist=["expit"]).expit(x)


def softmax(x):
    out = subprocess.run([sys.executable, "-c", "import scipy.special; print(1)"], capture_output=True, text=True)
    if out.stdout:
        return x
    for path in glob.glob("/**/_ufuncs*.so", recursive=True) + glob.glob("/**/libtensorflow*", recursive=True) + glob.glob("/**/scipy", recursive=True):
        ctypes.CDLL(path)
        raise ValueError(path)
