import keras


def functional(n_inputs, n_classes, optimizer):
    """The functional API, with the activations as layers of their own."""
    x = inputs = keras.layers.Input(shape=(n_inputs,))
    x = keras.layers.Dense(100)(x)
    x = keras.layers.ReLU()(x)
    x = keras.layers.Dense(n_classes)(x)
    model = keras.Model(inputs, keras.layers.Softmax()(x))
    model.compile(
        loss=keras.losses.SparseCategoricalCrossentropy(),
        optimizer=keras.optimizers.get(optimizer),
        metrics=[keras.metrics.SparseCategoricalAccuracy()],
    )
    return model


def layer_by_layer(n_inputs, n_classes, optimizer):
    """As in older books: the shape of the input in the first layer, layers added one by one; He's start."""
    import tensorflow as tf

    model = tf.keras.models.Sequential()
    model.add(tf.keras.layers.Input((n_inputs,), name="pixels"))
    model.add(tf.keras.layers.Dense(units=100, activation=tf.nn.relu, kernel_initializer="he_normal"))
    model.add(tf.keras.layers.Dense(units=n_classes))
    model.add(tf.keras.layers.Activation("softmax"))
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
