"""Public test cases of 07_alexnet. / Casos de prueba públicos de 07_alexnet."""

from __future__ import annotations

import numpy as np

from autograder import case
from autograder.checks import (
    architecture,
    assert_accuracy,
    assert_close,
    assert_compiled,
    assert_equal,
    assert_float64,
    assert_learns,
    assert_shape,
    assert_unchanged,
    expect,
    outline,
    predict,
    shared,
    trained_weights,
)


def _close(actual, expected):
    # An answer that computes in float32 passes. / Una respuesta que calcula en float32 pasa.
    assert_close(actual, expected, rtol=1e-5, atol=1e-6)


# lrn


@case(
    "lrn",
    en="the pixel of the worked example: (1, 2, 0, 3) becomes (1/7, 2/7, 0, 3/11)",
    es="el píxel del ejemplo resuelto: (1, 2, 0, 3) se vuelve (1/7, 2/7, 0, 3/11)",
)
def lrn_by_hand(lrn):
    _close(lrn(np.array([1.0, 2.0, 0.0, 3.0]), 1, 2.0, 1.0, 1.0), np.array([1 / 7, 2 / 7, 0.0, 3 / 11]))


@case(
    "lrn",
    en="the window has depth_radius channels on each side, and is cut at the ends",
    es="la ventana tiene depth_radius canales a cada lado, y se corta en los extremos",
)
def lrn_window(lrn):
    ones = np.ones(7)
    _close(lrn(ones, 2, 1.0, 1.0, 1.0), 1 / np.array([4.0, 5.0, 6.0, 6.0, 6.0, 5.0, 4.0]))
    _close(lrn(ones, 1, 1.0, 1.0, 1.0), 1 / np.array([3.0, 4.0, 4.0, 4.0, 4.0, 4.0, 3.0]))
    _close(lrn(ones, 0, 1.0, 1.0, 1.0), np.full(7, 0.5))
    _close(lrn(np.array([0.0, 0.0, 8.0, 1.0, 0.0]), 1, 1.0, 1.0, 1.0), np.array([0.0, 0.0, 8 / 66, 1 / 66, 0.0]))


@case(
    "lrn",
    en="AlexNet's numbers (k = 2, alpha = 1e-4, beta = 0.75), and alpha is not divided by n",
    es="los números de AlexNet (k = 2, alpha = 1e-4, beta = 0.75), y alpha no se divide entre n",
)
def lrn_alexnet(lrn):
    # 2 + 1e-4 * 3 * 100² = 5, then 6 and 7. / 2 + 1e-4 * 3 * 100² = 5, luego 6 y 7.
    expected = np.array([29.9069756, 26.0846903, 23.2365815, 26.0846903, 29.9069756])
    _close(lrn(np.full(5, 100.0), 2, 2.0, 1e-4, 0.75), expected)


@case(
    "lrn",
    en="k, alpha and beta are obeyed, whatever their values; the sign of x stays",
    es="se obedece a k, alpha y beta, valgan lo que valgan; el signo de x se conserva",
)
def lrn_arguments(lrn):
    x = np.array([-4.0, 3.0])
    _close(lrn(x, 1, 11.0, 1.0, 0.5), np.array([-4 / 6, 3 / 6]))
    _close(lrn(x, 1, 6.0, 10.0, 0.25), np.array([-1.0, 0.75]))
    _close(lrn(x, 1, 1.0, 2.0, 2.0), np.array([-4 / 2601, 3 / 2601]))
    _close(lrn(x, 1, 3.0, 0.0, 1.0), np.array([-4 / 3, 1.0]))


