"""lets TensorFlow, Keras or JAX compute the answer -> they are not there, and the case says so"""
import keras
import tensorflow as tf
from tensorflow.nn import relu as ready


def relu(x):
    return ready(x)


def sigmoid(x):
    return tf.sigmoid(x).numpy()


def softmax(x):
    return keras.ops.softmax(x)


def tanh_backward(dout, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.tanh(x)
    return tape.gradient(y, x, dout)
