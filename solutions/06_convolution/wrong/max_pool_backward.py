"""Wrong answers to max_pool_backward."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _window(i, j, size, stride):
    return np.s_[:, i * stride : i * stride + size, j * stride : j * stride + size]


def _one(patch):
    """Where the first maximum of each window is: an array of 0 and 1."""
    samples, height, width, channels = patch.shape
    flat = patch.reshape(samples, height * width, channels)
    first = np.arange(height * width)[:, None] == flat.argmax(axis=1)[:, None, :]
    return first.reshape(patch.shape).astype(float)


@misconception(
    en="You copy the blame to every tied maximum: it flows to one of them, or is split.",
    es="Copias la culpa a todos los máximos empatados: fluye a uno de ellos, o se reparte.",
)
def copies_to_ties(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        window = _window(i, j, size, stride)
        winners = x[window] == x[window].max(axis=(1, 2), keepdims=True)
        dx[window] += winners * dout[:, i : i + 1, j : j + 1]
    return dx


@misconception(
    en="You overwrite where windows overlap: a pixel that wins twice adds up both blames.",
    es="Sobrescribes donde las ventanas se traslapan: un píxel que gana dos veces suma las dos culpas.",
)
def overwrites(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        dx[_window(i, j, size, stride)] = _one(x[_window(i, j, size, stride)]) * dout[:, i : i + 1, j : j + 1]
    return dx


@misconception(
    en="You assign to the winner: a pixel that wins in two windows adds up both blames.",
    es="Asignas a la ganadora: un píxel que gana en dos ventanas suma las dos culpas.",
)
def assigns_to_the_winner(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for n, i, j, c in np.ndindex(dout.shape):
        patch = x[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        u, v = np.unravel_index(patch.argmax(), patch.shape)
        dx[n, i * stride + u, j * stride + v, c] = dout[n, i, j, c]
    return dx


@misconception(
    en="You overwrite where windows overlap, and you copy the blame to every tied maximum.",
    es="Sobrescribes donde las ventanas se traslapan, y copias la culpa a todos los máximos empatados.",
)
def overwrites_and_copies(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        window = _window(i, j, size, stride)
        winners = x[window] == x[window].max(axis=(1, 2), keepdims=True)
        dx[window] = winners * dout[:, i : i + 1, j : j + 1]
    return dx


@misconception(
    en="Your windows start at (i, j): they start at (i, j) times the stride, in the backward pass too.",
    es="Tus ventanas empiezan en (i, j): empiezan en (i, j) por el paso, también hacia atrás.",
)
def starts_without_stride(dout, cache):
    x, size, _ = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        window = np.s_[:, i : i + size, j : j + size]
        if x[window].size:
            dx[window] += _one(x[window]) * dout[:, i : i + 1, j : j + 1]
    return dx


@misconception(
    en="You jump by the size of the window: the stride is another argument, and windows may overlap.",
    es="Saltas el tamaño de la ventana: el paso es otro argumento, y las ventanas pueden traslaparse.",
)
def jumps_by_the_size(dout, cache):
    x, size, _ = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        window = _window(i, j, size, size)
        if x[window].size:
            dx[window] += _one(x[window]) * dout[:, i : i + 1, j : j + 1]
    return dx


@misconception(
    en="You split the blame among all the pixels of the window: that is average pooling.",
    es="Repartes la culpa entre todos los píxeles de la ventana: eso es la agrupación promedio.",
)
def splits_among_all(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        dx[_window(i, j, size, stride)] += dout[:, i : i + 1, j : j + 1] / size**2
    return dx


@misconception(
    en="You look for almost equal values: only exact ties are ties.",
    es="Buscas valores casi iguales: solo los empates exactos son empates.",
)
def almost_ties(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        window = _window(i, j, size, stride)
        winners = np.isclose(x[window], x[window].max(axis=(1, 2), keepdims=True))
        dx[window] += winners / winners.sum(axis=(1, 2), keepdims=True) * dout[:, i : i + 1, j : j + 1]
    return dx


@misconception(
    en="You mark the winners with 1: each of them receives the dout of its window.",
    es="Marcas las ganadoras con 1: cada una recibe el dout de su ventana.",
)
def forgets_dout(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        dx[_window(i, j, size, stride)] += _one(x[_window(i, j, size, stride)])
    return dx


@misconception(
    en="Your dx has only the rows and columns that some window reaches: it must have the shape of x.",
    es="Tu dx tiene solo las filas y columnas a las que llega alguna ventana: debe tener la forma de x.",
)
def drops_leftovers(dout, cache):
    x, size, stride = cache
    rows, columns = ((dout.shape[axis] - 1) * stride + size for axis in (1, 2))
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        dx[_window(i, j, size, stride)] += _one(x[_window(i, j, size, stride)]) * dout[:, i : i + 1, j : j + 1]
    return dx[:, :rows, :columns]


@misconception(
    en="You look for one winner among all the channels: each channel has its own.",
    es="Buscas una sola ganadora entre todos los canales: cada canal tiene la suya.",
)
def one_winner_for_all_channels(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        window = _window(i, j, size, stride)
        winners = x[window] == x[window].max(axis=(1, 2, 3), keepdims=True)
        dx[window] += winners / winners.sum(axis=(1, 2, 3), keepdims=True) * dout[:, i : i + 1, j : j + 1]
    return dx


@misconception(
    en="You drop negative blame: dout may have any sign.",
    es="Descartas la culpa negativa: dout puede tener cualquier signo.",
)
def drops_negative_blame(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        blame = np.maximum(dout[:, i : i + 1, j : j + 1], 0)
        dx[_window(i, j, size, stride)] += _one(x[_window(i, j, size, stride)]) * blame
    return dx


@misconception(
    en="You spoil the cache: your backward function writes into an array of the cache, and a second call reads it.",
    es="Estropeas el cache: tu función hacia atrás escribe en un arreglo del cache, y una segunda llamada lo lee.",
)
def spoils_the_cache(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        dx[_window(i, j, size, stride)] += _one(x[_window(i, j, size, stride)]) * dout[:, i : i + 1, j : j + 1]
    x[...] = dx
    return x


@misconception(
    en="You give nothing when there is a tie: the blame that enters a window must leave it.",
    es="No entregas nada cuando hay empate: la culpa que entra a una ventana debe salir de ella.",
)
def drops_ties(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        window = _window(i, j, size, stride)
        winners = x[window] == x[window].max(axis=(1, 2), keepdims=True)
        dx[window] += winners * (winners.sum(axis=(1, 2), keepdims=True) == 1) * dout[:, i : i + 1, j : j + 1]
    return dx


@misconception(
    en="You read argmax's number as (column, row): in a flattened window the rows come one after another.",
    es="Lees el número de argmax como (columna, fila): en una ventana aplanada las filas van una tras otra.",
)
def exchanges_row_and_column(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for n, i, j, c in np.ndindex(dout.shape):
        patch = x[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        v, u = divmod(patch.argmax(), size)
        dx[n, i * stride + u, j * stride + v, c] += dout[n, i, j, c]
    return dx


@misconception(
    en="You look for the largest value in the whole image: each window has its own winner.",
    es="Buscas el valor más grande en toda la imagen: cada ventana tiene su propia ganadora.",
)
def looks_in_the_whole_image(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for n, i, j, c in np.ndindex(dout.shape):
        patch = x[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        winners = x[n, :, :, c] == patch.max()
        dx[n, :, :, c] += winners / winners.sum() * dout[n, i, j, c]
    return dx


@misconception(
    en="You divide the blame by the size of the window, as average pooling does: all of it goes to the maximum.",
    es="Divides la culpa entre el tamaño de la ventana, como la agrupación por promedio: toda va al máximo.",
)
def divides_by_the_window(dout, cache):
    x, size, stride = cache
    dx = np.zeros_like(x)
    for i, j in np.ndindex(dout.shape[1:3]):
        dx[_window(i, j, size, stride)] += _one(x[_window(i, j, size, stride)]) * dout[:, i : i + 1, j : j + 1] / size**2
    return dx
