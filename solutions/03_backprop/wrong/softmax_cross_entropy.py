"""Wrong answers to `softmax_cross_entropy`."""

import numpy as np

from autograder import misconception


def _log_softmax(logits):
    logits = np.asarray(logits, dtype=float)
    shifted = logits - logits.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def _truth(logits, labels):
    return np.eye(np.shape(logits)[1])[np.asarray(labels)]


@misconception(
    en="You exponentiate the logits as they are: with a logit of 1000 that overflows. Subtract each sample's largest first.",
    es="Tomas la exponencial de los logits tal como vienen: con un logit de 1000 se desborda. Resta antes el mayor de cada muestra.",
)
def without_shift(logits, labels):
    powers = np.exp(np.asarray(logits, dtype=float))
    p = powers / powers.sum(axis=1, keepdims=True)
    truth = _truth(logits, labels)
    return -np.sum(truth * np.log(p)) / len(p), (p - truth) / len(p)


@misconception(
    en="You compute the probability first and then its logarithm: a tiny probability becomes 0 and its logarithm infinite. "
    "Compute the logarithm of the probability directly.",
    es="Calculas primero la probabilidad y después su logaritmo: una probabilidad diminuta se vuelve 0 y su logaritmo, "
    "infinito. Calcula directamente el logaritmo de la probabilidad.",
)
def logarithm_of_zero(logits, labels):
    p = np.exp(_log_softmax(logits))
    rows = np.arange(len(p))
    return -np.log(p[rows, labels]).mean(), (p - _truth(logits, labels)) / len(p)


@misconception(
    en="You add a small number inside the logarithm, or cut the probability from below: the loss of a very confident "
    "mistake comes out far too small.",
    es="Sumas un número pequeño dentro del logaritmo, o cortas la probabilidad por debajo: la pérdida de un error muy "
    "seguro sale demasiado pequeña.",
)
def cuts_the_probability(logits, labels):
    p = np.exp(_log_softmax(logits))
    return -np.log(p[np.arange(len(p)), labels] + 1e-12).mean(), (p - _truth(logits, labels)) / len(p)


@misconception(
    en="The loss is a mean over the batch but its gradient is not: divide the gradient by N as well.",
    es="La pérdida promedia sobre el lote, pero su gradiente no: divide también el gradiente entre N.",
)
def gradient_not_averaged(logits, labels):
    log_p, truth = _log_softmax(logits), _truth(logits, labels)
    return -np.sum(truth * log_p) / len(log_p), np.exp(log_p) - truth


@misconception(
    en="You add up the losses of the samples: the loss of a batch is their mean.",
    es="Sumas las pérdidas de las muestras: la pérdida de un lote es su promedio.",
)
def never_divides(logits, labels):
    log_p, truth = _log_softmax(logits), _truth(logits, labels)
    return -np.sum(truth * log_p), np.exp(log_p) - truth


@misconception(
    en="You also divide by the number of classes: the mean is over the N samples only.",
    es="Divides además entre la cantidad de clases: el promedio es solo sobre las N muestras.",
)
def averages_over_classes(logits, labels):
    log_p, truth = _log_softmax(logits), _truth(logits, labels)
    return -np.mean(truth * log_p), (np.exp(log_p) - truth) / log_p.size


@misconception(
    en="Your softmax adds up over the samples: the probabilities of each row, over its classes, must add up to 1.",
    es="Tu softmax suma sobre las muestras: las probabilidades de cada fila, sobre sus clases, deben sumar 1.",
)
def softmax_over_samples(logits, labels):
    log_p, truth = _log_softmax(np.asarray(logits, dtype=float).T).T, _truth(logits, labels)
    return -np.sum(truth * log_p) / len(log_p), (np.exp(log_p) - truth) / len(log_p)


@misconception(
    en="You subtract 1 at the class with the largest logit: it goes at the right class, the label.",
    es="Restas 1 en la clase del logit mayor: va en la clase correcta, la de la etiqueta.",
)
def blames_the_favourite(logits, labels):
    log_p, truth = _log_softmax(logits), _truth(logits, labels)
    favourite = _truth(logits, log_p.argmax(axis=1))
    return -np.sum(truth * log_p) / len(log_p), (np.exp(log_p) - favourite) / len(log_p)


@misconception(
    en="You subtract the largest logit of the whole batch: subtract each sample's own, or a low sample turns into zeros.",
    es="Restas el mayor logit de todo el lote: resta el de cada muestra, o una muestra baja se vuelve puros ceros.",
)
def shift_of_the_batch(logits, labels):
    logits = np.asarray(logits, dtype=float)
    shifted = logits - logits.max()
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    truth = _truth(logits, labels)
    return -np.sum(truth * log_p) / len(log_p), (np.exp(log_p) - truth) / len(log_p)


@misconception(
    en="Only the right class gets a gradient in your answer: each wrong class is blamed too, for the probability it took.",
    es="En tu respuesta solo la clase correcta recibe gradiente: cada clase incorrecta también carga con su probabilidad.",
)
def only_the_right_class(logits, labels):
    log_p, truth = _log_softmax(logits), _truth(logits, labels)
    return -np.sum(truth * log_p) / len(log_p), (np.exp(log_p) - truth) * truth / len(log_p)


@misconception(
    en="You subtract 1 in every row at the classes of all the labels: in each row, only at its own label.",
    es="Restas 1 en todas las filas en las clases de todas las etiquetas: en cada fila, solo en su propia etiqueta.",
)
def every_label_in_every_row(logits, labels):
    log_p, truth = _log_softmax(logits), _truth(logits, labels)
    dlogits = np.exp(log_p)
    dlogits[:, np.asarray(labels)] -= 1
    return -np.sum(truth * log_p) / len(log_p), dlogits / len(log_p)


@misconception(
    en="Your gradient has the opposite sign: it is probability minus truth, not truth minus probability.",
    es="Tu gradiente tiene el signo contrario: es probabilidad menos verdad, no verdad menos probabilidad.",
)
def opposite_sign(logits, labels):
    log_p, truth = _log_softmax(logits), _truth(logits, labels)
    return -np.sum(truth * log_p) / len(log_p), (truth - np.exp(log_p)) / len(log_p)