@case(
    "lrn",
    en="pixels never mix: each place of an image gives what it would give alone, in a batch too",
    es="los píxeles no se mezclan: cada lugar de una imagen da lo mismo que daría solo, también en un lote",
)
def lrn_places(lrn):
    x = np.random.default_rng(1).integers(-3, 4, (2, 3, 4, 5)).astype(float)
    x[0, 1] = 0.0
    whole = lrn(x, 1, 1.0, 0.5, 1.0)
    assert_shape(whole, x.shape)
    for place in np.ndindex(2, 3, 4):
        _close(whole[place], lrn(x[place], 1, 1.0, 0.5, 1.0))
    _close(lrn(x[1], 1, 1.0, 0.5, 1.0), whole[1])
    _close(whole[0, 1], np.zeros((4, 5)))


@case(
    "lrn",
    en="integers and lists are accepted, the answer is float64, and x stays as it was",
    es="acepta enteros y listas, responde en float64, y x queda como estaba",
)
def lrn_kinds(lrn):
    for x in (np.array([[1, 2, 0, 3]]), [[1, 2, 0, 3]], np.array([[1.0, 2.0, 0.0, 3.0]])):
        answer = assert_unchanged(lrn, x, 1, 2, 1, 1)
        _close(answer, np.array([[1 / 7, 2 / 7, 0.0, 3 / 11]]))
        assert_float64(answer)


# alexnet_shapes


def _pairs(answer):
    """The answer as a list of pairs. / La respuesta como lista de pares."""
    right = isinstance(answer, (list, tuple)) and all(isinstance(p, (list, tuple)) and len(p) == 2 for p in answer)
    expect(
        right,
        en='The answer must be a list of pairs: ("conv1", (55, 55, 96)) is one.',
        es='La respuesta debe ser una lista de pares: ("conv1", (55, 55, 96)) es uno.',
    )
    return [(name, shape) for name, shape in answer]


def _shape_of(answer, name):
    shapes = [shape for other, shape in _pairs(answer) if other == name]
    expect(len(shapes) == 1, en=f"{name} must be there once.", es=f"{name} debe estar una vez.")
    return shapes[0]


@case(
    "alexnet_shapes",
    en="eleven layers, with their names, in order",
    es="once capas, con sus nombres, en orden",
)
def shapes_names(alexnet_shapes):
    names = ["conv1", "pool1", "conv2", "pool2", "conv3", "conv4", "conv5", "pool5", "fc6", "fc7", "fc8"]
    assert_equal([name for name, _ in _pairs(alexnet_shapes(227))], names)


@case(
    "alexnet_shapes",
    points=2,
    en="at 227 the convolutions give 55, 27, 13, 13, 13 places to a side, and 96 to 384 channels",
    es="con 227, las convoluciones dan 55, 27, 13, 13, 13 lugares por lado, y de 96 a 384 canales",
)
def shapes_convolutions(alexnet_shapes):
    answer = alexnet_shapes(227)
    for name, shape in (("conv1", (55, 55, 96)), ("conv2", (27, 27, 256)), ("conv3", (13, 13, 384)),
                        ("conv4", (13, 13, 384)), ("conv5", (13, 13, 256))):  # fmt: skip
        assert_equal(_shape_of(answer, name), shape)


@case(
    "alexnet_shapes",
    en="pooling changes the side and never the channels: at 227, 9,216 numbers reach fc6",
    es="la agrupación cambia el lado y nunca los canales: con 227, a fc6 le llegan 9,216 números",
)
def shapes_poolings(alexnet_shapes):
    answer = alexnet_shapes(227)
    for name, shape in (("pool1", (27, 27, 96)), ("pool2", (13, 13, 256)), ("pool5", (6, 6, 256))):
        assert_equal(_shape_of(answer, name), shape)


@case(
    "alexnet_shapes",
    en="the dense layers give (4096,), (4096,) and (1000,), for any image",
    es="las capas densas dan (4096,), (4096,) y (1000,), con cualquier imagen",
)
def shapes_dense(alexnet_shapes):
    for size in (227, 195):
        answer = alexnet_shapes(size)
        for name, units in (("fc6", 4096), ("fc7", 4096), ("fc8", 1000)):
            assert_equal(_shape_of(answer, name), (units,))


