import numpy as np

from autograder import misconception


@misconception(
    en="The start is missing from the path. With n steps you visit n + 1 places.",
    es="Falta el inicio en el camino. Con n pasos visitas n + 1 lugares.",
)
def forgets_the_start(grad_fn, w, optimizer, steps):
    w = np.asarray(w, dtype=float)
    state, path = None, []
    for _ in range(steps):
        w, state = optimizer(w, grad_fn(w), state)
        path.append(w)
    return w, np.array(path)


@misconception(
    en="You write down each place before you leave it, so the last place is missing.",
    es="Anotas cada lugar antes de dejarlo, así que falta el último.",
)
def forgets_the_end(grad_fn, w, optimizer, steps):
    w = np.asarray(w, dtype=float)
    state, path = None, []
    for _ in range(steps):
        path.append(w)
        w, state = optimizer(w, grad_fn(w), state)
    return w, np.array(path)


@misconception(
    en="You give the optimizer None at every step, so it forgets everything each time. Give it back its own state.",
    es="En cada paso le das None al optimizador, así que siempre olvida todo. Devuélvele su propio estado.",
)
def loses_the_state(grad_fn, w, optimizer, steps):
    w = np.asarray(w, dtype=float)
    path = [w]
    for _ in range(steps):
        w, _ = optimizer(w, grad_fn(w), None)
        path.append(w)
    return w, np.array(path)


@misconception(
    en="You compute the gradient once, at the start. The slope changes as you walk: ask again at every step.",
    es="Calculas el gradiente una sola vez, al inicio. La pendiente cambia al caminar: pregunta de nuevo en cada paso.",
)
def one_gradient_for_all(grad_fn, w, optimizer, steps):
    w = np.asarray(w, dtype=float)
    state, path, dw = None, [w], grad_fn(w)
    for _ in range(steps):
        w, state = optimizer(w, dw, state)
        path.append(w)
    return w, np.array(path)


@misconception(
    en="You ask for the gradient one time too many, at a place you never leave. It is the expensive part.",
    es="Pides el gradiente una vez de más, en un lugar del que ya no sales. Es lo que más cuesta.",
)
def asks_once_too_often(grad_fn, w, optimizer, steps):
    w = np.asarray(w, dtype=float)
    state, path, dw = None, [w], grad_fn(w)
    for _ in range(steps):
        w, state = optimizer(w, dw, state)
        dw = grad_fn(w)
        path.append(w)
    return w, np.array(path)


@misconception(
    en="All the rows of your path are the same array, which you overwrite: keep a copy of each place.",
    es="Todas las filas de tu camino son el mismo arreglo, que sobrescribes: guarda una copia de cada lugar.",
)
def one_array_for_all_rows(grad_fn, w, optimizer, steps):
    w = np.array(w, dtype=float)
    state, path = None, [w]
    for _ in range(steps):
        w[:], state = optimizer(w, grad_fn(w), state)
        path.append(w)
    return w, np.array(path)


@misconception(
    en="You write into the start of whoever called you. Walk on a copy.",
    es="Escribes dentro del inicio de quien te llamó. Camina sobre una copia.",
)
def overwrites_the_start(grad_fn, w, optimizer, steps):
    w = np.asarray(w, dtype=float)
    state, path = None, [w.copy()]
    for _ in range(steps):
        w[:], state = optimizer(w, grad_fn(w), state)
        path.append(w.copy())
    return w, np.array(path)


@misconception(
    en="You return the path first. The last place comes first, then the path.",
    es="Devuelves primero el camino. Primero va el último lugar, luego el camino.",
)
def path_first(grad_fn, w, optimizer, steps):
    w = np.asarray(w, dtype=float)
    state, path = None, [w]
    for _ in range(steps):
        w, state = optimizer(w, grad_fn(w), state)
        path.append(w)
    return np.array(path), w


@misconception(
    en="You take one step too many.",
    es="Das un paso de más.",
)
def one_step_more(grad_fn, w, optimizer, steps):
    w = np.asarray(w, dtype=float)
    state, path = None, [w]
    for _ in range(steps + 1):
        w, state = optimizer(w, grad_fn(w), state)
        path.append(w)
    return w, np.array(path)


@misconception(
    en="You record the gradients. The path is made of the places where you stood.",
    es="Anotas los gradientes. El camino se hace con los lugares donde estuviste.",
)
def records_gradients(grad_fn, w, optimizer, steps):
    w = np.asarray(w, dtype=float)
    state, path = None, [w]
    for _ in range(steps):
        dw = grad_fn(w)
        w, state = optimizer(w, dw, state)
        path.append(dw)
    return w, np.array(path)


@misconception(
    en="You step with a rate of your own and ignore the optimizer you were given.",
    es="Das el paso con una tasa propia e ignoras el optimizador que recibiste.",
)
def ignores_the_optimizer(grad_fn, w, optimizer, steps):
    w = np.asarray(w, dtype=float)
    path = [w]
    for _ in range(steps):
        w = w - 0.1 * np.asarray(grad_fn(w))
        path.append(w)
    return w, np.array(path)


@misconception(
    en="You start with an empty dictionary as the state. The agreement is that the first state is None.",
    es="Empiezas con un diccionario vacío como estado. El acuerdo es que el primer estado es None.",
)
def starts_with_a_dictionary(grad_fn, w, optimizer, steps):
    w = np.asarray(w, dtype=float)
    state, path = {}, [w]
    for _ in range(steps):
        w, state = optimizer(w, grad_fn(w), state)
        path.append(w)
    return w, np.array(path)
