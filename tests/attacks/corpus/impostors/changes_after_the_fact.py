"""returns memory that a thread goes on changing until it fits -> what was sent is what counts: no points"""
import threading

import numpy as np

memory = np.zeros(1000)


def churn():
    while True:
        memory[:] = np.random.normal(size=1000)


threading.Thread(target=churn, daemon=True).start()


def relu(x):
    return memory[: np.size(x)].reshape(np.shape(x))