@case(
    "alexnet_shapes",
    points=2,
    en="a window that does not fit whole does not count: 231 and 229 round down",
    es="una ventana que no cabe entera no cuenta: 231 y 229 se redondean hacia abajo",
)
def shapes_round_down(alexnet_shapes):
    assert_equal(_shape_of(alexnet_shapes(231), "conv1"), (56, 56, 96))
    assert_equal(_shape_of(alexnet_shapes(231), "pool1"), (27, 27, 96))
    assert_equal(_shape_of(alexnet_shapes(229), "conv1"), (55, 55, 96))


@case(
    "alexnet_shapes",
    en="smaller images give smaller maps: conv1 and pool5 at 195",
    es="imágenes menores dan mapas menores: conv1 y pool5 con 195",
)
def shapes_smaller(alexnet_shapes):
    answer = alexnet_shapes(195)
    assert_equal(_shape_of(answer, "conv1"), (47, 47, 96))
    assert_equal(_shape_of(answer, "pool5"), (5, 5, 256))


# alexnet_parameters

_LEARNING = ("conv1", "conv2", "conv3", "conv4", "conv5", "fc6", "fc7", "fc8")


def _counts(answer):
    """The answer, if it is a dict with the eight layers. / La respuesta, si es un dict con las ocho capas."""
    expect(isinstance(answer, dict), en="The answer must be a dict.", es="La respuesta debe ser un dict.")
    assert_equal(sorted(str(name) for name in answer), list(_LEARNING))
    return answer


@case(
    "alexnet_parameters",
    en="the layers done by hand: conv1 has 34,944, fc8 has 4,097,000, conv2 in groups has 307,456",
    es="las capas hechas a mano: conv1 tiene 34,944, fc8 tiene 4,097,000, conv2 en grupos tiene 307,456",
)
def parameters_by_hand(alexnet_parameters):
    full, grouped = _counts(alexnet_parameters(False)), _counts(alexnet_parameters(True))
    for counts in (full, grouped):
        assert_equal(counts["conv1"], 34_944)
        assert_equal(counts["fc8"], 4_097_000)
    assert_equal(grouped["conv2"], 307_456)


@case(
    "alexnet_parameters",
    points=2,
    en="fully connected, the eight counts add up to 62,378,344",
    es="con conexiones completas, las ocho cuentas suman 62,378,344",
)
def parameters_total(alexnet_parameters):
    assert_equal(sum(_counts(alexnet_parameters(False)).values()), 62_378_344)


@case(
    "alexnet_parameters",
    points=2,
    en="in two groups, they add up to 60,965,224",
    es="en dos grupos, suman 60,965,224",
)
def parameters_grouped_total(alexnet_parameters):
    assert_equal(sum(_counts(alexnet_parameters(True)).values()), 60_965_224)


@case(
    "alexnet_parameters",
    en="groups halve the weights of conv2, conv4 and conv5, never their biases; the other layers stay the same",
    es="los grupos dejan la mitad de los pesos de conv2, conv4 y conv5, nunca de sus sesgos; lo demás queda igual",
)
def parameters_halved(alexnet_parameters):
    full, grouped = _counts(alexnet_parameters(False)), _counts(alexnet_parameters(True))
    for name, filters in (("conv2", 256), ("conv4", 384), ("conv5", 256)):
        assert_equal(2 * (grouped[name] - filters), full[name] - filters)
    for name in ("conv1", "conv3", "fc6", "fc7", "fc8"):
        assert_equal(grouped[name], full[name])


