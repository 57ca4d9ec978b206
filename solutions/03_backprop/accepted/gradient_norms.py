"""Other right answers to `gradient_norms`."""

import numpy as np


def slopes_on_the_way_out(params, x, labels, activation):
    """Keeps the slopes while going forward; no other answer is used; returns an array."""
    h, inputs, slopes = np.array(x, dtype=float), [], []
    for k, (W, b) in enumerate(params):
        inputs.append(h)
        z = h @ np.asarray(W) + np.asarray(b)
        if k == len(params) - 1:
            break
        if activation == "relu":
            h, s = np.clip(z, 0, None), np.heaviside(z, 0)
        elif activation == "tanh":
            h, s = np.tanh(z), 1 / np.cosh(np.clip(z, -300, 300)) ** 2
        else:
            with np.errstate(over="ignore"):
                h = 1 / (1 + np.exp(-z))
            s = h * (1 - h)
        slopes.append(s)
    blame = np.exp(z - z.max(axis=1, keepdims=True))
    blame /= blame.sum(axis=1, keepdims=True)
    blame[np.arange(len(z)), labels] -= 1
    blame /= len(z)
    norms = np.zeros(len(params))
    for k in range(len(params))[::-1]:
        norms[k] = np.linalg.norm(np.tensordot(inputs[k], blame, axes=(0, 0)), "fro")
        if k:
            blame = (blame @ np.transpose(params[k][0])) * slopes[k - 1]
    return norms


def relu_through_the_network(params, x, labels, activation):
    """ReLU with the network's own functions; the others with a list of layers that grows from the front."""
    if activation == "relu":
        logits, cache = mlp_forward(x, params)
        grads = mlp_backward(softmax_cross_entropy(logits, labels)[1], cache)
        return tuple(np.sqrt((dW * dW).sum()) for dW, _ in grads)
    tanh = activation == "tanh"
    hs = [np.asarray(x, dtype=float)]
    for W, b in params[:-1]:
        z = hs[-1] @ np.asarray(W) + b
        hs.append(np.tanh(z) if tanh else 0.5 * np.tanh(0.5 * z) + 0.5)
    blame = softmax_cross_entropy(hs[-1] @ np.asarray(params[-1][0]) + params[-1][1], labels)[1]
    norms = []
    for h, (W, _) in zip(hs[::-1], params[::-1]):
        norms.insert(0, float(np.linalg.norm(h.T @ blame)))
        blame = blame @ np.asarray(W).T * ((1 + h) * (1 - h) if tanh else h - h * h)
    return norms
