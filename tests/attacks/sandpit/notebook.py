# %% [markdown] lang="en"
# # Sandpit
# Functions whose tests hand over functions, generators and arrays that live longer than one test.

# %% [markdown] lang="es"
# # Arenero
# Funciones cuyas pruebas entregan funciones, generadores y arreglos que viven más que una prueba.

# %% kind="setup"
import numpy as np

# %% [markdown] lang="en"
# ## descend

# %% [markdown] lang="es"
# ## descend

# %% question="descend"
def descend(gradient, w, steps):
    """
    en: So many steps of 1/4 downhill from w.
    es: Tantos pasos de 1/4 cuesta abajo desde w.
    """
    # BEGIN SOLUTION
    for _ in range(steps):
        w = w - 0.25 * gradient(w)
    return w
    # END SOLUTION


# %% [markdown] lang="en"
# ## draw

# %% [markdown] lang="es"
# ## draw

# %% question="draw"
def draw(rng, n):
    """
    en: n numbers between 0 and 1.
    es: n números entre 0 y 1.
    """
    # BEGIN SOLUTION
    return rng.uniform(size=n)
    # END SOLUTION


# %% [markdown] lang="en"
# ## centre

# %% [markdown] lang="es"
# ## centre

# %% question="centre"
def centre(x):
    """
    en: x without its mean.
    es: x sin su media.
    """
    # BEGIN SOLUTION
    return x - x.mean()
    # END SOLUTION


# %% [markdown] lang="en"
# ## count

# %% [markdown] lang="es"
# ## count

# %% question="count"
def count(items):
    """
    en: How often each item occurs, as a list of pairs, most frequent first.
    es: Cuántas veces aparece cada elemento, como lista de pares, primero el más frecuente.
    """
    # BEGIN SOLUTION
    return [(i, items.count(i)) for i in sorted(set(items), key=lambda i: (-items.count(i), i))]
    # END SOLUTION
