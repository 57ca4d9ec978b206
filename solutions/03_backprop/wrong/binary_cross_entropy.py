"""Wrong answers to `binary_cross_entropy`."""

import numpy as np

from autograder import misconception


def _both(logits, y):
    logits, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.logaddexp(0, logits) - y * logits, 0.5 + 0.5 * np.tanh(logits / 2), y


@misconception(
    en="You compute the sigmoid and then its logarithms: at logits of 1000 they overflow or become infinite.",
    es="Calculas la sigmoide y después sus logaritmos: con logits de 1000 se desbordan o se vuelven infinitos.",
)
def logarithm_of_the_sigmoid(logits, y):
    logits, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-logits))
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / len(p), (p - y) / len(p)


@misconception(
    en="You cut the probabilities away from 0 and 1: the loss of a very confident mistake comes out far too small.",
    es="Cortas las probabilidades para alejarlas de 0 y de 1: la pérdida de un error muy seguro sale demasiado pequeña.",
)
def cuts_the_probability(logits, y):
    _, p, y = _both(logits, y)
    inside = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.sum(y * np.log(inside) + (1 - y) * np.log(1 - inside)) / len(p), (p - y) / len(p)


@misconception(
    en="Your loss is stable but the sigmoid in your gradient overflows at large negative logits.",
    es="Tu pérdida es estable, pero la sigmoide de tu gradiente se desborda con logits muy negativos.",
)
def unstable_sigmoid(logits, y):
    losses, _, y = _both(logits, y)
    p = 1 / (1 + np.exp(-np.asarray(logits, dtype=float)))
    return losses.sum() / len(p), (p - y) / len(p)


@misconception(
    en='You use only the term of "yes": when the truth is "no" there is a loss as well.',
    es="Usas solo el término del «sí»: cuando la verdad es «no» también hay pérdida.",
)
def only_the_yes_term(logits, y):
    logits, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    _, p, y = _both(logits, y)
    return np.sum(y * np.logaddexp(0, -logits)) / len(p), (p - 1) * y / len(p)


@misconception(
    en="You take the mean over the questions too: sum over the K questions, mean over the N samples only.",
    es="Promedias también sobre las preguntas: suma sobre las K preguntas y promedia solo sobre las N muestras.",
)
def averages_over_questions(logits, y):
    losses, p, y = _both(logits, y)
    return losses.mean(), (p - y) / p.size


@misconception(
    en="The loss is a mean over the batch but its gradient is not: divide the gradient by N as well.",
    es="La pérdida promedia sobre el lote, pero su gradiente no: divide también el gradiente entre N.",
)
def gradient_not_averaged(logits, y):
    losses, p, y = _both(logits, y)
    return losses.sum() / len(p), p - y


@misconception(
    en="You multiply by the slope of the sigmoid once more: in this loss it cancels out, and what is left is p - y.",
    es="Multiplicas una vez más por la pendiente de la sigmoide: en esta pérdida se cancela, y lo que queda es p - y.",
)
def slope_once_more(logits, y):
    losses, p, y = _both(logits, y)
    return losses.sum() / len(p), (p - y) * p * (1 - p) / len(p)


@misconception(
    en="Your gradient has the opposite sign: it is probability minus truth.",
    es="Tu gradiente tiene el signo contrario: es probabilidad menos verdad.",
)
def opposite_sign(logits, y):
    losses, p, y = _both(logits, y)
    return losses.sum() / len(p), (y - p) / len(p)


@misconception(
    en="You round the truth to 0 or 1: y may also be in between, and then it counts as it is.",
    es="Redondeas la verdad a 0 o 1: y también puede estar en medio, y entonces cuenta como es.",
)
def rounds_the_truth(logits, y):
    losses, p, y = _both(logits, np.asarray(y, dtype=float) > 0.4)
    return losses.sum() / len(p), (p - y) / len(p)


@misconception(
    en="You treat the logits as if they were probabilities: they have to go through the sigmoid first.",
    es="Tratas los logits como si ya fueran probabilidades: primero tienen que pasar por la sigmoide.",
)
def logits_as_probabilities(logits, y):
    p, y = np.clip(np.asarray(logits, dtype=float), 1e-7, 1 - 1e-7), np.asarray(y, dtype=float)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / len(p), (p - y) / (p * (1 - p)) / len(p)


@misconception(
    en="You make the questions of a sample compete, as softmax does: each one has a sigmoid of its own.",
    es="Haces competir a las preguntas de una muestra, como softmax: cada una tiene su propia sigmoide.",
)
def questions_compete(logits, y):
    logits, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    log_p = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
    return -np.sum(y * log_p) / len(y), (np.exp(log_p) * y.sum(axis=1, keepdims=True) - y) / len(y)
