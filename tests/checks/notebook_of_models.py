"""A notebook full of Keras models, right and wrong: the tests of models run it here and in a sandbox."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

from autograder.layers import LocalResponseNormalization

# the same network, written in many ways


def plain():
    return keras.Sequential(
        [keras.Input((64,)), layers.Dense(100, activation="relu"), layers.Dense(10, activation="softmax")]
    )


def added():
    model = keras.Sequential()
    model.add(layers.InputLayer(shape=(64,)))
    model.add(layers.Dense(100, activation=tf.nn.relu))
    model.add(layers.Dense(10, activation=keras.activations.softmax))
    return model


def first_layer_knows_the_input():
    return keras.Sequential([layers.Dense(100, "relu", input_shape=(64,)), layers.Dense(10, "softmax")])


def activations_apart():
    return keras.Sequential(
        [keras.Input((64,)), layers.Dense(100), layers.ReLU(), layers.Dense(10, "linear"), layers.Activation("softmax")]
    )


def softmax_of_tensorflow():
    return keras.Sequential([keras.Input((64,)), layers.Dense(100, tf.nn.relu), layers.Dense(10, tf.nn.softmax)])


def softmax_apart():
    return keras.Sequential([keras.Input((64,)), layers.Dense(100, layers.ReLU()), layers.Dense(10), layers.Softmax()])


def functional():
    start = keras.Input((64,))
    return keras.Model(start, layers.Dense(10, activation="softmax")(layers.Dense(100, activation="relu")(start)))


def functions_of_tensors():
    start = keras.Input((64,))
    x = keras.activations.relu(layers.Dense(100)(start))
    return keras.Model([start], [keras.ops.softmax(layers.Dense(10)(x))])


def nested():
    inner = keras.Sequential([keras.Input((64,)), layers.Dense(100, activation="relu")])
    return keras.Sequential([keras.Input((64,)), keras.Sequential([inner]), layers.Dense(10, activation="softmax")])


def functional_nested():
    start = keras.Input((64,))
    return keras.Model(start, nested()(layers.Activation("linear")(start)))


def built_by_a_call():
    model = keras.Sequential([layers.Dense(100, activation="relu"), layers.Dense(10, activation="softmax")])
    model(np.zeros((5, 64), np.float32))
    return model


# others


def other_units():
    return keras.Sequential(
        [keras.Input((64,)), layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")]
    )


def other_activation():
    return keras.Sequential([keras.Input((64,)), layers.Dense(100, "relu"), layers.Dense(10, "sigmoid")])


def other_input():
    return keras.Sequential([keras.Input((8, 64)), layers.Dense(100, "relu"), layers.Dense(10, "softmax")])


def batch_in_input():
    return keras.Sequential([keras.Input((None, 64)), layers.Dense(100, "relu"), layers.Dense(10, "softmax")])


def no_input():
    return keras.Sequential([layers.Dense(100, activation="relu"), layers.Dense(10, activation="softmax")])


def one_missing():
    return keras.Sequential([keras.Input((64,)), layers.Dense(10, "softmax")])


def one_too_many():
    return keras.Sequential(
        [keras.Input((64,)), layers.Dense(100, "relu"), layers.Dropout(0.5), layers.Dense(10, "softmax")]
    )


def nothing():
    pass


def text():
    return "Sequential"


def a_layer():
    return layers.Dense(3)


def frozen_layer():
    model = plain()
    model.layers[1].trainable = False
    return model


def frozen_model():
    model = plain()
    model.trainable = False
    return model


def frozen_part():
    eye = keras.Sequential([keras.Input((64,)), layers.Dense(100, "relu")])
    eye.trainable = False
    return keras.Sequential([keras.Input((64,)), eye, layers.Dense(10, "softmax")])


def frozen_kernel():
    model = plain()
    model.layers[1].kernel.trainable = False
    return model


def frozen_for_a_moment():
    model = plain()
    model.trainable = False
    model.trainable = True
    return model


def frozen_dropout():
    return keras.Sequential(
        [
            keras.Input((64,)),
            layers.Dense(100, "relu"),
            layers.Dropout(0.5, trainable=False),
            layers.Dense(10, "softmax"),
        ]
    )


# what cannot be graded


def with_lambda():
    return keras.Sequential([keras.Input((64,)), layers.Lambda(lambda x: x), layers.Dense(10, "softmax")])


class Dense(keras.layers.Layer):
    """Says all that Keras's own would say."""

    def __init__(self, units, **options):
        super().__init__(**options)
        self.units, self.use_bias, self.activation = units, True, keras.activations.softmax

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], self.units))
        self.bias = self.add_weight(shape=(self.units,))

    def call(self, x):
        return keras.ops.softmax(x @ self.kernel + self.bias)

    def get_config(self):
        return layers.Dense(self.units, activation="softmax").get_config()


Dense.__module__ = layers.Dense.__module__


def false_dense():
    return keras.Sequential([keras.Input((64,)), layers.Dense(100, "relu"), Dense(10)])


class HalfDense(layers.Dense):
    pass


HalfDense.__name__ = "Dense"


def derived_dense():
    return keras.Sequential([keras.Input((64,)), layers.Dense(100, "relu"), HalfDense(10, "softmax")])


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.one = layers.Dense(10, "softmax")

    def call(self, x):
        return self.one(x)


def subclassed():
    return Net()


def own_activation():
    return keras.Sequential([keras.Input((64,)), layers.Dense(100, lambda x: x), layers.Dense(10, "softmax")])


def relu(x):
    return x


