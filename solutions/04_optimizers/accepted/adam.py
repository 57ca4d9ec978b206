from dataclasses import dataclass, replace
from typing import Any

import numpy as np


def with_a_dictionary(w, dw, state, lr, beta1, beta2, eps):
    w, dw = np.asarray(w, dtype=float), np.asarray(dw, dtype=float)
    state = dict(state) if state else {"m": np.zeros_like(w), "v": np.zeros_like(w), "t": 0}
    state["t"] += 1
    state["m"] = beta1 * state["m"] + (1 - beta1) * dw
    state["v"] = beta2 * state["v"] + (1 - beta2) * np.power(dw, 2)
    up = state["m"] / (1 - beta1 ** state["t"])
    down = np.sqrt(state["v"] / (1 - np.power(beta2, state["t"]))) + eps
    return w - lr * up / down, state


def corrects_the_rate(w, dw, state, lr, beta1, beta2, eps):
    """The efficient form of the paper: the correction goes into the rate and, as it must, into eps."""
    m, v, power1, power2 = state or (0.0, 0.0, 1.0, 1.0)
    dw = np.asarray(dw, dtype=float)
    power1, power2 = power1 * beta1, power2 * beta2
    m, v = m + (1 - beta1) * (dw - m), v + (1 - beta2) * (dw**2 - v)
    root = np.sqrt(1 - power2)
    rate = lr * root / (1 - power1)
    return np.asarray(w, dtype=float) - rate * m / (np.sqrt(v) + eps * root), (m, v, power1, power2)


def keeps_all_gradients(w, dw, state, lr, beta1, beta2, eps):
    """Weighted means over the whole history, whose weights add up to 1: no correction is needed."""
    history = [*(state or []), np.asarray(dw, dtype=float)]
    ages = np.arange(len(history))[::-1]

    def mean(keep, values):
        return np.average(np.array(values), axis=0, weights=float(keep) ** ages)

    step = mean(beta1, history) / (np.sqrt(mean(beta2, [g * g for g in history])) + eps)
    return np.subtract(w, lr * step), history


def with_a_dataclass(w, dw, state, lr, beta1, beta2, eps):
    @dataclass(frozen=True)
    class Memory:
        m: Any = 0.0
        v: Any = 0.0
        t: int = 1

    s = Memory() if state is None else state
    g = np.asarray(dw, dtype=float)
    s = replace(s, m=beta1 * s.m + (1 - beta1) * g, v=beta2 * s.v + (1 - beta2) * g * g)
    step = s.m / (1 - beta1**s.t) / ((s.v / (1 - beta2**s.t)) ** 0.5 + eps)
    return np.asarray(w, dtype=float) - lr * step, replace(s, t=s.t + 1)
