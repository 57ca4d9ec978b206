"""changes numpy's and Python's modules in place -> the next submission has fresh ones"""
import builtins
import sys

import numpy as np

np.maximum = np.exp = np.where = None
np.ndarray = list
builtins.open = builtins.print = builtins.__import__ = None
sys.modules.clear()
