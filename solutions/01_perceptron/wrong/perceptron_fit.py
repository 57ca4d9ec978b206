import numpy as np

from autograder import misconception


def _start(X):
    X = np.array(X, dtype=float)
    return X, np.zeros(X.shape[1]), 0.0, []


def _epoch(X, y, w, b, lr):
    mistakes = 0
    for x, label in zip(X, y):
        mistakes += int(perceptron_predict(x[None], w, b)[0] != label)
        w, b = perceptron_update(w, b, x, label, lr)
    return w, b, mistakes


@misconception(
    en="You never stop: after the first epoch without a mistake there is nothing left to learn.",
    es="Nunca te detienes: tras la primera época sin errores no queda nada que aprender.",
)
def never_stops(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    for _ in range(epochs):
        w, b, mistakes = _epoch(X, y, w, b, lr)
        errors.append(mistakes)
    return w, b, errors


@misconception(
    en="You leave out the last 0. The epoch without a mistake was also run: its count belongs in the list.",
    es="Omites el último 0. La época sin errores también se hizo: su cuenta va en la lista.",
)
def leaves_out_the_zero(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    for _ in range(epochs):
        w, b, mistakes = _epoch(X, y, w, b, lr)
        if mistakes == 0:
            break
        errors.append(mistakes)
    return w, b, errors


@misconception(
    en="You count the mistakes at the end of the epoch, with the final weights. Count them while you learn.",
    es="Cuentas los errores al final de la época, con los pesos finales. Cuéntalos mientras aprende.",
)
def counts_afterwards(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    for _ in range(epochs):
        w, b, _ = _epoch(X, y, w, b, lr)
        errors.append(int(np.sum(perceptron_predict(X, w, b) != np.asarray(y))))
        if errors[-1] == 0:
            break
    return w, b, errors


@misconception(
    en="You never set the count back to zero, so each item holds all the mistakes so far. Count each epoch on its own.",
    es="Nunca devuelves la cuenta a cero, y cada elemento tiene todos los errores hasta ahí. Cuenta cada época por separado.",
)
def never_resets_the_count(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    total = 0
    for _ in range(epochs):
        w, b, mistakes = _epoch(X, y, w, b, lr)
        total += mistakes
        errors.append(total)
        if mistakes == 0:
            break
    return w, b, errors


@misconception(
    en="You sum the errors with their sign: a +1 and a -1 cancel, and you declare success with two mistakes.",
    es="Sumas los errores con su signo: un +1 y un -1 se anulan, y declaras éxito con dos errores.",
)
def signed_errors_cancel(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    for _ in range(epochs):
        total = 0.0
        for x, label in zip(X, y):
            total += label - perceptron_predict(x[None], w, b)[0]
            w, b = perceptron_update(w, b, x, label, lr)
        errors.append(int(total))
        if total == 0:
            break
    return w, b, errors


@misconception(
    en="You predict the whole epoch first and correct at the end. Correct after each sample, before you look at the next.",
    es="Predices toda la época primero y corriges al final. Corrige tras cada muestra, antes de mirar la siguiente.",
)
def corrects_at_the_end(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    y = np.asarray(y, dtype=float)
    for _ in range(epochs):
        error = y - perceptron_predict(X, w, b)
        w, b = w + lr * error @ X, float(b + lr * error.sum())
        errors.append(int(np.abs(error).sum()))
        if errors[-1] == 0:
            break
    return w, b, errors


@misconception(
    en="You start the weights at ones. Here they start at zero, and so does the bias.",
    es="Empiezas los pesos en uno. Aquí empiezan en cero, y el sesgo también.",
)
def starts_at_ones(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    w = w + 1.0
    for _ in range(epochs):
        w, b, mistakes = _epoch(X, y, w, b, lr)
        errors.append(mistakes)
        if mistakes == 0:
            break
    return w, b, errors


@misconception(
    en="You start at small random weights. Here they start at zero, so that the answer is always the same.",
    es="Empiezas con pesos pequeños al azar. Aquí empiezan en cero, para que la respuesta sea siempre la misma.",
)
def starts_at_random(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    w = np.random.default_rng(0).normal(0.0, 0.1, w.shape)
    for _ in range(epochs):
        w, b, mistakes = _epoch(X, y, w, b, lr)
        errors.append(mistakes)
        if mistakes == 0:
            break
    return w, b, errors


@misconception(
    en="You start again from zero in each epoch. Each one goes on from where the last one ended.",
    es="Empiezas de nuevo en cero en cada época. Cada una sigue desde donde terminó la anterior.",
)
def forgets_between_epochs(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    for _ in range(epochs):
        w, b, mistakes = _epoch(X, y, np.zeros(X.shape[1]), 0.0, lr)
        errors.append(mistakes)
        if mistakes == 0:
            break
    return w, b, errors


@misconception(
    en="You shuffle the samples. Here they are taken in the order given, in every epoch.",
    es="Barajas las muestras. Aquí se toman en el orden dado, en todas las épocas.",
)
def shuffles(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    rng = np.random.default_rng(0)
    for _ in range(epochs):
        order = rng.permutation(len(X))
        w, b, mistakes = _epoch(X[order], np.asarray(y)[order], w, b, lr)
        errors.append(mistakes)
        if mistakes == 0:
            break
    return w, b, errors


@misconception(
    en="You end an epoch at its first mistake. An epoch visits all the samples.",
    es="Terminas la época en su primer error. Una época recorre todas las muestras.",
)
def stops_at_the_first_mistake(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    for _ in range(epochs):
        mistakes = 0
        for x, label in zip(X, y):
            if perceptron_predict(x[None], w, b)[0] != label:
                w, b = perceptron_update(w, b, x, label, lr)
                mistakes += 1
                break
        errors.append(mistakes)
        if mistakes == 0:
            break
    return w, b, errors


@misconception(
    en="You return the best weights you saw. Return the last ones: where the learning really ended.",
    es="Devuelves los mejores pesos que viste. Devuelve los últimos: donde terminó de verdad el aprendizaje.",
)
def returns_the_best(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    best = (len(X) + 1, w, b)
    for _ in range(epochs):
        w, b, mistakes = _epoch(X, y, w, b, lr)
        errors.append(mistakes)
        best = min(best, (mistakes, w, b), key=lambda kept: kept[0])
        if mistakes == 0:
            break
    return best[1], best[2], errors


@misconception(
    en="You return the share of mistakes. The list holds counts: how many mistakes in each epoch.",
    es="Devuelves la proporción de errores. La lista tiene cuentas: cuántos errores hubo en cada época.",
)
def shares_instead_of_counts(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    for _ in range(epochs):
        w, b, mistakes = _epoch(X, y, w, b, lr)
        errors.append(mistakes / len(X))
        if mistakes == 0:
            break
    return w, b, errors


@misconception(
    en="Your `return` is inside the loop, so only one epoch is run.",
    es="Tu `return` está dentro del bucle, así que solo se hace una época.",
)
def returns_inside_the_loop(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    for _ in range(epochs):
        w, b, mistakes = _epoch(X, y, w, b, lr)
        errors.append(mistakes)
        return w, b, errors
    return w, b, errors


@misconception(
    en="You correct the weights and drop the new bias, so the line always passes through the origin.",
    es="Corriges los pesos y descartas el sesgo nuevo, así que la recta siempre pasa por el origen.",
)
def drops_the_bias(X, y, lr, epochs):
    X, w, b, errors = _start(X)
    for _ in range(epochs):
        mistakes = 0
        for x, label in zip(X, y):
            mistakes += int(perceptron_predict(x[None], w, b)[0] != label)
            w = perceptron_update(w, b, x, label, lr)[0]
        errors.append(mistakes)
        if mistakes == 0:
            break
    return w, b, errors
