import keras
import numpy as np

from autograder import misconception


def _fit(model, X, y, epochs=25, **options):
    model.fit(X, np.asarray(y), batch_size=32, epochs=epochs, verbose=0, **options)
    return model


@misconception(
    en="You train with pixels from 0 to 16, and the model is asked about pixels from 0 to 1. Divide by 16 first.",
    es="Entrenas con píxeles de 0 a 16, y al modelo le preguntan por píxeles de 0 a 1. Divide antes entre 16.",
)
def does_not_scale(model, X, y):
    return _fit(model, np.asarray(X), y)


@misconception(
    en="You divide by 255. These pixels go from 0 to 16: look at your data.",
    es="Divides entre 255. Estos píxeles van de 0 a 16: mira tus datos.",
)
def divides_by_255(model, X, y):
    return _fit(model, np.asarray(X) / 255, y)


@misconception(
    en="You subtract the mean and divide by the deviation of your data. Whoever uses the model only divides by 16.",
    es="Restas la media y divides entre la desviación de tus datos. Quien use el modelo solo divide entre 16.",
)
def standardizes(model, X, y):
    X = np.asarray(X, dtype=float)
    return _fit(model, (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-8), y)


@misconception(
    en="You return the history that `fit` gives. Return the model.",
    es="Devuelves el historial que entrega `fit`. Devuelve el modelo.",
)
def returns_the_history(model, X, y):
    return model.fit(np.asarray(X) / 16, np.asarray(y), epochs=2, verbose=0)


@misconception(
    en="You return nothing. The trained model must come back.",
    es="No devuelves nada. El modelo entrenado debe volver.",
)
def returns_nothing(model, X, y):
    _fit(model, np.asarray(X) / 16, y, epochs=2)


@misconception(
    en="One epoch is not enough: each sample is seen only once.",
    es="Una época no basta: cada muestra se ve una sola vez.",
)
def one_epoch(model, X, y):
    return _fit(model, np.asarray(X) / 16, y, epochs=1)


@misconception(
    en="You divide X in place: the caller's data change, and integers raise an error.",
    es="Divides X en su lugar: los datos de quien llamó cambian, y los enteros dan un error.",
)
def scales_in_place(model, X, y):
    X = np.asarray(X)
    X /= 16
    return _fit(model, X, y)


@misconception(
    en="`validation_split` takes the last samples, and these come sorted by class: the last class is never learned.",
    es="`validation_split` toma las últimas muestras, y estas vienen ordenadas por clase: la última nunca se aprende.",
)
def validates_with_the_end(model, X, y):
    return _fit(model, np.asarray(X) / 16, y, validation_split=0.2)


@misconception(
    en="You train a copy and return the model that never learned.",
    es="Entrenas una copia y devuelves el modelo que nunca aprendió.",
)
def trains_a_copy(model, X, y):
    copy = keras.models.clone_model(model)
    copy.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    _fit(copy, np.asarray(X) / 16, y, epochs=2)
    return model


@misconception(
    en="You turn the labels into rows of zeros and ones, and the sparse cross-entropy wants whole numbers.",
    es="Conviertes las etiquetas en filas de ceros y unos, y la entropía cruzada sparse quiere números enteros.",
)
def one_hot_labels(model, X, y):
    return _fit(model, np.asarray(X) / 16, np.eye(int(np.max(y)) + 1)[np.asarray(y, dtype=int)])