def own_relu():
    return keras.Sequential([keras.Input((64,)), layers.Dense(100, relu), layers.Dense(10, "softmax")])


def branches():
    start = keras.Input((64,))
    return keras.Model(start, layers.Add()([start, layers.Dense(64)(start)]))


def two_outputs():
    start = keras.Input((64,))
    x = layers.Dense(100, "relu")(start)
    return keras.Model(start, [x, layers.Dense(10, "softmax")(x)])


def shared():
    start, one = keras.Input((64,)), layers.Dense(64, "relu")
    return keras.Model(start, one(one(start)))


def doubled():
    start = keras.Input((64,))
    return keras.Model(start, layers.Dense(10)(start) * 2)


def recurrent():
    return keras.Sequential([keras.Input((8, 64)), layers.LSTM(10)])


# liars


def lies_about_itself():
    model = other_units()
    model.count_params = lambda: 7510
    model.get_config = plain().get_config
    model.layers[0].get_config = plain().layers[0].get_config
    model.layers[0].count_params = lambda: 6500
    return model


def with_kernel(kernel):
    model = plain()
    object.__setattr__(model.layers[0], "_kernel", kernel)
    return model


def objects_for_weights():
    return with_kernel(np.full((64, 100), object()))


def other_shape_of_weights():
    return with_kernel(np.zeros((64, 99), np.float32))


def huge_weights():
    return with_kernel(np.zeros((1 << 16, 1 << 11), np.float32))


def nan_weights():
    model = plain()
    model.layers[1].set_weights([np.full((100, 10), np.nan), np.zeros(10)])
    return model


# images


def cnn():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )


def every_kind():
    return keras.Sequential(
        [
            keras.Input((33, 30, 3)),
            layers.Rescaling(1 / 255, offset=-0.5),
            layers.Conv2D(8, (5, 3), strides=(2, 1), padding="same", use_bias=False),
            layers.BatchNormalization(scale=False),
            layers.Activation("relu"),
            LocalResponseNormalization(depth_radius=1, k=1.0, alpha=0.5, beta=0.75),
            layers.MaxPooling2D(3, 2),
            layers.Conv2D(6, 3, dilation_rate=2, groups=2, activation="tanh"),
            layers.ReLU(negative_slope=0.1),
            layers.AveragePooling2D((1, 2), padding="same"),
            layers.Conv2D(4, 1),
            layers.BatchNormalization(),
            layers.GlobalAveragePooling2D(keepdims=True),
            layers.Flatten(),
            layers.Dropout(0.5),
            layers.Dense(5, activation="softmax"),
        ]
    )


def every_kind_trained():
    model = every_kind()
    rng = np.random.default_rng(3)
    for one in model.layers:
        one.set_weights([rng.uniform(0.1, 1.0, w.shape) for w in one.get_weights()])
    return model


def own_answer(model, x):
    return np.asarray(model(x, training=False))


def own_facts(model):
    return [list(one.output.shape[1:]) for one in model.layers], model.count_params()


def alexnet():
    def conv(*args, **more):
        return layers.Conv2D(*args, activation="relu", **more)

    return keras.Sequential(
        [
            keras.Input((227, 227, 3)),
            conv(96, 11, strides=4),
            LocalResponseNormalization(),
            layers.MaxPooling2D(3, 2),
            conv(256, 5, padding="same"),
            LocalResponseNormalization(),
            layers.MaxPooling2D(3, 2),
            conv(384, 3, padding="same"),
            conv(384, 3, padding="same"),
            conv(256, 3, padding="same"),
            layers.MaxPooling2D(3, 2),
            layers.Flatten(),
            layers.Dense(4096, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(4096, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(1000, activation="softmax"),
        ]
    )


def limited(limit, axis=0):
    norm = keras.constraints.MaxNorm(limit, axis=axis)
    return keras.Sequential([keras.Input((6,)), layers.Dense(4, kernel_constraint=norm), layers.Dense(2)])


def limited_by_regularizer():
    return keras.Sequential([keras.Input((6,)), layers.Dense(4, kernel_regularizer="l2"), layers.Dense(2)])


# training


def compiled(way):
    model, metrics = plain(), ["accuracy"]
    if way == "names":
        model.compile("adam", "sparse_categorical_crossentropy", metrics=metrics)
    if way == "objects":
        model.compile(
            keras.optimizers.Adam(1e-3),
            keras.losses.SparseCategoricalCrossentropy(),
            metrics=[keras.metrics.SparseCategoricalAccuracy(name="hits")],
        )
    if way == "functions":
        model.compile(
            "Adam",
            [keras.losses.sparse_categorical_crossentropy],
            metrics=[[keras.metrics.sparse_categorical_accuracy]],
        )
    if way == "class names":
        model.compile("adam", "SparseCategoricalCrossentropy", metrics=["acc"])
    if way == "rmsprop":
        model.compile(keras.optimizers.RMSprop(), "mse", metrics=metrics)
    if way == "logits":
        model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=metrics)
    if way == "no metrics":
        model.compile("adam", "sparse_categorical_crossentropy")
    if way == "exact":
        model.compile("adam", "sparse_categorical_crossentropy", metrics=[keras.metrics.Accuracy()])
    if way == "own loss":
        model.compile("adam", lambda y, p: keras.ops.mean(p), metrics=metrics)
    if way == "no loss":
        model.compile("adam", metrics=metrics)
    return model


def linear_end(from_logits):
    model = keras.Sequential([keras.Input((64,)), layers.Dense(10)])
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=from_logits))
    return model


def train(model, X, y):
    model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy")
    model.fit(X, y, epochs=3, verbose=0)
    return model