@case(
    "alexnet_parameters",
    en="fc6 receives 9,216 numbers, and fc7 receives 4,096",
    es="fc6 recibe 9,216 números, y fc7 recibe 4,096",
)
def parameters_dense(alexnet_parameters):
    counts = _counts(alexnet_parameters(False))
    for name, received in (("fc6", 9216), ("fc7", 4096)):
        # (count - 4096 biases) / 4096 units / (cuenta - 4096 sesgos) / 4096 unidades
        assert_equal((counts[name] - 4096) / 4096, float(received))


# build_alexnet


def _of_kind(made, *kinds):
    return [one for one in made.layers if one.kind in kinds]


def _settings(made, kind, *names):
    """Some settings of each layer of a kind, in order. / Algunos ajustes de cada capa de un tipo, en orden."""
    return [tuple(one.settings[name] for name in names) for one in _of_kind(made, kind)]


def _sides(made, *kinds):
    """What the layers of these kinds give. / Lo que dan las capas de estos tipos."""
    return [shape for one, shape in zip(made.layers, made.output_shapes, strict=True) if one.kind in kinds]


@shared
def _alexnet(build_alexnet):
    """A network of 12 classes, that three cases look at. / Una red de 12 clases, que miran tres casos."""
    return outline(build_alexnet, 12)


@case(
    "build_alexnet",
    points=2,
    seconds=30,
    en="from 227 × 227 × 3 the maps become 55, 27, 27, 13, 13, 13, 13 and 6, and then 9,216 numbers in a row",
    es="desde 227 × 227 × 3 los mapas pasan a 55, 27, 27, 13, 13, 13, 13 y 6, y luego a 9,216 números en fila",
)
def alexnet_sizes(build_alexnet):
    made = architecture(_alexnet(build_alexnet))
    assert_equal(made.input_shape, (227, 227, 3))
    maps = [(55, 55, 96), (27, 27, 96), (27, 27, 256), (13, 13, 256), (13, 13, 384), (13, 13, 384), (13, 13, 256),
            (6, 6, 256)]  # fmt: skip
    assert_equal(_sides(made, "Conv2D", "MaxPooling2D"), maps)
    assert_equal(_sides(made, "Flatten"), [(9216,)])
    assert_equal(made.output_shapes[-1], (12,))


@case(
    "build_alexnet",
    points=2,
    seconds=30,
    en="kernels of 11, 5, 3, 3, 3 with ReLU, all channels connected; poolings of 3 × 3 with stride 2",
    es="núcleos de 11, 5, 3, 3, 3 con ReLU y todos los canales conectados; agrupaciones de 3 × 3 con paso 2",
)
def alexnet_windows(build_alexnet):
    made = architecture(_alexnet(build_alexnet))
    kernels = _settings(made, "Conv2D", "kernel_size", "strides", "groups", "use_bias")
    thin = ((3, 3), (1, 1), 1, True)
    assert_equal(kernels, [((11, 11), (4, 4), 1, True), ((5, 5), (1, 1), 1, True), thin, thin, thin])
    for one in _of_kind(made, "Conv2D"):
        expect(
            one.settings["activation"] == "relu",
            en=f"Layer {one.number}: each convolution is followed at once by a ReLU.",
            es=f"Capa {one.number}: a cada convolución le sigue de inmediato una ReLU.",
        )
    assert_equal(_settings(made, "MaxPooling2D", "pool_size", "strides", "padding"), [((3, 3), (2, 2), "valid")] * 3)


