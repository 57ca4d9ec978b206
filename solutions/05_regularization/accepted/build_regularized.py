"""Other right ways to write build_regularized."""

from __future__ import annotations

import keras
import tensorflow as tf
from keras import layers


def functional(n_inputs, n_classes, rate, limit):
    """As a function of its input, with activations as layers of their own."""
    x = inputs = keras.Input(shape=(n_inputs,), name="in")
    for _ in range(2):
        x = layers.Dense(64, kernel_constraint=keras.constraints.MaxNorm(max_value=limit, axis=0))(x)
        x = layers.Dropout(rate)(layers.Activation("relu")(x))
    return keras.Model(inputs, layers.Dense(n_classes, activation="softmax")(x))


def added_one_by_one(n_inputs, n_classes, rate, limit):
    """model.add, and ReLU and Softmax layers."""
    model = keras.Sequential()
    model.add(layers.InputLayer(shape=(n_inputs,)))
    for _ in range(2):
        model.add(
            layers.Dense(units=64, kernel_initializer="he_normal", kernel_constraint=keras.constraints.max_norm(limit))
        )
        model.add(layers.ReLU())
        model.add(layers.Dropout(rate=rate, seed=1))
    model.add(layers.Dense(n_classes))
    model.add(layers.Softmax())
    return model


def blocks_from_tensorflow(n_inputs, n_classes, rate, limit):
    """tf.keras, models within a model, activations of tf.nn, and random weights that are the same each time."""
    tf.keras.utils.set_random_seed(7)

    def block():
        limited = tf.keras.constraints.max_norm(limit)
        dense = tf.keras.layers.Dense(64, activation=tf.nn.relu, kernel_constraint=limited)
        return tf.keras.Sequential([dense, tf.keras.layers.Dropout(rate)])

    last = tf.keras.layers.Dense(n_classes, activation=tf.nn.softmax)
    return tf.keras.Sequential([tf.keras.layers.Input((n_inputs,)), block(), block(), last])
