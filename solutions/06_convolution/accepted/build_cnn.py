"""Right answers to build_cnn."""

import keras
import tensorflow as tf


def functional():
    """With the functional API, and activations as layers of their own."""
    pixels = keras.Input(shape=(28, 28, 1), name="digit")
    x = keras.layers.Conv2D(filters=32, kernel_size=(3, 3), strides=1, padding="valid")(pixels)
    x = keras.layers.ReLU()(x)
    x = keras.layers.MaxPool2D(pool_size=(2, 2), strides=2)(x)
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dense(128)(x)
    x = keras.layers.Activation("relu")(x)
    x = keras.layers.Dense(10)(x)
    return keras.Model(pixels, keras.layers.Softmax()(x))


def layer_by_layer():
    """With `add`, as old tutorials do, and compiled already."""
    model = keras.models.Sequential()
    model.add(keras.layers.InputLayer(shape=(28, 28, 1)))
    model.add(keras.layers.Conv2D(32, kernel_size=3, activation=keras.activations.relu))
    model.add(keras.layers.MaxPooling2D())
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(128, activation="relu", kernel_initializer="he_normal"))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def with_functions_of_tensorflow():
    """TensorFlow's functions as activations, tf.keras, and parts joined into one model."""
    eye = tf.keras.Sequential(
        [
            tf.keras.layers.Conv2D(32, (3, 3), activation=tf.nn.relu, input_shape=(28, 28, 1)),
            tf.keras.layers.MaxPool2D((2, 2)),
            tf.keras.layers.Flatten(),
        ]
    )
    head = [tf.keras.layers.Dense(128, activation=tf.nn.relu), tf.keras.layers.Dense(10, activation=tf.nn.softmax)]
    return tf.keras.Sequential([eye, *head])