@case(
    "build_alexnet",
    points=2,
    seconds=30,
    en="two normalisations, each between a ReLU and its pooling, with AlexNet's numbers; dropout after fc6 and fc7",
    es="dos normalizaciones, cada una entre una ReLU y su agrupación, con los números de AlexNet; abandono tras fc6 y fc7",
)
def alexnet_order(build_alexnet):
    model = _alexnet(build_alexnet)
    made = architecture(model)
    begin = ["Conv2D", "LocalResponseNormalization", "MaxPooling2D"]
    end = ["Flatten", "Dense", "Dropout", "Dense", "Dropout", "Dense"]
    assert_equal([one.kind for one in made.layers], [*begin, *begin, *["Conv2D"] * 3, "MaxPooling2D", *end])
    radius_and_rest = _settings(made, "LocalResponseNormalization", "depth_radius", "k", "alpha", "beta")
    for found in radius_and_rest:
        assert_close(list(found), np.array([2.0, 2.0, 1e-4, 0.75]), rtol=1e-6)
    assert_equal(_settings(made, "Dropout", "rate"), [(0.5,), (0.5,)])
    dense = _settings(made, "Dense", "units", "activation", "use_bias")
    assert_equal(dense, [(4096, "relu", True), (4096, "relu", True), (12, "softmax", True)])
    assert_learns(model)


# augment


def _map(count, height, width, dtype=np.uint8):
    """Images whose pixels say where they are: (image, row, column), all counted from 1.
    Imágenes cuyos píxeles dicen dónde están: (imagen, fila, columna), todas contadas desde 1."""
    return 1 + np.indices((count, height, width)).transpose(1, 2, 3, 0).astype(dtype)


def _moves(images, versions):
    """(down, right, mirrored) of each version; fails when it is no crop of its own image with a border of zeros.
    (abajo, derecha, en espejo) de cada versión; falla si no es un recorte de su imagen con borde de ceros."""
    assert_shape(versions, images.shape)
    count, height, width, _ = images.shape
    moves = []
    for number, version in enumerate(np.asarray(versions).astype(int), 1):
        found = [m for m in (_move(version, mirrored, number, height, width) for mirrored in (False, True)) if m]
        expect(
            len(found) == 1,
            en=f"Image {number} did not become a piece of itself, of the same size, with zeros where nothing was.",
            es=f"La imagen {number} no se volvió un pedazo de sí misma, del mismo tamaño, con ceros donde no había nada.",
        )
        moves.append(found[0])
    return np.array(moves)


def _move(version, mirrored, number, height, width):
    """How far the pixels of `version` are from home, or None. / Cuánto se alejaron los píxeles, o None."""
    view = version[:, ::-1] if mirrored else version
    rows, columns = np.nonzero(view[..., 0])
    if not len(rows) or (view[rows, columns, 0] != number).any():
        return None
    down, right = rows - view[rows, columns, 1] + 1, columns - view[rows, columns, 2] + 1
    whole = len(rows) == (height - abs(down[0])) * (width - abs(right[0]))
    if not whole or (down != down[0]).any() or (right != right[0]).any() or view[view[..., 0] == 0].any():
        return None
    return down[0], right[0], mirrored


@case(
    "augment",
    points=2,
    en="each image becomes a piece of itself, moved by at most H // 8 both ways, mirrored or not, with zeros around",
    es="cada imagen se vuelve un pedazo de sí misma, movido a lo más H // 8 en ambos sentidos, en espejo o no, con ceros",
)
def augment_moves(augment):
    for height, width in ((16, 24), (24, 17)):
        images = _map(30, height, width)
        moves = _moves(images, augment(images, np.random.default_rng(1)))
        expect(
            np.abs(moves[:, :2]).max() <= height // 8,
            en=f"With H = {height} no image moves by more than {height // 8} pixels.",
            es=f"Con H = {height} ninguna imagen se mueve más de {height // 8} píxeles.",
        )


