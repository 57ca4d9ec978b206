import numpy as np

from autograder import misconception


def _cut(X, y, order, batch_size):
    return [(X[order[i : i + batch_size]], y[order[i : i + batch_size]]) for i in range(0, len(order), batch_size)]


@misconception(
    en="You throw away the last batch when it is short. Its samples also want to be learned.",
    es="Descartas el último minilote cuando es más corto. Sus muestras también cuentan.",
)
def drops_the_last(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(X))
    return _cut(X, y, order[: len(X) // batch_size * batch_size], batch_size)


@misconception(
    en="You shuffle samples and labels separately, so each sample gets the label of another.",
    es="Barajas muestras y etiquetas por separado, y cada muestra queda con la etiqueta de otra.",
)
def two_shuffles(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    return _cut(X[rng.permutation(len(X))], y[rng.permutation(len(y))], np.arange(len(X)), batch_size)


@misconception(
    en="You do not shuffle. Sorted data would give batches with one class only.",
    es="No barajas. Unos datos ordenados darían minilotes de una sola clase.",
)
def no_shuffle(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    return _cut(X, y, np.arange(len(X)), batch_size)


@misconception(
    en="You cut first and shuffle the batches: the samples inside keep their old neighbours for ever.",
    es="Primero cortas y luego barajas los minilotes: las muestras conservan para siempre a sus vecinas.",
)
def shuffles_the_batches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    batches = _cut(X, y, np.arange(len(X)), batch_size)
    whole, rest = batches[: len(X) // batch_size], batches[len(X) // batch_size :]
    return [whole[i] for i in rng.permutation(len(whole))] + rest


@misconception(
    en="You shuffle inside each batch only: a batch always holds the same samples.",
    es="Solo barajas dentro de cada minilote: un minilote siempre tiene las mismas muestras.",
)
def shuffles_inside(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    cuts = range(batch_size, len(X), batch_size)
    return [(X[rows], y[rows]) for rows in map(rng.permutation, np.split(np.arange(len(X)), cuts))]


@misconception(
    en="You draw each batch afresh, with repetition: some samples appear twice and others never.",
    es="Sacas cada minilote de nuevo, con repetición: algunas muestras salen dos veces y otras nunca.",
)
def draws_with_repetition(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    return _cut(X, y, rng.integers(0, len(X), len(X)), batch_size)


@misconception(
    en="You make a generator of your own with a fixed seed, so all epochs are alike. Use the one you receive.",
    es="Creas tu propio generador con una semilla fija, y todas las épocas son iguales. Usa el que recibes.",
)
def own_seed(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    return _cut(X, y, np.random.default_rng(0).permutation(len(X)), batch_size)


@misconception(
    en="You use numpy's global generator, so nobody can repeat the experiment. Use the one you receive.",
    es="Usas el generador global de numpy, y nadie puede repetir el experimento. Usa el que recibes.",
)
def global_generator(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    return _cut(X, y, np.random.permutation(len(X)), batch_size)


@misconception(
    en="When N is a multiple of the batch size you add an empty batch at the end. Its mean would be 0 / 0.",
    es="Cuando N es múltiplo del tamaño, agregas un minilote vacío al final. Su promedio sería 0 / 0.",
)
def empty_last(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(X))
    starts = range(0, len(X) // batch_size * batch_size + 1, batch_size)
    return [(X[order[i : i + batch_size]], y[order[i : i + batch_size]]) for i in starts]


@misconception(
    en="You shuffle X and y themselves, so the caller's data are no longer in their order.",
    es="Barajas los propios X e y, y los datos de quien te llamó pierden su orden.",
)
def shuffles_in_place(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    return _cut(X, y, np.arange(len(X)), batch_size)


@misconception(
    en="You glue X and y together into one table to shuffle it, so the labels are no longer integers.",
    es="Pegas X e y en una sola tabla para barajarla, y las etiquetas dejan de ser enteras.",
)
def glues_the_labels(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    table = np.hstack([X.reshape(len(X), -1), y.reshape(len(y), -1)]).astype(float)
    table = table[rng.permutation(len(X))]
    width = table.shape[1] - y.size // len(y)
    return _cut(table[:, :width].reshape(X.shape), table[:, width:].reshape(y.shape), np.arange(len(X)), batch_size)


@misconception(
    en="You make `batch_size` batches instead of batches of `batch_size` samples.",
    es="Haces `batch_size` minilotes en vez de minilotes de `batch_size` muestras.",
)
def that_many_batches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    return [(X[rows], y[rows]) for rows in np.array_split(rng.permutation(len(X)), batch_size) if len(rows)]


@misconception(
    en="You fill up the last batch with samples from the beginning, which are then seen twice.",
    es="Rellenas el último minilote con muestras del principio, que así se ven dos veces.",
)
def fills_up_the_last(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(X))
    return _cut(X, y, np.resize(order, -(-len(X) // batch_size) * batch_size), batch_size)


@misconception(
    en="You return two lists, the samples and the labels. What is asked for is one list of pairs.",
    es="Devuelves dos listas, las muestras y las etiquetas. Se pide una sola lista de pares.",
)
def two_lists(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    pairs = _cut(X, y, rng.permutation(len(X)), batch_size)
    return [some_X for some_X, _ in pairs], [some_y for _, some_y in pairs]


@misconception(
    en="You return only the first batch: `return` inside the loop ends the function. Collect them, or use `yield`.",
    es="Devuelves solo el primer minilote: un `return` dentro del bucle termina la función. Júntalos, o usa `yield`.",
)
def only_the_first(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    return _cut(X, y, rng.permutation(len(X)), batch_size)[:1]
