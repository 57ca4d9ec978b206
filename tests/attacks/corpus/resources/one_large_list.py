"""takes all memory with one list that grows -> it costs its own question
seconds: 0.6
"""


def relu(x):
    grown = [0]
    while True:
        grown = grown + grown


def sigmoid(x):
    return "x" * (1 << 40)
