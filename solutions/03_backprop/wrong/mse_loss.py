"""Wrong answers to `mse_loss`."""

import numpy as np

from autograder import misconception


@misconception(
    en="You take the mean over all the numbers: divide by the number of samples N only, not by N times the outputs.",
    es="Promedias sobre todos los números: divide solo entre la cantidad de muestras N, no entre N por las salidas.",
)
def averages_over_outputs(pred, y):
    error = np.asarray(pred, dtype=float) - np.asarray(y, dtype=float)
    return np.mean(error**2), 2 * error / error.size


@misconception(
    en="You put a ½ in front of the loss, as other books do; the formula here has none.",
    es="Pones un ½ delante de la pérdida, como otros libros; la fórmula de aquí no lo lleva.",
)
def halves(pred, y):
    error = np.asarray(pred, dtype=float) - np.asarray(y, dtype=float)
    return np.sum(error**2) / 2 / len(error), error / len(error)


@misconception(
    en="Your gradient lacks the factor 2 that comes from the derivative of the square.",
    es="A tu gradiente le falta el factor 2 que sale de derivar el cuadrado.",
)
def gradient_without_two(pred, y):
    error = np.asarray(pred, dtype=float) - np.asarray(y, dtype=float)
    return np.sum(error**2) / len(error), error / len(error)


@misconception(
    en="The loss is a mean over the batch but its gradient is not: the gradient carries the same 1/N.",
    es="La pérdida promedia sobre el lote, pero su gradiente no: el gradiente lleva el mismo 1/N.",
)
def gradient_not_averaged(pred, y):
    error = np.asarray(pred, dtype=float) - np.asarray(y, dtype=float)
    return np.sum(error**2) / len(error), 2 * error


@misconception(
    en="You add up the whole batch and never divide by N: a larger batch would mean a larger loss.",
    es="Sumas todo el lote y nunca divides entre N: con un lote más grande la pérdida sería mayor.",
)
def never_divides(pred, y):
    error = np.asarray(pred, dtype=float) - np.asarray(y, dtype=float)
    return np.sum(error**2), 2 * error


@misconception(
    en="Your gradient has the opposite sign: where the prediction is too large, the loss grows with it.",
    es="Tu gradiente tiene el signo contrario: donde la predicción es demasiado grande, la pérdida crece con ella.",
)
def opposite_sign(pred, y):
    error = np.asarray(y, dtype=float) - np.asarray(pred, dtype=float)
    return np.sum(error**2) / len(error), 2 * error / len(error)


@misconception(
    en="You take the square root of the loss: that is the root mean square, another function with another gradient.",
    es="Sacas la raíz cuadrada de la pérdida: esa es la raíz del error cuadrático, otra función con otro gradiente.",
)
def takes_root(pred, y):
    error = np.asarray(pred, dtype=float) - np.asarray(y, dtype=float)
    loss = np.sqrt(np.sum(error**2) / len(error))
    return loss, error / len(error) / max(loss, 1e-12)


@misconception(
    en="You use the absolute value of the errors instead of their squares.",
    es="Usas el valor absoluto de los errores en lugar de sus cuadrados.",
)
def absolute_errors(pred, y):
    error = np.asarray(pred, dtype=float) - np.asarray(y, dtype=float)
    return np.sum(np.abs(error)) / len(error), np.sign(error) / len(error)


@misconception(
    en="You return one loss per sample: the loss is one number for the whole batch, the mean of them.",
    es="Devuelves una pérdida por muestra: la pérdida es un solo número para todo el lote, el promedio de ellas.",
)
def one_loss_per_sample(pred, y):
    error = np.asarray(pred, dtype=float) - np.asarray(y, dtype=float)
    return np.sum(error**2, axis=1), 2 * error / len(error)
