import keras

from autograder import misconception


def _compiled(n_inputs, layers, optimizer, loss="sparse_categorical_crossentropy"):
    model = keras.Sequential([keras.Input((n_inputs,)), *layers])
    model.compile(optimizer=optimizer, loss=loss, metrics=["accuracy"])
    return model


def _dense(units, activation=None):
    return keras.layers.Dense(units, activation=activation)


@misconception(
    en="The last layer has no softmax: it answers scores, and this loss expects probabilities.",
    es="La última capa no tiene softmax: responde puntajes, y esta pérdida espera probabilidades.",
)
def no_softmax(n_inputs, n_classes, optimizer):
    return _compiled(n_inputs, [_dense(100, "relu"), _dense(n_classes)], optimizer)


@misconception(
    en="The last layer is a sigmoid: the classes exclude each other, so their probabilities must add up to 1.",
    es="La última capa es una sigmoide: las clases se excluyen, así que sus probabilidades deben sumar 1.",
)
def sigmoid_output(n_inputs, n_classes, optimizer):
    return _compiled(n_inputs, [_dense(100, "relu"), _dense(n_classes, "sigmoid")], optimizer)


@misconception(
    en="The hidden layer has no ReLU. Without something that is not a straight line, two layers are one.",
    es="La capa oculta no tiene ReLU. Sin algo que no sea una línea recta, dos capas son una sola.",
)
def no_relu(n_inputs, n_classes, optimizer):
    return _compiled(n_inputs, [_dense(100), _dense(n_classes, "softmax")], optimizer)


@misconception(
    en="You always build 10 classes. The caller says how many there are.",
    es="Siempre construyes 10 clases. Quien llama dice cuántas hay.",
)
def always_ten(n_inputs, n_classes, optimizer):
    return _compiled(n_inputs, [_dense(100, "relu"), _dense(10, "softmax")], optimizer)


@misconception(
    en="The hidden layer has as many units as there are inputs. It has 100, whatever the inputs.",
    es="La capa oculta tiene tantas unidades como entradas. Tiene 100, sean cuales sean las entradas.",
)
def as_many_units_as_inputs(n_inputs, n_classes, optimizer):
    return _compiled(n_inputs, [_dense(n_inputs, "relu"), _dense(n_classes, "softmax")], optimizer)


@misconception(
    en="Your layers have no bias, so each unit lacks one parameter.",
    es="Tus capas no tienen sesgo, así que a cada unidad le falta un parámetro.",
)
def no_bias(n_inputs, n_classes, optimizer):
    hidden = keras.layers.Dense(100, activation="relu", use_bias=False)
    return _compiled(n_inputs, [hidden, keras.layers.Dense(n_classes, "softmax", use_bias=False)], optimizer)


@misconception(
    en="There is one hidden layer too many.",
    es="Hay una capa oculta de más.",
)
def one_layer_more(n_inputs, n_classes, optimizer):
    return _compiled(n_inputs, [_dense(100, "relu"), _dense(100, "relu"), _dense(n_classes, "softmax")], optimizer)


@misconception(
    en="The loss expects rows of zeros with a single one. These labels are whole numbers: it must be the sparse one.",
    es="La pérdida espera filas de ceros con un solo uno. Estas etiquetas son números enteros: debe ser la sparse.",
)
def not_sparse(n_inputs, n_classes, optimizer):
    layers = [_dense(100, "relu"), _dense(n_classes, "softmax")]
    return _compiled(n_inputs, layers, optimizer, "categorical_crossentropy")


@misconception(
    en="You tell the loss that it receives scores (from_logits), but the network already ends in softmax: it is done twice.",
    es="Le dices a la pérdida que recibe puntajes (from_logits), pero la red ya termina en softmax: se aplica dos veces.",
)
def softmax_twice(n_inputs, n_classes, optimizer):
    layers = [_dense(100, "relu"), _dense(n_classes, "softmax")]
    return _compiled(n_inputs, layers, optimizer, keras.losses.SparseCategoricalCrossentropy(from_logits=True))


@misconception(
    en="You always use Adam. The caller says which optimizer.",
    es="Siempre usas Adam. Quien llama dice cuál optimizador.",
)
def always_adam(n_inputs, n_classes, optimizer):
    return _compiled(n_inputs, [_dense(100, "relu"), _dense(n_classes, "softmax")], "adam")


@misconception(
    en="You do not compile the model, so it has no loss and no optimizer.",
    es="No compilas el modelo, así que no tiene pérdida ni optimizador.",
)
def not_compiled(n_inputs, n_classes, optimizer):
    return keras.Sequential([keras.Input((n_inputs,)), _dense(100, "relu"), _dense(n_classes, "softmax")])


@misconception(
    en="You do not ask for the accuracy.",
    es="No pides la exactitud.",
)
def no_accuracy(n_inputs, n_classes, optimizer):
    model = keras.Sequential([keras.Input((n_inputs,)), _dense(100, "relu"), _dense(n_classes, "softmax")])
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
    return model


@misconception(
    en="You put the batch into the shape of the input. Keras adds it by itself: the shape is that of one sample.",
    es="Pones el lote en la forma de la entrada. Keras lo agrega solo: la forma es la de una muestra.",
)
def batch_in_the_input(n_inputs, n_classes, optimizer):
    layers = [keras.Input((32, n_inputs)), _dense(100, "relu"), _dense(n_classes, "softmax")]
    model = keras.Sequential(layers)
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


@misconception(
    en="You freeze the hidden layer (trainable=False), as one does with a network trained by others. This one starts at random: all of it learns.",
    es="Congelas la capa oculta (trainable=False), como se hace con una red que otros entrenaron. Esta empieza al azar: toda aprende.",
)
def freezes_the_hidden_layer(n_inputs, n_classes, optimizer):
    hidden = keras.layers.Dense(100, activation="relu", trainable=False)
    return _compiled(n_inputs, [hidden, _dense(n_classes, "softmax")], optimizer)
