"""Wrong answers to augment."""

from __future__ import annotations

import numpy as np

from autograder import misconception


def _cut(bordered, top, left, height, width):
    return bordered[top : top + height, left : left + width]


def _border(images, mode="constant", pad=None):
    p = images.shape[1] // 8 if pad is None else pad
    return np.pad(images, ((0, 0), (p, p), (p, p), (0, 0)), mode=mode)


def _augmented(images, rng, *, bordered=None, pad=None, places=None, mirror=lambda piece: piece[:, ::-1], chance=0.5):
    n, h, w, _ = images.shape
    p = h // 8 if pad is None else pad
    wide = _border(images, pad=p) if bordered is None else bordered
    out = np.empty_like(images)
    for i in range(n):
        top, left = rng.integers(0, 2 * p + 1, 2) if places is None else places(rng, p)
        piece = _cut(wide[i], top, left, h, w)
        out[i] = mirror(piece) if rng.random() < chance else piece
    return out


@misconception(
    en="You draw once for the whole batch, so all the images move together. Draw for each image.",
    es="Sorteas una vez para todo el lote, así que todas las imágenes se mueven juntas. Sortea para cada imagen.",
)
def one_draw_for_all(images, rng):
    p, (_, h, w, _) = images.shape[1] // 8, images.shape
    top, left = rng.integers(0, 2 * p + 1, 2)
    pieces = _border(images)[:, top : top + h, left : left + w]
    return pieces[:, :, ::-1].copy() if rng.random() < 0.5 else pieces.copy()


@misconception(
    en="You mirror the whole batch or none of it. Each image draws for itself.",
    es="Pones en espejo todo el lote o nada. Cada imagen sortea para sí.",
)
def mirrors_the_whole_batch(images, rng):
    out = _augmented(images, rng, chance=0.0)
    return out[:, :, ::-1].copy() if rng.random() < 0.5 else out


@misconception(
    en="You never mirror.",
    es="Nunca pones en espejo.",
)
def never_mirrors(images, rng):
    return _augmented(images, rng, chance=0.0)


@misconception(
    en="You mirror every image. It should be one in two, at random.",
    es="Pones en espejo todas las imágenes. Debería ser una de cada dos, al azar.",
)
def always_mirrors(images, rng):
    return _augmented(images, rng, chance=1.0)


@misconception(
    en="You turn the image upside down. A mirror exchanges left and right: the columns, not the rows.",
    es="Pones la imagen de cabeza. Un espejo intercambia izquierda y derecha: las columnas, no las filas.",
)
def upside_down(images, rng):
    return _augmented(images, rng, mirror=lambda piece: piece[::-1])


@misconception(
    en="You reverse the colours: the last axis holds the channels. A mirror reverses the columns.",
    es="Inviertes los colores: el último eje tiene los canales. Un espejo invierte las columnas.",
)
def reverses_the_channels(images, rng):
    return _augmented(images, rng, mirror=lambda piece: piece[..., ::-1])


@misconception(
    en="You reverse the first axis, which is the batch: images change places with each other, and their labels do not.",
    es="Inviertes el primer eje, que es el lote: las imágenes cambian de lugar entre sí, y sus etiquetas no.",
)
def reverses_the_batch(images, rng):
    return _augmented(images, rng, chance=0.0)[::-1].copy()


@misconception(
    en="You never reach the last place: rng.integers(a, b) stops at b - 1, and there are 2p + 1 places.",
    es="Nunca llegas al último lugar: rng.integers(a, b) se detiene en b - 1, y hay 2p + 1 lugares.",
)
def never_the_last_place(images, rng):
    return _augmented(images, rng, places=lambda rng, p: rng.integers(0, max(2 * p, 1), 2))


@misconception(
    en="You cut only between 0 and p, so images move down and to the right and never back.",
    es="Recortas solo entre 0 y p, así que las imágenes se mueven hacia abajo y a la derecha, y nunca al revés.",
)
def only_one_direction(images, rng):
    return _augmented(images, rng, places=lambda rng, p: rng.integers(0, p + 1, 2))


@misconception(
    en="You use one draw for both directions, so images only move along the diagonal. Rows and columns draw separately.",
    es="Usas un solo sorteo para ambas direcciones, así que las imágenes solo se mueven en diagonal. Filas y columnas sortean por separado.",
)
def along_the_diagonal(images, rng):
    return _augmented(images, rng, places=lambda rng, p: [rng.integers(0, 2 * p + 1)] * 2)