@case(
    "augment",
    after="augment_moves",
    en="all places are reached, about equally often: from -H // 8 to H // 8, in rows and in columns",
    es="se llega a todos los lugares, más o menos por igual: de -H // 8 a H // 8, en filas y en columnas",
)
def augment_spread(augment):
    images = _map(250, 16, 24)
    rng = np.random.default_rng(2)
    moves = np.concatenate([_moves(images, augment(images, rng)) for _ in range(4)])
    for axis, which in ((0, ("rows", "filas")), (1, ("columns", "columnas"))):
        often = np.array([(moves[:, axis] == step).mean() for step in range(-2, 3)])
        expect(
            ((often > 0.12) & (often < 0.28)).all(),
            en=f"With H = 16 each of the 5 moves of the {which[0]} should be seen in about 20 % of the images.",
            es=f"Con H = 16 cada uno de los 5 movimientos de las {which[1]} debería verse en cerca del 20 % de las imágenes.",
        )
    same = float((moves[:, 0] == moves[:, 1]).mean())
    expect(
        same < 0.4,
        en=f"Rows and columns move by the same in {same:.0%} of the images: draw them separately.",
        es=f"Filas y columnas se mueven lo mismo en el {same:.0%} de las imágenes: sortéalas por separado.",
    )


@case(
    "augment",
    after="augment_moves",
    en="about half of the images are mirrored, wherever they moved",
    es="cerca de la mitad de las imágenes quedan en espejo, se muevan adonde se muevan",
)
def augment_mirrors(augment):
    images = _map(250, 16, 24)
    rng = np.random.default_rng(3)
    moves = np.concatenate([_moves(images, augment(images, rng)) for _ in range(2)])
    for chosen in (moves, moves[moves[:, 0] > 0], moves[moves[:, 1] < 0]):
        share = float(chosen[:, 2].mean())
        expect(
            0.3 < share < 0.7,
            en=f"{share:.0%} of the images are mirrored; it should be about half.",
            es=f"El {share:.0%} de las imágenes quedó en espejo; debería ser cerca de la mitad.",
        )


@case(
    "augment",
    after="augment_moves",
    en="each image of a batch draws for itself",
    es="cada imagen de un lote sortea para sí",
)
def augment_each(augment):
    images = _map(40, 16, 24)
    moves = _moves(images, augment(images, np.random.default_rng(4)))
    for part, what in ((moves[:, :1], ("row", "fila")), (moves[:, 1:2], ("column", "columna")),
                       (moves[:, 2:], ("mirror", "espejo"))):  # fmt: skip
        expect(
            len(np.unique(part)) > 1,
            en=f"All 40 images drew the same {what[0]}.",
            es=f"Las 40 imágenes sortearon lo mismo: {what[1]}.",
        )


@case(
    "augment",
    en="shape and dtype stay, and the images received are not modified",
    es="la forma y el dtype se conservan, y las imágenes recibidas no se modifican",
)
def augment_dtype(augment):
    for dtype in (np.uint8, np.float32, np.float64):
        images = _map(3, 16, 11, dtype)
        answer = assert_unchanged(augment, images, np.random.default_rng(5))
        _moves(images, answer)
        got = str(np.asarray(answer).dtype)
        expect(
            got == images.dtype.name,
            en=f"Images of {images.dtype.name} came out as {got}.",
            es=f"Las imágenes de {images.dtype.name} salieron como {got}.",
        )


@case(
    "augment",
    after="augment_moves",
    en="the same generator state gives the same answer, and the next call with it gives another",
    es="el mismo estado del generador da la misma respuesta, y la siguiente llamada con él da otra",
)
def augment_repeats(augment):
    images = _map(20, 16, 24)
    rng, twin = np.random.default_rng(6), np.random.default_rng(6)
    first, again, next_one = augment(images, rng), augment(images, twin), augment(images, rng)
    expect(
        np.array_equal(first, again),
        en="Two generators in the same state gave two answers: use no other source of chance.",
        es="Dos generadores en el mismo estado dieron dos respuestas: no uses otra fuente de azar.",
    )
    expect(
        not np.array_equal(first, next_one),
        en="The second call gave the same as the first: take the chance from rng, and do not start it anew.",
        es="La segunda llamada dio lo mismo que la primera: toma el azar de rng, y no lo reinicies.",
    )


# build_mini_alexnet


@shared
def _mini(build_mini_alexnet):
    """The network of the text, that three cases look at. / La red del texto, que miran tres casos."""
    return outline(build_mini_alexnet, (67, 67, 3), 10)