@misconception(
    en="You cut exactly at a corner or in the middle. All the places between are possible too.",
    es="Recortas justo en una esquina o en el centro. También son posibles todos los lugares intermedios.",
)
def corners_only(images, rng):
    return _augmented(images, rng, places=lambda rng, p: rng.choice([0, p, 2 * p], 2))


@misconception(
    en="You do not move the images at all: the piece always comes from the middle.",
    es="No mueves las imágenes: el pedazo siempre sale del centro.",
)
def only_mirrors(images, rng):
    return _augmented(images, rng, places=lambda rng, p: (p, p))


@misconception(
    en="You roll the image around: what leaves on one side comes back on the other. Outside there are zeros.",
    es="Haces dar la vuelta a la imagen: lo que sale por un lado vuelve por el otro. Afuera hay ceros.",
)
def rolls_around(images, rng):
    return _augmented(images, rng, bordered=_border(images, "wrap"))


@misconception(
    en="You fill the border with a reflection of the image. Here it holds zeros.",
    es="Rellenas el borde con un reflejo de la imagen. Aquí tiene ceros.",
)
def reflects_the_border(images, rng):
    return _augmented(images, rng, bordered=_border(images, "reflect"))


@misconception(
    en="You fill the border with copies of the outermost pixels. Here it holds zeros.",
    es="Rellenas el borde con copias de los píxeles de la orilla. Aquí tiene ceros.",
)
def stretches_the_border(images, rng):
    return _augmented(images, rng, bordered=_border(images, "edge"))


@misconception(
    en="You take the border of the columns from the width. It is H // 8 on all four sides.",
    es="Sacas del ancho el borde de las columnas. Es H // 8 en los cuatro lados.",
)
def width_over_eight(images, rng):
    n, h, w, _ = images.shape
    p, q = h // 8, w // 8
    wide = np.pad(images, ((0, 0), (p, p), (q, q), (0, 0)))
    out = np.empty_like(images)
    for i in range(n):
        piece = _cut(wide[i], rng.integers(0, 2 * p + 1), rng.integers(0, 2 * q + 1), h, w)
        out[i] = piece[:, ::-1] if rng.random() < 0.5 else piece
    return out


@misconception(
    en="You use half of the border: H // 16 instead of H // 8 on each side.",
    es="Usas la mitad del borde: H // 16 en lugar de H // 8 en cada lado.",
)
def half_the_border(images, rng):
    return _augmented(images, rng, pad=images.shape[1] // 16)


@misconception(
    en="You cut off the border instead of adding one: the image comes out smaller, and its size must stay.",
    es="Cortas el borde en lugar de agregarlo: la imagen sale más pequeña, y su tamaño debe conservarse.",
)
def comes_out_smaller(images, rng):
    n, h, w, _ = images.shape
    p = h // 8
    places = rng.integers(0, 2 * p + 1, (n, 2))
    return np.stack([_cut(image, *place, h - 2 * p, w - 2 * p) for image, place in zip(images, places)])


@misconception(
    en="You return the original images as well. The batch must keep its size, or the labels no longer fit.",
    es="Devuelves también las imágenes originales. El lote debe conservar su tamaño, o las etiquetas ya no corresponden.",
)
def keeps_the_originals(images, rng):
    return np.concatenate([images, _augmented(images, rng)])


@misconception(
    en="You draw from numpy's global generator: use the rng you receive, or no training can be repeated.",
    es="Sorteas del generador global de numpy: usa el rng que recibes, o ningún entrenamiento se podrá repetir.",
)
def global_chance(images, rng):
    return _augmented(images, np.random.default_rng(np.random.randint(2**31)))


@misconception(
    en="You start a generator of your own at every call: every epoch would move the images in the same way.",
    es="Creas un generador propio en cada llamada: todas las épocas moverían las imágenes de la misma manera.",
)
def always_the_same(images, rng):
    return _augmented(images, np.random.default_rng(0))


@misconception(
    en="Your answer is float64, eight times larger than bytes. The dtype must stay.",
    es="Tu respuesta es float64, ocho veces más grande que los bytes. El dtype debe conservarse.",
)
def becomes_float(images, rng):
    return _augmented(images.astype(np.float64), rng)


@misconception(
    en="You divide by 255 as well. That is for the network to do: the values stay.",
    es="También divides entre 255. Eso le toca a la red: los valores se conservan.",
)
def rescales_too(images, rng):
    return (_augmented(images, rng) / 255).astype(images.dtype)


@misconception(
    en="You write the result into the images that you received: the next epoch would start from moved images.",
    es="Escribes el resultado en las imágenes que recibiste: la siguiente época partiría de imágenes movidas.",
)
def overwrites_the_images(images, rng):
    images[...] = _augmented(images, rng)
    return images