@case(
    "build_mini_alexnet",
    points=2,
    seconds=20,
    en="from 67 × 67 × 3 the maps become 15, 7, 7, 3, 3, 3, 3 and 1, with an eighth of AlexNet's channels",
    es="desde 67 × 67 × 3 los mapas pasan a 15, 7, 7, 3, 3, 3, 3 y 1, con un octavo de los canales de AlexNet",
)
def mini_sizes(build_mini_alexnet):
    made = architecture(_mini(build_mini_alexnet))
    assert_equal(made.input_shape, (67, 67, 3))
    maps = [(15, 15, 12), (7, 7, 12), (7, 7, 32), (3, 3, 32), (3, 3, 48), (3, 3, 48), (3, 3, 32), (1, 1, 32)]
    assert_equal(_sides(made, "Conv2D", "MaxPooling2D"), maps)
    assert_equal(_sides(made, "Flatten", "Dense"), [(32,), (512,), (512,), (10,)])
    assert_equal(_settings(made, "MaxPooling2D", "pool_size", "strides"), [((3, 3), (2, 2))] * 3)


@case(
    "build_mini_alexnet",
    points=2,
    seconds=20,
    en="it rescales first; each convolution has no bias, then batch normalisation (momentum 0.9), then ReLU",
    es="primero reescala; cada convolución va sin sesgo, luego normalización por lotes (momentum 0.9), luego ReLU",
)
def mini_normalises(build_mini_alexnet):
    made = architecture(_mini(build_mini_alexnet))
    kinds = [one.kind for one in made.layers]
    block, pool = ["Conv2D", "BatchNormalization", "Activation"], ["MaxPooling2D"]
    end = ["Flatten", "Dense", "Dropout", "Dense", "Dropout", "Dense"]
    assert_equal(kinds, ["Rescaling", *block, *pool, *block, *pool, *block, *block, *block, *pool, *end])
    assert_close(_settings(made, "Rescaling", "scale", "offset"), [(1 / 255, 0.0)], rtol=1e-5)
    assert_equal(_settings(made, "Conv2D", "use_bias", "activation"), [(False, "linear")] * 5)
    assert_equal(_settings(made, "Activation", "activation"), [("relu",)] * 5)
    assert_close(_settings(made, "BatchNormalization", "momentum"), [(0.9,)] * 5)


@case(
    "build_mini_alexnet",
    seconds=20,
    en="347,710 numbers with ten classes; half of the dense units are dropped; ReLU, ReLU and softmax",
    es="347,710 números con diez clases; se abandona la mitad de las unidades densas; ReLU, ReLU y softmax",
)
def mini_counts(build_mini_alexnet):
    model = _mini(build_mini_alexnet)
    made = architecture(model)
    assert_equal(made.total_parameters, 347_710)
    assert_equal(_settings(made, "Dropout", "rate"), [(0.5,), (0.5,)])
    assert_equal(_settings(made, "Dense", "activation"), [("relu",), ("relu",), ("softmax",)])
    assert_learns(model)


@case(
    "build_mini_alexnet",
    seconds=20,
    en="it obeys input_shape and n_classes: 75 × 91 pixels, 4 classes",
    es="obedece a input_shape y n_classes: 75 × 91 píxeles, 4 clases",
)
def mini_other_sizes(build_mini_alexnet):
    made = architecture(build_mini_alexnet((75, 91, 3), 4))
    assert_equal(made.input_shape, (75, 91, 3))
    assert_equal(_sides(made, "Conv2D")[0], (17, 21, 12))
    assert_equal(made.output_shapes[-1], (4,))


# train_mini_alexnet


def _stripes(lying, standing, slanted, seed):
    """Noisy pictures (75, 67) sorted by class, so many of each: lying, standing, slanted stripes.
    Imágenes con ruido (75, 67) ordenadas por clase, tantas de cada una: rayas acostadas, de pie, inclinadas."""
    rng = np.random.default_rng(seed)
    labels = np.repeat((0, 1, 2), (lying, standing, slanted))
    count = len(labels)
    row, column = np.indices((75, 67))
    waves = [np.sin((row, column, (row + column) * 0.7)[c] * 0.8 + rng.uniform(0, 6)) for c in labels]
    images = 128 + 70 * np.array(waves)[..., None] + rng.normal(0, 20, (count, 75, 67, 3))
    return np.clip(images, 0, 255).astype(np.uint8), labels


@shared
def _taught(train_mini_alexnet, build_mini_alexnet):
    """One training that two cases look at: the weights before, the model after, and the X and y it was given.
    Un entrenamiento que miran dos casos: los pesos de antes, el modelo de después, y los X e y que recibió."""
    model = build_mini_alexnet((75, 67, 3), 3)
    before, (X, y) = trained_weights(model), _stripes(65, 60, 25, 2)
    return before, train_mini_alexnet(model, X, y), (X, y)


@case(
    "train_mini_alexnet",
    seconds=60,
    en="it returns the model that it received, compiled with a loss that fits, and trained; X and y stay as they are",
    es="devuelve el modelo que recibió, compilado con una pérdida adecuada y entrenado; X e y quedan como están",
)
def training_returns_the_model(train_mini_alexnet, build_mini_alexnet):
    before, trained, given = _taught(train_mini_alexnet, build_mini_alexnet)
    expect(
        all(np.array_equal(one, same) for one, same in zip(given, _stripes(65, 60, 25, 2), strict=True)),
        en="It modified its arguments X and y. Work on copies.",
        es="Modificó sus argumentos X e y. Trabaja sobre copias.",
    )
    assert_compiled(trained, loss=("sparse_categorical_crossentropy", "categorical_crossentropy"))
    after = trained_weights(trained)
    expect(
        len(before) == len(after) and all(a.shape == b.shape for a, b in zip(before, after, strict=True)),
        en="The model that came back has other layers than the one that was given.",
        es="El modelo que volvió tiene otras capas que el que se le dio.",
    )
    expect(
        not any(np.array_equal(a, b) for a, b in zip(before, after, strict=True) if a.ndim > 1),
        en="Some layer of the model has the same weights as before: it was not trained.",
        es="Alguna capa del modelo tiene los mismos pesos que antes: no se entrenó.",
    )


@case(
    "train_mini_alexnet",
    points=2,
    seconds=60,
    en="it learns stripes of three kinds from 150 pictures sorted by class, and recognises at least 80 % of 60 new ones",
    es="aprende tres tipos de rayas con 150 imágenes ordenadas por clase, y reconoce al menos el 80 % de 60 nuevas",
)
def training_learns_stripes(train_mini_alexnet, build_mini_alexnet):
    _, trained, _ = _taught(train_mini_alexnet, build_mini_alexnet)
    X, y = _stripes(20, 20, 20, 3)
    # Each of 100 seeded runs of the reference reached 1.000. / Cada una de 100 corridas de la referencia llegó a 1.000.
    assert_accuracy(predict(trained, X), y, at_least=0.8)


@case(
    "train_mini_alexnet",
    seconds=60,
    en="labels of any kind of integer are welcome, also when there are fewer pictures than a batch",
    es="acepta etiquetas de cualquier tipo de entero, también cuando hay menos imágenes que un lote",
)
def training_on_few_pictures(train_mini_alexnet, build_mini_alexnet):
    X, y = _stripes(2, 2, 1, 4)
    trained = train_mini_alexnet(build_mini_alexnet((75, 67, 3), 3), X, y.astype(np.uint8))
    assert_equal(architecture(trained).output_shapes[-1], (3,))
    trained_weights(trained)  # all are finite numbers / todos son números finitos
